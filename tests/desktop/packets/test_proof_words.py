"""What checking a packet found, in words: no code of the program is left in a sentence."""

from __future__ import annotations

import re
from datetime import UTC
from pathlib import Path

import pytest

from desktop.decoder.results import NoPreviewReason
from desktop.packets.checked import Ground
from desktop.packets.proof_words import ground_words

ROOT = Path(__file__).resolve().parents[3]
REFUSALS = set(re.findall(r'"(archive_[a-z_]+)"', (ROOT / "desktop/importers/evidence_archive.py").read_text("utf-8")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_reason_why_a_file_was_not_read_has_words(language: str) -> None:
    reasons = {"not_looked_into": set(NoPreviewReason), "archive_unreadable": REFUSALS, "cannot_be_read": REFUSALS}
    for code, found in reasons.items():
        said = {ground_words(Ground(code, {"reason": reason}), language, UTC) for reason in found}
        assert len(said) > 1
        assert not [each for each in said if re.search(r"[a-z]_[a-z]", each)]
