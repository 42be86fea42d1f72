"""Under a picture: pages of a document, frames of an animation, or the length of a film, with where one is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSlider, QWidget

from desktop.services.frame_lists import FrameList
from desktop.services.viewing import clock_text
from ui.evidence.viewing.picture_source import Moment
from ui.i18n import translator
from ui.plain import PlainLabel
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Strip, line

tr = translator("viewer")
_HEIGHT = 44
_SECOND = 1000


class SteppingBar(Strip):
    """Steps through what has more than one picture. `wanted` is the moment to show; `still_wanted` and `poster_wanted`
    are about the one shown."""

    wanted = Signal(object)
    still_wanted = Signal()
    poster_wanted = Signal()
    list_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface", edge="top", height=_HEIGHT)
        self._pages = 1
        self._frames: FrameList | None = None
        self._film = False
        self._duration = 0
        self._moment = Moment()
        self._compact = False
        self.setAccessibleName(tr("Pages and frames"))
        row = line(self, margins=(12, 0, 12, 0), spacing=8)
        self._second_back = Button(tr("−1 s"), self, size="small", tip=tr("A second back"))
        self._back = icon_button("chevron-left", tr("Previous frame"), self, hint=",", kind="secondary", size="small")
        self._on = icon_button("chevron-right", tr("Next frame"), self, hint=".", kind="secondary", size="small")
        self._second_on = Button(tr("+1 s"), self, size="small", tip=tr("A second on"))
        self._second_back.clicked.connect(lambda: self.step_time(-_SECOND))
        self._second_on.clicked.connect(lambda: self.step_time(_SECOND))
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._page = QLineEdit(self)
        self._page.setFixedWidth(56)
        self._page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.setAccessibleName(tr("Go to page"))
        self._page.returnPressed.connect(self._page_typed)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setAccessibleName(tr("Place in the film"))
        self._slider.setTracking(True)
        self._slider.valueChanged.connect(self._slid)
        self._time = PlainLabel("", self, ink="text2")
        self._number = PlainLabel("", self, role="small", ink="text3")
        self._poster = Button(tr("Use as poster"), self, size="small", icon="image", hint="P")
        self._poster.clicked.connect(self.poster_wanted)
        self._still = Button(tr("Keep this picture"), self, size="small", icon="image-plus", hint="K")
        self._still.clicked.connect(self.still_wanted)
        for widget in (self._second_back, self._back, self._page, self._number, self._on, self._second_on):
            row.addWidget(widget)
        row.addWidget(self._slider, 1)
        row.addWidget(self._time)
        row.addStretch(0)
        row.addWidget(self._poster)
        row.addWidget(self._still)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def set_compact(self) -> None:
        """For a narrow place: what can be done with the picture as icons."""
        for button, text in ((self._poster, tr("Use as poster")), (self._still, tr("Keep this picture"))):
            button.set_label("")
            button.set_tip(text)
        for button in (self._second_back, self._second_on):
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._compact = True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(1)

    # What is stepped through

    def clear(self) -> None:
        """There is only one picture."""
        self._frames, self._pages, self._film, self._duration = None, 1, False, 0
        self.hide()

    def show_pages(self, pages: int) -> None:
        """A document of so many pages; the bar goes away for a single one."""
        self._frames, self._film, self._pages = None, False, pages
        self._page.setValidator(QIntValidator(1, pages, self._page))
        self._arrange()

    def show_film(self, duration_ms: int) -> None:
        """A film of that length, whose frames are not listed yet."""
        self._frames, self._film, self._pages, self._duration = None, True, 1, duration_ms
        self._set_range(duration_ms)
        self._arrange()

    def show_frames(self, frames: FrameList, *, film: bool) -> None:
        """The frames of an animation or a film."""
        self._frames, self._film = frames, film
        self._pages = 1 if film else frames.count
        self._duration = frames.duration_ms or self._duration
        self._set_range(self._duration if film else max(0, frames.count - 1))
        self._arrange()

    def show_moment(self, moment: Moment) -> None:
        """What is seen now."""
        self._moment = moment
        place = moment.at_ms if self._film else moment.page
        self._slider.blockSignals(True)
        self._slider.setValue(place)
        self._slider.blockSignals(False)
        frames = self._frames
        if self._film:
            self._time.setText(f"{clock_text(moment.at_ms)} / {clock_text(self._duration)}")
            number = frames.at(moment.at_ms) + 1 if frames is not None and frames.count else 0
            self._number.setText(tr("Frame %1 of %2", number, frames.count) if number and frames is not None else "")
        elif frames is not None:
            at = frames.time_of(moment.page)
            self._time.setText(f"{clock_text(at or 0)} / {clock_text(frames.duration_ms)}")
            self._number.setText(tr("Frame %1 of %2", moment.page + 1, frames.count))
        else:
            self._page.setText(str(moment.page + 1))
            self._number.setText(tr("of %1", self._pages))
            self._time.setText("")
        self._back.setEnabled(self._next(-1) is not None)
        self._on.setEnabled(self._next(1) is not None)
        if frames is not None and self._film and not self._listed(moment.at_ms):
            self.list_wanted.emit(moment.at_ms)

    def is_stepping(self) -> bool:
        """Whether there is more than one picture."""
        return self._film or self._pages > 1

    def is_film(self) -> bool:
        """Whether it is a film."""
        return self._film

    def words(self) -> str:
        """Where one is, as shown."""
        return " ".join(text for text in (self._page.text() if not self._frames and not self._film else "",
                                          self._number.text(), self._time.text()) if text)  # fmt: skip

    def beside(self) -> tuple[Moment, ...]:
        """The moments before and after the one shown, to be made beforehand."""
        return tuple(moment for moment in (self._next(1), self._next(-1)) if moment is not None)

    # Going

    def step(self, by: int) -> None:
        """The next or previous page or frame."""
        moment = self._next(by)
        if moment is not None:
            self.wanted.emit(moment)

    def step_time(self, by_ms: int) -> None:
        """So many milliseconds on or back; a document goes a page."""
        if self._film:
            self.wanted.emit(self._on_frame(min(max(0, self._moment.at_ms + by_ms), self._duration)))
        elif self._frames is not None:
            at = self._frames.time_of(self._moment.page) or 0
            self.wanted.emit(Moment(self._frames.at(max(0, at + by_ms))))
        else:
            self.step(1 if by_ms > 0 else -1)

    def go_end(self, last: bool) -> None:
        """The first or the last page or frame."""
        if self._film:
            self.wanted.emit(self._on_frame(self._duration if last else 0))
        elif self._pages > 1:
            self.wanted.emit(Moment(self._pages - 1 if last else 0))

    def edit_page(self) -> None:
        """Into the field of the page."""
        if self._page.isVisible():
            self._page.selectAll()
            self._page.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _next(self, by: int) -> Moment | None:
        if not self._film:
            page = self._moment.page + by
            return Moment(page) if 0 <= page < self._pages else None
        frames = self._frames
        if frames is None or not frames.times:
            # Frames that cannot be told apart are stepped through by the usual length of one.
            at = self._moment.at_ms + by * 40
            return Moment(at_ms=at) if 0 <= at <= self._duration else None
        at_time = frames.time_of(frames.at(self._moment.at_ms) + by)
        return Moment(at_ms=at_time) if at_time is not None else None

    def _on_frame(self, at_ms: int) -> Moment:
        frames = self._frames
        if frames is not None and self._listed(at_ms):
            at_ms = frames.time_of(frames.at(at_ms)) or 0
        return Moment(at_ms=at_ms)

    def _listed(self, at_ms: int) -> bool:
        """Whether the frames around a moment are among those listed."""
        frames = self._frames
        if frames is None or not frames.times or len(frames.times) == frames.count:
            return True
        first_ok = frames.first == 0 or at_ms > frames.times[0]
        return first_ok and (frames.first + len(frames.times) == frames.count or at_ms < frames.times[-1])

    def _set_range(self, most: int) -> None:
        self._slider.blockSignals(True)
        self._slider.setRange(0, most)
        self._slider.setSingleStep(1 if not self._film else 40)
        self._slider.setPageStep(_SECOND if self._film else 10)
        self._slider.blockSignals(False)

    def _arrange(self) -> None:
        paged = not self._film and self._frames is None
        back, on = (tr("Previous page"), tr("Next page")) if paged else (tr("Previous frame"), tr("Next frame"))
        self._back.set_tip(back)
        self._on.set_tip(on)
        self._page.setVisible(paged)
        for widget in (self._second_back, self._second_on, self._poster):
            widget.setVisible(self._film)
        self._slider.setVisible(not paged or self._pages > 20)
        if paged:
            self._set_range(self._pages - 1)
        self._time.setVisible(not paged)
        self._number.setVisible(not (self._compact and self._film))
        widest = f"{clock_text(self._duration)} / {clock_text(self._duration)}"
        self._time.setMinimumWidth(painting.text_width(widest) + 4 if not paged else 0)
        self.setVisible(self.is_stepping())
        self.show_moment(self._moment)

    def _slid(self, value: int) -> None:
        self.wanted.emit(self._on_frame(value) if self._film else Moment(value))

    def _page_typed(self) -> None:
        text = self._page.text()
        if text.isdecimal() and 1 <= int(text) <= self._pages:
            self.wanted.emit(Moment(int(text) - 1))
