"""What an opened data folder offers to a window or a command. Passed along; nothing is global."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass

from desktop.changes import ChangeBus
from desktop.decoder.client import Decoder
from desktop.diagnostics import stop_log
from desktop.jobs import Jobs
from desktop.platform.instance_lock import InstanceLock
from desktop.services.buyers import BuyerService
from desktop.services.call_backs import CallBackService
from desktop.services.case_facts import CaseFactService
from desktop.services.case_life import CaseLifeService
from desktop.services.case_lists import CaseListService
from desktop.services.case_tags import CaseTagService
from desktop.services.cases import CaseService
from desktop.services.clocks import ClockService
from desktop.services.evidence import EvidenceService
from desktop.services.orders import OrderService
from desktop.services.packets import PacketService
from desktop.services.parcels import ParcelService
from desktop.services.registers import RegisterService
from desktop.services.replies import ReplyService
from desktop.services.resolutions import ResolutionService
from desktop.services.rules import RuleService
from desktop.services.saved_views import SavedViewService
from desktop.services.shops import ShopService
from desktop.services.steps import StepService
from desktop.services.today import TodayService
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from desktop.undo import UndoStack
from models.clock import Clock
from models.store.store import Store


@dataclass
class AppContext:
    """Everything that lives as long as a data folder is open."""

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
    orders: OrderService
    cases: CaseService
    life: CaseLifeService
    evidence: EvidenceService
    resolutions: ResolutionService
    rules: RuleService
    packets: PacketService
    call_backs: CallBackService
    buyers: BuyerService
    registers: RegisterService
    replies: ReplyService
    today: TodayService
    clocks: ClockService
    steps: StepService
    case_tags: CaseTagService
    case_lists: CaseListService
    facts: CaseFactService
    parcels: ParcelService
    saved_views: SavedViewService

    def close(self) -> None:
        """Finish writing, end all threads and processes, fold the log into the database, let go of the folder."""
        with ExitStack() as last:
            # In the order written from the bottom up, each even if another fails.
            last.callback(stop_log, self.store.folder.logs)
            last.callback(self.lock.release)
            last.callback(lambda: self.store.close(self.clock.now()))
            last.callback(self.settings.flush)
            last.callback(self.decoder.close)
            last.callback(self.jobs.close)
