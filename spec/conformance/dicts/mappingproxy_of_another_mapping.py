# /// gradus
# id = "dicts.mappingproxy-of-another-mapping"
# rules = ["mappingproxy.getitem", "mappingproxy.contains", "mappingproxy.len", "mappingproxy.iter"]
# python = ">=3.10"
# expect = "exit 0"
# ///
# A mappingproxy hands every question to the mapping behind it.
from types import MappingProxyType
class M:
    def __getitem__(self, k): return ("item", k)
    def __contains__(self, k): return k == 1
    def __len__(self): return 7
    def __iter__(self): return iter("ab")
    def get(self, k, d=None): return ("get", k, d)
    def keys(self): return ["keys"]
    def values(self): return ["values"]
    def items(self): return ["items"]
    def copy(self): return "copy"
    def __or__(self, o): return ("or", type(o).__name__)
    def __eq__(self, o): return o == 3
    def __hash__(self): return 11
    def __repr__(self): return "M()"
    def __str__(self): return "str M"
p = MappingProxyType(M())
print(p[1], 1 in p, 2 in p, len(p), list(p), p.get(5), p.get(5, 6))
print(p.keys(), p.values(), p.items(), p.copy(), p | p, repr(p), str(p), p == 3)
