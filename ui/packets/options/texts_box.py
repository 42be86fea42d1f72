"""The texts of a packet: the summary with its limit, and what a receiver's own fields ask for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from desktop.services.packet_plans import SUMMARY_LIMIT, TEXT_LIMIT
from models.rules.packet_parts import Language
from models.rules.packet_presets import PacketPreset, PresetSlot
from models.rules.text_limits import units
from ui.fonts import font
from ui.i18n import translator
from ui.packets.options.preset_words import slot_name
from ui.plain import PlainLabel
from ui.widgets.buttons import link_button
from ui.widgets.controls import Segmented
from ui.widgets.panel import column, line

tr = translator("packet_options")
_SETTLE_MS = 500
_SUMMARY_HEIGHT, _FIELD_HEIGHT = 132, 92


class SettlingField(QPlainTextEdit):
    """A text of several lines; `settled` comes half a second after the last key, or when it is left.

    `kept`: what stands there is kept elsewhere; what is not, such as a text too long, is not filled over.
    """

    settled = Signal()

    def __init__(self, name: str, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font("body"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.setAccessibleName(name)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self.settled)
        self._filling = False
        self.kept = True
        self.textChanged.connect(self._typed)

    def fill(self, text: str) -> None:
        """Show a text that nobody typed just now."""
        self.kept = True
        if text != self.toPlainText():
            self._filling = True
            self.setPlainText(text)
            self._filling = False

    def waiting(self) -> bool:
        """Whether something typed was not told yet."""
        return self._timer.isActive()

    def settle(self) -> None:
        """Tell at once what was typed."""
        if self._timer.isActive():
            self._timer.stop()
            self.settled.emit()

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as too long, or not."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _typed(self) -> None:
        if not self._filling:
            self.kept = False
            self._timer.start()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()


class SummaryBox(QWidget):
    """`written` carries the summary as typed; `typed` its characters after each key; `side_chosen` zh or en of both."""

    written = Signal(str)
    typed = Signal(int)
    draft_wanted = Signal()
    side_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit: int | None = None
        self._least: int | None = None
        self._preset: PacketPreset | None = None
        self._shown: Language = "zh"
        self._written = False
        # What is too long to be kept of the language that is not shown.
        self._long: dict[Language, str] = {}
        rows = column(self, spacing=8)
        head = line(spacing=8)
        label = PlainLabel(tr("Summary"), self, role="heading")
        self.side = Segmented([("zh", "中文"), ("en", "English")], parent=self)
        self.side.chosen.connect(self._choose_side)
        self.side.hide()
        self.draft = link_button(tr("Back to the draft"), self)
        self.draft.clicked.connect(self._back)
        self.draft.hide()
        self.count = PlainLabel("", self, role="small", ink="text3")
        head.addWidget(label)
        head.addWidget(self.side)
        head.addStretch(1)
        head.addWidget(self.draft)
        head.addWidget(self.count)
        rows.addLayout(head)
        self.field = SettlingField(tr("Summary on the first page"), _SUMMARY_HEIGHT, self)
        label.setBuddy(self.field)
        rows.addWidget(self.field)
        self.field.textChanged.connect(self._counted)
        self.field.settled.connect(self._tell)

    def show_limit(self, preset: PacketPreset | None) -> None:
        """The characters the receiver takes."""
        self._preset = preset
        self._limit = preset.summary_most if preset is not None else None
        self._least = preset.summary_least if preset is not None else None
        self._counted()

    def show_summary(self, text: str, side: Language, *, written: bool, both: bool) -> None:
        """The summary in a language, unless somebody writes it at this moment; `both`: the other can be chosen."""
        if side != self._shown:
            if not self.field.kept:
                self._long[self._shown] = self.field.toPlainText()
            self._shown = side
            self.field.fill(self._long.get(side, text))
            self.field.kept = side not in self._long
            self._long.pop(side, None)
        elif self.field.kept:
            self.field.fill(text)
        self._written = written
        self.side.setVisible(both)
        self.side.set_value(side)
        self._counted()

    def used(self) -> int:
        """The characters that stand there, as the receiver counts them."""
        return counted(self.field.toPlainText(), self._preset)

    @property
    def limit(self) -> int | None:
        """The most characters the receiver takes."""
        return self._limit

    def _back(self) -> None:
        # What stands there is given up: the draft may be filled over it.
        self.field.kept = True
        self.draft_wanted.emit()

    def _choose_side(self, side: str) -> None:
        self.field.settle()
        self.side_chosen.emit(side)

    def _counted(self) -> None:
        used = self.used()
        most = self._limit if self._limit is not None else SUMMARY_LIMIT
        over = used > most or len(self.field.toPlainText()) > SUMMARY_LIMIT
        few = self._least is not None and used < self._least
        if few:
            text = tr("%1, at least %2", used, self._least)
        elif self._limit is not None or over:
            text = f"{used:,} / {most:,}"
        else:
            text = tr("%n character(s)", n=used)
        self.count.setText(text)
        self.count.set_ink("overdue" if over or few else "due" if self._limit and used * 10 > most * 9 else "text3")
        self.field.set_wrong(over or few)
        self.draft.setVisible(self._written or not self.field.kept)
        if not self.field.kept:
            self.typed.emit(used)

    def _tell(self) -> None:
        text = self.field.toPlainText()
        if len(text) <= SUMMARY_LIMIT:
            self.field.kept = True
            self.written.emit(text)

    def drop(self) -> None:
        """Another case: what could not be kept goes with the one before."""
        self.field.settle()
        self._long.clear()
        self.field.fill("")


class FieldTexts(QWidget):
    """The fields of a receiver that take words: one is chosen, written, counted. `written(field, text)`."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slots: tuple[PresetSlot, ...] = ()
        self._preset: PacketPreset | None = None
        self._texts: dict[str, str] = {}
        # Too long to be kept: it stays here until it is shortened.
        self._long: dict[tuple[int, str], str] = {}
        self._case_id = 0
        self._told: tuple[int, str, str] | None = None
        rows = column(self, spacing=8)
        head = line(spacing=8)
        label = PlainLabel(tr("The receiver's own fields"), self, role="heading")
        head.addWidget(label)
        head.addStretch(1)
        self.count = PlainLabel("", self, role="small", ink="text3")
        head.addWidget(self.count)
        rows.addLayout(head)
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(tr("Field"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        rows.addWidget(self.choice)
        self.field = SettlingField(tr("Text of the field"), _FIELD_HEIGHT, self)
        label.setBuddy(self.field)
        rows.addWidget(self.field)
        self._current = ""
        self.choice.activated.connect(lambda place: self.show_field(str(self.choice.itemData(place))))
        self.field.textChanged.connect(self._counted)
        self.field.settled.connect(self._tell)

    def show_texts(self, preset: PacketPreset | None, texts: Sequence[tuple[str, str]], case_id: int) -> None:
        """The fields of a receiver and what is written for them in a case."""
        if case_id != self._case_id:
            self.field.settle()
        self._case_id = case_id
        slots = tuple(slot for slot in preset.slots if slot.takes_text) if preset is not None else ()
        self.setVisible(bool(slots))
        self._preset = preset
        self._texts = dict(texts)
        for field, text in texts:
            if self._long.get((case_id, field)) == text:
                del self._long[case_id, field]
        if slots != self._slots:
            self.field.settle()
            self._slots = slots
            self.choice.clear()
            for slot in slots:
                self.choice.addItem(slot_name(slot), slot.id)
            self._current = slots[0].id if slots else ""
        if not self.field.waiting():
            self._fill()
        self._name_fields()
        self._counted()

    def show_field(self, field: str) -> None:
        """Go to a field."""
        if field in (slot.id for slot in self._slots):
            self.field.settle()
            self._current = field
            self.choice.setCurrentIndex(max(self.choice.findData(field), 0))
            self._fill()
            self._counted()

    def _fill(self) -> None:
        self.field.fill(self._long.get((self._case_id, self._current), self._texts.get(self._current, "")))

    def _most(self) -> int:
        slot = next((each for each in self._slots if each.id == self._current), None)
        return (slot.text_most if slot is not None else None) or TEXT_LIMIT

    def _name_fields(self) -> None:
        for place, slot in enumerate(self._slots):
            used = counted(self._texts.get(slot.id, ""), self._preset)
            self.choice.setItemText(place, f"{slot_name(slot)} · {used:,}" if used else slot_name(slot))

    def _counted(self) -> None:
        used, most = counted(self.field.toPlainText(), self._preset), self._most()
        self.count.setText(f"{used:,} / {most:,}")
        self.count.set_ink("overdue" if used > most else "due" if used * 10 > most * 9 else "text3")
        self.field.set_wrong(used > most)

    def _tell(self) -> None:
        text, field = self.field.toPlainText(), self._current
        if len(text) > TEXT_LIMIT:
            self._long[self._case_id, field] = text
        elif field:
            self._long.pop((self._case_id, field), None)
            if text != self._texts.get(field, ""):
                self._texts[field] = text
                self._told = (self._case_id, field, text)
                self._name_fields()
                self.written.emit(field, text)

    def not_kept(self) -> None:
        """What was told last could not be written: it stays in its field."""
        if self._told is not None:
            case_id, field, text = self._told
            self._long[case_id, field] = text


def counted(text: str, preset: PacketPreset | None) -> int:
    """The length of a text as the receiver counts it."""
    return units(text, preset.counting) if preset is not None else len(text)
