"""What is known of each platform's export files, loaded from resources/importers: headings, variants, status words."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from desktop.importers.draft import SheetKind
from desktop.importers.moments import DateOrder
from desktop.platform.resources import resource
from models.kinds import OrderStatus, Platform

TIME_FIELDS = frozenset({"created_at", "paid_at", "shipped_at", "confirmed_at", "closed_at"})
AMOUNT_FIELDS = frozenset({"goods_amount", "freight", "discount", "total", "paid", "refunded", "outstanding"})
LINE_AMOUNT_FIELDS = frozenset({"unit_price", "line_total"})
COUNT_FIELDS = frozenset({"quantity", "total_quantity", "title_count"})
LINE_FIELDS = frozenset({"item_title", "sku", "variant", "external_id", "quantity", "unit_price", "line_total"})


def heading_key(heading: str) -> str:
    """A heading as it is compared: width, case, blanks and wrappings do not matter."""
    folded = unicodedata.normalize("NFKC", heading.strip("\ufeff \t\r\n")).casefold()
    if folded.startswith('="') and folded.endswith('"'):
        folded = folded[2:-1]
    return "".join(folded.replace("\ufeff", "").replace("\u200b", "").split())


@dataclass(frozen=True, slots=True)
class Variant:
    """A generation of a file, told by headings that it has (and, if `columns` is not 0, by how many)."""

    name: str
    has: frozenset[str]
    columns: int
    platform: Platform | None


@dataclass(frozen=True, slots=True)
class Joined:
    """A field written over several columns."""

    columns: tuple[str, ...]
    separator: str


@dataclass(frozen=True, slots=True)
class SheetProfile:
    """One kind of file of a platform. All headings are keys (see `heading_key`)."""

    kind: SheetKind
    row_per_order: bool
    signature: tuple[frozenset[str], ...]
    fields: Mapping[str, tuple[str, ...]]
    joined: Mapping[str, Joined]
    known: frozenset[str]
    variants: tuple[Variant, ...]
    summed: frozenset[str]
    comma_columns: frozenset[str]
    footers: tuple[str, ...]
    contiguous: bool
    short_rows: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """A platform's files. `zone` and `currency` are None where the file or the shop has to say."""

    platform: Platform
    also: frozenset[Platform]
    zone: str | None
    currency: str | None
    date_order: DateOrder
    encodings: tuple[str, ...]
    statuses: Mapping[str, OrderStatus]
    status_rule: str
    sheets: tuple[SheetProfile, ...]

    def serves(self, platform: Platform) -> bool:
        """Whether files of that platform look like this profile's."""
        return platform == self.platform or platform in self.also


@lru_cache(maxsize=1)
def all_profiles() -> tuple[Profile, ...]:
    """Every platform that can be read."""
    return tuple(
        _profile(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(resource("importers").glob("*.json"))
    )


def _profile(data: dict[str, Any]) -> Profile:
    return Profile(
        platform=Platform(data["platform"]),
        also=frozenset(Platform(name) for name in data.get("also", ())),
        zone=data["zone"],
        currency=data["currency"],
        date_order=data["date_order"],
        encodings=tuple(data["encodings"]),
        statuses={heading_key(word): OrderStatus(status) for word, status in data["statuses"].items()},
        status_rule=data.get("status_rule", ""),
        sheets=tuple(_sheet(sheet) for sheet in data["sheets"]),
    )


def _sheet(data: dict[str, Any]) -> SheetProfile:
    fields = {field: tuple(map(heading_key, headings)) for field, headings in data["fields"].items()}
    joined = {
        field: Joined(tuple(map(heading_key, one["columns"])), one["separator"])
        for field, one in data.get("joined", {}).items()
    }
    mapped = {key for keys in fields.values() for key in keys} | {key for one in joined.values() for key in one.columns}
    return SheetProfile(
        kind=data["kind"],
        row_per_order=data["rows"] == "order",
        signature=tuple(frozenset(map(heading_key, group)) for group in data["signature"]),
        fields=fields,
        joined=joined,
        known=frozenset(mapped | set(map(heading_key, data["known"]))),
        variants=tuple(
            Variant(
                one["name"],
                frozenset(map(heading_key, one["has"])),
                one.get("columns", 0),
                Platform(one["platform"]) if "platform" in one else None,
            )
            for one in data["variants"]
        ),
        summed=frozenset(data.get("summed", ())),
        comma_columns=frozenset(map(heading_key, data.get("comma_columns", ()))),
        footers=tuple(data.get("footers", ())),
        contiguous=data.get("contiguous", False),
        short_rows=data.get("short_rows", False),
    )
