"""A month of call-backs in numbers: by state, by person, with the share of calls that were answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from models.call_back_records import CallFilters, MonthCounts, PersonCounts
from models.kinds import CallBackState
from models.records import CallBackRow
from models.store import call_counts, shops
from models.store.call_back_rows import NOBODY
from models.store.connection import CaseDatabase


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month."""
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def count_month(
    database: CaseDatabase, year: int, month: int, today: date, here: tzinfo, filters: CallFilters,
    due: Sequence[CallBackRow],
) -> MonthCounts:  # fmt: skip
    """The month in numbers, days being those of the zone `here`; `due` is what is open until today, as far as the
    filters let it pass."""
    first, last = month_days(year, month)
    states = call_counts.count_states(database, first, last, filters)
    overdue = [row.call_back for row in due if row.late]
    late = Counter(each.person_id or NOBODY for each in overdue if first <= each.due_on <= last)
    since = datetime.combine(first, time(), tzinfo=here)
    until = datetime.combine(last + timedelta(days=1), time(), tzinfo=here)
    calls = {each.person: each for each in call_counts.count_calls(database, since, until, filters)}
    tiers, special = call_counts.count_tiers(database, filters)

    def many(state: CallBackState, person: int | None = None) -> int:
        return sum(count for (of, who), count in states.items() if of is state and person in (None, who))

    names = {person.id: person.name for person in shops.list_everybody(database)} | {NOBODY: ""}
    people = []
    for person_id in sorted({who for _, who in states}, key=lambda who: (who == NOBODY, who)):
        name = names.get(person_id, "")
        made = calls.get(name)
        people.append(
            PersonCounts(
                person_id, name, many(CallBackState.DONE, person_id),
                many(CallBackState.DUE, person_id) - late[person_id], late[person_id],
                many(CallBackState.SKIPPED, person_id), made.calls if made else 0, made.answered if made else 0,
            )
        )  # fmt: skip
    ids = {name: person_id for person_id, name in names.items()}
    listed = {each.name for each in people}
    people += [
        PersonCounts(ids.get(name, NOBODY), name, calls=made.calls, answered=made.answered)
        for name, made in sorted(calls.items()) if name not in listed
    ]  # fmt: skip
    return MonthCounts(
        vips=sum(tiers.values()),
        done=many(CallBackState.DONE),
        waiting=many(CallBackState.DUE) - sum(late.values()),
        overdue=len(overdue),
        calls=sum(each.calls for each in calls.values()),
        reached=sum(each.reached for each in calls.values()),
        tiers=tiers,
        skipped=many(CallBackState.SKIPPED),
        late=sum(late.values()),
        answered=sum(each.answered for each in calls.values()),
        special=special,
        people=tuple(people),
        current=first <= today <= last,
    )
