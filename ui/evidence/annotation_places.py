"""Where the tools of annotating stand: there is one set of them, in the viewer or in the comparison."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.evidence.annotation_bar import AnnotationBar
from ui.evidence.annotation_panel import AnnotationPanel
from ui.evidence.compare import Compare
from ui.evidence.stage import Stage
from ui.evidence.viewer import Viewer
from ui.widgets.panel import column


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
        self._bar.set_room(0, compare=True)
        rooms[0].addWidget(self._bar)
        rooms[1].addWidget(self._panel)
        self._bar.show()
        self._panel.show()
        self._bar.side.setVisible(stage not in self._compared)
        self._fit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        page = self._pages.get(self._stage) if self._stage is not None else None
        if page is not None:
            self._bar.set_room(page.width(), compare=self._stage in self._compared)
