"""Evidence in the system's own program: never the kept file, always a checked, read-only copy of a safe name."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import uuid
from pathlib import Path

from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.records import Evidence
from models.rules.evidence_names import export_name
from models.rules.harmless_files import HEAD_BYTES, may_open_outside
from models.rules.verdict import Refused
from models.store import evidence, fsops
from models.store.evidence_staging import open_kept
from models.store.transaction import Transaction

_CHUNK = 1 << 20
_FOLDER = "opened"


class OutsideService:
    """Copies for the system's viewer or player. They lie in the cache, and go at the end and at the next start."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._files = bench.store.files
        self._folder = bench.store.folder.cache / _FOLDER

    def make_copy(self, item: Evidence, buyer_nick: str, case_number: str) -> Path:
        """A copy to open outside, as a path below the cache. Waits for files: for the I/O pool.

        UserError `could_run` for a file that is not known to be only shown or played; EvidenceFault if it is gone or
        not as imported; EnvironmentFault `disk_full` or `file_unwritable`.
        """
        name = export_name(item, buyer_nick, case_number)
        if item.format == "text":
            # A table of a buyer may hold formulas; as text it holds words.
            name = f"{name.rpartition('.')[0]}.txt"
        place = self._folder / uuid.uuid4().hex
        try:
            with open_kept(self._files.path(item.sha256)) as source:
                head = source.read(HEAD_BYTES)
                verdict = may_open_outside(item.format, name, head)
                if isinstance(verdict, Refused):
                    raise UserError(verdict.reason)
                source.seek(0)
                fsops.make_folder(self._folder)
                place.mkdir(mode=0o700)
                return self._copied(item, source.fileno(), place / name)
        except FileNotFoundError as error:
            raise EvidenceFault("evidence_missing", sha256=item.sha256) from error
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            _remove(place)
            raise EnvironmentFault("disk_full" if full else "file_unwritable", reason=error.strerror or "") from error

    def _copied(self, item: Evidence, source: int, target: Path) -> Path:
        digest = hashlib.sha256()
        descriptor = fsops.create_new(target)
        try:
            while chunk := os.read(source, _CHUNK):
                digest.update(chunk)
                fsops.write_all(descriptor, chunk)
        finally:
            fsops.close(descriptor)
        if digest.hexdigest() != item.sha256:
            _remove(target.parent)
            raise EvidenceFault("evidence_changed", sha256=item.sha256)
        fsops.make_read_only(target)
        return target

    def note_opened(self, evidence_id: int) -> None:
        """Say in the history that it was opened outside; there is nothing to take back."""

        def work(transaction: Transaction) -> None:
            item = evidence.find_evidence(transaction.database, evidence_id)
            transaction.record(
                "evidence_opened", entity="evidence", entity_id=evidence_id, case_id=item.case_id,
                details={"number": item.number},
            )  # fmt: skip

        self._bench.act("evidence_opened", work, undoable=False)

    def sweep(self) -> int:
        """Remove all copies that no program holds open any more; returns how many folders are gone."""
        try:
            places = list(self._folder.iterdir())
        except OSError:
            return 0
        return sum(_remove(place) for place in places)


def _remove(place: Path) -> bool:
    try:
        for path in place.iterdir() if place.is_dir() and not place.is_symlink() else ():
            path.chmod(stat.S_IRUSR | stat.S_IWUSR)
            path.unlink()
        place.rmdir()
    except OSError:
        return False
    return True
