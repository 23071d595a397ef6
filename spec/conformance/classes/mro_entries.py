# /// gradus
# id = "classes.mro-entries"
# rules = ["iteration.extend", "container.setitem", "expr.listcomp.element", "stmt.pass"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A base that is no class is replaced by what its __mro_entries__ returns.
class Entry:
    def __mro_entries__(self, bases):
        print("entries", len(bases))
        return (A, B)

class A: pass
class B: pass
e = Entry()

class C(e):
    pass

print([c.__name__ for c in C.__mro__], C.__bases__ == (A, B), C.__orig_bases__ == (e,))
