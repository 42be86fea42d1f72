"""Joins the panels of the call-backs to the store: reads what is kept, keeps what was changed, counts in a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QWidget

from desktop.services.call_rules import RulePart
from models.kinds import Tier
from models.rules.call_settings import CallRules, QuietDays
from ui import theme as tokens
from ui.i18n import translator
from ui.messages import show_error
from ui.settings.call_panel import CallPanel
from ui.settings.quiet_dialog import QuietDialog
from ui.settings.quiet_panel import QuietPanel
from ui.settings.tier_panel import TierPanel
from ui.widgets.panel import Panel

if TYPE_CHECKING:
    from desktop.context import AppContext
    from desktop.services.call_plans import Desk
    from desktop.services.quiet_periods import QuietEffect
    from ui.background import Background
    from ui.widgets.held_dialog import HeldDialog

tr = translator("call_settings")
EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class CallsShown:
    """What the panels read from the store, in one go."""

    rules: CallRules
    desk: Desk
    examples: Mapping[Tier, Sequence[date]]
    quiet: tuple[QuietDays, ...]
    currency: str
    shops: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)


class CallSettings(QObject):
    """The three panels of the call-backs."""

    navigate = Signal(object)

    def __init__(self, ctx: AppContext, background: Background, page: QWidget, inside: QWidget) -> None:
        super().__init__(page)
        self._ctx, self._background, self._page = ctx, background, page
        self.calls, self.quiet, self.tiers = CallPanel(inside), QuietPanel(inside), TierPanel(inside)
        self.panels = (self.calls, self.quiet, self.tiers)
        self.dialog: QuietDialog | None = None
        self._shown: CallsShown | None = None
        self._asked = self._writing = 0
        self.calls.changed.connect(self._keep)
        self.calls.replan_wanted.connect(self.replan)
        self.tiers.changed.connect(self._keep)
        self.tiers.proposals_wanted.connect(self.look_at_proposals)
        self.quiet.add_wanted.connect(lambda: self.ask(None))
        self.quiet.change_wanted.connect(self.ask)
        self.quiet.added.connect(self.keep_quiet)
        self.quiet.removed.connect(self._remove)

    def open(self, part: str, area: QScrollArea) -> bool:
        """Bring a panel (`calls`, `quiet`, `tiers`) to the front, with the keyboard on it; False for any other word."""
        places: dict[str, tuple[Panel, QWidget]] = {
            "calls": (self.calls, next(iter(self.calls.rhythms.values())).every),
            "quiet": (self.quiet, self.quiet.add),
            "tiers": (self.tiers, self.tiers.on.switch),
        }
        if part not in places:
            return False
        panel, first = places[part]
        area.verticalScrollBar().setValue(max(panel.y() - tokens.GAP, 0))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def reload(self) -> None:
        """Read everything anew."""
        self._asked += 1
        asked = self._asked

        def show(found: CallsShown) -> None:
            # What was read before an edit that is still being written would take it back, and the next one with it.
            if asked == self._asked and not self._writing:
                self._show(found)

        self._background.run(self._ctx.jobs.read(self._read), show, receiver=self, quiet=True)

    def _read(self) -> CallsShown:
        ctx = self._ctx
        rules, desk, shops = ctx.call_rules.read(), ctx.call_backs.desk(), ctx.shops.list_shops()
        examples = {tier: example_days(desk, rules, tier) for tier in rules.rhythms}
        chosen = ctx.settings.get("shop") or None
        shop = next((each for each in shops if each.id == chosen), shops[0] if shops else None)
        quiet = ctx.quiet_periods.list_all()
        return CallsShown(
            rules, desk, examples, quiet, shop.currency if shop else "CNY",
            {each.id: each.name for each in shops}, {each.id: each.name for each in ctx.shops.list_people()},
        )  # fmt: skip

    def _show(self, found: CallsShown) -> None:
        self._shown = found
        self.calls.show_rules(found.rules)
        self.calls.show_examples(found.examples, found.desk.now, found.desk.zone)
        self.tiers.show_rules(found.rules, found.currency)
        self.quiet.show_items(found.quiet, found.shops, found.people, found.desk.today)
        self._background.run(self._ctx.jobs.read(self._count), self.tiers.show_would, receiver=self.tiers, quiet=True)
        self._background.run(
            self._ctx.jobs.read(self._ctx.call_backs.preview_replan), self.calls.replan.show_effect,
            receiver=self.calls, quiet=True,
        )  # fmt: skip

    def _count(self) -> Mapping[Tier, int]:
        """How many buyers the rules would propose now, also while they are off."""
        from desktop.services.vips import VipService

        ctx = self._ctx
        tried = VipService(ctx.bench, ctx.call_backs, lambda: replace(ctx.call_rules.read(), tiers_on=True))
        return Counter(each.proposed for each in tried.proposals())

    # Changing

    def _keep(self, part: str, rules: CallRules) -> None:
        # One panel changes only its own parts, so that the other's newest change is not taken back.
        self.calls.rules = self.tiers.rules = rules
        self._write(lambda: self._ctx.call_rules.keep(rules, RulePart(part)))

    def replan(self) -> None:
        """Plan anew what is planned already, as the rules are now."""
        self._write(self._ctx.call_backs.replan, None, self.calls.replan.say_done)

    def _remove(self, ids: Sequence[int]) -> None:
        def work() -> None:
            for each in ids:
                self._ctx.quiet_periods.remove(each)

        self._write(work)

    def look_at_proposals(self) -> QDialog:
        """Show whom the rules propose, to take or to decline."""
        from ui.vips.vip_desk import PROPOSALS, open_vips

        dialog = open_vips(self._ctx, self._background, self._page, self.navigate.emit)
        dialog.tabs.setCurrentIndex(PROPOSALS)
        return dialog

    def ask(self, days: QuietDays | None) -> None:
        """Ask for quiet days or a vacation; `days` are those to change."""
        found = self._shown
        if found is None:
            return
        dialog = QuietDialog(days, found.shops, found.people, found.desk.today, self._page)

        def take(given: QuietDays) -> None:
            dialog.hold()
            self.keep_quiet(given, dialog)

        dialog.given.connect(take)
        self.dialog = dialog
        dialog.open()

    def keep_quiet(self, days: QuietDays, asked: HeldDialog | None = None) -> None:
        """Keep quiet days or a vacation, and say what that moved."""
        service = self._ctx.quiet_periods

        def work() -> QuietEffect:
            effect = service.preview(days)
            if days.id:
                service.change(days)
            else:
                service.add(days)
            return effect

        self._write(work, asked, lambda effect: self.quiet.say(moved_words(effect)))

    def _write(
        self, work: Callable[[], object], asked: HeldDialog | None = None, then: Callable[..., object] | None = None
    ) -> None:
        self._writing += 1

        def done(result: object) -> None:
            self._writing -= 1
            if asked is not None:
                asked.written()
            self.quiet.say("")
            if then is not None:
                then(result)
            self.reload()

        def failed(error: BaseException) -> None:
            self._writing -= 1
            show_error(error, (asked.refused() if asked is not None else None) or self._page)
            self.reload()

        self._background.run(self._ctx.jobs.write(work), done, failed, receiver=self)


def moved_words(effect: QuietEffect) -> str:
    """What keeping quiet days did to the call-backs."""
    if not effect.moving and not effect.staying:
        return tr("No call-back stood on these days.")
    said = [tr("%n call-back moved off these days.", n=effect.moving)] if effect.moving else []
    if effect.staying:
        said.append(tr("%n promise stays on its day.", n=effect.staying))
    if effect.moving:
        said.append(tr("Undo puts them back."))
    return " ".join(said)


def example_days(desk: Desk, rules: CallRules, tier: Tier) -> tuple[date, ...]:
    """The next days of a tier's rhythm, were a buyer reached today and each time on its day."""
    from models.rules.call_back_rhythm import next_after_contact

    days: list[date] = []
    planned = None
    for _ in range(EXAMPLES):
        contact = days[-1] if days else desk.today
        planned = next_after_contact(contact, rules.rhythms[tier], desk.days, planned=planned)
        days.append(planned.day)
    return tuple(days)
