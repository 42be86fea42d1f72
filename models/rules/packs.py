"""A policy pack: rules of one law, platform, payment service or shop as data, dated and cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from models.rules.amounts import Sum
from models.rules.calendars import WorkCalendar
from models.rules.expressions import Expression, Names
from models.rules.pack_origin import PackOrigin
from models.rules.pack_parts import (
    Constant,
    DeadlineRule,
    EvidenceSpec,
    Exposure,
    FactSpec,
    Formula,
    Guarded,
    InputCheck,
    Node,
    Outcome,
    PackSource,
    PackTest,
    RegisterSpec,
    RemedySpec,
    Script,
    StepSpec,
    Table,
    Text,
)

LAYERS: Final = ("law", "platform", "payment", "shop")


@dataclass(frozen=True, slots=True)
class Pack:
    """A loaded pack. Expressions are compiled when first used and kept."""

    id: str
    version: str
    title: Text
    layer: str
    jurisdiction: str
    platforms: tuple[str, ...]
    countries: tuple[str, ...]
    effective_from: date
    effective_to: date | None
    applies_by: str
    time_zone: str
    zones: Mapping[str, str]
    currency: str
    calendar: WorkCalendar | None
    review_by: date | None
    priority: int
    aliases: tuple[str, ...]
    sources: Mapping[str, PackSource]
    facts: Mapping[str, FactSpec]
    constants: Mapping[str, Constant]
    start: str
    nodes: Mapping[str, Node]
    tables: Mapping[str, Table]
    formulas: Mapping[str, Formula]
    deadlines: Mapping[str, DeadlineRule]
    evidence: Mapping[str, EvidenceSpec]
    registers: Mapping[str, RegisterSpec]
    steps: Mapping[str, StepSpec]
    remedies: Mapping[str, RemedySpec]
    scripts: Mapping[str, Script]
    exposures: Mapping[str, Exposure]
    outcomes: Mapping[str, Outcome]
    always: tuple[Guarded, ...]
    checks: tuple[InputCheck, ...]
    tests: tuple[PackTest, ...]
    names: Names
    origin: PackOrigin = field(compare=False, repr=False)
    compiled: dict[str, Expression] = field(default_factory=dict, compare=False, repr=False)
    sums: dict[str, Sum] = field(default_factory=dict, compare=False, repr=False)

    def expression(self, text: str, where: str = "") -> Expression:
        """The compiled expression; ExpressionError when it does not compile."""
        found = self.compiled.get(text)
        if found is None:
            found = self.compiled[text] = self.names.compile(text, where=f"{self.id}:{where}")
        return found

    def sum_of(self, formula: Formula) -> Sum:
        """The compiled formula."""
        found = self.sums.get(formula.id)
        if found is None:
            where = f"formulas.{formula.id}"
            found = self.sums[formula.id] = Sum(
                self.expression(formula.expr, where),
                self.expression(formula.floor, where) if formula.floor else None,
                self.expression(formula.cap, where) if formula.cap else None,
                formula.rounding,
                formula.places,
                formula.zero_div,
            )
        return found

    def covers(self, day: date) -> bool:
        """Whether the pack was in force on that day."""
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)
