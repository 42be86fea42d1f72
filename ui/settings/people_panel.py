"""Who works here: names and roles, who is working now, somebody new, somebody who left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kinds import Role
from models.records import Person
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.settings import setting_words as words
from ui.settings.setting_fields import ChoiceField, LineField
from ui.widgets.buttons import Button, icon_button
from ui.widgets.marks import Avatar, Chip
from ui.widgets.panel import Panel, clear_layout, line, rule

tr = translator("settings")
_ROLE = 132


class PeoplePanel(Panel):
    """`added` gives (name, role), `role_changed`, `renamed` and `initials_changed` a person id and what it becomes.

    `left` and `came_back` give a person id.
    """

    added = Signal(str, object)
    role_changed = Signal(int, object)
    renamed = Signal(int, str)
    initials_changed = Signal(int, str)
    left = Signal(int)
    came_back = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("People"), tr("their name stands on what they do"), parent, icon="users", token="accent")
        self.rows.setContentsMargins(16, 8, 16, 16)
        self.rows.setSpacing(8)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)
        self._away = QVBoxLayout()
        self._away.setSpacing(0)
        row = line(spacing=8)
        self.name = LineField(self.body, hint=tr("Name of somebody new"))
        self.name.setMaxLength(100)
        self.name.setAccessibleName(tr("Name of somebody new"))
        self.role = ChoiceField(words.roles(), self.body)
        self.role.setAccessibleName(tr("Role"))
        self.role.set_value(Role.AFTER_SALES.value)
        self.role.setFixedWidth(_ROLE)
        self.add = Button(tr("Add"), self.body, icon="user-plus")
        row.addWidget(self.name, 1)
        row.addWidget(self.role)
        row.addWidget(self.add)
        self.rows.addLayout(row)
        self.wrong = PlainLabel("", self.body, role="small", ink="overdue", wrap=True)
        self.wrong.hide()
        self.rows.addWidget(self.wrong)
        self.rows.addLayout(self._away)
        self.people: dict[int, tuple[ChoiceField, Button]] = {}
        self.names: dict[int, tuple[Avatar, LineField, LineField]] = {}
        self._shown: tuple[object, ...] = ()
        self.add.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)

    def show_people(self, people: Sequence[Person], at_work: int, gone: Sequence[Person] = ()) -> None:
        """Show these and, below, who left; who is working cannot leave."""
        key = (tuple(each.id for each in people), at_work, tuple(gone))
        if key != self._shown:
            # Only then: a row that is made anew takes the keyboard from who goes on typing in it.
            self._shown = key
            clear_layout(self._list)
            clear_layout(self._away)
            self.people.clear()
            self.names.clear()
            for person in people:
                self._list.addWidget(self._row(person, person.id == at_work))
                self._list.addWidget(rule(self.body))
            for person in gone:
                self._away.addWidget(self._gone(person))
        for person in people:
            avatar, name, mark = self.names[person.id]
            avatar.set(person.initials or person.name)
            name.set_value(person.name)
            mark.set_value(person.initials)
            self.people[person.id][0].set_value(person.role.value)

    def _gone(self, person: Person) -> QWidget:
        box = QWidget(self.body)
        row = line(box, spacing=8)
        row.addWidget(ElidedLabel(tr("%1 no longer works here", one_line(person.name)), box, ink="text3"), 1)
        back = Button(tr("Bring back"), box, kind="link", size="row")
        back.setAccessibleName(tr("Bring %1 back", one_line(person.name)))
        back.clicked.connect(lambda _=False, who=person.id: self.came_back.emit(who))
        row.addWidget(back)
        return box

    def _row(self, person: Person, at_work: bool) -> QWidget:
        box = QWidget(self.body)
        box.setFixedHeight(40)
        row = line(box, spacing=8)
        avatar = Avatar(person.initials or person.name, 24, box)
        row.addWidget(avatar)
        name, mark = LineField(box), LineField(box, width=44)
        name.setMaxLength(100)
        name.setAccessibleName(tr("Name of %1", person.name))
        mark.setMaxLength(3)
        mark.setAccessibleName(tr("Initials of %1", person.name))
        plain_tooltip(mark, tr("Initials, as on the disc"))
        for field in (name, mark):
            field.setProperty("size", "small")
        name.edited.connect(lambda text, who=person.id: self.renamed.emit(who, text))
        mark.edited.connect(lambda text, who=person.id: self.initials_changed.emit(who, text))
        self.names[person.id] = (avatar, name, mark)
        row.addWidget(name, 1)
        row.addWidget(mark)
        if at_work:
            row.addWidget(Chip(tr("working now"), "new", box))
        role = ChoiceField(words.roles(), box)
        role.setProperty("size", "small")
        role.setFixedWidth(_ROLE)
        role.set_value(person.role.value)
        role.setAccessibleName(tr("Role of %1", person.name))
        role.edited.connect(lambda value, who=person.id: self.role_changed.emit(who, Role(value)))
        row.addWidget(role)
        tip = tr("Choose another person at the top right first") if at_work else tr("No longer works here")
        away = icon_button("log-out", tip, box, size="small")
        away.setEnabled(not at_work)
        away.clicked.connect(lambda _=False, who=person.id: self.left.emit(who))
        row.addWidget(away)
        self.people[person.id] = (role, away)
        return box

    def show_wrong(self, text: str) -> None:
        """Say what is wrong with somebody new; empty for nothing."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.name.setProperty("wrong", bool(text))
        self.name.setAccessibleDescription(text)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)

    def _add(self) -> None:
        if not self.name.text().strip():
            self.show_wrong(tr("Write the name first."))
            return
        self.show_wrong("")
        self.added.emit(self.name.text(), Role(self.role.value()))

    def clear_new(self) -> None:
        """The new one was added."""
        self.name.clear()
        self.show_wrong("")
