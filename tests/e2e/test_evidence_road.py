"""The main road of evidence by keyboard in the real window: in, described, looked at, proven, out, and all taken back."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from models.kinds import Derivation, EvidenceSource, Integrity, WeightVerdict
from models.records import Evidence
from tests.e2e.conftest import Hands
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_every_command import with_a_case
from ui.evidence.checklist.weight_dialog import WeightDialog
from ui.evidence.evidence_page import EvidencePage
from ui.page import Target
from ui.taking_out.dialog import TakingOutDialog

if TYPE_CHECKING:
    from desktop.context import AppContext

SIZE = (320, 240)


class Road:
    """The page of one case, the keyboard in front of it, and what the store has of it."""

    def __init__(self, hands: Hands, ctx: AppContext, number: str) -> None:
        self.hands, self.ctx, self.number = hands, ctx, number
        self.keys = Keyboard(hands.window)
        self.case_id = ctx.cases.find_case_id(number)
        self.actions = hands.window.actions_
        hands.window.go(Target("evidence", number))
        hands.settle()
        self.page: EvidencePage = hands.page()

    def rows(self) -> list[Evidence]:
        return sorted(self.ctx.evidence.list_case_evidence(self.case_id), key=lambda item: item.number)

    def until_shown(self, count: int) -> list[Evidence]:
        """The evidence, once that many pieces are shown."""
        self.keys.until(lambda: self.page.case_model.evidence_count() == count and not self.page.work.busy)
        self.keys.settle()
        assert len(self.rows()) == count
        return self.rows()

    def run(self, command: str) -> None:
        """A command of the menu that has no key."""
        assert self.actions.enabled(command), command
        self.actions.action(command).trigger()
        self.keys.settle()

    def tab_names(self) -> list[str]:
        """What Tab comes to, from where the focus is and round."""
        first = self.keys.focus()
        names: list[str] = []
        for _ in range(60):
            self.keys.press("Tab")
            if self.keys.focus() is first:
                return names
            names.append(self.keys.focus().accessibleName())
        raise AssertionError(names)

    def file(self, item: Evidence) -> Path:
        return self.ctx.store.files.path(item.sha256)


@pytest.fixture
def road(hands: Hands, empty_folder: AppContext) -> Road:
    """A case about a damaged item, its evidence in front."""
    return Road(hands, empty_folder, with_a_case(empty_folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a buyer sent: a photo, one in a folder below, and what was said."""
    made = tmp_path / "买家发来"
    (made / "开箱").mkdir(parents=True)
    for name, colour in (("外箱.jpg", "peru"), ("开箱/盘子.jpg", "lightblue")):
        Image.new("RGB", SIZE, colour).save(made / name)
    (made / "聊天.txt").write_text("花果山_大圣01 2026-11-18 10:20:30\n盘子碎了\n", encoding="utf-8")
    return made


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_from_the_paste_to_the_proof_and_all_the_way_back(road: Road, folder: Path, tmp_path: Path) -> None:
    take_in(road, folder)
    tag_and_caption(road)
    annotate_and_redact(road)
    compare(road)
    ask_the_buyer(road)
    weigh(road)
    take_out(road, tmp_path / "out")
    prove(road)
    take_all_back(road)


def take_in(road: Road, folder: Path) -> None:
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor("firebrick"))
    road.keys.copy_elsewhere(picture)
    road.keys.press("Ctrl+V")
    (pasted,) = road.until_shown(1)
    assert pasted.source is EvidenceSource.PASTED
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    road.hands.drop(road.page, folder)
    dropped = road.until_shown(4)[1:]
    assert {item.source for item in dropped} == {EvidenceSource.DROPPED}
    assert {road.file(item).read_bytes() for item in dropped} == set(before.values())
    assert {path: path.read_bytes() for path in before} == before
    assert all(road.file(item).stat().st_mode & 0o222 == 0 for item in road.rows())


def tag_and_caption(road: Road) -> None:
    needs = road.page.shown_case().needs  # type: ignore[union-attr]
    road.page.browser.gallery.setFocus()
    road.keys.press("Home", "Shift+Right")
    road.keys.letters("2")
    assert [item.tag for item in road.rows()] == [needs[1].id, needs[1].id, "", ""]
    # Undo names the need, not the word it has in the packs.
    assert needs[1].label.zh in road.hands.window.status.done_text()
    road.keys.press("F2")
    road.keys.write("盘子碎了")
    road.keys.press("Return")
    assert [item.caption for item in road.rows()] == ["盘子碎了", "盘子碎了", "", ""]


