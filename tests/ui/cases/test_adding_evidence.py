"""Evidence that comes by paste or drop into the case shown beside the list."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from tests.ui.cases.sample_cases import arrive
from ui.cases.page import CasesPage
from ui.main_window import MainWindow
from ui.page import Target


def test_a_picture_is_pasted_as_evidence(page: CasesPage, window: MainWindow, qtbot: QtBot) -> None:
    picture = QImage(12, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(picture)
    page.pane.table.setFocus()
    with qtbot.waitSignal(page.said) as said:
        page.clipboard.paste()
    arrive(qtbot, window)
    assert said.args == ["已添加 1 件凭证"]
    shown = page.panel.page
    assert shown is not None
    assert [(item.format, item.width, item.height) for item in shown.evidence] == [("png", 12, 8)]
    assert page.panel.overview.strip.items.rowCount() == 1
    with qtbot.waitSignal(page.navigate) as asked:
        page.panel.overview.strip.opened.emit(shown.evidence[0].id)
    assert asked.args == [Target("evidence", "A2611-0001", str(shown.evidence[0].id))]
    with qtbot.waitSignal(page.said) as said:
        page.clipboard.paste()
    assert said.args == ["1 件本单已有"]


def test_html_is_pasted_as_its_text_only(
    page: CasesPage, window: MainWindow, qtbot: QtBot, stocked: AppContext
) -> None:
    data = QMimeData()
    data.setHtml("<img src='file:///etc/hostname'><b>外箱压坏</b>")
    data.setText("外箱压坏")
    QGuiApplication.clipboard().setMimeData(data)
    with qtbot.waitSignal(page.said):
        page.clipboard.paste()
    arrive(qtbot, window)
    assert page.panel.page is not None
    item = page.panel.page.evidence[0]
    assert stocked.evidence.read_text(item) == "外箱压坏"


def test_an_empty_clipboard_is_said(page: CasesPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(page.said) as said:
        page.clipboard.paste()
    assert "没有" in said.args[0]


def test_files_dropped_on_the_case_become_evidence(
    page: CasesPage, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    chat = tmp_path / "聊天记录.txt"
    chat.write_text("外箱压坏", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(chat)), QUrl.fromLocalFile(str(tmp_path / "不在.jpg"))])
    event = QDropEvent(
        QPoint(10, 10).toPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entered = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(page.panel, entered)
    assert page.panel.drop_frame.isVisible()
    window.grab()
    with qtbot.waitSignal(page.said) as said:
        QApplication.sendEvent(page.panel, event)
    assert not page.panel.drop_frame.isVisible()
    arrive(qtbot, window)
    assert said.args[0].startswith("已添加 1 件凭证 · 1 件未能保存")
    assert page.panel.page is not None
    assert [item.original_name for item in page.panel.page.evidence] == ["聊天记录.txt"]
