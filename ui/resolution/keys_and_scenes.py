"""The keys of the wizard in words, and the states of it that pictures are taken of."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.context import AppContext
from models.store.cases import CaseQuery, CaseView
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
    """A question of a case with photos, the road, the facts and the remedies."""

    def question() -> None:
        service = ctx.resolutions
        for case_id in ctx.cases.list_case_ids(CaseQuery(view=CaseView.OPEN))[:60]:
            walk = service.start(case_id)
            if walk.conclusion.next_question is not None and len(walk.page.evidence) > 2:
                walking.start(case_id)
                return

    return (
        Scene("", question), Scene("road", lambda: walking.go(ROAD)), Scene("facts", lambda: walking.go(FACTS)),
        Scene("remedy", lambda: walking.go(REMEDY)),
    )  # fmt: skip
