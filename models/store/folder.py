"""Where things lie in a shop's data folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from models.store import fsops


@dataclass(frozen=True, slots=True)
class DataFolder:
    """One shop's data: everything below `root`, nothing anywhere else."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "case.db"

    @property
    def evidence(self) -> Path:
        return self.root / "evidence"

    @property
    def staging(self) -> Path:
        return self.root / "staging"

    @property
    def quarantine(self) -> Path:
        return self.root / "quarantine"

    @property
    def cache(self) -> Path:
        return self.root / "cache"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def certificate(self) -> Path:
        """The certificate the shop signs packets with, its key locked by a passphrase."""
        return self.root / "certificate.pem"

    @property
    def anchors(self) -> Path:
        return self.root / "anchors.log"

    def create(self) -> None:
        """Make the folder and its rooms; OSError if the disk refuses."""
        for path in (self.root, self.evidence, self.staging, self.quarantine, self.cache, self.backups, self.logs):
            fsops.make_folder(path)
