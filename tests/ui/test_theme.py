"""The tokens hold their contrast, stand in one place, and change everywhere at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.shops import SHOP_COLOURS
from ui.stylesheet import stylesheet
from ui.theme import DARK, LIGHT, STATES, Theme, colour_fields, theme, theme_switch

ROOT = Path(__file__).resolve().parents[2]
HEX = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b")
THEMES = pytest.mark.parametrize("shown", [LIGHT, DARK], ids=lambda shown: shown.name)


def luminance(colour: QColor) -> float:
    def part(value: float) -> float:
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF())


def contrast(shown: Theme, ink: str, ground: str) -> float:
    one, other = sorted((luminance(shown.colour(ink)), luminance(shown.colour(ground))), reverse=True)
    return (one + 0.05) / (other + 0.05)


@THEMES
@pytest.mark.parametrize("state", STATES)
def test_state_inks_can_be_read_on_their_soft_colour(shown: Theme, state: str) -> None:
    assert contrast(shown, state, f"{state}.soft") >= 4.5
    assert contrast(shown, state, "surface") >= 4.5


@THEMES
@pytest.mark.parametrize("ink", ["text", "text2", "text3", "accent"])
@pytest.mark.parametrize("ground", ["surface", "surface2"])
def test_text_can_be_read(shown: Theme, ink: str, ground: str) -> None:
    assert contrast(shown, ink, ground) >= 4.5


@THEMES
def test_text_can_be_read_on_what_is_selected_and_on_buttons(shown: Theme) -> None:
    for ink in ("text", "text2", "text3", "accent_text"):
        assert contrast(shown, ink, "selected") >= 4.45
    assert contrast(shown, "on_accent", "accent") >= 4.5
    assert contrast(shown, "control", "surface") >= 3.0
    assert contrast(shown, "on_plate", "plate") >= 4.5


@THEMES
def test_the_stylesheet_knows_every_token_it_names(shown: Theme) -> None:
    text = stylesheet(shown)
    assert "@" not in text
    assert shown.accent in text


def test_no_colour_stands_outside_the_theme() -> None:
    places = [p for p in (ROOT / "ui").rglob("*.py") if p.name != "theme.py"] + [ROOT / "resources" / "window.qss"]
    found = {p.name: HEX.findall(p.read_text(encoding="utf-8")) for p in places}
    assert {name: values for name, values in found.items() if values} == {}


@THEMES
def test_every_token_is_a_colour(shown: Theme) -> None:
    names = [*colour_fields(), *(f"flag.{flag}" for flag in shown.flags)]
    assert all(shown.colour(name).isValid() for name in names)


def test_switching_changes_palette_stylesheet_and_what_is_painted(qtbot: QtBot) -> None:
    switch = theme_switch()
    assert switch is not None
    with qtbot.waitSignal(switch.changed):
        switch.set_appearance("dark")
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert theme() is DARK
    assert app.palette().color(QPalette.ColorRole.Base) == DARK.colour("surface")
    assert DARK.surface in app.styleSheet()


@THEMES
def test_the_letter_of_a_shop_can_be_read_on_its_colour(shown: Theme) -> None:
    assert tuple(shown.shops) == SHOP_COLOURS
    for colour in SHOP_COLOURS:
        assert contrast(shown, "surface", f"shop.{colour}") >= 4.5
        assert contrast(shown, f"shop.{colour}", "selected") >= 3.0
