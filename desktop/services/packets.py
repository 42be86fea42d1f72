"""Packets: made from a case for a receiver, kept with it and in its history with their hash."""

from __future__ import annotations

import hashlib
import threading
import zipfile
from collections.abc import Callable, Collection, Sequence
from io import BytesIO
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.packets.values import SealWish
from desktop.services.packet_building import PacketBuilder, Summary, chosen
from desktop.services.packet_checks import Finding, WholeFiles
from desktop.services.packet_files import keep_preview
from desktop.services.packet_gathering import PacketGathering
from desktop.services.packet_handing import Leave, PacketHanding, target_of
from desktop.services.packet_plans import PacketPlans, kept_summary
from desktop.services.packet_presets import PresetService
from desktop.services.packet_results import MadePacket, PacketPreview
from desktop.services.sealing import SealingService
from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.kinds import DisputeOutcome
from models.packet_records import Packet, PacketPlan
from models.records import CasePage, Evidence
from models.rules.packet_content import PacketContent
from models.rules.packet_due import packet_deadline
from models.rules.packet_fit import Refusal
from models.rules.packet_leaving import left_in
from models.rules.packet_parts import Language
from models.rules.weight_evidence import weigh
from models.store import case_page, cases, evidence, packets, weighings
from models.store.packets import MadeForCase
from models.store.transaction import Transaction

Progress = Callable[[int, int], None]


def _unseen(_done: int, _total: int) -> None:
    """Nobody is watching."""


def _never() -> bool:
    return False


