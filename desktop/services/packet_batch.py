"""Packets of several cases at once, each by its own kept plan: what would happen, made for paper or into a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from desktop.packets.values import Cancelled
from desktop.services.packet_files import write_fault
from desktop.services.packet_plans import PacketPlans
from desktop.services.packet_presets import PresetService
from desktop.services.packet_results import MadePacket, PacketPreview
from desktop.services.packets import PacketService
from desktop.services.workbench import Workbench
from models.errors import AftercaseError
from models.kinds import PacketForm, Paper
from models.records import Packet
from models.rules.packet_fit import Refusal
from models.store import cases, fsops
from models.store.transaction import Transaction

MOST_CASES = 200
_PDF_FORMS = (PacketForm.PDF, PacketForm.ARCHIVE)


class BatchState(StrEnum):
    """Where one case of a batch stands."""

    WAITING = "waiting"
    READY = "ready"
    REFUSED = "refused"
    MADE = "made"
    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class BatchLine:
    """One case: its packet's number, receiver and pages once looked at; why it cannot be, as the receiver's refusals
    or an error; `leaving` how many details of people leave the shop with it; `path` the PDF shown or made.
    """

    case_id: int
    number: str
    buyer: str
    state: BatchState = BatchState.WAITING
    packet: str = ""
    preset: str = ""
    paper: Paper = Paper.A4
    form: PacketForm = PacketForm.PDF
    pages: int = 0
    leaving: int = 0
    refusals: tuple[Refusal, ...] = ()
    error: AftercaseError | None = None
    path: Path | None = None
    made: MadePacket | None = None


class PacketBatch:
    """Each case for itself: one that cannot be is named and the others go on."""

    def __init__(
        self, bench: Workbench, packets: PacketService, plans: PacketPlans, presets: PresetService
    ) -> None:  # fmt: skip
        self._bench, self._packets, self._plans, self._presets = bench, packets, plans, presets
        self._kept = bench.store.folder.cache / "packet-batch"

    def lines(self, case_ids: Sequence[int]) -> tuple[BatchLine, ...]:
        """The cases in their order, each once, at most MOST_CASES."""
        self.forget()
        ids = list(dict.fromkeys(case_ids))[:MOST_CASES]
        rows = cases.load_rows(self._bench.store.database, ids)
        return tuple(BatchLine(i, rows[i].number, rows[i].buyer_nick) for i in ids if i in rows)

    def look(self, line: BatchLine, cancelled: Callable[[], bool]) -> BatchLine:
        """What its packet would be now. Raises Cancelled."""
        try:
            found = self._packets.preview(line.case_id, cancelled=cancelled)
            plan = self._plans.read(line.case_id)
            form = self._presets.find(plan.preset).form
        except AftercaseError as error:
            return replace(line, state=BatchState.REFUSED, error=error)
        refused = bool(found.refusals) or bool(found.kept_out)
        unsound = AftercaseError(_unsound(found)) if found.kept_out and not found.refusals else None
        return replace(
            line, state=BatchState.REFUSED if refused else BatchState.READY, packet=found.number, preset=plan.preset,
            paper=plan.paper,
            form=form, pages=found.pages, leaving=len(found.leaving), refusals=found.refusals,
            error=unsound, path=found.path,
        )  # fmt: skip

    def make(
        self, line: BatchLine, folder: Path | None, cancelled: Callable[[], bool], progress: Callable[[int, int], None]
    ) -> BatchLine:
        """Make the packet, for paper or into a folder; noted in the history of its case. Raises Cancelled."""
        if line.made is not None and folder is None:
            # Made for a printer that did not take it: the same is sent again.
            return replace(line, state=BatchState.MADE)
        try:
            out = None if folder is None else _place(folder, line)
            made = self._packets.make_packet(line.case_id, out=out, cancelled=cancelled, progress=progress)
            # The cache of previews keeps a few; in one job all are printed when the last is made.
            path = self._keep(made) if folder is None else made.kept
        except AftercaseError as error:
            return replace(line, state=BatchState.REFUSED, error=error)
        state = BatchState.MADE if folder is None else BatchState.SAVED
        return replace(line, state=state, made=made, pages=made.packet.pages, packet=made.packet.number, path=path)

    def _keep(self, made: MadePacket) -> Path:
        place = self._kept / f"{made.packet.id}.pdf"
        try:
            fsops.make_folder(self._kept)
            shutil.copyfile(made.kept, place)
        except OSError as error:
            raise write_fault(error, place) from error
        return place

    def forget(self) -> None:
        """Let go of the copies made for paper; the packets stay with their cases."""
        shutil.rmtree(self._kept, ignore_errors=True)

    def note_printed(self, packet: Packet, copies: int) -> None:
        """Note that a packet went to paper."""

        def work(transaction: Transaction) -> None:
            transaction.record(
                "packet_printed", entity="packet", entity_id=packet.id, case_id=packet.case_id,
                details={"packet": packet.number, "copies": copies},
            )  # fmt: skip

        self._bench.note("packet_printed", work)


def _place(folder: Path, line: BatchLine) -> Path:
    """A name in the folder that is not taken: nothing there is overwritten."""
    if line.form not in _PDF_FORMS:
        # A folder of its own with the packet's number is made there.
        return folder
    ending = ".zip" if line.form is PacketForm.ARCHIVE else ".pdf"
    place, count = folder / f"{line.packet}{ending}", 1
    while place.exists():
        count += 1
        place = folder / f"{line.packet} ({count}){ending}"
    return place


__all__ = ["MOST_CASES", "BatchLine", "BatchState", "Cancelled", "PacketBatch"]


def _unsound(found: PacketPreview) -> str:
    """Why what was kept out could not be shown."""
    return "packet_version_missing" if set(found.kept_out) <= set(found.no_copy) else "batch_evidence_not_whole"
