"""The receiving window: not modal, over the main window, made for a person who stands with a scanner in one hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from desktop.changes import ChangeSet
from models.clock import zone
from models.receiving_records import AwaitedReturn, ReturnReceipt
from models.register_kinds import ReceiptKind, ReceiptState
from ui.background import Background
from ui.change_gatherer import ChangeGatherer
from ui.i18n import translator
from ui.intake.mime import has_evidence
from ui.intake.pieces import Intake
from ui.messages import show_error, toast
from ui.page import Target
from ui.receiving.box_pane import BoxPane
from ui.receiving.list_panes import ShelfPane, UndeliverablePane
from ui.receiving.receipt_photos import ReceiptPhotos
from ui.receiving.receive_pane import ReceivePane
from ui.receiving.receiving_desk import ReceivingDesk
from ui.receiving.receiving_door import NAME
from ui.receiving.receiving_words import Now
from ui.widgets.buttons import Button
from ui.widgets.controls import Tabs
from ui.widgets.panel import Strip, column, line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

if TYPE_CHECKING:
    from desktop.context import AppContext

tr = translator("receiving")
_WIDTH, _HEIGHT = 1200, 740
_LEAST_WIDTH, _LEAST_HEIGHT = 984, 600
_RECENT = 500
_LATER_MS = 250
_PLACE = "receiving.geometry"
PARTS = ("desk", "box", "undeliverable", "awaited")
_EDITORS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


@dataclass(frozen=True, slots=True)
class Lists:
    """What one job reads for all lists of the window."""

    recent: tuple[ReturnReceipt, ...]
    box: tuple[ReturnReceipt, ...]
    gone: tuple[ReturnReceipt, ...]
    waiting: tuple[ReturnReceipt, ...]
    awaited: tuple[AwaitedReturn, ...]


class ReceivingWindow(QDialog):
    """One over each main window; closing it hides it, and what was put aside is there again when it comes back."""

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget, go: Callable[[Target], object]
    ) -> None:
        super().__init__(parent)
        self.setObjectName(NAME)
        self.setModal(False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAcceptDrops(True)
        self.setProperty("surface", "window")
        self._ctx, self._background, self._go = ctx, background, go
        self._zone = zone(ctx.bench.time_zone)
        self._photo_of: int | None = None
        self.setWindowTitle(tr("Receive parcels"))
        self.setAccessibleName(tr("Receive parcels"))
        self.setMinimumSize(_LEAST_WIDTH, _LEAST_HEIGHT)
        self.desk = ReceivingDesk(ctx, background, self)
        self.photos = ReceiptPhotos(ctx, background, self)
        rows = column(self)
        head = Strip(self, edge="bottom")
        top = line(head, margins=(16, 0, 16, 0), spacing=8)
        self.tabs = Tabs(head)
        for text in (tr("Receive"), tr("Nobody's parcels"), tr("Undeliverable"), tr("Waiting and awaited")):
            self.tabs.addTab(text)
        self.tabs.setAccessibleName(tr("Receive parcels"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        top.addWidget(self.tabs, 1)
        self.sheet = Button(tr("Print codes…"), head, kind="ghost", size="small", icon="printer")
        self.sheet.set_tip(tr("A sheet of codes to scan in place of keys"))
        self.sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet.clicked.connect(self.print_codes)
        top.addWidget(self.sheet)
        rows.addWidget(head)
        self.stack = QStackedWidget(self)
        self.stack.setContentsMargins(16, 12, 16, 16)
        self.pane = ReceivePane(ctx, background, self.desk, self.stack)
        self.box = BoxPane(ctx, background, self.stack)
        self.back = UndeliverablePane(ctx, background, self.stack)
        self.shelf = ShelfPane(self.stack)
        for page in (self.pane, self.box, self.back, self.shelf):
            self.stack.addWidget(page)
        rows.addWidget(self.stack, 1)
        self.tabs.currentChanged.connect(self._turn)
        self._later = QTimer(self, singleShot=True, interval=_LATER_MS)
        self._later.timeout.connect(self.reload)
        self._join()
        self._gatherer: ChangeGatherer | None = None
        closing = getattr(parent, "closing", None)
        if closing is not None:
            # With the window behind, as when its language is changed: what is put aside stands on the new one's shelf.
            closing.connect(self.close)
        self._place()
        self.pane.tell_time(self._moment())
        self.installEventFilter(self)
        for child in self.findChildren(QAbstractItemView):
            child.installEventFilter(self)

    def _join(self) -> None:
        pane, photos = self.pane, self.photos
        pane.photo_wanted.connect(lambda under: self._ask_photo(under, None))
        pane.note_wanted.connect(self.ask_note)
        pane.field.pasted.connect(self._paste)
        pane.field.left.connect(self._leave)
        self.box.photo_wanted.connect(self._ask_photo)
        photos.taken.connect(self._take_photo)
        photos.kept.connect(lambda _: self._later.start())
        self.desk.photos_wanted.connect(photos.keep)
        self.desk.received.connect(lambda _: self._later.start())
        for each in (self.box, self.back):
            each.changed.connect(self._later.start)
            each.said.connect(lambda text: toast(self, text))
        for asks in (self.pane, self.box, self.back):
            asks.case_wanted.connect(self.show_case)
        self.shelf.scan_wanted.connect(self.scan)
        pane.table.left.connect(self._focus_part)
        for table in (self.box.table, self.box.gone.table, self.back.table, self.shelf.waiting, self.shelf.coming):
            table.left.connect(self.reject)
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+Z": self.desk.undo, "Ctrl+R": self.desk.turn_restock, "Ctrl+N": self.ask_note,
            "Ctrl+P": lambda: self._ask_photo(self.pane.card.photo, None), "Ctrl+S": self._save,
            "Alt+1": lambda: self.show_part("desk"), "Alt+2": lambda: self.show_part("box"),
            "Alt+3": lambda: self.show_part("undeliverable"), "Alt+4": lambda: self.show_part("awaited"),
            "F6": self._next_pane, "Ctrl+V": self._paste,
        }  # fmt: skip
        for text, act in keys.items():
            QShortcut(QKeySequence(text), self, act)

    def _place(self) -> None:
        kept = self._ctx.settings.get(_PLACE, "")
        if kept and self.restoreGeometry(QByteArray.fromBase64(str(kept).encode("ascii"))):
            return
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_WIDTH, screen.width() - 40), min(_HEIGHT, screen.height() - 60))

    # Coming and going

    def present(self) -> None:
        """Come to the front, with the keyboard in the scanner's field."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()
        if self._gatherer is None:
            self._gatherer = ChangeGatherer(self._ctx.changes, self)
            self._gatherer.changed.connect(self._note)
        self.show_part("desk")
        self.reload()

    def show_part(self, part: str) -> None:
        """Show one of the tabs by its word."""
        if part in PARTS:
            self.tabs.setCurrentIndex(PARTS.index(part))
            self._turn(PARTS.index(part))

    def scan(self, text: str) -> None:
        """A number or code, as if it had been scanned here."""
        self.show_part("desk")
        self.desk.scan(text)

    def show_case(self, number: str) -> None:
        """Show a case in the window behind; this one stays."""
        if number:
            self._go(Target("cases", number))

    def _turn(self, place: int) -> None:
        self.stack.setCurrentIndex(place)
        self._focus_part()

    def _focus_part(self) -> None:
        first: tuple[QWidget, ...] = (self.pane.field, self.box.table, self.back.table, self.shelf.waiting)
        at = self.tabs.currentIndex()
        # What is hidden while its list is empty or not read yet hands the keyboard on once it stands there.
        found = first[at] if first[at].isVisible() else self.stack.currentWidget()
        (found or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_pane(self) -> None:
        panes: dict[int, tuple[QWidget, ...]] = {
            0: (self.pane.field, self.pane.table),
            1: (self.box.table, self.box.sent_by, self.box.matches, self.box.gone.table),
            2: (self.back.table,),
            3: (self.shelf.waiting, self.shelf.coming),
        }
        listed = [each for each in panes[self.tabs.currentIndex()] if each.isVisible()]
        focus = self.focusWidget()
        at = next((n for n, each in enumerate(listed) if each is focus), -1)
        if listed:
            listed[(at + 1) % len(listed)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self) -> None:
        """Esc: what lies on the desk first, then the window."""
        if self.desk.now.stage.asks or self.desk.now.text or self.desk.now.said:
            self.desk.leave()
        else:
            self.close()

    def reject(self) -> None:
        """Esc elsewhere leads back to the scanner's field."""
        if self.tabs.currentIndex():
            self.show_part("desk")
        else:
            self.close()

    def show_parcel(self, receipt_id: int) -> None:
        """Show a parcel in the box, now or once the box is read."""
        self.show_part("box")
        self.box.choose_parcel(receipt_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._ctx.settings.set(_PLACE, geometry)
        if self.desk.now.stage.asks:
            self.desk.leave()
        self.box.keep_typed()
        if self._gatherer is not None:
            self._gatherer.close()
            self._gatherer = None
        event.accept()

    # Keys of a scanner wherever the focus is

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._goes_to_field(event):
            self.show_part("desk")
            self.pane.field.keyPressEvent(event)
            return True
        if event.type() == QEvent.Type.WindowActivate and watched is self and not self.tabs.currentIndex():
            self.pane.field.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        return super().eventFilter(watched, event)

    def _goes_to_field(self, event: QKeyEvent) -> bool:
        """Whether a sign typed in a list is the first of a scan: letters and digits, not what lists use."""
        focus = self.focusWidget()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        text = event.text()
        bare = held == Qt.KeyboardModifier.NoModifier and len(text) == 1 and text.isprintable() and text != " "
        return bare and not isinstance(focus, _EDITORS)

    # Lists

    def _moment(self) -> Now:
        return Now(self._ctx.clock.now(), self._zone)

    def _note(self, changes: ChangeSet) -> None:
        ours = changes.touches("return_receipt", "receipt_photo", "register_entry")
        if self.isVisible() and (ours or not changes.tables):
            self._later.start()

    def reload(self) -> None:
        """Read all lists anew."""
        service, shop = self._ctx.receiving, self._ctx.settings.get("shop") or None

        def work() -> Lists:
            return Lists(
                service.recent(shop, limit=_RECENT), service.unmatched(shop), service.let_gone(shop),
                service.waiting(shop), service.awaited(shop),
            )  # fmt: skip

        self._background.run(
            self._ctx.jobs.read(work), self._show, lambda error: show_error(error, self), receiver=self, quiet=True
        )

    def _show(self, found: Lists) -> None:
        now = self._moment()
        today = now.at.astimezone(self._zone).date()
        listed = [each for each in found.recent if _touched(each).astimezone(self._zone).date() == today]
        self.pane.show_received(tuple(sorted(listed, key=_touched, reverse=True)), now)
        self.box.gone.show_rows(found.gone, now)
        self.box.show_box(found.box, now)
        known = {each.id: each for each in (*found.waiting, *found.recent)}
        back = [each for each in known.values() if each.kind is ReceiptKind.UNDELIVERABLE and each.case_id is not None]
        back.sort(key=lambda each: (bool(each.resent_number), each.arrived_at))
        waited = self.focusWidget() is self.back and bool(back)
        self.back.show_rows(tuple(back), now)
        if waited:
            self._focus_part()
        unopened = tuple(each for each in found.waiting if each.kind is not ReceiptKind.UNDELIVERABLE)
        self.shelf.show_rows(unopened, found.awaited, now)
        open_back = sum(1 for each in back if not each.resent_number and each.state is not ReceiptState.LET_GO)
        for place, count in ((1, len(found.box)), (2, open_back), (3, len(unopened) + len(found.awaited))):
            self.tabs.set_count(place, count or None)

    # Photos, notes, paper

    def _ask_photo(self, under: QWidget, receipt_id: int | None) -> None:
        self._photo_of = receipt_id
        self.photos.menu(under)

    def _take_photo(self, intake: Intake) -> None:
        wanted, self._photo_of = self._photo_of, None
        if wanted is not None:
            self.photos.keep(wanted, intake)
        else:
            self.desk.add_photos(intake)

    def _box_chosen(self) -> int | None:
        chosen = self.box.chosen() if self.tabs.currentIndex() == 1 else None
        return chosen.id if chosen is not None else None

    def _paste(self) -> None:
        """A picture or files become a photo, a text goes into the field."""
        self._photo_of = self._box_chosen()
        if self.photos.paste():
            return
        self._photo_of = None
        mime = QGuiApplication.clipboard().mimeData()
        if self.focusWidget() is self.pane.field and mime is not None and mime.hasText():
            self.pane.field.put(mime.text())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_evidence(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._photo_of = self._box_chosen()
        if self.photos.drop(event.mimeData()):
            event.acceptProposedAction()

    def _save(self) -> None:
        if self.tabs.currentIndex() == 1:
            self.box.write()

    def ask_note(self) -> None:
        """Words that go with the parcel in hand."""
        words = ReasonWords(tr("Note with this parcel"), tr("Note"), tr("Keep"), tr("Cancel"))
        dialog = ReasonDialog(words, self, now=self.desk.now.note)
        dialog.given.connect(self.desk.write_note)
        dialog.finished.connect(lambda _: self._focus_part())
        dialog.open()

    def print_codes(self) -> None:
        """The sheet of codes that stand for keys."""
        from ui.receiving.code_sheet import print_code_sheet

        print_code_sheet(self._ctx, self._background, self)


def _touched(receipt: ReturnReceipt) -> datetime:
    return max(receipt.arrived_at, receipt.inspected_at or receipt.arrived_at)
