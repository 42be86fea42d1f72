"""Says whether a packet, an archive or a file of one is intact, changed or unknown, and what that rests on.

The file is hostile: a PDF is looked into in the decoder's process, an archive is read entry by entry within limits.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.decoder.proof_answers import PdfProof, proof_from
from desktop.decoder.protocol import Operation, ProtocolError
from desktop.decoder.results import NoPreview, NoPreviewReason
from desktop.decoder.signatures import Found, has_traces
from desktop.packets.checked import Checked, CheckedFile, Ground, Signature, SignatureState, Verdict
from desktop.services.known_packets import KnownPackets, signature_grounds
from models.errors import EnvironmentFault, UserError

Progress = Callable[[int, int], object]
_CHUNK = 1 << 20
_HEAD, _TAIL = 1024, 65_536 + 22
_PASSWORD_MOST = 1024


class CheckStopped(UserError):
    """Somebody pressed Stop."""

    def __init__(self) -> None:
        super().__init__("cancelled")


class PacketChecking:
    """Checks files. `known` None: without a data folder, by signatures and lists alone."""

    def __init__(self, decoder: Decoder, known: KnownPackets | None) -> None:
        self._decoder = decoder
        self._known = known

    def check(
        self,
        path: Path,
        *,
        password: str = "",
        progress: Progress = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Checked:
        """What is known of a PDF, a ZIP, a folder with a list of sums, or a single file. Nothing is written.

        `progress` counts bytes read. EnvironmentFault `file_unreadable`; UserError `cancelled`.
        """
        from desktop.services.packet_archive_checking import ArchiveCheck, FolderCheck

        try:
            found = path.stat()
        except (OSError, ValueError) as error:
            raise _unreadable(path, error) from error
        try:
            if stat.S_ISDIR(found.st_mode):
                return FolderCheck(self, path, progress, cancelled).run()
            if not stat.S_ISREG(found.st_mode):
                raise EnvironmentFault("file_unreadable", file=path.name, reason="not an ordinary file")
            sha256, size, seems = self._read(path, progress, cancelled)
            if seems == "zip":
                return ArchiveCheck(self, path, sha256, size, progress, cancelled).run()
            file, locked = self.check_one(path, path.name, sha256, size, seems, password=password)
        except OSError as error:
            raise _unreadable(path, error) from error
        return Checked(path.name, file.verdict, file.grounds, (file,), locked)

    @property
    def known(self) -> KnownPackets | None:
        """What the data folder knows; None without one."""
        return self._known

    def check_one(
        self, path: Path, name: str, sha256: str, size: int, seems: str, *, password: str = ""
    ) -> tuple[CheckedFile, bool]:
        """One file by its hash, and by its signature if it `seems` a PDF; and whether a password would tell more."""
        grounds = list(self.known_by_hash(sha256))
        verdict = Verdict.INTACT if grounds else Verdict.UNKNOWN
        signature, told, locked = None, "", False
        if seems == "pdf":
            proof = self._proof(path, password)
            if isinstance(proof, Ground):
                grounds.append(proof)
                found: tuple[Found, ...] = ()
                if proof.code == "signature_traces":
                    verdict = verdict if verdict is Verdict.INTACT else Verdict.CHANGED
            else:
                told, locked, found = f"{proof.title}\n{proof.text}", proof.locked, proof.signatures
                if locked:
                    grounds.append(Ground("locked"))
                elif proof.damaged:
                    grounds.append(Ground("pdf_damaged"))
            if found:
                signature = self._signature(found)
                grounds += signature_grounds(signature, folder=self._known is not None)
                if verdict is Verdict.UNKNOWN:
                    verdict = Verdict.INTACT if signature.state is SignatureState.VALID else Verdict.CHANGED
        if self._known is not None and not self.known_by_hash(sha256):
            other = self._known.other_bytes(path, name, told, size)
            if other is not None:
                grounds.insert(0, other)
                verdict = Verdict.CHANGED
        if verdict is Verdict.UNKNOWN and not any(ground.code == "locked" for ground in grounds):
            grounds.append(Ground("nothing_known" if self._known is not None else "no_data_folder"))
        return CheckedFile(name, verdict, tuple(grounds), size, sha256, signature), locked

    def known_by_hash(self, sha256: str) -> tuple[Ground, ...]:
        """What the data folder knows of that hash; empty without one."""
        return self._known.grounds(sha256) if self._known is not None else ()

    def _signature(self, found: tuple[Found, ...]) -> Signature:
        """The one that tells most: a broken one first, else the one that covers all, else the last."""
        by_state = {each.state: each for each in found}
        for state in (SignatureState.BROKEN, SignatureState.VALID, SignatureState.PARTIAL):
            each = by_state.get(state)
            if each is not None:
                break
        assert each is not None
        ours = self._known is not None and self._known.is_ours(each.fingerprint)
        return Signature(
            each.state, each.name, each.fingerprint, ours, each.signed_at, each.stamped_at, each.stamped_by
        )

    def _proof(self, path: Path, password: str) -> PdfProof | Ground:
        body = {"password": password[:_PASSWORD_MOST]} if password else None
        answer = self._decoder.data(path, Operation.PROOF, body)
        if isinstance(answer, NoPreview):
            if answer.reason in (NoPreviewReason.UNSUPPORTED, NoPreviewReason.TEXT_FILE, NoPreviewReason.EMPTY):
                # Its first bytes are not those of a PDF any more; traces of a signature tell that it was one.
                with path.open("rb") as file:
                    return Ground("signature_traces") if has_traces(file) else Ground("pdf_damaged")
            return Ground("not_looked_into", {"reason": answer.reason.value})
        try:
            return proof_from(answer)
        except ProtocolError:
            return Ground("not_looked_into", {"reason": NoPreviewReason.WORKER_DIED.value})

    def _read(self, path: Path, progress: Progress, cancelled: Callable[[], bool]) -> tuple[str, int, str]:
        """SHA-256, size, and what it seems: `pdf`, `zip` or nothing."""
        with path.open("rb") as stream:
            total = os.fstat(stream.fileno()).st_size
            digest, size, head, tail = hashlib.sha256(), 0, b"", b""
            while chunk := stream.read(_CHUNK):
                if cancelled():
                    raise CheckStopped
                digest.update(chunk)
                size += len(chunk)
                head = head or chunk[:_HEAD]
                tail = (tail + chunk)[-_TAIL:]
                progress(size, total)
        return digest.hexdigest(), size, seems(head, tail)


def seems(head: bytes, tail: bytes) -> str:
    """`pdf`, `zip` or nothing, by the first bytes or else the last: one of them may be what was changed."""
    if head.startswith((b"PK\3\4", b"PK\5\6")):
        return "zip"
    if b"%PDF-" in head:
        return "pdf"
    if b"startxref" in tail[-2048:] or b"%%EOF" in tail[-64:]:
        return "pdf"
    return "zip" if b"PK\5\6" in tail or b"PK\1\2" in tail else ""


def _unreadable(path: Path, error: Exception) -> EnvironmentFault:
    return EnvironmentFault("file_unreadable", file=path.name, reason=getattr(error, "strerror", "") or "")
