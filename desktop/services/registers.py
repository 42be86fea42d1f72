"""Registers: what the program wrote while cases were worked on, read month by month, and set right with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import tzinfo
from enum import StrEnum
from functools import lru_cache

from desktop import words
from desktop.services.claim_terms import carrier_key
from desktop.services.register_corrections import correct
from desktop.services.shop_days import month_limits, zone_of
from desktop.services.workbench import Workbench
from models.clock import to_millis, zone
from models.kinds import RegisterKind
from models.records import HistoryEvent, RegisterEntry
from models.register_records import (
    Month,
    MonthClosing,
    RegisterGroup,
    RegisterLine,
    RegisterQuery,
    RegisterSheet,
    RegisterValue,
)
from models.rules import penalty_points, register_totals
from models.rules.register_columns import COLUMNS
from models.store import claims, month_closings, registers
from models.store.history import list_events_without_case
from models.store.register_lines import EntryRows, count_lines, load_entries
from models.store.register_lines_cells import Telling
from models.store.register_lines_other import count_items, count_reviews, hand_over_lines, review_lines
from models.store.register_lines_sheet import GROUPED_BY, entry_lines


class RegisterService:
    """Reading and correcting the registers. Any thread may call."""

    def __init__(self, bench: Workbench, node_size: Callable[[int], int] = lambda shop_id: penalty_points.NODE) -> None:
        """`node_size`: how many points make a node of a shop."""
        self._bench = bench
        self._node_size = node_size

    def sheet(self, query: RegisterQuery, language: str = "zh") -> RegisterSheet:
        """A register as asked for: lines with typed cells, totals of them, tiles, states, closings.

        Months are counted in the shop's zone, in the desk's without a shop; a word of a cell is looked for in both
        languages, tiles are named in `language`. What is asked for as unsettled stands with the sums of all that
        corrects it. NotFound for an unknown shop, UserError `month_unknown`. An unknown `sort` key sorts as none: by
        when it was entered.
        """
        database, register = self._bench.store.database, query.register
        where = zone_of(self._bench, query.shop_id)
        span = None if query.month is None else _span(query.month, where)
        lines = self._lines(query, span, where)
        shown = register_totals.narrowed(lines, query, _said)
        own = [line for line in lines if line.corrects is None]
        groups: tuple[RegisterGroup, ...] = ()
        if register in GROUPED_BY:
            column = GROUPED_BY[register]
            groups = register_totals.groups_of(register, lines, lambda line: _name(line.cells.get(column), language))
        closings: tuple[MonthClosing, ...] = ()
        if query.month is not None:
            closings = month_closings.list_closings(database, register, query.month, query.shop_id)
        return RegisterSheet(
            query=query, columns=COLUMNS[register],
            lines=register_totals.ordered(shown, query.sort, descending=query.descending),
            totals=register_totals.totals_of(register, shown), groups=groups,
            states=register_totals.states_of(own), found=len(lines), late=sum(1 for line in own if line.late),
            closings=closings,
        )  # fmt: skip

    @staticmethod
    def narrow(whole: RegisterSheet, query: RegisterQuery) -> RegisterSheet:
        """A sheet that was asked for without narrowing, narrowed and put in order without asking the store again.

        `query` names the same register, month and shop.
        """
        shown = register_totals.narrowed(whole.lines, query, _said)
        return replace(
            whole, query=query, lines=register_totals.ordered(shown, query.sort, descending=query.descending),
            totals=register_totals.totals_of(query.register, shown),
        )  # fmt: skip

    def _lines(self, query: RegisterQuery, span: tuple[int, int] | None, where: tzinfo) -> list[RegisterLine]:
        """All lines of the month, before anything narrows them but that they are unsettled."""
        database, register = self._bench.store.database, query.register
        tell = Telling(where, self._bench.clock.now(), _carrier_name)
        closed: dict[int, list[tuple[int, int]]] = {}
        for shop_id, start, end in month_closings.closed_spans(database, register):
            closed.setdefault(shop_id, []).append((start, end))
        if register is RegisterKind.REVIEW:
            return review_lines(database, span, query.shop_id, closed, tell, unsettled=query.unsettled)
        if register is RegisterKind.HANDOVER:
            return hand_over_lines(database, query.month, query.shop_id, closed, tell, unsettled=query.unsettled)
        rows = load_entries(database, register, span, query.shop_id, unsettled=query.unsettled)
        if register is RegisterKind.PENALTY:
            tell.points_after = self._points_after(rows)
            tell.nodes = {shop: self._node_size(shop) for shop in {row["shop_id"] for row in rows.rows} - {None}}
        return entry_lines(register, rows, closed, tell, net=query.unsettled)

    def _points_after(self, rows: EntryRows) -> Mapping[int, int]:
        """How many points a ledger held after each penalty, counted from the start of the year it was imposed in."""
        years: dict[tuple[int, str], set[int]] = {}
        for row in rows.rows:
            if row["shop_id"] is not None:
                columns = dict(row["columns"])
                for each in rows.corrections.get(row["id"], ()):
                    columns |= each["columns"]
                imposed = claims.imposed_on(columns, row["entered_at"], zone(row["time_zone"]))
                years.setdefault((row["shop_id"], row["time_zone"]), set()).add(imposed.year)
        found: dict[int, int] = {}
        for (shop_id, name), those in years.items():
            imposed_then = claims.penalties_of_years(self._bench.store.database, those, shop_id, zone(name))
            for year in those:
                found |= penalty_points.running_totals(each for each in imposed_then if each.day.year == year)
        return found

    def counts(self, month: Month | None, shop_id: int | None = None) -> Mapping[RegisterKind, int]:
        """How many lines each register has in a month; of all months with None."""
        database = self._bench.store.database
        span = None if month is None else _span(month, zone_of(self._bench, shop_id))
        entries = count_lines(database, span, shop_id)
        own = {
            RegisterKind.REVIEW: count_reviews(database, span, shop_id),
            RegisterKind.HANDOVER: count_items(database, month, shop_id),
        }
        return {kind: own.get(kind, entries.get(kind.value, 0)) for kind in RegisterKind}

    def find_entry(self, entry_id: int) -> RegisterEntry:
        """One line of `register_entry`; NotFound `register_entry_not_found`."""
        return registers.find_entry(self._bench.store.database, entry_id)

    def corrections(self, entry_id: int) -> tuple[RegisterEntry, ...]:
        """The correcting lines of a line, oldest first."""
        return registers.list_corrections(self._bench.store.database, entry_id)

    def events(self, line: RegisterLine) -> tuple[HistoryEvent, ...]:
        """What happened to a line while it belonged to no case, newest first."""
        return list_events_without_case(self._bench.store.database, line.source, line.id)

    def correct(self, entry_id: int, changes: Mapping[str, RegisterValue], reason: str) -> int:
        """Set editable columns of a line right: `changes` by the column's key, amounts as Money of the whole.

        In an open month the line itself changes and the history keeps before and after; of a closed one a correcting
        line is written in the present month. Returns the id of the line that says it now.
        UserError `text_empty` without a reason, `register_not_editable`, `register_value`, `register_currency`,
        `register_withdrawn` for an amount of a line that no longer counts, `text_too_long`.
        """
        return correct(self._bench, entry_id, changes, reason)


def _span(month: Month, where: tzinfo) -> tuple[int, int]:
    """The first moment of a month and that of the next in a zone, in milliseconds. UserError `month_unknown`."""
    start, end = month_limits(month, where)
    return to_millis(start), to_millis(end)


def _said(value: StrEnum) -> str:
    """A word in both languages, as it may be looked for."""
    return f"{words.word(value, 'zh')}\n{words.word(value, 'en')}"


def _name(value: RegisterValue, language: str) -> str:
    return words.word(value, language) if isinstance(value, StrEnum) else str(value or "")


@lru_cache(maxsize=4096)
def _carrier_name(written: str) -> str:
    """The carrier as the book names it, or as somebody wrote it."""
    return carrier_key(written) if written.strip() else ""
