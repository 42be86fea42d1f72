"""Packets: made from a case, kept in its history with their hash."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.packets.values import NotInert, PacketFile, SealWish
from desktop.services.cases import checked_text
from desktop.services.packet_checks import Finding, WholeFiles
from desktop.services.packet_files import Outgoing, check_target, keep_preview
from desktop.services.packet_gathering import PacketGathering
from desktop.services.packet_pictures import EvidencePictures
from desktop.services.packet_plans import SUMMARY_LIMIT, PacketPlans, kept_summary, summary_key
from desktop.services.packet_results import MadePacket, PacketPreview
from desktop.services.picture_cache import PictureCache
from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault, NotFound
from models.kinds import Integrity
from models.packet_records import PacketPlan
from models.records import CasePage, Evidence, Packet
from models.rules.packet_content import ExhibitChoice, PacketContent
from models.rules.packet_parts import Language
from models.rules.weight_evidence import weigh
from models.store import case_page, evidence, history, packets, shops, weighings
from models.store.history import Stamp
from models.store.transaction import Transaction

Progress = Callable[[int, int], None]


def _unseen(_done: int, _total: int) -> None:
    """Nobody is watching."""


def _never() -> bool:
    return False


class PacketService:
    """What can be done with packets. Safe to call from any thread; building waits for the decoder."""

    def __init__(self, bench: Workbench, decoder: Decoder, gathering: PacketGathering, plans: PacketPlans) -> None:
        self._bench = bench
        self._gathering = gathering
        self._plans = plans
        self._decoder = decoder
        self._files = bench.store.files
        cache = bench.store.folder.cache
        self._pictures = PictureCache(cache / "packet-pictures")
        self._previews = cache / "packet-previews"
        self._making = threading.Lock()
        self._whole = WholeFiles(bench.store.files)

    # Reading

    def list_packets(self, case_id: int) -> tuple[Packet, ...]:
        """The packets of a case, newest first."""
        return packets.list_packets(self._bench.store.database, case_id)

    def propose_exhibits(self, case_id: int) -> tuple[ExhibitChoice, ...]:
        """The numbered exhibits in their order; all evidence when none is numbered. Nothing known to be changed."""
        page = self._page(case_id)
        return tuple(ExhibitChoice(item) for item in _proposed(page.evidence) if item.integrity is Integrity.VERIFIED)

    def find_summary(self, case_id: int, language: Language) -> str | None:
        """The summary somebody wrote for the packets of this case; None when the draft stands."""
        return kept_summary(self._bench.store.database, case_id, language)

    def keep_summary(self, case_id: int, language: Language, text: str | None) -> None:
        """Keep a summary for this and later packets; None goes back to the draft."""
        found = shops.read_settings(self._bench.store.database).get(summary_key(case_id))
        kept = dict(found) if isinstance(found, Mapping) else {}
        if text is None:
            kept.pop(language, None)
        else:
            kept[language] = checked_text(text, limit=SUMMARY_LIMIT)
        with self._bench.store.write(self._bench.stamp()) as transaction:
            shops.write_setting(transaction, summary_key(case_id), kept)

    def takes_weights(self, case_id: int) -> bool:
        """Whether the weights of this case go into its packets: as somebody chose, else where they help the shop."""
        chosen = self._plans.read(case_id).weights
        if chosen is not None:
            return chosen
        weighing = weighings.find_weighing(self._bench.store.database, case_id)
        return weighing is not None and weigh(weighing.weights).helps_shop

    def keep_weights(self, case_id: int, wanted: bool) -> None:
        """Say whether the weights go into this and later packets of the case."""
        self._plans.keep(case_id, replace(self._plans.read(case_id), weights=wanted))

    def build_content(
        self,
        case_id: int,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: str | None = None,
    ) -> PacketContent:
        """What the packet of a case says, as data, by the plan kept; without `summary` the kept one, else the draft."""
        return self._content(case_id, plan or self._plans.read(case_id), evidence_ids, summary, self._bench.stamp())

    # Making

    def preview(
        self,
        case_id: int,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: str | None = None,
        *,
        progress: Progress = _unseen,
        cancelled: Callable[[], bool] = _never,
    ) -> PacketPreview:
        """The packet as a file in the cache: nothing is recorded. Evidence not as imported is kept out and named.

        Raises Cancelled, and EnvironmentFault when the cache cannot be written.
        """
        stamp = self._bench.stamp()
        page = self._page(case_id)
        chosen = _chosen(page, evidence_ids)
        files = self._files_of(page, chosen)
        kept_out = [item.id for item in chosen if not self._whole.is_whole(item, files, cancelled)]
        plan = plan or self._plans.read(case_id)
        content = self._content(case_id, plan, evidence_ids, summary, stamp, kept_out)
        made, data = self._build(content, progress, cancelled)
        path = keep_preview(self._previews, _file_name(case_id, made), data)
        return PacketPreview(
            path, content.head.number, made.pages, made.size, made.missing_glyphs, made.exhibits, content.summary,
            tuple(kept_out),
        )  # fmt: skip

    def make_packet(
        self,
        case_id: int,
        *,
        out: Path | None,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: str | None = None,
        seal: SealWish | None = None,
        progress: Progress = _unseen,
        cancelled: Callable[[], bool] = _never,
    ) -> MadePacket:
        """Write the packet to `out` and note it, with its hash, in the case's history: both or neither.

        Without `out` it is made for paper: noted the same, its file kept in the cache only.

        Every evidence file is hashed first. EvidenceFault `evidence_changed` or `evidence_missing` with `number` and
        `exhibit` when one is not as imported; UserError or EnvironmentFault when `out` cannot be written; Cancelled.
        """
        target = check_target(out, self._bench.store.folder) if out is not None else None
        with self._making:
            stamp = self._bench.stamp()
            page = self._page(case_id)
            chosen = _chosen(page, evidence_ids)
            total = 2 * len(chosen) + 2
            files = self._files_of(page, chosen)
            finding = self._whole.first_finding(chosen, files, lambda done: progress(done, total), cancelled)
            if finding is not None:
                self._mark(case_id, finding)
                raise finding.fault()
            plan = plan or self._plans.read(case_id)
            content = self._content(case_id, plan, [item.id for item in chosen], summary, stamp)
            made, data = self._build(content, lambda done, _: progress(len(chosen) + done, total), cancelled)
            return self._hand_out(page, plan, content, made, data, target, [item.id for item in chosen])

    def copy_packet(self, made: MadePacket, out: Path) -> None:
        """Write a packet made before to another file, byte for byte; nothing new is noted.

        EnvironmentFault `packet_copy_gone` when the copy in the cache is gone or damaged.
        """
        target = check_target(out, self._bench.store.folder)
        try:
            data = made.kept.read_bytes()
        except OSError as error:
            raise EnvironmentFault("packet_copy_gone", packet=made.packet.number) from error
        if hashlib.sha256(data).hexdigest() != made.packet.sha256:
            raise EnvironmentFault("packet_copy_gone", packet=made.packet.number)
        outgoing = Outgoing(target, data)
        try:
            outgoing.put()
        except BaseException:
            outgoing.drop()
            raise

    def _hand_out(
        self,
        page: CasePage,
        plan: PacketPlan,
        content: PacketContent,
        made: PacketFile,
        data: bytes,
        target: Path | None,
        used: Sequence[int],
    ) -> MadePacket:
        """File, packet row and history in one step: the rename is the last thing before the commit."""
        case_id, head = page.case.id, content.head
        kept = keep_preview(self._previews, _file_name(case_id, made), data)
        outgoing = Outgoing(target, data) if target is not None else None

        def work(transaction: Transaction) -> Packet:
            packet = packets.add_packet(
                transaction,
                Packet(
                    id=0, case_id=case_id, number=head.number, language=content.wanted_language.value,
                    made_at=head.made_at, made_by=head.made_by, pages=made.pages, size=made.size, sha256=made.sha256,
                    preset=plan.preset, addressee=head.addressee, plan=plan,
                    previous_id=self._plans.previous_id(case_id, plan),
                ),
            )  # fmt: skip
            for evidence_id in used:
                transaction.mark_verified(evidence_id, Integrity.VERIFIED)
            transaction.record(
                "packet_made", entity="packet", entity_id=packet.id, case_id=case_id,
                details={
                    "packet": packet.number, "pages": packet.pages, "size": packet.size, "sha256": packet.sha256,
                    "language": packet.language, "exhibits": len(content.exhibits),
                },
            )  # fmt: skip
            if outgoing is not None:
                outgoing.put()
            return packet

        try:
            values = {"packet": head.number, "pages": made.pages}
            packet = self._bench.act("packet_made", work, values=values, undoable=False)
        except BaseException:
            if outgoing is not None:
                outgoing.drop()
            raise
        self._note_head()
        return MadePacket(packet, target or kept, kept, made.missing_glyphs, made.exhibits)

    def _note_head(self) -> None:
        """Write the chain's head outside the database; the packet prints the one before."""
        store = self._bench.store
        head = history.read_head(store.database)
        try:
            store.files.note_anchor(head.seq, head.hash, self._bench.clock.now())
        except OSError:
            # The packet and its record are safe; the next start or end of the program notes the head again.
            return

    def _build(
        self, content: PacketContent, progress: Progress, cancelled: Callable[[], bool]
    ) -> tuple[PacketFile, bytes]:
        # What draws and reads PDFs takes 0.5 s to load: with the first packet, not with the window.
        from desktop.packets.build import build_packet
        from desktop.packets.scan import scan_bytes

        pictures = EvidencePictures(self._files, self._decoder, self._pictures, content.language)
        buffer = BytesIO()
        made = build_packet(content, pictures, out=buffer, progress=progress, cancelled=cancelled)
        data = buffer.getvalue()
        found = scan_bytes(data)
        if found or hashlib.sha256(data).hexdigest() != made.sha256:
            raise NotInert(found)
        return made, data

    def _files_of(self, page: CasePage, chosen: Sequence[Evidence]) -> tuple[Evidence, ...]:
        """The evidence of the case, and what copies in it were made of that stands in another one by now."""
        known = {item.id for item in page.evidence}
        away = dict.fromkeys(item.parent_id for item in chosen if item.parent_id is not None)
        database = self._bench.store.database
        return (*page.evidence, *(evidence.find_evidence(database, each) for each in away if each not in known))

    def _content(
        self,
        case_id: int,
        plan: PacketPlan,
        evidence_ids: Sequence[int] | None,
        summary: str | None,
        stamp: Stamp,
        unfit: Collection[int] = (),
    ) -> PacketContent:
        return self._gathering.content(
            case_id, plan, evidence_ids=evidence_ids, summary=summary, now=stamp.now, made_by=stamp.person, unfit=unfit
        )

    def _mark(self, case_id: int, finding: Finding) -> None:
        item = finding.item

        def work(transaction: Transaction) -> None:
            transaction.mark_verified(item.id, finding.integrity)
            transaction.record(
                "evidence_verified", entity="evidence", entity_id=item.id, case_id=case_id,
                details={"count": 1, "bad": 1, "number": item.number},
            )  # fmt: skip

        self._bench.act("evidence_verified", work, undoable=False)

    def _page(self, case_id: int) -> CasePage:
        return case_page.load_page(self._bench.store.database, case_id)


def _file_name(case_id: int, made: PacketFile) -> str:
    return f"{case_id}-{made.sha256[:24]}"


def _proposed(items: Sequence[Evidence]) -> list[Evidence]:
    """Numbered exhibits in order; when nobody has numbered any, everything that is as imported."""
    numbered = [item for item in items if item.exhibit is not None]
    return numbered or [item for item in items if item.integrity is Integrity.VERIFIED]


def _chosen(page: CasePage, evidence_ids: Sequence[int] | None) -> list[Evidence]:
    """The evidence of these ids in their order; NotFound if one is not of this case."""
    if evidence_ids is None:
        return _proposed(page.evidence)
    by_id = {item.id: item for item in page.evidence}
    for evidence_id in evidence_ids:
        if evidence_id not in by_id:
            raise NotFound("evidence_not_found", evidence=evidence_id)
    return [by_id[evidence_id] for evidence_id in dict.fromkeys(evidence_ids)]
