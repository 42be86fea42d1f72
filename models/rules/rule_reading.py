"""A pack as people read it: its numbers, rules, clocks, formulas, exposures and sources, each in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from models.rules.citations import locator_in
from models.rules.pack_parts import NO_TEXT, Constant, Outcome, RemedyUse, Text
from models.rules.packs import Pack
from models.rules.rule_phrases import (
    coded,
    condition_text,
    is_share,
    joined,
    length_text,
    number_label,
    number_text,
    warning_text,
)

DAY_LIMIT: Final = 3650
_LIMITS: Final = {"minutes": 527_040, "hours": 8_784, "months": 120, "window_hours": 8_784}


@dataclass(frozen=True, slots=True)
class ReadSource:
    """Where something stands. `past`: its day of review is over; `unsure`: to be verified before relying on it."""

    id: str
    title: Text
    locator: str
    confidence: str
    version_date: str
    review_by: str
    past: bool

    @property
    def unsure(self) -> bool:
        """Whether the shop has to verify it first."""
        return self.confidence == "uncertain"

    def said(self, language: str) -> str:
        """Title and place in one line."""
        return " ".join(part for part in (self.title.pick(language), locator_in(self.locator, language)) if part)


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number: what is in force, what the pack says, its unit and bounds. `share`: between 0 and 1."""

    id: str
    label: Text
    kind: str
    unit: Text
    value: Decimal | None
    pack_value: Decimal | None
    shown: Text
    pack_shown: Text
    editable: bool
    share: bool
    highest: Decimal
    places: int
    currency: str
    source: ReadSource
    uses: tuple[Text, ...] = ()

    @property
    def missing(self) -> bool:
        """Nothing reliable is known and the shop has not filled it in."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class ReadLine:
    """A part of a rule: a title, notes about it, the condition under which it counts, and its sources."""

    id: str
    title: Text
    notes: tuple[Text, ...] = ()
    when: Text = NO_TEXT
    sources: tuple[ReadSource, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadRule:
    """What a walk arrives at, in words; `parts` by remedies, steps, evidence, clocks, amounts, registers, exposures
    and warnings, each in order."""

    id: str
    title: Text
    liable: str
    liable_to_buyer: str
    recourse: str
    because: Text
    postage: tuple[Text, ...]
    parts: Mapping[str, tuple[ReadLine, ...]]
    sources: tuple[ReadSource, ...]


@dataclass(frozen=True, slots=True)
class ReadPack:
    """A whole pack to be read. `tests` is how many examples of its own it keeps."""

    pack: Pack
    numbers: tuple[ReadNumber, ...]
    rules: tuple[ReadRule, ...]
    clocks: tuple[ReadLine, ...]
    formulas: tuple[ReadLine, ...]
    exposures: tuple[ReadLine, ...]
    sources: tuple[ReadSource, ...]
    past_review: bool

    @property
    def tests(self) -> int:
        """How many examples the pack keeps of what must come out."""
        return len(self.pack.tests)


def read_pack(pack: Pack, own: Pack, today: date) -> ReadPack:
    """`pack` with the numbers in force, `own` the same pack with the numbers it came with."""
    return _Reader(pack, own, today).read()


def read_number(pack: Pack, own: Pack, name: str, today: date) -> ReadNumber:
    """One number of a pack; KeyError where it has none of that name."""
    return _Reader(pack, own, today).number(pack.constants[name])


class _Reader:
    def __init__(self, pack: Pack, own: Pack, today: date) -> None:
        self.pack, self.own, self.today = pack, own, today
        # Loading merges what a parent offers into a pack; only what is cited belongs to it.
        self.cited: dict[str, ReadSource] = {}

    def read(self) -> ReadPack:
        pack = self.pack
        numbers = sorted((self.number(each) for each in pack.constants.values()), key=lambda each: not each.missing)
        rules = tuple(self.rule(each) for each in pack.outcomes.values())
        clocks = tuple(self.clock(name) for name in pack.deadlines)
        formulas = tuple(self.formula(name) for name in pack.formulas)
        exposures = tuple(self.exposure(name) for name in pack.exposures)
        past = pack.review_by is not None and pack.review_by < self.today
        for node in pack.nodes.values():
            self.sources((node.source,))
        return ReadPack(pack, tuple(numbers), rules, clocks, formulas, exposures, tuple(self.cited.values()), past)

    def sources(self, names: Iterable[str]) -> tuple[ReadSource, ...]:
        return tuple(self.source(name) for name in names if name in self.pack.sources)

    def source(self, name: str) -> ReadSource:
        found = self.cited.get(name)
        if found is None:
            spec = self.pack.sources.get(name)
            if spec is None:
                return ReadSource(name, Text(name, name), "", "", "", "", past=False)
            review = spec.review_by or (self.pack.review_by.isoformat() if self.pack.review_by else "")
            past = bool(review) and review < self.today.isoformat()
            found = self.cited[name] = ReadSource(
                name, spec.title, spec.locator, spec.confidence, spec.version_date, review, past
            )
        return found

    def number(self, constant: Constant) -> ReadNumber:
        label, unit = number_label(constant)
        own = self.own.constants.get(constant.id, constant)
        share, currency = is_share(constant.id, constant.type), self.pack.currency
        counted = [rule for rule in self.pack.deadlines.values() if constant.id in (rule.n, rule.extra_days)]
        highest = Decimal(1) if share else Decimal(10_000_000) if constant.type == "money" else Decimal(1_000_000)
        if counted:
            highest = Decimal(min(_LIMITS.get(rule.count, DAY_LIMIT) for rule in counted))
        places = {"int": 0, "money": 2}.get(constant.type, 4)
        shown = [
            number_text(value, constant.type, unit, currency, share=share) for value in (constant.value, own.value)
        ]
        return ReadNumber(
            constant.id, label, constant.type, unit, constant.value, own.value, shown[0], shown[1], constant.editable,
            share, highest, places, currency, self.source(constant.source), tuple(rule.label for rule in counted),
        )  # fmt: skip

    def clock(self, name: str, when: str = "") -> ReadLine:
        rule = self.pack.deadlines[name]
        who = coded(rule.who)
        notes = [length_text(self.pack, rule), Text(f"由{who.zh}", f"for {who.en}")]
        if rule.on_timeout:
            late = coded(rule.on_timeout)
            notes.append(Text(f"超时：{late.zh}", f"on time-out: {late.en}"))
        notes.append(warning_text(rule.warn_before))
        conditions = [condition_text(self.pack, text) for text in (rule.when, when)]
        return ReadLine(
            name, rule.label, tuple(note for note in notes if note), joined(conditions, " 且 ", " and "),
            self.sources((rule.source,)),
        )  # fmt: skip

    def formula(self, name: str, when: str = "") -> ReadLine:
        formula, pack = self.pack.formulas[name], self.pack
        notes = [condition_text(pack, formula.expr)]
        for text, zh, en in ((formula.floor, "至少", "at least"), (formula.cap, "至多", "at most")):
            if text:
                bound = condition_text(pack, text)
                notes.append(Text(f"{zh} {bound.zh}", f"{en} {bound.en}"))
        return ReadLine(name, formula.label, tuple(notes), condition_text(pack, when), self.sources((formula.source,)))

    def exposure(self, name: str) -> ReadLine:
        spec, pack = self.pack.exposures[name], self.pack
        notes = []
        if spec.points:
            points = condition_text(pack, spec.points)
            notes.append(Text(f"扣分：{points.zh}", f"points: {points.en}"))
        if spec.money:
            label = pack.formulas[spec.money].label if spec.money in pack.formulas else Text(spec.money, spec.money)
            notes.append(Text(f"金额：{label.pick('zh')}", f"money: {label.pick('en')}"))
        return ReadLine(name, spec.label, tuple(notes), condition_text(pack, spec.when), self.sources((spec.source,)))

    def rule(self, outcome: Outcome) -> ReadRule:
        pack, say = self.pack, self._say
        evidence = tuple(
            ReadLine(use.id, pack.evidence[use.id].label, (coded(use.level),), say(use.when))
            for use in outcome.evidence
        )
        steps = [
            ReadLine(each.id, pack.steps[each.id].title, self._step_notes(each.id), say(each.when))
            for each in outcome.steps
        ]
        registers = tuple(
            ReadLine(each.id, pack.registers[each.id].label, (), say(each.when)) for each in outcome.registers
        )
        warnings = tuple(ReadLine("", text, (), say(when)) for text, when in outcome.warnings)
        parts = {
            "remedies": tuple(self._remedy(use) for use in outcome.remedies),
            "steps": tuple(steps),
            "evidence": evidence,
            "clocks": tuple(self.clock(each.id, each.when) for each in outcome.deadlines),
            "amounts": tuple(self.formula(each.id, each.when) for each in outcome.amounts),
            "registers": registers,
            "exposures": tuple(self.exposure(name) for name in outcome.exposures),
            "warnings": warnings,
        }
        return ReadRule(
            outcome.id, outcome.title, outcome.liable, outcome.liable_to_buyer, outcome.recourse, outcome.because,
            tuple(self._postage(leg, payer) for leg, payer in outcome.postage.items()), parts,
            self.sources(outcome.sources),
        )  # fmt: skip

    def _say(self, text: str) -> Text:
        return condition_text(self.pack, text)

    def _remedy(self, use: RemedyUse) -> ReadLine:
        spec = self.pack.remedies[use.id]
        notes: list[Text] = [coded("right")] if use.right else []
        needs = use.needs or spec.needs
        if needs != "none":
            notes.append(coded(needs))
        if use.amount in self.pack.formulas:
            notes.append(self.pack.formulas[use.amount].label)
        steps = use.steps or spec.steps
        titles = [self.pack.steps[step].title for step in steps if step in self.pack.steps]
        if titles:
            chain = joined(titles, " → ", " → ")
            notes.append(Text(f"步骤：{chain.zh}", f"steps: {chain.en}"))
        return ReadLine(use.id, spec.title, tuple(notes), condition_text(self.pack, use.when))

    def _step_notes(self, name: str) -> tuple[Text, ...]:
        spec = self.pack.steps[name]
        due = self.pack.deadlines.get(spec.due)
        if due is None:
            return ()
        return (Text(f"期限：{due.label.pick('zh')}", f"due: {due.label.pick('en')}"),)

    def _postage(self, leg: str, payer: str) -> Text:
        one, other = coded(leg), coded(payer)
        if any(mark in payer for mark in " '"):
            other = condition_text(self.pack, payer)
        return Text(f"{one.zh}运费：{other.zh}", f"{one.en} freight: {other.en}")


def words_of(read: ReadPack | ReadRule | ReadNumber | ReadLine | ReadSource) -> str:
    """Every word of something readable in both languages, in small letters, for searching."""
    return "\n".join(_words(read)).casefold()


def _words(read: object) -> Iterable[str]:
    if isinstance(read, Text):
        yield from (read.zh, read.en)
    elif isinstance(read, ReadSource):
        yield from (read.id, read.title.zh, read.title.en, read.locator, locator_in(read.locator, "en"))
    elif isinstance(read, ReadNumber):
        yield read.id
        for part in (read.label, read.shown, read.source, *read.uses):
            yield from _words(part)
    elif isinstance(read, ReadLine):
        yield read.id
        for part in (read.title, read.when, *read.notes, *read.sources):
            yield from _words(part)
    elif isinstance(read, ReadRule):
        yield from (read.id, *(word for code in (read.liable, read.recourse) for word in _words(coded(code))))
        for part in (read.title, read.because, *read.postage, *read.sources):
            yield from _words(part)
        for lines in read.parts.values():
            for line in lines:
                yield from _words(line)
    elif isinstance(read, ReadPack):
        yield from (read.pack.id, read.pack.title.zh, read.pack.title.en)
        for each in (*read.numbers, *read.rules, *read.clocks, *read.formulas, *read.exposures, *read.sources):
            yield from _words(each)
