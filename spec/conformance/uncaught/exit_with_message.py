# /// gradus
# id = "uncaught.exit-with-message"
# rules = ["stmt.raise", "exception.raise"]
# python = ">=3.8"
# expect = "exit 1"
# ///
# SystemExit with a text prints it to stderr and exits with 1.
print("before")
raise SystemExit("the reason")
