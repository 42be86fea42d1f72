"""What the page knows of one case: read in one go, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop.context import AppContext
from desktop.services.packet_results import MadePacket, PacketPreview
from models.case_query import CaseQuery, CaseView
from models.errors import AftercaseError
from models.kinds import NoteKind, PacketLanguage, WeightVerdict
from models.packet_records import PacketPlan
from models.records import CasePage, Packet
from models.rules.packet_parts import Language
from models.rules.packet_presets import PacketPreset
from models.rules.packet_proofs import ExpectedProof
from models.rules.weight_evidence import weigh

_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class PacketState:
    """The case, the packets made of it, what is chosen for the next one, and the receivers to choose from.

    `summary` is the one the next packet carries in the language `side`, `written` that somebody wrote it; `weights`:
    what was weighed goes in. `needs` is proof its receiver expects for this problem that is not there. `built_in`: ids
    of the receivers that came with the program, `likely`: those this shop is likely to answer, the likeliest first.
    """

    page: CasePage
    packets: tuple[Packet, ...]
    summary: str
    written: bool
    weights: bool = False
    plan: PacketPlan = field(default_factory=PacketPlan)
    side: Language = "zh"
    presets: tuple[PacketPreset, ...] = ()
    built_in: frozenset[str] = frozenset()
    likely: tuple[str, ...] = ()
    needs: tuple[ExpectedProof, ...] = ()

    @property
    def weighed(self) -> bool:
        """Whether the weights show anything that could go in."""
        kept = self.page.weighing
        return kept is not None and weigh(kept.weights).verdict is not WeightVerdict.CANNOT_SAY

    @property
    def internal_notes(self) -> int:
        """How many notes never leave the shop unless asked for."""
        return sum(note.kind is NoteKind.INTERNAL for note in self.page.notes)

    def preset(self, preset_id: str) -> PacketPreset | None:
        """A receiver by its id; None if it is not there any more."""
        return next((each for each in self.presets if each.id == preset_id), None)


@dataclass(frozen=True, slots=True)
class PacketWish:
    """What a packet is built from, besides the case itself."""

    case_id: int
    plan: PacketPlan
    evidence_ids: tuple[int, ...]
    summary: str | None = None


def side_of(plan: PacketPlan, wanted: Language) -> Language:
    """The language whose summary is shown: that of the packet; of both the one that was asked for."""
    if plan.language is PacketLanguage.BOTH:
        return wanted
    return "en" if plan.language is PacketLanguage.EN else "zh"


def read_state(ctx: AppContext, case: int | str, wanted: Language) -> PacketState:
    """Read a case by its id or number; `wanted`: which summary of a packet in both languages. NotFound."""
    case_id = case if isinstance(case, int) else ctx.cases.find_case_id(case)
    page, plan = ctx.cases.load_page(case_id), ctx.packet_plans.read(case_id)
    side = side_of(plan, wanted)
    content = ctx.packets.build_content(case_id, replace(plan, language=PacketLanguage(side)))
    presets = ctx.presets.list_presets()
    return PacketState(
        page=page,
        packets=ctx.packets.list_packets(case_id),
        summary=content.summary,
        written=ctx.packets.find_summary(case_id, side) is not None,
        weights=ctx.packets.takes_weights(case_id),
        plan=plan,
        side=side,
        presets=presets,
        built_in=frozenset(each.id for each in presets if ctx.presets.shipped(each.id) is not None),
        likely=_likely(ctx, page, presets),
        needs=_needs(ctx, case_id, plan),
    )


def _likely(ctx: AppContext, page: CasePage, presets: Sequence[PacketPreset]) -> tuple[str, ...]:
    """The receivers of the shop's platform, its own ones, paper, the archive, then those of the same language."""
    first = [ctx.presets.for_shop(page.shop)]
    first += [each.id for each in presets if page.shop.platform in each.platforms]
    first += [each.id for each in presets if each.own]
    known = next((each.language for each in presets if each.id == first[0]), None)
    near = [each.id for each in presets if known is not None and each.language is known]
    return tuple(dict.fromkeys([*first, "print", "archive", *near]))


def _needs(ctx: AppContext, case_id: int, plan: PacketPlan) -> tuple[ExpectedProof, ...]:
    """Proof that is expected and missing. Where nothing can be said of it, the packet is made all the same."""
    try:
        expected = ctx.packet_gathering.expected_proof(case_id, plan)
    except AftercaseError:
        return ()
    return tuple(each for each in expected if not each.present)


def fullest_case(ctx: AppContext) -> int | None:
    """For pictures of the page: the case with the most exhibits, one in dispute before any other."""
    for view in (CaseView.IN_DISPUTE, CaseView.OPEN, CaseView.ALL):
        ids = list(ctx.cases.list_case_ids(CaseQuery(view=view)))[:_LOOKED_AT]
        found = {case_id: ctx.evidence.list_case_evidence(case_id) for case_id in ids}
        best = max(found, key=lambda case_id: sum(item.exhibit is not None for item in found[case_id]), default=None)
        if best is not None and len(found[best]) > 2:
            return best
    return None


def whole_size(packet: Packet) -> int:
    """The bytes of all files of a packet; `size` alone is that of the one that lists them."""
    return sum(part.size for part in packet.parts) or packet.size


def as_preview(made: MadePacket, before: PacketPreview) -> PacketPreview:
    """A packet that was made, shown in the place of the preview it came from."""
    packet = made.packet
    return replace(
        before, path=made.kept, number=packet.number, pages=packet.pages, size=whole_size(packet),
        missing_glyphs=made.missing_glyphs, exhibits=made.exhibits,
    )  # fmt: skip
