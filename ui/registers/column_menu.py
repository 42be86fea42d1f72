"""Which columns of a register are shown: ticks, the current one moved left or right, the design's layout again."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from ui.i18n import translator
from ui.icons import icon
from ui.plain import mnemonic_safe
from ui.registers.register_table import RegisterTable
from ui.registers.sheet_model import SheetModel

tr = translator("registers")
_WIDER = 24


def column_menu(table: RegisterTable, model: SheetModel, parent: QWidget) -> QMenu:
    """A menu of the columns as they stand; each has a menu of its own to move and size it by keyboard."""
    menu = QMenu(parent)
    menu.setAccessibleName(tr("Columns"))
    shown = set(table.shown_places())
    header = table.horizontalHeader()
    for visual in range(header.count()):
        place = header.logicalIndex(visual)
        tick = menu.addAction(mnemonic_safe(model.columns[place].title))
        tick.setCheckable(True)
        tick.setChecked(place in shown)
        tick.toggled.connect(lambda on, place=place: table.show_column(place, on))
    menu.addSeparator()
    moving = menu.addMenu(tr("Arrange"))
    for visual in range(header.count()):
        place = header.logicalIndex(visual)
        if place not in shown:
            continue
        own = moving.addMenu(mnemonic_safe(model.columns[place].title))
        own.addAction(icon("arrow-left"), tr("To the left")).triggered.connect(
            lambda _=False, place=place: table.move_column(place, -1)
        )
        own.addAction(icon("arrow-right"), tr("To the right")).triggered.connect(
            lambda _=False, place=place: table.move_column(place, 1)
        )
        own.addAction(icon("plus"), tr("Wider")).triggered.connect(
            lambda _=False, place=place: table.setColumnWidth(place, table.columnWidth(place) + _WIDER)
        )
        own.addAction(icon("minus"), tr("Narrower")).triggered.connect(
            lambda _=False, place=place: table.setColumnWidth(place, max(table.columnWidth(place) - _WIDER, 36))
        )
    menu.addAction(icon("rotate-ccw"), tr("As designed")).triggered.connect(lambda _=False: table.reset_layout())
    return menu
