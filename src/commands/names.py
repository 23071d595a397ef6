# Prints the names that an implementation has: `kind owner name`, one a line. Of a type, `own` names are those that it
# adds to its bases.
import builtins

def show(kind, owner, names):
    for name in names:
        print(kind, owner, name)


def show_module(name, module):
    show('module', name, getattr(module, '__all__', None) or [n for n in dir(module) if n[0] != '_'])


def generator():
    yield


class Class:
    def method(self):
        pass


types = [getattr(builtins, name) for name in dir(builtins) if name[0] != '_']
types = [cls for cls in types if isinstance(cls, type)]
types += [type(None), type(NotImplemented), type(...), type(generator), type(generator()), type(Class().method), type(len)]
types += [type([].append), type(str.join), type(int.__add__), type((1).__add__), type(int.__dict__), type(int.real)]
types += [type({}.keys()), type({}.values()), type({}.items()), type(iter([])), type(iter(())), type(iter(''))]
types += [type(iter({})), type(iter(set())), type(iter(range(0))), type(builtins), type(generator.__code__)]
types += [type(list[int]), type(int | str)]

show('builtin', 'builtins', [name for name in dir(builtins) if name[0] != '_' or name[:2] == '__'])
for cls in types:
    show('own', cls.__name__, cls.__dict__)
    show('type', cls.__name__, dir(cls))
