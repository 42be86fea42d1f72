"""`python -m tests.full_disk_packets --sizes 60`: packets of every form, sheets, a certificate and checks on full disks.

Once the disk of the shop and of the target is one and fills at every place of the way, once only that of the target.
Whatever was said to be made is whole; nothing else is left, neither parts nor rows; with room again all of it works.
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
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_packets import is_whole
from tests.full_disk import ROOM, ROOT
from tests.naughty_packets import open_case

if TYPE_CHECKING:
    from desktop.context import AppContext

SAYING = frozenset(
    ("disk_full", "evidence_not_kept", "store_failed", "file_unwritable", "packet_not_written", "certificate_not_kept")
)
PASSPHRASE = "云雀-lark-07"


def made(context: AppContext, case_id: int, out: Path) -> tuple[int, list[str], list[Path]]:
    """Everything once: (packets said to be made, codes of the failures, what is said to be there)."""
    from desktop.packets.values import SealWish
    from desktop.services.sheets import SheetWish
    from models.errors import AftercaseError
    from models.packet_records import PacketPlan

    shown = [item.id for item in context.packet_gathering.proposed(case_id)][:3]
    there: list[Path] = []
    codes: list[str] = []

    def packet(preset: str, name: str, seal: SealWish | None = None) -> int:
        target = out / name if "." in name else out
        plan = PacketPlan(preset=preset)
        done = context.packets.make_packet(
            case_id, out=target, plan=plan, evidence_ids=shown, summary="碎了", seal=seal
        )
        there.append(done.path)
        return 1

    def nothing(work: Callable[[], object]) -> Callable[[], int]:
        def run() -> int:
            work()
            return 0

        return run

    steps: list[Callable[[], int]] = [
        nothing(lambda: context.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")),
        nothing(lambda: context.packets.preview(case_id, PacketPlan(preset="print"), shown)),
        lambda: packet("print", "a.pdf"), lambda: packet("stripe", "folder"), lambda: packet("ebay", "folder"),
        lambda: packet("archive", "a.zip"), lambda: packet("print", "s.pdf", SealWish(sign=True, passphrase=PASSPHRASE)),
        nothing(lambda: there.append(context.sheets.save(context.sheets.case_summary(case_id, SheetWish()), out / "sheet.pdf"))),
        nothing(lambda: [context.packet_checking.check(each) for each in list(there)]),
        nothing(lambda: context.packet_plans.keep(case_id, PacketPlan(preset="stripe"))),
    ]  # fmt: skip
    came = 0
    for step in steps:
        try:
            came += step()
        except AftercaseError as error:
            codes.append(error.code)
    return came, codes, there


def left_over(out: Path, there: Sequence[Path]) -> list[str]:
    """What is there and was not said to be, and what was said and is not whole."""
    found = [f"not whole: {path.name}" for path in there if not is_whole(path, "")]
    return found + [f"left: {path.name}" for path in out.iterdir() if path not in there]


def fill(place: Path, shop: Path, case_id: int, size: int, *, alone: bool) -> tuple[Counter[str], list[str]]:
    """One disk with that much room; `alone`: only the target lies on it."""
    from desktop.bootstrap import build
    from models.store.verify import verify_store

    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
    codes: Counter[str] = Counter()
    found: list[str] = []
    home = Path(tempfile.mkdtemp(prefix="aftercase-full-")) if alone else place
    context = None
    try:
        shutil.copytree(shop, home / "shop")
        out = place / "out"
        out.mkdir()
        (out / "a.pdf").write_bytes(b"%PDF older %%EOF")
        context = build(home / "shop", threads=False)
        disk = os.statvfs(place)
        limit = (disk.f_blocks - disk.f_bfree) * disk.f_frsize + size
        subprocess.run(["mount", "-o", f"remount,size={limit}", str(place)], check=True, capture_output=True)
        came, said, there = made(context, case_id, out)
        codes.update(said)
        found += [
            f"said {code}" for code in said if code not in SAYING | {"signing_needs_certificate", "no_certificate"}
        ]
        found += left_over(out, [*there, out / "a.pdf"])
        if len(context.packets.list_packets(case_id)) != came:
            found.append(f"{came} said to be made, {len(context.packets.list_packets(case_id))} rows")
        subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
        second = place / "again"
        second.mkdir()
        again, failed, there = made(context, case_id, second)
        found += [f"not done when there was room: {code}" for code in failed if code != "certificate_there"]
        found += left_over(second, there)
        if len(context.packets.list_packets(case_id)) != came + again:
            found.append("rows and packets differ")
        if list(context.store.folder.staging.iterdir()):
            found.append("something is left in staging")
        if not verify_store(context.store).holds:
            found.append("the store does not hold")
    except Exception as error:  # noqa: BLE001
        place_of = traceback.extract_tb(error.__traceback__)[-1]
        found.append(f"raised {error!r} in {place_of.filename}:{place_of.lineno} {traceback.format_exc()[-700:]}")
    finally:
        if context is not None:
            context.close()
        subprocess.run(["umount", "-l", str(place)], check=True)
        if alone:
            shutil.rmtree(home, ignore_errors=True)
    return codes, [f"size {size}{' alone' if alone else ''}: {one}" for one in found]


def run(sizes: int, most: int) -> list[str]:
    """What went wrong."""
    from desktop.bootstrap import build

    with tempfile.TemporaryDirectory(prefix="aftercase-full-") as room:
        shop, place = Path(room) / "shop", Path(room) / "disk"
        place.mkdir()
        context = build(shop, threads=False)
        case_id = open_case(context, ["您好", "碎了"])
        context.close()
        problems: list[str] = []
        codes: Counter[str] = Counter()
        full = 0
        for alone in (False, True):
            for number in range(sizes):
                said, found = fill(place, shop, case_id, most * number // sizes // 4096 * 4096, alone=alone)
                codes += said
                full += bool(said)
                problems += found
            print(f"{'target' if alone else 'both'}: {full} full, {len(problems)} problems", flush=True)
        print(dict(codes))
        return problems


def main(arguments: Sequence[str]) -> int:
    """0 if all was as it must be."""
    parser = argparse.ArgumentParser(prog="python -m tests.full_disk_packets", description=__doc__)
    parser.add_argument("--sizes", type=int, default=60)
    parser.add_argument("--most", type=int, default=3_000_000, help="bytes of room for the largest disk")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.inside:
        command = ["unshare", "-rm", sys.executable, "-m", "tests.full_disk_packets", "--inside",
                   "--sizes", str(options.sizes), "--most", str(options.most)]  # fmt: skip
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    began = time.monotonic()
    problems = run(options.sizes, options.most)
    for problem in problems[:40]:
        print(problem)
    print(f"{options.sizes} disks twice, {len(problems)} problems, {time.monotonic() - began:.0f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
