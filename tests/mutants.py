"""Mutants of the rules: each condition turned round, one at a time, in memory, and the codes that would notice."""

from __future__ import annotations

import ast
import copy
import functools
import importlib
import inspect
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

from generator import rules as package
from generator.rules import rules

RULES = package.__name__
FOLDER = Path(package.__file__ or "").parent
OPPOSITE: Mapping[type[ast.cmpop], type[ast.cmpop]] = {
    one: other
    for pair in ((ast.Eq, ast.NotEq), (ast.Lt, ast.GtE), (ast.Gt, ast.LtE), (ast.In, ast.NotIn), (ast.Is, ast.IsNot))
    for one, other in (pair, pair[::-1])
}

Definition = ast.FunctionDef | ast.ClassDef
Where = tuple[str, str]
"""A module of the rules, and a function or class at its top."""


@dataclass(frozen=True, slots=True)
class Change:
    """One attribute of one node with another value; `old` and `new` are what people read."""

    node: ast.AST
    field: str
    value: object
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function of a rule's module in which one condition is turned round."""

    module: str
    function: str
    line: int
    number: int
    change: str

    @property
    def name(self) -> str:
        """Name the mutant by what it says, so that lines above it may come and go."""
        return f"{self.module}.{self.function}: {self.change}"

    @property
    def where(self) -> Where:
        """Give the function or class at the top of the module."""
        return self.module, self.function.partition(".")[0]

    def apply(self) -> None:
        """Give the function its mutated code, for everybody who has a hold of it."""
        tree = copy.deepcopy(_tree(self.module))
        name, node = next((name, node) for name, node in _functions(tree) if name == self.function)
        change = list(_changes(node))[self.number]
        setattr(change.node, change.field, change.value)
        source = FOLDER / f"{self.module}.py"
        code = compile(ast.fix_missing_locations(tree), str(source), "exec", dont_inherit=True)
        _function(self.module, name).__code__ = next(each for each in _codes(code) if each.co_qualname == name)


def modules() -> list[str]:
    """Name the modules of the rules, sorted."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__")


def mutants(module: str) -> Iterator[Mutant]:
    """Give the mutants of one module in the order of its text; what is said twice is numbered."""
    for name, node in _functions(_tree(module)):
        told: Counter[str] = Counter()
        for number, change in enumerate(_changes(node)):
            text = f"`{change.old}` -> `{change.new}`"
            told[text] += 1
            again = f" ({told[text]})" if told[text] > 1 else ""
            yield Mutant(module, name, getattr(change.node, "lineno", node.lineno), number, f"{text}{again}")


def _changes(function: ast.FunctionDef) -> Iterator[Change]:
    """Turn round each condition that is no comparison, each comparison, and each `and` and `or`."""
    for node in ast.walk(function):
        match node:
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield from _negated(node, "test", test, _not(test))
            case ast.match_case(guard=ast.expr() as guard):
                yield from _negated(node, "guard", guard, _not(guard))
            case ast.comprehension(ifs=ifs):
                for at, test in enumerate(ifs):
                    yield from _negated(node, "ifs", test, [*ifs[:at], _not(test), *ifs[at + 1 :]])
            case ast.BoolOp(op=op, values=values):
                other = ast.Or() if isinstance(op, ast.And) else ast.And()
                yield _changed(node, "op", other, ast.BoolOp(other, values))
            case ast.Compare(left=left, ops=ops, comparators=comparators):
                for at, each in enumerate(ops):
                    turned = [*ops[:at], OPPOSITE[type(each)](), *ops[at + 1 :]]
                    yield _changed(node, "ops", turned, ast.Compare(left, turned, comparators))


def _negated(node: ast.AST, field: str, test: ast.expr, value: ast.expr | list[ast.expr]) -> Iterator[Change]:
    """A comparison as a whole condition is turned round once, as a comparison."""
    if not (isinstance(test, ast.Compare) and len(test.ops) == 1):
        yield Change(node, field, value, ast.unparse(test), ast.unparse(_not(test)))


def _changed(node: ast.expr, field: str, value: object, after: ast.expr) -> Change:
    return Change(node, field, value, ast.unparse(node), ast.unparse(after))


def _not(test: ast.expr) -> ast.expr:
    inner = test.operand if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) else None
    return inner or ast.copy_location(ast.UnaryOp(ast.Not(), test), test)


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse((FOLDER / f"{module}.py").read_text(encoding="utf-8"))


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give the functions at the top of a module and in its classes; those inside another belong to it."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            yield from ((f"{node.name}.{each.name}", each) for each in node.body if isinstance(each, ast.FunctionDef))


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield from _codes(each)


def _function(module: str, name: str) -> FunctionType:
    found: Any = importlib.import_module(f"{RULES}.{module}")
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    elif isinstance(found, functools.cached_property):
        found = found.func
    return inspect.unwrap(getattr(found, "__func__", found))  # type: ignore[no-any-return]


@cache
def codes(where: Where) -> frozenset[str]:
    """Give the codes whose checks come to a function, by the names they use."""
    users = {user for user, used in _uses().items() if where in used}
    return _own().get(where, frozenset()).union(*(_codes_through(user, frozenset({where})) for user in users))


def _codes_through(where: Where, seen: frozenset[Where]) -> frozenset[str]:
    users = {user for user, used in _uses().items() if where in used} - seen
    own = _own().get(where, frozenset())
    return own.union(*(_codes_through(user, seen | {where}) for user in users))


@cache
def _own() -> Mapping[Where, frozenset[str]]:
    """Give the codes that name a function as their check."""
    return {
        (check.__module__.rpartition(".")[2], check.__name__): frozenset({code})
        for code, rule in rules().items()
        for check in (*rule.checks, *rule.over_time, *rule.of_change)
    }


@cache
def _uses() -> Mapping[Where, frozenset[Where]]:
    """Give what each function or class at the top of a module may use, there and in the modules it imports from."""
    tops = {
        (module, node.name): node
        for module in modules()
        for node in _tree(module).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
    }
    return {
        where: frozenset(
            other for other in tops if other[1] in _words(node) and other != where and _in_reach(where[0], other[0])
        )
        for where, node in tops.items()
    }


def _in_reach(module: str, other: str) -> bool:
    return other == module or other in _imported(module)


@cache
def _imported(module: str) -> frozenset[str]:
    """Name the modules of the rules from which one imports."""
    found = set()
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(RULES):
            found |= {node.module.rpartition(".")[2], *(each.name for each in node.names)}
    return frozenset(found)


@cache
def _words(node: Definition) -> frozenset[str]:
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return frozenset(names | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)})
