"""Seen before, on the Evidence page: the banner of the pane, what an intake brought, and looking side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from models.likeness_records import SeenBefore, Sighting
from ui.evidence.gallery.tile_marks import TileMarks
from ui.evidence.seen_banner import SeenBanner, sighting_words
from ui.i18n import translator
from ui.messages import show_error
from ui.page import Target

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("likeness")
_TOGETHER, _NAMED = 10, 50


class DeskSeen(QObject):
    """Asks where the picture in front was seen before, and says after an intake which of the new ones were."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turn = 0
        self._fresh: list[int] = []
        self._looking = False
        self._new: list[int] = []
        for pane in (desk.pane, desk.viewer.pane):
            pane.shown.connect(partial(self._ask, pane.seen))
            pane.seen.compare_wanted.connect(partial(self._compare, pane.seen))
            pane.seen.case_wanted.connect(self._open)
            pane.seen.not_same.connect(partial(self._dismiss, pane.seen))
            pane.seen.again_wanted.connect(partial(self._again, pane.seen))
        desk.work.added.connect(self._added)
        TileMarks(desk, desk.browser.seen_marks(), lambda ids: desk.ctx.likeness.counts(ids))

    def _ask(self, banner: SeenBanner, evidence_id: int) -> None:
        seen = banner.seen()
        if seen is not None and seen.evidence_id != evidence_id:
            banner.show_seen(None)
        if not evidence_id:
            return
        desk = self._desk
        service = desk.ctx.likeness

        def show(found: SeenBefore) -> None:
            pane = banner.property("pane_item")
            if pane == found.evidence_id:
                banner.show_seen(found)

        banner.setProperty("pane_item", evidence_id)
        future = desk.ctx.jobs.read(lambda: service.seen_before(evidence_id))
        desk.background.run(future, show, receiver=banner, quiet=True)

    # After an intake

    @Slot(object)
    def _added(self, report: object) -> None:
        kept = [one.evidence_id for one in getattr(report, "kept", ()) if one.evidence_id is not None]
        if kept:
            self._fresh += kept
            self._new = [*self._new, *kept] if self._looking else kept
            self._look()

    def _look(self) -> None:
        """A few at a time, so that thumbnails and later imports have their turn between."""
        if self._looking or not self._fresh:
            return
        self._looking = True
        part, self._fresh = self._fresh[:_TOGETHER], self._fresh[_TOGETHER:]
        desk = self._desk
        service = desk.ctx.likeness
        desk.background.run(
            desk.ctx.jobs.io(lambda: service.look_at(part)), self._looked, self._failed, receiver=self, quiet=True
        )

    def _looked(self, _done: int) -> None:
        self._looking = False
        if self._fresh:
            self._look()
            return
        desk, new = self._desk, self._new[:_NAMED]
        service = desk.ctx.likeness

        def read() -> tuple[Mapping[int, int], Sequence[SeenBefore]]:
            counts = service.counts(self._new)
            return counts, [service.seen_before(one) for one in new if one in counts]

        desk.background.run(desk.ctx.jobs.read(read), self._tell, self._failed, receiver=self, quiet=True)

    def _failed(self, error: BaseException) -> None:
        """Nobody asked for it; the idle check tries again."""
        self._looking = False

    def _tell(self, found: tuple[Mapping[int, int], Sequence[SeenBefore]]) -> None:
        counts, seen = found
        if not counts:
            return
        cases = list(dict.fromkeys(one.case_number for each in seen for one in each.elsewhere))
        named = tr(", ").join(cases[:3]) + ("…" if len(cases) > 3 else "")
        lines = [tr(": ").join(filter(None, sighting_words(each.caption, each.elsewhere[0]))) for each in seen]
        self._desk.browser.strip.also(tr("%n of these were seen before: %1", named, n=len(counts)), lines)
        # The pane may already have said that there is nothing.
        for pane in (self._desk.pane, self._desk.viewer.pane):
            item = pane.evidence()
            if item is not None:
                self._ask(pane.seen, item.id)

    # Doing

    def _compare(self, banner: SeenBanner, one: Sighting) -> None:
        seen, compare = banner.seen(), getattr(self._desk, "compare", None)
        if seen is None:
            return
        if compare is None:
            self._open(one)
        else:
            compare([seen.evidence_id, one.evidence_id])

    def _open(self, one: Sighting) -> None:
        self._desk.navigate.emit(Target("evidence", one.case_number, str(one.evidence_id)))

    def _dismiss(self, banner: SeenBanner, one: Sighting) -> None:
        seen = banner.seen()
        if seen is not None:
            service, mine = self._desk.ctx.likeness, seen.evidence_id
            self._write(banner, mine, lambda: service.dismiss(mine, one.evidence_id))

    def _again(self, banner: SeenBanner) -> None:
        seen = banner.seen()
        if seen is not None:
            service, mine = self._desk.ctx.likeness, seen.evidence_id
            self._write(banner, mine, lambda: service.take_back(mine))

    def _write(self, banner: SeenBanner, evidence_id: int, work: object) -> None:
        desk = self._desk
        done = desk.ctx.jobs.write(work)
        failed = partial(show_error, parent=desk)
        desk.background.run(done, lambda _: self._ask(banner, evidence_id), failed, receiver=banner)
