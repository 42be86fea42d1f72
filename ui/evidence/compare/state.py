"""What the sides of a comparison share: which part of the picture is seen, as a share of it, so that photos of
different size stay together."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Signal

from ui.evidence.viewing.picture_view import PictureView


class ViewState(QObject):
    """`centre` is the middle of what is seen as shares of the picture as shown (after turning its view), `zoom` how
    many times larger than the whole picture would be. `changed` says who moved."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.centre = QPointF(0.5, 0.5)
        self.zoom = 1.0

    def take(self, canvas: PictureView) -> None:
        """What this canvas shows counts for all."""
        size = canvas.picture_size()
        if size.isEmpty():
            return
        middle = canvas.mapToScene(canvas.viewport().rect().center())
        upright = QPointF(middle.x() / size.width(), middle.y() / size.height())
        self.centre = QPointF(0.5, 0.5) if canvas.is_fitted() else _turned(upright, canvas.turns())
        self.zoom = 1.0 if canvas.is_fitted() else canvas.scale_now() / canvas.fit_scale()
        self.changed.emit(canvas)

    def apply(self, canvas: PictureView) -> None:
        """Show the same share on this canvas."""
        size = canvas.picture_size()
        if size.isEmpty():
            return
        share = _turned(self.centre, -canvas.turns())
        canvas.place(QPointF(share.x() * size.width(), share.y() * size.height()), canvas.fit_scale() * self.zoom)

    def reset(self) -> None:
        """The whole picture."""
        self.centre, self.zoom = QPointF(0.5, 0.5), 1.0


def _turned(share: QPointF, turns: int) -> QPointF:
    for _ in range(turns % 4):
        share = QPointF(1.0 - share.y(), share.x())
    return share
