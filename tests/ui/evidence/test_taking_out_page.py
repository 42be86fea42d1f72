"""Taking out from the Evidence page: asked how, done in the background, said; the folder of a case is opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.kinds import EvidenceSource
from tests.ui.evidence.desk import Desk, photo
from ui.messages import MessageDialog
from ui.taking_out.dialog import TakingOutDialog


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """The case with two photos and a text."""
    for name, data in (("a.jpg", photo("red")), ("b.jpg", photo("blue")), ("c.txt", b"text")):
        desk.ctx.intake.add_bytes(desk.case_id, data, name, EvidenceSource.PASTED)
    desk.settle()
    return desk


def asked(desk: Desk) -> TakingOutDialog:
    desk.page.commands()["take_out"]()
    desk.settle()
    dialog = desk.page.taking_out.work.dialog
    assert dialog is not None
    dialog.set_folder(desk.folder / "out")
    return dialog


def test_a_case_goes_to_a_folder_and_a_selection_to_a_zip(filled: Desk) -> None:
    out = filled.folder / "out"
    first = asked(filled)
    first.scope._choose(1)
    first.take.click()
    filled.settle()
    (folder,) = out.iterdir()
    assert folder.name == f"花果山_大圣01_{filled.number}"
    assert len(list(folder.glob("花果山*"))) == 3
    assert filled.said[-1].startswith("已导出 3 件到")
    filled.page.browser.gallery.selectAll()
    dialog = asked(filled)
    assert not dialog.scope.isVisible()
    dialog.kind._choose(1)
    dialog.way._choose(1)
    assert dialog.warning.isVisible()
    dialog.take.click()
    filled.settle()
    assert (out / f"{folder.name}.zip").is_file()
    asked(filled).take.click()
    filled.settle()
    assert (out / f"{folder.name} (2)").is_dir()
    page = filled.ctx.cases.load_page(filled.case_id)
    assert sum(event.action.startswith("evidence_exported") for event in page.timeline) == 3


def test_what_is_left_out_is_said_by_name(filled: Desk) -> None:
    filled.kept_file(filled.evidence()[0]).unlink()
    asked(filled).take.click()
    filled.settle()
    said = filled.page.findChildren(MessageDialog)[-1]
    assert "有 1 件没有导出" in said.accessibleName()
    assert "a.jpg" in said.accessibleDescription()


def test_the_folder_of_the_case_is_made_and_opened(filled: Desk) -> None:
    opened: list[Path] = []
    filled.page.taking_out.work._show_folder = opened.append
    filled.page.commands()["evidence_folder"]()
    filled.settle()
    (place,) = opened
    assert place.is_relative_to(filled.ctx.store.folder.root)
    assert len(list(place.glob("*.jpg"))) == 2
