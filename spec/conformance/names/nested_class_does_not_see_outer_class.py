# /// gradus
# id = "names.nested-class-does-not-see-outer-class"
# rules = ["name.namespace.delete", "name.class", "name.namespace.load", "name.delete"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A nested class body doesn't see the names of the class around it.
class A:
    x = 1
    try:
        class B:
            y = x
    except NameError as e:
        print("NameError")
    class D:
        y = 2
    z = D.y

print(A.z)
