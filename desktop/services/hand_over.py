"""Handing cases to another person, with a word about them; who gets a case sees it until they first act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.errors import UserError
from models.kinds import NoteKind
from models.records import CasePage, Person
from models.store import cases, shops
from models.store.transaction import Transaction

HANDED = "handed_over"
NOTE_LIMIT = 2000


@dataclass(frozen=True, slots=True)
class HandedOver:
    """Who gave a case to the person working, when, and what they said of it."""

    giver: str
    at: datetime
    note: str


class HandOverService:
    """Hands cases over."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def hand_over(self, case_ids: Sequence[int], person_id: int, note: str = "") -> int:
        """Hand cases to a person, all or none; returns how many changed hands or got the note.

        The note becomes an internal note of each case and stands in the history. A case the person already has is left
        alone without a note. UserError `person_not_found`, `person_inactive`, `text_too_long`, `case_not_found`.
        """
        checked_text(note, limit=NOTE_LIMIT)
        said = note.strip()
        person = shops.find_person(self._bench.store.database, person_id)
        if person is None:
            raise UserError("person_not_found", person=person_id)
        if not person.active:
            raise UserError("person_inactive", person=person.name)
        wanted = list(dict.fromkeys(case_ids))

        def work(transaction: Transaction) -> int:
            return sum(_hand(transaction, case_id, person, said) for case_id in wanted)

        if len(wanted) == 1:
            number = cases.find_case(self._bench.store.database, wanted[0]).number
            return self._bench.act("case_handed", work, values={"case": number, "person": person.name})
        return self._bench.act("cases_assigned", work, values={"count": len(wanted), "person": person.name})


def _hand(transaction: Transaction, case_id: int, person: Person, note: str) -> bool:
    moved = transaction.update("case", case_id, handler_id=person.id, handler_name=person.name)
    if not moved and not note:
        return False
    if note:
        stamp = transaction.stamp
        transaction.insert(
            "note", case_id=case_id, kind=NoteKind.INTERNAL, text=note, written_at=stamp.now, written_by=stamp.person
        )
    code, details = (HANDED, {"person": person.name, "note": note}) if note else (
        "handler_changed", {"person": person.name},
    )  # fmt: skip
    transaction.record(code, entity="case", entity_id=case_id, case_id=case_id, details=details)
    return True


def handed_to(page: CasePage, person: Person) -> HandedOver | None:
    """The hand-over a person has not acted on yet; None for a case of somebody else or one they took themselves.

    It counts as seen once the person does anything in the case, and never when they handed it to themselves.
    """
    if not person.id or page.case.handler_id != person.id:
        return None
    for event in sorted(page.timeline, key=lambda each: -each.seq):
        if event.person == person.name:
            return None
        if event.action in (HANDED, "handler_changed"):
            return HandedOver(event.person, event.happened_at, str(event.details.get("note", "")))
        if event.action == "undone":
            return None
    return None
