"""Views kept under a name: told apart, put in order, taken back, and opened when what they name is gone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from models.case_query import (
    CaseFilters,
    CaseQuery,
    CaseSort,
    CaseView,
    DateFilter,
    DatePeriod,
    period_days,
    query_of,
    query_values,
)
from models.errors import NotFound, UserError
from models.kinds import CaseState, Liability, Problem, Role

if TYPE_CHECKING:
    from desktop.context import AppContext

DAMAGED = CaseQuery(
    view=CaseView.ALL, text="餐盘", sort=CaseSort.AT_STAKE, descending=True,
    filters=CaseFilters(
        problems=(Problem.DAMAGED,), period=DatePeriod.THIS_WEEK, dated=DateFilter.UPDATED, at_least=100, currency="CNY"
    ),
)  # fmt: skip


def own(ctx: AppContext) -> list[str]:
    """The names of the shop's own views, in order."""
    return [view.name for view in ctx.saved_views.list_views() if view.built_in is None]


@pytest.mark.parametrize("name", ["破损 & 承运", "a\"b'c", "🎁" * 60, "\u202eabc\u200f", "../x", "  two\n lines "])
def test_a_view_is_kept_as_it_was(ctx: AppContext, name: str) -> None:
    view_id = ctx.saved_views.save(name, DAMAGED)
    found = next(view for view in ctx.saved_views.list_views() if view.id == view_id)
    assert found.name == " ".join(name.split())
    assert found.query == DAMAGED
    assert found.key == f"own:{view_id}"


@pytest.mark.parametrize("name", ["", " \n", "\u200f", "a\x00b", "x" * 61, "\ud800"])
def test_names_that_nobody_could_read_are_refused(ctx: AppContext, name: str) -> None:
    with pytest.raises(UserError):
        ctx.saved_views.save(name, DAMAGED)
    assert own(ctx) == []


def test_two_views_have_two_names(ctx: AppContext) -> None:
    first = ctx.saved_views.save("Late", CaseQuery())
    second = ctx.saved_views.save("Lost", CaseQuery())
    for again in (lambda: ctx.saved_views.save("LATE", CaseQuery()), lambda: ctx.saved_views.rename(second, "late")):
        with pytest.raises(UserError, match="view_name_taken"):
            again()
    ctx.saved_views.rename(first, "LATE")
    assert own(ctx) == ["LATE", "Lost"]


def test_everything_done_to_views_is_undone_by_name(ctx: AppContext) -> None:
    views, bench = ctx.saved_views, ctx.bench
    view_id = views.save("Late", CaseQuery())
    views.rename(view_id, "Lost")
    views.change(view_id, DAMAGED)
    views.arrange([f"own:{view_id}", "archived"], {"open"})
    assert [view.key for view in views.list_views()][:3] == [f"own:{view_id}", "archived", "open"]
    assert [view.key for view in views.list_views() if view.hidden] == ["open"]
    views.delete(view_id)
    assert own(ctx) == []
    codes = []
    for _ in range(5):
        undone = bench.undo_last()
        assert undone is not None
        codes.append((undone.code, undone.values.get("name"), own(ctx)))
    assert codes == [
        ("view_deleted", "Lost", ["Lost"]), ("views_arranged", None, ["Lost"]), ("view_changed", "Lost", ["Lost"]),
        ("view_renamed", "Lost", ["Late"]), ("view_saved", "Late", []),
    ]  # fmt: skip
    assert [view.key for view in views.list_views()] == list(CaseView)
    for _ in range(4):
        bench.redo_last()
    assert views.list_views()[0].key == f"own:{view_id}"


def test_undo_does_not_bring_back_a_name_taken_since(ctx: AppContext) -> None:
    view_id = ctx.saved_views.save("Late", CaseQuery())
    ctx.saved_views.delete(view_id)
    entry = ctx.undo.peek_undo()
    ctx.saved_views.save("Late", DAMAGED)
    newer = ctx.undo.peek_undo()
    assert entry is not None
    assert newer is not None
    ctx.undo.forget(newer)
    with pytest.raises(UserError, match="changed_since"):
        ctx.bench.undo_last()
    assert own(ctx) == ["Late"]


def test_one_view_stays_and_own_ones_cannot_be_hidden(ctx: AppContext) -> None:
    with pytest.raises(UserError, match="views_all_hidden"):
        ctx.saved_views.arrange(list(CaseView), set(CaseView))
    view_id = ctx.saved_views.save("Late", CaseQuery())
    ctx.saved_views.arrange(list(CaseView), {*CaseView, f"own:{view_id}"})
    assert [view.name for view in ctx.saved_views.list_views() if not view.hidden] == ["Late"]


def test_what_is_gone_says_so(ctx: AppContext) -> None:
    for wrong in (lambda: ctx.saved_views.rename(9, "x"), lambda: ctx.saved_views.delete(9),
                  lambda: ctx.saved_views.change(9, CaseQuery())):  # fmt: skip
        with pytest.raises(NotFound):
            wrong()


