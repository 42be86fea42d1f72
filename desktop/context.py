"""What an opened data folder offers to a window or a command. Passed along; nothing is global.

A service is loaded and made when it is first asked for, in whichever thread: the window stands before the rules, the
importers and the packets are there.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.call_services import CallServices
from desktop.changes import ChangeBus
from desktop.decoder.client import Decoder
from desktop.diagnostics import stop_log
from desktop.jobs import Jobs
from desktop.packet_services import PacketServices
from desktop.platform.instance_lock import InstanceLock
from desktop.register_services import RegisterServices
from desktop.services.shops import ShopService
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from desktop.undo import UndoStack
from models.clock import Clock
from models.store.store import Store

if TYPE_CHECKING:
    from desktop.services.annotations import AnnotationService
    from desktop.services.buyers import BuyerService
    from desktop.services.case_facts import CaseFactService
    from desktop.services.case_joining import CaseJoiningService
    from desktop.services.case_life import CaseLifeService
    from desktop.services.case_lists import CaseListService
    from desktop.services.case_opening import CaseOpening
    from desktop.services.case_snooze import CaseSnoozeService
    from desktop.services.case_tags import CaseTagService
    from desktop.services.case_texts import CaseTextService
    from desktop.services.cases import CaseService
    from desktop.services.chat_stitching import ChatStitching
    from desktop.services.checklists import ChecklistService
    from desktop.services.clipboard_copies import ClipboardCopies
    from desktop.services.clocks import ClockService
    from desktop.services.evidence import EvidenceService
    from desktop.services.evidence_export import EvidenceExport
    from desktop.services.evidence_intake import EvidenceIntake
    from desktop.services.evidence_integrity import IntegrityService
    from desktop.services.evidence_moving import EvidenceMoving
    from desktop.services.hand_over import HandOverService
    from desktop.services.integrity_round import IntegrityRound
    from desktop.services.likeness import LikenessService
    from desktop.services.opening_outside import OutsideService
    from desktop.services.orders import OrderService
    from desktop.services.parcels import ParcelService
    from desktop.services.redactions import RedactionService
    from desktop.services.replies import ReplyService
    from desktop.services.resolutions import ResolutionService
    from desktop.services.rules import RuleService
    from desktop.services.saved_views import SavedViewService
    from desktop.services.sheets import SheetService
    from desktop.services.steps import StepService
    from desktop.services.today import TodayService
    from desktop.services.viewing import ViewingService
    from desktop.services.watched_folders import WatchedFolders
    from desktop.services.weighings import WeighingService


@dataclass
class AppContext(CallServices, PacketServices, RegisterServices):
    """Everything that lives as long as a data folder is open. A new service is one more property below."""

    store: Store
    clock: Clock
    jobs: Jobs
    changes: ChangeBus
    undo: UndoStack
    settings: Settings
    decoder: Decoder
    lock: InstanceLock
    bench: Workbench
    shops: ShopService

    @cached_property
    def orders(self) -> OrderService:
        from desktop.services.orders import OrderService

        return OrderService(self.bench, self.clocks)

    @cached_property
    def cases(self) -> CaseService:
        from desktop.services.cases import CaseService

        return CaseService(self.bench, self.settings)

    @cached_property
    def life(self) -> CaseLifeService:
        from desktop.services.case_life import CaseLifeService

        return CaseLifeService(self.bench, self.settings)

    @cached_property
    def snoozing(self) -> CaseSnoozeService:
        from desktop.services.case_snooze import CaseSnoozeService

        return CaseSnoozeService(self.bench)

    @cached_property
    def joining(self) -> CaseJoiningService:
        from desktop.services.case_joining import CaseJoiningService

        return CaseJoiningService(self.bench, self.settings)

    @cached_property
    def evidence(self) -> EvidenceService:
        from desktop.services.evidence import EvidenceService

        limit = self.settings.get("thumbnails_mb") or 1024
        return EvidenceService(self.bench, self.decoder, thumbnail_bytes=limit << 20)

    @cached_property
    def clipboard_copies(self) -> ClipboardCopies:
        from desktop.services.clipboard_copies import ClipboardCopies

        return ClipboardCopies(self.bench, self.decoder)

    @cached_property
    def evidence_moving(self) -> EvidenceMoving:
        from desktop.services.evidence_moving import EvidenceMoving

        return EvidenceMoving(self.bench)

    @cached_property
    def intake(self) -> EvidenceIntake:
        from desktop.services.evidence_intake import EvidenceIntake

        return EvidenceIntake(self.bench, self.decoder)

    @cached_property
    def viewing(self) -> ViewingService:
        from desktop.services.viewing import ViewingService

        return ViewingService(self.bench, self.decoder, self.intake)

    @cached_property
    def chat_stitching(self) -> ChatStitching:
        from desktop.services.chat_stitching import ChatStitching

        return ChatStitching(self.bench, self.decoder, self.intake)

    @cached_property
    def outside(self) -> OutsideService:
        from desktop.services.opening_outside import OutsideService

        return OutsideService(self.bench)

    @cached_property
    def integrity(self) -> IntegrityService:
        from desktop.services.evidence_integrity import IntegrityService

        return IntegrityService(self.bench)

    @cached_property
    def rolling(self) -> IntegrityRound:
        from desktop.services.integrity_round import IntegrityRound

        return IntegrityRound(self.bench, self.integrity, self.settings)

    @cached_property
    def likeness(self) -> LikenessService:
        from desktop.services.likeness import LikenessService

        return LikenessService(self.bench, self.decoder)

    @cached_property
    def taking_out(self) -> EvidenceExport:
        from desktop.services.evidence_export import EvidenceExport

        return EvidenceExport(self.bench, self.decoder)

    @cached_property
    def watching(self) -> WatchedFolders:
        from desktop.services.watched_folders import WatchedFolders

        return WatchedFolders(self.bench, self.settings, self.intake, self.decoder)

    @cached_property
    def resolutions(self) -> ResolutionService:
        from desktop.services.resolutions import ResolutionService

        # Brings the shop's own numbers and packs into the library.
        assert self.rules is not None
        return ResolutionService(self.bench, self.packs, self.settings)

    @cached_property
    def checklists(self) -> ChecklistService:
        from desktop.services.checklists import ChecklistService

        return ChecklistService(self.bench, self.resolutions, self.replies)

    @cached_property
    def weighings(self) -> WeighingService:
        from desktop.services.weighings import WeighingService

        return WeighingService(self.bench)

    @cached_property
    def rules(self) -> RuleService:
        from desktop.services.rules import RuleService

        return RuleService(self.bench, self.packs, self.settings)

    @cached_property
    def buyers(self) -> BuyerService:
        from desktop.services.buyers import BuyerService

        return BuyerService(self.bench, self.call_backs)

    @cached_property
    def opening(self) -> CaseOpening:
        from desktop.services.case_opening import CaseOpening

        return CaseOpening(self.bench, self.settings)

    @cached_property
    def texts(self) -> CaseTextService:
        from desktop.services.case_texts import CaseTextService

        return CaseTextService(self.bench)

    @cached_property
    def replies(self) -> ReplyService:
        from desktop.services.replies import ReplyService

        return ReplyService(self.bench)

    @cached_property
    def today(self) -> TodayService:
        from desktop.services.board_alarms import AlarmServices, BoardAlarms
        from desktop.services.call_views import CallViews
        from desktop.services.today import TodayService

        # Without all that writes call-backs, parcels and batches: this is read at every start.
        services = AlarmServices(lambda: self.batch_alarms, lambda: self.penalties)
        alarms = BoardAlarms(self.bench, self.settings, services)
        calls = CallViews(self.bench, self.settings)
        return TodayService(self.bench, self.settings, calls, alarms)

    @cached_property
    def clocks(self) -> ClockService:
        from desktop.services.clocks import ClockService

        return ClockService(self.bench, self.resolutions)

    @cached_property
    def sheets(self) -> SheetService:
        from desktop.services.sheets import SheetService

        return SheetService(self.bench)

    @cached_property
    def steps(self) -> StepService:
        from desktop.services.steps import StepService

        return StepService(self.bench, self.resolutions, self.clocks)

    @cached_property
    def case_tags(self) -> CaseTagService:
        from desktop.services.case_tags import CaseTagService

        return CaseTagService(self.bench)

    @cached_property
    def case_lists(self) -> CaseListService:
        from desktop.services.case_lists import CaseListService

        return CaseListService(self.bench)

    @cached_property
    def facts(self) -> CaseFactService:
        from desktop.services.case_facts import CaseFactService

        return CaseFactService(self.bench, self.clocks)

    @cached_property
    def hand_over(self) -> HandOverService:
        from desktop.services.hand_over import HandOverService

        return HandOverService(self.bench)

    @cached_property
    def parcels(self) -> ParcelService:
        from desktop.services.parcels import ParcelService

        return ParcelService(self.bench)

    @cached_property
    def saved_views(self) -> SavedViewService:
        from desktop.services.saved_views import SavedViewService

        return SavedViewService(self.bench)

    @cached_property
    def annotations(self) -> AnnotationService:
        from desktop.services.annotations import AnnotationService

        return AnnotationService(self.bench)

    @cached_property
    def redactions(self) -> RedactionService:
        from desktop.services.redactions import RedactionService

        return RedactionService(self.bench, self.decoder, self.intake)

    def close(self) -> None:
        """Finish writing, end all threads and processes, fold the log into the database, let go of the folder."""
        with ExitStack() as last:
            # In the order written from the bottom up, each even if another fails.
            last.callback(stop_log, self.store.folder.logs)
            last.callback(self.lock.release)
            last.callback(lambda: self.store.close(self.clock.now()))
            last.callback(self.settings.flush)
            last.callback(self.decoder.close)
            if "outside" in self.__dict__:
                last.callback(self.outside.sweep)
            last.callback(self.jobs.close)
