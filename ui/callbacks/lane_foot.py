"""Below the lane: how often each tier is called and how many there are, what the signs mean, the month so far."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from models.call_kinds import CallBackKind
from models.kinds import CallOutcome
from models.rules.call_settings import Limits, OffDayMove
from ui.callbacks.calendar_data import TIERS, CalendarShown
from ui.callbacks.line_words import KIND_ICONS, OUTCOME_SIGNS, SPECIAL_ICON
from ui.i18n import language, translator
from ui.plain import PlainLabel, plain_tooltip
from ui.rhythm_words import rhythm_sentence
from ui.widgets.marks import IconMark, MeterBar, TierMark
from ui.widgets.panel import column, line, section_label
from ui.words import tier_text, word

tr = translator("callbacks")


class LaneFoot(QWidget):
    """Three parts; the sentence about the rhythm gives way first, then the legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, margins=(12, 10, 12, 12), spacing=6)
        rows.addWidget(section_label(tr("Rhythm"), self))
        self.rhythms: dict[str, tuple[PlainLabel, PlainLabel]] = {}
        for tier in TIERS:
            row = line(spacing=8)
            row.addWidget(TierMark(tier_text(tier), self))
            self.rhythms[tier.value] = self._pair(row)
            rows.addLayout(row)
        row = line(spacing=8)
        self.star = IconMark(SPECIAL_ICON, "gold", 14, self)
        row.addSpacing(3)
        row.addWidget(self.star)
        row.addSpacing(3)
        self.special = self._pair(row)
        rows.addLayout(row)
        self.more = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.more)
        self.legend = self._make_legend()
        rows.addWidget(self.legend)
        rows.addSpacing(4)
        self.heading = section_label(tr("Done this month"), self)
        rows.addWidget(self.heading)
        self.meter = MeterBar(0.0, "accent", self)
        rows.addWidget(self.meter)
        self.done = PlainLabel("", self, role="small", ink="text2")
        self.share = PlainLabel("", self, role="small", ink="text2")
        both = line(spacing=8)
        both.addWidget(self.done)
        both.addStretch(1)
        both.addWidget(self.share)
        rows.addLayout(both)

    def _pair(self, row: object) -> tuple[PlainLabel, PlainLabel]:
        often, many = PlainLabel("", self), PlainLabel("", self, role="small", ink="text3")
        row.addWidget(often)  # type: ignore[attr-defined]
        row.addStretch(1)  # type: ignore[attr-defined]
        row.addWidget(many)  # type: ignore[attr-defined]
        return often, many

    def _make_legend(self) -> QWidget:
        box = QWidget(self)
        rows = column(box, margins=(0, 4, 0, 0), spacing=6)
        rows.addWidget(section_label(tr("Legend"), box))
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        grid.setHorizontalSpacing(6)
        sign, kind = OUTCOME_SIGNS, KIND_ICONS
        # The long words all stand at the right, or English would not fit.
        marks = [
            (*sign[CallOutcome.REACHED], tr("Reached")),
            (*sign[CallOutcome.NOT_INTERESTED], word(CallOutcome.NOT_INTERESTED)),
            (*sign[CallOutcome.NO_ANSWER], word(CallOutcome.NO_ANSWER)),
            (*sign[CallOutcome.WRONG_NUMBER], word(CallOutcome.WRONG_NUMBER)),
            (*sign[CallOutcome.CALL_AGAIN], word(CallOutcome.CALL_AGAIN)),
            ("ban", "text3", tr("No calls")),
            ("clock-alert", "overdue", tr("Late")),
            (kind[CallBackKind.SATISFACTION], "accent_text", word(CallBackKind.SATISFACTION)),
            ("minus", "text3", tr("Skipped")),
            (kind[CallBackKind.PROMISE], "accent_text", word(CallBackKind.PROMISE)),
        ]
        for place, (name, token, text) in enumerate(marks):
            pair = line(spacing=5)
            pair.addWidget(IconMark(name, token, 14, box))
            pair.addWidget(PlainLabel(text, box, role="small", ink="text2"))
            pair.addStretch(1)
            grid.addLayout(pair, place // 2, place % 2)
        grid.setColumnMinimumWidth(0, 92 if language() == "zh" else 0)
        grid.setColumnStretch(1, 1)
        rows.addLayout(grid)
        return box

    def show_calendar(self, found: CalendarShown) -> None:
        """Show the numbers of the month."""
        counts = found.counts
        for tier in TIERS:
            often, many = self.rhythms[tier.value]
            often.setText(rhythm_sentence(found.rhythms[tier], short=True))
            many.setText(tr("%n buyer", n=counts.tiers.get(tier, 0)))
            limits = found.limits.get(tier, Limits())
            tip = tr("Yellow from %1 days late, red from %2", limits.yellow, limits.red)
            plain_tooltip(often, tip)
            often.setAccessibleDescription(tip)
        often, many = self.special
        often.setText(tr("Special buyers"))
        many.setText(tr("%n buyer", n=counts.special))
        for part in (self.star, often, many):
            part.setVisible(bool(counts.special))
        back = found.moves is OffDayMove.BACKWARD
        self.more.setText(
            tr("Counted from the last real contact; on a day off it moves to the working day before.") if back
            else tr("Counted from the last real contact; on a day off it moves to the next working day.")
        )  # fmt: skip
        planned = counts.planned
        self.meter.set(counts.completion, "accent", tr("%1 of %2 done", counts.done, planned))
        self.done.setText(tr("%1 / %2", counts.done, planned) if planned else tr("Nothing planned yet"))
        self.share.setText(tr("answered %1%", round(100 * counts.answered / counts.calls)) if counts.calls else "")
        this_month = (found.title.year, found.title.month) == (found.desk.today.year, found.desk.today.month)
        self.heading.setText(tr("Done this month") if this_month else tr("Done in the month shown"))

    def fit(self, room: int) -> None:
        """Show what fits into a height."""
        for legend, more in ((True, True), (True, False), (False, True), (False, False)):
            self.legend.setVisible(legend)
            self.more.setVisible(more)
            if self.needed() <= room:
                return

    def needed(self) -> int:
        """The height its parts want in the width of the lane, wrapped lines as they are wrapped."""
        rows = self.layout()
        return rows.totalHeightForWidth(self.width()) if rows is not None else 0
