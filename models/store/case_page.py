"""Everything the case page shows, read in one go."""

from __future__ import annotations

from models.errors import NotFound
from models.kinds import ClockStatus, NoteKind
from models.money import Money
from models.records import CasePage, Clock, Draft, Note, Resolution, Step
from models.store import (
    buyers,
    case_links,
    case_tags,
    case_texts,
    cases,
    evidence,
    history,
    orders,
    registers,
    shops,
    weighings,
)
from models.store.connection import CaseDatabase
from models.store.whole_rows import WholeRows
from models.tables.case import (
    ClockTable,
    DraftTable,
    NoteTable,
    ResolutionTable,
    StepTable,
)


def load_page(database: CaseDatabase, case_id: int) -> CasePage:
    """The case with all that belongs to it; NotFound if there is none."""
    case = cases.find_case(database, case_id)
    shop = shops.find_shop(database, case.shop_id)
    buyer = buyers.find_buyer(database, case.buyer_id) if case.buyer_id is not None else None
    return CasePage(
        case=case,
        shop=shop,
        order=orders.find_order(database, case.order_id) if case.order_id is not None else None,
        buyer=buyer,
        buyer_history=buyers.buyer_history(database, buyer.id, shop.currency) if buyer else None,
        handler=shops.find_person(database, case.handler_id) if case.handler_id is not None else None,
        clocks=list_clocks(database, case_id),
        steps=list_steps(database, case_id),
        resolution=find_resolution(database, case_id),
        evidence=evidence.list_case_evidence(database, case_id),
        notes=list_notes(database, case_id),
        timeline=history.list_events(database, case_id=case_id),
        registers=registers.list_case_entries(database, case_id),
        draft=find_draft(database, case_id),
        tags=case_tags.tags_of(database, [case_id]).get(case_id, ()),
        related=case_links.list_related(database, case),
        replies=case_texts.list_replies(database, case_id),
        text_drafts=case_texts.read_text_drafts(database, case_id),
        weighing=weighings.find_weighing(database, case_id),
    )


def load_told(database: CaseDatabase, case_id: int) -> CasePage:
    """The case with what the rules read of it, and nothing of the rest; NotFound if there is none."""
    case = cases.find_case(database, case_id)
    return CasePage(
        case=case,
        shop=shops.find_shop(database, case.shop_id),
        order=orders.find_order(database, case.order_id) if case.order_id is not None else None,
        buyer=buyers.find_buyer(database, case.buyer_id) if case.buyer_id is not None else None,
        buyer_history=None,
        handler=None,
        clocks=(),
        steps=list_steps(database, case_id),
        resolution=find_resolution(database, case_id),
        evidence=evidence.list_case_evidence(database, case_id),
        notes=(),
        timeline=(),
        registers=registers.list_case_entries(database, case_id),
        draft=find_draft(database, case_id),
        weighing=weighings.find_weighing(database, case_id),
    )


_GONE = ("deleted_at",)
_CLOCKS = WholeRows(ClockTable, "case_id = ? AND deleted_at IS NULL", without=_GONE)
_STEPS = WholeRows(StepTable, "case_id = ? AND deleted_at IS NULL ORDER BY position, id", without=_GONE)
_STEP = WholeRows(StepTable, "id = ?", without=_GONE)
_NOTES = WholeRows(NoteTable, "case_id = ? AND deleted_at IS NULL ORDER BY written_at DESC, id DESC", without=_GONE)
_RESOLUTION = WholeRows(
    ResolutionTable, "case_id = ? AND deleted_at IS NULL ORDER BY decided_at DESC, id DESC LIMIT 1", without=_GONE
)
_DRAFT = WholeRows(DraftTable, "case_id = ?")


def list_clocks(database: CaseDatabase, case_id: int) -> tuple[Clock, ...]:
    """The clocks of a case: running ones first, then paused, then ended; nearest first."""
    found = [Clock(**row) for row in _CLOCKS.read(database, case_id)]
    order = {ClockStatus.RUNNING: 0, ClockStatus.PAUSED: 1}
    return tuple(sorted(found, key=lambda clock: (order.get(clock.status, 2), clock.due_at, clock.id)))


def list_steps(database: CaseDatabase, case_id: int) -> tuple[Step, ...]:
    """The steps of a case, in order."""
    return tuple(Step(**row) for row in _STEPS.read(database, case_id))


def find_step(database: CaseDatabase, step_id: int) -> Step:
    """One step; NotFound if there is none."""
    row = _STEP.first(database, step_id)
    if row is not None:
        return Step(**row)
    raise NotFound("step_not_found", step=step_id)


def list_notes(database: CaseDatabase, case_id: int) -> tuple[Note, ...]:
    """The notes of a case, newest first."""
    return tuple(Note(**row | {"kind": NoteKind(row["kind"])}) for row in _NOTES.read(database, case_id))


def find_resolution(database: CaseDatabase, case_id: int) -> Resolution | None:
    """The resolution in force: the newest that was not taken back."""
    row = _RESOLUTION.first(database, case_id)
    if row is None:
        return None
    currency = row.pop("currency")
    row.pop("operation")
    amounts = {name: orders.money_or_none(row[name], currency) for name in ("true_cost", "recoverable")}
    return Resolution(**row | amounts | {"refund": Money(row["refund"], currency)})


def find_draft(database: CaseDatabase, case_id: int) -> Draft | None:
    """The half-done resolution of a case."""
    row = _DRAFT.first(database, case_id)
    return Draft(**row) if row is not None else None


def find_by_operation(database: CaseDatabase, operation: str) -> int | None:
    """The resolution that an operation already wrote, so that a retry writes nothing twice."""
    query = ResolutionTable.select(ResolutionTable.id).where(ResolutionTable.operation == operation)
    found = next(iter(query.tuples().execute(database)), None)
    return int(found[0]) if found else None
