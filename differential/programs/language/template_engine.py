"""A template engine: lexer as generator, nested blocks, filters, scopes, inheritance, errors with lines."""
from collections import ChainMap
from itertools import count


class TemplateError(Exception):
    def __init__(self, message, line=None):
        super().__init__(message, line)

    def __str__(self):
        message, line = self.args
        return message if line is None else f"line {line}: {message}"


def lex(src):
    pos, line = 0, 1
    while pos < len(src):
        starts = [(i, o, c) for o, c in (("{{", "}}"), ("{%", "%}"), ("{#", "#}")) if (i := src.find(o, pos)) >= 0]
        if not starts:
            yield "text", src[pos:], line
            return
        i, o, c = min(starts)
        if i > pos:
            yield "text", src[pos:i], line
            line += src.count("\n", pos, i)
        end = src.find(c, i)
        if end < 0:
            raise TemplateError(f"{o} is not closed", line)
        body = src[i + 2:end].strip()
        if o != "{#":
            yield {"{{": "expr", "{%": "tag"}[o], body, line
        line += src.count("\n", i, end)
        pos = end + 2


class Loop:
    def __init__(self, items):
        self.items, self.index = list(items), 0

    first = property(lambda self: self.index == 1)
    last = property(lambda self: self.index == len(self.items))

    def __iter__(self):
        for self.index, x in enumerate(self.items, 1):
            yield x


class Template:
    filters = {"upper": str.upper, "length": len, "join": lambda xs, sep=", ": sep.join(map(str, xs)), "default": lambda x, d="": d if x in (None, "") else x, "fixed": lambda x, n="2": f"{x:.{n}f}",
               "reverse": lambda s: s[::-1], "sort": sorted}
    library = {}

    def __init__(self, src, name=None):
        self.tokens = list(lex(src))
        self.blocks, self.parent = {}, None
        if name:
            self.library[name] = self
        self.root, end = self.parse(iter(self.tokens), ())
        assert end is None

    def parse(self, tokens, until):
        nodes = []
        for kind, body, line in tokens:
            if kind == "text":
                nodes.append(lambda env, text=body: [text])
            elif kind == "expr":
                nodes.append(lambda env, f=self.compile(body, line): [str(f(env))])
            else:
                word, _, rest = body.partition(" ")
                if word in until:
                    return nodes, word
                make = getattr(self, "tag_" + word, None)
                if make is None:
                    raise TemplateError(f"unknown tag {word!r}", line)
                nodes.append(make(rest, tokens, line))
        if until:
            raise TemplateError(f"missing {' or '.join(until)}")
        return nodes, None

    @staticmethod
    def run(nodes, env):
        for node in nodes:
            yield from node(env)

    def compile(self, text, line):
        head, *pipes = (p.strip() for p in text.split("|"))
        get = self.operand(head, line)
        for p in pipes:
            name, *args = p.split(":")
            try:
                f = self.filters[name]
            except KeyError:
                raise TemplateError(f"no filter {name!r}", line) from None
            get = lambda env, get=get, f=f, args=args: f(get(env), *(a.strip("'") for a in args))
        return get

    def operand(self, text, line):
        if text.startswith("'"):
            return lambda env: text[1:-1]
        if text.lstrip("-").isdigit():
            return lambda env: int(text)
        if text.startswith("not "):
            inner = self.operand(text[4:], line)
            return lambda env: not inner(env)
        for op, f in ((" == ", lambda a, b: a == b), (" < ", lambda a, b: a < b), (" in ", lambda a, b: a in b)):
            if op in text:
                l, r = (self.operand(t.strip(), line) for t in text.split(op, 1))
                return lambda env: f(l(env), r(env))
        name, *path = text.split(".")

        def get(env):
            try:
                x = env[name]
            except KeyError:
                raise TemplateError(f"{name!r} is undefined", line) from None
            for p in path:
                try:
                    x = x[int(p) if p.isdigit() else p]
                except (TypeError, KeyError, IndexError) as e:
                    try:
                        x = getattr(x, p)
                    except AttributeError:
                        raise TemplateError(f"no {p!r} in {text!r}", line) from e
            return x() if callable(x) else x
        return get

    def tag_if(self, rest, tokens, line):
        branches, test = [], self.compile(rest, line)
        while True:
            body, end = self.parse(tokens, ("else", "endif"))
            branches.append((test, body))
            if end == "endif":
                break
            test = lambda env: True

        def node(env):
            for test, body in branches:
                if test(env):
                    return self.run(body, env)
            return ()
        return node

    def tag_for(self, rest, tokens, line):
        names, _, source = rest.partition(" in ")
        names, source = [n.strip() for n in names.split(",")], self.compile(source, line)
        body, end = self.parse(tokens, ("empty", "endfor"))
        empty = self.parse(tokens, ("endfor",))[0] if end == "empty" else ()

        def node(env):
            loop = Loop(source(env))
            for x in loop:
                inner = dict(zip(names, x)) if len(names) > 1 else {names[0]: x}
                yield from self.run(body, env.new_child({**inner, "loop": loop}))
            if not loop.items:
                yield from self.run(empty, env)
        return node

    def tag_set(self, rest, tokens, line):
        name, _, value = rest.partition("=")
        f = self.compile(value.strip(), line)

        def node(env):
            env[name.strip()] = f(env)
            return ()
        return node

    def tag_block(self, rest, tokens, line):
        self.blocks[rest], _ = self.parse(tokens, ("endblock",))

        def node(env):
            chain = env["_blocks"].get(rest, [(self, self.blocks[rest])])

            def level(i, env):
                owner, body = chain[i]
                if i + 1 < len(chain):
                    env = env.new_child({"super": lambda outer=env: "".join(level(i + 1, outer))})
                return owner.run(body, env)

            return level(0, env)
        return node

    def tag_extends(self, rest, tokens, line):
        self.parent = rest.strip("'")
        return lambda env: ()

    def render(self, **values):
        chain, t = {}, self
        while True:
            for name, body in t.blocks.items():
                chain.setdefault(name, []).append((t, body))
            if t.parent is None:
                break
            t = self.library[t.parent]
        return "".join(self.run(t.root, ChainMap({}, {**values, "_blocks": chain})))


