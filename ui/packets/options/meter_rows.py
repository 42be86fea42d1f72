"""How full each limit is: a bar and a figure for each, what to do when it is nearly full, what does not fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from models.rules.packet_fit import Fill, Meter, MeterKind, Refusal
from ui.fit_words import (
    meter_advice,
    meter_figure,
    meter_name,
    meter_spoken,
    refusal_sentence,
)
from ui.i18n import translator
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.controls import MeterBar
from ui.widgets.panel import Banner, clear_layout, column, line

tr = translator("packet_options")
_MOST_REFUSALS = 4
_COLOURS = {Fill.WELL: "accent", Fill.NEAR: "due.solid", Fill.OVER: "overdue.solid"}
_INKS = {Fill.WELL: "", Fill.NEAR: "due", Fill.OVER: "overdue"}


class _Line:
    """The three parts of one meter: name, bar, figure."""

    def __init__(self, grid: QGridLayout, row: int, parent: QWidget) -> None:
        self.name = PlainLabel("", parent)
        self.bar = MeterBar(0.0, "accent", parent)
        self.figure = PlainLabel("", parent, weight=500)
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.name, row, 0)
        grid.addWidget(self.bar, row, 1)
        grid.addWidget(self.figure, row, 2)

    def show(self, meter: Meter | None) -> None:
        """Show a meter, or nothing."""
        for widget in (self.name, self.bar, self.figure):
            widget.setVisible(meter is not None)
        if meter is None:
            return
        self.name.setText(meter_name(meter))
        share = min(meter.used / meter.limit, 1.0) if meter.limit else (1.0 if meter.limit == 0 and meter.used else 0.0)
        spoken = meter_spoken(meter)
        self.bar.set(share, _COLOURS[meter.fill], spoken)
        plain_tooltip(self.bar, spoken)
        # Nothing to fill where no limit is known: the figure alone says what there is.
        self.bar.setVisible(meter.limit is not None)
        self.figure.setText(meter_figure(meter))
        self.figure.set_ink(_INKS[meter.fill])
        plain_tooltip(self.figure, spoken)


class MeterRows(QWidget):
    """`named` carries the id of the evidence a refusal is about."""

    named = Signal(int)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meters: list[Meter] = []
        self._refusals: tuple[Refusal, ...] = ()
        self._typed: dict[MeterKind, int] = {}
        rows = column(self, spacing=8)
        head = line(spacing=8)
        head.addWidget(PlainLabel(tr("Used"), self, role="heading"))
        head.addStretch(1)
        self.verdict = PlainLabel("", self, role="small", weight=500)
        head.addWidget(self.verdict)
        rows.addLayout(head)
        box = QWidget(self)
        self._grid = QGridLayout(box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[_Line] = []
        rows.addWidget(box)
        self.advice = Banner("due", "", "", self)
        self.advice.hide()
        rows.addWidget(self.advice)
        self._refused = QWidget(self)
        self._refused_rows = column(self._refused, spacing=6)
        self._refused.hide()
        rows.addWidget(self._refused)

    def show_fit(self, meters: Sequence[Meter], refusals: Sequence[Refusal]) -> None:
        """The meters and refusals of the packet as built last."""
        self._meters, self._typed = list(meters), {}
        if tuple(refusals) != self._refusals:
            self._refusals = tuple(refusals)
            self._fill_refusals()
        self._show()

    def show_none(self) -> None:
        """Nothing is known yet."""
        self.show_fit((), ())

    def type_summary(self, used: int, limit: int | None) -> None:
        """The summary as it is being typed, before the packet is built with it."""
        self._typed[MeterKind.SUMMARY] = used
        if not any(each.kind is MeterKind.SUMMARY for each in self._meters) and limit is not None and self._meters:
            self._meters.append(Meter(MeterKind.SUMMARY, used, limit))
        self._show()

    def shown(self) -> list[Meter]:
        """The meters, with what is being typed."""
        return [
            replace(each, used=self._typed[each.kind]) if each.kind in self._typed and not each.subject else each
            for each in self._meters
        ]

    def over(self) -> Meter | None:
        """The first limit that does not hold; None when all do."""
        return next((each for each in self.shown() if each.fill is Fill.OVER), None)

    def refusal(self) -> str:
        """The first refusal in words; empty when there is none."""
        return refusal_sentence(self._refusals[0]) if self._refusals else ""

    def _show(self) -> None:
        meters = self.shown()
        while len(self._lines) < len(meters):
            self._lines.append(_Line(self._grid, len(self._lines), self))
        for place, each in enumerate(self._lines):
            each.show(meters[place] if place < len(meters) else None)
        worst = next((fill for fill in (Fill.OVER, Fill.NEAR) if any(one.fill is fill for one in meters)), Fill.WELL)
        if self._refusals or worst is Fill.OVER:
            self.verdict.setText(tr("Does not fit"))
            self.verdict.set_ink("overdue")
        else:
            limited = any(one.limit is not None for one in meters)
            self.verdict.setText(tr("All within limits") if limited else "")
            self.verdict.set_ink("done")
        advice = list(dict.fromkeys(meter_advice(one) for one in meters if one.fill is Fill.NEAR))
        self.advice.set_text(advice[0] if advice else "", "\n".join(advice[1:3]))
        self.advice.setVisible(bool(advice) and not self._refusals)
        over = [one for one in meters if one.fill is Fill.OVER]
        self._typed_over(over[0] if over and not self._refusals else None)

    def _typed_over(self, meter: Meter | None) -> None:
        """What is typed just now is already too much: the refusal of the build is on its way."""
        if meter is not None and meter.limit is not None:
            text = tr("%1 is over the limit by %2.", meter_name(meter), f"{meter.used - meter.limit:,}")
            self.advice.set_text(text)
            self.advice.show()

    def _fill_refusals(self) -> None:
        clear_layout(self._refused_rows)
        for each in self._refusals[:_MOST_REFUSALS]:
            banner = Banner("overdue", refusal_sentence(each), "", self._refused)
            if each.evidence_id is not None:
                show = link_button(tr("Show"), banner)
                show.setAccessibleDescription(refusal_sentence(each))
                show.clicked.connect(lambda _=False, evidence_id=each.evidence_id: self.named.emit(evidence_id))
                banner.add(show)
            self._refused_rows.addWidget(banner)
        rest = len(self._refusals) - _MOST_REFUSALS
        if rest > 0:
            self._refused_rows.addWidget(
                PlainLabel(tr("and %n more", n=rest), self._refused, role="small", ink="overdue")
            )
        self._refused.setVisible(bool(self._refusals))
        self.rebuilt.emit()
