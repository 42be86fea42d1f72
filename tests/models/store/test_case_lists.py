"""The order of the list over all cases, and of searches that find few or many."""

from __future__ import annotations

from datetime import timedelta

import pytest

from models.case_query import CaseQuery, CaseSort, CaseView
from models.kinds import CaseState, Platform, Problem, Role, WaitingOn
from models.money import Money
from models.store import cases, shops
from models.store.cases import SNOOZE_SHELF, count_views, list_case_ids, shelf_of, sum_at_stake
from models.store.history import Stamp
from models.store.store import Store

STATES = (CaseState.OPEN, CaseState.ARCHIVED, CaseState.DONE, CaseState.WAITING, CaseState.NEW)


@pytest.fixture
def filled(store: Store, stamp: Stamp) -> Store:
    """Forty cases on all three shelves, one taken back, many with equal amounts."""
    with store.write(stamp) as transaction:
        shop = shops.add_shop(transaction, name="青禾家居", platform=Platform.TAOBAO, currency="CNY", time_zone="UTC")
        for number in range(1, 41):
            state = STATES[number % len(STATES)]
            case_id = transaction.insert(
                "case", number=f"A2611-{(number * 7) % 41:04d}", shop_id=shop, state=state, shelf=shelf_of(state),
                problem=Problem.QUALITY, currency="CNY", at_stake=number % 4,
                summary="外箱压坏" if number % 3 else "开线", opened_at=stamp.now - timedelta(days=number), updated_at=stamp.now,
            )  # fmt: skip
            if number == 5:
                transaction.remove("case", case_id)
    return store


def expected(store: Store, sort: CaseSort, descending: bool, text: str) -> list[int]:
    rows = store.database.execute_sql(
        f'SELECT {sort.value}, id FROM "case" WHERE deleted_at IS NULL AND summary LIKE ?', (f"%{text}%",)
    )
    return [row[1] for row in sorted(rows, reverse=descending)]


@pytest.mark.parametrize("sort", list(CaseSort))
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("few", [3, 1000])
@pytest.mark.parametrize("text", ["", "外箱", "开"])
def test_all_cases_stand_in_order(
    filled: Store, stamp: Stamp, sort: CaseSort, descending: bool, few: int, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "_FEW", few)
    query = CaseQuery(view=CaseView.ALL, sort=sort, descending=descending, text=text)
    assert list(list_case_ids(filled.database, query, stamp.now)) == expected(filled, sort, descending, text)


@pytest.mark.parametrize("few", [3, 1000])
def test_a_search_stays_in_its_view(filled: Store, stamp: Stamp, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "_FEW", few)
    found = list_case_ids(filled.database, CaseQuery(view=CaseView.ARCHIVED, text="外箱"), stamp.now)
    shown = cases.load_rows(filled.database, found)
    assert len(found) > 3
    assert {row.state for row in shown.values()} == {CaseState.ARCHIVED}


def test_nothing_found_is_an_empty_list(filled: Store, stamp: Stamp) -> None:
    assert len(list_case_ids(filled.database, CaseQuery(text="没有这个"), stamp.now)) == 0


@pytest.mark.parametrize("at_once", [3, 20_000])
def test_what_is_at_stake_is_summed_by_currency(
    filled: Store, stamp: Stamp, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cases, "_SUMMED", at_once)
    with filled.write(stamp) as transaction:
        transaction.update("case", 1, currency="USD", at_stake=5_000)
    taken_back = 5
    wanted = [number % 4 for number in range(2, 41) if number != taken_back]
    found = sum_at_stake(filled.database, iter(range(1, 60)))
    assert found == (Money(sum(wanted), "CNY"), Money(5_000, "USD"))
    assert sum_at_stake(filled.database, []) == ()


@pytest.mark.parametrize("currency", [None, "CNY", "USD"])
def test_counts_of_all_views_are_those_of_their_lists(filled: Store, stamp: Stamp, currency: str | None) -> None:
    soon = int((stamp.now + timedelta(hours=3)).timestamp() * 1000)
    with filled.write(stamp) as transaction:
        person = shops.add_person(transaction, name="小满", initials="满", role=Role.OWNER)
        transaction.update("case", 1, next_due_at=soon - 10_000_000, handler_id=person, waiting_on=WaitingOn.BUYER)
        transaction.update("case", 3, shelf=SNOOZE_SHELF, state=CaseState.IN_DISPUTE, currency="USD", at_stake=700)
    database = filled.database
    for shop_id in (None, 1, 99):
        counts = count_views(database, list(CaseView), stamp.now, shop_id=shop_id, mine=person, currency=currency)
        for view, (count, minor) in counts.items():
            ids = list_case_ids(database, CaseQuery(view=view, shop_id=shop_id, mine=person), stamp.now)
            sums = {money.currency: money.minor for money in sum_at_stake(database, ids)}
            assert count == len(ids)
            assert minor == sum(found for code, found in sums.items() if currency in (None, code))
    assert count_views(database, [], stamp.now) == {}


def test_an_order_that_was_kept_is_read_again_after_a_write(filled: Store, stamp: Stamp) -> None:
    query = CaseQuery(view=CaseView.ALL, sort=CaseSort.NUMBER)
    before = list(list_case_ids(filled.database, query, stamp.now))
    with pytest.raises(RuntimeError), filled.write(stamp) as transaction:
        transaction.remove("case", before[0])
        assert before[0] not in list_case_ids(filled.database, query, stamp.now)
        raise RuntimeError
    assert list(list_case_ids(filled.database, query, stamp.now)) == before
    with filled.write(stamp) as transaction:
        transaction.update("case", before[0], number="A9999-0001")
    assert list(list_case_ids(filled.database, query, stamp.now)) == [*before[1:], before[0]]
