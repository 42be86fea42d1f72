"""Frozen values: the only things that leave `models`. Times are aware UTC; a widget never holds a table row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from models.kinds import (
    CallBackState,
    CallOutcome,
    CaseState,
    ClockKind,
    ClockStatus,
    Consent,
    Demand,
    EvidenceSource,
    Flag,
    Integrity,
    Liability,
    MediaKind,
    NoteKind,
    Problem,
    RegisterKind,
    Remedy,
    Role,
    StepState,
    Tier,
    WaitingOn,
)
from models.money import Money
from models.order_records import Buyer, BuyerHistory, Order, OrderLine, Person, Shop

# What belongs to orders stands in a file of its own and is taken from here like the rest.
__all__ = [
    "Buyer", "BuyerHistory", "CallBack", "CallBackRow", "CallRecord", "Case", "CasePage", "CaseRow", "CaseTarget",
    "Clock", "Draft", "Evidence", "EvidenceRow", "HistoryEvent", "Note", "Order", "OrderLine", "Packet", "Person",
    "RegisterEntry", "Resolution", "Shop", "Step",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A running deadline, with the rule that sets it.

    `event` is the fact it counts from, `warn_at` when to warn of it, `paused_at` since when it stands still.
    """

    id: int
    case_id: int
    rule: str
    label_zh: str
    label_en: str
    who: WaitingOn
    due_at: datetime
    started_at: datetime
    status: ClockStatus
    ended_at: datetime | None = None
    severity: str = "duty"
    on_timeout: str = ""
    source: str = ""
    pack: str = ""
    kind: ClockKind = ClockKind.RULE
    event: str = ""
    warn_at: datetime | None = None
    paused_at: datetime | None = None
    note: str = ""

    def label(self, language: str) -> str:
        """The clock's name in `zh` or `en`."""
        return self.label_zh if language.startswith("zh") else self.label_en or self.label_zh


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, by a role, by a time.

    `rule` is its id in the packs, `after` the ids of the steps before it, `due_rule` the deadline it is due by.
    """

    id: int
    case_id: int
    position: int
    title_zh: str
    title_en: str
    role: Role
    person_id: int | None
    due_at: datetime | None
    after: str
    state: StepState
    done_at: datetime | None = None
    done_by: str = ""
    rule: str = ""
    due_rule: str = ""
    note: str = ""

    def title(self, language: str) -> str:
        """What to do, in `zh` or `en`."""
        return self.title_zh if language.startswith("zh") else self.title_en or self.title_zh


@dataclass(frozen=True, slots=True)
class Resolution:
    """The remedy agreed, its amounts, its basis, its packs."""

    id: int
    case_id: int
    outcome: str
    remedy: Remedy
    remedy_title_zh: str
    remedy_title_en: str
    liability: Liability
    liable_to_buyer: Liability
    recourse: Liability | None
    because_zh: str
    because_en: str
    refund: Money
    true_cost: Money | None
    recoverable: Money | None
    override_reason: str
    remark: str
    flag: Flag
    facts: Mapping[str, object]
    conclusion: Mapping[str, object]
    packs: str
    decided_at: datetime
    decided_by: str
    shares: Mapping[str, str] = field(default_factory=dict)
    frozen: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Note:
    """A text about a case, written by a person of the shop."""

    id: int
    case_id: int
    kind: NoteKind
    text: str
    written_at: datetime
    written_by: str


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """One link of the history: what happened, who, when. `details` is empty after an erasure."""

    seq: int
    happened_at: datetime
    time_zone: str
    person: str
    action: str
    entity: str
    entity_id: int
    case_id: int | None
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One file of a case. The bytes lie in the store under their SHA-256; the original name only here."""

    id: int
    case_id: int
    number: int
    sha256: str
    size: int
    original_name: str
    media: MediaKind
    format: str
    source: EvidenceSource
    caption: str
    proves: str
    tag: str
    exhibit: int | None
    captured_at: datetime | None
    captured_zone: str
    imported_at: datetime
    imported_by: str
    width: int | None
    height: int | None
    pages: int | None
    duration_ms: int | None
    integrity: Integrity
    verified_at: datetime | None
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Evidence with what the gallery over all cases shows beside it."""

    evidence: Evidence
    case_number: str
    buyer_nick: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """One line of a register, written by the wizard or the case page."""

    id: int
    register: RegisterKind
    case_id: int | None
    case_number: str
    buyer_nick: str
    entered_at: datetime
    entered_by: str
    amount: Money | None
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CallBack:
    """A planned contact with a VIP buyer."""

    id: int
    buyer_id: int
    due_on: date
    at_time: str
    state: CallBackState
    reason: str
    attempts: int
    person_id: int | None
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallBackRow:
    """A call-back with the buyer the calendar shows."""

    call_back: CallBack
    nick: str
    name: str
    phone: str
    tier: Tier
    consent: Consent
    last_reached_at: datetime | None
    outcome: CallOutcome | None


@dataclass(frozen=True, slots=True)
class CallRecord:
    """One call that was made."""

    id: int
    buyer_id: int
    call_back_id: int | None
    made_at: datetime
    person: str
    outcome: CallOutcome
    satisfaction: str
    note: str


@dataclass(frozen=True, slots=True)
class Packet:
    """A dispute PDF that was made, with the hash of its bytes."""

    id: int
    case_id: int
    number: str
    language: str
    made_at: datetime
    made_by: str
    pages: int
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-done resolution: the answers given so far."""

    case_id: int
    facts: Mapping[str, object]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """One after-sales problem of one order (or of a buyer)."""

    id: int
    number: str
    shop_id: int
    order_id: int | None
    buyer_id: int | None
    state: CaseState
    problem: Problem
    demand: Demand
    liability: Liability
    waiting_on: WaitingOn
    handler_id: int | None
    flag: Flag
    at_stake: Money
    summary: str
    opened_at: datetime
    updated_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What one row of the Cases list shows."""

    id: int
    number: str
    state: CaseState
    problem: Problem
    liability: Liability
    waiting_on: WaitingOn
    flag: Flag
    at_stake: Money
    next_due_at: datetime | None
    buyer_nick: str
    tier: Tier
    order_number: str
    handler: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class CasePage:
    """All that the case page shows at once."""

    case: Case
    shop: Shop
    order: Order | None
    buyer: Buyer | None
    buyer_history: BuyerHistory | None
    handler: Person | None
    clocks: tuple[Clock, ...]
    steps: tuple[Step, ...]
    resolution: Resolution | None
    evidence: tuple[Evidence, ...]
    notes: tuple[Note, ...]
    timeline: tuple[HistoryEvent, ...]
    registers: tuple[RegisterEntry, ...] = ()
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class CaseTarget:
    """What a typed or pasted text may mean for a new case: an order, or a buyer without one."""

    order_id: int | None
    buyer_id: int | None
    order_number: str
    buyer_nick: str
    item_title: str
    paid: Money | None
    created_at: datetime | None
    matched: str
    open_cases: tuple[str, ...] = field(default=())
