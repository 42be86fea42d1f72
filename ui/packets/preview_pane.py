"""The middle of the page: tool row, strip of pages, the page in front."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.packets.values import PlacedExhibit
from desktop.services.packet_results import PacketPreview
from models.kinds import Paper
from ui import theme as tokens
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.packets.page_strip import PageStrip
from ui.packets.paper_view import PaperView
from ui.packets.preview_notes import RefusalBanner, file_at, labels_of
from ui.paper.page_pictures import PagePictures
from ui.plain import ElidedLabel, PlainLabel
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner, Strip, column, line

tr = translator("packets")
# How wide the pane is, in pixels, where the name of the file finds room beside the page's number.
_FILE_FROM = 580


class PreviewPane(Strip):
    """`show_preview` brings another file: the pages of the last one stay until the new ones are there.

    `exhibit_wanted` carries the id of the evidence whose page was clicked, or which a refusal names.
    """

    again_wanted = Signal()
    options_wanted = Signal()
    exhibit_wanted = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="canvas")
        self._page = 0
        self._pages = 0
        self._exhibits: tuple[PlacedExhibit, ...] = ()
        self._labels: dict[int, str] = {}
        self._clicked = (-1, 0)
        self.pictures = PagePictures(ctx, background, self)
        rows = column(self)
        rows.addWidget(self._tools())
        self.banner = Banner("overdue", "", "", self)
        self._again = Button(tr("Try again"), self.banner, size="small")
        self._again.clicked.connect(self.again_wanted)
        self.banner.add(self._again)
        self.banner.hide()
        self.refusals = RefusalBanner(self)
        self.refusals.exhibit_wanted.connect(self._go_to_number)
        self.banners = column(margins=(12, 0, 12, 0), spacing=8)
        self.banners.addWidget(self.banner)
        self.banners.addWidget(self.refusals)
        rows.addLayout(self.banners)
        across = line(spacing=0)
        self.strip = PageStrip(self.pictures, self)
        self.paper = PaperView(self.pictures, self)
        across.addWidget(self.strip)
        across.addWidget(self.paper, 1)
        rows.addLayout(across, 1)
        self.strip.chosen.connect(self.show_page)
        self.paper.page_turned.connect(self.turn)
        self.paper.page_changed.connect(self._scrolled)
        self.paper.page_clicked.connect(self._page_clicked)
        self.paper.zoomed.connect(self._zoomed)
        self._tell_place()

    def _tools(self) -> QWidget:
        strip = Strip(self, edge="bottom", height=tokens.TOOL_ROW)
        row = line(strip, margins=(12, 0, 12, 0), spacing=8)
        self._before = icon_button(
            "chevron-up", tr("Previous page"), strip, hint="PgUp", kind="secondary", size="small"
        )
        self._after = icon_button("chevron-down", tr("Next page"), strip, hint="PgDn", kind="secondary", size="small")
        self._before.clicked.connect(lambda: self.turn(-1))
        self._after.clicked.connect(lambda: self.turn(1))
        self._place = PlainLabel("", strip)
        self._file = ElidedLabel("", strip, role="small", ink="text2", mode=Qt.TextElideMode.ElideMiddle)
        self._news = ElidedLabel("", strip, role="small", ink="text3")
        self._smaller = icon_button("zoom-out", tr("Smaller"), strip, hint="-", kind="secondary", size="small")
        self._scale = Button("100%", strip, size="small", tip=tr("Actual size"))
        self._larger = icon_button("zoom-in", tr("Larger"), strip, hint="+", kind="secondary", size="small")
        self._fit = Button(tr("Whole page"), strip, size="small", hint="0")
        self.options = icon_button("sliders-horizontal", tr("What goes in"), strip, kind="secondary", size="small")
        self._scale.setFixedWidth(60)
        self._smaller.clicked.connect(lambda: self.paper.zoom(-1))
        self._larger.clicked.connect(lambda: self.paper.zoom(1))
        self._scale.clicked.connect(lambda: self.paper.set_scale(1.0))
        self._fit.clicked.connect(lambda: self.paper.fit())
        self.options.clicked.connect(self.options_wanted)
        self.options.hide()
        for widget in (self._before, self._after, self._place):
            row.addWidget(widget)
        row.addWidget(self._file, 1)
        row.addWidget(self._news, 1)
        for widget in (self._smaller, self._scale, self._larger, self._fit, self.options):
            row.addWidget(widget)
        return strip

    # What is shown

    @property
    def page(self) -> int:
        """The page in front, from 0."""
        return self._page

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._pages

    def clear(self) -> None:
        """Another case: nothing of the old one stays."""
        self.pictures.show_file(None)
        self._pages = self._page = 0
        self._exhibits, self._labels = (), {}
        self.strip.forget()
        self.paper.show_pages(0)
        self.banner.hide()
        self.refusals.hide()
        self._tell_place()

    def show_preview(
        self, preview: PacketPreview, paper: Paper = Paper.A4, slots: Mapping[str, str] | None = None
    ) -> None:
        """Show the pages of another file. `slots`: names of the receiver's types of evidence by id."""
        self.banner.hide()
        self.refusals.show_refusals(preview.refusals)
        self._pad_banners()
        self.pictures.show_file(preview.path)
        self._pages = preview.pages
        self._page = min(self._page, max(preview.pages - 1, 0))
        self._exhibits = preview.exhibits
        self._labels = labels_of(preview.files, preview.pages, slots or {})
        self.strip.show_count(preview.pages)
        self.strip.show_page(self._page)
        self.paper.show_pages(preview.pages, paper, self._labels)
        self._tell_place()

    def show_failure(self, error: BaseException) -> None:
        """Say why there is no new preview; the last one stays."""
        words = sentence(error)
        self.banner.set_text(tr("The preview could not be made. %1", words.what), words.next)
        self.banner.show()
        self._pad_banners()
        if not self._pages:
            self.paper.show_note(tr("There is no preview"))

    def drop_refusals(self) -> None:
        """What was refused is not so any more, or not known."""
        self.refusals.hide()
        self._pad_banners()

    def show_news(self, text: str) -> None:
        """The quiet words in the tool row: being made anew."""
        self._news.set_full(text)
        if not self._pages:
            self.paper.show_note(text)

    def _pad_banners(self) -> None:
        # Hidden banners leave no gap under the tool row.
        some = not self.banner.isHidden() or not self.refusals.isHidden()
        self.banners.setContentsMargins(12, 8 if some else 0, 12, 8 if some else 0)

    def show_page(self, page: int) -> None:
        """Bring a page to the front."""
        if 0 <= page < self._pages:
            self._page = page
            self.strip.show_page(page)
            self.paper.go_to(page)
            self._tell_place()

    def turn(self, step: int) -> None:
        """The next or previous page; far steps end at the first or last."""
        self.show_page(min(max(self._page + step, 0), max(self._pages - 1, 0)))

    def zoom(self, step: int) -> None:
        """Larger (1), smaller (-1), or the whole page (0)."""
        if step:
            self.paper.zoom(step)
        else:
            self.paper.fit()

    def _scrolled(self, page: int) -> None:
        self._page = page
        self.strip.show_page(page)
        self._tell_place()

    # From pages to exhibits

    def exhibits_on(self, page: int) -> tuple[int, ...]:
        """The ids of the exhibits on a page (from 0): those that begin on it, else the one that goes on from before."""
        here = tuple(placed.evidence_id for placed in self._exhibits if placed.page - 1 == page)
        before = [placed for placed in self._exhibits if placed.page - 1 < page]
        return here or tuple(each.evidence_id for each in before[-1:])

    def _page_clicked(self, page: int) -> None:
        """Each click on a page with several exhibits goes to the next of them."""
        found = self.exhibits_on(page)
        if found:
            times = self._clicked[1] + 1 if self._clicked[0] == page else 0
            self._clicked = page, times
            self.exhibit_wanted.emit(found[times % len(found)])

    def _go_to_number(self, number: int) -> None:
        for placed in self._exhibits:
            if placed.number == number:
                self.show_page(placed.page - 1)
                self.exhibit_wanted.emit(placed.evidence_id)

    def _zoomed(self) -> None:
        self._scale.set_label(f"{round(self.paper.scale_now() * 100)}%")

    def _tell_place(self) -> None:
        words = tr("Page %1 of %2", self._page + 1, self._pages) if self._pages else ""
        self._place.setText(words)
        self._file.set_full(file_at(self._labels, self._page))
        # In a narrow pane the plate on the page says it.
        self._file.setVisible(bool(self._file.full()) and self.width() >= _FILE_FROM)
        numbers = [str(each.number) for each in self._exhibits if each.evidence_id in self.exhibits_on(self._page)]
        exhibit = tr("exhibit %1", tr(", ").join(numbers)) if numbers else ""
        self.paper.setAccessibleDescription(", ".join(filter(None, (words, exhibit, self._file.full()))))
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < self._pages)
