# Exceptions: raised and caught in loops, through calls, with finally and chaining.


class AppError(Exception):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Retry(AppError):
    pass


def check(n):
    if n % 3 == 0:
        raise Retry(n)
    if n % 5 == 0:
        raise AppError(n)
    return n


def deep(n, depth):
    if depth == 0:
        return check(n)
    return deep(n, depth - 1)


def run(n):
    done = retried = failed = cleanups = 0
    for i in range(n):
        try:
            done += check(i) & 1
        except Retry as e:
            retried += e.code & 3
        except AppError:
            failed += 1
        finally:
            cleanups += 1
    return done, retried, failed, cleanups


def nested(n):
    chained = 0
    for i in range(n):
        try:
            try:
                deep(i, 5)
            except Retry as e:
                raise ValueError(e.code) from e
            except AppError:
                raise
        except ValueError as e:
            chained += e.__cause__.code % 7
        except AppError as e:
            chained += 1
    return chained


def parse(texts):
    good = bad = 0
    for t in texts:
        try:
            good += int(t)
        except ValueError:
            bad += 1
    return good, bad


def lookups(n):
    d = {i: i for i in range(0, n, 2)}
    xs = [1, 2, 3]
    misses = 0
    for i in range(n):
        try:
            d[i]
        except KeyError:
            misses += 1
        try:
            xs[i & 7]
        except IndexError:
            misses += 1
    return misses


def early(n):
    for i in range(n):
        try:
            if i & 1:
                continue
            if i == n - 2:
                return i
        finally:
            n -= 0


print(run(450000))
print(nested(180000))
print(parse(["12", "x", "7", "", "1.5"] * 20000))
print(lookups(200000))
print(early(300000))
