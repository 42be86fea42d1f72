"""Order files of the platforms, read into a draft to look at before anything is saved."""

from desktop.importers.bad_rows import write_bad_rows
from desktop.importers.draft import (
    Candidate,
    Detection,
    DraftLine,
    DraftOrder,
    ImportDraft,
    RowProblem,
    SourceFile,
)
from desktop.importers.reading import detect, read_draft
from desktop.importers.refusals import EncodingCandidate, EncodingUnclear, FileRefused, ImportCancelled

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
