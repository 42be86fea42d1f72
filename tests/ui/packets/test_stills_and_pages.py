"""Stills of a film by strip, keys and time; pages of a document as written."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from desktop.services.frame_lists import FrameList
from models.kinds import EvidenceSource, Integrity, MediaKind
from models.packet_records import ExhibitPlan
from models.records import Evidence
from tests.ui.packets.table import PacketTable
from ui.packets.exhibits.options_dialog import OptionsDialog
from ui.packets.exhibits.stills_dialog import MOST_STILLS, StillsDialog

FILM = Evidence(
    id=7, case_id=1, number=7, sha256="7" * 64, size=1, original_name="7.mp4", media=MediaKind.VIDEO, format="mp4",
    source=EvidenceSource.CHOSEN, caption="", proves="", tag="", exhibit=7, captured_at=None, captured_zone="",
    imported_at=datetime(2026, 11, 20, tzinfo=UTC), imported_by="小满", width=4, height=3, pages=None,
    duration_ms=10_000, integrity=Integrity.VERIFIED, verified_at=None,
)  # fmt: skip


class Projector:
    """Shows any moment at once; of a film with a frame every half second."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def ask(self, item: Evidence, side: int, done: Callable[[Any], object], receiver: QObject, **where: int) -> None:
        self.asked.append(where["at_ms"])
        done(QImage(16, 9, QImage.Format.Format_RGB32))

    def ask_frames(self, item: Evidence, done: Callable[[Any], object], receiver: QObject) -> None:
        done(FrameList(20, 0, tuple(range(0, 10_000, 500)), 10_000))


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[StillsDialog]:
    made = StillsDialog(Projector(), FILM, ExhibitPlan(7, stills=(2000, 500)), "证据 7")  # type: ignore[arg-type]
    qtbot.addWidget(made)
    yield made
    made.close()


def test_moments_are_taken_in_and_out_from_the_strip_and_no_more_than_twelve(
    dialog: StillsDialog, qtbot: QtBot
) -> None:
    assert dialog.stills() == (500, 2000)
    strip = dialog.offered
    strip.setCurrentIndex(strip.moments.index(0))
    for _ in range(20):
        if strip.moments.moments[strip.currentIndex().row()] not in dialog.stills():
            qtbot.keyClick(strip, Qt.Key.Key_Return)
        qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert len(dialog.stills()) == MOST_STILLS
    assert not dialog.wrong.isHidden()
    dialog.taken.setCurrentIndex(dialog.taken.moments.index(0))
    qtbot.keyClick(dialog.taken, Qt.Key.Key_Delete)
    assert len(dialog.stills()) == MOST_STILLS - 1
    taken: list[tuple[int, ...]] = []
    dialog.chosen.connect(taken.append)
    dialog.take.click()
    assert taken == [dialog.stills()]
    assert list(taken[0]) == sorted(taken[0])


def test_a_time_is_typed_and_what_is_no_time_is_said(dialog: StillsDialog, qtbot: QtBot) -> None:
    dialog.field.setText("0:03.5")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.add.click()
    assert dialog.stills() == (500, 2000, 3500)
    dialog.step(1)
    dialog.add.click()
    assert dialog.stills()[-1] == 4000
    dialog.field.setText("<b>9:99")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert not dialog.wrong.isHidden()
    assert dialog.field.text() == "<b>9:99"
    assert dialog.stills() == (500, 2000, 3500, 4000)


def test_pages_of_a_document_are_chosen_as_written(table: PacketTable) -> None:
    kept = io.BytesIO()
    canvas = Canvas(kept)
    for number in range(1, 7):
        canvas.drawString(72, 700, f"page {number}")
        canvas.showPage()
    canvas.save()
    added = table.ctx.intake.add_bytes(table.case_id, kept.getvalue(), "账单.pdf", EvidenceSource.CHOSEN)
    table.ctx.evidence.set_exhibit(added.evidence_id, True)
    table.settle()
    table.page.exhibits.list.show_evidence(added.evidence_id)
    table.page.exhibits.choices.open_options()
    dialog = table.page.exhibits.choices.dialog
    assert isinstance(dialog, OptionsDialog)
    dialog.pages.selectAll()
    dialog.pages.insert("2-9")
    dialog.take.click()
    assert dialog.isVisible()
    assert dialog.pages.property("wrong")
    dialog.pages.selectAll()
    dialog.pages.insert("1-3，5")
    dialog.take.click()
    table.settle()
    assert table.page.plans.plan.exhibit(added.evidence_id).pages == (0, 1, 2, 4)
    assert table.ctx.packet_plans.read(table.case_id).exhibit(added.evidence_id).pages == (0, 1, 2, 4)
    assert "1-3, 5" in str(table.row(3).data(Qt.ItemDataRole.AccessibleTextRole))
