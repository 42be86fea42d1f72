"""The part of a folder's context that keeps the shop's day and month: registers, hand-over, receiving, reviews."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.decoder.client import Decoder
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.store.store import Store

if TYPE_CHECKING:
    from desktop.services.batch_alarms import BatchAlarmService
    from desktop.services.checklists import ChecklistService
    from desktop.services.claim_letters import ClaimLetters
    from desktop.services.claims import ClaimService
    from desktop.services.hand_over_items import HandOverItemService
    from desktop.services.hand_over_papers import HandOverPapers
    from desktop.services.invoices import InvoiceService
    from desktop.services.month_closings import MonthClosingService
    from desktop.services.month_metrics import MonthMetricsService
    from desktop.services.paid_out import PaidOutService
    from desktop.services.penalties import PenaltyService
    from desktop.services.quality_reports import QualityReportService
    from desktop.services.receiving import ReceivingService
    from desktop.services.register_lists import RegisterListService
    from desktop.services.registers import RegisterService
    from desktop.services.resolutions import ResolutionService
    from desktop.services.reviews import ReviewService
    from desktop.services.role_steps import RoleStepService
    from desktop.services.steps import StepService


class RegisterServices:
    """Each is loaded and made when it is first asked for, as in AppContext, which brings what they need."""

    store: Store
    settings: Settings
    decoder: Decoder
    bench: Workbench

    if TYPE_CHECKING:

        @cached_property
        def steps(self) -> StepService: ...

        @cached_property
        def resolutions(self) -> ResolutionService: ...

        @cached_property
        def checklists(self) -> ChecklistService: ...

    @cached_property
    def registers(self) -> RegisterService:
        from desktop.services.registers import RegisterService

        return RegisterService(self.bench, lambda shop_id: self.penalties.node_size(shop_id))

    @cached_property
    def receiving(self) -> ReceivingService:
        from desktop.services.receiving import ReceivingService

        return ReceivingService(self.bench, self.settings, self.steps, self.decoder)

    @cached_property
    def month_closings(self) -> MonthClosingService:
        from desktop.services.month_closings import MonthClosingService

        return MonthClosingService(self.bench, self.registers)

    @cached_property
    def batch_alarms(self) -> BatchAlarmService:
        from desktop.services.batch_alarms import BatchAlarmService

        return BatchAlarmService(self.bench)

    @cached_property
    def register_lists(self) -> RegisterListService:
        from desktop.services.register_lists import RegisterListService

        return RegisterListService(self.bench)

    @cached_property
    def hand_over_items(self) -> HandOverItemService:
        from desktop.services.hand_over_items import HandOverItemService

        return HandOverItemService(self.bench, self.settings)

    @cached_property
    def hand_over_papers(self) -> HandOverPapers:
        from desktop.services.hand_over_papers import HandOverPapers

        return HandOverPapers(self.bench, self.settings, self.hand_over_items, self.role_steps)

    @cached_property
    def role_steps(self) -> RoleStepService:
        from desktop.services.role_steps import RoleStepService

        return RoleStepService(self.bench, self.settings)

    @cached_property
    def claims(self) -> ClaimService:
        from desktop.services.claims import ClaimService

        return ClaimService(self.bench, self.settings, self.resolutions)

    @cached_property
    def claim_letters(self) -> ClaimLetters:
        from desktop.services.claim_letters import ClaimLetters

        return ClaimLetters(self.bench, self.claims, self.checklists)

    @cached_property
    def penalties(self) -> PenaltyService:
        from desktop.services.penalties import PenaltyService

        return PenaltyService(self.bench, lambda: self.resolutions)

    @cached_property
    def invoices(self) -> InvoiceService:
        from desktop.services.invoices import InvoiceService

        return InvoiceService(self.bench)

    @cached_property
    def paid_out(self) -> PaidOutService:
        from desktop.services.paid_out import PaidOutService

        return PaidOutService(self.bench)

    @cached_property
    def month_metrics(self) -> MonthMetricsService:
        from desktop.services.month_metrics import MonthMetricsService

        return MonthMetricsService(self.bench)

    @cached_property
    def reviews(self) -> ReviewService:
        from desktop.services.reviews import ReviewService

        return ReviewService(self.bench, self.settings)

    @cached_property
    def quality_reports(self) -> QualityReportService:
        from desktop.services.quality_reports import QualityReportService

        return QualityReportService(self.bench, self.decoder, self.batch_alarms, self.register_lists)
