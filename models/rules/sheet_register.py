"""What a register or a month's measures say on paper: heads, lines, totals, what narrows it, whether it is closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Protocol

from models.clock import zone
from models.kinds import PacketLanguage, Problem
from models.money import Money
from models.register_records import (
    CellKind,
    Month,
    MonthClosing,
    MonthMetrics,
    RegisterColumn,
    RegisterLine,
    RegisterSheet,
    RegisterValue,
)
from models.rules.packet_parts import Language, Words
from models.rules.register_nets import CLOSABLE
from models.rules.register_phrases import MONTH_NAMES
from models.rules.sheet_phrases import SheetPhrases

SIGNS: Final = 600
"""More than a cell of a page shows; a longer text is cut, with a mark."""
_RIGHT = frozenset({CellKind.MONEY, CellKind.NUMBER})
_CODES = frozenset({"case", "order", "parcel"})
_CENTRED = frozenset({CellKind.DAY, CellKind.MOMENT, CellKind.YES_NO})


class RegisterWords(Words, Protocol):
    """The word lists, with the titles of columns."""

    def register_column(self, key: str, lang: str, /) -> str:
        """The title of a column."""


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table of texts: `aligns` has a letter per column (l, c, r); `stretches` those that may be narrow or wide.

    `totals` are rows under it; `empty` is said where there are no rows.
    """

    heads: tuple[str, ...]
    aligns: str
    stretches: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()
    title: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class ListPaper:
    """A list ready to be set: `said` is what narrows it, `notes` stand under the last table."""

    title: str
    period: str
    said: tuple[str, ...]
    made: str
    tables: tuple[PaperTable, ...]
    notes: tuple[str, ...]
    phrases: SheetPhrases


@dataclass(frozen=True, slots=True)
class ListMaker:
    """Who makes a list when, in which zone, of which shop ("" for all), with the names of all shops by id."""

    person: str
    now: datetime
    time_zone: str
    shop: str
    shops: Mapping[int, str]


def register_paper(
    sheet: RegisterSheet, language: PacketLanguage, maker: ListMaker, words: RegisterWords
) -> ListPaper:  # fmt: skip
    """A register as it was asked for, with all its lines."""
    phrases = SheetPhrases(language, maker.time_zone)
    query, month = sheet.query, sheet.query.month
    return ListPaper(
        title=phrases.word(words, query.register),
        period=_month(month, phrases) if month else phrases.say("register_all_months"),
        said=tuple(_said(sheet, phrases, maker, words)),
        made=made_line(phrases, maker),
        tables=(_register_table(sheet, phrases, words),),
        notes=tuple(_closings(sheet, phrases, maker)),
        phrases=phrases,
    )


def metrics_paper(
    metrics: MonthMetrics, language: PacketLanguage, maker: ListMaker, words: RegisterWords
) -> ListPaper:  # fmt: skip
    """The measures of a month: cost by liability and problem, carriers, what is not settled."""
    phrases = SheetPhrases(language, maker.time_zone)
    month = metrics.month
    notes = [phrases.say("metrics_undecided", count=metrics.undecided_cases)] if metrics.undecided_cases else []
    return ListPaper(
        title=phrases.say("metrics"),
        period=_month(month, phrases),
        said=(_shop(phrases, maker),),
        made=made_line(phrases, maker),
        tables=(_costs(metrics, phrases, words), _carriers(metrics, phrases), _unsettled(metrics, phrases, words)),
        notes=tuple(notes),
        phrases=phrases,
    )


def _month(month: Month, phrases: SheetPhrases) -> str:
    name = MONTH_NAMES[month.month - 1]
    return phrases.say("register_month", year=month.year, month=month.month, name=name)


def made_line(phrases: SheetPhrases, maker: ListMaker) -> str:
    """Who made it when."""
    at = phrases.at(maker.now)
    if not maker.person:
        return phrases.say("register_made_plain", at=at)
    return phrases.say("register_made", person=one_line(maker.person, 40), at=at)


def problems_of(value: str) -> list[Problem]:
    """The problems of a cell that names several; what is none is left out."""
    known = {problem.value: problem for problem in Problem}
    return [known[part] for part in value.split(", ") if part in known]


def one_line(text: str, limit: int = SIGNS) -> str:
    """On one line, ending in … where it is cut."""
    line = " ".join(text[: 4 * limit].split())
    cut = len(text) > 4 * limit or len(line) > limit
    return f"{line[: limit - 1].rstrip()}…" if cut else line


