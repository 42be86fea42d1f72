"""What checking a packet found: per file whether it is intact, changed or unknown, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.decoder.signatures import SignatureState as SignatureState


class Verdict(StrEnum):
    """Intact: the very bytes that were made or signed. Changed: not those. Unknown: nothing here tells."""

    INTACT = "intact"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ground:
    """One thing a verdict rests on: a code with a sentence in `resources/words/proof.json`, and its values."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature found. `fingerprint`: SHA-256 of the certificate; `ours`: it is the one in this data folder."""

    state: SignatureState
    name: str = ""
    fingerprint: str = ""
    ours: bool = False
    signed_at: datetime | None = None
    stamped_at: datetime | None = None
    stamped_by: str = ""


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file, by itself or inside an archive or folder; `name` is as hostile as the file."""

    name: str
    verdict: Verdict
    grounds: tuple[Ground, ...] = ()
    size: int = 0
    sha256: str = ""
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The whole: `files` holds one entry for a single file. `locked`: a password is needed to look inside."""

    name: str
    verdict: Verdict
    grounds: tuple[Ground, ...]
    files: tuple[CheckedFile, ...]
    locked: bool = False
