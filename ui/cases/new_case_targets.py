"""What the typed text of a new case may mean, one row each; the last one is a buyer nobody knows yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.context import AppContext
from models.clock import zone
from models.records import CaseTarget
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.plain import one_line
from ui.widgets.delegates import CELL_ROLE, Cell

tr = translator("cases")
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TITLE = 60

NEW_BUYER = CaseTarget(None, None, "", "", "", None, None, "new")
"""The row for a buyer nobody knows yet."""


class TargetModel(QAbstractListModel):
    """The rows; with several shops each says which one it is of."""

    def __init__(self, ctx: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._targets: tuple[CaseTarget, ...] = ()
        self._shops: Mapping[int, str] = {}

    def set_shops(self, shops: Mapping[int, str]) -> None:
        """Names of the shops by id."""
        self._shops = shops

    def set_targets(self, targets: Sequence[CaseTarget]) -> None:
        """Show other ones."""
        self.beginResetModel()
        self._targets = tuple(targets)
        self.endResetModel()

    def target(self, row: int) -> CaseTarget | None:
        """The one at a row."""
        return self._targets[row] if 0 <= row < len(self._targets) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._targets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        found = self.target(index.row()) if index.isValid() else None
        if found is None or role not in (CELL_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        first, second = self._lines(found)
        if role == CELL_ROLE:
            icon = "plus" if found is NEW_BUYER else "package" if found.order_id is not None else "user"
            return Cell(first, weight=500, second=second, icon=icon)
        return first if role == Qt.ItemDataRole.DisplayRole else f"{first}, {second}"

    def _lines(self, target: CaseTarget) -> tuple[str, str]:
        if target is NEW_BUYER:
            later = tr("The number typed is kept; the order is linked once imported.")
            return tr("A buyer who is not known yet"), later
        nick, number = one_line(target.buyer_nick), one_line(target.order_number)
        first = " · ".join(part for part in (number, nick) if part) if number else tr("%1 (buyer only)", nick)
        now, where = self._ctx.clock.now(), zone(self._ctx.bench.time_zone)
        title = one_line(target.item_title)
        if target.lines > 1:
            title = tr("%1 and %n more item(s)", title[:_TITLE], n=target.lines - 1)
        parts = (
            shown.day(target.created_at, now, language(), where) if target.created_at is not None else "",
            shown.money(target.paid) if target.paid is not None else "",
            tr("%n open case(s)", n=len(target.open_cases)) if target.open_cases else "",
            tr("formerly %1", one_line(target.former_nick)) if target.former_nick else "",
            one_line(self._shops.get(target.shop_id, "")) if len(self._shops) > 1 else "",
            title,
        )
        return first, " · ".join(part for part in parts if part)


class TargetFinder(QObject):
    """Looks for targets outside the window's thread; only the newest answer counts, with the text it is for."""

    found = Signal(str, object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._asked = 0

    def look(self, text: str) -> None:
        """Look for what a text may mean."""
        self._asked += 1
        number, opening = self._asked, self._ctx.opening
        self._background.run(
            self._ctx.jobs.read(lambda: opening.find_targets(text)),
            lambda targets: self.found.emit(text, targets) if number == self._asked else None,
            lambda error: self.failed.emit(error) if number == self._asked else None,
            receiver=self,
            quiet=True,
        )
