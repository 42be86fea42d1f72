"""`python -m tests.full_disk_month --sizes 60`: photos of parcels, reviews, claims, a closing and lists on full disks.

Once the disk of the shop and of the lists is one and fills at every place of the way, once only that of the lists; what
the command line writes too. What was said to be done is there, a list is whole or not there, and with room again all works.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_made import picture
from tests.crash_month import exported, whole
from tests.full_disk import ROOM, ROOT

if TYPE_CHECKING:
    from desktop.context import AppContext

SAYING = frozenset(("disk_full", "evidence_not_kept", "store_failed", "file_unwritable", "packet_not_written"))
MONTH, REVIEWS, CLAIMS, HANDED_IN = "2026-10", 300, 30, 4


def make_shop(folder: Path) -> None:
    """A data folder with a past month of claims and a parcel without an owner."""
    from desktop.bootstrap import build
    from desktop.services.register_writing import write_entry
    from models.clock import FixedClock
    from models.kinds import Platform, Problem, RegisterKind, Role
    from models.money import Money

    context = build(folder, clock=FixedClock(datetime(2026, 10, 12, 3, tzinfo=UTC)), threads=False)
    context.shops.choose_person(context.shops.add_person(name="小满", role=Role.OWNER))
    shop = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    buyer = context.opening.add_buyer(shop, "花果山_大圣01")
    case_id = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    for number in range(CLAIMS):
        columns = {"carrier": "云雀速递", "tracking_no": f"YQ{number}", "kind": "damaged"}
        context.bench.act("case_opened", lambda work, columns=columns: write_entry(
            work, RegisterKind.CARRIER_CLAIM, shop_id=shop, case_id=case_id, columns=columns, amount=Money(9_900)),
            undoable=False)  # fmt: skip
    context.claims.hand_in([each.id for each in context.claims.open()][-HANDED_IN:])
    context.receiving.arrive("BX00044719026")
    context.close()


def worked(context: AppContext, out: Path, turn: int) -> tuple[Counter[str], Counter[str]]:
    """Everything once: (what was said to be done, codes of the failures)."""
    from models.errors import AftercaseError
    from models.kinds import EvidenceSource, RegisterKind
    from models.money import Money
    from models.register_kinds import RegisterState, ReviewOrigin
    from models.register_records import Month

    chance, receiving = random.Random(turn), context.receiving
    box = receiving.unmatched()[0].id
    claims = context.claims.open()
    fresh = [each.id for each in claims if each.handed_in_at is None][:5]
    waiting = next(each.id for each in claims if each.state is RegisterState.HANDED_IN)
    table = ["订单号\t评价人\t评分\t评价内容"] + [
        f"{turn}-{at}\t花果山_{at}\t1\t{'碎了' * 40}" for at in range(REVIEWS)
    ]
    done, codes = Counter[str](), Counter[str]()

    def photo() -> None:
        receiving.add_photo(box, picture(chance), f"{turn}.png", EvidenceSource.CAPTURED)

    def reviews() -> None:
        context.reviews.take_in(context.reviews.preview_pasted(1, "\n".join(table)), ReviewOrigin.PASTED)

    def close() -> None:
        month = RegisterKind.CARRIER_CLAIM, Month(2026, 10), 1
        # Closed the last time, and there was no room to open it again.
        there = context.month_closings.state(*month)
        closing = there.id if there is not None else context.month_closings.close(*month, "月结")
        context.month_closings.reopen(closing, "补")

    def lists() -> None:
        out.mkdir(exist_ok=True)
        assert exported(context, MONTH, out, force=True) == len(list(out.iterdir()))

    steps: list[tuple[str, Callable[[], object]]] = [
        *(("photo", photo) for _ in range(4)), ("reviews", reviews), ("left", lambda: context.hand_over_items.leave("夜")),
        ("handed_in", lambda: context.claims.hand_in(fresh)),
        ("answered", lambda: context.claims.answer(waiting, Money(100), note="少赔" * 200)), ("closed", close),
        ("parcel", lambda: receiving.arrive(f"NEW000{turn}44719")), ("lists", lists), ("lists", lists),
    ]  # fmt: skip
    for name, step in steps:
        try:
            step()
            done[name] += 1
        except AftercaseError as error:
            codes[error.code] += 1
    return done, codes


def problems_of(context: AppContext, done: Counter[str], out: Path) -> list[str]:
    """What is not as it must be."""
    from models.store.verify import verify_store

    def count(sql: str) -> int:
        row = context.store.database.execute_sql(f"SELECT count(*) FROM {sql}").fetchone()
        return int(row[0])

    there = {
        "photo": count("receipt_photo WHERE deleted_at IS NULL"),
        "reviews": count("review WHERE deleted_at IS NULL") / REVIEWS,
        "left": count("hand_over_item WHERE deleted_at IS NULL"),
        "handed_in": (count("register_entry WHERE handed_in_at IS NOT NULL") - HANDED_IN) / 5,
        "closed": count("month_closing WHERE reopened_at IS NOT NULL"),
        "parcel": count("return_receipt WHERE tracking_number LIKE 'NEW%'"),
        "answered": count("register_entry WHERE allowed = 100"),
    }  # fmt: skip
    found = [f"{name}: {done[name]} said to be done, {seen}" for name, seen in there.items() if seen != done[name]]
    for row in context.store.database.execute_sql("SELECT sha256 FROM receipt_photo").fetchall():
        if context.store.files.hash_file(row[0]) != row[0]:
            found.append("a photo without its file")
    if not verify_store(context.store).holds:
        found.append("the store does not hold")
    left = [*context.store.folder.staging.iterdir(), *context.store.folder.cache.glob(".*.part")]
    left += [*out.glob(".*")]
    found += [f"left: {len(left)}"] if left else []
    found += [f"half a file: {file.name}" for file in out.glob("*") if not whole(file)]
    return found


def command(shop: Path, out: Path) -> tuple[int, str]:
    """The command line of another process: its code and the reason it gave."""
    out.mkdir(exist_ok=True)
    ran = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "registers", "export", "--data", str(shop), "--month", MONTH, "--out",
         str(out)], capture_output=True, text=True, check=False,
    )  # fmt: skip
    return ran.returncode, ran.stderr.strip()


def fill(place: Path, shop: Path, size: int, *, alone: bool, by_command: bool) -> tuple[Counter[str], list[str]]:
    """One disk with that much room; `alone`: only the lists lie on it."""
    from desktop.bootstrap import build

    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
    outside = Path(tempfile.mkdtemp(prefix="aftercase-month-"))
    codes, found = Counter[str](), list[str]()
    try:
        root, out = (outside if alone else place) / "shop", place / "lists"
        shutil.copytree(shop, root)
        context = build(root, threads=False)
        context.decoder.close()
        disk = os.statvfs(place)
        # A disk of size 0 would be one without an end.
        limit = max((disk.f_blocks - disk.f_bfree) * disk.f_frsize + size, 4096)
        resize = ["mount", "-o", f"remount,size={limit}", str(place)]
        if by_command:
            context.close()
            subprocess.run(resize, check=True, capture_output=True)
            try:
                code, said = command(root, out)
            except OSError:
                code, said = 1, "disk_full"
            codes[said.split(":")[0]] += code != 0
            if code and said.split(":")[0] not in SAYING | {"packet_folder_missing", "folder_unusable"}:
                found.append(f"said {said[-300:]}")
            found += [f"half a file: {file.name}" for file in out.glob("*") if not whole(file)]
            subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
            shutil.rmtree(out, ignore_errors=True)
            code, said = command(root, out)
            found += [f"not done when there was room: {said[-300:]}"] if code else []
            return codes, found
        subprocess.run(resize, check=True, capture_output=True)
        done: Counter[str] = Counter()
        try:
            done, codes = worked(context, out, 1)
        except OSError as error:
            found += [] if error.errno == 28 else [f"raised {error!r}"]
            codes["mkdir"] += 1
        found += [f"said {code}" for code in codes if code not in SAYING | {"mkdir"}]
        subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
        found += problems_of(context, done, out)
        again, failed = worked(context, out, 2)
        found += [f"not done when there was room: {code}" for code in failed]
        found += problems_of(context, done + again, out)
        context.close()
    except Exception as error:  # noqa: BLE001
        where = traceback.extract_tb(error.__traceback__)[-1]
        found.append(f"raised {error!r} in {where.name}, line {where.lineno}")
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        shutil.rmtree(outside)
    return codes, [f"{'lists alone, ' if alone else ''}{'command, ' if by_command else ''}size {size}: {one}"
                   for one in found]  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """0 if nothing acknowledged was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.full_disk_month", description=__doc__)
    parser.add_argument("--sizes", type=int, default=60)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.inside:
        again = ["unshare", "-rm", sys.executable, "-m", "tests.full_disk_month", "--inside",
                 "--sizes", str(options.sizes)]  # fmt: skip
        return subprocess.run(again, cwd=ROOT, check=False).returncode
    began, problems, codes, full = time.monotonic(), list[str](), Counter[str](), 0
    with tempfile.TemporaryDirectory(prefix="aftercase-full-") as room:
        shop, place = Path(room) / "shop", Path(room) / "disk"
        place.mkdir()
        make_shop(shop)
        for number in range(options.sizes):
            alone, by_command = bool(number % 2), number % 6 >= 4
            most = 900_000 if alone else 1_600_000
            said, found = fill(
                place, shop, most * number // options.sizes // 4096 * 4096, alone=alone, by_command=by_command
            )
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
