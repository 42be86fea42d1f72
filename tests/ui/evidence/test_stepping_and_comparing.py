"""Stepping through films, animations and pages, comparing side by side, and what is found out while looking."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest

from models.kinds import Derivation, EvidenceSource, Integrity
from tests.desktop.decoder import sample_files
from tests.desktop.decoder.test_frames import counted_film
from tests.ui.evidence.desk import Desk, photo
from tests.ui.evidence.test_viewer_and_verify import add, view
from ui.evidence.compare.compare import Compare
from ui.page import Target


def animation(colours: tuple[str, ...] = ("red", "lime", "blue")) -> bytes:
    first, *rest = [Image.new("RGB", (60, 40), colour) for colour in colours]
    out = io.BytesIO()
    first.save(out, "GIF", save_all=True, append_images=rest, duration=120)
    return out.getvalue()


def colour_seen(desk: Desk) -> str:
    canvas = desk.page.viewer.canvas
    shot = canvas.grab().toImage()
    return shot.pixelColor(shot.width() // 2, shot.height() // 2).name()


def settle(desk: Desk) -> None:
    looking, viewer = desk.page.looking, desk.page.viewer
    desk.qtbot.waitUntil(lambda: not viewer.loading() and not (looking.comparing() and looking.view.is_loading()))
    desk.settle()


def comparing(desk: Desk) -> Compare:
    assert desk.page.looking.comparing()
    return desk.page.looking.view


def test_an_animation_is_stepped_through_and_a_frame_kept(desk: Desk) -> None:
    add(desk, animation(), "moving.gif")
    view(desk)
    viewer = desk.page.viewer
    assert viewer.stage.bar.words() == "第 1 / 3 帧 0:00.000 / 0:00.360"
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Period)
    settle(desk)
    assert viewer.stage.bar.words() == "第 2 / 3 帧 0:00.120 / 0:00.360"
    assert colour_seen(desk) == "#00ff00"
    QTest.keyClick(viewer.canvas, Qt.Key.Key_End)
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Period)
    settle(desk)
    assert colour_seen(desk) == "#0000ff"
    QTest.keyClick(viewer.canvas, Qt.Key.Key_K)
    settle(desk)
    still = desk.evidence()[1]
    assert (still.derivation, still.parent_id) == (Derivation.STILL, desk.evidence()[0].id)
    assert "截" in viewer.pane.text_of("copies") or viewer.pane.text_of("copies")


def test_a_film_is_stepped_frame_by_frame_and_gets_a_poster(desk: Desk, tmp_path: Path) -> None:
    add(desk, counted_film(tmp_path / "film.mp4").read_bytes(), "film.mp4")
    view(desk)
    viewer = desk.page.viewer
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Period)
    QTest.keyClick(viewer.canvas, Qt.Key.Key_Greater, Qt.KeyboardModifier.ShiftModifier)
    settle(desk)
    assert viewer.stage.bar.words() == "第 27 / 60 帧 0:01.040 / 0:02.400"
    assert viewer.moment().at_ms == 1040
    QTest.keyClick(viewer.canvas, Qt.Key.Key_P)
    settle(desk)
    assert desk.evidence()[0].poster_ms == 1040
    desk.ctx.bench.undo_last()
    settle(desk)
    assert desk.evidence()[0].poster_ms is None
    viewer.stage.bar.step_time(-60_000)
    settle(desk)
    assert viewer.moment().at_ms == 0


def test_pages_are_turned_and_gone_to(desk: Desk, tmp_path: Path) -> None:
    add(desk, sample_files.paper(tmp_path / "a.pdf", 3).read_bytes(), "a.pdf")
    view(desk)
    viewer = desk.page.viewer
    size = viewer.canvas.picture_size()
    QTest.keyClick(viewer.canvas, Qt.Key.Key_PageDown)
    settle(desk)
    assert viewer.stage.bar.words() == "2 / 3"
    field = viewer.stage.bar._page
    field.setText("3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(desk)
    assert viewer.moment().page == 2
    assert viewer.canvas.picture_size() == size
    viewer.canvas.actual()
    viewer.canvas.zoom(4.0)
    settle(desk)
    # Words stay sharp: what is seen was drawn again, finer than the page is by itself.
    assert viewer.canvas._detail.is_complete()
    assert viewer.canvas._detail.scale() < 0.3


def test_space_drags_and_a_tap_of_it_closes(desk: Desk) -> None:
    add(desk, photo(size=(2000, 1400)), "a.jpg")
    view(desk)
    canvas = desk.page.viewer.canvas
    canvas.actual()
    before = canvas.visible_part().topLeft()
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(canvas.viewport(), QPoint(200, 260))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 260))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    moved = canvas.visible_part().topLeft() - before
    assert (round(moved.x()), round(moved.y())) == (100, 40)
    assert desk.page.viewing()
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    assert not desk.page.viewing()


def test_a_turned_view_is_remembered_while_viewing(desk: Desk) -> None:
    add(desk, photo("red"), "a.jpg")
    add(desk, photo("blue"), "b.jpg")
    view(desk)
    viewer = desk.page.viewer
    QTest.keyClick(viewer.canvas, Qt.Key.Key_BracketRight)
    for key, turns in ((Qt.Key.Key_Right, 0), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(viewer.canvas, key)
        settle(desk)
        assert viewer.canvas.turns() == turns


def test_a_changed_file_is_not_shown_unless_asked_for(desk: Desk) -> None:
    add(desk, photo("red", (200, 100), "PNG"), "a.png")
    path = desk.kept_file(desk.evidence()[0])
    path.chmod(0o600)
    path.write_bytes(photo("blue", (200, 100), "PNG"))
    os.utime(path, ns=(5, 5))
    view(desk)
    viewer = desk.page.viewer
    assert viewer.shown() == "broken"
    assert not viewer.canvas.has_picture()
    settle(desk)
    assert desk.evidence()[0].integrity is Integrity.CHANGED
    viewer.stage.show_anyway()
    settle(desk)
    assert viewer.shown() == "picture"
    assert colour_seen(desk) == "#0000ff"
    assert viewer.stage._banner_box.isVisibleTo(viewer)


def test_a_copy_is_opened_outside_and_noted(desk: Desk) -> None:
    add(desk, photo(), "a.jpg")
    opened: list[QUrl] = []
    desk.page.looking.closer.opener = lambda url: opened.append(url) is None
    desk.page.commands()["open_outside"]()
    settle(desk)
    copy = Path(opened[0].toLocalFile())
    assert copy.read_bytes() == desk.kept_file(desk.evidence()[0]).read_bytes()
    assert copy.name.endswith("_1.jpg")
    assert desk.ctx.cases.load_page(desk.case_id).timeline[0].action == "evidence_opened"


@pytest.fixture
def pair(desk: Desk) -> Desk:
    """What was sent and what was received, of different size, and one more."""
    for data, name, tag in (
        (photo("red", (800, 600)), "received.jpg", "photo"),
        (photo("blue", (400, 300)), "sent.jpg", "packing_photo"),
        (photo("green", (300, 500)), "other.jpg", ""),
    ):
        desk.ctx.intake.add_bytes(desk.case_id, data, name, EvidenceSource.CHOSEN, tag=tag)
    desk.qtbot.waitUntil(lambda: len(desk.shown_ids()) == 3)
    desk.settle()
    _begin(desk)
    return desk


# One page serves all: two pictures side by side take longer to come than what is done with them.
def test_comparing(pair: Desk) -> None:
    _the_conclusion_goes_into_what_the_right_side_proves(pair)
    _c_puts_what_was_sent_beside_what_was_received(pair)
    _begin(pair)
    _the_strip_and_tab_choose_sides_and_four_fit(pair)
    pair.page.back()
    _begin(pair)
    _what_is_removed_while_compared_leaves_its_side(pair)


def _begin(pair: Desk) -> None:
    pair.page.browser.choose_row(0)
    QTest.keyClick(pair.page.browser.view(), Qt.Key.Key_C)
    settle(pair)


def _c_puts_what_was_sent_beside_what_was_received(pair: Desk) -> None:
    compare = comparing(pair)
    assert [row.evidence.original_name for row in compare.sides() if row] == ["sent.jpg", "received.jpg"]
    sent, received = (pane.canvas for pane in compare.panes[:2])
    received.zoom(2.0, QPoint(10, 10))
    settle(pair)
    assert sent.scale_now() == pytest.approx(2 * received.scale_now(), rel=0.01)
    assert sent.visible_part().center().x() / 400 == pytest.approx(received.visible_part().center().x() / 800, abs=0.01)
    sent.rotate_view(1)
    QTest.keyClick(received, Qt.Key.Key_S)
    scale = sent.scale_now()
    received.zoom(1.5)
    assert sent.scale_now() == scale
    QTest.keyClick(received, Qt.Key.Key_Escape)
    assert not pair.page.looking.comparing()


def _the_strip_and_tab_choose_sides_and_four_fit(pair: Desk) -> None:
    compare = comparing(pair)
    third = next(row for row in compare._rows if row.evidence.original_name == "other.jpg")
    compare.strip.chosen.emit(third, False)
    settle(pair)
    assert compare.letters() == {pair.evidence()[1].id: "A", third.evidence.id: "B"}
    compare.strip.chosen.emit(third, True)
    settle(pair)
    assert compare.letters()[third.evidence.id] == "A"
    assert compare.letters()[pair.evidence()[1].id] == "B"
    QTest.keyClick(compare.active_canvas(), Qt.Key.Key_Tab)
    assert compare.active_pane().letter == "B"
    pair.page.open(Target("evidence", pair.number, f"compare:{','.join(str(i) for i in pair.shown_ids())},999,x"))
    settle(pair)
    assert len([row for row in compare.sides() if row]) == 3
    assert compare.active_pane().letter == "D"


def _the_conclusion_goes_into_what_the_right_side_proves(pair: Desk) -> None:
    side = comparing(pair).side_column
    side.words.setPlainText("发货时完好")
    QTest.keyClick(side.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(pair)
    assert pair.evidence()[0].proves == "发货时完好"
    pair.qtbot.waitUntil(lambda: side.words.toPlainText() == "")
    side.words.setPlainText("收货时破损")
    side.write.click()
    settle(pair)
    assert pair.evidence()[0].proves == "发货时完好\n收货时破损"
    side.words.setPlainText("x" * 5000)
    assert not side.write.isEnabled()


def _what_is_removed_while_compared_leaves_its_side(pair: Desk) -> None:
    compare = comparing(pair)
    pair.ctx.evidence.remove([pair.evidence()[0].id])
    pair.qtbot.waitUntil(lambda: compare.sides()[1] is None)
    settle(pair)
    assert compare.sides()[0] is not None
    pair.page.compare([987_654])
    settle(pair)
    assert "这件凭证已经不在了。" in pair.said