def test_views_are_counted_without_who_left_and_what_is_gone(ctx: AppContext, case_id: int) -> None:
    ctx.cases.change_state([case_id], CaseState.OPEN)
    views = ctx.saved_views
    gone = CaseQuery(filters=CaseFilters(handlers=(99, 0), shops=(7,), problems=(Problem.DAMAGED,)))
    only_gone = CaseQuery(filters=CaseFilters(handlers=(99,)))
    names = {views.save("gone", gone): 0, views.save("only", only_gone): 1, views.save("none", CaseQuery(text="沙")): 0}
    counts = views.count(views.list_views())
    assert {key: counts[f"own:{key}"] for key in names} == names
    assert counts[CaseView.OPEN] == 1
    assert counts[CaseView.MINE] == 1
    query, left = views.checked(gone)
    assert (left.handlers, left.shops, query.filters.handlers) == (1, 1, (0,))
    assert views.checked(DAMAGED) == (DAMAGED, type(left)())


def test_who_left_is_found_as_long_as_they_have_a_case(ctx: AppContext, case_id: int) -> None:
    leaving = ctx.shops.add_person(name="将离职", role=Role.AFTER_SALES)
    ctx.hand_over.hand_over([case_id], leaving)
    ctx.shops.deactivate(leaving)
    theirs = CaseQuery(filters=CaseFilters(handlers=(leaving,)))
    assert [person.id for person in ctx.saved_views.choices().people][-1] == leaving
    assert not ctx.saved_views.checked(theirs)[1]
    with pytest.raises(UserError, match="person_inactive"):
        ctx.cases.assign([case_id], leaving)
    ctx.hand_over.hand_over([case_id], ctx.bench.person.id)
    assert leaving not in [person.id for person in ctx.saved_views.choices().people]
    assert ctx.saved_views.checked(theirs)[1].handlers == 1


def test_a_query_no_program_would_write_is_read_as_far_as_it_goes(ctx: AppContext) -> None:
    odd = {
        "view": ["open"], "text": 7, "sort": {}, "descending": 1,
        "filters": {
            "problems": [{}, [], None, "damaged", "x"], "handlers": [2**70, True, "1", 2], "tags": [1, "急"],
            "first_day": "9999-12-31", "last_day": "0001-01-01", "at_least": 2**80, "at_most": -5, "period": [],
            "currency": "CN", "states": "new",
        },
    }  # fmt: skip
    query = query_of(odd)
    assert query == CaseQuery(filters=CaseFilters(problems=(Problem.DAMAGED,), handlers=(2,), tags=("急",), at_most=-5))
    assert list(ctx.cases.list_case_ids(query)) == []
    view_id = ctx.saved_views.save("x", DAMAGED)
    for kept in ("{", "[]", '"x"', "[" * 100_000):
        ctx.store.database.execute_sql("UPDATE saved_view SET query = ? WHERE id = ?", (kept, view_id))
        assert ctx.saved_views.list_views()[-1].query == CaseQuery()


def test_filters_of_dates_amounts_and_kinds_find_the_cases(ctx: AppContext, case_id: int, clock: object) -> None:
    today = ctx.clock.now().date()
    far = today + timedelta(days=40)
    for filters, found in (
        (CaseFilters(period=DatePeriod.TODAY), True), (CaseFilters(period=DatePeriod.LAST_MONTH), False),
        (CaseFilters(first_day=far), False), (CaseFilters(last_day=today), True),
        (CaseFilters(dated=DateFilter.CLOSED, period=DatePeriod.TODAY), False),
        (CaseFilters(at_least=16800, at_most=16800), True), (CaseFilters(at_least=16801), False),
        (CaseFilters(at_least=100, currency="JPY"), False), (CaseFilters(currency="JPY"), True),
        (CaseFilters(liabilities=(Liability.CARRIER,)), False), (CaseFilters(liabilities=(Liability.UNCLEAR,)), True),
    ):  # fmt: skip
        assert list(ctx.cases.list_case_ids(CaseQuery(filters=filters))) == ([case_id] if found else []), filters
    assert not CaseFilters(dated=DateFilter.CLOSED, currency="CNY")
    assert query_of(query_values(DAMAGED)) == DAMAGED


def test_periods_move_with_the_calendar() -> None:
    for day, period, expected in (
        (date(2026, 11, 22), DatePeriod.THIS_WEEK, (date(2026, 11, 16), date(2026, 11, 22))),
        (date(2026, 12, 31), DatePeriod.THIS_MONTH, (date(2026, 12, 1), date(2026, 12, 31))),
        (date(2028, 2, 1), DatePeriod.THIS_MONTH, (date(2028, 2, 1), date(2028, 2, 29))),
        (date(2027, 1, 31), DatePeriod.LAST_MONTH, (date(2026, 12, 1), date(2026, 12, 31))),
        (date(2027, 1, 31), DatePeriod.TODAY, (date(2027, 1, 31), date(2027, 1, 31))),
    ):
        assert period_days(period, day) == expected
