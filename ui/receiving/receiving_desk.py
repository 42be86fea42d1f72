"""The desk behind the scanner's field: scans and keys are answered one after the other, in the order they came."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from models.errors import NotFound, UserError
from models.receiving_records import Found, Taken
from models.records import CasePage
from models.register_kinds import Condition, ReceiptKind, UndeliverableReason
from ui.background import Background
from ui.error_words import sentence
from ui.intake.pieces import Intake
from ui.receiving.desk_values import CONDITIONS, MOST_PIECES, REASONS, Aside, InHand, Stage, stage_of
from ui.receiving.scan_codes import DeskCode, desk_code, is_desk_code
from ui.words import action_name

if TYPE_CHECKING:
    from desktop.context import AppContext
    from desktop.undo import Undoable

Result = TypeVar("Result")
_KEPT = "receiving.aside"
_MOST_ASIDE = 200
_CONDITION_CODES = {
    DeskCode.GOOD: Condition.GOOD, DeskCode.WORN: Condition.WORN, DeskCode.DAMAGED: Condition.DAMAGED,
    DeskCode.WRONG_ITEM: Condition.WRONG_ITEM, DeskCode.EMPTY: Condition.EMPTY,
}  # fmt: skip
UNDOABLE = "receipt_"
"""What the codes of receiving's actions begin with: only those are taken back from this window."""