class PacketService:
    """What can be done with packets. Safe to call from any thread; building waits for the decoder."""

    def __init__(
        self,
        bench: Workbench,
        decoder: Decoder,
        gathering: PacketGathering,
        plans: PacketPlans,
        presets: PresetService,
        sealing: SealingService,
    ) -> None:
        self._bench = bench
        self._gathering = gathering
        self._plans = plans
        self._presets = presets
        self._builder = PacketBuilder(bench, decoder, gathering, presets, sealing)
        self._previews = bench.store.folder.cache / "packet-previews"
        self._handing = PacketHanding(bench, self._previews)
        self._making = threading.Lock()
        self._whole = WholeFiles(bench.store.files)

    # Reading

    def list_packets(self, case_id: int) -> tuple[Packet, ...]:
        """The packets of a case and of those merged into it, newest first."""
        return packets.list_packets(self._bench.store.database, case_id)

    def list_all(self, *, case_id: int | None = None, outcome: DisputeOutcome | None = None) -> tuple[MadeForCase, ...]:
        """The packets of all cases, or of one, with the numbers of these, newest first; only those that ended so."""
        return packets.list_all(self._bench.store.database, case_id=case_id, outcome=outcome)

    def next_number(self, case_id: int) -> str:
        """The number the next packet of a case gets."""
        database = self._bench.store.database
        return packets.next_packet_number(database, case_id, cases.find_case(database, case_id).number)

    def handed_out(self, case_id: int, preset_id: str) -> tuple[Packet, ...]:
        """Those of a case made for a receiver that takes only one, newest first; none where it takes several."""
        if not self._presets.find(preset_id).one_submission:
            return ()
        return tuple(packet for packet in self.list_packets(case_id) if packet.preset == preset_id)

    def find_summary(self, case_id: int, language: Language) -> str | None:
        """The summary somebody wrote for the packets of this case; None when the draft stands."""
        return kept_summary(self._bench.store.database, case_id, language)

    def keep_summary(self, case_id: int, language: Language, text: str | None) -> None:
        """Keep a summary for this and later packets; None goes back to the draft. Each is one step of Undo.

        NotFound without the case; UserError `merged_stays`, and those of `checked_text`.
        """
        self._plans.keep_summary(case_id, language, text)

    def takes_weights(self, case_id: int) -> bool:
        """Whether the weights of this case go into its packets: as somebody chose, else where they help the shop."""
        chosen_before = self._plans.read(case_id).weights
        if chosen_before is not None:
            return chosen_before
        weighing = weighings.find_weighing(self._bench.store.database, case_id)
        return weighing is not None and weigh(weighing.weights).helps_shop

    def build_content(
        self,
        case_id: int,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: Summary = None,
    ) -> PacketContent:
        """What the packet of a case says, as data, by the plan kept; without `summary` the kept one, else the draft."""
        plan = plan or self._plans.read(case_id)
        return self._builder.gather(self._page(case_id), plan, evidence_ids, summary, self._bench.stamp())

    # Making

    def preview(
        self,
        case_id: int,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: Summary = None,
        *,
        progress: Progress = _unseen,
        cancelled: Callable[[], bool] = _never,
    ) -> PacketPreview:
        """The packet as files in memory and one PDF in the cache: nothing is recorded. Evidence not as imported is kept
        out and named; what does not fit the receiver is told in `refusals`.

        Raises Cancelled, NotFound, and EnvironmentFault when the cache cannot be written.
        """
        plan, stamp, page = plan or self._plans.read(case_id), self._bench.stamp(), self._page(case_id)
        content, kept_out = self._builder.gather_whole(
            page, plan, evidence_ids, summary, stamp, self._builder.changed_in(cancelled)
        )
        built = self._builder.fit(content, plan, progress, cancelled)
        fitted = built.fitted
        name = f"{case_id}-{hashlib.sha256(fitted.preview).hexdigest()[:24]}"
        path = keep_preview(self._previews, name, fitted.preview)
        return PacketPreview(
            path, content.head.number, fitted.pages, sum(len(each.content) for each in fitted.files),
            fitted.missing_glyphs, fitted.exhibits, content.summary, kept_out, fitted.meters, fitted.refusals,
            (*left_in(built.preset.form, self._gathering.leaving(content)), *self._handing.originals_leaving(built)),
            fitted.files,
            tuple(packet.number for packet in self.handed_out(case_id, plan.preset)), packet_deadline(page.clocks),
            tuple(each.evidence_id for each in content.kept_out if each.no_copy),
        )  # fmt: skip

    def make_packet(
        self,
        case_id: int,
        *,
        out: Path | None,
        plan: PacketPlan | None = None,
        evidence_ids: Sequence[int] | None = None,
        summary: Summary = None,
        seal: SealWish | None = None,
        progress: Progress = _unseen,
        cancelled: Callable[[], bool] = _never,
    ) -> MadePacket:
        """Write the packet to `out`, keep it as evidence, and note it with its hash in the history: all or nothing.

        `out`: a file (a ZIP for an archive); for receivers of several files a folder, in which one with the packet's
        number is made; where they take no PDF so large, a folder named as the file takes its place. Without it the
        packet is made for paper: kept and noted the same.

        Every evidence file is hashed first. EvidenceFault `evidence_changed` or `evidence_missing` with `number` and
        `exhibit` when one is not as imported; UserError `packet_does_not_fit` with `refusals`, and those of sealing;
        UserError or EnvironmentFault when `out` cannot be written; Cancelled.
        """
        plan = plan or self._plans.read(case_id)
        form = self._presets.find(plan.preset).form
        with self._making:
            stamp, page = self._bench.stamp(), self._page(case_id)
            number = packets.next_packet_number(self._bench.store.database, case_id, page.case.number)
            target = target_of(out, form, number, self._bench) if out is not None else None
            asked = chosen(page, evidence_ids)
            total = 2 * len(asked) + 2
            checked = self._checked(page, lambda done: progress(done, total), cancelled)
            content, _ = self._builder.gather_whole(page, plan, [item.id for item in asked], summary, stamp, checked)
            for each in content.kept_out:
                raise UserError("packet_version_missing", number=each.number)

            def told(done: int, of: int) -> None:
                progress(len(asked) + (len(asked) + 2) * done // max(of, 1), total)

            built = self._builder.fit(content, plan, told, cancelled)
            _refuse(plan, built.fitted.refusals)
            closed = self._builder.close(built, seal)
            _refuse(plan, closed.refusals)
            leave = Leave(page, plan, built, closed, self._plans.previous_id(case_id, plan))
            made = self._handing.hand_out(leave, target, cancelled)
            progress(total, total)
            return made

    def copy_packet(self, made: MadePacket | Packet, out: Path) -> Path:
        """Write a packet made before to another place, byte for byte; nothing new is noted. What is there then.

        Of an archive the PDF. EnvironmentFault `packet_copy_gone` when what is kept of it is gone or damaged.
        """
        packet = made.packet if isinstance(made, MadePacket) else made
        return self._handing.put_again(packet, self._kept_files(packet, made), out)

    def _kept_files(self, packet: Packet, made: MadePacket | Packet) -> list[tuple[str, bytes]]:
        gone = EnvironmentFault("packet_copy_gone", packet=packet.number)
        try:
            data = self._kept_bytes(packet)
        except (EvidenceFault, OSError) as error:
            raise gone from error
        if not packet.several:
            return [(f"{packet.number}.pdf", data)]
        wanted = {each.name: each.sha256 for each in packet.parts}
        try:
            with zipfile.ZipFile(BytesIO(data)) as kept:
                files = [(name, kept.read(name)) for name in wanted]
        except (zipfile.BadZipFile, KeyError, OSError) as error:
            raise gone from error
        if any(hashlib.sha256(content).hexdigest() != wanted[name] for name, content in files):
            raise gone
        return files

    def _kept_bytes(self, packet: Packet) -> bytes:
        """What is kept of it as evidence, its hash checked."""
        database = self._bench.store.database
        if packet.evidence_id is None:
            raise EnvironmentFault("packet_copy_gone", packet=packet.number)
        return self._bench.store.files.read(evidence.find_evidence(database, packet.evidence_id).sha256)

    def _checked(
        self, page: CasePage, told: Callable[[int], None], cancelled: Callable[[], bool]
    ) -> Callable[[Sequence[Evidence], Sequence[Evidence]], Collection[int]]:
        """The check of a packet that goes out: every file is read, the first that is not as imported stops it."""
        first = True

        def check(items: Sequence[Evidence], files: Sequence[Evidence]) -> Collection[int]:
            nonlocal first
            finding = self._whole.first_finding(items, files, told if first else lambda _done: None, cancelled)
            first = False
            if finding is not None:
                self._mark(page.case.id, finding)
                raise finding.fault()
            return ()

        return check

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


def _refuse(plan: PacketPlan, refusals: Sequence[Refusal]) -> None:
    if refusals:
        codes = ", ".join(dict.fromkeys(each.code for each in refusals))
        raise UserError("packet_does_not_fit", preset=plan.preset, codes=codes, refusals=tuple(refusals))
