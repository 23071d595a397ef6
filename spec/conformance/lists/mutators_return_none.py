# /// gradus
# id = "lists.mutators-return-none"
# rules = ["expr.list"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Methods that change a list in place return None.
xs = [2, 1]
print(xs.append(3), xs.sort(), xs.reverse(), xs.extend([]), xs.insert(0, 0), xs.remove(0), xs.clear())
