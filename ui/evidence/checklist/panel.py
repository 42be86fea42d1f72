"""The left column: what this problem needs as evidence, what is there and where, what to ask the buyer, the weights."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.services.checklists import CaseChecklist
from desktop.services.weighings import CaseWeighing
from models.clock import Clock
from models.records import Case
from ui.evidence.checklist.asking_pane import AskingPane
from ui.evidence.checklist.model import NEED_ROLE, ROW_HEIGHT, ChecklistModel, NeedDelegate
from ui.evidence.checklist.weight_block import WeightBlock
from ui.i18n import language, translator
from ui.intake.mime import has_something
from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.controls import MeterBar
from ui.widgets.panel import Strip, column, line, rule
from ui.widgets.table import DataList
from ui.words import word

tr = translator("checklist")
WIDTH = 288


class NeedList(DataList):
    """The lines; `dropped` carries the need a thing was let go over, and what it was."""

    dropped = Signal(str, QMimeData)
    let_go = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Evidence checklist"), row_height=ROW_HEIGHT)
        self.setAcceptDrops(True)

    def need_at(self, point: QPoint) -> str:
        """The need under a point; empty beside the lines."""
        index = self.indexAt(point)
        return index.data(NEED_ROLE).id if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.let_go.emit()
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._weigh_up(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._weigh_up(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.viewport().update()

    def _weigh_up(self, event: QDragMoveEvent) -> None:
        place = event.position().toPoint()
        can_copy = bool(event.possibleActions() & Qt.DropAction.CopyAction)
        if can_copy and self.need_at(place) and has_something(event.mimeData()):
            self.setCurrentIndex(self.indexAt(place))
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        need = self.need_at(event.position().toPoint())
        if not need:
            event.ignore()
            return
        # The original stays where it was dragged from, whatever the other program offers.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dropped.emit(need, event.mimeData())


class ChecklistPanel(Strip):
    """Hidden while a case has no needs and no weights. `found` carries the evidence of a line, `wanted` a need that
    is missing (with whether files are to be chosen for it)."""

    found = Signal(int)
    wanted = Signal(str, bool)

    def __init__(self, clock: Clock, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="right")
        self._clock, self._zone = clock, zone
        self._shown: CaseChecklist | None = None
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Evidence checklist"))
        rows = column(self)
        self._head = self._make_head()
        rows.addWidget(self._head)
        self._below = rule(self)
        rows.addWidget(self._below)
        self.model = ChecklistModel(self)
        self.asking = AskingPane(self)
        self.list = NeedList(self)
        self.list.setItemDelegate(NeedDelegate(self.list, row_height=ROW_HEIGHT))
        self.list.setModel(self.model)
        self.list.setMinimumHeight(ROW_HEIGHT)
        self.list.current_changed.connect(lambda index: self.asking.choose(self.model.need(index.row())))
        self.list.clicked.connect(lambda index: self._follow(index, choosing=False))
        self.list.opened.connect(lambda index: self._follow(index, choosing=True))
        rows.addWidget(self.list, 1)
        self._between = rule(self)
        rows.addWidget(self._between)
        rows.addWidget(self.asking)
        self._above = rule(self)
        rows.addWidget(self._above)
        self.weights = WeightBlock(self)
        rows.addWidget(self.weights)
        self._rest = QWidget(self)
        self._rest.hide()
        rows.addWidget(self._rest, 1)
        self.hide()

    def _make_head(self) -> QWidget:
        head = QWidget(self)
        box = column(head, margins=(16, 12, 16, 12), spacing=4)
        title = line(spacing=8)
        title.addWidget(PlainLabel(tr("Evidence checklist"), head, role="heading"), 1)
        self._count = PlainLabel("", head, ink="text3")
        title.addWidget(self._count)
        box.addLayout(title)
        self._about = ElidedLabel("", head, role="small", ink="text3")
        box.addWidget(self._about)
        self._bar = MeterBar(0.0, "accent", head)
        box.addWidget(self._bar)
        return head

    def show_case(self, case: Case, shown: CaseChecklist, weighing: CaseWeighing | None, *, ask: bool = True) -> None:
        """Show what is needed and what is there; a case that needs nothing and weighs nothing has no column.

        Without `ask` the text stays: one in the chosen tone is still to come.
        """
        self.show_checklist(case, shown, ask=ask)
        self.weights.show_weighing(weighing)
        self._above.setVisible(not self.weights.isHidden() and bool(shown.list.items))
        listed = bool(shown.list.items)
        self._head.setVisible(listed)
        self._rest.setVisible(not listed)
        self._below.setVisible(listed)
        # Weights nobody entered need no column of their own: the dialog is reached by its command as well.
        self.setVisible(listed or (weighing is not None and weighing.kept is not None))

    def show_checklist(self, case: Case, shown: CaseChecklist, *, ask: bool = True) -> None:
        """The lines and the text only."""
        self._shown = shown
        self.model.show(shown, self._clock.now(), self._zone)
        count = shown.list.completeness
        self._count.setText(f"{count.there} / {count.needed}")
        self._count.setAccessibleName(self._said())
        self._about.set_full(self._packs(case))
        names = "\n".join(f"{pack.title.pick(language())} {pack.version}" for pack in shown.packs)
        plain_tooltip(self._about, tr("What is needed stands in:\n%1", names) if names else "")
        # Amber only where something required is missing: advised lines do not hold a case up.
        tone = "due" if count.due and not count.there else "accent"
        self._bar.set(count.there / count.needed if count.needed else 0.0, tone, self._said())
        if ask:
            self.asking.show_checklist(shown)
        self.list.setVisible(bool(shown.list.items))
        self._between.setVisible(bool(shown.list.items) and not self.asking.isHidden())

    def clear(self) -> None:
        """No case is in front."""
        self._shown = None
        self.hide()

    def shown(self) -> CaseChecklist | None:
        """The checklist in front."""
        return self._shown

    def request(self) -> str:
        """The text to the buyer as shown; empty when nothing has to be asked."""
        return self.asking.request()

    def copy_request(self) -> None:
        """Put the text to the buyer on the clipboard."""
        self.asking.copy_text()

    def mark_asked(self) -> None:
        """Note that the buyer was asked."""
        if self.request():
            self.asking.mark_asked()

    def about(self) -> str:
        """The line under the heading, whole."""
        return self._about.full()

    def _packs(self, case: Case) -> str:
        packs = self._shown.packs if self._shown is not None else ()
        parts = [word(case.problem)]
        if packs:
            more = tr(" and %n more", n=len(packs) - 1) if len(packs) > 1 else ""
            parts.append(f"{packs[0].title.pick(language())} {packs[0].version}{more}")
        return " · ".join(parts)

    def _said(self) -> str:
        if self._shown is None:
            return ""
        count = self._shown.list.completeness
        told = tr("%1 of %2 there", count.there, count.needed)
        return f"{told}; {tr('%n required missing', n=count.due)}" if count.due else told

    def _follow(self, index: QModelIndex, *, choosing: bool) -> None:
        item = self.model.item(index.row())
        if item is None:
            return
        if item.present:
            self.found.emit(item.where[0].id)
        else:
            self.wanted.emit(item.need.id, choosing)
