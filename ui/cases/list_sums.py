"""What is at stake in the selected cases, however many: from the rows at hand, else asked of the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from models.money import Money
from ui import format as shown
from ui.background import Background
from ui.cases.case_list_model import CaseListModel
from ui.cases.case_table import CaseTable

_FEW, _PATIENCE_MS = 200, 60


class ListSums(QObject):
    """`words()` says the sum, per currency, or … until it is known; `changed` comes when it is."""

    changed = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, model: CaseListModel, table: CaseTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._model = model
        self._table = table
        self._words = ""
        self._asked = 0
        self._settle = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._settle.timeout.connect(self._ask)
        table.selection_changed.connect(self._begin)
        model.loaded.connect(self._begin)

    def words(self) -> str:
        """`¥ 168.00`, `¥ 168.00 + $ 20.00`; empty where nothing is selected."""
        if self._words != "…" or self._table.chosen_count() > _FEW:
            return self._words
        return self._at_once() or self._words

    def _begin(self) -> None:
        """Another selection: the sum at once where it can be, else once the selection rests."""
        self._asked += 1
        self._words = "…" if self._table.chosen_count() else ""
        if self._words and not self._at_once():
            self._settle.start()

    def _at_once(self) -> str:
        if self._table.chosen_count() > _FEW:
            return ""
        spans = self._table.chosen_spans()
        # The one row the keyboard is on is read for the screen in any event.
        one = self._model.case_row(spans[0][0]) if spans and self._table.chosen_count() == 1 else None
        rows = [one] if one is not None else self._model.known_rows(self._model.span_ids(spans))
        if rows is None:
            return ""
        self._words = sum_words(sums_of(row.at_stake for row in rows))
        return self._words

    def _ask(self) -> None:
        ids, asked, cases = self._table.chosen_ids(), self._asked, self._ctx.cases
        self._background.run(
            self._ctx.jobs.read(lambda: cases.sum_at_stake(ids)),
            lambda sums: self._take(asked, sums),
            receiver=self,
            quiet=True,
        )

    def _take(self, asked: int, sums: Sequence[Money]) -> None:
        if asked == self._asked:
            self._words = sum_words(sums)
            self.changed.emit()


def sums_of(amounts: Iterable[Money]) -> list[Money]:
    """One sum per currency, in the order of their codes."""
    sums: dict[str, Money] = {}
    for amount in amounts:
        sums[amount.currency] = sums[amount.currency] + amount if amount.currency in sums else amount
    return [sums[currency] for currency in sorted(sums)]


def sum_words(sums: Sequence[Money]) -> str:
    """The sums as the status bar says them."""
    return " + ".join(shown.money(amount) for amount in sums)
