"""`python -m tests.full_disk_calls --sizes 60`: calls logged and the calendar file written on disks that fill.

Once the disk of the shop fills at every place of the way, once only that of the calendar's folder. What was said to be
done is there, the calendar is whole or as it was, and with room again all of it works and says what the store says.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_calls import standing
from tests.full_disk import ROOM, ROOT

if TYPE_CHECKING:
    from desktop.context import AppContext

FILE = "aftercase-call-backs.ics"
SAYING = frozenset(("disk_full", "store_failed", "file_unwritable"))


def make_shop(folder: Path) -> None:
    """A data folder with thirty VIPs."""
    from desktop.bootstrap import build
    from models.call_kinds import Channel
    from models.kinds import Platform, Role, Tier

    context = build(folder, threads=False)
    context.shops.add_person(name="小满", role=Role.OWNER)
    context.shops.choose_person(1)
    shop = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    for number in range(30):
        buyer = context.opening.add_buyer(shop, f"花果山_{number}", phone="13800000387")
        context.contact.agree(buyer, Channel.PHONE)
        context.vips.set_tier(buyer, Tier.V2)
    context.close()


def worked(context: AppContext) -> tuple[int, Counter[str]]:
    """A morning of calls: (how many were said to be logged, codes of the failures)."""
    from models.errors import AftercaseError
    from models.kinds import CallOutcome

    calls, today = context.call_backs, context.call_backs.desk().today
    rows = calls.due(today + timedelta(days=400))
    logged, codes = 0, Counter[str]()
    for row in rows[:24]:
        one, note = row.call_back, "碎了，要补发 " * 200
        steps: list[Callable[[], object]] = [
            lambda one=one, note=note: calls.log_call(
                CallOutcome.REACHED, buyer_id=one.buyer_id, note=note, promise=("寄色卡", today + timedelta(days=9))
            ),
            lambda: context.calendar_feed.write_now("zh"),
        ]  # fmt: skip
        for at, step in enumerate(steps):
            try:
                step()
                logged += at == 0
            except AftercaseError as error:
                codes[error.code] += 1
    return logged, codes


def problems_of(context: AppContext, logged: int, place: Path, *, room: bool) -> list[str]:
    """What is not as it must be; with `room` the calendar must be up to date."""
    from models.store.verify import verify_store

    database = context.store.database
    (kept,) = database.execute_sql("SELECT count(*) FROM call_record WHERE deleted_at IS NULL").fetchone()
    open_ones = database.execute_sql(
        "SELECT buyer_id FROM call_back WHERE state = 'due' AND kind = 'rhythm' AND deleted_at IS NULL"
    ).fetchall()
    found = [] if kept == logged else [f"{logged} said to be logged, {kept} rows"]
    if len(open_ones) != 30 or len(set(open_ones)) != 30:
        found.append(f"{len(open_ones)} open call-backs of 30 buyers")
    if not verify_store(context.store).holds:
        found.append("the store does not hold")
    file = place / FILE
    if file.exists():
        listed = sum(day is not None for _, day in standing(file).values()) if file.stat().st_size else -1
        still = len(context.call_backs.due(context.call_backs.desk().today + timedelta(days=4000)))
        if listed < 0 or (room and listed != still):
            found.append(f"the calendar says {listed}, the store {still}")
    if room and [each.name for each in place.iterdir()] != [FILE]:
        found.append(f"left: {sorted(each.name for each in place.iterdir())}")
    return found


def fill(place: Path, shop: Path, size: int, *, alone: bool) -> tuple[Counter[str], list[str]]:
    """One disk with that much room; `alone`: only the calendar lies on it."""
    from desktop.bootstrap import build

    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
    outside = Path(tempfile.mkdtemp(prefix="aftercase-calls-"))
    codes: Counter[str] = Counter()
    found: list[str] = []
    try:
        root, calendar = (outside if alone else place) / "shop", place / "calendar"
        shutil.copytree(shop, root)
        calendar.mkdir()
        context = build(root, threads=False)
        context.decoder.close()
        context.calendar_feed.keep_in(calendar)
        disk = os.statvfs(place)
        # A disk of size 0 would be one without an end.
        limit = max((disk.f_blocks - disk.f_bfree) * disk.f_frsize + size, 4096)
        subprocess.run(["mount", "-o", f"remount,size={limit}", str(place)], check=True, capture_output=True)
        logged, codes = worked(context)
        found += [f"said {code}" for code in codes if code not in SAYING]
        found += problems_of(context, logged, calendar, room=False)
        subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
        again, failed = worked(context)
        found += [f"not done when there was room: {code}" for code in failed]
        found += problems_of(context, logged + again, calendar, room=True)
        if context.calendar_feed.state().problem is not None:
            found.append("a problem is still told")
        context.close()
    except Exception as error:  # noqa: BLE001
        where = traceback.extract_tb(error.__traceback__)[-1]
        found.append(f"raised {error!r} in {where.name}, line {where.lineno}")
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        shutil.rmtree(outside)
    return codes, [f"{'calendar alone, ' if alone else ''}size {size}: {one}" for one in found]


def main(arguments: Sequence[str]) -> int:
    """0 if nothing acknowledged was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.full_disk_calls", description=__doc__)
    parser.add_argument("--sizes", type=int, default=60)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.inside:
        command = ["unshare", "-rm", sys.executable, "-m", "tests.full_disk_calls", "--inside",
                   "--sizes", str(options.sizes)]  # fmt: skip
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    began, problems, codes, full = time.monotonic(), list[str](), Counter[str](), 0
    with tempfile.TemporaryDirectory(prefix="aftercase-full-") as room:
        shop, place = Path(room) / "shop", Path(room) / "disk"
        place.mkdir()
        make_shop(shop)
        for number in range(options.sizes):
            alone = bool(number % 2)
            most = 60_000 if alone else 600_000
            said, found = fill(place, shop, most * number // options.sizes // 4096 * 4096, alone=alone)
            codes += said
            full += bool(said)
            problems += found
    for problem in problems[:40]:
        print(problem)
    print(f"{options.sizes} disks, {full} full, {dict(codes)}, {len(problems)} problems, "
          f"{time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
