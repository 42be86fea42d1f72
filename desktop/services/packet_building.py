"""From the plan of a case to finished files: gathered from whole evidence, fitted to the receiver, closed as wished."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.decoder.client import Decoder
from desktop.packets.values import Fitted, NotInert, OutFile, Sealed, SealWish
from desktop.platform.own_memory import give_back
from desktop.services.packet_checks import WholeFiles
from desktop.services.packet_gathering import PacketGathering
from desktop.services.packet_pictures import EvidencePictures
from desktop.services.packet_presets import PresetService
from desktop.services.picture_cache import PictureCache
from desktop.services.sealing import SealingService
from desktop.services.workbench import Workbench
from models.errors import NotFound, UserError
from models.kinds import PacketForm
from models.packet_records import PacketPlan
from models.records import CasePage, Evidence
from models.rules.packet_fit import Refusal
from models.rules.packet_parts import PacketContent
from models.rules.packet_presets import PacketPreset
from models.rules.packet_versions import proposed
from models.store import evidence
from models.store.history import Stamp

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]
Summary = str | Mapping[str, str] | None
"""A summary in the first language of the packet, or by language; None for the one kept or drafted."""


@dataclass(frozen=True, slots=True)
class Built:
    """A packet as it would go out: what it says, for whom, what came of it, and the evidence it shows."""

    content: PacketContent
    preset: PacketPreset
    fitted: Fitted
    shown: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """Its files after closing, the first signature and stamp found, and what does not fit any more."""

    files: tuple[OutFile, ...]
    sealed: Sealed
    refusals: tuple[Refusal, ...]


class PacketBuilder:
    """Gathers, fits and closes; writes nothing but pictures into the cache. Waits for the decoder."""

    def __init__(
        self,
        bench: Workbench,
        decoder: Decoder,
        gathering: PacketGathering,
        presets: PresetService,
        sealing: SealingService,
    ) -> None:
        self._bench = bench
        self._decoder = decoder
        self._gathering = gathering
        self._presets = presets
        self._sealing = sealing
        self._cache = PictureCache(bench.store.folder.cache / "packet-pictures")
        self._whole = WholeFiles(bench.store.files)

    def gather(
        self,
        page: CasePage,
        plan: PacketPlan,
        evidence_ids: Sequence[int] | None,
        summary: Summary,
        stamp: Stamp,
        *,
        unfit: Collection[int] = (),
        whole: Collection[int] = (),
    ) -> PacketContent:
        """What the packet says now, of the files found `whole` and without those found `unfit`."""
        return self._gathering.content(
            page.case.id, plan, evidence_ids=evidence_ids, summary=summary, now=stamp.now, made_by=stamp.person,
            unfit=unfit, whole=whole,
        )  # fmt: skip

    def gather_whole(
        self,
        page: CasePage,
        plan: PacketPlan,
        evidence_ids: Sequence[int] | None,
        summary: Summary,
        stamp: Stamp,
        check: Callable[[Sequence[Evidence], Sequence[Evidence]], Collection[int]],
    ) -> tuple[PacketContent, tuple[int, ...]]:
        """What the packet says of the files that are as imported, and the ids of those that are not.

        `check(items, files)` gives the ids of items that are not, themselves or what they were made of among `files`.
        Without one version another may be shown, so it goes on until every file shown was checked.
        """
        asked = chosen(page, evidence_ids)
        unfit, whole, todo = set[int](), set[int](), list(asked)
        while True:
            if todo:
                bad = set(check(todo, self.files_of(page, todo)))
                unfit |= bad
                whole |= {item.id for item in todo} - bad
            content = self.gather(page, plan, [item.id for item in asked], summary, stamp, unfit=unfit, whole=whole)
            todo = [item for item in shown_in(content) if item.id not in unfit | whole]
            if not todo:
                return content, tuple(sorted(unfit | {each.evidence_id for each in content.kept_out}))

    def changed_in(self, cancelled: Asked) -> Callable[[Sequence[Evidence], Sequence[Evidence]], Collection[int]]:
        """The check of previews: what was read before and not touched since is not read again."""
        return lambda items, files: {item.id for item in items if not self._whole.is_whole(item, files, cancelled)}

    def fit(self, content: PacketContent, plan: PacketPlan, progress: Progress, cancelled: Asked) -> Built:
        """The files of the packet within what its receiver takes, or with refusals. Raises Cancelled, NotInert."""
        # What draws and reads PDFs takes 0.5 s to load: with the first packet, not with the window.
        from desktop.packets.fitting import fit
        from desktop.packets.scan import scan_bytes

        preset = self._presets.find(plan.preset)
        pictures = EvidencePictures(self._bench.store.files, self._decoder, self._cache, content.language)
        try:
            fitted = fit(content, pictures, preset, texts=plan.texts, progress=progress, cancelled=cancelled)
        finally:
            pictures.release()
            give_back()
        for each in fitted.files:
            found = scan_bytes(each.content) if each.format == "pdf" else ()
            if found:
                raise NotInert(found)
        return Built(content, preset, fitted, shown_in(content))

    def close(self, built: Built, wish: SealWish | None) -> Closed:
        """Every PDF of it signed and locked as wished, then measured again.

        UserError `packet_seal_needs_pdf` where there is none to close; and those of sealing.
        """
        files = built.fitted.files
        if wish is None or not (wish.password or wish.sign):
            return Closed(files, Sealed(b""), ())
        if not any(each.format == "pdf" for each in files):
            raise UserError("packet_seal_needs_pdf")
        closed: list[OutFile] = []
        first: Sealed | None = None
        for each in files:
            if each.format != "pdf":
                closed.append(each)
                continue
            sealed = self._sealing.seal(each.content, wish)
            first = first or replace(sealed, content=b"")
            closed.append(replace(each, content=sealed.content))
        return Closed(tuple(closed), first or Sealed(b""), tuple(too_large(built.preset, closed)))

    def files_of(self, page: CasePage, items: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The evidence of the case, and what copies in it were made of that stands in another one by now."""
        known = {item.id for item in page.evidence}
        away = dict.fromkeys(item.parent_id for item in items if item.parent_id is not None)
        database = self._bench.store.database
        return (*page.evidence, *(evidence.find_evidence(database, each) for each in away if each not in known))


