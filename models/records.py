"""Frozen values: the only things that leave `models`. Times are aware UTC; a widget never holds a table row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from models.call_kinds import CallBackKind, Channel, LateLevel
from models.evidence_records import Completeness, Evidence, EvidenceRow, Weighing
from models.kinds import (
    CallBackState,
    CallOutcome,
    CaseState,
    ClockKind,
    ClockStatus,
    Consent,
    Demand,
    Flag,
    Liability,
    NoteKind,
    Problem,
    RegisterKind,
    Remedy,
    Role,
    StepState,
    TextDraftKind,
    Tier,
    WaitingOn,
)
from models.money import Money
from models.order_records import Buyer, BuyerHistory, BuyerNote, FormerNick, Order, OrderLine, Parcel, Person, Shop
from models.packet_records import ExhibitPlan, Packet, PacketPart, PacketPlan
from models.register_kinds import EntryOrigin, RegisterState

# What belongs to orders and to evidence stands in files of its own and is taken from here like the rest.
__all__ = [
    "Buyer", "BuyerHistory", "BuyerNote", "CallBack", "CallBackRow", "CallRecord", "Case", "CasePage", "CaseRow",
    "CaseTarget", "Clock", "Draft", "Evidence", "EvidenceRow", "ExhibitPlan", "FormerNick", "HistoryEvent", "Note",
    "Order", "OrderLine", "Packet", "PacketPart", "PacketPlan", "Parcel", "Person", "RegisterEntry", "RelatedCase",
    "Relation", "Reply", "Resolution", "Shop", "Step",
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
class Reply:
    """A reply as it was copied out to the buyer."""

    id: int
    case_id: int
    text: str
    language: str
    situation: str
    made_at: datetime
    made_by: str


class Relation(StrEnum):
    """How another case belongs to the one shown."""

    RELATED = "related"
    MERGED_HERE = "merged_here"
    MERGED_INTO = "merged_into"
    SPLIT_FROM = "split_from"
    SPLIT_OFF = "split_off"
    SAME_ORDER = "same_order"
    SAME_BUYER = "same_buyer"


@dataclass(frozen=True, slots=True)
class RelatedCase:
    """Another case of the same story. `link_id` is None where nobody linked them by hand."""

    id: int
    number: str
    problem: Problem
    state: CaseState
    opened_at: datetime
    relation: Relation
    link_id: int | None = None


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
class RegisterEntry:
    """One line of a register, written by the wizard or by what was done with a case.

    `corrects`: the line of a closed month this one adds to or takes from; its amounts are differences then.
    `allowed` and `received`: what of `amount` the other side agreed to, and what came in.
    """

    id: int
    register: RegisterKind
    case_id: int | None
    case_number: str
    buyer_nick: str
    entered_at: datetime
    entered_by: str
    amount: Money | None
    columns: Mapping[str, str]
    shop_id: int | None = None
    state: RegisterState = RegisterState.OPEN
    origin: EntryOrigin = EntryOrigin.WIZARD
    corrects: int | None = None
    reason: str = ""
    allowed: Money | None = None
    received: Money | None = None
    points: int | None = None
    due_at: datetime | None = None
    handed_in_at: datetime | None = None
    answered_at: datetime | None = None
    received_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallBack:
    """A planned contact with a buyer. `subject`: what was promised or is to be asked; `case_id`: what it is about."""

    id: int
    buyer_id: int
    due_on: date
    at_time: str
    state: CallBackState
    reason: str
    attempts: int
    person_id: int | None
    done_at: datetime | None = None
    kind: CallBackKind = CallBackKind.RHYTHM
    channel: Channel = Channel.PHONE
    case_id: int | None = None
    subject: str = ""


@dataclass(frozen=True, slots=True)
class CallBackRow:
    """A call-back with the buyer the calendar shows; `special` buyers must not be neglected whatever they spend.

    `late`: how many days ago it was first due, 0 for one that is not late; `level` follows from the tier's limits.
    """

    call_back: CallBack
    nick: str
    name: str
    phone: str
    tier: Tier
    consent: Consent
    last_reached_at: datetime | None
    outcome: CallOutcome | None
    shop_id: int = 0
    special: bool = False
    late: int = 0
    level: LateLevel = LateLevel.ON_TIME


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
    channel: Channel = Channel.PHONE
    tags: tuple[str, ...] = ()
    minutes: int | None = None
    case_id: int | None = None
    opened_case_id: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A half-done resolution: the answers given so far."""

    case_id: int
    facts: Mapping[str, object]
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class Case:
    """One after-sales problem of one order (or of a buyer).

    While `snoozed_until` is set it sleeps until then, or until `snooze_event` (a word of SnoozeEvent, or empty).
    """

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
    snoozed_until: datetime | None = None
    snooze_event: str = ""
    snooze_note: str = ""
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What one row of the Cases list shows. `evidence` None: not counted yet."""

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
    shop_id: int = 0
    tags: tuple[str, ...] = ()
    snoozed_until: datetime | None = None
    evidence: Completeness | None = None


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
    tags: tuple[str, ...] = ()
    related: tuple[RelatedCase, ...] = ()
    replies: tuple[Reply, ...] = ()
    text_drafts: Mapping[TextDraftKind, str] = field(default_factory=dict)
    weighing: Weighing | None = None


@dataclass(frozen=True, slots=True)
class CaseTarget:
    """What a typed or pasted text may mean for a new case: an order, or a buyer without one.

    `matched` says by what it was found, `former_nick` the former ID that led to the buyer, `lines` how many items.
    """

    order_id: int | None
    buyer_id: int | None
    order_number: str
    buyer_nick: str
    item_title: str
    paid: Money | None
    created_at: datetime | None
    matched: str
    open_cases: tuple[str, ...] = field(default=())
    shop_id: int = 0
    lines: int = 0
    former_nick: str = ""
