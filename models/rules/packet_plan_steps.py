"""Which choice a new plan makes for a packet, so that Undo and the history can name it."""

from __future__ import annotations

from dataclasses import fields

from models.packet_records import ExhibitPlan, PacketPlan

_CODES = {
    "language": "packet_language_chosen", "paper": "packet_paper_chosen", "texts": "packet_texts_written",
    "previous_id": "packet_next_version",
}  # fmt: skip
_SWITCHES = frozenset(("letterhead", "redacted_first", "marks", "integrity_page", "weights", "pattern", "recipient"))
_EXHIBITS = {
    "crop": "packet_exhibits_cropped", "per_page": "packet_exhibits_grouped", "stills": "packet_stills_chosen",
    "pages": "packet_pages_chosen", "version": "packet_versions_chosen", "slot": "packet_slots_chosen",
}  # fmt: skip


def plan_step(before: PacketPlan, after: PacketPlan) -> str:
    """The action code of the step from one plan to the next; `packet_plan_changed` for several choices at once.

    A receiver brings the paper and language it asks for along, a next version all that its packet was made with.
    """
    changed = {each.name for each in fields(PacketPlan) if getattr(before, each.name) != getattr(after, each.name)}
    if "previous_id" in changed and after.previous_id is not None:
        return "packet_next_version"
    if "preset" in changed and changed <= {"preset", "language", "paper"}:
        return "packet_preset_chosen"
    if changed == {"internal_notes"}:
        return "packet_notes_let_in" if after.internal_notes else "packet_notes_kept_out"
    if changed == {"exhibits"}:
        return _exhibit_step(before, after)
    if changed and changed <= _SWITCHES:
        return "packet_content_changed"
    return _CODES.get(next(iter(changed)), "packet_plan_changed") if len(changed) == 1 else "packet_plan_changed"


def _exhibit_step(before: PacketPlan, after: PacketPlan) -> str:
    ids = {each.evidence_id for each in (*before.exhibits, *after.exhibits)}
    changed = {
        each.name
        for evidence_id in ids
        for each in fields(ExhibitPlan)
        if getattr(before.exhibit(evidence_id), each.name) != getattr(after.exhibit(evidence_id), each.name)
    }
    return _EXHIBITS.get(next(iter(changed)), "packet_exhibits_shown") if len(changed) == 1 else "packet_exhibits_shown"
