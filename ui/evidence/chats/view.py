"""A chat log in the viewer: bubbles with the shop at the right, search, copy, and the original text one key away."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QPlainTextEdit, QStackedWidget, QWidget

from desktop.services.chat_texts import ShownChat
from ui.evidence.chats.bubbles import ChatDelegate
from ui.evidence.chats.model import ChatModel
from ui.evidence.chats.words import chat_caption, doubts, spoken
from ui.fonts import font
from ui.i18n import translator
from ui.letters import letters_on
from ui.plain import PlainLabel, mnemonic_safe, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import SearchField, Segmented
from ui.widgets.panel import Strip, column, line
from ui.widgets.table import DataList

tr = translator("chats")
_BAR = 44
_BATCH = 50
_MENU_NAMES = 40
_SEARCH_WIDTH = 220


class _Messages(DataList):
    """The list leaves to the viewer what moves on or goes back, and to the chat its letter."""

    _LEFT_TO_OTHERS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_T, Qt.Key.Key_E, Qt.Key.Key_F3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if (bare and event.key() in self._LEFT_TO_OTHERS) or event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
        else:
            super().keyPressEvent(event)


class ChatView(QWidget):
    """`ours_said` says of a speaker whether it is the shop; `caption_wanted` offers words for the caption."""

    ours_said = Signal(str, bool)
    caption_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownChat | None = None
        self._hits: list[int] = []
        rows = column(self)
        rows.addWidget(self._bar())
        self._doubts = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self._doubts.setContentsMargins(16, 8, 16, 0)
        rows.addWidget(self._doubts)
        self._places = QStackedWidget(self)
        self.model = ChatModel(self)
        self.list = _Messages(self._places, name=tr("Messages"))
        self.list.setUniformItemSizes(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        # Ten thousand messages are laid out a few at a time: the window never waits for them.
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setBatchSize(_BATCH)
        self.list.setProperty("surface", "canvas")
        self.bubbles = ChatDelegate(self.list, self.model)
        self.list.setItemDelegate(self.bubbles)
        self.list.setModel(self.model)
        self.text = QPlainTextEdit(self._places)
        self.text.setReadOnly(True)
        self.text.setFont(font("body"))
        self.text.setAccessibleName(tr("Original text"))
        self._places.addWidget(self.list)
        self._places.addWidget(self.text)
        rows.addWidget(self._places, 1)
        self._relay = QTimer(self, singleShot=True, interval=80)
        self._relay.timeout.connect(self._lay_again)
        self.setFocusProxy(self.list)
        # The focus comes to the messages first, so what stands over them follows.
        order = (self.list, self.text, self._ways, self._who, self._caption, self.search, self._back, self._on)
        for one, next_one in pairwise(order):
            QWidget.setTabOrder(one, next_one)

    def _bar(self) -> QWidget:
        bar = Strip(self, surface="surface", edge="bottom", height=_BAR)
        row = line(bar, margins=(12, 0, 12, 0), spacing=8)
        self._ways = Segmented([("chat", tr("Chat")), ("text", tr("Original"))], "chat", bar)
        self._ways.setAccessibleName(tr("How the chat is shown"))
        self._ways.chosen.connect(self._way_chosen)
        self._who = Button(tr("We are…"), bar, icon="users", size="small")
        self._menu = QMenu(self._who)
        self._who.setMenu(self._menu)
        self._caption = Button(tr("Use as caption"), bar, icon="pencil", size="small")
        self._caption.clicked.connect(self._offer_caption)
        self._count = PlainLabel("", bar, role="small", ink="text3")
        self.search = SearchField(tr("Search in this chat"), bar)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(lambda: self.step(1))
        self._found = PlainLabel("", bar, role="small", ink="text3")
        self._back = icon_button("chevron-up", tr("Previous match"), bar, hint="Shift+F3", kind="secondary")
        self._on = icon_button("chevron-down", tr("Next match"), bar, hint="F3", kind="secondary")
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        left: tuple[QWidget, ...] = (self._ways, self._who, self._caption, self._count)
        for widget in left:
            row.addWidget(widget)
        row.addStretch(1)
        right: tuple[QWidget, ...] = (self.search, self._found, self._back, self._on)
        for widget in right:
            row.addWidget(widget)
        return bar

    # Showing

    def show_chat(self, shown: ShownChat) -> None:
        """Show a chat; a text that is none is shown as it is."""
        self._shown = shown
        log = shown.chat.log
        self.bubbles.forget()
        self.model.show_log(log, shown.ours)
        self.text.clear()
        self._caption.set_tip(chat_caption(log) if log is not None else "")
        for widget in (self._ways, self._who, self._caption):
            widget.setVisible(log is not None)
        self._count.setText(tr("%n message", n=len(log.messages)) if log is not None else "")
        words = doubts(log) if log is not None else ""
        if shown.chat.cut:
            words = f"{words} {tr('The text is long: only its beginning is shown.')}".strip()
        self._doubts.setText(words)
        self._doubts.setVisible(bool(words))
        self._fill_menu()
        self.search.clear()
        self._search("")
        self._ways.set_value("chat")
        self._show_way("chat" if log is not None else "text")
        if log is not None and log.messages:
            self.list.setCurrentIndex(self.model.index(0, 0))
            self.list.scrollToTop()

    def clear(self) -> None:
        """Let go of the chat."""
        self._shown = None
        self.model.show_log(None, ())
        self.text.clear()

    def way(self) -> str:
        """`chat` or `text`, as shown."""
        return "chat" if self._places.currentWidget() is self.list else "text"

    def _fill_menu(self) -> None:
        self._menu.clear()
        log = self._shown.chat.log if self._shown is not None else None
        for name in (log.speakers() if log is not None else ())[:_MENU_NAMES]:
            action = self._menu.addAction(mnemonic_safe(one_line(name)[:60]))
            action.setCheckable(True)
            action.setChecked(name in self.model.ours())
            action.toggled.connect(lambda on, who=name: self._say(who, ours=on))
        ours = sorted(one_line(name) for name in self.model.ours())
        self._who.set_label(tr("We are %1", "/".join(ours)[:24]) if ours else tr("We are…"))

    def _say(self, speaker: str, *, ours: bool) -> None:
        now = self.model.ours() | {speaker} if ours else self.model.ours() - {speaker}
        self.model.set_ours(now)
        names = sorted(one_line(name) for name in now)
        self._who.set_label(tr("We are %1", "/".join(names)[:24]) if names else tr("We are…"))
        self.ours_said.emit(speaker, ours)

    @Slot()
    def _offer_caption(self) -> None:
        if self._shown is not None and self._shown.chat.log is not None:
            self.caption_wanted.emit(chat_caption(self._shown.chat.log))

    @Slot(str)
    def _way_chosen(self, way: str) -> None:
        self._show_way(way)
        self._search(self.search.text())

    def _show_way(self, way: str) -> None:
        place = self.list if way == "chat" else self.text
        if way == "text" and self._shown is not None and self.text.document().isEmpty():
            # A long text takes its time: only when it is looked at.
            self.text.setPlainText(self._shown.chat.text)
        self._places.setCurrentWidget(place)
        self.setFocusProxy(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay.start()

    @Slot()
    def _lay_again(self) -> None:
        self.list.scheduleDelayedItemsLayout()

    # Finding

    def start_search(self) -> None:
        """Ctrl+F: to the field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @Slot(str)
    def _search(self, words: str) -> None:
        words = words.strip()
        self._hits = self.model.find(words)
        some = bool(words)
        if self.way() == "text":
            self._found.setText("")
            if some:
                self.text.moveCursor(QTextCursor.MoveOperation.Start)
                self._found.setText("" if self.text.find(words) else tr("not found"))
        else:
            self._found.setText(self._place_words() if some else "")
            if self._hits:
                self._go(self._hits[0])
        for button in (self._back, self._on):
            button.setVisible(some)
        self.list.viewport().update()

    def step(self, by: int) -> None:
        """To the next or previous match, around the end."""
        words = self.search.text().strip()
        if self.way() == "text":
            flag = self.text.document().FindFlag.FindBackward if by < 0 else self.text.document().FindFlag(0)
            if words and not self.text.find(words, flag):
                ends = QTextCursor.MoveOperation.End if by < 0 else QTextCursor.MoveOperation.Start
                self.text.moveCursor(ends)
                self.text.find(words, flag)
            return
        if not self._hits:
            return
        row = self.list.currentIndex().row()
        after = [hit for hit in self._hits if (hit > row if by > 0 else hit < row)]
        ring = (after or self._hits) if by > 0 else (after or self._hits)[::-1]
        self._go(ring[0])
        self._found.setText(self._place_words())

    def _place_words(self) -> str:
        if not self._hits:
            return tr("not found")
        row = self.list.currentIndex().row()
        at = self._hits.index(row) + 1 if row in self._hits else 1
        return f"{at} / {len(self._hits)}"

    def _go(self, row: int) -> None:
        index: QModelIndex = self.model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    # Keys

    def copy(self) -> None:
        """What is selected, with times and speakers, to the clipboard."""
        if self.way() == "text":
            self.text.copy()
            return
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        if rows:
            QGuiApplication.clipboard().setText("\n\n".join(spoken(self.model.message(row)) for row in rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F3:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_T and not event.modifiers() and letters_on() and self._ways.isVisibleTo(self):
            way = "text" if self.way() == "chat" else "chat"
            self._ways.set_value(way)
            self._way_chosen(way)
        else:
            super().keyPressEvent(event)
