"""From the parsed file of a pack to its records; what does not have the right shape is refused with a code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeVar

from models.rules.calendars import WorkCalendar, country_calendar
from models.rules.expressions import Names, PackError
from models.rules.packs import (
    LAYERS,
    Choice,
    Constant,
    DeadlineRule,
    EvidenceSpec,
    EvidenceUse,
    Exposure,
    FactSpec,
    Formula,
    Guarded,
    InputCheck,
    Node,
    Outcome,
    Pack,
    PackSource,
    PackTest,
    RegisterSpec,
    RemedySpec,
    RemedyUse,
    ResultUse,
    Script,
    StepSpec,
    Table,
    TableRow,
    Text,
)
from models.rules.values import FACT_TYPES

T = TypeVar("T")
Raw = Mapping[str, Any]

_SHARED: Final = ("sources", "facts", "constants", "evidence", "registers", "steps", "remedies", "scripts")
_BY_COUNTRY: Final = "by_country"


def load_pack(
    raw: Raw,
    *,
    parents: Mapping[str, Raw] | None = None,
    calendars: Mapping[str, WorkCalendar] | None = None,
    numbers: Mapping[str, str] | None = None,
) -> Pack:
    """A pack from its parsed file.

    `parents` are the files that `extends` may name (their shared sections are taken over), `numbers` the shop's
    own values for editable constants. PackError: `pack_invalid`, `pack_schema_version`, `pack_parent_missing`,
    `pack_calendar_missing`, `pack_number_not_editable`.
    """
    if not isinstance(raw, Mapping) or raw.get("schema_version") != 1:
        raise PackError("pack_schema_version", found=raw.get("schema_version") if isinstance(raw, Mapping) else None)
    try:
        return _load(raw, parents or {}, calendars or {}, numbers or {})
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, InvalidOperation) as error:
        name = raw.get("pack", {}).get("id", "") if isinstance(raw.get("pack"), Mapping) else ""
        raise PackError("pack_invalid", pack=str(name)[:80], why=f"{type(error).__name__}: {error}") from error


def _load(raw: Raw, parents: Mapping[str, Raw], calendars: Mapping[str, WorkCalendar], numbers: Mapping[str, str]) -> Pack:
    head = raw["pack"]
    if head["layer"] not in LAYERS:
        raise ValueError(f"layer {head['layer']}")
    shared: dict[str, dict[str, Any]] = {name: {} for name in _SHARED}
    for parent in head.get("extends", ()):
        if parent not in parents:
            raise PackError("pack_parent_missing", pack=head["id"], parent=parent)
        for name in _SHARED:
            shared[name].update(parents[parent].get(name, {}))
    for name in _SHARED:
        shared[name].update(raw.get(name, {}))
    facts = _each(shared["facts"], _fact)
    constants = _each(shared["constants"], _constant)
    for name, value in numbers.items():
        if name not in constants or not constants[name].editable:
            raise PackError("pack_number_not_editable", pack=head["id"], number=name)
        constants[name] = _replaced(constants[name], value)
    formulas = _each(raw.get("formulas", {}), _formula)
    deadlines = _each(raw.get("deadlines", {}), _deadline)
    types = {"now": "datetime", **{name: each.type for name, each in facts.items()}}
    types |= {name: each.type for name, each in constants.items()}
    types |= dict.fromkeys(formulas, "decimal") | dict.fromkeys(deadlines, "datetime")
    words = {name: frozenset(each.words) for name, each in facts.items() if each.words}
    return Pack(
        id=head["id"], version=head["version"], title=_text(head["title"]), layer=head["layer"],
        jurisdiction=head["jurisdiction"], platforms=tuple(head.get("platforms", ())),
        countries=tuple(head.get("countries", ())), effective_from=date.fromisoformat(head["effective_from"]),
        effective_to=_day(head.get("effective_to")), applies_by=head.get("applies_by", "case_opened_at"),
        time_zone=head["timezone"], zones=dict(head.get("zones", {})), currency=head["currency"],
        calendar=_calendar(head, calendars), review_by=_day(head.get("review_by")),
        priority=int(head.get("priority", 0)), aliases=tuple(head.get("aliases", ())),
        sources=_each(shared["sources"], _source), facts=facts, constants=constants, start=raw["start"],
        nodes=_each(raw["nodes"], _node), tables=_each(raw.get("tables", {}), _table), formulas=formulas,
        deadlines=deadlines, evidence=_each(shared["evidence"], _evidence),
        registers=_each(shared["registers"], _register), steps=_each(shared["steps"], _step),
        remedies=_each(shared["remedies"], _remedy), scripts=_each(shared["scripts"], _script),
        exposures=_each(raw.get("exposures", {}), _exposure), outcomes=_each(raw["outcomes"], _outcome),
        always=_guarded(raw.get("always", ())),
        checks=tuple(InputCheck(c["id"], c["when"], _text(c.get("label"))) for c in raw.get("checks", ())),
        tests=tuple(PackTest(t["id"], dict(t["facts"]), dict(t["expect"])) for t in raw["tests"]),
        names=Names(types, words),
    )  # fmt: skip


def _each(raw: Mapping[str, Any], make: Callable[[str, Raw], T]) -> dict[str, T]:
    return {str(name): make(str(name), each) for name, each in raw.items()}


def _text(raw: object) -> Text:
    if raw is None:
        return Text()
    if isinstance(raw, str):
        return Text(raw, raw)
    if not isinstance(raw, Mapping):
        raise TypeError("a text is a mapping of languages")
    return Text(str(raw.get("zh", "")), str(raw.get("en", "")))


def _day(raw: object) -> date | None:
    return date.fromisoformat(raw) if isinstance(raw, str) else None


def _calendar(head: Raw, calendars: Mapping[str, WorkCalendar]) -> WorkCalendar | None:
    name = head.get("calendar", "")
    if name == _BY_COUNTRY:
        return None
    if not name:
        return country_calendar(head["jurisdiction"])
    if name not in calendars:
        raise PackError("pack_calendar_missing", pack=head["id"], calendar=name)
    return calendars[name]


def _guarded(raw: Sequence[Any]) -> tuple[Guarded, ...]:
    return tuple(Guarded(x) if isinstance(x, str) else Guarded(x["id"], x.get("when", "")) for x in raw)


def _source(name: str, raw: Raw) -> PackSource:
    return PackSource(name, _text(raw["title"]), raw["confidence"], raw.get("locator", ""), raw.get("version_date", ""),
                      raw.get("review_by", ""))  # fmt: skip


def _fact(name: str, raw: Raw) -> FactSpec:
    if raw["type"] not in FACT_TYPES:
        raise ValueError(f"type of fact {name}")
    words = {str(each["id"]): _text(each["label"]) for each in raw.get("values", ())}
    return FactSpec(name, raw["type"], _text(raw["label"]), words, raw.get("from", ""), raw.get("derive", ""),
                    raw.get("assume"), "assume" in raw, bool(raw.get("null_known", False)), _text(raw.get("help")))  # fmt: skip


def _constant(name: str, raw: Raw) -> Constant:
    value = raw["value"]
    number = None if value is None else Decimal(value)
    if isinstance(value, float) or (number is not None and not number.is_finite()):
        raise ValueError(f"constant {name}")
    return Constant(name, raw["type"], number, _text(raw["label"]), raw["source"], bool(raw.get("editable", False)))


def _replaced(constant: Constant, value: str) -> Constant:
    number = Decimal(value)
    if not number.is_finite() or number < 0:
        raise ValueError(f"number {constant.id}")
    return Constant(constant.id, constant.type, number, constant.label, constant.source, constant.editable)


def _choice(raw: Raw) -> Choice:
    return Choice(raw["next"], raw.get("value"), "value" in raw, raw.get("when", ""), _text(raw.get("label")),
                  _text(raw.get("hint")), _text(raw.get("effect")))  # fmt: skip


def _uses(raw: Sequence[Any]) -> tuple[EvidenceUse, ...]:
    return tuple(
        EvidenceUse(x) if isinstance(x, str) else EvidenceUse(x["id"], x.get("level", "must"), x.get("when", "")) for x in raw
    )


def _node(name: str, raw: Raw) -> Node:
    kind = raw["kind"]
    source = raw.get("source", "")
    if kind == "question":
        return Node(name, kind, fact=raw["fact"], ask=_text(raw["ask"]), help=_text(raw.get("help")), source=source,
                    affects=_text(raw.get("affects")), shows=tuple(raw.get("shows", ())), quiet=bool(raw.get("quiet", False)),
                    answers=tuple(_choice(each) for each in raw["answers"]), unknown=raw.get("unknown", ""))  # fmt: skip
    if kind == "switch":
        cases = tuple(Choice(each["next"], when=each["when"]) for each in raw["cases"])
        return Node(name, kind, cases=cases, otherwise=raw["else"], unknown=raw.get("unknown", ""), source=source)
    if kind == "collect":
        return Node(name, kind, evidence=_uses(raw.get("evidence", ())), facts=tuple(raw.get("facts", ())),
                    otherwise=raw["next"], unknown=raw.get("unknown", ""), source=source)  # fmt: skip
    if kind == "outcome":
        return Node(name, kind, outcome=raw["outcome"], source=source)
    raise ValueError(f"kind of node {name}")


def _table(name: str, raw: Raw) -> Table:
    rows = tuple(TableRow(each["when"], each["value"], each.get("source", "")) for each in raw["rules"])
    if raw["hit"] not in ("first", "unique", "collect", "max"):
        raise ValueError(f"hit of table {name}")
    return Table(name, raw["hit"], rows)


def _formula(name: str, raw: Raw) -> Formula:
    return Formula(name, raw["type"], raw["expr"], _text(raw["label"]), raw["source"], raw.get("min", ""), raw.get("max", ""),
                   raw.get("round", "half_up"), int(raw.get("places", 2)), raw.get("zero_div", "null"),
                   raw.get("result", name), raw.get("merge", ""))  # fmt: skip


def _deadline(name: str, raw: Raw) -> DeadlineRule:
    window = raw.get("window", {})
    return DeadlineRule(
        name, _text(raw["label"]), raw["who"], raw["event"], raw["count"], raw["severity"], raw["source"],
        n=str(raw.get("n", 0)), roll=raw.get("roll", "none"), clock=raw.get("clock", "12:00"),
        opens=window.get("open", "09:00"), closes=window.get("close", "18:00"), anchor=raw.get("anchor", ""),
        extra_days=str(raw.get("extra_days", "")), when=raw.get("when", ""), warn_before=raw.get("warn_before", ""),
        on_timeout=raw.get("on_timeout", ""), result=raw.get("result", name), output=raw.get("output", "moment"),
        hidden=bool(raw.get("hidden", False)),
    )  # fmt: skip


def _evidence(name: str, raw: Raw) -> EvidenceSpec:
    return EvidenceSpec(name, _text(raw["label"]), raw["kind"], raw["from"], _text(raw.get("ask")))


def _register(name: str, raw: Raw) -> RegisterSpec:
    return RegisterSpec(name, _text(raw["label"]), raw.get("register", ""), tuple(raw["columns"]), raw.get("amount", ""))


def _step(name: str, raw: Raw) -> StepSpec:
    return StepSpec(name, _text(raw["title"]), raw.get("role", "after_sales"), raw.get("due", ""), tuple(raw.get("after", ())))


def _remedy(name: str, raw: Raw) -> RemedySpec:
    return RemedySpec(
        name, raw["kind"], _text(raw["title"]), raw.get("goods", ""), raw.get("refund", ""), raw.get("compensation", ""),
        tuple(raw.get("legs", ())), raw.get("needs", "none"), raw.get("if_wrong", "low"), _text(raw.get("if_wrong_text")),
        tuple(raw.get("steps", ())),
    )  # fmt: skip


def _script(name: str, raw: Raw) -> Script:
    tones = {str(tone): _text(each) for tone, each in raw.get("tones", {}).items()}
    return Script(name, _text(raw["text"]), tones, tuple(raw.get("slots", ())))


def _exposure(name: str, raw: Raw) -> Exposure:
    return Exposure(name, _text(raw["label"]), raw["source"], raw.get("when", ""), str(raw.get("points", "")),
                    raw.get("ledger", "general"), raw.get("money", ""), raw.get("basis", ""))  # fmt: skip


def _result(name: str, raw: object) -> ResultUse:
    if isinstance(raw, Mapping):
        return ResultUse(name, raw.get("value"), raw.get("expr", ""), raw.get("table", ""), raw.get("field", ""), raw.get("when", ""))
    return ResultUse(name, tuple(raw) if isinstance(raw, list) else raw)


def _outcome(name: str, raw: Raw) -> Outcome:
    remark = raw.get("remark", {})
    remedies = tuple(
        RemedyUse(x["id"], x.get("when", ""), x.get("amount", ""), x.get("needs", ""), tuple(x.get("steps", ())), x.get("script", ""),
                  x.get("if_wrong", ""), _text(x.get("if_wrong_text")), bool(x.get("right", False)))
        for x in raw["remedies"]
    )  # fmt: skip
    warnings = tuple(
        (_text(x["text"]), x.get("when", "")) if "text" in x else (_text(x), "") for x in raw.get("warnings", ())
    )
    return Outcome(
        name, _text(raw["title"]), raw["liable"], tuple(raw["sources"]), raw.get("liable_to_buyer", ""),
        raw.get("recourse_against", ""), {k: str(v) for k, v in raw.get("shares", {}).items()}, _text(raw.get("because")),
        remedies, dict(raw.get("postage", {})), _guarded(raw.get("amounts", ())), _guarded(raw.get("deadlines", ())),
        _uses(raw.get("evidence", ())), _guarded(raw.get("registers", ())), _guarded(raw.get("steps", ())),
        remark.get("flag", ""), remark.get("template", ""), tuple(raw.get("exposures", ())), warnings, raw.get("script", ""),
        tuple(_result(key, each) for key, each in raw.get("results", {}).items()),
    )  # fmt: skip
