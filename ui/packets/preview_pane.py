"""The middle of the page: tool row, strip of pages, the page in front."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from desktop.services.packet_results import PacketPreview
from ui import theme as tokens
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import translator
from ui.packets.page_pictures import PagePictures
from ui.packets.page_strip import PageStrip
from ui.packets.paper_view import PaperView
from ui.plain import ElidedLabel, PlainLabel
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Banner, Strip, column, line

tr = translator("packets")


class PreviewPane(Strip):
    """`show_preview` brings another file: the pages of the last one stay until the new ones are there."""

    again_wanted = Signal()
    options_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="canvas")
        self._page = 0
        self._pages = 0
        self.pictures = PagePictures(ctx, background, self)
        rows = column(self)
        rows.addWidget(self._tools())
        self.banner = Banner("overdue", "", "", self)
        self._again = Button(tr("Try again"), self.banner, size="small")
        self._again.clicked.connect(self.again_wanted)
        self.banner.add(self._again)
        self.banner.hide()
        rows.addWidget(self.banner)
        across = line(spacing=0)
        self.strip = PageStrip(self.pictures, self)
        self.paper = PaperView(self)
        across.addWidget(self.strip)
        across.addWidget(self.paper, 1)
        rows.addLayout(across, 1)
        self.strip.chosen.connect(self.show_page)
        self.paper.page_turned.connect(self.turn)
        self.paper.zoomed.connect(self._zoomed)
        self.pictures.arrived.connect(self._arrived)
        self.pictures.failed.connect(self._page_failed)
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
        self.strip.forget()
        self.paper.show_page(None)
        self.banner.hide()
        self._tell_place()

    def show_preview(self, preview: PacketPreview) -> None:
        """Show the pages of another file."""
        self.banner.hide()
        self.pictures.show_file(preview.path)
        self._pages = preview.pages
        self._page = min(self._page, max(preview.pages - 1, 0))
        self.strip.show_count(preview.pages)
        self.strip.show_page(self._page)
        self._ask()
        self._tell_place()

    def show_failure(self, error: BaseException) -> None:
        """Say why there is no new preview; the last one stays."""
        words = sentence(error)
        self.banner.set_text(tr("The preview could not be made. %1", words.what), words.next)
        self.banner.show()

    def show_news(self, text: str) -> None:
        """The quiet words in the tool row: being made anew."""
        self._news.set_full(text)

    def show_page(self, page: int) -> None:
        """Bring a page to the front."""
        if 0 <= page < self._pages and page != self._page:
            self._page = page
            self.strip.show_page(page)
            self._ask(top=True)
            self._tell_place()

    def turn(self, step: int) -> None:
        """The next or previous page."""
        self.show_page(self._page + step)

    def _ask(self, *, top: bool = False) -> None:
        """Show the page in front as sharp as it is there, and ask for it as sharp as it is needed."""
        if not self._pages:
            return
        found = self.pictures.get(self._page, self.paper.wanted_side())
        if found is not None:
            self.paper.show_page(found, top=top)
        elif top:
            self.paper.show_page(self.pictures.any_size(self._page), top=True)

    def _arrived(self, page: int, side: int) -> None:
        if page == self._page and side == self.paper.wanted_side():
            self._ask()

    def _page_failed(self, page: int, reason: str) -> None:
        if page == self._page and not self.paper.has_page():
            self.paper.show_note(tr("This page cannot be shown (%1).", reason))

    def _zoomed(self) -> None:
        self._scale.set_label(f"{round(self.paper.scale_now() * 100)}%")
        self._ask()

    def _tell_place(self) -> None:
        self._place.setText(tr("Page %1 of %2", self._page + 1, self._pages) if self._pages else "")
        self._before.setEnabled(self._page > 0)
        self._after.setEnabled(self._page + 1 < self._pages)
