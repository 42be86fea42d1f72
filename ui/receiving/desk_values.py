"""What stands on the receiving desk: the stage it is in, the parcel in hand, and what was put aside unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from models.kinds import MediaKind
from models.receiving_records import Found, FoundCase, ReturnReceipt, Taken
from models.records import CasePage
from models.register_kinds import Condition, ReceiptState, UndeliverableReason
from ui.intake.pieces import Intake

CONDITIONS: tuple[Condition, ...] = (
    Condition.GOOD, Condition.WORN, Condition.DAMAGED, Condition.WRONG_ITEM, Condition.EMPTY,
)  # fmt: skip
"""The conditions in the order of their keys 1 to 5."""
REASONS: tuple[UndeliverableReason, ...] = tuple(UndeliverableReason)
"""The reasons of a carrier in the order of their keys, from 1."""
MOST_PIECES = 9999


class Stage(StrEnum):
    """Where the desk is. `asks` tells whether something has to be answered before it is written."""

    IDLE = "idle"
    LOOKING = "looking"
    RETURN = "return"
    SEVERAL = "several"
    UNDELIVERABLE = "undeliverable"
    UNOPENED = "unopened"
    UNKNOWN = "unknown"
    WRONG = "wrong"
    AGAIN = "again"
    WRITING = "writing"
    DONE = "done"
    KEPT = "kept"
    UNDONE = "undone"

    @property
    def asks(self) -> bool:
        """Whether a parcel lies there of which nothing is written yet."""
        return self in (Stage.RETURN, Stage.SEVERAL, Stage.UNDELIVERABLE, Stage.UNKNOWN)


@dataclass(frozen=True, slots=True)
class InHand:
    """The parcel in hand. `pieces` None: not counted by hand, the expected number holds; `restock` None: by condition.

    `said` and `next` are the words of an error or of what was done beside it; `photos` wait until it is written.
    """

    stage: Stage = Stage.IDLE
    text: str = ""
    found: Found | None = None
    case: FoundCase | None = None
    page: CasePage | None = None
    pieces: int | None = None
    restock: bool | None = None
    note: str = ""
    taken: Taken | None = None
    condition: Condition | None = None
    reason: UndeliverableReason | None = None
    said: str = ""
    next: str = ""
    photos: tuple[Intake, ...] = ()

    @property
    def expected(self) -> int | None:
        """How many pieces should come back, as far as that is known."""
        if self.case is not None:
            return self.case.pieces_expected
        return self.receipt.pieces_expected if self.stage is Stage.UNOPENED and self.receipt is not None else None

    @property
    def receipt(self) -> ReturnReceipt | None:
        """The parcel's row, once there is one."""
        if self.taken is not None:
            return self.taken.receipt
        return self.found.receipt if self.found is not None else None

    def signs(self) -> str:
        """The signs that mean something when they stand alone."""
        if self.stage is Stage.RETURN:
            return "012345+-"
        if self.stage is Stage.UNOPENED:
            return "12345+-"
        if self.stage is Stage.SEVERAL and self.found is not None:
            return "123456789"[: len(self.found.cases)]
        if self.stage is Stage.UNDELIVERABLE:
            return "0" + "123456789"[: len(REASONS)]
        if self.stage in (Stage.UNKNOWN, Stage.WRONG):
            return "0"
        return ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A parcel that was scanned and left without an answer: nothing is written of it."""

    text: str
    name: str = ""
    photos: tuple[Intake, ...] = ()


def stage_of(found: Found) -> Stage:
    """Where the desk goes with what a scan means."""
    kind = found.kind.value
    if kind == "received":
        unopened = found.receipt is not None and found.receipt.state is ReceiptState.ARRIVED
        with_case = found.receipt is not None and found.receipt.case_id is not None
        sent_back = found.receipt is not None and found.receipt.kind.value != "undeliverable"
        return Stage.UNOPENED if unopened and with_case and sent_back else Stage.AGAIN
    return {"return": Stage.RETURN, "undeliverable": Stage.UNDELIVERABLE, "several": Stage.SEVERAL}.get(
        kind, Stage.UNKNOWN
    )


def pictures_of(page: CasePage | None, most: int = 4) -> tuple[int, ...]:
    """The places in the evidence of a case of its first photos."""
    if page is None:
        return ()
    found = [place for place, item in enumerate(page.evidence) if item.media is MediaKind.PHOTO]
    return tuple(found[:most])


def resting(hand: InHand) -> bool:
    """Whether the case of a parcel is done or archived: it wakes by what comes back."""
    return hand.case is not None and hand.case.resting
