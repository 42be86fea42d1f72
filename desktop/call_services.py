"""The part of a folder's context that keeps the call-backs: who is VIP, who agreed to what, when, and what reminds."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.store.store import Store

if TYPE_CHECKING:
    from desktop.services.calendar_feed import CalendarFeed
    from desktop.services.call_backs import CallBackService
    from desktop.services.call_desk import CallDeskService
    from desktop.services.call_lists import CallListService
    from desktop.services.call_reminders import CallReminderService
    from desktop.services.call_rules import CallRuleService
    from desktop.services.call_spreading import CallSpreadService
    from desktop.services.case_calls import CaseCallService
    from desktop.services.contact import ContactService
    from desktop.services.far_calls import FarCallService
    from desktop.services.quiet_periods import QuietPeriodService
    from desktop.services.vips import VipService


class CallServices:
    """Each is loaded and made when it is first asked for, as in AppContext, which brings what they need."""

    store: Store
    settings: Settings
    bench: Workbench

    @cached_property
    def call_backs(self) -> CallBackService:
        from desktop.services.call_backs import CallBackService

        return CallBackService(self.bench, self.settings)

    @cached_property
    def call_rules(self) -> CallRuleService:
        from desktop.services.call_rules import CallRuleService

        return CallRuleService(self.bench, self.settings)

    @cached_property
    def call_desk(self) -> CallDeskService:
        from desktop.services.call_desk import CallDeskService

        return CallDeskService(self.call_backs)

    @cached_property
    def calendar_feed(self) -> CalendarFeed:
        from desktop.services.calendar_feed import CalendarFeed

        return CalendarFeed(self.bench, self.settings)

    @cached_property
    def call_reminders(self) -> CallReminderService:
        from desktop.services.call_reminders import CallReminderService

        return CallReminderService(self.bench, self.settings, lambda: self.call_rules.read())

    @cached_property
    def contact(self) -> ContactService:
        from desktop.services.contact import ContactService

        return ContactService(self.bench, self.call_backs)

    @cached_property
    def vips(self) -> VipService:
        from desktop.services.vips import VipService

        return VipService(self.bench, self.call_backs, lambda: self.call_rules.read())

    @cached_property
    def case_calls(self) -> CaseCallService:
        from desktop.services.case_calls import CaseCallService

        return CaseCallService(self.call_backs)

    @cached_property
    def quiet_periods(self) -> QuietPeriodService:
        from desktop.services.quiet_periods import QuietPeriodService

        return QuietPeriodService(self.bench, self.settings)

    @cached_property
    def call_lists(self) -> CallListService:
        from desktop.services.call_lists import CallListService

        return CallListService(self.call_backs)

    @cached_property
    def call_spreading(self) -> CallSpreadService:
        from desktop.services.call_spreading import CallSpreadService

        return CallSpreadService(self.bench, self.call_backs.desk)

    @cached_property
    def far_calls(self) -> FarCallService:
        from desktop.services.far_calls import FarCallService

        return FarCallService(self.bench, self.call_backs.desk)
