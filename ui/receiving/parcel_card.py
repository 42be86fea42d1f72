"""The parcel in hand: whose it is, what should be in it, what the buyer wants, what comes next, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.kinds import StepState
from models.records import OrderLine
from models.register_kinds import Condition
from ui import format as shown
from ui.actions import key_text
from ui.background import Background
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line
from ui.receiving.desk_values import CONDITIONS, REASONS, InHand, Stage, pictures_of
from ui.receiving.key_tiles import KeyTiles, Tile
from ui.receiving.pictures_row import Held, PicturesRow
from ui.receiving.receiving_words import pieces_words
from ui.widgets.buttons import Button
from ui.widgets.controls import Chip
from ui.widgets.panel import EmptyPlace, Panel, column, line
from ui.words import word

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_LINES = 4
_COLOURS = {
    Condition.GOOD: "done", Condition.WORN: "due", Condition.DAMAGED: "overdue", Condition.WRONG_ITEM: "overdue",
    Condition.EMPTY: "overdue",
}  # fmt: skip


class ParcelCard(Panel):
    """`keyed` carries the key whose tile was clicked; the other signals ask for what their button says."""

    keyed = Signal(str)
    restock_wanted = Signal()
    photo_wanted = Signal(QWidget)
    note_wanted = Signal()
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setAccessibleName(tr("Parcel in hand"))
        self.rows.setContentsMargins(20, 16, 20, 16)
        self.rows.setSpacing(8)
        body = self.body
        head = line(spacing=10)
        self.who = ElidedLabel("", body, role="display")
        self.who.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.number = Button("", body, kind="link", tip=tr("Show the case in the window behind"))
        self.number.clicked.connect(self._show_case)
        self.problem, self.demand = Chip("", None, body), Chip("", None, body)
        head.addWidget(self.who)
        head.addWidget(self.number)
        head.addWidget(self.problem)
        head.addWidget(self.demand)
        head.addStretch(1)
        self.rows.addLayout(head)
        across = line(spacing=16)
        texts = column(spacing=4)
        self.lines = [ElidedLabel("", body, role="title", weight=500) for _ in range(_LINES)]
        for label in self.lines:
            texts.addWidget(label)
        self.wish = PlainLabel("", body, role="heading", weight=500, ink="text2", wrap=True)
        self.follows = PlainLabel("", body, role="heading", weight=500, ink="text2", wrap=True)
        texts.addWidget(self.wish)
        texts.addWidget(self.follows)
        across.addLayout(texts, 1)
        self.pictures = PicturesRow(ctx, background, body, 88)
        across.addWidget(self.pictures, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addLayout(across)
        self.idle = EmptyPlace(
            "scan-barcode", tr("The next parcel will stand here"),
            tr("Its buyer, what should be in it and why it comes back; then one key says how it arrived."), body,
        )  # fmt: skip
        self.rows.addWidget(self.idle, 100)
        self.rows.addStretch(1)
        self.held = PicturesRow(ctx, background, body, 32)
        self.counts = self._counts(body)
        self.rows.addWidget(self.counts)
        self.tiles = KeyTiles(body)
        self.tiles.chosen.connect(self.keyed)
        self.rows.addWidget(self.tiles)
        self._number = ""
        for each in (self.number, self.less, self.more, self.restock, self.photo, self.note):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _counts(self, body: QWidget) -> QWidget:
        strip = QWidget(body)
        row = line(strip, spacing=8)
        self.less = Button("−", strip, tip=tr("One piece fewer (-)"))
        self.less.clicked.connect(lambda: self.keyed.emit("-"))
        self.pieces = PlainLabel("", strip, role="title")
        self.more = Button("+", strip, tip=tr("One piece more (+); Ctrl and a digit sets the count"))
        self.more.clicked.connect(lambda: self.keyed.emit("+"))
        self.restock = Button("", strip, icon="box", hint=key_text("Ctrl+R"))
        self.restock.clicked.connect(self.restock_wanted)
        self.photo = Button(tr("Photo"), strip, icon="camera", hint=key_text("Ctrl+P"))
        self.photo.clicked.connect(lambda: self.photo_wanted.emit(self.photo))
        self.note = Button(tr("Note"), strip, icon="sticky-note", hint=key_text("Ctrl+N"))
        self.note.clicked.connect(self.note_wanted)
        self.held.setParent(strip)
        counting: tuple[QWidget, ...] = (self.less, self.pieces, self.more)
        for each in counting:
            row.addWidget(each)
        others: tuple[QWidget, ...] = (self.restock, self.photo, self.note, self.held)
        for each in others:
            row.addWidget(each)
        row.addStretch(1)
        return strip

    def _show_case(self) -> None:
        if self._number:
            self.case_wanted.emit(self._number)

    # Showing

    def show_hand(self, hand: InHand) -> None:
        """Show the parcel in hand, and the keys that mean something now."""
        case, receipt = hand.case, hand.receipt
        nick = case.buyer_nick if case is not None else receipt.buyer_nick if receipt is not None else ""
        self.idle.setVisible(hand.stage is Stage.IDLE and not hand.text)
        self._number = case.case_number if case is not None else receipt.case_number if receipt is not None else ""
        with_case = bool(self._number) and hand.stage is not Stage.SEVERAL
        self.who.set_full(isolate(nick) if with_case else isolate(one_line(hand.text)))
        self.number.set_label(self._number if with_case else "")
        self.number.setVisible(with_case)
        page = hand.page if with_case else None
        self.problem.set(word(page.case.problem) if page is not None else "", None)
        self.demand.set(word(page.case.demand) if page is not None else "", "new")
        self._show_lines(hand, page.order.lines if page is not None and page.order is not None else ())
        self._show_wish(hand)
        photos = [page.evidence[place] for place in pictures_of(page, 3)] if page is not None else []
        self.pictures.show_pictures(photos)
        self.held.show_pictures([
            Held(name) for intake in hand.photos
            for name in (*(path.name for path in intake.paths), *(piece.name for piece in intake.pieces))
        ])  # fmt: skip
        self._show_counts(hand)
        tiles, across = _tiles(hand)
        self.tiles.show_tiles(tiles, across)

    def _show_lines(self, hand: InHand, lines: tuple[OrderLine, ...]) -> None:
        texts = [_line_words(each) for each in lines]
        if not texts and hand.case is not None and hand.case.item:
            texts = [hand.case.item]
        if len(texts) > _LINES:
            texts = [*texts[: _LINES - 1], tr("and %n more", n=len(texts) - _LINES + 1)]
        for place, label in enumerate(self.lines):
            label.set_full(isolate(texts[place]) if place < len(texts) else "")
            label.setVisible(place < len(texts))

    def _show_wish(self, hand: InHand) -> None:
        wish, follows = "", ""
        if hand.page is not None and hand.stage is not Stage.SEVERAL:
            steps = [step for step in hand.page.steps if step.state is StepState.OPEN]
            if hand.case is not None and hand.case.refund is not None:
                wish = tr("Refund waiting for it: %1", shown.money(hand.case.refund))
            follows = tr("Next: %1", isolate(one_line(steps[0].title(language())))) if steps else ""
            if hand.page.case.summary:
                summary = one_line(hand.page.case.summary)[:120]
                wish = " · ".join(part for part in (wish, isolate(summary)) if part)
        if hand.note:
            follows = " · ".join(part for part in (follows, tr("Note: %1", isolate(one_line(hand.note)[:80]))) if part)
        for label, text in ((self.wish, wish), (self.follows, follows)):
            label.setText(text)
            label.setVisible(bool(text))

    def _show_counts(self, hand: InHand) -> None:
        asks = hand.stage in (Stage.RETURN, Stage.UNOPENED)
        for each in (self.less, self.pieces, self.more, self.restock, self.note):
            each.setVisible(asks)
        self.photo.setVisible(hand.stage.asks or hand.receipt is not None)
        self.counts.setVisible(asks or self.photo.isVisibleTo(self.counts))
        self.pieces.setText(pieces_words(hand.pieces, hand.expected) or tr("pieces not known"))
        words = {None: tr("By condition"), True: tr("To stock"), False: tr("Not to stock")}
        self.restock.set_label(words[hand.restock])


def _line_words(each: OrderLine) -> str:
    more = " · ".join(part for part in (each.variant, each.sku) if part)
    return f"{each.quantity} × {each.item_title}{'  ' + more if more else ''}"


def _tiles(hand: InHand) -> tuple[list[Tile], int]:
    """The tiles of a stage and how many stand side by side."""
    if hand.stage in (Stage.RETURN, Stage.UNOPENED):
        tiles = [Tile(str(n), word(each), state=_COLOURS[each]) for n, each in enumerate(CONDITIONS, 1)]
        if hand.stage is Stage.RETURN:
            tiles.append(Tile("0", tr("Unopened"), state="waiting"))
        return tiles, 3
    if hand.stage is Stage.SEVERAL and hand.found is not None:
        return [
            Tile(str(n), f"{each.case_number}  {isolate(one_line(each.buyer_nick))}", one_line(each.item)[:100])
            for n, each in enumerate(hand.found.cases[:9], 1)
        ], 1
    if hand.stage is Stage.UNDELIVERABLE:
        reasons = [Tile(str(n), word(each), state="due") for n, each in enumerate(REASONS, 1)]
        return [*reasons, Tile("0", tr("Say the reason later"), state="waiting")], 2
    if hand.stage in (Stage.UNKNOWN, Stage.WRONG):
        return [Tile("0", tr("Into the box of nobody's parcels"), tr("photos and details can follow"), "waiting")], 1
    return [], 1
