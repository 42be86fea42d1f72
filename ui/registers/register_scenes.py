"""What of the Registers page is worth a picture: its tabs, the popup of months, its dialogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from models.kinds import RegisterKind
from ui.page import Scene

if TYPE_CHECKING:
    from ui.registers.registers_page import RegistersPage

_PATIENCE_MS = 4000


def register_scenes(page: RegistersPage) -> Sequence[Scene]:
    """The pictures in order."""

    def wait(until: Callable[[], bool]) -> None:
        end = QDeadlineTimer(_PATIENCE_MS)
        while not end.hasExpired() and not until():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def tab(kind: RegisterKind) -> Callable[[], QWidget | None]:
        def show() -> QWidget | None:
            page.tabs.setCurrentIndex(list(RegisterKind).index(kind))
            wait(lambda: page.view.reading is not None and page.view.reading.choice.register is kind)
            if page.view.model.rowCount():
                page.view.table.choose_row(0)
            if kind is RegisterKind.CARRIER_CLAIM:
                wait(lambda: page.pane.preview.sheet is not None)
            return None

        return show

    def asked(ask: Callable[[], object]) -> Callable[[], QWidget | None]:
        def show() -> QWidget | None:
            ask()
            found: list[QDialog] = []

            def there() -> bool:
                found[:] = [each for each in page.findChildren(QDialog) if each.isVisible()]
                return bool(found)

            wait(there)
            return found[0] if found else None

        return show

    def on_claims(ask: Callable[[], object]) -> Callable[[], QWidget | None]:
        def show() -> QWidget | None:
            tab(RegisterKind.CARRIER_CLAIM)()
            return asked(ask)()

        return show

    tabs = [Scene("" if kind is RegisterKind.CARRIER_CLAIM else kind.value, tab(kind)) for kind in RegisterKind]
    tabs.sort(key=lambda scene: bool(scene.name))
    return (
        *tabs,
        Scene("close", on_claims(page.month_desk.close_month)),
        Scene("correct", on_claims(page.doings.correct)),
        Scene("measures", asked(page.month_desk.metrics)),
    )
