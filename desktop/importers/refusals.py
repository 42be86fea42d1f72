"""Why a whole file cannot be imported, each with its stable code, and the limits files are held to."""

from __future__ import annotations

from dataclasses import dataclass

from models.errors import UserError

FILE_BYTES = 256 * 1024 * 1024
WORKBOOK_BYTES = 64 * 1024 * 1024
LINE_BYTES = 32 * 1024 * 1024
CELL_CHARACTERS = 1024 * 1024
ROWS = 1_000_000
COLUMNS = 16_384
REFUSED_ROWS = 100_000
LISTED_WARNINGS = 10_000


class FileRefused(UserError):
    """The file as a whole cannot be imported.

    Codes: unknown_format, no_header, empty_file, too_large (values: limit, what), protected_workbook,
    damaged_workbook, archive_not_workbook, wrong_platform (values: found), mixed_platforms, unknown_zone,
    currency_needed, too_many_bad_rows, no_files, no_such_encoding.
    """


@dataclass(frozen=True, slots=True)
class EncodingCandidate:
    """How the first lines read in one encoding; `undecodable` counts characters that could not be read there."""

    encoding: str
    preview: tuple[str, ...]
    undecodable: int


class EncodingUnclear(FileRefused):
    """Code encoding_unclear: the user has to choose; `candidates` say how the file would read."""

    def __init__(self, file: str, candidates: tuple[EncodingCandidate, ...]) -> None:
        super().__init__("encoding_unclear", file=file, encodings=tuple(one.encoding for one in candidates))
        self.candidates = candidates


class ImportCancelled(UserError):
    """Code import_cancelled: the user stopped reading; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("import_cancelled")


class CellFault(Exception):
    """One cell cannot be used; `code` says why. Never leaves the importers: it becomes a RowProblem."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
