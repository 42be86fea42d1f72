"""Opens the one receiving window over the main window, from a command or with a number that was typed elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.background import Background
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext
    from ui.receiving.receiving_window import ReceivingWindow

NAME = "receiving"
"""The object name of the window: there is one over a main window, wherever it was asked for."""


def open_receiving(
    ctx: AppContext,
    background: Background,
    parent: QWidget,
    go: Callable[[Target], object],
    text: str = "",
    *,
    part: str = "",
    receipt_id: int | None = None,
) -> ReceivingWindow:
    """Bring the window to the front; `text` is a number or code as if it had been scanned there.

    `part` is the word of the tab to show first: `box`, `undeliverable` or `awaited`. The page below keeps its place;
    `go` is asked for a case that is to be shown. `receipt_id` is a parcel without an owner to begin with.
    """
    from ui.receiving.receiving_window import ReceivingWindow

    above: Any = parent.window()
    found = above.findChild(QObject, NAME, Qt.FindChildOption.FindDirectChildrenOnly)
    window = found if isinstance(found, ReceivingWindow) else ReceivingWindow(ctx, background, above, go)
    window.present()
    if part:
        window.show_part(part)
    if receipt_id is not None:
        window.show_parcel(receipt_id)
    if text.strip():
        window.scan(text)
    return window
