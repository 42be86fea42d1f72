"""The register of hand-over: the sheet of the line's night, leaving something for the next shift, printing a night."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.register_records import RegisterLine, RegisterSheet
from ui.background import Background
from ui.i18n import translator
from ui.registers.desk_contract import LineAction, LineDesk

tr = translator("registers")


class HandOverLineDesk(LineDesk):
    """Opens what the hand-over itself offers: items are taken, done and passed on there."""

    def actions(self, lines: Sequence[RegisterLine]) -> Sequence[LineAction]:
        """The night of the chosen line."""
        morning = lines[0].cells.get("morning") if lines else None
        day = morning if isinstance(morning, date) else None
        why = tr("Choose a line first.")
        return (
            LineAction("night", tr("Sheet of the night…"), lambda: self.nights(day), "N", "moon", bool(lines), why,
                       front=True),
            LineAction("correct", tr("Correct…"), lambda: self.correct(lines[0].id), "", "pencil", len(lines) == 1,
                       tr("Choose a single line.")),
            LineAction("print_night", tr("Print the night…"), lambda: self.print_night(day), "", "printer",
                       day is not None, why),
        )  # fmt: skip

    def general(self, sheet: RegisterSheet) -> Sequence[LineAction]:
        """Leaving something, and the nights."""
        return (
            LineAction("leave", tr("Leave for the next shift…"), self.leave, "", "clipboard-list"),
            LineAction("nights", tr("Sheets of the nights…"), lambda: self.nights(None), "", "moon"),
        )

    def correct(self, item_id: int) -> None:
        """The words, the case or the due time of an item, with the reason."""
        from ui.hand_over.item_doings import ItemDoings

        doings, items = ItemDoings(self.ctx, self.background, self.window), self.ctx.hand_over_items
        self.background.run(self.ctx.jobs.read(lambda: items.find_item(item_id)), doings.correct, receiver=self)

    def nights(self, morning: date | None) -> None:
        """The sheets of the nights, that of a morning in front."""
        from ui.hand_over.hand_over_door import open_nights

        open_nights(self.ctx, self.background, self.window, self.navigate.emit, morning=morning, say=self.said.emit)

    def leave(self) -> None:
        """Leave items for the next shift."""
        from ui.hand_over.hand_over_door import open_leaving

        open_leaving(self.ctx, self.background, self.window, say=self.said.emit)

    def print_night(self, morning: date | None) -> None:
        """The sheet of a morning on paper."""
        from ui.hand_over.hand_over_door import print_night

        if morning is not None:
            print_night(self.ctx, self.background, self.window, morning, say=self.said.emit)


def make_desk(ctx: AppContext, background: Background, window: QWidget) -> HandOverLineDesk:
    """The desk of the register of hand-over."""
    return HandOverLineDesk(ctx, background, window)
