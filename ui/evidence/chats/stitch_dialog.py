"""Joining screenshots of a chat: the picture as it will be, each seam to be looked at and moved."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from desktop.services.evidence_rows import AddedEvidence
from desktop.services.stitch_plans import JoinPlan, SeamState
from models.errors import AftercaseError
from models.records import Evidence
from ui import format as written
from ui.background import Background
from ui.error_words import sentence
from ui.evidence.chats.stitch_lists import OrderList
from ui.evidence.chats.stitch_strip import Mark, Piece, Strip, strip_area
from ui.evidence.chats.stitch_words import SEAM_TOKENS, plan_sentence, seam_sentence, seam_word
from ui.evidence.chats.stitch_work import StitchWork
from ui.evidence.labels import shown_name
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.delegates import Cell
from ui.widgets.panel import Banner, Heading, column, foot_line, line

tr = translator("chats")
_FAR = 10
_SIDE = 300


class JoinDialog(QDialog):
    """`joined` carries the new evidence and whether it is to be cut for paper next."""

    joined = Signal(object, bool)

    def __init__(
        self, ctx: Any, background: Background, items: Sequence[Evidence], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Join screenshots of a chat"))
        self.setAccessibleName(self.windowTitle())
        self.strip = Strip(tr("Joined picture"), self)
        self._service = ctx.chat_stitching
        self._items = {item.id: item for item in items}
        self._images: dict[int, QImage] = {}
        self._plan: JoinPlan | None = None
        self.work = StitchWork(ctx, background, self)
        self.work.progressed.connect(self._progressed, Qt.ConnectionType.QueuedConnection)
        self.work.busy_changed.connect(self._show_usable)
        self._build()
        self.resize(1040, 720)
        for item in items:
            self.work.load_image(item, partial(self._image_there, item.id))
        self.propose([item.id for item in items], keep_order=False)

    def _build(self) -> None:
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading"))
        self.banner = Banner("due", "", "", self)
        self.banner.hide()
        rows.addWidget(self.banner)
        self._halve = Button(tr("Make two"), self.banner, size="small")
        self._halve.clicked.connect(self._join_halves)
        self.banner.add(self._halve)
        across = line(spacing=16)
        side = QWidget(self)
        side.setFixedWidth(_SIDE)
        lists = column(side, spacing=8)
        lists.addWidget(Heading(tr("Screenshots"), tr("Alt+↑ ↓ moves, Del leaves out"), side))
        self.parts = OrderList(side, name=tr("Screenshots"))
        self.parts.moved.connect(self._move_part)
        self.parts.left_out.connect(self._leave_out)
        lists.addWidget(self.parts, 3)
        lists.addWidget(Heading(tr("Seams"), tr("↑ ↓ in the picture moves"), side))
        self.seams = OrderList(side, name=tr("Seams"))
        self.seams.current_changed.connect(self._seam_chosen)
        self.seams.opened.connect(lambda _: self.strip.setFocus())
        lists.addWidget(self.seams, 2)
        self._about = PlainLabel("", side, role="small", ink="text2", wrap=True)
        self._about.setMinimumHeight(52)
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        lists.addWidget(self._about)
        near = line(spacing=8)
        self._other = Button(tr("Next place that fits"), side, size="small")
        self._other.clicked.connect(self._take_other)
        self._under = Button(tr("No overlap"), side, size="small", hint="0")
        self._under.clicked.connect(lambda: self._clear(self.strip.current()))
        near.addWidget(self._other)
        near.addWidget(self._under)
        near.addStretch(1)
        lists.addLayout(near)
        across.addWidget(side)
        self.strip.wished.connect(self._wish)
        self.strip.stepped.connect(self._step)
        self.strip.chosen.connect(self._line_chosen)
        self.strip.cleared.connect(self._clear)
        across.addWidget(strip_area(self.strip, self), 1)
        rows.addLayout(across, 1)
        self._state = PlainLabel("", self, role="small", ink="text2")
        self.take = Button(tr("Join"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(lambda: self.join(then_cut=False))
        self.take_cut = Button(tr("Join and cut…"), self)
        self.take_cut.clicked.connect(lambda: self.join(then_cut=True))
        foot = foot_line(self, tr("Cancel"), self.take, self._state)
        foot.insertWidget(foot.count() - 1, self.take_cut)
        rows.addLayout(foot)
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            QShortcut(QKeySequence(keys), self, lambda step=by: self._next_pane(step))

    # The plan

    def plan(self) -> JoinPlan | None:
        """What would be joined now; None while it is being looked for."""
        return self._plan

    def propose(self, ids: Sequence[int], *, keep_order: bool) -> None:
        """Look how these go together."""
        self._plan = None
        self.banner.hide()
        self._state.setText(tr("Looking for overlaps…"))
        self.work.run(
            lambda progress, cancelled: self._service.propose(
                list(ids), keep_order=keep_order, progress=progress, cancelled=cancelled
            ),
            self.show_plan,
            self._failed,
        )

    def show_plan(self, plan: JoinPlan) -> None:
        """Show a plan; what is to be looked at first is taken in hand."""
        anew = self._plan is None
        self._plan = plan
        width = plan.size()[0]
        spans = plan.spans()
        pieces = [
            Piece(self._images.get(part.evidence_id), part.width, part.height, top, bottom, (width - part.width) // 2)
            for part, (top, bottom) in zip(plan.parts, spans, strict=True)
        ]
        marks, row = [], 0
        for seam, (top, bottom) in zip(plan.seams, spans[:-1], strict=True):
            row += bottom - top
            marks.append(Mark(row, seam_word(seam), SEAM_TOKENS[seam.state]))
        self.strip.show_strip(pieces, marks, width)
        self.parts.cells.show_cells([
            Cell(f"{at}. {shown_name(self._items[part.evidence_id])}", icon="image")
            for at, part in enumerate(plan.parts, 1)
        ])  # fmt: skip
        self.seams.cells.show_cells([
            Cell(f"{at} – {at + 1}  {seam_word(seam)}", ink=SEAM_TOKENS[seam.state], weight=500)
            for at, seam in enumerate(plan.seams, 1)
        ])  # fmt: skip
        self._state.setText(plan_sentence(plan))
        if anew:
            unsure = [at for at, seam in enumerate(plan.seams) if seam.state is not SeamState.SURE]
            self.strip.choose(unsure[0] if unsure else 0)
            self.seams.choose(self.strip.current())
        self._describe_seam()
        self._show_limit()
        self._show_usable()

    def _show_limit(self) -> None:
        plan = self._plan
        too_long = plan is not None and not plan.fits()
        if plan is not None and too_long:
            width, height = plan.size()
            self.banner.set_text(
                tr("Too long for one picture"),
                tr("It would be %1 million pixels, 50 fit. Make two of it, or leave some out.",
                   written.count(width * height // 1_000_000)),
            )  # fmt: skip
            self._halve.setVisible(all(half.fits() for half in plan.halves()))
        self.banner.setVisible(too_long)

    def _describe_seam(self) -> None:
        at = self.strip.current()
        seams = self._plan.seams if self._plan is not None else ()
        seam = seams[at] if at < len(seams) else None
        self._about.setText(seam_sentence(seam) if seam is not None else "")
        self._other.setVisible(seam is not None and bool(seam.others))
        self._under.setEnabled(seam is not None and seam.rows > 0)

    def _image_there(self, evidence_id: int, image: QImage) -> None:
        self._images[evidence_id] = image
        if self._plan is not None:
            self.show_plan(self._plan)

    # By hand

    @Slot(int, int)
    def _wish(self, index: int, row: int) -> None:
        if self._plan is None or self.work.busy:
            return
        # The lower picture goes along: further down, less of it lies over the upper one.
        top = sum(bottom - top for top, bottom in self._plan.spans()[: index + 1])
        seam = self._plan.seams[index]
        self._set_rows(index, seam.rows - (row - top))

    @Slot(int, int, bool)
    def _step(self, index: int, by: int, far: bool) -> None:
        if self._plan is not None and not self.work.busy:
            self._set_rows(index, self._plan.seams[index].rows - by * (_FAR if far else 1))

    @Slot(int)
    def _clear(self, index: int) -> None:
        if self._plan is not None and not self.work.busy and index < len(self._plan.seams):
            self._set_rows(index, 0)

    @Slot()
    def _take_other(self) -> None:
        at = self.strip.current()
        if self._plan is None or at >= len(self._plan.seams):
            return
        seam = self._plan.seams[at]
        places = sorted({seam.rows, *seam.others}, reverse=True)
        self._set_rows(at, places[(places.index(seam.rows) + 1) % len(places)])

    def _set_rows(self, index: int, rows: int) -> None:
        if self._plan is not None:
            self.show_plan(self._plan.with_rows(index, rows))

    @Slot(QModelIndex)
    def _seam_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.strip.choose(index.row())

    @Slot(int)
    def _line_chosen(self, index: int) -> None:
        self.seams.choose(index)
        self._describe_seam()

    @Slot(int, int)
    def _move_part(self, row: int, to: int) -> None:
        if self._plan is None or self.work.busy:
            return
        ids = [part.evidence_id for part in self._plan.parts]
        ids.insert(to, ids.pop(row))
        self.propose(ids, keep_order=True)
        self.parts.choose(to)

    @Slot(int)
    def _leave_out(self, row: int) -> None:
        if self._plan is None or self.work.busy or len(self._plan.parts) <= 2:
            return
        ids = [part.evidence_id for at, part in enumerate(self._plan.parts) if at != row]
        self.propose(ids, keep_order=True)

    def _next_pane(self, by: int) -> None:
        panes: list[QWidget] = [self.parts, self.seams, self.strip]
        at = next((place for place, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Taking

    def join(self, *, then_cut: bool) -> None:
        """Make the picture and keep it."""
        plan = self._plan
        if plan is None or self.work.busy or not plan.fits():
            return
        self._state.setText(tr("Joining…"))
        caption = self._caption(plan)
        self.work.run(
            lambda progress, cancelled: self._service.join(plan, caption=caption, cancelled=cancelled),
            lambda added: self._done([added], then_cut=then_cut),
            self._failed,
            keeps=True,
        )

    @Slot()
    def _join_halves(self) -> None:
        plan = self._plan
        if plan is None or self.work.busy:
            return
        self._state.setText(tr("Joining…"))
        captions = [f"{self._caption(plan)} {at}/2" for at in (1, 2)]
        service = self._service
        self.work.run(
            lambda progress, cancelled: [
                service.join(half, caption=caption, cancelled=cancelled)
                for half, caption in zip(plan.halves(), captions, strict=True)
            ],
            lambda added: self._done(added, then_cut=False),
            self._failed,
            keeps=True,
        )

    def _caption(self, plan: JoinPlan) -> str:
        said = {item.caption for item in self._items.values() if item.caption}
        return one_line(said.pop()) if len(said) == 1 else tr("Chat, %n screenshot joined", n=len(plan.parts))

    def _done(self, added: Sequence[AddedEvidence], *, then_cut: bool) -> None:
        self.joined.emit(added[0], then_cut)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, AftercaseError | OSError):
            self.work.unexpected.emit(error)
        words = sentence(error)
        self.banner.set_text(words.what, words.next)
        self._halve.hide()
        self.banner.show()
        self._state.setText(plan_sentence(self._plan) if self._plan is not None else "")

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if self.work.busy and self._plan is None and total:
            self._state.setText(tr("Looking for overlaps: %1 of %2", done, total))

    def _show_usable(self) -> None:
        usable = self._plan is not None and not self.work.busy and self._plan.fits()
        self.take.setEnabled(usable)
        self.take_cut.setEnabled(usable)

    def done(self, result: int) -> None:
        self.work.stop()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)
