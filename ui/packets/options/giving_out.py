"""Saving and printing from the packet page: why not, what leaves, where to, and what is said afterwards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop.packets.values import SealWish
from desktop.services.packet_results import MadePacket
from models.kinds import PacketForm
from models.records import Packet
from ui import format as shown
from ui.fit_words import meter_name
from ui.i18n import translator
from ui.messages import MessageDialog
from ui.packets.handing_out import choose_out
from ui.packets.options.leaving import kinds_line, read_leaving, warned_leaving
from ui.packets.packet_paper import PacketPaper
from ui.packets.packet_state import PacketWish, as_preview, whole_size
from ui.plain import one_line

if TYPE_CHECKING:
    from ui.packets.packets_page import PacketsPage

tr = translator("packet_options")
_FOLDER = "packet.folder"


class GivingOut(QObject):
    """Joins the buttons below the options with `HandingOut`, which does the work. `seal`: how the next is closed."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        self.paper = PacketPaper(page)
        self.seal: SealWish | None = None
        self._saved_to: Path | None = None
        self._sha256 = ""
        self._then: Callable[[], object] | None = None
        self._agreed: set[tuple[int, frozenset[tuple[str, str, int]]]] = set()
        foot = page.options.foot
        foot.save_wanted.connect(self.save)
        foot.print_wanted.connect(self.print_out)
        foot.folder_wanted.connect(self._show_folder)
        foot.hash_wanted.connect(lambda: self.copy_hash(self._sha256))
        page.builder.failed.connect(lambda _: self.give_up())
        page.handing.made.connect(self._take_made)
        page.handing.saved.connect(lambda made, _: self._tell_saved(made))
        page.handing.printed.connect(self._tell_printed)
        page.handing.failed.connect(page.fail)
        page.handing.working.connect(self._tell_working)

    def why_not(self) -> str:
        """Why the packet cannot be handed out now; empty when it can."""
        page = self._page
        if page.state is None:
            return tr("No case is chosen")
        if page.handing.busy:
            return tr("It is being made")
        if page.choosing.preset is None:
            return tr("Choose for whom it is")
        if page.preview is None:
            return tr("The preview is not there yet")
        if page.preview.no_copy:
            return tr("The copy chosen for an exhibit is not there")
        if page.preview.kept_out:
            return tr("An exhibit is not as it was when imported")
        refused, over = page.options.meters.refusal(), page.options.meters.over()
        if refused:
            return refused
        if over is not None and over.limit is not None:
            return tr("%1 is over the limit by %2.", meter_name(over), f"{over.used - over.limit:,}")
        return ""

    def allow(self) -> None:
        """Let the buttons say whether the packet can go out."""
        why = self.why_not()
        self._page.options.foot.allow(not why, why)
        self._page.commands_changed.emit()

    # Only what is shown is handed out

    def _when_shown(self, then: Callable[[], object]) -> None:
        """Do it once the preview is of what is chosen: what was typed a moment ago counts, for what leaves as well."""
        self._page.options.settle()
        self._then = then
        self.go_on()

    def go_on(self) -> None:
        """The preview may be the newest now: do what waits for it."""
        page, then = self._page, self._then
        busy = page.builder.busy or page.writing.busy or page.loading.busy or page.plans.writing
        if then is None or busy:
            return
        self._then = None
        if page.preview is not None and not self.why_not():
            then()

    def give_up(self) -> None:
        """Nothing waits any more: another case, or a preview that failed."""
        self._then = None

    # Asked once for what leaves the shop

    def _agree(self, then: Callable[[], object]) -> None:
        page = self._page
        leaving = warned_leaving(page.preview.leaving) if page.preview is not None else ()
        # The shop's own letterhead is there to be read: it stands in the list, and is nothing to stop for.
        leaving = tuple(each for each in leaving if each.field != "letterhead")
        if page.state is None or not leaving:
            then()
            return
        found = (page.state.page.case.id, frozenset((str(each.kind), each.text, each.count) for each in leaving))
        if found in self._agreed:
            then()
            return
        dialog = MessageDialog(
            page, "triangle-alert", "due", tr("These leave the shop with the packet: %1", kinds_line(leaving)),
            tr("Look where they stand, hide what the receiver does not need, or hand it out as it is."),
        )  # fmt: skip
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.add_button("show", tr("Show"), primary=True)
        dialog.add_button("redact", tr("Redact"))
        dialog.add_button("anyway", tr("Hand it out anyway"))
        dialog.add_button("no", tr("Cancel"))

        def answered() -> None:
            if dialog.chosen == "anyway":
                self._agreed.add(found)
                then()
            elif dialog.chosen == "show":
                page.show_options()
                page.options.leaving.unfold()
                page.options.show_part(page.options.leaving)
            elif dialog.chosen == "redact":
                self._redact()

        dialog.accepted.connect(answered)
        dialog.open()

    def _redact(self) -> None:
        """Go to the first exhibit in which something stands; what stands in texts is changed there."""
        page = self._page
        leaving = read_leaving(page.preview.leaving) if page.preview is not None else ()
        exhibits = page.model.exhibits()
        place = next((each.exhibit for each in leaving if each.exhibit and each.exhibit <= len(exhibits)), 0)
        if place:
            page.look_at(exhibits[place - 1].id)
        elif leaving:
            page.choosing.show_place(leaving[0])

    # Saving and printing

    def save(self) -> None:
        """Ask for what leaves the shop, choose where to, then write it."""
        if self._page.preview is not None and not self.why_not():
            self._when_shown(lambda: self._agree(self._choose_and_save))

    def _choose_and_save(self) -> None:
        page = self._page
        if page.preview is None or self.why_not():
            return
        preset, files = page.choosing.preset, page.preview.files
        name = files[0].name if preset is not None and preset.name_most is not None and len(files) == 1 else ""
        # No PDF of it may be so large: all of them go into a folder with its number.
        split = page.choosing.form is PacketForm.PDF and len(files) > 1
        form, number = PacketForm.SLOTS if split else page.choosing.form, page.preview.number
        path = choose_out(page, self.folder(), number, form, name)
        if path is not None:
            self.save_to(path / f"{number}.pdf" if split else path)

    def save_to(self, path: Path) -> None:
        """Write the packet to a file, or its files to a folder, and note it."""
        if not self.why_not():
            self._page.options.settle()
            self._page.options.foot.show_done("")
            self._page.handing.save(self._page.wish(), path, self.seal)

    def print_out(self) -> None:
        """Ask for what leaves the shop, choose the printer, then print."""
        if self._page.preview is not None and not self.why_not():
            self._when_shown(lambda: self._agree(self._choose_and_print))

    def _choose_and_print(self) -> None:
        page = self._page
        if page.preview is not None and not self.why_not():
            page.options.foot.show_done("")
            self.paper.ask()

    def _take_made(self, wish: PacketWish, made: MadePacket) -> None:
        """What was made is what is shown from now on."""
        page = self._page
        if page.state is not None and page.preview is not None and wish.case_id == page.state.page.case.id:
            if wish == page.wish():
                # A preview of the same that is still under way would carry the number of the packet after this one.
                page.builder.drop()
            page.preview = as_preview(made, page.preview)
            page.show_preview()

    def _tell_saved(self, made: MadePacket) -> None:
        written = made.path
        self._saved_to = written if written.is_dir() else written.parent
        self._sha256 = made.packet.sha256
        self._page.ctx.settings.set(_FOLDER, str(written.parent))
        facts = [one_line(written.name), tr("%n page(s)", n=made.packet.pages), shown.size(whole_size(made.packet))]
        if len(made.packet.parts) > 1:
            facts.insert(1, tr("%n file(s)", n=len(made.packet.parts)))
        self._tell(tr("Saved as %1", made.packet.number), " · ".join(facts), sha256=made.packet.sha256)

    def _tell_printed(self, made: MadePacket) -> None:
        self._sha256 = made.packet.sha256
        text = tr("%1 was sent to the printer", made.packet.number)
        self._tell(text, sha256=made.packet.sha256, folder=False)

    def _tell(self, text: str, more: str = "", *, sha256: str, folder: bool = True) -> None:
        """Say it below the options; where a narrow window has put them away, over the page."""
        foot = self._page.options.foot
        foot.show_done(text, more, sha256=sha256, folder=folder)
        if not foot.isVisibleTo(self._page):
            self._page.said.emit(" · ".join(filter(None, (text, more))))

    def _tell_working(self, work: object) -> None:
        self._page.working.emit(work)
        self.allow()

    def _show_folder(self) -> None:
        if self._saved_to is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved_to)))

    def copy_hash(self, sha256: str) -> None:
        """Put a hash on the clipboard."""
        QGuiApplication.clipboard().setText(sha256)
        self._page.said.emit(tr("SHA-256 copied"))

    def folder(self) -> str:
        """Where the last packet went; empty before there was one."""
        return str(self._page.ctx.settings.get(_FOLDER, ""))

    def tell_again(self, packet: Packet, path: Path) -> None:
        """A packet that was made before was written once more."""
        self._saved_to, self._sha256 = (path if path.is_dir() else path.parent), packet.sha256
        self._page.ctx.settings.set(_FOLDER, str(path.parent))
        text = tr("%1 saved again, byte for byte", packet.number)
        self._tell(text, one_line(path.name), sha256=packet.sha256)
