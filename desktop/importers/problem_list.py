"""Collects what is wrong with rows while files are read, within limits on how much is kept."""

from __future__ import annotations

from desktop.importers.cells import excerpt
from desktop.importers.draft import RowProblem, Severity
from desktop.importers.refusals import LISTED_WARNINGS, REFUSED_ROWS, FileRefused


class ProblemList:
    """The problems of one import, in the order found; also which rows of which file are refused."""

    def __init__(self) -> None:
        self._found: list[RowProblem] = []
        self._warnings = 0
        self._refused: set[tuple[str, int]] = set()
        self.left_out = 0

    def error(self, file: str, row: int, column: str, code: str, value: str = "") -> None:
        """Refuse a row. FileRefused: too_many_bad_rows."""
        self._refused.add((file, row))
        if len(self._refused) > REFUSED_ROWS:
            first = next(problem for problem in self._found if problem.severity == "error")
            raise FileRefused("too_many_bad_rows", file=file, limit=REFUSED_ROWS, first=first.code)
        self._add(file, row, column, code, value, "error")

    def warning(self, file: str, row: int, column: str, code: str, value: str = "") -> None:
        """Say something of a row that goes in all the same."""
        self._warnings += 1
        if self._warnings > LISTED_WARNINGS:
            self.left_out += 1
            return
        self._add(file, row, column, code, value, "warning")

    def refused(self, file: str, row: int) -> bool:
        """Whether that row is refused already."""
        return (file, row) in self._refused

    def all(self) -> tuple[RowProblem, ...]:
        """Everything found, by file as read and by row."""
        files: dict[str, int] = {}
        for problem in self._found:
            files.setdefault(problem.file, len(files))
        return tuple(sorted(self._found, key=lambda problem: (files[problem.file], problem.row)))

    def _add(self, file: str, row: int, column: str, code: str, value: str, severity: Severity) -> None:
        self._found.append(RowProblem(file, row, excerpt(column.strip()), code, excerpt(value), severity))
