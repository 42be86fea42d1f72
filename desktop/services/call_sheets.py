"""Call-backs and contacts made as lists of plain values for a workbook: real days and times, whole texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from desktop.exporters.sheet import ColumnKind, Row, Sheet, SheetColumn
from desktop.services.call_plans import Desk
from desktop.words import language_code, word
from models.call_back_records import CallFilters
from models.kinds import Tier
from models.records import CallBackRow
from models.rules.calendar_events import masked_number
from models.rules.due_notes import read_note
from models.store import shops
from models.store.call_history import MadeCall, count_made, last_calls, list_made
from models.store.call_topics import load_case_names
from models.store.connection import CaseDatabase

_TEXT, _DAY, _MOMENT, _NUMBER = ColumnKind.TEXT, ColumnKind.DAY, ColumnKind.MOMENT, ColumnKind.AMOUNT
_TOGETHER = 500
# Title in Chinese and English, what its cells hold, width in characters.
_PLANNED: Sequence[tuple[str, str, ColumnKind, int]] = (
    ("日期", "Day", _DAY, 12), ("时间", "Time", _TEXT, 8), ("状态", "State", _TEXT, 10), ("类型", "Kind", _TEXT, 12),
    ("等级", "Tier", _TEXT, 7), ("特别关照", "Special", _TEXT, 9), ("买家", "Buyer", _TEXT, 24),
    ("姓名", "Name", _TEXT, 12), ("电话", "Phone", _TEXT, 16), ("方式", "Channel", _TEXT, 10),
    ("店铺", "Shop", _TEXT, 16), ("负责人", "Person", _TEXT, 12), ("内容", "Subject", _TEXT, 30),
    ("售后单", "Case", _TEXT, 14), ("拖期天数", "Days late", _NUMBER, 9), ("首次到期", "First due", _DAY, 12),
    ("说明", "Reason", _TEXT, 30),
    ("未接次数", "Tries", _NUMBER, 9), ("完成时间", "Done", _MOMENT, 17), ("结果", "Outcome", _TEXT, 12),
    ("满意度", "Satisfaction", _TEXT, 10), ("标签", "Tags", _TEXT, 20), ("分钟", "Minutes", _NUMBER, 8),
    ("记录", "Note", _TEXT, 40), ("答应的事", "Promised", _TEXT, 30), ("下次回访", "Next", _DAY, 12),
    ("上次联系", "Last contact", _MOMENT, 17), ("同意情况", "Consent", _TEXT, 10),
)  # fmt: skip
_MADE: Sequence[tuple[str, str, ColumnKind, int]] = (
    ("时间", "Time", _MOMENT, 17), ("买家", "Buyer", _TEXT, 24), ("姓名", "Name", _TEXT, 12),
    ("等级", "Tier", _TEXT, 7), ("电话", "Phone", _TEXT, 16), ("店铺", "Shop", _TEXT, 16),
    ("方式", "Channel", _TEXT, 10), ("类型", "Kind", _TEXT, 12),
    ("结果", "Outcome", _TEXT, 12), ("满意度", "Satisfaction", _TEXT, 10), ("标签", "Tags", _TEXT, 20),
    ("分钟", "Minutes", _NUMBER, 8), ("记录", "Note", _TEXT, 40), ("回访人", "Person", _TEXT, 12),
    ("相关售后单", "About case", _TEXT, 14), ("新开售后单", "Case opened", _TEXT, 14),
    ("答应的事", "Promised", _TEXT, 30), ("下次回访", "Next", _DAY, 12), ("同意情况", "Consent", _TEXT, 10),
)  # fmt: skip
_FELT = {
    "": ("", ""), "satisfied": ("满意", "Satisfied"), "neutral": ("一般", "Neutral"),
    "dissatisfied": ("不满意", "Dissatisfied"),
}  # fmt: skip


def planned_sheet(
    database: CaseDatabase, rows: Sequence[CallBackRow], desk: Desk, language: str, whole_phones: bool
) -> Sheet:  # fmt: skip
    """The call-backs in the order given, each with the last contact made for it."""
    cells = _Cells(database, desk, language, whole_phones)
    name = "回访" if cells.tongue == "zh" else "Call-backs"
    return Sheet(name, cells.columns(_PLANNED), cells.planned(rows), len(rows))


def calls_made_sheet(
    database: CaseDatabase, first: date, last: date, filters: CallFilters, desk: Desk, language: str,
    whole_phones: bool,
) -> Sheet:  # fmt: skip
    """The contacts made from one day of the shop to another, in their order."""
    since = datetime.combine(first, time(), tzinfo=desk.zone)
    until = datetime.combine(last + timedelta(days=1), time(), tzinfo=desk.zone)
    cells = _Cells(database, desk, language, whole_phones)
    name = "回访记录" if cells.tongue == "zh" else "Calls made"
    count = count_made(database, since, until, filters)
    return Sheet(name, cells.columns(_MADE), cells.made(list_made(database, since, until, filters)), count)


class _Cells:
    def __init__(self, database: CaseDatabase, desk: Desk, language: str, whole_phones: bool) -> None:
        self.database, self.desk, self.tongue = database, desk, language_code(language)
        self._whole = whole_phones
        self._shops = {shop.id: shop.name for shop in shops.list_shops(database)}
        self._people = {person.id: person.name for person in shops.list_everybody(database)}

    def columns(self, heads: Sequence[tuple[str, str, ColumnKind, int]]) -> list[SheetColumn]:
        return [SheetColumn(zh if self.tongue == "zh" else en, kind, width, 0) for zh, en, kind, width in heads]

    def planned(self, rows: Sequence[CallBackRow]) -> Iterator[Row]:
        for start in range(0, len(rows), _TOGETHER):
            part = rows[start : start + _TOGETHER]
            calls = last_calls(self.database, [row.call_back.id for row in part])
            ids = [row.call_back.case_id for row in part if row.call_back.case_id is not None]
            cases = load_case_names(self.database, ids)
            for row in part:
                one, call = row.call_back, calls.get(row.call_back.id)
                note = read_note(one.reason)
                yield (
                    _day(one.due_on), one.at_time, word(one.state, self.tongue), word(one.kind, self.tongue),
                    self._tier(row.tier), self._yes(row.special), row.nick, row.name, self._phone(row.phone),
                    word(one.channel, self.tongue), self._shops.get(row.shop_id, ""),
                    self._people.get(one.person_id or 0, ""), one.subject,
                    cases.get(one.case_id or 0, ("",))[0], _number(row.late or None),
                    _day(note.since), note.text, _number(one.attempts or None), self._moment(one.done_at),
                    *(self._outcome(call) if call else ("", "", "", None, "", "", None)),
                    self._moment(row.last_reached_at), word(row.consent, self.tongue),
                )  # fmt: skip

    def made(self, calls: Iterator[MadeCall]) -> Iterator[Row]:
        for call in calls:
            outcome, felt, tags, minutes, note, promised, following = self._outcome(call)
            yield (
                self._moment(call.made_at), call.nick, call.name, self._tier(call.tier), self._phone(call.phone),
                self._shops.get(call.shop_id, ""), word(call.channel, self.tongue),
                word(call.kind, self.tongue) if call.kind else "", outcome, felt, tags, minutes, note, call.person,
                call.case_number, call.opened_case_number, promised, following, word(call.consent, self.tongue),
            )  # fmt: skip

    def _outcome(self, call: MadeCall) -> Row:
        felt = _FELT.get(call.satisfaction, (call.satisfaction, call.satisfaction))
        return (
            word(call.outcome, self.tongue), felt[0] if self.tongue == "zh" else felt[1],
            ("、" if self.tongue == "zh" else ", ").join(call.tags), _number(call.minutes), call.note,
            call.promised, _day(call.next_on),
        )  # fmt: skip

    def _phone(self, phone: str) -> str:
        return phone if self._whole else masked_number(phone.strip())

    @staticmethod
    def _tier(tier: Tier) -> str:
        return tier.value.upper() if tier is not Tier.NONE else ""

    def _yes(self, holds: bool) -> str:
        return ("是" if self.tongue == "zh" else "yes") if holds else ""

    def _moment(self, moment: datetime | None) -> datetime | None:
        return moment.astimezone(self.desk.zone).replace(tzinfo=None) if moment is not None else None


def _day(day: date | None) -> datetime | None:
    return datetime.combine(day, time()) if day is not None else None


def _number(number: int | None) -> Decimal | None:
    return Decimal(number) if number is not None else None
