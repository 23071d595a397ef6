# /// gradus
# id = "early-errors.starred-target-alone"
# rules = []
# python = ">=3.8"
# expect = "exit 1"
# ///
# A starred target must stand in a list or tuple.
print("never")
*a = [1]
