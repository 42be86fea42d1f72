"""What was done in this session, newest first: go back to before any of it, or forward again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QDialog, QStyleOptionViewItem, QWidget

from ui import theme as tokens
from ui.frame_hooks import UndoLine
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, isolate
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.delegates import RowDelegate
from ui.widgets.panel import EmptyPlace, column, line
from ui.widgets.table import DataList

tr = translator("frame")
_LINE = int(Qt.ItemDataRole.UserRole) + 11
_ROWS = 12


class UndoModel(QAbstractListModel):
    """The actions of the session."""

    def __init__(self, lines: Sequence[UndoLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines = tuple(lines)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        shown = self.lines[index.row()]
        if role == _LINE:
            return shown
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            said = tr("undone: %1", shown.text) if shown.undone else shown.text
            return f"{said} {isolate(shown.person)} {shown.when}"
        return None


class UndoDelegate(RowDelegate):
    """The sentence, who and when; what is undone is grey and says so."""

    def paint_content(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shown: UndoLine = index.data(_LINE)
        box = option.rect.adjusted(14, 0, -14, 0)
        middle = box.center().y() + 1
        ink = "text3" if shown.undone else "text"
        left = paint_icon(painter, box.left(), middle, "redo-2" if shown.undone else "check", "text3", 14) + 10
        person = painting.elided(shown.person, box.width() // 4, "small")
        right = f"{person}  {shown.when}".strip()
        spare = painting.text_width(right, "small") + 16
        text = tr("undone: %1", shown.text) if shown.undone else shown.text
        painting.paint_text(painter, box.adjusted(left - box.left(), 0, -spare, 0), text, ink)
        painting.paint_text(painter, box, right, "text3", "small", right=True)


class UndoHistory(QDialog):
    """`wanted` carries the line to go to: an action done is taken back with all after it, one undone is done again."""

    wanted = Signal(object)

    def __init__(self, lines: Sequence[UndoLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What was done"))
        self.setAccessibleName(tr("What was done"))
        self.setMinimumWidth(560)
        rows = column(self, margins=(1, 12, 1, 12), spacing=8)
        head = column(margins=(16, 4, 16, 0), spacing=4)
        head.addWidget(PlainLabel(tr("What was done since the program started"), self, role="heading"))
        explained = tr("Choose a line to take it back with everything after it. The history keeps both.")
        head.addWidget(PlainLabel(explained, self, ink="text2", wrap=True))
        rows.addLayout(head)
        self.model = UndoModel(lines, self)
        self.list = DataList(self, name=tr("What was done"))
        self.list.setItemDelegate(UndoDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setFixedHeight(min(max(len(lines), 1), _ROWS) * tokens.ROW)
        self.list.setVisible(bool(lines))
        self.list.opened.connect(lambda _: self._take())
        self.list.left.connect(self.reject)
        self.list.current_changed.connect(lambda _: self._say())
        rows.addWidget(self.list)
        if not lines:
            rows.addWidget(EmptyPlace("history", tr("Nothing that can be taken back yet.")))
        foot = line(margins=(16, 4, 16, 0), spacing=8)
        foot.addStretch(1)
        self.take = Button(tr("Take back"), self, kind="primary", icon="undo-2")
        self.take.setVisible(bool(lines))
        self.take.clicked.connect(self._take)
        close = Button(tr("Close"), self)
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        foot.addWidget(self.take)
        rows.addLayout(foot)
        first = next((row for row, each in enumerate(lines) if not each.undone), 0)
        self.list.choose_row(first)
        (self.list if lines else close).setFocus()

    def _chosen(self) -> tuple[int, UndoLine] | None:
        row = self.list.currentIndex().row()
        return (row, self.model.lines[row]) if 0 <= row < len(self.model.lines) else None

    def _say(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        row, at = chosen
        # Newest first: undone ones stand above, so one counts from the border between the two.
        undone = sum(1 for each in self.model.lines if each.undone)
        steps = undone - row if at.undone else row - undone + 1
        words = tr("Do %n again", n=steps) if at.undone else tr("Take %n back", n=steps)
        self.take.set_label(words)
        self.take.set_icon_name("redo-2" if at.undone else "undo-2")

    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.wanted.emit(chosen[1])
            self.accept()
