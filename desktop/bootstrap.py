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
from desktop.services.case_call_following import follow_cases
from desktop.services.case_waking import follow_changes
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.phone_following import follow_phones
from desktop.services.receipt_following import receipts_follower
from desktop.services.shops import ShopService
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
        store = open_store(root)
        opened.callback(store.close, clock.now())
        step("services")
        jobs: Jobs = ThreadedJobs() if threads else ImmediateJobs()
        opened.callback(jobs.close)
        decoder = Decoder()
        opened.callback(decoder.close)
        context = _services(store, clock, jobs, decoder, lock)
        jobs.io(context.outside.sweep)
        jobs.io(OutgoingParts(store.folder).sweep)
        opened.pop_all()
    return context


def _services(store: Store, clock: Clock, jobs: Jobs, decoder: Decoder, lock: InstanceLock) -> AppContext:
    changes, undo = ChangeBus(), UndoStack()
    settings = Settings(store, clock, jobs.write)
    bench = Workbench(store, clock, changes, undo, settings.get("time_zone", "Asia/Shanghai"))
    bench.following += [follow_changes, follow_cases, follow_phones]
    shops = ShopService(bench)
    context = AppContext(
        store=store, clock=clock, jobs=jobs, changes=changes, undo=undo, settings=settings, decoder=decoder, lock=lock,
        bench=bench, shops=shops,
    )  # fmt: skip
    bench.following.append(receipts_follower(lambda: context.steps))
    people = [person.id for person in shops.list_people()]
    chosen = settings.get("person")
    if people:
        shops.choose_person(chosen if chosen in people else people[0])
        # Who was at work last works here no more: only a person can say who it is now.
        shops.unsure = chosen is not None and chosen not in people
    shown = settings.get("shop") or 0
    if shown and all(shop.id != shown for shop in shops.list_shops()):
        settings.set("shop", 0)
        shown = 0
    shops.show_shop(shown)
    return context
