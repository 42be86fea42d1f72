"""Sentences for what goes wrong with the hand-over and with steps handed on."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("hand_over")


def known_sentence(code: str, values: Mapping[str, object]) -> tuple[str, str] | None:
    """What happened and what to do next; None for a code without words here."""

    def said(name: str) -> str:
        return one_line(str(values.get(name, "")))

    person = isolate(said("person")) if said("person") else tr("somebody")
    return {
        "hand_over_item_not_found": (
            tr("This item is not there any more."), tr("Somebody took it back. Press F5 to see what is there."),
        ),
        "hand_over_cleared": (tr("%1 has cleared it already.", person), tr("Open it again if something is left.")),
        "hand_over_passed": (
            tr("%1 passed it on to a later morning.", person), tr("Deal with it there: it goes on under that day."),
        ),
        "hand_over_not_later": (tr("Passed on means to a later morning."), tr("Choose one after %1.", said("day"))),
        "hand_over_not_yours": (
            tr("%1 left this; only they change its words.", person), tr("Pass it on with a note, or tick it off."),
        ),
        "hand_over_reason_missing": (
            tr("%1 counts on this item.", person), tr("Say why it is changed or taken back; it stays in the history."),
        ),
        "hand_over_other_buyer": (
            tr("Case %1 is of another buyer than %2.", said("case"), isolate(said("buyer"))),
            tr("Choose the case or the buyer, not both."),
        ),
        "hand_over_due_past": (tr("That time has passed already."), tr("Choose a later one.")),
        "hand_over_due_far": (tr("That is more than a year ahead."), tr("Choose a nearer day.")),
        "hand_over_due_other_day": (tr("The due time is not of that morning."), tr("Choose one of the two.")),
        "hand_over_hour_invalid": (
            tr("“%1” is no time of day.", isolate(said("text"))), tr("Write it like 12:00 or 9:30."),
        ),
        "no_hand_over_items": (
            tr("Nothing was left for the morning of %1.", said("day")), tr("Leave something first, then print."),
        ),
        "no_steps_of_role": (tr("This role has no open steps."), tr("There is nothing to print.")),
        "step_not_open": (tr("The step is not open any more."), tr("Somebody did it or left it out. Press F5.")),
        "hand_on_to_nobody": (tr("It is not said who gets the step."), tr("Choose a role or a person.")),
    }.get(code)  # fmt: skip
