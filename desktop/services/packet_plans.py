"""What is chosen for the next packet of a case: kept with the case, each change one step of Undo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.services.cases import checked_text
from desktop.services.workbench import Workbench
from models.errors import NotFound, UserError
from models.kinds import PacketLanguage, Paper, Platform
from models.packet_records import PER_PAGE, ExhibitPlan, Packet, PacketPlan
from models.records import Shop
from models.rules.packet_parts import Language
from models.rules.packet_plan_steps import plan_step
from models.store import case_links, cases, packets, shops
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.services.packet_presets import PresetService

SUMMARY_LIMIT = 20_000
TEXT_LIMIT = 20_000
ID_LIMIT = 100
MOST_STILLS = 60
_LETTER = frozenset(("US", "CA", "MX", "PH", "CL", "CO", "VE"))
_ENGLISH = frozenset((Platform.SHOPIFY, Platform.EBAY, Platform.ETSY, Platform.AMAZON, Platform.WOOCOMMERCE))


class PacketPlans:
    """The plan of each case. Safe to call from any thread."""

    def __init__(self, bench: Workbench, presets: PresetService | None = None) -> None:
        self._bench = bench
        self._presets = presets

    def read(self, case_id: int) -> PacketPlan:
        """What is chosen for the next packet; before anything was, what suits the shop. NotFound without the case."""
        database = self._bench.store.database
        kept = packets.find_plan(database, case_id)
        if kept is not None:
            return kept
        shop = shops.find_shop(database, cases.find_case(database, case_id).shop_id)
        chosen = _setting(database, f"packet.weights.{case_id}")
        return replace(self._first(shop), weights=chosen if isinstance(chosen, bool) else None)

    def keep(self, case_id: int, plan: PacketPlan) -> None:
        """Choose for this and later packets of the case. NotFound without the case; UserError for a plan out of bounds
        (`text_too_long`, `packet_plan_wrong`)."""
        _check(plan)
        number = cases.find_case(self._bench.store.database, case_id).number
        step = plan_step(self.read(case_id), plan)
        details = {"case": number, "preset": plan.preset, "language": plan.language.value, **self._named(step, plan)}
        self._bench.act(step, lambda change: _write(change, case_id, plan, step, details), values=details)

    def _named(self, step: str, plan: PacketPlan) -> Mapping[str, str]:
        """What the sentence of a step names besides the case."""
        try:
            if step == "packet_preset_chosen" and self._presets is not None:
                preset = self._presets.find(plan.preset)
                return {
                    "receiver_zh": preset.name_zh or preset.name_en,
                    "receiver_en": preset.name_en or preset.name_zh,
                }
            if step == "packet_next_version" and plan.previous_id is not None:
                return {"packet": packets.find_packet(self._bench.store.database, plan.previous_id).number}
        except NotFound:
            pass
        return {"receiver_zh": plan.preset, "receiver_en": plan.preset, "packet": ""}

    def keep_summary(self, case_id: int, language: Language, text: str | None) -> None:
        """Keep a summary for this and later packets of the case; None goes back to the draft. One step of Undo.

        NotFound without the case; UserError `merged_stays`, and those of `checked_text`.
        """
        case = cases.find_case(self._bench.store.database, case_id)
        if case.merged_into is not None:
            raise UserError("merged_stays", case=case.number)
        kept = checked_text(text, limit=SUMMARY_LIMIT) if text is not None else None
        code = "packet_summary_written" if kept is not None else "packet_summary_dropped"
        details = {"case": case.number, "language": language}

        def work(change: Transaction) -> None:
            there = summaries(change.database, case_id)
            rest = {side: each for side, each in there.items() if side != language}
            wanted = rest if kept is None else {**rest, language: kept}
            if wanted != there:
                shops.change_setting(change, summary_key(case_id), wanted)
                change.record(code, entity="case", entity_id=case_id, case_id=case_id, details=details)

        self._bench.act(code, work, values=details)

    def next_version(self, packet_id: int) -> Packet:
        """Choose what a packet was made with for the next one of its case, which then names it as the one before.

        Of a case that was merged it is chosen for the one it went into. NotFound without the packet. A packet of before
        version 5 has no plan: its language is taken over.
        """
        packet = packets.find_packet(self._bench.store.database, packet_id)
        case_id = case_links.kept_case(self._bench.store.database, packet.case_id)
        plan = packet.plan if packet.plan is not None and packet.preset else self.read(case_id)
        if not packet.preset and packet.language in tuple(PacketLanguage):
            plan = replace(plan, language=PacketLanguage(packet.language))
        self.keep(case_id, replace(plan, previous_id=packet.id))
        return packet

    def previous_id(self, case_id: int, plan: PacketPlan) -> int | None:
        """The packet that one made with this plan follows; None if it is none's next version, or one is there."""
        there = packets.list_packets(self._bench.store.database, case_id)
        followed = any(packet.previous_id == plan.previous_id for packet in there)
        known = any(packet.id == plan.previous_id for packet in there)
        return plan.previous_id if known and not followed else None

    def _first(self, shop: Shop) -> PacketPlan:
        preset = self._presets.first_for(shop) if self._presets is not None else PacketPlan().preset
        english = shop.platform in _ENGLISH or shop.country not in ("CN", "HK", "MO", "TW", "")
        return PacketPlan(
            preset=preset,
            language=PacketLanguage.EN if english else PacketLanguage.ZH,
            paper=Paper.LETTER if shop.country in _LETTER else Paper.A4,
        )


def summary_key(case_id: int) -> str:
    """The setting with the summaries of a case by language."""
    return f"packet.summary.{case_id}"


def kept_summary(database: CaseDatabase, case_id: int, language: Language) -> str | None:
    """The summary somebody wrote for the packets of this case in that language; None when the draft stands."""
    kept = summaries(database, case_id).get(language)
    return kept if isinstance(kept, str) else None


def summaries(database: CaseDatabase, case_id: int) -> Mapping[str, object]:
    """By language; none where they cannot be read."""
    found = _setting(database, summary_key(case_id))
    return found if isinstance(found, Mapping) else {}


def _setting(database: CaseDatabase, key: str) -> object:
    try:
        return shops.read_setting(database, key)
    except ValueError:
        return None


def _write(change: Transaction, case_id: int, plan: PacketPlan, step: str, details: Mapping[str, object]) -> None:
    if packets.write_plan(change, case_id, plan):
        change.record(step, entity="case", entity_id=case_id, case_id=case_id, details=details)


def _check(plan: PacketPlan) -> None:
    checked_text(plan.preset, limit=ID_LIMIT)
    for field, text in plan.texts:
        checked_text(field, limit=ID_LIMIT)
        checked_text(text, limit=TEXT_LIMIT)
    seen = set[int]()
    for each in plan.exhibits:
        checked_text(each.slot, limit=ID_LIMIT)
        if each.evidence_id in seen or not _holds(each):
            raise UserError("packet_plan_wrong", evidence=each.evidence_id)
        seen.add(each.evidence_id)


def _holds(each: ExhibitPlan) -> bool:
    """Whether it can be shown so: shares within the picture, moments and pages not before the first."""
    if each.crop is not None:
        left, top, right, bottom = each.crop
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            return False
    moments = (*each.stills, *each.pages)
    return each.per_page in PER_PAGE and len(each.stills) <= MOST_STILLS and all(moment >= 0 for moment in moments)
