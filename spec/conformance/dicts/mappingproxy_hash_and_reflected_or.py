# /// gradus
# id = "dicts.mappingproxy-hash-and-reflected-or"
# rules = ["mappingproxy.ror", "mappingproxy.hash", "expr.unaryop", "stmt.import"]
# python = ">=3.12"
# expect = "exit 0"
# ///
# The hash of a mappingproxy is that of its mapping; `|` unwraps it on either side.
from types import MappingProxyType
class M(dict):
    def __hash__(self): return 11
    def __ror__(self, other): return ("ror", other)
print(hash(MappingProxyType(M())))
print({"a": 1} | MappingProxyType({"b": 2}), MappingProxyType({"b": 2}) | {"a": 1})
class L:
    def __or__(self, other): return NotImplemented
print(L().__or__(1) is NotImplemented, type(L() | MappingProxyType(M())).__name__)
