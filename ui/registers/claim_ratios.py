"""The measures of the claims listed: what share was agreed to, how long until an answer, what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from models.money import Money
from models.register_kinds import RegisterState
from models.register_records import RegisterLine
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.panel import Strip, line

tr = translator("registers")


@dataclass(frozen=True, slots=True)
class Missing:
    """What of the claims did not come in, by why: not answered, not handed in, agreed and not (all) received."""

    unanswered: int = 0
    unsent: int = 0
    short: int = 0

    @property
    def whole(self) -> int:
        """All of it in minor units."""
        return self.unanswered + self.unsent + self.short


@dataclass(frozen=True, slots=True)
class Ratios:
    """Of one currency, in minor units. `days` the mean from handing in to the money, None before any came."""

    currency: str
    claimed: int
    allowed: int
    days: Decimal | None
    missing: Missing
    late: int

    @property
    def share(self) -> Decimal | None:
        """What share of the claimed was agreed to; None where nothing was claimed."""
        return Decimal(self.allowed) / self.claimed if self.claimed > 0 else None


def ratios_of(lines: Sequence[RegisterLine]) -> Ratios | None:
    """The measures in the currency most of these claims are in; what was withdrawn counts for nothing."""
    counted = [each for each in lines if each.state is not RegisterState.WITHDRAWN]
    currencies = [value.currency for each in counted if isinstance(value := each.cells.get("claimed"), Money)]
    if not currencies:
        return None
    currency = max(sorted(set(currencies)), key=currencies.count)
    claimed = allowed = unanswered = unsent = short = late = 0
    spans: list[int] = []
    for each in counted:
        asked, agreed, came = (_minor(each, key, currency) for key in ("claimed", "allowed", "received"))
        claimed, allowed = claimed + asked, allowed + agreed
        late += bool(each.late)
        span = _days(each)
        if span is not None:
            spans.append(span)
        if each.corrects is not None:
            # It adds to or takes from a claim of a closed month, which is missing there.
            continue
        if each.state is RegisterState.OPEN:
            unsent += asked - came
        elif each.state is RegisterState.HANDED_IN:
            unanswered += asked - came
        elif each.state in (RegisterState.ALLOWED, RegisterState.RECEIVED):
            short += asked - came
    days = Decimal(sum(spans)) / len(spans) if spans else None
    return Ratios(currency, claimed, allowed, days, Missing(unanswered, unsent, short), late)


def _minor(claim: RegisterLine, key: str, currency: str) -> int:
    value = claim.cells.get(key)
    return value.minor if isinstance(value, Money) and value.currency == currency else 0


def _days(claim: RegisterLine) -> int | None:
    """From handing in to the money: the age of a received claim ends with the money and begins when it was entered."""
    age, entered, handed = (claim.cells.get(key) for key in ("age", "entered", "handed_in"))
    if claim.state is not RegisterState.RECEIVED or not isinstance(age, int):
        return None
    if not isinstance(entered, date) or not isinstance(handed, date):
        return None
    return max(age - (handed - entered).days, 0)


class RatioLine(Strip):
    """Three measures side by side, each with a name, a figure and where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface")
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 10, 16, 8)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(0)
        self._figures: list[tuple[PlainLabel, PlainLabel, PlainLabel]] = []
        for place, name in enumerate((tr("Share allowed"), tr("Days until the money"), tr("Still missing"))):
            grid.addWidget(PlainLabel(name, self, role="small", weight=600, ink="text2"), 0, place)
            figure = PlainLabel("", self, role="title", weight=600)
            beside = PlainLabel("", self, role="small", ink="text3")
            row = QWidget(self)
            inner = line(row, spacing=10)
            inner.addWidget(figure)
            inner.addWidget(beside)
            inner.addStretch(1)
            grid.addWidget(row, 1, place)
            under = PlainLabel("", self, role="small", ink="text3", wrap=True)
            grid.addWidget(under, 2, place, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(place, 1)
            self._figures.append((figure, beside, under))

    def show_ratios(self, now: Ratios | None, before: Ratios | None) -> None:
        """Show these, with the share of the month before where it is known."""
        if now is None:
            self.hide()
            return
        spoken = language()
        share, days, missing = self._figures
        was = before.share if before is not None and before.currency == now.currency else None
        share[0].setText(shown.NOTHING if now.share is None else shown.percent(now.share, 1, lang=spoken))
        share[1].setText("" if was is None else tr("last month %1", shown.percent(was, 1, lang=spoken)))
        allowed, claimed = Money(now.allowed, now.currency), Money(now.claimed, now.currency)
        share[2].setText(tr("allowed %1 of %2 claimed", shown.money_cell(allowed), shown.money_cell(claimed)))
        days[0].setText(shown.NOTHING if now.days is None else tr("%1 days", f"{now.days:.1f}"))
        days[1].setText("")
        days[2].setText(tr("%n late", n=now.late) if now.late else tr("none late"))
        missing[0].setText(shown.money(Money(now.missing.whole, now.currency)))
        missing[0].set_ink("due" if now.missing.whole > 0 else "")
        missing[2].setText(_missing_words(now))
        self.show()


def _missing_words(ratios: Ratios) -> str:
    missing = ratios.missing
    parts = (
        (missing.unanswered, tr("not answered")), (missing.unsent, tr("not handed in")),
        (missing.short, tr("still to come")),
    )  # fmt: skip
    said = [f"{name} {shown.money_cell(Money(minor, ratios.currency))}" for minor, name in parts if minor]
    return " · ".join(said) or tr("nothing")
