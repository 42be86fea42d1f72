"""What good reviews complain of, day by day: looked at, passed on, made a case, printed (R003-50)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from models.clock import zone
from models.kinds import Problem
from models.review_records import Review
from ui import format as shown
from ui.background import Background
from ui.change_gatherer import ChangeGatherer
from ui.i18n import language, translator
from ui.messages import show_error
from ui.page import Target
from ui.plain import PlainLabel, isolate, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.delegates import Cell
from ui.widgets.panel import EmptyPlace, column, line
from ui.widgets.plain_rows import RowsModel
from ui.widgets.table import Column, DataTable
from ui.words import word

tr = translator("reviews")
_WIDE, _HIGH, _TEXT = 960, 600, 200
_DAYS = {"today": 1, "week": 7, "month": 30}


def ordered(found: Sequence[Review], where: tzinfo) -> list[tuple[date, Problem, Review]]:
    """Newest day first; within it by problem, then item: one line for each problem a review names."""
    order = {problem: place for place, problem in enumerate(Problem)}
    rows = [(each.written_at.astimezone(where).date(), problem, each) for each in found for problem in each.problems]
    return sorted(rows, key=lambda row: (-row[0].toordinal(), order[row[1]], row[2].item_title, row[2].id))


class ProblemsDialog(QDialog):
    """`navigate` carries a Target, `print_wanted` the ids of the reviews listed."""

    navigate = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self, ctx: AppContext, background: Background, shop_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ctx, self._background, self._shop = ctx, background, shop_id
        self._asked = 0
        self._zone: tzinfo = zone(ctx.bench.time_zone)
        self._now: datetime = ctx.clock.now()
        self.rows: list[tuple[date, Problem, Review]] = []
        title = tr("Problems named in good reviews")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.resize(_WIDE, _HIGH)
        rows = column(self, margins=(20, 16, 20, 16), spacing=10)
        head = line(spacing=8)
        head.addWidget(PlainLabel(title, self, role="heading"))
        head.addStretch(1)
        self.days = Segmented(
            [("today", tr("Today and yesterday")), ("week", tr("7 days")), ("month", tr("30 days"))], "month", self
        )
        self.days.chosen.connect(self.reload)
        head.addWidget(self.days)
        rows.addLayout(head)
        self.counted = PlainLabel("", self, ink="text2", wrap=True)
        rows.addWidget(self.counted)
        columns = (
            Column("day", tr("Day"), 84, sortable=False), Column("problem", tr("Problem"), 110, 130, sortable=False),
            Column("item", tr("Item"), 190, sortable=False), Column("text", tr("Review"), 260, sortable=False,
                                                                    stretch=True),
            Column("buyer", tr("Buyer"), 110, sortable=False), Column("case", tr("Case"), 110, sortable=False),
        )  # fmt: skip
        self.table = DataTable(columns, self, name=title)
        self.model = RowsModel(columns, self)
        self.table.setModel(self.model)
        self.table.take_letters("TC")
        self.table.key_pressed.connect(self._pressed)
        self.table.opened.connect(lambda _: self.open_case())
        self.table.selection_changed.connect(self._show_text)
        rows.addWidget(self.table, 1)
        self.none = EmptyPlace(
            "circle-check", tr("Nothing left: every problem named in a good review was looked at."), parent=self
        )
        rows.addWidget(self.none, 1)
        self.text = PlainLabel("", self, wrap=True, selectable=True)
        self.text.setMinimumHeight(40)
        rows.addWidget(self.text)
        rows.addLayout(self._foot())
        self._gatherer = ChangeGatherer(ctx.changes, self)
        self._gatherer.changed.connect(self._changed)
        self.finished.connect(lambda _: self._gatherer.close())
        self.reload()

    def _foot(self) -> QHBoxLayout:
        foot = line(spacing=8)
        self.print = Button(tr("Print…"), self, icon="printer")
        self.print.clicked.connect(lambda: self.print_wanted.emit([each.id for each in self.reviews()]))
        self.copy = Button(tr("Copy the list"), self, icon="copy")
        self.copy.clicked.connect(self.copy_list)
        self.case = Button(tr("Open a case"), self, icon="inbox", hint="C")
        self.case.clicked.connect(self.open_case)
        self.every = Button(tr("All seen"), self)
        self.every.clicked.connect(lambda: self.tick(self.reviews()))
        self.seen = Button(tr("Seen, passed on"), self, kind="primary", icon="check", hint="T")
        self.seen.clicked.connect(lambda: self.tick(self.chosen()))
        self.away = Button(tr("Close"), self)
        self.away.clicked.connect(self.reject)
        for button in (self.print, self.copy):
            foot.addWidget(button)
        foot.addStretch(1)
        for button in (self.away, self.case, self.every, self.seen):
            foot.addWidget(button)
        for button in (self.print, self.copy, self.case, self.every, self.seen, self.away):
            button.setAutoDefault(False)
        return foot

    def reviews(self) -> tuple[Review, ...]:
        """The reviews listed, each once."""
        return tuple({each.id: each for _, _, each in self.rows}.values())

    def chosen(self) -> tuple[Review, ...]:
        """The reviews of the rows chosen."""
        found = [self.rows[row][2] for row in self.table.selected_rows() if row < len(self.rows)]
        return tuple({each.id: each for each in found}.values())

    @Slot()
    def reload(self) -> None:
        """Read what nobody has looked at."""
        self._asked += 1
        asked, reviews, shop, days = self._asked, self._ctx.reviews, self._shop, _DAYS[self.days.value()]
        self._now = self._ctx.clock.now()
        first = self._now.astimezone(self._zone).date() - timedelta(days=days)

        def read() -> tuple[Review, ...]:
            found = reviews.open_problems(shop, days=days + 1)
            return tuple(each for each in found if each.written_at.astimezone(self._zone).date() >= first)

        def show(found: tuple[Review, ...]) -> None:
            if asked == self._asked:
                self._show(found)

        self._background.run(self._ctx.jobs.read(read), show, receiver=self)

    def _show(self, found: Sequence[Review]) -> None:
        row = self.table.currentIndex().row()
        self.rows = ordered(found, self._zone)
        self.model.show_rows([
            (Cell(self._day(day), ink="text2"), Cell(word(problem), "chip", state="due"),
             Cell(one_line(each.item_title)), Cell(one_line(each.text)[:_TEXT]),
             Cell(isolate(one_line(each.buyer_nick)), ink="text2"), Cell(each.case_number or shown.NOTHING, weight=600))
            for day, problem, each in self.rows
        ])  # fmt: skip
        counted = Counter(problem for _, problem, _ in self.rows)
        said = " · ".join(f"{word(problem)} {shown.count(count)}" for problem, count in counted.most_common())
        self.counted.setText(said)
        there = bool(self.rows)
        self.table.setVisible(there)
        self.text.setVisible(there)
        self.none.setVisible(not there)
        for button in (self.print, self.copy, self.case, self.every, self.seen):
            button.setEnabled(there)
        if there:
            self.table.choose_row(min(max(row, 0), len(self.rows) - 1))
            QTimer.singleShot(0, self.table, self.table.setFocus)
        self._show_text()

    def _day(self, day: date) -> str:
        return shown.day(day, self._now, language(), self._zone)

    def _show_text(self) -> None:
        chosen = self.chosen()
        self.text.setText(one_line(chosen[0].text)[:1_000] if len(chosen) == 1 else "")

    def _pressed(self, key: str) -> None:
        if key.upper() == "T":
            self.tick(self.chosen())
        elif key.upper() == "C":
            self.open_case()

    def tick(self, found: Sequence[Review]) -> None:
        """Looked at, or passed on to whom it concerns."""
        ids, reviews = [each.id for each in found], self._ctx.reviews
        if ids:
            self._background.run(
                self._ctx.jobs.write(lambda: reviews.see_problems(ids)), lambda _: None, self._fail, receiver=self
            )

    def open_case(self) -> None:
        """To the case of the review chosen; where there is none, one is opened about it."""
        chosen = self.chosen()
        if len(chosen) != 1:
            return
        review, ctx = chosen[0], self._ctx
        if review.case_number:
            self._go(review.case_number)
            return

        def work() -> str:
            ctx.reviews.open_case(review.id)
            return ctx.reviews.find(review.id).case_number

        self._background.run(ctx.jobs.write(work), self._go, self._fail, receiver=self)

    def _go(self, number: str) -> None:
        self.navigate.emit(Target("cases", number))
        self.accept()

    def copy_list(self) -> None:
        """The list as text, grouped by day, to be passed on in a message."""
        lines: list[str] = []
        last: tuple[date, Problem] | None = None
        for day, problem, each in self.rows:
            if last != (day, problem):
                lines.append(f"{self._day(day)} {word(problem)}")
                last = (day, problem)
            lines.append("  " + " · ".join(part for part in (one_line(each.item_title), one_line(each.text)) if part))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def _fail(self, error: BaseException) -> None:
        show_error(error, self)

    @Slot(object)
    def _changed(self, changes: ChangeSet) -> None:
        if not changes.tables or changes.touches("review", "case", "shop"):
            self.reload()
