"""One key to where the work on a case is done: its reply, its notes, its next step, who has to act next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.cases.case_columns import WAITING
from ui.cases.case_panel import NOTES, OVERVIEW, REPLIES, CasePanel
from ui.cases.list_work import ListWork
from ui.i18n import translator
from ui.page import Key

tr = translator("cases")


class CaseReach(QObject):
    """The page takes over `commands`; `letters` are the same from the list, with one key."""

    letters: ClassVar[Mapping[str, str]] = {"T": "reply", "N": "add_note", "X": "next_step", "W": "set_waiting"}

    def __init__(self, panel: CasePanel, list_work: ListWork, window: QWidget) -> None:
        super().__init__(window)
        self._panel, self._list_work = panel, list_work

    def commands(self) -> dict[str, Callable[[], object]]:
        """Commands of ui.actions that only lead somewhere."""
        return {
            "reply": self.reply, "add_note": self.write_note, "next_step": self.next_step,
            "set_waiting": lambda: self._list_work.editing.change(WAITING),
        }  # fmt: skip

    @staticmethod
    def keys() -> Sequence[Key]:
        """What the letters do, for the list of shortcuts."""
        return (
            Key("T", tr("reply to the buyer")), Key("N", tr("note")), Key("X", tr("next step")),
            Key("W", tr("who has to act next")),
        )  # fmt: skip

    def reply(self) -> None:
        """To the reply, at its first blank."""
        replies = self._panel.replies
        self._panel.bar.setCurrentIndex(REPLIES)
        replies.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not replies.is_edited():
            replies.field.next_blank()

    def write_note(self) -> None:
        """To the field for a new note."""
        self._panel.bar.setCurrentIndex(NOTES)
        self._panel.notes.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_step(self) -> None:
        """To the next step that can be done; to the overview where none is open."""
        self._panel.bar.setCurrentIndex(OVERVIEW)
        if not self._panel.overview.steps.go_to_open():
            self._panel.bar.setFocus(Qt.FocusReason.ShortcutFocusReason)
