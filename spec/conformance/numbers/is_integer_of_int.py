# /// gradus
# id = "numbers.is-integer-of-int"
# rules = []
# python = ">=3.12"
# expect = "exit 0"
# ///
# Since 3.12 int has is_integer() too.
print((5).is_integer(), (2.5).is_integer(), True.is_integer())
