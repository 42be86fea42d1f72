"""The box of parcels nobody owns: the list, what is known of each, its photos, and the cases it may belong to."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from models.clock import zone
from models.receiving_records import Match, ReceiptPhoto, ReturnReceipt, Taken
from ui.background import Background
from ui.held_writing import run_held
from ui.i18n import translator
from ui.messages import show_error
from ui.plain import one_line
from ui.receiving.box_models import BoxModel, MatchModel
from ui.receiving.gone_pane import GonePane
from ui.receiving.pictures_row import PicturesRow
from ui.receiving.receiving_words import Now
from ui.receiving.reminder_dialog import ReminderDialog
from ui.widgets.buttons import Button
from ui.widgets.panel import EmptyPlace, FormRows, Panel, column, line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords
from ui.widgets.table import DataTable

if TYPE_CHECKING:
    from desktop.context import AppContext
    from desktop.services.receiving import ReceivingService

tr = translator("receiving")
_LIST_WIDTH = 420


class BoxPane(QWidget):
    """`photo_wanted` asks for a photo of a parcel; `changed` says that something was written; `said` what."""

    photo_wanted = Signal(QWidget, int)
    changed = Signal()
    said = Signal(str)
    case_wanted = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._now: Now | None = None
        self._held: ReturnReceipt | None = None
        self._filled: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._zone = zone(ctx.bench.time_zone)
        across = line(self, spacing=12)
        listed = Panel(tr("Nobody's parcels"), "", self, icon="box")
        listed.setFixedWidth(_LIST_WIDTH)
        self.heading = listed.heading
        self.model = BoxModel(self)
        self.table = DataTable(self.model.columns(), listed, name=tr("Nobody's parcels"))
        self.table.setModel(self.model)
        self.table.current_changed.connect(lambda _: self._choose())
        self.table.opened.connect(lambda _: self._to_matches())
        self.empty = EmptyPlace("package-check", tr("No parcel is without an owner"),
                                tr("A scan that nobody knows is put here with 0."), listed)  # fmt: skip
        listed.rows.addWidget(self.table, 1)
        listed.rows.addWidget(self.empty, 1)
        self.gone = GonePane(ctx, background, self)
        self.gone.setFixedWidth(_LIST_WIDTH)
        self.gone.taken_up.connect(self._taken_up)
        left = column(spacing=12)
        left.addWidget(listed, 1)
        left.addWidget(self.gone)
        across.addLayout(left)
        self.side = QWidget(self)
        rows = column(self.side, spacing=12)
        rows.addWidget(self._details())
        rows.addWidget(self._offers(), 1)
        across.addWidget(self.side, 1)
        self.side.hide()
        self.table.hide()

    def _details(self) -> QWidget:
        panel = Panel(tr("What is known of it"), "", self.side, icon="clipboard-list")
        panel.rows.setContentsMargins(16, 12, 16, 12)
        panel.rows.setSpacing(8)
        self.title = panel.heading
        fields = line(spacing=16)
        left, right = FormRows(panel.body, label_width=64, spacing=4), FormRows(panel.body, label_width=64, spacing=4)
        self.sent_by = self._field(left, tr("Sender"), 100)
        self.phone = self._field(left, tr("Phone"), 40)
        self.number = self._field(left, tr("Number"), 100)
        self.item = self._field(right, tr("Article"), 200)
        self.weight = self._field(right, tr("Grams"), 9)
        self.pieces = self._field(right, tr("Pieces"), 5)
        fields.addWidget(left, 1)
        fields.addWidget(right, 1)
        panel.rows.addLayout(fields)
        self.form = right
        self.note = QPlainTextEdit(panel.body)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(48)
        self.note.setPlaceholderText(tr("Note: what the label says, where it lies"))
        self.note.setAccessibleName(tr("Note"))
        panel.rows.addWidget(self.note)
        foot = line(spacing=8)
        self.pictures = PicturesRow(self._ctx, self._background, panel.body, 44)
        foot.addWidget(self.pictures)
        self.photo = Button(tr("Photo"), panel.body, icon="camera", size="small")
        self.photo.clicked.connect(self._ask_photo)
        foot.addWidget(self.photo)
        foot.addStretch(1)
        self.remind = Button(tr("Remind me…"), panel.body, icon="bell", size="small")
        self.remind.clicked.connect(self.ask_reminder)
        self.let_go = Button(tr("Let go…"), panel.body, icon="archive", size="small")
        self.let_go.clicked.connect(self.ask_let_go)
        self.save = Button(tr("Save"), panel.body, size="small", hint="Ctrl+S", icon="save")
        self.save.clicked.connect(self.write)
        for each in (self.remind, self.let_go, self.save):
            foot.addWidget(each)
        panel.rows.addLayout(foot)
        return panel

    @staticmethod
    def _field(form: FormRows, label: str, longest: int) -> QLineEdit:
        field = QLineEdit(form)
        field.setMaxLength(longest)
        form.add_field(label, field)
        return field

    def _offers(self) -> QWidget:
        panel = Panel(tr("Cases it may belong to"), "", self.side, icon="git-compare")
        self.offer_heading = panel.heading
        self.offers = MatchModel(self)
        self.matches = DataTable(self.offers.columns(), panel, name=tr("Cases it may belong to"))
        self.matches.setModel(self.offers)
        self.matches.opened.connect(self._match)
        self.matches.left.connect(lambda: self.table.setFocus(Qt.FocusReason.TabFocusReason))
        how = tr("Write down sender, phone or article: cases are looked for by them.")
        self.nothing = EmptyPlace("search", tr("No case fits yet"), how, panel)
        self.take = Button(tr("It belongs to this case"), panel, kind="primary", size="small", hint="↵")
        self.take.clicked.connect(lambda: self._match(self.matches.currentIndex()))
        self.look = Button(tr("Show the case"), panel, kind="ghost", size="small")
        self.look.clicked.connect(self._show_case)
        for button in (self.look, self.take):
            panel.heading.add(button)
        panel.rows.addWidget(self.matches, 1)
        panel.rows.addWidget(self.nothing, 1)
        return panel

    def _to_matches(self) -> None:
        self.matches.setFocus(Qt.FocusReason.TabFocusReason)

    # Showing

    def service(self) -> ReceivingService:
        """Where parcels are kept."""
        return self._ctx.receiving

    def show_box(self, rows: tuple[ReturnReceipt, ...], now: Now) -> None:
        """Show what lies in the box; the parcel chosen stays chosen, and what is typed stays typed."""
        # Also before the window is in front.
        chosen, focused = self.chosen(), self.window().focusWidget() is self
        wanted = self._wanted if self._wanted is not None else chosen.id if chosen is not None else None
        self._now = now
        self.model.take(rows, now)
        self.heading.quiet.setText(tr("%n parcel(s)", n=len(rows)) if rows else "")
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.side.setVisible(bool(rows))
        if rows:
            self._wanted = None
            self.table.choose_row(self.model.row_of(wanted))
            self._choose()
            if focused:
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._held = None

    def choose_parcel(self, receipt_id: int) -> None:
        """Begin with this parcel, now or as soon as the box is read."""
        self._wanted = receipt_id
        if self._now is not None and any(each.id == receipt_id for each in self.model.rows):
            self._wanted = None
            self.table.choose_row(self.model.row_of(receipt_id))

    def _taken_up(self, receipt_id: int) -> None:
        self.choose_parcel(receipt_id)
        # Waits for the list, which may be empty yet.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(tr("Its owner is looked for again"))
        self.changed.emit()

    def chosen(self) -> ReturnReceipt | None:
        """The parcel chosen."""
        return self.model.at(self.table.currentIndex().row())

    def _choose(self) -> None:
        receipt = self.chosen()
        if receipt is None or self._now is None:
            return
        held = self._held
        other = held is None or held.id != receipt.id
        if other and not self.keep_typed() and held is not None:
            # A count that is none: it stays in front with all that was typed.
            self.table.choose_row(self.model.row_of(held.id))
            return
        if other:
            self.offers.take(())
            self._fit()
        if other or not self.typed():
            self._fill(receipt)
        self._held = receipt
        self.title.quiet.setText(
            " · ".join(part for part in (receipt.tracking_number or tr("no number"),
                                         tr("arrived %1", self._now.moment(receipt.arrived_at)),
                                         one_line(receipt.arrived_by)) if part)
        )  # fmt: skip
        self.load_matches()

    def _fill(self, receipt: ReturnReceipt) -> None:
        values = {
            self.sent_by: receipt.sender, self.phone: receipt.phone, self.item: receipt.item,
            self.number: receipt.tracking_number,
            self.weight: "" if receipt.weight_grams is None else str(receipt.weight_grams),
            self.pieces: "" if receipt.pieces is None else str(receipt.pieces),
        }  # fmt: skip
        self._put(tuple(values[field] for field in self._fields()), receipt.note)
        for field in (self.weight, self.pieces):
            self.form.set_wrong(field, "")
        self._filled = self._entered()

    def _fields(self) -> tuple[QLineEdit, ...]:
        return self.sent_by, self.phone, self.item, self.number, self.weight, self.pieces

    def _entered(self) -> tuple[str, ...]:
        return (*(field.text() for field in self._fields()), self.note.toPlainText())

    def _put(self, texts: tuple[str, ...], note: str) -> None:
        for field, text in zip(self._fields(), texts, strict=True):
            field.setText(text)
            field.setCursorPosition(0)
        self.note.setPlainText(note)

    def _put_back(self, receipt_id: int, entered: tuple[str, ...], error: BaseException) -> None:
        """What could not be kept stands in its fields again."""
        if self._held is None or self._held.id != receipt_id:
            self.choose_parcel(receipt_id)
        if self._held is not None and self._held.id == receipt_id:
            self._put(entered[:-1], entered[-1])
            self._filled = ()
        self._fail(error)

    def typed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._held is not None and self._entered() != self._filled

    def keep_typed(self) -> bool:
        """Keep what was typed and not saved, while its parcel lies in the box; False where a count is none."""
        held = self._held
        if held is None or not self.typed() or all(each.id != held.id for each in self.model.rows):
            return True
        return self.write()

    def load_matches(self) -> None:
        """Look for cases and photos of the parcel chosen."""
        receipt = self.chosen()
        if receipt is None:
            return
        service, wanted = self.service(), receipt.id

        def show(found: tuple[tuple[Match, ...], tuple[ReceiptPhoto, ...]]) -> None:
            if self._held is not None and self._held.id == wanted:
                self.offers.take(found[0])
                self.pictures.show_pictures(found[1][:4])
                if found[0]:
                    self.matches.choose_row(0)
                self._fit()

        self._background.run(
            self._ctx.jobs.read(lambda: (service.matches(wanted), service.photos(wanted))), show, self._fail,
            receiver=self, quiet=True,
        )  # fmt: skip

    def _fit(self) -> None:
        some = self.offers.rowCount() > 0
        self.matches.setVisible(some)
        self.nothing.setVisible(not some)
        self.take.setEnabled(some)
        self.look.setEnabled(some)

    def _fail(self, error: BaseException) -> None:
        show_error(error, self)

    # Doing

    def _whole(self, field: QLineEdit) -> int | None:
        """A count typed, None for nothing; ValueError for what is no count."""
        text = field.text().strip()
        if not text:
            return None
        if not (text.isascii() and text.isdigit()):
            raise ValueError(text)
        return int(text)

    def write(self) -> bool:
        """Keep what is known of the parcel; the cases it may belong to are looked for anew. False for a wrong count."""
        receipt, counts = self._held, []
        if receipt is None:
            return True
        for field in (self.weight, self.pieces):
            try:
                counts.append(self._whole(field))
                self.form.set_wrong(field, "")
            except ValueError:
                self.form.set_wrong(field, tr("A whole number, please."))
                field.setFocus()
                return False
        service, wanted, entered = self.service(), receipt.id, self._entered()
        self._filled = entered
        values = (self.sent_by.text(), self.phone.text(), self.item.text(), self.note.toPlainText())
        number = self.number.text().strip()

        def work() -> None:
            service.describe(
                wanted, sender=values[0], phone=values[1], item=values[2], weight_grams=counts[0], pieces=counts[1],
                note=values[3], tracking_number=number if number != receipt.tracking_number else None,
                shop_id=receipt.shop_id,
            )  # fmt: skip

        def done(_: object) -> None:
            self.said.emit(tr("Kept what is known of the parcel"))
            self.load_matches()
            self.changed.emit()

        def wrong(error: BaseException) -> None:
            self._put_back(wanted, entered, error)

        self._background.run(self._ctx.jobs.write(work), done, wrong, receiver=self)
        return True

    def _match(self, index: QModelIndex) -> None:
        receipt, match = self.chosen(), self.offers.at(index.row())
        if receipt is None or match is None or not self.keep_typed():
            return
        service, wanted, case_id, order_id = self.service(), receipt.id, match.case_id, match.order_id

        def done(taken: Taken) -> None:
            words = tr("%1 belongs to %2", taken.receipt.tracking_number or tr("the parcel"), taken.receipt.case_number)
            self.said.emit(words + (" · " + tr("the refund is due now") if taken.refund_due else ""))
            self.changed.emit()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

        self._background.run(
            self._ctx.jobs.write(lambda: service.match(wanted, case_id, order_id=order_id)),
            done,
            self._fail,
            receiver=self,
        )

    def _show_case(self) -> None:
        match = self.offers.at(self.matches.currentIndex().row())
        if match is not None:
            self.case_wanted.emit(match.case_number)

    def _ask_photo(self) -> None:
        receipt = self.chosen()
        if receipt is not None:
            self.photo_wanted.emit(self.photo, receipt.id)

    def ask_let_go(self) -> None:
        """Stop looking for the owner, with a reason."""
        receipt = self.chosen()
        if receipt is None or not self.keep_typed():
            return
        words = ReasonWords(
            tr("Let this parcel go?"), tr("Reason"), tr("Let go"), tr("Cancel"),
            tr("Nobody looks for its owner any more. It stays listed with its photos, and Undo brings it back."),
            tr("Write why."),
        )  # fmt: skip
        dialog, wanted, service = ReasonDialog(words, self), receipt.id, self.service()

        def give(reason: str) -> None:
            run_held(self._background, self._ctx.jobs.write(lambda: service.let_go(wanted, reason)), dialog, self,
                     lambda _: self.changed.emit())  # fmt: skip

        dialog.given.connect(give)
        dialog.open()

    def ask_reminder(self) -> None:
        """When to be reminded of it."""
        receipt = self.chosen()
        if receipt is None:
            return
        dialog = ReminderDialog(self._ctx.clock.now().astimezone(self._zone), self)
        wanted, service = receipt.id, self.service()

        def remind(at: datetime | None) -> None:
            run_held(self._background, self._ctx.jobs.write(lambda: service.remind(wanted, at)), dialog, self,
                     lambda _: self.changed.emit())  # fmt: skip

        dialog.chosen.connect(remind)
        dialog.open()
