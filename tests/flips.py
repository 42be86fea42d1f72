"""`python -m tests.flips --flips 1000`: a bit flipped anywhere in an evidence file is found, and nothing else is said.

Flips one bit at a random place of a random file of a store of photos, texts and an empty-ish file, runs the check,
and puts the bit back. Also truncates, appends, exchanges and removes. Exit status 0 only if each was found and named.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from models.kinds import FileFault, Integrity
from models.store.history import Stamp
from models.store.store import Store, open_store
from models.store.verify import check_evidence

SIZES = (1, 2, 63, 4_096, 65_537, 300_000, 1_048_576, 1_048_577, 2_500_000)


def make_store(root: Path, dice: random.Random) -> tuple[Store, list[Path]]:
    """A store with one file of each size."""
    now = datetime.now(UTC)
    store, stamp = open_store(root), Stamp(now, "flips")
    paths = []
    with store.write(stamp) as transaction:
        shop = transaction.insert(
            "shop", name="x", platform="taobao", currency="CNY", time_zone="Asia/Shanghai"
        )
        case_id = transaction.insert(
            "case", number="A2611-0001", shop_id=shop, state="open", problem="damaged", currency="CNY",
            opened_at=now, updated_at=now,
        )  # fmt: skip
        for number, size in enumerate(SIZES, 1):
            kept = store.files.keep_bytes(dice.randbytes(size))
            transaction.insert(
                "evidence", case_id=case_id, number=number, sha256=kept.sha256, size=kept.size,
                original_name=f"{number}.bin", media="other", source="chosen", imported_at=now, imported_by="x",
            )  # fmt: skip
            paths.append(store.files.path(kept.sha256))
    for path in paths:
        path.chmod(0o600)
    return store, paths


def flip(path: Path, place: int, bit: int) -> None:
    """Turn one bit of a file over."""
    with path.open("r+b") as file:
        file.seek(place)
        was = file.read(1)[0]
        file.seek(place)
        file.write(bytes([was ^ 1 << bit]))


def found(store: Store) -> list[tuple[str, FileFault, Integrity]]:
    """What the check says is wrong."""
    return [(one.sha256, one.fault, one.integrity) for one in check_evidence(store)[2]]


def run(flips: int, seed: int) -> int:
    """How many were not found, or found wrongly."""
    dice, missed = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        store, paths = make_store(Path(folder) / "shop", dice)
        for _ in range(flips):
            path = dice.choice(paths)
            place, bit = dice.randrange(path.stat().st_size), dice.randrange(8)
            flip(path, place, bit)
            missed += [(name, mark) for name, _, mark in found(store)] != [(path.name, Integrity.CHANGED)]
            flip(path, place, bit)
        missed += found(store) != []
        first, second = paths[3], paths[5]
        one, other = first.read_bytes(), second.read_bytes()
        first.write_bytes(other)
        second.write_bytes(one)
        missed += [fault for _, fault, _ in found(store)] != [FileFault.SWAPPED] * 2
        first.write_bytes(one[:-1])
        second.write_bytes(other + b"\0")
        missed += [fault for _, fault, _ in found(store)] != [FileFault.SHORTER, FileFault.APPENDED]
        first.unlink()
        second.write_bytes(other)
        missed += [fault for _, fault, _ in found(store)] != [FileFault.GONE]
        store.close(datetime.now(UTC))
    return missed


def main() -> int:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(prog="tests.flips")
    parser.add_argument("--flips", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.perf_counter()
    missed = run(options.flips, options.seed)
    sys.stdout.write(f"{options.flips} flips, {missed} not found, {time.perf_counter() - began:.1f} s\n")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
