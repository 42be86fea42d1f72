"""The sentences for the codes of a case's life: moved, snoozed, merged, linked, split."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("case_life")


def known_sentence(code: str, values: Mapping[str, object]) -> tuple[str, str] | None:
    """What happened and what to do next for a code of moving, snoozing and joining cases; None for another."""
    number = one_line(str(values.get("case", "")))
    known: dict[str, Callable[[], tuple[str, str]]] = {
        "merged_stays": lambda: (
            tr("%1 was merged into another case.", number), tr("Work on the case it was merged into.")),
        "archived_stays": lambda: (
            tr("%1 is archived.", number), tr("Reopen it first; notes and evidence can be added as it is.")),
        "move_needs": lambda: (
            tr("%1 needs to be told more first.", number), tr("Use Change state, which asks for it.")),
        "snooze_past": lambda: (tr("This moment has passed."), tr("Choose a later one.")),
        "snooze_far": lambda: (tr("This is more than a year away."), tr("Choose an earlier moment, or archive it.")),
        "snooze_closed": lambda: (tr("%1 is closed and needs no snooze.", number), tr("Reopen it first.")),
        "snooze_clock_near": lambda: (
            tr("A clock of %1 ends within 24 hours already.", number),
            tr("It would wake at once; choose a time instead.")),
        "merge_same": lambda: (tr("A case cannot be merged with itself."), tr("Choose another one.")),
        "merge_already": lambda: (tr("%1 was merged already.", number), tr("Open the case it went into.")),
        "merge_other_shop": lambda: (
            tr("%1 belongs to another shop.", number), tr("Cases of two shops stay apart; link them instead.")),
        "merge_into_closed": lambda: (tr("The case to keep is closed."), tr("Reopen it first, or keep another one.")),
        "merge_both_decided": lambda: (
            tr("Both cases have a resolution."), tr("Each was decided by itself; link them instead.")),
        "merge_decided": lambda: (
            tr("%1 has a resolution.", number), tr("Keep that case and merge the other into it.")),
        "merge_in_dispute": lambda: (
            tr("%1 is in dispute.", number), tr("Keep that case and merge the other into it.")),
        "merge_other_buyer": lambda: (
            tr("%1 is another buyer's.", number), tr("Merge it only if both are the same person.")),
        "link_same": lambda: (tr("A case cannot be linked to itself."), tr("Choose another one.")),
        "link_already": lambda: (tr("These cases are linked already."), ""),
        "link_stays": lambda: (
            tr("This link was made by merging or splitting."), tr("It is part of the history and stays.")),
        "link_not_found": lambda: (tr("This link is gone already."), ""),
        "split_not_here": lambda: (tr("Part of this is no longer in %1.", number), tr("Look at the case again.")),
    }  # fmt: skip
    found = known.get(code)
    return found() if found is not None else None
