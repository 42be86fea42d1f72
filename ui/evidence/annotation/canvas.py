"""One canvas that can be drawn on: session, painted layer, tool and keys, joined to the stage with the picture."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Signal, Slot

from models.rules.annotations import NumberMark, TextLabel
from ui.background import Background
from ui.evidence.annotation.field import InPlaceField
from ui.evidence.annotation.item import LayerItem
from ui.evidence.annotation.keys import AnnotationKeys
from ui.evidence.annotation.list import written
from ui.evidence.annotation.paint import extent_of
from ui.evidence.annotation.session import AnnotationSession, Underway, part_of, with_part, without_part
from ui.evidence.annotation.tool import SELECT, AnnotationTool
from ui.evidence.viewing.picture_source import Moment
from ui.evidence.viewing.stage import Stage


class CanvasLayer(QObject):
    """The layer over one stage. `changed` after every edit, choice or other picture."""

    changed = Signal()

    def __init__(
        self, ctx: Any, background: Background, stage: Stage, kept: Underway, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.stage = stage
        self.canvas = stage.canvas
        self.session = AnnotationSession(ctx, background, kept, self)
        self.item = LayerItem(self.canvas.scene())
        self.tool = AnnotationTool(self.canvas, self.session, self.item)
        self.keys = AnnotationKeys(self.canvas, self.session, self.tool, stage.bar.is_stepping)
        self._field: InPlaceField | None = None
        self.session.changed.connect(self._show)
        self.session.place_wanted.connect(self._go)
        self.tool.writing.connect(self.write_words)
        self.canvas.shown.connect(self._shown)
        self.canvas.cleared.connect(self._cleared)
        if self.canvas.has_picture():
            self._shown(self.canvas.evidence_id(), self.canvas.picture_size())

    def set_word(self, word: str) -> None:
        """Take a tool in hand."""
        self.tool.set_word(word)
        self._show()

    @Slot(int, QSize)
    def _shown(self, evidence_id: int, size: QSize) -> None:
        if evidence_id and not size.isEmpty():
            moment = self.stage.moment()
            self.session.show_place(evidence_id, moment.page, moment.at_ms, (size.width(), size.height()))

    @Slot()
    def _cleared(self) -> None:
        self._close_field()
        self.tool.set_word(self.tool.word)
        self.session.close()

    @Slot(int, int)
    def _go(self, page: int, at_ms: int) -> None:
        self.stage.go(Moment(page, at_ms))

    @Slot()
    def _show(self) -> None:
        sheet = self.session.sheet
        self.item.show_sheet(sheet, None if sheet is None else part_of(sheet, self.session.chosen))
        drawn = sheet is not None and bool(sheet.marks or sheet.covers)
        # Without a tool and without marks the canvas pans and closes as ever.
        wanted = self.tool if sheet is not None and (drawn or self.tool.word != SELECT) else None
        if self.canvas.tool is not wanted:
            self.canvas.tool = wanted
            self.canvas.viewport().unsetCursor()
        self.changed.emit()

    @Slot()
    def write_words(self) -> None:
        """Write the words of the chosen part where it stands; a label left without any goes."""
        session, sheet, chosen = self.session, self.session.sheet, self.session.chosen
        part = None if sheet is None else part_of(sheet, chosen)
        if sheet is None or chosen is None or not isinstance(part, TextLabel | NumberMark):
            return
        self._close_field()
        field = self._field = InPlaceField(self.canvas.viewport(), part)
        evidence_id = session.evidence_id

        def there() -> TextLabel | NumberMark | None:
            now = None if session.sheet is None else part_of(session.sheet, chosen)
            same = session.evidence_id == evidence_id and type(now) is type(part)
            return now if same and isinstance(now, TextLabel | NumberMark) else None

        def keep(text: str) -> None:
            now = there()
            if now is not None and session.sheet is not None:
                session.edit(with_part(session.sheet, chosen, written(now, text)), chosen, joins=f"words{chosen}")

        def ended() -> None:
            now = there()
            if isinstance(now, TextLabel) and not now.text.strip() and session.sheet is not None:
                session.edit(without_part(session.sheet, chosen), None)
            if self._field is field:
                self._field = None
                self.canvas.setFocus()

        field.written.connect(keep)
        field.ended.connect(ended)
        left, top, right, bottom = extent_of(part, sheet)
        box = self.canvas.mapFromScene(QRectF(left, top, right - left, bottom - top)).boundingRect()
        if isinstance(part, NumberMark):
            box.moveLeft(box.right() + 6)
        field.open_at(box)

    def _close_field(self) -> None:
        if self._field is not None:
            self._field.finish(keep=True)
            self._field = None
