"""The library of packs: chosen by platform, country and date, loaded when needed, broken files refused."""

from __future__ import annotations

import copy
import json
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.services.packs import PackLibrary, read_pack_file
from models.errors import EnvironmentFault, UserError
from tests.models.rules.conftest import SMALL

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "resources" / "packs", tmp_path / "packs")
    return tmp_path / "packs"


@pytest.mark.parametrize(
    ("platform", "country", "ids"),
    [
        ("taobao", "CN", ["cn-law", "taobao", "shop-handbook"]),
        ("jd", "CN", ["cn-law", "jd", "shop-handbook"]),
        ("shopify", "DE", ["eu-law", "paypal"]),
        ("shopify", "GB", ["uk-law", "paypal"]),
        ("etsy", "US", ["us-law", "paypal"]),
    ],
)
def test_law_platform_payment_shop(platform: str, country: str, ids: list[str]) -> None:
    found = [pack.id for pack in PackLibrary(ROOT / "resources").packs_for(platform, country, NOW)]
    assert [name for name in found if name in ids] == ids
    assert not {"cn-law", "eu-law", "uk-law", "us-law"} & (set(found) - set(ids))


def test_a_pack_counts_from_its_first_day(folder: Path) -> None:
    library = PackLibrary(folder)
    before = [pack.id for pack in library.packs_for("taobao", "CN", date(2025, 8, 14))]
    after = [pack.id for pack in library.packs_for("taobao", "CN", date(2025, 8, 15))]
    assert "taobao" not in before
    assert "taobao" in after


def test_packs_are_found_by_id_and_alias_and_kept() -> None:
    library = PackLibrary(ROOT / "resources" / "packs")
    assert library.pack("seed-handbook") is library.pack("shop-handbook")
    assert library.pack("eu").id == "eu-law"
    with pytest.raises(UserError) as caught:
        library.pack("nobody")
    assert caught.value.code == "pack_not_found"


def test_the_shops_own_numbers_take_effect() -> None:
    library = PackLibrary(ROOT / "resources" / "packs", numbers={"shop-handbook": {"ship_hours": "48"}})
    assert str(library.pack("shop-handbook").constants["ship_hours"].value) == "48"
    fixed = PackLibrary(ROOT / "resources" / "packs", numbers={"cn-law": {"refund_days": "70"}})
    assert str(fixed.pack("cn-law").constants["refund_days"].value) == "7"


def test_a_decided_case_keeps_its_versions() -> None:
    library = PackLibrary(ROOT / "resources" / "packs")
    version = library.pack("taobao").version
    assert [pack.id for pack in library.frozen({"taobao": version})] == ["taobao"]
    with pytest.raises(UserError) as caught:
        library.frozen({"taobao": "0.0.1"})
    assert caught.value.code == "pack_version_changed"


def test_all_shipped_packs_are_sound() -> None:
    assert PackLibrary(ROOT / "resources" / "packs").problems() == ()


