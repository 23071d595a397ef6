"""Heaps: lists in which no item is less than the one at half its place (counted from 1), so the first is smallest."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'heappushpop']


def heappush(heap, item, /):
    """Add an item."""
    _check(heap, 'heappush')
    heap.append(item)
    _up(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Take out the smallest item."""
    _check(heap, 'heappop')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _down(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Take out the smallest item, then add one."""
    _check(heap, 'heapreplace')
    smallest = heap[0]
    heap[0] = item
    _down(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Add an item, then take out the smallest one."""
    _check(heap, 'heappushpop')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _down(heap, 0)
    return item


def heapify(heap, /):
    """Make a heap of a list."""
    _check(heap, 'heapify')
    for place in reversed(range(len(heap) // 2)):
        _down(heap, place)


def _check(heap, name):
    if not isinstance(heap, list):
        argument = 'argument' if name == 'heapify' else 'argument 1'
        raise TypeError(f'{name}() {argument} must be list, not {type(heap).__name__}')
    if not heap and name in ('heappop', 'heapreplace'):
        raise IndexError('index out of range')


def _up(heap, top, place):
    """Move the item at this place up until its parent is not greater."""
    item = heap[place]
    while place > top:
        parent = (place - 1) >> 1
        if not item < heap[parent]:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item


def _down(heap, place):
    """Move the item at this place down to the bottom, always in exchange for the smaller child, and from there up
    again: an item that comes from the end belongs near the bottom, so this needs the fewest comparisons."""
    top, end = place, len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _up(heap, top, place)


def _heappop_max(heap, /):
    """Take the greatest item out of a heap with the greatest one first."""
    last = heap.pop()
    if not heap:
        return last
    greatest = heap[0]
    heap[0] = last
    _down_max(heap, 0)
    return greatest


def _heapreplace_max(heap, item, /):
    greatest = heap[0]
    heap[0] = item
    _down_max(heap, 0)
    return greatest


def _heapify_max(heap, /):
    for place in reversed(range(len(heap) // 2)):
        _down_max(heap, place)


def _down_max(heap, place):
    top, end = place, len(heap)
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        if child + 1 < end and not heap[child + 1] < heap[child]:
            child += 1
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    while place > top:
        parent = (place - 1) >> 1
        if not heap[parent] < item:
            break
        heap[place] = heap[parent]
        place = parent
    heap[place] = item
