# /// gradus
# id = "del.parameter-on-one-way"
# rules = []
# python = ">=3.11"
# expect = "exit 0"
# ///
# A parameter that one of several ways deletes is not bound where they meet.
def in_branch(a, wanted):
    if wanted:
        del a
    return a


def in_handler(a, wanted):
    try:
        if wanted:
            raise ValueError
    except ValueError:
        del a
    return a


def as_its_name(a, wanted):
    try:
        if wanted:
            raise ValueError
    except ValueError as a:
        pass
    return a


def in_loop(a, wanted):
    for _ in range(wanted):
        del a
    return a


def in_finally(a, wanted):
    try:
        return wanted
    finally:
        if wanted:
            del a
        print(a)


def in_generator(a, wanted):
    if wanted:
        del a
    yield a


def as_a_statement(a, wanted):
    if wanted:
        del a
    a


functions = [in_branch, in_handler, as_its_name, in_loop, in_finally, as_a_statement]
functions.append(lambda a, wanted: list(in_generator(a, wanted)))
for function in functions:
    for wanted in (False, True):
        try:
            print(function.__name__, function(1, wanted))
        except UnboundLocalError as error:
            print(function.__name__, error)
