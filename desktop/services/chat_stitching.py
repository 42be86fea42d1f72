"""Screenshots of one chat joined to a long picture, long pictures cut for paper; the originals stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.decoder.client import Decoder
from desktop.decoder.protocol import MAX_PIXELS, MAX_SIDE, Operation
from desktop.decoder.results import MadeFile, MediaFormat, MediaKind, NoPreview
from desktop.exporters.bare_check import is_plain_png
from desktop.services.cases import checked_text
from desktop.services.evidence import CAPTION_LIMIT
from desktop.services.evidence_intake import AddedEvidence, EvidenceIntake
from desktop.services.stitch_answers import BadAnswerError, cuts_from, seams_from
from desktop.services.stitch_plans import CutPlan, JoinPlan, Seam, SeamState, StripPart
from desktop.services.workbench import Workbench
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation
from models.kinds import MediaKind as EvidenceKind
from models.records import Evidence
from models.rules.page_cuts import page_rows, papers
from models.store import evidence

MOST_PARTS = 24
MOST_PAGES = 99
_AT_ONCE = 4
_GOOD = {SeamState.SURE: 1.0, SeamState.AMBIGUOUS: 0.5, SeamState.LOOK: 0.3}

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What is known of two screenshots one under the other; `worth` 0 where they do not fit."""

    seam: Seam
    worth: float
    same: bool = False


