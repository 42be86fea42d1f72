"""The Packet page: joins the exhibits, the preview and the options of one case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.packet_results import PacketPreview
from models.rules.packet_parts import Language
from ui import format as shown
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import language, translator
from ui.messages import show_error
from ui.packets.closing import Closing
from ui.packets.options.case_loading import CaseLoading
from ui.packets.options.case_writing import CaseWriting
from ui.packets.options.choosing import Choosing
from ui.packets.options.giving_out import GivingOut
from ui.packets.options.made_doings import MadeDoings
from ui.packets.options.receivers import Receivers
from ui.packets.packet_checks import checks_of
from ui.packets.packet_layout import PacketLayout
from ui.packets.packet_state import PacketState, PacketWish
from ui.page import Crumb, Scene, Target
from ui.widgets.held_dialog import HeldDialog

Kept = TypeVar("Kept")
tr = translator("packets")


class PacketsPage(PacketLayout):
    """`open(Target("packets", case))` shows the packet of a case, by its id or number.

    `state` is the case as read last, `preview` the packet as built last; controllers of their own read, write and
    hand out: `loading`, `writing`, `giving`.
    """

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.state: PacketState | None = None
        self.preview: PacketPreview | None = None
        self._fitted_to = ""
        self.side: Language = "zh" if language() == "zh" else "en"
        self.loading = CaseLoading(self)
        self.writing = CaseWriting(self)
        self.giving = GivingOut(self)
        self.closing = Closing(self)
        self.choosing = Choosing(self)
        self.presets = Receivers(self)
        self.made = MadeDoings(self)
        self._connect()
        self.loading.show_nothing("")

    def _connect(self) -> None:
        self.model.order_wanted.connect(self.writing.order)
        self.model.proves_wanted.connect(self.writing.write_proves)
        self.model.last_kept.connect(lambda: self.said.emit(tr("A packet keeps at least one exhibit.")))
        self.exhibits.list.shown_wanted.connect(self._show_exhibit)
        self.exhibits.list.evidence_wanted.connect(self.look_at)
        self.exhibits.list.paged.connect(self.view.turn)
        self.exhibits.list.zoom_wanted.connect(self.view.zoom)
        self.exhibits.list.left.connect(self._leave)
        self.options.made.list.left.connect(self.exhibits.list.setFocus)
        self.exhibits.said.connect(self.said)
        self.exhibits.list.selection_changed.connect(self.commands_changed)
        self.exhibits.list.editing_changed.connect(self.hints_changed)
        self.view.exhibit_wanted.connect(self.exhibits.list.show_evidence)
        self.exhibits.more_wanted.connect(lambda: self.look_at(0))
        self.view.again_wanted.connect(lambda: self.ask(at_once=True))
        self.builder.built.connect(self._take_preview)
        self.builder.failed.connect(self.view.show_failure)
        self.builder.busy_changed.connect(self._tell_busy)

    # The frame around it

    def path(self) -> Sequence[Crumb]:
        if self.state is None:
            return ()
        number = self.state.page.case.number
        return (Crumb(number, Target("cases", number)),)

    def counts(self) -> str:
        if self.state is None or self.preview is None:
            return ""
        items = tr("%n exhibit(s)", n=len(self.preview.exhibits))
        # What does not fit is not made: the bytes are those of what little there is.
        size = [] if self.preview.refusals else [shown.size(self.preview.size)]
        return " · ".join((items, tr("%n page(s)", n=self.preview.pages), *size))

    def hints(self) -> str:
        if self.state is None:
            return ""
        if self.exhibits.list.editing():
            return tr("Ctrl+Enter keeps what it proves · Enter begins a line · Esc goes back")
        return tr("Alt+↑↓ order · Space in or out · Enter how it is shown · F2 what it proves · PgUp/PgDn pages")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        mine = {"save": self.save, "print": self.print_out, "seal_packet": self.closing.ask}
        return {**mine, **self.exhibits.commands(), **self.made.commands()}

    def can(self, command: str) -> bool:
        if command in self.made.commands():
            return self.made.chosen() is not None
        if command == "seal_packet":
            return self.state is not None
        return self.exhibits.can(command) if command in self.exhibits.commands() else not self.giving.why_not()

    def may_leave(self) -> bool:
        self.exhibits.settle()
        self.options.settle()
        return True

    def scenes(self) -> Sequence[Scene]:
        from ui.packets.packet_scenes import packet_scenes

        return packet_scenes(self)

    # Which case

    def open(self, target: Target) -> None:
        """Show a case by its id or number; without one, what was shown stays."""
        if target.id:
            self.loading.open(int(target.id) if target.id.isascii() and target.id.isdecimal() else target.id)

    def refresh(self, changes: object) -> None:
        self.loading.refresh(changes)

    def minute(self) -> None:
        if self.state is not None:
            self.head.show_case(self.state.page, self.ctx.clock.now())
            self.choosing.show_date()
            self.show_checks()

    # What is chosen

    def changed(self) -> None:
        """Something chosen here: checks at once, the preview a moment later."""
        if self.state is None:
            return
        self.handing.forget()
        self.options.foot.show_done("")
        self.choosing.show_counts()
        self.ask()
        self.show_checks()

    # The preview

    def wish(self) -> PacketWish:
        """What the packet is built from now."""
        if self.state is None:
            raise ValueError("no case is shown")
        return PacketWish(self.state.page.case.id, self.plans.plan, tuple(self.model.included_ids()))

    def ask(self, *, at_once: bool = False) -> None:
        """Have the preview built anew."""
        if self.state is not None:
            wish = self.wish()
            if self._fitted_to not in ("", wish.plan.preset):
                # What another receiver refused is not known of this one yet.
                self._fitted_to = ""
                self.view.drop_refusals()
                self.options.meters.show_none()
            self.builder.ask(wish, at_once=at_once)

    def _take_preview(self, wish: PacketWish, preview: PacketPreview) -> None:
        if self.state is None or wish != self.wish():
            return
        self.preview = preview
        self._fitted_to = wish.plan.preset
        self.show_preview()
        self.giving.go_on()

    def show_preview(self) -> None:
        """The packet as built last, with its figures and checks."""
        if self.preview is not None:
            self.view.show_preview(self.preview, self.plans.plan.paper, self.model.slots)
            self.options.meters.show_fit(self.preview.meters, self.preview.refusals)
            self.options.leaving.show_leaving(self.preview.leaving)
        self.show_checks()
        self.hints_changed.emit()

    def show_checks(self) -> None:
        """What is well and what is not, and whether the packet may go out."""
        checks = checks_of(self.model.exhibits(), self.preview, self.choosing.facing())
        self.options.checks.show_checks(checks)
        self.giving.allow()

    def _tell_busy(self, busy: bool) -> None:
        self.view.show_news(tr("Being made anew…") if busy and self.state is not None else "")

    def _show_exhibit(self, evidence_id: int) -> None:
        if self.preview is not None:
            for placed in self.preview.exhibits:
                if placed.evidence_id == evidence_id:
                    self.view.show_page(placed.page - 1)

    # Handing out

    @Slot()
    def save(self) -> None:
        """Ctrl+S: choose the file, then write it."""
        self.giving.save()

    def save_to(self, path: Path) -> None:
        """Write the packet to a file and note it."""
        self.giving.save_to(path)

    @Slot()
    def print_out(self) -> None:
        """Ctrl+P: choose the printer, then print."""
        self.giving.print_out()

    def tell_error(self, error: BaseException) -> None:
        """Say what went wrong."""
        show_error(error, self)

    def fail(self, error: BaseException) -> None:
        """Say what went wrong and show the case as it is."""
        if not self.closing.takes(error):
            self.tell_error(error)
        self.loading.load_again()

    def keep_held(
        self, dialog: HeldDialog, work: Callable[[], Kept], then: Callable[[Kept], object] = lambda kept: None
    ) -> None:
        """Write what a dialog asked for; it closes once that is kept, and stays as typed if it cannot be."""
        run_held(self.background, self.ctx.jobs.write(work), dialog, self, then)

    # Going elsewhere

    def show_row(self, evidence_id: int) -> None:
        """Show an exhibit in the list and where it stands in the packet."""
        if not self.exhibits.isVisibleTo(self):
            self._swap_options()
        self.exhibits.list.show_evidence(evidence_id)
        self._show_exhibit(evidence_id)

    def show_options(self) -> None:
        """Show the right side, where a narrow window has put it away."""
        if not self.options.isVisibleTo(self):
            self._swap_options()

    def look_at(self, evidence_id: int) -> None:
        """Show a piece of evidence on its page; 0: all of the case."""
        if self.state is not None:
            part = str(evidence_id) if evidence_id else ""
            self.navigate.emit(Target("evidence", str(self.state.page.case.id), part))

    def _leave(self) -> None:
        if self.state is not None:
            self.navigate.emit(Target("cases", self.state.page.case.number))
