"""Copies of evidence as files for the clipboard: safe names, read-only, in a folder that is emptied at each start."""

from __future__ import annotations

import errno
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.services.workbench import Workbench
from models.errors import AftercaseError, EnvironmentFault
from models.rules.evidence_names import export_name
from models.store import evidence, fsops


class ClipboardCopies:
    """What the clipboard points to."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._folder = bench.store.folder.cache / "copies"
        shutil.rmtree(self._folder, ignore_errors=True)

    def make(self, evidence_ids: Sequence[int]) -> tuple[tuple[Path, ...], tuple[int, ...]]:
        """Copies of these in a fresh folder, each checked against its hash; and the ids that are gone or not as
        imported, which are left out. Blocks. EnvironmentFault `disk_full` or `file_unwritable`.
        """
        made: list[Path] = []
        left_out: list[int] = []
        rows = evidence.load_evidence_rows(self._bench.store.database, evidence_ids)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(dir=self._folder))
            for row in (rows[each] for each in dict.fromkeys(evidence_ids) if each in rows):
                item = row.evidence
                try:
                    data = self._bench.store.files.read(item.sha256)
                except AftercaseError:
                    left_out.append(item.id)
                    continue
                target = folder / export_name(item, row.buyer_nick, row.case_number)
                fsops.write_whole(target, data)
                target.chmod(stat.S_IREAD)
                made.append(target)
        except OSError as error:
            code = "disk_full" if error.errno == errno.ENOSPC else "file_unwritable"
            raise EnvironmentFault(code, reason=error.strerror or "") from error
        return tuple(made), tuple(left_out)
