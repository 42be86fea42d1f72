"""The tags of one or many cases: typed with completion, ticked on or off, on in some, renamed everywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QDialog, QLineEdit, QStyleOptionViewItem, QWidget

from desktop.context import AppContext
from desktop.services.case_tags import TAG_LIMIT, checked_tag
from models.errors import UserError
from models.rules.pinyin import initials
from ui import theme as tokens
from ui.background import Background
from ui.cases import cell_words  # noqa: F401 - its sentences are known from then on
from ui.error_words import sentence
from ui.i18n import translator
from ui.icons import paint_icon
from ui.plain import PlainLabel, one_line
from ui.widgets import painting
from ui.widgets.buttons import Button
from ui.widgets.delegates import Index, RowDelegate
from ui.widgets.panel import FormRows, column, line
from ui.widgets.reason_dialog import ReasonDialog, ReasonWords
from ui.widgets.table import DataList

tr = translator("cases")
_ROWS = 8
_TAG_ROLE = int(Qt.ItemDataRole.UserRole) + 10
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag: in how many cases at all, in how many of the chosen ones, and what is to become (None: as it is)."""

    name: str
    used: int = 0
    among: int = 0
    of: int = 1
    wanted: bool | None = None

    def state(self) -> str:
        """on, off or some."""
        if self.wanted is not None:
            return "on" if self.wanted else "off"
        return "on" if self.among == self.of else "some" if self.among else "off"

    def turned(self) -> TagLine:
        """After a press of the tick: on, off, and where it was in some only, as it was."""
        now = self.state()
        if now == "some":
            return replace(self, wanted=True)
        if now == "on":
            return replace(self, wanted=False if self.among else None)
        return replace(self, wanted=None if self.among and self.wanted is False else True)


class _Tags(QAbstractListModel):
    """The tags that fit what was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[TagLine] = []

    def show(self, lines: Sequence[TagLine]) -> None:
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not index.isValid():
            return None
        found = self.lines[index.row()]
        if role == _TAG_ROLE:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return found.name
        return said(found) if role == Qt.ItemDataRole.AccessibleTextRole else None


def said(found: TagLine) -> str:
    """A line as a screen reader says it."""
    state = {"on": tr("on"), "off": tr("off"), "some": tr("on in %1 of %2", found.among, found.of)}[found.state()]
    return f"{one_line(found.name)}, {state}"


class _TagDelegate(RowDelegate):
    """Tick, name, and in how many cases it is."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: TagLine = index.data(_TAG_ROLE)
        box = option.rect.adjusted(12, 0, -12, -1)
        middle = box.center().y() + 1
        state = found.state()
        painting.paint_tick(painter, box.left(), middle, state == "on")
        if state == "some":
            paint_icon(painter, box.left() + 2, middle, "minus", "accent", 12)
        used = tr("in %n case(s)", n=found.used) if found.used else tr("new")
        width = painting.text_width(used, "small") + 12
        room = box.adjusted(26, 0, -width, 0)
        painting.paint_text(painter, room, one_line(found.name), "text", "body", 600 if state == "on" else 0)
        painting.paint_text(painter, box, used, "text3", "small", right=True)


