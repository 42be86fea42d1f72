"""The work of `python -m tests.crash --flow month`: claims, corrections, months closed, the night, reviews, exports.

Acknowledged is what the program said is done. Whenever it died: a closed month sums to what its closing says, a line is
corrected by one of its own register, what was passed on goes on once, a list of reviews came in whole or not at all, and
what lies in a folder of registers is whole. Nothing written on the way is left after the next start.
"""

from __future__ import annotations

import os
import random
import tempfile
import zipfile
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlcipher3 import dbapi2

    from desktop.context import AppContext
    from models.clock import FixedClock

REVIEWS, FIRST = 40, datetime(2026, 9, 20, 2, tzinfo=UTC)
_ROWS = "deleted_at IS NULL"
_HALF = (
    ("corrects a line of another register: {}",
     "SELECT e.id FROM register_entry e LEFT JOIN register_entry o ON o.id = e.corrects WHERE e.corrects IS NOT NULL AND"
     " (o.id IS NULL OR o.register <> e.register OR o.shop_id IS NOT e.shop_id OR o.corrects IS NOT NULL)"),
    ("passed on, and nothing or twice goes on: {}",
     "SELECT i.id FROM hand_over_item i WHERE (i.state = 'passed_on') <> (SELECT count(*) FROM hand_over_item n WHERE"
     " n.passed_from = i.id AND n.deleted_at IS NULL) AND i.deleted_at IS NULL"),
    ("two closings in force: {}",
     "SELECT min(id) FROM month_closing WHERE reopened_at IS NULL GROUP BY shop_id, register, month HAVING count(*) > 1"),
    ("a closing nobody recorded: {}",
     "SELECT id FROM month_closing WHERE id NOT IN (SELECT entity_id FROM history WHERE action = 'month_closed')"),
    ("opened again, and nobody recorded it: {}",
     "SELECT id FROM month_closing WHERE reopened_at IS NOT NULL AND id NOT IN (SELECT entity_id FROM history WHERE"
     " action = 'month_reopened')"),
    ("a notice nobody recorded: {}",
     "SELECT id FROM batch_notice WHERE id NOT IN (SELECT entity_id FROM history WHERE action = 'batch_acknowledged')"),
    ("a review twice: {}",
     f"SELECT min(id) FROM review WHERE {_ROWS} GROUP BY shop_id, digest HAVING count(*) > 1"),
    ("half a list of reviews: {}",
     f"SELECT order_number FROM review WHERE origin = 'pasted' AND {_ROWS} GROUP BY order_number"
     f" HAVING count(*) <> {REVIEWS}"),
    ("closed, and the sums are others: {}",
     "SELECT c.id FROM month_closing c WHERE c.register = 'carrier_claim' AND c.reopened_at IS NULL AND"
     " coalesce((SELECT sum(e.amount) FROM register_entry e WHERE e.register = 'carrier_claim' AND e.shop_id = c.shop_id"
     " AND e.deleted_at IS NULL AND e.entered_at >= c.starts_at AND e.entered_at < c.ends_at"
     " AND (e.state <> 'withdrawn' OR e.corrects IS NOT NULL)), 0)"
        " <> coalesce(json_extract(c.totals, '$.claimed.CNY'), 0)"),
)  # fmt: skip


def work(folder: Path, ack: Path, seed: int) -> None:
    """For ever; each line of `ack` is written after the program said that it is done."""
    from models.store.verify import verify_store
    from tests.crash_shop import nothing_left, opened_shop

    # What others' code gathers on the way is to be seen too.
    temporary = folder.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    tempfile.tempdir = str(temporary)
    left = [each.name for each in temporary.iterdir()]
    if left:
        raise AssertionError(f"left where temporary files are made: {left[:5]}")
    chance = random.Random(seed)
    clock = _clock_of(folder)
    context, shop = opened_shop(folder, clock)
    nothing_left(context, *folder.parent.glob("month-*"), context.store.folder.cache)
    if not verify_store(context.store).holds:
        raise AssertionError("the store does not hold")
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    for at in range(1_000_000):
        desk = _Desk(context, shop, chance, tell, f"{seed}{at:04d}", clock)
        desk.days()
        desk.night()
        desk.month_end(folder.parent)


def _clock_of(folder: Path) -> FixedClock:
    """Never before what was recorded last: a month is worked in an hour here."""
    from sqlcipher3 import dbapi2

    from models.clock import FixedClock, from_millis

    last = None
    if (folder / "case.db").exists():
        connection = dbapi2.connect(str(folder / "case.db"))
        try:
            if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'history'").fetchone():
                (last,) = connection.execute("SELECT max(happened_at) FROM history").fetchone()
        finally:
            connection.close()
    return FixedClock(max(FIRST, from_millis(last) + timedelta(minutes=1)) if last is not None else FIRST)


