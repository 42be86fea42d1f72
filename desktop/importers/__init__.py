"""Order files of the platforms, read into a draft to look at before anything is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.importers.draft import (
    Candidate,
    Detection,
    DraftLine,
    DraftOrder,
    ImportDraft,
    RowProblem,
    SourceFile,
)
from desktop.importers.refusals import EncodingCandidate, EncodingUnclear, FileRefused, ImportCancelled

if TYPE_CHECKING:
    from desktop.importers.bad_rows import write_bad_rows
    from desktop.importers.reading import detect, read_draft

__all__ = [
    "Candidate",
    "Detection",
    "DraftLine",
    "DraftOrder",
    "EncodingCandidate",
    "EncodingUnclear",
    "FileRefused",
    "ImportCancelled",
    "ImportDraft",
    "RowProblem",
    "SourceFile",
    "detect",
    "read_draft",
    "write_bad_rows",
]


def __getattr__(name: str) -> Any:
    """What reads files is loaded with the first file, not with the window."""
    if name == "write_bad_rows":
        from desktop.importers import bad_rows

        return bad_rows.write_bad_rows
    if name in ("detect", "read_draft"):
        from desktop.importers import reading

        return getattr(reading, name)
    raise AttributeError(name)
