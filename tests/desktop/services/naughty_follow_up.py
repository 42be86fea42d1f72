"""The texts of what follows a register line: answers and reasons of claims, penalties, invoices, money paid out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.services.register_writing import write_entry
from models.kinds import RegisterKind
from models.money import Money
from models.register_kinds import PaidKind, RegisterState
from tests.desktop.services.naughty_calls import TextField

if TYPE_CHECKING:
    from desktop.context import AppContext

_S = RegisterState


def follow_fields(ctx: AppContext, case_id: int) -> list[TextField]:
    """All of them, each over a line of its own that is put back to where it was after every text."""

    def line(register: RegisterKind, state: RegisterState, place: int) -> int:
        mark = f"naughty {register.value} {place}"
        sql = "SELECT id FROM register_entry WHERE json_extract(columns, '$.mark') = ?"
        found = ctx.store.database.execute_sql(sql, (mark,)).fetchone()
        return int(found[0]) if found is not None else ctx.bench.act("case_opened", lambda work: write_entry(
            work, register, shop_id=1, case_id=None, columns={"mark": mark}, amount=Money(900), state=state,
            points=6,
        ), undoable=False)  # fmt: skip

    def back(entry_id: int, state: RegisterState) -> None:
        ctx.bench.act("case_opened", lambda work: work.update("register_entry", entry_id, state=state, received=900))

    claims, penalties, invoices, paid = ctx.claims, ctx.penalties, ctx.invoices, ctx.paid_out
    answered = line(RegisterKind.CARRIER_CLAIM, _S.HANDED_IN, 1)
    gone, taken = line(RegisterKind.CARRIER_CLAIM, _S.OPEN, 2), line(RegisterKind.CARRIER_CLAIM, _S.RECEIVED, 3)
    expected, penalty = line(RegisterKind.PENALTY, _S.EXPECTED, 4), line(RegisterKind.PENALTY, _S.CONFIRMED, 5)
    issued, unowed = line(RegisterKind.INVOICE, _S.OPEN, 6), line(RegisterKind.INVOICE, _S.OPEN, 7)
    promised, unpaid = line(RegisterKind.COMPENSATION, _S.OPEN, 8), line(RegisterKind.COMPENSATION, _S.OPEN, 9)
    for each, state in ((answered, _S.HANDED_IN), (gone, _S.OPEN), (taken, _S.RECEIVED)):
        back(each, state)

    def then(entry_id: int, state: RegisterState, work: Callable[[str], object]) -> Callable[[str], None]:
        def both(text: str) -> None:
            work(text)
            back(entry_id, state)

        return both

    def column(name: str, entry_id: int) -> Callable[[], Any]:
        return lambda: ctx.registers.find_entry(entry_id).columns.get(name, "")

    def newest(register: RegisterKind, name: str) -> Callable[[], Any]:
        sql = ("SELECT json_extract(columns, ?) FROM register_entry WHERE register = ? AND origin = 'case' AND"
               " json_extract(columns, '$.mark') IS NULL ORDER BY id DESC LIMIT 1")  # fmt: skip

        def read() -> Any:
            row = ctx.store.database.execute_sql(sql, (f"$.{name}", register.value)).fetchone()
            return row[0] if row is not None else ""

        return read

    def owe(text: str) -> None:
        entry_id = invoices.owe(case_id, text)
        ctx.bench.act("case_opened", lambda work: work.update("register_entry", entry_id, state=_S.DONE))

    return [
        TextField("what a carrier answered", ("claims.answer.note",), lambda text: claims.answer(
            answered, Money(1), note=text), column("answer", answered), str.strip),
        TextField("why money is taken back", ("claims.take_back.reason",), then(taken, _S.RECEIVED, lambda text: (
            claims.take_back(taken, Money(1), text))), column("taken_back", taken), str.strip),
        TextField("why a claim is withdrawn", ("claims.withdraw.reason",), then(gone, _S.OPEN, lambda text: (
            claims.withdraw(gone, text))), column("withdrawn", gone), str.strip),
        TextField("rule of a penalty", ("penalties.note.rule", "penalties.note.note"), lambda text: (
            penalties.note(case_id, points=1, rule=text[:190], note=text)), newest(RegisterKind.PENALTY, "note"), str.strip),
        TextField("rule of a penalty confirmed", ("penalties.confirm.rule", "penalties.confirm.note"), then(
            expected, _S.EXPECTED, lambda text: penalties.confirm(expected, rule=text)), column("rule", expected),
            str.strip),
        TextField("why a penalty is withdrawn", ("penalties.withdraw.reason",), then(penalty, _S.CONFIRMED, lambda text: (
            penalties.withdraw(penalty, text))), column("withdrawn", penalty), str.strip),
        TextField("title of an invoice", ("invoices.owe.title",), owe, newest(RegisterKind.INVOICE, "title"), str.strip),
        TextField("number of an invoice", ("invoices.issue.number",), then(issued, _S.OPEN, lambda text: (
            invoices.issue(issued, text))), column("invoice_number", issued), str.strip),
        TextField("why no invoice is owed", ("invoices.withdraw.reason",), then(unowed, _S.OPEN, lambda text: (
            invoices.withdraw(unowed, text))), column("withdrawn", unowed), str.strip),
        TextField("note of money paid", ("paid_out.note.note",), lambda text: paid.note(
            case_id, PaidKind.GOODWILL, Money(1), text), newest(RegisterKind.COMPENSATION, "note"), str.strip),
        TextField("note of what was promised", ("paid_out.pay.note",), then(promised, _S.OPEN, lambda text: (
            paid.pay(promised, note=text))), column("paid_note", promised), str.strip),
        TextField("why it is not paid", ("paid_out.withdraw.reason",), then(unpaid, _S.OPEN, lambda text: (
            paid.withdraw(unpaid, text))), column("withdrawn", unpaid), str.strip),
    ]  # fmt: skip
