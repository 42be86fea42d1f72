"""Reviews from files and pastes: headings in both languages, rows that cannot be read named one by one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop.importers import review_rows
from desktop.importers.review_rows import read_pasted_reviews, read_review_file
from desktop.services.reviews import review_words
from models.errors import UserError
from models.register_kinds import ReviewVerdict

WORDS, ZONE = review_words(), "Asia/Shanghai"
ROWS = (
    ("订单编号", "买家昵称", "评分（1-5）", "评价内容", "评价时间", "商家回复"),
    ("'2611120000001", "大圣", "1", "破了，\n还少一只", "2026-11-18 10:00:00", ""),
    ("2611120000002", "悟净", "五星", '他说"很好"', "2026-11-19 10:00", "谢谢"),
    ("", "", "", "", "", ""),
    ("2611120000003", "八戒", "七星", "?", "2026-11-19", ""),
    ("2611120000004", "三藏", "3", "一般", "前天", ""),
)


def test_a_paste_gives_each_row_or_says_what_is_wrong_with_it() -> None:
    table = "\n".join("\t".join(f'"{c}"'.replace('"很好"', '""很好""') for c in row) for row in ROWS)
    draft = read_pasted_reviews(table, WORDS, zone=ZONE)
    first, second = draft.reviews
    assert (first.order_number, first.rating, first.verdict) == ("2611120000001", 1, ReviewVerdict.BAD)
    assert first.text == "破了，\n还少一只"
    assert first.written_at == datetime(2026, 11, 18, 2, tzinfo=UTC)
    assert (second.text, second.reply) == ('他说"很好"', "谢谢")
    assert [(fault.row, fault.code) for fault in draft.faults] == [(5, "review_no_rating"), (6, "bad_date")]


def test_a_workbook_and_a_file_of_another_platform_are_read_alike(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Shop reviews"])
    book.active.append(["Order ID", "Username", "Star rating", "Review", "Date reviewed", "Product name"])
    book.active.append([12345, "anne", 2, "Arrived broken", datetime(2026, 11, 18, 9), "Plate"])
    book.save(tmp_path / "reviews.xlsx")
    (tmp_path / "reviews.csv").write_text(
        "Order ID;Username;Star rating;Review;Date reviewed;Product name\n12345;anne;2;Arrived broken;2026-11-18 09:00;Plate\n",
        encoding="utf-8-sig",
    )
    found = [
        read_review_file(tmp_path / f"reviews.{end}", WORDS, zone="Europe/Paris").reviews for end in ("xlsx", "csv")
    ]
    assert [(each[0].order_number, each[0].verdict, each[0].item_title, each[0].written_at) for each in found] == [
        ("12345", ReviewVerdict.BAD, "Plate", datetime(2026, 11, 18, 8, tzinfo=UTC))
    ] * 2


@pytest.mark.parametrize("text", ["", "很好", "a\tb\nc\td", "\x00" * 50, "=cmd|' /C calc'!A0\tx"])
def test_what_is_no_table_of_reviews_is_said_to_be_none(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read_pasted_reviews(text, WORDS, zone=ZONE)
    assert refused.value.code == "review_paste_columns"


def test_more_than_can_be_taken_is_refused_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_rows, "REVIEWS", 3)
    with pytest.raises(UserError) as refused:
        read_pasted_reviews("评分\t评价\n" + "5\t好\n" * 4, WORDS, zone=ZONE)
    assert refused.value.code == "review_file_long"
