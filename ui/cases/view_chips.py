"""The saved views as chips with counts; those that do not fit go into a menu at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from models.case_query import CaseView
from models.money import Money
from ui import theme as tokens
from ui.i18n import translator
from ui.plain import mnemonic_safe
from ui.theme import State
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import ViewChip

# A room of its own: "Buyer" on a chip means waiting on the buyer, not the buyer as in the list.
tr = translator("views")
_GAP = 6
_STATES: Mapping[CaseView, State] = {CaseView.OVERDUE: "overdue", CaseView.DUE_SOON: "due"}
COUNTED = (
    CaseView.OPEN, CaseView.OVERDUE, CaseView.DUE_SOON, CaseView.WAITING_BUYER, CaseView.WAITING_WAREHOUSE,
    CaseView.WAITING_CARRIER, CaseView.WAITING_PLATFORM, CaseView.IN_DISPUTE, CaseView.MINE,
)  # fmt: skip
VIEWS = (*COUNTED, CaseView.DONE, CaseView.ARCHIVED, CaseView.ALL)


def view_title(view: CaseView) -> str:
    """The name of a view."""
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
        CaseView.DONE: tr("Done"),
        CaseView.ARCHIVED: tr("Archived"),
        CaseView.ALL: tr("All"),
    }[view]


class ViewChips(QWidget):
    """Exactly one view is on; arrow keys move between them."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Views"))
        self._view = CaseView.OPEN
        self._counts: dict[CaseView, int] = {}
        self._chips: dict[CaseView, ViewChip] = {}
        for view in VIEWS:
            chip = ViewChip(view_title(view), None, self, state=_STATES.get(view))
            chip.clicked.connect(lambda _=False, view=view: self._clicked(view))
            chip.installEventFilter(self)
            self._chips[view] = chip
        self._more: Button = icon_button("ellipsis", tr("More views"), self, size="small")
        self._more.clicked.connect(self._open_menu)
        self._chips[self._view].setChecked(True)

    def view(self) -> CaseView:
        """The view that is on."""
        return self._view

    def set_view(self, view: CaseView) -> None:
        """Turn a view on without saying so."""
        self._view = view
        for known, chip in self._chips.items():
            chip.setChecked(known is view)
        self._arrange()

    def set_counts(self, counts: Mapping[CaseView, tuple[int, Money]]) -> None:
        """Show how many cases each view holds."""
        self._counts = {view: count for view, (count, _) in counts.items()}
        for view, chip in self._chips.items():
            chip.set_count(self._counts.get(view) if view in COUNTED else None)
        self._arrange()

    def chip(self, view: CaseView) -> ViewChip:
        """The chip of a view."""
        return self._chips[view]

    def _clicked(self, view: CaseView) -> None:
        changed = view is not self._view
        self.set_view(view)
        if changed:
            self.chosen.emit(view)

    def overflow_menu(self) -> QMenu:
        """The views that have no room, as a menu."""
        menu = QMenu(self)
        for view, chip in self._chips.items():
            if chip.isHidden():
                count = self._counts.get(view)
                name = view_title(view) if count is None or view not in COUNTED else f"{view_title(view)}  {count}"
                action = menu.addAction(mnemonic_safe(name))
                action.setCheckable(True)
                action.setChecked(view is self._view)
                action.triggered.connect(lambda _=False, view=view: self._clicked(view))
        return menu

    def _open_menu(self) -> None:
        menu = self.overflow_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _arrange(self) -> None:
        """Chips in their order; the one that is on is always to be seen."""
        widths = {view: chip.sizeHint().width() for view, chip in self._chips.items()}
        room = self.width()
        if sum(widths.values()) + _GAP * (len(widths) - 1) > room:
            room -= self._more.sizeHint().width() + _GAP
        reserved = widths[self._view] + _GAP
        left, shown, full = 0, [], False
        for view in VIEWS:
            ahead = 0 if view is self._view or self._view in shown else reserved
            full = full or left + widths[view] + ahead > room
            if not full or view is self._view:
                shown.append(view)
                left += widths[view] + _GAP
        left, top = 0, (self.height() - tokens.VIEW_CHIP) // 2
        for view, chip in self._chips.items():
            chip.setVisible(view in shown)
            if view in shown:
                chip.setGeometry(left, top, widths[view], tokens.VIEW_CHIP)
                left += widths[view] + _GAP
        self._more.setVisible(len(shown) < len(VIEWS))
        self._more.setGeometry(left, top, self._more.sizeHint().width(), tokens.VIEW_CHIP)

    def sizeHint(self) -> QSize:
        return QSize(600, tokens.VIEW_CHIP)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, tokens.VIEW_CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Buttons move the focus by arrows themselves; here the view moves with it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            at = VIEWS.index(self._view) + step
            if step and 0 <= at < len(VIEWS):
                self._clicked(VIEWS[at])
                self._chips[VIEWS[at]].setFocus(Qt.FocusReason.TabFocusReason)
            return bool(step)
        return False
