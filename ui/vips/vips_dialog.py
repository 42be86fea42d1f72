"""All VIPs, and the tiers the rules propose, to accept or decline: several at once, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QWidget

from desktop.context import AppContext
from models.call_back_records import TierProposal
from models.kinds import Consent, Tier
from models.rules.call_settings import CallRules
from models.rules.rhythms import Rhythm
from models.vip_records import VipRow
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.messages import show_error
from ui.plain import PlainLabel
from ui.rhythm_words import rhythm_sentence
from ui.vips.vip_desk import PROPOSALS, VIPS
from ui.vips.vip_models import ProposalModel, VipFilter, VipModel, fits
from ui.widgets.buttons import Button
from ui.widgets.controls import ListSearchField, Tabs, ViewChip
from ui.widgets.panel import EmptyPlace, SkeletonRows, column, line
from ui.widgets.table import DataTable

tr = translator("vips")
_WIDTH, _HEIGHT = 1000, 640


@dataclass(frozen=True, slots=True)
class VipsShown:
    """What one job reads for the dialog."""

    rows: tuple[VipRow, ...]
    proposals: tuple[TierProposal, ...]
    rules: CallRules
    now: datetime
    zone: tzinfo


def load_vips(ctx: AppContext) -> VipsShown:
    """Everything at once."""
    desk = ctx.call_backs.desk(ctx.call_backs.shop())
    return VipsShown(
        ctx.vips.list_vips(), ctx.vips.proposals(ctx.call_backs.shop()), ctx.call_rules.read(), desk.now, desk.zone
    )


class VipsDialog(QDialog):
    """`opened` gives a buyer whose card is wanted, `contact_wanted` one whose contact, `rules_wanted` the settings,
    `add_wanted` asks for another VIP."""

    opened = Signal(int)
    contact_wanted = Signal(int)
    rules_wanted = Signal()
    add_wanted = Signal()
    changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background = ctx, background
        self.found: VipsShown | None = None
        self._wanted = VipFilter.ALL
        self.setWindowTitle(tr("VIP buyers"))
        self.setAccessibleName(tr("VIP buyers"))
        rows = column(self, margins=(0, 16, 0, 16), spacing=10)
        head = line(margins=(20, 0, 20, 0))
        head.addWidget(PlainLabel(tr("VIP buyers"), self, role="heading"), 1)
        rows.addLayout(head)
        self.tabs = Tabs(self)
        self.tabs.addTab(tr("VIPs"))
        self.tabs.addTab(tr("Proposed by the rules"))
        self.tabs.setAccessibleName(tr("VIP buyers"))
        self.tabs.currentChanged.connect(self._turn)
        tabs = line(margins=(20, 0, 20, 0))
        tabs.addWidget(self.tabs, 1)
        rows.addLayout(tabs)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._vip_page())
        self.pages.addWidget(self._proposal_page())
        rows.addWidget(self.pages, 1)
        rows.addLayout(self._foot())
        self.resize(_WIDTH, _HEIGHT)
        self._turn(VIPS)
        self.search.setFocus()
        self.reload()

    def _vip_page(self) -> QWidget:
        page = QWidget(self)
        rows = column(page, spacing=8)
        tools = line(margins=(20, 0, 20, 0), spacing=6)
        self.search = ListSearchField(tr("Buyer ID, name, phone, who calls"), page)
        self.search.setFixedWidth(260)
        self.search.searched.connect(lambda _: self._narrow())
        tools.addWidget(self.search)
        words = {
            VipFilter.ALL: tr("All"), VipFilter.SPECIAL: tr("Special care"), VipFilter.NO_CALL: tr("Nothing planned"),
            VipFilter.NO_CONSENT: tr("Not asked"), VipFilter.OPTED_OUT: tr("Opted out"),
        }  # fmt: skip
        self.chips: dict[VipFilter, ViewChip] = {}
        for each, text in words.items():
            chip = ViewChip(text, None, page)
            chip.clicked.connect(lambda _=False, each=each: self.choose_filter(each))
            tools.addWidget(chip)
            self.chips[each] = chip
        tools.addStretch(1)
        self.add = Button(tr("Add a VIP"), page, icon="user-plus", size="small")
        self.add.clicked.connect(self.add_wanted)
        tools.addWidget(self.add)
        rows.addLayout(tools)
        self.model = VipModel(self)
        self.table = DataTable(self.model.columns(), page, name=tr("VIP buyers"))
        self.table.setModel(self.model)
        self.table.opened.connect(self._contact)
        self.search.down.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        self.table.left.connect(self.reject)
        self.table.selection_changed.connect(self._fit)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.table.setSortingEnabled(True)
        self.waiting = SkeletonRows(10, page)
        self.empty = EmptyPlace("users", "", "", page)
        for widget in (self.table, self.waiting, self.empty):
            rows.addWidget(widget, 1)
        return page

    def _proposal_page(self) -> QWidget:
        page = QWidget(self)
        rows = column(page, spacing=8)
        self.offer = ProposalModel(self)
        self.offers = DataTable(self.offer.columns(), page, name=tr("Proposed by the rules"))
        self.offers.setModel(self.offer)
        self.offers.opened.connect(lambda index: self.accept_chosen())
        self.offers.left.connect(self.reject)
        self.offers.selection_changed.connect(self._fit)
        self.offers.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.offers.setSortingEnabled(True)
        self.nothing = EmptyPlace("star", "", "", page)
        self.nothing.add_button(tr("Rules of the VIP tiers…"), self._rules, icon="settings")
        rows.addWidget(self.offers, 1)
        rows.addWidget(self.nothing, 1)
        return page

    def _foot(self) -> QHBoxLayout:
        foot = line(margins=(20, 0, 20, 0), spacing=8)
        self.said = PlainLabel("", self, role="small", ink="text3")
        self.card = Button(tr("Card of the buyer"), self, kind="ghost", icon="user")
        self.card.clicked.connect(self._card)
        self.contact = Button(tr("Contact and consent…"), self, icon="phone")
        self.contact.clicked.connect(lambda: self._contact(self.table.currentIndex()))
        self.note = Button(tr("Plan a note"), self, icon="sticky-note")
        self.note.set_tip(tr("A note in the parcel for VIPs who were not asked: it needs no agreement"))
        self.note.clicked.connect(self.plan_notes)
        self.decline = Button(tr("Decline"), self)
        self.decline.clicked.connect(self.decline_chosen)
        self.take = Button(tr("Accept"), self, kind="primary")
        self.take.clicked.connect(self.accept_chosen)
        self.leave = Button(tr("Close"), self)
        self.leave.clicked.connect(self.accept)
        foot.addWidget(self.card)
        foot.addWidget(self.said)
        foot.addStretch(1)
        for each in (self.leave, self.note, self.contact, self.decline, self.take):
            each.setAutoDefault(False)
            foot.addWidget(each)
        return foot

    # Showing

    def reload(self) -> None:
        """Read everything anew."""
        ctx = self._ctx
        if self.found is None:
            self.table.hide()
            self.empty.hide()
        self._background.run(ctx.jobs.read(lambda: load_vips(ctx)), self.show_vips, self._failed, receiver=self)

    def _failed(self, error: BaseException) -> None:
        words = sentence(error)
        self.waiting.hide()
        self.table.hide()
        self.empty.set_text("triangle-alert", words.what, words.next)
        self.empty.show()

    def show_vips(self, found: VipsShown) -> None:
        """Show the list and the proposals."""
        self.found = found
        self.waiting.hide()
        rhythms = found.rules.rhythms
        self.model.take(found.now, found.zone, lambda tier: rhythm_sentence(rhythms.get(tier, Rhythm())))
        chosen = self._buyer_id()
        self._narrow()
        if chosen:
            self._choose(chosen)
        self.tabs.set_count(VIPS, len(found.rows))
        self.tabs.set_count(PROPOSALS, len(found.proposals))
        for each, chip in self.chips.items():
            chip.set_count(sum(fits(row, each) for row in found.rows))
        kept = self.offers.selected_rows()
        self.offer.show_rows(found.proposals)
        self.offers.setVisible(bool(found.proposals))
        self.nothing.setVisible(not found.proposals)
        if found.rules.tiers_on:
            self.nothing.set_text(
                "star",
                tr("The rules propose nobody new."),
                tr("What was declined comes back after the days you chose."),
            )
        else:
            self.nothing.set_text(
                "star",
                tr("The rules of the VIP tiers are off."),
                tr("Switch them on, and buyers are proposed by what they spent, ordered and gave back."),
            )
        if found.proposals:
            self.offers.choose_row(min(kept[0] if kept else 0, len(found.proposals) - 1))
        self._fit()

    def choose_filter(self, wanted: VipFilter) -> None:
        """Show one part of the list."""
        self._wanted = wanted
        self._narrow()

    def _narrow(self) -> None:
        if self.found is None:
            return
        typed = self.search.text().casefold().split()
        rows = [
            row for row in self.found.rows
            if fits(row, self._wanted) and all(each in row.words for each in typed)
        ]  # fmt: skip
        for each, chip in self.chips.items():
            chip.setChecked(each is self._wanted)
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if not self.found.rows:
            self.empty.set_text(
                "users", tr("No VIP buyers yet."), tr("Give a buyer a tier, or accept what the rules propose.")
            )
        elif not rows:
            self.empty.set_text("search", tr("Nobody fits."), tr("Search for less, or show all."))
        elif not self.table.currentIndex().isValid():
            self.table.choose_row(0)
        self._fit()

    def _choose(self, buyer_id: int) -> None:
        for place, row in enumerate(self.model.rows):
            if row.buyer_id == buyer_id:
                self.table.choose_row(place)

    def _turn(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        proposing = place == PROPOSALS
        self.contact.setVisible(not proposing)
        self.note.setVisible(not proposing)
        self.take.setVisible(proposing)
        self.decline.setVisible(proposing)
        self._fit()

    def _fit(self) -> None:
        many = len(self.chosen())
        self.take.setEnabled(many > 0)
        self.decline.setEnabled(many > 0)
        proposing = self.tabs.currentIndex() == PROPOSALS
        self.take.set_label(tr("Accept %1", many) if many > 1 else tr("Accept"))
        self.decline.set_label(tr("Decline %1", many) if many > 1 else tr("Decline"))
        notes = len(self.notable())
        self.note.setEnabled(notes > 0)
        self.note.set_label(tr("Plan %1 notes", notes) if notes > 1 else tr("Plan a note"))
        one = bool(self._buyer_id())
        self.card.setEnabled(one)
        self.contact.setEnabled(one)
        all_words = tr("Ctrl+A chooses all · ↵ accepts · Del declines")
        self.said.setText(all_words if proposing and self.offer.rows else "")

    def _buyer_id(self) -> int:
        if self.tabs.currentIndex() == PROPOSALS:
            chosen = self.chosen()
            return chosen[0].buyer_id if chosen else 0
        place = self.table.currentIndex().row()
        return self.model.rows[place].buyer_id if 0 <= place < len(self.model.rows) else 0

    def notable(self) -> list[int]:
        """Of the VIPs chosen those for whom a note may be planned, by their ids."""
        if self.found is None or not self.found.rules.notes:
            return []
        rows = (self.model.rows[place] for place in self.table.selected_rows() if place < len(self.model.rows))
        return [row.buyer_id for row in rows if row.consent is Consent.UNKNOWN and row.next_on is None]

    def chosen(self) -> Sequence[TierProposal]:
        """The proposals chosen."""
        return [self.offer.rows[place] for place in self.offers.selected_rows() if place < len(self.offer.rows)]

    # Doing

    def accept_chosen(self) -> None:
        """Give the buyers chosen their tiers, in one action."""
        vips = self._ctx.vips
        self._answer(lambda ids, seen: vips.accept(ids, seen=seen))

    def decline_chosen(self) -> None:
        """Leave the buyers chosen as they are, in one action."""
        vips = self._ctx.vips
        self._answer(lambda ids, seen: vips.decline(ids, seen=seen))

    def plan_notes(self) -> None:
        """Plan a note in the parcel for each of the VIPs chosen who were not asked, in one action."""
        ids, service = self.notable(), self._ctx.call_backs
        if ids:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.note.setEnabled(False)
            self._background.run(
                self._ctx.jobs.write(lambda: service.plan_notes(ids)), self._written, self._not_written, receiver=self
            )

    def _answer(self, answer: Callable[[list[int], dict[int, Tier]], int]) -> None:
        chosen = self.chosen()
        if not chosen:
            return
        seen = {each.buyer_id: each.proposed for each in chosen}
        self.take.setEnabled(False)
        self.decline.setEnabled(False)
        self._background.run(
            self._ctx.jobs.write(lambda: answer(list(seen), seen)), self._written, self._not_written, receiver=self
        )

    def _written(self, _: object) -> None:
        self.changed.emit()
        self.reload()

    def _not_written(self, error: BaseException) -> None:
        show_error(error, self)
        self.reload()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.offers.hasFocus():
            self.decline_chosen()
            return
        super().keyPressEvent(event)

    def _contact(self, index: QModelIndex) -> None:
        if index.isValid():
            self.contact_wanted.emit(self.model.rows[index.row()].buyer_id)

    def _card(self) -> None:
        buyer_id = self._buyer_id()
        if buyer_id:
            self.opened.emit(buyer_id)
            self.accept()

    def _rules(self) -> None:
        self.rules_wanted.emit()
        self.accept()
