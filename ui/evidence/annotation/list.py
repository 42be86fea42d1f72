"""The parts of a layer as a list: kind, words, and an eye to hide each; renamed and put in order where they stand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from models.rules.annotations import NumberMark, Sheet, TextLabel, changed
from ui.evidence.annotation.field import InPlaceField
from ui.evidence.annotation.keys import AnnotationKeys
from ui.evidence.annotation.paint import TOKENS
from ui.evidence.annotation.session import AnnotationSession, with_part
from ui.evidence.annotation.words import icon_of, part_name, words_of
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import isolate
from ui.widgets import painting
from ui.widgets.delegates import RowDelegate
from ui.widgets.table import DataList

tr = translator("annotations")
ROW = 32
_EYE = 32
Index = QModelIndex | QPersistentModelIndex
_ALT = Qt.KeyboardModifier.AltModifier


class PartsModel(QAbstractListModel):
    """One row per mark, the first drawn first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.chosen = -1

    def show_sheet(self, sheet: Sheet | None, chosen: int) -> None:
        """Show a sheet; rows that stay are only painted anew."""
        before = self.rowCount()
        after = len(sheet.marks) if sheet is not None else 0
        if before != after:
            self.beginResetModel()
        self.sheet, self.chosen = sheet, chosen
        if before != after:
            self.endResetModel()
        elif after:
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        nested = parent is not None and parent.isValid()
        return len(self.sheet.marks) if self.sheet is not None and not nested else 0

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if self.sheet is None or not 0 <= index.row() < len(self.sheet.marks):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            mark = self.sheet.marks[index.row()]
            parts = [part_name(self.sheet, index.row()), isolate(words_of(mark)) if words_of(mark) else ""]
            parts += [tr("selected") if index.row() == self.chosen else "", tr("hidden") if mark.hidden else ""]
            return "; ".join(part for part in parts if part)
        return None


class _PartDelegate(RowDelegate):
    """Icon in the mark's colour, name, words at the right, eye."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        sheet = model.sheet if isinstance(model, PartsModel) else None
        if sheet is None or index.row() >= len(sheet.marks):
            return
        mark, box = sheet.marks[index.row()], option.rect
        middle = box.center().y() + 1
        token = "disabled" if mark.hidden else TOKENS[mark.colour]
        left = paint_icon(painter, box.left() + 14, middle, icon_of(mark), token, 16) + 8
        eye = box.right() - _EYE + 8
        name = part_name(sheet, index.row())
        ink = "disabled" if mark.hidden else "text"
        wide = painting.text_width(name, "body") + 2
        painting.paint_text(painter, QRect(left, box.top(), min(wide, eye - left), box.height()), name, ink)
        words = words_of(mark)
        if not words and isinstance(model, PartsModel) and model.chosen == index.row():
            words = tr("selected")
        room = QRect(left + wide + 8, box.top(), eye - 8 - (left + wide + 8), box.height())
        if words and room.width() > 16:
            shown = min(painting.text_width(words, "small") + 2, room.width())
            room.setLeft(room.right() - shown)
            painting.paint_text(painter, room, words, "text3", "small")
        paint_icon(painter, eye, middle, "eye-off" if mark.hidden else "eye", "text3", 16)


class PartsList(DataList):
    """The list of one session at a time."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=tr("Parts of the layer"), row_height=ROW)
        self.setItemDelegate(_PartDelegate(self, row_height=ROW))
        self._parts = PartsModel(self)
        self.setModel(self._parts)
        self._session: AnnotationSession | None = None
        self._keys: AnnotationKeys | None = None
        self._showing = False
        self.clicked.connect(self._clicked)
        self.current_changed.connect(self._chosen)
        self.opened.connect(lambda _: self.edit_words())
        self.looked.connect(lambda index: self.toggle(index.row()))
        self.left.connect(self.wanted)
        self.installEventFilter(self)

    def show_session(self, session: AnnotationSession | None, keys: AnnotationKeys | None) -> None:
        """Show the parts of what this canvas shows."""
        self._session, self._keys = session, keys
        self.refresh()

    def refresh(self) -> None:
        """The sheet or the choice changed."""
        session = self._session
        chosen = session.chosen if session is not None else None
        row = chosen[1] if chosen is not None and chosen[0] == "mark" else -1
        self._showing = True
        self._parts.show_sheet(session.sheet if session is not None else None, row)
        if row >= 0:
            self.setCurrentIndex(self._parts.index(row))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        self._showing = False

    def toggle(self, row: int) -> None:
        """Hide a part, or show it again."""
        session = self._session
        if session is not None and session.sheet is not None and 0 <= row < len(session.sheet.marks):
            mark = session.sheet.marks[row]
            session.edit(changed(session.sheet, row, replace(mark, hidden=not mark.hidden)), ("mark", row))

    def edit_words(self) -> None:
        """Write the legend of a number or the words of a label where it stands."""
        session, index = self._session, self.currentIndex()
        sheet = session.sheet if session is not None else None
        if session is None or sheet is None or not index.isValid():
            return
        mark = sheet.marks[index.row()]
        if not isinstance(mark, TextLabel | NumberMark):
            return
        row = index.row()
        field = InPlaceField(self.viewport(), mark)

        def keep(text: str) -> None:
            now = session.sheet
            if now is not None and row < len(now.marks) and type(now.marks[row]) is type(mark):
                session.edit(with_part(now, ("mark", row), written(now.marks[row], text)), ("mark", row))

        field.written.connect(keep)
        field.ended.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))
        box = self.visualRect(index).adjusted(36, 2, -_EYE, -2)
        field.open_at(box)

    def _clicked(self, index: Index) -> None:
        place = self.viewport().mapFromGlobal(self.cursor().pos())
        if place.x() >= self.viewport().width() - _EYE:
            self.toggle(index.row())

    def _chosen(self, index: Index) -> None:
        if not self._showing and self._session is not None and index.isValid():
            self._session.choose(("mark", index.row()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and isinstance(event, QKeyEvent) and self._keys is not None:
            ours = event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace) or (
                event.modifiers() == _ALT and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            )
            undo = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            ours = ours or (undo and self._session is not None and self._session.stack.count() > 0)
            if ours and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if ours and event.type() == QEvent.Type.KeyPress:
                self._act(event)
                return True
        return super().eventFilter(watched, event)

    def _act(self, event: QKeyEvent) -> None:
        if self._keys is None:
            return
        if event.key() == Qt.Key.Key_F2:
            self.edit_words()
        elif event.modifiers() == _ALT:
            self._keys.reorder(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            self._keys.take(event)


def written(mark: object, text: str) -> TextLabel | NumberMark:
    """The mark with other words. TypeError for one without."""
    if isinstance(mark, TextLabel):
        return replace(mark, text=text)
    if isinstance(mark, NumberMark):
        return replace(mark, legend=text)
    raise TypeError("a mark without words")
