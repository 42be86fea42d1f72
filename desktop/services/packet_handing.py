"""A packet goes out: its files, its row, its place among the evidence and its event in the history, all or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.decoder.results import FileFacts, MediaFormat
from desktop.exporters.evidence_manifest import SUMS, sums_bytes
from desktop.exporters.plain_zip import PlainZip
from desktop.exporters.safe_target import WrittenFile
from desktop.packets.values import Cancelled, OutFile
from desktop.services.evidence_rows import Arrival, Derived, RowWriter
from desktop.services.packet_archive import ArchiveWish, PacketArchive, StagedArchive
from desktop.services.packet_building import Asked, Built, Closed, digest
from desktop.services.packet_files import (
    Going,
    Outgoing,
    OutgoingFolder,
    check_folder,
    check_target,
    keep_preview,
)
from desktop.services.packet_results import MadePacket
from desktop.services.workbench import Workbench
from models.errors import EvidenceFault
from models.kinds import Derivation, EvidenceSource, Integrity, MediaKind, PacketForm, Paper
from models.packet_records import Packet, PacketPart, PacketPlan
from models.records import CasePage
from models.rules.packet_due import packet_deadline
from models.rules.packet_leaving import Leaving, originals_leaving
from models.store import case_rest, fsops, history, packets, register_rest
from models.store.evidence_files import KeptFile
from models.store.transaction import Transaction

SEVERAL = (PacketForm.SLOTS, PacketForm.PICTURES)
# Pixels at 200 dots per inch, as the decoder tells of pages.
_PAPER = {Paper.A4: (1653, 2338), Paper.LETTER: (1700, 2200)}


@dataclass(frozen=True, slots=True)
class Leave:
    """All that is known of a packet that goes out."""

    page: CasePage
    plan: PacketPlan
    built: Built
    closed: Closed
    previous_id: int | None

    @property
    def form(self) -> PacketForm:
        """How it goes out."""
        return self.built.preset.form

    @property
    def several(self) -> bool:
        """Whether it goes out as several files: where the receiver takes them so, or none that is so large."""
        return self.form in SEVERAL or (self.form is PacketForm.PDF and len(self.closed.files) > 1)

    @property
    def number(self) -> str:
        """Its number."""
        return self.built.content.head.number


def target_of(out: Path, form: PacketForm, number: str, bench: Workbench) -> Path:
    """Where it goes: the file itself, or a folder of its own inside `out`. Refused before any work."""
    folder = bench.store.folder
    return check_folder(out, number, folder) if form in SEVERAL else check_target(out, folder)


def folder_instead(target: Path, bench: Workbench) -> Path:
    """Where several files go that were to be one: a folder beside it, named as it would have been."""
    return check_folder(target.parent, target.stem, bench.store.folder)


class PacketHanding:
    """Writes what was built."""

    def __init__(self, bench: Workbench, previews: Path) -> None:
        self._bench = bench
        self._previews = previews
        self._archive = PacketArchive(bench)

    def hand_out(self, leave: Leave, target: Path | None, cancelled: Asked) -> MadePacket:
        """Everything is staged first; the rename outside is the last thing before the commit.

        Without a target it is only kept. EnvironmentFault, UserError or EvidenceFault, and nothing was written.
        """
        fitted = leave.built.fitted
        if target is not None and leave.several and leave.form not in SEVERAL:
            target = folder_instead(target, self._bench)
        shown = keep_preview(self._previews, f"{leave.page.case.id}-{digest(fitted.preview)[:24]}", fitted.preview)
        files = self._named(leave)
        going, size, sha256 = self._stage(leave, files, target, cancelled)
        try:
            kept, name = self._keep(leave, files)
            packet = self._note(leave, files, kept, name, size, sha256, going)
        except BaseException:
            if going is not None:
                going.drop()
            raise
        self._note_head()
        return MadePacket(packet, target or shown, shown, fitted.missing_glyphs, fitted.exhibits)

    def originals_leaving(self, built: Built) -> tuple[Leaving, ...]:
        """What goes along with an archive beside what it shows; nothing with the other forms."""
        if built.preset.form is not PacketForm.ARCHIVE:
            return ()
        return originals_leaving(built.content, self._archive.originals([item.id for item in built.shown]))

    def put_again(self, packet: Packet, files: Sequence[tuple[str, bytes]], out: Path) -> Path:
        """Write what is kept of a packet once more; nothing is noted. The file or folder that is there then.

        Of an archive that is its PDF, under a name that says so.
        """
        if packet.form is PacketForm.ARCHIVE and out.suffix.lower() == ".zip":
            out = out.with_suffix(".pdf")
        several, folder = packet.several, self._bench.store.folder
        if several and packet.form not in SEVERAL and not out.is_dir():
            target = folder_instead(out.absolute(), self._bench)
        else:
            target = target_of(out, PacketForm.SLOTS if several else PacketForm.PDF, packet.number, self._bench)
        going: Going = OutgoingFolder(target, files, folder) if several else Outgoing(target, files[0][1], folder)
        try:
            going.put()
        except BaseException:
            going.drop()
            raise
        return target

    def _named(self, leave: Leave) -> tuple[OutFile, ...]:
        """The files with their names; of several, with the list of their sums behind them."""
        files = leave.closed.files
        if not leave.several:
            return files
        sums = sums_bytes([WrittenFile(each.name, digest(each.content), len(each.content)) for each in files])
        return (*files, OutFile(SUMS, "txt", sums))

    def _stage(
        self, leave: Leave, files: Sequence[OutFile], target: Path | None, cancelled: Asked
    ) -> tuple[Going | None, int, str]:
        """What lies beside its place now; size and hash of the file that stands for the packet."""
        if leave.form is PacketForm.ARCHIVE and target is not None:
            staged = self._stage_archive(leave, files, target, cancelled)
            return staged, staged.size, staged.sha256
        main = files[-1] if leave.several else files[0]
        size, sha256 = len(main.content), digest(main.content)
        if target is None:
            return None, size, sha256
        folder = self._bench.store.folder
        if leave.several:
            return OutgoingFolder(target, [(each.name, each.content) for each in files], folder), size, sha256
        return Outgoing(target, main.content, folder), size, sha256

    def _stage_archive(self, leave: Leave, files: Sequence[OutFile], place: Path, cancelled: Asked) -> StagedArchive:
        head = leave.built.content.head
        wish = ArchiveWish(
            leave.page.case.id, head.number, head.made_at, head.made_by, tuple(files),
            tuple(item.id for item in leave.built.shown),
        )  # fmt: skip
        try:
            return self._archive.stage(place, wish, cancelled=cancelled)
        except EvidenceFault as fault:
            if fault.code == "cancelled":
                raise Cancelled from None
            raise

    def _keep(self, leave: Leave, files: Sequence[OutFile]) -> tuple[KeptFile, str]:
        """The bytes that stay with the case: the PDF, or of several files one archive of them."""
        if leave.several:
            return self._keep_several(leave.number, files), f"{leave.number}.zip"
        return self._bench.store.files.keep_bytes(files[0].content), f"{leave.number}.pdf"

    def _keep_several(self, number: str, files: Sequence[OutFile]) -> KeptFile:
        place = self._previews / f"{number}.zip"
        archive = PlainZip(place)
        try:
            for each in files:
                archive.put(each.name, [each.content], len(each.content))
            archive.close()
            archive.settle()
            return self._bench.store.files.keep_path(place)
        finally:
            archive.take_back()
            _forget(place)

    def _note(
        self,
        leave: Leave,
        files: Sequence[OutFile],
        kept: KeptFile,
        name: str,
        size: int,
        sha256: str,
        going: Going | None,
    ) -> Packet:
        case_id, content, fitted = leave.page.case.id, leave.built.content, leave.built.fitted
        head, sealed = content.head, leave.closed.sealed
        clock = packet_deadline(leave.page.clocks)
        parts = tuple(
            PacketPart(each.name, len(each.content), digest(each.content), each.slot, each.pages) for each in files
        )

        def work(transaction: Transaction) -> Packet:
            arrival = self._arrival(leave, kept, name)
            evidence_id = RowWriter(transaction, case_id).write([arrival])[0].evidence_id
            packet = packets.add_packet(
                transaction,
                Packet(
                    id=0, case_id=case_id, number=head.number, language=content.wanted_language.value,
                    made_at=head.made_at, made_by=head.made_by, pages=fitted.pages, size=size, sha256=sha256,
                    preset=leave.plan.preset, addressee=head.addressee, form=leave.form, evidence_id=evidence_id,
                    plan=leave.plan, parts=parts, signed_by=sealed.signed_by, certificate=sealed.certificate,
                    stamped_at=sealed.stamped_at, locked=sealed.locked, previous_id=leave.previous_id,
                    due_at=None if clock is None else clock.due_at,
                ),
            )  # fmt: skip
            for item in leave.built.shown:
                transaction.mark_verified(item.id, Integrity.VERIFIED)
            transaction.record(
                "packet_made", entity="packet", entity_id=packet.id, case_id=case_id, details=_told(packet, content),
            )  # fmt: skip
            case_rest.check_rest(transaction)
            register_rest.check_closed(transaction)
            if going is not None:
                going.put()
            return packet

        values = {"packet": head.number, "pages": fitted.pages}
        return self._bench.act("packet_made", work, values=values, undoable=False)

    def _arrival(self, leave: Leave, kept: KeptFile, name: str) -> Arrival:
        head = leave.built.content.head
        several = leave.several
        width, height = _PAPER[leave.built.content.paper]
        facts = (
            FileFacts(MediaFormat.UNKNOWN)
            if several
            else FileFacts(MediaFormat.PDF, width, height, pages=leave.built.fitted.pages)
        )
        caption = f"{head.number}　{head.addressee}".strip()
        there = {item.id for item in leave.page.evidence}
        of = [item for item in leave.built.shown if item.id in there]
        details: dict[str, object] = {
            "of": ", ".join(str(item.number) for item in of), "kind": Derivation.PACKET.value, "packet": head.number,
        }  # fmt: skip
        made = Derived(Derivation.PACKET, tuple(item.id for item in of), details)
        described = {"caption": caption[:200], "tag": "", "proves": ""}
        media = MediaKind.OTHER if several else MediaKind.DOCUMENT
        return Arrival(kept, facts, name, EvidenceSource.DERIVED, "", described, made, media=media)

    def _note_head(self) -> None:
        """Write the chain's head outside the database; the packet prints the one before."""
        store = self._bench.store
        head = history.read_head(store.database)
        try:
            store.files.note_anchor(head.seq, head.hash, self._bench.clock.now())
        except OSError:
            # The packet and its record are safe; the next start or end of the program notes the head again.
            return


def _told(packet: Packet, content: object) -> dict[str, object]:
    """What the history says of it: enough to tell the file from every other."""
    told: dict[str, object] = {
        "packet": packet.number, "pages": packet.pages, "size": packet.size, "sha256": packet.sha256,
        "language": packet.language, "exhibits": len(getattr(content, "exhibits", ())), "preset": packet.preset,
        "addressee": packet.addressee, "form": packet.form.value,
    }  # fmt: skip
    if len(packet.parts) > 1 or packet.form is PacketForm.ARCHIVE:
        told["parts"] = {each.name: each.sha256 for each in packet.parts}
    if packet.signed_by:
        told |= {"signed_by": packet.signed_by, "certificate": packet.certificate}
    if packet.stamped_at is not None:
        told["stamped_at"] = _iso(packet.stamped_at)
    return told


def _iso(moment: datetime) -> str:
    return moment.isoformat()


def _forget(place: Path) -> None:
    try:
        fsops.remove(place)
    except OSError:
        # In the cache: swept with the next start.
        return
