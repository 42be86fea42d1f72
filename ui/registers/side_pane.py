"""The pane beside a register: the claim sheet on paper or the chosen line, and below it the month and its lock."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.context import AppContext
from models.kinds import RegisterKind
from models.register_records import MonthClosing, RegisterColumn, RegisterLine
from ui import format as shown
from ui import theme as tokens
from ui.background import Background
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, one_line
from ui.registers.claim_preview import ClaimPreview, ClaimWish
from ui.registers.line_details import LineDetails
from ui.registers.month_chooser import short_month
from ui.registers.register_cells import Beside
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Segmented
from ui.widgets.panel import Strip, column, line
from ui.words import word

tr = translator("registers")
LOCK = "month_lock"
"""The object name of the button that closes the month."""
WIDTH = 400


class SidePane(QWidget):
    """Signals say what its buttons ask for; the page does it."""

    close_wanted = Signal()
    reopen_wanted = Signal()
    trail_wanted = Signal()
    print_wanted = Signal()
    sheet_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(320)
        self._register = RegisterKind.CARRIER_CLAIM
        rows = column(self)
        head = Strip(self, surface="surface", edge="bottom", height=tokens.TOOL_ROW)
        row = line(head, margins=(12, 0, 12, 0), spacing=8)
        self.back = icon_button("arrow-left", tr("Back to the list (Esc)"), head)
        self.back.hide()
        self.back.clicked.connect(self.leave_wanted)
        self.which = Segmented([("sheet", tr("Claim sheet")), ("line", tr("Line"))], "sheet", head)
        self.title = PlainLabel("", head, role="heading", weight=600)
        self.quiet = ElidedLabel("", head, role="small", ink="text3")
        self.larger = icon_button("zoom-in", tr("Claim sheet in large"), head)
        self.larger.clicked.connect(self.sheet_wanted)
        self.save = Button(tr("Export PDF"), head, size="small", icon="file-down")
        self.save.clicked.connect(self.sheet_wanted)
        for widget in (self.back, self.which, self.title):
            row.addWidget(widget)
        row.addWidget(self.quiet, 1)
        row.addWidget(self.larger)
        row.addWidget(self.save)
        rows.addWidget(head)
        self.stack = QStackedWidget(self)
        self.preview = ClaimPreview(ctx, background, self.stack)
        self.details = LineDetails(ctx, background, self.stack)
        self.stack.addWidget(self.preview)
        self.stack.addWidget(self.details)
        rows.addWidget(self.stack, 1)
        rows.addWidget(self._foot())
        self.which.chosen.connect(lambda _: self._place())

    def _foot(self) -> QWidget:
        foot = Strip(self, surface="surface", edge="top")
        rows = column(foot, margins=(16, 12, 16, 12), spacing=8)
        row = line(spacing=8)
        self.lock = Button("", foot, kind="primary", icon="lock")
        self.lock.setObjectName(LOCK)
        self.lock.clicked.connect(self.close_wanted)
        self.open_again = Button(tr("Open again…"), foot, icon="lock-open")
        self.open_again.clicked.connect(self.reopen_wanted)
        self.printing = Button(tr("Print"), foot, icon="printer")
        self.printing.clicked.connect(self.print_wanted)
        row.addWidget(self.lock, 1)
        row.addWidget(self.open_again)
        row.addStretch(0)
        self.lock.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self.printing)
        rows.addLayout(row)
        under = line(spacing=8)
        self.words = PlainLabel("", foot, role="small", ink="text3", wrap=True)
        self.trail = Button(tr("Trail"), foot, kind="link", size="small")
        self.trail.clicked.connect(self.trail_wanted)
        under.addWidget(self.words, 1)
        under.addWidget(self.trail)
        rows.addLayout(under)
        return foot

    def show_register(self, register: RegisterKind) -> None:
        """Claims have a sheet; of the others the chosen line is shown."""
        self._register = register
        self._place()

    def _place(self) -> None:
        claims = self._register is RegisterKind.CARRIER_CLAIM
        sheet = claims and self.which.value() == "sheet"
        self.which.setVisible(claims)
        self.title.setVisible(not claims)
        self.title.setText(word(self._register))
        self.larger.setVisible(sheet)
        self.save.setVisible(sheet)
        self.stack.setCurrentWidget(self.preview if sheet else self.details)

    def show_line(self, chosen: RegisterLine | None, columns: tuple[RegisterColumn, ...], beside: Beside) -> None:
        """The chosen line."""
        self.details.show_line(chosen, columns, beside)

    def show_claims(self, wish: ClaimWish | None) -> None:
        """The claim sheet of a carrier and month."""
        self.quiet.set_full("" if wish is None else f"{one_line(wish.carrier)} · {short_month(wish.month)}")
        self.preview.show_claims(wish)
        self.save.setEnabled(wish is not None)
        self.larger.setEnabled(wish is not None)

    def show_month(
        self, words: str, closing: MonthClosing | None, *, can_close: bool, still: int, beside: Beside,
        each_shop: bool = False, opens: str = "",
    ) -> None:  # fmt: skip
        """The month of the register: open, or closed by whom and when; `words` names it.

        With `each_shop` the button asks for which; `opens` says from when a month that still runs can be closed.
        """
        closed = closing is not None
        self.lock.setVisible(can_close and not closed)
        self.open_again.setVisible(closed)
        self.trail.setVisible(can_close or closed)
        self.lock.set_label(tr("Close and lock %1…", words) if each_shop else tr("Close and lock %1", words))
        self.lock.setEnabled(not opens)
        self.lock.set_tip(opens)
        if closing is not None:
            when = shown.day_and_time(closing.closed_at, beside.now, language(), beside.zone)
            self.words.setText(
                tr("Closed %1 by %2. Only correcting entries from now on; they stand in the month they are written in.",
                   when, one_line(closing.closed_by))
            )  # fmt: skip
        elif not can_close:
            self.words.setText(tr("A month is closed per shop: choose a shop and a month."))
        elif opens:
            self.words.setText(opens)
        elif each_shop:
            self.words.setText(tr("A month is closed per shop: the button asks for which."))
        else:
            said = tr("After closing amounts change only by correcting entries, which stay in the trail.")
            if still:
                said += " " + tr("%n line(s) are not settled yet; they can be exported first.", n=still)
            self.words.setText(said)

    def shows_sheet(self) -> bool:
        """Whether the claim sheet is in front."""
        return self.stack.currentWidget() is self.preview

    def turn(self) -> None:
        """From the sheet to the line, and back."""
        self.which.set_value("line" if self.which.value() == "sheet" else "sheet")
        self._place()

    def set_alone(self, alone: bool) -> None:
        """Whether it has the whole page, in a narrow window."""
        self.back.setVisible(alone)
