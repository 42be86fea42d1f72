"""What the list shows, in words: the name of its view, what is searched for, the filters, how it is sorted."""

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
    """What is searched for, the filters, and how the rows are sorted."""
    query = pane.model.query
    text = one_line(query.text.strip())[:60]
    way = tr("descending") if query.descending else tr("ascending")
    parts = (
        tr("search “%1”", text) if text else "",
        pane.views.summary(),
        tr("by %1, %2", case_columns()[SORTS.index(query.sort)].title, way),
    )
    return " · ".join(part for part in parts if part)
