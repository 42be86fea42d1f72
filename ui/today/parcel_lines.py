"""The lines of parcels to inspect: number, case or nobody's, goods, and how long they have been here."""

from __future__ import annotations

from models.board_records import Board
from models.receiving_records import ReturnReceipt
from ui.i18n import translator
from ui.page import Target
from ui.plain import one_line
from ui.theme import State
from ui.today.board_layout import Place
from ui.today.board_lines import BoardLine, BoardPart, Moment, joined
from ui.widgets.delegates import Action, Cell

tr = translator("today")
PLACES = (Place(100, 98), Place(98, 94), Place(0), Place(60, 74))
_LONG_HERE = 2
"""Days after which a parcel that nobody looked at is coloured."""


def parcel_line(receipt: ReturnReceipt, at: Moment) -> BoardLine:
    """A parcel that came in; one without an owner says so in red."""
    number = one_line(receipt.tracking_number) or tr("no number")
    days = (at.now.astimezone(at.zone).date() - receipt.arrived_at.astimezone(at.zone).date()).days
    here = tr("today") if days < 1 else tr("%n d here", n=days)
    state: State = "overdue" if receipt.unmatched else "due" if days >= _LONG_HERE else "waiting"
    about = (one_line(receipt.item), one_line(receipt.sender), one_line(receipt.note))
    what = joined(*about[:2]) or about[2] or one_line(receipt.buyer_nick)
    tip = (receipt.tracking_number, receipt.buyer_nick, receipt.item, receipt.note)
    if receipt.unmatched:
        owner = Cell(tr("no owner"), "chip", state="overdue")
        acts = (
            Action("match_parcel", "search", tr("Find its owner (M)")),
            Action("inspect_parcel", "scan", tr("Show in receiving (I)")),
        )
        first, key = Action("match_parcel", "search", tr("Find owner")), "M"
    else:
        owner = Cell(receipt.case_number)
        acts = (
            Action("inspect_parcel", "scan", tr("Inspect (I)")),
            Action("open", "panel-right-open", tr("Open the case (Enter)")),
        )
        first, key = Action("inspect_parcel", "scan", tr("Inspect")), "I"
    return BoardLine(
        places=(Cell(number, ink="text2", middle=True), owner, Cell(what), Cell(here, "chip", state=state, right=True)),
        target=Target("cases", receipt.case_number) if receipt.case_number else Target(""),
        sentence=joined(number, owner.text, what, here),
        number=receipt.id,
        actions=acts,
        first=first,
        key=key,
        tip="\n".join(part for part in tip if part),
        title=receipt.tracking_number,
        case_number=receipt.case_number,
    )


def parcels_part(board: Board, at: Moment) -> BoardPart:
    """What waits to be looked at, those nobody owns among them."""
    found = board.parcels
    fact = tr("%n without an owner", n=found.unowned) if found.unowned else ""
    return BoardPart(tuple(parcel_line(each, at) for each in found.listed), found.total, fact)
