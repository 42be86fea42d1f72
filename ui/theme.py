"""Every colour and measure of the window in one place: two themes and the switch between them."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Appearance = Literal["system", "light", "dark"]
State = Literal["overdue", "due", "done", "waiting", "dispute", "new", "gold"]
STATES: tuple[State, ...] = ("overdue", "due", "done", "waiting", "dispute", "new", "gold")


@dataclass(frozen=True, slots=True)
class StateColours:
    """Ink for text and icons, soft for fills, solid for bars and edges."""

    ink: str
    soft: str
    solid: str


@dataclass(frozen=True, slots=True)
class Theme:
    """All colours of one appearance; every value is a hex string Qt understands."""

    name: str
    dark: bool
    window: str
    surface: str
    surface2: str
    rail: str
    canvas: str
    hover: str
    selected: str
    line: str
    line2: str
    control: str
    button_line: str
    track: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_text: str
    chart2: str
    plate: str
    on_plate: str
    paper: str
    ink_on_paper: str
    shadow_alpha: int
    overdue: StateColours
    due: StateColours
    done: StateColours
    waiting: StateColours
    dispute: StateColours
    new: StateColours
    gold: StateColours
    flags: dict[str, str] = field(hash=False)
    shops: dict[str, str] = field(hash=False)

    def hex(self, token: str) -> str:
        """The hex string of `text2`, `overdue` (its ink), `overdue.soft`, `flag.red` or `shop.blue`."""
        name, _, part = token.partition(".")
        if name == "flag":
            return self.flags[part]
        if name == "shop":
            return self.shops[part]
        value = getattr(self, name.replace("-", "_"))
        if isinstance(value, StateColours):
            return str(getattr(value, part or "ink"))
        return str(value)

    def colour(self, token: str) -> QColor:
        """The same as a colour; the object is shared, do not change it."""
        # Asked some two thousand times for each frame of a table.
        known = _COLOURS.get((self.name, token))
        if known is None:
            known = _COLOURS[self.name, token] = QColor(self.hex(token))
        return known


_COLOURS: dict[tuple[str, str], QColor] = {}


LIGHT = Theme(
    name="light", dark=False,
    window="#F4F7F6", surface="#FFFFFF", surface2="#F8FAF9", rail="#EAF0EE", canvas="#DCE2E0", hover="#F0F5F4",
    selected="#E2F1EE", line="#DDE3E1", line2="#EAEEED", control="#84918D", button_line="#B9C4C1", track="#E6ECEA",
    text="#16211F", text2="#46544F", text3="#62706C", disabled="#9AA5A2",
    accent="#0F766E", accent_hover="#0C655E", accent_pressed="#0A544E", on_accent="#FFFFFF", accent_text="#0B5F58",
    chart2="#9CCBC4", plate="#16211F", on_plate="#FFFFFF", paper="#FFFFFF", ink_on_paper="#16211F", shadow_alpha=36,
    overdue=StateColours("#B42318", "#FDECEA", "#C9302C"),
    due=StateColours("#8A4F00", "#FDF2DF", "#D98A00"),
    done=StateColours("#1B7036", "#E5F4E9", "#2E8B4A"),
    waiting=StateColours("#475569", "#ECF0F4", "#64748B"),
    dispute=StateColours("#3F4DB8", "#ECEEFC", "#5562D0"),
    new=StateColours("#0B5F58", "#E2F1EE", "#0F766E"),
    gold=StateColours("#7A5A00", "#FBF1D3", "#7A5A00"),
    flags={"red": "#C9302C", "yellow": "#B87400", "green": "#2E8B4A", "blue": "#5562D0", "purple": "#8A4BB8"},
    shops={
        "jade": "#0F766E", "blue": "#1D5FB4", "indigo": "#4F46B8", "plum": "#8A2F8F", "rose": "#B01E5B",
        "brick": "#A63C12", "olive": "#5B6B12", "slate": "#475569",
    },
)  # fmt: skip

DARK = Theme(
    name="dark", dark=True,
    window="#111615", surface="#1A2120", surface2="#1F2726", rail="#151B1A", canvas="#0C100F", hover="#222B29",
    selected="#143A36", line="#2E3937", line2="#252F2D", control="#667672", button_line="#465451", track="#2B3634",
    text="#E6ECEA", text2="#B4C0BD", text3="#94A29E", disabled="#5F6C68",
    accent="#2DB5A6", accent_hover="#45C6B8", accent_pressed="#23978B", on_accent="#06201D", accent_text="#7FD8CC",
    chart2="#1F6B63", plate="#2E3937", on_plate="#FFFFFF", paper="#FFFFFF", ink_on_paper="#16211F", shadow_alpha=128,
    overdue=StateColours("#FF9A90", "#3D1C1A", "#E5554B"),
    due=StateColours("#F2B656", "#3A2A10", "#D99A2B"),
    done=StateColours("#78D393", "#16311F", "#3FA862"),
    waiting=StateColours("#AAB8C8", "#242E39", "#7E8FA3"),
    dispute=StateColours("#B0B9FF", "#252B4C", "#7C88F0"),
    new=StateColours("#7FD8CC", "#143A36", "#2DB5A6"),
    gold=StateColours("#E8CB6B", "#36300F", "#E8CB6B"),
    flags={"red": "#E5554B", "yellow": "#D99A2B", "green": "#3FA862", "blue": "#7C88F0", "purple": "#B98AE0"},
    shops={
        "jade": "#2DB5A6", "blue": "#7FB2F5", "indigo": "#A9A6FF", "plum": "#D99BDD", "rose": "#F58FB5",
        "brick": "#F2A27F", "olive": "#BFCB6A", "slate": "#AAB8C8",
    },
)  # fmt: skip

# Measures in logical pixels (screens/README 2.4).
ROW = 36
ALARM_ROW = 48
HEADER = 32
MENU_ROW = 28
TOP_BAR = 48
STATUS_BAR = 28
TOOL_ROW = 44
RAIL = 72
RAIL_NARROW = 52
BUTTON = 32
BUTTON_SMALL = 28
BUTTON_ROW = 24
CHIP = 20
CHIP_CLICKABLE = 24
VIEW_CHIP = 28
TIER = 16
BAR = 6
RADIUS_CHIP = 4
RADIUS_BUTTON = 6
RADIUS_PANEL = 8
PAGE_PADDING = 16
GAP = 12
WIDE = 1280
LABELLED_RAIL = 1040


def colour_fields() -> tuple[str, ...]:
    """Names of the plain colour tokens."""
    other = {"name", "dark", "shadow_alpha", "flags", "shops", *STATES}
    return tuple(f.name for f in fields(Theme) if f.name not in other)


_current: list[Theme] = [LIGHT]


def theme() -> Theme:
    """The theme shown now; delegates and painted widgets ask at every paint."""
    return _current[0]


def palette(shown: Theme) -> QPalette:
    """The palette native parts take their colours from."""
    result = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "surface2",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "text3",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "overdue",
        QPalette.ColorRole.Highlight: "selected",
        QPalette.ColorRole.HighlightedText: "text",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "plate",
        QPalette.ColorRole.ToolTipText: "on_plate",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "line2",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "control",
        QPalette.ColorRole.Shadow: "canvas",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, token in roles.items():
        result.setColor(role, shown.colour(token))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, shown.colour("disabled"))
    return result


class ThemeSwitch(QObject):
    """Keeps the application in the chosen appearance and tells painted things when it changes."""

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = "system") -> None:
        super().__init__(app)
        self._app = app
        self._appearance: Appearance = appearance
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._show()

    @property
    def appearance(self) -> Appearance:
        """What the setting says: system, light or dark."""
        return self._appearance

    def set_appearance(self, appearance: Appearance) -> None:
        """Change the setting and, if that changes the theme, everything on the screen."""
        self._appearance = appearance
        self._show()

    @Slot()
    def _system_changed(self) -> None:
        if self._appearance == "system":
            self._show()

    def _wanted(self) -> Theme:
        if self._appearance == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._appearance == "dark"
        return DARK if dark else LIGHT

    def _show(self) -> None:
        from ui.stylesheet import stylesheet

        wanted = self._wanted()
        if self._app.styleSheet() and wanted is theme():
            return
        _current[0] = wanted
        self._app.setPalette(palette(wanted))
        self._app.setStyleSheet(stylesheet(wanted))
        self.changed.emit()


def theme_switch() -> ThemeSwitch | None:
    """The application's switch, None where a test shows single widgets without one."""
    app = QApplication.instance()
    return app.findChild(ThemeSwitch) if app is not None else None
