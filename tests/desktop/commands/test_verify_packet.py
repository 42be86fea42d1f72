"""`verify-packet`: says what is intact, changed or unknown, with a shop and without one, and leaves no trace."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.cli import parse, run_command
from desktop.packets.values import SealWish
from models.kinds import EvidenceSource

if TYPE_CHECKING:
    from desktop.context import AppContext

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Runs the command on a file; the status and what was said."""

    def go(path: Path, *more: str, data: Path | None = None) -> tuple[int, str]:
        arguments = ["verify-packet", str(path), "--data", str(data or tmp_path / "none"), *more]
        status = run_command(parse(arguments))
        said = capsys.readouterr()
        return status, said.out + said.err

    return go


@pytest.fixture
def made(ctx: AppContext, case_id: int, tmp_path: Path) -> Path:
    """The full archive of a case, signed, made by the program itself; the shop is closed."""
    added = ctx.intake.add_bytes(case_id, "你好，盘子碎了".encode(), "it's 😀.txt", EvidenceSource.PASTED)
    assert added.evidence_id is not None
    ctx.sealing.make_certificate("青禾家居", "云雀-lark-07", key="ec")
    plan = replace(ctx.packet_plans.read(case_id), preset="archive")
    out = tmp_path / "whole.zip"
    ctx.packets.make_packet(case_id, out=out, plan=plan, seal=SealWish(sign=True))
    return out


def test_an_archive_of_the_program_is_intact_with_and_without_its_shop(
    ctx: AppContext, made: Path, run: Run, tmp_path: Path
) -> None:
    shop = ctx.store.folder.root
    status, said = run(made, "--lang", "en", data=shop)
    assert (status, "The very bytes of packet" in said) == (0, True), said
    ctx.close()
    before = sorted(path.name for path in shop.iterdir())
    status, said = run(made, "--lang", "zh", data=shop)
    assert (status, "完好" in said and "本店的证书" in said) == (0, True), said
    # What SQLite puts beside a database that is read stays empty.
    beside = {"case.db-shm", "case.db-wal"}
    assert sorted(path.name for path in shop.iterdir() if path.name not in beside) == before
    status, said = run(made, "--lang", "en")
    assert (status, "As listed" in said or "as listed" in said) == (0, True), said
    assert not (tmp_path / "none").exists()
    bad = bytearray(made.read_bytes())
    bad[len(bad) // 2] ^= 4
    made.write_bytes(bad)
    for data in (shop, None):
        assert run(made, data=data)[0] == 1


def test_a_locked_packet_takes_its_password_from_standard_input(
    ctx: AppContext, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.desktop.services.test_packet_proof import finished_pdf

    path = tmp_path / "locked.pdf"
    path.write_bytes(ctx.sealing.seal(finished_pdf(), SealWish(password="密码 2611")).content)
    assert run(path)[0] == 3
    for typed, locked in (("密码 2611\n", False), ("wrong\n", True), ("", True)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        status, said = run(path, "--password-stdin", "--json")
        assert (status, json.loads(said)["locked"]) == (3, locked)


def test_what_cannot_be_read_is_told(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path / "gone.pdf")[0] == 2
    (tmp_path / "a\u202e.txt").write_text("x")
    status, said = run(tmp_path / "a\u202e.txt")
    assert status == 3
    assert "\u202e" not in said


def test_a_folder_that_is_no_shop_or_an_older_one_is_not_asked(run: Run, tmp_path: Path) -> None:
    import gzip

    from desktop.platform.resources import resource

    (tmp_path / "file.txt").write_text("x")
    for data in (b"no database", gzip.decompress(resource("self_check", "schema_1.db.gz").read_bytes())):
        shop = tmp_path / "old"
        shop.mkdir(exist_ok=True)
        (shop / "case.db").write_bytes(data)
        status, said = run(tmp_path / "file.txt", "--lang", "en", data=shop)
        assert (status, "not asked" in said) == (3, True)
        assert (shop / "case.db").read_bytes() == data
