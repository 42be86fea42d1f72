"""The Evidence page: the gallery of one case with its checklist, or of all cases with filters, and the viewer."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from models.errors import AftercaseError
from models.kinds import MediaKind, Problem
from models.records import EvidenceRow
from ui import format as written
from ui.background import Background
from ui.error_words import sentence
from ui.evidence.annotation.words import page_keys
from ui.evidence.case_evidence import CaseEvidence, load_first, load_shown
from ui.evidence.desk.looking import COMPARE_PART
from ui.evidence.evidence_desk import EvidenceDesk
from ui.evidence.labels import is_broken
from ui.i18n import translator
from ui.page import Crumb, Key, Scene, Target
from ui.plain import isolate, one_line
from ui.words import CASE_COLOURS, word

tr = translator("evidence")
_GATHER_MS = 60


class EvidencePage(EvidenceDesk):
    """`open(Target("evidence"))` shows all evidence; with a case number in `id` that case's, with an evidence id in
    `part` that piece. `part` may also name a kind or problem to filter by."""

    def __init__(self, ctx: Any, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self._focus_id = 0
        self._turn = 0
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._gather.timeout.connect(self.load)
        self.filtering.changed.connect(self._filtered)
        self.all_model.dataChanged.connect(self._rows_arrived)
        self._show_mode()

    # What the window asks

    def title(self) -> str:
        if self.looking.comparing():
            return self.looking.title()
        return self._wanted or tr("Evidence")

    def path(self) -> Sequence[Crumb]:
        if self._case is None:
            return ()
        number = self._case.case.number
        if self.looking.comparing():
            return Crumb(number, Target("cases", number)), Crumb(tr("Evidence"), Target("evidence", number))
        return (Crumb(tr("Cases"), Target("cases", number)),)

    def facts(self) -> str:
        if self.looking.comparing():
            return self.looking.words()
        if self._case is None:
            return ""
        order = tr("Order %1", self._case.order_number) if self._case.order_number else ""
        nick = isolate(one_line(self._case.buyer_nick)) if self._case.buyer_nick else ""
        return "   ".join(part for part in (nick, order) if part)

    def title_widgets(self) -> Sequence[QWidget]:
        return self._marks if self._wanted and not self.looking.comparing() else ()

    def counts(self) -> str:
        if self._case is None:
            chosen = len(self.browser.chosen_rows())
            return " · ".join((tr("%n item", n=self.all_model.evidence_count()), tr("%n selected", n=chosen)))
        items = [row.evidence for row in self._case.rows]
        parts = [tr("%n item", n=len(items)), tr("%n selected", n=len(self.browser.chosen_rows()))]
        if items:
            parts.append(tr("%1 together", written.size(sum(item.size for item in items))))
            bad = sum(is_broken(item) for item in items)
            parts.append(tr("%n not as imported", n=bad) if bad else tr("all as imported"))
        return " · ".join(parts)

    def hints(self) -> str:
        if self.viewing() or self.looking.comparing():
            return self.looking.hints()
        return tr("Arrows move · Space views · 1–9 tag · E exhibit · C compare · F2 caption · Del removes")

    def keys(self) -> Sequence[Key]:
        return (
            Key("Space", tr("View")),
            Key("1 … 9", tr("Tag with a need of the checklist")), Key("E", tr("Make or unmake an exhibit")),
            Key("C", tr("Compare what is selected")), Key("F2", tr("Write the caption")),
            Key("Ctrl+C", tr("Copy the picture, or names and hashes")),
            Key("Delete", tr("Remove from the case")), *self.looking.keys(), *page_keys(),
        )  # fmt: skip

    def commands(self) -> Mapping[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "view_evidence": lambda: self.view(self.browser.current_row()), "caption": self.describing.edit_caption,
            "save_original": self.proving.save_original, "verify_all": self.proving.verify_all,
        }  # fmt: skip
        own |= self.looking.commands()
        own |= self.integrity.commands()
        own |= self.carrying.commands()
        own |= self.chats.commands()
        own |= {"take_out": self.taking_out.take_out, "arrivals": self.watching.toggle, "paste": self.adding.paste}
        if self._case is not None:
            own |= {
                "add_evidence": self.adding.choose_files,
                "add_evidence_folder": self.adding.choose_folder,
                "verify_case": self.proving.verify,
                "packet": self.go_packet,
                "open_case": lambda: self.go_part("overview"), "copy_request": self.checklist.copy_request,
                "capture": self.capturing.start, "evidence_folder": self.taking_out.open_folder,
                "mark_asked": self.checklist.mark_asked, "weigh_parcel": self.listing.edit_weights,
            }  # fmt: skip
        if self.viewing() or self.looking.comparing():
            own["save"] = self.annotating.save_copy
        return own

    def can(self, command: str) -> bool:
        if command in self.looking.commands():
            return self.looking.can(command)
        if command in self.integrity.commands():
            return self.integrity.can(command)
        if command == "save":
            return self.annotating.can_copy()
        if command in self.chats.commands():
            return self.chats.can(command)
        if command in self.carrying.commands():
            return self.carrying.can(command)
        if command in ("view_evidence", "caption", "save_original"):
            return self.browser.current() is not None
        if command in ("copy_request", "mark_asked"):
            return bool(self.checklist.request())
        if command in ("paste", "add_evidence", "add_evidence_folder", "verify_case", "verify_all"):
            return not self.work.busy
        return True

    def open(self, target: Target) -> None:
        if target.id != self._wanted or self.viewing() or self.looking.comparing():
            self.show_browser()
        if target.part.startswith(COMPARE_PART):
            self.looking.compare_named(target.part)
        self._focus_id = int(target.part) if target.part.isdecimal() else 0
        if not target.id:
            media = target.part if target.part in set(MediaKind) else ""
            problem = target.part if target.part in set(Problem) else ""
            if media or problem:
                self.filtering.choose(
                    media=MediaKind(media) if media else None, problem=Problem(problem) if problem else None
                )
        if target.id != self._wanted:
            self._wanted, self._case = target.id, None
            self.browser.strip.clear()
            self._show_mode()
        self.load()
        self.browser.view().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: object) -> None:
        self.annotating.refresh(changes)
        if changes is None:
            self.load()
        elif not self._gather.isActive():
            self._gather.start()

    def minute(self) -> None:
        if self._case is not None:
            self.head.show_clock(self._case, self.ctx.clock.now())

    def panes(self) -> Sequence[QWidget]:
        if self.viewing():
            return (self.viewer.stage.places.currentWidget() or self.viewer.canvas, self.viewer.pane)
        if self.looking.comparing():
            return self.looking.view.panes_in_front()
        return (self.checklist.list, self.browser.view(), self.pane)

    def set_narrow(self, narrow: bool) -> None:
        self.pane.setVisible(not narrow)
        self.viewer.set_narrow(narrow)
        self.looking.set_narrow(narrow)

    def back(self) -> bool:
        if self.looking.comparing():
            self.looking.view.close_compare()
            return True
        if self.viewing():
            self._close_viewer()
            return True
        return False

    def may_leave(self) -> bool:
        self.annotating.may_leave()
        return self.work.may_leave()

    def save_state(self) -> Mapping[str, str]:
        view = "list" if self.browser.view() is not self.browser.gallery else "tiles"
        return {"view": view, **self.filtering.save_state()}

    def restore_state(self, state: Mapping[str, str]) -> None:
        if state.get("view") == "list":
            self.browser.tools.set_list(True)
        self.filtering.restore_state(state)

    def start_search(self) -> None:
        if not self.chats.start_search():
            self.filtering.start_search()

    def scenes(self) -> Sequence[Scene]:
        from ui.evidence.evidence_scenes import evidence_scenes

        return evidence_scenes(self)

    # Loading

    def _show_mode(self) -> None:
        one = bool(self._wanted)
        self.show_head()
        self.browser.tools.set_mode(one_case=one)
        self.filtering.set_mode(one_case=one)
        if one:
            self.case_model.show(())
        self.checklist.clear()
        self.browser.set_model(self.model())
        self.viewer.set_model(self.model())
        self.pane.show_row(None)
        # The checklist of the case before is not that of what is shown now.
        self.browser.set_needs(())
        self.pane.show_needs(())
        self.viewer.pane.show_needs(())
        self.head.clear()
        for chip in self._marks:
            chip.set("", None)
        self.header_changed.emit()
        self.commands_changed.emit()

    @Slot()
    def load(self) -> None:
        self._gather.stop()
        self._turn += 1
        turn, number, ctx = self._turn, self._wanted, self.ctx
        query = self.filtering.query
        if number:
            if self._case is None:
                first = ctx.jobs.read(lambda: load_first(ctx, number, query))
                self.background.run(first, lambda rows: self._show_first(turn, rows), receiver=self, quiet=True)
            future = ctx.jobs.read(lambda: load_shown(ctx, number, query))
            self.background.run(future, lambda shown: self._show_case(turn, shown), self._not_loaded, receiver=self)
            return
        query = replace(query, shop_id=ctx.settings.get("shop") or None)
        ids = ctx.jobs.read(lambda: ctx.evidence.list_ids(query))
        self.background.run(ids, lambda found: self._show_all(turn, found), receiver=self)

    def _not_loaded(self, error: BaseException) -> None:
        if isinstance(error, AftercaseError):
            words = sentence(error)
            self.browser.empty.set_text("inbox", words.what, words.next)
            self.navigate.emit(Target("cases"))
            self.said.emit(words.what)
        else:
            self.background.failed.emit(error)

    def _show_first(self, turn: int, rows: Sequence[EvidenceRow]) -> None:
        """Of a case with thousands of pieces those in sight, until the case is read."""
        if turn == self._turn and self._case is None and rows:
            self.case_model.show(rows)
            self.browser.show_front()

    def _show_case(self, turn: int, read: tuple[CaseEvidence, list[EvidenceRow]]) -> None:
        if turn != self._turn:
            return
        shown, rows = read
        anew, self._case = self._case is None, shown
        self.browser.set_needs(shown.needs)
        query = self.filtering.query
        self.filtering.show_hits(len(rows), len(shown.rows))
        self._say_empty(bool(query))
        self._rearrange(rows, anew=anew)
        self.pane.show_needs(shown.needs)
        self.viewer.pane.show_needs(shown.needs)
        self.listing.show(shown.checked, shown.weighing)
        self._problem_chip.set(word(shown.case.problem), "overdue")
        self._state_chip.set(word(shown.case.state), CASE_COLOURS[shown.case.state])
        self.head.show_case(shown, self.ctx.clock.now())
        self._shown()

    def _show_all(self, turn: int, ids: array[int]) -> None:
        if turn != self._turn:
            return
        self._say_empty(bool(self.filtering.query))
        self.filtering.show_hits(len(ids), None)
        self.all_model.show_ids(ids)
        selection, flag = self.browser.gallery.selectionModel(), QItemSelectionModel.SelectionFlag
        if len(ids) and not selection.hasSelection():
            first = self.all_model.index(max(self.browser.current_row(), 0), 0)
            selection.setCurrentIndex(first, flag.ClearAndSelect | flag.Rows)
        self._shown()

    @Slot()
    def _rows_arrived(self) -> None:
        """Over all cases rows are read as they come into view: the pane follows."""
        if not self._wanted:
            row = self.all_model.known_row(self.browser.current_row())
            if row is not None and row.evidence != self.pane.evidence():
                self._current_changed()

    def _say_empty(self, filtered: bool) -> None:
        self.browser.set_filtered(filtered)
        if filtered:
            self.browser.empty.set_text(
                "search",
                tr("Nothing is found"),
                tr("Captions and names were searched. Change or clear the filters above."),
            )
        else:
            self.browser.empty.set_text(
                "images", tr("No evidence yet"), tr("Open a case and paste, drop or choose files there.")
            )

    def _shown(self) -> None:
        self.browser.show_front()
        self._current_changed()
        if self.viewing():
            self.viewer.refresh()
        self.looking.refresh()
        self.header_changed.emit()
        self.hints_changed.emit()
        self.commands_changed.emit()

    @Slot()
    def _filtered(self) -> None:
        case = self._case
        if case is None or self._gather.isActive():
            self.load()
            return
        # Nothing was written: the case at hand is shown in another order or in part.
        self._turn += 1
        turn, ctx = self._turn, self.ctx
        query = replace(self.filtering.query, case_id=case.case.id)
        known = {row.evidence.id: row for row in case.rows}

        def arranged() -> tuple[CaseEvidence, list[EvidenceRow]]:
            return case, [known[each] for each in ctx.evidence.list_ids(query) if each in known]

        self.background.run(ctx.jobs.read(arranged), lambda shown: self._show_case(turn, shown), receiver=self)

    def _rearrange(self, rows: Sequence[EvidenceRow], *, anew: bool = False) -> None:
        """Show rows with cursor and selection where they were; what has the cursor and went gives it to the next."""
        browser, model, flag = self.browser, self.case_model, QItemSelectionModel.SelectionFlag
        was = browser.current()
        # Of a case whose first pieces alone are shown, what was chosen among them stays chosen.
        anew = anew and not browser.chosen_rows()
        at = 0 if anew else browser.current_row()
        on_drop_place = not anew and at > 0 and model.is_drop_place(at)
        chosen = {item.id for item in browser.chosen()} if was is not None else set()
        model.show(rows)
        wanted = self._focus_id or (was.id if was is not None and not anew else 0)
        row = model.row_of(wanted)
        if model.evidence_count() and not (on_drop_place and row < 0):
            if row < 0:
                row = min(max(at, 0), model.evidence_count() - 1)
            selection = browser.gallery.selectionModel()
            if self._focus_id or browser.current_row() != row or not selection.hasSelection():
                selection.setCurrentIndex(model.index(row, 0), flag.ClearAndSelect | flag.Rows)
                for place in [] if self._focus_id else sorted(model.row_of(one) for one in chosen):
                    if place >= 0:
                        selection.select(model.index(place, 0), flag.Select | flag.Rows)
            if self._focus_id:
                browser.choose_row(row)
        self._focus_id = 0

    def go_to(self, evidence_id: int) -> None:
        self._focus_id = evidence_id
        self.load()
