"""Texts of buyers in every field: shown as typed, never read as markup, nothing fetched or opened."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.context import AppContext
from desktop.services.fact_names import FactName
from models.kinds import Problem
from tests.ui.cases.sample_cases import Show, arrive, orders
from ui.cases.page import CasesPage
from ui.page import Target
from ui.plain import one_line

TEXTS = (
    "<b>粗体</b> & <i>斜体</i>",
    "<img src='file:///etc/hostname'>",
    "<img src=x onerror=alert(1)><script>alert(1)</script>",
    "<a href='http://192.0.2.1/'>点我</a>",
    "&lt;b&gt; %1 %2 %n {problem} {0} \\n",
    '=HYPERLINK("http://192.0.2.1")',
    '\'; DROP TABLE "case"; --',
    "سعر\u202e‮gpj.exe\u202c",
    "👩‍👩‍👧‍👦 𠮷野家 ﷽",
    "Ω≈ç√∫˜µ≤≥÷ \t\u200b\ufeff",
)


def shared_texts() -> list[str]:
    """The naughty strings beside the project, where they are."""
    folder = Path(__file__).resolve().parents[4] / "shared" / "samples" / "naughty"
    files = sorted(folder.rglob("*.json"))[:1] if folder.is_dir() else []
    return [text for file in files for text in json.loads(file.read_text(encoding="utf-8")) if isinstance(text, str)]


def test_every_field_shows_what_was_typed(ctx: AppContext, show: Show, qtbot: QtBot) -> None:
    drafts = orders(TEXTS)
    named = tuple(replace(each, lines=(replace(each.lines[0], item_title=text),))
                  for each, text in zip(drafts.orders, TEXTS, strict=True))  # fmt: skip
    ctx.orders.commit_draft(replace(drafts, orders=named))
    numbers = []
    for place, text in enumerate(TEXTS, 1):
        target = ctx.cases.find_targets(f"26111200000000{place:02d}")[0]
        case_id = ctx.cases.open_case(problem=Problem.OTHER, order_id=target.order_id, summary=text)
        ctx.cases.add_note(case_id, text)
        ctx.evidence.set_caption(_text_evidence(ctx, case_id, text), text)
        numbers.append(ctx.cases.load_page(case_id).case.number)
    window = show(ctx)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    arrive(qtbot, window)
    assert {str(page.pane.model.index(row, 3).data()) for row in range(len(TEXTS))} == {
        one_line(each) for each in TEXTS
    }
    for number, text in zip(numbers, TEXTS, strict=True):
        window.go(Target("cases", number))
        arrive(qtbot, window)
        plain = one_line(text)
        assert page.panel.head._buyer.full() == plain
        assert page.panel.overview.cards._item.full() == plain
        assert page.panel.overview.facts.fields[FactName.SUMMARY].display.whole() == text
        assert page.panel.tiles.items.index(0).data() == plain
        page.panel.bar.setCurrentIndex(3)
        assert text in [label.text() for label in page.panel.notes.findChildren(QLabel)]
        window.grab()
    labels = page.findChildren(QLabel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    assert not any(label.openExternalLinks() for label in labels)
    assert not [each.toolTip() for each in page.findChildren(QWidget) if "<img src=" in each.toolTip()]
    dialog = page.new_case(TEXTS[1])
    arrive(qtbot, window)
    assert dialog.field.text() in (one_line(TEXTS[1]), TEXTS[1])
    dialog.grab()
    dialog.reject()


def _text_evidence(ctx: AppContext, case_id: int, text: str) -> int:
    from models.kinds import EvidenceSource

    added = ctx.intake.add_bytes(case_id, text.encode(), f"{text}.txt", EvidenceSource.PASTED)
    assert added.evidence_id is not None
    return added.evidence_id


def test_searching_for_anything_never_fails(ctx: AppContext, show: Show, qtbot: QtBot) -> None:
    ctx.orders.commit_draft(orders())
    window = show(ctx)
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    failures: list[object] = []
    page.pane.model.failed.connect(failures.append)
    for text in [*TEXTS, *shared_texts()[:60]]:
        page.pane.search.setText(text)
        page.pane.search.search_now()
    arrive(qtbot, window)
    assert failures == []
    assert page.pane.place() in ("nothing", "first", "table")
