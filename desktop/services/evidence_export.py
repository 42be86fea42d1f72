"""Taking evidence out: copies in a folder or a ZIP, named after buyer and case, with sums, a list and an event."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.decoder.client import Decoder
from desktop.exporters.evidence_manifest import SUMS, Entry, list_bytes, list_name, sums_bytes
from desktop.exporters.safe_archive import ArchiveTarget
from desktop.exporters.safe_target import FolderTarget, WrittenFile
from desktop.services.evidence_copies import Copy, NotCleaned, copy_of
from desktop.services.workbench import Workbench
from models.clock import zone
from models.errors import EnvironmentFault, EvidenceFault, UserError
from models.kinds import Derivation, Integrity, MediaKind
from models.records import Evidence, EvidenceRow
from models.rules.evidence_names import export_name, folder_name
from models.store import cases, evidence
from models.store.transaction import Transaction

_SAME_THING = frozenset((Derivation.REDACTED, Derivation.ANNOTATED, Derivation.COPY))
_LEFT_OUT = frozenset(("evidence_changed", "evidence_missing", "evidence_unreadable"))


@dataclass(frozen=True, slots=True)
class ExportWish:
    """Where to and how: `target` is a folder, or the ZIP file itself with `archive`."""

    target: Path
    archive: bool = False
    original: bool = False
    redacted: bool = True
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """What would be taken out: how many files and bytes, how many have a redacted copy, how many are of formats that
    cannot be looked into."""

    case_ids: tuple[int, ...]
    count: int
    size: int
    redacted: int
    opaque: int
    name: str
    """`buyerID_case`, or the first of several with their number."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was taken out to where; `left_out` are those that were not, and why."""

    place: Path
    entries: tuple[Entry, ...]
    sums: WrittenFile

    @property
    def files(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.file is not None)

    @property
    def left_out(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.file is None)


@dataclass(frozen=True, slots=True)
class _Chosen:
    row: EvidenceRow
    stands_for: int | None


