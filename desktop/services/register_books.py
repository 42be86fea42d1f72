"""Registers and months as lists of typed values for a workbook: numbers, amounts with their currency, real dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, tzinfo
from decimal import Decimal
from enum import StrEnum

from desktop.exporters.sheet import ColumnKind, Row, Sheet, SheetColumn, Value
from desktop.words import language_code, register_column, word
from models.kinds import PacketLanguage
from models.money import Money
from models.register_records import CellKind, MonthMetrics, RegisterColumn, RegisterLine, RegisterSheet, RegisterValue
from models.rules.sheet_phrases import SheetPhrases
from models.rules.sheet_register import problems_of

_KINDS = {
    CellKind.MONEY: ColumnKind.AMOUNT, CellKind.NUMBER: ColumnKind.AMOUNT, CellKind.DAY: ColumnKind.DAY,
    CellKind.MOMENT: ColumnKind.MOMENT,
}  # fmt: skip
_WIDTHS = {CellKind.MONEY: 14, CellKind.NUMBER: 8, CellKind.DAY: 12, CellKind.MOMENT: 17, CellKind.YES_NO: 8}
_WIDE: Mapping[str, int] = {
    "buyer": 22, "case": 15, "order": 20, "parcel": 20, "item": 34, "text": 40, "reply": 40, "note": 34, "ordered": 26,
    "sent": 26, "title": 26, "problems": 24,
}  # fmt: skip


def register_book(sheet: RegisterSheet, language: str, zone: tzinfo) -> Sheet:
    """A register: all its lines, its totals as numbers below; what corrects a closed month says so behind."""
    cells = _Cells(language, zone)
    columns = [
        SheetColumn(register_column(column.key, cells.tongue), _KINDS.get(column.kind, ColumnKind.TEXT),
                    _WIDE.get(column.key, _WIDTHS.get(column.kind, 14)), 2 if column.kind is CellKind.MONEY else 0)
        for column in sheet.columns
    ]  # fmt: skip
    corrected = any(line.corrects is not None or line.reason for line in sheet.lines)
    if corrected:
        columns += [SheetColumn(cells.say("register_correction"), width=10),
                    SheetColumn(cells.say("register_reason"), width=30)]  # fmt: skip
    name = word(sheet.query.register, cells.tongue)
    title = f"{name} {sheet.query.month}" if sheet.query.month else name
    rows = cells.lines(sheet, corrected=corrected)
    return Sheet(title, columns, rows, len(sheet.lines), cells.totals(sheet, len(columns)))


def metrics_books(metrics: MonthMetrics, language: str) -> tuple[Sheet, ...]:
    """The measures of a month, a page each: cost, carriers, what is not settled."""
    cells = _Cells(language, None)
    amount = ColumnKind.AMOUNT

    def columns(*keys: str, texts: int) -> list[SheetColumn]:
        return [
            SheetColumn(cells.say(f"metrics_col_{key}"), ColumnKind.TEXT if place < texts else amount,
                        18 if place < texts else 14, 0 if key in ("cases", "claims", "lines") else 2)
            for place, key in enumerate(keys)
        ]  # fmt: skip

    costs: list[Row] = [
        (word(line.liability, cells.tongue), word(line.problem, cells.tongue), Decimal(line.cases), line.cost,
         line.refunded)
        for line in metrics.costs
    ]  # fmt: skip
    if metrics.undecided_cases:
        said = cells.say("metrics_undecided", count=metrics.undecided_cases)
        costs.append((said, "", Decimal(metrics.undecided_cases), None, None))
    carriers: list[Row] = [
        (line.carrier or cells.say("metrics_no_carrier"), Decimal(line.claims), line.claimed, line.allowed,
         line.received, line.open)
        for line in metrics.carriers
    ]  # fmt: skip
    unsettled = list(_unsettled(metrics, cells.tongue))
    month = str(metrics.month)
    return (
        Sheet(f"{cells.say('metrics')} {month}", columns("liability", "problem", "cases", "cost", "refunded", texts=2),
              costs, len(costs), _sums(costs[: len(metrics.costs)], cells.say("register_total"))),
        Sheet(cells.say("metrics_carriers"),
              columns("carrier", "claims", "claimed", "allowed", "received", "open", texts=1), carriers, len(carriers),
              _sums(carriers, cells.say("register_total"))),
        Sheet(cells.say("metrics_unsettled"), columns("register", "lines", "amount", texts=1), unsettled,
              len(unsettled), _sums(unsettled, cells.say("register_total"))),
    )  # fmt: skip


def _unsettled(metrics: MonthMetrics, tongue: str) -> Iterator[Row]:
    """One row per register and currency; the count stands once."""
    for register, count in metrics.unsettled.items():
        if not count:
            continue
        amounts = metrics.unsettled_amounts.get(register, ()) or (None,)
        for place, amount in enumerate(amounts):
            yield word(register, tongue), Decimal(count) if place == 0 else None, amount


def _sums(rows: Sequence[Row], label: str) -> tuple[Row, ...]:
    """Sums of amounts, a row per currency; whole numbers stand in the first of them."""
    if not rows:
        return ()
    currencies = sorted({value.currency for row in rows for value in row if isinstance(value, Money)}) or [""]
    found: list[Row] = []
    for place, currency in enumerate(currencies):
        sums: list[Value] = [label]
        for each in range(1, len(rows[0])):
            column = [row[each] for row in rows]
            amounts = [value for value in column if isinstance(value, Money) and value.currency == currency]
            numbers = [value for value in column if isinstance(value, Decimal)]
            if amounts:
                sums.append(Money(sum(amount.minor for amount in amounts), currency))
            else:
                sums.append(sum(numbers, Decimal(0)) if numbers and place == 0 else None)
        found.append(sums)
    return tuple(found)


class _Cells:
    def __init__(self, language: str, zone: tzinfo | None) -> None:
        self.tongue = language_code(language)
        self._phrases = SheetPhrases(PacketLanguage.ZH if self.tongue == "zh" else PacketLanguage.EN, "UTC")
        self._zone = zone

    def say(self, key: str, **values: object) -> str:
        return self._phrases.say(key, **values)

    def lines(self, sheet: RegisterSheet, *, corrected: bool) -> Iterable[Row]:
        for line in sheet.lines:
            row = [self._value(line.cells.get(column.key), column) for column in sheet.columns]
            yield [*row, *self._correction(line)] if corrected else row

    def _correction(self, line: RegisterLine) -> Row:
        return self.say("register_yes") if line.corrects is not None else "", line.reason

    def totals(self, sheet: RegisterSheet, count: int) -> tuple[Row, ...]:
        """A row per currency; whole numbers stand in the first."""
        if not sheet.lines or not any(sheet.totals.values()):
            return ()
        currencies = sorted({name for sums in sheet.totals.values() for name in sums if name}) or [""]
        found: list[Row] = []
        for place, currency in enumerate(currencies):
            row: list[Value] = []
            for column in sheet.columns:
                sums = sheet.totals.get(column.key, {})
                if currency and currency in sums:
                    row.append(Money(sums[currency], currency))
                else:
                    row.append(Decimal(sums[""]) if place == 0 and "" in sums else None)
            row += [None] * (count - len(row))
            label = self.say("register_total")
            row[0] = row[0] if row[0] is not None else f"{label} {currency}".strip() if len(currencies) > 1 else label
            found.append(row)
        return tuple(found)

    def _value(self, value: RegisterValue, column: RegisterColumn) -> Value:
        if value is None or value == "":
            return None
        if isinstance(value, Money):
            return value
        if isinstance(value, StrEnum):
            return word(value, self.tongue)
        if isinstance(value, bool):
            return self.say("register_yes" if value else "register_no")
        if isinstance(value, datetime):
            local = value.astimezone(self._zone).replace(tzinfo=None)
            return local if column.kind is CellKind.MOMENT else datetime.combine(local.date(), time())
        if isinstance(value, date):
            return datetime.combine(value, time())
        if isinstance(value, int):
            return Decimal(value) if column.kind in (CellKind.NUMBER, CellKind.MONEY) else str(value)
        if column.key == "problems":
            return ", ".join(word(each, self.tongue) for each in problems_of(str(value)))
        return str(value)
