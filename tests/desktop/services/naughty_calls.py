"""The texts of calls: notes, tags, promises, reasons; and what a field that takes a text is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop.services.call_backs import CallBackService
from models.kinds import CallOutcome, Problem

if TYPE_CHECKING:
    from desktop.context import AppContext


@dataclass(frozen=True)
class TextField:
    """`of`: the parameters of services it is. `write` keeps a text or raises UserError; `read` gives what is kept,
    and `kept` what should be, for a text that was taken."""

    name: str
    of: tuple[str, ...]
    write: Callable[[str], object]
    read: Callable[[], object]
    kept: Callable[[str], str] = str
    late: bool = False
    """Whether the store is read before the text is looked at."""
    inside: bool = False
    """Whether it is looked at only inside the transaction, or there is nothing it refuses."""


class CallTexts:
    """The fields of the call-backs of one buyer."""

    ctx: AppContext
    buyer_id: int
    later: datetime
    _many: int
    _reason: str
    _logged: int
    _promise: int

    def _one(self, column: str, table: str, row: int | None = None) -> Any:
        sql = f'SELECT "{column}" FROM "{table}" ' + ("WHERE id = ?" if row is not None else "ORDER BY id DESC LIMIT 1")
        return self._sql(sql, (row,) if row is not None else ()).fetchone()[0]

    def _sql(self, sql: str, values: tuple[object, ...] = ()) -> Any:
        database: Any = self.ctx.store.database
        return database.execute_sql(sql, values)

    def _told(self, key: str) -> Any:
        """A value of the details of the newest event that has it."""
        last = "SELECT details FROM history_detail ORDER BY seq DESC LIMIT 8"
        told = (json.loads(row[0]) for row in self._sql(last).fetchall())
        return next(each[key] for each in told if key in each)

    def of_calls(self) -> list[TextField]:
        """All of them."""
        buyer, one = self.buyer_id, self._one
        calls: CallBackService = self.ctx.call_backs
        self._call = _open_call(calls, buyer)

        def missed(text: str) -> None:
            calls.log_call(CallOutcome.NO_ANSWER, buyer_id=buyer, note=text)
            self._call = _open_call(calls, buyer)

        def skipped(text: str) -> None:
            calls.skip(self._call, text)
            self._call = _open_call(calls, buyer)
            self._reason = self._told("reason")

        def moved(text: str) -> None:
            calls.move(self._call, self.later.date() + timedelta(days=self._many % 2), text)
            self._many += 1
            self._reason = self._told("reason")

        soon = self.later.date() + timedelta(days=30)

        def snoozed(text: str) -> None:
            calls.snooze(self._call, self.later.date() + timedelta(days=self._many % 2), text)
            self._many += 1
            self._reason = self._told("reason")

        def ticked(text: str) -> None:
            calls.keep_promise(self._promise, text)
            self._reason = self._told("note")
            self._promise = calls.promise(buyer, "寄一份色卡", soon)

        def complained(text: str) -> None:
            calls.open_case_from_call(self._logged, Problem.DAMAGED, text)
            self._reason = one("summary", "case")
            self._logged = calls.log_call(CallOutcome.NO_ANSWER, buyer_id=buyer)

        return [
            TextField("note of a call", ("call_backs.log_call.note",), missed, lambda: one("note", "call_record")),
            TextField("why a call moves", ("call_backs.move.reason",), moved, lambda: self._reason),
            TextField("why a call is skipped", ("call_backs.skip.reason",), skipped, lambda: self._reason),
            TextField("why a call is put off", ("call_backs.snooze.reason",), snoozed, lambda: self._reason),
            TextField("tag of a call", ("call_backs.log_call.tags",), lambda text: (
                calls.log_call(CallOutcome.NO_ANSWER, buyer_id=buyer, tags=[text])),
                lambda: "".join(json.loads(one("tags", "call_record"))), composed),
            TextField("promise in a call", ("call_backs.log_call.promise",), lambda text: (
                calls.log_call(CallOutcome.NO_ANSWER, buyer_id=buyer, promise=(text, soon))),
                lambda: one("subject", "call_back"), _on_one_line),
            TextField("promise", ("call_backs.promise.text",), lambda text: calls.promise(buyer, text, soon),
                      lambda: one("subject", "call_back"), _on_one_line),
            TextField("promise written anew", ("call_backs.change_promise.text",),
                      lambda text: calls.change_promise(self._promise, text),
                      lambda: one("subject", "call_back", self._promise), _on_one_line),
            TextField("how a promise was kept", ("call_backs.keep_promise.note",), ticked, lambda: self._reason),
            TextField("note of a call corrected", ("call_backs.change_call.note",),
                      lambda text: calls.change_call(self._logged, note=text),
                      lambda: one("note", "call_record", self._logged)),
            TextField("tag of a call corrected", ("call_backs.change_call.tags",),
                      lambda text: calls.change_call(self._logged, tags=[text]),
                      lambda: "".join(json.loads(one("tags", "call_record", self._logged))), composed),
            TextField("complaint in a call", ("call_backs.open_case_from_call.summary",), complained,
                      lambda: self._reason),
        ]  # fmt: skip


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _open_call(calls: CallBackService, buyer_id: int) -> int:
    found = calls.find_buyer_card(buyer_id).call_back
    assert found is not None
    return found.id


def composed(text: str) -> str:
    """Trimmed, in Unicode's composed form."""
    import unicodedata

    return unicodedata.normalize("NFC", text.strip())
