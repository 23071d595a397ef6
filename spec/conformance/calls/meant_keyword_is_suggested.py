# /// gradus
# id = "calls.meant-keyword-is-suggested"
# rules = []
# python = ">=3.13"
# expect = "exit 0"
# ///
# An unexpected keyword argument that is similar to a parameter makes Python ask for that.
def function(value, other=1, *, keyword=2):
    pass


class Class:
    def __init__(self, first):
        pass


for call in (lambda: function(valeu=1), lambda: function(1, keywrd=1), lambda: function(1, Other=1), lambda: function(1, xyz=1), lambda: Class(frist=1)):
    try:
        call()
    except TypeError as error:
        print(error)
