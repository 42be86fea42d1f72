"""On the card of a buyer: one photo in several cases. Facts with the cases named; what they mean is for a person."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.context import AppContext
from models.likeness_records import PatternPlace, SerialPattern
from ui.background import Background
from ui.i18n import translator
from ui.plain import PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import clear_layout, column, line

tr = translator("likeness")
_PATTERNS, _PLACES, _NICK = 3, 6, 16


class SerialPatterns(QWidget):
    """Hidden while there is none. `case_wanted` carries the PatternPlace that is to be opened."""

    case_wanted = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, parent: QWidget | None = None, *, most: int = _PATTERNS
    ) -> None:
        """`most` patterns are named; of the others their number."""
        super().__init__(parent)
        self._ctx, self._background, self._most = ctx, background, most
        self._buyer_id: int | None = None
        self._shown: tuple[SerialPattern, ...] = ()
        self._rows = column(self, spacing=6)
        self.hide()

    def show_buyer(self, buyer_id: int | None) -> None:
        """Read and show the patterns of a buyer; None hides the place."""
        if buyer_id != self._buyer_id:
            self._buyer_id = buyer_id
            self._show(())
        if buyer_id is None:
            return
        service = self._ctx.likeness

        def done(found: tuple[SerialPattern, ...]) -> None:
            if buyer_id == self._buyer_id:
                self._show(found)

        future = self._ctx.jobs.read(lambda: service.patterns(buyer_id))
        self._background.run(future, done, receiver=self, quiet=True)

    def _show(self, found: tuple[SerialPattern, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        clear_layout(self._rows)
        for pattern in found[: self._most]:
            self._rows.addWidget(self._told(pattern))
        if len(found) > self._most:
            more = tr("and %n more photo(s) in several cases", n=len(found) - self._most)
            self._rows.addWidget(PlainLabel(more, self, role="small", ink="text3"))
        self.setVisible(bool(found))

    def texts(self) -> list[str]:
        """The sentences shown."""
        return [pattern_words(each) for each in self._shown[: self._most]]

    def _told(self, pattern: SerialPattern) -> QWidget:
        box = QWidget(self)
        across = line(box, spacing=8)
        across.addWidget(IconMark("copy", "due", 14, box), 0, Qt.AlignmentFlag.AlignTop)
        rows = column(spacing=2)
        rows.addWidget(PlainLabel(pattern_words(pattern), box, role="small", ink="text2", wrap=True))
        links = QWidget(box)
        flow = FlowLayout(links, spacing=8, line_spacing=2)
        for place in pattern.places[:_PLACES]:
            flow.addWidget(self._link(place, links, several=pattern.buyers > 1))
        left = len(pattern.places) - _PLACES
        if left > 0:
            flow.addWidget(PlainLabel(tr("and %n more", n=left), links, role="small", ink="text3"))
        rows.addWidget(links)
        across.addLayout(rows, 1)
        return box

    def _link(self, place: PatternPlace, parent: QWidget, *, several: bool) -> QWidget:
        nick = one_line(place.buyer_nick)
        short = nick if len(nick) <= _NICK else f"{nick[:_NICK]}…"
        named = f"{place.case_number} {isolate(short)}" if several and short else place.case_number
        link = link_button(named, parent)
        plain_tooltip(link, f"{place.case_number}  {place.buyer_nick}")
        link.clicked.connect(lambda: self.case_wanted.emit(place))
        return link


def pattern_words(pattern: SerialPattern) -> str:
    """What is so, and no more than that."""
    cases = len(pattern.places)
    if pattern.buyers > 1:
        if pattern.exact:
            return tr("The same photo is in %1 cases of %n buyer(s):", cases, n=pattern.buyers)
        return tr("The same or an alike photo is in %1 cases of %n buyer(s):", cases, n=pattern.buyers)
    if pattern.exact:
        return tr("The same photo is in %n case(s) of this buyer:", n=cases)
    return tr("The same or an alike photo is in %n case(s) of this buyer:", n=cases)
