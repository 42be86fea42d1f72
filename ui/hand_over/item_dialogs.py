"""What is asked about one item of the hand-over: passing it on, a word when it is done, other words for it."""

from __future__ import annotations

from datetime import date, datetime, time, tzinfo

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from desktop.context import AppContext
from desktop.services.hand_over_items import TEXT_LIMIT
from models.hand_over_records import HandOverItem
from models.register_kinds import HandOverState
from ui.background import Background
from ui.hand_over.about_field import About, AboutField
from ui.hand_over.due_choice import DueChoice
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import FormRows, column, foot_line

tr = translator("hand_over")
_SHOWN = 90


def short_text(item: HandOverItem) -> str:
    """An item on one line, short enough for a title."""
    line = one_line(item.text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


class ItemDialog(HeldDialog):
    """Title, a form, what takes it; Ctrl+Enter takes it from a field of several lines."""

    def __init__(self, title: str, take: str, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(500)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        about = PlainLabel(text, self, ink="text2", wrap=True)
        about.setVisible(bool(text))
        rows.addWidget(about)
        self.form = FormRows(self, label_width=72)
        rows.addWidget(self.form)
        self.take = Button(take, self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))

    def _take(self) -> None:
        """Check what was entered, give it out and leave."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if with_ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)


class PassOnDialog(ItemDialog):
    """`given` carries (note, morning)."""

    given = Signal(str, object)

    def __init__(
        self, item: HandOverItem, first: date, today: date, due_by: time, where: tzinfo, parent: QWidget | None = None
    ) -> None:
        """`first` is the morning proposed."""
        super().__init__(tr("Pass on to the next shift"), tr("Pass on"), parent, text=short_text(item))
        self.note = QLineEdit(self.form)
        self.note.setMaxLength(TEXT_LIMIT)
        self.note.setPlaceholderText(tr("Why it is not done, what is left"))
        self.form.add_field(tr("Note"), self.note)
        self.due = DueChoice(first, today, due_by, where, self.form)
        self.due.hour.setEnabled(False)
        self.form.add_field(tr("For"), self.due)
        self.note.setFocus()

    def _take(self) -> None:
        if not self.held:
            self.given.emit(self.note.text().strip(), self.due.day())
            self.leave()


class EditItemDialog(ItemDialog):
    """`given` carries (text, reason, due time or None for the one it had)."""

    given = Signal(str, str, object)

    def __init__(
        self, item: HandOverItem, today: date, where: tzinfo, parent: QWidget | None = None, *, title: str = "",
        needs_reason: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(title or tr("Change what was left"), tr("Keep"), parent)
        self._item = item
        taken = item.state is HandOverState.TAKEN
        self._needs_reason = needs_reason or taken
        self.text = QPlainTextEdit(item.text, self.form)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(84)
        self.text.installEventFilter(self)
        self.form.add_field(tr("What"), self.text)
        local = item.due_at.astimezone(where)
        hour = local.time().replace(second=0, microsecond=0)
        self.due = DueChoice(today, today, hour, where, self.form, chosen=item.morning)
        self._zone = where
        self.form.add_field(tr("Due"), self.due)
        self.reason = QLineEdit(self.form)
        self.reason.setMaxLength(TEXT_LIMIT)
        self.add_fields()
        needed = tr("%1 took it already: say why", one_line(item.taken_by)) if taken else ""
        self.form.add_field(tr("Reason"), self.reason, needed or tr("stays in the history"))
        self.text.setFocus()

    def _take(self) -> None:
        words, why = self.text.toPlainText().strip(), self.reason.text().strip()
        wrong = "" if words else tr("Say what is to be done.")
        if len(words) > TEXT_LIMIT:
            wrong = tr("At most %1 characters; these are %2.", TEXT_LIMIT, len(words))
        self.form.set_wrong(self.text, wrong)
        missing = tr("Say why; it is kept in the history.") if self._needs_reason and not why else ""
        self.form.set_wrong(self.reason, missing)
        late = self.due.wrong()
        self.form.set_wrong(self.due, late)
        if wrong or missing or late or self.wrong_elsewhere() or self.held:
            (self.text if wrong else self.reason if missing else self.due.hour).setFocus()
            return
        self.given.emit(words, why, self._due())
        self.leave()

    def add_fields(self) -> None:
        """More of them, before the reason."""

    def wrong_elsewhere(self) -> bool:
        """Whether a field of another kind of this dialog is not taken, said under it."""
        return False

    def _due(self) -> datetime | None:
        chosen = datetime.combine(self.due.day(), self.due.hour.time() or time(12), tzinfo=self._zone)
        return None if chosen == self._item.due_at else chosen


class CorrectItemDialog(EditItemDialog):
    """Whom or what it is about too, and never without a reason."""

    about: AboutField

    def __init__(
        self, ctx: AppContext, background: Background, item: HandOverItem, parent: QWidget | None = None
    ) -> None:
        self._beside = (ctx, background, item)
        items = ctx.hand_over_items
        super().__init__(
            item, items.today(), items.time_zone, parent, title=tr("Set right what was left"), needs_reason=True
        )  # fmt: skip

    def add_fields(self) -> None:
        """What it is about: a case, a buyer or nothing in particular."""
        ctx, background, item = self._beside
        self.about = AboutField(ctx, background, self.form)
        if item.case_id is not None or item.buyer_id is not None:
            said = " · ".join(part for part in (item.case_number, one_line(item.buyer_nick)) if part)
            self.about.choose(About(said, item.case_id, item.buyer_id))
        self.form.add_field(tr("About"), self.about)
        self.about.resized.connect(self._fit)

    def ids(self) -> tuple[int | None, int | None]:
        """The case and the buyer it is about now; of a case chosen anew the buyer is its own."""
        chosen = self.about.about
        return (chosen.case_id, chosen.buyer_id) if chosen is not None else (None, None)

    def wrong_elsewhere(self) -> bool:
        unread = self.about.unread()
        self.form.set_wrong(self.about, tr("Choose one, or empty the field.") if unread else "")
        return unread

    def _fit(self) -> None:
        rows = self.layout()
        if rows is not None and self.isVisible():
            rows.activate()
            self.resize(self.width(), max(rows.totalHeightForWidth(self.width()), rows.totalMinimumSize().height()))
