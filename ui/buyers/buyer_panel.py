"""The right pane of Buyers: the card of one buyer, read beside the window, every edit kept at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QScrollArea, QStackedWidget, QWidget

from desktop.context import AppContext
from models.buyer_records import BuyerCard, CaseOfBuyer, OrderOfBuyer
from models.clock import zone
from models.errors import NotFound, UserError
from ui import format as shown
from ui import theme as tokens
from ui.background import BUSY_AFTER_MS, Background
from ui.buyers.buyer_columns import Moment
from ui.buyers.buyer_doings import BuyerDoings
from ui.buyers.card_head import CardHead, CardNumbers
from ui.buyers.card_notes import CardNotes
from ui.buyers.card_tables import ItemSection, case_columns, order_columns
from ui.buyers.contact_fields import ContactFields
from ui.buyers.standing import Standing
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.messages import show_error
from ui.page import Target
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.serial_patterns import SerialPatterns
from ui.vips.vip_desk import open_contact
from ui.widgets.buttons import Button
from ui.widgets.controls import Tabs
from ui.widgets.panel import (
    Banner,
    EmptyPlace,
    SkeletonRows,
    Strip,
    clear_layout,
    column,
    line,
    rule,
    section_label,
)
from ui.words import event_sentence, word

tr = translator("buyers")
_CARD, _NOTHING, _LOADING, _ERROR = range(4)
ABOUT, CASES, ORDERS, HAPPENED = range(4)


class BuyerPanel(Strip):
    """`show_buyer` asks for a card; `shown_changed` comes once it is there."""

    navigate = Signal(object)
    said = Signal(str)
    shown_changed = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, doings: BuyerDoings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, edge="left")
        self._ctx, self._background, self._doings = ctx, background, doings
        self.wanted: int | None = None
        self.card: BuyerCard | None = None
        self._everything = False
        self._asked = 0
        self.setMinimumWidth(400)
        self._stack = QStackedWidget(self)
        self.head = CardHead(self)
        self.numbers = CardNumbers(self)
        self.contact = ContactFields(self)
        self.standing = Standing(self)
        self.notes = CardNotes(self)
        self.patterns = SerialPatterns(ctx, background, self)
        self.patterns.case_wanted.connect(lambda place: self.navigate.emit(Target("cases", place.case_number)))
        self.orders = ItemSection(
            tr("Orders"), tr("No orders yet."), order_columns(), self, row_height=tokens.ALARM_ROW
        )
        self.cases = ItemSection(tr("Cases"), tr("No cases yet."), case_columns(), self)
        for place in (self._card_place(), self._nothing_place(), self._loading_place(), self._error_place()):
            self._stack.addWidget(place)
        self._stack.setCurrentIndex(_NOTHING)
        column(self, margins=(1, 0, 0, 0)).addWidget(self._stack)
        self._slow = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._slow.timeout.connect(lambda: self._stack.setCurrentIndex(_LOADING) if self.card is None else None)
        self._connect()

    def _card_place(self) -> QWidget:
        place = QWidget(self._stack)
        rows = column(place)
        rows.addWidget(self.head)
        self.bar = Tabs(place)
        self.bar.setAccessibleName(tr("Parts of the card"))
        self._pages = QStackedWidget(place)
        parts = (
            (tr("About"), self._about()),
            (tr("Cases"), self._page((self.cases,))),
            (tr("Orders"), self._page((self.orders,))),
            (tr("History"), self._happened()),
        )
        for title, page in parts:
            self.bar.addTab(title)
            self._pages.addWidget(page)
        self.bar.currentChanged.connect(self._pages.setCurrentIndex)
        tabs = line(margins=(16, 0, 16, 0))
        tabs.addWidget(self.bar)
        tabs.addStretch(1)
        rows.addLayout(tabs)
        rows.addWidget(rule(place))
        rows.addWidget(self._pages, 1)
        return place

    def _about(self) -> QWidget:
        parts: list[QWidget] = [self.numbers, rule(self)]
        for title, widget in ((tr("How we stand"), self.standing), (tr("Contact"), self.contact)):
            parts += [section_label(title, self), widget, rule(self)]
        return self._page((*parts[:1], self.patterns, *parts[1:], self.notes))

    def _happened(self) -> QWidget:
        calls, events = QWidget(self), QWidget(self)
        self._calls, self._events = column(calls, spacing=3), column(events, spacing=3)
        self._calls_title = section_label(tr("Calls made"), self)
        return self._page((self._calls_title, calls, rule(self), section_label(tr("What was changed"), self), events))

    def _page(self, parts: Sequence[QWidget]) -> QScrollArea:
        scrolled = QScrollArea(self._pages)
        scrolled.setWidgetResizable(True)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(scrolled.viewport())
        body.setProperty("surface", "surface")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside = column(body, margins=(16, 12, 16, 16), spacing=12)
        for part in parts:
            inside.addWidget(part)
        inside.addStretch(1)
        scrolled.setWidget(body)
        return scrolled

    def _nothing_place(self) -> QWidget:
        return EmptyPlace("user", tr("Choose a buyer: their card stands here."), "", self)

    def _loading_place(self) -> QWidget:
        place = QWidget(self)
        rows = column(place, margins=(0, 16, 0, 0))
        rows.addWidget(SkeletonRows(10, place))
        rows.addStretch(1)
        return place

    def _error_place(self) -> QWidget:
        place = QWidget(self)
        rows = column(place, margins=(16, 16, 16, 16))
        self._banner = Banner("overdue", "", "", place)
        again = Button(tr("Try again"), self._banner, size="small")
        again.clicked.connect(self.reload)
        self._banner.add(again)
        rows.addWidget(self._banner)
        rows.addStretch(1)
        return place

    def _connect(self) -> None:
        buyers, write = self._ctx.buyers, self._doings.write
        self.contact.changed.connect(self._change)
        self.contact.said.connect(self.said)
        self.head.said.connect(self.said)
        self.head.case_wanted.connect(self._new_case)
        self.standing.consent_wanted.connect(lambda consent, way: self._on(
            lambda who: buyers.set_consent(who, consent, way)
        ))  # fmt: skip
        self.standing.contact_wanted.connect(self.open_contact)
        self.standing.tier_wanted.connect(lambda tier: self._on(lambda who: buyers.set_tier(who, tier)))
        self.standing.temperament_wanted.connect(lambda felt: self._on(lambda who: buyers.set_temperament(who, felt)))
        self.standing.flag_wanted.connect(lambda flag, on: self._on(lambda who: buyers.set_flag(who, flag, on)))
        self.notes.standing_changed.connect(lambda who, text: write(lambda: buyers.change_field(who, "note", text)))
        self.notes.note_wanted.connect(lambda who, text: write(
            lambda: buyers.add_note(who, text), lambda _: self.notes.noted(who)
        ))  # fmt: skip
        self.notes.removal_wanted.connect(lambda who, note: write(lambda: buyers.remove_note(who, note)))
        self.cases.opened.connect(lambda case: self.navigate.emit(Target("cases", case.number)))
        self.orders.opened.connect(self._case_for)
        for section in (self.cases, self.orders):
            section.menu_wanted.connect(self._menu)
            section.all_wanted.connect(self._show_everything)

    # Asking

    def show_buyer(self, buyer_id: int | None) -> None:
        """Show a buyer, or nobody."""
        if buyer_id != self.wanted:
            self.notes.leave()
            self.wanted = buyer_id
            self._everything = False
        if buyer_id is None:
            self.card = None
            self._asked += 1
            self._stack.setCurrentIndex(_NOTHING)
            self.shown_changed.emit()
            return
        self.reload()

    def reload(self) -> None:
        """Read the card anew; the one shown stays until then."""
        if self.wanted is None:
            return
        self._asked += 1
        number, wanted, everything, buyers = self._asked, self.wanted, self._everything, self._ctx.buyers
        self._slow.start()
        self._background.run(
            self._ctx.jobs.read(lambda: buyers.load_card(wanted, everything=everything)),
            lambda card: self._take(number, card),
            lambda error: self._fail(number, error),
            receiver=self,
            quiet=True,
        )

    def _take(self, number: int, card: BuyerCard) -> None:
        if number != self._asked:
            return
        self._slow.stop()
        other = self.card is None or self.card.buyer.id != card.buyer.id
        self.card = card
        now, where = self._ctx.clock.now(), zone(self._ctx.bench.time_zone)
        at = Moment(now, where)
        self.head.show_card(card)
        self.numbers.show_card(card, now, where)
        self.contact.show_buyer(card.buyer)
        self.standing.show_card(card, now, where)
        self.notes.show_card(card, now, where)
        self.orders.show_items(card.orders, card.numbers.orders, at)
        self.cases.show_items(card.cases, card.numbers.cases, at)
        self.patterns.show_buyer(card.buyer.id)
        self._show_calls(card, at)
        self._show_events(card, at)
        self._stack.setCurrentIndex(_CARD)
        self.bar.set_count(CASES, card.numbers.cases or None)
        self.bar.set_count(ORDERS, card.numbers.orders or None)
        if other:
            for page in self.findChildren(QScrollArea):
                page.verticalScrollBar().setValue(0)
        self.shown_changed.emit()

    def _fail(self, number: int, error: BaseException) -> None:
        if number != self._asked:
            return
        self._slow.stop()
        self.card = None
        words = sentence(error)
        self._banner.set_text(words.what, words.next)
        self._stack.setCurrentIndex(_NOTHING if isinstance(error, NotFound) else _ERROR)
        self.shown_changed.emit()

    def _show_calls(self, card: BuyerCard, at: Moment) -> None:
        clear_layout(self._calls)
        total = f" {shown.count(card.call_count)}" if card.call_count else ""
        self._calls_title.setText(tr("Calls made") + total)
        for call in card.calls:
            text = " · ".join(part for part in (word(call.outcome), one_line(call.note)) if part)
            self._calls.addWidget(self._told(shown.day(call.made_at, at.now, language(), at.zone), text, call.person))
        if not card.calls:
            self._calls.addWidget(PlainLabel(tr("None yet."), self, role="small", ink="text3"))

    def _show_events(self, card: BuyerCard, at: Moment) -> None:
        clear_layout(self._events)
        for event in card.events:
            when = shown.moment(event.happened_at, at.now, language(), at.zone)
            self._events.addWidget(self._told(when, event_sentence(event), event.person))
        if not card.events:
            self._events.addWidget(PlainLabel(tr("Nothing yet."), self, role="small", ink="text3"))

    def _told(self, when: str, text: str, who: str) -> QWidget:
        row = QWidget(self)
        across = line(row, spacing=10)
        across.addWidget(PlainLabel(when, row, role="small", ink="text3"))
        across.addWidget(ElidedLabel(text, row, role="small", ink="text2"), 1)
        across.addWidget(PlainLabel(one_line(who)[:20], row, role="small", ink="text3"))
        return row

    # Doing

    def _on(self, work: Callable[[int], object]) -> None:
        """Write something about the buyer shown."""
        if self.wanted is not None:
            wanted = self.wanted
            self._doings.write(lambda: work(wanted), failed=self._refused)

    def open_contact(self) -> None:
        """Show what the buyer shown agreed to, and how they like to be contacted."""
        if self.wanted is not None:
            open_contact(self._ctx, self._background, self.wanted, self, self.navigate.emit)

    def _refused(self, error: BaseException) -> None:
        # A chip that was pressed shows again what is kept.
        self.reload()
        show_error(error, self)

    def _change(self, buyer_id: int, name: str, text: str) -> None:
        buyers = self._ctx.buyers

        def failed(error: BaseException) -> None:
            if isinstance(error, UserError) and buyer_id == self.wanted:
                words = sentence(error)
                self.contact.set_wrong(name, f"{words.what} {words.next}".strip())
            else:
                show_error(error, self)

        # What is copied out of a sheet or a chat ends in a line break.
        typed = text.strip("\r\n\u2028\u2029")
        self._doings.write(lambda: buyers.change_field(buyer_id, name, typed), failed=failed)

    def _show_everything(self) -> None:
        self._everything = True
        self.reload()

    def _new_case(self) -> None:
        """For the newest order, which the dialog finds by the buyer."""
        if self.card is not None:
            self.navigate.emit(Target("cases", self.card.buyer.nick, "new"))

    def _case_for(self, order: OrderOfBuyer) -> None:
        self.navigate.emit(Target("cases", order.number, "new"))

    def _menu(self, item: OrderOfBuyer | CaseOfBuyer, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if isinstance(item, OrderOfBuyer):
            menu.addAction(tr("New case for this order")).triggered.connect(lambda _=False: self._case_for(item))
        else:
            opened = Target("cases", item.number)
            menu.addAction(tr("Open the case")).triggered.connect(lambda _=False: self.navigate.emit(opened))
        menu.addAction(tr("Copy the number")).triggered.connect(lambda _=False: self.copy_number(item.number))
        menu.popup(place)

    def copy_number(self, number: str) -> None:
        """Put an order's or a case's number into the clipboard."""
        QGuiApplication.clipboard().setText(number)
        self.said.emit(tr("Number copied"))

    def focused_number(self) -> str:
        """The number of the row the keyboard is on in one of the two tables."""
        for section in (self.cases, self.orders):
            item = section.current_item() if section.table.hasFocus() else None
            if item is not None:
                return item.number
        return ""
