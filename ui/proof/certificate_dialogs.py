"""The dialogs that make a certificate, take one in from a file, and ask for the passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line, plain_tooltip
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line, line

tr = translator("packet_proof")
_WIDTH = 520
_LONGEST = 1024


def secret_field(parent: QWidget, name: str) -> QLineEdit:
    """A field whose text is not shown."""
    field = QLineEdit(parent)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setMaxLength(_LONGEST)
    field.setAccessibleName(name)
    return field


class MakeCertificateDialog(HeldDialog):
    """`wanted` carries name, passphrase and kind of key."""

    wanted = Signal(str, str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Make a certificate"))
        self.setAccessibleName(tr("Make a certificate"))
        self.setMinimumWidth(_WIDTH)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Make a certificate for this shop"), self, role="heading"))
        means = tr(
            "With it packets are signed, so that any change shows. It names the shop but is not vouched for by an"
            " authority: give receivers the exported certificate or its fingerprint. It is valid for 10 years."
        )
        rows.addWidget(PlainLabel(means, self, ink="text2", wrap=True))
        self.form = FormRows(self)
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(200)
        self.first = secret_field(self, tr("Passphrase"))
        self.second = secret_field(self, tr("Passphrase once more"))
        self.form.add_field(tr("Name"), self.name, tr("As receivers see it"))
        self.form.add_field(
            tr("Passphrase"), self.first, tr("At least 8 characters; asked once each time the program runs")
        )
        self.form.add_field(tr("Once more"), self.second)
        self.kind = Segmented([("rsa", "RSA 3072"), ("ec", "EC P-256")], parent=self)
        self.form.add_field(tr("Key"), self.kind, tr("RSA is read by every program; EC makes smaller files"))
        rows.addWidget(self.form)
        lost = tr("A lost passphrase is lost: nobody can bring it back, and a new certificate has to be made.")
        rows.addWidget(Banner("due", lost, "", self))
        self.take = Button(tr("Make"), self, kind="primary", icon="shield-check")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.name.setFocus()

    def _take(self) -> None:
        same = self.first.text() == self.second.text()
        self.form.set_wrong(self.second, "" if same else tr("The two are not the same."))
        if not same:
            self.second.setFocus()
            return
        self.wanted.emit(self.name.text(), self.first.text(), self.kind.value())


class ImportCertificateDialog(HeldDialog):
    """`wanted` carries the file and its passphrase."""

    wanted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self.setWindowTitle(tr("Import a certificate"))
        self.setAccessibleName(tr("Import a certificate"))
        self.setMinimumWidth(_WIDTH)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(tr("Import a certificate of your own"), self, role="heading"))
        means = tr(
            "A file ending in .p12 or .pfx, with its private key. The key is kept locked by the same passphrase."
        )
        rows.addWidget(PlainLabel(means, self, ink="text2", wrap=True))
        where = line(spacing=8)
        self._place = ElidedLabel(tr("no file chosen"), self, weight=500)
        self.choose = Button(tr("Choose…"), self, size="small", icon="folder-open")
        self.choose.clicked.connect(self._choose)
        where.addWidget(self._place, 1)
        where.addWidget(self.choose)
        rows.addLayout(where)
        self.form = FormRows(self)
        self.passphrase = secret_field(self, tr("Passphrase"))
        self.form.add_field(tr("Passphrase"), self.passphrase, tr("The one this file was exported with"))
        rows.addWidget(self.form)
        self.take = Button(tr("Import"), self, kind="primary", icon="download")
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.choose.setFocus()

    def set_file(self, path: Path) -> None:
        """The file to import."""
        self._path = path
        self._place.set_full(one_line(path.name))
        plain_tooltip(self._place, one_line(str(path)))
        self.take.setEnabled(True)
        self.passphrase.setFocus()

    def _choose(self) -> None:
        kinds = f"{tr('Certificates with a key')} (*.p12 *.pfx *.P12 *.PFX)"
        found, _ = QFileDialog.getOpenFileName(self, tr("Import a certificate"), "", kinds)
        if found:
            self.set_file(Path(found))

    def _take(self) -> None:
        if self._path is not None:
            self.wanted.emit(self._path, self.passphrase.text())