def column_title(key: str, phrases: SheetPhrases, words: RegisterWords) -> str:
    """The title of a column, each language on a line of its own."""
    return "\n".join(dict.fromkeys(words.register_column(key, language) for language in phrases.languages))


def cell_text(
    value: RegisterValue, column: RegisterColumn, phrases: SheetPhrases, words: Words, year: int | None = None
) -> str:  # fmt: skip
    """A cell on paper. A day of `year` stands without it, that of the month in the head."""
    if value is None or value == "":
        return ""
    if isinstance(value, Money):
        return phrases.money(value)
    if isinstance(value, StrEnum):
        return phrases.word(words, value).replace(" / ", "\n")
    if isinstance(value, bool):
        return phrases.stacked("register_yes" if value else "register_no")
    if isinstance(value, datetime):
        local = value.astimezone(zone(phrases.time_zone))
        if column.kind is CellKind.MOMENT:
            return f"{local:%m-%d %H:%M}" if local.year == year else f"{local:%Y-%m-%d %H:%M}"
        value = local.date()
    if isinstance(value, date):
        return f"{value:%m-%d}" if value.year == year else value.isoformat()
    if isinstance(value, int):
        return f"{value:,}" if column.kind is CellKind.NUMBER else str(value)
    if column.key == "problems":
        return ", ".join(phrases.word(words, each).replace(" / ", "/") for each in problems_of(str(value)))
    return one_line(str(value))


def total_texts(sums: Mapping[str, int], phrases: SheetPhrases) -> list[str]:
    """Totals of a column, one per currency; whole numbers stand under ""."""
    return [
        phrases.money(Money(minor, currency)) if currency else f"{minor:,}" for currency, minor in sorted(sums.items())
    ]


def _register_table(sheet: RegisterSheet, phrases: SheetPhrases, words: RegisterWords) -> PaperTable:
    year = sheet.query.month.year if sheet.query.month else None
    rows = tuple(_row(line, sheet.columns, phrases, words, year) for line in sheet.lines)
    totals: tuple[tuple[str, ...], ...] = ()
    if any(sheet.totals.values()):
        texts = ["\n".join(total_texts(sheet.totals.get(column.key, {}), phrases)) for column in sheet.columns]
        texts[0] = texts[0] or phrases.stacked("register_total")
        totals = (tuple(texts),)
    return PaperTable(
        heads=tuple(column_title(column.key, phrases, words) for column in sheet.columns),
        aligns="".join(_align(column) for column in sheet.columns),
        stretches=tuple(column.kind is CellKind.TEXT and column.key not in _CODES for column in sheet.columns),
        rows=rows,
        totals=totals if rows else (),
        empty=phrases.say("register_empty"),
    )


def _row(
    line: RegisterLine, columns: Sequence[RegisterColumn], phrases: SheetPhrases, words: Words, year: int | None
) -> tuple[str, ...]:  # fmt: skip
    texts = [cell_text(line.cells.get(column.key), column, phrases, words, year) for column in columns]
    if line.corrects is not None:
        texts[0] = "\n".join(part for part in (texts[0], phrases.stacked("register_correction")) if part)
    return tuple(texts)


def _align(column: RegisterColumn) -> str:
    return "r" if column.kind in _RIGHT else "c" if column.kind in _CENTRED else "l"


def _shop(phrases: SheetPhrases, maker: ListMaker) -> str:
    return phrases.say("register_shop", shop=one_line(maker.shop, 60)) if maker.shop else phrases.say(
        "register_every_shop"
    )  # fmt: skip


def _said(sheet: RegisterSheet, phrases: SheetPhrases, maker: ListMaker, words: Words) -> list[str]:
    """The shop, all that narrows the lines, and how many there are."""
    query = sheet.query
    said = [_shop(phrases, maker)]
    if query.group is not None:
        name = next((group.name for group in sheet.groups if group.key == query.group), query.group)
        said.append(phrases.say("register_group", group=one_line(name, 60)))
    if query.states:
        between: dict[Language, str] = {"zh": "、", "en": ", "}
        names = [phrases.word(words, state) for state in query.states]
        said.append(phrases.say("register_states", states=between[phrases.first].join(names)))
    if query.text.strip():
        said.append(phrases.say("register_text", text=one_line(query.text, 60)))
    said += [phrases.say(key) for key, on in (("register_unsettled", query.unsettled), ("register_late", query.late))
             if on]  # fmt: skip
    count, found = len(sheet.lines), max(sheet.found, len(sheet.lines))
    said.append(
        phrases.say("register_count", count=count)
        if found == count
        else phrases.say("register_of_found", count=count, found=found)
    )
    still = sum(1 for line in sheet.lines if not line.settled)
    if still:
        said.append(phrases.say("register_open", count=still))
    return said


