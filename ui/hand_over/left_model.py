"""What was left for a morning already, one row each, as it stands under the field where the next is written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.hand_over_records import HandOverItem
from models.register_kinds import HandOverState
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.widgets.delegates import CELL_ROLE, Action, Cell
from ui.words import word

tr = translator("hand_over")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LeftModel(QAbstractListModel):
    """Items, in the order of the sheet."""

    def __init__(self, where: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = where
        self._items: tuple[HandOverItem, ...] = ()

    def show_items(self, items: Sequence[HandOverItem]) -> None:
        """Show these."""
        self.beginResetModel()
        self._items = tuple(items)
        self.endResetModel()

    def at(self, row: int) -> HandOverItem | None:
        """The item of a row; None beyond the last."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        item = self.at(index.row()) if index.isValid() else None
        if item is None:
            return None
        second = self._second(item)
        if role == CELL_ROLE:
            actions = () if item.cleared else (
                Action("edit", "pencil", tr("Change (F2)")), Action("remove", "trash-2", tr("Take back (Del)")),
            )  # fmt: skip
            return Cell(one_line(item.text), weight=500, second=second, icon="clipboard-list", actions=actions)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(", ").join((one_line(item.text), second))
        return item.text if role == Qt.ItemDataRole.ToolTipRole else None

    def _second(self, item: HandOverItem) -> str:
        due = tr("by %1", f"{item.due_at.astimezone(self._zone):%H:%M}")
        state = word(item.state) if item.state is not HandOverState.OPEN else ""
        nick = isolate(one_line(item.buyer_nick)) if item.buyer_nick else ""
        return " · ".join(part for part in (item.case_number, nick, due, one_line(item.left_by), state) if part)
