# /// gradus
# id = "literals.float-forms"
# rules = []
# python = ">=3.8"
# expect = "exit 0"
# ///
# Floats may lack either side of the point and may have an exponent.
print(1., .5, 1e3, 1E-3, 1_0.0_1, 0e0, 1e+5, 00.5, 1_0e1_0, 3.14159)