class EvidenceExport:
    """Copies of evidence outside the store; what is inside is only read."""

    def __init__(self, bench: Workbench, decoder: Decoder) -> None:
        self._bench = bench
        self._decoder = decoder
        self._folder = bench.store.folder

    def of_cases(self, case_ids: Sequence[int]) -> tuple[int, ...]:
        """All evidence of these cases but packets made of it, case by case; NotFound for a case that is none."""
        database = self._bench.store.database
        found = [cases.find_case(database, case_id).id for case_id in dict.fromkeys(case_ids)]
        return tuple(
            item.id
            for case_id in found
            for item in evidence.list_case_evidence(database, case_id)
            if item.derivation is not Derivation.PACKET
        )

    def plan(self, evidence_ids: Sequence[int]) -> ExportPlan:
        """What taking these out would mean. UserError `evidence_none_chosen` if there is none of them."""
        chosen, swapped = self._chosen(evidence_ids, redacted=False), self._chosen(evidence_ids, redacted=True)
        first = chosen[0].row
        case_ids = tuple(dict.fromkeys(one.row.evidence.case_id for one in chosen))
        name = folder_name(first.buyer_nick, first.case_number)
        return ExportPlan(
            case_ids, len(chosen), sum(one.row.evidence.size for one in chosen),
            sum(one.stands_for is not None for one in swapped),
            sum(one.row.evidence.media is MediaKind.OTHER for one in chosen),
            name if len(case_ids) == 1 else f"{name}_+{len(case_ids) - 1}",
        )  # fmt: skip

    def export(
        self,
        evidence_ids: Sequence[int],
        wish: ExportWish,
        *,
        progress: Callable[[int, int], object] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ExportReport:
        """Write copies with sums and a list, and note it in the history of each case; all of it or nothing stays.

        A file that is not as imported is left out and named. UserError `evidence_none_chosen`, `export_inside_data`;
        EnvironmentFault `disk_full`, `file_unwritable`, `export_broken`; EvidenceFault `cancelled`.
        """
        self._check_outside(wish.target)
        return self._export(evidence_ids, wish, progress, cancelled, again=False)

    def open_view(
        self,
        case_id: int,
        language: str,
        *,
        progress: Callable[[int, int], object] = lambda done, total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Path:
        """A folder of the program's own with copies of the evidence of a case, named after its buyer."""
        ids = self.of_cases([case_id])
        name = self.plan(ids).name
        wish = ExportWish(self._folder.cache / "views" / name, language=language)
        return self._export(ids, wish, progress, cancelled, again=True).place

    def _export(
        self,
        evidence_ids: Sequence[int],
        wish: ExportWish,
        progress: Callable[[int, int], object],
        cancelled: Callable[[], bool],
        *,
        again: bool,
    ) -> ExportReport:
        chosen = self._chosen(evidence_ids, redacted=wish.redacted)
        self._check_room(chosen, wish)
        now = self._bench.clock.now().astimezone(zone(self._bench.time_zone))
        target = ArchiveTarget(wish.target, now) if wish.archive else FolderTarget(wish.target, again=again)
        try:
            entries = []
            for done, one in enumerate(chosen, 1):
                if cancelled():
                    raise EvidenceFault("cancelled")
                entries.append(self._put(target, one, wish, cancelled))
                progress(done, len(chosen))
            listed = list_bytes(entries, wish.language, zone(self._bench.time_zone) or now.tzinfo)  # type: ignore[arg-type]
            files = [entry.file for entry in entries if entry.file is not None]
            files.append(target.put(list_name(wish.language), lambda: [listed]))
            sums = target.put(SUMS, lambda: [sums_bytes(files)])
            target.finish()
            report = ExportReport(target.place, tuple(entries), sums)
            self._note(report, wish)
        except BaseException:
            target.take_back()
            raise
        return report

    def _put(
        self, target: ArchiveTarget | FolderTarget, one: _Chosen, wish: ExportWish, cancelled: Callable[[], bool]
    ) -> Entry:
        item = one.row.evidence
        try:
            path = self._bench.store.files.path(item.sha256)
            copy: Copy = copy_of(item, path, self._decoder, original=wish.original, cancelled=cancelled)
            name = export_name(item, one.row.buyer_nick, one.row.case_number, written_as=copy.format)
            return Entry(one.row, target.put(name, copy.content), copy.how, one.stands_for)
        except NotCleaned:
            return Entry(one.row, None, "not_cleaned", one.stands_for)
        except EvidenceFault as error:
            if error.code not in _LEFT_OUT:
                raise
            # Kept apart as changed, nothing lies in its place.
            apart = error.code == "evidence_missing" and item.integrity is Integrity.CHANGED
            return Entry(one.row, None, "evidence_changed" if apart else error.code, one.stands_for)

    def _note(self, report: ExportReport, wish: ExportWish) -> None:
        code = "evidence_exported_original" if wish.original else "evidence_exported"
        counts: dict[int, list[int]] = {}
        for entry in report.entries:
            counts.setdefault(entry.row.evidence.case_id, []).append(entry.file is not None)

        def work(transaction: Transaction) -> None:
            for case_id, there in counts.items():
                transaction.record(
                    code, entity="case", entity_id=case_id, case_id=case_id,
                    details={
                        "count": sum(there), "left_out": len(there) - sum(there), "place": report.place.name,
                        "archive": wish.archive, "manifest": report.sums.sha256,
                    },
                )  # fmt: skip

        self._bench.act(code, work, undoable=False)

    def _chosen(self, evidence_ids: Sequence[int], *, redacted: bool) -> list[_Chosen]:
        """What is taken out, each once, in the order asked for; a redacted copy in place of what it was made of."""
        database = self._bench.store.database
        wanted = list(dict.fromkeys(evidence_ids))
        rows = dict(evidence.load_evidence_rows(database, wanted))
        there: dict[int, Evidence] = {}
        for case_id in dict.fromkeys(row.evidence.case_id for row in rows.values()):
            there |= {item.id: item for item in evidence.list_case_evidence(database, case_id)}
        hiding = [item for item in there.values() if redacted and item.derivation is Derivation.REDACTED]
        chosen: dict[int, _Chosen] = {}
        for evidence_id in wanted:
            if evidence_id not in there:
                continue
            instead = _instead(evidence_id, there, hiding) if hiding else None
            row = rows[evidence_id]
            if instead is None:
                chosen.setdefault(evidence_id, _Chosen(row, None))
            elif instead.id not in chosen or chosen[instead.id].stands_for is None:
                swapped = EvidenceRow(instead, row.case_number, row.buyer_nick, row.problem)
                chosen[instead.id] = _Chosen(swapped, there[evidence_id].number)
        if not chosen:
            raise UserError("evidence_none_chosen")
        return list(chosen.values())

    def _check_outside(self, target: Path) -> None:
        """Nothing is written among the shop's own data, where a file too many would be a fault."""
        root = self._folder.root.resolve()
        with suppress(OSError, ValueError):
            if target.resolve().is_relative_to(root):
                raise UserError("export_inside_data")

    def _check_room(self, chosen: Sequence[_Chosen], wish: ExportWish) -> None:
        place = wish.target
        while not place.exists() and place.parent != place:
            place = place.parent
        with suppress(OSError):
            needed = sum(one.row.evidence.size for one in chosen)
            if shutil.disk_usage(place).free < needed:
                raise EnvironmentFault("disk_full", file=wish.target.name)


def _instead(evidence_id: int, there: dict[int, Evidence], hiding: Sequence[Evidence]) -> Evidence | None:
    """The redacted copy that goes in the place of a piece of evidence; None if it goes itself.

    What shows the same picture, an older redaction or a copy with marks on it, would tell what the newest one hides.
    """
    chain = _chain(there[evidence_id], there)
    same = [item for item in hiding if _chain(item, there)[-1] is chain[-1]] if _is_one_picture(chain[-1]) else []
    if not same:
        return _redacted_copy(evidence_id, hiding)
    newest = max(same, key=lambda item: item.id)
    return None if newest in chain else newest


def _chain(item: Evidence, there: dict[int, Evidence]) -> list[Evidence]:
    """It, and what it was made of, as long as that shows the same whole picture."""
    found = [item]
    while found[-1].derivation in _SAME_THING and found[-1].parent_id is not None:
        parent = there.get(found[-1].parent_id)
        if parent is None or parent in found or not _is_one_picture(parent):
            break
        found.append(parent)
    return found


def _is_one_picture(item: Evidence) -> bool:
    """Whether a copy of it shows all of it: not a page of several, nor a moment of a film."""
    return (item.pages or 1) == 1 and item.duration_ms is None


def _redacted_copy(evidence_id: int, hiding: Sequence[Evidence]) -> Evidence | None:
    """The newest redacted copy made of it, or of that one in turn."""
    found, seen = None, {evidence_id}
    while True:
        parent = found.id if found else evidence_id
        made = [item for item in hiding if item.parent_id == parent and item.id not in seen]
        if not made:
            return found
        found = max(made, key=lambda item: item.id)
        seen.add(found.id)
