"""Where one piece of evidence is seen: canvas, text, or why there is nothing to see, and the bar to step through it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRectF, QSize, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.decoder.results import NoPreview, NoPreviewReason
from desktop.services.frame_lists import FrameList
from models.errors import AftercaseError
from models.kinds import Integrity, MediaKind
from models.records import Evidence
from ui.background import BUSY_AFTER_MS, Background
from ui.error_words import sentence
from ui.evidence.viewing.picture_source import START, STEPPED_FORMATS, Found, Moment, NotAsImported, PictureSource
from ui.evidence.viewing.picture_tiles import PictureTiles
from ui.evidence.viewing.picture_view import alike
from ui.evidence.viewing.stage_places import AddedPlace, StagePlaces
from ui.evidence.viewing.stepping_bar import SteppingBar

_FULL_AFTER_MS = 200
_DETAIL_AFTER_MS = 180
_LEAST_SIDE = 480


class Stage(StagePlaces):
    """Shows one piece of evidence at one moment. `full_at_once` loads a photo's own pixels without waiting for a closer
    look; `full_side` bounds them (0: all there are). `found_broken` says whose file is not as imported."""

    moment_changed = Signal()
    found_broken = Signal(int, object)

    def __init__(self, ctx: Any, background: Background, source: PictureSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._source = source
        self.full_at_once = True
        self.full_side = 0
        self._item: Evidence | None = None
        self._moment = START
        self._turn = 0
        self._side = 0
        self._asking = self._keep_place = self._full_asked = False
        self._next_wanted: Moment | None = None
        self._beside: Sequence[Evidence] = ()
        self._turns: dict[int, int] = {}
        self.canvas.zoomed.connect(self._zoomed)
        self.canvas.moved.connect(self._moved)
        self.bar = SteppingBar(self)
        self.bar.wanted.connect(self.go)
        self.bar.list_wanted.connect(self._ask_frames)
        self.rows.addWidget(self.bar)
        self._full_timer = QTimer(self, singleShot=True, interval=_FULL_AFTER_MS)
        self._full_timer.timeout.connect(self._ask_full)
        self._detail_timer = QTimer(self, singleShot=True, interval=_DETAIL_AFTER_MS)
        self._detail_timer.timeout.connect(self._ask_detail)
        self._waiting_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._waiting_timer.timeout.connect(self._show_waiting)

    # Asked from outside

    def evidence(self) -> Evidence | None:
        """What is shown."""
        return self._item

    def moment(self) -> Moment:
        """The page, frame or time shown."""
        return self._moment

    def loading(self) -> bool:
        """Whether something is still to come by itself."""
        return self._asking or self._full_timer.isActive() or self._detail_timer.isActive()

    def show_item(self, item: Evidence, moment: Moment = START) -> None:
        """Show a piece of evidence from its beginning, or at a moment."""
        if self._item is not None:
            self._turns[self._item.id] = self.canvas.turns()
        self._stop()
        self._item, self._moment, self._keep_place = item, moment, False
        self._banner_box.hide()
        self.canvas.clear()
        self.canvas.set_turns(self._turns.get(item.id, 0))
        self.bar.clear()
        if item.media is MediaKind.DOCUMENT:
            self.bar.show_pages(item.pages or 1)
        elif item.media is MediaKind.VIDEO:
            self.bar.show_film(item.duration_ms or 0)
        self.bar.show_moment(moment)
        added = self._added_for(item)
        if added is not None:
            self._check_first(item, added)
        elif item.media is MediaKind.TEXT or item.format == "text":
            self._read_text(item)
        else:
            self._put(self.canvas)
            self._waiting_timer.start()
            self._load(first=True)

    def update_item(self, item: Evidence) -> None:
        """The words about what is shown changed, not the file."""
        self._item = item

    def clear(self) -> None:
        """Let go of the pictures."""
        if self._item is not None:
            self._turns[self._item.id] = self.canvas.turns()
        self._stop()
        self._item = None
        self._beside = ()
        self._banner_box.hide()
        self.canvas.clear()
        self.text.clear()
        self.bar.clear()

    @Slot(object)
    def go(self, moment: Moment) -> None:
        """Another page, frame or time of what is shown. While one is on its way only the last one asked for counts."""
        if self._item is None or moment == self._moment:
            return
        self._moment, self._keep_place = moment, self.bar.is_film() or self._item.media is not MediaKind.DOCUMENT
        self.bar.show_moment(moment)
        self.moment_changed.emit()
        if self._asking:
            self._next_wanted = moment
        else:
            self._load()

    def prepare(self, beside: Sequence[Evidence]) -> None:
        """What comes before and after: its pictures are made beforehand when this one is there."""
        self._beside = tuple(beside)

    @Slot()
    def show_anyway(self) -> None:
        """Show a file that is not as imported, with a banner saying so."""
        if self._item is not None:
            self._source.trusted.add(self._item.id)
            self.show_item(self._item, self._moment)

    # Loading

    def _stop(self) -> None:
        self._turn += 1
        self._asking, self._next_wanted, self._full_asked = False, None, False
        for timer in (self._full_timer, self._detail_timer, self._waiting_timer):
            timer.stop()

    def _wanted_side(self, item: Evidence) -> int:
        side = max(self.canvas.width(), self.canvas.height(), _LEAST_SIDE)
        return round(side * self.devicePixelRatioF())

    def _load(self, *, first: bool = False) -> None:
        item = self._item
        if item is None:
            return
        self._turn += 1
        moment = self._moment
        self._full_timer.stop()
        self._full_asked = False
        self._side = self._wanted_side(item)
        self._ask_for(item, moment, first=first)

    def _ask_for(self, item: Evidence, moment: Moment, *, first: bool) -> None:
        turn = self._turn
        known = self._source.kept(item, moment, self._side)
        if known is not None:
            self._arrived(turn, known, first=first)
            return
        self._asking = True
        self._source.ask(
            item, moment, self._side, lambda found: self._arrived(turn, found, first=first),
            lambda error: self._failed(turn, error), self,
        )  # fmt: skip

    def _arrived(self, turn: int, found: Found, *, first: bool) -> None:
        if turn != self._turn or self._item is None:
            return
        self._asking = False
        item = self._item
        if isinstance(found, NotAsImported):
            self._show_broken(found.found)
            return
        if isinstance(found, PictureTiles) and self._side and self._is_odd_page(item, found.size):
            # Of another shape than the first page, whose size is known: in full it tells its own.
            self._side = 0
            self._ask_for(item, self._moment, first=first)
            return
        if isinstance(found, NoPreview):
            self._put_none(found.reason)
        else:
            self._show_picture(item, found)
        if first and (item.media is MediaKind.VIDEO or item.format in STEPPED_FORMATS):
            self._ask_frames(self._moment.at_ms)
        wanted, self._next_wanted = self._next_wanted, None
        if wanted is not None:
            self._load()
            return
        self._prepare_beside(item)

    def _show_picture(self, item: Evidence, tiles: PictureTiles) -> None:
        # A page has no pixels of its own: at 200 dots per inch it is the "original", as the file was read.
        claimed = QSize(item.width or 0, item.height or 0) if self._side else QSize()
        self._waiting_timer.stop()
        if item.id in self._source.trusted:
            self._say_trusted()
        self.canvas.show_tiles(tiles, claimed, evidence_id=item.id, keep_place=self._keep_place)
        self._put(self.canvas)
        self._zoomed(self.canvas.scale_now())
        photo = item.media is not MediaKind.DOCUMENT
        if photo and self.full_at_once and self._has_more(tiles) and not self.bar.is_stepping():
            self._full_timer.start()

    def _is_odd_page(self, item: Evidence, size: QSize) -> bool:
        claimed = QSize(item.width or 0, item.height or 0)
        return item.media is MediaKind.DOCUMENT and (claimed.isEmpty() or not alike(claimed, size))

    def _has_more(self, tiles: PictureTiles) -> bool:
        """Whether the file holds more pixels than these."""
        return bool(self._side) and max(tiles.size.width(), tiles.size.height()) >= self._side - 1

    def _prepare_beside(self, item: Evidence) -> None:
        for moment in self.bar.beside() if self.bar.is_stepping() else ():
            self._source.prepare(item, moment, self._side)
        if not self.bar.is_stepping() or self._moment == START:
            for other in self._beside:
                self._source.prepare(other, START, self._wanted_side(other))

    @Slot(float)
    def _zoomed(self, scale: float) -> None:
        if self._item is None or not self.canvas.has_picture():
            return
        if self._item.media is MediaKind.DOCUMENT:
            return
        closer = scale > self.canvas.coarse_scale() * 1.05
        if closer and not self._full_asked and self.canvas.coarse_scale() < 1.0:
            self._full_timer.start()

    @Slot()
    def _moved(self) -> None:
        sharp = self.canvas.coarse_scale() * 1.05
        if self._item is not None and self._item.media is MediaKind.DOCUMENT and self.canvas.scale_now() > sharp:
            self._detail_timer.start()

    @Slot()
    def _ask_full(self) -> None:
        item = self._item
        if item is None or self._full_asked or self._asking:
            return
        self._full_asked = True
        turn = self._turn

        def show(found: Found) -> None:
            if turn == self._turn and isinstance(found, PictureTiles):
                self.canvas.show_full(found)

        side = self.full_side
        self._source.ask(item, self._moment, side, show, lambda _: None, self)

    @Slot()
    def _ask_detail(self) -> None:
        """A page that is zoomed into is drawn again where it is looked at, so that its words stay sharp."""
        item, size, seen = self._item, self.canvas.picture_size(), self.canvas.visible_part()
        if item is None or size.isEmpty() or seen.isEmpty():
            return
        turn, scale = self._turn, self.canvas.scale_now()
        part = (
            seen.left() / size.width(), seen.top() / size.height(),
            seen.right() / size.width(), seen.bottom() / size.height(),
        )  # fmt: skip
        side = min(4096, max(64, round(max(seen.width(), seen.height()) * scale)))

        def show(found: Found) -> None:
            if turn == self._turn and isinstance(found, PictureTiles) and scale == self.canvas.scale_now():
                self.canvas.show_detail(found, QRectF(seen))

        self._source.ask_part(item, self._moment, side, part, show, self)

    @Slot(int)
    def _ask_frames(self, around_ms: int) -> None:
        item = self._item
        if item is None:
            return

        def show(found: FrameList | NoPreview) -> None:
            if self._item is None or self._item.id != item.id or isinstance(found, NoPreview):
                return
            film = item.media is MediaKind.VIDEO
            if film or found.count > 1:
                self.bar.show_frames(found, film=film)
                self.bar.show_moment(self._moment)
                self._prepare_beside(item)
                self.moment_changed.emit()

        self._source.ask_frames(item, around_ms, show, self)

    # Text, other places, and what cannot be shown

    def _read_text(self, item: Evidence) -> None:
        turn, service = self._turn, self._ctx.evidence
        self._put(self.canvas)
        self._waiting_timer.start()

        def show(text: str) -> None:
            if turn == self._turn:
                self.text.setPlainText(text)
                self._put(self.text)

        self._background.run(
            self._ctx.jobs.io(lambda: service.read_text(item)), show, lambda e: self._failed(turn, e), receiver=self
        )

    def _check_first(self, item: Evidence, added: AddedPlace) -> None:
        turn, viewing, anyway = self._turn, self._ctx.viewing, item.id in self._source.trusted
        self._put(self.canvas)
        self._waiting_timer.start()

        def show(state: Integrity) -> None:
            if turn != self._turn:
                return
            if state is not Integrity.VERIFIED and not anyway:
                self._show_broken(state)
                return
            added.show(item)
            self._put(added.widget)

        self._background.run(
            self._ctx.jobs.io(lambda: viewing.check(item)), show, lambda e: self._failed(turn, e), receiver=self
        )

    def _show_broken(self, state: Integrity) -> None:
        self.bar.clear()
        self._put_broken(state)
        if self._item is not None:
            self.found_broken.emit(self._item.id, state)

    def _failed(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self._asking = False
        if isinstance(error, AftercaseError) and error.code in ("evidence_changed", "evidence_missing"):
            self._show_broken(Integrity.MISSING if error.code == "evidence_missing" else Integrity.CHANGED)
        elif isinstance(error, AftercaseError | OSError):
            words = sentence(error)
            self._put_trouble(words.what, words.next)
        else:
            self._put_none(NoPreviewReason.UNAVAILABLE)
            self._background.failed.emit(error)

    @Slot()
    def _show_waiting(self) -> None:
        if self._item is not None and not self.canvas.has_picture() and self.places.currentWidget() is self.canvas:
            self._put(self._waiting)
