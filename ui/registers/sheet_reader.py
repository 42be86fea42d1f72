"""What of the registers is asked for, and reading it beside the window: the newest question alone is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.context import AppContext
from models.kinds import RegisterKind
from models.register_kinds import RegisterState
from models.register_records import Month, RegisterQuery, RegisterSheet
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


def read(ctx: AppContext, choice: Choice, shop_id: int | None, spoken: str) -> Reading:
    """Runs in a reader's thread."""
    query = choice.query(shop_id)
    sheet = ctx.registers.sheet(query, spoken)
    counts = ctx.registers.counts(choice.month, shop_id) if choice.month is not None else {}
    all_of_it = sheet
    if choice.narrowing != EVERYTHING or choice.text:
        whole = RegisterQuery(
            choice.register, choice.month, shop_id, group=choice.group, unsettled=choice.month is None
        )
        all_of_it = ctx.registers.sheet(whole, spoken)
    own = [each for each in all_of_it.lines if each.corrects is None]
    states = Counter(each.state for each in own if isinstance(each.state, RegisterState))
    still = sum(1 for each in own if not each.settled)
    late = sum(1 for each in own if each.late)
    ratios = before = None
    if choice.register is RegisterKind.CARRIER_CLAIM:
        ratios = ratios_of(sheet.lines)
        if choice.month is not None and ratios is not None:
            was = RegisterQuery(choice.register, choice.month.plus(-1), shop_id, group=choice.group)
            before = ratios_of(ctx.registers.sheet(was).lines)
    return Reading(choice, sheet, counts, states, late, len(own), still, ratios, before)


class SheetReader(QObject):
    """`arrived(Reading)`, `failed(error)`. Questions asked in one turn of the window are asked once."""

    arrived = Signal(object)
    failed = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, choice: Choice, parent: QObject) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self.choice = choice
        self._asked = 0
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
        """Ask now."""
        self._soon.stop()
        self._asked += 1
        asked, ctx, choice, shop, spoken = self._asked, self._ctx, self.choice, self.shop_id(), language()

        def take(reading: Reading) -> None:
            if asked == self._asked:
                self.arrived.emit(reading)

        def fail(error: BaseException) -> None:
            if asked == self._asked:
                self.failed.emit(error)

        self._background.run(self._ctx.jobs.read(lambda: read(ctx, choice, shop, spoken)), take, fail, receiver=self)
