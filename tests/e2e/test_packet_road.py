"""By keyboard alone from a case to a packet that is saved, verified, won, and followed by its next version."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from models.kinds import DisputeOutcome, EvidenceSource, Platform, Problem, Role
from models.packet_records import Packet
from tests.e2e.keyboard import Keyboard
from tests.ui.packets.table import photo
from ui.messages import MessageDialog
from ui.packets.options.outcome_dialog import OutcomeDialog
from ui.packets.packets_page import PacketsPage
from ui.program import Program
from ui.proof.verify_dialog import VerifyDialog

if TYPE_CHECKING:
    from desktop.context import AppContext

PHONE = "13800000001"
ENOUGH = 50
"""So many keys are plenty for the whole road, words counted letter by letter where they are typed."""


class Owner(Keyboard):
    """A keyboard whose user also answers what the program asks."""

    def _front(self) -> QWidget:
        front = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window
        if isinstance(front, MessageDialog):
            front.activateWindow()
            return front
        return super()._front()

    def can(self, command: str) -> Callable[[], bool]:
        """Whether a command can be given."""
        return lambda: self.window.actions_.enabled(command)


@pytest.fixture
def case(empty_folder: AppContext) -> tuple[AppContext, str]:
    """A shop with a case: three photos, and a phone number in what happened."""
    ctx = empty_folder

    def work() -> str:
        ctx.shops.choose_person(ctx.shops.add_person(name="小满", role=Role.OWNER))
        shop_id = ctx.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
        buyer = ctx.bench.act(
            "buyer_made", lambda change: change.insert("buyer", shop_id=shop_id, nick="花果山_大圣01"), undoable=False
        )
        case_id = ctx.cases.open_case(problem=Problem.DAMAGED, buyer_id=buyer, summary=f"两只碎了，回电 {PHONE}")
        for number in (1, 2, 3):
            ctx.intake.add_bytes(
                case_id, photo(number), f"{number}.jpg", EvidenceSource.CHOSEN, caption=f"照片 {number}"
            )
        ctx.undo.clear()
        return ctx.cases.load_page(case_id).case.number

    return ctx, ctx.jobs.write(work).result(30)


@pytest.fixture
def keys(case: tuple[AppContext, str], program: Program) -> Iterator[Owner]:
    """The keyboard in front of the program; what is painted is looked at elsewhere."""
    made = Owner(program.window)
    program.window.setUpdatesEnabled(False)
    made.settle()
    yield made
    made.clipboard.clear()


def made_of(ctx: AppContext, number: str) -> tuple[Packet, ...]:
    """The packets of the case, newest first."""
    return ctx.packets.list_packets(ctx.cases.find_case_id(number))


def test_from_a_case_to_a_won_packet_and_its_next_version(
    case: tuple[AppContext, str], keys: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ctx, number = case
    files = [tmp_path / "first.pdf", tmp_path / "second.pdf"]
    # The dialogs of the system are no part of the program.
    names = iter(files)
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_: (str(next(names)), ""))
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(files[0]), ""))

    keys.press("Ctrl+K")
    keys.letters(number)
    keys.press("Return", "Ctrl+E")
    assert keys.page() == "packets"
    keys.until(keys.can("save"))
    assert not keys.can("packet_outcome")()
    # What the last photo proves, and it goes before the one above it.
    keys.press("End", "F2")
    assert "Ctrl+Enter" in hints(keys)
    keys.write("外箱受压，封口完好")
    keys.press("Ctrl+Return", "Alt+Up")
    assert "Ctrl+Enter" not in hints(keys)
    assert order(keys) == [1, 3, 2]
    keys.press("Ctrl+Z")
    keys.until(lambda: order(keys) == [1, 2, 3])
    keys.press("Ctrl+Y")
    keys.until(lambda: order(keys) == [1, 3, 2])
    # The phone number is asked about, once; the first answer is to look, the third to hand it out.
    keys.press("Ctrl+S")
    keys.until(keys.dialog)
    keys.press("Tab", "Tab", "Return")
    keys.until(lambda: len(made_of(ctx, number)) == 1)
    keys.until(keys.can("packet_outcome"))
    (packet,) = made_of(ctx, number)
    assert hashlib.sha256(files[0].read_bytes()).hexdigest() == packet.sha256
    verify(keys)
    # How it ended.
    keys.press("F4")
    assert isinstance(QApplication.activeModalWidget(), OutcomeDialog)
    keys.press("Down", "Tab")
    keys.letters("168")
    keys.press("Return")
    keys.until(lambda: made_of(ctx, number)[0].outcome is DisputeOutcome.WON)
    # The next version: found by its name, saved without another question.
    keys.press("Ctrl+K")
    keys.write("下一版")
    keys.press("Return")
    keys.until(lambda: ctx.packet_plans.read(packet.case_id).previous_id == packet.id)
    keys.until(keys.can("save"))
    keys.press("Ctrl+S")
    keys.until(files[1].is_file)
    keys.until(lambda: len(made_of(ctx, number)) == 2)
    keys.settle()
    newest, first = made_of(ctx, number)
    assert (newest.previous_id, first.id) == (packet.id, packet.id)
    assert newest.number != first.number
    assert first.outcome_amount is not None
    assert first.outcome_amount.minor == 16800
    assert keys.failed == []
    assert keys.pressed <= ENOUGH


def order(keys: Owner) -> list[int]:
    """The evidence in the order of the exhibits on the page."""
    page = keys.window.current_page()
    assert isinstance(page, PacketsPage)
    return [item.number for item in page.model.exhibits()]


def hints(keys: Owner) -> str:
    """The keys that the status bar tells."""
    page = keys.window.current_page()
    assert isinstance(page, PacketsPage)
    return page.hints()


def verify(keys: Owner) -> None:
    """Shift+F8, the file that was saved, and Esc."""
    keys.press("Shift+F8", "Return")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, VerifyDialog)
    keys.until(lambda: any(label.text() == "完好，没有改动" for label in dialog.findChildren(QLabel)))
    keys.press("Escape")
    assert not keys.dialog()
