"""The buttons that zoom, fit and turn what is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.evidence.viewing.picture_view import STEP, PictureView
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import line

tr = translator("viewer")


class ZoomTools(QWidget):
    """Acts on the canvas that `canvas` names at that moment."""

    def __init__(self, canvas: Callable[[], PictureView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._narrow = False
        row = line(self, spacing=4)
        self._smaller = icon_button("zoom-out", tr("Smaller"), self, hint="-", kind="secondary")
        self._percent = PlainLabel("", self)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._percent.setFixedWidth(painting.text_width("1000 %") + 4)
        self._percent.setAccessibleName(tr("Zoom"))
        self._larger = icon_button("zoom-in", tr("Larger"), self, hint="+", kind="secondary")
        self._fit = Button(tr("Fit"), self, hint="0")
        self._actual = Button("1:1", self, hint="1", tip=tr("Actual pixels"))
        self._actual.setAccessibleName(tr("Actual pixels"))
        self._rotate = icon_button("rotate-cw", tr("Rotate the view"), self, hint="]", kind="secondary")
        self._smaller.clicked.connect(lambda: self._canvas().zoom(1 / STEP))
        self._larger.clicked.connect(lambda: self._canvas().zoom(STEP))
        self._fit.clicked.connect(lambda: self._canvas().fit())
        self._actual.clicked.connect(lambda: self._canvas().actual())
        self._rotate.clicked.connect(lambda: self._canvas().rotate_view(1))
        self._buttons = (self._smaller, self._larger, self._fit, self._actual, self._rotate)
        for widget in (self._smaller, self._percent, self._larger, self._fit, self._actual, self._rotate):
            row.addWidget(widget)

    def show_zoom(self, scale: float) -> None:
        """How large it is shown now."""
        self._percent.setText(f"{scale * 100:.0f} %")

    def set_usable(self, usable: bool) -> None:
        """Whether there is a picture to act on."""
        for button in self._buttons:
            button.setEnabled(usable)
        if not usable:
            self._percent.setText("—")

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what keys and the wheel do as well."""
        self._narrow = narrow
        self.show_actual(True)

    def show_actual(self, shown: bool) -> None:
        """Whether the row has room for the button of actual pixels; its key does the same."""
        self._actual.setVisible(shown and not self._narrow)
