"""The shop's certificate and the time stamp server, as a panel of the settings or of a dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from desktop.context import AppContext
from models.clock import zone
from models.errors import UserError
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.messages import confirm, show_error
from ui.plain import PlainLabel
from ui.proof import proof_errors as proof_errors
from ui.proof.certificate_dialogs import ImportCertificateDialog, MakeCertificateDialog
from ui.widgets.buttons import Button
from ui.widgets.controls import row_of
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, Panel

if TYPE_CHECKING:
    from desktop.packets.certificates import CertificateFacts

tr = translator("packet_proof")


class CertificatePanel(Panel):
    """Shows the certificate, makes, imports, exports and forgets it. `changed` after each of these."""

    changed = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(tr("Certificate for packets"), tr("signs what leaves the shop"), parent, icon="shield-check",
                         token="accent")  # fmt: skip
        self._ctx, self._background = ctx, background
        self.rows.setContentsMargins(16, 12, 16, 16)
        self.rows.setSpacing(12)
        self.form = FormRows(self.body, label_width=96, spacing=6)
        self._name = self.form.add_fact(tr("Name"), "", strong=True)
        self._valid = self.form.add_fact(tr("Valid"))
        self._finger = self.form.add_fact(tr("Fingerprint"))
        self.rows.addWidget(self.form)
        self._none = PlainLabel(
            tr("There is none yet. With a certificate packets can be signed, so that any change to them shows."),
            self.body, ink="text2", wrap=True,
        )  # fmt: skip
        self.rows.addWidget(self._none)
        self.make = Button(tr("Make one…"), self.body, icon="plus")
        self.take_in = Button(tr("Import…"), self.body, icon="download")
        self.export = Button(tr("Export for receivers…"), self.body, icon="file-down")
        self.forget = Button(tr("Forget…"), self.body, kind="ghost", icon="trash-2")
        for button, act in (
            (self.make, self.ask_make), (self.take_in, self.ask_import), (self.export, self._export),
            (self.forget, self._ask_forget),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, act=act: act())
        self.rows.addWidget(row_of(self.make, self.take_in, self.export, self.forget, 1, parent=self.body))
        self.stamping = FormRows(self.body, label_width=96, spacing=6)
        self.server = QLineEdit(self.body)
        self.server.setMaxLength(2000)
        self.server.setPlaceholderText("http://")
        self.server.editingFinished.connect(self._keep_server)
        self.stamping.add_field(
            tr("Time stamp"), self.server,
            tr("Address of an RFC 3161 server. It proves when a packet was signed; only a hash is sent to it. Empty:"
                " none."),
        )  # fmt: skip
        self.rows.addWidget(self.stamping)
        self._show(None)

    def reload(self) -> None:
        """Read everything anew."""
        self.server.setText(self._ctx.sealing.stamp_server)
        self._background.run(
            self._ctx.jobs.read(self._ctx.sealing.describe), self._show, self._show_damaged, receiver=self
        )

    def _show(self, facts: CertificateFacts | None) -> None:
        there = facts is not None
        for widget, visible in (
            (self.form, there), (self._none, not there), (self.make, not there), (self.take_in, not there),
            (self.export, there), (self.forget, there),
        ):  # fmt: skip
            widget.setVisible(visible)
        if facts is None:
            self._none.setText(
                tr("There is none yet. With a certificate packets can be signed, so that any change to them shows.")
            )
            self._none.set_ink("text2")
            return
        here = zone(self._ctx.bench.time_zone)
        kind = tr("made here") if facts.self_signed else tr("issued by %1", facts.issuer)
        self._name.setText(f"{facts.name} · {kind} · {facts.key}")
        now = self._ctx.clock.now()
        days = (f"{each.astimezone(here):%Y-%m-%d}" for each in (facts.valid_from, facts.valid_to))
        self._valid.setText(tr("%1 to %2", *days))
        self._valid.set_ink("" if facts.holds_at(now) else "overdue")
        self._finger.setText(fingerprint_text(facts.fingerprint))

    def _show_damaged(self, error: BaseException) -> None:
        self._show(None)
        said = sentence(error)
        self._none.setText(f"{said.what} {said.next}".strip())
        self._none.set_ink("overdue")
        damaged = isinstance(error, UserError)
        self.forget.setVisible(damaged)
        self.make.setVisible(not damaged)
        self.take_in.setVisible(not damaged)

    def ask_make(self) -> MakeCertificateDialog:
        """Ask for what a new one needs."""
        shops = self._ctx.shops.list_shops()
        dialog = MakeCertificateDialog(shops[0].name if shops else "", self)
        sealing = self._ctx.sealing
        dialog.wanted.connect(
            lambda name, passphrase, key: self._held(
                dialog, lambda: sealing.make_certificate(name, passphrase, key=key),
                lambda error: self._place_wrong(dialog, error),
            )
        )  # fmt: skip
        dialog.open()
        return dialog

    def ask_import(self) -> ImportCertificateDialog:
        """Ask for a file and its passphrase."""
        dialog = ImportCertificateDialog(self)
        sealing = self._ctx.sealing
        dialog.wanted.connect(
            lambda path, passphrase: self._held(
                dialog, lambda: sealing.import_pkcs12(path, passphrase),
                lambda error: dialog.form.set_wrong(dialog.passphrase, _said(error)),
            )
        )  # fmt: skip
        dialog.open()
        return dialog

    def _held(self, dialog: HeldDialog, work: Callable[[], object], wrong: Callable[[BaseException], object]) -> None:
        def done(_: object) -> None:
            dialog.written()
            self.reload()
            self.changed.emit()

        def failed(error: BaseException) -> None:
            if dialog.refused() is not None:
                wrong(error)
                dialog.adjustSize()

        dialog.hold()
        self._background.run(self._ctx.jobs.write(work), done, failed, receiver=self)

    @staticmethod
    def _place_wrong(dialog: MakeCertificateDialog, error: BaseException) -> None:
        named = isinstance(error, UserError) and error.code.startswith("certificate_")
        dialog.form.set_wrong(dialog.name, _said(error) if named else "")
        dialog.form.set_wrong(dialog.first, "" if named else _said(error))

    def _export(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        start = str(Path(folder) / tr("shop certificate.cer"))
        found, _ = QFileDialog.getSaveFileName(self, tr("Export for receivers"), start, f"{tr('Certificate')} (*.cer)")
        if found:
            self.export_to(Path(found))

    def export_to(self, path: Path) -> None:
        """Write the public certificate."""
        work = self._ctx.jobs.io(lambda: self._ctx.sealing.export_certificate(path), keeps=True)
        self._background.run(work, lambda _: None, lambda error: show_error(error, self), receiver=self)

    def _ask_forget(self) -> None:
        confirm(
            self, tr("Forget the certificate?"),
            tr("Its key is deleted and cannot be brought back. What was signed stays signed; new packets cannot be"
                " signed with it."),
            tr("Forget it"), self._forget, dangerous=True,
        )  # fmt: skip

    def _forget(self) -> None:
        def done(_: object) -> None:
            self.reload()
            self.changed.emit()

        work = self._ctx.jobs.write(self._ctx.sealing.forget)
        self._background.run(work, done, lambda error: show_error(error, self), receiver=self)

    def _keep_server(self) -> None:
        try:
            self._ctx.sealing.set_stamp_server(self.server.text())
        except UserError as error:
            self.stamping.set_wrong(self.server, _said(error))
        else:
            self.stamping.set_wrong(self.server, "")


def fingerprint_text(fingerprint: str) -> str:
    """In groups that can be read aloud and compared."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4))


def _said(error: BaseException) -> str:
    said = sentence(error)
    return f"{said.what} {said.next}".strip()
