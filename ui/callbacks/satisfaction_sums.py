"""Below the lane: what buyers said this month of how they were served, as counts; shares in the tip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from models.call_back_records import Satisfaction
from ui.i18n import translator
from ui.plain import ElidedLabel, plain_tooltip

if TYPE_CHECKING:
    from desktop.context import AppContext
    from ui.background import Background
    from ui.callbacks.calendar_data import CalendarShown

tr = translator("callbacks")


class SatisfactionSums(ElidedLabel):
    """One line under the month's completion; read apart from the calendar, and not there while nobody said a word.

    `room_changed` when it came or went.
    """

    room_changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, foot: QWidget) -> None:
        super().__init__("", foot, role="small", ink="text2")
        self._ctx, self._background = ctx, background
        self._asked, self._tip = 0, ""
        rows = foot.layout()
        if rows is not None:
            rows.addWidget(self)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        plain_tooltip(self, self._tip)

    def look(self, found: CalendarShown) -> None:
        """Read the sums of the month shown."""
        self._asked += 1
        asked, ctx = self._asked, self._ctx
        first = found.title.replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        shops = found.filters.shops
        shop = shops[0] if len(shops) == 1 else ctx.call_backs.shop()

        def show(counts: Mapping[Satisfaction, int]) -> None:
            if asked == self._asked:
                self.show_counts(counts)

        def read() -> Mapping[Satisfaction, int]:
            return ctx.case_calls.satisfaction_counts(first, last, shop)

        self._background.run(ctx.jobs.read(read), show, receiver=self, quiet=True)

    def show_counts(self, counts: Mapping[Satisfaction, int]) -> None:
        """Say how many were satisfied, so-so and dissatisfied, and their shares."""
        total = sum(counts.values())
        if total == 0:
            self._set_shown(False)
            return
        words = {
            Satisfaction.SATISFIED: tr("Happy"), Satisfaction.NEUTRAL: tr("So-so"),
            Satisfaction.DISSATISFIED: tr("Unhappy"),
        }  # fmt: skip
        self.set_full(" · ".join(f"{text} {counts.get(felt, 0)}" for felt, text in words.items()))
        shares = [f"{text} {round(100 * counts.get(felt, 0) / total)}%" for felt, text in words.items()]
        tip = tr("Of %n call in which the buyer said so, in the month shown.", n=total)
        self._tip = f"{' · '.join(shares)}\n{tip}"
        plain_tooltip(self, self._tip)
        self.setAccessibleDescription(f"{' · '.join(shares)}. {tip}")
        self._set_shown(True)

    def _set_shown(self, shown: bool) -> None:
        if shown == self.isHidden():
            self.setVisible(shown)
            self.room_changed.emit()