class User:
    def __init__(self, name, langs=()):
        self.name, self.langs = name, langs

    def greeting(self):
        return f"I am {self.name}"


print(Template("Hello {{ user.name|upper }}{# no #}! {{ user.greeting }} {{ n|fixed:1 }} {{ missing|default:'none' }} {{ user.langs.1 }}").render(user=User("Ann", ["py", "rs"]), n=2.25, missing=None))
rows = Template("""{% for k, v in items %}{{ loop.index }}. {{ k }}={% if v == 1 %}one{% else %}{{ v }}{% endif %}{% if not loop.last %}; {% endif %}{% empty %}nothing{% endfor %}""")
print(rows.render(items=[("a", 1), ("b", 2), ("c", [3])]), rows.render(items=[]), rows.render(items={"x": 1}.items()))
print(Template("{% set x = 1 %}{% for a in rows %}{% for x in a %}{{ x }}{% if loop.first %}<{% endif %}{% endfor %}/{% endfor %}{{ x }}{{ rows.0|join:'+' }}").render(rows=[[5, 6], "pq"]))
Template("<{% block title %}base{% endblock %}|{% block body %}{{ n }}{% endblock %}>", "base")
Template("{% extends 'base' %}{% block title %}mid({{ super }}){% endblock %}", "mid")
leaf = Template("{% extends 'mid' %}{% block title %}leaf:{{ super|reverse }}{% endblock %}ignored{% block body %}{% if n < 3 %}small{% endif %}{% endblock %}")
print(leaf.render(n=2), leaf.render(n=5), Template.library["mid"].render(n=7), Template.library["base"].render(n=0))
numbers = count(1)
print(Template("{{ next }}{{ next }}{% if 2 in xs %} two{% endif %}{% if 'z' in xs %} z{% endif %} {{ xs|sort|join:'' }} {{ -5 }} {{ 'lit' }}").render(next=lambda: next(numbers), xs=[3, 2, 1]))
for src in ("{{ x", "a\n{% if x %}b", "{% for x in y %}\n\n{{ z }}{% endfor %}", "{{ x|nope }}", "\n{% while %}", "{{ x.y.z }}", "{% endif %}"):
    try:
        print(Template(src).render(x={"y": []}, y=[1]))
    except TemplateError as e:
        print(repr(src), "->", e, type(e.__cause__).__name__)
