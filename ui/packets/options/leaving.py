"""What leaves the shop: names, numbers, addresses found in what goes out, and where each of them stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line

if TYPE_CHECKING:
    from models.rules.packet_leaving import Leaving

tr = translator("packet_options")
_NAMED = 4
_ICONS = {"name": "user", "phone": "phone", "address": "map-pin", "email": "mail", "id": "hash", "card": "banknote",
          "account": "banknote", "pictures": "image", "originals": "archive", "covered": "eye"}  # fmt: skip
_FILES = ("originals", "covered")
_FIRST, _MOST = 5, 60


def kind_icon(kind: str) -> str:
    """The icon of a kind."""
    return _ICONS.get(str(kind), "circle-alert")


def kind_count(kind: str, count: int) -> str:
    """`3 phone numbers`."""
    known = {
        "name": tr("%n name(s)", n=count), "phone": tr("%n phone number(s)", n=count),
        "address": tr("%n address(es)", n=count), "email": tr("%n e-mail address(es)", n=count),
        "id": tr("%n identity number(s)", n=count), "card": tr("%n card number(s)", n=count),
        "account": tr("%n account(s)", n=count),
        "originals": tr("%n original file(s)", n=count),
        "covered": tr("%n original(s) without redactions", n=count),
    }  # fmt: skip
    return known.get(str(kind)) or tr("%n finding(s)", n=count)


def read_leaving(leaving: Sequence[Leaving]) -> tuple[Leaving, ...]:
    """What was read in texts; what pictures show only a person can say."""
    return tuple(each for each in leaving if str(each.kind) not in ("pictures", *_FILES))


def warned_leaving(leaving: Sequence[Leaving]) -> tuple[Leaving, ...]:
    """What is asked about before anything is handed out: what was read, and files that go along as they came in."""
    return tuple(each for each in leaving if str(each.kind) != "pictures")


def leaving_text(each: Leaving) -> str:
    """What was found, in its own words; of pictures that nothing is hidden in them."""
    if str(each.kind) == "pictures":
        return tr("Nothing hidden in %n picture(s)", n=each.count)
    if str(each.kind) == "originals":
        return tr("%n original file(s) as imported, with place, time and owner that cameras wrote in", n=each.count)
    if str(each.kind) == "covered":
        return tr("%n original(s) of which the packet shows a redacted copy go along without redactions", n=each.count)
    return one_line(each.text)


def kinds_line(leaving: Sequence[Leaving]) -> str:
    """`3 phone numbers, 1 name`, the most first; the same thing in two places is one."""
    counts = Counter(str(kind) for kind, _ in {(each.kind, each.text) for each in read_leaving(leaving)})
    counts.update({str(each.kind): each.count for each in leaving if str(each.kind) in _FILES})
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return tr(", ").join(kind_count(kind, count) for kind, count in ordered)


def leaving_place(each: Leaving) -> str:
    """Where it stands: an exhibit by its number, or a part of the cover."""
    if len(each.exhibits) > 1:
        more = "…" if len(each.exhibits) > _NAMED else ""
        return tr("Exhibits %1", tr(", ").join(str(number) for number in each.exhibits[:_NAMED]) + more)
    if each.exhibit:
        return tr("Exhibit %1", each.exhibit)
    return {
        "summary": tr("Summary"), "parties": tr("Parties"), "chronology": tr("Chronology"), "notes": tr("Notes"),
        "letterhead": tr("Letterhead"), "pattern": tr("Buyer's pattern"), "parcels": tr("Parcels"),
        "items": tr("Order"), "amounts": tr("Amounts"), "asked": tr("What is asked"),
        "texts": tr("The receiver's own fields"), "originals": tr("Archive"),
    }.get(each.field) or tr("Text")  # fmt: skip


class LeavingRows(QWidget):
    """`place_wanted` carries the Leaving whose exhibit or field shall be shown."""

    place_wanted = Signal(object)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._leaving: tuple[Leaving, ...] | None = None
        self._all = False
        rows = column(self, spacing=6)
        head = line(spacing=8)
        head.addWidget(PlainLabel(tr("What leaves the shop"), self, role="heading"))
        head.addStretch(1)
        self.count = PlainLabel("", self, role="small", ink="text3")
        head.addWidget(self.count)
        rows.addLayout(head)
        self.line = PlainLabel("", self, role="small", ink="text2", wrap=True)
        rows.addWidget(self.line)
        self._box = QWidget(self)
        self._list = column(self._box, spacing=2)
        rows.addWidget(self._box)
        self.more = link_button("", self)
        self.more.clicked.connect(self._unfold)
        rows.addWidget(self.more)
        self.show_leaving(())

    def show_leaving(self, leaving: Sequence[Leaving]) -> None:
        """What was found in the packet as built last."""
        if tuple(leaving) == self._leaving:
            return
        self._leaving = tuple(leaving)
        self._fill()

    def leaving(self) -> tuple[Leaving, ...]:
        """What is shown."""
        return self._leaving or ()

    def unfold(self) -> None:
        """Show all of it."""
        if not self._all:
            self._unfold()

    def _fill(self) -> None:
        clear_layout(self._list)
        found = self.leaving()
        read = read_leaving(found)
        self.count.setText(str(len(read)) if read else "")
        warned = warned_leaving(found)
        self.line.setText(kinds_line(warned) if warned else tr("No name, number or address was found in the texts."))
        self.line.set_ink("due" if warned else "text2")
        # Whole files first: no long list of findings hides them.
        found = tuple(sorted(found, key=lambda each: str(each.kind) not in _FILES))
        shown = found[:_MOST] if self._all else found[:_FIRST]
        for each in shown:
            self._list.addWidget(self._row(each))
        if self._all and len(found) > _MOST:
            rest_said = tr("and %n more", n=len(found) - _MOST)
            self._list.addWidget(PlainLabel(rest_said, self._box, role="small", ink="due"))
        self._box.setVisible(bool(found))
        rest = len(found) - _FIRST
        self.more.setVisible(rest > 0)
        self.more.set_label(tr("Fewer") if self._all else tr("%n more", n=rest))
        self.rebuilt.emit()

    def _row(self, each: Leaving) -> QWidget:
        holder = QWidget(self._box)
        row = line(holder, spacing=8)
        token = "due" if warned_leaving((each,)) else "text3"
        row.addWidget(IconMark(kind_icon(each.kind), token, 14, holder))
        said = leaving_text(each)
        row.addWidget(ElidedLabel(said, holder) if read_leaving((each,)) else PlainLabel(said, holder, wrap=True), 1)
        where = link_button(leaving_place(each), holder)
        where.setAccessibleDescription(leaving_text(each))
        where.clicked.connect(lambda: self.place_wanted.emit(each))
        row.addWidget(where)
        return holder

    def _unfold(self) -> None:
        self._all = not self._all
        self._fill()