class _Desk:
    def __init__(
        self, context: AppContext, shop: int, chance: random.Random, tell: Callable[..., None], number: str,
        clock: FixedClock,
    ) -> None:  # fmt: skip
        self.ctx, self.shop, self.chance, self.tell, self.number, self.clock = (
            context,
            shop,
            chance,
            tell,
            number,
            clock,
        )

    def _case(self, number: str, problem: Any) -> int:
        from models.kinds import Platform
        from models.store.order_import import ImportedOrder, import_orders

        order = ImportedOrder(
            number, Platform.TAOBAO, "CNY", "Asia/Shanghai", paid=16800, buyer_nick=f"花果山_{number}",
        )  # fmt: skip
        self.ctx.bench.act("orders_imported", lambda work: import_orders(work, self.shop, [order]), undoable=False)
        return self.ctx.cases.open_case(problem=problem, order_id=self.ctx.cases.find_targets(number)[0].order_id)

    def _line(self, register: Any, case_id: int, **values: Any) -> int:
        from desktop.services.register_writing import write_entry

        return self.ctx.bench.act("case_opened", lambda work: write_entry(
            work, register, shop_id=self.shop, case_id=case_id, **values), undoable=False)  # fmt: skip

    def days(self) -> None:
        """Claims handed in, answered and received; lines corrected; penalties, invoices, money; a batch that rings."""
        from models.kinds import Problem, RegisterKind
        from models.money import Money
        from models.register_kinds import PaidKind

        ctx, tell, number = self.ctx, self.tell, self.number
        case_id = self._case(number, Problem.DAMAGED)
        columns = {"carrier": "云雀速递", "tracking_no": f"YQ{number}", "kind": "damaged"}
        self.claims = [
            self._line(RegisterKind.CARRIER_CLAIM, case_id, columns=columns, amount=Money(9_900)) for _ in range(4)
        ]
        ctx.claims.hand_in(self.claims[:3], answer_days=7)
        for each in self.claims[:3]:
            tell("handed_in", each)
        ctx.claims.answer(self.claims[0], Money(9_000), note=number)
        tell("answered", self.claims[0], 9000)
        ctx.claims.receive(self.claims[0], Money(4_000))
        ctx.claims.receive(self.claims[0], Money(5_000))
        tell("came", self.claims[0], 9000)
        ctx.claims.answer(self.claims[1], refused=True, note=number)
        tell("refused", self.claims[1])
        wrong = self._line(RegisterKind.WRONG_SHIPMENT, case_id, columns={"sent": "?"}, amount=Money(2_000))
        ctx.registers.correct(wrong, {"sent": f"QH-{number}"}, "看错")
        tell("corrected", wrong, f"QH-{number}")
        tell("penalty", ctx.penalties.note(case_id, points=2, rule=number), number)
        owed = ctx.invoices.owe(case_id, f"某某公司 {number}", Money(16_800))
        ctx.invoices.issue(owed, number)
        tell("issued", owed, number)
        tell("paid", ctx.paid_out.note(case_id, PaidKind.GOODWILL, Money(500), number), number)
        quality = self._line(
            RegisterKind.QUALITY, case_id, columns={"style": f"QH-{number}", "batch": "2610B", "kind": "cracked"}
        )
        tell("severe", ctx.batch_alarms.mark_severe(quality))
        notice = ctx.batch_alarms.acknowledge(
            f"QH-{number}", "2610B", stock_down=True, supplier_told=False, note=number
        )
        tell("notice", notice, number)

    def night(self) -> None:
        """Items left, taken, done and passed on; a list of reviews taken in, one answered."""
        from models.register_kinds import ReviewOrigin

        ctx, tell, number, items = self.ctx, self.tell, self.number, self.ctx.hand_over_items
        made = [items.leave(f"{number}.{place}") for place in range(3)]
        for place, each in enumerate(made):
            tell("left", each, f"{number}.{place}")
        items.take(made[0])
        items.done(made[0], number)
        tell("cleared", made[0], number)
        tell("went_on", items.pass_on(made[1], number), made[1])
        table = ["订单号\t评价人\t评分\t评价内容"] + [
            f"{number}\t花果山_{each}\t1\t碎了 {each}" for each in range(REVIEWS)
        ]
        for again in range(2):
            preview = ctx.reviews.preview_pasted(self.shop, "\n".join(table))
            came = ctx.reviews.take_in(preview, ReviewOrigin.PASTED)
            if came.added != (0 if again else REVIEWS):
                raise AssertionError(f"{came.added} reviews came in")
        tell("reviews", number)
        first = next(each for each in ctx.reviews.to_answer(self.shop) if each.order_number == number)
        ctx.reviews.answer(first.id, f"已补发 {number}")
        tell("replied", first.id, f"已补发 {number}")

    def month_end(self, place: Path) -> None:
        """The month is over: closed, followed up by correcting lines, sometimes opened again, and written to a folder."""
        from models.errors import UserError
        from models.kinds import RegisterKind
        from models.money import Money
        from models.register_records import Month

        ctx, tell, number = self.ctx, self.tell, self.number
        was = self.clock.now().astimezone(UTC)
        month = Month(was.year, was.month)
        after = month.plus(1)
        self.clock.advance(datetime(after.year, after.month, 2, 3, tzinfo=UTC) - was)
        closed = {}
        for register in (RegisterKind.CARRIER_CLAIM, RegisterKind.WRONG_SHIPMENT, RegisterKind.PENALTY):
            closed[register] = ctx.month_closings.close(register, month, self.shop, number)
            tell("closed", closed[register])
        late = ctx.claims.answer(self.claims[2], Money(3_000), note=f"晚 {number}")
        if late == self.claims[2]:
            raise AssertionError("a closed line was changed")
        tell("correcting", late, self.claims[2])
        ctx.claims.withdraw(self.claims[3], number)
        try:
            ctx.bench.act("case_opened", lambda work: work.update("register_entry", self.claims[0], amount=1))
        except UserError:
            pass
        else:
            raise AssertionError("a closed line was changed")
        if self.chance.random() < 0.5:
            ctx.month_closings.reopen(closed[RegisterKind.CARRIER_CLAIM], f"补 {number}")
            tell("reopened", closed[RegisterKind.CARRIER_CLAIM])
            tell("closed", ctx.month_closings.close(RegisterKind.CARRIER_CLAIM, month, self.shop, "再"))
        out = place / f"month-{number}"
        out.mkdir()
        tell("exported", out.name, exported(ctx, str(month), out))


