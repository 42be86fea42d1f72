"""Reviews from a workbook, a CSV file or what was pasted: whose order, how many stars, what was written, when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from pathlib import Path
from typing import Final

from desktop.importers.delimited_rows import SourceRow, delimited_rows, rows_of
from desktop.importers.file_scan import scan_file
from desktop.importers.moments import Moments
from desktop.importers.refusals import CellFault
from models.errors import UserError
from models.register_kinds import ReviewVerdict
from models.rules.review_reading import ReviewWords, rating_of, verdict_of

REVIEWS: Final = 20_000
PASTED: Final = 2_000_000
TEXT: Final = 10_000
_HEADINGS: Final = {
    "order": "订单号 订单编号 订单 主订单编号 子订单编号 order orderid orderno ordernumber",
    "buyer": "买家 买家昵称 买家会员名 评价人 评价者 用户 用户昵称 会员名 buyer username author name customer reviewer "
    "reviewername customername",
    "rating": "评分 星级 星 分数 描述相符 商品评分 rating stars score starrating",
    "verdict": "评价类型 评价等级 评价结果 好中差评 评级 type verdict feedbacktype commenttype",
    "text": "评价内容 评论内容 评价 内容 评论 初评内容 review text comment body content message "
    "feedback reviewtext reviewbody",
    "written": "评价时间 评论时间 时间 日期 创建时间 date time created createdat reviewdate datereviewed",
    "item": "商品 商品标题 宝贝标题 宝贝 商品名称 item product title listing productname itemtitle",
    "sku": "sku 商家编码 商品编码 货号 编码",
    "reply": "回复 商家回复 卖家回复 解释 reply response sellerreply shopreply",
}
_KNOWN: Final = {heading: name for name, headings in _HEADINGS.items() for heading in headings.split()}
_HEADER_WITHIN: Final = 15
_SHORT: Final = 300
_NOT_LETTERS: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class DraftReview:
    """One review as it was read; `row` counts from 1 as a spreadsheet does."""

    row: int
    order_number: str
    buyer_nick: str
    rating: int | None
    verdict: ReviewVerdict
    text: str
    written_at: datetime | None
    item_title: str = ""
    sku: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class ReviewFault:
    """A row that could not be read: `code` says why, `text` is what stands there."""

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class ReviewDraft:
    """What a file or a paste holds, before anything of it is kept."""

    reviews: tuple[DraftReview, ...]
    faults: tuple[ReviewFault, ...] = ()


def read_review_file(path: Path, words: ReviewWords, *, zone: str) -> ReviewDraft:
    """The reviews of a CSV file or workbook; times without a zone are of `zone` (IANA).

    UserError `review_file_columns` without a column for the text or the rating, `review_file_long`; FileRefused and
    EnvironmentFault as for orders. A row that cannot be read is named and costs no other.
    """
    scan = scan_file(path)
    moments = Moments(zone)
    if scan.container == "text":
        for delimiter in (",", "\t", ";"):
            found = _read(delimited_rows(path, scan.guess or "utf-8", delimiter), words, moments)
            if found is not None:
                return found
        raise UserError("review_file_columns", file=path.name)
    from desktop.importers.workbook_rows import Workbook  # only a workbook needs what reads workbooks

    book = Workbook(scan)
    try:
        for sheet in book.sheets:
            found = _read(book.rows(sheet), words, moments)
            if found is not None:
                return found
    finally:
        book.close()
    raise UserError("review_file_columns", file=path.name)


def read_pasted_reviews(text: str, words: ReviewWords, *, zone: str) -> ReviewDraft:
    """Reviews copied from a table with its headings (tabs, commas or semicolons between the cells).

    UserError `review_paste_long` beyond 2,000,000 characters, `review_paste_columns` where no row of headings is found.
    """
    if len(text) > PASTED:
        raise UserError("review_paste_long", limit=PASTED, length=len(text))
    moments = Moments(zone)
    # Half a sign, as some programs leave on the clipboard, could not be kept.
    text = text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    for delimiter in ("\t", ",", ";"):
        lines = iter(text.splitlines(keepends=True))
        found = _read(rows_of(lines, delimiter), words, moments)
        if found is not None:
            return found
    raise UserError("review_paste_columns")


def _read(rows: Iterator[SourceRow], words: ReviewWords, moments: Moments) -> ReviewDraft | None:
    first = list(islice(rows, _HEADER_WITHIN))
    for place, row in enumerate(first):
        columns = _columns(row.cells)
        if len(columns) >= 2 and "text" in columns and ({"rating", "verdict", "order", "buyer"} & columns.keys()):
            return _gather(chain(first[place + 1 :], rows), columns, words, moments)
    return None


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        heading = _NOT_LETTERS.sub("", cell.split("(")[0].split("（")[0]).casefold()
        name = _KNOWN.get(heading)
        if name is not None and name not in found:
            found[name] = place
    return found


def _gather(rows: Iterable[SourceRow], columns: dict[str, int], words: ReviewWords, moments: Moments) -> ReviewDraft:
    reviews: list[DraftReview] = []
    faults: list[ReviewFault] = []
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(reviews) + len(faults) >= REVIEWS:
            raise UserError("review_file_long", limit=REVIEWS)
        # A leading apostrophe marks a text in files made to be opened by spreadsheets.
        cells = {
            name: row.cells[place].replace("\x00", "").strip().removeprefix("'") if place < len(row.cells) else ""
            for name, place in columns.items()
        }
        made = _review(row, cells, words, moments)
        (reviews if isinstance(made, DraftReview) else faults).append(made)  # type: ignore[arg-type]
    return ReviewDraft(tuple(reviews), tuple(faults))


def _review(row: SourceRow, cells: dict[str, str], words: ReviewWords, moments: Moments) -> DraftReview | ReviewFault:
    def fault(code: str, text: str) -> ReviewFault:
        return ReviewFault(row.number, code, text[:_SHORT])

    if row.fault:
        return fault(row.fault, " | ".join(row.cells))
    rating = rating_of(cells.get("rating", ""))
    verdict = verdict_of(rating, cells.get("verdict", "") or cells.get("rating", ""), words)
    if verdict is None:
        return fault("review_no_rating", cells.get("rating", "") or cells.get("verdict", "") or cells["text"])
    if len(cells["text"]) > TEXT:
        return fault("review_text_long", cells["text"])
    written = None
    if cells.get("written"):
        try:
            written = moments.read(cells["written"])
        except CellFault as error:
            return fault(error.code, cells["written"])
    if not (cells["text"] or cells.get("order") or cells.get("buyer")):
        return fault("review_empty", " | ".join(row.cells))
    return DraftReview(
        row.number, cells.get("order", "")[:_SHORT], cells.get("buyer", "")[:_SHORT], rating, verdict, cells["text"],
        written, cells.get("item", "")[:_SHORT], cells.get("sku", "")[:_SHORT], cells.get("reply", "")[:TEXT],
    )  # fmt: skip
