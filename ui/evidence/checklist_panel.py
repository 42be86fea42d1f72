"""The left column: what this problem needs as evidence, what is there and where, and the text to ask the buyer with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QStyleOptionViewItem, QWidget

from models.records import Evidence
from models.rules.checklist import Checklist, checklist
from models.rules.conclusion import EvidenceNeed
from ui.actions import shortcut_text
from ui.evidence.labels import exhibit_name, need_label, shown_name
from ui.i18n import language, translator
from ui.icons import paint_icon
from ui.plain import ElidedLabel, PlainLabel
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.controls import MeterBar
from ui.widgets.delegates import CELL_ROLE, Cell, Index, RowDelegate
from ui.widgets.panel import Strip, column, line, rule, section_label
from ui.widgets.table import DataList

tr = translator("evidence")
WIDTH = 288
ROW_HEIGHT = 46
NEED_ROLE = int(Qt.ItemDataRole.UserRole) + 30
MISSING_ROLE = int(Qt.ItemDataRole.UserRole) + 31
_NOWHERE = QModelIndex()


class ChecklistModel(QAbstractListModel):
    """One row per need: a tick and where it is, or what is missing and how much it matters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._list = Checklist(())
        self._evidence: tuple[Evidence, ...] = ()

    def show(self, needs: Sequence[EvidenceNeed], evidence: Sequence[Evidence]) -> Checklist:
        """Fill the list."""
        self.beginResetModel()
        self._evidence = tuple(evidence)
        self._list = checklist(needs, [item.tag for item in evidence])
        self.endResetModel()
        return self._list

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._list.items)

    def need(self, row: int) -> EvidenceNeed | None:
        """The need at a row."""
        return self._list.items[row].need if 0 <= row < len(self._list.items) else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._list.items):
            return None
        item = self._list.items[index.row()]
        label, where = need_label(item.need), self._where(item.need, item.present)
        must = item.need.level == "must"
        if role == NEED_ROLE:
            return item.need
        if role == MISSING_ROLE:
            return must and not item.present
        if role == CELL_ROLE:
            icon, ink = ("circle-check", "done") if item.present else ("circle-dashed", "due" if must else "text3")
            return Cell(label, icon=icon, ink=ink, second=where)
        if role == Qt.ItemDataRole.DisplayRole:
            return label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{label}: {where}"
        return None

    def _where(self, need: EvidenceNeed, present: bool) -> str:
        if not present:
            level = {
                "must": tr("missing · required"),
                "should": tr("missing · advised"),
                "may": tr("missing · optional"),
            }
            return level[need.level]
        there = [item for item in self._evidence if item.tag.strip().lower() == need.id]
        first = there[0]
        name = exhibit_name(first) or shown_name(first)
        return name if len(there) == 1 else tr("%1 and %n more", name, n=len(there) - 1)


class _NeedDelegate(RowDelegate):
    def paint_background(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint_background(painter, option, index)
        if index.data(MISSING_ROLE):
            painter.fillRect(option.rect, theme().colour("due.soft"))

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return
        rect: QRect = option.rect.adjusted(16, 4, -12, -4)
        paint_icon(painter, rect.left(), rect.top() + 10, cell.icon, cell.ink, 16)
        words = rect.adjusted(24, 0, 0, 0)
        half = QRect(words.left(), words.top(), words.width(), 20)
        painting.paint_text(painter, half, cell.text, "text", "body", 500)
        painting.paint_text(painter, half.translated(0, 19), cell.second, "text3", "small")


class ChecklistPanel(Strip):
    """Hidden while a case has no needs."""

    needed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="right")
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("Evidence checklist"))
        rows = column(self)
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
        rows.addWidget(head)
        rows.addWidget(rule(self))
        self.model = ChecklistModel(self)
        self.list = DataList(self, name=tr("Evidence checklist"), row_height=ROW_HEIGHT)
        self.list.setItemDelegate(_NeedDelegate(self.list, row_height=ROW_HEIGHT))
        self.list.setModel(self.model)
        self.list.current_changed.connect(self._current_moved)
        self.list.opened.connect(lambda index: self._open(index))
        rows.addWidget(self.list, 1)
        self._asking = QWidget(self)
        ask = column(self._asking, margins=(16, 12, 16, 12), spacing=8)
        ask.addWidget(section_label(tr("Ask the buyer"), self._asking))
        self._text = QPlainTextEdit(self._asking)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(96)
        self._text.setAccessibleName(tr("Text to ask the buyer with"))
        ask.addWidget(self._text)
        row = line(spacing=8)
        self._copy = Button(
            tr("Copy"), self._asking, kind="primary", size="small", icon="copy", hint=shortcut_text("copy_request")
        )
        self._copy.clicked.connect(self.copy_request)
        row.addWidget(self._copy)
        row.addStretch(1)
        ask.addLayout(row)
        rows.addWidget(rule(self))
        rows.addWidget(self._asking)
        self._list = Checklist(())
        self.hide()

    def show_needs(self, needs: Sequence[EvidenceNeed], evidence: Sequence[Evidence], about: str) -> None:
        """Show what is needed and what is there; without needs the column is not shown."""
        self._list = self.model.show(needs, evidence)
        there, total = sum(item.present for item in self._list.items), len(self._list.items)
        self._count.setText(f"{there} / {total}")
        self._about.set_full(about)
        self._bar.set(there / total if total else 0.0, "accent", tr("%1 of %2 there", there, total))
        self._show_request(None)
        self.setVisible(total > 0)

    def request(self) -> str:
        """The text to the buyer as shown; empty when nothing has to be asked."""
        return self._text.toPlainText()

    def copy_request(self) -> None:
        """Put the text to the buyer on the clipboard."""
        if self.request():
            QGuiApplication.clipboard().setText(self.request())

    def _open(self, index: QModelIndex) -> None:
        need = self.model.need(index.row())
        if need is not None:
            self.needed.emit(need.id)

    def _current_moved(self, index: QModelIndex) -> None:
        self._show_request(self.model.need(index.row()) if index.isValid() else None)

    def _show_request(self, need: EvidenceNeed | None) -> None:
        """Ask for the chosen need if it is missing, else for all that is missing and required (or advised)."""
        missing = self._list.missing
        asked = [need] if need is not None and need in missing else list(self._list.required_missing) or list(missing)
        texts = [text for one in asked if (text := one.ask_text.pick(language()))]
        self._text.setPlainText("\n".join(dict.fromkeys(texts)))
        self._asking.setVisible(bool(texts))
