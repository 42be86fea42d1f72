"""The facts of a case, each changed where it stands: the telling ones always in sight, the others on demand."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from desktop.services.fact_names import FACT_KINDS, ORDER_FACTS, FactName, fact_value
from models.kinds import Liability
from models.records import CasePage
from ui import format as shown
from ui.cases.case_cells import Moment
from ui.cases.case_menus import fill_with_words
from ui.cases.fact_field import ROW, FactField
from ui.cases.fact_values import (
    MOMENTS,
    NotReadableError,
    decided_tip,
    fact_label,
    read_fact,
    shown_fact,
    typed_fact,
    warning_of,
)
from ui.cases.fact_words import recourse_text, remark_text, remedy_text
from ui.cases.remark_words import remark_copied
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, mnemonic_safe, one_line
from ui.widgets.buttons import icon_button
from ui.widgets.panel import line

tr = translator("cases")
_REMEDY, _COST, _RECOURSE = "remedy", "true_cost", "recourse"
_FIRST: tuple[str, ...] = (
    FactName.DEMAND, FactName.LIABILITY, _REMEDY, _COST, FactName.SIGNED_AT, _RECOURSE,
)  # fmt: skip
_MORE: tuple[str, ...] = (
    FactName.PROBLEM, FactName.AT_STAKE, FactName.WAITING_ON, FactName.HANDLER, FactName.SHIPPED_AT,
    FactName.OPENED, FactName.PAID_AT, FactName.FLAG,
)  # fmt: skip
_WIDE = 720


class CaseFacts(QWidget):
    """`change_wanted` comes with the case's id, the fact, its new value and the one that was seen before."""

    change_wanted = Signal(int, object, object, object)
    said = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: CasePage | None = None
        self._at: Moment | None = None
        self._people: Mapping[int, str] = {}
        self._typed: dict[FactName, str] = {}
        self._unfolded = self._wide = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self.fields: dict[FactName, FactField] = {}
        self._names: dict[str, PlainLabel] = {}
        self._static: dict[str, ElidedLabel] = {}
        self._cells: dict[str, QWidget] = {}
        for name in (*_FIRST, *_MORE, FactName.SUMMARY):
            self._make(name)
        self._remark_name = PlainLabel(tr("Remark"), self, ink="text3")
        self._remark_row = QWidget(self)
        row = line(self._remark_row, margins=(4, 0, 0, 0), spacing=4)
        self.remark = ElidedLabel("", self._remark_row)
        self.copy_remark = icon_button("copy", tr("Copy platform remark"), self._remark_row, size="row")
        self.copy_remark.clicked.connect(self._copy)
        self.more = icon_button("chevron-down", tr("More facts"), self._remark_row, size="row")
        self.more.clicked.connect(lambda: self.unfold(not self._unfolded))
        row.addWidget(self.remark, 1)
        row.addWidget(self.copy_remark)
        row.addWidget(self.more)
        self.reason = PlainLabel("", self, role="small", ink="overdue", wrap=True)
        self.reason.hide()
        self._arrange()

    def _make(self, name: str) -> None:
        if isinstance(name, FactName):
            field = FactField(self, lines=3 if name is FactName.SUMMARY else 1)
            field.opened.connect(lambda: self.open(name))
            field.kept.connect(lambda text, step: self._keep(name, text, step))
            field.typed.connect(lambda text: self._typing(name, text))
            field.left.connect(lambda: self._tell(""))
            self.fields[name] = field
            self._cells[name] = field
            self._names[name] = PlainLabel(fact_label(name), self, ink="text3")
            return
        label = {_REMEDY: tr("Remedy"), _COST: tr("True cost"), _RECOURSE: tr("Recourse")}[name]
        box = QWidget(self)
        self._static[name] = ElidedLabel("", box, weight=600 if name == _COST else 0)
        line(box, margins=(4, 0, 0, 0)).addWidget(self._static[name])
        self._cells[name], self._names[name] = box, PlainLabel(label, self, ink="text3")

    # Where things stand

    def _arrange(self) -> None:
        """Two pairs in a row, three where there is room; below them the summary, the remark and what is wrong."""
        pairs = 3 if self._wide else 2
        names = (*_FIRST, *_MORE)
        for row in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(row, 0)
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(6):
            self._grid.setColumnMinimumWidth(column, 52 if column % 2 == 0 and column < pairs * 2 else 0)
            self._grid.setColumnStretch(column, 1 if column % 2 and column < pairs * 2 else 0)
        place = 0
        for name in names:
            seen = name in _FIRST or self._wide or self._unfolded
            self._names[name].setVisible(seen)
            self._cells[name].setVisible(seen)
            if seen:
                row, pair = divmod(place, pairs)
                self._grid.addWidget(self._names[name], row, pair * 2)
                self._grid.addWidget(self._cells[name], row, pair * 2 + 1)
                self._grid.setRowMinimumHeight(row, ROW)
                place += 1
        row = -(-place // pairs)
        top = Qt.AlignmentFlag.AlignTop
        for name_label, cell in (
            (self._names[FactName.SUMMARY], self._cells[FactName.SUMMARY]), (self._remark_name, self._remark_row),
        ):  # fmt: skip
            name_label.setFixedHeight(ROW)
            self._grid.addWidget(name_label, row, 0, top)
            self._grid.addWidget(cell, row, 1, 1, pairs * 2 - 1, top)
            row += 1
        self._grid.addWidget(self.reason, row, 0, 1, pairs * 2)
        self.more.setVisible(not self._wide)
        self.more.set_icon_name("chevron-up" if self._unfolded else "chevron-down")
        self.more.set_tip(tr("Fewer facts") if self._unfolded else tr("More facts"))

    def unfold(self, on: bool) -> None:
        """Show all facts, or the telling ones."""
        self._unfolded = on
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        if wide != self._wide:
            self._wide = wide
            self._arrange()

    # What is shown

    def show_case(self, page: CasePage, at: Moment, people: Mapping[int, str]) -> None:
        """Show the facts of a case; a field being changed stays open while the case is the same."""
        other = self._page is None or self._page.case.id != page.case.id
        self._page, self._at, self._people = page, at, people
        if other:
            self._tell("")
            self._typed.clear()
            for field in self.fields.values():
                field.close_editor(focus=False)
        for name, field in self.fields.items():
            if not field.is_open():
                self._show(name, field, page, at)
        self._static[_REMEDY].set_full(remedy_text(page.resolution))
        self._static[_COST].set_full(shown.money(page.resolution.true_cost) if page.resolution else shown.NOTHING)
        self._static[_RECOURSE].set_full(recourse_text(page.resolution))
        text, ready = remark_text(page.resolution)
        self.remark.set_full(text)
        self.remark.set_ink("" if ready else "text3")
        self.copy_remark.setVisible(ready)

    def _show(self, name: FactName, field: FactField, page: CasePage, at: Moment) -> None:
        text, ink = shown_fact(page, name, at), "text"
        if name is FactName.SUMMARY and not text:
            text, ink = tr("Write what happened"), "text3"
        elif text == shown.NOTHING or (name is FactName.LIABILITY and page.case.liability is Liability.UNCLEAR):
            ink = "text3"
        locked = decided_tip(page, at) if name is FactName.LIABILITY else ""
        if name in ORDER_FACTS and page.order is None:
            locked = tr("The case has no order.")
        field.display.show_value(fact_label(name), text, ink=ink, locked=locked)

    # Changing one

    def open(self, name: FactName) -> QMenu | None:
        """Begin to change a fact: a menu of words, or a field in its place. Returns the menu, if it is one."""
        page, at, field = self._page, self._at, self.fields[name]
        if page is None or at is None:
            return None
        self._tell("")
        if field.display.is_locked():
            self._tell(field.display.accessibleDescription(), "text2")
            return None
        if name in FACT_KINDS or name is FactName.HANDLER:
            menu = self._menu(name, page)
            menu.popup(field.mapToGlobal(QPoint(0, field.height())))
            return menu
        typed = self._typed.pop(name, None)
        field.open_editor(
            fact_label(name), typed if typed is not None else typed_fact(page, name, at),
            "2026-11-20 09:30" if name in MOMENTS else "", touched=typed is not None,
        )  # fmt: skip
        if name is FactName.SUMMARY:
            self._tell(tr("Ctrl+Enter keeps, Esc leaves it as it was."), "text3")
        return None

    def _menu(self, name: FactName, page: CasePage) -> QMenu:
        menu = QMenu(fact_label(name), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.aboutToHide.connect(self.fields[name].display.setFocus)
        now = fact_value(page, name)
        if name in FACT_KINDS:
            kind: type[StrEnum] = FACT_KINDS[name]
            fill_with_words(menu, list(kind), now, lambda member: self._want(name, member))
        else:
            for number, person in ((None, tr("Nobody")), *self._people.items()):
                action = menu.addAction(mnemonic_safe(one_line(person)))
                action.setCheckable(True)
                action.setChecked(number == now)
                action.triggered.connect(
                    lambda _=False, number=number: self._want(name, number) if number != now else None
                )
        ticked = next((action for action in menu.actions() if action.isChecked()), None)
        if ticked is not None:
            menu.setActiveAction(ticked)
        return menu

    def _typing(self, name: FactName, text: str) -> None:
        if self._page is not None and self._at is not None:
            self._tell(warning_of(self._page, name, text, self._at), "due")
            self.fields[name].set_wrong("")

    def _keep(self, name: FactName, text: str, step: int) -> None:
        """`step`: where the keyboard goes; 2 when it went elsewhere already."""
        page, at, field = self._page, self._at, self.fields[name]
        if page is None or at is None:
            return
        try:
            value = read_fact(page, name, text, at) if field.is_touched() else fact_value(page, name)
        except NotReadableError as error:
            self._refuse(name, str(error))
            return
        self._tell("")
        field.close_editor(focus=step == 0)
        if value != fact_value(page, name):
            self._typed[name] = text
            self._want(name, value)
        if step in (1, -1):
            field.display.setFocus(Qt.FocusReason.OtherFocusReason)
            self.focusNextPrevChild(step == 1)

    def _want(self, name: FactName, value: object) -> None:
        page = self._page
        if page is not None:
            self.change_wanted.emit(page.case.id, name, value, fact_value(page, name))

    def kept(self, case_id: int, name: FactName) -> None:
        """A change was written."""
        if self._page is not None and self._page.case.id == case_id:
            self._typed.pop(name, None)

    def refused(self, case_id: int, name: FactName, words: str) -> bool:
        """A change was not written: the field opens again with what was typed. False if the case is not shown."""
        if self._page is None or self._page.case.id != case_id:
            return False
        if name in self._typed:
            self.open(name)
        self._refuse(name, words)
        return True

    def _refuse(self, name: FactName, words: str) -> None:
        self._tell(tr("%1: %2", fact_label(name), words))
        self.fields[name].set_wrong(words)

    def _tell(self, text: str, ink: str = "overdue") -> None:
        """Say something below the facts, and to a screen reader."""
        self.reason.set_ink(ink)
        self.reason.setText(text)
        self.reason.setAccessibleName(text)
        self.reason.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.reason, text))

    def _copy(self) -> None:
        page = self._page
        if page is not None and page.resolution is not None:
            QGuiApplication.clipboard().setText(page.resolution.remark)
            self.said.emit(remark_copied(page))