class ReceivingDesk(QObject):
    """`changed` carries an InHand, `put_aside` all that was left unanswered, `received` a Taken that was written.

    `refused` says why a key does nothing now, by a word of Stage or of what is missing.
    """

    changed = Signal(object)
    put_aside = Signal(object)
    received = Signal(object)
    photos_wanted = Signal(int, object)
    refused = Signal(str)

    def __init__(self, ctx: AppContext, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._waiting: deque[Callable[[], object]] = deque()
        self._busy = False
        self.now = InHand()
        kept = ctx.settings.get(_KEPT, [])
        texts = [str(each)[:200] for each in kept[:_MOST_ASIDE]] if isinstance(kept, list) else []
        self.aside: tuple[Aside, ...] = tuple(Aside(text) for text in texts if text)

    # What comes in

    def scan(self, text: str) -> None:
        """A text ended by Enter: a parcel, or a printed code."""
        code = desk_code(text)
        if code is not None:
            self._queue(lambda: self._do_code(code))
        elif is_desk_code(text):
            self._queue(lambda: self.refused.emit("code"))
        else:
            self._queue(lambda: self._look(text))

    def key(self, sign: str) -> None:
        """A key that stood alone."""
        self._queue(lambda: self._do_key(sign))

    def enter(self) -> None:
        """Enter with nothing typed: the parcel in hand is as it should be."""
        self._queue(lambda: self._receive(Condition.GOOD))

    def count(self, pieces: int) -> None:
        """So many pieces, typed with Ctrl."""
        self._queue(lambda: self._set_pieces(pieces))

    def turn_restock(self) -> None:
        """Back to stock or not: as the condition says, no, yes."""
        following = {None: False, False: True, True: None}
        self._queue(lambda: self._set_restock(following[self.now.restock]))

    def write_note(self, note: str) -> None:
        """Words that go with the parcel in hand."""
        self._queue(lambda: self._show(replace(self.now, note=note)) if self._can_answer() else None)

    def leave(self) -> None:
        """Put the parcel in hand aside, or clear what is said."""
        self._queue(self._leave)

    def undo(self) -> None:
        """Take back what was received last."""
        self._queue(self._undo)

    def add_photos(self, intake: Intake) -> None:
        """Photos of the parcel in hand: kept with it at once, or as soon as it is written."""
        self._queue(lambda: self._take_photos(intake))

    def drop_aside(self, text: str) -> None:
        """Forget a parcel that was put aside."""
        self._set_aside(tuple(each for each in self.aside if each.text != text))

    # One after the other

    def _queue(self, act: Callable[[], object]) -> None:
        self._waiting.append(act)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and not self._busy:
            self._waiting.popleft()()

    def _run(
        self, future: Future[Result], then: Callable[[Result], object], failed: Callable[[BaseException], object]
    ) -> None:
        self._busy = True

        def done(result: Result) -> None:
            self._busy = False
            then(result)
            self._go_on()

        def wrong(error: BaseException) -> None:
            self._busy = False
            failed(error)
            self._go_on()

        self._background.run(future, done, wrong, receiver=self)

    @property
    def busy(self) -> bool:
        """Whether something is looked up or written, or waits to be."""
        return self._busy or bool(self._waiting)

    def _show(self, now: InHand) -> None:
        self.now = now
        self.changed.emit(now)

    # Looking up

    def _look(self, text: str) -> None:
        known = self.now
        if known.stage.asks and text in (known.text, known.found.text if known.found else ""):
            # A trigger pulled twice; the parcel lies there already.
            self._show(known)
            return
        if known.stage.asks:
            self._aside_now()
        service, cases = self._ctx.receiving, self._ctx.cases

        def work() -> tuple[Found, CasePage | None]:
            found = service.look_up(text)
            case_id = found.case.case_id if found.case else found.receipt.case_id if found.receipt else None
            return found, cases.load_page(case_id) if case_id is not None else None

        self._run(self._ctx.jobs.read(work), lambda answer: self._found(text, *answer), lambda e: self._wrong(text, e))

    def _found(self, text: str, found: Found, page: CasePage | None) -> None:
        waiting = next((each for each in self.aside if each.text in (text, found.text)), None)
        if waiting is not None:
            self.drop_aside(waiting.text)
        photos = waiting.photos if waiting is not None else ()
        stage = stage_of(found)
        self._show(InHand(stage, found.text or text, found, found.case, page, photos=photos))
        receipt = found.receipt
        if photos and receipt is not None and not stage.asks:
            self._hand_photos(receipt.id)

    def _tell(self, error: BaseException) -> None:
        """What is no answer to a scan, as a mistake of the program, is said with its details, too."""
        if not isinstance(error, UserError | NotFound):
            self._background.failed.emit(error)

    def _wrong(self, text: str, error: BaseException) -> None:
        self._tell(error)
        words = sentence(error)
        self._show(InHand(Stage.WRONG, text, said=words.what, next=words.next))

    def _choose(self, place: int) -> None:
        found = self.now.found
        if found is None or not 0 <= place < len(found.cases):
            return
        case, cases = found.cases[place], self._ctx.cases
        kind = Stage.UNDELIVERABLE if case.kind is ReceiptKind.UNDELIVERABLE else Stage.RETURN
        held = replace(self.now, stage=kind, case=case)
        self._run(
            self._ctx.jobs.read(lambda: cases.load_page(case.case_id)),
            lambda page: self._show(replace(held, page=page)), lambda e: self._wrong(held.text, e),
        )  # fmt: skip

    # Keys

    def _do_key(self, sign: str) -> None:
        stage = self.now.stage
        if sign not in self.now.signs():
            self.refused.emit(stage.value)
        elif sign in "+-":
            now = self.now.pieces if self.now.pieces is not None else self.now.expected
            step = 1 if sign == "+" else -1
            self._set_pieces(max(0, (now if now is not None else 0 if step > 0 else 1) + step))
        elif stage is Stage.SEVERAL:
            self._choose(int(sign) - 1)
        elif stage is Stage.UNDELIVERABLE and sign != "0":
            self._take_undeliverable(REASONS[int(sign) - 1])
        elif sign == "0":
            self._arrive()
        else:
            self._receive(CONDITIONS[int(sign) - 1])

    def _do_code(self, code: DeskCode) -> None:
        stage = self.now.stage
        if code in _CONDITION_CODES:
            if stage in (Stage.RETURN, Stage.UNOPENED):
                self._receive(_CONDITION_CODES[code])
            else:
                self.refused.emit(stage.value)
        elif code is DeskCode.UNDO:
            self._undo()
        elif code is DeskCode.ASIDE:
            self._leave()
        elif code in (DeskCode.STOCK, DeskCode.NO_STOCK):
            self._set_restock(code is DeskCode.STOCK)
        elif code in (DeskCode.MORE, DeskCode.LESS):
            self._do_key("+" if code is DeskCode.MORE else "-")
        elif (code is DeskCode.UNOPENED and stage is Stage.RETURN) or (
            code is DeskCode.BOX and stage in (Stage.UNKNOWN, Stage.WRONG)
        ):
            self._arrive()
        else:
            self.refused.emit(stage.value)

    def _can_answer(self) -> bool:
        if self.now.stage in (Stage.RETURN, Stage.UNOPENED):
            return True
        self.refused.emit(self.now.stage.value)
        return False

    def _set_pieces(self, pieces: int) -> None:
        if self._can_answer():
            self._show(replace(self.now, pieces=min(pieces, MOST_PIECES), said="", next=""))

    def _set_restock(self, restock: bool | None) -> None:
        if self._can_answer():
            self._show(replace(self.now, restock=restock, said="", next=""))

    def _leave(self) -> None:
        if self.now.stage.asks:
            self._aside_now()
        self._show(InHand())

    # Writing

    def _receive(self, condition: Condition) -> None:
        now, service = self.now, self._ctx.receiving
        pieces = self._pieces(now, condition)
        if now.stage is Stage.UNOPENED and now.receipt is not None:
            receipt_id = now.receipt.id

            def inspect() -> Taken:
                return service.inspect(
                    receipt_id, condition=condition, pieces=pieces, restock=now.restock, note=now.note
                )

            self._write(replace(now, condition=condition), inspect)
        elif now.stage is Stage.RETURN:
            # None where the order has no case yet: receiving opens one.
            case_id = now.case.case_id if now.case is not None else None

            def receive() -> Taken:
                return service.receive(
                    now.text, condition=condition, pieces=pieces, restock=now.restock, note=now.note,
                    case_id=case_id,
                )  # fmt: skip

            self._write(replace(now, condition=condition), receive)
        elif now.stage.asks:
            self.refused.emit(now.stage.value)

    @staticmethod
    def _pieces(now: InHand, condition: Condition) -> int | None:
        """The count by hand, else the number expected; of an empty parcel nothing is assumed."""
        return now.pieces if now.pieces is not None or condition is Condition.EMPTY else now.expected

    def _arrive(self) -> None:
        now, service = self.now, self._ctx.receiving
        if now.stage is Stage.WRONG:
            # The label cannot be read: what was read of it stands in the note.
            self._write(now, lambda: service.arrive("", shop_id=self._shop(), note=now.text), Stage.KEPT)
        elif now.stage is Stage.UNKNOWN:
            self._write(now, lambda: service.arrive(now.text, shop_id=self._shop(), note=now.note), Stage.KEPT)
        elif now.stage in (Stage.RETURN, Stage.UNDELIVERABLE):
            case_id = now.case.case_id if now.case is not None else None
            self._write(now, lambda: service.arrive(now.text, case_id=case_id, note=now.note))

    def _shop(self) -> int | None:
        """The shop a parcel of nobody lies in: the one shown, or the only one."""
        shops = self._ctx.shops.list_shops()
        return self._ctx.settings.get("shop") or (shops[0].id if len(shops) == 1 else None)

    def _take_undeliverable(self, reason: UndeliverableReason) -> None:
        now, service = self.now, self._ctx.receiving
        case_id = now.case.case_id if now.case is not None else None

        def work() -> Taken:
            taken = service.arrive(now.text, case_id=case_id, note=now.note)
            service.undeliverable(taken.receipt_id, reason)
            return replace(taken, receipt=service.find(taken.receipt_id))

        self._write(replace(now, reason=reason), work)

    def _write(self, now: InHand, work: Callable[[], Taken], stage: Stage = Stage.DONE) -> None:
        before = self.now
        self._show(replace(now, stage=Stage.WRITING, said="", next=""))

        def done(taken: Taken) -> None:
            kept = Stage.KEPT if taken.receipt.case_id is None else Stage.DONE
            self._show(replace(now, stage=Stage.AGAIN if taken.again and stage is Stage.DONE else kept, taken=taken))
            self.drop_aside(now.text)
            self._hand_photos(taken.receipt_id)
            self.received.emit(taken)

        def failed(error: BaseException) -> None:
            self._tell(error)
            words = sentence(error)
            self._show(replace(before, said=words.what, next=words.next))

        self._run(self._ctx.jobs.write(work), done, failed)

    def _undo(self) -> None:
        last = self._ctx.undo.peek_undo()
        if last is None or not last.code.startswith(UNDOABLE):
            self.refused.emit("undo")
            return
        bench = self._ctx.bench

        def work() -> Undoable | None:
            # Asked again where it is written: something else may have been done since.
            newest = self._ctx.undo.peek_undo()
            return bench.undo_last() if newest is last else None

        def done(entry: Undoable | None) -> None:
            if entry is None:
                self.refused.emit("undo")
            else:
                self._show(InHand(Stage.UNDONE, said=action_name(entry.code, entry.values)))

        def failed(error: BaseException) -> None:
            self._tell(error)
            words = sentence(error)
            self._show(InHand(Stage.WRONG, said=words.what, next=words.next))

        self._run(self._ctx.jobs.write(work), done, failed)

    # Photos

    def _take_photos(self, intake: Intake) -> None:
        now = self.now
        if not intake:
            return
        if now.stage.asks:
            self._show(replace(now, photos=(*now.photos, intake)))
        elif now.receipt is not None:
            self.photos_wanted.emit(now.receipt.id, intake)
        else:
            self.refused.emit("photo")

    def _hand_photos(self, receipt_id: int) -> None:
        held = self.now.photos
        self.now = replace(self.now, photos=())
        for intake in held:
            self.photos_wanted.emit(receipt_id, intake)

    # Aside

    def _aside_now(self) -> None:
        now = self.now
        name = f"{now.case.case_number} {now.case.buyer_nick}" if now.case is not None else ""
        rest = tuple(each for each in self.aside if each.text != now.text)
        self._set_aside((Aside(now.text, name, now.photos), *rest)[:_MOST_ASIDE])
        self.now = InHand()

    def _set_aside(self, aside: tuple[Aside, ...]) -> None:
        if aside != self.aside:
            self.aside = aside
            # Kept beside the store: the shelf is as it was when the program is started again.
            self._ctx.settings.set(_KEPT, [each.text for each in aside])
            self.put_aside.emit(aside)
