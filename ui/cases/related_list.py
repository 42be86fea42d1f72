"""Tags of a case as chips, and the other cases of the same story; Enter or a click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QMenu, QStyleOptionViewItem, QWidget

from models.records import CasePage, RelatedCase, Relation
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.i18n import language, translator
from ui.icons import icon
from ui.plain import PlainLabel, one_line
from ui.widgets import painting
from ui.widgets.buttons import icon_button, link_button
from ui.widgets.delegates import ID_ROLE, RowDelegate
from ui.widgets.flow import FlowLayout
from ui.widgets.marks import Chip
from ui.widgets.panel import column, line, section_label
from ui.widgets.table import DataList
from ui.words import CASE_COLOURS, word

tr = translator("cases")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CASE = int(Qt.ItemDataRole.UserRole) + 11
_ROW, _FEW = 26, 3


def relation_words(relation: Relation) -> str:
    """How another case belongs to the one shown."""
    return {
        Relation.RELATED: tr("Linked"), Relation.MERGED_HERE: tr("Merged in"), Relation.MERGED_INTO: tr("Merged into"),
        Relation.SPLIT_FROM: tr("Split from"), Relation.SPLIT_OFF: tr("Split off"),
        Relation.SAME_ORDER: tr("Same order"), Relation.SAME_BUYER: tr("Same buyer"),
    }[relation]  # fmt: skip


class RelatedModel(QAbstractListModel):
    """Related cases, the first few or all."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[RelatedCase, ...] = ()
        self._at: Moment | None = None

    def show_cases(self, cases: Sequence[RelatedCase], at: Moment) -> None:
        """Show other cases."""
        if tuple(cases) != self._cases or self._at != at:
            self.beginResetModel()
            self._cases, self._at = tuple(cases), at
            self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or self._at is None:
            return None
        case = self._cases[index.row()]
        if role == _CASE:
            return case
        if role == ID_ROLE:
            return case.id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (relation_words(case.relation), case.number, word(case.problem), word(case.state))
            return tr(", ").join((*parts, self.opened(case)))
        return None

    def opened(self, case: RelatedCase) -> str:
        """When a case was opened, in short."""
        return shown.moment(case.opened_at, self._at.now, language(), self._at.zone) if self._at is not None else ""


class _RelatedRows(RowDelegate):
    """How it belongs, its number, what went wrong, when; its state at the end."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        case, model = index.data(_CASE), index.model()
        rect: QRect = option.rect
        middle = rect.center().y() + 1
        place = painting.paint_text(
            painter,
            QRect(rect.left() + 4, rect.top(), 76, rect.height()),
            relation_words(case.relation),
            "text3",
            "small",
        )
        place = max(place + 8, rect.left() + 68)
        state = word(case.state)
        end = rect.right() - painting.chip_width(state)
        painting.paint_chip(painter, end, middle, state, CASE_COLOURS[case.state])
        when = model.opened(case) if isinstance(model, RelatedModel) else ""
        end -= painting.text_width(when, "small") + 12
        painting.paint_text(painter, QRect(end, rect.top(), rect.right() - end, rect.height()), when, "text3", "small")
        room = QRect(place, rect.top(), end - place - 8, rect.height())
        right = painting.paint_text(painter, room, case.number, "accent_text", "body", 500)
        rest = QRect(right + 8, rect.top(), end - right - 16, rect.height())
        if rest.width() > 20:
            painting.paint_text(painter, rest, word(case.problem), "text2")

    def paint_background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """No rules between rows; the current one and the one under the pointer are tinted."""
        current = self._view.hasFocus() and self._view.currentIndex().row() == index.row()
        if current or self.hovered(index):
            painting.rounded(painter, option.rect, "hover", "accent" if current else None, 4)


class RelatedCases(QWidget):
    """`case_wanted` comes with a case's id, `command_wanted` with a command of the page."""

    case_wanted = Signal(int)
    command_wanted = Signal(str)
    unlink_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: CasePage | None = None
        self._at: Moment | None = None
        self._all = False
        rows = column(self, spacing=4)
        head = line(spacing=6)
        head.addWidget(section_label(tr("Tags"), self))
        self._tags = QWidget(self)
        self._flow = FlowLayout(self._tags, spacing=4, line_spacing=4)
        self._no_tags = PlainLabel(tr("none"), self, role="small", ink="text3")
        head.addWidget(self._tags, 1)
        head.addWidget(self._no_tags, 1)
        self.edit_tags = icon_button("tag", tr("Change tags"), self, size="row")
        self.edit_tags.clicked.connect(lambda: self.command_wanted.emit("tags"))
        head.addWidget(self.edit_tags)
        rows.addLayout(head)
        second = line(spacing=8)
        second.addWidget(section_label(tr("Related cases"), self))
        self._none = PlainLabel(tr("none"), self, role="small", ink="text3")
        second.addWidget(self._none)
        second.addStretch(1)
        self.more = link_button(tr("Show all"), self)
        self.more.clicked.connect(self._toggle)
        self.link = icon_button("link", tr("Link another case"), self, size="row")
        self.link.clicked.connect(lambda: self.command_wanted.emit("link"))
        second.addWidget(self.more)
        second.addWidget(self.link)
        rows.addLayout(second)
        self.list = DataList(self, name=tr("Related cases"), row_height=_ROW, fit_rows=True)
        self.list.setItemDelegate(_RelatedRows(self.list, row_height=_ROW))
        self.model = RelatedModel(self.list)
        self.list.setModel(self.model)
        self.list.setCursor(Qt.CursorShape.PointingHandCursor)
        self.list.opened.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._pop)
        self.list.clicked.connect(self._open)
        rows.addWidget(self.list)

    def _open(self, index: QModelIndex) -> None:
        case_id = index.data(ID_ROLE)
        if isinstance(case_id, int):
            self.case_wanted.emit(case_id)

    def menu(self, case: RelatedCase) -> QMenu:
        """Open the case; take a link made by hand back."""
        menu = QMenu(self)
        menu.addAction(icon("inbox"), tr("Open case")).triggered.connect(lambda: self.case_wanted.emit(case.id))
        back = menu.addAction(icon("unlink"), tr("Take the link back"))
        back.setEnabled(case.link_id is not None and case.relation is Relation.RELATED)
        back.triggered.connect(lambda: self.unlink_wanted.emit(case.link_id or 0))
        return menu

    def _pop(self, at: QPoint) -> None:
        case = self.list.indexAt(at).data(_CASE)
        if isinstance(case, RelatedCase):
            menu = self.menu(case)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _toggle(self) -> None:
        self._all = not self._all
        if self._page is not None and self._at is not None:
            self.show_case(self._page, self._at)

    def show_case(self, page: CasePage, at: Moment) -> None:
        """Show the tags and the related cases of a case."""
        if self._page is None or self._page.case.id != page.case.id:
            self._all = False
        if self._page is None or self._page.tags != page.tags:
            self._show_tags(page.tags)
        self._page, self._at = page, at
        count = len(page.related)
        self._none.setVisible(not count)
        self.more.setVisible(count > _FEW)
        self.more.set_label(tr("Show fewer") if self._all else tr("Show all %1", count))
        self.model.show_cases(page.related if self._all else page.related[:_FEW], at)
        self.list.setVisible(bool(count))

    def _show_tags(self, tags: Sequence[str]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for name in tags:
            chip = Chip(painting.elided(one_line(name), 160, "small", 500), None, self._tags, icon="tag")
            chip.setAccessibleName(one_line(name))
            self._flow.addWidget(chip)
            chip.show()
        self._tags.setVisible(bool(tags))
        self._no_tags.setVisible(not tags)
