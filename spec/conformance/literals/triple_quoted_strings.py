# /// gradus
# id = "literals.triple-quoted-strings"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Triple-quoted strings keep newlines and single quotes.
s = """one
  'two' "three"
four\
 five"""
print(s)
print(len(''''a'''), repr("""\""""))
