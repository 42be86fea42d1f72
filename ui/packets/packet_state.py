"""What the page knows of one case: read in one go, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.context import AppContext
from desktop.services.packet_results import MadePacket, PacketPreview
from models.case_query import CaseQuery, CaseView
from models.kinds import NoteKind, PacketLanguage, WeightVerdict
from models.packet_records import PacketPlan
from models.records import CasePage, Packet
from models.rules.packet_parts import Language
from models.rules.weight_evidence import weigh

_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class PacketState:
    """The case, the packets made of it, the summary its next packet carries and whether somebody wrote it.

    `weights`: what was weighed goes in.
    """

    page: CasePage
    packets: tuple[Packet, ...]
    summary: str
    written: bool
    weights: bool = False

    @property
    def weighed(self) -> bool:
        """Whether the weights show anything that could go in."""
        kept = self.page.weighing
        return kept is not None and weigh(kept.weights).verdict is not WeightVerdict.CANNOT_SAY

    @property
    def internal_notes(self) -> int:
        """How many notes never leave the shop unless asked for."""
        return sum(note.kind is NoteKind.INTERNAL for note in self.page.notes)


@dataclass(frozen=True, slots=True)
class PacketWish:
    """What a packet is built from, besides the case itself."""

    case_id: int
    language: Language
    evidence_ids: tuple[int, ...]
    summary: str | None
    internal: bool
    weights: bool = False

    @property
    def plan(self) -> PacketPlan:
        """The same as a plan."""
        return PacketPlan(language=PacketLanguage(self.language), internal_notes=self.internal, weights=self.weights)


def read_state(ctx: AppContext, case: int | str, language: Language) -> PacketState:
    """Read a case by its id or number; NotFound if there is none."""
    case_id = case if isinstance(case, int) else ctx.cases.find_case_id(case)
    content = ctx.packets.build_content(case_id, PacketPlan(language=PacketLanguage(language)))
    return PacketState(
        ctx.cases.load_page(case_id),
        ctx.packets.list_packets(case_id),
        content.summary,
        ctx.packets.find_summary(case_id, language) is not None,
        ctx.packets.takes_weights(case_id),
    )


def fullest_case(ctx: AppContext) -> int | None:
    """For pictures of the page: the case with the most exhibits, one in dispute before any other."""
    for view in (CaseView.IN_DISPUTE, CaseView.OPEN, CaseView.ALL):
        ids = list(ctx.cases.list_case_ids(CaseQuery(view=view)))[:_LOOKED_AT]
        found = {case_id: ctx.evidence.list_case_evidence(case_id) for case_id in ids}
        best = max(found, key=lambda case_id: sum(item.exhibit is not None for item in found[case_id]), default=None)
        if best is not None and len(found[best]) > 2:
            return best
    return None


def as_preview(made: MadePacket, before: PacketPreview) -> PacketPreview:
    """A packet that was made, shown in the place of the preview it came from."""
    packet = made.packet
    return replace(
        before, path=made.kept, number=packet.number, pages=packet.pages, size=packet.size,
        missing_glyphs=made.missing_glyphs, exhibits=made.exhibits,
    )  # fmt: skip
