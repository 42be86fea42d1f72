"""For whom: receivers as radio rows with their limits, the likely ones first, the rest folded under "more"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from models.rules.packet_presets import PacketPreset
from ui import theme as tokens
from ui.i18n import translator
from ui.packets.options.preset_words import checked_line, is_old, limits_line, preset_name, preset_tip, trust_line
from ui.plain import PlainLabel, plain_tooltip
from ui.widgets import painting
from ui.widgets.buttons import Button, link_button
from ui.widgets.panel import clear_layout, column, line

tr = translator("packet_options")
LIKELY = 5
_ONE, _TWO = 30, 46
_LEFT, _RIGHT, _GAP = 28, 8, 12


class PresetRow(QAbstractButton):
    """One receiver: a ring, its name, its limits; on a second line where both do not fit side by side."""

    def __init__(self, preset: PacketPreset, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preset = preset
        self._name, self._limits = preset_name(preset), limits_line(preset)
        self._old = is_old(preset, today)
        self._hovered = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(", ".join(filter(None, (self._name, self._limits))))
        self.setAccessibleDescription(checked_line(preset, today))
        plain_tooltip(self, preset_tip(preset, today))

    def _fits(self, width: int) -> bool:
        words = painting.text_width(self._name, "body", 600) + painting.text_width(self._limits, "small")
        return words + _GAP + _LEFT + _RIGHT + (20 if self._old else 0) <= width

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return _ONE if self._fits(width) else _TWO

    def sizeHint(self) -> QSize:
        return QSize(200, _ONE)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        on, box = self.isChecked(), self.rect()
        if on or self._hovered:
            painting.rounded(painter, box, "selected" if on else "hover", None, tokens.RADIUS_BUTTON)
        one = self._fits(box.width())
        top = QRect(_LEFT, 0 if one else 2, box.width() - _LEFT - _RIGHT, _ONE if one else 24)
        middle = top.center().y() + 1
        ring = QRect(7, middle - 8, 16, 16)
        painting.rounded(painter, ring, "surface", "accent" if on else "control", 8)
        if on:
            painting.rounded(painter, ring, "accent", None, 8)
            painting.paint_dot(painter, 15, middle, "on_accent", 6)
        right = painting.paint_text(painter, top, self._name, "text", "body", 600 if on else 400)
        if self._old:
            painting.paint_dot(painter, min(right + 8, top.right() - 6), middle, "due.solid", 6)
        below = top if one else QRect(_LEFT, 23, top.width(), 20)
        painting.paint_text(painter, below, self._limits, "text3", "small", right=one)
        if self.hasFocus():
            painting.rounded(painter, box, None, "accent", tokens.RADIUS_BUTTON)
        painter.end()


class PresetChooser(QWidget):
    """`chosen` carries a preset's id; `edit_wanted`, `copied`, `reset_wanted`, `drop_wanted` too; `add_wanted` none."""

    chosen = Signal(str)
    rebuilt = Signal()
    add_wanted = Signal()
    edit_wanted = Signal(str)
    copy_wanted = Signal(str)
    reset_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[PacketPreset, ...] = ()
        self._likely: tuple[str, ...] = ()
        self._built_in: frozenset[str] = frozenset()
        self._today = date.min
        self._value = ""
        self._all = False
        self._rows: dict[str, PresetRow] = {}
        outer = column(self, spacing=2)
        head = line(spacing=8)
        head.setContentsMargins(8, 0, 8, 2)
        head.addWidget(PlainLabel(tr("For whom"), self, role="heading"))
        head.addStretch(1)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.manage = Button(tr("Presets"), self, kind="ghost", size="row")
        self.manage.setMenu(self.menu)
        head.addWidget(self.manage)
        outer.addLayout(head)
        self._box = QWidget(self)
        self._list = column(self._box, spacing=1)
        outer.addWidget(self._box)
        self.more = link_button("", self)
        self.more.clicked.connect(self._unfold)
        below = line(spacing=8)
        below.setContentsMargins(26, 0, 8, 0)
        below.addWidget(self.more)
        below.addStretch(1)
        outer.addLayout(below)
        self.source = PlainLabel("", self, role="small", ink="text3", wrap=True)
        self.source.setContentsMargins(8, 2, 8, 0)
        outer.addWidget(self.source)

    def show_presets(
        self, presets: Sequence[PacketPreset], likely: Sequence[str], built_in: frozenset[str], value: str, today: date
    ) -> None:
        """The presets there are, those likely for this shop first; `built_in`: ids that came with the program."""
        same = (tuple(presets), tuple(likely), today) == (self._shown, self._likely, self._today)
        self._shown, self._likely, self._built_in, self._today = tuple(presets), tuple(likely), built_in, today
        before, self._value = self._value, value
        if not same or value not in self._rows:
            self._rebuild()
        elif before != value:
            self._mark()

    def preset(self) -> PacketPreset | None:
        """The preset that is chosen; None while it is not known."""
        return next((each for each in self._shown if each.id == self._value), None)

    def _ordered(self) -> list[PacketPreset]:
        places = {preset_id: place for place, preset_id in enumerate(self._likely)}
        return sorted(self._shown, key=lambda each: (each.id not in places, places.get(each.id, 0)))

    def _rebuild(self) -> None:
        focused = any(row.hasFocus() for row in self._rows.values())
        clear_layout(self._list)
        self._rows = {}
        ordered = self._ordered()
        first = ordered[:LIKELY]
        rest = [each for each in ordered[LIKELY:] if each.id == self._value]
        for preset in ordered if self._all else [*first, *rest]:
            row = PresetRow(preset, self._today, self._box)
            row.clicked.connect(lambda _=False, preset_id=preset.id: self._choose(preset_id))
            self._rows[preset.id] = row
            self._list.addWidget(row)
        hidden = len(ordered) - len(self._rows)
        self.more.set_label(tr("Fewer") if self._all else tr("%n more", n=hidden))
        self.more.setVisible(self._all or hidden > 0)
        self._mark()
        if focused and self._value in self._rows:
            self._rows[self._value].setFocus()

    def _mark(self) -> None:
        row = self._rows.get(self._value)
        focused = any(each.hasFocus() for each in self._rows.values())
        if row is not None:
            row.setChecked(True)
            # Of rows that exclude one another only the chosen one takes the focus by Tab, and goes on by the arrows.
            for each in self._rows.values():
                each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is row else Qt.FocusPolicy.ClickFocus)
            if focused:
                row.setFocus()
        self.rebuilt.emit()
        preset = self.preset()
        text = ""
        if preset is not None:
            text = " · ".join(filter(None, (checked_line(preset, self._today), trust_line(preset))))
        self.source.setText(text)
        self.source.setVisible(bool(text))
        self.source.set_ink("due" if preset is not None and is_old(preset, self._today) else "text3")
        plain_tooltip(self.source, preset_tip(preset, self._today) if preset is not None else "")

    def _choose(self, preset_id: str) -> None:
        if preset_id != self._value:
            self._value = preset_id
            self._mark()
            self.chosen.emit(preset_id)

    def _unfold(self) -> None:
        self._all = not self._all
        self._rebuild()
        if self._all and self._value in self._rows:
            self._rows[self._value].setFocus()  # the arrows lead on to those that were folded

    def _fill_menu(self) -> None:
        self.menu.clear()
        self.menu.addAction(tr("Add a preset of your own…")).triggered.connect(lambda: self.add_wanted.emit())
        preset = self.preset()
        if preset is None:
            return
        chosen = preset.id
        self.menu.addAction(tr("Look at and change the figures…")).triggered.connect(
            lambda: self.edit_wanted.emit(chosen)
        )
        self.menu.addAction(tr("Copy it as one of your own…")).triggered.connect(lambda: self.copy_wanted.emit(chosen))
        if preset.own and chosen in self._built_in:
            self.menu.addSeparator()
            self.menu.addAction(tr("Back to the built-in figures")).triggered.connect(
                lambda: self.reset_wanted.emit(chosen)
            )
        elif preset.own:
            self.menu.addSeparator()
            self.menu.addAction(tr("Take this preset away")).triggered.connect(lambda: self.drop_wanted.emit(chosen))