def exported(ctx: AppContext, month: str, out: Path, *, force: bool = False) -> int:
    """How many files of a month the command says it has written."""
    from desktop.commands.output import Output
    from desktop.commands.registers import export_registers

    said = StringIO()
    options = Namespace(month=month, out=str(out), shop="", kind=[], language="", lang="zh", paper="a4", force=force)
    export_registers(ctx, options, Output(as_json=False, stream=said))
    return len(said.getvalue().splitlines()) - 1


def kept(connection: dbapi2.Connection, folder: Path) -> dict[str, set[str]]:
    """What of the things acknowledged is there, by their words."""

    def rows(sql: str) -> set[str]:
        return {" ".join(map(str, row)) for row in connection.execute(sql)}

    line = f"FROM register_entry WHERE {_ROWS}"
    return {
        "handed_in": rows(f"SELECT id {line} AND handed_in_at IS NOT NULL"),
        "answered": rows(f"SELECT id, allowed {line}"),
        "came": rows(f"SELECT id, received {line} AND state IN ('allowed', 'received')"),
        "refused": rows(f"SELECT id {line} AND state = 'refused'"),
        "corrected": rows(f"SELECT id, json_extract(columns, '$.sent') {line}"),
        "penalty": rows(f"SELECT id, json_extract(columns, '$.rule') {line} AND points = 2"),
        "issued": rows(f"SELECT id, json_extract(columns, '$.invoice_number') {line} AND state = 'done'"),
        "paid": rows(f"SELECT id, json_extract(columns, '$.note') {line}"),
        "severe": rows(f"SELECT id {line} AND json_extract(columns, '$.severe') = 'true'"),
        "notice": rows(f"SELECT id, note FROM batch_notice WHERE {_ROWS}"),
        "left": rows(f"SELECT id, text FROM hand_over_item WHERE {_ROWS}"),
        "cleared": rows(f"SELECT id, note FROM hand_over_item WHERE {_ROWS} AND state = 'done'"),
        "went_on": rows(f"SELECT id, passed_from FROM hand_over_item WHERE {_ROWS}"),
        "reviews": rows(f"SELECT DISTINCT order_number FROM review WHERE {_ROWS}"),
        "replied": rows(f"SELECT id, reply FROM review WHERE {_ROWS} AND state = 'answered'"),
        "closed": rows("SELECT id FROM month_closing"),
        "reopened": rows("SELECT id FROM month_closing WHERE reopened_at IS NOT NULL"),
        "correcting": rows(f"SELECT id, corrects {line}"),
        "exported": {f"{out.name} {len(list(out.iterdir()))}" for out in folder.parent.glob("month-*")},
    }


def half(connection: dbapi2.Connection, folder: Path) -> list[str]:
    """What is not as it must be whenever the program died."""
    found = [words.format(row[0]) for words, sql in _HALF for row in connection.execute(sql)]
    for out in folder.parent.glob("month-*"):
        for file in out.iterdir():
            if not file.name.startswith(".") and not whole(file):
                found.append(f"half a file: {out.name}/{file.name}")
    return found


def whole(file: Path) -> bool:
    """Whether a PDF or a workbook has its end."""
    if file.suffix == ".pdf":
        data = file.read_bytes()
        return data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.testzip() is None and "xl/workbook.xml" in archive.namelist()
    except zipfile.BadZipFile:
        return False
