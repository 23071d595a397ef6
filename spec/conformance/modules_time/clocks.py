# /// gradus
# id = "modules-time.clocks"
# rules = ["stmt.import", "import.module", "iteration.unpack", "bind.tuple"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# The clocks give floats (or ints for _ns) that don't run backwards.
import time

a, b = time.perf_counter(), time.perf_counter()
m = time.monotonic_ns()
print(type(a).__name__, b >= a, type(m).__name__, time.monotonic_ns() >= m, time.time() > 1.6e9, time.sleep(0), type(time.process_time()).__name__)
