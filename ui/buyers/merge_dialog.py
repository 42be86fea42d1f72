"""Merging two buyers: who the other is, which of the two stays, what moves, and which contact data is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QListView, QRadioButton, QVBoxLayout, QWidget

from desktop.context import AppContext
from models.buyer_records import BuyerQuery, BuyerRow, MergeField, MergePlan
from models.kinds import Consent, Temperament, Tier
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel, mnemonic_safe, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import SearchField
from ui.widgets.panel import Banner, clear_layout, column, foot_line, line
from ui.words import word

tr = translator("buyers")
_FOUND, _VALUE_WIDTH = 20, 190


class MergeDialog(QDialog):
    """`wanted` gives the one kept, the other, and the fields of which the other's stays."""

    wanted = Signal(int, int, object)

    def __init__(
        self, ctx: AppContext, background: Background, buyer_id: int, parent: QWidget | None = None, *, other: int = 0
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background = ctx, background
        self._first, self._second = buyer_id, other
        self.plan: MergePlan | None = None
        self._found: list[BuyerRow] = []
        self._asked = 0
        self._choices: dict[str, QRadioButton] = {}
        self.setWindowTitle(tr("Merge buyers"))
        self.setAccessibleName(tr("Merge buyers"))
        self.setMinimumWidth(600)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(tr("Merge buyers"), self, role="heading"))
        self._search_rows(rows)
        self.refusal = Banner("due", "", "", self)
        self.refusal.hide()
        rows.addWidget(self.refusal)
        self._preview = QWidget(self)
        self._inside = column(self._preview, spacing=8)
        self._preview.hide()
        rows.addWidget(self._preview)
        rows.addStretch(1)
        self.back = Button(tr("Another buyer…"), self, kind="ghost")
        self.back.clicked.connect(self._choose_again)
        self.back.hide()
        self.take = Button(tr("Merge"), self, kind="primary", icon="merge")
        self.take.setEnabled(False)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take, self.back))
        if other:
            self._ask_plan(buyer_id, other)
        else:
            self.search.setFocus()

    def _search_rows(self, rows: QVBoxLayout) -> None:
        self._finding = QWidget(self)
        inside = column(self._finding, spacing=6)
        self._explain = PlainLabel(
            tr("Who is the same person? Search by ID, name, phone or address."), self._finding, ink="text2", wrap=True
        )
        inside.addWidget(self._explain)
        self.search = SearchField(tr("Buyer ID, name, phone, address"), self._finding)
        self.search.searched.connect(self._look)
        inside.addWidget(self.search)
        self.list = QListView(self._finding)
        self.list.setAccessibleName(tr("Buyers found"))
        self.list.setFixedHeight(180)
        self.list.setUniformItemSizes(True)
        self.names = QStringListModel(self)
        self.list.setModel(self.names)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.activated.connect(lambda index: self._chosen(index.row()))
        self.list.clicked.connect(lambda index: self._chosen(index.row()))
        inside.addWidget(self.list)
        rows.addWidget(self._finding)

    # Who the other is

    def _look(self, text: str) -> None:
        self._asked += 1
        asked, buyers, first = self._asked, self._ctx.buyers, self._first

        def look() -> list[BuyerRow]:
            ids = list(buyers.list_buyer_ids(BuyerQuery(text=text))[:_FOUND]) if text.strip() else []
            found = buyers.load_rows(ids)
            return [found[each] for each in ids if each in found and each != first]

        self._background.run(
            self._ctx.jobs.read(look), lambda found: self._show_found(found) if asked == self._asked else None,
            receiver=self, quiet=True,
        )  # fmt: skip

    def _show_found(self, found: Sequence[BuyerRow]) -> None:
        self._found = list(found)
        self.names.setStringList([_found_text(row) for row in found])

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._found):
            self._second = self._found[row].id
            self._ask_plan(self._first, self._second)

    def _choose_again(self) -> None:
        self.plan = None
        self.take.setEnabled(False)
        self.back.hide()
        self._preview.hide()
        self.refusal.hide()
        self._finding.show()
        self.search.setFocus()

    # What would happen

    def _ask_plan(self, kept: int, other: int) -> None:
        buyers = self._ctx.buyers
        self._background.run(
            self._ctx.jobs.read(lambda: buyers.plan_merge(kept, other)), self.show_plan, self._refuse, receiver=self
        )

    def _refuse(self, error: BaseException) -> None:
        words = sentence(error)
        self.plan = None
        self.take.setEnabled(False)
        self.refusal.set_text(words.what, words.next)
        self.refusal.show()

    def show_plan(self, plan: MergePlan) -> None:
        """Show what merging would do."""
        self.plan = plan
        self.refusal.hide()
        self._finding.hide()
        self.back.show()
        clear_layout(self._inside)
        self._inside.addWidget(self._keepers(plan))
        self._inside.addWidget(self._fields(plan))
        for text in preview_lines(plan):
            self._inside.addWidget(PlainLabel(text, self._preview, ink="text2", wrap=True))
        self._preview.show()
        self.take.setEnabled(True)
        self.take.setDefault(True)
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)
        self.adjustSize()

    def _keepers(self, plan: MergePlan) -> QWidget:
        box = QWidget(self._preview)
        across = line(box, spacing=16)
        across.addWidget(PlainLabel(tr("Stays"), box, weight=600))
        group = QButtonGroup(box)
        first = plan.kept if plan.kept.id == self._first else plan.other
        second = plan.other if plan.kept.id == self._first else plan.kept
        for buyer in (first, second):
            choice = self._radio(buyer.nick, box)
            choice.setChecked(buyer.id == plan.kept.id)
            group.addButton(choice)
            across.addWidget(choice)
            if buyer.id != plan.kept.id:
                choice.toggled.connect(lambda on: self._swap() if on else None)
        across.addStretch(1)
        return box

    def _swap(self) -> None:
        if self.plan is not None:
            self._ask_plan(self.plan.other.id, self.plan.kept.id)

    def _fields(self, plan: MergePlan) -> QWidget:
        box = QWidget(self._preview)
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        self._choices = {}
        differing = [each for each in plan.fields if each.differs]
        for row, each in enumerate(differing):
            grid.addWidget(PlainLabel(field_title(each.name), box, ink="text3"), row, 0)
            group = QButtonGroup(box)
            kept = self._radio(value_text(each, each.kept), box)
            other = self._radio(value_text(each, each.other), box)
            for place, choice in enumerate((kept, other)):
                choice.setAccessibleName(f"{field_title(each.name)}: {choice.text()}")
                group.addButton(choice)
                grid.addWidget(choice, row, 1 + place)
            (other if each.from_other else kept).setChecked(True)
            self._choices[each.name] = other
        box.setVisible(bool(differing))
        return box

    def _radio(self, text: str, parent: QWidget) -> QRadioButton:
        whole = one_line(text)
        choice = QRadioButton(parent)
        cut = choice.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, _VALUE_WIDTH)
        choice.setText(mnemonic_safe(cut))
        plain_tooltip(choice, whole if cut != whole else "")
        return choice

    def from_other(self) -> frozenset[str]:
        """The fields of which the other's stays."""
        fixed = {each.name for each in self.plan.fields if each.from_other and not each.differs} if self.plan else set()
        return frozenset(fixed | {name for name, choice in self._choices.items() if choice.isChecked()})

    def choose(self, name: str, *, from_other: bool) -> None:
        """Choose as the user does."""
        if from_other:
            self._choices[name].setChecked(True)

    def _take(self) -> None:
        if self.plan is not None:
            self.wanted.emit(self.plan.kept.id, self.plan.other.id, self.from_other())
            self.accept()


