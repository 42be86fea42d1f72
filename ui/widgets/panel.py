"""Panels, headings, banners, empty places, form rows and rules: the quiet furniture of a page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme as tokens
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.controls import IconMark

Surface = Literal["surface", "surface2", "window", "canvas", "rail"]
Edge = Literal["top", "bottom", "left", "right"]


class Strip(QFrame):
    """A plain area of one surface tone, with a hairline at one edge or none."""

    def __init__(
        self, parent: QWidget | None = None, *, surface: Surface = "surface", edge: Edge | None = None, height: int = 0
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        if edge:
            self.setProperty("edge", edge)
        if height:
            self.setFixedHeight(height)


def rule(parent: QWidget | None = None, *, vertical: bool = False) -> QFrame:
    """A hairline between groups."""
    line = QFrame(parent)
    line.setProperty("kind", "vrule" if vertical else "rule")
    return line


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0
) -> QVBoxLayout:
    """A vertical layout with margins and spacing set."""
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def line(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QHBoxLayout:
    """A horizontal layout with margins and spacing set."""
    layout = QHBoxLayout(parent) if parent is not None else QHBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    return layout


def foot_line(
    dialog: QDialog, cancel: str, take: Button, *left: QWidget, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QHBoxLayout:
    """The foot of a dialog: what stands at its left end, then the button that leaves it, and the one that does it."""
    foot = line(margins=margins, spacing=8)
    for each in left:
        foot.addWidget(each)
    foot.addStretch(1)
    leave = Button(cancel, dialog)
    leave.clicked.connect(dialog.reject)
    foot.addWidget(leave)
    foot.addWidget(take)
    # Tab follows the order of making; the reader comes to the way out first.
    QWidget.setTabOrder(leave, take)
    return foot


class Heading(QWidget):
    """A panel's heading: icon, title, quiet words, and widgets at the right end."""

    def __init__(
        self,
        title: str,
        quiet: str = "",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        token: str = "text2",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self.row = line(self, spacing=8)
        if icon:
            self.row.addWidget(IconMark(icon, token, 18, self))
        self.title = PlainLabel(
            title, self, role="small" if small else "heading", weight=600, ink="text2" if small else ""
        )
        self.quiet = PlainLabel(quiet, self, role="small", ink="text3")
        self.row.addWidget(self.title)
        self.row.addWidget(self.quiet)
        self.row.addStretch(1)

    def add(self, widget: QWidget) -> QWidget:
        """Put a widget at the right end."""
        self.row.addWidget(widget)
        return widget


class Panel(QFrame):
    """A white panel with a heading, a hairline and a body."""

    def __init__(
        self, title: str = "", quiet: str = "", parent: QWidget | None = None, *, icon: str = "", token: str = "text2"
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._outer = column(self, margins=(1, 1, 1, 1))
        self.heading = Heading(title, quiet, self, icon=icon, token=token)
        self.heading.setFixedHeight(36)
        self.heading.row.setContentsMargins(12, 0, 12, 0)
        self._outer.addWidget(self.heading)
        self.hairline = rule(self)
        self._outer.addWidget(self.hairline)
        self.body = QWidget(self)
        self.rows = column(self.body)
        self._outer.addWidget(self.body, 1)
        if not title:
            self.heading.hide()
            self.hairline.hide()
        self.setAccessibleName(title)


class Banner(QFrame):
    """Something that failed or ran out, in place: what, what is safe, and the one thing to do."""

    def __init__(
        self,
        state: Literal["overdue", "due", "done", "waiting", "new"],
        text: str,
        more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state = state
        row = line(self, margins=(12, 8, 12, 8), spacing=8)
        names = {"overdue": "triangle-alert", "due": "triangle-alert", "done": "circle-check"}
        row.addWidget(IconMark(names.get(state, "info"), state, 16, self), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=2)
        self.text = PlainLabel(text, self, weight=500, ink=state, wrap=True)
        self.more = PlainLabel(more, self, role="small", ink="text2", wrap=True)
        self.more.setVisible(bool(more))
        words.addWidget(self.text)
        words.addWidget(self.more)
        row.addLayout(words, 1)
        self._row = row
        self.setAccessibleName(f"{text} {more}".strip())

    def set_text(self, text: str, more: str = "") -> None:
        """Say something else."""
        self.text.setText(text)
        self.more.setText(more)
        self.more.setVisible(bool(more))
        self.setAccessibleName(f"{text} {more}".strip())

    def add(self, widget: QWidget) -> QWidget:
        """Put what can be done at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        return widget

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.rounded(painter, self.rect(), f"{self._state}.soft", None, tokens.RADIUS_BUTTON)
        painter.end()


class EmptyPlace(QWidget):
    """What stands where nothing is: an icon, a sentence saying what belongs here, and how to begin."""

    def __init__(self, icon: str, text: str, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = column(self, margins=(24, 24, 24, 24), spacing=8)
        box.addStretch(1)
        self._mark = IconMark(icon, "text3", 32, self)
        box.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.text = self._centred(PlainLabel(text, self, ink="text2", wrap=True))
        self.more = self._centred(PlainLabel(more, self, role="small", ink="text3", wrap=True))
        self.more.setVisible(bool(more))
        box.addWidget(self.text)
        box.addWidget(self.more)
        self._buttons = line(spacing=8)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addSpacing(4)
        box.addLayout(self._buttons)
        box.addStretch(2)

    @staticmethod
    def _centred(label: PlainLabel) -> PlainLabel:
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def set_text(self, icon: str, text: str, more: str = "") -> None:
        """Say something else, as when a search finds nothing."""
        self._mark.set(icon, "text3")
        self.text.setText(text)
        self.more.setText(more)
        self.more.setVisible(bool(more))

    def add_button(
        self, text: str, act: Callable[[], object], *, primary: bool = False, icon: str = "", hint: str = ""
    ) -> Button:
        """A button under the sentence."""
        button = Button(text, self, kind="primary" if primary else "secondary", icon=icon, hint=hint)
        button.clicked.connect(lambda: act())
        self._buttons.addWidget(button)
        return button


class FormRows(QWidget):
    """Labels in one column, fields or facts in the other, with a line for what is wrong under each field."""

    def __init__(self, parent: QWidget | None = None, *, label_width: int = 0, spacing: int = 8) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(spacing)
        self._grid.setColumnStretch(1, 1)
        if label_width:
            self._grid.setColumnMinimumWidth(0, label_width)
        self._wrong: dict[int, PlainLabel] = {}
        self._help: dict[int, str] = {}

    def add_field(self, label: str, field: QWidget, help_text: str = "") -> QWidget:
        """A field with its label as buddy and accessible name; `help_text` stands under it."""
        row = self._grid.rowCount()
        words = PlainLabel(label, self, ink="text2")
        words.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(label)
        self._grid.addWidget(words, row, 0, Qt.AlignmentFlag.AlignTop)
        words.setMinimumHeight(tokens.BUTTON)
        self._grid.addWidget(field, row, 1)
        note = PlainLabel(help_text, self, role="small", ink="text3", wrap=True)
        note.setVisible(bool(help_text))
        self._grid.addWidget(note, row + 1, 1)
        self._wrong[id(field)] = note
        self._help[id(field)] = help_text
        return field

    def add_fact(self, label: str, text: str = "", *, strong: bool = False) -> PlainLabel:
        """A fact that can be selected and copied; returns its label."""
        row = self._grid.rowCount()
        value = PlainLabel(text, self, weight=600 if strong else 0, wrap=True, selectable=True)
        self._grid.addWidget(PlainLabel(label, self, ink="text3"), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        return value

    def set_help(self, field: QWidget, text: str) -> None:
        """Say something else under a field, unless it says what is wrong there."""
        self._help[id(field)] = text
        if not field.property("wrong"):
            self._wrong[id(field)].setText(text)
            self._wrong[id(field)].setVisible(bool(text))

    def set_wrong(self, field: QWidget, text: str) -> None:
        """Mark a field as wrong and say why under it; an empty text clears it, and its help stands there again."""
        note = self._wrong[id(field)]
        shown = text or self._help[id(field)]
        note.setText(shown)
        note.setVisible(bool(shown))
        note.set_ink("overdue" if text else "text3")
        field.setProperty("wrong", bool(text))
        field.setAccessibleDescription(text)
        field.style().unpolish(field)
        field.style().polish(field)


class SkeletonRows(QWidget):
    """Bars where rows will be, while loading takes longer than 150 ms."""

    def __init__(self, rows: int = 8, parent: QWidget | None = None, row_height: int = tokens.ROW) -> None:
        super().__init__(parent)
        self._rows, self._height = rows, row_height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, self._rows * self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for row in range(self._rows):
            middle = row * self._height + self._height // 2
            for start, share in ((0.0, 0.16), (0.22, 0.3), (0.6, 0.22)):
                left = 12 + round(start * (self.width() - 24))
                bar = QRect(left, middle - 5, round(share * (self.width() - 24)), 10)
                painting.rounded(painter, bar, "track", None, 4)
        painter.end()


def clear_layout(layout: QHBoxLayout | QVBoxLayout | QGridLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def section_label(text: str, parent: QWidget | None = None) -> QLabel:
    """The small heading inside a pane."""
    return PlainLabel(text, parent, role="small", weight=600, ink="text2")
