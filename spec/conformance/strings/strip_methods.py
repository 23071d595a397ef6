# /// gradus
# id = "strings.strip-methods"
# rules = ["expr.compare"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# strip() removes characters of a set from the ends, whitespace by default.
print(repr("  a b \n\t".strip()), repr("  a ".lstrip()), repr(" a  ".rstrip()), "xyaxyx".strip("xy"), "aaa".strip("a") == "", "mississippi".lstrip("ims"), "\u3000x\xa0".strip())
