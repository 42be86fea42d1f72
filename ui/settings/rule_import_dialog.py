"""Before a pack file is taken in: what it is, what it would change, or why it is refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.services.rule_effects import EffectReport
from desktop.services.rule_imports import ImportPreview, PartDifference
from models.rules.pack_parts import Text
from ui.i18n import language, translator
from ui.plain import PlainLabel, isolate
from ui.settings import rule_words as words
from ui.settings.rule_lines import BlockArea, LineBlock
from ui.settings.rule_words import said
from ui.settings.setting_words import layer_word
from ui.widgets.buttons import Button
from ui.widgets.panel import Banner, column, line

tr = translator("settings")
_MOST, _CASES = 12, 50


class RuleImportDialog(QDialog):
    """`accepted_file` comes when the user takes it in, `weighed` when the open cases are asked after."""

    accepted_file = Signal(object)
    weighed = Signal(object)

    def __init__(self, preview: ImportPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = preview
        self.setWindowTitle(tr("Import a policy pack"))
        self.setModal(True)
        self.resize(640, 480)
        rows = column(self, margins=(20, 20, 20, 16), spacing=12)
        pack = preview.pack
        title = said(pack.title) if pack is not None else isolate(preview.file.name)
        rows.addWidget(PlainLabel(title, self, role="heading", weight=600, wrap=True, selectable=True))
        if pack is not None:
            facts = " · ".join(
                (layer_word(pack.layer), pack.id, tr("version %1", pack.version), isolate(preview.file.name))
            )
            rows.addWidget(PlainLabel(facts, self, ink="text2", wrap=True, selectable=True))
        self.banners: list[Banner] = []
        if preview.problems:
            text = tr("This file cannot be taken in. Nothing was changed.")
            self.banners.append(Banner("overdue", text, "", self))
        else:
            self.banners += [Banner(state, text, "", self) for text, state in map(words.notice_word, preview.notices)]
        for banner in self.banners:
            rows.addWidget(banner)
        self.area = BlockArea(tr("What it would change"), self)
        self.area.show_blocks(self._blocks(), tr("It changes nothing."))
        rows.addWidget(self.area, 1)
        self.report = PlainLabel("", self, ink="text2", wrap=True, selectable=True)
        self.report.hide()
        rows.addWidget(self.report)
        foot = line(spacing=8)
        self.weigh = Button(tr("See what would change"), self, icon="git-compare")
        self.weigh.setVisible(preview.fit)
        self.weigh.clicked.connect(lambda: self.weighed.emit(preview.file))
        foot.addWidget(self.weigh)
        foot.addStretch(1)
        self.cancel = Button(tr("Cancel") if preview.fit else tr("Close"), self, kind="secondary")
        self.cancel.clicked.connect(self.reject)
        foot.addWidget(self.cancel)
        self.take = Button(tr("Take it in"), self, kind="primary", icon="download")
        self.take.setVisible(preview.fit)
        self.take.clicked.connect(self._take)
        foot.addWidget(self.take)
        rows.addLayout(foot)
        (self.take if preview.fit else self.cancel).setFocus()
        self.setAccessibleName(title)

    def show_report(self, report: EffectReport, now: datetime, zone: tzinfo) -> None:
        """What it would do to the open cases: their number, and what would differ in the first of them."""
        self.report.setText(words.report_line(report))
        self.report.show()
        blocks = []
        for each in report.cases[:_CASES]:
            title = f"{each.number} {isolate(each.buyer)}"
            blocks.append(LineBlock(title, [words.effect_lines(each, now, zone)], parent=self.area.inside))
        self.area.show_blocks([*self._blocks(), *blocks], tr("It changes nothing."))

    def show_wrong(self, text: str) -> None:
        """Say why it could not be worked out."""
        self.report.setText(text)
        self.report.show()

    def _take(self) -> None:
        self.accept()
        self.accepted_file.emit(self.preview.file)

    def _blocks(self) -> Sequence[QWidget]:
        preview, inside = self.preview, self.area.inside
        if preview.problems:
            lines = dict.fromkeys(words.problem_sentence(problem) for problem in preview.problems)
            return [LineBlock(each, (), parent=inside) for each in list(lines)[:_MOST]]
        blocks = []
        if preview.new_numbers and preview.pack is not None:
            notes = []
            for name, (value, note) in preview.new_numbers.items():
                label = said(preview.pack.constants[name].label)
                notes.append(tr("%1: %2 (%3)", label, value, note) if note else tr("%1: %2", label, value))
            blocks.append(LineBlock(tr("Numbers the other shop has set"), notes, parent=inside))
        if preview.numbers and preview.current is not None:
            notes = [
                tr("%1: %2 → %3", said(each.label), said(each.before) or "—", said(each.after) or "—")
                for each in preview.numbers[:_MOST]
            ]
            if len(preview.numbers) > _MOST:
                notes.append(tr("%n more", n=len(preview.numbers) - _MOST))
            blocks.append(LineBlock(tr("Numbers of the pack"), notes, parent=inside))
        if preview.dropped:
            blocks.append(
                LineBlock(tr("Your numbers that would no longer count"), [_listed(preview.dropped)], parent=inside)
            )
        return [*blocks, *(self._part(part) for part in preview.parts)]

    def _part(self, part: PartDifference) -> QWidget:
        titles = {
            "outcomes": tr("Rules"), "deadlines": tr("Clocks"), "formulas": tr("Amounts"), "nodes": tr("Questions"),
            "sources": tr("Sources"),
        }  # fmt: skip
        notes = []
        if part.added:
            notes.append(tr("New (%1): %2", len(part.added), _listed(part.added)))
        if part.removed:
            notes.append(tr("Gone (%1): %2", len(part.removed), _listed(part.removed)))
        if part.changed:
            notes.append(tr("Changed (%1): %2", len(part.changed), _listed(part.changed)))
        return LineBlock(titles.get(part.part, part.part), notes, parent=self.area.inside)


def _listed(titles: Sequence[Text]) -> str:
    names = list(dict.fromkeys(said(each) for each in titles))
    joint = "、" if language() == "zh" else ", "
    return joint.join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
