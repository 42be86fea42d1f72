"""Imports onto a disk that fills at every place of the way, and looks whether anything acknowledged is lost.

`python -m tests.full_disk --sizes 500` mounts a small tmpfs in a namespace of its own (`unshare -rm`: no root needed);
the suite runs a short one. After each full disk there is room again, and without a restart the rest must come in.
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
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.crash_made import picture

if TYPE_CHECKING:
    from desktop.context import AppContext

ROOT = Path(__file__).resolve().parents[1]
ROOM = 64 * 1024 * 1024
SAYING = frozenset(("disk_full", "evidence_not_kept", "store_failed"))


def make_shop(folder: Path) -> int:
    """A data folder with one case; returns it."""
    from desktop.bootstrap import build
    from models.kinds import Platform, Problem, Role

    context = build(folder, threads=False)
    context.shops.add_person(name="小满", role=Role.OWNER)
    context.shops.choose_person(1)
    shop = context.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    case_id = context.cases.open_case(
        problem=Problem.DAMAGED, buyer_id=context.opening.add_buyer(shop, "花果山_大圣01")
    )
    context.close()
    return case_id


def make_files(folder: Path) -> list[Path]:
    """Files and an archive, of a megabyte together."""
    chance = random.Random(3)
    folder.mkdir()
    for number in range(14):
        (folder / f"{number:02d}.bin").write_bytes(chance.randbytes(chance.randrange(100, 90_000)))
    with zipfile.ZipFile(folder / "more.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(8):
            archive.writestr(f"{number}.bin", chance.randbytes(chance.randrange(100, 60_000)))
    return sorted(folder.iterdir())


def imported(context: AppContext, case_id: int, files: Sequence[Path]) -> tuple[int, list[str]]:
    """(how many were said to be kept, codes of the failures); nothing may be raised but a full disk itself."""
    from desktop.services.evidence_intake import Unpacking
    from models.kinds import EvidenceSource

    gathered = context.intake.gather(files, Unpacking.CONTENT)
    added = context.intake.add_all(case_id, gathered.incoming, EvidenceSource.CHOSEN)
    return sum(one.error is None for one in added), [one.error.code for one in added if one.error is not None]


def problems_of(context: AppContext, case_id: int, kept: int) -> Iterator[str]:
    """What is not as it must be."""
    from models.store.verify import verify_store

    rows = context.evidence.list_case_evidence(case_id)
    if len(rows) != kept:
        yield f"{kept} said to be kept, {len(rows)} rows"
    for row in rows:
        if context.store.files.hash_file(row.sha256) != row.sha256:
            yield f"row without its file: {row.number}"
    if list(context.store.folder.staging.iterdir()):
        yield "something is left in staging"
    if not verify_store(context.store).holds:
        yield "the store does not hold"


def made(context: AppContext, case_id: int, outside: Path) -> tuple[int, list[str]]:
    """Every other way in which something is written: (how many pieces came in, codes of the failures)."""
    from desktop.services.evidence_export import ExportWish
    from models.errors import AftercaseError
    from models.kinds import Derivation, Problem
    from models.rules.annotations import Box, Layer, Sheet

    ids = sorted(item.id for item in context.evidence.list_case_evidence(case_id))[:3]
    layer = Layer((Sheet(72, 96, marks=(Box(points=((1, 1), (9, 9))),) * 200),))

    def joined() -> int:
        plan = context.chat_stitching.propose(ids[:2])
        return context.chat_stitching.join(plan, caption="聊天").already_there is False

    def drawn() -> int:
        before = context.annotations.load_layer(ids[0])
        context.annotations.save_layer(ids[0], layer)
        context.annotations.end_sitting(ids[0], before)
        assert context.annotations.load_layer(ids[0]) == layer
        return 0

    def carried() -> int:
        buyer = context.cases.load_page(case_id).buyer
        assert buyer is not None
        other = context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer.id)
        context.evidence_moving.copy(ids[:2], other)
        context.evidence_moving.move(ids[2:], other)
        context.evidence_moving.move([item.id for item in context.evidence.list_case_evidence(other)
                                      if item.id == ids[2]], case_id)  # fmt: skip
        return 0

    def damaged() -> int:
        item = context.evidence.find_evidence(ids[0])
        path = context.store.files.path(item.sha256)
        if not path.exists():
            path = next(context.store.folder.quarantine.glob(f"{item.sha256}.*"))
        whole = outside.parents[2] / "whole.png"
        if not whole.exists():
            whole.write_bytes(path.read_bytes())
            path.chmod(0o600)
            with path.open("r+b") as file:
                file.write(b"X")
        # The last time the file may be back already, and only the word of it not.
        found = context.integrity.verify(evidence_ids=[item.id]).findings
        assert found or context.store.files.hash_file(item.sha256) == item.sha256
        context.integrity.restore(item.id, whole)
        whole.unlink()
        assert context.integrity.verify(evidence_ids=[item.id]).findings == ()
        return 0

    def taken(wish: ExportWish) -> int:
        report = context.taking_out.export(ids, wish)
        assert len(report.files) == len(ids), [entry.how for entry in report.left_out]
        return 0

    def redacted(at: int) -> int:
        return context.redactions.redact(ids[at], [(1.0, 1.0, 20.0, 20.0)], (0, 0, 0)).already_there is False

    steps = [
        damaged, lambda: redacted(1), joined, drawn, carried, lambda: redacted(2),
        lambda: taken(ExportWish(outside / "folder", original=True)),
        lambda: taken(ExportWish(outside / "out.zip", archive=True)),
        lambda: context.intake.add_derived(ids[1:2], os.urandom(40_000), "x.png", Derivation.ANNOTATED).already_there
        is False,
    ]  # fmt: skip
    came, codes = 0, []
    for step in steps:
        try:
            came += step()
        except AftercaseError as error:
            codes.append(error.code)
    return came, codes


def fill_making(place: Path, shop: Path, case_id: int, size: int) -> tuple[bool, list[str]]:
    """As `fill`, for what is made of evidence, marked, moved, verified and taken out."""
    from desktop.bootstrap import build

    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
    found: list[str] = []
    codes: list[str] = []
    try:
        shutil.copytree(shop, place / "shop")
        context = build(place / "shop", threads=False)
        disk = os.statvfs(place)
        limit = (disk.f_blocks - disk.f_bfree) * disk.f_frsize + size
        subprocess.run(["mount", "-o", f"remount,size={limit}", str(place)], check=True, capture_output=True)
        came, codes = made(context, case_id, place / "out" / "side")
        # What could not be put back yet is missing to all that would use it.
        found += [f"said {code}" for code in codes if code not in SAYING | {"evidence_missing"}]
        subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
        again, failed = made(context, case_id, place / "out" / "again")
        found += [f"not done when there was room: {code}" for code in failed]
        found += problems_of(context, case_id, 3 + came + again)
        context.close()
    except Exception as error:  # noqa: BLE001
        place_of = traceback.extract_tb(error.__traceback__)[-1]
        found.append(f"raised {error!r} in {place_of.name}, line {place_of.lineno}")
    finally:
        (place.parent / "whole.png").unlink(missing_ok=True)
        subprocess.run(["umount", "-l", str(place)], check=True)
    return bool(found or codes), [f"size {size}: {one}" for one in found]


def run_making(sizes: int) -> tuple[int, list[str]]:
    """(how many disks were full, what went wrong)."""
    from desktop.bootstrap import build
    from models.kinds import EvidenceSource

    with tempfile.TemporaryDirectory(prefix="aftercase-full-") as room:
        shop, place = Path(room) / "shop", Path(room) / "disk"
        place.mkdir()
        case_id = make_shop(shop)
        context, chance = build(shop, threads=False), random.Random(4)
        for number in range(3):
            context.intake.add_bytes(case_id, picture(chance), f"{number}.png", EvidenceSource.PASTED)
        context.close()
        problems, full = [], 0
        for number in range(sizes):
            was_full, found = fill_making(place, shop, case_id, 900_000 * number // max(sizes, 1) // 4096 * 4096)
            full += was_full
            problems += found
        return full, problems


def fill(place: Path, shop: Path, files: Sequence[Path], case_id: int, size: int) -> tuple[bool, list[str]]:
    """One disk with room for this many bytes: whether it was full, and what went wrong."""
    from desktop.bootstrap import build
    from models.errors import AftercaseError

    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)], check=True)
    found: list[str] = []
    try:
        shutil.copytree(shop, place / "shop")
        context = build(place / "shop", threads=False)
        context.decoder.close()
        disk = os.statvfs(place)
        limit = (disk.f_blocks - disk.f_bfree) * disk.f_frsize + size
        subprocess.run(["mount", "-o", f"remount,size={limit}", str(place)], check=True, capture_output=True)
        kept, codes = imported(context, case_id, files)
        found += [f"said {code}" for code in codes if code not in SAYING]
        subprocess.run(["mount", "-o", f"remount,size={ROOM}", str(place)], check=True)
        found += problems_of(context, case_id, kept)
        again, failed = imported(context, case_id, files)
        found += [f"not in when there was room: {code}" for code in failed]
        found += problems_of(context, case_id, again)
        entries = [entry for entry in context.undo.done() if entry.code == "evidence_imported"]
        if len(entries) != (2 if codes and kept else 1):
            found.append(f"{len(entries)} entries of Undo")
        context.close()
    except (AftercaseError, OSError) as error:
        found.append(f"raised {error!r}")
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
    return bool(found or codes), [f"size {size}: {one}" for one in found]


def run(sizes: int) -> tuple[int, list[str]]:
    """(how many disks were full, what went wrong)."""
    with tempfile.TemporaryDirectory(prefix="aftercase-full-") as room:
        shop, place = Path(room) / "shop", Path(room) / "disk"
        place.mkdir()
        case_id, files = make_shop(shop), make_files(Path(room) / "files")
        needed = sum(path.stat().st_size for path in files)
        problems, full = [], 0
        for number in range(sizes):
            # From no room at all to enough for everything.
            size = needed * 2 * number // max(sizes, 1) // 4096 * 4096
            was_full, found = fill(place, shop, files, case_id, size)
            full += was_full
            problems += found
        return full, problems


def main(arguments: Sequence[str]) -> int:
    """0 if nothing acknowledged was lost."""
    parser = argparse.ArgumentParser(prog="python -m tests.full_disk", description=__doc__)
    parser.add_argument("--sizes", type=int, default=500)
    parser.add_argument("--flow", choices=("import", "made"), default="import", help="what is being done")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.inside:
        command = ["unshare", "-rm", sys.executable, "-m", "tests.full_disk", "--inside", "--sizes", str(options.sizes),
                   "--flow", options.flow]  # fmt: skip
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    began = time.monotonic()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    full, problems = (run_making if options.flow == "made" else run)(options.sizes)
    for problem in problems[:40]:
        print(problem)
    print(f"{options.sizes} disks, {full} full, {len(problems)} problems, {time.monotonic() - began:.0f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
