"""The evidence checklist of a case: what it needs, what is there, what the buyer was asked for, and its count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from desktop.services.case_moving import answered
from desktop.services.replies import Checked, Reply, ReplyService
from desktop.services.resolutions import ResolutionService
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from models.errors import AftercaseError, UserError
from models.evidence_records import Completeness, EvidenceRequest
from models.kinds import WaitingOn
from models.records import CasePage
from models.rules.checklist import Checklist, checklist_of
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import Text
from models.rules.reply_lint import LIMIT
from models.store import case_page, case_texts, cases, checklist_counts, evidence_requests, shops
from models.store.cases import OPEN_SHELF, SNOOZE_SHELF
from models.store.transaction import Transaction

OVERDUE_DAYS: Final = 3
"""After so many days without an answer a request is shown as not met."""
_NOTHING: Final = Completeness(0, 0, 0)
_RULES: Final = "checklist.rules"
_ONE, _ALL = "ask_evidence", "ask_evidence_all"


@dataclass(frozen=True, slots=True)
class NeedAsked:
    """The last time a buyer was asked for a need, by whom, how often; `days` since, when it is still missing."""

    last: datetime
    by: str
    times: int
    days: int = 0

    @property
    def overdue(self) -> bool:
        """Whether the buyer has left it unanswered for too long."""
        return self.days >= OVERDUE_DAYS


@dataclass(frozen=True, slots=True)
class PackNamed:
    """A pack the lines come from."""

    title: Text
    version: str
    layer: str


@dataclass(frozen=True, slots=True)
class CaseChecklist:
    """The lines of a case and all that is shown beside them. `packs`: the platform's first.

    `language` and `tone` are those the buyer is asked in, `texts` the messages that ask for one need, by its id, and
    for all of `askable` together, under "". `waits_for_buyer`: nobody else has to act next.
    """

    case_id: int
    list: Checklist
    asked: Mapping[str, NeedAsked]
    packs: tuple[PackNamed, ...]
    language: str
    tone: str
    waits_for_buyer: bool
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def askable(self) -> tuple[EvidenceNeed, ...]:
        """What is missing and the buyer can give: the required, or all where none is required."""
        texts = [need for need in self.list.missing if need.ask_text]
        return tuple(need for need in texts if need.level == "must") or tuple(texts)


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts as they were read, and when in the order of changes: what changed since makes them worthless."""

    turn: int
    counts: Mapping[int, Completeness]


