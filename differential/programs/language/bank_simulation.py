"""A bank: transactions with rollback, exception chaining, context managers and an audit trail."""
from collections import defaultdict, namedtuple
from functools import wraps

Entry = namedtuple("Entry", "seq kind account amount", defaults=(0,))


class BankError(Exception):
    """Base; knows how to show the chain of causes."""

    def chain(self):
        e, out = self, []
        while e is not None:
            out.append(f"{type(e).__name__}({e})")
            e = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
        return " <- ".join(out)


class InsufficientFunds(BankError):
    def __init__(self, account, needed):
        super().__init__(f"{account.owner} has {account.balance}, needs {needed}")
        self.account, self.needed = account, needed


class UnknownAccount(BankError, KeyError):
    def __str__(self):
        return f"no account {self.args[0]!r}"


class Frozen(BankError):
    pass


def audited(kind):
    def decorate(f):
        @wraps(f)
        def method(self, amount, *args, **kw):
            entry = Entry(len(self.bank.trail), kind, self.owner, amount)
            try:
                result = f(self, amount, *args, **kw)
            except BankError as e:
                self.bank.trail.append(entry._replace(kind=kind.upper() + "!" + type(e).__name__))
                raise
            else:
                self.bank.trail.append(entry)
                return result
            finally:
                self.bank.touched[self.owner] += 1
        return method
    return decorate


class Account:
    def __init__(self, bank, owner, balance=0, *, limit=0):
        self.bank, self.owner, self.limit = bank, owner, limit
        self._balance = balance
        self.frozen = False

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < -self.limit:
            raise InsufficientFunds(self, self._balance - value)
        if self.frozen:
            raise Frozen(self.owner)
        self.bank.journal(self, self._balance)
        self._balance = value

    @audited("deposit")
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"amount must be positive: {amount}")
        self.balance += amount

    @audited("withdraw")
    def withdraw(self, amount):
        self.balance -= amount
        return amount

    def __repr__(self):
        return f"{self.owner}:{self._balance}{'*' if self.frozen else ''}"


class Transaction:
    def __init__(self, bank, name):
        self.bank, self.name, self.undo = bank, name, []

    def __enter__(self):
        self.bank.transactions.append(self)
        return self

    def __exit__(self, t, e, tb):
        assert self.bank.transactions.pop() is self
        if t is None:
            if self.bank.transactions:
                self.bank.transactions[-1].undo += self.undo
            return False
        while self.undo:
            account, balance = self.undo.pop()
            account._balance = balance
        if issubclass(t, Cancel):
            return True
        if issubclass(t, ValueError):
            raise BankError(f"transaction {self.name} failed") from e


class Cancel(BaseException):
    pass


class Bank:
    def __init__(self):
        self.accounts, self.transactions, self.trail = {}, [], []
        self.touched = defaultdict(int)

    def open(self, owner, *args, **kw):
        self.accounts[owner] = a = Account(self, owner, *args, **kw)
        return a

    def __getitem__(self, owner):
        try:
            return self.accounts[owner]
        except KeyError:
            raise UnknownAccount(owner) from None

    def journal(self, account, old):
        if self.transactions:
            self.transactions[-1].undo.append((account, old))

    def transfer(self, source, target, amount):
        with Transaction(self, f"{source}->{target}"):
            self[target].deposit(amount)
            self[source].withdraw(amount)

    def total(self):
        return sum(a.balance for a in self.accounts.values())


bank = Bank()
ann, bob = bank.open("ann", 100), bank.open("bob", 50, limit=20)
carl = bank.open("carl")
bank.transfer("ann", "bob", 30)
print(bank.accounts, bank.total())
for args in (("ann", "bob", 500), ("bob", "zoe", 1), ("zoe", "bob", 1), ("ann", "bob", -5), ("bob", "carl", 100)):
    try:
        bank.transfer(*args)
    except UnknownAccount as e:
        print(args, "unknown:", e, isinstance(e, KeyError), e.__cause__, e.__suppress_context__)
    except BankError as e:
        print(args, e.chain())
    else:
        print(args, "ok")
    print("  ", *bank.accounts.values(), bank.total())
carl.frozen = True
with Transaction(bank, "outer"):
    ann.deposit(1000)
    with Transaction(bank, "inner"):
        bob.deposit(5)
        raise Cancel
    print("after cancel", bob, ann)
    try:
        with Transaction(bank, "inner2"):
            bob.deposit(7)
            carl.deposit(1)
    except Frozen as e:
        print("frozen", e.chain(), bob)
    bank.transfer("ann", "bob", 1)
print(*bank.accounts.values(), len(bank.transactions))
try:
    with Transaction(bank, "a"):
        ann.withdraw(10)
        with Transaction(bank, "b"):
            bob.withdraw(10)
        int("not a number")
except BankError as e:
    print(e.chain(), "|", *bank.accounts.values())


def nested():
    try:
        bank["ghost"]
    except UnknownAccount:
        try:
            ann.withdraw(10**6)
        except InsufficientFunds as e:
            e.needed -= 1
            raise Frozen("while looking") from e


try:
    nested()
except BankError as e:
    print(e.chain(), "|", e.__cause__.__context__, "|", e.__cause__.account is ann)
print(*(f"{e.seq}:{e.kind}:{e.account}:{e.amount}" for e in bank.trail))
print(dict(bank.touched), Account.deposit.__name__, bank.trail[0], bank.trail[0] > Entry(0, "a", "b"))
