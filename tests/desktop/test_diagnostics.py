"""The log: what happened by code and number; no name, text, file name or path of anybody, whatever goes wrong."""

from __future__ import annotations

import base64
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from desktop.bootstrap import build
from desktop.diagnostics import LOGGER, describe_failure, start_log, stop_log
from models.clock import FixedClock
from models.errors import AftercaseError, UserError
from models.kinds import EvidenceSource, Platform, Problem, Role
from models.store.order_import import ImportedLine, ImportedOrder, import_orders

if TYPE_CHECKING:
    from desktop.context import AppContext

_SENTINELS = {
    "nick": "花果山哨兵01", "name": "孙哨兵", "phone": "13899990387", "address": "哨兵街道 7 号", "title": "哨兵餐盘",
    "note": "哨兵便签 secret-note-7Q", "file": "哨兵照片-7Q.jpg", "caption": "哨兵说明-7Q", "person": "哨兵小满",
    "setting": "sentinel-setting-7Q", "parcel": "YQ7777SENTINEL", "number": "2611120077777",
}  # fmt: skip


def _spellings(text: str) -> Iterator[bytes]:
    for raw in (text.encode(), text.encode("utf-16-le"), text.encode("gb18030")):
        yield raw
        yield base64.b64encode(raw)
    yield quote(text).encode()
    yield text.encode("unicode_escape")
    yield repr(text.encode())[2:-1].encode()


def _logged(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.fixture
def at_work(tmp_path: Path, clock: FixedClock) -> Iterator[AppContext]:
    """A shop whose every text is a sentinel."""
    ctx = build(tmp_path / "shop", clock=clock, threads=False)
    yield ctx
    ctx.close()


def _work(ctx: AppContext, tmp_path: Path) -> int:
    said = _SENTINELS
    ctx.shops.add_person(name=said["person"], role=Role.OWNER)
    ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    order = ImportedOrder(
        number=said["number"], platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai",
        receiver=said["name"], phone=said["phone"], address=said["address"], buyer_nick=said["nick"],
        tracking_numbers=(said["parcel"],), lines=(ImportedLine(said["title"]),),
    )  # fmt: skip
    ctx.bench.act("orders_imported", lambda transaction: import_orders(transaction, 1, [order]), undoable=False)
    case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=1, summary=said["note"])
    ctx.cases.add_note(case_id, said["note"])
    source = tmp_path / said["file"]
    source.write_bytes(b"not a picture")
    ctx.intake.add_paths(case_id, [source, tmp_path / (said["file"] + "x")], EvidenceSource.DROPPED)
    ctx.evidence.set_caption(1, said["caption"])
    ctx.settings.set("letterhead", said["setting"])
    ctx.bench.undo_last()
    return case_id


def test_no_sentinel_reaches_the_log(at_work: AppContext, tmp_path: Path) -> None:
    case_id = _work(at_work, tmp_path)
    log = logging.getLogger(f"{LOGGER}.services")
    for text in _SENTINELS.values():
        log.info("said %s of %s", text, {"text": text})
        log.warning("mapped %(text)s", {"text": text})
        for error in (ValueError(text), UserError("text_too_long", text=text), FileNotFoundError(2, "gone", text)):
            try:
                try:
                    raise error
                except Exception as cause:
                    raise RuntimeError(text) from cause
            except RuntimeError as caught:
                log.error("could not", exc_info=caught)
    logged = _logged(at_work.store.folder.logs)
    assert logged, "nothing was logged at all"
    found = [name for name, text in _SENTINELS.items() for spelt in _spellings(text) if spelt in logged]
    assert found == []
    assert case_id == 1


def test_what_was_done_stands_there_by_code_and_number(at_work: AppContext, tmp_path: Path) -> None:
    _work(at_work, tmp_path)
    lines = _logged(at_work.store.folder.logs).decode()
    assert "case_opened: rows 3, cases 1" in lines
    assert "evidence_captioned: rows 1, cases 1" in lines


def test_a_failure_is_told_by_type_code_and_place() -> None:
    def far_down() -> None:
        raise AftercaseError("disk_full", reason="孙哨兵")

    with pytest.raises(AftercaseError) as caught:
        far_down()
    told = describe_failure(caught.value)
    assert "AftercaseError disk_full" in told
    assert "test_diagnostics.py" in told
    assert "far_down" in told
    assert "孙哨兵" not in told
    assert str(Path(__file__).parent) not in told


def test_without_room_for_a_log_the_work_goes_on_and_nothing_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "aftercase.log").mkdir()
    start_log(tmp_path).error("lost %s", "孙哨兵")
    stop_log()
    logging.getLogger(LOGGER).error("after the end %s", "孙哨兵")
    assert capsys.readouterr() == ("", "")


def test_a_log_that_cannot_be_written_any_more_prints_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = start_log(tmp_path)
    handler = log.handlers[-1]
    assert isinstance(handler, logging.StreamHandler)
    handler.stream.close()
    log.error("lost %s", "孙哨兵")
    stop_log()
    assert capsys.readouterr() == ("", "")


def test_closing_one_folder_leaves_the_log_of_the_next(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
    start_log(tmp_path / "first")
    log = start_log(tmp_path / "second")
    stop_log(tmp_path / "first")
    log.info("still here")
    stop_log(tmp_path / "second")
    log.info("nobody hears")
    assert b"still here" in _logged(tmp_path / "second")
    assert b"nobody hears" not in _logged(tmp_path / "second")
