"""Cutting a long picture of a chat for paper: the pages as they will be, each end to be looked at and moved."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QDialog, QWidget

from desktop.services.stitch_plans import CutPlan
from models.errors import AftercaseError
from models.records import Evidence
from ui.background import Background
from ui.error_words import sentence
from ui.evidence.chats.stitch_lists import OrderList
from ui.evidence.chats.stitch_strip import Mark, Piece, Strip, strip_area
from ui.evidence.chats.stitch_words import CUT_TOKENS, cut_sentence, cut_word
from ui.evidence.chats.stitch_work import StitchWork
from ui.evidence.labels import shown_name
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.delegates import Cell
from ui.widgets.panel import Banner, Heading, column, foot_line, line

tr = translator("chats")
_SIDE = 260


class CutDialog(QDialog):
    """`cut` carries what became of the pages."""

    cut = Signal(object)

    def __init__(self, ctx: Any, background: Background, item: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Cut a long picture for paper"))
        self.setAccessibleName(self.windowTitle())
        self.strip = Strip(tr("Pages"), self)
        self._service = ctx.chat_stitching
        self._item = item
        self._image: QImage | None = None
        self._plan: CutPlan | None = None
        self.work = StitchWork(ctx, background, self)
        self.work.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        self.work.busy_changed.connect(self._show_usable)
        self._build()
        self.resize(980, 720)
        self.work.load_image(item, self._image_there)
        self.propose("a4")

    def _build(self) -> None:
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading"))
        self.banner = Banner("due", "", "", self)
        self.banner.hide()
        rows.addWidget(self.banner)
        across = line(spacing=16)
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        lists = column(side, spacing=8)
        lists.addWidget(PlainLabel(shown_name(self._item), side, ink="text2", wrap=True))
        self.paper = Segmented([("a4", "A4"), ("letter", "Letter")], "a4", side)
        self.paper.setAccessibleName(tr("Paper"))
        self.paper.chosen.connect(self.propose)
        lists.addWidget(self.paper)
        lists.addWidget(Heading(tr("Page ends"), "", side))
        self.cuts = OrderList(side, name=tr("Page ends"))
        self.cuts.current_changed.connect(self._cut_chosen)
        self.cuts.opened.connect(lambda _: self.strip.setFocus())
        lists.addWidget(self.cuts, 1)
        lists.addWidget(
            PlainLabel(
                tr("Drag a line, or press ↑ ↓ in the picture: it goes to the next place between messages."),
                side, role="small", ink="text2", wrap=True,
            )
        )  # fmt: skip
        across.addWidget(side)
        self.strip.wished.connect(self._wish)
        self.strip.stepped.connect(self._step)
        self.strip.chosen.connect(self.cuts.choose)
        across.addWidget(strip_area(self.strip, self), 1)
        rows.addLayout(across, 1)
        self._state = PlainLabel("", self, role="small", ink="text2")
        self.take = Button(tr("Cut"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self.cut_now)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, self._state))

    def plan(self) -> CutPlan | None:
        """What would be cut now; None while it is being looked for."""
        return self._plan

    @Slot(str)
    def propose(self, paper: str) -> None:
        """Look where pages of a paper can end."""
        self._plan = None
        self.banner.hide()
        self._state.setText(tr("Looking for places to cut…"))
        evidence_id = self._item.id
        self.work.run(
            lambda progress, cancelled: self._service.propose_cuts(evidence_id, paper), self.show_plan, self._failed
        )

    def show_plan(self, plan: CutPlan) -> None:
        """Show where the pages end."""
        self._plan = plan
        part = plan.part
        piece = Piece(self._image, part.width, part.height, 0, part.height)
        marks = [
            Mark(cut.row, f"{at} · {cut_word(cut.kind)}", CUT_TOKENS[cut.kind]) for at, cut in enumerate(plan.cuts, 1)
        ]
        self.strip.show_strip([piece], marks, part.width)
        self.cuts.cells.show_cells([
            Cell(f"{at} / {len(plan.cuts) + 1}  {cut_word(cut.kind)}", ink=CUT_TOKENS[cut.kind])
            for at, cut in enumerate(plan.cuts, 1)
        ])  # fmt: skip
        self._state.setText(cut_sentence(plan))
        if not plan.cuts:
            self.banner.set_text(tr("It fits one page"), tr("There is nothing to cut."))
            self.banner.show()
        self._show_usable()

    def _image_there(self, image: QImage) -> None:
        self._image = image
        if self._plan is not None:
            self.show_plan(self._plan)

    @Slot(int, int)
    def _wish(self, index: int, row: int) -> None:
        if self._plan is not None and not self.work.busy and index < len(self._plan.cuts):
            self.show_plan(self._plan.moved(index, row))

    @Slot(int, int, bool)
    def _step(self, index: int, by: int, far: bool) -> None:
        if self._plan is not None and not self.work.busy and index < len(self._plan.cuts):
            self.show_plan(self._plan.stepped(index, by))

    @Slot(QModelIndex)
    def _cut_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.strip.choose(index.row())

    @Slot()
    def cut_now(self) -> None:
        """Make the pages and keep them."""
        plan = self._plan
        if plan is None or self.work.busy or not plan.cuts:
            return
        caption = shown_name(self._item)
        self._state.setText(tr("Cutting…"))
        self.work.run(
            lambda progress, cancelled: self._service.cut(
                plan, caption=caption, progress=progress, cancelled=cancelled
            ),
            self._done,
            self._failed,
            keeps=True,
        )

    def _done(self, added: object) -> None:
        self.cut.emit(added)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AftercaseError | OSError):
            self.work.unexpected.emit(error)
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self.banner.show()
        self._state.setText(cut_sentence(self._plan) if self._plan is not None else "")

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if self.work.busy and self._plan is not None and total:
            self._state.setText(tr("Cutting page %1 of %2", min(done + 1, total), total))

    def _show_usable(self) -> None:
        self.take.setEnabled(self._plan is not None and not self.work.busy and bool(self._plan.cuts))

    def done(self, result: int) -> None:
        self.work.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)
