# /// gradus
# id = "strings.case-methods"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods that change case.
s = "hELLO wORLD ß"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), "ǆ".title(), "".upper())