def annotate_and_redact(road: Road) -> None:
    road.page.browser.gallery.setFocus()
    road.keys.press("Home", "Space")
    road.keys.until(lambda: road.page.viewer.shown() == "picture" and road.page.annotating.bar.isEnabled())
    original = road.rows()[0]
    names = road.tab_names()
    assert names.index("旋转视图") < names.index("选择") < names.index("返回") < names.index("改说明")
    assert names.index("改证明内容") < names.index("标签") < names.index("复制 SHA-256")
    road.page.viewer.canvas.setFocus()
    road.keys.letters("b")
    road.keys.press("Return")
    road.keys.letters("r")
    road.keys.press("Return")
    session = road.page.annotating.active().session  # type: ignore[union-attr]
    assert session.sheet is not None
    (cover,) = session.sheet.covers
    road.keys.press("Ctrl+S")
    redacted, annotated = road.until_shown(6)[4:]
    assert (redacted.derivation, redacted.parent_id) == (Derivation.REDACTED, original.id)
    assert (annotated.derivation, annotated.parent_id) == (Derivation.ANNOTATED, redacted.id)
    data = road.file(redacted).read_bytes()
    with Image.open(io.BytesIO(data)) as picture:
        left, top, right, bottom = (round(side) for side in cover)
        inside = picture.convert("RGB").crop((left + 1, top + 1, right - 1, bottom - 1))
        assert inside.getcolors() == [(inside.width * inside.height, (0, 0, 0))]
        assert not picture.getexif()
    assert hashlib.sha256(road.file(original).read_bytes()).hexdigest() == original.sha256
    road.keys.press("Escape")
    while road.page.viewing():
        road.keys.press("Escape")


def compare(road: Road) -> None:
    road.page.browser.gallery.setFocus()
    road.keys.press("Home", "Shift+Right")
    road.keys.letters("c")
    road.keys.until(road.page.looking.comparing)
    # The menu means the side in front, not what is selected behind it, and the marks of the case are the gallery's.
    assert road.page.describing.meant_ids() == [item.id for item in road.page.describing.meant()]
    assert len(road.page.describing.meant_ids()) == 1
    assert not road.page.title_widgets()
    assert [chip.isVisible() for chip in road.page._marks] == [False, False]
    while not isinstance(road.keys.focus(), QPlainTextEdit):
        road.keys.press("F6")
    road.keys.write("发出时完好，收到时已碎")
    road.keys.press("Ctrl+Return")
    assert road.rows()[1].proves == "发出时完好，收到时已碎"
    road.keys.press("F6", "Escape")
    assert not road.page.looking.comparing()


def ask_the_buyer(road: Road) -> None:
    road.keys.press("Ctrl+Shift+C", "Ctrl+Shift+Q")
    checked = road.ctx.checklists.of_case(road.case_id)
    asked = [item.need.id for item in checked.list.items if item.need.id in checked.asked]
    assert asked == [need.id for need in checked.askable]
    assert asked


def weigh(road: Road) -> None:
    road.run("weigh_parcel")
    dialog = road.hands.dialog(WeightDialog)
    road.keys.write("1.20 kg")
    road.keys.press("Tab", "Tab")
    road.keys.write("1.20 kg")
    dialog.items[0].grams.setFocus()
    road.keys.write("300 g")
    dialog.take.setFocus()
    road.keys.press("Space")
    assert not road.keys.dialog()
    kept = road.ctx.weighings.of_case(road.case_id)
    assert kept.kept is not None
    assert kept.finding.verdict is WeightVerdict.CANNOT_SAY


def take_out(road: Road, out: Path) -> None:
    road.page.browser.gallery.setFocus()
    road.keys.press("Ctrl+A", "Ctrl+Alt+T")
    dialog = road.hands.dialog(TakingOutDialog)
    dialog.set_folder(out)
    road.keys.press("Return")
    (folder,) = out.iterdir()
    sums = [line.split(maxsplit=1) for line in (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()]
    assert len(sums) >= 5
    for expected, name in sums:
        assert hashlib.sha256((folder / name.lstrip("*")).read_bytes()).hexdigest() == expected


def prove(road: Road) -> None:
    victim = road.rows()[1]
    path, good = road.file(victim), road.file(victim).read_bytes()
    path.chmod(0o644)
    path.write_bytes(bytes([*good[:100], good[100] ^ 1, *good[101:]]))
    road.run("verify_case")
    road.keys.until(lambda: road.rows()[1].integrity is Integrity.CHANGED)
    assert sum(item.integrity is Integrity.VERIFIED for item in road.rows()) == len(road.rows()) - 1
    kept = path.parent.parent / "来自买家.jpg"
    kept.write_bytes(good)
    road.page.integrity.take_back(victim.id, kept)
    road.keys.until(lambda: road.rows()[1].integrity is Integrity.VERIFIED)
    road.keys.settle()
    assert path.read_bytes() == good


def take_all_back(road: Road) -> None:
    for _ in range(30):
        if not road.actions.enabled("undo"):
            break
        road.keys.press("Ctrl+Z")
    assert road.rows() == []
    assert road.ctx.weighings.of_case(road.case_id).kept is None
    assert not road.ctx.checklists.of_case(road.case_id).asked
    assert road.ctx.jobs.io(road.ctx.integrity.verify_everything).result(30).holds
    assert QApplication.activeModalWidget() is None
    assert road.keys.failed == []
