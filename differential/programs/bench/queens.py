# Recursion with sets, lists and bits: the queens puzzle and a sudoku.


def queens(n, row, columns, up, down):
    if row == n:
        return 1
    found = 0
    for c in range(n):
        if c in columns or row + c in up or row - c in down:
            continue
        columns.add(c)
        up.add(row + c)
        down.add(row - c)
        found += queens(n, row + 1, columns, up, down)
        columns.remove(c)
        up.remove(row + c)
        down.remove(row - c)
    return found


def queens_bits(full, columns, up, down):
    if columns == full:
        return 1
    found = 0
    free = full & ~(columns | up | down)
    while free:
        bit = free & -free
        free ^= bit
        found += queens_bits(full, columns | bit, (up | bit) << 1, (down | bit) >> 1)
    return found


def sudoku(board):
    best = None
    for i in range(81):
        if board[i] == 0:
            r, c = divmod(i, 9)
            used = {board[r * 9 + k] for k in range(9)} | {board[k * 9 + c] for k in range(9)}
            br, bc = r // 3 * 3, c // 3 * 3
            used |= {board[(br + k // 3) * 9 + bc + k % 3] for k in range(9)}
            options = [v for v in range(1, 10) if v not in used]
            if best is None or len(options) < len(best[1]):
                best = (i, options)
                if len(options) < 2:
                    break
    if best is None:
        return True
    i, options = best
    for v in options:
        board[i] = v
        if sudoku(board):
            return True
    board[i] = 0
    return False


print(queens(10, 0, set(), set(), set()), queens_bits((1 << 12) - 1, 0, 0, 0))
puzzle = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
board = [int(c) for c in puzzle]
print(sudoku(board), "".join(map(str, board)))
hard = [int(c) for c in "000000907000420180000705026100904000050000040000507009920108000034059000507000000"]
print(sudoku(hard), "".join(map(str, hard)))
