"""How a register says things: titles and widths of columns, words and colours of states, what fills it when empty."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from desktop import words
from models.kinds import RegisterKind
from models.register_kinds import HandOverState, ReceiptState, RegisterState, ReviewState
from models.register_records import CellKind, RegisterColumn, RegisterLine
from ui.i18n import language, translator
from ui.theme import State
from ui.widgets.table import Column
from ui.words import word

tr = translator("registers")

_STATES: Final[Mapping[StrEnum, State | None]] = {
    RegisterState.OPEN: "waiting",
    RegisterState.HANDED_IN: "due",
    RegisterState.ALLOWED: "new",
    RegisterState.REFUSED: "overdue",
    RegisterState.RECEIVED: "done",
    RegisterState.EXPECTED: "due",
    RegisterState.CONFIRMED: "overdue",
    RegisterState.DONE: "done",
    RegisterState.WITHDRAWN: None,
}
# Words of other lists share values with those above, so they stand apart.
_OTHERS: Final[Mapping[type[StrEnum], Mapping[str, State | None]]] = {
    HandOverState: {"open": "due", "taken": "new", "done": "done", "passed_on": "waiting"},
    ReviewState: {"open": "due", "answered": "done", "no_answer": "waiting"},
}
# Pixels in Chinese and English, by the key of the column; a column of no entry has the width of its kind.
_WIDTHS: Final[Mapping[str, tuple[int, int]]] = {
    "entered": (60, 72), "written": (64, 72), "morning": (64, 76), "case": (102, 104), "buyer": (112, 124),
    "order": (84, 84), "parcel": (112, 112), "carrier": (86, 96), "kind": (68, 116), "ordered": (130, 130),
    "sent": (130, 130), "responsible": (76, 92), "state": (92, 108), "by": (56, 70), "evidence_complete": (72, 92),
    "handed_in": (60, 84), "answer_due": (84, 92), "answered": (60, 78), "difference": (78, 84), "age": (82, 84),
    "style": (104, 104), "batch": (84, 84), "item": (150, 150), "severe": (54, 64), "photos": (54, 64),
    "arrived": (60, 72), "pieces": (54, 62), "condition": (84, 92), "restock": (66, 72), "surcharge": (76, 86),
    "liability": (64, 92), "note": (150, 150), "platform": (80, 90), "rule": (176, 176), "ledger": (84, 90),
    "points": (56, 62), "points_after": (80, 88), "nodes": (78, 104), "verdict": (60, 72), "stars": (52, 54),
    "text": (240, 240), "problems": (110, 122), "extortion": (78, 78), "reply": (160, 160), "replied": (64, 76),
    "title": (160, 160), "due": (70, 80), "invoice_number": (120, 120), "issued": (66, 72), "left": (74, 80),
    "left_by": (66, 72), "taken_by": (66, 76), "taken": (74, 80), "done_by": (66, 72), "done": (74, 80),
}  # fmt: skip
# "No answer needed".
_LONG_STATE: Final = 134
# The rule says more than the note of a penalty.
_SHORT_NOTE: Final = 84
_BY_KIND: Final[Mapping[CellKind, tuple[int, int]]] = {
    CellKind.TEXT: (110, 110), CellKind.NUMBER: (60, 70), CellKind.MONEY: (76, 80), CellKind.DAY: (64, 76),
    CellKind.MOMENT: (78, 84), CellKind.WORD: (80, 96), CellKind.YES_NO: (60, 68),
}  # fmt: skip
# The one that takes what is left over.
_STRETCH: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.WRONG_SHIPMENT: "ordered", RegisterKind.CARRIER_CLAIM: "buyer", RegisterKind.QUALITY: "item",
    RegisterKind.RETURNED_PARCEL: "item", RegisterKind.COMPENSATION: "note", RegisterKind.PENALTY: "rule",
    RegisterKind.REVIEW: "text", RegisterKind.INVOICE: "title", RegisterKind.HANDOVER: "text",
}  # fmt: skip
# What steps back first where not all columns fit, unless the user arranged them.
SPARE: Final[Mapping[RegisterKind, tuple[str, ...]]] = {
    RegisterKind.WRONG_SHIPMENT: ("order", "by"),
    RegisterKind.CARRIER_CLAIM: ("age", "answered", "difference", "evidence_complete", "carrier", "by", "handed_in"),
    RegisterKind.QUALITY: ("order", "by", "kind"),
    RegisterKind.RETURNED_PARCEL: ("by", "surcharge", "kind"),
    RegisterKind.COMPENSATION: ("order", "by", "item"),
    RegisterKind.PENALTY: ("by", "nodes", "platform"),
    RegisterKind.REVIEW: ("order", "by", "replied", "reply", "stars", "problems", "reported", "note"),
    RegisterKind.INVOICE: ("by", "order", "issued"),
    RegisterKind.HANDOVER: ("done_by", "taken", "left", "note"),
}
MAIN_MONEY: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.WRONG_SHIPMENT: "cost", RegisterKind.CARRIER_CLAIM: "claimed", RegisterKind.COMPENSATION: "amount",
    RegisterKind.PENALTY: "amount", RegisterKind.INVOICE: "amount",
}  # fmt: skip
"""The column of a register's tiles and of what is selected, where it has one."""


