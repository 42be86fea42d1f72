"""The QActions of all commands and the menu row made of them; who carries a command out is asked at each change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.actions import Command, commands, menus
from ui.icons import icon
from ui.plain import mnemonic_safe


class ActionSet(QObject):
    """One QAction per command. `attach` sets who carries commands out; the rest is greyed out."""

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handlers: dict[str, Callable[[], object]] = {}
        self._commands: dict[str, Command] = {command.id: command for command in commands()}
        self._actions: dict[str, QAction] = {}
        self._unpainted: set[str] = set()
        for command in self._commands.values():
            self._actions[command.id] = self._make(command)

    def _make(self, command: Command) -> QAction:
        action = QAction(mnemonic_safe(command.text), self)
        action.setObjectName(command.id)
        action.setMenuRole(command.role)
        action.setCheckable(command.choice)
        action.setEnabled(False)
        if command.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in (command.shortcut, command.second) if keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False, name=command.id: self.run(name))
        self._window.addAction(action)
        return action

    def paint_icons(self) -> None:
        """Give all actions their icons in the colours of the theme: each menu's when it is next opened."""
        self._unpainted = {command.menu for command in self._commands.values()}

    def _paint_menu(self, word: str) -> None:
        if word not in self._unpainted:
            return
        self._unpainted.discard(word)
        for command in self._commands.values():
            if command.menu == word and command.icon and not command.choice:
                self._actions[command.id].setIcon(icon(command.icon))

    def action(self, command: str) -> QAction:
        """The QAction of a command."""
        return self._actions[command]

    def command(self, name: str) -> Command:
        """The command of a name."""
        return self._commands[name]

    def commands(self) -> tuple[Command, ...]:
        """All commands, menu by menu."""
        return tuple(self._commands.values())

    def attach(self, handlers: Mapping[str, Callable[[], object]], can: Callable[[str], bool]) -> None:
        """Set who carries out what; KeyError for a command that is not in ui.actions."""
        unknown = handlers.keys() - self._commands.keys()
        if unknown:
            raise KeyError(f"not in ui.actions: {', '.join(sorted(unknown))}")
        self._handlers = dict(handlers)
        for name, action in self._actions.items():
            action.setEnabled(name in handlers and can(name))

    def enabled(self, name: str) -> bool:
        """Whether a command can be carried out now."""
        return self._actions[name].isEnabled()

    def run(self, name: str) -> None:
        """Carry out a command if it can be."""
        handler = self._handlers.get(name)
        if handler is not None and self._actions[name].isEnabled():
            handler()
            self.triggered.emit(name)

    def fill(self, bar: QMenuBar) -> None:
        """Build the menu row."""
        bar.clear()
        for word, title in menus():
            menu = bar.addMenu(title)
            menu.setObjectName(word)
            menu.aboutToShow.connect(lambda word=word: self._paint_menu(word))
            inner: dict[str, QMenu] = {}
            for command in self._commands.values():
                if command.menu == word:
                    if command.under and command.under not in inner:
                        inner[command.under] = menu.addMenu(mnemonic_safe(command.under))
                    place = inner.get(command.under, menu)
                    if command.before:
                        place.addSeparator()
                    place.addAction(self._actions[command.id])