def too_large(preset: PacketPreset, files: Sequence[OutFile]) -> Iterator[Refusal]:
    """What closing made too large: a signature takes room of its own."""
    total = sum(len(each.content) for each in files if each.format != "txt")
    if preset.total_bytes is not None and total > preset.total_bytes and preset.form is not PacketForm.ARCHIVE:
        yield Refusal("bytes_over", {"used": total, "limit": preset.total_bytes})
    for each in files:
        if preset.file_bytes is not None and len(each.content) > preset.file_bytes:
            yield Refusal("file_bytes_over", {"used": len(each.content), "limit": preset.file_bytes, "file": each.name})


def chosen(page: CasePage, evidence_ids: Sequence[int] | None) -> list[Evidence]:
    """The evidence of these ids in their order, else that proposed; NotFound if one is not of this case."""
    if evidence_ids is None:
        return list(proposed(page.evidence))
    by_id = {item.id: item for item in page.evidence}
    for evidence_id in evidence_ids:
        if evidence_id not in by_id:
            raise NotFound("evidence_not_found", evidence=evidence_id)
    return [by_id[evidence_id] for evidence_id in dict.fromkeys(evidence_ids)]


def shown_in(content: PacketContent) -> tuple[Evidence, ...]:
    """Every file a packet shows something of, and those they were made of, each once and in order."""
    found: dict[int, Evidence] = {}
    for side in (content, content.second):
        for page in side.exhibits if side is not None else ():
            originals = (page.original,) if page.original is not None else ()
            for item in (page.evidence, *(shot.evidence for shot in page.shots), *originals):
                found.setdefault(item.id, item)
    return tuple(found.values())


def digest(content: bytes) -> str:
    """The SHA-256 of bytes."""
    return hashlib.sha256(content).hexdigest()
