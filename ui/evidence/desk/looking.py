"""Looking closer: the comparison, what is seen at the moment, and the way to what evidence was made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from models.kinds import MediaKind
from models.records import Evidence, EvidenceRow
from models.rules.compare_pair import MOST, in_order, partner_of
from ui.evidence.compare.compare import Compare
from ui.evidence.desk.closer import DeskCloser
from ui.evidence.labels import shown_name
from ui.evidence.viewing.metadata_pane import MetadataPane
from ui.evidence.viewing.picture_source import STEPPED_FORMATS, Moment
from ui.i18n import translator
from ui.page import Key, Scene, Target
from ui.plain import isolate, one_line

if TYPE_CHECKING:
    from ui.evidence.evidence_desk import EvidenceDesk

tr = translator("viewer")
Loaded = tuple[tuple[EvidenceRow | None, ...], tuple[EvidenceRow, ...]]
COMPARE_PART = "compare:"


class DeskLooking(QObject):
    """What the Evidence page does beside and around the viewer."""

    def __init__(self, desk: EvidenceDesk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._turn = 0
        self._from_viewer = False
        self._view: Compare | None = None
        self._narrow = False
        self.closer = closer = DeskCloser(desk, self)
        viewer = desk.viewer
        viewer.compare_wanted.connect(self.compare_chosen)
        viewer.outside_wanted.connect(closer.open_outside)
        viewer.still_wanted.connect(closer.keep_still)
        viewer.poster_wanted.connect(closer.set_poster)
        viewer.stage.found_broken.connect(closer.found_broken)
        for pane in (desk.pane, viewer.pane):
            pane.shown.connect(partial(self._find_kin, pane))
            pane.compare_wanted.connect(self.compare_chosen)
            pane.evidence_wanted.connect(self._go_to_evidence)
        desk.browser.compare_wanted.connect(self.compare_chosen)

    @property
    def view(self) -> Compare:
        """The comparison; made when it is first wanted."""
        if self._view is None:
            desk, closer = self._desk, self.closer
            view = self._view = Compare(desk.ctx, desk.background, desk.zone, desk.thumbnails, desk)
            desk.add_place(view)
            view.set_narrow(self._narrow)
            view.closed.connect(self.close_compare)
            view.single_wanted.connect(self._show_single)
            view.concluded.connect(desk.writer.proves)
            view.changed.connect(self._changed)
            view.still_wanted.connect(closer.keep_still)
            view.poster_wanted.connect(closer.set_poster)
            for pane in view.panes:
                pane.stage.found_broken.connect(closer.found_broken)
            desk.annotating.attach_compare(view)
        return self._view

    def set_narrow(self, narrow: bool) -> None:
        """The window became narrow, or wide again."""
        self._narrow = narrow
        if self._view is not None:
            self._view.set_narrow(narrow)

    # Which place is in front

    def comparing(self) -> bool:
        """Whether the comparison is in front."""
        return self._view is not None and self._desk.place_in_front() is self._view

    def compared(self) -> Evidence | None:
        """What is on the active side of the comparison; None while it is not in front."""
        return self.view.evidence() if self.comparing() else None

    def seen(self) -> tuple[Evidence, Moment] | None:
        """What is looked at closely, and at which moment of it."""
        if self.comparing():
            item = self.view.evidence()
            return (item, self.view.moment()) if item is not None else None
        item = self._desk.viewer.evidence() if self._desk.viewing() else None
        return (item, self._desk.viewer.moment()) if item is not None else None

    def row_meant(self) -> EvidenceRow | None:
        """The row a command is about."""
        if self.comparing():
            return self.view.active_pane().row()
        desk = self._desk
        items = desk.describing.meant()
        return desk.model().evidence_row(desk.model().row_of(items[0].id)) if items else None

    # Comparing

    def can_compare(self) -> bool:
        """Whether there is something to compare."""
        return self._desk.viewing() or 1 <= len(self._desk.browser.chosen()) <= MOST

    @Slot()
    def compare_chosen(self) -> None:
        """C: two to four that are selected, or one with what belongs beside it."""
        items = self._desk.describing.meant()
        if not items:
            return
        if len(items) > MOST:
            self._desk.said.emit(tr("Choose two to four pictures to compare."))
            return
        self.compare([item.id for item in items])

    def compare(self, ids: Sequence[int]) -> None:
        """Show evidence side by side, of whichever cases; with a single one what fits beside it is looked for."""
        wanted = list(dict.fromkeys(ids))[:MOST]
        desk = self._desk
        if not wanted or (desk.viewing() and not desk.viewer.may_leave()):
            return
        moments = {}
        seen = self.seen()
        if seen is not None:
            moments[seen[0].id] = seen[1]
        self._turn += 1
        turn, ctx = self._turn, desk.ctx

        def show(loaded: Loaded) -> None:
            if turn == self._turn:
                self._show(loaded, moments)

        desk.background.run(ctx.jobs.read(lambda: _load(ctx.evidence, wanted)), show, receiver=self)

    def _show(self, loaded: Loaded, moments: Mapping[int, Moment]) -> None:
        sides, rows = loaded
        if not any(sides):
            self._desk.said.emit(tr("This evidence is not there any more."))
            return
        desk = self._desk
        if not self.comparing():
            self._from_viewer = desk.viewing()
        desk.bring_to_front(self.view)
        desk.viewer.leave()
        self.view.show_rows(sides, rows, moments)
        self.view.active_pane().setFocus(Qt.FocusReason.OtherFocusReason)
        self._changed()

    @Slot()
    def close_compare(self) -> None:
        """Back to where the comparison was asked for."""
        if not self.comparing():
            return
        self._turn += 1
        desk, item = self._desk, self.view.evidence()
        self.view.leave()
        row = desk.model().row_of(item.id) if item is not None else -1
        if self._from_viewer and row >= 0:
            desk.view(row)
        else:
            desk.show_browser()
        self._changed()

    @Slot(int)
    def _show_single(self, evidence_id: int) -> None:
        row = self._desk.model().row_of(evidence_id)
        if row < 0:
            found = next((side for side in self.view.sides() if side and side.evidence.id == evidence_id), None)
            if found is not None:
                self.view.leave()
                self._desk.show_browser()
                self._go_to_evidence(found.case_number, evidence_id)
            return
        self.view.leave()
        self._desk.view(row)
        self._changed()

    def let_go(self) -> None:
        """Another place came to the front: the comparison keeps no pictures."""
        if self._view is not None and not self.comparing():
            self._view.leave()

    def refresh(self) -> None:
        """Something was written: the words of what is compared anew."""
        if not self.comparing():
            return
        ids = [row.evidence.id for row in self.view.sides() if row is not None]
        if not ids:
            return
        turn, ctx = self._turn, self._desk.ctx

        def show(loaded: Loaded) -> None:
            if turn == self._turn and self.comparing():
                self.view.refresh(loaded[1])

        self._desk.background.run(ctx.jobs.read(lambda: _load(ctx.evidence, ids, alone=True)), show, receiver=self)

    @Slot()
    def _changed(self) -> None:
        self._desk.header_changed.emit()
        self._desk.hints_changed.emit()
        self._desk.commands_changed.emit()

    def words(self) -> str:
        """`Photo at packing against photo of the damage`, for the line after the title."""
        rows = [row for row in self.view.sides() if row is not None]
        nicks = list(dict.fromkeys(isolate(one_line(row.buyer_nick)) for row in rows if row.buyer_nick))
        names = [shown_name(row.evidence)[:24] for row in rows]
        said = tr("%1 against %2", *names) if len(names) == 2 else " · ".join(names)
        return " · ".join(part for part in (*nicks[:2], said) if part)

    @staticmethod
    def title() -> str:
        """The title while comparing."""
        return tr("Comparison")

    def hints(self) -> str:
        """The keys of the viewer or the comparison."""
        if not self.comparing():
            return tr("←→ next · wheel zooms · Space-drag pans · 0 fits · 1 actual pixels · C compare · Esc back")
        return tr("Wheel zooms · Space-drag pans · Tab other side · ←→ next · [ ] rotates · S together · Esc back")

    @staticmethod
    def keys() -> Sequence[Key]:
        """The keys of the viewer and the comparison, for the list of shortcuts."""
        return (
            Key("0", tr("Viewer: fit")), Key("1", tr("Viewer: actual pixels")),
            Key("[  ]", tr("Viewer: rotate the view")), Key("+  -", tr("Viewer: larger, smaller")),
            Key(tr("Space-drag"), tr("Viewer: move the picture about")),
            Key("PgUp, PgDown", tr("Viewer: previous and next page or frame")),
            Key("<  >", tr("Viewer: a second back or on in a film")), Key("G", tr("Viewer: go to a page")),
            Key("K", tr("Viewer: keep this picture as evidence")), Key("P", tr("Viewer: use as poster of the film")),
            Key("Shift+O", tr("Viewer: open a copy in the system's program")), Key("C", tr("Viewer: compare")),
            Key("Tab", tr("Comparison: other side")), Key("S", tr("Comparison: zoom together or apart")),
            Key("2, 4", tr("Comparison: two or four pictures")), Key("Enter", tr("Comparison: this picture alone")),
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        """What can be chosen in the menu."""
        return {
            "compare_evidence": self.compare_chosen, "open_outside": self.closer.open_outside,
            "keep_still": self.closer.keep_still, "set_poster": self.closer.set_poster,
        }  # fmt: skip

    def can(self, command: str) -> bool:
        """Whether a command makes sense now."""
        if command == "compare_evidence":
            return self.can_compare()
        if command == "open_outside":
            return self.row_meant() is not None
        seen = self.seen()
        if seen is None:
            return False
        film = seen[0].media is MediaKind.VIDEO
        return (
            film if command == "set_poster" else film or (seen[0].pages or 1) > 1 or seen[0].format in STEPPED_FORMATS
        )

    def scenes(self) -> Sequence[Scene]:
        """The comparison, for pictures of the program."""
        return (Scene("compare", self._show_pair),)

    def _show_pair(self) -> None:
        model = self._desk.model()
        rows = [model.evidence_row(row) for row in range(min(model.evidence_count(), 40))]
        items = [row.evidence for row in rows if row is not None and row.evidence.media is MediaKind.PHOTO]
        pairs = ([item.id, other.id] for item in items if (other := partner_of(item, items)) is not None)
        self.compare(next(pairs, [item.id for item in items[:2]]))

    def compare_named(self, part: str) -> None:
        """`compare:12,34`, as other pages link here; what is no number is passed over."""
        ids = [int(one) for one in part.removeprefix(COMPARE_PART).split(",") if one.isascii() and one.isdecimal()]
        self.compare([one for one in ids if one < 1 << 62])

    # Where links lead

    def _find_kin(self, pane: MetadataPane, evidence_id: int) -> None:
        item = pane.evidence()
        if not evidence_id or item is None:
            return
        ctx = self._desk.ctx
        case_id = item.case_id

        def show(items: Sequence[Evidence]) -> None:
            made_of = (*item.made_of, item.parent_id)
            parents = [other for other in items if other.id in made_of]
            copies = [other for other in items if item.id == other.parent_id or item.id in other.made_of]
            if parents or copies:
                pane.show_kin(item.id, parents, copies)

        self._desk.background.run(
            ctx.jobs.read(lambda: ctx.evidence.list_case_evidence(case_id)), show, receiver=self, quiet=True
        )

    @Slot(str, int)
    def _go_to_evidence(self, case_number: str, evidence_id: int) -> None:
        row = self._desk.model().row_of(evidence_id)
        if row < 0:
            self._desk.navigate.emit(Target("evidence", case_number, str(evidence_id)))
        elif self._desk.viewing():
            self._desk.viewer.show_row(row)
            self._desk.viewer.moved.emit(row)
        else:
            self._desk.browser.choose_row(row)


def _load(service: object, ids: Sequence[int], *, alone: bool = False) -> Loaded:
    """What is on the sides, and all that can be put on one: the evidence of the cases involved. For reading threads."""
    load_rows: Callable[[Sequence[int]], Mapping[int, EvidenceRow]] = getattr(service, "load_rows")  # noqa: B009
    of_case: Callable[[int], Sequence[Evidence]] = getattr(service, "list_case_evidence")  # noqa: B009
    found = load_rows(ids)
    chosen = [found[one] for one in ids if one in found]
    others = {case: of_case(case) for case in dict.fromkeys(row.evidence.case_id for row in chosen)}
    # What was removed is still found by its id, but no longer among its case's.
    live = {item.id for items in others.values() for item in items}
    chosen = [row for row in chosen if row.evidence.id in live]
    all_ids = [item.id for items in others.values() for item in items if item.media is not MediaKind.OTHER]
    rows = load_rows(list(dict.fromkeys([*all_ids, *(row.evidence.id for row in chosen)])))
    order = tuple(rows[one] for one in dict.fromkeys([*all_ids, *rows]) if one in rows)
    if alone or not chosen:
        return tuple(chosen), order
    if len(chosen) > 1:
        ranked = in_order([row.evidence for row in chosen])
        return tuple(rows[item.id] for item in ranked), order
    item = chosen[0].evidence
    partner = partner_of(item, others[item.case_id])
    if partner is None or partner.id not in rows:
        return (chosen[0], None), order
    return tuple(rows[one.id] for one in in_order([item, partner])), order
