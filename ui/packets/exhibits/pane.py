"""The left side of the page: heading, adding evidence, the list of exhibits."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from desktop.context import AppContext
from desktop.services.packet_presets import PresetService
from models.errors import NotFound
from models.kinds import MediaKind
from ui import theme as tokens
from ui.background import Background
from ui.i18n import language, translator
from ui.packets.exhibits.choices import Chosen, ExhibitChoices
from ui.packets.exhibits.list import ExhibitList
from ui.packets.exhibits.model import ExhibitModel, name_of
from ui.packets.exhibits.thumbnails import ExhibitThumbnails
from ui.packets.packet_state import PacketState
from ui.packets.plan_holder import PlanHolder
from ui.plain import ElidedLabel, PlainLabel, mnemonic_safe
from ui.widgets.buttons import Button
from ui.widgets.panel import EmptyPlace, Strip, column, line

tr = translator("packets")
_NAMED = 20


class ExhibitsPane(Strip):
    """`more_wanted` asks for the Evidence page, where files are put in; `said` is for the screen and its reader."""

    more_wanted = Signal()
    said = Signal(str)

    def __init__(
        self,
        ctx: AppContext,
        background: Background,
        model: ExhibitModel,
        plans: PlanHolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._background = background
        self._model = model
        self._plans = plans
        self._preset = ""
        rows = column(self)
        head = Strip(self, edge="bottom", height=tokens.TOOL_ROW)
        row = line(head, margins=(12, 0, 12, 0), spacing=8)
        row.addWidget(PlainLabel(tr("Exhibits"), head, role="heading"))
        row.addWidget(ElidedLabel(tr("drag, or Alt+↑↓"), head, role="small", ink="text3"), 1)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.add = Button(tr("Add evidence"), head, icon="plus", size="small")
        self.add.setMenu(self._menu)
        row.addWidget(self.add)
        rows.addWidget(head)
        self._stack = QStackedWidget(self)
        self.list = ExhibitList(model, ExhibitThumbnails(ctx, background, self), self)
        self._none = EmptyPlace(
            "images", tr("This case has no evidence yet"), tr("A packet proves with pictures."), self
        )
        self._none.add_button(tr("Put evidence in"), self.more_wanted.emit, icon="image-plus")
        self.choices = ExhibitChoices(ctx, background, self.list, model, plans)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        rows.addWidget(self._stack, 1)
        self.list.given_up.connect(lambda: self.said.emit(tr("Not kept. F2 brings what you typed back.")))
        plans.changed.connect(self._show_plan)

    def sizeHint(self) -> QSize:
        return QSize(372, 600)

    def show_state(self, state: PacketState) -> None:
        """The list, or how to begin where there is no evidence."""
        self.list.drafts.settle(state.page.evidence)
        self._stack.setCurrentWidget(self.list if state.page.evidence else self._none)

    def settle(self) -> None:
        """Keep what is being typed, as before the page is left."""
        self.list.settle()

    def commands(self) -> dict[str, Callable[[], object]]:
        """What can be done with the exhibits selected, from the menus."""
        return {
            "exhibit_shown": self.choices.open_options,
            "crop_exhibit": lambda: self._with(self.choices.open_crop),
            "film_stills": lambda: self._with(self.choices.open_stills),
            "select_all": self.list.selectAll,
        }

    def can(self, command: str) -> bool:
        """Whether it can be done now."""
        chosen = self.choices.chosen()
        if chosen is None:
            return False
        return {"crop_exhibit": chosen.can_crop, "film_stills": chosen.has(MediaKind.VIDEO)}.get(command, True)

    def _with(self, act: Callable[[Chosen], object]) -> None:
        chosen = self.choices.chosen()
        if chosen is not None:
            act(chosen)

    def _show_plan(self) -> None:
        """How exhibits are shown; the names of the receiver's types of evidence come a moment later."""
        plan = self._plans.plan
        self._model.set_plan(plan, self._model.slots if plan.preset == self._preset else {})
        if plan.preset != self._preset:
            self._preset = plan.preset
            presets, wanted = self._ctx.presets, plan.preset
            self._background.run(
                self._ctx.jobs.read(lambda: _slots(presets, wanted)),
                lambda slots: self._take_slots(wanted, slots),
                lambda error: None,
                receiver=self,
                quiet=True,
            )

    def _take_slots(self, preset: str, slots: dict[str, str]) -> None:
        if preset == self._preset:
            self._model.set_plan(self._plans.plan, slots)

    def _fill_menu(self) -> None:
        self._menu.clear()
        left = self._model.left_out()
        for item in left[:_NAMED]:
            action = self._menu.addAction(mnemonic_safe(name_of(item)))
            action.triggered.connect(lambda _=False, evidence_id=item.id: self._take_in(evidence_id))
        if len(left) > _NAMED:
            self._menu.addAction(tr("Show all %1 below", len(left))).triggered.connect(self._model.unfold)
        if left:
            self._menu.addSeparator()
        self._menu.addAction(tr("Put evidence in…")).triggered.connect(lambda: self.more_wanted.emit())

    def _take_in(self, evidence_id: int) -> None:
        self._model.add(evidence_id)
        self.list.show_evidence(evidence_id)


def _slots(presets: PresetService, preset: str) -> dict[str, str]:
    """The types of evidence a receiver takes files for, by id."""
    try:
        found = presets.find(preset)
    except NotFound:
        return {}
    chinese = language() == "zh"
    return {slot.id: slot.name_zh if chinese else slot.name_en for slot in found.slots if slot.takes_file}
