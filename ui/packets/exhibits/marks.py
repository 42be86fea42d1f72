"""The small tags of an exhibit's row: all that is shown in another way than usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.packet_records import ExhibitPlan
from models.rules.page_ranges import pages_text
from ui.i18n import translator
from ui.plain import one_line
from ui.theme import State

tr = translator("packets")


@dataclass(frozen=True, slots=True)
class RowMark:
    """A tag: a word or two in the row, the whole of it for tool tips and screen readers."""

    text: str
    said: str
    state: State | None = None


def marks_of(plan: ExhibitPlan, slots: Mapping[str, str], *, bare: bool = False) -> tuple[RowMark, ...]:
    """The tags of an exhibit. `slots`: the receiver's types of evidence by id; `bare`: nothing is hidden in it."""
    found: list[RowMark] = []
    if bare:
        found.append(RowMark(tr("Not redacted"), tr("A redacted copy exists, but this file hides nothing"), "due"))
    if plan.crop is not None:
        left, top, right, bottom = plan.crop
        share = max(1, round((right - left) * (bottom - top) * 100))
        found.append(RowMark(tr("Cropped"), tr("Cropped: %1 % of the picture is shown", share)))
    if plan.stills:
        found.append(RowMark(tr("%n still(s)", n=len(plan.stills)), tr("%n still(s)", n=len(plan.stills))))
    if plan.pages:
        text = pages_text(plan.pages)
        found.append(RowMark(tr("p. %1", text), tr("Only pages %1", text)))
    if plan.per_page > 1:
        found.append(RowMark(tr("%1 on a page", plan.per_page), tr("%1 exhibits on a page", plan.per_page)))
    if plan.slot in slots:
        name = one_line(slots[plan.slot])
        found.append(RowMark(name, tr("Type of evidence: %1", name)))
    return tuple(found)
