"""Writes the refused rows of an import to CSV files, to be put right in a spreadsheet and given again."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.importers.draft import ImportDraft, RowProblem, SourceFile
from desktop.importers.file_scan import scan_file
from desktop.importers.headings import REASON_HEADING
from desktop.importers.refusals import FileRefused
from desktop.importers.sources import Source, open_source
from models.errors import EnvironmentFault

_INVISIBLE = r"[\s\x00-\x1f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*"
_STARTS_A_FORMULA = re.compile(rf"[\t\r\n]|{_INVISIBLE}[=+\-@＝＋－＠]")
_AFTER_A_BREAK = re.compile(rf"([;\t\r\n]{_INVISIBLE})(?=[=+\-@＝＋－＠])")


def write_bad_rows(
    draft: ImportDraft,
    source_paths: Sequence[Path],
    out_path: Path,
    *,
    describe: Callable[[RowProblem], str] | None = None,
) -> tuple[Path, ...]:
    """Write the rows refused in `draft` with a first column of reasons before their own; the paths written.

    UTF-8 with a byte order mark; no cell can be taken for a formula. Each source file with refused rows gets a file
    of its own, the first `out_path`, the next `out_path` with -2 before its suffix. `describe` makes the sentence of
    a problem; without it the code and the column are written. FileRefused: file_changed (a source is not what was
    read), EnvironmentFault: file_unwritable.
    """
    tell = describe or _code_and_column
    reasons: dict[str, dict[int, list[str]]] = {}
    for problem in draft.errors:
        told = reasons.setdefault(problem.file, {}).setdefault(problem.row, [])
        sentence = tell(problem)
        if sentence not in told:
            told.append(sentence)
    written: list[Path] = []
    for path, file in zip(source_paths, draft.files, strict=True):
        if file.name in reasons:
            target = out_path if not written else out_path.with_stem(f"{out_path.stem}-{len(written) + 1}")
            _write_file(Path(path), file, reasons[file.name], target)
            written.append(target)
    return tuple(written)


def inert(text: str) -> str:
    """A cell that no spreadsheet takes for a formula, not even one that splits it at semicolons or line breaks."""
    if _STARTS_A_FORMULA.match(text):
        text = f"'{text}"
    return _AFTER_A_BREAK.sub(r"\1'", text) if ";" in text or "\n" in text or "\t" in text or "\r" in text else text


def _write_file(path: Path, file: SourceFile, reasons: dict[int, list[str]], target: Path) -> None:
    if scan_file(path).sha256 != file.sha256:
        raise FileRefused("file_changed", file=path.name)
    source = open_source(path, file.detection.platform, file.detection.encoding or None)
    partial = target.with_name(f"{target.name}.partial")
    try:
        with partial.open("w", encoding="utf-8-sig", newline="") as stream:
            _write_rows(source, reasons, stream)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise EnvironmentFault("file_unwritable", file=target.name, reason=error.errno) from error
    finally:
        source.close()


def _write_rows(source: Source, reasons: dict[int, list[str]], stream: io.TextIOWrapper) -> None:
    writer = csv.writer(stream)
    headings = list(source.match.headings)
    writer.writerow([REASON_HEADING, *map(inert, headings)])
    for row in source.rows():
        told = reasons.get(row.number)
        if told is not None:
            cells = [*row.cells, *[""] * (len(headings) - len(row.cells))]
            writer.writerow([inert("; ".join(told)), *map(inert, cells)])


def _code_and_column(problem: RowProblem) -> str:
    return f"{problem.code} ({problem.column})" if problem.column else problem.code
