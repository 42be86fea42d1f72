"""The places of a stage: canvas, text, why there is nothing to see, and those that others add."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop.decoder.results import NoPreviewReason
from models.kinds import Integrity
from models.records import Evidence
from ui.evidence.labels import no_preview_text
from ui.evidence.viewing.picture_view import PictureView
from ui.fonts import font
from ui.i18n import translator
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, EmptyPlace, column

tr = translator("viewer")


class AddedPlace(NamedTuple):
    """Another way to see evidence: for what, and how it is filled."""

    widget: QWidget
    takes: Callable[[Evidence], bool]
    show: Callable[[Evidence], object]


class StagePlaces(QWidget):
    """A banner, the places one above the other, and room below. `place_changed` names what is in front: picture, text,
    none, waiting, broken, or a place that was added."""

    place_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: QVBoxLayout = column(self)
        self._banner = Banner("overdue", tr("Not as imported"), "", self)
        self._banner_box = QWidget(self)
        column(self._banner_box, margins=(8, 8, 8, 8)).addWidget(self._banner)
        self._banner_box.hide()
        self.rows.addWidget(self._banner_box)
        self.places = QStackedWidget(self)
        self.canvas = PictureView(self.places)
        self.canvas.setAccessibleName(tr("Picture"))
        self.text = QPlainTextEdit(self.places)
        self.text.setReadOnly(True)
        self.text.setFont(font("body"))
        self.text.setAccessibleName(tr("Text"))
        self._none = EmptyPlace("file", tr("Kept, no preview"), "", self.places)
        self._waiting = EmptyPlace("hourglass", tr("Opening…"), "", self.places)
        self._broken = EmptyPlace("shield-alert", tr("Not as imported"), "", self.places)
        self._anyway: Button = self._broken.add_button(tr("Show anyway"), self.show_anyway, icon="eye")
        self._added: dict[str, AddedPlace] = {}
        self._names: dict[QWidget, str] = {
            self.canvas: "picture", self.text: "text", self._none: "none", self._waiting: "waiting",
            self._broken: "broken",
        }  # fmt: skip
        for place in self._names:
            self.places.addWidget(place)
        self.rows.addWidget(self.places, 1)

    def add_place(
        self, name: str, widget: QWidget, takes: Callable[[Evidence], bool], show: Callable[[Evidence], object]
    ) -> None:
        """Another way to see evidence: `widget` stands in the stack for what `takes` accepts, and `show` fills it."""
        self._added[name] = AddedPlace(widget, takes, show)
        self._names[widget] = name
        self.places.addWidget(widget)

    def place(self) -> str:
        """What is seen now: picture, text, none, waiting, broken, or the name of a place that was added."""
        widget = self.places.currentWidget()
        return self._names.get(widget, "") if widget is not None else ""

    def reason(self) -> str:
        """Why there is no preview, as shown."""
        return (self._broken if self.place() == "broken" else self._none).more.text()

    def show_anyway(self) -> None:
        """Show a file that is not as imported."""

    def _added_for(self, item: Evidence) -> AddedPlace | None:
        return next((added for added in self._added.values() if added.takes(item)), None)

    def _put_none(self, reason: NoPreviewReason) -> None:
        self._none.set_text("image-off", tr("Kept, no preview"), no_preview_text(reason))
        self.canvas.clear()
        self._put(self._none)

    def _put_trouble(self, what: str, then: str) -> None:
        self._none.set_text("shield-alert", what, then)
        self.canvas.clear()
        self._put(self._none)

    def _put_broken(self, state: Integrity) -> None:
        missing = state is Integrity.MISSING
        if missing:
            self._broken.set_text(
                "shield-alert", tr("File missing"), tr("The kept file is gone. Look for it in a backup.")
            )
        else:
            self._broken.set_text(
                "shield-alert", tr("Not as imported"),
                tr("The file was changed after it was imported. Packets leave it out; it is shown only if you ask."),
            )  # fmt: skip
        self._anyway.setVisible(not missing)
        self._show_banner(tr("File missing") if missing else tr("Not as imported"), tr("Packets leave it out."))
        self.canvas.clear()
        self._put(self._broken)

    def _say_trusted(self) -> None:
        self._show_banner(tr("Not as imported"), tr("It is shown because you asked to; packets leave it out."))

    def _show_banner(self, what: str, more: str) -> None:
        self._banner.set_text(what, more)
        self._banner_box.show()

    def _put(self, place: QWidget) -> None:
        """Bring a place to the front; the focus goes along if it was on the one before."""
        before, focus = self.places.currentWidget(), self.focusWidget()
        had_focus = focus is not None and focus.hasFocus() and before is not None and before.isAncestorOf(focus)
        self.places.setCurrentWidget(place)
        place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if place is not before and had_focus:
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place_changed.emit(self.place())
