"""Annotating and redacting in the viewer and in compare: joins tools, canvases, the side column and the copies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from models.errors import AftercaseError
from models.rules.annotations import LINE, MarkColour, Sheet, changed
from ui.background import Background
from ui.error_words import sentence
from ui.evidence.annotation.bar import AnnotationBar
from ui.evidence.annotation.canvas import CanvasLayer
from ui.evidence.annotation.copy import copy_format, legend_place
from ui.evidence.annotation.panel import AnnotationPanel
from ui.evidence.annotation.places import ToolPlaces
from ui.evidence.annotation.saving import CopiesMade, CopyWish, make_copies
from ui.evidence.annotation.session import Underway, part_of
from ui.evidence.annotation.tool import SELECT
from ui.evidence.compare.compare import Compare
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.viewing.stage import Stage
from ui.evidence.viewing.stage_head import StageHead
from ui.evidence.viewing.viewer import Viewer
from ui.i18n import translator
from ui.widgets.controls import Chip

tr = translator("annotations")


class Annotating(QObject):
    """One set of tools for all canvases; the active one is drawn on.

    `said` carries a toast, `opened` the id of evidence to show, `marked` a stage and how many marks lie over what it
    shows, `side_wanted` whether the side column is to be seen, `usable_changed` that copies may be possible or not.
    """

    said = Signal(str)
    opened = Signal(int)
    marked = Signal(object, int)
    side_wanted = Signal(bool)
    usable_changed = Signal()

    def __init__(self, ctx: Any, background: Background, zone: tzinfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self.thumbnails = ThumbnailSource(ctx, background, self)
        self.bar = AnnotationBar()
        self.panel = AnnotationPanel(ctx, zone, self.thumbnails)
        self._layers: dict[Stage, CanvasLayer] = {}
        self._places = ToolPlaces(self.bar, self.panel, self)
        self._kept: Underway = {}
        self._active: CanvasLayer | None = None
        self.word = SELECT
        self.colour = MarkColour.RED
        self.line = LINE
        self.legend = legend_place(ctx.settings.get("annotation_legend", "below"))
        self.format = copy_format(ctx.settings.get("annotation_copy", "png"))
        self._busy = False
        self._copies_of = 0
        self._side = False
        self.panel.show_choices(self.legend, self.format, self.line)
        bar, panel = self.bar, self.panel
        bar.word_wanted.connect(self.take)
        bar.colour_wanted.connect(self.choose_colour)
        bar.undo_wanted.connect(lambda: self._with_session("undo"))
        bar.redo_wanted.connect(lambda: self._with_session("redo"))
        bar.copy_wanted.connect(self.save_copy)
        bar.side_toggled.connect(self.show_side)
        panel.line_wanted.connect(self.choose_line)
        panel.legend_wanted.connect(self._choose_legend)
        panel.format_wanted.connect(self._choose_format)
        panel.redact_wanted.connect(lambda: self._make(marks=False))
        panel.drop_covers_wanted.connect(self._drop_covers)
        panel.clear_wanted.connect(self._clear)
        panel.copy_opened.connect(self.opened)
        panel.parts.wanted.connect(lambda: self._active.canvas.setFocus() if self._active is not None else None)
        self._show()

    # Canvases

    def attach_viewer(self, viewer: Viewer) -> None:
        """Put the tools, the side column and the mark of the layer into the viewer."""
        self._places.add_viewer(viewer)
        viewer.leave_guards.append(self.may_leave)
        self.side_wanted.connect(viewer.show_side)
        self.attach_head(self.attach(viewer.stage), viewer.head)

    def attach_compare(self, compare: Compare) -> None:
        """The same tools for the sides of a comparison; they act on the active one."""
        self._places.add_compare(compare)
        compare.leave_guards.append(self.may_leave)
        for pane in compare.panes:
            self.attach_head(self.attach(pane.stage), pane.head)
        compare.active_changed.connect(lambda: self.activate(compare.active_pane().stage))

    def attach_head(self, layer: CanvasLayer, head: StageHead) -> None:
        """Say in the line above a picture how many marks lie over it."""
        chip = Chip("", None, head)
        head.places.addWidget(chip)
        chip.hide()

        def show(stage: Stage, count: int) -> None:
            if stage is layer.stage:
                chip.set(tr("Layer %1", count), None)
                chip.setVisible(count > 0)

        self.marked.connect(show)

    def attach(self, stage: Stage) -> CanvasLayer:
        """Make a stage one that can be drawn on; the first is the active one."""
        layer = self._layers[stage] = CanvasLayer(self._ctx, self._background, stage, self._kept, self)
        layer.changed.connect(lambda: self._changed(layer))
        layer.keys.word_wanted.connect(lambda word: self._take_on(layer, word))
        layer.tool.full.connect(lambda: self.said.emit(tr("No more marks fit on this picture.")))
        layer.session.refused.connect(self._refused)
        layer.canvas.entered.connect(lambda: self.activate(stage))
        layer.canvas.shown.connect(lambda *_: self._came_to_front(stage))
        if self._active is None:
            self.activate(stage)
        return layer

    def activate(self, stage: Stage) -> None:
        """Draw on this stage from now on; the tool goes along."""
        layer = self._layers.get(stage)
        if layer is None or layer is self._active:
            return
        if self._active is not None:
            self._active.set_word(SELECT)
        self._active = layer
        layer.tool.colour, layer.tool.line = self.colour, self.line
        layer.set_word(self.word)
        if self._places.move_in(stage):
            self._copies_of = 0
        self._show()

    def _came_to_front(self, stage: Stage) -> None:
        """A picture is shown where nothing was: the tools follow if theirs is out of sight."""
        if self._active is not None and stage.isVisible() and not self._active.stage.isVisible():
            self.activate(stage)

    def active(self) -> CanvasLayer | None:
        """The canvas drawn on."""
        return self._active

    def may_leave(self) -> bool:
        """Whatever is drawn is kept and told; nothing keeps the picture from going away."""
        for layer in self._layers.values():
            layer.session.settle()
        return True

    def refresh(self, changes: Any) -> None:
        """Something was written: layers that Undo of the window moved are read anew, and so are the copies."""
        if changes is None or "annotation" in changes.tables:
            for layer in self._layers.values():
                layer.session.reload()
        if changes is None or "evidence" in changes.tables:
            self._copies_of = 0
            self._load_copies()

    def _changed(self, layer: CanvasLayer) -> None:
        sheet = layer.session.sheet
        self.marked.emit(layer.stage, len(sheet.marks) if sheet is not None else 0)
        if layer is self._active:
            self._show()

    # Tools

    @Slot(str)
    def take(self, word: str) -> None:
        """Take a tool in hand."""
        self.word = word
        if self._active is not None:
            self._active.set_word(word)
            self._active.canvas.setFocus()
        self.bar.show_word(word)
        if word != SELECT:
            self.show_side(True)

    def _take_on(self, layer: CanvasLayer, word: str) -> None:
        self.activate(layer.stage)
        self.take(word)

    @Slot(object)
    def choose_colour(self, colour: MarkColour) -> None:
        """The colour of what is drawn next, and of the chosen mark."""
        self.colour = colour
        self.bar.show_colour(colour)
        if self._active is not None:
            self._active.tool.colour = colour
        self._restyle(colour=colour)

    @Slot(float)
    def choose_line(self, width: float) -> None:
        """The width of what is drawn next, and of the chosen mark, as a share of the picture."""
        self.line = width
        if self._active is not None:
            self._active.tool.line = width
        self._restyle(width=width)

    def _restyle(self, **values: Any) -> None:
        session = self._active.session if self._active is not None else None
        if session is None or session.sheet is None or session.chosen is None or session.chosen[0] != "mark":
            return
        part = part_of(session.sheet, session.chosen)
        if part is not None:
            session.edit(changed(session.sheet, session.chosen[1], replace(part, **values)), session.chosen)

    @Slot(str)
    def _choose_legend(self, word: str) -> None:
        self.legend = legend_place(word)
        self._ctx.settings.set("annotation_legend", self.legend)

    @Slot(str)
    def _choose_format(self, word: str) -> None:
        self.format = copy_format(word)
        self._ctx.settings.set("annotation_copy", self.format)

    def _with_session(self, what: str) -> None:
        if self._active is not None:
            self._active.session.undo() if what == "undo" else self._active.session.redo()
            self._active.canvas.setFocus()

    @Slot(bool)
    def show_side(self, visible: bool) -> None:
        """Show the side column, or give its place back."""
        if visible != self._side:
            self._side = visible
            self.bar.show_side(visible)
            self.side_wanted.emit(visible)
            self._load_copies()

    def _drop_covers(self) -> None:
        session = self._active.session if self._active is not None else None
        if session is not None and session.sheet is not None:
            session.edit(replace(session.sheet, covers=()), None)

    def _clear(self) -> None:
        session = self._active.session if self._active is not None else None
        if session is not None and session.problem is not None:
            evidence_id, service = session.evidence_id, self._ctx.annotations
            self._run(self._ctx.jobs.write(lambda: service.clear(evidence_id)), lambda _: session.reload())

    # Showing

    def _show(self) -> None:
        layer = self._active
        session = layer.session if layer is not None else None
        problem = session.problem if session is not None else None
        damaged = None
        if problem is not None:
            words = sentence(problem)
            damaged = (words.what, words.next)
        self.panel.show_layer(layer, damaged, busy=self._busy)
        ready = session is not None and session.is_ready()
        undo = session is not None and session.stack.canUndo()
        redo = session is not None and session.stack.canRedo()
        self.bar.set_usable(ready, undo=undo, redo=redo, copy=self.can_copy())
        self._load_copies()
        self.usable_changed.emit()

    def _load_copies(self) -> None:
        session = self._active.session if self._active is not None else None
        evidence_id = session.evidence_id if session is not None else 0
        seen = self._side or (self._active is not None and self._places.in_compare(self._active.stage))
        if evidence_id == self._copies_of or not seen:
            return
        self._copies_of = evidence_id
        if not evidence_id:
            self.panel.show_copies(None, ())
            return
        ctx = self._ctx

        def show(found: Any) -> None:
            if self._copies_of == evidence_id:
                self.panel.show_copies(*found)

        future = ctx.jobs.read(lambda: (ctx.evidence.find_evidence(evidence_id), ctx.redactions.copies(evidence_id)))
        self._background.run(future, show, lambda _: self.panel.show_copies(None, ()), receiver=self, quiet=True)

    # Copies

    def can_copy(self) -> bool:
        """Whether there is something to make a copy of."""
        sheet = self._active.session.sheet if self._active is not None else None
        drawn = sheet is not None and (bool(sheet.covers) or any(not mark.hidden for mark in sheet.marks))
        return drawn and not self._busy

    @Slot()
    def save_copy(self) -> None:
        """Ctrl+S: boxes are burned in first, then the marks are painted on what is left."""
        self._make(marks=True)

    def _make(self, *, marks: bool) -> None:
        session = self._active.session if self._active is not None else None
        if session is None or session.sheet is None or self._busy:
            return
        if not self.can_copy():
            self.said.emit(tr("There is nothing on this picture to save as a copy."))
            return
        session.keep_now()
        sheet = session.sheet if marks else replace(session.sheet, marks=())
        wish = CopyWish(session.evidence_id, sheet, self.legend, self.format)
        self._busy = True
        self._show()
        future = self._ctx.jobs.io(lambda: make_copies(self._ctx, wish), keeps=True)
        self._run(future, lambda made: self._made(wish, made), self._made_none)

    def _made(self, wish: CopyWish, made: CopiesMade) -> None:
        self._busy = False
        if made.redacted:
            self._burned(wish.evidence_id, wish.sheet)
        if made.doubled:
            self.said.emit(tr("This copy is in the case already."))
        elif made.annotated and made.redacted:
            self.said.emit(tr("The redacted copy and the annotated one were saved. The original is unchanged."))
        elif made.redacted:
            self.said.emit(tr("The redacted copy was saved. The original is unchanged."))
        else:
            self.said.emit(tr("The annotated copy was saved. The original is unchanged."))
        self._copies_of = 0
        self._show()

    def _made_none(self, error: BaseException) -> None:
        self._busy = False
        self._show()
        self._refused(error)

    def _burned(self, evidence_id: int, sheet: Sheet) -> None:
        """What was burned in is no preview any more, here or in a picture left meanwhile."""
        for layer in self._layers.values():
            now = layer.session.sheet
            if layer.session.evidence_id == evidence_id and now is not None and now.place == sheet.place:
                left = tuple(cover for cover in now.covers if cover not in sheet.covers)
                layer.session.edit(replace(now, covers=left), None)
                return
        service = self._ctx.annotations
        page, at_ms, size = sheet.page, sheet.at_ms, (sheet.width, sheet.height)

        def drop() -> None:
            layer = service.load_layer(evidence_id)
            kept = layer.sheet(page, at_ms, size)
            service.save_layer(evidence_id, layer.with_sheet(replace(kept, covers=())))

        self._run(self._ctx.jobs.write(drop), lambda _: None)

    def _run(
        self, future: Any, done: Callable[[Any], object], failed: Callable[[BaseException], object] | None = None
    ) -> None:
        self._background.run(future, done, failed or self._refused, receiver=self)

    @Slot(object)
    def _refused(self, error: BaseException) -> None:
        if isinstance(error, AftercaseError):
            words = sentence(error)
            self.said.emit(f"{words.what} {words.next}".strip())
        else:
            self._background.failed.emit(error)
