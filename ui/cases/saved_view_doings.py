"""What is done with views: save what is shown, rename, change, delete, hide and put in order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.context import AppContext
from desktop.services.saved_views import NAME_LIMIT, checked_name
from models.case_query import CaseQuery, SavedView
from models.errors import UserError
from ui.background import Background
from ui.cases.saved_view_order import OrderDialog
from ui.cases.saved_view_state import is_changed
from ui.cases.saved_view_words import view_name
from ui.error_words import sentence
from ui.held_writing import run_held
from ui.i18n import translator
from ui.icons import icon
from ui.plain import isolate, mnemonic_safe, one_line
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords

tr = translator("views")
Result = TypeVar("Result")


class NameDialog(ReasonDialog):
    """Asks for the name of a view; one that is taken or cannot be kept is refused under the field."""

    def __init__(
        self, words: ReasonWords, taken: Collection[str], parent: QWidget | None = None, *, now: str = ""
    ) -> None:
        super().__init__(words, parent, now=now, longest=NAME_LIMIT)
        self._taken = {name.casefold() for name in taken}
        self.field.selectAll()

    def _take(self) -> None:
        try:
            name = checked_name(self.field.text())
            if name.casefold() in self._taken:
                raise UserError("view_name_taken", name=name)
        except UserError as error:
            self.form.set_wrong(self.field, sentence(error).what)
            self.adjustSize()
            self.field.setFocus()
            return
        super()._take()


class SavedViewDoings(QObject):
    """`saved` gives the id of a view just saved. Changes come back to the pane like all changes: from the store."""

    saved = Signal(int)

    def __init__(
        self, ctx: AppContext, background: Background, views: Callable[[], Sequence[SavedView]], window: QWidget
    ) -> None:
        super().__init__(window)
        self._ctx, self._background, self._views, self._window = ctx, background, views, window

    def save(self, query: CaseQuery) -> NameDialog:
        """Ask for a name and keep what is shown under it."""
        words = ReasonWords(
            tr("Save view"), tr("Name"), tr("Save"), tr("Cancel"),
            text=tr("View, filters, search text and order are kept, for everybody who works here."),
        )  # fmt: skip
        return self._ask(
            NameDialog(words, self._names(), self._window),
            lambda name, asked: self._write(lambda: self._ctx.saved_views.save(name, query), self.saved.emit, asked),
        )

    def rename(self, view: SavedView) -> NameDialog:
        """Ask for another name."""
        words = ReasonWords(tr("Rename view"), tr("Name"), tr("Rename"), tr("Cancel"))
        taken = [name for name in self._names() if name != view.name]
        return self._ask(
            NameDialog(words, taken, self._window, now=view.name),
            lambda name, asked: self._write(lambda: self._ctx.saved_views.rename(view.id, name), asked=asked),
        )

    @staticmethod
    def _ask(dialog: NameDialog, then: Callable[[str, NameDialog], object]) -> NameDialog:
        dialog.given.connect(lambda name: then(name, dialog))
        dialog.open()
        return dialog

    def change(self, view: SavedView, query: CaseQuery) -> None:
        """Keep what is shown in the view."""
        self._write(lambda: self._ctx.saved_views.change(view.id, query))

    def delete(self, view: SavedView) -> None:
        """Delete it; Undo brings it back."""
        self._write(lambda: self._ctx.saved_views.delete(view.id))

    def hide(self, view: SavedView) -> None:
        """Show a built-in view no more."""
        views = self._views()
        hidden = {each.key for each in views if each.hidden} | {view.key}
        self._arrange([each.key for each in views], hidden)

    def arrange(self) -> OrderDialog:
        """Put all views in order."""
        dialog = OrderDialog(self._views(), self._window)
        dialog.arranged.connect(self._arrange)
        dialog.open()
        return dialog

    def _arrange(self, keys: Sequence[str], hidden: Collection[str]) -> None:
        self._write(lambda: self._ctx.saved_views.arrange(keys, hidden))

    def menu(self, view: SavedView | None, query: CaseQuery, *, on: bool) -> QMenu:
        """What can be done with a view; `on` says that it is the one shown, as `query`."""
        menu = QMenu(self._window)
        if on:
            self._add(menu, "bookmark-plus", tr("Save as a new view…"), lambda: self.save(query))
        if view is not None and view.built_in is None:
            name = isolate(one_line(view.name))
            if on:
                action = self._add(
                    menu, "save", tr("Keep what is shown in “%1”", name), lambda: self.change(view, query)
                )
                action.setEnabled(is_changed(view, query))
            self._add(menu, "pencil", tr("Rename “%1”…", name), lambda: self.rename(view))
            self._add(menu, "trash-2", tr("Delete “%1”", name), lambda: self.delete(view))
        elif view is not None:
            shown = [each for each in self._views() if not each.hidden]
            action = self._add(menu, "eye-off", tr("Hide “%1”", view_name(view)), lambda: self.hide(view))
            action.setEnabled(not view.hidden and len(shown) > 1)
        menu.addSeparator()
        self._add(menu, "arrow-up-down", tr("Arrange views…"), self.arrange)
        return menu

    @staticmethod
    def _add(menu: QMenu, name: str, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(icon(name), mnemonic_safe(text))
        action.triggered.connect(lambda _=False: act())
        return action

    def pop(self, menu: QMenu, at: QPoint) -> None:
        """Open a menu at a point of the screen; it goes when it closes."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _names(self) -> list[str]:
        return [view.name for view in self._views() if view.built_in is None]

    def _write(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], object] = lambda _: None,
        asked: HeldDialog | None = None,
    ) -> None:
        run_held(self._background, self._ctx.jobs.write(work), asked, self._window, then)
