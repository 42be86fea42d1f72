"""The sentences for the codes of packets: what does not fit, receivers of the shop's own, plans, outcomes."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("packet_options")
Values = Mapping[str, object]
Words = tuple[str, str]
_NAMED = 3


def known_sentence(code: str, values: Values) -> Words | None:
    """What happened and what to do next for a code, None for one without words here."""
    if code == "packet_does_not_fit":
        return tr("The packet does not fit what its receiver takes."), _why(values)
    return _making(values).get(code) or _receivers(values).get(code) or _outcomes(values).get(code)


def _why(values: Values) -> str:
    """What does not fit, each by its sentence; where only codes are told, where to look."""
    from models.rules.packet_fit import Refusal
    from ui.fit_words import refusal_sentence

    told = values.get("refusals")
    refusals = [each for each in told if isinstance(each, Refusal)] if isinstance(told, tuple | list) else []
    if not refusals:
        return tr("Nothing was made. The Packet page names what is too much.")
    lines = [refusal_sentence(each) for each in refusals[:_NAMED]]
    if len(refusals) > _NAMED:
        lines.append(tr("and %n more", n=len(refusals) - _NAMED))
    return "\n".join(lines)


def _making(values: Values) -> dict[str, Words]:
    place = isolate(one_line(str(values.get("folder", ""))))
    return {
        "packet_folder_there": (
            tr("There is something of this name already: %1", place),
            tr("Choose another folder; nothing there was touched."),
        ),
        "packet_plan_wrong": (
            tr("An exhibit cannot be shown that way."),
            tr("Look at its crop, pages and stills, and choose them again."),
        ),
        "proofs_unreadable": (
            tr("The list of expected proof cannot be read."),
            tr("Install the program again; the shop's data is not touched by it."),
        ),
    }


def _receivers(values: Values) -> dict[str, Words]:
    field = one_line(str(values.get("field", "")))
    again = tr("Install the program again; the shop's data is not touched by it.")
    return {
        "preset_wrong": (
            tr("This figure of the receiver cannot be: %1", field),
            tr("Correct it, or leave it empty where no limit is known."),
        ),
        "preset_not_own": (
            tr("This receiver has nothing of your own."), tr("It stands with the figures it came with.")
        ),
        "preset_too_many": (
            tr("There are %1 receivers of your own already.", values.get("limit", "")),
            tr("Take one away that nobody uses."),
        ),
        "preset_unusable": (tr("A receiver of your own is damaged."), tr("Write it again; the others work.")),
        "presets_unreadable": (tr("The list of receivers cannot be read."), again),
        "presets_unusable": (tr("The list of receivers cannot be used."), again),
    }  # fmt: skip


def _outcomes(values: Values) -> dict[str, Words]:
    return {
        "packet_outcome_unknown": (
            tr("A packet cannot end that way."), tr("Choose won, partly won, lost or withdrawn.")
        ),
        "packet_outcome_amount": (tr("An amount is not below zero."), tr("Write what the shop kept or got back.")),
        "packet_outcome_early": (
            tr("It cannot have been decided before the packet was made."), tr("Choose a later day.")
        ),
        "packet_outcome_late": (tr("It cannot have been decided in the future."), tr("Choose an earlier day.")),
    }  # fmt: skip
