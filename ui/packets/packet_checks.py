"""What is checked before a packet is handed out, as sentences with a state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.services.packet_results import PacketPreview
from models.records import Evidence
from ui.i18n import translator

tr = translator("packets")
_GLYPHS_NAMED = 6


@dataclass(frozen=True, slots=True)
class Check:
    """One line: whether it is well (done), wants a look (due), stops the packet (overdue) or is not known yet."""

    state: Literal["done", "due", "overdue", "waiting"]
    text: str


def checks_of(exhibits: Sequence[Evidence], preview: PacketPreview | None) -> list[Check]:
    """The checks of a packet with these exhibits; `preview` is None while none is there."""
    made = [_whole(exhibits, preview), _proving(exhibits)]
    if preview is not None:
        made += _shown(exhibits, preview)
        made.append(_letters(preview))
    return made


def pictures_in(exhibits: Sequence[Evidence], preview: PacketPreview) -> int:
    """How many exhibits are shown as a picture."""
    texts = {item.id for item in exhibits if item.is_text}
    return sum(placed.shown and placed.evidence_id not in texts for placed in preview.exhibits)


def _whole(exhibits: Sequence[Evidence], preview: PacketPreview | None) -> Check:
    if preview is None:
        return Check("waiting", tr("Originals not compared yet"))
    bad = [place for place, item in enumerate(exhibits, 1) if item.id in preview.kept_out]
    if bad:
        return Check("overdue", tr("Not as imported, kept out: exhibit %1. Take it out, or restore it.", _listed(bad)))
    if not exhibits:
        return Check("due", tr("No exhibit goes in"))
    return Check("done", tr("%n original(s) as imported, by SHA-256", n=len(exhibits)))


def _proving(exhibits: Sequence[Evidence]) -> Check:
    silent = [place for place, item in enumerate(exhibits, 1) if not item.proves.strip()]
    if silent:
        return Check("due", tr("Does not say what it proves: exhibit %1", _listed(silent)))
    return Check("done", tr("Every exhibit says what it proves"))


def _shown(exhibits: Sequence[Evidence], preview: PacketPreview) -> list[Check]:
    known = {item.id for item in exhibits}
    blind = [placed.number for placed in preview.exhibits if not placed.shown and placed.evidence_id in known]
    return [Check("due", tr("Cannot be shown on paper: exhibit %1", _listed(blind)))] if blind else []


def _letters(preview: PacketPreview) -> Check:
    missing = preview.missing_glyphs
    if not missing:
        return Check("done", tr("Every character can be printed"))
    named = " ".join(f"{char} (U+{ord(char[0]):04X})" for char in missing[:_GLYPHS_NAMED] if char)
    return Check("due", tr("%1 printed as a box: %2", tr("%n character(s)", n=len(missing)), named))


def _listed(numbers: Iterable[int]) -> str:
    return tr(", ").join(str(number) for number in numbers)
