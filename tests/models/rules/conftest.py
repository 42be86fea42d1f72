"""The packs as they ship, and a small pack of our own that tests can break."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.services.packs import PackLibrary
from models.rules.pack_loader import load_pack
from models.rules.packs import Pack

ROOT = Path(__file__).resolve().parents[3]

SMALL: dict[str, Any] = {
    "schema_version": 1,
    "pack": {
        "id": "small", "version": "1.0.0", "title": {"zh": "小包", "en": "Small"}, "layer": "shop",
        "jurisdiction": "CN",
        "effective_from": "2026-01-01", "effective_to": None, "timezone": "Asia/Shanghai", "currency": "CNY",
        "review_by": "2027-01-01",
    },
    "sources": {"book": {"title": {"zh": "手册", "en": "Book"}, "confidence": "shop_policy",
                         "review_by": "2027-01-01"}},
    "facts": {
        "kind": {"type": "enum", "label": {"zh": "种类", "en": "Kind"},
                 "values": [{"id": "red", "label": {"zh": "红", "en": "Red"}},
                            {"id": "blue", "label": {"zh": "蓝", "en": "Blue"}}]},
        "sure": {"type": "bool", "label": {"zh": "确定", "en": "Sure"}},
        "paid": {"type": "money", "label": {"zh": "实付", "en": "Paid"}},
        "at": {"type": "datetime", "label": {"zh": "时间", "en": "At"}},
    },
    "constants": {"rate": {"type": "decimal", "value": "0.10", "label": {"zh": "比例", "en": "Rate"},
                           "source": "book", "editable": True}},
    "start": "start",
    "nodes": {
        "start": {"kind": "question", "fact": "kind", "ask": {"zh": "哪种?", "en": "Which?"},
                  "answers": [{"value": "red", "next": "sure"}, {"value": "blue", "next": "blue"}]},
        "sure": {"kind": "question", "fact": "sure", "ask": {"zh": "确定吗?", "en": "Sure?"},
                 "answers": [{"value": True, "next": "red"}, {"value": False, "next": "blue"}]},
        "red": {"kind": "outcome", "outcome": "red"},
        "blue": {"kind": "outcome", "outcome": "blue"},
    },
    "formulas": {"share": {"type": "money", "expr": "paid * rate", "max": "paid",
                           "label": {"zh": "份额", "en": "Share"}, "source": "book"}},
    "deadlines": {"due": {"label": {"zh": "期限", "en": "Due"}, "who": "seller", "event": "at",
                          "count": "hours", "n": 24, "severity": "duty", "source": "book"}},
    "remedies": {"give": {"kind": "compensation", "title": {"zh": "给", "en": "Give"}, "compensation": "share"}},
    "outcomes": {
        "red": {"title": {"zh": "红", "en": "Red"}, "liable": "seller", "remedies": [{"id": "give", "amount": "share"}],
                "amounts": ["share"], "deadlines": ["due"], "sources": ["book"]},
        "blue": {"title": {"zh": "蓝", "en": "Blue"}, "liable": "none", "remedies": [], "sources": ["book"]},
    },
    "tests": [{"id": "one", "facts": {"kind": "red", "sure": True, "paid": "10.05"}, "expect": {"share": "1.01"}}],
}  # fmt: skip


@pytest.fixture(scope="session")
def library() -> PackLibrary:
    return PackLibrary(ROOT / "resources" / "packs")


@pytest.fixture
def raw() -> dict[str, Any]:
    return copy.deepcopy(SMALL)


@pytest.fixture
def load(library: PackLibrary) -> Callable[[dict[str, Any]], Pack]:
    return load_pack


@pytest.fixture(scope="session")
def pack_files() -> dict[str, dict[str, Any]]:
    folder = ROOT / "resources" / "packs"
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}
