"""Tab walks through a pane in the order it is read, also when rows were made later than what stands below them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


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
