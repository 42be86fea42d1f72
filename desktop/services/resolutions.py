"""Resolutions: walked through by question, evaluated at every answer, and written whole, exactly once, or not at all."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from desktop.services.cases import checked_text
from desktop.services.packs import PackLibrary
from desktop.services.resolution_writing import Decision, Override, write_resolution
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import UserError
from models.records import CasePage
from models.rules.case_facts import known_facts
from models.rules.conclusion import Conclusion, EvidenceNeed, RemedyOffer
from models.rules.evaluator import evaluate
from models.rules.packs import Pack
from models.store import case_page
from models.store.transaction import Transaction

__all__ = ["Override", "ResolutionService", "Walk", "remedy_of"]


@dataclass(frozen=True, slots=True)
class Walk:
    """A resolution under way: what the case tells, what was answered, and what follows."""

    page: CasePage
    known: Mapping[str, object]
    answers: Mapping[str, object]
    conclusion: Conclusion


def remedy_of(conclusion: Conclusion, remedy_id: str) -> RemedyOffer:
    """The offer of that id, the refusal included; UserError `remedy_not_offered`."""
    offers = (*conclusion.remedies, *((conclusion.refusal,) if conclusion.refusal else ()))
    for offer in offers:
        if offer.id == remedy_id:
            return offer
    raise UserError("remedy_not_offered", remedy=remedy_id)


class ResolutionService:
    """What can be done about a case, and by which rule."""

    def __init__(self, bench: Workbench, packs: PackLibrary, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._library = packs
        self._loading = threading.Lock()

    def start(self, case_id: int) -> Walk:
        """The wizard where it was left: with the draft's answers, or those of the resolution in force, or none."""
        page = case_page.load_page(self._bench.store.database, case_id)
        answers: Mapping[str, object] = {}
        if page.draft is not None:
            answers = page.draft.facts
        elif page.resolution is not None:
            answers = page.resolution.facts
        return self._walk(page, answers)

    def evaluate(self, walk: Walk, answers: Mapping[str, object]) -> Walk:
        """The same case with other answers. A fact answered None was asked and cannot be told."""
        return self._walk(walk.page, answers)

    def _walk(self, page: CasePage, answers: Mapping[str, object]) -> Walk:
        known = known_facts(page, self._settings.get("shop_numbers", {}))
        facts = {**known, **answers}
        return Walk(page, known, answers, evaluate(self._packs(page), facts, now=self._bench.clock.now()))

    def _packs(self, page: CasePage) -> tuple[Pack, ...]:
        with self._loading:
            return self._library.packs_for(page.shop.platform.value, page.shop.country, page.case.opened_at)

    def evidence_needs(self, case_id: int) -> tuple[EvidenceNeed, ...]:
        """The evidence a case needs as far as is known now."""
        return self.start(case_id).conclusion.evidence

    def save_draft(self, case_id: int, answers: Mapping[str, object]) -> None:
        """Keep the answers given so far; nothing else is written."""
        facts = _storable(answers)
        for value in facts.values():
            if isinstance(value, str):
                checked_text(value, limit=4000)

        def work(transaction: Transaction) -> None:
            transaction.save_draft(case_id, facts)

        self._bench.act("draft_saved", work, undoable=False)

    def discard_draft(self, case_id: int) -> None:
        """Forget the half-done resolution."""
        self._bench.act("draft_discarded", lambda transaction: transaction.drop_draft(case_id), undoable=False)

    def finish(
        self,
        walk: Walk,
        *,
        remedy_id: str,
        operation: str,
        language: str,
        override: Override | None = None,
    ) -> int:
        """Write the resolution, its steps, clocks, register entries and history in one transaction; returns its id.

        `operation` is made once per wizard run: finishing again with the same one writes nothing and returns the same.
        UserError `resolution_incomplete` while a question is open, `override_needs_reason` without a reason.
        """
        done = case_page.find_by_operation(self._bench.store.database, operation)
        if done is not None:
            return done
        if walk.conclusion.errors:
            raise UserError("resolution_refused", reason=walk.conclusion.errors[0])
        if not walk.conclusion.complete and override is None:
            raise UserError("resolution_incomplete")
        if override is not None:
            checked_text(override.reason, limit=2000)
            if not override.reason.strip():
                raise UserError("override_needs_reason")
        decision = Decision(
            page=walk.page, answers=_storable(walk.answers), conclusion=walk.conclusion,
            offer=remedy_of(walk.conclusion, remedy_id), operation=operation, language=language, override=override,
        )  # fmt: skip
        title = {"zh": decision.offer.title.zh, "en": decision.offer.title.en}
        return self._bench.act(
            "resolved",
            lambda transaction: write_resolution(transaction, decision),
            values={"title": title, "liability": decision.liability.value},
        )


def _storable(answers: Mapping[str, object]) -> dict[str, Any]:
    """Answers as JSON keeps them; the packs read them back by their types."""
    return {name: _plain(value) for name, value in answers.items()}


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    return value
