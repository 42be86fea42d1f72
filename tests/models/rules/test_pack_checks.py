"""Each way a pack can be broken is found, with a clear code; and no file, however strange, is more than refused."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import AftercaseError
from models.rules.expressions import PackError
from models.rules.pack_checks import check_pack
from models.rules.pack_loader import load_pack
from tests.models.rules.conftest import SMALL

Raw = dict[str, Any]
LOST: Raw = {"title": {"zh": "x"}, "liable": "none", "remedies": [], "sources": ["book"]}


def codes(raw: Raw) -> set[str]:
    return {problem.code for problem in check_pack(load_pack(raw))}


def test_a_sound_pack_has_no_problems(raw: Raw) -> None:
    assert check_pack(load_pack(raw)) == ()


def _set(path: str, value: object) -> Callable[[Raw], None]:
    def change(raw: Raw) -> None:
        *way, last = path.split("/")
        place: Any = raw
        for step in way:
            place = place[int(step)] if isinstance(place, list) else place[step]
        place[int(last) if isinstance(place, list) else last] = value

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("start", "nowhere"), "reference"),
        (_set("nodes/start/answers/0/next", "nowhere"), "reference"),
        (_set("nodes/start/fact", "nothing"), "reference"),
        (_set("nodes/red/outcome", "nothing"), "reference"),
        (_set("outcomes/red/sources", ["nothing"]), "reference"),
        (_set("outcomes/red/deadlines", ["nothing"]), "reference"),
        (_set("outcomes/red/amounts", ["nothing"]), "reference"),
        (_set("outcomes/red/remedies/0/id", "nothing"), "reference"),
        (_set("outcomes/red/registers", ["nothing"]), "reference"),
        (_set("outcomes/red/evidence", ["nothing"]), "reference"),
        (_set("outcomes/red/steps", ["nothing"]), "reference"),
        (_set("deadlines/due/event", "nothing"), "reference"),
        (_set("nodes/sure/answers/1/next", "start"), "cycle"),
        (_set("nodes/lost", {"kind": "outcome", "outcome": "blue"}), "unreachable"),
        (_set("outcomes/lost", LOST), "unreachable"),
        (_set("nodes/start/answers", [{"value": "red", "next": "sure"}]), "unanswered"),
        (_set("nodes/sure/answers", [{"value": True, "next": "red"}, {"next": "blue", "when": "sure"}]), "unanswered"),
        (_set("nodes/start/answers/1/value", "green"), "unanswered"),
        (_set("formulas/share/source", ""), "uncited"),
        (_set("constants/rate/source", ""), "uncited"),
        (_set("deadlines/due/source", ""), "uncited"),
        (_set("outcomes/red/sources", []), "uncited"),
        (_set("formulas/share/expr", "payed * rate"), "expression"),
        (_set("formulas/share/expr", "paid + kind"), "expression"),
        (_set("formulas/share/max", "kind == 'green' ? paid : paid"), "expression"),
        (_set("outcomes/red/remedies/0/when", "sure >"), "expression"),
        (_set("facts/sure/derive", "sure2"), "expression"),
        (_set("formulas/share/expr", "share * rate"), "circular_name"),
        (_set("facts/paid/derive", "share"), "circular_name"),
        (_set("constants/paid", {"type": "int", "value": 1, "label": {"zh": "x"}, "source": "book"}), "double_name"),
        (_set("outcomes/red/liable", "the_cat"), "word"),
        (_set("deadlines/due/count", "weeks"), "word"),
        (_set("remedies/give/kind", "cash_for_stars"), "word"),
        (_set("outcomes/red/remark", {"flag": "pink"}), "word"),
        (_set("tests/0/expect/share", "1.00"), "test"),
        (_set("tests/0/expect", {"nothing_like_it": True}), "test"),
    ],
)  # fmt: skip
def test_each_kind_of_broken_pack_is_named(raw: Raw, change: Callable[[Raw], None], code: str) -> None:
    change(raw)
    assert code in codes(raw)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_set("schema_version", 2), "pack_schema_version"),
        (_set("pack/layer", "astrology"), "pack_invalid"),
        (_set("pack/effective_from", "soon"), "pack_invalid"),
        (_set("pack/extends", ["nobody"]), "pack_parent_missing"),
        (_set("pack/calendar", "moon"), "pack_calendar_missing"),
        (_set("constants/rate/value", 0.1), "pack_invalid"),
        (_set("constants/rate/value", "NaN"), "pack_invalid"),
        (_set("constants/rate/value", "much"), "pack_invalid"),
        (_set("facts/paid/type", "float"), "pack_invalid"),
        (_set("nodes/start/kind", "spell"), "pack_invalid"),
        (_set("nodes/start", []), "pack_invalid"),
        (_set("outcomes", None), "pack_invalid"),
        (_set("tests", {}), None),
        (_set("facts", {f"f{n}": {"type": "bool", "label": {"zh": "x"}} for n in range(2001)}), "pack_too_large"),
    ],
)
def test_what_is_no_pack_is_refused(raw: Raw, change: Callable[[Raw], None], code: str | None) -> None:
    change(raw)
    if code is None:
        assert load_pack(raw).tests == ()
        return
    with pytest.raises(PackError) as caught:
        load_pack(raw)
    assert caught.value.code == code


def test_only_editable_numbers_can_be_changed(raw: Raw) -> None:
    changed = load_pack(raw, numbers={"rate": "0.25"})
    assert str(changed.constants["rate"].value) == "0.25"
    raw["constants"]["rate"]["editable"] = False
    assert load_pack(raw, numbers={"rate": "0.25"}).constants["rate"].value != changed.constants["rate"].value


def test_a_head_names_its_platforms_in_a_list(raw: Raw) -> None:
    raw["pack"]["platforms"] = "taobao"
    with pytest.raises(PackError) as caught:
        load_pack(raw)
    assert caught.value.code == "pack_invalid"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8) | st.just(1.5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def _places(raw: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [way] if way else []
    pairs = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    for name, each in pairs:
        found += _places(each, (*way, name))
    return found


PLACES = _places(SMALL)


@settings(max_examples=250, deadline=None)
@given(way=st.sampled_from(PLACES), junk=JUNK)
def test_a_hostile_pack_is_refused_or_reported_but_never_a_crash(way: tuple[str | int, ...], junk: object) -> None:
    raw = copy.deepcopy(SMALL)
    place: Any = raw
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = junk
    try:
        loaded = load_pack(raw)
        problems = check_pack(loaded)
    except AftercaseError as error:
        named = [error.code]
    else:
        named = [problem.code for problem in problems]
    assert all(named)


@given(JUNK)
def test_junk_is_no_pack(junk: object) -> None:
    with pytest.raises(PackError):
        load_pack(junk)  # type: ignore[arg-type]
