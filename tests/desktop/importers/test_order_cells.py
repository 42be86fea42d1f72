"""Single cells: wrappings, numbers, amounts and times as platforms and spreadsheets write them."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.importers import cells
from desktop.importers.amounts import minor_units
from desktop.importers.moments import DateOrder, Moments
from desktop.importers.refusals import CellFault, FileRefused


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ('="1234567890"', "1234567890"),
        ("'13800000000", "13800000000"),
        ("\t6917123456789\t", "6917123456789"),
        ("\ufeff42 ", "42"),
        ("\u300042\u3000", "42"),
        ("\x00", ""),
        ("-", ""),
        ("--", ""),
        ("null", ""),
        ("'null", ""),
        ('=""', ""),
        ("'=1+1", "=1+1"),
        ("'90s shirt", "90s shirt"),
        ("'tis", "'tis"),
        ("a-b", "a-b"),
    ],
)
def test_wrappings_come_off(raw: str, text: str) -> None:
    assert cells.plain(raw) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2880512345678901234", "2880512345678901234"),
        ("#1001", "#1001"),
        ("200221-123456789", "200221-123456789"),
        ("12\t34", "1234"),
        ("１２３４", "1234"),
        ("訂單1001", "訂單1001"),
        ("\u202e1001\u202c", "1001"),
    ],
)
def test_order_numbers(text: str, number: str) -> None:
    assert cells.order_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.23E+18", "number_destroyed"),
        ("2.88051E18", "number_destroyed"),
        ("9" * 65, "number_too_long"),
        ("合计", "bad_number"),
        ("=1+1", "bad_number"),
        ("@SUM(1)", "bad_number"),
        ("<b>1</b>", "bad_number"),
    ],
)
def test_order_numbers_that_are_none(text: str, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        cells.order_number(text)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "exponent", "minor"),
    [
        ("178.8", 2, 17880),
        ("0.0", 2, 0),
        ("12元", 2, 1200),
        ("12.50 元", 2, 1250),
        ("¥1,433.66", 2, 143366),
        ("￥59.00", 2, 5900),
        ("$1,433.66", 2, 143366),
        ("US $5.00", 2, 500),
        ("12.00 CNY", 2, 1200),
        ("1.234,50", 2, 123450),
        ("12,00", 2, 1200),
        ("１２．５０", 2, 1250),
        ("-5.00", 2, -500),
        ("(5.00)", 2, -500),
        ("-$5", 2, -500),
        ("−5", 2, -500),
        ("1500", 0, 1500),
        ("1500.00", 0, 1500),
        ("1.234", 3, 1234),
        ("12.3400", 2, 1234),
        ("64.80000000000001", 2, 6480),
        ("0.1", 2, 10),
        (".5", 2, 50),
    ],
)
def test_amounts(text: str, exponent: int, minor: int) -> None:
    assert minor_units(text, exponent) == minor


@pytest.mark.parametrize(
    ("text", "exponent", "code"),
    [
        ("12.345", 2, "too_many_decimals"),
        ("1.5", 0, "too_many_decimals"),
        ("1,234", 3, "ambiguous_amount"),
        ("twelve", 2, "bad_amount"),
        ("1,23,4", 2, "bad_amount"),
        ("1.2.3", 2, "bad_amount"),
        ("NaN", 2, "bad_amount"),
        ("Infinity", 2, "bad_amount"),
        ("1e999", 2, "amount_too_large"),
        ("9" * 40, 2, "amount_too_large"),
        ("=1+1", 2, "bad_amount"),
    ],
)
def test_amounts_that_are_none(text: str, exponent: int, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        minor_units(text, exponent)
    assert refused.value.code == code


@given(
    st.integers(-(10**11), 10**11), st.sampled_from([0, 2, 3]), st.sampled_from(["{}", "¥{}", "{}元", " {} ", "{} USD"])
)
def test_any_amount_comes_back(minor: int, exponent: int, shape: str) -> None:
    text = shape.format(f"{Decimal(minor).scaleb(-exponent):f}")
    assert minor_units(cells.plain(text), exponent) == minor


@given(st.integers(0, 10**11))
def test_any_amount_comes_back_from_thousands_and_from_a_float(minor: int) -> None:
    amount = Decimal(minor).scaleb(-2)
    assert minor_units(f"{amount:,}", 2) == minor
    assert minor_units(cells.as_text(float(amount)), 2) == minor


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text: str) -> None:
    plain = cells.plain(text)
    for read in (cells.order_number, cells.count, lambda cell: minor_units(cell, 2), Moments("Asia/Shanghai").read):
        with contextlib.suppress(CellFault):
            read(plain)
    assert len(cells.excerpt(text)) <= 80
    assert "\x00" not in cells.words(text)


@pytest.mark.parametrize(
    "text",
    [
        "2020-02-20 23:59:54",
        "2020/2/20 23:59:54",
        "2020.02.20 23:59:54",
        "2020年2月20日 23:59:54",
        "2020-02-20T23:59:54",
        "2020-02-20 23:59:54.000",
        "20200220235954",
        "2020-02-20  11:59:54 PM",
        "2020-02-20 15:59:54Z",
        "2020-02-20 15:59:54 UTC",
        "2020-02-20 11:59:54 -0400",
        "2020-02-20T19:59:54+04:00",
        "43881.99993055556",
        "２０２０-02-20 23:59:54",
        "20-Feb-2020 23:59:54",
        "Feb-20-20 23:59:54",
        "20/02/2020 23:59:54",
    ],
)
def test_times_of_every_form(text: str) -> None:
    assert Moments("Asia/Shanghai").read(text) == datetime(2020, 2, 20, 15, 59, 54, tzinfo=UTC)


@pytest.mark.parametrize(("order", "day"), [("mdy", 4), ("dmy", 1)])
def test_which_is_the_month_is_the_platforms_rule(order: DateOrder, day: int) -> None:
    read = Moments("UTC", order).read
    assert read("1/4/2024") == datetime(2024, 1 if order == "mdy" else 4, day, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1/4/2024", "ambiguous_date"),
        ("0000-00-00 00:00:00", "bad_date"),
        ("2020-02-30 00:00:00", "bad_date"),
        ("2020-02-20 25:00", "bad_date"),
        ("1970-01-01 00:00:00", "bad_date"),
        ("9999-12-31 23:59:59", "bad_date"),
        ("tomorrow", "bad_date"),
        ("Foo-20-20", "bad_date"),
        ("99999", "bad_date"),
    ],
)
def test_times_that_are_none(text: str, code: str) -> None:
    with pytest.raises(CellFault) as refused:
        Moments("Asia/Shanghai").read(text)
    assert refused.value.code == code


@given(
    st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)),
    st.sampled_from(["Asia/Shanghai", "America/New_York", "UTC"]),
)
def test_any_local_time_comes_back(local: datetime, zone: str) -> None:
    local = local.replace(microsecond=0)
    expected = local.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    moments = Moments(zone)
    assert moments.read(str(local)) == expected
    assert moments.read(f"{local:%Y/%m/%d %H:%M:%S}") == expected


def test_an_unknown_zone_is_said() -> None:
    with pytest.raises(FileRefused) as refused:
        Moments("Mars/Olympus")
    assert refused.value.code == "unknown_zone"


@pytest.mark.parametrize(
    ("text", "numbers", "carrier"),
    [
        ("No:YT1234567890123", ("YT1234567890123",), ""),
        ("SF123-顺丰速运,10001-1", ("SF123",), "顺丰速运"),
        ("YT1,YT12345;YT67890、YT12345", ("YT12345", "YT67890"), ""),
        ("'773012345678901", ("773012345678901",), ""),
    ],
)
def test_tracking_numbers(text: str, numbers: tuple[str, ...], carrier: str) -> None:
    assert cells.parcels(text) == (numbers, carrier)


@pytest.mark.parametrize(("text", "value"), [("2", 2), ("2.0", 2), ("1,000", 1000), ("3件", 3), ("0", 0)])
def test_counts(text: str, value: int) -> None:
    assert cells.count(text) == value


@pytest.mark.parametrize("text", ["-1", "1.5", "x", "9999999", "9" * 5000, ""])
def test_counts_that_are_none(text: str) -> None:
    with pytest.raises(CellFault):
        cells.count(text)


@pytest.mark.parametrize("value", [float(2**53), 2.880512345678901e18, -1e17])
def test_a_float_too_large_for_an_identifier_shows_it(value: object) -> None:
    with pytest.raises(CellFault):
        cells.order_number(cells.as_text(value))


@pytest.mark.parametrize(
    ("value", "text"), [(5.0, "5"), (2.0**53 - 1, "9007199254740991"), (True, "TRUE"), ("x", "x"), (7, "7")]
)
def test_workbook_cells_as_text(value: object, text: str) -> None:
    assert cells.as_text(value) == text
