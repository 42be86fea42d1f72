"""Files that are broken, too large, protected or made to do harm: each refused with its code, or read row by row."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.importers import EncodingUnclear, FileRefused, ImportCancelled, detect, read_draft
from models.errors import EnvironmentFault, UserError
from tests.desktop.importers.order_exports import Exports

OLE = bytes.fromhex("D0CF11E0A1B11AE1")


def _code(path: Path, **options: str) -> str:
    with pytest.raises(FileRefused) as refused:
        read_draft([path], **options)  # type: ignore[arg-type]
    assert isinstance(refused.value, UserError)
    return refused.value.code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty_file"),
        (b"\r\n \r\n\t\n", "empty_file"),
        (b"\xef\xbb\xbf", "empty_file"),
        (b",,,\n,,,\n", "empty_file"),
        (b"first,last,address\nJohn,Doe,here\n", "unknown_format"),
        (b"1,2,3\n4,5,6\n", "no_header"),
        (b"just a line of text", "no_header"),
        (b"\x00\x01\x02\x03\x04\xff" * 100, "unknown_format"),
        (b"%PDF-1.7\n1 0 obj\n", "unknown_format"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "unknown_format"),
        (b"<html><table><tr><td>x</td></tr></table></html>", "unknown_format"),
        (OLE + b"\x00" * 4_000, "damaged_workbook"),
        (OLE + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500, "protected_workbook"),
        (b"PK\x03\x04 and then nothing", "damaged_workbook"),
    ],
)
def test_files_that_are_no_order_file(exports: Exports, data: bytes, code: str) -> None:
    assert _code(exports.raw("a.csv", data)) == code


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_no_bytes_break_the_reader(exports: Exports, data: bytes) -> None:
    path = exports.raw("junk.bin", data)
    with pytest.raises(UserError) as refused:
        read_draft([path])
    assert refused.value.code


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.text(max_size=300))
def test_no_text_under_a_header_breaks_the_reader(exports: Exports, headers: dict[str, list[str]], tail: str) -> None:
    text = ",".join(headers["2016"]) + "\r\n" + tail
    draft = read_draft([exports.raw("a.csv", text.encode())])

    assert draft.rows_good <= draft.rows_total
    assert len(draft.orders) <= draft.rows_good


def test_a_file_that_is_not_there_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault) as refused:
        detect(tmp_path / "gone.csv")
    assert refused.value.code == "file_unreadable"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_or_device_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "orders.csv"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(EnvironmentFault, match="file_unreadable"):
            read_draft([path])


def test_only_a_header_is_an_empty_draft(exports: Exports, headers: dict[str, list[str]]) -> None:
    draft = read_draft([exports.csv("a.csv", exports.rows(headers["2016"]), encoding="gbk")])

    assert (draft.orders, draft.rows_total) == ((), 0)
    assert [problem.code for problem in draft.problems] == ["no_rows"]


def test_ten_thousand_columns(exports: Exports, headers: dict[str, list[str]]) -> None:
    headings = [*headers["2016"], *[f"c{index}" for index in range(10_000)]]
    draft = read_draft([exports.csv("a.csv", exports.rows(headings, exports.taobao()))])

    assert len(draft.orders) == 1
    assert len(draft.unknown_columns) == 200
    assert _code(exports.csv("b.csv", [[f"c{index}" for index in range(20_000)]])) == "too_large"


def test_a_cell_of_a_megabyte_is_kept_short_and_a_larger_one_refused(
    exports: Exports, headers: dict[str, list[str]]
) -> None:
    rows = exports.rows(
        headers["2016"],
        exports.taobao(买家留言="长" * 1_000_000),
        exports.taobao(订单编号="2", 买家会员名="n" * 300),
        exports.taobao(订单编号="3", 买家留言="x" * 1_100_000),
    )
    draft = read_draft([exports.csv("a.csv", rows)])

    assert [order.number for order in draft.orders] == ["2880512345678901234", "2"]
    assert len(draft.orders[0].buyer_note) == 65_536
    assert draft.orders[1].buyer_nick == "n" * 300
    assert [(problem.row, problem.code) for problem in draft.problems] == [(2, "text_cut"), (4, "cell_too_large")]
    assert all(len(problem.value_excerpt) <= 80 for problem in draft.problems)


def test_a_line_without_end_is_refused(exports: Exports) -> None:
    assert _code(exports.raw("a.csv", b"x" * (33 * 1024 * 1024))) == "too_large"


def test_nul_bytes_are_taken_out_and_said(exports: Exports, headers: dict[str, list[str]]) -> None:
    rows = exports.rows(headers["2016"], exports.taobao(收货人姓名="王\x00明", 订单编号="1\x002"))
    draft = read_draft([exports.csv("a.csv", rows)])

    assert (draft.orders[0].buyer_name, draft.orders[0].number) == ("王明", "12")
    assert [problem.code for problem in draft.problems] == ["nul_removed"]


def test_texts_of_buyers_stay_as_typed(
    exports: Exports, headers: dict[str, list[str]], samples: Callable[[str], Path]
) -> None:
    naughty = json.loads(samples("naughty/blns/blns.json").read_text(encoding="utf-8"))
    texts = [text for text in naughty if text.strip() == text and text not in ("", "-", "--", "null", "NULL")]
    texts = [text for text in texts if text.isprintable() and not text.startswith(("'", '="'))]
    rows = [exports.taobao(订单编号=str(index), 买家会员名=text, 买家留言=text) for index, text in enumerate(texts)]
    draft = read_draft([exports.csv("a.csv", exports.rows(headers["2016"], *rows))])

    assert len(texts) > 300
    assert draft.errors == ()
    assert [order.buyer_nick for order in draft.orders] == texts
    assert [order.buyer_note for order in draft.orders] == texts


def test_direction_signs_stay_in_names_and_go_from_numbers(exports: Exports, headers: dict[str, list[str]]) -> None:
    name = "evil\u202etxt.exe"
    rows = exports.rows(headers["2016"], exports.taobao(买家会员名=name, 订单编号="\u202e12\u202c3"))
    order = read_draft([exports.csv("a.csv", rows)]).orders[0]

    assert (order.buyer_nick, order.number) == (name, "123")


def test_broken_rows_do_not_harm_their_neighbours(exports: Exports, headers: dict[str, list[str]]) -> None:
    good, more = exports.taobao(订单编号="1"), exports.taobao(订单编号="2")
    stream = exports.csv("a.csv", exports.rows(headers["2016"], good, more)).read_text(encoding="utf-8").splitlines()
    broken = '3,"never closed,' + "," * 38
    data = "\r\n".join([stream[0], stream[1], broken, stream[2], "", ",,,", ",no number", "4", "合计,1"])
    draft = read_draft([exports.raw("b.csv", (data + "\r\n").encode())])

    assert [order.number for order in draft.orders] == ["1", "2", "4"]
    assert [(problem.row, problem.code, problem.severity) for problem in draft.problems] == [
        (3, "broken_quotes", "error"),
        (7, "missing_number", "error"),
        (8, "too_few_cells", "warning"),
        (9, "bad_number", "error"),
    ]
    assert (draft.rows_total, draft.rows_good) == (6, 3)


def test_a_header_in_the_middle_is_passed_over(exports: Exports, headers: dict[str, list[str]]) -> None:
    rows = exports.rows(headers["2016"], exports.taobao(订单编号="1"))
    draft = read_draft([exports.csv("a.csv", [["导出时间", "2020"], [], *rows, *rows[:1], *rows[1:]])])

    assert [order.rows for order in draft.orders] == [(4, 6)]
    assert draft.rows_total == 2


def test_a_bare_comma_is_repaired_only_where_one_way_fits(exports: Exports, headers: dict[str, list[str]]) -> None:
    headings = ["订单编号", "收货地址", "总金额", "订单创建时间", "买家会员名", "订单备注"]
    text = "\n".join(
        [
            ",".join(headings),
            "1,浙江,杭州,12.00,2020-02-20 10:00:00,nick,note",
            "2,浙江,12.00,2020-02-20 10:00:00,nick,no,te",
        ]
    )
    draft = read_draft([exports.raw("a.csv", f"{text}\n".encode())])

    assert [(order.number, order.address, order.total) for order in draft.orders] == [("1", "浙江,杭州", 1200)]
    assert [(problem.row, problem.code) for problem in draft.problems] == [
        (2, "bare_comma_repaired"),
        (3, "too_many_cells"),
    ]


@pytest.mark.parametrize("spare", [",", ",,,"])
def test_empty_cells_beyond_the_header_mean_nothing(
    exports: Exports, headers: dict[str, list[str]], spare: str
) -> None:
    rows = (
        exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao())).read_text(encoding="utf-8").splitlines()
    )
    path = exports.raw("b.csv", f"{rows[0]}\r\n{rows[1]}{spare}\r\n".encode())

    assert read_draft([path]).problems == ()


def test_formulas_in_a_text_file_are_text(exports: Exports, headers: dict[str, list[str]]) -> None:
    evil = "=cmd|' /C calc'!A0"
    rows = exports.rows(headers["2016"], exports.taobao(买家留言=evil), exports.taobao(订单编号="=1+1"))
    draft = read_draft([exports.csv("a.csv", rows)])

    assert draft.orders[0].buyer_note == evil
    assert [(problem.row, problem.code) for problem in draft.errors] == [(3, "bad_number")]


def test_an_encoding_that_cannot_be_told_is_asked_for(exports: Exports, headers: dict[str, list[str]]) -> None:
    text = ",".join(headers["2016"]) + "\n" + ",".join(["1", "買家"] + [""] * 39) + "\n"
    path = exports.raw("a.csv", text.replace("订", "訂").encode("big5", "replace"))

    with pytest.raises(EncodingUnclear) as asked:
        read_draft([path])

    assert asked.value.code == "encoding_unclear"
    assert {candidate.encoding for candidate in asked.value.candidates} >= {"utf-8", "gb18030", "big5"}
    assert all(len(candidate.preview) <= 5 for candidate in asked.value.candidates)
    assert list(asked.value.candidates) == sorted(asked.value.candidates, key=lambda one: one.undecodable)


def test_western_letters_are_not_taken_for_chinese(exports: Exports) -> None:
    text = "Name,Financial Status,Lineitem name,Shipping Name,Currency\n#1,paid,Soap,Renée Müller,EUR\n"
    path = exports.raw("a.csv", text.encode("cp1252"))

    with pytest.raises(EncodingUnclear):
        read_draft([path])
    assert read_draft([path], encoding="cp1252").orders[0].buyer_name == "Renée Müller"


def test_an_encoding_that_was_chosen_reads_what_it_can(exports: Exports, headers: dict[str, list[str]]) -> None:
    data = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()), encoding="gb18030").read_bytes()
    path = exports.raw("b.csv", data.replace("王小明".encode("gbk"), b"\xcd\xff\xff"))

    with pytest.raises(EncodingUnclear):
        read_draft([path])
    draft = read_draft([path], encoding="gb18030")

    assert len(draft.orders) == 1
    assert [problem.code for problem in draft.problems] == ["undecodable_text"]
    assert _code(path, encoding="klingon") == "no_such_encoding"


def test_a_file_of_another_platform_is_named(exports: Exports, headers: dict[str, list[str]]) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))

    with pytest.raises(FileRefused) as refused:
        read_draft([path], platform="shopify")
    assert (refused.value.code, refused.value.values["found"]) == ("wrong_platform", "taobao")


def test_files_of_two_platforms_do_not_go_together(exports: Exports, headers: dict[str, list[str]]) -> None:
    first = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))
    second = exports.raw("b.csv", b"Name,Financial Status,Lineitem name,Currency\n#1,paid,Soap,EUR\n")

    with pytest.raises(FileRefused) as refused:
        read_draft([first, second])
    assert refused.value.code == "mixed_platforms"


def test_no_files() -> None:
    with pytest.raises(FileRefused) as refused:
        read_draft([])
    assert refused.value.code == "no_files"


def test_reading_can_be_stopped_and_tells_how_far_it_is(exports: Exports, headers: dict[str, list[str]]) -> None:
    rows = exports.rows(headers["2016"], *[exports.taobao(订单编号=str(index)) for index in range(2_000)])
    path = exports.csv("a.csv", rows)
    told: list[tuple[int, int]] = []

    read_draft([path], progress=lambda done, total: told.append((done, total)))

    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    with pytest.raises(ImportCancelled):
        read_draft([path], cancelled=lambda: True)


def test_a_file_of_nothing_but_bad_rows_is_given_up(exports: Exports) -> None:
    path = exports.raw("a.csv", "订单编号,总金额\n".encode() + b"x,1\n" * 100_002)

    assert _code(path) == "too_many_bad_rows"


def test_a_doubled_heading_takes_the_first_that_says_something(exports: Exports) -> None:
    path = exports.raw("a.csv", "订单编号,总金额,总金额\n1,,5.00\n".encode())
    draft = read_draft([path])

    assert draft.orders[0].total == 500
    assert [problem.code for problem in draft.problems] == ["doubled_heading"]


def test_a_negative_total_is_refused_and_a_strange_date_is_left_out(exports: Exports) -> None:
    path = exports.raw("a.csv", "订单编号,总金额,发货时间\n1,-5.00,\n2,5.00,soon\n".encode())
    draft = read_draft([path])

    assert [(order.number, order.shipped_at) for order in draft.orders] == [("2", None)]
    assert [(problem.row, problem.code, problem.severity) for problem in draft.problems] == [
        (2, "negative_amount", "error"),
        (3, "bad_date", "warning"),
    ]
