"""The Settings page: panels in two columns; every edit is saved at once, errors stand next to their field."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from desktop.changes import ChangeSet
from desktop.context import AppContext
from desktop.services import estimates
from desktop.services.integrity_round import RoundState
from desktop.services.resolution_packs import ShopPack
from models.clock import zone
from models.kinds import Platform, Role
from models.records import Person, Shop
from models.rules.packs import Pack
from ui import format as shown
from ui import theme as tokens
from ui.background import Background
from ui.batches.alarm_panel import AlarmPanel
from ui.error_words import sentence
from ui.i18n import language, translator
from ui.messages import confirm
from ui.page import Crumb, Page, Scene, Target
from ui.proof.certificate_panel import CertificatePanel
from ui.settings import setting_words as words
from ui.settings.call_settings import CallSettings
from ui.settings.data_panel import DataPanel, rolling_words
from ui.settings.day_panel import DayPanel
from ui.settings.looks_panel import LooksPanel
from ui.settings.number_panel import NumberPanel
from ui.settings.pack_panel import PackPanel
from ui.settings.people_panel import PeoplePanel
from ui.settings.reminder_panel import ReminderPanel
from ui.settings.rule_desk import RuleDesk
from ui.settings.rule_place import HISTORY, RULES, RulePlace
from ui.settings.shop_panel import ShopPanel
from ui.settings.weight_panel import WeightPanel
from ui.widgets.panel import column

tr = translator("settings")


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """What the page reads from the store, in one go."""

    shops: tuple[Shop, ...]
    people: tuple[Person, ...]
    packs: tuple[Pack, ...]
    offered: Mapping[int, tuple[ShopPack, ...]]
    checked: datetime | None
    rolling: RoundState


class SettingsPage(Page):
    """Joins the panels and saves what they say."""

    word = "settings"

    def __init__(self, ctx: AppContext, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(ctx, background, parent)
        self.ctx: AppContext = ctx
        self.places = QStackedWidget(self)
        self.area = QScrollArea(self.places)
        inside = QWidget(self.area.viewport())
        self.shops = ShopPanel(words.zones(ctx.clock.now()), inside)
        self.people = PeoplePanel(inside)
        self.numbers = NumberPanel(inside)
        self.weights = WeightPanel(ctx, background, inside)
        self.looks = LooksPanel(inside)
        self.packs = PackPanel(inside)
        self.data = DataPanel(str(ctx.store.folder.root), inside)
        self.certificate = CertificatePanel(ctx, background, inside)
        self.calls = CallSettings(ctx, background, self, inside)
        self.reminders = ReminderPanel(ctx, background, inside)
        self.batches = AlarmPanel(ctx, background, inside)
        self.days = DayPanel(ctx, background, inside)
        self.rules = RulePlace(self.places)
        self.rule_desk = RuleDesk(ctx, background, self.rules)
        self._lay_out(inside)
        self._connect()

    def _lay_out(self, inside: QWidget) -> None:
        inside.setProperty("clear", True)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(*[tokens.PAGE_PADDING] * 4)
        self._grid.setHorizontalSpacing(tokens.GAP)
        own = (self.people, self.numbers, self.days, self.batches, self.weights, self.looks, self.certificate)
        rest = (self.data, self.reminders, self.calls.tiers)
        sides = (self.shops, self.packs, self.calls.calls, self.calls.quiet), (*own, *rest)
        for place, panels in enumerate(sides):
            side = column(spacing=tokens.GAP)
            for panel in panels:
                side.addWidget(panel)
            side.addStretch(1)
            self._grid.addLayout(side, 0, place)
            self._grid.setColumnStretch(place, 1)
            self._grid.setColumnMinimumWidth(place, 1)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(tr("Settings"))
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.area.viewport().setProperty("clear", True)
        self.places.addWidget(self.area)
        self.places.addWidget(self.rules)
        column(self).addWidget(self.places)

    def _connect(self) -> None:
        self.shops.changed.connect(self._change_shop)
        self.calls.navigate.connect(self.navigate)
        self.shops.added.connect(self._add_shop)
        self.people.added.connect(self._add_person)
        self.people.role_changed.connect(self._change_role)
        shops, wrong = self.ctx.shops, self.people.show_wrong
        self.people.left.connect(lambda who: self._write(lambda: shops.deactivate(who), wrong))
        self.people.came_back.connect(lambda who: self._write(lambda: shops.bring_back(who), wrong))
        self.people.renamed.connect(lambda who, name: self._write_person(lambda: shops.rename_person(who, name)))
        self.people.initials_changed.connect(
            lambda who, text: self._write_person(lambda: shops.change_initials(who, text))
        )
        self.shops.packs_changed.connect(self._change_packs)
        self.numbers.changed.connect(self._change_number)
        self.looks.asked.connect(self.asked)
        self.data.asked.connect(self.asked)
        self.reminders.asked.connect(self.asked)
        self.reminders.said.connect(self.said)
        self.packs.opened.connect(lambda pack: self.navigate.emit(Target("settings", pack, "rules")))
        self.rule_desk.navigate.connect(self.navigate)
        self.rule_desk.said.connect(self.said)
        self.rule_desk.working.connect(self.working)

    # What the window asks

    def reading_rules(self) -> bool:
        """Whether the place of the rules is in front."""
        return self.places.currentWidget() is self.rules

    def title(self) -> str:
        return tr("Rules") if self.reading_rules() else tr("Settings")

    def path(self) -> Sequence[Crumb]:
        return (Crumb(tr("Settings"), Target("settings")),) if self.reading_rules() else ()

    def facts(self) -> str:
        if self.reading_rules():
            return tr("every rule with its source; numbers are changed with a note")
        return tr("every change is saved at once")

    def hints(self) -> str:
        if self.reading_rules():
            return tr("Ctrl+F search · F6 next part · Esc back · Ctrl+Z undo")
        return tr("Tab next field · ↵ save · Ctrl+Z undo")

    def start_search(self) -> None:
        if self.reading_rules():
            self.rules.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def panes(self) -> Sequence[QWidget]:
        if self.reading_rules():
            return (self.rules.packs, self.rules.tabs, self.rules.parts)
        return (
            self.shops, self.people, self.numbers, self.looks, self.packs.table, self.weights, self.certificate,
            self.data, self.reminders, self.days, self.batches, *self.calls.panels,
        )  # fmt: skip

    def open(self, target: Target) -> None:
        self._show_place(target.part == "rules")
        if target.part == "rules":
            self.rule_desk.reload(target.id)
            self.rules.packs.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reload()
        if self.calls.open(target.part, self.area):
            return
        if target.part == "reminders":
            self.area.verticalScrollBar().setValue(self.reminders.y() - tokens.GAP)
        wanted = {
            "person": self.people.name,
            "shop": self.shops.fields["name"],
            "reminders": self.reminders.choose,
        }.get(target.part)
        # Without a wish the page itself has the keyboard, so that the arrows scroll it.
        (self.area if wanted is None else wanted).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_place(self, rules: bool) -> None:
        self.places.setCurrentWidget(self.rules if rules else self.area)
        if not rules:
            self.rule_desk.leave()
        self.header_changed.emit()
        self.hints_changed.emit()

    def refresh(self, changes: object) -> None:
        touched = not isinstance(changes, ChangeSet) or not changes.tables or changes.touches("pack_number", "own_pack")
        if self.reading_rules() and touched:
            self.rule_desk.reload()
        self.reload()

    def scenes(self) -> Sequence[Scene]:
        bar = self.area.verticalScrollBar()
        return (
            Scene("", lambda: bar.setValue(0)),
            Scene("data", lambda: bar.setValue(bar.maximum())),
            Scene("rules", self._show_rules),
            Scene("rules-read", lambda: self.rules.tabs.setCurrentIndex(RULES)),
            Scene("rules-history", lambda: self.rules.tabs.setCurrentIndex(HISTORY)),
        )

    def _show_rules(self) -> None:
        self.navigate.emit(Target("settings", "taobao", "rules"))

    # Reading

    def reload(self) -> None:
        """Read everything anew."""
        self.weights.reload()
        self.calls.reload()
        self.reminders.reload()
        self.batches.reload()
        self.days.reload()
        self.certificate.reload()
        self.background.run(self.ctx.jobs.read(self._read), self._show, receiver=self)

    def _read(self) -> SettingsShown:
        ctx = self.ctx
        shops = ctx.shops.list_shops()
        offered = {shop.id: ctx.resolutions.shop_packs(shop) for shop in shops}
        return SettingsShown(
            shops,
            ctx.shops.list_everybody(),
            ctx.resolutions.policy_packs(),
            offered,
            ctx.today.last_verified(),
            ctx.rolling.state(),
        )

    def _show(self, found: SettingsShown) -> None:
        ctx, now = self.ctx, self.ctx.clock.now()
        here = zone(ctx.bench.time_zone)
        self.shops.show_shops(found.shops, found.offered)
        here_now, gone = ([each for each in found.people if each.active is active] for active in (True, False))
        self.people.show_people(here_now, ctx.shops.person.id, gone)
        self.numbers.show_numbers(estimates.shop_numbers(ctx.settings), estimates.time_limits(ctx.settings))
        self.looks.show_looks(
            str(ctx.settings.get("language", "system")), str(ctx.settings.get("appearance", "system"))
        )
        self.packs.show_packs(found.packs, now.astimezone(here).date())
        never = found.checked is None
        self.data.show_rolling(rolling_words(found.rolling, now, here))
        self.data.show_checked(tr("never") if never else shown.day_and_time(found.checked, now, language(), here))

    # Saving

    def _write(self, work: Callable[[], object], wrong: Callable[[str], object]) -> None:
        """Save; what is wrong is said in place, what is right clears it."""

        def failed(error: BaseException) -> None:
            said = sentence(error)
            wrong(f"{said.what} {said.next}".strip())

        self.background.run(self.ctx.jobs.write(work), lambda _: wrong(""), failed, receiver=self)

    def _change_shop(self, shop_id: int, name: str, value: object) -> None:
        if name != "currency":
            self._save_shop(shop_id, name, value)
            return

        def ask(counts: tuple[int, int]) -> None:
            if not any(counts):
                self._save_shop(shop_id, name, value)
                return
            title = tr("Change the currency to %1?", str(value))
            text = tr("What is there keeps its currency: %1 orders and %2 cases. New ones will be in %3.",
                      *map(shown.count, counts), str(value))  # fmt: skip
            dialog = confirm(self, title, text, tr("Change the currency"),
                             lambda: self._save_shop(shop_id, name, value))  # fmt: skip
            dialog.finished.connect(lambda _: self.reload() if dialog.chosen != "yes" else None)

        self.background.run(self.ctx.jobs.read(lambda: self.ctx.shops.count_in(shop_id)), ask, receiver=self)

    def _save_shop(self, shop_id: int, name: str, value: object) -> None:
        field = self.shops.colour if name == "colour" else self.shops.fields[name]
        self._write(
            lambda: self.ctx.shops.change_shop(shop_id, **{name: value}),
            lambda text: self.shops.form.set_wrong(field, text),
        )

    def _add_shop(self, name: str, platform: Platform) -> None:
        self._write(
            lambda: self.ctx.shops.add_shop(name=name, platform=platform),
            lambda text: self.shops.adding.set_wrong(self.shops.new_name, text),
        )

    def _add_person(self, name: str, role: Role) -> None:
        def wrong(text: str) -> None:
            if text:
                self.people.show_wrong(text)
            else:
                self.people.clear_new()

        self._write(lambda: self.ctx.shops.add_person(name=name, role=role), wrong)

    def _change_role(self, person_id: int, role: Role) -> None:
        self._write(lambda: self.ctx.shops.change_role(person_id, role), self.people.show_wrong)

    def _write_person(self, work: Callable[[], object]) -> None:
        """Save; what was refused is shown as it is kept, with why."""

        def told(text: str) -> None:
            self.people.show_wrong(text)
            if text:
                self.reload()

        self._write(work, told)

    def _change_packs(self, shop_id: int, added: Sequence[str], left_out: Sequence[str]) -> None:
        shops = self.ctx.shops
        self._write(lambda: shops.change_packs(shop_id, added=added, left_out=left_out), lambda text: None)

    def _change_number(self, name: str, text: str) -> None:
        settings = self.ctx.settings

        def keep() -> None:
            if name in estimates.time_limits(settings):
                estimates.set_time_limit(settings, name, text)
            else:
                estimates.set_number(settings, name, text)

        def told(wrong: str) -> None:
            self.numbers.show_wrong(name, wrong)
            if not wrong:
                self.numbers.show_numbers(estimates.shop_numbers(settings), estimates.time_limits(settings))
                self.said.emit(tr("Saved"))

        self._write(keep, told)
