"""Gathers what the packet of a case says: the case, its files as planned, chats, rules cited, the buyer's past."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop import words
from desktop.services.chat_texts import ChatTextService
from desktop.services.packet_people import leaving_in
from desktop.services.packet_plans import kept_summary
from desktop.services.packet_presets import PresetService
from desktop.services.packet_proofs import proof_of
from desktop.services.packet_sources import PacketSources
from desktop.services.packs import PackLibrary
from desktop.services.resolution_packs import CasePacks
from desktop.services.workbench import Workbench
from models.clock import from_millis, to_millis
from models.errors import NotFound
from models.kinds import Integrity, PacketForm, PacketLanguage
from models.packet_records import PacketPlan
from models.records import CasePage, Evidence
from models.rules.packet_content import ChainHead, ExhibitChoice, Gathered, PacketContent, build_content
from models.rules.packet_history import TOLD
from models.rules.packet_leaving import Leaving
from models.rules.packet_parts import Language
from models.rules.packet_pattern import MONTHS, BuyerPast
from models.rules.packet_policy import pack_facts
from models.rules.packet_presets import PacketPreset
from models.rules.packet_proofs import ExpectedProof
from models.rules.packet_summary import DraftedSummary, draft_for
from models.rules.packet_versions import proposed
from models.rules.text_limits import Counting
from models.rules.weight_evidence import weigh
from models.store import case_page, cases, evidence, history, packet_facts, packets

_YEAR = timedelta(days=365 * MONTHS // 12)
_FOR_NOBODY = frozenset({"print", "archive"})


@dataclass(frozen=True, slots=True)
class _Read:
    """A case read for its packet, in which the files just checked stand as they were found."""

    page: CasePage
    plan: PacketPlan
    chosen: tuple[Evidence, ...]
    preset: PacketPreset | None


class PacketGathering:
    """What a packet says, as data. Safe to call from any thread; reads the database and the files of chats."""

    def __init__(self, bench: Workbench, presets: PresetService, packs: PackLibrary, chats: ChatTextService) -> None:
        self._bench = bench
        self._presets = presets
        self._packs = CasePacks(bench, packs)
        self.sources = PacketSources(bench, chats)

    def proposed(self, case_id: int) -> tuple[Evidence, ...]:
        """The exhibits of a case where nobody names others: those numbered, else all that is as imported, with no copy
        of what is there already and no packet made before. NotFound."""
        cases.find_case(self._bench.store.database, case_id)
        return proposed(evidence.list_case_evidence(self._bench.store.database, case_id))

    def content(
        self,
        case_id: int,
        plan: PacketPlan,
        *,
        evidence_ids: Sequence[int] | None = None,
        summary: str | Mapping[str, str] | None = None,
        number: str | None = None,
        now: datetime | None = None,
        made_by: str | None = None,
        addressee: str = "",
        unfit: Collection[int] = (),
        whole: Collection[int] = (),
    ) -> PacketContent:
        """What the packet of a case says, with `second` in the other language for both.

        `evidence_ids`: the exhibits in their order; None for those proposed. `summary` (of the first language, or by
        language) stands instead of what was kept or drafted. `unfit`: files a check has just found not to be as
        imported, shown in no version; `whole`: those found as imported, said to be checked `now`. What cannot be shown
        is named in `kept_out`. NotFound for an unknown case, or evidence of another one.
        """
        stamp = self._bench.stamp()
        moment = from_millis(to_millis(now or stamp.now))
        read = self._read(case_id, plan, evidence_ids, unfit, whole, moment)
        database = self._bench.store.database
        head = history.read_head(database)
        choices, gathered = self._choices(read), self._gathered(read, moment)
        said = {} if summary is None else summary
        both = plan.language is PacketLanguage.BOTH
        languages = _languages(plan, read.preset)
        given = {languages[0]: said} if isinstance(said, str) else said

        def in_language(language: Language) -> PacketContent:
            own = given.get(language)
            return build_content(
                read.page,
                exhibits=choices,
                language=language,
                now=moment,
                summary=own if own is not None else kept_summary(database, case_id, language),
                include_internal_notes=plan.internal_notes,
                words=words,
                number=number or packets.next_packet_number(database, case_id, read.page.case.number),
                addressee=addressee or _addressee(read.preset, language),
                made_by=made_by if made_by is not None else stamp.person,
                chain=ChainHead(head.seq, head.hash),
                include_weights=_with_weights(read.page, plan),
                gathered=gathered,
            )

        first = in_language(languages[0])
        return replace(first, second=in_language(languages[1])) if both else first

    def draft_summary(
        self,
        case_id: int,
        plan: PacketPlan,
        most: int | None = None,
        *,
        evidence_ids: Sequence[int] | None = None,
        language: Language | None = None,
    ) -> DraftedSummary:
        """The summary drafted from the case, whatever was kept, within `most` (the receiver's own limit if None)."""
        stamp = self._bench.stamp()
        read = self._read(case_id, plan, evidence_ids, (), (), stamp.now)
        limit = most if most is not None else read.preset.summary_most if read.preset is not None else None
        counting = read.preset.counting if read.preset is not None else Counting.CHARACTERS
        chosen = language or _languages(plan, read.preset)[0]
        return draft_for(read.page, self._choices(read), plan, chosen, words, most=limit, counting=counting)

    def expected_proof(
        self, case_id: int, plan: PacketPlan, *, evidence_ids: Sequence[int] | None = None
    ) -> tuple[ExpectedProof, ...]:
        """What the receiver of the plan expects for the problem of a case, strongest first, and which of it is among
        its exhibits or in the case itself. NotFound; EnvironmentFault `proofs_unreadable`."""
        read = self._read(case_id, plan, evidence_ids, (), (), self._bench.stamp().now)
        page = read.page
        cited = page.resolution is not None or any(clock.source.strip() for clock in page.clocks)
        return proof_of(self._bench.store.database, page, plan.preset, read.chosen, cited=cited)

    def leaving(self, content: PacketContent) -> tuple[Leaving, ...]:
        """What of people leaves the shop with a packet: names, numbers, addresses in its texts, where each stands; and
        which exhibits show pictures nobody hid anything in. NotFound if its case is gone."""
        return leaving_in(self._bench, self.sources, content)

    def _read(
        self,
        case_id: int,
        plan: PacketPlan,
        evidence_ids: Sequence[int] | None,
        unfit: Collection[int],
        whole: Collection[int],
        moment: datetime,
    ) -> _Read:
        page = case_page.load_page(self._bench.store.database, case_id)
        if unfit or whole:
            page = replace(page, evidence=tuple(_as_found(each, unfit, whole, moment) for each in page.evidence))
        try:
            preset: PacketPreset | None = self._presets.find(plan.preset)
        except NotFound:
            # One of the shop's own that was dropped: the packet is as for nobody, and making it says so.
            preset = None
        return _Read(page, plan, _chosen(page, evidence_ids), preset)

    def _choices(self, read: _Read) -> tuple[ExhibitChoice, ...]:
        database = self._bench.store.database
        known = {item.id for item in read.page.evidence}
        told = self.sources.copies(read.page.evidence)
        legends = self.sources.legends(read.page.evidence, told)
        places = {copy_id: copy.place for copy_id, copy in told.items()}
        choices = []
        for item in read.chosen:
            away = item.parent_id is not None and item.parent_id not in known
            chat = self.sources.chat(item, read.page)
            choices.append(
                ExhibitChoice(
                    item,
                    original=evidence.find_evidence(database, item.parent_id) if away and item.parent_id else None,
                    plan=read.plan.exhibit(item.id),
                    places=places,
                    bubbles=chat.bubbles,
                    legend=legends,
                    short=chat.short,
                    moments=chat.moments,
                    apart=chat.apart,
                )
            )
        return tuple(choices)

    def _gathered(self, read: _Read, moment: datetime) -> Gathered:
        page, preset = read.page, read.preset
        return Gathered(
            plan=read.plan,
            packs=pack_facts(self._packs.kept(page.resolution)),
            past=self._past(read, moment) if read.plan.pattern else None,
            told=packet_facts.told_events(self._bench.store.database, page.case.id, TOLD),
            summary_most=preset.summary_most if preset is not None else None,
            counting=preset.counting if preset is not None else Counting.CHARACTERS,
        )

    def _past(self, read: _Read, moment: datetime) -> BuyerPast | None:
        page = read.page
        if page.buyer is None:
            return None
        return packet_facts.buyer_past(
            self._bench.store.database, page.buyer.id, case_id=page.case.id, order_id=page.case.order_id,
            since=moment - _YEAR, evidence_ids=[item.id for item in read.chosen],
        )  # fmt: skip


def _languages(plan: PacketPlan, preset: PacketPreset | None) -> tuple[Language, Language]:
    """The language of the packet and the other one; for both that of the receiver first."""
    wanted = plan.language
    if wanted is PacketLanguage.BOTH:
        wanted = (preset.language if preset is not None else None) or PacketLanguage.ZH
    return ("en", "zh") if wanted is PacketLanguage.EN else ("zh", "en")


def _addressee(preset: PacketPreset | None, language: Language) -> str:
    """The receiver's name; empty where the packet is for paper or the shelf, and the platform's stands."""
    if preset is None or preset.id in _FOR_NOBODY or preset.form is PacketForm.ARCHIVE:
        return ""
    return preset.name_zh if language == "zh" else preset.name_en or preset.name_zh


def _as_found(item: Evidence, unfit: Collection[int], whole: Collection[int], moment: datetime) -> Evidence:
    if item.id in unfit:
        return replace(item, integrity=Integrity.CHANGED) if item.integrity is Integrity.VERIFIED else item
    return replace(item, integrity=Integrity.VERIFIED, verified_at=moment) if item.id in whole else item


def _with_weights(page: CasePage, plan: PacketPlan) -> bool:
    if plan.weights is not None:
        return plan.weights
    return page.weighing is not None and weigh(page.weighing.weights).helps_shop


def _chosen(page: CasePage, evidence_ids: Sequence[int] | None) -> tuple[Evidence, ...]:
    if evidence_ids is None:
        return proposed(page.evidence)
    by_id = {item.id: item for item in page.evidence}
    for evidence_id in evidence_ids:
        if evidence_id not in by_id:
            raise NotFound("evidence_not_found", evidence=evidence_id)
    return tuple(by_id[evidence_id] for evidence_id in dict.fromkeys(evidence_ids))
