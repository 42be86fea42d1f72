"""The kinds of sample evidence, and what a shop would write beside each; the words lie in resources/sample_shop."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop.platform.resources import resource

Words = Mapping[str, str]
"""The same words under "zh" and "en"."""


@dataclass(frozen=True, slots=True)
class EvidenceKind:
    """One kind of sample evidence. `by_buyer` tells whose file it is, `need` which need of the packs it fills."""

    code: str
    extension: str
    by_buyer: bool
    tag: Words
    caption: Words
    proves: Words
    file_stem: Words
    need: str = ""

    def file_name(self, lang: str, number: int) -> str:
        """A name as a phone or messenger would give it."""
        return f"{self.file_stem[lang]}_{number:04d}.{self.extension}"


def _read() -> Mapping[str, EvidenceKind]:
    text = resource("sample_shop", "evidence.json").read_text(encoding="utf-8")
    return MappingProxyType({entry["code"]: EvidenceKind(**entry) for entry in json.loads(text)["kinds"]})


EVIDENCE_KINDS = _read()
