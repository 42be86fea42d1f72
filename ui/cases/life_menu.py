"""The entries of a case's menu that belong to its life: done, snoozed, archived, reopened, merged, linked, split."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from models.records import CaseRow
from models.rules.case_life import CLOSED
from ui.actions import commands as known_commands
from ui.icons import icon


def life_entries(menu: QMenu, commands: Mapping[str, Callable[[], object]], rows: Sequence[CaseRow]) -> None:
    """Add what makes sense for these cases, in the words and with the keys of the menus."""
    closed = [row for row in rows if row.state in CLOSED]
    working = len(closed) < len(rows)
    several = len(rows) > 1
    wanted = {
        "done": working, "snooze": working, "wake": any(row.snoozed_until is not None for row in rows),
        "archive": True, "reopen": bool(closed), "merge": True, "link": not several, "split": not several,
        "case_call": bool(closed) and not several,
        "paid_out": not several, "owe_invoice": not several, "note_penalty": not several,
    }  # fmt: skip
    menu.addSeparator()
    for command in known_commands():
        if not wanted.get(command.id) or command.id not in commands:
            continue
        action = menu.addAction(icon(command.icon), command.text)
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _=False, word=command.id: commands[word]())