def test_broken_files_are_named(folder: Path) -> None:
    raw = json.loads((folder / "jd.json").read_text(encoding="utf-8"))
    raw["formulas"]["unclear"]["expr"] = "payed * unclear_rate"
    (folder / "jd.json").write_text(json.dumps(raw), encoding="utf-8")
    raw["pack"]["extends"] = ["../../../etc/passwd"]
    raw["pack"]["id"] = "climber"
    (folder / "climber.json").write_text(json.dumps(raw), encoding="utf-8")
    library = PackLibrary(folder)
    assert ("jd", "expression") in {(name, problem.code) for name, problem in library.problems() if name == "jd"}
    with pytest.raises(UserError) as caught:
        library.pack("climber")
    assert caught.value.code == "pack_unreadable"


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xfe\x00", b"[" * 200_000])
def test_what_is_no_pack_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.json"
    file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_pack_file(file)
    assert caught.value.code == "pack_unreadable"


def test_a_missing_file_is_the_environments_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        read_pack_file(tmp_path / "absent.json")


def small(**head: object) -> dict[str, Any]:
    """A pack of the shop's own, with another head."""
    raw = copy.deepcopy(SMALL)
    raw["pack"] |= {"id": "our-own", "platforms": ["taobao"], **head}
    return raw


def test_own_packs_and_numbers_take_effect_at_once_and_can_be_taken_back() -> None:
    library = PackLibrary(ROOT / "resources" / "packs")
    shipped = library.pack("shop-handbook")
    handbook = json.loads((ROOT / "resources" / "packs" / "shop-handbook.json").read_text(encoding="utf-8"))
    handbook["pack"]["version"] = "9.0.0"
    library.use(numbers={"our-own": {"rate": "0.25"}}, own={"our-own": small(), "shop-handbook": handbook})
    assert str(library.pack("our-own").constants["rate"].value) == "0.25"
    assert library.raw("our-own")["pack"]["id"] == "our-own"
    assert library.pack("shop-handbook").version == "9.0.0"
    assert (library.is_own("shop-handbook"), library.is_own("cn-law")) == (True, False)
    assert set(library.parents("shop-handbook")) == {"base"}
    assert library.shipped("shop-handbook")["pack"]["version"] == shipped.version  # type: ignore[index]
    assert "our-own" in [pack.id for pack in library.packs_for("taobao", "CN", NOW)]
    library.use(numbers={"shop-handbook": {"no_such_number": "1"}}, own={})
    assert library.pack("shop-handbook").version == shipped.version
    assert "our-own" not in library.ids()
    assert [p.code for name, p in library.problems() if name == "shop-handbook"] == ["number_unknown"]


def test_a_candidate_is_checked_without_being_put_in_force() -> None:
    library = PackLibrary(ROOT / "resources" / "packs")
    pack, problems = library.load_candidate(small())
    assert pack is not None
    assert problems == ()
    assert "our-own" not in library.ids()
    broken = small()
    broken["tests"][0]["expect"] = {"share": "2.00"}
    pack, problems = library.load_candidate(broken)
    assert pack is not None
    assert [problem.code for problem in problems] == ["test"]


def nested(depth: int) -> object:
    found: object = 1
    for _ in range(depth):
        found = [found]
    return found


def put(raw: dict[str, Any], way: str, value: object) -> None:
    *folders, name = way.split("/")
    place: Any = raw
    for each in folders:
        place = place[each]
    place[name] = value


def expression(text: str) -> Callable[[dict[str, Any]], None]:
    return lambda raw: put(raw, "formulas/share/expr", text)


def setting(way: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda raw: put(raw, way, value)


LABEL = {"zh": "x", "en": "x"}
HOSTILE: tuple[tuple[Callable[[dict[str, Any]], None], str], ...] = (
    (expression("paid * 9 ** 9 ** 9"), "expression"),
    (expression("paid * 1e999999"), "expression"),
    (expression("$sum([1 for x in $range(999999999)])"), "expression"),
    (expression("kind =~ '(a+)+$' ? paid : paid"), "expression"),
    (expression("kind.__class__.__mro__"), "expression"),
    (expression("$parse_datetime('2020-01-01')"), "expression"),
    (expression("(" * 100 + "paid" + ")" * 100), "expression"),
    (expression("paid + " * 200 + "paid"), "expression"),
    (expression("share + paid"), "circular_name"),
    (expression("kind"), "pack_invalid|test|expression"),
    (setting("pack/id", "../../etc/passwd"), "pack_id_invalid"),
    (setting("pack/id", "t\u0430obao"), "pack_id_invalid"),
    (setting("pack/id", "Taobao"), "pack_id_invalid"),
    (setting("pack/id", ""), "pack_id_invalid"),
    (setting("pack/id", "base"), "alias_taken"),
    (setting("pack/id", "seed-handbook"), "alias_taken"),
    (setting("pack/id", "cn-law"), "layer_changed"),
    (setting("pack/aliases", ["taobao"]), "alias_taken"),
    (setting("pack/aliases", ["cn_law"]), "alias_taken"),
    (setting("pack/aliases", "taobao"), "pack_invalid"),
    (setting("pack/extends", ["../../../etc/passwd"]), "pack_id_invalid"),
    (setting("pack/extends", ["nul"]), "pack_unreadable"),
    (setting("pack/extends", ["calendars/cn_workdays"]), "pack_id_invalid"),
    (setting("pack/extends", {"base": 1}), "pack_invalid"),
    (setting("pack/timezone", "Mars/Olympus"), "pack_zone_unknown"),
    (setting("pack/timezone", "/etc/localtime"), "pack_zone_unknown"),
    (setting("pack/zones", {"CN": "../../etc"}), "pack_zone_unknown"),
    (setting("pack/currency", "\u00a5\u00a5\u00a5"), "pack_id_invalid"),
    (setting("pack/version", "1.0; DROP TABLE"), "pack_id_invalid"),
    (setting("pack/effective_to", "2025-12-31"), "pack_dates_invalid"),
    (setting("pack/effective_from", 20260101), "pack_dates_invalid"),
    (setting("pack/applies_by", "the_moon"), "version_applies_by"),
    (setting("pack/calendar", "../cn_workdays"), "pack_calendar_missing"),
    (setting("pack/layer", ["law"]), "pack_invalid"),
    (setting("pack/priority", "9" * 30_000), "pack_too_large"),
    (setting("pack/title", {"zh": "\u202eevil", "en": "x"}), "pack_text_hidden"),
    (setting("pack/title", {"zh": "\x1b[2J", "en": "x"}), "pack_text_hidden"),
    (setting("constants/rate/value", 10**400), "pack_number_invalid"),
    (setting("constants/rate/value", 0.1), "pack_number_invalid"),
    (setting("constants/rate/value", float("nan")), "pack_number_invalid"),
    (setting("constants/rate/value", "1e400000"), "pack_invalid|test"),
    (setting("constants/rate/type", "pickle"), "pack_invalid"),
    (setting("constants/rate", {**SMALL["constants"]["rate"], "value": None, "editable": False}), "not_editable"),
    (setting("nodes/start/answers", SMALL["nodes"]["start"]["answers"][:1]), "unanswered"),
    (setting("nodes/sure/answers", [{"value": True, "next": "start"}, {"value": False, "next": "blue"}]), "cycle"),
    (setting("nodes/red/outcome", "nothing"), "reference"),
    (setting("outcomes/red/deadlines", ["\u0000"]), "pack_text_hidden"),
    (setting("outcomes/red/refuses", ["nothing"]), "reference"),
    (setting("deadlines/due/n", 10**9), "word"),
    (setting("deadlines/due/count", "eternity"), "word"),
    (setting("deadlines/due/who", "nobody"), "word"),
    (setting("deadlines/due/on_timeout", "the_sky_falls"), "word"),
    (setting("deadlines/due/warn_before", "P99999999999D"), "word"),
    (setting("deadlines/due/window", {"open": "25:99"}), "pack_invalid"),
    (setting("remedies/give/needs", "magic"), "word"),
    (setting("remedies/give/legs", ["sideways"]), "word"),
    (setting("scripts", nested(3000)), "pack_too_large"),
    (setting("scripts", {f"s{n}": {"text": LABEL} for n in range(40_000)}), "pack_too_large"),
    (setting("facts", {f"f{n}": {"type": "bool", "label": LABEL} for n in range(2001)}), "pack_too_large"),
    (setting("facts/__class__", {"type": "bool", "label": LABEL}), "pack_id_invalid"),
    (setting("tests", [{"id": "t", "facts": {}, "expect": {}}] * 301), "pack_too_large"),
    (setting("tests", []), "no_tests"),
    (setting("formulas", {f"f{n}": {"type": "money", "expr": f"f{n + 1}", "label": LABEL, "source": "book"}
                          for n in range(1500)}), "reference|expression|double_name"),
    (setting("formulas", {
        "share": {**SMALL["formulas"]["share"], "expr": "f0"}, "f300": {**SMALL["formulas"]["share"], "expr": "paid"},
        **{f"f{n}": {**SMALL["formulas"]["share"], "expr": f"f{n + 1}"} for n in range(300)},
    }), "test"),
    (setting("tables", {"t": {"hit": "unique", "rules": [{"when": "kind == 'red'", "value": 1}]}}), "table_gap"),
    (setting("tables", {"t": {"hit": "unique", "rules": [{"when": "sure", "value": 1}, {"when": "sure or not sure",
                                                                                       "value": 2}]}}), "table_overlap"),
    (setting("schema_version", 99), "pack_schema_version"),
    (setting("pack", "taobao"), "pack_invalid"),
)  # fmt: skip


def test_hostile_packs_are_refused_with_a_code() -> None:
    library = PackLibrary(ROOT / "resources" / "packs")
    library.ids()
    for number, (change, codes) in enumerate(HOSTILE):
        raw = small()
        change(raw)
        _, problems = library.load_candidate(raw)
        found = {problem.code for problem in problems}
        assert found & set(codes.split("|")), (number, codes, [str(problem) for problem in problems][:5])
    for junk in (None, [], "x", {}, {"pack": {}}, {"schema_version": 1, "pack": {"id": []}}):
        pack, problems = library.load_candidate(junk)
        assert pack is None
        assert problems


def versioned(folder: Path, *lives: tuple[str, str, str | None], **head: object) -> PackLibrary:
    """The Taobao pack in versions, each with its days and a note of which it is."""
    raw = json.loads((folder / "taobao.json").read_text(encoding="utf-8"))
    (folder / "taobao.json").unlink()
    for version, first, last in lives:
        raw["pack"] |= {"version": version, "effective_from": first, "effective_to": last, **head}
        (folder / f"taobao-{version}.json").write_text(json.dumps(raw), encoding="utf-8")
    return PackLibrary(folder)


def chosen(library: PackLibrary, today: date | None = None, **days: date) -> tuple[str, list[str]]:
    """The version of Taobao's rules for a case with those days, and the codes of what is told about it."""
    found = library.choose("taobao", "CN", {"case_opened_at": date(2026, 3, 1), **days}, today=today)
    version = next((pack.version for pack in found.packs if pack.id == "taobao"), "")
    return version, [warned.code for warned in found.warnings]


def test_each_pack_chooses_its_version_by_its_own_date(folder: Path) -> None:
    lives = (("1.0.0", "2024-01-01", "2026-01-31"), ("2.0.0", "2026-02-01", None))
    library = versioned(folder, *lives, applies_by="paid_at")
    assert chosen(library, paid_at=date(2026, 1, 31)) == ("1.0.0", [])
    assert chosen(library, paid_at=date(2026, 2, 1)) == ("2.0.0", [])
    assert chosen(library) == ("2.0.0", ["pack_version_by_opening"])
    assert chosen(library, paid_at=date(2023, 1, 1)) == ("", [])
    assert library.versions("taobao") == ("2.0.0", "1.0.0")
    assert library.pack("taobao").version == "2.0.0"
    assert library.pack("taobao", "1.0.0").effective_to == date(2026, 1, 31)
    assert [pack.version for pack in library.frozen({"taobao": "1.0.0"})] == ["1.0.0"]


def test_the_newest_rules_take_open_cases_where_they_say_so(folder: Path) -> None:
    lives = (("1.0.0", "2024-01-01", "2026-05-31"), ("2.0.0", "2026-06-01", None))
    library = versioned(folder, *lives, applies_by="case_opened_at", applies_to_open=True)
    assert chosen(library, date(2026, 6, 1)) == ("2.0.0", [])
    assert chosen(library, date(2026, 5, 31)) == ("1.0.0", [])
    assert chosen(library) == ("1.0.0", [])


@pytest.mark.parametrize(
    ("lives", "code"),
    [
        ((("1.0.0", "2024-01-01", "2026-01-31"), ("2.0.0", "2026-02-02", None)), "version_gap"),
        ((("1.0.0", "2024-01-01", "2026-02-01"), ("2.0.0", "2026-02-01", None)), "version_overlap"),
        ((("1.0.0", "2024-01-01", None), ("2.0.0", "2026-02-01", None)), "version_overlap"),
    ],
)
def test_versions_leave_no_gap_and_do_not_overlap(
    folder: Path, lives: tuple[tuple[str, str, str | None], ...], code: str
) -> None:
    library = versioned(folder, *lives)
    assert [problem.code for name, problem in library.problems() if name == "taobao"] == [code]


def test_what_counts_may_change_while_others_read(tmp_path: Path) -> None:
    (tmp_path / "our-own.json").write_text(json.dumps(small()), encoding="utf-8")
    library = PackLibrary(tmp_path)
    found: set[str] = set()
    faults: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(60):
                (pack,) = library.packs_for("taobao", "CN", NOW)
                found.add(str(pack.constants["rate"].value))
        except BaseException as error:  # noqa: BLE001 - a thread's fault must reach the test
            faults.append(error)

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for number in range(60):
        library.use(numbers={"our-own": {"rate": f"0.{number % 2 + 1}"}}, own={})
    for reader in readers:
        reader.join(timeout=30)
    assert faults == []
    assert found <= {"0.10", "0.1", "0.2"}
