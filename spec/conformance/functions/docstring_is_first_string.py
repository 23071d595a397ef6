# /// gradus
# id = "functions.docstring-is-first-string"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# The first statement is the docstring only if it is a plain string.
def a():
    "doc"

def b():
    1
    "not doc"

def c():
    f"{1}"

def d():
    b"bytes"

class C:
    """class
    doc"""

print(a.__doc__, b.__doc__, c.__doc__, d.__doc__)
print(C.__doc__.split())
