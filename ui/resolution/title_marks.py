"""What the wizard puts into the top bar: the buyer with tier, and when the draft was kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.clock import zone
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate, one_line
from ui.resolution.wizard_state import WizardState
from ui.widgets.controls import IconMark, TierMark
from ui.widgets.panel import line
from ui.words import tier_text

tr = translator("resolution")


class TitleMarks:
    """Widgets made once; the top bar takes and keeps them."""

    def __init__(self, parent: QWidget) -> None:
        self._buyer = PlainLabel("", parent, weight=600)
        self._tier = TierMark("", parent)
        self.saved = QWidget(parent)
        row = line(self.saved, spacing=6)
        row.addWidget(IconMark("save", "text3", 14, self.saved))
        self._words = PlainLabel("", self.saved, role="small", ink="text3")
        row.addWidget(self._words)
        self.kept_at: datetime | None = None

    def title(self) -> Sequence[QWidget]:
        """Between title and facts."""
        return (self._buyer, self._tier)

    def begin(self, state: WizardState) -> None:
        """The buyer of a case, and the draft it had."""
        page = state.walk.page
        self._buyer.setText(isolate(one_line(page.buyer.nick)) if page.buyer is not None else "")
        self._tier.set(tier_text(page.buyer.tier) if page.buyer is not None else "")
        self.kept_at = page.draft.saved_at if page.draft is not None else None

    def show_kept(self, state: WizardState | None, ctx: AppContext) -> None:
        """When the draft was kept, or nothing."""
        self.saved.setVisible(state is not None and self.kept_at is not None)
        if state is not None and self.kept_at is not None:
            # the desk's own time, as in the foot of the window, not that of a shop abroad
            where = zone(ctx.bench.time_zone)
            self._words.setText(tr("Draft kept %1", shown.moment(self.kept_at, ctx.clock.now(), language(), where)))
