"""What the list shows, in words: the name of its view, what is searched for, how it is sorted."""

from __future__ import annotations

from ui.cases.case_columns import SORTS, case_columns
from ui.cases.case_list_pane import CaseListPane
from ui.i18n import translator
from ui.plain import one_line

tr = translator("cases")


def list_title(pane: CaseListPane) -> str:
    """The name of the view: `Open`."""
    return pane.views.title()


def list_facts(pane: CaseListPane) -> str:
    """What is searched for and how the rows are sorted."""
    query = pane.model.query
    parts = []
    if query.text.strip():
        parts.append(tr("search “%1”", one_line(query.text.strip())[:60]))
    if query.filters:
        parts.append(pane.views.summary())
    way = tr("descending") if query.descending else tr("ascending")
    parts.append(tr("by %1, %2", case_columns()[SORTS.index(query.sort)].title, way))
    return " · ".join(parts)
