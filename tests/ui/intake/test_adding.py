"""Taking in from the window: archives are asked about, what failed can be tried again, everything is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.decoder.client import Decoder
from desktop.decoder.results import FileFacts, MediaFormat
from desktop.services.evidence_intake import AddedEvidence, ImportProgress, Incoming, Unpacking
from models.errors import EvidenceFault
from models.kinds import EvidenceSource, Problem
from tests.desktop.importers.zip_files import Made, zip_bytes
from ui.background import Background
from ui.intake.adding import Adding, work_of
from ui.intake.pieces import Form, Intake
from ui.intake.report import AddReport, told
from ui.intake.report_strip import ReportStrip

if TYPE_CHECKING:
    from desktop.context import AppContext


@pytest.fixture
def case_id(ctx: AppContext) -> int:
    buyer = ctx.opening.add_buyer(1, "花果山_大圣01")
    return ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer)


@pytest.fixture
def adding(ctx: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Adding]:
    monkeypatch.setattr(Decoder, "probe", lambda self, path, name=None: FileFacts(MediaFormat.UNKNOWN))
    window, background = QWidget(), Background()
    qtbot.addWidget(window)
    yield Adding(ctx, background, window)
    background.close()


@pytest.fixture
def take(adding: Adding, qtbot: QtBot) -> Callable[[Callable[[], object]], AddReport]:
    def run(start: Callable[[], object]) -> AddReport:
        with qtbot.waitSignal(adding.added, timeout=5000) as heard:
            start()
        report = heard.args[0]
        assert isinstance(report, AddReport)
        assert not adding.busy
        return report

    return run


def press(qtbot: QtBot, adding: Adding, word: str) -> None:
    """Answer the question about an archive."""
    qtbot.waitUntil(lambda: adding.question is not None)
    dialog = adding.question
    assert dialog is not None
    texts = {Unpacking.CONTENT: "取出文件", Unpacking.BOTH: "文件和压缩包都要", Unpacking.WHOLE: "整包保存", "": "取消"}
    next(button for button in dialog.findChildren(QPushButton) if button.text() == texts[word]).click()


@pytest.mark.parametrize(
    ("answer", "names"),
    [(Unpacking.CONTENT, ["1.txt"]), (Unpacking.BOTH, ["a.zip", "1.txt"]), (Unpacking.WHOLE, ["a.zip"])],
)
def test_an_archive_is_asked_about(
    ctx: AppContext, adding: Adding, take: Callable[..., AddReport], qtbot: QtBot, case_id: int, tmp_path: Path,
    answer: str, names: list[str],
) -> None:  # fmt: skip
    (tmp_path / "a.zip").write_bytes(zip_bytes(Made(b"in/1.txt", b"one"), Made(b"locked.txt", flags=1)))

    def start() -> None:
        assert adding.add(case_id, Intake(paths=(tmp_path / "a.zip",)), EvidenceSource.DROPPED)
        assert not adding.add(case_id, Intake(paths=(tmp_path,)), EvidenceSource.DROPPED)
        press(qtbot, adding, answer)

    report = take(start)
    assert [item.original_name for item in ctx.evidence.list_case_evidence(case_id)] == names
    assert len(report.failed) == (answer != Unpacking.WHOLE)
    assert report.again == ()


def test_an_answer_of_no_takes_nothing(
    ctx: AppContext, adding: Adding, qtbot: QtBot, case_id: int, tmp_path: Path
) -> None:
    (tmp_path / "a.zip").write_bytes(zip_bytes(Made(b"1.txt")))
    with qtbot.waitSignal(adding.ended, timeout=5000):
        adding.add(case_id, Intake(paths=(tmp_path / "a.zip",)), EvidenceSource.DROPPED)
        press(qtbot, adding, "")
    assert not adding.busy
    assert ctx.evidence.list_case_evidence(case_id) == ()


def test_what_failed_is_listed_and_comes_in_when_it_is_tried_again(
    ctx: AppContext, adding: Adding, take: Callable[..., AddReport], qtbot: QtBot, case_id: int, tmp_path: Path
) -> None:
    late, there = tmp_path / "late \u202egpj.txt", tmp_path / "there.txt"
    there.write_bytes(b"there")
    strip = ReportStrip()
    qtbot.addWidget(strip)
    paths = Intake(paths=(there, late))
    strip.show_added(take(lambda: adding.add(case_id, paths, EvidenceSource.CHOSEN)))
    assert strip.what() == "已添加 1 件凭证 · 1 件未能保存"
    assert "\u202e" not in strip.listed()
    late.write_bytes(b"late")
    button = next(button for button in strip.findChildren(QPushButton) if button.text() == "重试")
    assert not button.isHidden()
    strip.again_wanted.connect(adding.again)
    strip.show_added(take(button.click))
    assert strip.isHidden()
    assert [item.original_name for item in ctx.evidence.list_case_evidence(case_id)] == [
        "there.txt",
        "late �gpj.txt".replace("�", "\u202e"),
    ]
    strip.show_added(take(lambda: adding.add(case_id, paths, EvidenceSource.CHOSEN)))
    assert strip.what() == "2 件本单已有"
    assert strip.listed().splitlines()[0].endswith("本单已有，编号 1")
    assert button.isHidden()


def test_closing_the_window_asks_while_many_are_still_to_come(
    ctx: AppContext, adding: Adding, qtbot: QtBot, case_id: int, tmp_path: Path
) -> None:
    asked: list[bool] = []
    for number in range(60):
        (tmp_path / f"{number}.txt").write_bytes(b"%d" % number)
    adding.progressed.connect(lambda now: asked.append(adding.may_leave()) if now.done == 0 else None)
    # Heard while it runs, as from its own thread in the window.
    adding._heard.disconnect()
    adding._heard.connect(adding._hear)
    with qtbot.waitSignal(adding.ended, timeout=5000):
        adding.add(case_id, Intake(paths=(tmp_path,)), EvidenceSource.CHOSEN)
    assert asked
    assert not any(asked)
    assert adding.may_leave()


def test_nothing_to_keep_is_said(adding: Adding, qtbot: QtBot, case_id: int) -> None:
    with qtbot.waitSignal(adding.said):
        assert not adding.add(case_id, Intake(), EvidenceSource.PASTED)
    assert not adding.busy


def test_a_full_disk_says_what_is_safe_and_what_to_do(qtbot: QtBot) -> None:
    full = EvidenceFault("disk_full")
    report = AddReport(
        (AddedEvidence("a.jpg", 1, number=1), AddedEvidence("b.jpg", None, error=full, place=1)),
        (Incoming("a.jpg"), Incoming("b.jpg")),
    )
    strip = ReportStrip()
    qtbot.addWidget(strip)
    strip.show_added(report)
    assert "磁盘已满" in strip.what()
    assert strip.listed().splitlines()[0] == "已添加的都安全。请腾出磁盘空间，再点“重试”，其余的就会添加进来。"
    assert [one.name for one in report.again] == ["b.jpg"]


def test_what_was_left_on_the_clipboard_is_said() -> None:
    added = (AddedEvidence("文本.txt", 1, number=1),)
    assert (
        told(AddReport(added, taken=Form.TEXT, left=(Form.PICTURE,)))
        == "已添加 1 件凭证 · 按文本保存，同时复制的图片没有取"
    )


def test_how_far_it_is_counts_files_and_the_bytes_of_large_ones() -> None:
    work = work_of(ImportProgress(3, 10), lambda: None)
    assert (work.text, work.share) == ("正在添加第 4 / 10 个", 0.3)
    large = work_of(ImportProgress(0, 2, "a\nb.mp4", 50_000_000, 100_000_000), lambda: None)
    assert large.share == 0.25
    assert "\n" not in large.text
    assert work_of(None, lambda: None).share is None
