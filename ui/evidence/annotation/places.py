"""Where the tools of annotating stand: there is one set of them, in the viewer or in the comparison."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.evidence.annotation.bar import RICHEST, AnnotationBar
from ui.evidence.annotation.panel import AnnotationPanel
from ui.evidence.compare.compare import Compare
from ui.evidence.viewing.stage import Stage
from ui.evidence.viewing.viewer import Viewer
from ui.evidence.viewing.zoom_tools import ZoomTools
from ui.widgets.buttons import Button
from ui.widgets.panel import column

# The property of a button that holds its words, where they may go before the names of tools do.
FOLDING = "folding"
_SLACK = 8
# How much of the tools is written out; whether keys stand in buttons, the button of actual pixels is there, and what
# folds has its words.
_STEPS = (
    *((RICHEST, keys, True, True) for keys in (True, False)),
    *((RICHEST - 1, *each) for each in ((True, True, True), (False, True, True), (False, False, True))),
    (RICHEST - 1, False, False, False),
    *((level, keys, True, True) for level in (2, 1, 0) for keys in (True, False)),
    (0, False, False, False),
)


class ToolPlaces(QObject):
    """Moves the tools and the side column to the page whose canvas is drawn on, and fits them into its width."""

    def __init__(self, bar: AnnotationBar, panel: AnnotationPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar, self._panel = bar, panel
        self._rooms: dict[Stage, tuple[QHBoxLayout, QVBoxLayout]] = {}
        self._pages: dict[Stage, QWidget] = {}
        self._compared: set[Stage] = set()
        self._stage: Stage | None = None

    def add_viewer(self, viewer: Viewer) -> None:
        """The viewer: its side column scrolls."""
        scroll = QScrollArea(viewer)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget(scroll)
        body.setProperty("surface", "surface")
        rows, inner = column(body), column()
        rows.addLayout(inner)
        rows.addStretch(1)
        scroll.setWidget(body)
        viewer.side.addWidget(scroll)
        self._rooms[viewer.stage] = (viewer.tool_places(), inner)
        self._pages[viewer.stage] = viewer
        viewer.installEventFilter(self)

    def add_compare(self, compare: Compare) -> None:
        """The comparison: its side column has room for the parts of the layer at all times."""
        for pane in compare.panes:
            self._rooms[pane.stage] = (compare.tool_places(), compare.side)
            self._pages[pane.stage] = compare
            self._compared.add(pane.stage)
        compare.installEventFilter(self)

    def in_compare(self, stage: Stage) -> bool:
        """Whether a stage is a side of the comparison."""
        return stage in self._compared

    def move_in(self, stage: Stage) -> bool:
        """Stand where this stage is; False if they do already."""
        self._stage = stage
        rooms = self._rooms.get(stage)
        if rooms is None or rooms[0].indexOf(self._bar) >= 0:
            return False
        # At their narrowest first: what comes in must not make the window wider.
        self._bar.set_richness(0)
        rooms[0].addWidget(self._bar)
        strip = rooms[0].parentWidget()
        row = strip.layout() if strip is not None else None
        if isinstance(row, QHBoxLayout):
            # Undo, redo and the copy stand at the far end of what is free.
            row.setStretchFactor(rooms[0], 1000)
            _order_tabs(row, rooms[0], self._bar)
        rooms[1].addWidget(self._panel)
        self._bar.show()
        self._panel.show()
        self._bar.side.setVisible(stage not in self._compared)
        self._fit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        seen = isinstance(watched, QWidget) and watched.isVisible()
        # Out of sight nothing is fitted: to try which words have room takes tens of milliseconds.
        if seen and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page = self._pages.get(self._stage) if self._stage is not None else None
        if page is not None and self._stage is not None:
            fit_tools(page, self._bar, self._rooms[self._stage][0])


def fit_tools(page: QWidget, bar: AnnotationBar, room: QHBoxLayout) -> None:
    """Write out as much in the tool row as there is room for: names of tools before keys, both before icons alone."""
    strip = room.parentWidget()
    row = strip.layout() if strip is not None else None
    if strip is None or row is None:
        return
    zoom = strip.findChildren(ZoomTools)
    others = [button for button in strip.findChildren(Button) if not bar.isAncestorOf(button)] + [bar.copy]
    for level, keys, actual, modes in _STEPS:
        bar.set_richness(level)
        for button in others:
            button.set_hint_shown(keys)
            words = button.property(FOLDING)
            if words:
                button.set_label(words if modes else "")
                button.set_tip(words)
                # Words of what is on are bolder, and nothing beside them moves.
                button.setMinimumWidth(button.sizeHint().width() + (12 if modes else 0))
        for tools in zoom:
            tools.show_actual(actual)
        if _needed(row) + _SLACK <= page.width():
            return


def _needed(layout: QLayout) -> int:
    """How wide a row has to be now; layouts keep what they were until the next event."""
    widths = []
    for item in (layout.itemAt(place) for place in range(layout.count())):
        widget = item.widget() if item is not None else None
        inner = item.layout() if item is not None else None
        if widget is not None:
            own = widget.layout() if isinstance(widget, (AnnotationBar, ZoomTools)) else None
            if not widget.isHidden():
                least = max(widget.sizeHint().width(), widget.minimumWidth())
                widths.append(_needed(own) if own is not None else min(least, widget.maximumWidth()))
        elif inner is not None:
            widths.append(_needed(inner))
        elif item is not None:
            widths.append(item.sizeHint().width())
    margins = layout.contentsMargins()
    return sum(widths) + layout.spacing() * max(len(widths) - 1, 0) + margins.left() + margins.right()


def _order_tabs(row: QHBoxLayout, room: QHBoxLayout, bar: AnnotationBar) -> None:
    """Tab comes to the tools where they stand, not after all that was there before them."""
    places = [item for place in range(row.count()) if (item := row.itemAt(place)) is not None]
    standing: list[QWidget] = []
    for item in places:
        if item.layout() is room:
            break
        widget = item.widget()
        standing += _with_tab(widget) if widget is not None else []
    chain = [*standing[-1:], *_with_tab(bar)]
    for one, next_one in pairwise(chain):
        QWidget.setTabOrder(one, next_one)


def _with_tab(widget: QWidget) -> list[QWidget]:
    inner = [widget, *widget.findChildren(QWidget)]
    return [each for each in inner if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