def _closings(sheet: RegisterSheet, phrases: SheetPhrases, maker: ListMaker) -> list[str]:
    if sheet.query.month is None or sheet.query.register not in CLOSABLE:
        return []
    found = [_closing(closing, phrases, maker) for closing in sheet.closings]
    return found or [phrases.say("register_not_closed")]


def _closing(closing: MonthClosing, phrases: SheetPhrases, maker: ListMaker) -> str:
    shop = maker.shops.get(closing.shop_id, "") if len(maker.shops) > 1 else ""
    named = f"{one_line(shop, 40)}：" if shop else ""
    values: dict[str, object] = {"shop": named, "person": one_line(closing.closed_by, 40) or "—",
                                 "at": phrases.at(closing.closed_at)}  # fmt: skip
    if closing.reopened_at is None:
        open_lines = phrases.say("register_open", count=closing.open_lines) if closing.open_lines else ""
        text = phrases.say("register_closed", **values)
        return "　".join(part for part in (text, open_lines, one_line(closing.note, 200)) if part)
    return phrases.say(
        "register_reopened", **values, by=one_line(closing.reopened_by, 40) or "—",
        again=phrases.at(closing.reopened_at), reason=one_line(closing.reopen_reason, 200),
    )  # fmt: skip


def _costs(metrics: MonthMetrics, phrases: SheetPhrases, words: Words) -> PaperTable:
    rows = tuple(
        (phrases.word(words, line.liability), phrases.word(words, line.problem), f"{line.cases:,}",
         phrases.money(line.cost), phrases.money(line.refunded))
        for line in metrics.costs
    )  # fmt: skip
    totals: tuple[tuple[str, ...], ...] = ()
    if rows:
        cost, refunded = (_sum(amounts, phrases) for amounts in (
            [line.cost for line in metrics.costs], [line.refunded for line in metrics.costs]))  # fmt: skip
        cases = sum(line.cases for line in metrics.costs)
        totals = ((phrases.say("register_total"), "", f"{cases:,}", cost, refunded),)
    return _table("costs", ("liability", "problem", "cases", "cost", "refunded"), "llrrr", rows, totals, phrases)


def _carriers(metrics: MonthMetrics, phrases: SheetPhrases) -> PaperTable:
    rows = tuple(
        (one_line(line.carrier, 80) or phrases.say("metrics_no_carrier"), f"{line.claims:,}",
         *(phrases.money(amount) for amount in (line.claimed, line.allowed, line.received, line.open)))
        for line in metrics.carriers
    )  # fmt: skip
    totals: tuple[tuple[str, ...], ...] = ()
    if rows:
        lines = metrics.carriers
        sums = [[each.claimed for each in lines], [each.allowed for each in lines], [each.received for each in lines],
                [each.open for each in lines]]  # fmt: skip
        totals = ((phrases.say("register_total"), f"{sum(line.claims for line in lines):,}",
                   *(_sum(amounts, phrases) for amounts in sums)),)  # fmt: skip
    keys = ("carrier", "claims", "claimed", "allowed", "received", "open")
    return _table("carriers", keys, "lrrrrr", rows, totals, phrases)


def _unsettled(metrics: MonthMetrics, phrases: SheetPhrases, words: Words) -> PaperTable:
    rows = tuple(
        (phrases.word(words, register), f"{count:,}",
         _sum(metrics.unsettled_amounts.get(register, ()), phrases))
        for register, count in metrics.unsettled.items() if count
    )  # fmt: skip
    return _table("unsettled", ("register", "lines", "amount"), "lrr", rows, (), phrases)


def _table(
    name: str, keys: Sequence[str], aligns: str, rows: tuple[tuple[str, ...], ...],
    totals: tuple[tuple[str, ...], ...], phrases: SheetPhrases,
) -> PaperTable:  # fmt: skip
    return PaperTable(
        tuple(phrases.stacked(f"metrics_col_{key}") for key in keys), aligns, tuple(sign == "l" for sign in aligns),
        rows, totals, phrases.say(f"metrics_{name}"), phrases.say("register_empty"),
    )  # fmt: skip


def _sum(amounts: Sequence[Money], phrases: SheetPhrases) -> str:
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return "\n".join(total_texts(sums, phrases))