class TagDialog(QDialog):
    """Enter ticks the tag found or makes a new one; Enter in the empty field takes it all. `changed(add, remove)`."""

    changed = Signal(object, object)
    renamed = Signal(str, str)

    def __init__(
        self, ctx: AppContext, background: Background, case_ids: Sequence[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._ids = list(case_ids)
        self._lines: dict[str, TagLine] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = tr("Tags of %n case(s)", n=len(self._ids))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(440)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        rows.addWidget(PlainLabel(title, self, role="heading"))
        self.form = FormRows(self)
        self.field = QLineEdit(self)
        self.field.setMaxLength(TAG_LIMIT * 2)
        self.field.setPlaceholderText(tr("Type a tag: Enter puts it on"))
        self.field.installEventFilter(self)
        self.form.add_field(tr("Tag"), self.field)
        rows.addWidget(self.form)
        self.model = _Tags(self)
        self.list = DataList(self, name=tr("Tags"))
        self.list.setItemDelegate(_TagDelegate(self.list))
        self.list.setModel(self.model)
        self.list.setMinimumHeight(_ROWS * tokens.ROW)
        self.list.looked.connect(lambda _: self._turn())
        self.list.clicked.connect(lambda _: self._turn())
        self.list.opened.connect(lambda _: self._take())
        self.list.left.connect(self.reject)
        self.list.current_changed.connect(lambda _: self._tell())
        rows.addWidget(self.list, 1)
        self.note = PlainLabel(
            tr("↑ ↓ choose, Enter or Space ticks, Ctrl+Enter saves, F2 renames a tag in every case."), self,
            role="small", ink="text3", wrap=True,
        )  # fmt: skip
        rows.addWidget(self.note)
        foot = line(spacing=8)
        self._rename = Button(tr("Rename…"), self, icon="pencil", hint="F2")
        self._rename.clicked.connect(self.rename)
        foot.addWidget(self._rename)
        foot.addStretch(1)
        cancel = Button(tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        foot.addWidget(cancel)
        self.take = Button(tr("Save tags"), self, kind="primary", hint="Ctrl+↵")
        self.take.clicked.connect(self._take)
        foot.addWidget(self.take)
        rows.addLayout(foot)
        for button in (self._rename, cancel, self.take):
            button.setAutoDefault(False)
        self.field.textChanged.connect(self._filter)
        self.field.setFocus()
        self.load_again()

    def load_again(self, _: object = None) -> None:
        """Read which tags there are, and how many of the chosen cases have each."""
        tags, ids = self._ctx.case_tags, self._ids
        self._background.run(
            self._ctx.jobs.read(lambda: (tags.count_tags(), tags.count_among(ids))), self._show, receiver=self
        )

    def _show(self, found: tuple[Mapping[str, int], Mapping[str, int]]) -> None:
        used, among = found
        wanted = {name: kept.wanted for name, kept in self._lines.items()}
        made = [name for name, kept in self._lines.items() if not kept.used and kept.wanted]
        self._lines = {
            name: TagLine(name, used.get(name, 0), among.get(name, 0), len(self._ids), wanted.get(name))
            for name in (*among, *(each for each in used if each not in among), *made)
        }
        self._filter(self.field.text())

    # Typing

    def _fitting(self, typed: str) -> list[TagLine]:
        wanted = typed.strip().casefold()
        found = [
            each
            for each in self._lines.values()
            if wanted in each.name.casefold() or (wanted and initials(each.name).casefold().startswith(wanted))
        ]
        found.sort(key=lambda each: not each.name.casefold().startswith(wanted))
        if wanted and all(each.name.casefold() != wanted for each in found):
            # What was typed is the last line: a tag of its own.
            found.append(TagLine(typed.strip(), of=len(self._ids)))
        return found

    def _filter(self, typed: str) -> None:
        self.form.set_wrong(self.field, "")
        self.model.show(self._fitting(typed))
        self.list.choose_row(0)
        self._tell()

    def _current(self) -> TagLine | None:
        index = self.list.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def _tell(self) -> None:
        found = self._current()
        self.field.setAccessibleDescription(said(found) if found is not None else tr("a new tag"))
        self._rename.setEnabled(found is not None and bool(found.used))

    def _turn(self) -> None:
        found = self._current()
        if found is None:
            return
        if found.name not in self._lines:
            self._entered()
        else:
            self._put(found.turned())

    def _put(self, found: TagLine) -> None:
        self._lines[found.name] = found
        self.model.show(self._fitting(self.field.text()))
        self.list.choose_row(next((at for at, each in enumerate(self.model.lines) if each.name == found.name), 0))
        self._tell()

    def _entered(self) -> None:
        """Enter in the field: the tag of the current line, which is a new one where none fits; empty saves all."""
        typed = self.field.text().strip()
        if not typed:
            self._take()
            return
        try:
            name = checked_tag(typed)
        except UserError as error:
            self.refuse(error)
            return
        found = self._current()
        if found is None or found.name not in self._lines:
            found = TagLine(name, of=len(self._ids))
        self.field.clear()
        self._put(replace(found, wanted=True) if found.state() != "on" else found.turned())

    # Taking

    def _take(self) -> None:
        typed = self.field.text().strip()
        if typed:
            self._entered()
            if self.field.text():
                return
        add = [each.name for each in self._lines.values() if each.wanted and each.among < each.of]
        remove = [each.name for each in self._lines.values() if each.wanted is False and each.among]
        if add or remove:
            self.changed.emit(add, remove)
        else:
            self.accept()

    def refuse(self, error: BaseException) -> None:
        """Say why it was not written; what was ticked stays."""
        words = sentence(error)
        self.form.set_wrong(self.field, f"{words.what} {words.next}".strip())
        self.field.setFocus()

    def rename(self) -> None:
        """Give the current tag another name in every case."""
        found = self._current()
        if found is None or not found.used:
            return
        words = ReasonWords(
            tr("Rename “%1” in %n case(s)", one_line(found.name), n=found.used), tr("New name"), tr("Rename"),
            tr("Cancel"), wrong=tr("A tag needs a name."),
        )  # fmt: skip
        asked = ReasonDialog(words, self, now=found.name, longest=TAG_LIMIT * 2)
        asked.given.connect(lambda name: self.renamed.emit(found.name, name))
        asked.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self.rename()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps and self.model.rowCount():
                row = self.list.currentIndex().row() + steps[Qt.Key(event.key())]
                self.list.choose_row(min(max(row, 0), self.model.rowCount() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self._take() if ctrl else self._entered()
                return True
        return super().eventFilter(watched, event)
