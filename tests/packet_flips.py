"""`python -m tests.packet_flips --flips 200 --mutated 1000`: changed packets are never said to be intact.

A signed, a signed and time-stamped, and a locked PDF, an archive, and a folder of several files are made as the program
makes them. One byte of each is changed so many times; then whole files are mutated. Whoever checks, with the shop's data
or as a stranger, must not read "intact", and be told within ten seconds.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests import hostile_files
from tests.desktop.services.stamp_server import stamp_server
from tests.naughty_packets import open_case

if TYPE_CHECKING:
    from desktop.context import AppContext

PASSPHRASE = "云雀-lark-07"
LONGEST_S = 10.0


def make(ctx: AppContext, out: Path) -> dict[str, Path]:
    """One of each kind, by a name that says what it is."""
    from desktop.packets.values import SealWish
    from models.packet_records import PacketPlan

    case_id = open_case(ctx, ["您好，盘子碎了", "请拍照"])
    ctx.sealing.make_certificate("青禾家居", PASSPHRASE, key="ec")
    shown = [item.id for item in ctx.packet_gathering.proposed(case_id)][:3]
    made: dict[str, Path] = {}

    def one(name: str, preset: str, seal: SealWish | None = None) -> None:
        several = preset in ("stripe", "ebay")
        target = out if several else out / f"{name}.{'zip' if preset == 'archive' else 'pdf'}"
        made[name] = ctx.packets.make_packet(
            case_id, out=target, plan=PacketPlan(preset=preset), evidence_ids=shown, summary="碎了两只", seal=seal
        ).path

    sign = SealWish(sign=True, passphrase=PASSPHRASE)
    one("signed", "print", sign)
    with stamp_server() as address:
        ctx.sealing.set_stamp_server(address)
        one("stamped", "print", sign)
        ctx.sealing.set_stamp_server("")
    one("locked", "print", SealWish(password="open-sesame-77"))
    one("archive", "archive")
    one("slots", "stripe")
    one("pictures", "ebay")
    return made


def run(flips: int, mutated: int, seed: int) -> list[str]:
    """What was said wrongly, or too late."""
    from desktop.bootstrap import build
    from desktop.services.packet_checking import PacketChecking

    problems: list[str] = []
    counts: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="aftercase-packets-") as room:
        place = Path(room)
        (place / "out").mkdir()
        ctx = build(place / "shop", threads=False)
        try:
            made = make(ctx, place / "out")
            who = {"shop": ctx.packet_checking, "stranger": PacketChecking(ctx.decoder, None)}
            for name, path in made.items():
                assert who["shop"].check(path).verdict.value == "intact", name
            longest = (0.0, "")

            def look(what: str, path: Path) -> None:
                nonlocal longest
                for whose, checking in who.items():
                    began = time.monotonic()
                    try:
                        verdict = checking.check(
                            path, password="open-sesame-77" if "locked" in what else ""
                        ).verdict.value
                    except Exception as error:  # noqa: BLE001
                        problems.append(f"{what} {whose}: raised {error!r}")
                        continue
                    took = time.monotonic() - began
                    longest = max(longest, (took, what))
                    counts[f"{what.split(' ')[0]} {whose} {verdict}"] += 1
                    if verdict == "intact":
                        problems.append(f"{what}: {whose} reads intact")
                    if took > LONGEST_S:
                        problems.append(f"{what}: {took:.1f} s")

            for name, path in made.items():
                for at in range(flips):
                    changed(place, path, chance, f"flip-{name} {at}", look, by_byte=True)
                for at in range(mutated // len(made)):
                    changed(place, path, chance, f"mutated-{name} {at}", look, by_byte=False)
                print(f"{name}: {len(problems)} problems", flush=True)
            print(f"longest {longest[0]:.2f} s ({longest[1]})")
        finally:
            ctx.close()
    for what, count in sorted(counts.items()):
        print(f"{count:6} {what}")
    return problems


def changed(place: Path, path: Path, chance: random.Random, what: str, look: object, *, by_byte: bool) -> None:
    """Change one file of a packet, have it looked at, and put it back."""
    copy = place / "copy"
    if path.is_dir():
        shutil.copytree(path, copy)
        victim = chance.choice(sorted(copy.iterdir()))
    else:
        copy = copy.with_suffix(path.suffix)
        shutil.copy(path, copy)
        victim = copy
    data = victim.read_bytes()
    if by_byte:
        place_of = chance.randrange(len(data))
        bad = data[:place_of] + bytes([data[place_of] ^ chance.randrange(1, 256)]) + data[place_of + 1 :]
        what = f"{what} {victim.name}@{place_of}"
    else:
        bad = hostile_files.mutated(chance, data)
    victim.write_bytes(bad)
    if bad != data:
        look(what, copy)  # type: ignore[operator]
    if copy.is_dir():
        shutil.rmtree(copy)
    else:
        copy.unlink()


def main(arguments: Sequence[str]) -> int:
    """0 if nothing changed was called intact."""
    parser = argparse.ArgumentParser(prog="python -m tests.packet_flips", description=__doc__)
    parser.add_argument("--flips", type=int, default=200)
    parser.add_argument("--mutated", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    began = time.monotonic()
    problems = run(options.flips, options.mutated, options.seed)
    for problem in problems[:60]:
        print(problem)
    print(f"{options.flips} flips of each, {options.mutated} mutated, {len(problems)} problems, "
          f"{time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
