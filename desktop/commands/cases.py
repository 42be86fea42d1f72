"""`cases list`, `cases show` and `cases export`: what the list and the case page show."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from desktop.commands.output import Output
from desktop.context import AppContext
from desktop.words import sentence, word
from models.case_query import CaseQuery, CaseSort, CaseView
from models.kinds import ClockStatus
from models.records import CaseRow

_PAGE = 500
_COUNTED = 200


def list_cases(context: AppContext, options: Namespace, output: Output) -> int:
    """Print the rows of a view, in the list's order."""
    query = CaseQuery(
        view=CaseView(options.view), text=options.search, sort=CaseSort(options.sort), descending=options.descending,
        mine=context.shops.person.id,
    )  # fmt: skip
    ids = context.cases.list_case_ids(query)
    shown = ids[: options.limit] if options.limit else ids
    _count(context, shown)
    rows = []
    for start in range(0, len(shown), _PAGE):
        page = shown[start : start + _PAGE]
        found = context.cases.load_rows(page)
        rows += [found[case_id] for case_id in page if case_id in found]
    language = options.lang
    for row in rows:
        due = row.next_due_at.strftime("%Y-%m-%d %H:%MZ") if row.next_due_at else "-"
        output.line(
            f"{row.number}  {word(row.state, language)}  {due}  {row.buyer_nick or '-'}  {row.order_number or '-'}  "
            f"{word(row.problem, language)}  {word(row.liability, language)}  {row.at_stake}  {row.handler or '-'}"
            f"  {_evidence(row)}"
        )
    output.line(f"{len(rows)} of {len(ids)}")
    output.value({"count": len(ids), "cases": rows})
    return 0


def _count(context: AppContext, case_ids: Sequence[int]) -> None:
    """Count the checklists of the first of these cases that nobody has looked at yet: each takes some 40 ms."""
    checklists = context.checklists
    packs = checklists.other_rules()
    if packs is not None:
        checklists.take_rules(packs)
    checklists.keep(checklists.count(case_ids[:_COUNTED]))


def _evidence(row: CaseRow) -> str:
    """`5/7`, with a mark where a required one is missing; `-` where it is not counted yet."""
    count = row.evidence
    return f"{count.there}/{count.needed}{'!' if count.due else ''}" if count is not None else "-"


def export_cases(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the rows of a view to a workbook, or to a CSV file where the name ends in .csv."""
    from desktop.services.case_lists import SHOWN_FIRST

    query = CaseQuery(
        view=CaseView(options.view), text=options.search, sort=CaseSort(options.sort), descending=options.descending,
        mine=context.shops.person.id,
    )  # fmt: skip
    out, ids = Path(options.out), context.cases.list_case_ids(query)
    _count(context, ids)
    columns = [*SHOWN_FIRST, "evidence_missing", "tags", "shop", "snoozed_until"]
    count = context.case_lists.export(out, ids, columns, options.lang)
    output.line(f"{count} -> {out}")
    output.value({"count": count, "file": out})
    return 0


def show_case(context: AppContext, options: Namespace, output: Output) -> int:
    """Print one case with all that belongs to it."""
    page = context.cases.load_page(context.cases.find_case_id(options.case))
    language, case = options.lang, page.case
    output.line(f"{case.number}  {word(case.problem, language)}  {word(case.state, language)}")
    if page.buyer:
        output.line(f"  {page.buyer.nick}  {word(page.buyer.tier, language)}")
    if page.order:
        paid = page.order.paid if page.order.paid is not None else "-"
        output.line(f"  {page.order.number}  {paid}  {', '.join(page.order.tracking_numbers)}")
        for line in page.order.lines:
            output.line(f"    {line.quantity} x {line.item_title} {line.variant}")
    for clock in page.clocks:
        mark = "" if clock.status is ClockStatus.RUNNING else f" ({word(clock.status, language)})"
        output.line(f"  {clock.due_at:%Y-%m-%d %H:%MZ}  {clock.label(language)}{mark}")
    for step in page.steps:
        output.line(f"  [{'x' if step.done_at else ' '}] {step.title(language)}")
    if page.resolution:
        output.line(f"  {word(page.resolution.remedy, language)}  {page.resolution.refund}")
    for item in page.evidence:
        output.line(f"  {item.number}. {item.caption or item.original_name}  {item.sha256}")
    for event in page.timeline:
        output.line(f"  {event.happened_at:%Y-%m-%d %H:%MZ}  {event.person}  {sentence(event, language)}")
    output.value(page)
    return 0
