"""What the receiving desk says: one colour, one sign and a few large words for each outcome of a scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from models.kinds import Liability
from models.receiving_records import MatchedBy, ReturnReceipt
from models.register_kinds import ReceiptKind
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.receiving.desk_values import InHand, Stage, resting
from ui.words import word

tr = translator("receiving")
State = Literal["overdue", "due", "done", "waiting", "new"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The strip under the scanner's field."""

    state: State
    icon: str
    head: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment and the zone times are told in."""

    at: datetime
    zone: tzinfo

    def moment(self, value: datetime | None) -> str:
        """A moment, short."""
        return shown.moment(value, self.at, language(), self.zone)


def verdict(hand: InHand, now: Now) -> Verdict:
    """What is said of the parcel in hand."""
    if hand.said and hand.stage is not Stage.UNDONE:
        return Verdict("overdue", "circle-x", hand.said, _joined(isolate(one_line(hand.text)), hand.next))
    text = isolate(one_line(hand.text))
    match hand.stage:
        case Stage.RETURN:
            agreed = hand.case is not None and hand.case.waiting
            return Verdict(
                "new" if agreed else "due", "package-open", tr("Return of %1", _who(hand)), _return_more(hand)
            )
        case Stage.UNOPENED:
            receipt = hand.receipt
            when = now.moment(receipt.arrived_at) if receipt is not None else ""
            by = one_line(receipt.arrived_by) if receipt is not None else ""
            head = tr("Arrived %1, not inspected yet", when)
            return Verdict("due", "package-open", head, _joined(_who(hand), by, tr("1 to 5: what is in it")))
        case Stage.SEVERAL:
            return Verdict("due", "circle-help", tr("Several cases: choose by digit"), text)
        case Stage.UNDELIVERABLE:
            head = tr("Our own parcel came back: %1", _who(hand))
            return Verdict("due", "package-x", head, tr("1 to 7: why it could not be delivered"))
        case Stage.UNKNOWN:
            head = tr("Nobody's parcel: this number is not known")
            return Verdict("due", "circle-help", head, _joined(text, tr("0 puts it into the box")))
        case Stage.AGAIN:
            return _again(hand, now, text)
        case Stage.DONE | Stage.WRITING:
            return _done(hand)
        case Stage.KEPT:
            head = tr("Kept in the box of nobody's parcels")
            return Verdict("waiting", "box", head, _joined(text, tr("It is proposed to its case when one fits.")))
        case Stage.UNDONE:
            return Verdict("waiting", "undo-2", tr("Taken back"), hand.said)
        case _:
            return Verdict("waiting", "scan-barcode", tr("Ready for the next parcel"), "")


def _who(hand: InHand) -> str:
    if hand.case is not None:
        return isolate(one_line(hand.case.buyer_nick)) or hand.case.case_number
    if hand.found is not None and hand.found.order_number:
        return tr("order %1", isolate(one_line(hand.found.order_number)))
    return isolate(one_line(hand.receipt.buyer_nick)) if hand.receipt is not None else ""


def _return_more(hand: InHand) -> str:
    came = hand.case.came_by if hand.case is not None else ""
    return _joined(
        tr("1 to 5 receives it, Enter when all is good, 0 unopened"),
        tr("a case is opened for the order") if hand.case is None else "",
        tr("no return was agreed in this case") if hand.case is not None and not hand.case.waiting else "",
        tr("%1 was merged into this case", came) if came else "",
        tr("the case is closed: it will be open again") if resting(hand) else "",
    )


def _again(hand: InHand, now: Now, text: str) -> Verdict:
    receipt = hand.receipt
    if receipt is None:
        return Verdict("due", "history", tr("Already received"), text)
    if receipt.case_id is None:
        head = tr("Already in the box of nobody's parcels")
    else:
        head = tr("Already received %1", now.moment(receipt.inspected_at or receipt.arrived_at))
    return Verdict("due", "history", head, _joined(receipt_words(receipt), text, tr("Nothing was written twice.")))


def _done(hand: InHand) -> Verdict:
    """What was received, and what follows from it."""
    if hand.stage is Stage.WRITING or hand.taken is None:
        what = word(hand.condition) if hand.condition is not None else ""
        return Verdict("new", "hourglass", tr("Being written…"), _joined(what, _who(hand)))
    taken, receipt = hand.taken, hand.taken.receipt
    head = tr("Received: %1", receipt_words(receipt))
    if receipt.kind is ReceiptKind.UNDELIVERABLE and receipt.reason is not None:
        head = tr("Undeliverable: %1", word(receipt.reason))
        return Verdict("due", "package-x", head, _joined(_who(hand), tr("Send it again from the tab Undeliverable.")))
    follows = []
    if taken.refund_due:
        follows.append(tr("the refund is due now"))
    if taken.decide is not None:
        follows.append(tr("the supervisor has to decide"))
    if taken.unarchived:
        follows.append(tr("the case is open again"))
    good = taken.decide is None
    return Verdict("done" if good else "due", "circle-check" if good else "triangle-alert", head,
                   _joined(receipt.case_number, _who(hand), *follows))  # fmt: skip


def receipt_words(receipt: ReturnReceipt) -> str:
    """Condition and pieces of a parcel, or that it lies unopened."""
    if receipt.kind is ReceiptKind.UNDELIVERABLE:
        return word(receipt.reason) if receipt.reason is not None else word(receipt.kind)
    if receipt.condition is None:
        return tr("in the box") if receipt.case_id is None else tr("unopened")
    return _joined(word(receipt.condition), pieces_words(receipt.pieces, receipt.pieces_expected))


def pieces_words(pieces: int | None, expected: int | None) -> str:
    """`1 of 2 pieces`, or how many."""
    if pieces is None:
        return tr("%n expected", n=expected) if expected is not None else ""
    if expected is None or expected == pieces:
        return tr("%n piece(s)", n=pieces)
    return tr("%1 of %2 pieces", pieces, expected)


def why_refused(code: str) -> str:
    """Why a key does nothing now."""
    texts = {
        "idle": tr("Scan a parcel first."),
        "code": tr("This printed code is not known here."),
        "undo": tr("Nothing of receiving is to be taken back; what was done elsewhere is undone in the window."),
        "photo": tr("Scan a parcel first: a photo belongs to one."),
        Stage.SEVERAL: tr("Choose the case by its digit first."),
        Stage.UNKNOWN: tr("Nobody's parcel: 0 puts it into the box, Esc puts it aside."),
        Stage.UNDELIVERABLE: tr("Say why it could not be delivered: 1 to 7."),
        Stage.DONE: tr("It is received. Scan the next one, or take it back with Ctrl+Z."),
    }
    return texts.get(code, tr("Scan a parcel first."))


def matched_words(by: tuple[MatchedBy, ...]) -> str:
    """Why a parcel may belong to a case."""
    texts = {
        MatchedBy.NUMBER: tr("same number"),
        MatchedBy.NUMBER_NEAR: tr("number differs by a sign"),
        MatchedBy.NUMBER_TAIL: tr("same end of the number"),
        MatchedBy.PHONE: tr("same phone"),
        MatchedBy.PHONE_TAIL: tr("same end of the phone"),
        MatchedBy.NAME: tr("same name"),
        MatchedBy.NAME_PINYIN: tr("name sounds the same"),
        MatchedBy.SKU: tr("same article number"),
        MatchedBy.ITEM: tr("same kind of article"),
        MatchedBy.WEIGHT: tr("weight fits"),
    }
    return _joined(*(texts[each] for each in by))


def bearer_words(bearer: Liability, times: int, *, recalled: bool = False) -> str:
    """Whose the surcharge of sending again is, with where that is written."""
    if bearer is Liability.MERCHANT:
        if times or recalled:
            return tr("The surcharge is ours (rule R003-41).")
        return tr("The surcharge is ours: it is the first time (rule R003-41).")
    if bearer is not Liability.BUYER:
        return tr("Surcharge: %1 (rule R003-41).", word(bearer))
    if not times:
        return tr("The buyer pays the surcharge: the reason lies with them (rule R003-41).")
    return tr("The buyer pays the surcharge: sent again %n time(s) before (rule R003-41).", n=times)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
