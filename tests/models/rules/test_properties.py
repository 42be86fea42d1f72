"""Laws that hold for every pack and case: money is kept, time runs forward, and what is not known is said."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.services.packs import PackLibrary
from desktop.services.resolution_offers import checked_shares
from models.errors import AftercaseError, UserError
from models.kinds import Liability
from models.money import Money
from models.rules.calendars import country_calendar
from models.rules.conclusion import Conclusion
from models.rules.deadlines import COUNTS, Span, end_of
from models.rules.evaluator import evaluate
from models.rules.frozen_packs import freeze, thaw
from models.rules.packs import Pack
from models.rules.penalty_points import nodes_crossed

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
AMOUNT = st.decimals(Decimal("0.01"), Decimal("99999.99"), places=2)


OF_THE_SHOP = frozenset({"now", "currency", "country", "time_zone"})
"""What every case has from its shop, and a pack has from its head."""


@cache
def library() -> PackLibrary:
    return PackLibrary(ROOT / "resources" / "packs")


@cache
def shop() -> tuple[Pack, ...]:
    """All that counts for a shop on Tmall."""
    return library().packs_for("tmall", "CN", NOW)


@cache
def seeds() -> tuple[tuple[Pack, Mapping[str, object], datetime | None], ...]:
    """The examples every pack carries in itself."""
    return tuple(
        (pack, test.facts, _now(test.facts))
        for pack in (library().pack(name) for name in library().ids())
        for test in pack.tests
    )


def _now(facts: Mapping[str, object]) -> datetime | None:
    now = facts.get("now")
    return datetime.fromisoformat(now) if isinstance(now, str) else None


def concluded(packs: tuple[Pack, ...], facts: Mapping[str, object], now: datetime | None) -> Conclusion | str:
    """The conclusion, or the code with which the facts were refused; any other exception is a bug."""
    try:
        return evaluate(packs, facts, now=now)
    except AftercaseError as error:
        return error.code


def of_type(kind: str, words: tuple[str, ...]) -> st.SearchStrategy[object]:
    """Values a fact of that type may be given, the extreme ones included."""
    moments = st.datetimes(datetime(1900, 1, 1), datetime(2300, 12, 31), timezones=st.just(UTC))
    numbers = st.decimals(Decimal(-(10**15)), Decimal(10**15), allow_nan=False, places=2)
    by_type: dict[str, st.SearchStrategy[object]] = {
        "bool": st.booleans(),
        "enum": st.sampled_from(words) if words else st.text(max_size=5),
        "text": st.text(max_size=20),
        "money": numbers,
        "decimal": numbers,
        "int": st.integers(-(10**14), 10**14),
        "datetime": moments,
        "date": moments,
        "money_list": st.lists(numbers, max_size=4),
        "text_list": st.lists(st.text(max_size=3), max_size=4),
        "money_map": st.dictionaries(st.text(max_size=3), numbers, max_size=4),
    }
    return st.none() | by_type[kind]


@st.composite
def changed_seed(draw: st.DrawFn) -> tuple[tuple[Pack, ...], dict[str, object], datetime | None]:
    """An example of a pack with some facts set to anything of their type, alone or among the packs of a shop."""
    pack, facts, now = draw(st.sampled_from(seeds()))
    packs = draw(st.sampled_from(((pack,), shop())))
    specs = packs[0].facts
    near = [name for name in facts if name in specs]
    names = draw(st.lists(st.sampled_from(near if near and draw(st.booleans()) else sorted(specs)), max_size=4))
    changed = {name: draw(of_type(specs[name].type, tuple(specs[name].words))) for name in names}
    return packs, {**facts, **changed}, now


@settings(QUICK, max_examples=150)
@given(changed_seed())
def test_no_value_of_a_fact_is_a_crash(case: tuple[tuple[Pack, ...], dict[str, object], datetime | None]) -> None:
    packs, facts, now = case
    found = concluded(packs, facts, now)
    assert found == concluded(packs, facts, now)


@QUICK
@given(changed_seed(), st.randoms(use_true_random=False))
def test_the_order_of_facts_and_packs_does_not_matter(
    case: tuple[tuple[Pack, ...], dict[str, object], datetime | None], chance: random.Random
) -> None:
    packs, facts, now = case
    shuffled, names = list(packs), list(facts)
    chance.shuffle(shuffled)
    chance.shuffle(names)
    there, again = concluded(packs, facts, now), concluded(tuple(shuffled), {n: facts[n] for n in names}, now)
    if isinstance(there, str) or isinstance(again, str):
        assert isinstance(there, str)
        assert isinstance(again, str)
        return
    assert again == there


def settled(found: Conclusion) -> tuple[object, ...]:
    """What a resolution would be written with."""
    return (
        found.outcomes,
        found.liability.cause,
        found.liability.to_buyer,
        tuple((offer.id, offer.amount, offer.true_cost) for offer in found.remedies),
        dict(found.postage),
        tuple((clock.id, clock.due_at) for clock in found.clocks),
        tuple(step.id for step in found.steps),
        dict(found.amounts),
    )


def said(found: Conclusion) -> Iterator[str]:
    """Every fact a conclusion says it lacks, would ask for, or took as assumed."""
    yield from found.unknown
    yield from found.unasked
    yield from (question.fact for question in found.open_questions)
    yield from (entry.fact for entry in found.trace if entry.assumed)
    for clock in found.clocks:
        yield from clock.unknown
    for offer in (*found.remedies, *((found.refusal,) if found.refusal else ())):
        yield from offer.missing
    for view in found.exposures:
        yield from view.unknown


def test_a_fact_taken_away_never_changes_an_outcome_in_silence() -> None:
    """The conclusion stays what it is, or asks for the fact, names it as unknown or assumed, or is provisional."""
    silent: list[str] = []
    for pack, facts, now in seeds():
        for packs in ((pack,), shop()):
            whole = concluded(packs, facts, now)
            for name in set(facts) - OF_THE_SHOP:
                if isinstance(whole, str):
                    continue
                less = concluded(packs, {other: value for other, value in facts.items() if other != name}, now)
                if isinstance(less, str) or less.provisional or whole.errors:
                    continue
                if settled(less) != settled(whole) and name not in set(said(less)) and not derived(packs, name):
                    silent.append(f"{pack.id}: {name}")
    assert silent == []


def derived(packs: tuple[Pack, ...], name: str) -> bool:
    """Whether the packs can work the fact out from others."""
    return any(name in pack.facts and pack.facts[name].derive for pack in packs)


@QUICK
@given(changed_seed())
def test_what_a_remedy_costs_is_the_sum_of_its_parts(
    case: tuple[tuple[Pack, ...], dict[str, object], datetime | None],
) -> None:
    found = concluded(*case)
    if isinstance(found, str):
        return
    for offer in found.remedies:
        parts = [part for part in (offer.goods, offer.freight, offer.refund, offer.compensation) if part is not None]
        if not parts or offer.true_cost is None:
            assert offer.true_cost is None
            continue
        recovered = offer.recoverable.minor if offer.recoverable is not None else 0
        # Each part is rounded by itself and the sum from the exact parts, so a minor unit per part may lie between.
        assert abs(sum(part.minor for part in parts) - recovered - offer.true_cost.minor) <= len(parts)


@QUICK
@given(paid=AMOUNT, share=st.decimals(Decimal(0), Decimal(1), places=4))
def test_what_the_seller_keeps_and_the_buyer_gets_back_is_what_was_paid(paid: Decimal, share: Decimal) -> None:
    agreed = (paid * share).quantize(Decimal("0.01"))
    for pack, facts, now in seeds():
        if "agreed_refund" not in facts or "pay_seller" not in pack.formulas:
            continue
        found = concluded((pack,), {**facts, "paid": paid, "agreed_refund": agreed}, now)
        assert not isinstance(found, str)
        kept = found.amounts.get("pay_seller")
        if isinstance(kept, Money):
            assert kept.amount + agreed == paid
            return
    pytest.fail("no pack says what the seller keeps")


@QUICK
@given(prices=st.lists(AMOUNT, min_size=1, max_size=5), returned=st.integers(0, 5), gift=AMOUNT)
def test_a_return_in_parts_gives_back_no_more_than_was_paid(
    prices: list[Decimal], returned: int, gift: Decimal
) -> None:
    items = {f"item{number}": price for number, price in enumerate(prices)}
    law = library().pack("cn-law")
    base = next((test.facts for test in law.tests if "items" in test.facts), None)
    assert base is not None
    paid = sum(prices, Decimal(0))
    facts = {**base, "items": items, "returned": list(items)[:returned], "paid": paid, "gift_marked_price": gift}
    found = concluded((law,), facts, _now(base))
    if isinstance(found, str):
        return
    for value in found.amounts.values():
        if isinstance(value, Money):
            assert 0 <= value.amount <= max(paid, gift) * 10


@QUICK
@given(
    count=st.sampled_from(sorted(COUNTS)), n=st.integers(0, 400), event=st.datetimes(
        datetime(2025, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)),
    later=st.integers(0, 60 * 24 * 40), zone=st.sampled_from(
        ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC"]),
    roll=st.sampled_from(["none", "holiday", "weekend_or_holiday"]),
)  # fmt: skip
def test_what_begins_later_never_ends_earlier(
    count: str, n: int, event: datetime, later: int, zone: str, roll: str
) -> None:
    span = Span(count, min(n, 60) if count == "window_hours" else n, roll)
    first = end_of(span, event, ZoneInfo(zone), country_calendar("DE"))
    second = end_of(span, event + timedelta(minutes=later), ZoneInfo(zone), country_calendar("DE"))
    if count == "months":  # a clamped day keeps its hour: within one last day the order may turn
        assert first.last_day <= second.last_day
    else:
        assert first.at <= second.at
    assert first.at >= event


@QUICK
@given(before=st.integers(0, 60), one=st.integers(0, 30), other=st.integers(0, 30), every=st.integers(1, 24))
def test_nodes_are_crossed_once_however_the_points_come(before: int, one: int, other: int, every: int) -> None:
    def crossed(start: int, added: int) -> int:
        found = nodes_crossed(Decimal(start), Decimal(added), Decimal(every))
        assert found is not None
        return found

    assert crossed(before, one) + crossed(before + one, other) == crossed(before, one + other)


@QUICK
@given(st.lists(st.decimals(Decimal(0), Decimal(100), places=1), min_size=1, max_size=5))
def test_shares_are_taken_only_when_they_are_the_whole(parts: list[Decimal]) -> None:
    shares = dict(zip(list(Liability), parts, strict=False))
    whole = sum(shares.values(), Decimal(0))
    if whole != 100:
        with pytest.raises(UserError, match="shares_not_100"):
            checked_shares(shares)
    rest = 100 - sum(parts[1:], Decimal(0))
    if 0 <= rest <= 100:
        filled = {**shares, next(iter(shares)): rest}
        assert sum(checked_shares(filled).values(), Decimal(0)) == 100


def test_packs_that_were_kept_decide_every_example_as_before() -> None:
    packs = tuple(library().pack(name) for name in library().ids())
    kept = freeze(packs)
    assert freeze(packs) == kept
    thawed = {pack.id: pack for pack in thaw(kept.data, {copy.sha256: copy.content for copy in kept.copies})}
    assert freeze(thawed.values()).data == kept.data
    for pack, facts, now in seeds():
        assert concluded((thawed[pack.id],), facts, now) == concluded((pack,), facts, now)
