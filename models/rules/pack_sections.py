"""From the parsed sections of a pack file to its parts; a wrong shape raises what the loader turns into a PackError."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time
from decimal import Decimal
from typing import Any

from models.rules.amounts import ROUNDINGS
from models.rules.pack_parts import (
    Choice,
    Constant,
    DeadlineRule,
    EvidenceSpec,
    EvidenceUse,
    Exposure,
    FactSpec,
    Formula,
    Guarded,
    Node,
    Outcome,
    PackSource,
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
from models.rules.values import FACT_TYPES, NUMBER_TYPES

Raw = Mapping[str, Any]


def text_in(raw: object) -> Text:
    if raw is None:
        return Text()
    if isinstance(raw, str):
        return Text(raw, raw)
    if not isinstance(raw, Mapping):
        raise TypeError("a text is a mapping of languages")
    return Text(str(raw.get("zh", "")), str(raw.get("en", "")))


def guarded_in(raw: Sequence[Any]) -> tuple[Guarded, ...]:
    return tuple(Guarded(x) if isinstance(x, str) else Guarded(x["id"], x.get("when", "")) for x in raw)


def source_of(name: str, raw: Raw) -> PackSource:
    return PackSource(
        name,
        text_in(raw["title"]),
        raw["confidence"],
        raw.get("locator", ""),
        raw.get("version_date", ""),
        raw.get("review_by", ""),
    )


def fact_of(name: str, raw: Raw) -> FactSpec:
    if raw["type"] not in FACT_TYPES:
        raise ValueError(f"type of fact {name}")
    words = {str(each["id"]): text_in(each["label"]) for each in raw.get("values", ())}
    return FactSpec(
        name,
        raw["type"],
        text_in(raw["label"]),
        words,
        raw.get("from", ""),
        raw.get("derive", ""),
        raw.get("assume"),
        "assume" in raw,
        bool(raw.get("null_known", False)),
        text_in(raw.get("help")),
    )


def constant_of(name: str, raw: Raw) -> Constant:
    value = raw["value"]
    if raw["type"] not in NUMBER_TYPES | {"ratio"}:
        raise ValueError(f"type of constant {name}")
    number = None if value is None else Decimal(value)
    if isinstance(value, float) or (number is not None and not number.is_finite()):
        raise ValueError(f"constant {name}")
    return Constant(name, raw["type"], number, text_in(raw["label"]), raw["source"], bool(raw.get("editable", False)))


def choice_of(raw: Raw) -> Choice:
    return Choice(
        raw["next"],
        raw.get("value"),
        "value" in raw,
        raw.get("when", ""),
        text_in(raw.get("label")),
        text_in(raw.get("hint")),
        text_in(raw.get("effect")),
    )


def uses_in(raw: Sequence[Any]) -> tuple[EvidenceUse, ...]:
    return tuple(
        EvidenceUse(x) if isinstance(x, str) else EvidenceUse(x["id"], x.get("level", "must"), x.get("when", ""))
        for x in raw
    )


def node_of(name: str, raw: Raw) -> Node:
    kind = raw["kind"]
    source = raw.get("source", "")
    if kind == "question":
        return Node(
            name,
            kind,
            fact=raw["fact"],
            ask=text_in(raw["ask"]),
            help=text_in(raw.get("help")),
            source=source,
            affects=text_in(raw.get("affects")),
            shows=tuple(raw.get("shows", ())),
            quiet=bool(raw.get("quiet", False)),
            answers=tuple(choice_of(each) for each in raw["answers"]),
            unknown=raw.get("unknown", ""),
        )
    if kind == "switch":
        cases = tuple(Choice(each["next"], when=each["when"]) for each in raw["cases"])
        return Node(
            name,
            kind,
            cases=cases,
            otherwise=raw["else"],
            unknown=raw.get("unknown", ""),
            source=source,
            quiet=bool(raw.get("quiet", False)),
        )
    if kind == "collect":
        return Node(
            name,
            kind,
            evidence=uses_in(raw.get("evidence", ())),
            facts=tuple(raw.get("facts", ())),
            otherwise=raw["next"],
            unknown=raw.get("unknown", ""),
            source=source,
        )
    if kind == "outcome":
        return Node(name, kind, outcome=raw["outcome"], source=source)
    raise ValueError(f"kind of node {name}")


def table_of(name: str, raw: Raw) -> Table:
    rows = tuple(TableRow(each["when"], each["value"], each.get("source", "")) for each in raw["rules"])
    if raw["hit"] not in ("first", "unique", "collect", "max"):
        raise ValueError(f"hit of table {name}")
    return Table(name, raw["hit"], rows)


def formula_of(name: str, raw: Raw) -> Formula:
    if raw["type"] not in NUMBER_TYPES | {"ratio"} or raw.get("round", "half_up") not in ROUNDINGS:
        raise ValueError(f"type of formula {name}")
    return Formula(
        name,
        raw["type"],
        raw["expr"],
        text_in(raw["label"]),
        raw["source"],
        raw.get("min", ""),
        raw.get("max", ""),
        raw.get("round", "half_up"),
        int(raw.get("places", 2)),
        raw.get("zero_div", "null"),
        raw.get("result", name),
        raw.get("merge", ""),
    )


def deadline_of(name: str, raw: Raw) -> DeadlineRule:
    window = raw.get("window", {})
    for moment in (raw.get("clock", "12:00"), window.get("open", "09:00"), window.get("close", "18:00")):
        time.fromisoformat(moment)
    return DeadlineRule(
        name,
        text_in(raw["label"]),
        raw["who"],
        raw["event"],
        raw["count"],
        raw["severity"],
        raw["source"],
        n=str(raw.get("n", 0)),
        roll=raw.get("roll", "none"),
        clock=raw.get("clock", "12:00"),
        opens=window.get("open", "09:00"),
        closes=window.get("close", "18:00"),
        anchor=raw.get("anchor", ""),
        extra_days=str(raw.get("extra_days", "")),
        when=raw.get("when", ""),
        warn_before=raw.get("warn_before", ""),
        on_timeout=raw.get("on_timeout", ""),
        result=raw.get("result", name),
        output=raw.get("output", "moment"),
        hidden=bool(raw.get("hidden", False)),
        remedies=tuple(raw.get("remedies", ())),
    )


def evidence_of(name: str, raw: Raw) -> EvidenceSpec:
    return EvidenceSpec(name, text_in(raw["label"]), raw["kind"], raw["from"], text_in(raw.get("ask")))


def register_of(name: str, raw: Raw) -> RegisterSpec:
    return RegisterSpec(
        name, text_in(raw["label"]), raw.get("register", ""), tuple(raw["columns"]), raw.get("amount", "")
    )


def step_of(name: str, raw: Raw) -> StepSpec:
    return StepSpec(
        name, text_in(raw["title"]), raw.get("role", "after_sales"), raw.get("due", ""), tuple(raw.get("after", ()))
    )


def remedy_of(name: str, raw: Raw) -> RemedySpec:
    return RemedySpec(
        name,
        raw["kind"],
        text_in(raw["title"]),
        raw.get("goods", ""),
        raw.get("refund", ""),
        raw.get("compensation", ""),
        tuple(raw.get("legs", ())),
        raw.get("needs", "none"),
        raw.get("if_wrong", "low"),
        text_in(raw.get("if_wrong_text")),
        tuple(raw.get("steps", ())),
    )


def script_of(name: str, raw: Raw) -> Script:
    tones = {str(tone): text_in(each) for tone, each in raw.get("tones", {}).items()}
    return Script(name, text_in(raw["text"]), tones, tuple(raw.get("slots", ())))


def exposure_of(name: str, raw: Raw) -> Exposure:
    return Exposure(
        name,
        text_in(raw["label"]),
        raw["source"],
        raw.get("when", ""),
        str(raw.get("points", "")),
        raw.get("ledger", "general"),
        raw.get("money", ""),
        raw.get("basis", ""),
        str(raw.get("points_before", "")),
        str(raw.get("node_every", "12")),
        str(raw.get("node_money", "")),
        str(raw.get("node_ban_days", "")),
        raw.get("ban_from", ""),
    )


def result_of(name: str, raw: object) -> ResultUse:
    if isinstance(raw, Mapping):
        return ResultUse(
            name, raw.get("value"), raw.get("expr", ""), raw.get("table", ""), raw.get("field", ""), raw.get("when", "")
        )
    return ResultUse(name, tuple(raw) if isinstance(raw, list) else raw)


def outcome_of(name: str, raw: Raw) -> Outcome:
    remark = raw.get("remark", {})
    remedies = tuple(
        RemedyUse(
            x["id"],
            x.get("when", ""),
            x.get("amount", ""),
            x.get("needs", ""),
            tuple(x.get("steps", ())),
            x.get("script", ""),
            x.get("if_wrong", ""),
            text_in(x.get("if_wrong_text")),
            bool(x.get("right", False)),
        )
        for x in raw["remedies"]
    )
    warnings = tuple(
        (text_in(x["text"]), x.get("when", "")) if "text" in x else (text_in(x), "") for x in raw.get("warnings", ())
    )
    return Outcome(
        name,
        text_in(raw["title"]),
        raw["liable"],
        tuple(raw["sources"]),
        raw.get("liable_to_buyer", ""),
        raw.get("recourse_against", ""),
        {k: str(v) for k, v in raw.get("shares", {}).items()},
        text_in(raw.get("because")),
        remedies,
        dict(raw.get("postage", {})),
        guarded_in(raw.get("amounts", ())),
        guarded_in(raw.get("deadlines", ())),
        uses_in(raw.get("evidence", ())),
        guarded_in(raw.get("registers", ())),
        guarded_in(raw.get("steps", ())),
        remark.get("flag", ""),
        remark.get("template", ""),
        tuple(raw.get("exposures", ())),
        warnings,
        raw.get("script", ""),
        tuple(result_of(key, each) for key, each in raw.get("results", {}).items()),
        guarded_in(raw.get("refuses", ())),
    )
