"""The library of packs: chosen by platform, country and date, loaded when needed, broken files refused."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.services.packs import PackLibrary, read_pack_file
from models.errors import EnvironmentFault, UserError
from models.rules.expressions import PackError

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
    refused = PackLibrary(ROOT / "resources" / "packs", numbers={"cn-law": {"refund_days": "70"}})
    with pytest.raises(PackError) as caught:
        refused.pack("cn-law")
    assert caught.value.code == "pack_number_not_editable"


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
