"""The sheets of paper as they will come out: page, edges the printer leaves blank, and what is lost there."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.context import AppContext
from models.rules.paper_fit import Edges, Placing, Scaling
from ui.background import Background
from ui.i18n import translator
from ui.paper.page_pictures import PagePictures
from ui.paper.print_run import as_printed
from ui.paper.printed_files import PaperPage
from ui.theme import theme
from ui.widgets import painting

tr = translator("sheets")
_AROUND = 20
_STEP = 200


class PrintView(QWidget):
    """One sheet at a time; PgUp, PgDown, Home, End and the wheel turn. `turned(place)` says which is shown."""

    turned = Signal(int)

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = PagePictures(ctx, background, self)
        self._pictures.arrived.connect(lambda _page, _side: self.update())
        self._pictures.failed.connect(lambda _page, _why: self._fail())
        self._pages: tuple[PaperPage, ...] = ()
        self._place = 0
        self._paper, self._margins = (210.0, 297.0), (0.0, 0.0, 0.0, 0.0)
        self._scaling, self._grey, self._unreadable = Scaling.FIT, False, False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(300, 320)
        self.setAccessibleName(tr("Preview of the print"))

    def sizeHint(self) -> QSize:
        return QSize(460, 560)

    def show_pages(self, pages: tuple[PaperPage, ...]) -> None:
        """Show these pages from now on, staying at the same place where there is one."""
        self._pages = pages
        self._unreadable = False
        self._place = min(self._place, max(len(pages) - 1, 0))
        self._pictures.show_file(self._page().file.path if pages else None)
        self.turned.emit(self._place)
        self.update()

    def set_paper(self, paper: tuple[float, float], margins: Edges, scaling: Scaling, *, grey: bool) -> None:
        """The paper, what its printer leaves blank, how pages are put on it, and whether in grey."""
        self._paper, self._margins, self._scaling, self._grey = paper, margins, scaling, grey
        self.update()

    def place(self) -> int:
        """Which page is shown, from 0."""
        return self._place

    def turn(self, place: int) -> None:
        """Show another page."""
        place = min(max(place, 0), max(len(self._pages) - 1, 0))
        if place != self._place:
            self._place = place
            self._unreadable = False
            self._pictures.show_file(self._page().file.path)
            self.turned.emit(place)
            self.update()

    def _page(self) -> PaperPage:
        return self._pages[self._place]

    def _fail(self) -> None:
        self._unreadable = True
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1,
                 Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}  # fmt: skip
        for key, step in steps.items():
            if event.key() == key:
                self.turn(self._place + step)
                return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.turn(0 if event.key() == Qt.Key.Key_Home else len(self._pages) - 1)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turn(self._place + (1 if event.angleDelta().y() < 0 else -1))
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("canvas"))
        room = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        wide, high = self._paper
        scale = min(room.width() / wide, room.height() / high)
        if scale <= 0:
            painter.end()
            return
        sheet = QRectF(0, 0, wide * scale, high * scale)
        sheet.moveCenter(room.center())
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self._pages:
            self._paint_page(painter, sheet, scale)
        painter.setPen(QPen(theme().colour("line"), 1))
        painter.drawRect(sheet)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
            painter.drawRect(sheet.adjusted(-2, -2, 2, 2))
        painter.end()

    def _paint_page(self, painter: QPainter, sheet: QRectF, scale: float) -> None:
        page = self._page()
        # In steps, so that a window being sized does not ask for a picture at every pixel.
        longest = int(max(sheet.width(), sheet.height()) * self.devicePixelRatioF())
        side = (longest // _STEP + 1) * _STEP
        image = self._pictures.get(page.page, side) or self._pictures.any_size(page.page)
        if image is None:
            words = tr("This page cannot be shown") if self._unreadable else tr("One moment…")
            painting.paint_text(painter, sheet.toRect(), words, "text3", "small", centre=True)
            return
        placing = page.placed(self._paper, self._margins, self._scaling, (image.width(), image.height()))
        target = QRectF(
            sheet.left() + placing.left * scale, sheet.top() + placing.top * scale,
            placing.width * scale, placing.height * scale,
        )  # fmt: skip
        left, top, right, bottom = (each * scale for each in self._margins)
        printable = sheet.adjusted(left, top, -right, -bottom)
        painter.save()
        painter.setClipRect(printable)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(target, as_printed(image, grey=self._grey))
        painter.restore()
        self._paint_lost(painter, printable, target, placing)

    @staticmethod
    def _paint_lost(painter: QPainter, printable: QRectF, target: QRectF, placing: Placing) -> None:
        if any(placing.lost):
            painter.setPen(QPen(theme().colour("line"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(printable)
        if placing.harmless:
            return
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(theme().colour("overdue.solid"), Qt.BrushStyle.BDiagPattern))
        left, top, right, bottom = placing.harm
        edges = (
            (left, (target.left(), target.top(), printable.left(), target.bottom())),
            (top, (target.left(), target.top(), target.right(), printable.top())),
            (right, (printable.right(), target.top(), target.right(), target.bottom())),
            (bottom, (target.left(), printable.bottom(), target.right(), target.bottom())),
        )
        for lost, (x, y, until_x, until_y) in edges:
            if lost:
                painter.drawRect(QRectF(x, y, until_x - x, until_y - y))
        painter.restore()
