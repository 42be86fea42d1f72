"""Words and colours for seams and cuts."""

from __future__ import annotations

from desktop.services.stitch_plans import CutPlan, JoinPlan, Seam, SeamState
from models.errors import AftercaseError
from models.rules.page_cuts import CutKind
from ui.error_words import ErrorWords
from ui.i18n import translator

tr = translator("chats")

SEAM_TOKENS = {
    SeamState.SURE: "done",
    SeamState.MOVED: "done",
    SeamState.LOOK: "due",
    SeamState.AMBIGUOUS: "due",
    SeamState.NONE: "overdue",
    SeamState.WIDTH: "overdue",
}
CUT_TOKENS = {CutKind.BETWEEN: "done", CutKind.INSIDE: "due", CutKind.PICTURE: "overdue"}


def seam_word(seam: Seam) -> str:
    """How sure a seam is, shortly."""
    return {
        SeamState.SURE: tr("Sure"),
        SeamState.LOOK: tr("Please look"),
        SeamState.AMBIGUOUS: tr("Repeats: please look"),
        SeamState.NONE: tr("No overlap"),
        SeamState.WIDTH: tr("Other width"),
        SeamState.MOVED: tr("Set by hand"),
    }[seam.state]


def seam_sentence(seam: Seam) -> str:
    """The same in a sentence, with what to do."""
    return {
        SeamState.SURE: tr("The same %n row is in both.", n=seam.rows),
        SeamState.LOOK: tr("%n row seems to be in both. Compare, and move the line if need be.", n=seam.rows),
        SeamState.AMBIGUOUS: tr("The same words repeat, so it fits at several places. Compare, and move the line."),
        SeamState.NONE: tr("Nothing is in both: one is put under the other."),
        SeamState.WIDTH: tr("Not of one width: one is put under the other, in the middle."),
        SeamState.MOVED: tr("%n row overlaps, as you set it.", n=seam.rows),
    }[seam.state]


def stitch_error(error: AftercaseError) -> ErrorWords | None:
    """The words for what cannot be joined or cut."""
    values = error.values
    number = values.get("number", "")
    words = {
        "chat_parts": (
            tr("From 2 to %1 screenshots can be joined at once.", values.get("most", "")),
            tr("Choose so many; joined pictures can be joined again."),
        ),
        "chat_not_picture": (
            tr("Evidence %1 is no picture that can be opened.", number), tr("Leave it out and try again."),
        ),
        "chat_too_long": (tr("Too long for one picture"), tr("Make two of it, or leave some out.")),
        "chat_fits_a_page": (tr("It fits one page"), tr("There is nothing to cut.")),
        "chat_too_many_pages": (
            tr("It would be %1 pages, %2 are allowed.", values.get("count", ""), values.get("most", "")),
            tr("Join fewer screenshots into one picture."),
        ),
        "chat_paper": (tr("This paper is not known."), tr("Choose A4 or Letter.")),
        "chat_not_made": (
            tr("The picture could not be made."), tr("The originals are as they were. Try it with fewer of them."),
        ),
        "chat_not_read": (
            tr("Evidence %1 could not be compared.", number), tr("Try again, or leave it out."),
        ),
        "evidence_of_two_cases": (
            tr("These belong to several cases."), tr("Choose evidence of one case."),
        ),
    }.get(error.code)  # fmt: skip
    return ErrorWords(*words) if words is not None else None


def cut_word(kind: CutKind) -> str:
    """What a cut goes through."""
    return {
        CutKind.BETWEEN: tr("Between messages"),
        CutKind.INSIDE: tr("Inside a message, between lines"),
        CutKind.PICTURE: tr("Through a picture"),
    }[kind]


def plan_sentence(plan: JoinPlan) -> str:
    """What the whole plan is, and what to look at."""
    width, height = plan.size()
    parts = [tr("%1 × %2 pixels", f"{width:,}", f"{height:,}")]
    if plan.reordered:
        parts.append(tr("The order was found from the pictures."))
    if plan.doubles:
        parts.append(tr("%n picture is left out: it is the same as another.", n=len(plan.doubles)))
    look = sum(seam.state not in (SeamState.SURE, SeamState.MOVED) for seam in plan.seams)
    if look:
        parts.append(tr("%n seam needs a look.", n=look))
    return " · ".join(part.rstrip(".。") for part in parts)


def cut_sentence(plan: CutPlan) -> str:
    """How many pages, and what the cuts go through."""
    pages = tr("%n page", n=len(plan.cuts) + 1)
    through = [cut_word(kind) for kind in dict.fromkeys(plan.through())]
    return " · ".join((pages, *through))
