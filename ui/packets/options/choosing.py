"""What is chosen at the right side: the receiver, what goes in, its texts, its date; shown, and written to the plan."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.services.entered_clocks import EnteredClock
from models.clock import zone
from models.kinds import PacketForm, PacketLanguage, WaitingOn
from models.rules.packet_presets import PacketPreset
from ui.i18n import translator
from ui.packets.options.content_box import LetterheadDialog
from ui.packets.options.deadline import DeadlineDialog, GivenDate, clock_label, receiver_clock
from ui.packets.packet_checks import Facing, replaced_exhibits
from ui.packets.packet_state import PacketState, side_of

if TYPE_CHECKING:
    from models.rules.packet_leaving import Leaving
    from ui.packets.packets_page import PacketsPage

tr = translator("packet_options")


class Choosing(QObject):
    """Joins the options with the plan of the case."""

    def __init__(self, page: PacketsPage) -> None:
        super().__init__(page)
        self._page = page
        options = page.options
        options.presets.chosen.connect(self._choose_preset)
        options.deadline.wanted.connect(self._enter_date)
        options.content.chosen.connect(self._choose)
        options.content.letterhead_wanted.connect(self._edit_letterhead)
        options.summary.written.connect(page.writing.write_summary)
        options.summary.typed.connect(lambda _: page.giving.allow())
        options.summary.draft_wanted.connect(lambda: page.writing.keep_summary(None))
        options.summary.side_chosen.connect(self._choose_side)
        options.fields.written.connect(self._write_field)
        options.leaving.place_wanted.connect(self.show_place)
        options.meters.named.connect(page.show_row)
        options.checks.acted.connect(self._mend)
        page.plans.changed.connect(self._plan_changed)
        page.plans.failed.connect(self._not_kept)

    # What is shown

    @property
    def preset(self) -> PacketPreset | None:
        """The receiver that is chosen; None where it is not there any more, or no case is shown."""
        state = self._page.state
        return state.preset(self._page.plans.plan.preset) if state is not None else None

    @property
    def form(self) -> PacketForm:
        """What is handed out."""
        return self.preset.form if self.preset is not None else PacketForm.PDF

    def zone(self) -> tzinfo:
        """The shop's time zone."""
        state = self._page.state
        if state is None:
            raise ValueError("no case is shown")
        return zone(state.page.shop.time_zone)

    def facing(self) -> Facing | None:
        """Whom the packet faces; None while no case is shown."""
        state = self._page.state
        if state is None:
            return None
        return Facing(state, self._page.plans.plan, self.preset, self._page.ctx.clock.now(), self.zone())

    def show_state(self) -> None:
        """The case was read: its receivers, texts and packets."""
        state, options = self._page.state, self._page.options
        if state is None:
            return
        now = self._page.ctx.clock.now()
        options.made.show_packets(state.packets, now, self.zone())
        self._show(state)
        both = self._page.plans.plan.language is PacketLanguage.BOTH
        options.summary.show_summary(state.summary, state.side, written=state.written, both=both)

    def _show(self, state: PacketState) -> None:
        """All that depends on the plan."""
        page, plan, preset = self._page, self._page.plans.plan, self.preset
        options, today = page.options, page.ctx.clock.now().astimezone(self.zone()).date()
        options.presets.show_presets(state.presets, state.likely, state.built_in, plan.preset, today)
        options.content.show_plan(plan, weighed=state.weighed, weights=self._weights(state))
        options.content.show_receiver(self.form, preset.papers if preset is not None else ())
        options.summary.show_limit(preset)
        options.fields.show_texts(preset, plan.texts, state.page.case.id)
        options.foot.show_form(self.form)
        self.show_counts()
        self.show_date()

    def show_counts(self) -> None:
        """How many copies stand in for their originals, and how many notes stay out."""
        state = self._page.state
        if state is not None:
            exhibits, plan = self._page.model.exhibits(), self._page.plans.plan
            self._page.options.content.show_counts(
                replaced=replaced_exhibits(exhibits, state.page.evidence, plan), notes=state.internal_notes
            )

    def show_date(self) -> None:
        """The receiver's date and how long there is left."""
        state = self._page.state
        if state is not None:
            self._page.options.deadline.show_deadline(state.page, self.preset, self._page.ctx.clock.now(), self.zone())

    def _weights(self, state: PacketState) -> bool:
        chosen = self._page.plans.plan.weights
        return chosen if chosen is not None else state.weights

    def _plan_changed(self) -> None:
        state = self._page.state
        if state is None or state.page.case.id != self._page.plans.case_id:
            return
        self._show(state)
        if side_of(self._page.plans.plan, self._page.side) != state.side:
            self._page.loading.load_again()
        self._page.changed()

    # What is chosen

    def _choose(self, field: str, value: object) -> None:
        self._page.options.settle()
        self._page.plans.replace(**{field: value})

    def _choose_preset(self, preset_id: str) -> None:
        """The receiver; with it the paper and the language it asks for, where it takes no other."""
        self._page.options.settle()
        state = self._page.state
        preset = state.preset(preset_id) if state is not None else None
        fields: dict[str, object] = {"preset": preset_id}
        plan = self._page.plans.plan
        if preset is not None and preset.papers and plan.paper not in preset.papers:
            fields["paper"] = preset.papers[0]
        if preset is not None and preset.language is not None and plan.language is not PacketLanguage.BOTH:
            fields["language"] = preset.language
        self._page.plans.replace(**fields)

    def _choose_side(self, side: str) -> None:
        self._page.side = "en" if side == "en" else "zh"
        self._page.options.summary.field.settle()
        self._page.loading.load_again()

    def _not_kept(self, error: BaseException) -> None:
        self._page.options.fields.not_kept()
        self._page.fail(error)

    def _write_field(self, field: str, text: str) -> None:
        rest = [(name, words) for name, words in self._page.plans.plan.texts if name != field]
        self._page.plans.replace(texts=(*rest, (field, text)) if text.strip() else tuple(rest))

    # The receiver's date

    def _enter_date(self) -> None:
        state, preset = self._page.state, self.preset
        if state is None or preset is None:
            return
        clock = receiver_clock(state.page, preset)
        dialog = DeadlineDialog(preset, clock, self._page.ctx.clock.now(), self.zone(), self._page)
        case_id, clocks = state.page.case.id, self._page.ctx.clocks

        def keep(given: GivenDate) -> None:
            label = clock.label_zh if clock is not None else clock_label(preset)
            entered = EnteredClock(label, WaitingOn.US, given.due_at, warn_before=given.warn_before or None)
            if clock is not None:
                self._page.keep_held(dialog, lambda: clocks.change(clock.id, entered))
            else:
                self._page.keep_held(dialog, lambda: clocks.enter(case_id, entered))

        dialog.given.connect(keep)
        dialog.open()

    # The letterhead

    def _edit_letterhead(self) -> None:
        state = self._page.state
        if state is None:
            return
        dialog = LetterheadDialog(state.page.shop, self._page)
        shop_id, shops = state.page.shop.id, self._page.ctx.shops

        def keep(text: str) -> None:
            self._page.keep_held(dialog, lambda: shops.change_shop(shop_id, letterhead=text))

        dialog.given.connect(keep)
        dialog.open()

    # Where something can be mended

    def show_place(self, each: Leaving) -> None:
        """Go to where something that leaves the shop stands."""
        exhibits = self._page.model.exhibits()
        if each.exhibit and each.exhibit <= len(exhibits):
            self._page.show_row(exhibits[each.exhibit - 1].id)
        elif each.field == "summary":
            self._page.options.show_part(self._page.options.summary)
            self._page.options.summary.field.setFocus()
        elif each.field == "texts" and self._page.options.fields.isVisibleTo(self._page.options):
            self._page.options.show_part(self._page.options.fields)
            self._page.options.fields.field.setFocus()
        elif each.field == "letterhead":
            self._edit_letterhead()
        else:
            self._page.view.show_page(0)

    def _mend(self, act: str, about: int) -> None:
        page = self._page
        if act in ("exhibit", "proves"):
            page.show_row(about)
            if act == "proves":
                page.exhibits.list.edit(page.exhibits.list.currentIndex())
        elif act == "leaving":
            page.options.leaving.unfold()
            page.options.show_part(page.options.leaving)
        elif act == "evidence":
            page.look_at(0)
        elif act == "preset":
            page.options.presets.edit_wanted.emit(page.plans.plan.preset)
