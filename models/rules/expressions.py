"""Expressions of packs: rule-engine 5 compiled against typed names, evaluated with three truth values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final

from models.errors import AftercaseError
from models.rules.expression_grammar import LOOP_LENGTH, flaw_of, loops_in
from models.rules.expression_tables import offer_tables
from models.rules.values import NUMBER_TYPES, UNKNOWN

Resolve = Callable[[str], object]

_FUNCTIONS: Final = frozenset({"sum", "min", "max", "abs", "any", "all"})
_REFUSED: Final = frozenset(
    {"FuzzyComparisonExpression", "FunctionExpression", "BitwiseExpression", "BitwiseShiftExpression",
     "BytesExpression", "MappingExpression", "SetExpression", "GetSliceExpression"}
)  # fmt: skip
_NUMBER_LIMIT: Final = Decimal(10) ** 24


class PackError(AftercaseError):
    """A pack cannot be used as it is; `code` says why and the values say where."""


class ExpressionError(PackError):
    """An expression does not compile: a typing error, an unknown name or something that is not allowed."""


class Expression:
    """One compiled expression; `symbols` are the names it reads."""

    __slots__ = ("_loops", "_node", "kind", "symbols", "text")

    def __init__(self, text: str, node: _Node, kind: str) -> None:
        self.text = text
        self._node = node
        self.kind = kind
        self.symbols = node.symbols
        self._loops = loops_in(text) if "for" in text else 0

    def evaluate(self, resolve: Resolve) -> object:
        """The value, or UNKNOWN where it hangs on a name that is not known (a false `and`, a true `or` do not).

        Division by zero gives None. Only the names that matter are asked for, left to right. PackError
        `expression_failed` where the values cannot be reckoned with (none where a number is needed, a number or a
        day beyond all measure).
        """
        if self._loops > 1 and any(_long(resolve(name)) for name in self.symbols):
            raise PackError("expression_failed", text=self.text[:80], why="list")
        try:
            value = self._node.evaluate(resolve)
        except _engine().errors.ArithmeticError:
            return None
        except (_engine().errors.EngineError, ArithmeticError, ValueError, TypeError) as error:
            raise PackError("expression_failed", text=self.text[:80], why=type(error).__name__) from error
        if isinstance(value, Decimal) and not (value.is_finite() and abs(value) < _NUMBER_LIMIT):
            raise PackError("expression_failed", text=self.text[:80], why="number")
        return value

    def missing(self, resolve: Resolve) -> tuple[str, ...]:
        """The unknown names that keep the value unknown, in the order they stand."""
        if self.evaluate(resolve) is not UNKNOWN:
            return ()
        return tuple(self._node.missing(resolve))


class _Node:
    """A node of an expression: logic is evaluated here with three values, the rest by rule-engine."""

    __slots__ = ("_engine_node", "_parts", "kind", "symbols")

    def __init__(self, kind: str, parts: tuple[_Node, ...], engine_node: Any, symbols: tuple[str, ...]) -> None:
        self.kind = kind
        self._parts = parts
        self._engine_node = engine_node
        self.symbols = symbols

    def evaluate(self, resolve: Resolve) -> object:
        if self.kind == "and":
            return self._logic(resolve, decisive=False)
        if self.kind == "or":
            return self._logic(resolve, decisive=True)
        if self.kind == "not":
            value = self._parts[0].evaluate(resolve)
            return UNKNOWN if value is UNKNOWN else not value
        if self.kind == "ternary":
            return self._choice(resolve)
        known: dict[str, object] = {}
        for name in self.symbols:
            value = resolve(name)
            if value is UNKNOWN:
                return UNKNOWN
            known[name] = value
        return self._engine_node.evaluate(known)

    def _logic(self, resolve: Resolve, *, decisive: bool) -> object:
        unknown = False
        for part in self._parts:
            value = part.evaluate(resolve)
            if value is UNKNOWN:
                unknown = True
            elif bool(value) is decisive:
                return decisive
        return UNKNOWN if unknown else not decisive

    def _choice(self, resolve: Resolve) -> object:
        condition = self._parts[0].evaluate(resolve)
        if condition is not UNKNOWN:
            return self._parts[1 if condition else 2].evaluate(resolve)
        yes, no = self._parts[1].evaluate(resolve), self._parts[2].evaluate(resolve)
        if yes is not UNKNOWN and no is not UNKNOWN and type(yes) is type(no) and yes == no:
            return yes
        return UNKNOWN

    def missing(self, resolve: Resolve) -> list[str]:
        if self.kind == "ternary":
            condition = self._parts[0].evaluate(resolve)
            if condition is UNKNOWN:
                return self._parts[0].missing(resolve)
            return self._parts[1 if condition else 2].missing(resolve)
        if self._parts:
            names = [
                name for part in self._parts if part.evaluate(resolve) is UNKNOWN for name in part.missing(resolve)
            ]
        else:
            names = [name for name in self.symbols if resolve(name) is UNKNOWN]
        return list(dict.fromkeys(names))


def _long(value: object) -> bool:
    return isinstance(value, tuple | list | Mapping) and len(value) > LOOP_LENGTH


@cache
def _engine() -> Any:
    offer_tables()
    import rule_engine  # not at the start: only when a rule is evaluated for the first time

    return rule_engine


@cache
def _types() -> Mapping[str, Any]:
    data_type = _engine().DataType
    return {
        **dict.fromkeys(NUMBER_TYPES | {"ratio"}, data_type.FLOAT),
        "bool": data_type.BOOLEAN,
        "enum": data_type.STRING,
        "text": data_type.STRING,
        "datetime": data_type.DATETIME,
        "date": data_type.DATETIME,
        "money_list": data_type.ARRAY(data_type.FLOAT),
        "text_list": data_type.ARRAY(data_type.STRING),
        "money_map": data_type.MAPPING(data_type.STRING, data_type.FLOAT),
    }


class Names:
    """The typed names an expression may read: name to type, and for an enum its words."""

    def __init__(self, types: Mapping[str, str], words: Mapping[str, frozenset[str]]) -> None:
        self.types = types
        self.words = words
        self._context: Any = None

    def compile(self, text: str, *, where: str = "") -> Expression:
        """Compile, or ExpressionError: `expression_too_long`, `expression_invalid`, `expression_not_allowed`,
        `expression_unknown_word` (an enum compared with a word it does not have)."""
        flaw = flaw_of(text)
        if flaw:
            raise ExpressionError(flaw, where=where, text=text[:80])
        engine = _engine()
        if self._context is None:
            resolver = {name: _types()[kind] for name, kind in self.types.items()}
            self._context = engine.Context(
                type_resolver=resolver,
                resolver=lambda known, name: known[name],
                default_timezone="utc",
                mapping_attribute_lookup=False,
            )
        try:
            rule = engine.Rule(text, context=self._context)
        except (engine.errors.EngineError, ArithmeticError, ValueError, TypeError, RecursionError) as error:
            raise ExpressionError("expression_invalid", where=where, text=text, why=str(error)) from error
        top = rule.statement.expression
        kind = str(getattr(top.result_type, "name", "UNDEFINED"))
        return Expression(text, self._node(top, frozenset(), where, text), kind)

    def _node(self, node: Any, bound: frozenset[str], where: str, text: str) -> _Node:
        self._refuse(node, where, text)
        name = type(node).__name__
        if name == "SymbolExpression":
            outer = node.scope is None and node.name not in bound
            return _Node("leaf", (), node, (node.name,) if outer else ())
        if name == "ComprehensionExpression":
            bound = bound | {node.variable}
        parts = tuple(self._node(part, bound, where, text) for part in _children(node))
        symbols = tuple(dict.fromkeys(symbol for part in parts for symbol in part.symbols))
        kind = "leaf"
        if name == "LogicExpression":
            kind = str(node.type)
        elif name == "UnaryExpression" and node.type == "not":
            kind = "not"
        elif name == "TernaryExpression":
            kind = "ternary"
        return _Node(kind, parts if kind != "leaf" else (), node, symbols)

    def _refuse(self, node: Any, where: str, text: str) -> None:
        name = type(node).__name__
        built_in = name == "SymbolExpression" and node.scope == "built-in"
        if name in _REFUSED or (built_in and node.name not in _FUNCTIONS):
            raise ExpressionError("expression_not_allowed", where=where, text=text)
        if name == "ComparisonExpression":
            for one, other in ((node.left, node.right), (node.right, node.left)):
                words = self.words.get(getattr(one, "name", ""), None)
                if words and type(other).__name__ == "StringExpression" and other.value not in words:
                    raise ExpressionError("expression_unknown_word", where=where, text=text, word=other.value)
        if name == "ContainsExpression":
            words = self.words.get(getattr(node.member, "name", ""), None)
            listed = getattr(node.container, "value", ())
            values = [getattr(each, "value", each) for each in listed] if isinstance(listed, tuple | list) else []
            if words and any(isinstance(word, str) and word not in words for word in values):
                raise ExpressionError("expression_unknown_word", where=where, text=text)


def _children(node: Any) -> list[Any]:
    base = _engine().ast.ExpressionBase
    names = [
        *getattr(node, "__dict__", {}),
        *(slot for kind in type(node).__mro__ for slot in getattr(kind, "__slots__", ())),
    ]
    order = (
        "condition",
        "case_true",
        "case_false",
        "left",
        "right",
        "object",
        "container",
        "member",
        "function",
        "arguments",
        "iterable",
        "result",
        "item",
        "start",
        "stop",
        "value",
    )
    found: list[Any] = []
    for name in sorted(set(names) & set(order), key=order.index):
        value = getattr(node, name, None)
        members = value if isinstance(value, tuple | list) else (value,)
        found.extend(member for member in members if isinstance(member, base))
    return found
