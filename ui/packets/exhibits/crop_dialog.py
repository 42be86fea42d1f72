"""The dialog that crops an exhibit for the packet. The file itself is never touched."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from models.packet_records import ExhibitPlan
from models.records import Evidence
from ui.i18n import translator
from ui.packets.exhibits.checked_pictures import CheckedPictures
from ui.packets.exhibits.crop_frame import CropFrame
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.panel import column, foot_line, line

tr = translator("packets")
_SIDE = 1600


class CropDialog(QDialog):
    """`cropped` carries what stays, None for the whole picture."""

    cropped = Signal(object)

    def __init__(
        self, pictures: CheckedPictures, item: Evidence, plan: ExhibitPlan, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Crop %1", title))
        self.setAccessibleName(self.windowTitle())
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading", wrap=True))
        self.frame = CropFrame(self)
        rows.addWidget(self.frame, 1)
        across = line(spacing=12)
        self.facts = PlainLabel("", self, ink="text2")
        self.keep = QCheckBox(tr("Keep proportions"), self)
        self.keep.toggled.connect(self.frame.keep_ratio)
        self.reset = Button(tr("Whole picture"), self, size="small", icon="maximize")
        self.reset.clicked.connect(lambda: self.frame.set_crop(None))
        across.addWidget(self.facts, 1)
        across.addWidget(self.keep)
        across.addWidget(self.reset)
        rows.addLayout(across)
        hint = tr("Drag a rectangle, or use the keys: arrows move it, Shift+arrows change its size, Ctrl goes finely. "
                  "The original stays whole.")  # fmt: skip
        rows.addWidget(PlainLabel(hint, self, role="small", ink="text3", wrap=True))
        self.take = Button(tr("Crop"), self, kind="primary")
        self.take.setDefault(True)
        self.take.setEnabled(False)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self._size = QSize(item.width or 0, item.height or 0)
        self.frame.changed.connect(self._show_facts)
        self.frame.set_crop(plan.crop)
        self.resize(760, 640)
        self.frame.setFocus()
        page = plan.pages[0] if plan.pages else 0
        at_ms = plan.stills[0] if plan.stills else item.poster_ms or 0
        pictures.ask(item, _SIDE, self._arrived, self, page=page, at_ms=at_ms)

    def _arrived(self, found: QImage | str) -> None:
        size = self._size
        if isinstance(found, QImage) and (size.isEmpty() or _other_shape(size, found.size())):
            size = found.size()
        words = found if isinstance(found, QImage) else tr("There is no picture to crop (%1).", found)
        self.frame.show_picture(words, size)
        self.take.setEnabled(isinstance(found, QImage))

    def _show_facts(self) -> None:
        self.facts.setText(self.frame.words())

    def _take(self) -> None:
        self.cropped.emit(self.frame.crop())
        self.accept()


def _other_shape(claimed: QSize, seen: QSize) -> bool:
    """Whether what the file said of its size is not what it looks like."""
    return (
        abs(claimed.width() * seen.height() - claimed.height() * seen.width()) > claimed.width() * seen.height() // 20
    )
