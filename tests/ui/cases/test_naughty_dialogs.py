"""Dialogs and fields with hostile words: what is pasted is what is kept, and a full disk does not cost the words."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.errors import UserError
from models.kinds import CaseState
from tests.naughty import REFUSALS, some_texts
from tests.ui.cases.sample_cases import arrive
from ui.cases.hand_over_dialog import HandOverDialog
from ui.cases.joining_split import SplitDialog
from ui.cases.life_dialog import MoveDialog
from ui.cases.page import CasesPage
from ui.error_words import sentence
from ui.main_window import MainWindow
from ui.messages import MessageDialog
from ui.snooze_dialog import SnoozeDialog

if TYPE_CHECKING:
    from desktop.context import AppContext

WORDS = "快递说 <b>下午</b> & 再打"


def _shown(kind: type[Any]) -> Any:
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
    return found[-1] if found else None


def test_a_full_disk_leaves_every_dialog_open_with_its_words(
    page: CasesPage, window: MainWindow, qtbot: QtBot, stocked: AppContext
) -> None:
    def snooze(dialog: SnoozeDialog) -> Callable[[], str]:
        dialog.note.setText(WORDS)
        return dialog.note.text

    def move(dialog: MoveDialog) -> Callable[[], str]:
        assert dialog.reason is not None
        dialog.reason.setText(WORDS)
        return dialog.reason.text

    def split(dialog: SplitDialog) -> Callable[[], str]:
        dialog.summary.setPlainText(WORDS)
        return dialog.summary.toPlainText

    def hand(dialog: HandOverDialog) -> Callable[[], str]:
        dialog.note.setPlainText(WORDS)
        return dialog.note.toPlainText

    asked: list[tuple[Callable[[], object], type[Any], Callable[[Any], Callable[[], str]]]] = [
        (lambda: page.life.snooze([2]), SnoozeDialog, snooze),
        (lambda: page.life.change_state([2], CaseState.ARCHIVED), MoveDialog, move),
        (page.life.split, SplitDialog, split),
        (lambda: window.actions_.run("assign"), HandOverDialog, hand),
    ]
    for ask, kind, write in asked:
        ask()
        arrive(qtbot, window)
        dialog = _shown(kind)
        said = write(dialog)
        full = _full(stocked)
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
        arrive(qtbot, window)
        told = _shown(MessageDialog)
        assert "磁盘" in told.accessibleName(), kind
        told.accept()
        assert (dialog.isVisible(), dialog.take.isEnabled(), said()) == (True, True, WORDS), kind
        full()
        qtbot.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
        arrive(qtbot, window)
        assert _shown(kind) is None


def _full(ctx: AppContext) -> Callable[[], None]:
    """Let no write through as a full disk does; gives back what makes room again."""
    from models.errors import EnvironmentFault

    before = ctx.store.write

    def refuse(*_: object) -> Any:
        raise EnvironmentFault("disk_full")

    ctx.store.write = refuse  # type: ignore[method-assign]

    def room() -> None:
        ctx.store.write = before  # type: ignore[method-assign]

    return room


def test_what_is_pasted_is_what_the_field_hands_on(qtbot: QtBot) -> None:
    line, text = QLineEdit(), QPlainTextEdit()
    for widget in (line, text):
        qtbot.addWidget(widget)
    for pasted in some_texts(250, 3):
        if len(pasted) > 30_000 or "\0" in pasted or any("\ud800" <= one <= "\udfff" for one in pasted):
            continue
        QGuiApplication.clipboard().setText(pasted)
        # Qt's clipboard takes a byte order mark at the very beginning for what it is.
        each = QGuiApplication.clipboard().text()
        assert pasted in (each, f"\ufeff{each}")
        line.clear()
        line.paste()
        # A field of one line shows a break as a sign and hands it on: its service keeps it, or refuses it in words.
        assert line.text() == each[:32_767]
        text.clear()
        text.paste()
        assert text.toPlainText() == _in_lines(each)


def _in_lines(text: str) -> str:
    return text.replace("\r\n", "\n").translate({0x0D: "\n", 0x2028: "\n", 0x2029: "\n"})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_refusal_of_a_text_has_words(language: str, speak: Callable[[str], None], page: CasesPage) -> None:
    for name in ("buyers.page", "cases.parcel_form", "settings.page"):
        import_module(f"ui.{name}")
    speak(language)
    general = sentence(UserError("zzz")).what
    assert [code for code in REFUSALS if sentence(UserError(code)).what == general] == []
