"""The rows above the gallery: a case's tabs with its clock, and the tools for adding, filtering and looking."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from models.evidence_query import EvidenceQuery, EvidenceSort
from models.kinds import MediaKind
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
_HEIGHT = 48


class CaseHead(Strip):
    """The tabs of a case with evidence in front; the others lead to the case page."""

    part_wanted = Signal(str)
    verify_wanted = Signal()
    packet_wanted = Signal()
    folder_wanted = Signal()

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
        self._folder = Button(tr("Open folder"), self, icon="folder-open")
        self._folder.clicked.connect(self.folder_wanted)
        self._verify = Button(tr("Verify"), self, icon="shield-check")
        self._verify.clicked.connect(self.verify_wanted)
        self._packet = Button(tr("Packet"), self, icon="file-plus", hint=shortcut_text("packet"))
        self._packet.clicked.connect(self.packet_wanted)
        row.addWidget(self.tabs)
        row.addStretch(1)
        for widget in (self._clock, self._folder, self._verify, self._packet):
            row.addWidget(widget)

    def clear(self) -> None:
        """Another case is being read."""
        for part in ("evidence", "timeline", "notes"):
            self.tabs.set_count(PARTS.index(part), None)
        self._clock.set("", "waiting")

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


_ALL_SORTS = (
    EvidenceSort.IMPORTED, EvidenceSort.CAPTURED, EvidenceSort.NAME, EvidenceSort.SIZE, EvidenceSort.CASE,
    EvidenceSort.BUYER, EvidenceSort.KIND, EvidenceSort.TAG,
)  # fmt: skip
_CASE_SORTS = (
    EvidenceSort.EXHIBIT, EvidenceSort.NUMBER, EvidenceSort.CAPTURED, EvidenceSort.IMPORTED, EvidenceSort.NAME,
    EvidenceSort.SIZE, EvidenceSort.KIND, EvidenceSort.TAG,
)  # fmt: skip


def sort_word(sort: EvidenceSort) -> str:
    """What the gallery is sorted by."""
    return {
        EvidenceSort.EXHIBIT: tr("By exhibit"), EvidenceSort.NUMBER: tr("By number"), EvidenceSort.NAME: tr("By name"),
        EvidenceSort.CASE: tr("By case"), EvidenceSort.BUYER: tr("By buyer"), EvidenceSort.KIND: tr("By kind"),
        EvidenceSort.TAG: tr("By tag"), EvidenceSort.CAPTURED: tr("By time captured"),
        EvidenceSort.IMPORTED: tr("By time imported"), EvidenceSort.SIZE: tr("By size"),
    }[sort]  # fmt: skip


class GalleryTools(Strip):
    """Paste, add, filters, order and the two ways to look. Says what was chosen; it keeps nothing but `as_list`."""

    paste_wanted = Signal()
    add_wanted = Signal()
    verify_wanted = Signal()
    capture_wanted = Signal()
    watch_wanted = Signal()
    filters_wanted = Signal()
    kind_chosen = Signal(str)
    sort_chosen = Signal(str, bool)
    list_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="bottom", height=44)
        self._row = row = line(self, margins=(16, 0, 16, 0), spacing=8)
        self._paste = Button(tr("Paste"), self, size="small", icon="clipboard-paste", hint=shortcut_text("paste"))
        self._add = Button(tr("Add"), self, size="small", icon="file-plus")
        plain_tooltip(self._add, f"{tr('Choose files')}  {shortcut_text('add_evidence')}")
        self._verify = Button(tr("Verify all"), self, size="small", icon="shield-check")
        self._paste.clicked.connect(self.paste_wanted)
        self._add.clicked.connect(self.add_wanted)
        self._verify.clicked.connect(self.verify_wanted)
        self._capture = Button(tr("Capture"), self, size="small", icon="scan")
        self._watch = Button(tr("Watch"), self, size="small", icon="folder-search")
        self._capture.clicked.connect(self.capture_wanted)
        self._watch.clicked.connect(self.watch_wanted)
        self.filter_button = Button(tr("Filter"), self, size="small", icon="list-filter")
        self.filter_button.clicked.connect(self.filters_wanted)
        kinds = [("", tr("All kinds"))] + [(kind.value, word(kind)) for kind in MediaKind]
        self._kinds = dict(kinds)
        self._kind, self._kind_actions = self._choice(tr("Kind"), kinds)
        self._kind.menu().triggered.connect(lambda action: self.kind_chosen.emit(str(action.data())))
        sorts = [(sort.value, sort_word(sort)) for sort in EvidenceSort]
        self._sort, self._sort_actions = self._choice(tr("Order"), sorts)
        menu = self._sort.menu()
        menu.addSeparator()
        self._down = menu.addAction(tr("Largest or newest first"))
        self._down.setCheckable(True)
        menu.triggered.connect(self._sorted)
        self._grid = icon_button("layout-grid", tr("As tiles"), self, kind="secondary", size="small")
        self._list = icon_button("list", tr("As a list"), self, kind="secondary", size="small")
        for button in (self._grid, self._list):
            button.setCheckable(True)
        self._grid.setChecked(True)
        self._grid.clicked.connect(lambda: self.set_list(False))
        self._list.clicked.connect(lambda: self.set_list(True))
        for widget in (self._paste, self._add, self._capture, self._watch, self._verify):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.filter_button, self._kind, self._sort, self._grid, self._list):
            row.addWidget(widget)
        # In the order in which they lose their words.
        foldable = (self._watch, self._capture, self.filter_button, self._add, self._paste)
        self._folding: dict[Button, str] = {button: button.label() for button in foldable}

    def set_arrived(self, count: int) -> None:
        """How many files wait that arrived in watched folders."""
        self._folding[self._watch] = f"{tr('Watch')} {count}" if count else tr("Watch")
        self._fold()

    def _choice(self, name: str, choices: list[tuple[str, str]]) -> tuple[Button, dict[str, QAction]]:
        button = Button(choices[0][1], self, size="small")
        menu = QMenu(button)
        group = QActionGroup(menu)
        actions = {}
        for value, text in choices:
            actions[value] = action = menu.addAction(mnemonic_safe(text))
            action.setCheckable(True)
            action.setData(value)
            group.addAction(action)
        button.setMenu(menu)
        button.setAccessibleDescription(name)
        return button, actions

    def _sorted(self, action: QAction) -> None:
        chosen = next((value for value, each in self._sort_actions.items() if each.isChecked()), "")
        if chosen:
            self.sort_chosen.emit(chosen, self._down.isChecked())

    def show_query(self, query: EvidenceQuery, set_fields: int) -> None:
        """Show what is chosen; `set_fields` counts the filters that are set."""
        media = query.filters.media
        kind = media[0].value if len(media) == 1 else ""
        self._kind_actions[kind].setChecked(len(media) < 2)
        several = ", ".join(word(each) for each in media[:2]) + ("…" if len(media) > 2 else "")
        self._kind.set_label(several if len(media) > 1 else self._kinds[kind])
        self._sort_actions[query.sort.value].setChecked(True)
        self._sort.set_label(sort_word(query.sort))
        self._down.setChecked(query.descending)
        words = f"{tr('Filter')} {set_fields}" if set_fields else tr("Filter")
        self._folding[self.filter_button] = words
        self._fold()

    def set_mode(self, *, one_case: bool) -> None:
        """Tools for one case, or for all."""
        for button in self._folding:
            button.setVisible(one_case or button is self.filter_button)
        self._verify.setVisible(not one_case)
        offered = _CASE_SORTS if one_case else _ALL_SORTS
        for sort in EvidenceSort:
            self._sort_actions[sort.value].setVisible(sort in offered)
        self._fold()

    def set_list(self, wanted: bool) -> None:
        """Look at tiles or at a list."""
        self._grid.setChecked(not wanted)
        self._list.setChecked(wanted)
        self.list_wanted.emit(wanted)

    def set_adding(self, possible: bool) -> None:
        """Adding and verifying wait until what is under way has ended."""
        for button in (self._paste, self._add, self._capture, self._verify):
            button.setEnabled(possible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Buttons lose their words, one after another, where all of them have no room."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        widgets = [item.widget() for item in items if item is not None]
        shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
        for button, words in self._folding.items():
            button.set_hint_shown(True)
            button.set_label(words)
        room = self.width() - 32 - 8 * len(shown)

        def tight() -> bool:
            return sum(widget.sizeHint().width() for widget in shown) > room

        self._paste.set_hint_shown(not tight())
        for button, words in self._folding.items():
            # A count stays where the words go.
            if tight() and button in shown:
                button.set_label(words.rpartition(" ")[2] if words[-1:].isdigit() else "")
            button.set_tip(words if button.label() != words or button is self._paste else "")
            button.setAccessibleName(words)
        plain_tooltip(self._add, f"{tr('Choose files')}  {shortcut_text('add_evidence')}")

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 44)
