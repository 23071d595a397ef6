# /// gradus
# id = "strings.fill-that-is-not-needed"
# rules = ["expr.call", "expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A string that needs no padding is equal to itself padded, whatever the fill character would be.
text = "abcd"
for padded in (format(text, "é<4"), format(text, "é^3"), text.center(4, "é"), text.ljust(2, "é"), text.rjust(4, "é")):
    print(padded == text, hash(padded) == hash(text), text.rfind(padded), padded.isascii(), padded in {text: 1})
