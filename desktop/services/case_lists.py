"""The Cases list as a whole: what its rows hold as plain values, where a search found them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from desktop.exporters.clipboard_table import clipboard_table
from desktop.exporters.comma_file import write_csv
from desktop.exporters.sheet import ColumnKind, Progress, Sheet, SheetColumn, Value, never, silent
from desktop.exporters.workbook import write_xlsx
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.workbench import Workbench
from desktop.words import word
from models.clock import zone
from models.errors import UserError
from models.kinds import Flag, Tier
from models.money import exponent
from models.records import CaseRow, Shop
from models.store import cases, shops
from models.store.search_hits import Hit, HitField, find_hits

CURRENCY = "currency"
# Title in Chinese and English, what its cells hold, width in characters; in the order of the design.
COLUMNS: Mapping[str, tuple[str, str, ColumnKind, int]] = {
    "number": ("单号", "Number", ColumnKind.TEXT, 14),
    "state": ("状态", "State", ColumnKind.TEXT, 12),
    "next_due_at": ("下一时限", "Next clock", ColumnKind.MOMENT, 17),
    "buyer_nick": ("买家", "Buyer", ColumnKind.TEXT, 24),
    "order_number": ("订单号", "Order no.", ColumnKind.TEXT, 22),
    "problem": ("问题", "Problem", ColumnKind.TEXT, 14),
    "liability": ("责任", "Liability", ColumnKind.TEXT, 12),
    "at_stake": ("涉及金额", "At stake", ColumnKind.AMOUNT, 14),
    CURRENCY: ("币种", "Currency", ColumnKind.TEXT, 10),
    "waiting_on": ("待谁", "Waiting on", ColumnKind.TEXT, 12),
    "handler_name": ("经手", "Handler", ColumnKind.TEXT, 12),
    "updated_at": ("更新", "Updated", ColumnKind.MOMENT, 17),
    "evidence_due": ("凭证", "Evidence", ColumnKind.TEXT, 10),
    "evidence_missing": ("缺必需凭证", "Required evidence missing", ColumnKind.TEXT, 12),
    "tags": ("标签", "Tags", ColumnKind.TEXT, 20),
    "shop": ("店铺", "Shop", ColumnKind.TEXT, 16),
    "snoozed_until": ("搁置到", "Snoozed until", ColumnKind.MOMENT, 17),
}
SHOWN_FIRST = (
    "number", "state", "next_due_at", "buyer_nick", "order_number", "problem", "liability", "at_stake", "waiting_on",
    "handler_name", "updated_at", "evidence_due",
)  # fmt: skip
_TOGETHER = 500
_WRITERS = {".csv": write_csv, ".xlsx": write_xlsx}


class CaseListService:
    """Reads only; nothing here changes the store."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def find_hits(self, case_ids: Sequence[int], text: str, visible: Iterable[HitField]) -> Mapping[int, Hit]:
        """Where `text` stands in these cases, for those whose row does not show it; for the rows of one page."""
        return find_hits(self._bench.store.database, case_ids, text, visible)

    def list_rows(self, case_ids: Sequence[int]) -> Iterator[CaseRow]:
        """The rows of any number of cases in this order, read in parts; those gone meanwhile are left out."""
        for start in range(0, len(case_ids), _TOGETHER):
            part = case_ids[start : start + _TOGETHER]
            found = cases.load_rows(self._bench.store.database, part)
            yield from (found[case_id] for case_id in part if case_id in found)

    def sheet(self, case_ids: Sequence[int], columns: Sequence[str], language: str, name: str = "") -> Sheet:
        """These cases with these columns (words of COLUMNS) as a list of plain values, whole texts and real numbers.

        A column with the currency follows the amount where there are several. Times are those of each case's shop.
        """
        known = shops.list_shops(self._bench.store.database)
        there = {amount.currency for amount in cases.sum_at_stake(self._bench.store.database, case_ids)}
        places = max(map(exponent, there), default=2)
        several = len(there | {shop.currency for shop in known}) > 1
        keys = [key for key in columns if key in COLUMNS and key != CURRENCY]
        if several and "at_stake" in keys:
            keys.insert(keys.index("at_stake") + 1, CURRENCY)
        read = _Values({shop.id: shop for shop in known}, language, self._bench.time_zone)
        chosen = [_column(key, language, places) for key in keys]
        rows = ([read.value(row, key) for key in keys] for row in self.list_rows(case_ids))
        return Sheet(name or ("售后单" if language.startswith("zh") else "Cases"), chosen, rows, len(case_ids))

    def export(
        self,
        path: Path,
        case_ids: Sequence[int],
        columns: Sequence[str],
        language: str,
        *,
        name: str = "",
        progress: Progress = silent,
        cancelled: Callable[[], bool] = never,
    ) -> int:
        """Write these cases to a file: a workbook, or comma separated where the name ends in .csv; how many.

        Errors: see desktop.exporters, and UserError `export_name_unknown` for a name that ends in neither .xlsx nor
        .csv; the file is written whole or stays as it was.
        """
        write = _WRITERS.get(path.suffix.lower())
        if write is None:
            raise UserError("export_name_unknown", file=path.name)
        sheet = self.sheet(case_ids, columns, language, name)
        parts = OutgoingParts(self._bench.store.folder)
        write(path, sheet, progress=progress, cancelled=cancelled, parts=parts)
        return sheet.count

    def clipboard_table(self, case_ids: Sequence[int], columns: Sequence[str], language: str) -> tuple[str, str]:
        """These cases as text with tabs and as HTML."""
        sheet = self.sheet(case_ids, columns, language)
        return clipboard_table(sheet.columns, sheet.rows)


def _column(key: str, language: str, places: int) -> SheetColumn:
    zh, en, kind, width = COLUMNS[key]
    return SheetColumn(zh if language.startswith("zh") else en, kind, width, places)


class _Values:
    """Reads a row's values column by column."""

    def __init__(self, known: Mapping[int, Shop], language: str, time_zone: str) -> None:
        self._shops = known
        self._language = language
        self._zone = zone(time_zone)

    def value(self, row: CaseRow, key: str) -> Value:
        if key == "buyer_nick":
            marks = [word(row.tier, self._language)] if row.tier is not Tier.NONE else []
            marks += [word(row.flag, self._language)] if row.flag is not Flag.NONE else []
            return " ".join(part for part in (row.buyer_nick, *marks) if part)
        if key in ("state", "problem", "liability", "waiting_on"):
            return word(getattr(row, key), self._language)
        if key in ("next_due_at", "updated_at", "snoozed_until"):
            return self._moment(row, getattr(row, key))
        if key == "at_stake":
            amount: Decimal = row.at_stake.amount
            return amount
        return self._text(row, key)

    def _text(self, row: CaseRow, key: str) -> str:
        count = row.evidence
        if key == "evidence_due":
            return f"{count.there} / {count.needed}" if count is not None and count.needed else ""
        if key == "evidence_missing":
            return str(count.due) if count is not None else ""
        if key == "tags":
            return ("、" if self._language.startswith("zh") else ", ").join(row.tags)
        if key == "shop":
            return self._shops[row.shop_id].name if row.shop_id in self._shops else ""
        return {
            "number": row.number, "order_number": row.order_number, "handler_name": row.handler,
            CURRENCY: row.at_stake.currency,
        }[key]  # fmt: skip

    def _moment(self, row: CaseRow, value: datetime | None) -> datetime | None:
        if value is None:
            return None
        here = zone(self._shops[row.shop_id].time_zone) if row.shop_id in self._shops else self._zone
        return value.astimezone(here).replace(tzinfo=None, microsecond=0)
