"""One side of a comparison: its head with the letter, and the stage below."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from models.records import EvidenceRow
from ui.background import Background
from ui.evidence.viewing.picture_source import START, Moment, PictureSource
from ui.evidence.viewing.stage import Stage
from ui.evidence.viewing.stage_head import StageHead
from ui.widgets.panel import column


class ComparePane(QWidget):
    """`activated` when the user turns to it."""

    activated = Signal()

    def __init__(
        self, ctx: Any, background: Background, source: PictureSource, zone: tzinfo, letter: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.letter = letter
        self._row: EvidenceRow | None = None
        rows = column(self)
        self.head = StageHead(ctx.clock, zone, letter, self)
        self.stage = Stage(ctx, background, source, self)
        self.stage.full_at_once = False
        self.stage.bar.set_compact()
        self.setMinimumWidth(200)
        self.canvas = self.stage.canvas
        self.canvas.enlarges = True
        self.canvas.takes_tab = True
        rows.addWidget(self.head)
        rows.addWidget(self.stage, 1)
        self.head.chosen.connect(self.activated)
        self.canvas.entered.connect(self.activated)
        # A proxy out of sight takes no focus: Tab would come to it and never get past it.
        self.setFocusProxy(self.canvas)
        self.stage.place_changed.connect(lambda _: self.setFocusProxy(self.stage.places.currentWidget() or self.canvas))

    def row(self) -> EvidenceRow | None:
        """What is on this side."""
        return self._row

    def show_row(self, row: EvidenceRow | None, moment: Moment = START, *, with_case: bool = False) -> None:
        """Put evidence on this side, or nothing."""
        before = self._row
        self._row = row
        self.head.show_row(row, with_case=with_case)
        if row is None:
            self.stage.clear()
        elif before is None or before.evidence.id != row.evidence.id or before.evidence.sha256 != row.evidence.sha256:
            self.stage.show_item(row.evidence, moment)
        else:
            self.stage.update_item(row.evidence)
            if moment != START:
                self.stage.go(moment)
