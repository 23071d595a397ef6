# /// gradus
# id = "classes.build-class-takes-any-function"
# rules = ["builtin.build_class", "class.build"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# What is no class body is called without arguments; its variables are its own and not the class's.
def body(x=1):
    print("body", x)
    y = 2
    return y


def generator():
    yield print("never")


class Meta(type):
    def __new__(meta, name, bases, namespace, **named):
        print(name, bases, sorted(namespace), named)
        return super().__new__(meta, name, bases, namespace)


C = __build_class__(body, "C", int, metaclass=Meta, key=3)
print(C("7") + 1, hasattr(C, "y"))
print(__build_class__(generator, "G").__name__, __build_class__(lambda: None, "L").__name__)
for arguments in ((), (body,), (1, "C"), (len, "C"), (body, 1), (lambda x: x, "C")):
    try:
        print(__build_class__(*arguments))
    except TypeError as error:
        print(type(error).__name__)


def fails():
    raise ValueError("in the body")


try:
    __build_class__(fails, "F")
except ValueError as error:
    print(error)
