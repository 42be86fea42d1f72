"""The rows above the gallery: a case's tabs with its clock, and the tools for adding, filtering and looking."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from models.kinds import MediaKind, Problem
from ui.actions import shortcut_text
from ui.evidence.case_evidence import CaseEvidence
from ui.format import countdown
from ui.i18n import language, translator
from ui.plain import mnemonic_safe, plain_tooltip
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Chip, Tabs
from ui.widgets.panel import Strip, line
from ui.words import word

tr = translator("evidence")
PARTS = ("overview", "evidence", "timeline", "replies", "notes")
SORTS = ("exhibit", "captured", "imported")
_HEIGHT = 48


class CaseHead(Strip):
    """The tabs of a case with evidence in front; the others lead to the case page."""

    part_wanted = Signal(str)
    verify_wanted = Signal()
    packet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom", height=_HEIGHT)
        row = line(self, margins=(16, 0, 16, 0), spacing=8)
        self.tabs = Tabs(self, height=_HEIGHT - 1)
        for title in (tr("Overview"), tr("Evidence"), tr("Timeline"), tr("Replies"), tr("Notes")):
            self.tabs.addTab(title)
        self.tabs.setCurrentIndex(PARTS.index("evidence"))
        self.tabs.setAccessibleName(tr("Parts of the case"))
        self.tabs.tabBarClicked.connect(self._clicked)
        self.tabs.currentChanged.connect(self._clicked)
        self._clock = Chip("", "waiting", self, icon="clock")
        self._verify = Button(tr("Verify"), self, icon="shield-check")
        self._verify.clicked.connect(self.verify_wanted)
        self._packet = Button(tr("Packet"), self, icon="file-plus", hint=shortcut_text("packet"))
        self._packet.clicked.connect(self.packet_wanted)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for widget in (self._clock, self._verify, self._packet):
            row.addWidget(widget)

    def show_case(self, shown: CaseEvidence, now: datetime) -> None:
        """Counts and the nearest clock."""
        self.tabs.set_count(PARTS.index("evidence"), len(shown.rows))
        self.tabs.set_count(PARTS.index("timeline"), shown.timeline_count)
        self.tabs.set_count(PARTS.index("notes"), shown.note_count)
        self.show_clock(shown, now)

    def show_clock(self, shown: CaseEvidence, now: datetime) -> None:
        """The nearest clock as it stands now."""
        clock = shown.next_clock
        if clock is None:
            self._clock.set("", "waiting")
            return
        left = countdown(clock.due_at, now, language())
        self._clock.set(f"{clock.label(language())} {left.text}", left.state)  # type: ignore[arg-type]

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT)

    def _clicked(self, place: int) -> None:
        here = PARTS.index("evidence")
        if place not in (here, -1):
            self.part_wanted.emit(PARTS[place])
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(here)
            self.tabs.blockSignals(False)


class GalleryTools(Strip):
    """Paste, add, filters and the two ways to look."""

    paste_wanted = Signal()
    add_wanted = Signal()
    verify_wanted = Signal()
    filtered = Signal()
    list_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom", height=44)
        row = line(self, margins=(16, 0, 16, 0), spacing=8)
        self._paste = Button(tr("Paste"), self, size="small", icon="clipboard-paste", hint=shortcut_text("paste"))
        self._add = Button(tr("Add"), self, size="small", icon="file-plus")
        plain_tooltip(self._add, f"{tr('Choose files')}  {shortcut_text('add_evidence')}")
        self._verify = Button(tr("Verify all"), self, size="small", icon="shield-check")
        self._paste.clicked.connect(self.paste_wanted)
        self._add.clicked.connect(self.add_wanted)
        self._verify.clicked.connect(self.verify_wanted)
        self.media: MediaKind | None = None
        self.problem: Problem | None = None
        self.sort = SORTS[0]
        kinds = [("", tr("All kinds"))] + [(kind.value, word(kind)) for kind in MediaKind]
        self._kind = self._choice(tr("Kind"), kinds, self._kind_chosen)
        problems = [("", tr("All problems"))] + [(problem.value, word(problem)) for problem in Problem]
        self._problem = self._choice(tr("Problem"), problems, self._problem_chosen)
        sorts = [
            ("exhibit", tr("By exhibit")),
            ("captured", tr("By time captured")),
            ("imported", tr("By time imported")),
        ]
        self._sort = self._choice(tr("Order"), sorts, self._sort_chosen)
        self._grid = icon_button("layout-grid", tr("As tiles"), self, kind="secondary", size="small")
        self._list = icon_button("list", tr("As a list"), self, kind="secondary", size="small")
        for button in (self._grid, self._list):
            button.setCheckable(True)
        self._grid.setChecked(True)
        self._grid.clicked.connect(lambda: self.set_list(False))
        self._list.clicked.connect(lambda: self.set_list(True))
        for widget in (self._paste, self._add, self._verify):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._kind, self._problem, self._sort, self._grid, self._list):
            row.addWidget(widget)

    def _choice(self, name: str, choices: list[tuple[str, str]], chosen: object) -> Button:
        button = Button(choices[0][1], self, size="small")
        menu = QMenu(button)
        group = QActionGroup(menu)
        for value, text in choices:
            action = menu.addAction(mnemonic_safe(text))
            action.setCheckable(True)
            action.setChecked(value == choices[0][0])
            action.setData(value)
            group.addAction(action)
        menu.triggered.connect(chosen)
        button.setMenu(menu)
        button.setAccessibleDescription(name)
        return button

    def _kind_chosen(self, action: QAction) -> None:
        self.media = MediaKind(action.data()) if action.data() else None
        self._kind.set_label(action.text().replace("&&", "&"))
        self.filtered.emit()

    def _problem_chosen(self, action: QAction) -> None:
        self.problem = Problem(action.data()) if action.data() else None
        self._problem.set_label(action.text().replace("&&", "&"))
        self.filtered.emit()

    def _sort_chosen(self, action: QAction) -> None:
        self.sort = str(action.data())
        self._sort.set_label(action.text().replace("&&", "&"))
        self.filtered.emit()

    def choose(self, *, media: MediaKind | None = None, problem: Problem | None = None) -> None:
        """Set the filters, as from another page."""
        for button, value in ((self._kind, media), (self._problem, problem)):
            for action in button.menu().actions():
                if action.data() == (value.value if value is not None else ""):
                    action.setChecked(True)
                    button.menu().triggered.emit(action)

    def is_filtered(self) -> bool:
        """Whether a filter hides something."""
        return self.media is not None or self.problem is not None

    def set_mode(self, *, one_case: bool) -> None:
        """Tools for one case, or for all."""
        for widget in (self._paste, self._add, self._sort):
            widget.setVisible(one_case)
        for widget in (self._problem, self._verify):
            widget.setVisible(not one_case)

    def set_list(self, wanted: bool) -> None:
        """Look at tiles or at a list."""
        self._grid.setChecked(not wanted)
        self._list.setChecked(wanted)
        self.list_wanted.emit(wanted)

    def set_adding(self, possible: bool) -> None:
        """Adding and verifying wait until what is under way has ended."""
        for button in (self._paste, self._add, self._verify):
            button.setEnabled(possible)
