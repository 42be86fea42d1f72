"""The Packet page: joins the exhibits, the preview and the options of one case."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services.packet_results import MadePacket, PacketPreview
from models.clock import zone
from models.rules.packet_parts import Language
from ui import format as shown
from ui.background import Background
from ui.i18n import language, translator
from ui.messages import show_error
from ui.packets.choosers import choose_file, choose_printer
from ui.packets.packet_checks import checks_of, pictures_in
from ui.packets.packet_layout import PacketLayout
from ui.packets.packet_state import PacketState, PacketWish, as_preview, fullest_case, read_state
from ui.page import Crumb, Scene, Target
from ui.plain import one_line

tr = translator("packets")
_FOLDER = "packet.folder"
_EXHIBITS_WIDTH, _OPTIONS_WIDTH = 372, 344


class PacketsPage(PacketLayout):
    """`open(Target("packets", case))` shows the packet of a case, by its id or number."""

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self._state: PacketState | None = None
        self._preview: PacketPreview | None = None
        self._language: Language = "zh" if language() == "zh" else "en"
        self._asked = 0
        self._writing = 0
        self._skipped = False
        self._saved_to: Path | None = None
        self._connect()
        self._show_nothing("")

    def _connect(self) -> None:
        self.model.order_wanted.connect(self._order)
        self.model.proves_wanted.connect(self._write_proves)
        self.model.last_kept.connect(lambda: self.said.emit(tr("A packet keeps at least one exhibit.")))
        self.exhibits.list.shown_wanted.connect(self._show_exhibit)
        self.exhibits.list.evidence_wanted.connect(self._look_at)
        self.exhibits.list.paged.connect(self.view.turn)
        self.exhibits.list.left.connect(self._leave)
        self.exhibits.more_wanted.connect(lambda: self._look_at(0))
        self.view.again_wanted.connect(lambda: self._ask(at_once=True))
        self.builder.built.connect(self._take_preview)
        self.builder.failed.connect(self.view.show_failure)
        self.builder.busy_changed.connect(self._tell_busy)
        self.options.language_chosen.connect(self._choose_language)
        self.options.internal_chosen.connect(lambda _: self._changed())
        self.options.weights_chosen.connect(self._keep_weights)
        self.options.summary_written.connect(self._write_summary)
        self.options.draft_wanted.connect(lambda: self._keep_summary(None))
        self.options.save_wanted.connect(self.save)
        self.options.print_wanted.connect(self.print_out)
        self.options.folder_wanted.connect(self._show_folder)
        self.options.hash_wanted.connect(self._copy_hash)
        self.handing.made.connect(self._take_made)
        self.handing.saved.connect(self._tell_saved)
        self.handing.printed.connect(self._tell_printed)
        self.handing.failed.connect(self._fail)
        self.handing.working.connect(self._tell_working)

    # The frame around it

    def path(self) -> Sequence[Crumb]:
        if self._state is None:
            return ()
        number = self._state.page.case.number
        return (Crumb(number, Target("cases", number)),)

    def counts(self) -> str:
        if self._state is None or self._preview is None:
            return ""
        items = tr("%n exhibit(s)", n=len(self._preview.exhibits))
        return " · ".join((items, tr("%n page(s)", n=self._preview.pages), shown.size(self._preview.size)))

    def hints(self) -> str:
        if self._state is None:
            return ""
        return tr("Alt+↑↓ order · Space in or out · F2 what it proves · PgUp/PgDn pages")

    def commands(self) -> Mapping[str, Callable[[], object]]:
        return {"save": self.save, "print": self.print_out}

    def can(self, command: str) -> bool:
        return not self._why_not()

    def may_leave(self) -> bool:
        self.options.summary.settle()
        return True

    def scenes(self) -> Sequence[Scene]:
        return (Scene("none", lambda: None), Scene("", self._full_scene))

    def _full_scene(self) -> None:
        case_id = fullest_case(self.ctx)
        if case_id is not None:
            self.open(Target("packets", str(case_id)))

    # Which case

    def open(self, target: Target) -> None:
        """Show a case by its id or number; without one, what was shown stays."""
        if not target.id:
            return
        case: int | str = int(target.id) if target.id.isascii() and target.id.isdecimal() else target.id
        if self._state is None or case not in (self._state.page.case.id, self._state.page.case.number):
            self._show_nothing("…")
            self.options.internal.setChecked(False)
            self._load(case, at_once=True)
        else:
            self._load(self._state.page.case.id)

    def refresh(self, changes: object) -> None:
        if self._state is None:
            return
        case_id = self._state.page.case.id
        if isinstance(changes, ChangeSet):
            if changes.cases and case_id not in changes.cases:
                return
            if changes.tables == {"packet"}:
                # Made just now: the file shown is the one that was made.
                self._load(case_id, rebuild=False)
                return
        self._load(case_id)

    def minute(self) -> None:
        if self._state is not None:
            self.head.show_case(self._state.page, self.ctx.clock.now())

    def _load(self, case: int | str, *, at_once: bool = False, rebuild: bool = True) -> None:
        self._asked += 1
        number, ctx, lang = self._asked, self.ctx, self._language
        self.background.run(
            ctx.jobs.read(lambda: read_state(ctx, case, lang)),
            lambda state: self._take_state(number, state, at_once=at_once, rebuild=rebuild),
            lambda error: self._not_loaded(number, error),
            receiver=self,
        )

    def _take_state(self, number: int, state: PacketState, *, at_once: bool, rebuild: bool) -> None:
        if number != self._asked:
            return
        self._state = state
        self._skipped = self._writing > 0
        if not self._skipped:
            self.model.set_evidence(state.page.evidence)
        self.exhibits.show_state(state)
        self.options.show_summary(state.summary, written=state.written)
        self.options.show_notes(state.internal_notes, included=self.options.internal.isChecked())
        self.options.show_weights(weighed=state.weighed, included=state.weights)
        self.options.show_made(state.packets, self.ctx.clock.now(), zone(state.page.shop.time_zone))
        self.options.language.set_value(self._language)
        self.head.show_case(state.page, self.ctx.clock.now())
        self.show_packet()
        if not self.exhibits.list.currentIndex().isValid():
            self.exhibits.list.choose_row(0)
            self.exhibits.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if rebuild:
            self.handing.forget()
            self.options.show_done("")
            self._ask(at_once=at_once)
        self._show_checks()
        self.header_changed.emit()
        self.hints_changed.emit()

    def _not_loaded(self, number: int, error: BaseException) -> None:
        if number == self._asked:
            self._show_nothing("")
            show_error(error, self)

    def _show_nothing(self, words: str) -> None:
        """No case: what the page is for, and where to begin; `words` stand there while one is being read."""
        self._state = None
        self._preview = None
        self.builder.drop()
        self.handing.forget()
        self.view.clear()
        self.options.show_no_figures()
        self.options.show_done("")
        self.model.set_evidence(())
        self.head.show_case(None, self.ctx.clock.now())
        self.show_empty(words)
        self.commands_changed.emit()

    # What is written

    def _order(self, ids: list[int]) -> None:
        if self._state is not None:
            case_id, evidence = self._state.page.case.id, self.ctx.evidence
            self._write(lambda: evidence.order_exhibits(case_id, ids))
            self._changed()

    def _write_proves(self, evidence_id: int, text: str) -> None:
        evidence = self.ctx.evidence
        self._write(lambda: evidence.set_proves(evidence_id, text))
        self._changed()

    def _write_summary(self, text: str) -> None:
        if self._state is not None and text != self._state.summary:
            self._keep_summary(text)

    def _keep_summary(self, text: str | None) -> None:
        if self._state is None:
            return
        case_id, packets, lang = self._state.page.case.id, self.ctx.packets, self._language
        # Nobody is told of a summary: it is read again here.
        self._skipped = True
        self._write(lambda: packets.keep_summary(case_id, lang, text))

    def _write(self, work: Callable[[], object]) -> None:
        """While something is being written, what was read before it is not shown any more."""
        self._writing += 1
        self.background.run(self.ctx.jobs.write(work), lambda _: self._written(), self._not_written, receiver=self)

    def _written(self) -> None:
        self._writing -= 1
        if not self._writing and self._skipped and self._state is not None:
            self._load(self._state.page.case.id)

    def _not_written(self, error: BaseException) -> None:
        self._writing -= 1
        self._fail(error)

    def _choose_language(self, value: str) -> None:
        self.options.summary.settle()
        self._language = "zh" if value == "zh" else "en"
        if self._state is not None:
            self._load(self._state.page.case.id, at_once=True)

    def _changed(self) -> None:
        """Something chosen here: checks at once, the preview a moment later."""
        if self._state is None:
            return
        self.handing.forget()
        self.options.show_done("")
        self.options.show_notes(self._state.internal_notes, included=self.options.internal.isChecked())
        self._ask()
        self._show_checks()

    def _keep_weights(self, wanted: bool) -> None:
        if self._state is not None:
            case_id = self._state.page.case.id
            work = self.ctx.jobs.write(lambda: self.ctx.packets.keep_weights(case_id, wanted))
            self.background.run(work, lambda _: self._changed(), receiver=self)

    # The preview

    def wish(self) -> PacketWish:
        """What the packet is built from now."""
        if self._state is None:
            raise ValueError("no case is shown")
        return PacketWish(
            self._state.page.case.id, self._language, tuple(self.model.included_ids()), None,
            self.options.internal.isChecked(), self.options.weights.isChecked(),
        )  # fmt: skip

    def _ask(self, *, at_once: bool = False) -> None:
        if self._state is not None:
            self.builder.ask(self.wish(), at_once=at_once)

    def _take_preview(self, wish: PacketWish, preview: PacketPreview) -> None:
        if self._state is None or wish != self.wish():
            return
        self._preview = preview
        self._show_preview()

    def _show_preview(self) -> None:
        if self._preview is not None:
            self.view.show_preview(self._preview)
            exhibits = self.model.exhibits()
            self.options.show_figures(self._preview.size, self._preview.pages, pictures_in(exhibits, self._preview))
        self._show_checks()
        self.hints_changed.emit()

    def _show_checks(self) -> None:
        self.options.show_checks(checks_of(self.model.exhibits(), self._preview))
        self._allow()

    def _tell_busy(self, busy: bool) -> None:
        self.view.show_news(tr("Being made anew…") if busy and self._state is not None else "")

    def _show_exhibit(self, evidence_id: int) -> None:
        if self._preview is not None:
            for placed in self._preview.exhibits:
                if placed.evidence_id == evidence_id:
                    self.view.show_page(placed.page - 1)

    # Handing out

    def _why_not(self) -> str:
        """Why the packet cannot be handed out now; empty when it can."""
        if self._state is None:
            return tr("No case is chosen")
        if self.handing.busy:
            return tr("It is being made")
        if self._preview is None:
            return tr("The preview is not there yet")
        if self._preview.kept_out:
            return tr("An exhibit is not as it was when imported")
        return ""

    def _allow(self) -> None:
        why = self._why_not()
        self.options.allow(not why, why)
        self.commands_changed.emit()

    @Slot()
    def save(self) -> None:
        """Ctrl+S: choose the file, then write it."""
        if self._preview is not None and not self._why_not():
            path = choose_file(self, str(self.ctx.settings.get(_FOLDER, "")), self._preview.number)
            if path is not None:
                self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the packet to a file and note it."""
        if not self._why_not():
            self.options.summary.settle()
            self.options.show_done("")
            self.handing.save(self.wish(), path)

    @Slot()
    def print_out(self) -> None:
        """Ctrl+P: choose the printer, then print."""
        if self._preview is not None and not self._why_not():
            choose_printer(self, self._preview.pages, self._preview.number, self.print_to)

    def print_to(self, printer: QPrinter) -> None:
        """Print the pages of the packet's PDF and note it."""
        if not self._why_not():
            self.options.show_done("")
            self.handing.print_out(self.wish(), printer)

    def _take_made(self, wish: PacketWish, made: MadePacket) -> None:
        """What was made is what is shown from now on."""
        if self._state is not None and self._preview is not None and wish.case_id == self._state.page.case.id:
            if wish == self.wish():
                # A preview of the same that is still under way would carry the number of the packet after this one.
                self.builder.drop()
            self._preview = as_preview(made, self._preview)
            self._show_preview()

    def _tell_saved(self, made: MadePacket, path: Path) -> None:
        self._saved_to = path
        self.ctx.settings.set(_FOLDER, str(path.parent))
        facts = " · ".join((tr("%n page(s)", n=made.packet.pages), shown.size(made.packet.size)))
        self.options.show_done(tr("Saved as %1", one_line(path.name)), facts)

    def _tell_printed(self, made: MadePacket) -> None:
        self.options.show_done(tr("%1 was sent to the printer", made.packet.number), folder=False)

    def _tell_working(self, work: object) -> None:
        self.working.emit(work)
        self._allow()

    def _fail(self, error: BaseException) -> None:
        show_error(error, self)
        if self._state is not None:
            self._load(self._state.page.case.id)

    def _show_folder(self) -> None:
        if self._saved_to is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to.parent)))

    def _copy_hash(self, sha256: str) -> None:
        QGuiApplication.clipboard().setText(sha256)
        self.said.emit(tr("SHA-256 copied"))

    # Going elsewhere

    def _look_at(self, evidence_id: int) -> None:
        if self._state is not None:
            part = str(evidence_id) if evidence_id else ""
            self.navigate.emit(Target("evidence", str(self._state.page.case.id), part))

    def _leave(self) -> None:
        if self._state is not None:
            self.navigate.emit(Target("cases", self._state.page.case.number))
