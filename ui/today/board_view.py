"""The board itself: six tiles over six panels that share the height of the page, and the calm word when all is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from models.board_records import Board
from ui import theme as tokens
from ui.i18n import translator
from ui.today import board_lines as lines
from ui.today.alarm_lines import alarms_part
from ui.today.board_layout import share_rows
from ui.today.board_lines import BoardPart, Moment
from ui.today.board_panel import HEADING, BoardPanel
from ui.today.call_lines import calls_part
from ui.today.count_tiles import HEIGHT
from ui.today.hand_over_lines import hand_over_part
from ui.today.panels import ALARMS, LEFT, PARCELS, make_panels, make_tiles
from ui.today.parcel_lines import parcels_part
from ui.widgets.buttons import link_button
from ui.widgets.controls import SearchField
from ui.widgets.panel import EmptyPlace, SkeletonRows, column, line

tr = translator("today")
_LEFT, _RIGHT = 820, 508
_FIELD, _LONGEST = 186, 200
_PARTS: tuple[Callable[[Board, Moment], BoardPart], ...] = (
    hand_over_part, lines.overdue_part, lines.due_soon_part, calls_part, parcels_part, alarms_part,
)  # fmt: skip


class BoardView(QWidget):
    """Shows a Board. `scanned` carries what was typed or scanned into the field of the parcels, perhaps nothing."""

    jumped = Signal()
    scanned = Signal(str)
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts: list[BoardPart] = []
        self.panels = make_panels(self)
        self.tiles = make_tiles(self)
        self.field = self._make_field()
        self.again = link_button(tr("Show again"), self.panels[ALARMS].heading)
        self.again.clicked.connect(self.again_wanted)
        self.again.hide()
        self.panels[ALARMS].heading.add(self.again)
        self.skeleton = SkeletonRows(12, self)
        self.skeleton.hide()
        self.calm = EmptyPlace("circle-check", tr("All done for now"), "", self)
        self.calm.hide()
        self._lay_out()
        for each in (*self.panels, *self.tiles):
            # Nothing is said to be done before it was read.
            each.hide()
        for place, (panel, tile) in enumerate(zip(self.panels, self.tiles, strict=True)):
            panel.focused.connect(lambda panel=panel: self._only(panel))
            tile.clicked.connect(lambda _=False, place=place: self.jump(place))

    def _make_field(self) -> QLineEdit:
        heading = self.panels[PARCELS].heading
        field = SearchField(tr("scan or type a number"), heading, icon="scan-line")
        field.setMaxLength(_LONGEST)
        field.setProperty("size", "row")
        field.setFixedWidth(_FIELD)
        field.returnPressed.connect(self._scan)
        heading.add(field)
        return field

    def _scan(self) -> None:
        text = self.field.text().strip()
        self.field.clear()
        self.scanned.emit(text)

    def _lay_out(self) -> None:
        down = QVBoxLayout(self)
        down.setContentsMargins(*[tokens.PAGE_PADDING] * 4)
        down.setSpacing(tokens.GAP)
        top: QHBoxLayout = line(spacing=tokens.GAP)
        for tile in self.tiles:
            top.addWidget(tile, 1)
        down.addLayout(top)
        down.addWidget(self.skeleton)
        across = QGridLayout()
        across.setContentsMargins(0, 0, 0, 0)
        across.setHorizontalSpacing(tokens.GAP)
        for place, (panels, stretch) in enumerate(((self.panels[:LEFT], _LEFT), (self.panels[LEFT:], _RIGHT))):
            side = column(spacing=tokens.GAP)
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            across.addLayout(side, 0, place)
            across.setColumnStretch(place, stretch)
            across.setColumnMinimumWidth(place, 1)
        down.addLayout(across)
        down.addWidget(self.calm, 1)
        down.addStretch(1)

    def show_board(self, board: Board, at: Moment) -> None:
        """Show what there is at a moment."""
        first, self.parts = not self.parts, [make(board, at) for make in _PARTS]
        for each in (*self.panels, *self.tiles) if first else ():
            each.show()
        for tile, part in zip(self.tiles, self.parts, strict=True):
            tile.set_count(part.total if part.count is None else part.count, part.fact)
        self.again.setVisible(bool(board.alarms_put_off))
        self.calm.setVisible(board.done)
        if board.done:
            self.calm.set_text("circle-check", tr("All done for now"), _calm_words(board))
        self.fit()

    def fit(self) -> None:
        """Give every panel the rows that fit the height of the page."""
        if not self.parts:
            return
        with_icons = all(tile.room_for_icon() for tile in self.tiles)
        for tile in self.tiles:
            tile.show_icon(with_icons)
        height = self.height() - 2 * tokens.PAGE_PADDING - HEIGHT - tokens.GAP
        for first, after in ((0, LEFT), (LEFT, len(self.panels))):
            parts, panels = self.parts[first:after], self.panels[first:after]
            room = height - len(panels) * (HEADING + 1 + tokens.GAP) + tokens.GAP
            rows = share_rows(room, [(len(p.lines), b.row_height) for p, b in zip(parts, panels, strict=True)])
            for panel, part, count in zip(panels, parts, rows, strict=True):
                panel.show_part(part, count)
        self._level()

    def _level(self) -> None:
        """Both columns end at one line where only the rest of a row lies between them."""
        sides = (self.panels[:LEFT], self.panels[LEFT:])
        ends = [sum(panel.maximumHeight() for panel in side) + (len(side) - 1) * tokens.GAP for side in sides]
        for side, end in zip(sides, ends, strict=True):
            between = max(ends) - end
            if 0 < between <= tokens.ALARM_ROW and side[-1].model.rowCount():
                side[-1].setFixedHeight(side[-1].maximumHeight() + between)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # The keyboard

    def jump(self, place: int) -> None:
        """Put the keyboard into a panel; into the field of the parcels where none waits."""
        if 0 <= place < len(self.panels):
            if not self.panels[place].take_focus() and place == PARCELS:
                self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.jumped.emit()

    def take_focus(self) -> None:
        """Begin at the first panel that has a line."""
        if not any(panel.list.hasFocus() for panel in self.panels):
            next((panel for panel in self.panels if panel.take_focus()), None)

    def focused(self) -> int:
        """The panel the keyboard is in, or -1."""
        return next((place for place, panel in enumerate(self.panels) if panel.list.hasFocus()), -1)

    def panes(self) -> Sequence[QWidget]:
        """What F6 walks through."""
        return tuple(panel.list for panel in self.panels if panel.model.rowCount())

    def _only(self, panel: BoardPanel) -> None:
        """Only one row of the board is selected."""
        for other in self.panels:
            if other is not panel:
                other.list.clearSelection()
        self.jumped.emit()


def _calm_words(board: Board) -> str:
    """What was got through today, for whoever looks at an empty board."""
    cleared = board.hand_over.cleared if board.hand_over is not None else 0
    parts = (
        tr("%n item(s) of the hand-over cleared", n=cleared) if cleared else "",
        tr("%n call(s) made", n=board.calls_made) if board.calls_made else "",
        tr("%n step(s) still due", n=board.steps_due) if board.steps_due else "",
        tr("%n alarm(s) put off until tomorrow", n=board.alarms_put_off) if board.alarms_put_off else "",
    )
    return " · ".join(part for part in parts if part) or tr("Nothing is late, nothing waits.")
