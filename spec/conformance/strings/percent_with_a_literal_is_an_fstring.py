# /// gradus
# id = "strings.percent-with-a-literal-is-an-fstring"
# rules = ["expr.joinedstr", "expr.formattedvalue"]
# python = ">=3.11"
# expect = "exit 0"
# ///
# A literal format of %s, %r and %a with a tuple display: each argument is converted before the next is evaluated.
events = []


class Noted:
    def __init__(self, name):
        self.name = name
        events.append(f"make {name}")

    def __str__(self):
        events.append(f"str {self.name}")
        return self.name

    def __repr__(self):
        events.append(f"repr {self.name}")
        return f"<{self.name}é>"

    def __index__(self):
        return 3


def show(text):
    print(ascii(text), ", ".join(events))
    events.clear()


show("%s %s" % (Noted("a"), Noted("b")))
show("[%5s|%-5s|%05s|%.1s|%6.2s|%+s]" % (Noted("a"), Noted("b"), Noted("c"), Noted("dd"), Noted("ee"), Noted("f")))
show("100%% %r%a" % (Noted("a"), Noted("b")))
show("%5.s|%.s" % (Noted("a"), Noted("b")))
show("" % ())
show("x%%" % ())

# Anything else is an operation on a tuple that is made first.
show("%s %d" % (Noted("a"), Noted("b")))
show("%s %s" % (Noted("a"), *[Noted("b")]))
show("%100s" % (Noted("a"),) == " " * 99 + "a")
show("%*s|%s" % (4, Noted("a"), Noted("b")))
format = "%s %s"
show(format % (Noted("a"), Noted("b")))
for wrong in (lambda: "%s" % (Noted("a"), Noted("b")), lambda: "%s %s" % (Noted("a"),), lambda: "%s%" % (Noted("a"),)):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        show(f"{type(error).__name__}: {error}")
