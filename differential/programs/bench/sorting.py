# Sorting: quicksort, heapsort and merge sort written out, and list.sort with keys.


def numbers(n, seed):
    x = seed
    out = []
    for _ in range(n):
        x = (x * 1664525 + 1013904223) % 4294967296
        out.append(x >> 8)
    return out


def quicksort(a, lo, hi):
    while lo < hi:
        pivot = a[(lo + hi) // 2]
        i, j = lo, hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if j - lo < hi - i:
            quicksort(a, lo, j)
            lo = i
        else:
            quicksort(a, i, hi)
            hi = j


def sift(a, i, n):
    x = a[i]
    while True:
        c = 2 * i + 1
        if c >= n:
            break
        if c + 1 < n and a[c + 1] > a[c]:
            c += 1
        if a[c] <= x:
            break
        a[i] = a[c]
        i = c
    a[i] = x


def heapsort(a):
    n = len(a)
    for i in range(n // 2 - 1, -1, -1):
        sift(a, i, n)
    for end in range(n - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(a, 0, end)


def mergesort(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right = mergesort(a[:mid]), mergesort(a[mid:])
    out = []
    i = j = 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


n = 80000
base = numbers(n, 7)
a = base[:]
quicksort(a, 0, n - 1)
b = base[:]
heapsort(b)
c = mergesort(base)
d = sorted(base)
print(a == b == c == d, d[0], d[n // 2], d[-1])
rows = [(x % 100, -x, str(x)) for x in base]
rows.sort(key=lambda r: r[2])
rows.sort(key=lambda r: r[0], reverse=True)
print(rows[0], rows[-1])
for k in range(10):
    base.sort(key=lambda x, k=k: x >> k & 255)
print(base[:3])
