"""The dialog that asks how evidence is taken out: folder or ZIP, bare or original, redacted copies, and where to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.services.evidence_export import ExportPlan
from ui import format as written
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented, Switch
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, column, foot_line, line

tr = translator("taking_out")


@dataclass(frozen=True, slots=True)
class Taken:
    """What the user chose: `scope` is the place among the plans; files go into a new folder or ZIP in `parent`."""

    scope: int
    parent: Path
    archive: bool
    original: bool
    redacted: bool


class TakingOutDialog(HeldDialog):
    """`taken` carries what was chosen; the dialog closes by itself."""

    taken = Signal(object)

    def __init__(self, plans: Sequence[ExportPlan], parent_folder: Path, parent: QWidget | None = None) -> None:
        """With two plans the first is of what is selected, the second of all of the case."""
        super().__init__(parent)
        self._plans, self._plan, self._folder = tuple(plans), plans[0], parent_folder
        self.setWindowTitle(tr("Take out"))
        self.setModal(True)
        self.setMinimumWidth(560)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        self._title = PlainLabel("", self, role="heading")
        self._cases = PlainLabel("", self, ink="text2")
        rows.addWidget(self._title)
        rows.addWidget(self._cases)
        scopes = [tr("Selected"), tr("All of this case")]
        counted = zip(scopes, self._plans, strict=False)
        choices = [(str(at), f"{name} · {each.count}") for at, (name, each) in enumerate(counted)]
        self.scope = Segmented(choices, parent=self)
        self.scope.chosen.connect(self._show_scope)
        self.scope.setVisible(len(self._plans) > 1)
        rows.addWidget(self.scope)
        self.kind = Segmented([("folder", tr("Into a folder")), ("zip", tr("As a ZIP file"))], parent=self)
        self.kind.chosen.connect(self._show_place)
        rows.addWidget(self.kind)
        self.way = Segmented([("bare", tr("Without camera data")), ("original", tr("Originals"))], parent=self)
        self.way.chosen.connect(self._show_way)
        rows.addWidget(self.way)
        self.banner = Banner("waiting", "", "", self)
        means = tr(
            "Photos may hold where they were taken (GPS), when and with which phone; documents their author. Choose"
            " this where a platform or a court asks for the untouched file, not for a buyer or a carrier."
        )
        self.warning = Banner("due", tr("The originals tell more than one sees."), means, self)
        rows.addWidget(self.banner)
        rows.addWidget(self.warning)
        self.redacted = Switch(tr("Redacted copies in place of their originals"), self, on=True)
        self._redacted_row = QWidget(self)
        across = line(self._redacted_row, spacing=8)
        across.addWidget(self.redacted)
        self._redacted_words = PlainLabel("", self._redacted_row)
        across.addWidget(self._redacted_words)
        across.addStretch(1)
        rows.addWidget(self._redacted_row)
        where = line(spacing=8)
        self._place = ElidedLabel("", self, weight=500)
        self.choose = Button(tr("Choose…"), self, size="small", icon="folder-open")
        self.choose.clicked.connect(self._choose)
        where.addWidget(PlainLabel(tr("To"), self, ink="text2"))
        where.addWidget(self._place, 1)
        where.addWidget(self.choose)
        rows.addLayout(where)
        more = tr(
            "With SHA256SUMS.txt and a list of captions, original names, hashes and times. Nothing is overwritten."
        )
        rows.addWidget(PlainLabel(more, self, role="small", ink="text3", wrap=True))
        self.take = Button(tr("Take out"), self, kind="primary", icon="download")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._show_scope()
        self.take.setFocus()

    def set_folder(self, folder: Path) -> None:
        """Another place to put it."""
        self._folder = folder
        self._show_place()

    @Slot()
    def _show_scope(self) -> None:
        self._plan = plan = self._plans[int(self.scope.value())]
        title = tr("Take %n file out", n=plan.count)
        self.setAccessibleName(title)
        self._title.setText(title)
        self._cases.setText(tr("of %n case", n=len(plan.case_ids)) + f" · {written.size(plan.size)}")
        self._redacted_row.setVisible(plan.redacted > 0)
        words = tr("Redacted copies in place of their originals") + " · " + tr("%n there", n=plan.redacted)
        self._redacted_words.setText(words)
        self._show_place()
        self._show_way()

    @Slot()
    def _show_way(self) -> None:
        original = self.way.value() == "original"
        opaque = self._plan.opaque
        self.warning.setVisible(original)
        self.banner.setVisible(not original)
        self.banner.set_text(
            tr("Place, time and device are taken out of photos, films and documents."),
            tr("%n file is of a kind that cannot be looked into and goes as it is; the list says so.", n=opaque)
            if opaque
            else tr("The pictures are made anew from what one sees; the kept originals stay untouched."),
        )
        rows = self.layout()
        if self.isVisible() and rows is not None:
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(self.width()), rows.totalMinimumSize().height()))

    @Slot()
    def _show_place(self) -> None:
        name = self._plan.name + (".zip" if self.kind.value() == "zip" else "")
        text = one_line(str(self._folder / name))
        self._place.set_full(text)
        plain_tooltip(self._place, text)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, tr("Where to?"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.set_folder(Path(name)))
        dialog.open()

    @Slot()
    def _take(self) -> None:
        redacted = self._plan.redacted > 0 and self.redacted.isChecked()
        archive, original = self.kind.value() == "zip", self.way.value() == "original"
        self.taken.emit(Taken(int(self.scope.value()), self._folder, archive, original, redacted))
        self.leave()
