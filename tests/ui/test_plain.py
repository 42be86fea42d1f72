"""What a buyer wrote is shown as typed: no markup, no pictures fetched, no direction turned."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.messages import error_dialog, tell, toast
from ui.plain import ElidedLabel, PlainLabel, isolate, mnemonic_safe, one_line, plain_tooltip, tooltip
from ui.widgets.panel import Banner, EmptyPlace, FormRows, Heading, Panel

SENTINEL = QColor(255, 0, 255)


@pytest.fixture
def markup(tmp_path: Path) -> str:
    """A buyer's name that is a picture lying on this machine, if anybody reads it as markup."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(SENTINEL)
    file = tmp_path / "sentinel.png"
    assert image.save(str(file))
    return f'<img src="{file.as_uri()}"><b>bold</b>'


def shows_picture(widget: QWidget) -> bool:
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y) == SENTINEL for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )


def test_the_sentinel_is_seen_where_markup_is_read(qtbot: QtBot, markup: str) -> None:
    label = QLabel(markup)
    qtbot.addWidget(label)
    label.setTextFormat(Qt.TextFormat.AutoText)
    label.resize(300, 60)
    assert shows_picture(label)


def test_no_widget_of_the_kit_reads_markup(qtbot: QtBot, markup: str) -> None:
    form = FormRows()
    form.add_fact(markup, markup)
    widgets = [
        PlainLabel(markup, wrap=True),
        ElidedLabel(markup),
        Banner("due", markup, markup),
        EmptyPlace("inbox", markup, markup),
        Heading(markup, markup),
        Panel(markup, markup),
        form,
    ]
    for widget in widgets:
        qtbot.addWidget(widget)
        widget.resize(400, 120)
        assert not shows_picture(widget)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in widget.findChildren(QLabel))


def test_no_message_reads_markup(qtbot: QtBot, markup: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.show()
    for shown in (tell(window, markup, markup), toast(window, markup), error_dialog(ValueError(markup), window)):
        qtbot.addWidget(shown)
        assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown.findChildren(QLabel))
        assert not shows_picture(shown)


@given(st.text())
def test_a_tool_tip_never_holds_a_tag_of_the_text(text: str) -> None:
    inner = tooltip(text).removeprefix("<p style='white-space:pre-wrap'>").removesuffix("</p>")
    assert "<" not in inner
    assert bool(inner) == bool(text)


def test_a_tool_tip_shows_the_text_itself(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tooltip(widget, "<b>&amp;</b>")
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in widget.toolTip()


def test_a_name_cannot_turn_the_text_around_it() -> None:
    turned = "photo\u202egpj.exe"
    assert isolate(turned) == "\u2068photogpj.exe\u2069"
    assert one_line("a\nb\tc\x00d") == "a b c d"
    assert mnemonic_safe("A & B") == "A && B"


def test_an_elided_label_keeps_the_whole_in_its_tool_tip_and_name(qtbot: QtBot) -> None:
    label = ElidedLabel("一个很长很长很长很长很长的买家昵称")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.text() != label.full()
    assert label.full() in label.toolTip()
    assert label.accessibleName() == label.full()
