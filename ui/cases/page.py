"""The Cases page: the list beside the case, and every command on cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, Qt, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.case_query import CaseView, is_view_key
from models.errors import NotFound
from models.kinds import NoteKind
from models.records import Person
from ui import format as shown
from ui.actions import key_text
from ui.background import Background
from ui.case_wishes import CaseWish
from ui.cases.arrivals import Arrivals
from ui.cases.case_adding import CaseAdding
from ui.cases.case_choices import CaseChoices
from ui.cases.case_clipboard import CaseClipboard
from ui.cases.case_doings import CaseDoings
from ui.cases.case_evidence_work import CaseEvidenceWork
from ui.cases.case_list_pane import CaseListPane
from ui.cases.case_owed import OWED, CaseOwed
from ui.cases.case_panel import PARTS, CasePanel
from ui.cases.case_paper import COMMANDS as PAPER
from ui.cases.case_paper import CasePaper
from ui.cases.case_reach import CaseReach
from ui.cases.case_work import CaseWork
from ui.cases.evidence_counts import EvidenceCounts
from ui.cases.hand_over_desk import HandOverDesk
from ui.cases.life_control import CaseLifeControl
from ui.cases.list_work import COMMANDS, ListWork
from ui.cases.related_places import RelatedPlaces
from ui.cases.warming import Warming
from ui.i18n import translator
from ui.messages import show_error
from ui.page import Key, Page, Scene, Target
from ui.widgets.buttons import Button
from ui.widgets.panel import column

if TYPE_CHECKING:
    from ui.cases.new_case_dialog import NewCaseDialog

tr = translator("cases")
_LAYOUT = "cases.columns"
_ALWAYS = frozenset({"new_case", "import_orders", "copy", "select_all", "columns", "case_call", "leave_item"})


class CasesPage(Page):
    """Joins the list pane and the case panel; changes go through CaseDoings, other pages through `navigate`."""

    word = "cases"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.pane = CaseListPane(ctx, background, self.splitter)
        self.panel = CasePanel(ctx, background, self.splitter)
        self.doings = CaseDoings(ctx, background, self)
        self.choices = CaseChoices(ctx, self.pane, self.panel, self.doings, self)
        self.handing = HandOverDesk(ctx, self.doings, self.choices.ids, self)
        self.arrivals = Arrivals(ctx, background, self)
        self.adding = CaseAdding(ctx, background, self, self.panel)
        self.clipboard = CaseClipboard(ctx, background, self.pane, self.panel, self.adding)
        self.list_work = ListWork(ctx, background, self.pane, self.choices, self.doings, self)
        self.work = CaseWork(ctx, background, self.panel, self.doings, self)
        self.evidence_work = CaseEvidenceWork(ctx, background, self.panel, self.choices, self)
        self.life = CaseLifeControl(ctx, background, self.choices, self.doings, self.panel, self)
        self.owed = CaseOwed(ctx, background, self.panel, self)
        self.paper = CasePaper(ctx, background, self.pane, self.panel, self.choices, self)
        self.reach = CaseReach(self.panel, self.list_work, self)
        self._narrow = self._alone = self._started = False
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.pane)
        self.splitter.addWidget(self.panel)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        self.splitter.setHandleWidth(1)
        self.splitter.setSizes([936, 432])
        column(self).addWidget(self.splitter)
        self._new = Button(tr("New case"), self, kind="primary", icon="plus", hint=key_text("Ctrl+N"))
        self._new.clicked.connect(lambda: self.new_case())
        self._connect()
        self.places = RelatedPlaces(ctx, background, self)
        self.evidence_counts = EvidenceCounts(ctx, background, self.pane, self)
        self.pane.table.take_layout(str(ctx.settings.get(_LAYOUT, "")))

    def _connect(self) -> None:
        pane, table, panel, head = self.pane, self.pane.table, self.panel, self.panel.head
        table.case_changed.connect(self._case_changed)
        table.selection_changed.connect(self.hints_changed)
        table.opened.connect(lambda _: self.open_case())
        table.looked.connect(lambda _: self.open_evidence())
        table.key_pressed.connect(lambda key: self.commands()[{**self.life.letters, **self.reach.letters}[key]]())
        table.customContextMenuRequested.connect(self._row_menu)
        table.layout_changed.connect(self._keep_layout)
        pane.model.loaded.connect(self._list_loaded)
        pane.counted.connect(self.header_changed)
        pane.new_wanted.connect(lambda: self.new_case())
        pane.import_wanted.connect(self.arrivals.import_orders)
        panel.failed.connect(self._failed)
        panel.shown_changed.connect(self.commands_changed)
        panel.note_wanted.connect(self._add_note)
        panel.step_ticked.connect(self.doings.complete_step)
        panel.evidence_wanted.connect(self._show_evidence)
        panel.dropped.connect(self.adding.drop)
        panel.said.connect(self.said)
        for speaker in (self.adding, self.clipboard, self.work, self.life):
            speaker.said.connect(self.said)
        self.life.show_wanted.connect(self.show_case)
        self.work.navigate.connect(self.navigate)
        self.life.calls.navigate.connect(self.navigate)
        self.work.steps.command_wanted.connect(lambda command: self.commands()[command]())
        self.arrivals.case_made.connect(self._case_made)
        self.arrivals.case_wanted.connect(self._show_number)
        head.resolve_wanted.connect(self.resolve)
        head.packet_wanted.connect(self.make_packet)
        head.assign_wanted.connect(lambda _: self.handing.ask())
        head.more_wanted.connect(lambda button: self.choices.pop(self.choices.row_menu(self.commands()), button))
        head.widen_wanted.connect(self._toggle_alone)
        head.said.connect(self.said)

    # What the window asks

    def title(self) -> str:
        return tr("Cases")

    def facts(self) -> str:
        found = self.pane.open_sum()
        if found is None:
            return ""
        count, amounts = found
        return tr("%1 open · %2 at stake", shown.count(count), " + ".join(map(shown.money, amounts)))

    def page_actions(self) -> Sequence[QWidget]:
        return (self._new,)

    def counts(self) -> str:
        return self.pane.count_words()

    def hints(self) -> str:
        focus = QApplication.focusWidget()
        if focus is not None and self.panel.isAncestorOf(focus):
            return tr("Esc list · Ctrl+V paste evidence · Ctrl+R resolve")
        return tr("J/K move · ↵ open · Space evidence · R resolve")

    def keys(self) -> Sequence[Key]:
        return (
            Key("R", tr("resolve")), Key("E", tr("packet")), Key("F3", tr("next blank of a reply")),
            Key("← →, F2", tr("choose a cell, change it")), *self.life.keys(), *self.reach.keys(),
        )  # fmt: skip

    def commands(self) -> dict[str, Callable[[], object]]:
        return {
            "new_case": lambda: self.new_case(), "import_orders": self.arrivals.import_orders,
            "open_case": self.open_case, "resolve": self.resolve, "packet": self.make_packet,
            "assign": self.handing.ask, "leave_item": self.handing.leave_item, **self.reach.commands(),
            "clocks": self.work.open_clocks,
            "copy_number": self.clipboard.copy_number, "copy_remark": self.clipboard.copy_remark,
            **self.life.commands(), **self.paper.commands(), **self.owed.commands(),
            "copy": self.clipboard.copy, "paste": self.clipboard.paste,
            "select_all": self.clipboard.select_all, "columns": self.pane.open_columns,
            **self.pane.commands(),
            **self.list_work.commands(), **self.evidence_work.commands(), "add_evidence": self.choose_files,
            "add_evidence_folder": self.choose_folder, "view_evidence": self.open_evidence,
        }  # fmt: skip

    def can(self, command: str) -> bool:
        if command in _ALWAYS or command in self.pane.commands():
            return True
        for known, part in ((COMMANDS, self.list_work), (PAPER, self.paper), (OWED, self.owed)):
            if command in known:
                return part.can(command)
        page = self.panel.page
        if command == "copy_remark":
            return page is not None and page.resolution is not None and bool(page.resolution.remark)
        return self.panel.wanted is not None and self.life.can(command)

    def open(self, target: Target) -> None:
        if not self._started:
            self._started = True
            self._load_people()
            self.pane.start()
            Warming(self.ctx, self.background, self).begin()
        if target.part == "new":
            self.new_case(target.id)
            return
        if target.part == "import":
            self.arrivals.import_named(target)
            return
        if target.part == "scan":
            self.paper.scan(target.id)
            return
        if target.part == "search":
            self.pane.show_view("all", target.id)
            return
        if is_view_key(target.part):
            self.pane.show_view(target.part)
        if target.id:
            self._show_number(target.id)
            self.panel.bar.setCurrentIndex(PARTS.get(target.part, self.panel.bar.currentIndex()))
        elif not self.pane.search.hasFocus():
            self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, case_id: int) -> None:
        """Show a case, whether the list holds it or not."""
        self.pane.table.choose_case(case_id)
        self.panel.show_case(case_id)
        if self._narrow:
            self._set_alone(True)

    def refresh(self, changes: object) -> None:
        if not self._started:
            return
        self.pane.views.take_changes(changes)
        if changes is None or (isinstance(changes, ChangeSet) and changes.touches("person")):
            self._load_people()
        if (
            not isinstance(changes, ChangeSet)
            or changes.cases
            or changes.touches("case", "buyer", "order", "shop", "person")
        ):
            self.pane.ask()
        elif not changes.tables:
            # An import of orders writes rows that Undo does not remember.
            self.pane.ask()
        if not isinstance(changes, ChangeSet) or not changes.cases or self.panel.wanted in changes.cases:
            self.panel.reload()
        self.life.case_changed(changes)

    def may_leave(self) -> bool:
        return self.adding.may_leave()

    def minute(self) -> None:
        self.pane.model.minute()
        self.panel.minute()
        self.evidence_counts.minute()
        self.pane.count()

    def panes(self) -> Sequence[QWidget]:
        return (self.pane.table, self.panel)

    def start_search(self) -> None:
        self._set_alone(False)
        self.pane.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.search.selectAll()

    def back(self) -> bool:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.panel.isAncestorOf(focus)
        if not self._alone and not inside:
            return False
        self._set_alone(False)
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._set_alone(False)

    def save_state(self) -> Mapping[str, str]:
        self.pane.table.keep_now()
        return {"splitter": bytes(self.splitter.saveState().toBase64().data()).decode("ascii")}

    def restore_state(self, state: Mapping[str, str]) -> None:
        if state.get("splitter"):
            self.splitter.restoreState(QByteArray.fromBase64(state["splitter"].encode("ascii")))

    def scenes(self) -> Sequence[Scene]:
        from ui.cases.case_scenes import case_scenes

        return case_scenes(self)

    # The list and the case

    def _case_changed(self, case_id: int | None) -> None:
        self.panel.show_case(case_id, patient=self.pane.table.is_following)
        self.hints_changed.emit()

    def _list_loaded(self) -> None:
        self.header_changed.emit()
        self.hints_changed.emit()
        self.commands_changed.emit()

    def _load_people(self) -> None:
        def take(people: Sequence[Person]) -> None:
            self.panel.set_people({person.id: person.name for person in people})
            self.work.set_people(people)

        self.background.run(self.ctx.jobs.read(self.ctx.shops.list_people), take, receiver=self, quiet=True)

    def open_case(self) -> None:
        """Enter: into the case; in a narrow window it takes the whole page."""
        if self.panel.wanted is None:
            return
        if self._narrow:
            self._set_alone(True)
        self.panel.bar.setFocus(Qt.FocusReason.TabFocusReason)

    def _toggle_alone(self) -> None:
        self._set_alone(not self._alone)
        (self.panel.bar if self._alone else self.pane.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_alone(self, alone: bool) -> None:
        self._alone = alone
        self.pane.setVisible(not alone)
        self.panel.setVisible(alone or not self._narrow)
        self.panel.head.set_alone(alone)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, NotFound):
            show_error(error, self)

    def _keep_layout(self) -> None:
        text, settings = self.pane.table.layout_text(), self.ctx.settings
        self.doings.write(lambda: settings.set(_LAYOUT, text))

    # Going elsewhere

    def resolve(self) -> None:
        """Into the wizard with the case shown."""
        self._go("resolution")

    def make_packet(self) -> None:
        """To the packet of the case shown."""
        self._go("packets")

    def open_evidence(self) -> None:
        """To the evidence of the case shown."""
        self._go("evidence")

    def _show_evidence(self, case_id: int, evidence_id: int) -> None:
        page = self.panel.page
        if page is not None and page.case.id == case_id:
            self.navigate.emit(Target("evidence", page.case.number, str(evidence_id) if evidence_id else ""))

    def _go(self, page: str) -> None:
        """With the case the keyboard is on, even before it is read into the panel."""
        wanted = self.panel.wanted
        row = self.ctx.cases.load_rows([wanted]).get(wanted) if wanted is not None else None
        if row is not None:
            self.navigate.emit(Target(page, row.number))

    # New cases

    def new_case(self, text: str = "") -> NewCaseDialog:
        """Ctrl+N; `text` is a number or a name to begin with."""
        return self.arrivals.new_case(text)

    def take_wish(self, wish: CaseWish) -> None:
        self.arrivals.wished_case(wish)

    def _case_made(self, case_id: int) -> None:
        if self.pane.chips.view() is not CaseView.OPEN or self.pane.search.text():
            self.pane.show_view(CaseView.OPEN)
        self.show_case(case_id)
        # The next key is for the new case, wherever the keyboard was before.
        self.pane.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_number(self, number: str) -> None:
        """By its number, or by its id as pages that know no more than that name it."""
        if number.isdigit():
            self.show_case(int(number))
            return
        self.background.run(self.ctx.jobs.read(lambda: self.ctx.cases.find_case_id(number)), self.show_case)

    # Small things

    def _row_menu(self, at: QPoint) -> None:
        if self.pane.table.currentIndex().isValid():
            menu = self.choices.row_menu(self.commands())
            self.paper.menu_entries(menu)
            self.list_work.menu_entry(menu, self.pane.table.indexAt(at).column())
            self.choices.pop(menu, self.pane.table.viewport().mapToGlobal(at))

    def _add_note(self, case_id: int, text: str, kind: NoteKind) -> None:
        self.doings.add_note(case_id, text, kind, lambda _: self.panel.notes.noted(case_id))

    def choose_files(self) -> None:
        """Add files to the evidence of the case shown."""
        if self.panel.wanted is not None:
            self.adding.choose_files(self.panel.wanted)

    def choose_folder(self) -> None:
        """Add what is in a folder to the evidence of the case shown."""
        if self.panel.wanted is not None:
            self.adding.choose_folder(self.panel.wanted)


def make_page(ctx: AppContext, background: Background, parent: QWidget | None = None) -> CasesPage:
    """The page, for the window's list of pages."""
    return CasesPage(ctx, background, parent)
