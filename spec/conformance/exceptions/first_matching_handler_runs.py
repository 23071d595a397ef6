# /// gradus
# id = "exceptions.first-matching-handler-runs"
# rules = ["stmt.raise", "exception.raise", "name.delete", "stmt.try.handlers"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# Handlers are tried in order; only the first that matches runs.
def f(x):
    try:
        raise x
    except LookupError:
        return "lookup"
    except KeyError:
        return "never"
    except (ValueError, TypeError) as e:
        return "value or type", type(e).__name__
    except:
        return "bare"

print(f(KeyError()), f(ValueError()), f(TypeError("x")), f(ZeroDivisionError()), f(KeyboardInterrupt()))
