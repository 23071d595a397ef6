# /// gradus
# id = "modules-math.gcd-and-lcm-of-many"
# rules = ["stmt.import", "import.module"]
# python = ">=3.9"
# expect = "exit 0"
# ///
# Since 3.9 gcd() and lcm() take any number of arguments.
import math

print(math.gcd(), math.gcd(12), math.gcd(12, 18, 8), math.lcm(4, 6, 10), math.lcm(), math.lcm(0, 5))
