"""The columns of every register, in order; their titles are in resources/words/register_columns.json."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from models.kinds import RegisterKind
from models.register_records import CellKind, RegisterColumn


def _text(key: str, *, editable: bool = False) -> RegisterColumn:
    return RegisterColumn(key, editable=editable)


def _money(key: str, *, editable: bool = False) -> RegisterColumn:
    return RegisterColumn(key, CellKind.MONEY, summed=True, editable=editable)


def _count(key: str, *, editable: bool = False) -> RegisterColumn:
    return RegisterColumn(key, CellKind.NUMBER, summed=True, editable=editable)


_ENTERED: Final = RegisterColumn("entered", CellKind.DAY)
_CASE: Final = (_text("case"), _text("buyer"))
_STATE: Final = RegisterColumn("state", CellKind.WORD)
_BY: Final = _text("by")
_ORDER: Final = _text("order")

COLUMNS: Final[Mapping[RegisterKind, tuple[RegisterColumn, ...]]] = {
    RegisterKind.WRONG_SHIPMENT: (
        _ENTERED, *_CASE, _ORDER, _text("kind", editable=True), _text("ordered", editable=True),
        _text("sent", editable=True), _text("responsible", editable=True), _STATE, _money("cost", editable=True), _BY,
    ),
    RegisterKind.CARRIER_CLAIM: (
        _ENTERED, *_CASE, _text("parcel", editable=True), _text("carrier", editable=True),
        RegisterColumn("kind", CellKind.WORD), RegisterColumn("evidence_complete", CellKind.YES_NO),
        _money("claimed", editable=True), RegisterColumn("handed_in", CellKind.DAY), _STATE,
        RegisterColumn("answer_due", CellKind.DAY), RegisterColumn("answered", CellKind.DAY), _money("allowed"),
        _money("received"), _money("difference"), RegisterColumn("age", CellKind.NUMBER), _BY,
    ),
    RegisterKind.QUALITY: (
        _ENTERED, *_CASE, _ORDER, _text("style", editable=True), _text("batch", editable=True), _text("item"),
        RegisterColumn("kind", CellKind.WORD), RegisterColumn("severe", CellKind.YES_NO),
        # Not summed: photos of a case come and go after its month was closed.
        RegisterColumn("photos", CellKind.NUMBER), _STATE, _BY,
    ),
    RegisterKind.RETURNED_PARCEL: (
        _ENTERED, *_CASE, _text("parcel", editable=True), _text("item", editable=True),
        RegisterColumn("arrived", CellKind.DAY), _count("pieces"),
        RegisterColumn("condition", CellKind.WORD), RegisterColumn("restock", CellKind.YES_NO),
        RegisterColumn("kind", CellKind.WORD), _STATE, _money("surcharge"), _BY,
    ),
    RegisterKind.COMPENSATION: (
        _ENTERED, *_CASE, _ORDER, RegisterColumn("kind", CellKind.WORD), RegisterColumn("liability", CellKind.WORD),
        _text("item"), _money("amount", editable=True), _STATE, _text("note", editable=True), _BY,
    ),
    RegisterKind.PENALTY: (
        _ENTERED, *_CASE, RegisterColumn("platform", CellKind.WORD), _text("rule", editable=True),
        RegisterColumn("ledger", CellKind.WORD), _count("points", editable=True), _money("amount", editable=True),
        RegisterColumn("points_after", CellKind.NUMBER), RegisterColumn("nodes", CellKind.NUMBER), _STATE,
        _text("note", editable=True), _BY,
    ),
    RegisterKind.REVIEW: (
        RegisterColumn("written", CellKind.DAY), *_CASE, _ORDER, _text("item"),
        RegisterColumn("verdict", CellKind.WORD), RegisterColumn("stars", CellKind.NUMBER), _text("text"),
        _text("problems"), RegisterColumn("extortion", CellKind.YES_NO), _STATE, _text("reply"),
        RegisterColumn("replied", CellKind.DAY), RegisterColumn("reported", CellKind.DAY), _text("note"), _BY,
    ),
    RegisterKind.INVOICE: (
        _ENTERED, *_CASE, _ORDER, _text("title", editable=True), _money("amount", editable=True),
        RegisterColumn("due", CellKind.DAY), _STATE, _text("invoice_number"), RegisterColumn("issued", CellKind.DAY),
        _BY,
    ),
    RegisterKind.HANDOVER: (
        RegisterColumn("morning", CellKind.DAY), _text("text"), *_CASE, RegisterColumn("left", CellKind.MOMENT),
        _text("left_by"), RegisterColumn("due", CellKind.MOMENT), _STATE, _text("taken_by"),
        RegisterColumn("taken", CellKind.MOMENT), _text("done_by"), RegisterColumn("done", CellKind.MOMENT),
        _text("note"),
    ),
}  # fmt: skip


def column(register: RegisterKind, key: str) -> RegisterColumn:
    """One column of a register; KeyError if it has none of that name."""
    return next((each for each in COLUMNS[register] if each.key == key), None) or _missing(register, key)


def _missing(register: RegisterKind, key: str) -> RegisterColumn:
    raise KeyError(f"{register.value}.{key}")
