# /// gradus
# id = "control.continue-in-try-finally"
# rules = ["stmt.continue", "stmt.break"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# `continue` and `break` run the finally suites that they leave.
for i in range(4):
    try:
        if i == 1:
            continue
        if i == 3:
            break
        print("body", i)
    finally:
        print("finally", i)
print("after")
