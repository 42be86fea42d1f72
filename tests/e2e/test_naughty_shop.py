"""A shop whose every text is hostile: every page shows it as typed, and nothing beyond the data folder is touched."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.importers import DraftLine, DraftOrder, ImportDraft
from models.errors import UserError
from models.kinds import Consent, EvidenceSource, OrderStatus, Platform, Problem, Role, Tier
from tests.conftest import ROOT
from tests.e2e.conftest import Hands
from tests.naughty import OWN, showable_texts
from ui.page import Target

if TYPE_CHECKING:
    from desktop.context import AppContext

# Texts of the shop, and its buyers with a case each; that every field keeps all 2,000 is shown by its service.
TEXTS, BUYERS = 80, 5


def texts_of_a_shop() -> list[str]:
    """Of each kind of hostile text some, none longer than a message."""
    found = [text for text in showable_texts() if len(text) < 4_000]
    return [*[text for text in OWN[:10] if text in found], *found[:: len(found) // TEXTS]]


class Opened:
    """What the process opened while it was watched: files to write, and sockets."""

    def __init__(self) -> None:
        self.watching = False
        self.seen: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self.watching:
            return
        if event == "open":
            # A descriptor was heard when it was opened, or is a pipe to a worker of our own.
            if not isinstance(arguments[0], int):
                self.seen.append(os.fsdecode(arguments[0]))
        elif event in ("socket.connect", "socket.getaddrinfo", "webbrowser.open", "os.system"):
            self.seen.append(event)
        elif event == "subprocess.Popen":
            self.seen.append(" ".join(map(str, arguments[1]))[:200])


@pytest.fixture
def opened() -> Iterator[Opened]:
    """The ear, closed at the end: a hook of the interpreter cannot be taken away."""
    made = Opened()
    yield made
    made.watching = False


def fill(ctx: AppContext, texts: list[str]) -> list[int]:
    """Buyers, orders, cases, notes and evidence made of these texts; returns the cases."""
    ctx.shops.choose_person(ctx.shops.add_person(name=texts[0], role=Role.OWNER))
    now = ctx.clock.now()
    drafts = tuple(
        DraftOrder(
            platform=Platform.TAOBAO, number=f"2611120000{place:06d}", buyer_nick=text, buyer_name=text,
            status=OrderStatus.SHIPPED, status_text=text, created_at=now, paid=10_000, total=10_000, address=text,
            carrier=text, buyer_note=text, shop_note=text, tracking_numbers=(f"YQ4471{place:06d}",),
            lines=(DraftLine(text, sku=text, variant=text),),
        )
        for place, text in enumerate(texts, 1)
    )  # fmt: skip
    draft = ImportDraft(
        platform=Platform.TAOBAO, variant="", files=(), encoding="utf-8", orders=drafts, problems=(),
        rows_total=len(drafts), rows_good=len(drafts), unknown_columns=(),
    )  # fmt: skip
    ctx.orders.commit_draft(draft)
    (shop,) = ctx.shops.list_shops()
    ctx.shops.change_shop(shop.id, name=texts[0], letterhead=texts[1], return_address=texts[1])
    problems = tuple(Problem)
    cases = []
    for place, text in enumerate(texts[:BUYERS], 1):
        target = ctx.cases.find_targets(f"2611120000{place:06d}")[0]
        case_id = ctx.cases.open_case(
            problem=problems[place % len(problems)], order_id=target.order_id, summary=text[:4000]
        )
        cases.append(case_id)
        for said in texts[place::BUYERS]:
            _try(lambda said=said, case_id=case_id: ctx.cases.add_note(case_id, said))
        added = ctx.intake.add_bytes(case_id, text.encode("utf-8", "replace"), f"{text}.txt", EvidenceSource.PASTED)
        if added.evidence_id is not None:
            number = added.evidence_id
            _try(lambda text=text, number=number: ctx.evidence.set_caption(number, text))
        if place <= 5 and target.buyer_id is not None:
            ctx.call_backs.set_consent(target.buyer_id, Consent.GIVEN)
            ctx.call_backs.set_tier(target.buyer_id, Tier.V3)
    ctx.undo.clear()
    return cases


def _try(write: Callable[[], object]) -> None:
    """What is refused is refused as the user's; anything else fails the test."""
    with suppress(UserError):
        write()


def labels(widget: QWidget) -> list[QLabel]:
    return widget.findChildren(QLabel)


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_every_page_shows_hostile_texts_as_they_are(
    hands: Hands, empty_folder: AppContext, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where the settings look whether the program starts with the system.
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    ctx, window = empty_folder, hands.window
    failed: list[BaseException] = []
    window.background.failed.connect(failed.append)
    cases = ctx.jobs.write(lambda: fill(ctx, texts_of_a_shop())).result(120)
    hands.settle()
    numbers = [ctx.cases.load_page(case_id).case.number for case_id in cases]
    walk(hands, ctx, numbers[:1])
    opened.watching = True
    walk(hands, ctx, numbers)
    heard = tmp_path / "heard"
    heard.write_bytes(b"")
    opened.watching = False
    assert str(heard) in opened.seen
    assert failed == []
    assert {label.textFormat() for label in labels(window)} == {Qt.TextFormat.PlainText}
    assert not any(label.openExternalLinks() for label in labels(window))
    allowed = (str(tmp_path), str(ROOT), sys.prefix, sys.base_prefix, "/proc", "/dev/", "/sys/", "/usr/share/zoneinfo")
    assert [name for name in opened.seen if not name.startswith(allowed)] == []


def walk(hands: Hands, ctx: AppContext, numbers: list[str]) -> None:
    """Open every page, and those of a case for each case."""
    for command in ("page_today", "page_cases", "page_evidence", "page_callbacks", "page_registers", "settings"):
        hands.command(command)
        hands.window.grab()
    for number in numbers:
        hands.window.go(Target("cases", number))
        hands.settle()
        hands.window.grab()
    for number in numbers[:: max(1, len(numbers) // 3)]:
        for page in ("evidence", "resolution", "packets"):
            hands.window.go(Target(page, number))
            hands.settle()
            hands.window.grab()
