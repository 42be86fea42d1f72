"""The views as lines of the palette: typing a part of a view's name finds it from any page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from models.case_query import SavedView
from ui.cases.saved_view_words import view_name
from ui.command_palette import Entry, matches
from ui.i18n import translator
from ui.page import Target
from ui.plain import one_line

tr = translator("views")
_SHOWN = 8


def view_entries(views: Sequence[SavedView], text: str, go: Callable[[Target], Callable[[], object]]) -> list[Entry]:
    """A line for each view that is meant by a text, hidden ones too."""
    kind = tr("View")
    named = [(view, one_line(view_name(view))) for view in views]
    return [
        Entry(name, kind, "bookmark", go(Target("cases", part=view.key)), name=f"view:{view.key}")
        for view, name in named
        if matches(text, f"{name} {kind}")
    ][:_SHOWN]
