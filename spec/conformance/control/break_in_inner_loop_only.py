# /// gradus
# id = "control.break-in-inner-loop-only"
# rules = ["stmt.break"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `break` leaves the innermost loop; in a loop's else suite it leaves the loop around.
for i in range(3):
    for j in range(3):
        if j == 1:
            break
        print(i, j)
for i in range(3):
    for j in ():
        pass
    else:
        print("break outer", i)
        break
