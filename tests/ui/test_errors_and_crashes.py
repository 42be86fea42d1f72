"""Every error code has words in both languages, and what a crash shows holds nothing of the shop."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from models.errors import EnvironmentFault, NotFound, UserError
from ui import receipt_sentences
from ui.crash import CrashGuard, details
from ui.error_words import ErrorWords, sentence
from ui.messages import MessageDialog, confirm, error_dialog, show_error, toast
from ui.preparation import check_none_counting

ROOT = Path(__file__).resolve().parents[2]
RAISED = {"UserError", "EnvironmentFault", "StoreFault", "EvidenceFault", "FileRefused"}


@cache
def codes() -> tuple[tuple[str, str], ...]:
    """The type and code of every error raised with a literal code."""
    return tuple(sorted(set(_raised())))


def _raised() -> Iterator[tuple[str, str]]:
    for room in ("desktop", "models"):
        for file in sorted((ROOT / room).rglob("*.py")):
            text = file.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(text)) if any(name in text for name in RAISED) else ():
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in RAISED:
                    first = node.args[0] if node.args else None
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield node.func.id, first.value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_code_has_its_own_words(language: str, speak: Callable[[str], None]) -> None:
    speak(language)
    # The desk brings the words of what the window itself does, the desk of call lists its own when one is wanted.
    import_module("ui.desk")
    import_module("ui.paper.call_list_desk")
    for page in sorted((ROOT / "ui").glob("*/page.py")):
        # Each page brings the words of its own errors.
        import_module(f"ui.{page.parent.name}.page")
    general = {sentence(UserError("zzz")).what, sentence(EnvironmentFault("zzz")).what}
    without = []
    for kind, code in codes():
        error = UserError(code) if kind in {"UserError", "FileRefused"} else EnvironmentFault(code)
        if sentence(error).what in general:
            without.append(code)
    assert without == []


def test_values_of_an_error_are_put_into_the_sentence() -> None:
    words = sentence(UserError("text_too_long", limit=100, length=120))
    assert words == ErrorWords("文字太长。", "共 120 字，最多 100 字。")
    assert "F5" in sentence(NotFound("case_not_found", case=1)).next
    assert sentence(FileNotFoundError(2, "gone", "/shop/花果山.jpg")).what == "文件或文件夹已不在原处。"


def test_the_receiving_desk_has_words_for_numbers_without_the_page_of_cases() -> None:
    codes = ("tracking_empty", "tracking_length", "tracking_letters")
    assert all(receipt_sentences.known_sentence(code, {}) for code in codes)


def test_details_leave_out_texts_and_paths() -> None:
    try:
        buyer = "花果山_大圣01"
        raise ValueError(f"{buyer} lives at 水帘洞")
    except ValueError as error:
        shown = details(error)
    assert "花果山" not in shown
    assert "水帘洞" not in shown
    assert str(ROOT) not in shown
    assert "ValueError" in shown
    assert "test_errors_and_crashes.py" in shown


def test_a_bug_shows_its_details_and_others_do_not(qtbot: QtBot) -> None:
    bug, wrong = error_dialog(ZeroDivisionError()), error_dialog(UserError("text_empty"))
    for dialog in (bug, wrong):
        qtbot.addWidget(dialog)
    assert bug.findChildren(QPlainTextEdit)
    assert not wrong.findChildren(QPlainTextEdit)


def test_retry_runs_when_asked_for(qtbot: QtBot) -> None:
    tried: list[int] = []
    show_error(EnvironmentFault("disk_full"), retry=lambda: tried.append(1))
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog) and w.isVisible())
    dialog._choose("retry")
    assert tried == [1]


def test_a_question_acts_only_on_yes(qtbot: QtBot) -> None:
    done: list[str] = []
    for answer in ("yes", "no"):
        dialog = confirm(None, "删除？", "不能撤销。", "删除", lambda: done.append("deleted"))
        dialog._choose(answer)
    assert done == ["deleted"]


def test_what_nobody_caught_is_shown_once(qtbot: QtBot, prepared: QApplication) -> None:
    guard = CrashGuard(prepared)
    before = sys.excepthook
    guard.install()
    try:
        for _ in range(2):
            sys.excepthook(ValueError, ValueError("花果山"), None)
        qtbot.waitUntil(lambda: len(shown()) == 1)
        QApplication.processEvents()
        assert len(shown()) == 1
        shown()[0].accept()
    finally:
        guard.remove()
        guard.deleteLater()
    assert sys.excepthook is before


def shown() -> list[MessageDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog) and w.isVisible()]


def test_this_qt_counts_its_references() -> None:
    check_none_counting()
    assert sys.getrefcount(None) > 1000


def test_what_is_said_in_passing_does_not_cover_what_was_said_before(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    said = [
        toast(window, text)
        for text in ("已添加 1 件凭证 · 按文本保存，同时复制的图片没有取", "已添加 2 件", "三", "四")
    ]
    shown = [each.geometry() for each in said if not each.isHidden()]
    assert len(shown) == 3
    assert not any(one.intersects(other) for one, other in combinations(shown, 2))
    assert shown[-1].bottom() > shown[0].bottom()
