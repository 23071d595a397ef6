# /// gradus
# id = "exceptions.hierarchy"
# rules = ["expr.generatorexp.element", "expr.generatorexp", "expr.generatorexp.run", "builtin.issubclass"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The built-in exceptions form a hierarchy.
pairs = [(KeyError, LookupError), (IndexError, LookupError), (ZeroDivisionError, ArithmeticError), (OverflowError, ArithmeticError),
         (UnicodeDecodeError, ValueError), (NotImplementedError, RuntimeError), (RecursionError, RuntimeError), (UnboundLocalError, NameError),
         (FileNotFoundError, OSError), (StopIteration, Exception), (SystemExit, BaseException), (KeyboardInterrupt, BaseException),
         (GeneratorExit, BaseException), (IndentationError, SyntaxError), (ModuleNotFoundError, ImportError), (Warning, Exception)]
print(all(issubclass(a, b) for a, b in pairs))
print([e.__name__ for e in (SystemExit, KeyboardInterrupt, GeneratorExit) if issubclass(e, Exception)], IOError is OSError)
print([c.__name__ for c in KeyError.__mro__])
