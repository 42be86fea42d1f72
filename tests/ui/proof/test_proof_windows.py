"""Verifying in the window, the certificate's panel and how the next packet is closed: by what a person sees and types."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from desktop.packets.values import SealWish
from tests.desktop.services.test_packet_proof import PASSPHRASE, finished_pdf
from ui.background import Background
from ui.proof.certificate_panel import CertificatePanel
from ui.proof.seal_dialog import SealDialog, sealing_words, strength
from ui.proof.verify_dialog import VerifyDialog

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    return Background()


@pytest.fixture
def verify(ctx: AppContext, background: Background, qtbot: QtBot) -> Callable[[Path], VerifyDialog]:
    """Drops a file on the dialog and waits for the words."""
    dialog = VerifyDialog(ctx, background)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()

    def drop(path: Path) -> VerifyDialog:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        with qtbot.waitSignal(dialog.checked, timeout=5000):
            dialog.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, buttons, keys))
        return dialog

    return drop


def test_a_dropped_packet_is_said_to_be_intact_or_changed(
    ctx: AppContext, verify: Callable[[Path], VerifyDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    whole = ctx.sealing.seal(finished_pdf(), SealWish("geheim7", sign=True)).content
    path = tmp_path / "<b>bold<b>\u202e.pdf"
    path.write_bytes(whole)
    dialog = verify(path)
    assert dialog.result_words == "完好，没有改动"
    assert not dialog.asking.isHidden()
    dialog.password.setText("geheim7")
    with qtbot.waitSignal(dialog.checked, timeout=5000):
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert dialog.asking.isHidden()
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "本店的证书" in copied
    assert "SHA-256" in copied
    bad = bytearray(whole)
    bad[200] ^= 1
    path.write_bytes(bad)
    assert verify(path).result_words == "被改动过"


def test_what_cannot_be_read_is_said_in_place(
    verify: Callable[[Path], VerifyDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "empty").write_bytes(b"")
    dialog = verify(tmp_path / "empty")
    assert dialog.result_words == "无法判断"
    dialog.check(tmp_path / "gone.pdf")
    qtbot.waitUntil(lambda: dialog.result_words not in ("", "无法判断"), timeout=5000)
    assert not dialog.copy.isEnabled()


def test_a_certificate_is_made_in_the_window_and_forgotten(
    ctx: AppContext, background: Background, qtbot: QtBot
) -> None:
    panel = CertificatePanel(ctx, background)
    qtbot.addWidget(panel)
    panel.show()
    panel.reload()
    qtbot.waitUntil(panel.make.isVisible)
    dialog = panel.ask_make()
    assert dialog.name.text() == "青禾家居"
    dialog.kind.set_value("ec")
    dialog.first.setText("short")
    dialog.second.setText("other")
    dialog.take.click()
    assert ctx.sealing.describe() is None
    dialog.second.setText("short")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(dialog.first.property("wrong")))
    assert dialog.isVisible()
    dialog.first.setText(PASSPHRASE)
    dialog.second.setText(PASSPHRASE)
    with qtbot.waitSignal(panel.changed, timeout=5000):
        dialog.take.click()
    qtbot.waitUntil(panel.export.isVisible)
    facts = ctx.sealing.describe()
    assert facts is not None
    assert facts.key == "EC P-256"
    panel.server.setText("ftp://nowhere")
    panel.server.editingFinished.emit()
    assert panel.server.property("wrong")
    panel.server.setText("https://stamps.example/")
    panel.server.editingFinished.emit()
    assert ctx.sealing.stamp_server == "https://stamps.example/"
    with qtbot.waitSignal(panel.changed, timeout=5000):
        panel._forget()
    assert ctx.sealing.describe() is None


def test_how_the_next_packet_is_closed_is_asked_with_care(
    ctx: AppContext, background: Background, qtbot: QtBot
) -> None:
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    ctx.sealing.lock()
    dialog = SealDialog(ctx, background, None)
    qtbot.addWidget(dialog)
    given: list[SealWish | None] = []
    dialog.given.connect(given.append)
    dialog.show()
    dialog.sign.setChecked(True)
    dialog.lock.setChecked(True)
    qtbot.waitUntil(dialog.passphrase.isVisible)
    dialog.passphrase.setText("wrong wrong")
    dialog.first.setText("密码 2611")
    dialog.second.setText("密码 2612")
    dialog.take.click()
    assert dialog.second.property("wrong")
    dialog.second.setText("密码 2611")
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(dialog.passphrase.property("wrong")), timeout=5000)
    assert given == []
    dialog.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.given, timeout=5000):
        dialog.take.click()
    assert given == [SealWish("密码 2611", sign=True)]
    assert ctx.sealing.seal(finished_pdf(), given[0]).signed_by == "青禾家居"
    assert sealing_words(given[0], stamped=False) == "下一份材料将：签名，加打开密码。"
    assert sealing_words(None, stamped=True) == ""


def test_the_strength_of_a_password_is_a_hint() -> None:
    shares = [strength(text)[0] for text in ("", "aaaaaaaaaaaa", "abc12345", "Quiet-Lark-2611-盘子-9!")]
    assert shares == sorted(shares)
    assert shares[0] == 0.0
    assert shares[-1] == 1.0
    assert strength("a" * 100_000)[1] != ""
