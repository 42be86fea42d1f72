"""The menu of one or several call-backs in a list: another day, left out, given to somebody, whom one may call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.services.call_entries import SUBJECT_LIMIT
from models.call_kinds import CallBackKind
from models.kinds import Consent
from models.records import CallBackRow, Person
from ui.actions import shortcut_text
from ui.callbacks.call_doings import CallDoings
from ui.callbacks.line_words import is_open
from ui.i18n import translator
from ui.icons import icon
from ui.plain import isolate, mnemonic_safe, one_line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("callbacks")
_LONGEST = 40


class LineMenu(QObject):
    """`people` gives who can be given a call-back; `put_off` and `contact` open the dialogs of the page."""

    def __init__(
        self, window: QWidget, doings: CallDoings, people: Callable[[], Sequence[Person]],
        put_off: Callable[[Sequence[CallBackRow], bool], object], contact: Callable[[int], object],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._doings, self._people = window, doings, people
        self._put_off, self._contact = put_off, contact

    def open(self, rows: Sequence[CallBackRow], place: QPoint) -> QMenu | None:
        """Show the menu of these, of which only the open ones count; None without any."""
        rows = [row for row in rows if is_open(row)]
        if not rows:
            return None
        menu = self._menu()
        self._add(menu, tr("Another day…"), "move_call", lambda: self._put_off(rows, False))
        self._add(menu, tr("Skip this one…") if len(rows) == 1 else tr("Skip these…"), "skip_call",
                  lambda: self._put_off(rows, True))  # fmt: skip
        people = QMenu(mnemonic_safe(tr("Hand over to")), menu)
        people.setIcon(icon("user"))
        self._fill(people, rows)
        menu.addMenu(people)
        if len(rows) == 1:
            buyer_id = rows[0].call_back.buyer_id
            if rows[0].call_back.kind is CallBackKind.PROMISE:
                self._add(menu, tr("Write the promise anew…"), "", lambda: self.ask_promise(rows[0]))
            menu.addSeparator()
            self._add(menu, tr("Contact and consent…"), "contact", lambda: self._contact(buyer_id))
            self._add(
                menu, tr("No more calls"), "call_opt_out",
                lambda: self._doings.set_consent(buyer_id, Consent.REFUSED),
            )  # fmt: skip
        menu.popup(place)
        return menu

    def ask_promise(self, row: CallBackRow) -> ReasonDialog:
        """Ask for other words of a promise; what stood there stays in the history."""
        words = ReasonWords(
            title=tr("What was promised to %1", isolate(one_line(row.nick))), field=tr("Promise"), take=tr("Save"),
            cancel=tr("Cancel"), wrong=tr("Say what was promised."),
        )  # fmt: skip
        dialog = ReasonDialog(words, self._window, now=one_line(row.call_back.subject), longest=SUBJECT_LIMIT)
        dialog.given.connect(lambda text: self._doings.change_promise(row.call_back.id, text, dialog))
        dialog.open()
        return dialog

    def hand_over(self, rows: Sequence[CallBackRow], place: QPoint) -> QMenu | None:
        """Ask only whom to give these to; None where none is open."""
        rows = [row for row in rows if is_open(row)]
        if not rows:
            return None
        menu = self._menu()
        menu.setAccessibleName(tr("Hand over to"))
        self._fill(menu, rows)
        menu.popup(place)
        first = next((action for action in menu.actions() if action.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
        return menu

    def _menu(self) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add(self, menu: QMenu, words: str, command: str, act: Callable[[], object]) -> QAction:
        keys = shortcut_text(command) if command else ""
        action = menu.addAction(mnemonic_safe(words) + (f"\t{keys}" if keys else ""))
        action.triggered.connect(lambda: act())
        return action

    def _fill(self, menu: QMenu, rows: Sequence[CallBackRow]) -> None:
        """The people of the shop, the one who has these ticked, and nobody."""
        now = {row.call_back.person_id for row in rows}
        ids = [row.call_back.id for row in rows]
        people = [(person.id, _short(person.name)) for person in self._people() if person.active]
        for person_id, name in [*people, (None, tr("Nobody in particular"))]:
            if person_id is None:
                menu.addSeparator()
            action = menu.addAction(mnemonic_safe(name))
            action.setCheckable(True)
            action.setChecked(now == {person_id})
            action.triggered.connect(lambda _=False, chosen=person_id: self._doings.assign(ids, chosen))


def _short(name: str) -> str:
    text = one_line(name)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
