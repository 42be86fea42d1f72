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
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if not options.inside:
        command = ["unshare", "-rm", sys.executable, "-m", "tests.full_disk", "--inside", "--sizes", str(options.sizes)]
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    began = time.monotonic()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    full, problems = run(options.sizes)
    for problem in problems[:40]:
        print(problem)
    print(f"{options.sizes} disks, {full} full, {len(problems)} problems, {time.monotonic() - began:.0f} s")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
