"""Reads order files into a draft: recognises each, takes its rows one by one, joins items to orders."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.importers.delimited_rows import SourceRow
from desktop.importers.detail_rows import DetailRows
from desktop.importers.draft import Detection, DraftOrder, ImportDraft, SourceFile
from desktop.importers.moments import Moments
from desktop.importers.order_rows import OrderRows
from desktop.importers.problem_list import ProblemList
from desktop.importers.refusals import ROWS, CellFault, FileRefused, ImportCancelled
from desktop.importers.row_cells import RowCells
from desktop.importers.row_repair import RowRepair
from desktop.importers.row_shape import RowShape, not_data
from desktop.importers.sources import Source, open_source
from models.kinds import Platform

_ROWS_BETWEEN_REPORTS = 500


@dataclass(frozen=True, slots=True)
class Local:
    """Time zone (IANA) and currency (ISO 4217) of the shop that a file belongs to; None where none is known."""

    zone: str | None = None
    currency: str | None = None


# ISO 4217 for amounts without a currency; such a file is refused before any of them counts.
_NO_CURRENCY = "X" * 3


def detect(path: Path, *, platform: Platform | str | None = None, encoding: str | None = None) -> Detection:
    """What a file is, from its headings. FileRefused and EncodingUnclear as `read_draft`."""
    source = open_source(path, None if platform is None else Platform(platform), encoding)
    try:
        return source.detection
    finally:
        source.close()


def read_draft(
    paths: Sequence[Path],
    *,
    platform: Platform | str | None = None,
    encoding: str | None = None,
    zone: str | None = None,
    currency: str | None = None,
    local: Callable[[Platform], Local] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> ImportDraft:
    """Read files of one platform that belong together (an order list and its detail list, or several months).

    `zone` (IANA) and `currency` (ISO 4217) hold where the file says nothing and the platform has no rule; `local` is
    asked for them once the platform is known. `progress` is told rows done and rows expected. Raises FileRefused,
    EncodingUnclear, ImportCancelled (all UserError) and EnvironmentFault; what is wrong with single rows stands in the
    draft instead.
    """
    if not paths:
        raise FileRefused("no_files")
    asked = None if platform is None else Platform(platform)
    sources: list[Source] = []
    try:
        for path in paths:
            sources.append(open_source(Path(path), asked, encoding))
            if len(paths) > 1:
                sources[-1].release()
        fallback = local or (lambda _: Local(zone, currency))
        return _Reading(sources, asked, fallback, cancelled, progress).draft()
    finally:
        for source in sources:
            source.close()


@dataclass(frozen=True, slots=True)
class _File:
    source: Source
    name: str
    currency: str
    zone: str


class _Reading:
    """One run of `read_draft` over files that have been recognised."""

    def __init__(
        self,
        sources: list[Source],
        asked: Platform | None,
        local: Callable[[Platform], Local],
        cancelled: Callable[[], bool],
        progress: Callable[[int, int], None],
    ) -> None:
        self.problems = ProblemList()
        self._cancelled = cancelled
        self._progress = progress
        profiles = {source.match.profile.platform for source in sources}
        if len(profiles) > 1:
            raise FileRefused("mixed_platforms", found=tuple(sorted(one.value for one in profiles)))
        self._platform = asked or sources[0].match.platform
        house = local(self._platform)
        self._files = [self._file(source, name, house.zone, house.currency) for source, name in _named(sources)]
        self._done, self._expected = 0, sum(_expected_rows(source) for source in sources)
        self._total = 0
        self._details = DetailRows(self.problems)

    def _file(self, source: Source, name: str, zone: str | None, currency: str | None) -> _File:
        profile = source.match.profile
        known = profile.currency or currency or ""
        if not known and "currency" not in source.match.columns:
            raise FileRefused("currency_needed", file=name, platform=self._platform.value)
        return _File(source, name, known or _NO_CURRENCY, profile.zone or zone or "UTC")

    def draft(self) -> ImportDraft:
        """Read everything."""
        lists = [file for file in self._files if file.source.match.sheet.kind == "orders"]
        for file in self._files:
            if file not in lists:
                self._read_details(file)
        orders: dict[str, DraftOrder] = {}
        refused: set[str] = set()
        for file in lists:
            found, not_in = self._read_orders(file)
            refused |= not_in
            self._add(orders, found)
        self._join(orders, refused - orders.keys(), alone=not lists)
        bad = {(problem.file, problem.row) for problem in self.problems.all() if problem.severity == "error"}
        self._progress(self._expected, self._expected)
        first = (lists or self._files)[0].source.detection
        return ImportDraft(
            platform=self._platform,
            variant=first.variant,
            files=tuple(
                SourceFile(
                    file.name,
                    file.source.scan.path,
                    file.source.scan.sha256,
                    file.source.scan.size,
                    file.source.detection,
                )
                for file in self._files
            ),
            encoding=first.encoding,
            orders=tuple(orders.values()),
            problems=self.problems.all(),
            rows_total=self._total,
            rows_good=self._total - len(bad),
            unknown_columns=tuple(dict.fromkeys(name for file in self._files for name in file.source.match.unknown)),
            warnings_left_out=self.problems.left_out,
        )

    def _read_orders(self, file: _File) -> tuple[dict[str, DraftOrder], set[str]]:
        moments = Moments(file.zone, file.source.match.profile.date_order)
        reader = RowCells(file.source.match, moments, file.name, self.problems)
        rows = OrderRows(file.source.match, self._platform, reader, file.name, file.zone, file.currency, self.problems)
        for row, number, cells in self._good_rows(file, reader, moments, rows.refuse):
            rows.take(row, number, cells)
        return rows.finish(), rows.refused_numbers

    def _read_details(self, file: _File) -> None:
        moments = Moments(file.zone, file.source.match.profile.date_order)
        reader = RowCells(file.source.match, moments, file.name, self.problems)
        for row, number, cells in self._good_rows(file, reader, moments, self._details.refuse):
            self._details.take(file.name, row, number, cells, reader, file.currency)

    def _good_rows(
        self, file: _File, reader: RowCells, moments: Moments, refuse: Callable[[str], None]
    ) -> Iterator[tuple[int, str, list[str]]]:
        """Row number, order number and cells of the rows that can be read as rows of this table."""
        match, header_row = file.source.match, file.source.detection.header_row
        for heading in match.doubled:
            self.problems.warning(file.name, header_row, heading, "doubled_heading", heading)
        shape = RowShape(
            file.source, file.name, RowRepair(match, moments, file.source.detection.delimiter), self.problems
        )
        before = self._total
        for row in file.source.rows():
            self._report()
            if row.number <= header_row or not any(row.cells):
                continue
            number, fault = "", ""
            try:
                number = reader.number(row.cells)
            except CellFault as found:
                fault = found.code
            if fault and (not row.fault) and not_data(row, reader, match.sheet.footers):
                continue
            self._total += 1
            if self._total > ROWS:
                raise FileRefused("too_large", file=file.name, limit=ROWS, what="rows")
            if row.fault:
                self.problems.error(file.name, row.number, "", row.fault, row.cells[0])
                _refuse_named(row, file.source.detection.delimiter, reader, refuse)
                continue
            cells: list[str] | None = row.cells
            if not fault or len(row.cells) > len(match.headings):
                cells = shape.fit(row)
            if cells is None:
                if number:
                    refuse(number)
                continue
            if cells is not row.cells:
                try:
                    number, fault = reader.number(cells), ""
                except CellFault as found:
                    fault = found.code
            if fault:
                text = reader.number_text(cells)
                self.problems.error(file.name, row.number, reader.number_heading(), fault, text)
                continue
            yield row.number, number, cells
        file.source.release()
        if self._total == before:
            self.problems.warning(file.name, 0, "", "no_rows")

    def _report(self) -> None:
        self._done += 1
        if self._done % _ROWS_BETWEEN_REPORTS == 0:
            if self._cancelled():
                raise ImportCancelled
            self._progress(min(self._done, self._expected), self._expected)

    def _add(self, orders: dict[str, DraftOrder], found: dict[str, DraftOrder]) -> None:
        """Add one file's orders. The same order in two files: the one that got further is kept."""
        if not orders:
            orders.update(found)
            return
        for number, order in found.items():
            before = orders.get(number)
            if before is not None:
                if replace(order, file=before.file, rows=before.rows) != before:
                    self.problems.warning(order.file, order.rows[0], "", "newer_row_used", number)
                if _latest(order) < _latest(before):
                    continue
            orders[number] = order

    def _join(self, orders: dict[str, DraftOrder], refused: set[str], *, alone: bool) -> None:
        for number, (lines, places) in self._details.finish(refused).items():
            order = orders.get(number)
            if order is not None:
                orders[number] = replace(order, lines=lines)
                continue
            file, row = places[0]
            if not alone:
                self.problems.warning(file, row, "", "detail_without_order", number)
            orders[number] = DraftOrder(
                platform=self._platform,
                number=number,
                zone=self._files[0].zone,
                currency=self._files[0].currency,
                lines=lines,
                file=file,
                rows=tuple(row for name, row in places if name == file),
                lines_only=True,
            )


def _refuse_named(row: SourceRow, delimiter: str, reader: RowCells, refuse: Callable[[str], None]) -> None:
    """A row that cannot be read still takes its order with it, if the order can be made out."""
    cells = row.cells if len(row.cells) > 1 or not delimiter else row.cells[0].split(delimiter)
    try:
        refuse(reader.number([cell.strip('"') for cell in cells]))
    except CellFault:
        return


def _latest(order: DraftOrder) -> float:
    moments = (order.created_at, order.paid_at, order.shipped_at, order.confirmed_at, order.closed_at)
    return max((moment.timestamp() for moment in moments if moment is not None), default=0.0)


def _named(sources: list[Source]) -> Iterator[tuple[Source, str]]:
    """Sources with names that differ, for problems to point at."""
    taken: set[str] = set()
    for source in sources:
        name, count = source.scan.path.name, 1
        while name in taken:
            count += 1
            name = f"{source.scan.path.name} ({count})"
        taken.add(name)
        yield source, name


def _expected_rows(source: Source) -> int:
    """A rough number of rows, for a progress bar."""
    return max(1, source.scan.size // 60)
