"""What goes out never lands among the shop's data, and what a killed program left outside is swept by its name alone."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.context import AppContext
from desktop.exporters.sheet import Row, Sheet, SheetColumn
from desktop.exporters.workbook import write_xlsx
from desktop.packets.values import OutFile
from desktop.services.outgoing_parts import OutgoingParts
from desktop.services.packet_archive import ArchiveWish
from desktop.services.packet_files import Outgoing, OutgoingFolder, check_target
from models.errors import EnvironmentFault, UserError

SAME = sys.platform != "win32"


def archive(ctx: AppContext, case_id: int, target: Path) -> object:
    wish = ArchiveWish(case_id, "P-1-01", ctx.clock.now(), "", (OutFile("a.pdf", "pdf", b"x"),), ())
    return ctx.packet_archive.stage(target, wish)


def ways(ctx: AppContext, case_id: int) -> tuple[Callable[[Path], object], ...]:
    folder = ctx.store.folder
    return (
        lambda target: Outgoing(target, b"%PDF", folder), lambda target: archive(ctx, case_id, target),
        lambda target: OutgoingFolder(target, [("a.txt", b"a")], folder),
    )  # fmt: skip


@pytest.mark.skipif(not SAME, reason="links need a right of their own there")
def test_a_folder_that_becomes_a_link_leads_nowhere_among_the_shops_data(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    database = ctx.store.folder.database
    before = database.stat().st_ino
    for number, way in enumerate(ways(ctx, case_id)):
        out = tmp_path / f"out-{number}"
        out.mkdir()
        going = way(out / "case.db")
        out.rename(tmp_path / f"away-{number}")
        out.symlink_to(ctx.store.folder.root)
        for late in (going.put, lambda way=way, out=out: way(out / "case.db")):  # type: ignore[attr-defined]
            with pytest.raises(UserError) as caught:
                late()
            assert caught.value.code == "packet_out_in_store"
        going.drop()  # type: ignore[attr-defined]
    assert database.stat().st_ino == before
    assert not list(ctx.store.folder.root.glob(".*.part"))


@pytest.mark.skipif(not SAME, reason="no pipes by name there")
def test_a_pipe_or_device_does_not_give_way_to_a_packet(ctx: AppContext, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    for target in (pipe, Path("/dev/null")):
        with pytest.raises(EnvironmentFault) as caught:
            check_target(target, ctx.store.folder)
        assert caught.value.code == "packet_not_writable"
    assert pipe.is_fifo()


def test_what_a_kill_left_outside_is_swept_and_nothing_of_another_name(
    ctx: AppContext, case_id: int, tmp_path: Path
) -> None:
    parts, out = OutgoingParts(ctx.store.folder), tmp_path / "out"
    out.mkdir()
    kept = {"mine.part": b"mine", ".0123.part": b"mine"}
    for name, data in kept.items():
        (out / name).write_bytes(data)
    left = [way(out / f"{number}.pdf") for number, way in enumerate(ways(ctx, case_id))]
    notes = ctx.store.folder.cache / "outgoing"
    assert len(list(notes.iterdir())) == len(left)
    assert parts.sweep() == 0  # all of them are under way
    OutgoingParts._under_way.clear()  # as in the next program
    for name, said in (("mine.part", out / "mine.part"), (".0123.part", out / ".0123.part"), ("x", Path("relative"))):
        (notes / name).write_bytes(os.fsencode(said))
    (notes / f".{'a' * 32}.part").write_bytes(os.fsencode(out / "mine.part"))
    (notes / f".{'b' * 32}.part").write_bytes(os.fsencode(tmp_path / "drive" / f".{'b' * 32}.part"))
    assert parts.sweep() == len(left)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == kept
    # The one on a drive that is away waits for it.
    assert [note.name for note in notes.iterdir()] == [f".{'b' * 32}.part"]


def test_what_was_put_or_dropped_leaves_no_note(ctx: AppContext, case_id: int, tmp_path: Path) -> None:
    for number, way in enumerate(ways(ctx, case_id)):
        way(tmp_path / f"{number}.a").put()  # type: ignore[attr-defined]
        way(tmp_path / f"{number}.b").drop()  # type: ignore[attr-defined]
    assert list((ctx.store.folder.cache / "outgoing").iterdir()) == []
    assert not OutgoingParts._under_way


def test_the_rows_of_a_workbook_lie_where_the_next_start_sweeps(ctx: AppContext, tmp_path: Path) -> None:
    folder, seen = ctx.store.folder, dict[str, int]()

    def rows() -> Iterator[Row]:
        found = [*tmp_path.glob(".*.part"), *folder.cache.glob(".*.part")]
        seen.update({part.name: part.stat().st_mode & 0o777 for part in found})
        assert seen.keys() <= {note.name for note in (folder.cache / "outgoing").iterdir()}
        yield ("花果山",)

    write_xlsx(
        tmp_path / "a.xlsx", Sheet("a", [SheetColumn("买家")], rows(), 1), parts=OutgoingParts(folder)
    )  # fmt: skip
    assert sorted(mode for mode in seen.values() if SAME)[:1] == [0o600][:SAME]
    assert len(seen) == 2
    assert not any((*tmp_path.glob(".*"), *folder.cache.glob(".*.part"), *(folder.cache / "outgoing").iterdir()))


def test_a_disk_that_fills_while_rows_are_gathered_is_said_to_be_full(ctx: AppContext, tmp_path: Path) -> None:
    def rows() -> Iterator[Row]:
        raise type("SerialisationError", (Exception,), {})("IO_ENOSPC")
        yield ()

    with pytest.raises(EnvironmentFault, match="disk_full"):
        write_xlsx(
            tmp_path / "a.xlsx", Sheet("a", [SheetColumn("买家")], rows(), 1), parts=OutgoingParts(ctx.store.folder)
        )
    assert not any((*tmp_path.glob("*.xlsx"), *tmp_path.glob(".*"), *ctx.store.folder.cache.glob(".*.part")))
