"""The dialog that asks how the next packet is closed: signed or not, stamped or not, with a password or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.context import AppContext
from desktop.packets.values import SealWish
from models.errors import AftercaseError
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.proof.certificate_dialogs import secret_field
from ui.proof.certificate_panel import CertificatePanel
from ui.widgets.buttons import Button
from ui.widgets.controls import MeterBar, Switch
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line, line, rule

if TYPE_CHECKING:
    from desktop.packets.certificates import CertificateFacts

tr = translator("packet_proof")


class SealDialog(HeldDialog):
    """`given` carries a SealWish, or None for a packet that is not closed. The passphrase is tried before."""

    given = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, now: SealWish | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._facts: CertificateFacts | None = None
        self.setWindowTitle(tr("Sign and lock"))
        self.setAccessibleName(tr("Sign and lock"))
        self.setMinimumWidth(560)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("How the next packet is closed"), self, role="heading"))
        self.sign = Switch(tr("Sign with the shop's certificate"), self, on=bool(now and now.sign))
        rows.addLayout(
            _switch_row(
                self, self.sign, tr("Sign with the shop's certificate"), tr("Any change shows, and who signed.")
            )
        )
        self.signing = FormRows(self, label_width=96)
        self.passphrase = secret_field(self, tr("Passphrase"))
        self.signing.add_field(
            tr("Passphrase"), self.passphrase, tr("Of the certificate; asked once each time the program runs")
        )
        rows.addWidget(self.signing)
        self.stamp = Switch(tr("With a time stamp"), self, on=now is None or now.stamp)
        self._stamp_row = QWidget(self)
        across = line(self._stamp_row, spacing=8)
        across.addWidget(self.stamp)
        across.addWidget(
            PlainLabel(tr("With a time stamp of %1", ctx.sealing.stamp_server), self._stamp_row, wrap=True), 1
        )
        rows.addWidget(self._stamp_row)
        self.certificate = CertificatePanel(ctx, background, self)
        self.certificate.changed.connect(self._read)
        rows.addWidget(self.certificate)
        rows.addWidget(rule(self))
        self.lock = Switch(tr("Lock with a password"), self, on=bool(now and now.password))
        rows.addLayout(
            _switch_row(self, self.lock, tr("Lock with a password"), tr("AES-256; only who has it can open the file."))
        )
        self.locking = FormRows(self, label_width=96)
        self.first = secret_field(self, tr("Password"))
        self.second = secret_field(self, tr("Password once more"))
        self.locking.add_field(tr("Password"), self.first)
        self.strength = MeterBar(0.0, "overdue", self)
        self._strength_words = PlainLabel("", self, role="small", ink="text2")
        how_strong = QWidget(self)
        bar = line(how_strong, spacing=8)
        bar.addWidget(self.strength, 1)
        bar.addWidget(self._strength_words, 1)
        self.locking.add_field(tr("Strength"), how_strong)
        self.locking.add_field(tr("Once more"), self.second)
        rows.addWidget(self.locking)
        self.warning = Banner(
            "due", tr("A lost password is lost: nobody can open the file any more."),
            tr("Platforms, banks and courts usually refuse locked files. Ask before you lock one, and send the password"
                " another way."),
            self,
        )  # fmt: skip
        rows.addWidget(self.warning)
        self.take = Button(tr("Use for the next packet"), self, kind="primary", icon="shield-check")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.sign.toggled.connect(lambda _: self._lay())
        self.lock.toggled.connect(lambda _: self._lay())
        self.first.textChanged.connect(self._show_strength)
        if now is not None and now.password:
            self.first.setText(now.password)
            self.second.setText(now.password)
        self._lay()
        self._read()

    def _read(self) -> None:
        self.certificate.reload()
        self._background.run(
            self._ctx.jobs.read(self._ctx.sealing.describe_or_none), self._show_certificate, receiver=self
        )

    def _show_certificate(self, facts: CertificateFacts | None) -> None:
        self._facts = facts
        self._lay()

    def _lay(self) -> None:
        signing, locking = self.sign.isChecked(), self.lock.isChecked()
        there = self._facts is not None
        self.signing.setVisible(signing and there and not self._ctx.sealing.unlocked)
        self._stamp_row.setVisible(signing and bool(self._ctx.sealing.stamp_server))
        self.certificate.setVisible(signing and not there)
        self.locking.setVisible(locking)
        self.warning.setVisible(locking)
        rows = self.layout()
        if self.isVisible() and rows is not None:
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(self.width()), rows.totalMinimumSize().height()))

    def _show_strength(self, text: str) -> None:
        share, words, token = strength(text)
        self.strength.set(share, token, words)
        self._strength_words.setText(words)

    def _take(self) -> None:
        password = self.first.text() if self.lock.isChecked() else ""
        if self.lock.isChecked() and not self._password_fits(password):
            return
        signing = self.sign.isChecked()
        if signing and self._facts is None:
            self.certificate.make.setFocus()
            return
        wish = SealWish(password, sign=signing, stamp=self.stamp.isChecked()) if signing or password else None
        if not signing or (self._ctx.sealing.unlocked and not self.passphrase.text()):
            self._give(wish)
            return
        self.hold()
        passphrase = self.passphrase.text()
        self._background.run(
            self._ctx.jobs.io(lambda: self._ctx.sealing.unlock(passphrase)), lambda _: self._give(wish),
            self._refuse, receiver=self,
        )  # fmt: skip

    def _give(self, wish: SealWish | None) -> None:
        self.given.emit(wish)
        self.written()

    def _refuse(self, error: BaseException) -> None:
        if self.refused() is not None:
            said = sentence(error)
            self.signing.set_wrong(self.passphrase, f"{said.what} {said.next}".strip())
            self.passphrase.setFocus()
            self.passphrase.selectAll()

    def _password_fits(self, password: str) -> bool:
        from desktop.packets.sealing import check_password

        wrong = ""
        try:
            check_password(password)
        except AftercaseError as error:
            said = sentence(error)
            wrong = f"{said.what} {said.next}".strip()
        self.locking.set_wrong(self.first, wrong)
        other = "" if wrong or password == self.second.text() else tr("The two are not the same.")
        self.locking.set_wrong(self.second, other)
        if wrong or other:
            (self.first if wrong else self.second).setFocus()
        self._lay()
        return not wrong and not other


def sealing_words(wish: SealWish | None, *, stamped: bool) -> str:
    """How the next packet will be closed, in a line; empty for not at all. `stamped`: a server is set."""
    if wish is None:
        return ""
    parts = []
    if wish.sign:
        parts.append(tr("signed and time stamped") if stamped and wish.stamp else tr("signed"))
    if wish.password:
        parts.append(tr("locked with a password"))
    return tr("The next packet will be %1.", tr(", ").join(parts)) if parts else ""


def strength(text: str) -> tuple[float, str, str]:
    """How hard a password is to guess, as a share, in words, and the token of its colour: a hint, no promise."""
    kinds = sum(
        any(test(each) for each in text)
        for test in (str.islower, str.isupper, str.isdigit, lambda each: not each.isalnum(), lambda each: each > "\x7f")
    )
    points = len(set(text)) + 2 * max(kinds - 1, 0) + min(len(text), 24) / 3
    if not text:
        return 0.0, "", "overdue"
    if len(text) < 8 or points < 12:
        return 0.33, tr("weak: soon guessed"), "overdue"
    return (0.66, tr("fair"), "due") if points < 22 else (1.0, tr("strong"), "done")


def _switch_row(parent: QWidget, switch: Switch, text: str, more: str) -> QHBoxLayout:
    across = line(spacing=8)
    across.addWidget(switch)
    words = column(spacing=0)
    words.addWidget(PlainLabel(text, parent, weight=500))
    words.addWidget(PlainLabel(more, parent, role="small", ink="text3", wrap=True))
    across.addLayout(words, 1)
    return across
