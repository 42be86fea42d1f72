"""Resolutions: walked through by question, evaluated at every answer, written whole and exactly once, or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from desktop.services.cases import checked_text
from desktop.services.packs import PackLibrary
from desktop.services.resolution_difference import Difference, choice_of, differences
from desktop.services.resolution_facts import FactField, fields_of
from desktop.services.resolution_message import message_text
from desktop.services.resolution_offers import (
    NO_CHOICE,
    Choice,
    Override,
    checked_shares,
    choice_as_data,
    choice_from_data,
    chosen_offer,
    is_payable,
    other_offer,
    remedy_of,
)
from desktop.services.resolution_packs import CasePacks, ShopPack, frozen_or_fault
from desktop.services.resolution_writing import NOT_FROZEN, Decision, remark_text, write_resolution
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.errors import UserError
from models.kinds import Demand
from models.money import Money
from models.records import CasePage, Shop
from models.rules.case_facts import Told, told_facts
from models.rules.case_roads import Road, answered_types, roads_of
from models.rules.conclusion import Conclusion, EvidenceNeed, RemedyOffer
from models.rules.evaluator import DEMAND, evaluate
from models.rules.frozen_packs import freeze
from models.rules.packs import Pack
from models.store import case_page
from models.store.transaction import Transaction

__all__ = ["Choice", "Override", "ResolutionService", "Walk", "Written", "remedy_of"]
_CHOICE: Final = "wizard.choice"
"""Where a draft keeps the choice beside the answers; no fact of a pack has a dot in its name."""


@dataclass(frozen=True, slots=True)
class Walk:
    """A resolution under way: what the case tells, what was answered, and what follows."""

    page: CasePage
    known: Mapping[str, object]
    answers: Mapping[str, object]
    conclusion: Conclusion
    fields: Mapping[str, FactField] = field(default_factory=dict)
    choice: Choice = NO_CHOICE
    differences: tuple[Difference, ...] = ()
    roads: tuple[Road, ...] = ()
    packs: tuple[Pack, ...] = field(default=(), compare=False, repr=False)
    at: datetime | None = None
    decided: Conclusion | None = field(default=None, compare=False, repr=False)

    @property
    def offer(self) -> RemedyOffer:
        """What would be written now."""
        return chosen_offer(self.conclusion, self.choice)


@dataclass(frozen=True, slots=True)
class Written:
    """The texts that finishing makes: the platform remark, and the message to send (empty without a script)."""

    remark: str
    message: str


class ResolutionService:
    """What can be done about a case, and by which rule."""

    def __init__(self, bench: Workbench, packs: PackLibrary, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings
        self._packs = CasePacks(bench, packs)

    def start(self, case_id: int) -> Walk:
        """The wizard where it was left: with the draft's answers, or those of the resolution in force, or none."""
        page = case_page.load_page(self._bench.store.database, case_id)
        choice = page.draft.facts.get(_CHOICE) if page.draft is not None else None
        walk = self._first(page, _kept_answers(page), choice_from_data(choice))
        facts = dict(walk.answers)
        if page.draft is None and page.resolution is not None:
            # Opened again, the remedy that was decided stands chosen, not the one that would be suggested today.
            return self.evaluate(walk, facts, choice_of(page.resolution, walk.conclusion))
        return walk

    def _first(self, page: CasePage, answers: dict[str, object], choice: Choice) -> Walk:
        """The kept answers; one that the packs of today can no longer read is asked again."""
        while True:
            try:
                return self._walk(page, answers, choice)
            except UserError as error:
                answers = _without_unreadable(answers, error)

    def evaluate(self, walk: Walk, answers: Mapping[str, object], choice: Choice | None = None) -> Walk:
        """The same case with other answers. A fact answered None was asked and cannot be told."""
        return self._walk(walk.page, answers, walk.choice if choice is None else choice, walk.decided)

    def reload(self, walk: Walk) -> Walk:
        """The same answers on the case as it is now, after something else of it changed."""
        page = case_page.load_page(self._bench.store.database, walk.page.case.id)
        return self._walk(page, walk.answers, walk.choice)

    def _walk(
        self, page: CasePage, answers: Mapping[str, object], choice: Choice, decided: Conclusion | None = None
    ) -> Walk:
        chosen = self._packs.of(page, answers)
        packs, now = chosen.packs, self._bench.clock.now()
        told = self._told(page, answers, packs)
        known = _values(told)
        conclusion = evaluate(packs, {**_demand(page, answers), **known, **answers}, now=now)
        conclusion = replace(conclusion, warnings=(*conclusion.warnings, *chosen.warnings))
        if decided is None and page.resolution is not None:
            decided = frozen_or_fault(self._packs, page.resolution, page)
        fields = fields_of(packs, (*known, *answers), conclusion, told)
        roads = roads_of(page.case, page.order, answered_types(packs))
        changes = differences(page, conclusion, choice, decided, packs)
        return Walk(page, known, answers, conclusion, fields, choice, changes, roads, packs, now, decided)

    def packs_of(self, page: CasePage) -> tuple[Pack, ...]:
        """The packs a case was decided by, or those that apply to it now; law first."""
        answers = page.resolution.facts if page.resolution is not None else {}
        return self._packs.kept(page.resolution) or self._packs.of(page, answers).packs

    def conclusion_now(self, page: CasePage) -> tuple[Conclusion, tuple[Pack, ...]]:
        """What the packs a case was decided by say of its facts as they are now, with the answers given then.

        The packs of today where none were kept with the resolution, or its copies cannot be read.
        """
        answers = page.resolution.facts if page.resolution is not None else {}
        packs = self.packs_of(page)
        facts = {**_demand(page, answers), **_values(self._told(page, answers, packs)), **answers}
        return evaluate(packs, facts, now=self._bench.clock.now()), packs

    def _told(self, page: CasePage, answers: Mapping[str, object], packs: tuple[Pack, ...]) -> Mapping[str, Told]:
        numbers = self._settings.get("shop_numbers", {})
        return told_facts(page, numbers, answers=answers, answered=answered_types(packs))

    def shop_packs(self, shop: Shop) -> tuple[ShopPack, ...]:
        """Every pack in force, with whether the shop uses it; law first."""
        return self._packs.offered(shop)

    def policy_packs(self) -> tuple[Pack, ...]:
        """Every pack of this program that is in force today, law first."""
        return self._packs.in_force()

    def frozen_conclusion(self, case_id: int) -> Conclusion | None:
        """What was concluded when the case was decided, from the packs and numbers kept with the resolution.

        None without a resolution, and for one from before packs were kept; PackError `pack_copy_missing`,
        `pack_copy_damaged` where a kept copy cannot be used.
        """
        page = case_page.load_page(self._bench.store.database, case_id)
        if page.resolution is None:
            return None
        return self._packs.decided(page.resolution, page)

    def evidence_needs(self, page: CasePage) -> tuple[EvidenceNeed, ...]:
        """The evidence a case needs as far as is known now: what the wizard would open with, and no more than that.

        A list of cases asks it of every row in sight, so nothing is made that only the wizard shows.
        """
        answers = _kept_answers(page)
        while True:
            try:
                packs = self._packs.of(page, answers).packs
                facts = {**_demand(page, answers), **_values(self._told(page, answers, packs)), **answers}
                return evaluate(packs, facts, now=self._bench.clock.now()).evidence
            except UserError as error:
                answers = _without_unreadable(answers, error)

    def texts(self, walk: Walk, language: str) -> Written:
        """The remark and the message as finishing now would make them, in `zh` or `en`."""
        stamp = self._bench.stamp()
        decision = self._decision(walk, walk.offer, "", language, walk.choice.override)
        override = walk.choice.override
        decided = override.liability if override is not None else None
        liable = decided or walk.conclusion.liability.to_buyer or decision.liability
        message = message_text(walk.page, walk.offer, language, stamp.now, liable)
        return Written(remark_text(decision, stamp), message)

    def save_draft(self, case_id: int, answers: Mapping[str, object], choice: Choice | None = None) -> None:
        """Keep the answers given and the choice made so far; nothing else is written."""
        facts = _storable(answers)
        for value in facts.values():
            if isinstance(value, str):
                checked_text(value, limit=4000)
        if choice is not None and choice != NO_CHOICE:
            if choice.override is not None:
                checked_text(choice.override.reason, limit=2000)
            facts[_CHOICE] = choice_as_data(choice)

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
        UserError `resolution_incomplete` while a question is open, `override_needs_reason` without a reason,
        `shares_not_100`, `refund_not_payable`.
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
            checked_shares(override.shares)
            if not is_payable(override, walk.page.order.paid if walk.page.order is not None else None):
                raise UserError("refund_not_payable")
        if override is not None and override.remedy is not None:
            offer = other_offer(override.remedy, override.refund)
        else:
            offer = remedy_of(walk.conclusion, remedy_id)
        decision = self._decision(walk, offer, operation, language, override)
        title = {"zh": decision.offer.title.zh, "en": decision.offer.title.en}
        return self._bench.act(
            "resolved",
            lambda transaction: write_resolution(transaction, decision),
            values={"title": title, "liability": decision.liability.value},
        )

    @staticmethod
    def _decision(walk: Walk, offer: RemedyOffer, operation: str, language: str, override: Override | None) -> Decision:
        return Decision(
            page=walk.page, answers=_storable({**_road(walk), **walk.answers}), conclusion=walk.conclusion, offer=offer,
            operation=operation, language=language, override=override, frozen=freeze(walk.packs) if operation else
            NOT_FROZEN, known=_storable({**_demand(walk.page, walk.answers), **walk.known}), at=walk.at,
        )  # fmt: skip


