"""The registers at a decision: lines that follow are written or go on, lines that no longer follow are taken back."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from desktop.services.register_writing import BY_HAND, follow_up, take_back, write_entry
from desktop.services.resolution_offers import given_back
from desktop.services.review_following import adopt_reviews
from models.clock import zone
from models.kinds import RegisterKind, Remedy
from models.money import Money
from models.records import Case, CasePage, RegisterEntry
from models.register_kinds import (
    EntryOrigin,
    HandOverState,
    PaidKind,
    ReceiptKind,
    RegisterState,
    ReviewOrigin,
    ReviewState,
    ReviewVerdict,
)
from models.rules.hand_over_days import DUE_BY, morning_of, read_due_by
from models.rules.pack_parts import Text
from models.rules.register_plans import PlannedLine, planned_lines
from models.store import register_beside, registers, shops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.resolution_writing import Decision

_ANEW: Final = Text("重新处理：", "Decided anew: ")
# Written by something else before the case was decided: the parcel that was there first, the invoice asked for.
_SHARED: Final = frozenset((RegisterKind.RETURNED_PARCEL, RegisterKind.INVOICE))
_FREIGHT: Final = PaidKind.FREIGHT.value
# What came to its end in the world: no decision takes that back.
_HAPPENED: Final = frozenset((RegisterState.DONE, RegisterState.RECEIVED))
_OWN_TABLES: Final = frozenset((RegisterKind.REVIEW, RegisterKind.HANDOVER))


def write_registers(transaction: Transaction, decision: Decision) -> None:
    """Bring the registers in line with a decision.

    An entry the case has already goes on where it stands: handed in, answered, received, set right by hand. One that
    no longer follows is taken back, as `take_back` says. Entered by hand or by receiving stays whatever is decided.
    """
    database, page = transaction.database, decision.page
    case = page.case
    given = given_back(decision.offer)
    facts = {**decision.known, **decision.answers}
    planned = planned_lines(
        decision.conclusion, decision.offer, decision.liability, given, facts, case.at_stake.currency
    )
    entries = [entry for entry in registers.list_case_entries(database, case.id) if entry.corrects is None]
    kept: set[int] = set()
    if decision.offer.remedy is Remedy.RETURN_AND_REFUND:
        # Our own parcel that came back undelivered is not the one the buyer will send.
        kept |= {entry.id for entry in entries if entry.columns.get("kind") == ReceiptKind.UNDELIVERABLE}
    for line in planned:
        if line.register in _OWN_TABLES:
            continue
        amount = line.amount
        paid = _paid(transaction, line, entries)
        if paid and amount is not None:
            # What was paid is paid: only what is more of it is owed now.
            kept |= paid.keys()
            amount = Money(amount.minor - sum(paid.values()), amount.currency)
            if amount.minor <= 0:
                continue
        there = _find(line, [entry for entry in entries if entry.id not in kept])
        columns = dict(line.columns) | {name: _in(text, decision.language) for name, text in line.words.items()}
        if there is None:
            write_entry(
                transaction, line.register, shop_id=case.shop_id, case_id=case.id, columns=columns, amount=amount,
                origin=EntryOrigin.WIZARD, currency=case.at_stake.currency,
            )  # fmt: skip
            continue
        kept.add(there.id)
        _go_on(transaction, there, columns, amount, decision)
    for entry in entries:
        if entry.origin is EntryOrigin.WIZARD and entry.id not in kept:
            _drop(transaction, entry, decision)
    _follow_invoice(transaction, decision)
    _write_review(transaction, page, any(line.register is RegisterKind.REVIEW for line in planned))
    for line in planned:
        if line.register is RegisterKind.HANDOVER:
            _leave(transaction, case, line, decision.language)


def _find(line: PlannedLine, entries: list[RegisterEntry]) -> RegisterEntry | None:
    """The entry that a planned line goes on with."""
    same = [
        entry for entry in entries
        if entry.register is line.register and (entry.origin is EntryOrigin.WIZARD or line.register in _SHARED)
    ]  # fmt: skip
    if line.register is not RegisterKind.COMPENSATION:
        return same[0] if same else None
    exact = [entry for entry in same if entry.columns.get("kind", "") == line.kind]
    others = [entry for entry in same if _FREIGHT not in (entry.columns.get("kind", ""), line.kind)]
    # Who is liable may be decided otherwise: it is still the same payment.
    return next(iter((*exact, *others)), None)


def _paid(transaction: Transaction, line: PlannedLine, entries: list[RegisterEntry]) -> dict[int, int]:
    """The lines of the same payment that were paid, with their amounts in minor units."""
    found: dict[int, int] = {}
    if line.register is not RegisterKind.COMPENSATION or line.amount is None:
        return found
    for entry in entries:
        same = (entry.columns.get("kind") == _FREIGHT) == (line.kind == _FREIGHT)
        if entry.register is not line.register or entry.origin is not EntryOrigin.WIZARD or not same:
            continue
        net = registers.net_of(transaction.database, *registers.load_chain(transaction.database, entry.id))
        if net.state is RegisterState.DONE and net.currency == line.amount.currency:
            found[entry.id] = net.amount or 0
    return found


def _go_on(
    transaction: Transaction, entry: RegisterEntry, columns: Mapping[str, str], amount: Money | None, decision: Decision
) -> None:
    root, chain = registers.load_chain(transaction.database, entry.id)
    net = registers.net_of(transaction.database, root, chain)
    now: dict[str, str] = {}
    for each in (root, *chain):
        now |= each.columns
    by_hand = set(str(now.get(BY_HAND, "")).split(","))
    changed = {name: text for name, text in columns.items() if text and name not in by_hand and now.get(name) != text}
    if not chain and net.amount is None and amount is not None and amount.currency != net.currency:
        # Nothing was summed in the other currency yet.
        transaction.update("register_entry", root.id, currency=amount.currency)
    elif amount is not None and amount.currency != net.currency:
        amount = None
    again = net.state is RegisterState.WITHDRAWN
    if net.state in _HAPPENED or ("amount" in by_hand and not (again and chain)):
        # Issued, paid by the carrier, set right by somebody: it is what it is.
        amount = None
    wanted = amount if amount is not None and (amount.minor != net.amount or again) else None
    if not changed and wanted is None and not again:
        return
    row_id = follow_up(
        transaction, root, state=RegisterState.OPEN if again else None, amount=wanted, columns=changed or None,
        reason=_reason(decision),
    )  # fmt: skip
    before = {name: str(now.get(name, "")) for name in changed}
    if wanted is not None:
        before["amount"] = "" if net.amount is None else str(Money(net.amount, net.currency))
        changed["amount"] = str(wanted)
    transaction.record(
        "register_rewritten", entity="register_entry", entity_id=row_id, case_id=entry.case_id,
        details={"register": entry.register.value, "before": before, "after": changed, "of": root.id},
    )  # fmt: skip


def _drop(transaction: Transaction, entry: RegisterEntry, decision: Decision) -> None:
    chain = registers.load_chain(transaction.database, entry.id)
    if registers.net_of(transaction.database, *chain).state in _HAPPENED | {RegisterState.WITHDRAWN}:
        return
    reason = _reason(decision)
    take_back(transaction, entry, reason)
    transaction.record(
        "register_taken_back", entity="register_entry", entity_id=entry.id, case_id=entry.case_id,
        details={"register": entry.register.value, "reason": reason},
    )  # fmt: skip


def _reason(decision: Decision) -> str:
    return _in(_ANEW, decision.language) + _in(decision.offer.title, decision.language)


def _follow_invoice(transaction: Transaction, decision: Decision) -> None:
    """The invoice owed, as the decision says: the total less freight (R004-08), by the clock of the invoice."""
    page = decision.page
    owed = register_beside.open_invoices(transaction.database, page.case.id)
    if not owed:
        return
    entry = registers.find_entry(transaction.database, owed[0])
    amount = decision.conclusion.amounts.get("invoice_amount")
    due = next(
        (plan.due_at for plan in decision.planned(transaction.stamp.now) if "invoice" in plan.id and plan.due_at), None
    )
    root, chain = registers.load_chain(transaction.database, entry.id)
    net = registers.net_of(transaction.database, root, chain)
    rows = (root, *chain)
    by_hand = any("amount" in str(row.columns.get(BY_HAND, "")).split(",") for row in rows)
    known = next((row.due_at for row in reversed(rows) if row.due_at is not None), None)
    money = amount if isinstance(amount, Money) and amount.currency == net.currency and not by_hand else None
    if (money is not None and money.minor != net.amount) or (due is not None and due != known):
        follow_up(transaction, root, amount=money, due_at=due, reason=_reason(decision))


def _write_review(transaction: Transaction, page: CasePage, wanted: bool) -> None:
    """The review a case is about stands among the reviews, to be followed to an answer; once, whatever is decided."""
    database, case, stamp = transaction.database, page.case, transaction.stamp
    if wanted:
        # One that came in by itself is the review: it gets no second line.
        adopt_reviews(transaction, case.id, case.order_id)
    known = register_beside.reviews_of(database, case.id)
    if not wanted:
        for row_id, untouched in known.items():
            if untouched:
                transaction.remove("review", row_id)
                transaction.record(
                    "register_taken_back", entity="review", entity_id=row_id, case_id=case.id,
                    details={"register": RegisterKind.REVIEW.value, "reason": ""},
                )  # fmt: skip
        return
    digest = hashlib.sha256(f"wizard:{case.number}".encode()).hexdigest()
    written = register_beside.reviews_written(database, case.shop_id, digest)
    if known or any(written):
        # Of this case, or given to another one by somebody.
        return
    if written:
        # That one was taken off the list, and may come back.
        digest = hashlib.sha256(f"wizard:{case.number}:{len(written)}:{stamp.now.isoformat()}".encode()).hexdigest()
    order = page.order
    line = order.lines[0] if order is not None and order.lines else None
    copied = register_beside.copied(database, case.id)
    review_id = transaction.insert(
        "review", shop_id=case.shop_id, case_id=case.id, order_id=case.order_id, buyer_id=case.buyer_id,
        order_number=copied["order_number"], buyer_nick=copied["buyer_nick"],
        item_title=line.item_title if line else "", sku=line.sku if line else "", verdict=ReviewVerdict.BAD,
        written_at=stamp.now, origin=ReviewOrigin.WIZARD, entered_at=stamp.now, entered_by=stamp.person,
        state=ReviewState.OPEN, digest=digest,
    )  # fmt: skip
    transaction.record(
        "register_written", entity="review", entity_id=review_id, case_id=case.id,
        details={"register": RegisterKind.REVIEW.value},
    )  # fmt: skip


def _leave(transaction: Transaction, case: Case, line: PlannedLine, language: str) -> None:
    """What a decision leaves for the morning stands on its sheet, unless it is there already."""
    database, stamp = transaction.database, transaction.stamp
    text = (str(line.columns.get("hand_note") or "").strip() or _in(line.label, language)).strip()[:2_000]
    if not text or register_beside.item_is_left(database, case.id, text):
        return
    due_by = read_due_by(shops.read_setting(database, "hand_over_due")) or DUE_BY
    due = morning_of(stamp.now, zone(stamp.time_zone), due_by)
    item_id = transaction.insert(
        "hand_over_item", shop_id=case.shop_id, morning=due.morning, text=text, case_id=case.id,
        buyer_id=case.buyer_id, left_at=stamp.now, left_by=stamp.person, due_at=due.due_at, state=HandOverState.OPEN,
    )  # fmt: skip
    transaction.record(
        "register_written", entity="hand_over_item", entity_id=item_id, case_id=case.id,
        details={"register": RegisterKind.HANDOVER.value},
    )  # fmt: skip


def _in(text: Text, language: str) -> str:
    return text.zh if language.startswith("zh") else text.en or text.zh
