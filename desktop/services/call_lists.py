"""The call-backs of a day or a month on paper and as workbooks. Making one changes nothing; handing it out is noted."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from desktop import words
from desktop.exporters.sheet import Progress, Sheet, never, silent
from desktop.exporters.workbook import write_xlsx
from desktop.services.call_back_calendar import CallBackCalendar
from desktop.services.call_sheets import calls_made_sheet, planned_sheet
from desktop.services.month_counts import month_days
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.packet_files import Outgoing, check_target, keep_preview
from desktop.services.sheets import SheetFile
from models.call_back_records import EVERY_CALL_BACK, CallFilters
from models.clock import from_millis, to_millis
from models.errors import UserError
from models.kinds import CallBackState, PacketLanguage, Paper, SheetKind
from models.records import CallBackRow
from models.rules.call_levels import queue_place
from models.rules.sheet_calls import CallSource, call_sheet
from models.store import shops
from models.store.call_back_rows import NOBODY
from models.store.call_topics import load_case_names, load_topics
from models.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class CallListWish:
    """How a call list is to be made; phone numbers are masked unless `whole_phones`."""

    language: PacketLanguage = PacketLanguage.ZH
    paper: Paper = Paper.A4
    whole_phones: bool = False


class CallListService:
    """Lists hold what is open, of buyers who did not opt out, in the order the calls are made."""

    def __init__(self, calls: CallBackCalendar) -> None:
        self._calls = calls
        self._bench = calls.bench
        self._folder = calls.bench.store.folder.cache / "sheets"

    # Paper

    def day_list(
        self, on: date, filters: CallFilters = EVERY_CALL_BACK, wish: CallListWish = CallListWish()
    ) -> SheetFile:  # fmt: skip
        """What is to be done on a day, up to today with all that is late. UserError `no_calls_of_day`."""
        rows = self._calls.queue(on, filters)
        if not rows:
            raise UserError("no_calls_of_day", day=on.isoformat())
        return self._painted(rows, filters, wish, on.isoformat(), day=on)

    def month_list(
        self, year: int, month: int, filters: CallFilters = EVERY_CALL_BACK, wish: CallListWish = CallListWish()
    ) -> SheetFile:  # fmt: skip
        """What is open in a month by day; in the running month all that is late stands first.

        UserError `no_calls_of_month`.
        """
        first, last = month_days(year, month)
        today = self._calls.desk().today
        late = self._late_before(today, first, last, filters)
        ahead = self._calls.between(today if first <= today <= last else first, last, filters)
        rows = [*sorted(late, key=queue_place), *ahead]
        rows = [row for row in rows if row.call_back.state is CallBackState.DUE]
        if not rows:
            raise UserError("no_calls_of_month", month=f"{year}-{month:02d}")
        return self._painted(rows, filters, wish, f"{year}-{month:02d}", month=(year, month))

    def _late_before(self, day: date, first: date, last: date, filters: CallFilters) -> list[CallBackRow]:
        """What stands open before `day` where the days run over today: nothing that is late is left off a list."""
        today = self._calls.desk().today
        if not first <= today <= last:
            return []
        return [row for row in self._calls.due(today, filters) if row.call_back.due_on < day]

    def note_printed(self, sheet: SheetFile) -> None:
        """Note in the history that a list went to paper."""
        self._bench.note("call_list_printed", lambda transaction: _record(transaction, "call_list_printed", sheet))

    def save(self, sheet: SheetFile, out: Path) -> Path:
        """Write a list to a file, byte for byte, and note it. UserError or EnvironmentFault when it cannot be."""
        target = check_target(out, self._bench.store.folder)
        outgoing = Outgoing(target, sheet.content(), self._bench.store.folder)

        def work(transaction: Transaction) -> None:
            _record(transaction, "call_list_saved", sheet)
            outgoing.put()

        try:
            self._bench.note("call_list_saved", work)
        except BaseException:
            outgoing.drop()
            raise
        return target

    # Workbooks

    def export(
        self, out: Path, first: date, last: date, filters: CallFilters = EVERY_CALL_BACK, *, language: str = "zh",
        whole_phones: bool = False, progress: Progress = silent, cancelled: Callable[[], bool] = never,
    ) -> int:  # fmt: skip
        """Write the call-backs that stand from one day to another as a workbook; how many. As on paper, what is late
        comes first where today is among these days, whichever day it stands on.

        Errors as of desktop.exporters, and `export_name_unknown` for a name that does not end in .xlsx.
        """
        late = sorted(self._late_before(first, first, last, filters), key=queue_place)
        rows = [*late, *self._calls.between(first, last, filters)]
        sheet = planned_sheet(self._bench.store.database, rows, self._calls.desk(), language, whole_phones)
        return self._write(out, sheet, progress, cancelled, f"{first.isoformat()} – {last.isoformat()}")

    def export_made(
        self, out: Path, first: date, last: date, filters: CallFilters = EVERY_CALL_BACK, *, language: str = "zh",
        whole_phones: bool = False, progress: Progress = silent, cancelled: Callable[[], bool] = never,
    ) -> int:  # fmt: skip
        """Write the contacts that were made from one day to another as a workbook; how many. Errors as of `export`."""
        within = self._calls.within(filters)
        sheet = calls_made_sheet(
            self._bench.store.database, first, last, within, self._calls.desk(), language, whole_phones
        )
        return self._write(out, sheet, progress, cancelled, f"{first.isoformat()} – {last.isoformat()}")

    def _write(
        self, out: Path, sheet: Sheet, progress: Progress, cancelled: Callable[[], bool], span: str
    ) -> int:  # fmt: skip
        if out.suffix.lower() != ".xlsx":
            raise UserError("export_name_unknown", file=out.name)
        folder = self._bench.store.folder
        target, parts = check_target(out, folder), OutgoingParts(folder)
        write_xlsx(target, sheet, progress=progress, cancelled=cancelled, parts=parts)
        details = {"span": span, "count": sheet.count}
        self._bench.note(
            "calls_exported",
            lambda transaction: transaction.record("calls_exported", entity="call_list", entity_id=0, details=details),
        )
        return sheet.count

    def _painted(
        self, rows: Sequence[CallBackRow], filters: CallFilters, wish: CallListWish, name: str, *,
        day: date | None = None, month: tuple[int, int] | None = None,
    ) -> SheetFile:  # fmt: skip
        from desktop.packets.sheets.call_list import paint_calls

        database, desk = self._bench.store.database, self._calls.desk()
        now: datetime = from_millis(to_millis(self._bench.clock.now()))
        case_ids = [row.call_back.case_id for row in rows if row.call_back.case_id is not None]
        source = CallSource(
            rows, load_topics(database, (row.call_back.buyer_id for row in rows)), load_case_names(database, case_ids),
            self._names(self._calls.within(filters), wish.language), self._calls.rules.read().hours, desk.today,
        )  # fmt: skip
        content = call_sheet(
            source, day=day, month=month, whole_phones=wish.whole_phones, language=wish.language,
            time_zone=str(desk.zone), now=now, person=self._bench.person.name, words=words,
        )  # fmt: skip
        made = paint_calls(content, wish.paper, now)
        sha256 = hashlib.sha256(made.content).hexdigest()
        path = keep_preview(self._folder, f"{SheetKind.CALL_LIST.value}-{sha256[:24]}", made.content)
        return SheetFile(
            SheetKind.CALL_LIST, path, name, made.pages, len(made.content), sha256, made.missing_glyphs, (),
            made.width_mm, made.height_mm,
        )  # fmt: skip

    def _names(self, filters: CallFilters, language: PacketLanguage) -> list[tuple[str, Sequence[str]]]:
        """What narrows the list, in words; the shop also where there are several and all are shown."""
        database = self._bench.store.database
        tongue = "en" if language is PacketLanguage.EN else "zh"
        known = shops.list_shops(database)
        people = {person.id: person.name for person in shops.list_everybody(database)}
        people[NOBODY] = "—"
        shown = [shop.name for shop in known if not filters.shops or shop.id in filters.shops]
        return [
            ("calls_shop", shown),
            ("calls_tiers", [tier.value.upper() for tier in filters.tiers]),
            ("calls_people", [people.get(each, str(each)) for each in filters.people]),
            ("calls_kinds", [words.word(kind, tongue) for kind in filters.kinds]),
        ]


def _record(transaction: Transaction, code: str, sheet: SheetFile) -> None:
    details = {"name": sheet.name, "pages": sheet.pages, "sha256": sheet.sha256}
    transaction.record(code, entity="call_list", entity_id=0, details=details)
