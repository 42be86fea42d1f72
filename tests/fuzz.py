"""`python -m tests.fuzz --mutated 5000 [--samples DIR]`: hostile files through every operation of the decoder.

Counts what was shown, what was honestly not, and why; how long each operation took at most, what it needed of memory;
which workers died. Exit status 1 if anything was raised, or made wrongly, or took longer than the limits allow.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any

from desktop.decoder.client import Decoder
from desktop.decoder.formats import HEAD_BYTES, format_of
from desktop.decoder.protocol import Operation
from desktop.decoder.results import MediaFormat, MediaKind, NoPreview, NoPreviewReason
from desktop.exporters.bare_check import bare_format
from desktop.packets.checked import Verdict
from desktop.packets.jpeg import clean_jpeg
from desktop.services.chat_texts import chat_text
from desktop.services.evidence_copies import NotCleaned, copy_of
from desktop.services.frame_lists import frame_list
from desktop.services.likeness import LOOK_BYTES
from desktop.services.packet_checking import PacketChecking
from models.errors import EvidenceFault
from models.rules.chat_log import HEAD_CHARACTERS, media_of_text
from tests import hostile_files

LONGEST_S = 24.0
"""The deadline of a full picture, 20 s, and ending and starting a process on a busy machine."""
LOST = (NoPreviewReason.WORKER_DIED, NoPreviewReason.TIME_LIMIT)
SMALL = 400_000


class Fuzz:
    """One run."""

    def __init__(self, folder: Path, *, quick: bool, packets: bool = False) -> None:
        self.decoder = Decoder(workers=2)
        self.folder, self.quick, self.packets = folder, quick, packets
        self.checking = PacketChecking(self.decoder, None)
        self.answers: Counter[tuple[str, str]] = Counter()
        self.longest: dict[str, tuple[float, str]] = {}
        self.lost: list[str] = []
        self.wrong: list[str] = []
        self.files = self.shown = 0
        self.peak_kb = 0
        self._lock = Lock()

    def look_at(self, path: Path, name: str) -> None:
        """Every operation on one file."""
        wanted = format_of(path.open("rb").read(HEAD_BYTES))
        ways: list[tuple[str, Callable[[], object]]] = [
            ("probe", lambda: self.decoder.probe(path).no_preview),
            ("thumbnail", lambda: self.decoder.thumbnail(path, 256, 256)),
            ("picture", lambda: self.decoder.picture(path, 1600)),
            ("frames", lambda: frame_list(self.decoder, path)),
            ("likeness", lambda: self._likeness(path)),
            ("redact", lambda: self._made(path, Operation.REDACT, {"boxes": [[1, 1, 9, 9]], "fill": [0, 0, 0]})),
            ("overlap", lambda: self.decoder.data(path, Operation.OVERLAP, {"lowers": [str(path.absolute())]})),
            ("cuts", lambda: self.decoder.data(path, Operation.CUTS, {"page": 400})),
            ("join", lambda: self._made(path, Operation.JOIN, {"parts": [[str(path.absolute()), 0, 0, 9, 9]] * 2})),
            ("bare", lambda: self._bare(path, wanted)),
        ]
        if wanted.kind is MediaKind.DOCUMENT:
            ways += [
                ("text", lambda: self.decoder.page_text(path)),
                ("page 9", lambda: self.decoder.picture(path, 800, page=9)),
            ]
        elif wanted.kind in (MediaKind.VIDEO, MediaKind.IMAGE):
            ways += [("at 1 s", lambda: self.decoder.picture(path, 800, at_ms=1000, page=0)),
                     ("still", lambda: self._made(path, Operation.REDACT, {"boxes": [], "fill": [0, 0, 0]}, 1))]  # fmt: skip
        elif wanted is MediaFormat.TEXT:
            ways = [
                *ways[:3],
                ("bare", ways[9][1]),
                ("chat", lambda: media_of_text(chat_text(path.read_bytes()).text[:HEAD_CHARACTERS]) and None),
            ]
        else:
            ways = [*ways[:3], ways[9]]
        ways = self._of_packets(path) if self.packets else [*ways, *self._of_packets(path)]
        seen = False
        for way, ask in ways:
            began = time.monotonic()
            try:
                answer = ask()
            except Exception as error:  # noqa: BLE001
                # Nothing may be raised for what a file contains: that is what is looked for.
                with self._lock:
                    self.wrong.append(f"{way} {name}: raised {error!r}")
                continue
            took = time.monotonic() - began
            seen |= way == "picture" and not isinstance(answer, NoPreview)
            self._note(way, name, answer, took)
        with self._lock:
            self.files += 1
            self.shown += seen

    def _of_packets(self, path: Path) -> list[tuple[str, Callable[[], object]]]:
        """What packets ask of a file: a picture, parts of it, a later page or moment, and whether it is a packet."""
        return [
            ("jpeg", lambda: self._jpeg(path)), ("crop", lambda: self._jpeg(path, crop=(0.2, 0.3, 0.7, 0.9))),
            ("jpeg page", lambda: self._jpeg(path, page=3)), ("jpeg still", lambda: self._jpeg(path, at_ms=700)),
            ("verify", lambda: self._verified(path)),
        ]  # fmt: skip

    def _jpeg(self, path: Path, **values: Any) -> object:
        made = self.decoder.jpeg(path, max_side=1600, quality=80, **values)
        if not isinstance(made, NoPreview):
            clean = clean_jpeg(made)
            if max(clean.width, clean.height) > 1600 or clean.alone != made or b"SENTINEL" in made:
                raise AssertionError("not the JPEG that was asked for")
        return made

    def _verified(self, path: Path) -> object:
        if self.checking.check(path).verdict is Verdict.INTACT:
            raise AssertionError("a stranger's file is said to be intact")
        return None

    def _note(self, way: str, name: str, answer: object, took: float) -> None:
        reason = (
            answer.reason if isinstance(answer, NoPreview) else answer if isinstance(answer, NoPreviewReason) else None
        )
        peak = max((_peak_kb(pid) for pid in self.decoder.worker_pids()), default=0)
        with self._lock:
            self.peak_kb = max(self.peak_kb, peak)
            self.answers[way, reason.value if reason else "well"] += 1
            if took > self.longest.get(way, (0.0, ""))[0]:
                self.longest[way] = (took, name)
            if reason in LOST:
                self.lost.append(f"{way} {name}: {reason.value} after {took:.1f} s")
            if took > LONGEST_S * (3 if way == "bare" else 1):
                self.wrong.append(f"{way} {name}: {took:.1f} s")

    def _likeness(self, path: Path) -> object:
        answer = self.decoder.data(path, Operation.LIKENESS)
        if not isinstance(answer, NoPreview) and len(answer) not in (0, LOOK_BYTES):
            raise AssertionError("a look of another length")
        return answer

    def _made(self, path: Path, operation: Operation, body: dict[str, object], at_ms: int = 0) -> object:
        made = self.decoder.made(path, operation, MediaFormat.PNG, body, at_ms=at_ms)
        if not isinstance(made, NoPreview) and not made.data.startswith(b"\x89PNG\r\n\x1a\n"):
            raise AssertionError("made no PNG")
        return made

    def _bare(self, path: Path, found: MediaFormat) -> object:
        """As the export makes it: nothing that a camera wrote may be in it."""
        import hashlib
        from types import SimpleNamespace

        data = path.read_bytes()
        item = SimpleNamespace(sha256=hashlib.sha256(data).hexdigest(), size=len(data), derivation=None, format="x")
        try:
            copy = copy_of(item, path, self.decoder, original=False)  # type: ignore[arg-type]
            made = b"".join(copy.content())
        except (NotCleaned, EvidenceFault):
            return NoPreview(NoPreviewReason.UNSUPPORTED)
        if copy.how == "bare" and (b"SENTINEL" in made or (found.kind is MediaKind.IMAGE and b"Exif\0\0" in made)):
            raise AssertionError("the bare copy tells of the device")
        if copy.how == "bare" and bare_format(found) is None and found.kind is not MediaKind.VIDEO:
            raise AssertionError("made bare, but cannot be")
        return copy


def _peak_kb(pid: int) -> int:
    """The largest address space a process had so far; 0 where that cannot be told."""
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmPeak:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def _base(samples: Path | None) -> Iterator[tuple[str, bytes]]:
    yield from chain(hostile_files.photos(), hostile_files.animations(), hostile_files.films(), hostile_files.papers())
    yield from chain(hostile_files.texts(), hostile_files.disguises())
    for path in sorted(samples.rglob("*")) if samples else ():
        if path.is_file():
            yield path.name, path.read_bytes()


def run(
    mutated: int, seed: int, samples: Path | None, *, only_mutated: bool, quick: bool = False, packets: bool = False
) -> Fuzz:
    """All files, then so many mutated ones of those that are small."""
    with tempfile.TemporaryDirectory(prefix="aftercase-fuzz-") as folder:
        fuzz = Fuzz(Path(folder), quick=quick, packets=packets)
        seeds: list[tuple[str, bytes]] = []

        def each() -> Iterator[tuple[str, bytes]]:
            for name, data in _base(samples):
                if format_of(data[:HEAD_BYTES]) is not MediaFormat.UNKNOWN and 0 < len(data) < SMALL:
                    seeds.append((name, data))
                if not only_mutated:
                    yield name, data
            for number in range(mutated):
                chance = random.Random(seed * 10**7 + number)
                name, data = chance.choice(seeds)
                yield f"{number}-{name}", hostile_files.mutated(chance, data)

        def one(numbered: tuple[int, tuple[str, bytes]]) -> None:
            number, (name, data) = numbered
            path = Path(folder) / f"{number}{Path(name).suffix}"
            path.write_bytes(data)
            before = len(fuzz.lost), len(fuzz.wrong)
            fuzz.look_at(path, name)
            if (len(fuzz.lost), len(fuzz.wrong)) == before:
                path.unlink()

        with ThreadPoolExecutor(2) as pool:
            for done, _ in enumerate(pool.map(one, enumerate(each())), 1):
                if done % 500 == 0:
                    print(f"{done} files, {len(fuzz.lost)} lost, {len(fuzz.wrong)} wrong", flush=True)
        fuzz.decoder.close()
    return fuzz


def main(arguments: Sequence[str]) -> int:
    """0 if every file was shown or honestly not."""
    faulthandler.enable()
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--mutated", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--samples", type=Path)
    parser.add_argument("--only-mutated", action="store_true")
    parser.add_argument("--packets", action="store_true", help="only what packets ask of files")
    options = parser.parse_args(arguments)
    began = time.monotonic()
    fuzz = run(options.mutated, options.seed, options.samples, only_mutated=options.only_mutated,
               packets=options.packets)  # fmt: skip
    for (way, reason), count in sorted(fuzz.answers.items()):
        print(f"{way:10} {reason:18} {count}")
    for way, (took, name) in fuzz.longest.items():
        print(f"longest {way:10} {took:5.1f} s  {name}")
    for line in [*fuzz.lost[:60], *fuzz.wrong[:60]]:
        print(line)
    print(f"{fuzz.files} files, {fuzz.shown} shown, {len(fuzz.lost)} answers lost, {len(fuzz.wrong)} wrong, "
          f"largest address space {fuzz.peak_kb // 1024} MB, {time.monotonic() - began:.0f} s")  # fmt: skip
    return 1 if fuzz.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
