"""The foot of the right side: what was handed out last, save, print, seal, verify."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from models.kinds import PacketForm
from ui.actions import shortcut_text
from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner, Strip, column, line

tr = translator("packet_options")


class OptionsFoot(Strip):
    """`verify_wanted` and `seal_wanted` are of the shield; the others of their buttons."""

    save_wanted = Signal()
    print_wanted = Signal()
    folder_wanted = Signal()
    hash_wanted = Signal()
    verify_wanted = Signal()
    seal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, edge="top")
        self._form = PacketForm.PDF
        rows = column(self, margins=(16, 12, 16, 12), spacing=8)
        self.done = Banner("done", "", "", self)
        rows.addWidget(self.done)
        self.after = QWidget(self)
        row = line(self.after, spacing=8)
        self._hash = ElidedLabel("", self.after, role="small", ink="text3")
        row.addWidget(self._hash, 1)
        self.copy = Button(tr("Copy hash"), self.after, size="row", icon="copy")
        self.copy.clicked.connect(self.hash_wanted)
        row.addWidget(self.copy)
        self.folder = Button(tr("Show folder"), self.after, size="row", icon="folder-open")
        self.folder.clicked.connect(self.folder_wanted)
        row.addWidget(self.folder)
        rows.addWidget(self.after)
        self.done.hide()
        self.after.hide()
        self.sealing = PlainLabel("", self, role="small", ink="text2", wrap=True)
        self.sealing.hide()
        rows.addWidget(self.sealing)
        buttons = line(spacing=8)
        self.save = Button(tr("Save PDF"), self, kind="primary", icon="file-down", hint=shortcut_text("save"))
        self.print_ = Button(tr("Print"), self, icon="printer", tip=f"{tr('Print')}  {shortcut_text('print')}")
        self.shield = icon_button("shield-check", tr("Sign, lock, verify"), self, kind="secondary")
        self._menu = QMenu(self)
        self._menu.addAction(tr("Sign, stamp or lock the next packet…")).triggered.connect(
            lambda: self.seal_wanted.emit()
        )
        self._menu.addAction(tr("Verify a packet…")).triggered.connect(lambda: self.verify_wanted.emit())
        self.shield.clicked.connect(self._open_menu)
        policy = self.save.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Expanding)
        self.save.setSizePolicy(policy)
        self.save.clicked.connect(self.save_wanted)
        self.print_.clicked.connect(self.print_wanted)
        buttons.addWidget(self.save, 1)
        buttons.addWidget(self.print_)
        buttons.addWidget(self.shield)
        rows.addLayout(buttons)

    def show_form(self, form: PacketForm) -> None:
        """What is saved: one file, several, an archive."""
        self._form = form
        self.save.set_label(_saving(form))

    def show_sealing(self, text: str) -> None:
        """How the next packet will be closed; empty for not at all."""
        self.sealing.setText(text)
        self.sealing.setVisible(bool(text))

    def show_done(self, text: str, more: str = "", *, sha256: str = "", folder: bool = True) -> None:
        """What was handed out last; an empty text takes it away."""
        self.done.set_text(text, more)
        self.done.setVisible(bool(text))
        self.after.setVisible(bool(text) and (folder or bool(sha256)))
        self.folder.setVisible(folder)
        self.copy.setVisible(bool(sha256))
        self._hash.set_full(f"SHA-256 {sha256}" if sha256 else "")
        if sha256:
            plain_tooltip(self._hash, f"SHA-256 {sha256}")

    def allow(self, allowed: bool, why_not: str) -> None:
        """Whether the packet can be handed out; the tool tips say why not."""
        self.save.setEnabled(allowed)
        self.print_.setEnabled(allowed)
        self.save.setAccessibleDescription(why_not)
        self.save.set_tip(why_not or _saving(self._form))
        self.print_.set_tip(why_not or f"{tr('Print')}  {shortcut_text('print')}")

    def _open_menu(self) -> None:
        above = self.shield.mapToGlobal(self.shield.rect().topLeft())
        self._menu.popup(QPoint(above.x(), above.y() - self._menu.sizeHint().height()))


def _saving(form: PacketForm) -> str:
    if form is PacketForm.ARCHIVE:
        return tr("Save archive")
    return tr("Save PDF") if form is PacketForm.PDF else tr("Save files")
