"""The right side of the page: for whom, how full, what goes in, the texts, what leaves, checks, packets made, save."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

from ui.packets.options.content_box import ContentBox
from ui.packets.options.deadline import DeadlineRow
from ui.packets.options.foot import OptionsFoot
from ui.packets.options.leaving import LeavingRows
from ui.packets.options.made_rows import MadeRows
from ui.packets.options.meter_rows import MeterRows
from ui.packets.options.preset_rows import PresetChooser
from ui.packets.options.texts_box import FieldTexts, SummaryBox
from ui.packets.packet_checks import CheckRows
from ui.widgets.panel import Strip, column, rule

_SIDES = (16, 12, 16, 12)


class OptionsPane(Strip):
    """The parts stand in the order they are read; each says by its signals what was chosen, controllers do it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = column(self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = Strip()
        self._rows = column(body)
        self.presets = PresetChooser(body)
        self.deadline = DeadlineRow(body)
        self.meters = MeterRows(body)
        self.content = ContentBox(body)
        self.summary = SummaryBox(body)
        self.fields = FieldTexts(body)
        self.leaving = LeavingRows(body)
        self.checks = CheckRows(body)
        self.made = MadeRows(body)
        self._add(self.presets, (8, 12, 8, 0), ruled=False)
        self._add(self.deadline, (16, 2, 16, 10), ruled=False)
        for part in (self.meters, self.content, self.summary):
            self._add(part, _SIDES)
        self._add(self.fields, (16, 0, 16, 12), ruled=False)
        self._add(self.leaving, _SIDES)
        self._add(self.checks, _SIDES)
        self._add(self.made, (0, 12, 0, 12))
        self._rows.addStretch(1)
        self._area.setWidget(body)
        outer.addWidget(self._area, 1)
        self.foot = OptionsFoot(self)
        outer.addWidget(self.foot)
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(lambda: put_in_order(body, self.foot))
        for rows in (self.presets, self.meters, self.leaving, self.checks):
            rows.rebuilt.connect(self._ordering.start)
        self.summary.typed.connect(lambda used: self.meters.type_summary(used, self.summary.limit))

    def sizeHint(self) -> QSize:
        return QSize(344, 600)

    def _add(self, part: QWidget, margins: tuple[int, int, int, int], *, ruled: bool = True) -> None:
        if ruled:
            self._rows.addWidget(rule(part.parentWidget()))
        layout = part.layout()
        if layout is not None:
            layout.setContentsMargins(*margins)
        self._rows.addWidget(part)

    def show_part(self, part: QWidget) -> None:
        """Scroll a part into sight."""
        self._area.ensureWidgetVisible(part, 0, 24)

    def settle(self) -> None:
        """Tell at once what was typed."""
        self.summary.field.settle()
        self.fields.field.settle()


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that takes the focus by Tab, in the order of its layouts."""
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
                yield widget
            yield from reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def put_in_order(*widgets: QWidget) -> None:
    """Let Tab go through these widgets, and what stands in them, one after the other."""
    found = [each for widget in widgets for each in reading_order(widget)]
    for first, second in pairwise(found):
        QWidget.setTabOrder(first, second)
