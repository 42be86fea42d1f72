"""The bar above a page: way back, path, title, facts, the page's buttons, find or run, shop and person."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from ui import theme as tokens
from ui.actions import shortcut_text
from ui.fonts import font
from ui.i18n import translator
from ui.icons import icon
from ui.page import Crumb, Page
from ui.plain import ElidedLabel, PlainLabel, mnemonic_safe, one_line
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import rule
from ui.widgets.shop_marks import paint_shop_mark, shop_icon

tr = translator("frame")


_IN_BAR, _IN_MENU = 20, 60


class PersonButton(Button):
    """Who is working: a disc with the first character, the name and an arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, kind="ghost", trailing="chevron-down", ink="text")
        self._initials = ""

    def set_person(self, name: str, initials: str) -> None:
        """Show who is working."""
        self.set_label(name)
        self._initials = initials

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 30, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, _, ink = self._colours()
        if fill:
            painting.rounded(painter, self.rect(), fill, None, tokens.RADIUS_BUTTON)
        painting.paint_avatar(painter, 8, self.height() // 2, self._initials or self.label())
        self._paint_content(painter, self.rect().adjusted(28, 0, 0, 0), ink)
        painter.end()


class ShopButton(Button):
    """The shop the window shows: its mark and name, or all shops."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, kind="ghost", icon="store", trailing="chevron-down")
        self._token = ""

    def set_shop(self, name: str, token: str) -> None:
        """Show a shop with its mark; without a token the icon of all shops."""
        self._token = token
        self.set_label(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill, _, ink = self._colours()
        if fill:
            painting.rounded(painter, self.rect(), fill, None, tokens.RADIUS_BUTTON)
        self._paint_content(painter, self.rect(), ink)
        if self._token:
            # Over the icon, which has its size and keeps its place in the button.
            left = self.rect().left() + max((self.width() - self._content_width()) // 2, self._padding())
            painting.rounded(painter, QRect(left, self.height() // 2 - 8, 16, 16), fill or "surface", None, 0)
            paint_shop_mark(painter, left, self.height() // 2, self.label(), self._token)
        painter.end()


class TopBar(QFrame):
    """48 px above every page. It takes the page's own widgets and gives them back hidden."""

    back = Signal()
    crumb_chosen = Signal(object)
    palette_wanted = Signal()
    shop_chosen = Signal(int)
    person_chosen = Signal(str)
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "surface")
        self.setProperty("edge", "bottom")
        self.setFixedHeight(tokens.TOP_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        self._back = icon_button("arrow-left", tr("Back"), self, hint=shortcut_text("back"))
        self._back.clicked.connect(self.back)
        self._path = QHBoxLayout()
        self._path.setSpacing(8)
        self._title = PlainLabel("", self, role="title")
        self._marks = QHBoxLayout()
        self._marks.setSpacing(8)
        self._facts = ElidedLabel("", self, ink="text3")
        self._facts.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        self._find = Button(tr("Find or run"), self, kind="ghost", icon="search", hint=shortcut_text("palette"))
        self._find.clicked.connect(self.palette_wanted)
        self._shop = ShopButton(self)
        self._shop.set_tip(f"{tr('Shop')}  {shortcut_text('choose_shop')}")
        self._person = PersonButton("", self)
        row.addWidget(self._back)
        row.addLayout(self._path)
        row.addWidget(self._title)
        row.addLayout(self._marks)
        row.addWidget(self._facts, 1)
        row.addLayout(self._actions)
        row.addWidget(self._find)
        row.addWidget(self._shop)
        edge = rule(self, vertical=True)
        edge.setFixedHeight(28)
        row.addWidget(edge)
        row.addWidget(self._person)
        self._row = row
        self._taken: list[QWidget] = []
        self._marked: tuple[QWidget, ...] = ()
        # Widgets given back wait in what is hidden: their page may go on filling and showing them.
        self._shelf = QWidget(self)
        self._shelf.hide()
        self._told: dict[str, tuple[object, ...]] = {}
        self._shop.hide()

    def show_page(self, page: Page, *, can_go_back: bool) -> None:
        """Show a page's title, path, marks and buttons."""
        for widget in self._taken:
            widget.setParent(self._shelf)
        self._taken, self._marked = [], tuple(page.title_widgets())
        self._take(self._marks, self._marked)
        self._take(self._actions, page.page_actions())
        self.show_header(page, can_go_back=can_go_back)

    def show_header(self, page: Page, *, can_go_back: bool) -> None:
        """The words, and the marks if they are others, after the page said they changed."""
        if tuple(page.title_widgets()) != self._marked:
            self.show_page(page, can_go_back=can_go_back)
            return
        path = page.path()
        self._back.setVisible(bool(path) or can_go_back)
        self._row.setContentsMargins(8 if self._back.isVisibleTo(self) else 16, 0, 16, 0)
        self._show_path(path)
        self._title.setText(page.title())
        self._facts.set_full(page.facts())

    def _take(self, layout: QHBoxLayout, widgets: Sequence[QWidget]) -> None:
        while layout.takeAt(0) is not None:
            pass
        for widget in widgets:
            widget.setParent(self)
            layout.addWidget(widget)
            widget.show()
            self._taken.append(widget)

    def _show_path(self, path: Sequence[Crumb]) -> None:
        while (item := self._path.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for crumb in path:
            step = Button(crumb.text, self, kind="ghost")
            step.clicked.connect(lambda _=False, target=crumb.target: self.crumb_chosen.emit(target))
            self._path.addWidget(step)
            self._path.addWidget(IconMark("chevron-right", "text3", 14, self))

    def set_shops(
        self, shops: Sequence[tuple[int, str]], current: int, colours: Mapping[int, str] | None = None
    ) -> None:
        """The shops to choose from, by id, with the tokens of their colours; 0 is all shops."""
        names, marks = dict(shops), colours or {}
        if not self._news("shops", tuple(shops), current, marks):
            return
        shown = names.get(current) or (shops[0][1] if shops else "")
        self._shop.set_shop(_short(shown), marks.get(current, ""))
        self._shop.set_tip(f"{one_line(shown)}  {shortcut_text('choose_shop')}")
        self._shop.setAccessibleName(tr("Shop: %1", one_line(shown)))
        menu = self._menu(self._shop, [(str(i), name) for i, name in shops], str(current), self._shop_picked)
        for action in menu.actions():
            token = marks.get(int(action.data()), "")
            action.setIcon(shop_icon(names[int(action.data())], token) if token else icon("store"))
            action.setIconVisibleInMenu(True)
            # Beside an icon the tick has no room.
            action.setFont(font("body", 600 if action.isChecked() else 400))
        self._shop.setMenu(menu)
        self._shop.setVisible(bool(shops))

    def set_people(self, people: Sequence[str], current: str, initials: Mapping[str, str] | None = None) -> None:
        """The people to choose from; the name stands on everything they do. The last line leads to all of them."""
        if not self._news("people", tuple(people), current, dict(initials or {})):
            return
        self._person.set_person(_short(current) or tr("Who is working?"), (initials or {}).get(current, ""))
        self._person.setAccessibleName(tr("Working: %1", current) if current else tr("Who is working?"))
        menu = self._menu(self._person, [(p, p) for p in people], current, self._person_picked)
        menu.addSeparator()
        menu.addAction(mnemonic_safe(tr("People…"))).triggered.connect(lambda: self.people_wanted.emit())
        self._person.setMenu(menu)
        self._person.set_tip(f"{tr('Who is working')}  {shortcut_text('choose_person')}")

    def _news(self, what: str, *told: object) -> bool:
        """Whether that is not shown yet, in this theme: menus are made anew only then."""
        told = (theme().name, *told)
        known, self._told[what] = self._told.get(what), told
        return known != told

    def open_shops(self) -> None:
        """Open the menu of shops, for the keyboard."""
        _open(self._shop)

    def open_people(self) -> None:
        """Open the menu of people, for the keyboard."""
        _open(self._person)

    def _menu(
        self, owner: Button, choices: Sequence[tuple[str, str]], current: str, picked: Callable[[QAction], None]
    ) -> QMenu:
        old = owner.menu()
        if old is not None:
            old.deleteLater()
        menu = QMenu(owner)
        for value, text in choices:
            action = menu.addAction(mnemonic_safe(_short(text, _IN_MENU)))
            action.setCheckable(True)
            action.setChecked(value == current)
            action.setData(value)
            action.triggered.connect(lambda _=False, chosen=action: picked(chosen))
        return menu

    def _shop_picked(self, action: QAction) -> None:
        self.shop_chosen.emit(int(action.data()))

    def _person_picked(self, action: QAction) -> None:
        self.person_chosen.emit(str(action.data()))

    def set_compact(self, compact: bool) -> None:
        """In a narrow window the search has no words."""
        self._find.set_label("" if compact else tr("Find or run"))
        self._find.set_tip(tr("Find or run"))

    def focus_order(self) -> list[QWidget]:
        """Its buttons from left to right."""
        return [
            w
            for w in (self._back, *self._taken, self._find, self._shop, self._person)
            if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]


def _short(text: str, longest: int = _IN_BAR) -> str:
    """A name on one line, cut where it would push the other things out of the bar."""
    text = one_line(text).strip()
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def _open(button: Button) -> None:
    """The menu of a button, with what is chosen now under the keyboard."""
    menu = button.menu()
    if menu is None or not button.isVisible():
        return
    menu.popup(button.mapToGlobal(QPoint(0, button.height())))
    menu.setActiveAction(next((each for each in menu.actions() if each.isChecked()), menu.actions()[0]))
