"""The names of views: those every shop starts with in the window's language, its own as they were typed."""

from __future__ import annotations

from models.case_query import CaseView, SavedView
from ui.i18n import translator

# A room of its own: "Buyer" on a chip means waiting on the buyer, not the buyer as in the list.
tr = translator("views")
# Nobody works down these, and counting them takes longest.
_UNCOUNTED = (CaseView.DONE, CaseView.ARCHIVED, CaseView.ALL)
COUNTED = tuple(view for view in CaseView if view not in _UNCOUNTED)


def view_title(view: CaseView) -> str:
    """The name of a view every shop starts with."""
    return {
        CaseView.OPEN: tr("Open"),
        CaseView.OVERDUE: tr("Overdue"),
        CaseView.DUE_SOON: tr("Due in 24 h"),
        CaseView.WAITING_BUYER: tr("Buyer"),
        CaseView.WAITING_WAREHOUSE: tr("Warehouse"),
        CaseView.WAITING_CARRIER: tr("Carrier"),
        CaseView.WAITING_PLATFORM: tr("Platform"),
        CaseView.IN_DISPUTE: tr("In dispute"),
        CaseView.MINE: tr("Mine"),
        CaseView.SNOOZED: tr("Snoozed"),
        CaseView.DONE: tr("Done"),
        CaseView.ARCHIVED: tr("Archived"),
        CaseView.ALL: tr("All"),
    }[view]


def view_name(view: SavedView) -> str:
    """The name of any view; an own one's as typed, so show it plain."""
    return view_title(view.built_in) if view.built_in is not None else view.name


def is_counted(view: SavedView) -> bool:
    """Whether its chip shows a count."""
    return view.built_in not in _UNCOUNTED
