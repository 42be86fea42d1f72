"""What is chosen of a call list in the print dialog: day or month, language, paper, phone numbers masked or whole."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.call_lists import CallListWish
from models.kinds import PacketLanguage, Paper
from ui.i18n import language, translator
from ui.plain import PlainLabel
from ui.widgets.controls import Segmented
from ui.widgets.panel import FormRows, column

tr = translator("call_lists")
DAY, MONTH = "day", "month"
MASKED, WHOLE = "masked", "whole"


class CallListChoices(QWidget):
    """`changed` after every choice; `span()` is DAY or MONTH, `wish()` the rest."""

    changed = Signal()

    def __init__(self, day: date, span: str, wish: CallListWish, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = column(self, spacing=8)
        form = FormRows(self, label_width=76)
        rows.addWidget(form)
        self.spans = Segmented([(DAY, day.isoformat()), (MONTH, f"{day:%Y-%m}")], span, form)
        self.language = Segmented([("zh", "中文"), ("en", "English"), ("both", tr("Both"))], wish.language.value, form)
        self.sheet_size = Segmented([("a4", "A4"), ("letter", "Letter")], wish.paper.value, form)
        self.phones = Segmented(
            [(MASKED, tr("Masked")), (WHOLE, tr("Whole"))], WHOLE if wish.whole_phones else MASKED, form
        )
        form.add_field(tr("Calls of"), self.spans)
        form.add_field(tr("Language"), self.language)
        form.add_field(tr("Sheet"), self.sheet_size)
        form.add_field(tr("Phones"), self.phones)
        more = tr("Buyers who opted out never stand on it. With the filters of the page.")
        rows.addWidget(PlainLabel(more, self, role="small", ink="text3", wrap=True))
        for each in (self.spans, self.language, self.sheet_size, self.phones):
            each.chosen.connect(lambda _: self.changed.emit())

    def span(self) -> str:
        """DAY or MONTH."""
        return self.spans.value()

    def wish(self) -> CallListWish:
        """What is chosen now."""
        return CallListWish(
            PacketLanguage(self.language.value()), Paper(self.sheet_size.value()), self.phones.value() == WHOLE
        )


def first_wish(kept: object) -> CallListWish:
    """Language and paper as the last time, or as suit the window; phone numbers are masked until somebody chooses."""
    usual = CallListWish(language=PacketLanguage.ZH if language() == "zh" else PacketLanguage.EN)
    if not isinstance(kept, dict):
        return usual
    try:
        return CallListWish(PacketLanguage(kept["language"]), Paper(kept["paper"]))
    except (KeyError, ValueError):
        return usual


def kept_wish(wish: CallListWish) -> dict[str, object]:
    """What is remembered of a choice."""
    return {"language": wish.language.value, "paper": wish.paper.value}
