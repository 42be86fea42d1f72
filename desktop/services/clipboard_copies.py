"""Copies of evidence as files for the clipboard: bare, safe names, read-only, in a folder emptied at each start."""

from __future__ import annotations

import errno
import shutil
import stat
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.exporters.safe_target import FolderTarget
from desktop.services.evidence_copies import NotCleaned, copy_of
from desktop.services.workbench import Workbench
from models.errors import EnvironmentFault, EvidenceFault
from models.rules.evidence_names import export_name
from models.store import evidence
from models.store.transaction import Transaction

_PLACE = {"zh": "剪贴板", "en": "the clipboard"}


class ClipboardCopies:
    """What the clipboard points to."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._folder = bench.store.folder.cache / "copies"
        shutil.rmtree(self._folder, ignore_errors=True)

    def make(self, evidence_ids: Sequence[int]) -> tuple[tuple[Path, ...], tuple[int, ...]]:
        """Copies of these in a fresh folder without camera data and place, noted in the history of their cases; and
        the ids left out: gone, not as imported, or not to be made bare. Waits for files and the decoder.

        EnvironmentFault `disk_full` or `file_unwritable`.
        """
        made: list[Path] = []
        left_out: list[int] = []
        counts: dict[int, list[bool]] = {}
        files = self._bench.store.files
        rows = evidence.load_evidence_rows(self._bench.store.database, evidence_ids)
        target = self._target()
        for row in (rows[each] for each in dict.fromkeys(evidence_ids) if each in rows):
            item = row.evidence
            try:
                copy = copy_of(item, files.path(item.sha256), self._decoder, original=False)
                name = export_name(item, row.buyer_nick, row.case_number, written_as=copy.format)
                path = target.folder / target.put(name, copy.content).name
                path.chmod(stat.S_IREAD)
                made.append(path)
            except (EvidenceFault, NotCleaned):
                left_out.append(item.id)
            counts.setdefault(item.case_id, []).append(item.id not in left_out)
        self._note(counts)
        return tuple(made), tuple(left_out)

    def _target(self) -> FolderTarget:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            return FolderTarget(Path(tempfile.mkdtemp(dir=self._folder)))
        except OSError as error:
            code = "disk_full" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "file_unwritable"
            raise EnvironmentFault(code, reason=error.strerror or "") from error

    def _note(self, counts: dict[int, list[bool]]) -> None:
        """They are to leave the program: the history says so as of any that are taken out."""

        def work(transaction: Transaction) -> None:
            for case_id, there in counts.items():
                transaction.record(
                    "evidence_exported", entity="case", entity_id=case_id, case_id=case_id,
                    details={"count": sum(there), "left_out": len(there) - sum(there), "place": _PLACE},
                )  # fmt: skip

        if any(any(there) for there in counts.values()):
            self._bench.act("evidence_exported", work, undoable=False)
