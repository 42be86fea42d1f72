"""The views as chips with counts, in the order everybody shares; those that do not fit go into a menu at the end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from models.case_query import CaseQuery, CaseView, SavedView
from ui import format as shown
from ui import theme as tokens
from ui.cases.saved_view_words import COUNTED, is_counted, view_name, view_title
from ui.i18n import translator
from ui.plain import isolate, mnemonic_safe, one_line, plain_tooltip
from ui.theme import State
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import ViewChip

__all__ = ["COUNTED", "ViewChips", "view_title"]
tr = translator("views")
_GAP = 6
_WIDEST = 168
_STATES: Mapping[str, State] = {CaseView.OVERDUE: "overdue", CaseView.DUE_SOON: "due"}


class SavedViewChip(ViewChip):
    """A chip of one view; a long name is shortened, and a dot says that something else is shown than was kept."""

    def __init__(self, view: SavedView, parent: QWidget) -> None:
        self._spoken = one_line(view_name(view))
        self._changed = False
        own = view.built_in is None
        words = painting.elided(self._spoken, _WIDEST, "body", 600) if own else self._spoken
        super().__init__(words, None, parent, state=_STATES.get(view.key))
        self._words = words
        if own:
            plain_tooltip(self, self._spoken)

    def set_changed(self, changed: bool) -> None:
        """Whether filters, text or order are not those that were kept."""
        if changed != self._changed:
            self._changed = changed
            self._label = f"{self._words} •" if changed else self._words
            self._name()
            self.updateGeometry()
            self.update()

    def _name(self) -> None:
        count = "" if self._count is None else f" {self._count}"
        self.setAccessibleName(f"{self._spoken}{count}")
        self.setAccessibleDescription(tr("Changed since it was saved") if self._changed else "")


class ViewChips(QWidget):
    """Exactly one view is on, named by its key; arrow keys move between them."""

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Views"))
        self._view: str = CaseView.OPEN
        self._counts: Mapping[str, int] = {}
        self._views: tuple[SavedView, ...] = ()
        self._chips: dict[str, SavedViewChip] = {}
        self._more: Button = icon_button("ellipsis", tr("More views"), self, size="small")
        self._more.clicked.connect(self._open_menu)
        self.show_views([SavedView(0, "", CaseQuery(view=view), view) for view in CaseView])

    # What is shown

    def show_views(self, views: Sequence[SavedView]) -> None:
        """The views there are, in order; hidden ones only while they are on."""
        if tuple(views) == self._views:
            return
        focused = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._views = tuple(views)
        self._chips = {view.key: self._make(view) for view in views}
        self.set_counts(self._counts)
        self.set_view(self._view)
        if focused in self._chips:
            self._chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, view: SavedView) -> SavedViewChip:
        chip, key = SavedViewChip(view, self), view.key
        chip.clicked.connect(lambda: self._clicked(key))
        chip.installEventFilter(self)
        return chip

    def views(self) -> tuple[SavedView, ...]:
        """All views, hidden ones too."""
        return self._views

    def shown_keys(self) -> list[str]:
        """The views one can step through: those not hidden, and the one that is on."""
        return [view.key for view in self._views if not view.hidden or view.key == self._view]

    def view_of(self, key: str) -> SavedView | None:
        """The view of a key, if there is one."""
        return next((view for view in self._views if view.key == key), None)

    def view(self) -> str:
        """The key of the view that is on."""
        return self._view

    def set_view(self, key: str) -> None:
        """Turn a view on without saying so."""
        self._view = CaseView(key) if key in set(CaseView) else key
        for known, chip in self._chips.items():
            chip.setChecked(known == key)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if known == key else Qt.FocusPolicy.ClickFocus)
            if known != key:
                chip.set_changed(False)
        self._arrange()

    def set_changed(self, changed: bool) -> None:
        """Whether what is shown is not what the view kept."""
        if self._view in self._chips:
            self._chips[self._view].set_changed(changed)
            self._arrange()

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many cases each view holds."""
        self._counts = counts
        for view in self._views:
            self._chips[view.key].set_count(counts.get(view.key) if is_counted(view) else None)
        self._arrange()

    def chip(self, key: str) -> SavedViewChip:
        """The chip of a view."""
        return self._chips[key]

    # Choosing

    def step_to(self, place: int) -> None:
        """Choose the view at a place, counted from 0 among those shown."""
        keys = self.shown_keys()
        if 0 <= place < len(keys):
            self._clicked(keys[place])

    def _clicked(self, key: str) -> None:
        # Again on the view that is on as well: it shows what it kept.
        self.set_view(key)
        self.chosen.emit(key)

    def overflow_menu(self) -> QMenu:
        """The views that have no room, as a menu."""
        menu = QMenu(self)
        for view in self._views:
            if view.key in self.shown_keys() and self._chips[view.key].isHidden():
                count = self._counts.get(view.key) if is_counted(view) else None
                name = isolate(one_line(view_name(view))) if view.built_in is None else view_name(view)
                words = name if count is None else f"{name}  {shown.count(count)}"
                action = menu.addAction(mnemonic_safe(words))
                action.setCheckable(True)
                action.setChecked(view.key == self._view)
                action.triggered.connect(lambda _=False, key=view.key: self._clicked(key))
        return menu

    def _open_menu(self) -> None:
        menu = self.overflow_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # Room

    def _arrange(self) -> None:
        """Chips in their order; the one that is on is always to be seen."""
        keys = self.shown_keys()
        widths = {key: self._chips[key].sizeHint().width() for key in keys}
        room = self.width()
        if sum(widths.values()) + _GAP * (len(widths) - 1) > room:
            room -= self._more.sizeHint().width() + _GAP
        reserved = widths.get(self._view, 0) + _GAP
        left, fitting, full = 0, set[str](), False
        for key in keys:
            ahead = 0 if key == self._view or self._view in fitting or self._view not in widths else reserved
            full = full or left + widths[key] + ahead > room
            if not full or key == self._view:
                fitting.add(key)
                left += widths[key] + _GAP
        left, top = 0, (self.height() - tokens.VIEW_CHIP) // 2
        for key, chip in self._chips.items():
            chip.setVisible(key in fitting)
            if key in fitting:
                chip.setGeometry(left, top, widths[key], tokens.VIEW_CHIP)
                left += widths[key] + _GAP
        self._more.setVisible(len(fitting) < len(keys))
        self._more.setGeometry(left, top, self._more.sizeHint().width(), tokens.VIEW_CHIP)

    def sizeHint(self) -> QSize:
        return QSize(600, tokens.VIEW_CHIP)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, tokens.VIEW_CHIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            key = next((known for known, chip in self._chips.items() if chip is watched), "")
            self.menu_wanted.emit(key, event.globalPos())
            return True
        # Buttons move the focus by arrows themselves; here the view moves with it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            keys = self.shown_keys()
            at = keys.index(self._view) + step if self._view in keys else 0
            if step and bare and 0 <= at < len(keys):
                self._clicked(keys[at])
                self._chips[keys[at]].setFocus(Qt.FocusReason.TabFocusReason)
            return bool(step) and bare
        return False