def title_of(column: RegisterColumn) -> str:
    """A column's title in the window's language."""
    return words.register_column(column.key, language())


def shown_columns(register: RegisterKind, columns: tuple[RegisterColumn, ...]) -> tuple[Column, ...]:
    """The columns as the table takes them."""
    made = []
    for column in columns:
        zh, en = _WIDTHS.get(column.key, _BY_KIND[column.kind])
        if column.key == "state" and register is RegisterKind.REVIEW:
            en = _LONG_STATE
        if column.key == "note" and register is RegisterKind.PENALTY:
            zh = en = _SHORT_NOTE
        right = column.kind in (CellKind.MONEY, CellKind.NUMBER)
        stretch = _STRETCH.get(register) == column.key
        made.append(Column(column.key, title_of(column), zh, en, right=right, stretch=stretch))
    return tuple(made)


def state_word(register: RegisterKind, state: StrEnum) -> str:
    """What a state is called in this register."""
    if register is RegisterKind.CARRIER_CLAIM and state is RegisterState.OPEN:
        return tr("To hand in")
    if register is RegisterKind.INVOICE and state is RegisterState.OPEN:
        return tr("To issue")
    if register is RegisterKind.INVOICE and state is RegisterState.DONE:
        return tr("Issued")
    if register is RegisterKind.RETURNED_PARCEL and state is RegisterState.OPEN:
        return tr("Awaited")
    return word(state)


def line_state(line: RegisterLine) -> str:
    """What the state of a line is called: a parcel that arrived is no longer awaited, but to be inspected."""
    if line.state is None:
        return ""
    arrived = line.register is RegisterKind.RETURNED_PARCEL and line.cells.get("arrived") is not None
    if arrived and line.state is RegisterState.OPEN:
        return word(ReceiptState.ARRIVED)
    return state_word(line.register, line.state)


def state_colour(state: StrEnum | None, late: int = 0) -> State | None:
    """The colour of its chip."""
    if late:
        return "overdue"
    if state is None:
        return None
    if type(state) in _OTHERS:
        return _OTHERS[type(state)].get(state.value)
    return _STATES.get(state)


def fills(register: RegisterKind) -> str:
    """What writes lines here, for a month without any."""
    return {
        RegisterKind.WRONG_SHIPMENT: tr(
            "The wizard writes here when goods were sent wrong, in the wrong colour or size, or too few."
        ),
        RegisterKind.CARRIER_CLAIM: tr("The wizard writes here when a carrier is liable: lost, damaged, late."),
        RegisterKind.QUALITY: tr(
            "The wizard writes here when goods are faulty, with style, batch and photos of the case."
        ),
        RegisterKind.RETURNED_PARCEL: tr(
            "A return agreed with the buyer is awaited here; receiving a parcel fills it in."
        ),
        RegisterKind.COMPENSATION: tr(
            "Compensation, goodwill and freight paid stand here as soon as the wizard finishes."
        ),
        RegisterKind.PENALTY: tr(
            "A dispute that is lost writes here what the platform may take; a notice of the platform is noted by hand."
        ),
        RegisterKind.REVIEW: tr("Reviews pasted or read from a file stand here, bad ones until they are answered."),
        RegisterKind.INVOICE: tr("A case about an invoice writes here what is owed and until when."),
        RegisterKind.HANDOVER: tr("What one shift leaves for the next stands here, with who took it and when."),
    }[register]
