"""The names of one pack in one case: given facts, constants, derived facts, formulas and deadlines, each once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, time, tzinfo
from decimal import Decimal

from models.clock import zone as zone_named
from models.errors import UserError
from models.money import Money
from models.rules.calendars import WorkCalendar, country_calendar
from models.rules.deadlines import Due, Span, end_of, whole
from models.rules.expressions import Expression, PackError
from models.rules.pack_parts import DeadlineRule
from models.rules.packs import Pack
from models.rules.values import UNKNOWN, coerce

_MONEY_LIMIT = Decimal(10) ** 15


class Environment:
    """Resolves names for the expressions of a pack. Values are worked out when first asked for, so the order of
    asking cannot matter; a name that depends on itself is a PackError `pack_cycle`."""

    def __init__(self, pack: Pack, facts: Mapping[str, object], now: datetime | None) -> None:
        self.pack = pack
        self.assumed: dict[str, object] = {}
        self._raw = facts
        self._now = now
        self._values: dict[str, object] = {}
        self._dues: dict[str, Due | None] = {}
        self._pending: set[str] = set()
        self.country = self._word("country") or pack.jurisdiction
        self.zone: tzinfo = zone_named(pack.zones.get(self.country) or self._word("time_zone") or pack.time_zone)
        self.currency = self._word("currency") or pack.currency
        if len(self.currency) != 3:
            raise UserError("fact_invalid", fact="currency", type="text")

    @property
    def calendar(self) -> WorkCalendar:
        """The pack's calendar, or the one of the country of the case."""
        return self.pack.calendar if self.pack.calendar is not None else country_calendar(self.country)

    def money(self, value: Decimal) -> Money:
        """An amount in the currency of the case; PackError `amount_too_large` beyond all measure."""
        if not value.is_finite() or abs(value) >= _MONEY_LIMIT:
            raise PackError("amount_too_large", pack=self.pack.id)
        return Money.of(value, self.currency)

    def _word(self, name: str) -> str:
        value = self._raw.get(name)
        return value if isinstance(value, str) else ""

    def asked(self, name: str) -> bool:
        """Whether somebody was asked and could not tell."""
        spec = self.pack.facts.get(name)
        return name in self._raw and self._raw[name] is None and not (spec is not None and spec.null_known)

    def given(self, name: str) -> bool:
        """Whether the value was given rather than derived or assumed."""
        return self._raw.get(name) is not None

    def resolve(self, name: str) -> object:
        """The value of a name, None where there is none, UNKNOWN where nobody has said."""
        if name in self._values:
            return self._values[name]
        if name in self._pending:
            raise PackError("pack_cycle", pack=self.pack.id, name=name)
        self._pending.add(name)
        try:
            value = self._work_out(name)
        finally:
            self._pending.discard(name)
        self._values[name] = value
        return value

    def _work_out(self, name: str) -> object:
        pack = self.pack
        if name == "now":
            return self._now if self._now is not None else self._fact("now")
        if name in pack.facts:
            return self._fact(name)
        if name in pack.constants:
            number = pack.constants[name].value
            return number if number is not None else UNKNOWN
        if name in pack.formulas:
            return pack.sum_of(pack.formulas[name]).evaluate(self.resolve)
        if name in pack.deadlines:
            due = self.due(name)
            return due.at if due is not None else UNKNOWN
        raise PackError("pack_reference", pack=pack.id, name=name)

    def _fact(self, name: str) -> object:
        spec = self.pack.facts.get(name)
        if spec is None:
            return UNKNOWN
        value = coerce(spec.type, self._raw.get(name, UNKNOWN), self.zone, fact=name, choices=frozenset(spec.words))
        if value is None:
            if spec.null_known:
                return None
            value = UNKNOWN
        if value is UNKNOWN and spec.derive:
            value = coerce(spec.type, self.evaluate(spec.derive, f"facts.{name}"), self.zone, fact=name)
        if value is UNKNOWN and spec.has_assumption and not self.asked(name):
            value = coerce(spec.type, spec.assume, self.zone, fact=name)
            self.assumed[name] = value
        return value

    def evaluate(self, text: str, where: str = "") -> object:
        """The value of an expression of the pack."""
        return self.pack.expression(text, where).evaluate(self.resolve)

    def holds(self, condition: str, where: str = "") -> bool | None:
        """Whether a condition holds; True for none, None for unknown."""
        if not condition:
            return True
        value = self.evaluate(condition, where)
        return None if value is UNKNOWN else bool(value)

    def missing(self, text: str, where: str = "") -> tuple[str, ...]:
        """The facts (and empty numbers) that keep an expression unknown, down to what can be asked."""
        return self.leaves(self.pack.expression(text, where).missing(self.resolve))

    def leaves(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names as the facts and constants they hang on."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        todo = list(names)
        while todo:
            name = todo.pop(0)
            if name in seen:
                continue
            seen.add(name)
            inner = self._inside(name)
            if inner is None:
                found[name] = None
            else:
                todo = [*inner, *todo]
        return tuple(found)

    def _inside(self, name: str) -> tuple[str, ...] | None:
        pack = self.pack
        if name in pack.formulas:
            return pack.sum_of(pack.formulas[name]).missing(self.resolve)
        if name in pack.deadlines:
            return self.due_missing(pack.deadlines[name])
        spec = pack.facts.get(name)
        if spec is not None and spec.derive and not self.given(name):
            inner: tuple[str, ...] = pack.expression(spec.derive, f"facts.{name}").missing(self.resolve)
            return inner if inner else None
        return None

    def due(self, name: str) -> Due | None:
        """When a deadline of the pack ends; None while something it needs is not known."""
        if name not in self._dues:
            self._dues[name] = self._due(self.pack.deadlines[name])
        return self._dues[name]

    def _due(self, rule: DeadlineRule) -> Due | None:
        event = self.resolve(rule.event)
        if not isinstance(event, datetime):
            return None
        n, extra, anchor = self._whole(rule.n, rule.id), self._whole(rule.extra_days or "0", rule.id), None
        if n is None or extra is None:
            return None
        if rule.anchor:
            anchor = self._whole(rule.anchor, rule.id)
        span = Span(
            rule.count,
            n,
            rule.roll,
            time.fromisoformat(rule.clock),
            time.fromisoformat(rule.opens),
            time.fromisoformat(rule.closes),
            anchor,
            extra,
        )
        return end_of(span, event, self.zone, self.calendar)

    def _whole(self, text: str, where: str) -> int | None:
        number = whole(text)
        if number is not None:
            return number
        value = self.evaluate(text, f"deadlines.{where}")
        return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else None

    def due_missing(self, rule: DeadlineRule) -> tuple[str, ...]:
        """The names a deadline waits for."""
        names: list[str] = []
        if self.resolve(rule.event) is UNKNOWN:
            names.append(rule.event)
        for text in (rule.n, rule.extra_days):
            if text and whole(text) is None:
                names.extend(self._expression(text, rule.id).missing(self.resolve))
        return tuple(dict.fromkeys(names))

    def _expression(self, text: str, where: str) -> Expression:
        return self.pack.expression(text, f"deadlines.{where}")
