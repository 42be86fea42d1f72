"""The dialog that chooses the stills of a film: up to twelve moments, from a strip of its frames or by time."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QSizePolicy, QSlider, QWidget

from desktop.services.frame_lists import FrameList
from desktop.services.viewing import clock_text
from models.packet_records import ExhibitPlan
from models.records import Evidence
from models.rules.film_times import read_moment, spread_moments
from ui.i18n import translator
from ui.packets.exhibits.checked_pictures import CheckedPictures
from ui.packets.exhibits.moment_strip import MomentStrip
from ui.plain import PlainLabel
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import column, foot_line, line

tr = translator("packets")
MOST_STILLS = 12
_OFFERED = 24
_SIDE = 960


class _Seen(QWidget):
    """The picture of a moment, as large as there is room; in words why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: QImage | str = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(320, 180)

    def show_picture(self, found: QImage | str) -> None:
        self._found = found
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        if isinstance(self._found, QImage):
            size = self._found.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._found)
        else:
            painting.paint_text(painter, self.rect(), self._found, "text2", centre=True)
        painter.end()


class StillsDialog(QDialog):
    """`chosen` carries the moments in milliseconds, in the order of the film; none of them: its poster."""

    chosen = Signal(tuple)

    def __init__(
        self, pictures: CheckedPictures, item: Evidence, plan: ExhibitPlan, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Stills of %1", title))
        self.setAccessibleName(self.windowTitle())
        self._pictures = pictures
        self._item = item
        self._frames: FrameList | None = None
        self._asked: int | None = None
        self._duration = max(item.duration_ms or 0, 0)
        self._at = plan.stills[0] if plan.stills else item.poster_ms or 0
        self._stills = sorted(set(plan.stills))
        self._build()
        self._set_duration(self._duration)
        self._show_chosen()
        self.look_at(self._at)
        self.offered.moments.show(spread_moments(self._duration, _OFFERED))
        pictures.ask_frames(item, self._frames_there, self)
        self.resize(860, 680)
        self.offered.setFocus()

    def _build(self) -> None:
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(self.windowTitle(), self, role="heading", wrap=True))
        self.seen = _Seen(self)
        rows.addWidget(self.seen, 1)
        bar = line(spacing=8)
        back = icon_button("chevron-left", tr("Previous frame"), self, kind="secondary", size="small")
        on = icon_button("chevron-right", tr("Next frame"), self, kind="secondary", size="small")
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(tr("Place in the film"))
        self.slider.valueChanged.connect(self.look_at)
        self.field = QLineEdit(self)
        self.field.setFixedWidth(104)
        self.field.setMaxLength(40)
        self.field.setAccessibleName(tr("Go to a time"))
        self.field.returnPressed.connect(self.go_typed)
        self.field.textEdited.connect(lambda _: self._set_wrong(""))
        self.add = Button(tr("Add this moment"), self, icon="plus", size="small")
        self.add.clicked.connect(lambda: self.toggle(self._at))
        for widget in (back, on):
            bar.addWidget(widget)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self.field)
        bar.addWidget(self.add)
        rows.addLayout(bar)
        self.wrong = PlainLabel("", self, role="small", ink="overdue")
        self.wrong.hide()
        rows.addWidget(self.wrong)
        rows.addWidget(PlainLabel(tr("From the film: Enter takes a frame in or out"), self, role="small", ink="text2"))
        self.offered = MomentStrip(self._pictures, self._item, tr("Frames of the film"), self)
        self.offered.looked.connect(self.look_at)
        self.offered.taken.connect(self.toggle)
        rows.addWidget(self.offered)
        self.count = PlainLabel("", self, role="small", weight=600, ink="text2")
        rows.addWidget(self.count)
        self.taken = MomentStrip(self._pictures, self._item, tr("Stills chosen"), self)
        self.taken.looked.connect(self.look_at)
        self.taken.dropped.connect(self.toggle)
        self.taken.taken.connect(self.toggle)
        rows.addWidget(self.taken)
        self.take = Button(tr("Use these"), self, kind="primary")
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))

    def stills(self) -> tuple[int, ...]:
        """The moments chosen, in the order of the film."""
        return tuple(self._stills)

    # Looking

    def look_at(self, at_ms: int) -> None:
        """Show a moment."""
        self._at = min(max(at_ms, 0), self._duration)
        self.slider.blockSignals(True)
        self.slider.setValue(self._at)
        self.slider.blockSignals(False)
        self.field.setText(clock_text(self._at))
        self._set_wrong("")
        self._show_add()
        if self._asked is None:
            self._ask()

    def _ask(self) -> None:
        """One picture at a time: while the slider is dragged, the newest moment comes next."""
        wanted = self._asked = self._at
        self._pictures.ask(self._item, _SIDE, lambda found: self._seen(wanted, found), self, at_ms=wanted)

    def _seen(self, at_ms: int, found: QImage | str) -> None:
        self._asked = None
        words = found if isinstance(found, QImage) else tr("This moment cannot be shown (%1).", found)
        self.seen.show_picture(words)
        if at_ms != self._at:
            self._ask()

    def step(self, by: int) -> None:
        """The next or previous frame."""
        frames = self._frames
        at_ms = self._at + by * 40
        if frames is not None and frames.times:
            found = frames.time_of(frames.at(self._at) + by)
            at_ms = found if found is not None else self._at
        self.look_at(at_ms)

    def go_typed(self) -> None:
        """Show the moment that was typed."""
        at_ms = read_moment(self.field.text(), self._duration)
        if at_ms is None:
            self._set_wrong(tr("Type a time up to %1, such as 0:12.5", clock_text(self._duration)))
        else:
            self.look_at(at_ms)

    def _set_wrong(self, text: str) -> None:
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        self.field.setAccessibleDescription(text)
        if self.field.property("wrong") != bool(text):
            self.field.setProperty("wrong", bool(text))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _frames_there(self, found: FrameList | None) -> None:
        if found is None:
            return
        self._frames = found
        if found.duration_ms > 0 and found.duration_ms != self._duration:
            self._set_duration(found.duration_ms)
        wanted = spread_moments(self._duration, _OFFERED)
        if found.times:
            whole = len(found.times) == found.count
            wanted = tuple(dict.fromkeys(found.time_of(found.at(at)) or 0 for at in wanted)) if whole else wanted
        if wanted != self.offered.moments.moments:
            self.offered.moments.show(wanted)

    def _set_duration(self, duration_ms: int) -> None:
        self._duration = duration_ms
        self.slider.blockSignals(True)
        self.slider.setRange(0, duration_ms)
        self.slider.setSingleStep(40)
        self.slider.setPageStep(1000)
        self.slider.blockSignals(False)

    # Choosing

    def toggle(self, at_ms: int) -> None:
        """Take a moment in, or out if it is in; no more than twelve."""
        if at_ms in self._stills:
            self._stills.remove(at_ms)
        elif len(self._stills) >= MOST_STILLS:
            self._set_wrong(tr("%1 stills are the most for one film. Take one out first.", MOST_STILLS))
            return
        else:
            self._stills = sorted([*self._stills, at_ms])
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.taken.currentIndex().row()
        self.taken.moments.show(self._stills)
        if self._stills and row >= 0:
            self.taken.selectionModel().blockSignals(True)
            self.taken.setCurrentIndex(self.taken.moments.index(min(row, len(self._stills) - 1)))
            self.taken.selectionModel().blockSignals(False)
        self.offered.mark(self._stills)
        none = tr("None chosen: the film's poster is shown")
        self.count.setText(tr("%1 of %2 stills chosen; Del takes one out", len(self._stills), MOST_STILLS)
                           if self._stills else none)  # fmt: skip
        self._show_add()

    def _show_add(self) -> None:
        there = self._at in self._stills
        self.add.set_label(tr("Take this moment out") if there else tr("Add this moment"))
        self.add.set_icon_name("minus" if there else "plus")
        self.add.setEnabled(there or len(self._stills) < MOST_STILLS)

    def _take(self) -> None:
        self.chosen.emit(self.stills())
        self.accept()
