"""The fields of the new-case dialog, what stands in them as a value that can be kept, and putting it back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop.context import AppContext
from models.kinds import Demand, Problem, WaitingOn
from models.records import CaseTarget
from ui.background import Background
from ui.cases.new_case_duplicates import DuplicatePanel
from ui.cases.new_case_evidence import StagedEvidence
from ui.cases.new_case_parts import BuyerForm, ItemsRow, WordChoice
from ui.cases.new_case_targets import NEW_BUYER, TargetModel
from ui.cases.problem_picker import ProblemPicker
from ui.cases.text_field import TextField
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.controls import SearchField
from ui.widgets.panel import Banner, column, line, section_label
from ui.widgets.table import DataList

tr = translator("cases")
TARGET_ROW, TARGETS_SHOWN = 48, 3
# Of the whole window in pixels: a screen of 800 has a task bar and a title bar as well.
_MOST_HIGH = 730


class NewCaseForm(QWidget):
    """Everything between title and buttons. `changed` after anything that is worth keeping."""

    changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        self.offer = Banner("waiting", "", "", self)
        self.offer.hide()
        rows.addWidget(self.offer)
        self.field = SearchField(tr("Order number, buyer ID, name, phone or tracking number"), self)
        self.field.textChanged.connect(lambda _: self.changed.emit())
        rows.addWidget(self.field)
        self.targets = TargetModel(ctx, self)
        self.list = DataList(self, name=tr("What was found"), row_height=TARGET_ROW)
        self.list.setModel(self.targets)
        rows.addWidget(self.list)
        self.said = PlainLabel("", self, role="small", ink="text3", wrap=True)
        rows.addWidget(self.said)
        self.buyer = BuyerForm(self)
        self.buyer.changed.connect(self.changed)
        rows.addWidget(self.buyer)
        self.items = ItemsRow(self)
        self.items.changed.connect(self.changed)
        rows.addWidget(self.items)
        rows.addWidget(section_label(tr("Problem"), self))
        self.problems = ProblemPicker(self)
        self.problems.chosen.connect(lambda _: self.changed.emit())
        rows.addWidget(self.problems)
        rows.addLayout(self._words())
        self.duplicates = DuplicatePanel(self)
        rows.addWidget(self.duplicates)
        rows.addWidget(section_label(tr("What happened (may stay empty)"), self))
        self.summary = TextField(self)
        self.summary.setAccessibleName(tr("What happened"))
        self.summary.setPlaceholderText(tr("In the shop's words; Shift+Enter begins a new line; Ctrl+V a screenshot"))
        self.summary.setFixedHeight(56)
        self.summary.textChanged.connect(self.changed)
        rows.addWidget(self.summary)
        self.staged = StagedEvidence(ctx, background, self)
        self.staged.changed.connect(self.changed)
        rows.addWidget(self.staged)
        self.show_targets(TARGETS_SHOWN)

    def _words(self) -> Any:
        row = line(spacing=8)
        self.demand = WordChoice(tr("What the buyer asks for"), list(Demand), self)
        self.waiting = WordChoice(tr("Waiting on"), list(WaitingOn), self)
        self.alone = QCheckBox(tr("About the buyer, not about this order"), self)
        for label, field in ((tr("Demand"), self.demand), (tr("Waiting on"), self.waiting)):
            words = PlainLabel(label, self, role="small", ink="text2")
            words.setBuddy(field)
            row.addWidget(words)
            row.addWidget(field)
            field.currentIndexChanged.connect(lambda _: self.changed.emit())
        row.addStretch(1)
        row.addWidget(self.alone)
        self.alone.toggled.connect(lambda _: self.changed.emit())
        return row

    def show_targets(self, rows: int) -> None:
        """How many of the rows found are shown; the one chosen stays in sight."""
        self.list.setFixedHeight(TARGET_ROW * rows)
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def fit_window(self, rows: int) -> None:
        """Make the window as high as it needs, with fewer rows found in sight where a small screen wants that."""
        window, layout = self.window(), self.window().layout()
        for shown in range(rows, 0, -1):
            self.show_targets(shown)
            self.updateGeometry()
            if layout is not None:
                layout.activate()
            if window.sizeHint().height() <= _MOST_HIGH:
                break
        window.adjustSize()

    def show_target(self, target: CaseTarget | None, *, other: bool) -> None:
        """What is asked of a target: a buyer's order number, and who a buyer is that nobody knows; `other`: it is
        another one than before, so its own choice of order or buyer comes back.
        """
        of_order = target is not None and target.order_id is not None
        self.alone.setEnabled(of_order and target is not None and target.buyer_id is not None)
        if other:
            self.alone.setChecked(target is not None and target is not NEW_BUYER and not of_order)
        if target is not None and not of_order:
            self.buyer.show_for(known=target is not NEW_BUYER)
        else:
            self.buyer.hide()
        self.items.show_lines(())

    def sizeHint(self) -> QSize:
        return QSize(640, super().sizeHint().height())

    # As a value

    def read(self) -> dict[str, Any]:
        """What was typed and chosen; empty when there is nothing worth keeping."""
        problem = self.problems.problem()
        kept = {
            "text": self.field.text(), "summary": self.summary.toPlainText(), "buyer": self.buyer.values(),
            "problem": problem.value if problem is not None else "", "lines": list(self.items.chosen()),
            "files": [str(path) for path in self.staged.paths()],
        }  # fmt: skip
        if not any((kept["text"], kept["summary"], kept["problem"], kept["files"], *self.buyer.values().values())):
            return {}
        chosen = {"demand": str(self.demand.member()), "waiting": str(self.waiting.member())}
        return kept | chosen | {"alone": self.alone.isChecked()}

    def put_back(self, kept: Mapping[str, Any]) -> None:
        """What was kept; words that are none any more are left out. The search is up to who shows the form."""
        self.field.setText(str(kept.get("text", "")))
        self.summary.setPlainText(str(kept.get("summary", "")))
        buyer = kept.get("buyer")
        self.buyer.set_values(buyer if isinstance(buyer, dict) else {})
        if kept.get("problem") in set(Problem):
            self.problems.choose(Problem(kept["problem"]))
        if kept.get("demand") in set(Demand):
            self.demand.choose(Demand(kept["demand"]))
        if kept.get("waiting") in set(WaitingOn):
            self.waiting.choose(WaitingOn(kept["waiting"]))
        files = kept.get("files")
        self.staged.show_paths([Path(str(path)) for path in files] if isinstance(files, list) else [])
