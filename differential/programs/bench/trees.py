# Allocation: build, walk and drop many binary trees.


class Node:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def make(depth):
    if depth == 0:
        return Node(None, None)
    return Node(make(depth - 1), make(depth - 1))


def make_tuple(depth):
    return (make_tuple(depth - 1), make_tuple(depth - 1)) if depth else ()


def count(t):
    return 1 + sum([count(c) for c in t])


def main(deepest):
    keep = make(deepest)
    for depth in range(4, deepest + 1, 3):
        times = 1 << (deepest - depth + 3)
        total = 0
        for _ in range(times):
            total += make(depth).check()
        print(times, depth, total)
    print("kept", keep.check(), count(make_tuple(deepest)))


main(15)
