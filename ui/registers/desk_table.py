"""Which module makes the desk of each register: a register without one has only what the page itself does."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.kinds import RegisterKind
from ui.background import Background
from ui.registers.desk_contract import DeskFactory, LineDesk

# Each module has `make_desk(ctx, background, window) -> LineDesk`; it is loaded when its register is first shown.
MODULES: Final[Mapping[RegisterKind, str]] = {
    RegisterKind.CARRIER_CLAIM: "ui.registers.desks.claim_desk",
    RegisterKind.COMPENSATION: "ui.registers.desks.compensation_desk",
    RegisterKind.PENALTY: "ui.registers.desks.penalty_desk",
    RegisterKind.INVOICE: "ui.registers.desks.invoice_desk",
    RegisterKind.QUALITY: "ui.batches.quality_desk",
    RegisterKind.REVIEW: "ui.reviews.review_desk",
    RegisterKind.RETURNED_PARCEL: "ui.registers.returned_desk",
    RegisterKind.HANDOVER: "ui.registers.handover_desk",
}


def make_line_desk(register: RegisterKind, ctx: AppContext, background: Background, window: QWidget) -> LineDesk | None:
    """The desk of a register, or None where there is none."""
    name = MODULES.get(register)
    if name is None or not _there(name):
        return None
    factory: DeskFactory = import_module(name).make_desk
    return factory(ctx, background, window)


def _there(name: str) -> bool:
    """Whether the module is part of this program."""
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
