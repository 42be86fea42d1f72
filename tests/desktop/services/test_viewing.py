"""Looking at evidence: checked before it is shown, posters, stills, and copies opened outside."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.bootstrap import build
from desktop.context import AppContext
from desktop.decoder.results import Pixels
from desktop.services.evidence_intake import AddedEvidence
from desktop.services.opening_outside import OutsideService
from models.clock import FixedClock
from models.errors import EvidenceFault, UserError
from models.kinds import Derivation, EvidenceSource, Integrity, Problem
from models.records import Evidence
from models.rules.harmless_files import may_open_outside
from models.rules.verdict import Allowed, Refused
from tests.conftest import NOW
from tests.desktop.decoder import sample_files
from tests.desktop.decoder.test_frames import counted_film, number_on


@pytest.fixture(scope="module")
def shop(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[AppContext, int]]:
    """A shop with one case, for all tests here."""
    folder = tmp_path_factory.mktemp("viewing") / "shop"
    shutil.copytree(staffed_folder, folder)
    ctx = build(folder, clock=FixedClock(NOW), threads=False)
    ctx.shops.choose_person(1)
    buyer = ctx.bench.act("buyer_made", lambda change: change.insert("buyer", shop_id=1, nick="孙"), undoable=False)
    yield ctx, ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)
    ctx.close()


def kept(shop: tuple[AppContext, int], data: bytes, name: str) -> Evidence:
    ctx, case_id = shop
    added = ctx.intake.add_bytes(case_id, data, name, EvidenceSource.CHOSEN)
    assert added.evidence_id is not None
    return ctx.evidence.find_evidence(added.evidence_id)


def test_a_file_is_hashed_once_and_again_when_it_looks_other(shop: tuple[AppContext, int]) -> None:
    ctx, _ = shop
    item = kept(shop, sample_files.jpeg(), "a.jpg")
    path = ctx.store.files.path(item.sha256)
    assert ctx.viewing.check(item) is Integrity.VERIFIED
    data = bytearray(path.read_bytes())
    data[300] ^= 4
    os.chmod(path, 0o600)
    path.write_bytes(data)
    os.utime(path, ns=(1, 1))
    assert ctx.viewing.check(item) is Integrity.CHANGED
    with pytest.raises(EvidenceFault, match="evidence_changed"):
        ctx.outside.make_copy(item, "buyer", "A1")
    path.unlink()
    assert ctx.viewing.check(item) is Integrity.MISSING
    with pytest.raises(EvidenceFault, match="evidence_missing"):
        ctx.outside.make_copy(item, "buyer", "A1")


def test_a_poster_is_chosen_and_taken_back(shop: tuple[AppContext, int], tmp_path: Path) -> None:
    ctx, case_id = shop
    item = kept(shop, counted_film(tmp_path / "film.mp4", 30).read_bytes(), "film.mp4")
    ctx.viewing.set_poster(item.id, 440)
    assert ctx.evidence.find_evidence(item.id).poster_ms == 440
    assert number_on(ctx.viewing.picture(item, at_ms=440)) == 11
    assert any(event.action == "poster_chosen" for event in ctx.cases.load_page(case_id).timeline)
    ctx.bench.undo_last()
    assert ctx.evidence.find_evidence(item.id).poster_ms is None
    photo = kept(shop, sample_files.jpeg(60, 30), "b.jpg")
    for wrong, moment in ((photo.id, 5), (item.id, -1)):
        with pytest.raises(UserError, match="no_film"):
            ctx.viewing.set_poster(wrong, moment)


def test_a_still_is_kept_with_its_moment_and_parent(shop: tuple[AppContext, int], tmp_path: Path) -> None:
    ctx, case_id = shop
    item = kept(shop, counted_film(tmp_path / "other.mp4", 25).read_bytes(), "开箱.mp4")
    made = ctx.viewing.keep_still(item, at_ms=640)
    assert isinstance(made, AddedEvidence)
    still = ctx.evidence.find_evidence(made.evidence_id or 0)
    assert (still.derivation, still.parent_id, still.format) == (Derivation.STILL, item.id, "png")
    shown = ctx.viewing.picture(still)
    assert isinstance(shown, Pixels)
    assert number_on(shown) == 16
    event = next(event for event in ctx.cases.load_page(case_id).timeline if event.action == "evidence_derived")
    assert event.details["at_ms"] == 640


def test_what_is_opened_outside_is_a_read_only_copy_with_a_safe_name(shop: tuple[AppContext, int]) -> None:
    ctx, case_id = shop
    data = b"=cmd|' /C calc'!A0,1\n"
    item = kept(shop, data, "..\\..\\evil.csv")
    path = ctx.outside.make_copy(item, "../买家:CON", "A2611/1")
    assert path.read_bytes() == data
    assert path.is_relative_to(ctx.store.folder.cache / "opened")
    assert path.suffix == ".txt"
    assert not path.stat().st_mode & 0o222
    ctx.outside.note_opened(item.id)
    assert ctx.cases.load_page(case_id).timeline[0].action == "evidence_opened"
    assert OutsideService(ctx.bench).sweep() >= 1
    assert not path.exists()
    assert ctx.store.files.hash_file(item.sha256) == item.sha256


def test_a_program_is_never_opened_from_here(shop: tuple[AppContext, int]) -> None:
    ctx, _ = shop
    for data, name in ((b"MZ\x90\0" + b"\0" * 99, "photo.jpg"), (b"#!/bin/sh\nrm -rf ~\n", "chat.txt"),
                       (b"PK\x03\x04" + b"\0" * 60, "app.jar")):  # fmt: skip
        with pytest.raises(UserError, match="could_run"):
            ctx.outside.make_copy(kept(shop, data, name), "buyer", "A1")


@pytest.mark.parametrize(
    ("form", "name", "head", "allowed"),
    [
        ("jpeg", "a.jpg", b"\xff\xd8\xff", True), ("text", "a.txt", "买家：碎了".encode(), True),
        ("text", "a.txt", b"\xef\xbb\xbf \n#!/bin/sh", False), ("text", "a.txt", b"[Desktop Entry]\nExec=x", False),
        ("", "a.zip", b"PK\x03\x04..", True), ("", "a.zip", b"MZ..", False), ("", "a.docx", b"PK\x03\x04", True),
        ("", "a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", True), ("", "a.xls", b"PK\x03\x04", False),
        ("", "a.mp3", b"ID3\x03", True), ("", "a.amr", b"#!AMR\n", True), ("", "a.bin", b"anything", False),
        ("", "a.tar", b"\0" * 257 + b"ustar", True), ("", "a.lnk", b"L\0\0\0\x01\x14\x02\0", False),
        ("", "a", b"", False), ("", "a.exe", b"PK\x03\x04", False), ("", "a.3gp", b"\0\0\0\x18ftyp3gp4", True),
    ],
)  # fmt: skip
def test_what_may_go_to_the_systems_program(form: str, name: str, head: bytes, allowed: bool) -> None:
    verdict = may_open_outside(form, name, head)
    assert verdict == (Allowed() if allowed else Refused("could_run"))
