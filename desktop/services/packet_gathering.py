"""Gathers what the packet of a case says: the case, its files as planned, chats, rules cited, the buyer's past."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from desktop import words
from desktop.services.packet_plans import kept_summary
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.clock import from_millis, to_millis
from models.errors import NotFound
from models.kinds import Integrity, PacketLanguage
from models.packet_records import PacketPlan
from models.records import CasePage, Evidence
from models.rules.packet_content import ChainHead, ExhibitChoice, PacketContent, build_content
from models.rules.packet_parts import Language
from models.rules.weight_evidence import weigh
from models.store import case_page, evidence, history, packets


class PacketGathering:
    """What a packet says, as data. Safe to call from any thread; reads the database and the chats' files."""

    def __init__(self, bench: Workbench, settings: Settings) -> None:
        self._bench = bench
        self._settings = settings

    def content(
        self,
        case_id: int,
        plan: PacketPlan,
        *,
        evidence_ids: Sequence[int] | None = None,
        summary: str | None = None,
        number: str | None = None,
        now: datetime | None = None,
        made_by: str | None = None,
        addressee: str = "",
        unfit: Collection[int] = (),
    ) -> PacketContent:
        """What the packet of a case says, with `second` in the other language for both.

        `evidence_ids`: the exhibits in their order; None for those proposed. `summary` stands instead of the draft.
        `unfit`: files a check has just found not to be as imported; they are shown in no version. NotFound.
        """
        database = self._bench.store.database
        page = case_page.load_page(database, case_id)
        stamp = self._bench.stamp()
        head = history.read_head(database)
        chosen = [item for item in _chosen(page, evidence_ids) if item.integrity is Integrity.VERIFIED]
        known = {item.id for item in page.evidence}
        choices = [
            ExhibitChoice(
                item,
                original=evidence.find_evidence(database, item.parent_id)
                if item.parent_id is not None and item.parent_id not in known
                else None,
            )
            for item in chosen
            if item.id not in unfit
        ]
        language: Language = "en" if plan.language is PacketLanguage.EN else "zh"
        return build_content(
            page,
            exhibits=choices,
            language=language,
            now=from_millis(to_millis(now or stamp.now)),
            summary=summary if summary is not None else kept_summary(database, page.case.id, language),
            include_internal_notes=plan.internal_notes,
            words=words,
            number=number or packets.next_packet_number(database, page.case.id, page.case.number),
            addressee=addressee,
            made_by=made_by if made_by is not None else stamp.person,
            chain=ChainHead(head.seq, head.hash),
            include_weights=_with_weights(page, plan),
        )


def _with_weights(page: CasePage, plan: PacketPlan) -> bool:
    if plan.weights is not None:
        return plan.weights
    return page.weighing is not None and weigh(page.weighing.weights).helps_shop


def _proposed(items: Sequence[Evidence]) -> list[Evidence]:
    numbered = [item for item in items if item.exhibit is not None]
    return numbered or [item for item in items if item.integrity is Integrity.VERIFIED]


def _chosen(page: CasePage, evidence_ids: Sequence[int] | None) -> list[Evidence]:
    if evidence_ids is None:
        return _proposed(page.evidence)
    by_id = {item.id: item for item in page.evidence}
    for evidence_id in evidence_ids:
        if evidence_id not in by_id:
            raise NotFound("evidence_not_found", evidence=evidence_id)
    return [by_id[evidence_id] for evidence_id in dict.fromkeys(evidence_ids)]
