"""What of the registers is asked for, and reading it beside the window: the newest question alone is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.register_records import Month, RegisterLine, RegisterQuery, RegisterSheet
from ui.background import Background
from ui.i18n import language
from ui.registers.claim_ratios import Ratios, ratios_of
from ui.registers.filter_row import EVERYTHING, Narrowing


@dataclass(frozen=True, slots=True)
class Choice:
    """What is shown: a register, a month or all that is unsettled, what narrows it, and how each register is sorted."""

    register: RegisterKind
    month: Month | None
    group: str | None = None
    narrowing: Narrowing = EVERYTHING
    text: str = ""
    sorts: Mapping[RegisterKind, tuple[str, bool]] = field(default_factory=dict)

    def query(self, shop_id: int | None) -> RegisterQuery:
        """The question to the registers."""
        sort, descending = self.sorts.get(self.register, ("", False))
        state = self.narrowing.state
        return RegisterQuery(
            self.register, self.month, shop_id, text=self.text, group=self.group,
            states=(state,) if state is not None else (), unsettled=self.narrowing.unsettled or self.month is None,
            late=self.narrowing.late, sort=sort, descending=descending,
        )  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """Whether anything but register and month narrows it."""
        return bool(self.text) or self.group is not None or self.narrowing != EVERYTHING


@dataclass(frozen=True, slots=True)
class Reading:
    """A sheet with what stands around it: the counts of all registers, the measures of claims and of the month before.

    `states`, `late`, `whole` and `still` (unsettled) count the lines of the tile chosen, whatever else narrows them.
    """

    choice: Choice
    sheet: RegisterSheet
    counts: Mapping[RegisterKind, int]
    states: Mapping[RegisterState, int]
    late: int
    whole: int
    still: int
    ratios: Ratios | None = None
    before: Ratios | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A register's month before anything narrows it, the month before of claims, and the counts of all registers."""

    register: RegisterKind
    month: Month | None
    shop_id: int | None
    spoken: str
    sheet: RegisterSheet
    earlier: tuple[RegisterLine, ...]
    counts: Mapping[RegisterKind, int]

    def serves(self, choice: Choice, shop_id: int | None, spoken: str) -> bool:
        """Whether a choice only narrows it or puts it in order."""
        mine = (self.register, self.month, self.shop_id, self.spoken)
        return mine == (choice.register, choice.month, shop_id, spoken)


def read_whole(ctx: AppContext, choice: Choice, shop_id: int | None, spoken: str) -> Whole:
    """Runs in a reader's thread."""
    register, month = choice.register, choice.month
    sheet = ctx.registers.sheet(RegisterQuery(register, month, shop_id, unsettled=month is None), spoken)
    counts = ctx.registers.counts(month, shop_id) if month is not None else {}
    earlier: tuple[RegisterLine, ...] = ()
    if register is RegisterKind.CARRIER_CLAIM and month is not None:
        earlier = ctx.registers.sheet(RegisterQuery(register, month.plus(-1), shop_id), spoken).lines
    return Whole(register, month, shop_id, spoken, sheet, earlier, counts)


def narrow(ctx: AppContext, whole: Whole, choice: Choice) -> Reading:
    """Runs in a reader's thread too, without asking the store."""
    sheet = ctx.registers.narrow(whole.sheet, choice.query(whole.shop_id))
    own = [each for each in whole.sheet.lines if each.corrects is None and choice.group in (None, each.group)]
    states = Counter(each.state for each in own if isinstance(each.state, RegisterState))
    still = sum(1 for each in own if not each.settled)
    late = sum(1 for each in own if each.late)
    ratios = before = None
    if choice.register is RegisterKind.CARRIER_CLAIM:
        ratios = ratios_of(sheet.lines)
        before = ratios_of([each for each in whole.earlier if choice.group in (None, each.group)])
    return Reading(choice, sheet, whole.counts, states, late, len(own), still, ratios, before)


class SheetReader(QObject):
    """`arrived(Reading)`, `failed(error)`. Questions asked in one turn of the window are asked once."""

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self.choice = choice
        self._asked = 0
        self._whole: Whole | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.ask)

    def shop_id(self) -> int | None:
        """The shop chosen in the window, or None for all."""
        return self._ctx.settings.get("shop") or None

    def change(self, **values: object) -> None:
        """Another choice; it is asked for soon."""
        self.choice = replace(self.choice, **values)  # type: ignore[arg-type]
        self._soon.start()

    def sort(self, key: str, *, descending: bool) -> None:
        """Sort the register shown by a column."""
        self.change(sorts={**self.choice.sorts, self.choice.register: (key, descending)})

    def ask(self) -> None:
        """Ask now; what narrows or orders the same month is answered from what was read before."""
        self._soon.stop()
        self._asked += 1
        asked, ctx, choice, shop, spoken = self._asked, self._ctx, self.choice, self.shop_id(), language()
        known = self._whole if self._whole is not None and self._whole.serves(choice, shop, spoken) else None

        def work() -> tuple[Whole, Reading]:
            whole = known or read_whole(ctx, choice, shop, spoken)
            return whole, narrow(ctx, whole, choice)

        def take(found: tuple[Whole, Reading]) -> None:
            if asked == self._asked:
                self._whole = found[0]
                self.arrived.emit(found[1])

        def fail(error: BaseException) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._background.run(self._ctx.jobs.read(work), take, fail, receiver=self)

    def ask_anew(self) -> None:
        """Something was written: read it again."""
        self._whole = None
        self.ask()