class ChatStitching:
    """Plans are made by `propose` and `propose_cuts`, changed by whoever looks at them, and carried out as they are."""

    def __init__(self, bench: Workbench, decoder: Decoder, intake: EvidenceIntake) -> None:
        self._bench = bench
        self._decoder = decoder
        self._intake = intake
        self._files = bench.store.files

    def can_join(self, items: Sequence[Evidence]) -> bool:
        """Whether these may be screenshots of one chat: two or more pictures of one case."""
        pictures = all(is_picture(item) for item in items)
        return 2 <= len(items) <= MOST_PARTS and pictures and len({item.case_id for item in items}) == 1

    def propose(
        self,
        evidence_ids: Sequence[int],
        *,
        keep_order: bool = False,
        progress: Progress = lambda done, total: None,
        cancelled: Cancelled = lambda: False,
    ) -> JoinPlan:
        """How these go together. The order is kept where it fits (or if asked), else found. Waits: for the I/O pool.

        UserError `chat_parts` for fewer than 2 or more than 24, `evidence_of_two_cases`, `chat_not_picture` with its
        number, `cancelled`; EvidenceFault if an original is not as imported.
        """
        ids = tuple(dict.fromkeys(evidence_ids))
        if not 2 <= len(ids) <= MOST_PARTS:
            raise UserError("chat_parts", count=len(ids), most=MOST_PARTS)
        parts = self._parts(ids, cancelled)
        count = len(parts)
        chain = [(at, at + 1) for at in range(count - 1)]
        known = self._look(parts, chain, progress, cancelled)
        order = list(range(count))
        fits = all(known[pair].worth and known[pair].seam.state is SeamState.SURE for pair in chain)
        if not fits and not keep_order:
            every = [(upper, lower) for upper in range(count) for lower in range(count) if upper != lower]
            rest = [pair for pair in every if pair not in known]
            known |= self._look(parts, rest, progress, cancelled)
            order = ordered(count, known)
        doubles = {lower for (upper, lower), found in known.items() if found.same and upper < lower}
        kept = [at for at in order if at not in doubles]
        missing = [pair for pair in zip(kept, kept[1:], strict=False) if pair not in known]
        known |= self._look(parts, missing, progress, cancelled)
        seams = tuple(known[pair].seam for pair in zip(kept, kept[1:], strict=False))
        return JoinPlan(
            tuple(parts[at] for at in kept),
            seams,
            reordered=kept != sorted(kept),
            doubles=tuple(parts[at] for at in sorted(doubles)),
        )

    def join(self, plan: JoinPlan, *, caption: str = "", cancelled: Cancelled = lambda: False) -> AddedEvidence:
        """Make the picture and keep it, made of the screenshots in their order; one action with its undo.

        UserError `chat_too_long` beyond 50 million pixels or 65,535 rows: make two of `plan.halves()`.
        """
        checked_text(caption, limit=CAPTION_LIMIT)
        if not plan.parts or len(plan.seams) != len(plan.parts) - 1:
            raise UserError("chat_parts", count=len(plan.parts), most=MOST_PARTS)
        width, height = plan.size()
        if not plan.fits():
            raise UserError("chat_too_long", pixels=width * height, most=MAX_PIXELS)
        items = self._originals([part.evidence_id for part in plan.parts], cancelled)
        boxes = [
            (item, 0, top, part.width, bottom)
            for item, part, (top, bottom) in zip(items, plan.parts, plan.spans(), strict=True)
        ]
        made = self._made(boxes, width, height)
        if cancelled():
            raise UserError("cancelled")
        first, last = plan.parts[0], plan.parts[-1]
        tags = {item.tag for item in items}
        details = {
            "rows": _listed(f"{part.number}: {top}–{bottom}" for part, (top, bottom) in _spanned(plan)),
            "seams": _listed(f"{seam.state.value} {seam.rows} ({seam.head}/{seam.foot})" for seam in plan.seams),
            "hashes": _listed(part.sha256 for part in plan.parts),
        }
        return self._intake.add_derived(
            [part.evidence_id for part in plan.parts],
            made.data,
            f"chat_{first.number}-{last.number}.png",
            Derivation.STITCHED,
            caption=caption,
            tag=tags.pop() if len(tags) == 1 else "",
            details=details,
            media=EvidenceKind.CHAT,
        )

    def propose_cuts(self, evidence_id: int, paper: str = "a4") -> CutPlan:
        """Where to cut a long picture for pages of `a4` or `letter`. Waits: for the I/O pool."""
        if paper not in papers():
            raise UserError("chat_paper", paper=paper)
        part = self._parts([evidence_id], lambda: False)[0]
        page = page_rows(part.width, paper)
        path = self._files.path(part.sha256)
        answer = self._decoder.data(path, Operation.CUTS, {"page": max(page, 64)})
        if isinstance(answer, NoPreview):
            raise UserError("chat_not_picture", number=part.number, reason=answer.reason.value)
        try:
            cuts, gaps, inner = cuts_from(answer, part.height, max(page, 64))
        except BadAnswerError as error:
            raise EvidenceFault("chat_not_read", number=part.number) from error
        return CutPlan(part, paper, max(page, 64), cuts, gaps, inner)

    def cut(
        self,
        plan: CutPlan,
        *,
        caption: str = "",
        progress: Progress = lambda done, total: None,
        cancelled: Cancelled = lambda: False,
    ) -> tuple[AddedEvidence, ...]:
        """Make the pages and keep them, captioned `caption 1/4`: one action with its undo.

        UserError `chat_fits_a_page` if there is nothing to cut, `chat_too_many_pages` beyond 99.
        """
        checked_text(caption, limit=CAPTION_LIMIT)
        spans = plan.spans()
        if len(spans) < 2:
            raise UserError("chat_fits_a_page", number=plan.part.number)
        if len(spans) > MOST_PAGES:
            raise UserError("chat_too_many_pages", count=len(spans), most=MOST_PAGES)
        item = self._originals([plan.part.evidence_id], cancelled)[0]
        pages, details = [], []
        named = (caption or item.caption)[: CAPTION_LIMIT - 8]
        for number, (top, bottom) in enumerate(spans, 1):
            progress(number - 1, len(spans))
            if cancelled():
                raise UserError("cancelled")
            made = self._made([(item, 0, top, plan.part.width, bottom)], plan.part.width, bottom - top)
            share = f"{number}/{len(spans)}"
            pages.append((made.data, f"chat_{item.number}_{number}of{len(spans)}.png", f"{named} {share}".strip()))
            through = plan.cuts[number - 1].kind.value if number <= len(plan.cuts) else ""
            details.append({"rows": f"{top}–{bottom}", "paper": plan.paper, "cut": through, "hashes": item.sha256})
        progress(len(spans), len(spans))
        return self._intake.add_pages(
            item.id, pages, Derivation.CUT, tag=item.tag, details=details, media=EvidenceKind.CHAT
        )

    def _parts(self, ids: Sequence[int], cancelled: Cancelled) -> list[StripPart]:
        parts = []
        for item in self._originals(ids, cancelled):
            facts = self._decoder.probe(self._files.path(item.sha256), name=item.original_name)
            if facts.no_preview is not None or not (0 < facts.width <= MAX_SIDE and 0 < facts.height <= MAX_SIDE):
                reason = facts.no_preview.value if facts.no_preview is not None else ""
                raise UserError("chat_not_picture", number=item.number, reason=reason)
            name = item.caption or item.original_name
            parts.append(StripPart(item.id, item.number, name, item.sha256, facts.width, facts.height))
        return parts

    def _originals(self, ids: Sequence[int], cancelled: Cancelled) -> list[Evidence]:
        """The evidence, each hashed again just before it is used. EvidenceFault if one is not as imported."""
        items = [evidence.find_evidence(self._bench.store.database, each) for each in ids]
        if len({item.case_id for item in items}) != 1:
            raise UserError("evidence_of_two_cases")
        for item in items:
            if not is_picture(item):
                raise UserError("chat_not_picture", number=item.number, reason="")
            if cancelled():
                raise UserError("cancelled")
            found = self._files.hash_file(item.sha256)
            if found != item.sha256:
                raise EvidenceFault("evidence_missing" if found is None else "evidence_changed", sha256=item.sha256)
        return items

    def _look(
        self, parts: Sequence[StripPart], pairs: Sequence[_Pair], progress: Progress, cancelled: Cancelled
    ) -> dict[_Pair, Found]:
        by_upper: dict[int, list[int]] = {}
        for upper, lower in pairs:
            by_upper.setdefault(upper, []).append(lower)
        known: dict[_Pair, Found] = {}
        for upper, lowers in by_upper.items():
            for begin in range(0, len(lowers), _AT_ONCE):
                if cancelled():
                    raise UserError("cancelled")
                progress(len(known), len(pairs))
                some = lowers[begin : begin + _AT_ONCE]
                known |= self._overlaps(parts, upper, some)
        progress(len(pairs), len(pairs))
        return known

    def _overlaps(self, parts: Sequence[StripPart], upper: int, lowers: Sequence[int]) -> dict[_Pair, Found]:
        path = self._files.path(parts[upper].sha256)
        others = [str(self._files.path(parts[lower].sha256).absolute()) for lower in lowers]
        answer = self._decoder.data(path, Operation.OVERLAP, {"lowers": others})
        if isinstance(answer, NoPreview):
            # The one of several that cannot be opened is found by asking for each.
            if len(lowers) > 1:
                return {pair: found for low in lowers for pair, found in self._overlaps(parts, upper, [low]).items()}
            return {(upper, lowers[0]): Found(Seam(SeamState.NONE), 0.0)}
        try:
            seams = seams_from(answer, parts[upper], [parts[lower] for lower in lowers])
        except BadAnswerError as error:
            raise EvidenceFault("chat_not_read", number=parts[upper].number) from error
        found = {}
        for lower, said in zip(lowers, seams, strict=True):
            if said is None:
                found[(upper, lower)] = Found(Seam(SeamState.NONE), 0.0, same=True)
            else:
                found[(upper, lower)] = Found(said[0], said[1] * _GOOD.get(said[0].state, 0.0))
        return found

    def _made(self, boxes: Sequence[tuple[Evidence, int, int, int, int]], width: int, height: int) -> MadeFile:
        """The picture of these parts; what comes back has to be what was asked for."""
        listed = [[str(self._files.path(item.sha256).absolute()), *box] for item, *box in boxes]
        made = self._decoder.made(
            self._files.path(boxes[0][0].sha256), Operation.JOIN, MediaFormat.PNG, {"parts": listed}
        )
        if isinstance(made, NoPreview):
            raise EvidenceFault("chat_not_made", reason=made.reason.value)
        as_asked = (made.width, made.height) == (width, height)
        if not as_asked or not is_plain_png(made.data, width, height):
            raise EvidenceFault("chat_not_made", reason="")
        return made


