"""Returned parcels: everything about them is done in the receiving window, which opens where the line stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.receiving_records import ReturnReceipt
from models.register_kinds import ReceiptKind, RegisterState
from models.register_records import RegisterLine, RegisterSheet
from ui.background import Background
from ui.held_writing import run_held
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
            LineAction(
                "look_again", tr("Correct what was found…"), lambda: self.look_again(lines[0]), "", "pencil",
                one is not None and one.case_id is not None and one.cells.get("condition") is not None,
                tr("Choose a single line.") if one is None else tr("It was not inspected yet."),
            ),
            LineAction(
                "take_up", tr("Back into the box"), lambda: self.take_up(lines[0]), "", "package-open",
                one is not None and one.case_id is None and one.state is RegisterState.DONE,
                tr("Choose a single line.") if one is None else tr("Only a parcel of nobody that was let go."),
            ),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """Receiving as it opens, and the box of parcels nobody owns."""
        return (
            LineAction("receive_all", tr("Receive parcels…"), lambda: self.open(""), "", "scan-barcode"),
            LineAction("box", tr("Parcels without an owner…"), lambda: self.open("box"), "", "package-open"),
        )

    def look_again(self, line: RegisterLine) -> None:
        """Set right what was found in the parcel of the line; a correcting line leads to the one it corrects."""
        receiving, case_id, entry_id = self.ctx.receiving, line.case_id or 0, line.corrects or line.id

        def ask(found: tuple[ReturnReceipt, ...]) -> None:
            from ui.receiving.look_again_dialog import LookAgainDialog, SecondLook

            receipt = next((each for each in found if each.entry_id == entry_id), None)
            if receipt is None:
                self.said.emit(tr("There is no parcel of this line any more."))
                return
            dialog = LookAgainDialog(receipt, self.window)

            def write(given: SecondLook) -> None:
                run_held(self.background, self.ctx.jobs.write(lambda: receiving.inspect(
                    receipt.id, condition=given.condition, pieces=given.pieces, restock=given.restock,
                    note=given.reason,
                )), dialog, self.window, lambda _: self.said.emit(tr("The parcel is corrected")))  # fmt: skip

            dialog.wanted.connect(write)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self.background.run(self.ctx.jobs.read(lambda: receiving.list_case(case_id)), ask, receiver=self)

    def take_up(self, line: RegisterLine) -> None:
        """Look for the owner of a parcel again that was let go."""
        receiving = self.ctx.receiving

        def work() -> bool:
            found = next((each for each in receiving.let_gone() if each.entry_id == line.id), None)
            if found is not None:
                receiving.take_up(found.id)
            return found is not None

        def done(found: bool) -> None:
            gone = tr("There is no parcel of this line any more.")
            self.said.emit(tr("The parcel is in the box again") if found else gone)

        self.background.run(self.ctx.jobs.write(work), done, receiver=self)

    def open(self, part: str) -> None:
        """Bring the receiving window to the front."""
        from ui.receiving.receiving_door import open_receiving

        open_receiving(self.ctx, self.background, self.window, self.navigate.emit, part=part)


def _part(line: RegisterLine) -> str:
    if line.case_id is None:
        return "box"
    if line.cells.get("kind") is ReceiptKind.UNDELIVERABLE:
        return "undeliverable"
    return "awaited" if line.cells.get("arrived") is None else ""


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> ReturnedDesk:
    """The desk of the register of returned parcels."""
    return ReturnedDesk(ctx, background, window)
