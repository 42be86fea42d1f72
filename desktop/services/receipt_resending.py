"""Parcels of ours that a carrier brought back: why, sent again by another carrier, or refunded (R003-16, R003-41)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.receipt_arrivals import note_parcel, values_of
from desktop.services.receipt_lines import line_done, line_told
from desktop.services.receipt_steps import OF_RECEIPT, ReceiptSteps
from desktop.services.register_writing import write_entry
from desktop.services.steps import EXTEND_TRADE
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.words import receiving_text, word
from models.clock import zone
from models.errors import UserError
from models.kinds import Flag, Liability, OrderStatus, ParcelWay, RegisterKind, Role, StepState
from models.money import Money
from models.receiving_records import ResendOffer, ResendTexts, ReturnReceipt
from models.records import Order
from models.register_kinds import EntryOrigin, ReceiptKind, ReceiptState, RegisterState, UndeliverableReason
from models.rules.carriers import check_number, normal_number
from models.rules.receipt_goods import pays
from models.rules.undeliverable import EMS, ResendTerms, resend_terms
from models.rules.verdict import Refused
from models.store import case_lives, case_page, cases, orders, receipts
from models.store.transaction import Transaction

_CARRIER, _WORDS = 60, 2000
_MOST = 10**12
# What sending it again does of the steps the packs asked for.
_SENT = ("recall_parcel", "send_replacement", "reship_recalled", "forward_parcel")
_TITLES = {
    EXTEND_TRADE: ("延长交易时间", "Extend the trade"),
    "tell_reason": ("告知买家退回原因和新单号", "Tell the buyer why it came back and the new number"),
    "advise_ems": ("提醒买家下次选 EMS", "Advise the buyer to choose EMS next time"),
    "mark_remark": ("写备注、插蓝旗", "Write the remark, blue flag"),
    "send_postage_link": ("请买家补运费", "Ask the buyer for the freight"),
    "pay_refund_recalled": ("买家不要了：退款", "Not wanted again: refund"),
}


@dataclass(frozen=True, slots=True)
class Resend:
    """How a parcel is sent again; `surcharge` is what it costs more, None while nobody knows."""

    carrier: str
    number: str
    surcharge: Money | None = None
    our_fault: bool = False
    note: str = ""


class ReceiptResending:
    """Every action is one transaction and one undo entry."""

    def __init__(self, bench: Workbench, steps: ReceiptSteps) -> None:
        self._bench = bench
        self._steps = steps

    def undeliverable(self, receipt_id: int, reason: UndeliverableReason, note: str) -> None:
        """As ReceivingService.undeliverable."""
        words = checked_text(note, limit=_WORDS).strip()
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> None:
            receipt = _of_case(receipts.find_receipt(transaction.database, receipt_id))
            if receipt.resent_number:
                raise UserError("receipt_resent", number=receipt.resent_number)
            values.update(values_of(receipt), why_back=reason.value)
            columns: dict[str, object] = {"kind": ReceiptKind.UNDELIVERABLE, "reason": reason.value}
            if words:
                columns["note"] = "\n".join(dict.fromkeys(part for part in (receipt.note, words) if part))
            if transaction.update("return_receipt", receipt.id, **columns):
                line_told(transaction, receipt.id, {"reason": reason.value})
                self._record(transaction, "receipt_undeliverable", receipt, why_back=reason.value, note=words)

        self._bench.act("receipt_undeliverable", work, values=values)

    def offer(self, receipt_id: int, reason: UndeliverableReason | None, *, our_fault: bool) -> ResendOffer:
        """As ReceivingService.resend_offer."""
        receipt = _undeliverable(receipts.find_receipt(self._bench.store.database, receipt_id))
        why = reason or receipt.reason or UndeliverableReason.OTHER
        times = self._times(receipt)
        terms = resend_terms(why, times, our_fault=our_fault)
        return ResendOffer(terms.bearer, times, terms.tell_ems, terms.apologise, EMS)

    def texts(self, receipt_id: int, resend: Resend, language: str) -> ResendTexts:
        """As ReceivingService.resend_texts."""
        receipt = _undeliverable(receipts.find_receipt(self._bench.store.database, receipt_id))
        number, carrier = _number(resend.number), _carrier(resend.carrier)
        return self._texts(receipt, carrier, number, self._terms(receipt, resend.our_fault), language)

    def resend(self, receipt_id: int, resend: Resend, language: str) -> None:
        """As ReceivingService.resend."""
        number, carrier = _number(resend.number), _carrier(resend.carrier)
        note = checked_text(resend.note, limit=_WORDS).strip()
        cost = resend.surcharge
        if cost is not None and not 0 <= cost.minor <= _MOST:
            raise UserError("receipt_surcharge")
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> None:
            receipt = _undeliverable(receipts.find_receipt(transaction.database, receipt_id))
            if receipt.resent_number:
                raise UserError("receipt_resent", number=receipt.resent_number)
            if number == receipt.tracking_number:
                raise UserError("receipt_same_number", number=number)
            case_id = receipt.case_id or 0
            terms = self._terms(receipt, resend.our_fault)
            values.update(values_of(receipt), carrier=carrier, number=number)
            transaction.update(
                "return_receipt", receipt.id, state=ReceiptState.INSPECTED, resent_with=carrier, resent_number=number,
                surcharge=None if cost is None else cost.minor, surcharge_bearer=terms.bearer.value,
                currency=cost.currency if cost is not None else "",
                note="\n".join(dict.fromkeys(part for part in (receipt.note, note) if part)),
            )  # fmt: skip
            note_parcel(transaction, case_id, number, carrier, ParcelWay.RESENT)
            line_done(transaction, receipt.id)
            if cost is not None and cost.minor and terms.bearer is Liability.MERCHANT:
                self._note_freight(transaction, receipt, cost, number)
            texts = self._texts(receipt, carrier, number, terms, language)
            self._ask(transaction, receipt, terms, texts)
            transaction.update("case", case_id, flag=Flag.BLUE)
            self._record(
                transaction, "receipt_resent", receipt, carrier=carrier, number=number, remark=texts.remark,
                bearer=terms.bearer.value, surcharge=str(cost.amount) if cost is not None else "",
            )  # fmt: skip

        self._bench.act("receipt_resent", work, values=values)

    def give_back(self, receipt_id: int) -> int:
        """As ReceivingService.give_back."""
        values: dict[str, object] = {}

        def work(transaction: Transaction) -> int:
            receipt = _undeliverable(receipts.find_receipt(transaction.database, receipt_id))
            if receipt.resent_number:
                raise UserError("receipt_resent", number=receipt.resent_number)
            case_id, now = receipt.case_id or 0, transaction.stamp.now
            values.update(values_of(receipt))
            self._steps.done(transaction, case_id, ("recall_parcel",))
            steps = case_page.list_steps(transaction.database, case_id)
            found = next((step for step in steps if step.state is StepState.OPEN and pays(step)), None)
            if found is None:
                titles = _TITLES["pay_refund_recalled"]
                step_id = self._steps.write(
                    transaction, case_id, "pay_refund_recalled", Role.FINANCE, now, titles=titles
                )  # fmt: skip
            else:
                step_id = found.id
                transaction.update("step", found.id, due_at=now if found.due_at is None else min(found.due_at, now))
            self._record(transaction, "receipt_not_again", receipt)
            return step_id

        return self._bench.act("receipt_not_again", work, values=values)

    def _terms(self, receipt: ReturnReceipt, our_fault: bool) -> ResendTerms:
        return resend_terms(receipt.reason or UndeliverableReason.OTHER, self._times(receipt), our_fault=our_fault)

    def _times(self, receipt: ReturnReceipt) -> int:
        database = self._bench.store.database
        buyer_id = cases.find_case(database, receipt.case_id or 0).buyer_id
        return receipts.resent_before(database, buyer_id, receipt.id)

    def _texts(
        self, receipt: ReturnReceipt, carrier: str, number: str, terms: ResendTerms, language: str
    ) -> ResendTexts:
        reason = receipt.reason or UndeliverableReason.OTHER
        here = case_lives.time_zone_of(self._bench.store.database, receipt.case_id or 0)
        day = f"{self._bench.clock.now().astimezone(zone(here)):%Y-%m-%d}"
        values = {
            "reason": word(reason, language), "carrier": carrier, "number": number, "person": self._bench.person.name,
            "date": day,
        }  # fmt: skip
        parts = ["resent"]
        parts += ["sorry"] if terms.apologise else []
        parts += ["ours" if terms.bearer is Liability.MERCHANT else "theirs"]
        parts += ["ems"] if terms.tell_ems else []
        joint = "" if language.startswith("zh") else " "
        reply = joint.join(receiving_text(part, values, language) for part in parts)
        return ResendTexts(reply, receiving_text("remark", values, language))

    def _ask(
        self, transaction: Transaction, receipt: ReturnReceipt, terms: ResendTerms, texts: ResendTexts
    ) -> None:  # fmt: skip
        """The steps of R003-41: those that are there get the words, others are written; what sending did is done."""
        case_id = receipt.case_id or 0
        self._steps.done(transaction, case_id, _SENT)
        case = cases.find_case(transaction.database, case_id)
        order = orders.find_order(transaction.database, case.order_id) if case.order_id is not None else None
        wanted: list[tuple[str, str]] = [("tell_reason", texts.reply), ("mark_remark", texts.remark)]
        wanted += [("advise_ems", "")] if terms.tell_ems else []
        wanted += [("send_postage_link", "")] if terms.bearer is Liability.BUYER else []
        wanted += [(EXTEND_TRADE, "")] if not _successful(order) else []
        today = self._steps.today(transaction, case_id)
        there = {
            step.rule: step for step in case_page.list_steps(transaction.database, case_id)
            if step.state is StepState.OPEN
        }  # fmt: skip
        for rule, note in wanted:
            step = there.get(rule)
            if step is None:
                self._steps.write(
                    transaction, case_id, rule, Role.AFTER_SALES, today, titles=_TITLES[rule], note=note
                )  # fmt: skip
                continue
            columns: dict[str, object] = {}
            if note and note not in step.note:
                columns["note"] = "\n".join(part for part in (step.note, note) if part)
            if step.due_at is None or (step.due_rule in ("", OF_RECEIPT) and step.due_at > today):
                columns["due_at"] = today
            if columns:
                transaction.update("step", step.id, **columns)

    @staticmethod
    def _note_freight(transaction: Transaction, receipt: ReturnReceipt, cost: Money, number: str) -> None:
        case_id = receipt.case_id or 0
        case = cases.find_case(transaction.database, case_id)
        order = orders.find_order(transaction.database, case.order_id) if case.order_id is not None else None
        columns = {
            "kind": "freight", "liability": Liability.MERCHANT.value, "buyer_id": receipt.buyer_nick,
            "order_no": order.number if order is not None else "", "item": receipt.item, "note": number,
        }  # fmt: skip
        write_entry(
            transaction, RegisterKind.COMPENSATION, shop_id=case.shop_id, case_id=case_id, columns=columns, amount=cost,
            state=RegisterState.DONE, origin=EntryOrigin.RECEIPT,
        )  # fmt: skip

    @staticmethod
    def _record(transaction: Transaction, code: str, receipt: ReturnReceipt, **more: object) -> None:
        transaction.record(
            code, entity="return_receipt", entity_id=receipt.id, case_id=receipt.case_id,
            details={**values_of(receipt), **more},
        )  # fmt: skip


def _of_case(receipt: ReturnReceipt) -> ReturnReceipt:
    if receipt.case_id is None:
        raise UserError("receipt_without_case")
    return receipt


def _undeliverable(receipt: ReturnReceipt) -> ReturnReceipt:
    if _of_case(receipt).kind is not ReceiptKind.UNDELIVERABLE:
        raise UserError("receipt_not_undeliverable")
    return receipt


def _number(text: str) -> str:
    number = normal_number(checked_text(text, limit=1000))
    verdict = check_number(number)
    if isinstance(verdict, Refused):
        raise UserError(verdict.reason, number=number[:80])
    return number


def _carrier(text: str) -> str:
    return " ".join(checked_text(text, limit=_CARRIER).split()) or EMS


def _successful(order: Order | None) -> bool:
    """R003-35: a trade that was successful is not extended."""
    return order is None or order.status is OrderStatus.SIGNED
