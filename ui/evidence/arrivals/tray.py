"""The tray above the gallery: what arrived in watched folders, to be added to the case in front or dismissed."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.store.watched_files import WatchedFile
from ui import format as written
from ui import theme as tokens
from ui.evidence.arrivals.model import ARRIVAL_ROLE, NEW_ROLE, PICTURE, WHEN_ROLE, ArrivalsModel, Index, file_name
from ui.fonts import metrics
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, plain_tooltip
from ui.theme import theme
from ui.widgets import painting
from ui.widgets.buttons import Button, icon_button
from ui.widgets.panel import Strip, column, line

tr = translator("arrivals")
_CELL = QSize(PICTURE.width() + 12, PICTURE.height() + 50)
_ICONS = {"mp4": "file-video", "mov": "file-video", "pdf": "file-text", "txt": "file-text", "csv": "file-text"}


class ArrivalDelegate(QStyledItemDelegate):
    """A tile: picture, name, when and how large, and whether it is new."""

    def __init__(self, view: QAbstractItemView, model: ArrivalsModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return _CELL

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        tile = cell.adjusted(4, 2, -4, -2)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        current = index == self._view.currentIndex() and self._view.hasFocus()
        edge = "accent" if on or current else "line"
        painting.rounded(painter, tile, "selected" if on else "surface", edge, tokens.RADIUS_BUTTON)
        place = QRect(tile.left() + 2, tile.top() + 2, tile.width() - 4, PICTURE.height())
        self._paint_picture(painter, place, index)
        each: WatchedFile = index.data(ARRIVAL_ROLE)
        text = QRect(place.left() + 4, place.bottom() + 3, place.width() - 8, 18)
        # The end of a name tells photos of one phone apart.
        name = metrics("small", 500).elidedText(file_name(each), Qt.TextElideMode.ElideMiddle, text.width())
        painting.paint_text(painter, text, name, "text", "small", 500)
        facts = f"{index.data(WHEN_ROLE)} · {written.size(each.size)}"
        painting.paint_text(painter, text.translated(0, 18), facts, "text3", "tiny")
        if index.data(NEW_ROLE):
            painting.paint_chip(painter, place.left() + 4, place.top() + 14, tr("new"), "new")

    def _paint_picture(self, painter: QPainter, place: QRect, index: Index) -> None:
        painter.fillRect(place, theme().colour("surface2"))
        pixmap = self._model.picture(index.row(), self._view.devicePixelRatioF())
        if pixmap is not None:
            path = QPainterPath()
            path.addRoundedRect(place, 4, 4)
            painter.save()
            painter.setClipPath(path)
            painter.drawPixmap(place, pixmap)
            painter.restore()
            return
        ending = index.data(ARRIVAL_ROLE).name.rpartition(".")[2].lower()
        name = _ICONS.get(ending, "file") if self._model.is_known(index.row()) else "image"
        paint_icon(painter, place.center().x() - 10, place.center().y(), name, "text3", 20)


class ArrivalList(QListView):
    """One row of tiles. Enter and double click add, Delete dismisses, Esc goes back to the gallery."""

    add_wanted = Signal()
    dismiss_wanted = Signal()
    left = Signal()
    chosen_changed = Signal()

    def __init__(self, model: ArrivalsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(ArrivalDelegate(self, model))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFixedHeight(_CELL.height() + 12)
        self.setProperty("surface", "surface2")
        self.viewport().setProperty("surface", "surface2")
        self.setAccessibleName(tr("Files that arrived"))
        self.doubleClicked.connect(self.add_wanted)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)

    def chosen(self) -> list[WatchedFile]:
        """What is selected, in the order shown."""
        found = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(ARRIVAL_ROLE) for index in found]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if bare and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.add_wanted.emit()
        elif bare and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dismiss_wanted.emit()
        elif bare and key == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        else:
            super().keyPressEvent(event)


class ArrivalsTray(Strip):
    """`add_wanted` and `dismiss_wanted` carry ids; the files themselves stay where they are."""

    add_wanted = Signal(list)
    dismiss_wanted = Signal(list)
    dismiss_all_wanted = Signal()
    folders_wanted = Signal()
    closed = Signal()
    left = Signal()

    def __init__(self, model: ArrivalsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent, surface="surface2", edge="bottom")
        self._model = model
        box = column(self, margins=(16, 8, 12, 4), spacing=4)
        head = line(spacing=8)
        self.title = PlainLabel("", self, weight=600)
        self.quiet = PlainLabel("", self, role="small", ink="text3")
        self.add = Button(tr("Add to this case"), self, kind="primary", size="small", icon="file-plus")
        self.dismiss = Button(tr("Dismiss"), self, size="small")
        self.dismiss_all = Button(tr("Dismiss all"), self, size="small")
        self.folders = Button(tr("Folders…"), self, size="small", icon="folder-search")
        self.close_button = icon_button("x", tr("Close"), self, size="row")
        plain_tooltip(self.dismiss, tr("Take it out of this tray; the file stays where it is.  Del"))
        head.addWidget(self.title)
        head.addWidget(self.quiet)
        head.addStretch(1)
        for each in (self.add, self.dismiss, self.dismiss_all, self.folders, self.close_button):
            head.addWidget(each)
        box.addLayout(head)
        self.list = ArrivalList(model, self)
        box.addWidget(self.list)
        self.setAccessibleName(tr("Files that arrived"))
        self.add.clicked.connect(self._add)
        self.dismiss.clicked.connect(self._dismiss)
        self.dismiss_all.clicked.connect(self.dismiss_all_wanted)
        self.folders.clicked.connect(self.folders_wanted)
        self.close_button.clicked.connect(self.closed)
        self.list.add_wanted.connect(self._add)
        self.list.dismiss_wanted.connect(self._dismiss)
        self.list.left.connect(self.left)
        self.list.chosen_changed.connect(self._chosen_changed)
        model.modelReset.connect(self._shown)
        self._busy = False
        self._kept: tuple[int, set[int]] = (0, set())
        model.modelAboutToBeReset.connect(self._remember)
        self.say_where("")
        self._shown()

    def say_where(self, text: str) -> None:
        """The quiet words after the title: which folders are watched, or that watching rests."""
        self.quiet.setText(text)

    def set_busy(self, busy: bool) -> None:
        """Nothing more is added until what is under way is there."""
        self._busy = busy
        self._chosen_changed()

    @Slot()
    def _remember(self) -> None:
        self._kept = (self.list.currentIndex().row(), {each.id for each in self.list.chosen()})

    @Slot()
    def _shown(self) -> None:
        count, new = self._model.rowCount(), self._model.new_count()
        words = tr("%n file arrived", n=count) if count else tr("Nothing has arrived")
        self.title.setText(f"{words} · {tr('%1 new', new)}" if new and new < count else words)
        self.list.setVisible(count > 0)
        self.dismiss_all.setEnabled(count > 0)
        row, ids = self._kept
        selection, flag = self.list.selectionModel(), QItemSelectionModel.SelectionFlag
        for place, each in enumerate(self._model.arrivals()):
            if each.id in ids:
                selection.select(self._model.index(place), flag.Select)
        if count and not selection.hasSelection():
            selection.setCurrentIndex(self._model.index(min(max(row, 0), count - 1)), flag.ClearAndSelect)
        self._chosen_changed()

    @Slot()
    def _chosen_changed(self) -> None:
        many = len(self.list.chosen())
        self.add.set_label(tr("Add %n to this case", n=many) if many > 1 else tr("Add to this case"))
        self.add.setEnabled(many > 0 and not self._busy)
        self.dismiss.setEnabled(many > 0 and not self._busy)

    @Slot()
    def _add(self) -> None:
        ids = [each.id for each in self.list.chosen()]
        if ids and not self._busy:
            self.add_wanted.emit(ids)

    @Slot()
    def _dismiss(self) -> None:
        ids = [each.id for each in self.list.chosen()]
        if ids and not self._busy:
            self.dismiss_wanted.emit(ids)
