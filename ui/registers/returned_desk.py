"""Returned parcels: everything about them is done in the receiving window, which opens where the line stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import RegisterLine, RegisterSheet
from ui.background import Background
from ui.i18n import translator
from ui.registers.desk_contract import LineAction, LineDesk

tr = translator("registers")


class ReturnedDesk(LineDesk):
    """Opens receiving: at what is awaited, or at the parcels nobody owns."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """The receiving window for the chosen line."""
        one = lines[0] if len(lines) == 1 else None
        part = "" if one is None else _part(one)
        return (
            LineAction(
                "receive", tr("Receiving…"), lambda: self.open(part), "R", "scan-barcode", one is not None,
                tr("Choose a single line."), front=True,
            ),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """Receiving as it opens, and the box of parcels nobody owns."""
        return (
            LineAction("receive_all", tr("Receive parcels…"), lambda: self.open(""), "", "scan-barcode"),
            LineAction("box", tr("Parcels without an owner…"), lambda: self.open("box"), "", "package-open"),
        )

    def open(self, part: str) -> None:
        """Bring the receiving window to the front."""
        from ui.receiving.receiving_door import open_receiving

        open_receiving(self.ctx, self.background, self.window, self.navigate.emit, part=part)


def _part(line: RegisterLine) -> str:
    if line.case_id is None:
        return "box"
    return "awaited" if line.cells.get("arrived") is None else ""


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> ReturnedDesk:
    """The desk of the register of returned parcels."""
    return ReturnedDesk(ctx, background, window)
