"""The keys of the wizard in words, and the states of it that pictures are taken of."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.context import AppContext
from desktop.services.resolutions import Walk
from models.case_query import CaseQuery, CaseView
from ui.i18n import translator
from ui.page import Key, Scene
from ui.resolution.foot import previous_key
from ui.resolution.walking import Walking
from ui.resolution.wizard_state import FACTS, REMEDY, ROAD

tr = translator("resolution")


def hints() -> str:
    """The status bar's line."""
    return tr("1–9 choose · ↵ next · %1 previous · O decide otherwise · Esc leave, keep the draft", previous_key())


def keys() -> Sequence[Key]:
    """All keys, for F1."""
    return (
        Key("1", tr("choose an answer, to 9")), Key("0", tr("all kinds of case")), Key("Return", tr("next question")),
        Key("Alt+Left", tr("question before")), Key("Alt+Right", tr("next question")),
        Key("Ctrl+End", tr("straight to Confirm")), Key("O", tr("decide otherwise")),
        Key("A", tr("say what is not asked")), Key("Space", tr("enlarge a photo")),
        Key("Esc", tr("leave and keep the draft")),
    )  # fmt: skip


def scenes_of(ctx: AppContext, walking: Walking) -> Sequence[Scene]:
    """A question of a case with photos, the road and the facts; a decided case opened again, its remedies, the end."""

    def open_first(fits: Callable[[Walk], bool]) -> None:
        for case_id in ctx.cases.list_case_ids(CaseQuery(view=CaseView.OPEN))[:60]:
            if fits(ctx.resolutions.start(case_id)):
                walking.start(case_id)
                return

    def asking(walk: Walk) -> bool:
        return walk.conclusion.next_question is not None and len(walk.page.evidence) > 2

    def decided(walk: Walk) -> bool:
        return walk.page.resolution is not None and len(walk.conclusion.remedies) > 2

    return (
        Scene("", lambda: open_first(asking)), Scene("road", lambda: walking.go(ROAD)),
        Scene("facts", lambda: walking.go(FACTS)), Scene("decided", lambda: open_first(decided)),
        Scene("remedy", lambda: walking.go(REMEDY)), Scene("confirm", walking.to_confirm),
    )  # fmt: skip
