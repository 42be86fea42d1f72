"""How the Packet page is laid out: exhibits, preview and options side by side, or that no case is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from desktop.context import AppContext
from ui.background import Background
from ui.error_words import register
from ui.i18n import translator
from ui.packets.exhibit_model import ExhibitModel
from ui.packets.exhibits_pane import ExhibitsPane
from ui.packets.handing_out import HandingOut
from ui.packets.options_pane import OptionsPane
from ui.packets.packet_head import PacketHead
from ui.packets.packet_words import packet_error_words
from ui.packets.preview_builder import PreviewBuilder
from ui.packets.preview_pane import PreviewPane
from ui.page import Key, Page, Target
from ui.widgets.panel import EmptyPlace, column

tr = translator("packets")
_EXHIBITS_WIDTH, _OPTIONS_WIDTH = 372, 344
_LEAST = (300, 340, 320)


class PacketLayout(Page):
    """The parts of the page. In a narrow window the options take the place of the exhibits when asked for."""

    word = "packets"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        register(packet_error_words)
        self._placed = False
        self.model = ExhibitModel(self)
        self.builder = PreviewBuilder(ctx, background, self)
        self.handing = HandingOut(ctx, background, self)
        self.head = PacketHead()
        self._stack = QStackedWidget(self)
        column(self).addWidget(self._stack)
        self.nothing = EmptyPlace("file-plus", tr("No case is chosen"), "", self)
        self._to_cases = self.nothing.add_button(
            tr("To the cases"), lambda: self.navigate.emit(Target("cases")), icon="inbox"
        )
        self._stack.addWidget(self.nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.exhibits = ExhibitsPane(ctx, background, self.model, self.splitter)
        self.view = PreviewPane(ctx, background, self.splitter)
        self.options = OptionsPane(self.splitter)
        for place, pane in enumerate((self.exhibits, self.view, self.options)):
            pane.setMinimumWidth(_LEAST[place])
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(place, int(pane is self.view))
        self._stack.addWidget(self.splitter)
        self.view.options_wanted.connect(self._swap_options)

    def show_empty(self, words: str = "") -> None:
        """What the page is for, and where to begin; `words` stand there while a case is being read."""
        self._to_cases.setVisible(not words)
        if words:
            self.nothing.set_text("file-plus", words)
        else:
            more = tr("Choose a case, then Packet (Ctrl+E): its evidence becomes a PDF.")
            self.nothing.set_text("file-plus", tr("No case is chosen"), more)
        self._stack.setCurrentWidget(self.nothing)

    def show_packet(self) -> None:
        """The three panes."""
        self._stack.setCurrentWidget(self.splitter)

    def is_empty(self) -> bool:
        """Whether no packet is shown."""
        return self._stack.currentWidget() is self.nothing

    # The frame around it

    def title(self) -> str:
        return tr("Packet")

    def title_widgets(self) -> Sequence[QWidget]:
        return self.head.widgets()

    def panes(self) -> Sequence[QWidget]:
        return (self.exhibits.list, self.view.paper, self.options)

    def keys(self) -> Sequence[Key]:
        return (
            Key("Alt+Up", tr("Exhibit one place up")),
            Key("Alt+Down", tr("Exhibit one place down")),
            Key("Space", tr("Exhibit in or out")),
            Key("F2", tr("Write what it proves")),
            Key("PgUp", tr("Previous page")),
            Key("PgDown", tr("Next page")),
            Key("+", tr("Larger")),
            Key("-", tr("Smaller")),
            Key("0", tr("Whole page")),
        )

    def set_narrow(self, narrow: bool) -> None:
        self.view.options.setVisible(narrow)
        self.options.setVisible(not narrow)
        self.exhibits.show()

    def _swap_options(self) -> None:
        now = self.options.isVisibleTo(self.splitter)
        self.options.setVisible(not now)
        self.exhibits.setVisible(now)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._placed and self.width() > sum(_LEAST):
            self._placed = True
            middle = max(self.width() - _EXHIBITS_WIDTH - _OPTIONS_WIDTH - 2, _LEAST[1])
            self.splitter.setSizes([_EXHIBITS_WIDTH, middle, _OPTIONS_WIDTH])

    def save_state(self) -> Mapping[str, str]:
        return {"splitter": bytes(self.splitter.saveState().toBase64().data()).decode("ascii")}

    def restore_state(self, state: Mapping[str, str]) -> None:
        if state.get("splitter"):
            self._placed = self.splitter.restoreState(QByteArray.fromBase64(state["splitter"].encode("ascii")))
