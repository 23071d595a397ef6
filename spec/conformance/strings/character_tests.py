# /// gradus
# id = "strings.character-tests"
# rules = ["expr.listcomp.element", "expr.listcomp", "expr.comprehension", "expr.comprehension.for"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods that test all characters; most are false for the empty string.
for m in ("isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle", "isidentifier", "isdecimal", "isnumeric", "isascii", "isprintable"):
    print(m, [int(getattr(s, m)()) for s in ("", "abc", "ABC", "a1", "12", " \t", "Ab Cd", "é", "²", "½", "_x", "\n")])
