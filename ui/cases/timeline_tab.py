"""The timeline tab: everything that happened, by day, narrowed by kind and words; nothing in it can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QWidget

from models.records import CasePage, HistoryEvent, Relation
from ui.cases.case_cells import Moment
from ui.cases.timeline_kinds import TimelineKind, kind_words
from ui.cases.timeline_lines import timeline_line
from ui.cases.timeline_model import TimelineDayDelegate, TimelineDays
from ui.i18n import translator
from ui.icons import icon
from ui.plain import PlainLabel
from ui.widgets.buttons import icon_button
from ui.widgets.controls import SearchField
from ui.widgets.panel import column, line
from ui.widgets.table import DataList
from ui.widgets.timeline import ROW
from ui.words import event_sentence

tr = translator("cases")
_ROW = ROW + 2


class TimelineTab(QWidget):
    """`older_wanted` comes with the case's id and the oldest event read; `correct_wanted` with an event."""

    older_wanted = Signal(int, int)
    correct_wanted = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: CasePage | None = None
        self._at: Moment | None = None
        self._stale = False
        self._asked = 0
        rows = column(self, margins=(16, 10, 16, 0), spacing=8)
        bar = line(spacing=8)
        self.kind = QComboBox(self)
        self.kind.setProperty("fit", "small")
        self.kind.setAccessibleName(tr("What to show"))
        self.kind.addItem(tr("Everything"))
        for kind in TimelineKind:
            self.kind.addItem(kind_words(kind))
        self.search = SearchField(tr("Search the timeline"), self)
        self.search.setProperty("fit", "small")
        copy = icon_button("copy", tr("Copy the timeline as text"), self, size="small")
        copy.clicked.connect(self._copy)
        bar.addWidget(self.kind)
        bar.addWidget(self.search, 1)
        bar.addWidget(copy)
        rows.addLayout(bar)
        self.none = PlainLabel(tr("Nothing here fits."), self, ink="text3")
        self.none.hide()
        rows.addWidget(self.none)
        self.list = DataList(self, name=tr("Timeline"), row_height=_ROW)
        self.list.setItemDelegate(TimelineDayDelegate(self.list, row_height=_ROW))
        self.model = TimelineDays(self.list)
        self.list.setModel(self.model)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        rows.addWidget(self.list, 1)
        self.kind.currentIndexChanged.connect(lambda _: self._narrow())
        self.search.searched.connect(lambda _: self._narrow())
        self.model.ran_out.connect(self._ran_out)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show the history of a case; written out once the tab is looked at."""
        if self._page is not None and self._page.case.id != page.case.id:
            self.search.clear()
            self.list.scrollToTop()
        self._page, self._at, self._stale, self._asked = page, at, True, 0
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if not self._stale or self._page is None or self._at is None:
            return
        self._stale = False
        numbers = {case.id: case.number for case in self._page.related if case.relation is Relation.MERGED_HERE}
        top = self.list.verticalScrollBar().value()
        self.model.show_events(self._page.timeline, self._at, numbers)
        self.list.verticalScrollBar().setValue(top)
        self._said_none()
        self._ran_out()

    def _narrow(self) -> None:
        place = self.kind.currentIndex()
        self.model.narrow(list(TimelineKind)[place - 1] if place > 0 else None, self.search.text())
        self._said_none()

    def _said_none(self) -> None:
        self.none.setVisible(self.model.rowCount() == 0)
        self.list.setVisible(self.model.rowCount() > 0)

    def _ran_out(self) -> None:
        """All that was read is shown: the older part is read, once per part."""
        oldest, page = self.model.oldest(), self._page
        if page is not None and oldest and oldest != self._asked and self._more_known(page):
            self._asked = oldest
            self.older_wanted.emit(page.case.id, oldest)

    @staticmethod
    def _more_known(page: CasePage) -> bool:
        """Every history begins with the opening of its case."""
        return not any(event.action == "case_opened" and event.case_id == page.case.id for event in page.timeline)

    def add_older(self, case_id: int, events: tuple[HistoryEvent, ...]) -> None:
        """The older part that was asked for."""
        if self._page is not None and self._page.case.id == case_id and events:
            top = self.list.verticalScrollBar().value()
            self.model.add_older(events)
            self.list.verticalScrollBar().setValue(top)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.model.as_text())
        self.said.emit(tr("%n line(s) of the timeline copied", n=self.model.count()))

    def menu(self, event: HistoryEvent) -> QMenu:
        """What can be done about an entry: never change it."""
        menu = QMenu(self)
        entries: tuple[tuple[str, str, Callable[[], object]], ...] = (
            ("copy", tr("Copy this line"), lambda: self._copy_line(event)),
            ("pencil", tr("Correct with a new entry…"), lambda: self.correct_wanted.emit(event)),
        )
        for name, text, act in entries:
            menu.addAction(icon(name), text).triggered.connect(lambda _=False, act=act: act())
        return menu

    def _copy_line(self, event: HistoryEvent) -> None:
        QGuiApplication.clipboard().setText(self.line_text(event))

    def line_text(self, event: HistoryEvent) -> str:
        """An entry in full: when to the second, below it what happened."""
        return timeline_line(event, self._at, event_sentence(event)).tip if self._at is not None else ""

    def _menu(self, at: QPoint) -> None:
        event = self.model.event_at(self.list.indexAt(at).row())
        if event is not None:
            menu = self.menu(event)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))