class ChecklistService:
    """Reads checklists, notes requests, keeps the counts the list of cases shows. Safe to read from any thread."""

    def __init__(self, bench: Workbench, resolutions: ResolutionService, replies: ReplyService) -> None:
        self._bench = bench
        self._resolutions = resolutions
        self._replies = replies

    # Reading

    def of_case(self, case_id: int, language: str = "zh", *, tone: str = "", spoken: str = "") -> CaseChecklist:
        """The checklist of a case; a case whose buyer's platform has no rules has no lines.

        `language` is that of the window: the buyer's, where nothing tells it. `tone` (a word of Temperament) and
        `spoken` (`zh`, `en`) replace those the buyer is known by. NotFound.
        """
        page = case_page.load_page(self._bench.store.database, case_id)
        return self.of_page(page, language, tone=tone, spoken=spoken)

    def of_page(self, page: CasePage, language: str = "zh", *, tone: str = "", spoken: str = "") -> CaseChecklist:
        """The same of a case page that was read already."""
        found = self._list(page)
        requests = evidence_requests.list_requests(self._bench.store.database, page.case.id)
        shown = CaseChecklist(
            case_id=page.case.id, list=found, asked=self._asked(found, requests), packs=self._packs(found),
            language=spoken or self._replies.language_of(page, language), tone=tone or self._replies.tone_of(page),
            waits_for_buyer=page.case.waiting_on is WaitingOn.BUYER,
        )  # fmt: skip
        return replace(shown, texts=self._texts(page, shown))

    def _texts(self, page: CasePage, shown: CaseChecklist) -> Mapping[str, str]:
        wanted: dict[str, tuple[EvidenceNeed, ...]] = {need.id: (need,) for need in shown.list.missing if need.ask_text}
        if shown.askable:
            wanted[""] = shown.askable
        return {
            name: self._asking(page, needs, shown.tone, shown.language).text for name, needs in wanted.items()
        }  # fmt: skip

    def _asking(self, page: CasePage, needs: Sequence[EvidenceNeed], tone: str, language: str) -> Reply:
        name = f"{_ONE}:{needs[0].id}" if len(needs) == 1 else _ALL
        return self._replies.reply(page, name, tone, language, needs)

    def _list(self, page: CasePage) -> Checklist:
        """The one way a checklist is made, for the panel and for the counts."""
        try:
            needs = self._resolutions.evidence_needs(page)
        except AftercaseError:
            # No rules for this platform, or one of them cannot be used: there is nothing to tick.
            needs = ()
        return checklist_of(needs, page.evidence)

    def _asked(self, found: Checklist, requests: Sequence[EvidenceRequest]) -> Mapping[str, NeedAsked]:
        now, missing = self._bench.clock.now(), {need.id for need in found.missing}
        asked: dict[str, NeedAsked] = {}
        for request in requests:
            before = asked.get(request.need)
            since = max(now - request.asked_at, timedelta(0)).days if request.need in missing else 0
            times = before.times + 1 if before is not None else 1
            asked[request.need] = NeedAsked(request.asked_at, request.asked_by, times, since)
        return asked

    def _packs(self, found: Checklist) -> tuple[PackNamed, ...]:
        named = dict.fromkeys(pack for item in found.items for pack in item.need.packs)
        known = {pack.id: pack for pack in self._resolutions.policy_packs()}
        packs = [
            PackNamed(known[name].title, version, known[name].layer) for name, version in named if name in known
        ]  # fmt: skip
        order = ("platform", "shop", "payment", "law")
        return tuple(sorted(packs, key=lambda pack: order.index(pack.layer) if pack.layer in order else len(order)))

    # Asking the buyer

    def request(self, case_id: int, need_ids: Sequence[str], *, tone: str = "", language: str = "zh") -> Reply:
        """One polite message that asks for all these needs, in a tone and language; UserError `nothing_to_ask`."""
        page = case_page.load_page(self._bench.store.database, case_id)
        wanted = set(need_ids)
        needs = [item.need for item in self._list(page).items if item.need.id in wanted and item.need.ask_text]
        if not needs:
            raise UserError("nothing_to_ask")
        return self._asking(page, needs, tone, language)

    def checked(self, case_id: int, text: str) -> Checked:
        """What a request, edited or not, must not say."""
        return self._replies.checked(text, case_page.load_page(self._bench.store.database, case_id))

    def mark_asked(self, case_id: int, need_ids: Sequence[str], text: str = "", *, language: str = "zh") -> int:
        """Note that the buyer was asked for these needs now, with the text if it is known; how many were noted.

        One action: the requests, the reply as it was copied, and the buyer is answered (R003-01). UserError
        `nothing_to_ask` for needs the case does not have, `reply_refused`, or that of an unfit text.
        """
        checked_text(text, limit=LIMIT)
        page = case_page.load_page(self._bench.store.database, case_id)
        if text:
            found = self._replies.checked(text, page)
            if found.refused:
                first = found.findings[0]
                raise UserError("reply_refused", word=first.words, rule=", ".join(first.rules))
        wanted = set(need_ids)
        needs = [item.need for item in self._list(page).items if item.need.id in wanted]
        if not needs:
            raise UserError("nothing_to_ask")
        details = {
            "needs": {"zh": "、".join(need.label.pick("zh") for need in needs),
                      "en": ", ".join(need.label.pick("en") for need in needs)},
            "count": len(needs), "ids": [need.id for need in needs],
        }  # fmt: skip

        def work(transaction: Transaction) -> int:
            stamp = transaction.stamp
            for need in needs:
                transaction.insert(
                    "evidence_request", case_id=case_id, need=need.id, asked_at=stamp.now, asked_by=stamp.person
                )
            if text.strip() and not case_texts.has_reply(transaction.database, case_id, text):
                transaction.insert(
                    "reply", case_id=case_id, text=text, language=language,
                    situation=_ALL if len(needs) > 1 else f"{_ONE}:{needs[0].id}", made_at=stamp.now,
                    made_by=stamp.person,
                )  # fmt: skip
            transaction.record(
                "evidence_asked", entity="case", entity_id=case_id, case_id=case_id, details=details
            )  # fmt: skip
            answered(transaction, cases.find_case(transaction.database, case_id))
            return len(needs)

        return self._bench.act("evidence_asked", work, values={"needs": details["needs"], "number": page.case.number})

    # Counting

    def other_rules(self) -> Sequence[str] | None:
        """The packs in force, where they are others than when the counts were made; None where they are the same."""
        packs = [f"{pack.id} {pack.version}" for pack in self._resolutions.policy_packs()]
        return packs if shops.read_settings(self._bench.store.database).get(_RULES) != packs else None

    def take_rules(self, packs: Sequence[str]) -> None:
        """Forget all counts: they were made by other packs. For the writing thread; no action."""
        with self._bench.store.write(self._bench.stamp()) as transaction:
            transaction.stale.forget_all()
            shops.write_setting(transaction, _RULES, list(packs))

    def missing_required(self, case_id: int) -> tuple[EvidenceNeed, ...]:
        """What must be there and is not, for the tool tip of one row. NotFound."""
        return self._list(case_page.load_told(self._bench.store.database, case_id)).required_missing

    def list_uncounted(self, limit: int) -> Sequence[int]:
        """Open cases, then snoozed ones, whose count is not known, at most so many."""
        database = self._bench.store.database
        found = checklist_counts.list_uncounted(database, OPEN_SHELF, limit)
        if len(found) < limit:
            found += checklist_counts.list_uncounted(database, SNOOZE_SHELF, limit - len(found))
        return found

    def count(self, case_ids: Sequence[int]) -> Counted:
        """How far the checklists of those of these cases that have no count are filled. Nothing is written."""
        turn, database = self._bench.store.forgotten, self._bench.store.database
        counts: dict[int, Completeness] = {}
        for case_id in checklist_counts.uncounted_of(database, case_ids):
            try:
                counts[case_id] = self._list(case_page.load_told(database, case_id)).completeness
            except AftercaseError:
                counts[case_id] = _NOTHING
        return Counted(turn, counts)

    def keep(self, counted: Counted) -> bool:
        """Write counts, unless something was changed since they were read. For the writing thread.

        No action: neither history nor Undo knows it, and no page is told that the case changed.
        """
        if not counted.counts:
            return False
        with self._bench.store.write(self._bench.stamp()) as transaction:
            # Looked at where nobody else can write; an import writes in a thread of its own.
            if counted.turn != self._bench.store.forgotten:
                return False
            checklist_counts.keep_counts(transaction.database, counted.counts)
        return True
