"""What an evaluation says: the next question, liability, remedies, clocks, evidence, registers, sources and trace."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from models.kinds import Flag, Liability, RegisterKind, Remedy, Role, WaitingOn
from models.money import Money
from models.rules.pack_parts import NO_TEXT, Text


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered entry of the list of sources. `tag` names it everywhere else; `review_by` empty where not set."""

    number: int
    tag: str
    title: Text
    locator: str
    confidence: str
    pack_id: str
    pack_version: str
    review_by: str
    past_review: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer card. `value` None is "cannot be told"; on questions for a number or a time there are no cards."""

    value: str | bool | None
    label: Text
    hint: Text = NO_TEXT
    effect: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact that is already known and bears on a question."""

    fact: str
    label: Text
    value: object
    word: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask next. `type` is a fact type; `affects` names what the answer decides."""

    fact: str
    type: str
    ask: Text
    help: Text
    affects: Text
    answers: tuple[Answer, ...]
    known: tuple[KnownFact, ...]
    source: str
    pack_id: str
    node: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that has its answer, on the path."""

    question: Question
    value: object
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class LiabilityView:
    """Three axes: cause, towards the buyer, recourse. `cause` None: nobody caused it, or not decided (`decided`)."""

    cause: Liability | None
    shares: Mapping[Liability, Decimal] | None
    to_buyer: Liability | None
    recourse: Liability | None
    because: Text
    sources: tuple[str, ...]
    decided: bool = True


@dataclass(frozen=True, slots=True)
class StepPlan:
    """Something to do once the remedy is agreed."""

    id: str
    title: Text
    role: Role
    due_at: datetime | None
    due_rule: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a remedy costs the shop. `missing` are facts without which a part is left out of the sums."""

    goods: Money | None
    freight: Money | None
    refund: Money | None
    compensation: Money | None
    recoverable: Money | None
    recoverable_at_most: Money | None
    total: Money | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemedyOffer:
    """A remedy that may be offered. `right`: the buyer may choose it by law, whatever the shop prefers."""

    id: str
    remedy: Remedy
    title: Text
    amount: Money | None
    goods: Money | None
    freight: Money | None
    refund: Money | None
    compensation: Money | None
    recoverable: Money | None
    recoverable_at_most: Money | None
    true_cost: Money | None
    missing: tuple[str, ...]
    if_wrong: str
    if_wrong_text: Text
    needs: str
    steps: tuple[StepPlan, ...]
    script: str
    sources: tuple[str, ...]
    preferred: bool = False
    right: bool = False


@dataclass(frozen=True, slots=True)
class ClockPlan:
    """A clock that will run. `due_at` None: `unknown` names the facts it waits for. `decisive` is false for the
    more generous of two readings of the same duty (the stricter of a buyer's right). `remedies`: it starts only
    with one of these remedies; empty for always."""

    id: str
    result: str
    label: Text
    who: WaitingOn
    due_at: datetime | None
    last_day: date | None
    inclusive: bool
    event: str
    event_at: datetime | None
    unknown: tuple[str, ...]
    severity: str
    on_timeout: str
    warn_before: str
    source: str
    pack_id: str
    pack_version: str
    not_announced: tuple[int, ...] = ()
    decisive: bool = True
    output: str = "moment"
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceNeed:
    """Evidence the case needs, how strongly, and the text to ask for it. `packs` (id, version) say that it does."""

    id: str
    label: Text
    kind: str
    level: str
    holder: str
    ask_text: Text
    packs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RegisterPlan:
    """An entry that will be written; `kind` None for the case's own record. `words` says columns of closed lists."""

    id: str
    kind: RegisterKind | None
    label: Text
    columns: Mapping[str, str]
    amount: Money | None
    words: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExposureView:
    """What may follow if it goes wrong: points on the `general` or `serious` ledger of a platform, and money.

    `nodes` is how many nodes (every `node_every` points) are crossed from `points_before`, None while that is not
    known; `node_money` is for each of them, `ban_days` the ban a crossed node brings, `ban_until` its last day.
    Never summed across bases: what stands in two views are two penalties, or two readings of one.
    """

    id: str
    label: Text
    points: int | None
    ledger: str
    money: Money | None
    basis: str
    source: str
    pack_id: str
    pack_version: str = ""
    points_before: int | None = None
    nodes: int | None = None
    node_every: int = 12
    node_money: Money | None = None
    ban_days: int | None = None
    ban_until: date | None = None
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemarkPlan:
    """The platform remark: flag and text with the slots content, person and date filled by the service."""

    flag: Flag
    text: Text


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One step of the decision."""

    pack_id: str
    node: str
    fact: str
    answer: object
    source: str
    assumed: bool = False


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to tell: a text of the pack, or a code with values for a sentence made in ui."""

    code: str
    text: Text = NO_TEXT
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The whole answer of an evaluation.

    `unknown` are facts whose absence leaves an amount, a clock or a condition open; `unasked` are facts of unusual
    roads that are not asked for in every case and have not been said either way.
    """

    next_question: Question | None
    open_questions: tuple[Question, ...]
    asked: tuple[Asked, ...]
    remaining_estimate: int
    outcomes: tuple[str, ...]
    titles: tuple[Text, ...]
    provisional: bool
    liability: LiabilityView
    remedies: tuple[RemedyOffer, ...]
    refusal: RemedyOffer | None
    postage: Mapping[str, str]
    steps: tuple[StepPlan, ...]
    clocks: tuple[ClockPlan, ...]
    evidence: tuple[EvidenceNeed, ...]
    registers: tuple[RegisterPlan, ...]
    amounts: Mapping[str, Money | Decimal]
    results: Mapping[str, object]
    exposures: tuple[ExposureView, ...]
    remark: RemarkPlan | None
    warnings: tuple[Warned, ...]
    errors: tuple[str, ...]
    sources: tuple[Source, ...]
    trace: tuple[TraceEntry, ...]
    unknown: tuple[str, ...]
    unasked: tuple[str, ...]
    packs: tuple[tuple[str, str], ...]

    @property
    def complete(self) -> bool:
        """Nothing is left to ask and there is an outcome."""
        return self.next_question is None and bool(self.outcomes) and not self.errors
