"""The work of `python -m tests.crash --flow made`: copies are made of evidence, moved, marked, taken out and verified,
until it is killed. What was damaged on purpose is told before it is, so that the check knows of it."""

from __future__ import annotations

import hashlib
import io
import os
import random
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.context import AppContext


def picture(chance: random.Random, size: tuple[int, int] = (72, 96)) -> bytes:
    """A PNG of noise."""
    out = io.BytesIO()
    Image.frombytes("RGB", size, chance.randbytes(size[0] * size[1] * 3)).save(out, "PNG")
    return out.getvalue()


def work(folder: Path, ack: Path, seed: int) -> None:
    """For ever; each line of `ack` is written after the program said that it is done."""
    from models.kinds import EvidenceSource, Problem
    from tests.crash_shop import nothing_left, opened_shop

    chance = random.Random(seed)
    context, shop = opened_shop(folder)
    nothing_left(context)
    said = os.open(ack, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(*words: object) -> None:
        os.write(said, (" ".join(map(str, words)) + "\n").encode())

    def told(evidence_id: int | None) -> int:
        assert evidence_id is not None
        tell("evidence", evidence_id, context.evidence.find_evidence(evidence_id).sha256)
        return evidence_id

    for at in range(1_000_000):
        buyer = context.opening.add_buyer(shop, f"花果山_{seed}-{at}")
        here, there = (context.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer) for _ in range(2))
        ids = [
            told(context.intake.add_bytes(here, picture(chance), f"{number}.png", EvidenceSource.PASTED).evidence_id)
            for number in range(3)
        ]
        steps: list[Callable[[], None]] = [
            lambda ids=ids: _copies(context, ids, told), lambda ids=ids: _marks(context, ids[0], tell),  # type: ignore[misc]
            lambda ids=ids, there=there: _moves(context, ids, there, tell, told),  # type: ignore[misc]
            lambda ids=ids, at=at: _takes_out(context, ids, folder.parent / f"out-{seed}-{at}", tell),  # type: ignore[misc]
            lambda ids=ids: _verifies(context, ids[1], folder.parent / "original.png", chance, tell),  # type: ignore[misc]
        ]  # fmt: skip
        chance.shuffle(steps)
        for step in steps:
            step()


def _copies(context: AppContext, ids: list[int], told: Callable[[int | None], int]) -> None:
    from models.kinds import Derivation

    told(context.redactions.redact(ids[0], [(1.0, 1.0, 20.0, 20.0)], (0, 0, 0)).evidence_id)
    out = io.BytesIO()
    Image.new("RGB", (9, 9), (ids[0] % 256, ids[0] // 256, 7)).save(out, "PNG")
    told(context.intake.add_derived([ids[0]], out.getvalue(), "marked.png", Derivation.ANNOTATED).evidence_id)
    joined = told(context.chat_stitching.join(context.chat_stitching.propose(ids[:2]), caption="聊天").evidence_id)
    plan = context.chat_stitching.propose_cuts(joined)
    if len(plan.spans()) > 1:
        for page in context.chat_stitching.cut(plan):
            told(page.evidence_id)


def _marks(context: AppContext, evidence_id: int, tell: Callable[..., None]) -> None:
    from models.rules.annotations import Box, Layer, Sheet

    before = context.annotations.load_layer(evidence_id)
    layer = Layer((Sheet(72, 96, marks=(Box(points=((1, 1), (9, 9))),)),))
    for count in range(1, 4):
        layer = replace(layer, sheets=(replace(layer.sheets[0], marks=layer.sheets[0].marks * count),))
        context.annotations.save_layer(evidence_id, layer)
    tell("layer", evidence_id, layer.count())
    context.annotations.end_sitting(evidence_id, before)
    tell("layer", evidence_id, layer.count())


def _moves(
    context: AppContext, ids: list[int], there: int, tell: Callable[..., None], told: Callable[[int | None], int]
) -> None:
    known = {item.id for item in context.evidence.list_case_evidence(there)}
    context.evidence_moving.copy(ids[:1], there)
    for item in context.evidence.list_case_evidence(there):
        if item.id not in known:
            told(item.id)
    context.evidence_moving.move(ids[2:], there)
    tell("lies", ids[2], there)


def _takes_out(context: AppContext, ids: list[int], place: Path, tell: Callable[..., None]) -> None:
    from desktop.services.evidence_export import ExportWish

    context.taking_out.export(ids, ExportWish(place))
    tell("taken", place.name)
    context.taking_out.export(ids, ExportWish(place.with_suffix(".zip"), archive=True, original=True))
    tell("taken", place.with_suffix(".zip").name)


def _verifies(
    context: AppContext, evidence_id: int, original: Path, chance: random.Random, tell: Callable[..., None]
) -> None:
    item = context.evidence.find_evidence(evidence_id)
    path = context.store.files.path(item.sha256)
    original.write_bytes(path.read_bytes())
    tell("damaged", item.sha256)
    path.chmod(0o600)
    data = bytearray(path.read_bytes())
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    path.write_bytes(data)
    found = context.integrity.verify(evidence_ids=[evidence_id])
    if len(found.findings) != 1:
        raise AssertionError("what was changed was not found")
    tell("marked", evidence_id)
    context.integrity.restore(evidence_id, original)
    tell("restored", item.sha256)


def damaged_now(lines: list[str]) -> set[str]:
    """The hashes of what is damaged on purpose and not put back, as told."""
    found: set[str] = set()
    for line in lines:
        word, _, sha256 = line.partition(" ")
        if word == "damaged":
            found.add(sha256)
        elif word == "restored":
            found.discard(sha256)
    return found


def whole_export(place: Path) -> bool:
    """Whether what was taken out is there with every file that its sums name, by its own look."""
    import zipfile

    if not place.exists():
        return False
    if place.suffix == ".zip":
        with zipfile.ZipFile(place) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
    else:
        files = {path.name: path.read_bytes() for path in place.iterdir()}
    sums = [line.split(" *") for line in files["SHA256SUMS.txt"].decode().splitlines()]
    return len(sums) + 1 == len(files) and all(hashlib.sha256(files[name]).hexdigest() == each for each, name in sums)
