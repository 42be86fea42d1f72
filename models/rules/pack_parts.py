"""The parts of a policy pack: texts, sources, facts, nodes, tables, formulas, deadlines, remedies and outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the packs in Chinese and English."""

    zh: str = ""
    en: str = ""

    def pick(self, language: str) -> str:
        """The text in that language, or in the other where it has none."""
        first, second = (self.zh, self.en) if language.startswith("zh") else (self.en, self.zh)
        return first or second

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


NO_TEXT: Final = Text()


@dataclass(frozen=True, slots=True)
class PackSource:
    """Where a number or a rule stands."""

    id: str
    title: Text
    confidence: str
    locator: str = ""
    version_date: str = ""
    review_by: str = ""


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact the pack may ask for or read. `null_known`: None says "there is none" instead of "not known"."""

    id: str
    type: str
    label: Text
    words: Mapping[str, Text] = field(default_factory=dict)
    read_from: str = ""
    derive: str = ""
    assume: object = None
    has_assumption: bool = False
    null_known: bool = False
    help: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Constant:
    """An editable number with its source; `value` None where nothing reliable is known."""

    id: str
    type: str
    value: Decimal | None
    label: Text
    source: str
    editable: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a question: a value, or a condition, or (with neither) any value."""

    next: str
    value: str | bool | None = None
    has_value: bool = False
    when: str = ""
    label: Text = NO_TEXT
    hint: Text = NO_TEXT
    effect: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class Node:
    """A node of the walk. `kind` is question, switch, collect or outcome; `unknown` is where the walk goes on,
    provisionally, while the answer is still open."""

    id: str
    kind: str
    fact: str = ""
    ask: Text = NO_TEXT
    help: Text = NO_TEXT
    affects: Text = NO_TEXT
    shows: tuple[str, ...] = ()
    answers: tuple[Choice, ...] = ()
    cases: tuple[Choice, ...] = ()
    otherwise: str = ""
    unknown: str = ""
    quiet: bool = False
    evidence: tuple[EvidenceUse, ...] = ()
    facts: tuple[str, ...] = ()
    outcome: str = ""
    source: str = ""

    def follows(self) -> tuple[str, ...]:
        """The nodes that may come next."""
        found = [choice.next for choice in (*self.answers, *self.cases)]
        return tuple(dict.fromkeys(name for name in (*found, self.otherwise, self.unknown) if name))


@dataclass(frozen=True, slots=True)
class EvidenceUse:
    """Evidence asked for by a node or an outcome."""

    id: str
    level: str = "must"
    when: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: where the condition holds, the value."""

    when: str
    value: object
    source: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table; `hit` is first, unique, collect or max."""

    id: str
    hit: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as written; `result` is the name it gives its value, `merge` how layers are joined."""

    id: str
    type: str
    expr: str
    label: Text
    source: str
    floor: str = ""
    cap: str = ""
    rounding: str = "half_up"
    places: int = 2
    zero_div: str = "null"
    result: str = ""
    merge: str = ""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline: event, count and length, who must act and what silence does."""

    id: str
    label: Text
    who: str
    event: str
    count: str
    severity: str
    source: str
    n: str = "0"
    roll: str = "none"
    clock: str = "12:00"
    opens: str = "09:00"
    closes: str = "18:00"
    anchor: str = ""
    extra_days: str = ""
    when: str = ""
    warn_before: str = ""
    on_timeout: str = ""
    result: str = ""
    output: str = "moment"
    hidden: bool = False
    remedies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceSpec:
    """A kind of evidence, who has it, and the text with which to ask for it."""

    id: str
    label: Text
    kind: str
    holder: str
    ask: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class RegisterSpec:
    """A register entry: its kind (empty: the case itself), columns by fact, and the formula of its amount."""

    id: str
    label: Text
    kind: str = ""
    columns: tuple[str, ...] = ()
    amount: str = ""


@dataclass(frozen=True, slots=True)
class StepSpec:
    """Something to do: by which role, after which steps, by which deadline."""

    id: str
    title: Text
    role: str = "after_sales"
    due: str = ""
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemedySpec:
    """A remedy and what it costs: expressions for goods, refund and compensation, and the freight legs."""

    id: str
    kind: str
    title: Text
    goods: str = ""
    refund: str = ""
    compensation: str = ""
    legs: tuple[str, ...] = ()
    needs: str = "none"
    if_wrong: str = "low"
    if_wrong_text: Text = NO_TEXT
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RemedyUse:
    """A remedy offered by an outcome."""

    id: str
    when: str = ""
    amount: str = ""
    needs: str = ""
    steps: tuple[str, ...] = ()
    script: str = ""
    if_wrong: str = ""
    if_wrong_text: Text = NO_TEXT
    right: bool = False


@dataclass(frozen=True, slots=True)
class Script:
    """A text for the buyer or the remark, with slots named after facts and amounts."""

    id: str
    text: Text
    tones: Mapping[str, Text] = field(default_factory=dict)
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exposure:
    """What may follow if it goes wrong: points on a ledger, what every node of points brings, money.

    `points`, `points_before`, `node_every`, `node_money` and `node_ban_days` are numbers or expressions; a ban is
    counted from the day of `ban_from`, where the pack names that fact.
    """

    id: str
    label: Text
    source: str
    when: str = ""
    points: str = ""
    ledger: str = "general"
    money: str = ""
    basis: str = ""
    points_before: str = ""
    node_every: str = "12"
    node_money: str = ""
    node_ban_days: str = ""
    ban_from: str = ""


@dataclass(frozen=True, slots=True)
class ResultUse:
    """A named result of an outcome: a literal, an expression, or a table (with a field of its value)."""

    name: str
    literal: object = None
    expr: str = ""
    table: str = ""
    field: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Guarded:
    """An id that counts where the condition holds (always, without one)."""

    id: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a walk arrives at."""

    id: str
    title: Text
    liable: str
    sources: tuple[str, ...]
    liable_to_buyer: str = ""
    recourse: str = ""
    shares: Mapping[str, str] = field(default_factory=dict)
    because: Text = NO_TEXT
    remedies: tuple[RemedyUse, ...] = ()
    postage: Mapping[str, str] = field(default_factory=dict)
    amounts: tuple[Guarded, ...] = ()
    deadlines: tuple[Guarded, ...] = ()
    evidence: tuple[EvidenceUse, ...] = ()
    registers: tuple[Guarded, ...] = ()
    steps: tuple[Guarded, ...] = ()
    flag: str = ""
    remark: str = ""
    exposures: tuple[str, ...] = ()
    warnings: tuple[tuple[Text, str], ...] = ()
    script: str = ""
    results: tuple[ResultUse, ...] = ()
    refuses: tuple[Guarded, ...] = ()


@dataclass(frozen=True, slots=True)
class InputCheck:
    """An entry that cannot be right, with the code of the sentence to show."""

    id: str
    when: str
    label: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class PackTest:
    """An example that stands in the pack: facts and what must come out."""

    id: str
    facts: Mapping[str, object]
    expect: Mapping[str, object]
