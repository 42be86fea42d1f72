"""What was typed of what an exhibit proves and is not in the store: Esc and a full disk cost no words."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Evidence


class ProvesDrafts:
    """One text for each exhibit, until the store has it."""

    def __init__(self) -> None:
        self._texts: dict[int, str] = {}

    def note(self, evidence_id: int, text: str) -> None:
        """Keep what is typed now."""
        self._texts[evidence_id] = text

    def has(self, evidence_id: int) -> bool:
        """Whether something was typed that the store does not have."""
        return evidence_id in self._texts

    def text(self, evidence_id: int, stored: str) -> str:
        """What the editor begins with."""
        return self._texts.get(evidence_id, stored)

    def settle(self, evidence: Sequence[Evidence]) -> None:
        """What was read from the store: drafts it has by now are let go."""
        for item in evidence:
            if self._texts.get(item.id, "").strip() == item.proves:
                self._texts.pop(item.id, None)

    def forget(self) -> None:
        """Another case."""
        self._texts.clear()
