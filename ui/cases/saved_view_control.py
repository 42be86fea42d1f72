"""Joins the chips of views and filters, the panel of filters and what is done with views to the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services.saved_views import FilterChoices, LeftOut, without_gone
from models.case_query import CaseFilters, CaseQuery, CaseView, SavedView, own_key
from models.clock import zone
from ui.actions import key_text
from ui.background import Background
from ui.cases.filter_chips import FilterChips
from ui.cases.filter_panel import FilterPanel
from ui.cases.filter_words import FilterField, Place, summary
from ui.cases.saved_view_counts import ViewCounts
from ui.cases.saved_view_doings import SavedViewDoings
from ui.cases.saved_view_state import ViewState, is_changed
from ui.cases.saved_view_words import view_name, view_title
from ui.cases.view_chips import ViewChips
from ui.i18n import language, translator
from ui.plain import isolate, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner

tr = translator("views")
_TABLES = ("saved_view", "person", "shop", "case_tag")


class ViewControl(QObject):
    """`wanted` gives what the list is to show. `present` answers what it shows now; `shop` the shop switched to."""

    wanted = Signal(object)
    left = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, pane: QWidget, present: Callable[[], CaseQuery],
        shop: Callable[[], int | None],
    ) -> None:  # fmt: skip
        super().__init__(pane)
        self._ctx, self._background = ctx, background
        self._present, self._shop = present, shop
        self._choices: FilterChoices | None = None
        self._panel: FilterPanel | None = None
        self._begun = False
        self._awaited = ""
        self.state = ViewState(ctx.settings)
        self.counts = ViewCounts(ctx, background, self)
        self.chips = ViewChips(pane)
        self.filter_chips = FilterChips(pane)
        self.filter_button = Button(tr("Filter"), pane, icon="sliders-horizontal")
        self.bookmark = icon_button(
            "bookmark-plus", tr("Save this view and more"), pane, hint=key_text("Ctrl+Shift+S"), size="small"
        )
        self.notice = Banner("due", "", "", pane)
        self._keep_button = Button(tr("Update view"), self.notice, size="small")
        self.notice.add(self._keep_button)
        close = icon_button("x", tr("Close"), self.notice, size="small")
        close.clicked.connect(self.notice.hide)
        self.notice.add(close)
        self.notice.hide()
        self.doings = SavedViewDoings(ctx, background, self.chips.views, pane)
        self._keep_button.clicked.connect(self._keep_shown)
        self.chips.chosen.connect(self.choose)
        self.chips.menu_wanted.connect(self._chip_menu)
        self.filter_chips.changed.connect(self.set_filters)
        self.filter_chips.edit_wanted.connect(self.open_filters)
        self.filter_chips.left.connect(self.left)
        self.filter_button.clicked.connect(lambda: self.open_filters())
        self.bookmark.clicked.connect(self._bookmark_menu)
        self.doings.saved.connect(self._saved)
        self.counts.counted.connect(lambda: self.chips.set_counts(self.counts.by_key))

    # Beginning, and what others changed

    def begin(self) -> CaseQuery | None:
        """What was shown at the last end; views and choices are read meanwhile."""
        self._begun = True
        query = self.state.restore()
        self.load()
        return query

    def load(self) -> None:
        """Read views, shops, people and tags anew."""
        ctx = self._ctx
        read = ctx.jobs.read(lambda: (ctx.saved_views.list_views(), ctx.saved_views.choices()))
        self._background.run(read, lambda found: self._take(*found), receiver=self, quiet=True)

    def take_changes(self, changes: object) -> None:
        """Something was written."""
        if self._begun and (not isinstance(changes, ChangeSet) or not changes.tables or changes.touches(*_TABLES)):
            self.load()

    def _take(self, views: tuple[SavedView, ...], choices: FilterChoices) -> None:
        first = self._choices is None
        self._choices = choices
        self.chips.show_views(views)
        view = self.chips.view_of(self.state.key)
        if view is None:
            self.state.fall_back()
        present = self._present()
        # The text of a view belongs to it, unlike one that was being typed.
        again = first and view is not None and view.built_in is None and not present.text and bool(view.query.text)
        if again and view is not None:
            present = replace(present, text=view.query.text)
        kept, left = self._existing(present)
        if left or again:
            self._say_left(left)
            self.state.take(kept)
            self.wanted.emit(kept)
        else:
            self.tell(present)
        self.count()
        if self._awaited:
            self.choose(self._awaited)
            self._awaited = ""

    def count(self) -> None:
        """Count all views."""
        self.counts.ask([view for view in self.chips.views() if view.key in self.chips.shown_keys()], self._shop())

    def _existing(self, query: CaseQuery) -> tuple[CaseQuery, LeftOut]:
        if self._choices is None:
            return query, LeftOut()
        shops, people = ({each.id for each in all_} for all_ in (self._choices.shops, self._choices.people))
        return without_gone(query, shops, people)

    # Views

    def choose(self, key: str) -> None:
        """Show a view, as its chip does."""
        view = self.chips.view_of(key)
        if view is None:
            # Asked for before the views were read.
            self._awaited = key if self._choices is None else ""
            return
        query = self.state.enter(view, self._present(), self.chips.view_of(self.state.key))
        kept, left = self._existing(query)
        self._say_left(left)
        self.state.take(kept)
        self.wanted.emit(kept)

    def show(self, key: str, text: str) -> None:
        """Show a view from elsewhere: without what was filtered here, unless it is one of the shop's own."""
        if key in set(CaseView):
            self.state.saved(key)
            self.notice.hide()
            query = replace(self._present(), view=CaseView(key), text=text, filters=CaseFilters())
            self.state.take(query)
            self.wanted.emit(query)
        else:
            self.choose(key)

    def widen(self) -> None:
        """The same text and filters over all cases."""
        query = replace(self._present(), view=CaseView.ALL)
        self.state.saved(CaseView.ALL)
        self.state.take(query)
        self.wanted.emit(query)

    def title(self) -> str:
        """The name of the view that is on, plain and in one line."""
        view = self.chips.view_of(self.state.key)
        return one_line(view_name(view)) if view is not None else view_title(self.state.base)

    def _say_left(self, left: LeftOut) -> None:
        """Say what a view names that is not there any more."""
        parts = []
        if left.handlers:
            parts.append(tr("%n handler(s) who left", n=left.handlers))
        if left.shops:
            parts.append(tr("%n shop(s) that are gone", n=left.shops))
        words = ("、" if language() == "zh" else ", ").join(parts)
        self.notice.set_text(tr("Ignored in “%1”: %2.", isolate(self.title()), words))
        view = self.chips.view_of(self.state.key)
        self._keep_button.setVisible(view is not None and view.built_in is None)
        self.notice.setVisible(bool(left))

    def _keep_shown(self) -> None:
        view = self.chips.view_of(self.state.key)
        if view is not None and view.built_in is None:
            self.doings.change(view, self._present())
        self.notice.hide()

    def _saved(self, view_id: int) -> None:
        self.state.saved(own_key(view_id))
        self.tell(self._present())
        self.load()

    def save(self) -> None:
        """Ask for a name and keep what is shown."""
        self.doings.save(self._present())

    def _bookmark_menu(self) -> None:
        at = self.bookmark.mapToGlobal(QPoint(0, self.bookmark.height()))
        menu = self.doings.menu(self.chips.view_of(self.state.key), self._present(), on=True)
        self.doings.pop(menu, at)

    def _chip_menu(self, key: str, at: QPoint) -> None:
        menu = self.doings.menu(self.chips.view_of(key), self._present(), on=key == self.state.key)
        self.doings.pop(menu, at)

    # Filters

    def place(self) -> Place:
        """What words about filters need to know."""
        choices = self._choices or FilterChoices()
        chosen = [shop for shop in choices.shops if shop.id == self._shop()] or list(choices.shops)
        currency = chosen[0].currency if chosen else "CNY"
        return Place(choices, self._ctx.clock.now(), zone(self._ctx.bench.time_zone), currency)

    def set_filters(self, filters: CaseFilters) -> None:
        """Show only what fits."""
        if filters != self.state.filters:
            self.notice.hide()
            self.state.filters = filters
            self.wanted.emit(replace(self._present(), filters=filters))

    def clear_filters(self) -> None:
        """Show the view without filters."""
        self.set_filters(CaseFilters())

    def open_filters(self, field: FilterField | None = None) -> FilterPanel:
        """The panel of filters under its button, at a field or at the first one."""
        panel = FilterPanel(self.state.filters, self.place(), self.filter_button.window())
        self._panel = panel
        panel.changed.connect(self.set_filters)
        panel.closed.connect(lambda: self._panel_closed(panel))
        panel.show_under(self.filter_button)
        if field is not None:
            panel.choose_field(field)
        return panel

    def _panel_closed(self, panel: FilterPanel) -> None:
        if self._panel is panel:
            self._panel = None
            self.filter_button.setFocus(Qt.FocusReason.PopupFocusReason)

    def summary(self) -> str:
        """All filters in one line; empty for none."""
        return summary(self.state.filters, self.place())

    def tell(self, query: CaseQuery) -> None:
        """The list shows this now: mark the chips, remember it."""
        view = self.chips.view_of(self.state.key)
        self.chips.set_view(self.state.key if view is not None else self.state.base)
        own = view is not None and view.built_in is None
        self.chips.set_changed(view is not None and own and is_changed(view, query))
        self.filter_chips.show_filters(self.state.filters, self.place())
        if self._panel is not None and self._panel.filters() != self.state.filters:
            self._panel.show_filters(self.state.filters)
        self.state.keep(query)
