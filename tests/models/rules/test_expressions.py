"""Expressions: three truth values, types and words checked at compile time, nothing that is not a rule."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.expressions import ExpressionError, Names
from models.rules.values import UNKNOWN

NAMES = Names(
    {"a": "bool", "b": "bool", "c": "bool", "x": "money", "y": "money", "kind": "enum", "at": "datetime",
     "then": "datetime", "items": "money_map", "gone": "text_list", "sums": "money_list"},
    {"kind": frozenset({"red", "blue"})},
)  # fmt: skip


def value(text: str, known: Mapping[str, object] | None = None) -> object:
    return NAMES.compile(text).evaluate(lambda name: (known or {}).get(name, UNKNOWN))


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("a and b", {"a": False}, False),
        ("b and a", {"a": False}, False),
        ("a and b", {"a": True}, UNKNOWN),
        ("a or b", {"b": True}, True),
        ("a or b", {"a": False}, UNKNOWN),
        ("not a", {}, UNKNOWN),
        ("not (a and b)", {"b": False}, True),
        ("a ? x : y", {"x": Decimal(1), "y": Decimal(1)}, Decimal(1)),
        ("a ? x : y", {"x": Decimal(1), "y": Decimal(2)}, UNKNOWN),
        ("a ? x : y", {"a": True, "x": Decimal(1)}, Decimal(1)),
        ("x > 3 or a", {"a": True}, True),
        ("kind == 'red'", {"kind": "red"}, True),
        ("at == null ? 'none' : 'some'", {"at": None}, "none"),
        ("$sum([items[k] for k in items if k not in gone])",
         {"items": {"A": Decimal(2), "B": Decimal(3)}, "gone": ("A",)}, Decimal(3)),
        ("$sum(sums)", {"sums": (Decimal("0.10"), Decimal("0.20"))}, Decimal("0.30")),
        ("x / y", {"x": Decimal(1), "y": Decimal(0)}, None),
        ("(then - at).days",
         {"at": datetime(2026, 3, 1, tzinfo=UTC), "then": datetime(2026, 3, 8, tzinfo=UTC)}, Decimal(7)),
    ],
)  # fmt: skip
def test_what_an_expression_says(text: str, known: Mapping[str, object], expected: object) -> None:
    found = value(text, known)
    assert found is expected if expected is UNKNOWN or expected is None else found == expected


def test_what_is_missing_is_named_only_where_it_matters() -> None:
    expression = NAMES.compile("(a and b) or c")
    assert expression.missing(lambda name: {"a": False}.get(name, UNKNOWN)) == ("c",)
    assert expression.missing(lambda name: {"c": True}.get(name, UNKNOWN)) == ()
    assert NAMES.compile("x * y").missing(lambda name: UNKNOWN) == ("x", "y")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("zzz", "expression_invalid"),
        ("x + kind", "expression_invalid"),
        ("a > 1", "expression_invalid"),
        ("a and", "expression_invalid"),
        ("kind == 'green'", "expression_unknown_word"),
        ("kind in ['red', 'green']", "expression_unknown_word"),
        ("kind =~ '(a+)+b'", "expression_not_allowed"),
        ("$now > at", "expression_not_allowed"),
        ("$random() > x", "expression_not_allowed"),
        ("$range(1000000000)", "expression_not_allowed"),
        ("a or " * 100 + "a", "expression_too_long"),
        ("(" * 190 + "a" + ")" * 190, "expression_too_long"),
        ("(" * 12 + "a" + ")" * 12, None),
        ("9 ** 9 ** 9 > x", "expression_not_allowed"),
        ("9**9**9 > x", "expression_not_allowed"),
        ("1e999999 > x", "expression_not_allowed"),
        ("x > inf", "expression_not_allowed"),
        ("x << 99999 > 1", "expression_not_allowed"),
        ("kind.length > 1", "expression_not_allowed"),
        ("kind.__class__ == 'x'", "expression_not_allowed"),
        ("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+$'", "expression_not_allowed"),
        ("$any([a for p in $range(999999999)])", "expression_not_allowed"),
        ("$any([a for p in [1, 2] for q in [1, 2] for r in [1, 2]])", "expression_not_allowed"),
        ("$split(kind) == 'x'", "expression_not_allowed"),
        ("{'a': 1} == x", "expression_not_allowed"),
        ("b'x' == kind", "expression_not_allowed"),
        ("x ?? y > 1", "expression_not_allowed"),
        ("kind == 'gr\\een'", "expression_not_allowed"),
        ('kind == "red"', "expression_not_allowed"),
        ("\u0430 and a", "expression_not_allowed"),
    ],
)
def test_what_does_not_compile(text: str, code: str | None) -> None:
    if code is None:
        assert NAMES.compile(text).symbols == ("a",)
        return
    with pytest.raises(ExpressionError) as caught:
        NAMES.compile(text)
    assert caught.value.code == code


THREE = st.sampled_from([True, False, UNKNOWN])


@given(a=THREE, b=THREE, c=THREE)
def test_the_order_of_conditions_does_not_matter(a: object, b: object, c: object) -> None:
    known = {"a": a, "b": b, "c": c}
    for joined in (" and ", " or "):
        values = [value(joined.join(order), known) for order in permutations("abc")]
        assert all(each is values[0] for each in values)


@given(a=THREE, b=THREE)
def test_learning_more_never_turns_a_decided_answer(a: object, b: object) -> None:
    for text in ("a and b", "a or b", "not a or b", "a ? b : not b"):
        before = value(text, {"a": a, "b": b})
        if before is UNKNOWN:
            continue
        filled = {name: (True if each is UNKNOWN else each) for name, each in {"a": a, "b": b}.items()}
        assert value(text, filled) is before
