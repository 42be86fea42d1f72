"""Merging duplicates: which case is kept, the facts of all side by side, and whose of each stay."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QScrollArea, QWidget

from desktop.services.case_joining import MergePlan, MergeSide
from models.errors import UserError
from models.money import Money
from models.rules.case_joining import MergeFact
from ui import format as shown
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel, mnemonic_safe, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, column, foot_line, rule
from ui.words import word

tr = translator("case_life")
_VALUE = 190
_SHOWN_FACTS = tuple(MergeFact)


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """What was chosen: the case kept, those that go into it, and the cases whose facts stay."""

    kept: int
    others: tuple[int, ...]
    facts: dict[MergeFact, int] = field(default_factory=dict)
    sum_up: bool = False
    meant: bool = False


class MergeDialog(HeldDialog):
    """`chosen` carries a MergeChoice; `kept_changed` the case that is to be kept instead, for another plan."""

    chosen = Signal(object)
    kept_changed = Signal(int)

    def __init__(self, plan: MergePlan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._groups: dict[MergeFact, QButtonGroup] = {}
        self.setModal(True)
        title = tr("Merge %n case(s)", n=len(plan.sides))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(980, 220 + _VALUE * len(plan.sides)))
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        rows.addWidget(
            PlainLabel(tr("Evidence, notes, clocks, tags and links of the others go into the one kept; their numbers "
                          "still open and lead to it."), self, ink="text2", wrap=True)
        )  # fmt: skip
        for said, state in ((plan.refused, "overdue"), (plan.doubts, "due")):
            for case_id, reason in said.items():
                number = next(side.case.number for side in plan.sides if side.case.id == case_id)
                words = sentence(UserError(reason, case=number, kept=plan.sides[0].case.number))
                rows.addWidget(Banner("overdue" if state == "overdue" else "due", words.what, words.next, self))
        rows.addWidget(self._facts())
        self.sum_up = QCheckBox("", self)
        self._offer_sum()
        rows.addWidget(self.sum_up)
        rows.addWidget(rule(self))
        doubtful = bool(plan.doubts)
        self.take = Button(tr("Merge all the same") if doubtful else tr("Merge"), self, kind="primary", icon="merge")
        self.take.setDefault(True)
        self.take.setEnabled(not plan.refused)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        (self.take if not plan.refused else self._keeps.buttons()[0]).setFocus()

    def _facts(self) -> QWidget:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        box = QWidget(area)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.addWidget(PlainLabel(tr("Keep"), box, ink="text3"), 0, 0)
        self._keeps = QButtonGroup(self)
        for place, side in enumerate(self._plan.sides):
            keep = QRadioButton(mnemonic_safe(side.case.number), box)
            keep.setAccessibleName(tr("Keep %1", side.case.number))
            keep.setChecked(place == 0)
            self._keeps.addButton(keep, side.case.id)
            grid.addWidget(keep, 0, place + 1)
        self._keeps.idClicked.connect(self._keep)
        more = (
            (tr("State"), [word(side.case.state) for side in self._plan.sides]),
            (tr("Buyer"), [one_line(side.row.buyer_nick) or "—" for side in self._plan.sides]),
            (tr("Evidence, notes"), [f"{side.evidence} · {side.notes}" for side in self._plan.sides]),
        )
        for at, (name, values) in enumerate(more, 1):
            grid.addWidget(PlainLabel(name, box, ink="text3"), at, 0)
            for place, text in enumerate(values):
                grid.addWidget(self._label(text, box), at, place + 1)
        at = len(more) + 1
        for fact in _SHOWN_FACTS:
            texts = [_text(side, fact) for side in self._plan.sides]
            if len(set(texts)) == 1:
                continue
            grid.addWidget(PlainLabel(_fact_word(fact), box, ink="text3"), at, 0)
            self._choices(fact, texts, box, grid, at)
            at += 1
        grid.setColumnStretch(len(self._plan.sides), 1)
        area.setWidget(box)
        area.setMinimumHeight(min(420, box.sizeHint().height() + 4))
        return area

    def _label(self, text: str, parent: QWidget) -> PlainLabel:
        label = PlainLabel("", parent)
        cut = label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _VALUE)
        label.setText(cut)
        plain_tooltip(label, text if cut != text else "")
        return label

    def _choices(self, fact: MergeFact, texts: list[str], box: QWidget, grid: QGridLayout, at: int) -> None:
        group = QButtonGroup(self)
        for place, side in enumerate(self._plan.sides):
            choice = QRadioButton(box)
            cut = choice.fontMetrics().elidedText(texts[place], Qt.TextElideMode.ElideMiddle, _VALUE - 24)
            choice.setText(mnemonic_safe(cut))
            choice.setAccessibleName(f"{_fact_word(fact)}: {texts[place]} ({side.case.number})")
            plain_tooltip(choice, texts[place] if cut != texts[place] else "")
            choice.setChecked(place == 0)
            group.addButton(choice, side.case.id)
            grid.addWidget(choice, at, place + 1)
        # What the kept case does not say is taken from one that does.
        if _is_empty(self._plan.sides[0], fact):
            said = next((side for side in self._plan.sides if not _is_empty(side, fact)), None)
            if said is not None:
                group.button(said.case.id).setChecked(True)
        self._groups[fact] = group

    def _offer_sum(self) -> None:
        sides = self._plan.sides
        amounts = [side.case.at_stake for side in sides]
        same = len({amount.currency for amount in amounts}) == 1
        self.sum_up.setVisible(same and len({amount.minor for amount in amounts}) >= 1 and len(sides) > 1)
        if same:
            total = Money(sum(amount.minor for amount in amounts), amounts[0].currency)
            self.sum_up.setText(tr("Add the amounts at stake: %1", shown.money(total)))
            self.sum_up.setAccessibleName(self.sum_up.text())

    def _keep(self, case_id: int) -> None:
        if case_id != self._plan.sides[0].case.id:
            self.kept_changed.emit(case_id)

    def choice(self) -> MergeChoice:
        """What is chosen now."""
        kept = self._plan.sides[0].case.id
        facts = {fact: group.checkedId() for fact, group in self._groups.items() if group.checkedId() != kept}
        others = tuple(side.case.id for side in self._plan.sides[1:])
        adding = self.sum_up.isVisibleTo(self) and self.sum_up.isChecked()
        return MergeChoice(kept, others, facts, adding, bool(self._plan.doubts))

    def _take(self) -> None:
        self.chosen.emit(self.choice())
        self.leave()


def _fact_word(fact: MergeFact) -> str:
    return {
        MergeFact.ORDER: tr("Order"), MergeFact.PROBLEM: tr("Problem"), MergeFact.DEMAND: tr("Demand"),
        MergeFact.LIABILITY: tr("Liability"), MergeFact.AT_STAKE: tr("At stake"),
        MergeFact.WAITING_ON: tr("Waiting on"), MergeFact.HANDLER: tr("Handler"), MergeFact.FLAG: tr("Flag"),
        MergeFact.SUMMARY: tr("What happened"),
    }[fact]  # fmt: skip


def _text(side: MergeSide, fact: MergeFact) -> str:
    case, row = side.case, side.row
    if fact is MergeFact.ORDER:
        return one_line(row.order_number) or "—"
    if fact is MergeFact.AT_STAKE:
        return shown.money(case.at_stake)
    if fact is MergeFact.HANDLER:
        return one_line(row.handler) or "—"
    if fact is MergeFact.SUMMARY:
        return one_line(case.summary[:500]) or "—"
    return word(getattr(case, fact.value))


def _is_empty(side: MergeSide, fact: MergeFact) -> bool:
    case = side.case
    return {
        MergeFact.ORDER: case.order_id is None,
        MergeFact.HANDLER: case.handler_id is None,
        MergeFact.SUMMARY: not case.summary.strip(),
        MergeFact.AT_STAKE: case.at_stake.minor == 0,
        MergeFact.DEMAND: case.demand.value == "unknown",
        MergeFact.LIABILITY: case.liability.value == "unclear",
        MergeFact.FLAG: case.flag.value == "none",
    }.get(fact, False)
