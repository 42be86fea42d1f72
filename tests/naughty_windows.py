"""Opens the pages of the day and the month on a hostile shop, and looks at all they show, tell and say to a reader."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.context import AppContext

MARKUP = ("<script", "<img ", "<a href", "<b>粗体", "<b><b>")
SLOW_S, ROWS = 3.0, 80


def look(ctx: AppContext, texts: Sequence[str]) -> list[str]:
    """What is wrong with the pages, one by one: read as markup, broken, or slow."""
    from models.kinds import RegisterKind
    from ui.desk import Desk
    from ui.main_window import MainWindow
    from ui.page import Target
    from ui.pages import page_entries
    from ui.program import application, install_language
    from ui.receiving.receiving_door import open_receiving
    from ui.screenshots import settle

    application(ctx)
    install_language(ctx, "zh")
    desk = Desk(ctx)
    window = MainWindow(ctx, page_entries(), desk.hooks)
    desk.seat(window)
    window.resize(1440, 900)
    window.show()
    found: list[str] = []

    def step(name: str, work: Any) -> None:
        began = time.monotonic()
        shown = work()
        settle(window, 8)
        window.grab()
        took = time.monotonic() - began
        if took > SLOW_S:
            found.append(f"{name}: {took:.1f} s")
        found.extend(f"{name}: {one}" for one in shown_faults(window))
        if shown is not None and shown is not window:
            shown.grab()
            found.extend(f"{name}: {one}" for one in shown_faults(shown))

    try:
        step("today", lambda: window.go(Target("today")) and None)
        for kind in RegisterKind:
            step(f"registers {kind.value}", lambda kind=kind: window.go(Target("registers", part=kind.value)) and None)
            page: Any = window.current_page()
            for table in tables_of(page):
                if table.model() is not None and table.model().rowCount() and table.isVisible():
                    table.setCurrentIndex(table.model().index(0, 0))
            step(f"registers {kind.value}, a line", lambda: None)
        for part in ("", "box", "undeliverable", "awaited"):
            step(
                f"receiving {part}", lambda part=part: open_receiving(ctx, window.background, window, print, part=part)
            )
        receiving = open_receiving(ctx, window.background, window, print)
        for text in texts:
            step("scan", lambda text=text: receiving.scan(text))
    finally:
        window.background.close()
        window.close()
        window.deleteLater()
    return list(dict.fromkeys(found))


def tables_of(place: Any) -> list[Any]:
    """Its lists and tables; headings are views of the same models and tell of columns only."""
    from PySide6.QtWidgets import QAbstractItemView, QHeaderView

    return [each for each in place.findChildren(QAbstractItemView) if not isinstance(each, QHeaderView)]


def shown_faults(place: Any) -> Iterator[str]:
    """Labels and tooltips that would be read as markup, in widgets and in models."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLabel, QWidget

    from ui.widgets.table import DataList, DataTable

    for each in (place, *place.findChildren(QWidget)):
        if isinstance(each, QLabel) and each.textFormat() is not Qt.TextFormat.PlainText and rich(each.text()):
            yield f"{type(each).__name__} reads {each.text()[:60]!r}"
        if rich(each.toolTip()):
            yield f"a tooltip of {type(each).__name__} reads {each.toolTip()[:60]!r}"
    for view in tables_of(place):
        model = view.model()
        for row in range(min(model.rowCount(), ROWS) if model is not None else 0):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                # These two escape what they are given as they show it.
                if tip and rich(str(tip)) and not isinstance(view, DataTable | DataList):
                    yield f"a tooltip of {type(model).__name__} reads {tip[:60]!r}"


def rich(text: str) -> bool:
    """Whether Qt would read a hostile text as markup."""
    from PySide6.QtGui import Qt

    return any(mark in text for mark in MARKUP) and Qt.mightBeRichText(text)
