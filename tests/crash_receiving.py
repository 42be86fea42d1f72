"""The work of `python -m tests.crash --flow receiving`: parcels taken in, photographed, matched and sent again.

Acknowledged is what the program said is done. Whenever it died: a receipt of a case has its line in the register, a
photo its file (whole), a photo of a matched parcel is evidence, and no parcel was taken in twice.
"""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_made import picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlcipher3 import dbapi2

    from desktop.context import AppContext

_HALF = (
    ("a receipt without its line: {}", "SELECT id FROM return_receipt WHERE entry_id IS NULL AND deleted_at IS NULL"),
    (
        "a parcel taken in twice: {}",
        "SELECT tracking_number FROM return_receipt WHERE deleted_at IS NULL AND tracking_number <> ''"
        " GROUP BY tracking_number HAVING COUNT(*) > 1",
    ),
    (
        "a photo of a case that is no evidence: {}",
        "SELECT p.id FROM receipt_photo p JOIN return_receipt r ON r.id = p.receipt_id WHERE r.case_id IS NOT NULL"
        " AND p.evidence_id IS NULL AND p.deleted_at IS NULL AND r.deleted_at IS NULL",
    ),
    (
        "the line of a parcel is not of its case: {}",
        "SELECT r.id FROM return_receipt r JOIN register_entry e ON e.id = r.entry_id WHERE r.deleted_at IS NULL"
        " AND (e.case_id IS NOT r.case_id OR e.deleted_at IS NOT NULL)",
    ),
    (
        "inspected and the receipt step is open: {}",
        "SELECT s.id FROM step s JOIN return_receipt r ON r.case_id = s.case_id WHERE r.state = 'inspected'"
        " AND r.deleted_at IS NULL AND s.deleted_at IS NULL AND s.state = 'open' AND s.rule = 'register_return'",
    ),
)  # fmt: skip


def work(folder: Path, ack: Path, seed: int) -> None:
    """For ever; each line of `ack` is written after the program said that it is done."""
    from models.store.verify import verify_store
    from tests.crash_shop import nothing_left, opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    nothing_left(context)
    if not verify_store(context.store).holds:
        raise AssertionError("the store does not hold")
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    for at in range(1_000_000):
        _a_day(context, shop, chance, tell, f"{seed}{at:04d}")


def _a_day(context: AppContext, shop: int, chance: random.Random, tell: Callable[..., None], number: str) -> None:
    from models.kinds import EvidenceSource, Platform, Problem
    from models.money import Money
    from models.register_kinds import Condition, UndeliverableReason
    from models.rules.return_codes import return_code
    from models.store.order_import import ImportedOrder, import_orders

    order = ImportedOrder(
        number, Platform.TAOBAO, "CNY", "Asia/Shanghai", paid=16800, buyer_nick=f"花果山_{number}",
        tracking_numbers=(f"YQ{number}",),
    )  # fmt: skip
    context.bench.act(
        "orders_imported", lambda transaction: import_orders(transaction, shop, [order]), undoable=False
    )  # fmt: skip
    case_id = context.cases.open_case(
        problem=Problem.NO_REASON, order_id=context.cases.find_targets(number)[0].order_id
    )  # fmt: skip
    taken = context.receiving.receive(
        f"SF{number}", condition=chance.choice(list(Condition)), case_id=case_id, pieces=1
    )  # fmt: skip
    tell("received", taken.receipt_id, f"SF{number}", case_id)
    boxed = context.receiving.arrive(f"BX{number}").receipt_id
    tell("boxed", boxed, f"BX{number}")
    for receipt_id in (taken.receipt_id, boxed):
        data = picture(chance)
        photo = context.receiving.add_photo(receipt_id, data, f"{number}.png", EvidenceSource.CAPTURED)
        tell("receipt_photo", photo, hashlib.sha256(data).hexdigest())
    context.receiving.describe(boxed, sender="孙先生", phone="13800000387", item=number)
    tell("described", boxed, number)
    if chance.random() < 0.7:
        held = context.receiving.match(boxed, case_id)
        if chance.random() < 0.3:
            # Taken back and done again it is still a row of the case; dead in between, it is nobody's for good.
            context.bench.undo_last()
            context.bench.redo_last()
        tell("matched", held.receipt_id, case_id)
    else:
        context.receiving.let_go(boxed, number)
        tell("gone", boxed, number)
    back = context.receiving.arrive(f"YQ{number}").receipt_id
    context.receiving.undeliverable(back, UndeliverableReason.NO_DELIVERY_POINT)
    context.receiving.resend(back, "EMS", f"EA{number}", surcharge=Money(2200))
    tell("resent", back, f"EA{number}")
    other = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=context.cases.load_page(case_id).case.buyer_id)
    slip = context.receiving.arrive(return_code(context.cases.load_page(other).case.number))
    context.receiving.inspect(slip.receipt_id, condition=Condition.GOOD)
    tell("inspected", slip.receipt_id, other)


def kept(connection: dbapi2.Connection) -> dict[str, set[str]]:
    """What of the things acknowledged is there, by their words."""

    def rows(sql: str) -> set[str]:
        return {" ".join(map(str, row)) for row in connection.execute(f"{sql} AND deleted_at IS NULL")}

    return {
        "received": rows("SELECT id, tracking_number, case_id FROM return_receipt WHERE state = 'inspected'"),
        "boxed": rows("SELECT id, tracking_number FROM return_receipt WHERE 1"),
        "receipt_photo": rows("SELECT id, sha256 FROM receipt_photo WHERE 1"),
        "described": rows("SELECT id, item FROM return_receipt WHERE 1"),
        "matched": rows("SELECT id, case_id FROM return_receipt WHERE 1"),
        "gone": rows("SELECT id, note FROM return_receipt WHERE state = 'let_go'"),
        "resent": rows("SELECT id, resent_number FROM return_receipt WHERE 1"),
        "inspected": rows("SELECT id, case_id FROM return_receipt WHERE state = 'inspected'"),
    }


def half(connection: dbapi2.Connection, folder: Path) -> list[str]:
    """What is not as it must be whenever the program died."""
    found = [words.format(row[0]) for words, sql in _HALF for row in connection.execute(sql)]
    for (sha256,) in connection.execute("SELECT DISTINCT sha256 FROM receipt_photo"):
        path = folder / "evidence" / sha256[:2] / sha256
        if not path.exists():
            found.append(f"photo without file: {sha256}")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            found.append(f"photo is not what its row says: {sha256}")
    return found
