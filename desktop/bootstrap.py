"""Opens a data folder, step by named step, so that a failure can say at which one it stopped."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from desktop.changes import ChangeBus
from desktop.context import AppContext
from desktop.decoder.client import Decoder
from desktop.diagnostics import start_log
from desktop.jobs import ImmediateJobs, Jobs, ThreadedJobs
from desktop.platform.instance_lock import InstanceLock
from desktop.platform.resources import resource
from desktop.services.buyers import BuyerService
from desktop.services.call_backs import CallBackService
from desktop.services.case_facts import CaseFactService
from desktop.services.case_life import CaseLifeService
from desktop.services.case_waking import follow_changes
from desktop.services.case_lists import CaseListService
from desktop.services.case_tags import CaseTagService
from desktop.services.cases import CaseService
from desktop.services.clocks import ClockService
from desktop.services.evidence import EvidenceService
from desktop.services.orders import OrderService
from desktop.services.packets import PacketService
from desktop.services.packs import PackLibrary
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
from models.clock import Clock, SystemClock
from models.errors import EnvironmentFault
from models.store import fsops
from models.store.faults import as_faults
from models.store.store import Store, open_store


def build(
    root: Path,
    *,
    clock: Clock | None = None,
    threads: bool = True,
    step: Callable[[str], None] = lambda name: None,
) -> AppContext:
    """Open (or make) the data folder. EnvironmentFault or StoreFault if it cannot be; then nothing stays open."""
    clock = clock or SystemClock()
    step("folders")
    try:
        fsops.make_folder(root / "logs")
    except OSError as error:
        raise EnvironmentFault("folder_unusable", reason=error.strerror or "", folder=str(root)) from error
    step("log")
    start_log(root / "logs")
    step("lock")
    lock = InstanceLock(root)
    lock.acquire()
    with ExitStack() as opened, as_faults():
        opened.callback(lock.release)
        step("store")
        store = open_store(root, clock.now())
        opened.callback(store.close, clock.now())
        step("services")
        jobs: Jobs = ThreadedJobs() if threads else ImmediateJobs()
        opened.callback(jobs.close)
        decoder = Decoder()
        opened.callback(decoder.close)
        context = _services(store, clock, jobs, decoder, lock)
        opened.pop_all()
    return context


def _services(store: Store, clock: Clock, jobs: Jobs, decoder: Decoder, lock: InstanceLock) -> AppContext:
    changes, undo = ChangeBus(), UndoStack()
    settings = Settings(store, clock, jobs.write)
    bench = Workbench(store, clock, changes, undo, settings.get("time_zone", "Asia/Shanghai"))
    bench.following.append(follow_changes)
    evidence = EvidenceService(bench, decoder)
    shops = ShopService(bench)
    call_backs = CallBackService(bench, settings)
    packs = PackLibrary(resource("packs"))
    resolutions = ResolutionService(bench, packs, settings)
    clocks = ClockService(bench, resolutions)
    context = AppContext(
        store=store, clock=clock, jobs=jobs, changes=changes, undo=undo, settings=settings, decoder=decoder, lock=lock,
        bench=bench, shops=shops, orders=OrderService(bench, clocks), cases=CaseService(bench, settings),
        life=CaseLifeService(bench, settings),
        evidence=evidence, resolutions=resolutions, rules=RuleService(bench, packs, settings),
        clocks=clocks, steps=StepService(bench, resolutions, clocks),
        facts=CaseFactService(bench, clocks), parcels=ParcelService(bench),
        packets=PacketService(bench, decoder), call_backs=call_backs, buyers=BuyerService(bench, call_backs), registers=RegisterService(bench),
        replies=ReplyService(bench), case_tags=CaseTagService(bench), case_lists=CaseListService(bench),
        saved_views=SavedViewService(bench),
        today=TodayService(bench, settings, call_backs),
    )  # fmt: skip
    people = [person.id for person in shops.list_people()]
    chosen = settings.get("person")
    if people:
        shops.choose_person(chosen if chosen in people else people[0])
    return context
