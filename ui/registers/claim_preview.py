"""The claim sheet of the chosen carrier as paper: the pages of the very PDF that is printed and exported."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.services.sheets import SheetFile, SheetWish
from models.errors import AftercaseError
from models.kinds import PacketLanguage, SheetKind
from models.register_records import Month
from models.rules.paper_fit import Scaling
from ui.background import Background
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.paper.print_view import PrintView
from ui.paper.printed_files import PaperFile, pages_of
from ui.paper.sheet_choices import first_wish
from ui.widgets.panel import EmptyPlace, column

tr = translator("registers")
_PATIENCE_MS = 250
_BLANK = 9.0
MOST_SHOWN = 300
"""So many claims are painted while one looks at them; 2,000 take a minute of the processor."""


@dataclass(frozen=True, slots=True)
class ClaimWish:
    """Whose claims of which month, and how many; `carrier` as written in the lines."""

    carrier: str
    month: Month
    shop_id: int | None
    count: int = 0


class ClaimPreview(QStackedWidget):
    """`made` carries the SheetFile shown or None. While hidden nothing is made."""

    made = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._background = ctx, background
        self._wish: ClaimWish | None = None
        self._asked = 0
        self._stale = True
        self.sheet: SheetFile | None = None
        paper = QWidget(self)
        self.view = PrintView(ctx, background, paper)
        self.view.setAccessibleName(tr("Claim sheet"))
        column(paper).addWidget(self.view)
        self.addWidget(paper)
        self.place = EmptyPlace("truck", tr("Choose a carrier to see its claim sheet."), parent=self)
        self.addWidget(self.place)
        self.setCurrentIndex(1)
        self._settle = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._settle.timeout.connect(self._make)

    def wish(self) -> ClaimWish | None:
        """Whose claims are shown."""
        return self._wish

    def show_claims(self, wish: ClaimWish | None) -> None:
        """Show this carrier's sheet, made anew since its lines may have changed."""
        if wish != self._wish:
            self.sheet = None
            self.made.emit(None)
        self._wish, self._stale = wish, True
        self._asked += 1
        if wish is None:
            self._say(tr("Choose a carrier to see its claim sheet."))
            return
        if wish.count > MOST_SHOWN:
            self._stale = False
            self._say(tr("%n claim(s): the sheet is made when you print it.", n=wish.count))
            return
        if self.sheet is None:
            self._say(tr("The claim sheet is being made…"))
        if self.isVisible():
            self._settle.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale and self._wish is not None:
            self._settle.start()

    def _make(self) -> None:
        wish = self._wish
        if wish is None:
            return
        self._stale = False
        self._asked += 1
        asked, sheets = self._asked, self._ctx.sheets
        chosen = first_wish(self._ctx.settings.get("paper.sheets", {}), SheetKind.CLAIM)
        spoken = PacketLanguage.ZH if language() == "zh" else PacketLanguage.EN
        how = SheetWish(language=spoken, paper=chosen.paper)

        def make() -> SheetFile:
            return sheets.claim_of_month(wish.carrier, wish.month.year, wish.month.month, how, shop_id=wish.shop_id)

        def take(sheet: SheetFile) -> None:
            if asked != self._asked:
                return
            self.sheet = sheet
            file = PaperFile(sheet.path, sheet.pages, sheet.width_mm, sheet.height_mm, (_BLANK,) * 4)
            self.view.set_paper((sheet.width_mm, sheet.height_mm), (0.0,) * 4, Scaling.TRUE_SIZE, grey=False)
            self.view.show_pages(pages_of((file,)))
            self.setCurrentIndex(0)
            self.made.emit(sheet)

        def failed(error: BaseException) -> None:
            if asked == self._asked:
                self._say(sentence(error).what if isinstance(error, AftercaseError) else tr("It could not be made."))

        self._background.run(self._ctx.jobs.io(make), take, failed, receiver=self, quiet=True)

    def _say(self, words: str) -> None:
        self.place.set_text("truck", words)
        self.setCurrentIndex(1)
