"""The refused rows as a file: nothing in it is a formula, and put right it can be imported."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.importers import FileRefused, read_draft, write_bad_rows
from desktop.importers.bad_rows import inert
from models.errors import EnvironmentFault
from tests.desktop.importers.order_exports import Exports

TRIGGERS = tuple("=+-@＝＋－＠\t\r\n")


def _table(path: Path) -> list[list[str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_refused_rows_keep_their_columns_and_say_why(
    exports: Exports, headers: dict[str, list[str]], tmp_path: Path
) -> None:
    evil = "=cmd|' /C calc'!A0"
    bad = exports.taobao(订单编号="1.23E+18", 买家留言=evil, 总金额="-5.00")
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao(), bad), encoding="gbk")
    draft = read_draft([path])
    out = tmp_path / "bad.csv"

    assert write_bad_rows(draft, [path], out) == (out,)

    table = _table(out)
    assert table[0] == ["aftercase_reason", *headers["2016"]]
    assert len(table) == 2
    row = dict(zip(table[0], table[1], strict=True))
    assert row["aftercase_reason"] == "number_destroyed (订单编号)"
    assert (row["买家留言"], row["总金额"], row["订单编号"]) == (f"'{evil}", "'-5.00", "1.23E+18")
    assert row["买家会员名"] == "tb_星星88"
    assert not list(tmp_path.glob("*.partial"))


def test_a_corrected_file_goes_in_as_it_was_meant(
    exports: Exports, headers: dict[str, list[str]], tmp_path: Path
) -> None:
    rows = exports.rows(
        headers["2018"],
        exports.taobao(买家留言="=1+1", 联系手机="+8613800000000", 宝贝种类="x", 宝贝总数量="1"),
        exports.taobao(
            总金额="12.345", 买家留言="=1+1", 联系手机="+8613800000000", 订单编号='="77"', 宝贝标题="-5度睡袋"
        ),
    )
    path = exports.csv("a.csv", rows)
    draft = read_draft([path])
    out = tmp_path / "bad.csv"
    write_bad_rows(draft, [path], out)
    out.write_text(out.read_text(encoding="utf-8-sig").replace("12.345", "12.34"), encoding="utf-8-sig")

    again = read_draft([out])

    assert (again.variant, again.unknown_columns, again.errors) == (draft.variant, (), ())
    order = again.orders[0]
    assert (order.number, order.total, order.buyer_note, order.buyer_phone) == ("77", 1234, "=1+1", "+8613800000000")
    assert order.lines[0].item_title == "-5度睡袋"


def test_every_row_of_a_refused_order_is_written(exports: Exports, tmp_path: Path) -> None:
    text = "Name,Financial Status,Lineitem name,Lineitem price,Currency\n#1,paid,Soap,1.00,EUR\n"
    text += "#1,,Oil,x,\n#2,paid,Tea,1,EUR\n"
    path = exports.raw("o.csv", text.encode())
    out = tmp_path / "bad.csv"
    write_bad_rows(read_draft([path]), [path], out, describe=lambda problem: f"row {problem.row}: {problem.code}")

    assert [row[:2] for row in _table(out)[1:]] == [["row 2: order_refused", "#1"], ["row 3: bad_amount", "#1"]]


def test_each_source_gets_a_file_of_its_own(exports: Exports, headers: dict[str, list[str]], tmp_path: Path) -> None:
    orders = exports.csv("l.csv", exports.rows(headers["2016"], exports.taobao(订单编号="?")))
    details = exports.xlsx(
        "d.xlsx", exports.rows(headers["details old"], {"订单编号": "7", "标题": "x", "购买数量": "many"})
    )
    draft = read_draft([orders, details])

    written = write_bad_rows(draft, [orders, details], tmp_path / "bad.csv")

    assert [path.name for path in written] == ["bad.csv", "bad-2.csv"]
    assert _table(written[1])[0] == ["aftercase_reason", *headers["details old"]]
    assert _table(written[1])[1][1:5] == ["7", "x", "", "many"]


def test_a_line_that_is_no_row_is_kept_whole(exports: Exports, headers: dict[str, list[str]], tmp_path: Path) -> None:
    good = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao())).read_text(encoding="utf-8")
    path = exports.raw("b.csv", f'{good}5,"=never closed\r\n'.encode())
    out = tmp_path / "bad.csv"
    write_bad_rows(read_draft([path]), [path], out)

    assert _table(out)[1][:2] == ["broken_quotes", '5,"=never closed']


def test_nothing_refused_writes_nothing(exports: Exports, headers: dict[str, list[str]], tmp_path: Path) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao()))

    assert write_bad_rows(read_draft([path]), [path], tmp_path / "bad.csv") == ()
    assert not (tmp_path / "bad.csv").exists()


def test_a_source_that_changed_meanwhile_is_not_mixed_up(
    exports: Exports, headers: dict[str, list[str]], tmp_path: Path
) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao(订单编号="?")))
    draft = read_draft([path])
    path.write_bytes(path.read_bytes() + b"\r\n")

    with pytest.raises(FileRefused) as refused:
        write_bad_rows(draft, [path], tmp_path / "bad.csv")
    assert refused.value.code == "file_changed"


def test_a_folder_that_is_not_there_is_the_environments_fault(
    exports: Exports, headers: dict[str, list[str]], tmp_path: Path
) -> None:
    path = exports.csv("a.csv", exports.rows(headers["2016"], exports.taobao(订单编号="?")))

    with pytest.raises(EnvironmentFault) as refused:
        write_bad_rows(read_draft([path]), [path], tmp_path / "gone" / "bad.csv")
    assert refused.value.code == "file_unwritable"


@pytest.mark.parametrize("before", ["", " ", "\u3000", "\x00", "a;", "a;  ", "a\n", "a\t", "a\r\n"])
@pytest.mark.parametrize("trigger", TRIGGERS[:8])
def test_no_cell_is_a_formula(before: str, trigger: str) -> None:
    text = inert(f"{before}{trigger}cmd|' /C calc'!A0")

    for piece in text.replace(";", "\n").replace("\t", "\n").splitlines():
        assert not piece.lstrip(" \u3000\x00").startswith(TRIGGERS)


def test_naughty_strings_come_out_inert(
    exports: Exports, headers: dict[str, list[str]], samples: Callable[[str], Path], tmp_path: Path
) -> None:
    naughty = [text for text in json.loads(samples("naughty/blns/blns.json").read_text(encoding="utf-8")) if text]
    rows = [exports.taobao(订单编号="?", 买家留言=text) for text in naughty]
    path = exports.csv("a.csv", exports.rows(headers["2016"], *rows))
    out = tmp_path / "bad.csv"
    write_bad_rows(read_draft([path]), [path], out)

    table = _table(out)
    assert len(table) == len(naughty) + 1
    assert all(not cell.lstrip().startswith(TRIGGERS) for row in table for cell in row)