def _kept_answers(page: CasePage) -> dict[str, object]:
    """The answers of the draft, or of the resolution in force."""
    kept = page.draft or page.resolution
    return {name: value for name, value in kept.facts.items() if name != _CHOICE} if kept is not None else {}


def _without_unreadable(answers: dict[str, object], error: UserError) -> dict[str, object]:
    """The answers but the one that the packs of today can no longer read; any other error is raised."""
    fact = error.values.get("fact")
    if error.code != "fact_invalid" or fact not in answers:
        raise error
    return {name: value for name, value in answers.items() if name != fact}


def _values(told: Mapping[str, Told]) -> dict[str, object]:
    return {name: each.value for name, each in told.items()}


def _road(walk: Walk) -> dict[str, object]:
    """The road it is decided by, also where nobody was asked: a parcel signed later must not lead to another one."""
    return {"case_type": walk.known["case_type"]} if "case_type" in walk.known else {}


def _demand(page: CasePage, answers: Mapping[str, object]) -> dict[str, object]:
    """What the buyer asked for, as the fact that orders the buyer's rights; who insists on sending it back asked it."""
    if answers.get("wants_return") is True:
        return {DEMAND: Demand.RETURN_AND_REFUND.value}
    return {DEMAND: page.case.demand.value} if page.case.demand is not Demand.UNKNOWN else {}


def _storable(answers: Mapping[str, object]) -> dict[str, Any]:
    """Answers as JSON keeps them; the packs read them back by their types."""
    return {name: _plain(value) for name, value in answers.items()}


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, Money):
        return str(value.amount)
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    return value
