# /// gradus
# id = "builtins.memoryview-shows-bytes"
# rules = ["container.contains.iter", "iteration.next.sequence", "operator.equal", "convert.len.check"]
# python = ">=3.8"
# expect = "exit 0"
# ///
# A memoryview is items without a copy: what changes in the object changes in the view, and the other way round.
data = bytearray(b"abcdef")
view = memoryview(data)
print(len(view), view[0], view[-1], view[1:3].tobytes(), view[::2].tolist(), bytes(view[::-1]))
view[0] = 65
view[4:] = b"XY"
data[1] = 66
print(data, view.tobytes(), view == data, view != b"", b"AB" == view[:2], 66 in view)
print(view.obj is data, view.nbytes, view.itemsize, view.format, view.shape, view.strides, view.readonly, view.ndim)
print(list(view), sorted(view[:3]), view.hex(), b"".join([view[:1], b"-", view[1:2]]), int.from_bytes(view[:2], "big"))
