"""The views as lines of the palette: a part of its name finds a view from any page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.case_query import SavedView
from models.rules.pinyin import initials
from ui.cases.saved_view_words import view_name
from ui.command_palette import Entry
from ui.i18n import translator
from ui.page import Target
from ui.palette_ranking import hit
from ui.plain import one_line

tr = translator("views")
_SHOWN = 8


def view_entries(views: Sequence[SavedView], text: str, go: Callable[[Target], Callable[[], object]]) -> list[Entry]:
    """A line for each view that a text means, hidden ones too. Runs in any thread."""
    kind = tr("View")
    found = []
    for view in views:
        name = one_line(view_name(view))
        if hit(text, name, kind, initials(name)) is not None:
            target = Target("cases", part=view.key)
            found.append(Entry(name, kind, "bookmark", go(target), sort="view", name=f"view:{view.key}"))
    return found[:_SHOWN]
