# A tokenizer, a parser and an interpreter for a small language.


class Token:
    __slots__ = ("kind", "text")

    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def tokenize(src):
    i = 0
    out = []
    while i < len(src):
        c = src[i]
        if c.isspace():
            i += 1
        elif c.isdigit():
            j = i
            while j < len(src) and src[j].isdigit():
                j += 1
            out.append(Token("num", src[i:j]))
            i = j
        elif c.isalpha() or c == "_":
            j = i
            while j < len(src) and (src[j].isalnum() or src[j] == "_"):
                j += 1
            word = src[i:j]
            out.append(Token(word if word in ("while", "if", "else", "print") else "name", word))
            i = j
        elif src[i:i + 2] in ("==", "<=", "!="):
            out.append(Token("op", src[i:i + 2]))
            i += 2
        else:
            out.append(Token("op", c))
            i += 1
    out.append(Token("end", ""))
    return out


class Parser:
    levels = [{"==", "!=", "<", "<="}, {"+", "-"}, {"*", "/", "%"}]

    def __init__(self, tokens):
        self.tokens = tokens
        self.pos = 0

    def peek(self):
        return self.tokens[self.pos]

    def take(self, text=None):
        t = self.tokens[self.pos]
        if text is not None and t.text != text:
            raise SyntaxError(f"expected {text}, got {t.text!r}")
        self.pos += 1
        return t

    def block(self):
        self.take("{")
        body = []
        while self.peek().text != "}":
            body.append(self.statement())
        self.take("}")
        return body

    def statement(self):
        t = self.take()
        if t.kind == "while":
            return ("while", self.expression(), self.block())
        if t.kind == "if":
            test, then = self.expression(), self.block()
            other = []
            if self.peek().kind == "else":
                self.take()
                other = self.block()
            return ("if", test, then, other)
        if t.kind == "print":
            e = self.expression()
            self.take(";")
            return ("print", e)
        self.take("=")
        e = self.expression()
        self.take(";")
        return ("set", t.text, e)

    def expression(self, level=0):
        if level == len(self.levels):
            return self.atom()
        left = self.expression(level + 1)
        while self.peek().text in self.levels[level]:
            op = self.take().text
            left = ("bin", op, left, self.expression(level + 1))
        return left

    def atom(self):
        t = self.take()
        if t.kind == "num":
            return ("num", int(t.text))
        if t.kind == "name":
            return ("var", t.text)
        if t.text == "(":
            e = self.expression()
            self.take(")")
            return e
        raise SyntaxError(t.text)


OPS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
    "/": lambda a, b: a // b, "%": lambda a, b: a % b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b, "<": lambda a, b: a < b, "<=": lambda a, b: a <= b,
}


class Interpreter:
    def __init__(self):
        self.env = {}
        self.out = []

    def run(self, body):
        for s in body:
            getattr(self, "do_" + s[0])(*s[1:])

    def do_set(self, name, e):
        self.env[name] = self.value(e)

    def do_print(self, e):
        self.out.append(self.value(e))

    def do_if(self, test, then, other):
        self.run(then if self.value(test) else other)

    def do_while(self, test, body):
        while self.value(test):
            self.run(body)

    def value(self, e):
        kind = e[0]
        if kind == "num":
            return e[1]
        if kind == "var":
            return self.env[e[1]]
        return OPS[e[1]](self.value(e[2]), self.value(e[3]))


source = """
n = 2; found = 0; sum = 0;
while n < 18000 {
    d = 2; prime = 1;
    while d * d <= n {
        if n % d == 0 { prime = 0; d = n; } else { d = d + 1; }
    }
    if prime { found = found + 1; sum = (sum * 31 + n) % 1000003; }
    n = n + 1;
}
print found; print sum; print (1 + 2) * 3 - 10 / 3;
"""
tokens = tokenize(source * 60)
tree = Parser(tokens).statement()
interp = Interpreter()
interp.run(Parser(tokenize("{" + source + "}")).block())
print(len(tokens), tree, interp.out)