def _found_text(row: BuyerRow) -> str:
    parts = (one_line(row.nick), one_line(row.name), row.phone_tail, one_line(row.shop_name))
    return " · ".join(part for part in parts if part)


def field_title(name: str) -> str:
    """The words of a column of both buyers."""
    titles = {
        "name": tr("Name"), "phone": tr("Phone"), "wechat": tr("WeChat"), "email": tr("E-mail"),
        "address": tr("Address"), "country": tr("Country"), "tier": tr("Tier"), "temperament": tr("Temperament"),
    }  # fmt: skip
    return titles[name]


def value_text(field: MergeField, value: str) -> str:
    """What stands in a column, in words; a word for nothing."""
    if field.name == "tier":
        return word(Tier(value))
    if field.name == "temperament":
        return word(Temperament(value))
    return value if value.strip() else tr("(empty)")


def preview_lines(plan: MergePlan) -> list[str]:
    """What would move and stay, one sentence each."""
    moves = plan.moves
    other, kept = one_line(plan.other.nick)[:60], one_line(plan.kept.nick)[:60]
    counted = (
        (moves["order"], tr("%n order(s)", n=moves["order"])), (moves["case"], tr("%n case(s)", n=moves["case"])),
        (moves["call_back"], tr("%n call-back(s)", n=moves["call_back"])),
        (moves["call_record"], tr("%n call(s)", n=moves["call_record"])),
        (moves["buyer_note"], tr("%n note(s)", n=moves["buyer_note"])),
    )  # fmt: skip
    what = tr(", ").join(text for count, text in counted if count)
    lines = [
        tr("Moves to %1: %2.", kept, what) if what else tr("Nothing but the ID moves to %1.", kept),
        tr("%1 becomes a former ID: search and later imports find %2 by it.", other, kept),
    ]  # fmt: skip
    if plan.two_call_backs:
        lines.append(tr("Both have a call-back planned: the earlier one stays."))
    if plan.consent is Consent.REFUSED:
        lines.append(tr("One of them does not want calls: that stays, and no call is planned."))
    if plan.flags:
        lines.append(tr("Flags of both stay: %1.", tr(", ").join(word(flag) for flag in plan.flags)))
    if plan.kept.note.strip() and plan.other.note.strip():
        lines.append(tr("The standing note of %1 becomes a dated note.", other))
    lines.append(tr("One step of Undo takes all of it back."))
    return lines