def is_picture(item: Evidence) -> bool:
    """Whether evidence is a still picture, by its bytes as read at import."""
    return item.format in {each.value for each in MediaFormat if each.kind is MediaKind.IMAGE}


def ordered(count: int, known: Mapping[_Pair, Found]) -> list[int]:
    """The order in which most content goes on: the best neighbours first, what fits nowhere where it was chosen."""
    below: dict[int, int] = {}
    above: dict[int, int] = {}
    for (upper, lower), found in sorted(known.items(), key=lambda each: -each[1].worth):
        if not found.worth or upper in below or lower in above or _end(below, lower) == upper:
            continue
        below[upper], above[lower] = lower, upper
    order: list[int] = []
    for first in range(count):
        # A chain stands where the earliest chosen of its screenshots stood.
        if first in order:
            continue
        top = first
        while top in above:
            top = above[top]
        while top not in order:
            order.append(top)
            if top not in below:
                break
            top = below[top]
    return order


def _end(below: dict[int, int], at: int) -> int:
    while at in below:
        at = below[at]
    return at


def _spanned(plan: JoinPlan) -> zip[tuple[StripPart, tuple[int, int]]]:
    return zip(plan.parts, plan.spans(), strict=True)


def _listed(words: Iterable[str]) -> str:
    return "; ".join(words)
