"""Finds the header row of a table and matches its headings, by name, to the files that are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.importers.cells import excerpt
from desktop.importers.draft import Candidate, Detection
from desktop.importers.profiles import Profile, SheetProfile, Variant, all_profiles, heading_key
from models.kinds import Platform

HEADER_WITHIN = 30
REASON_HEADING = "aftercase_reason"
_NAMES_KEPT = 200


@dataclass(frozen=True, slots=True)
class HeaderMatch:
    """A header row understood. `columns` gives each field's column indexes in order of preference."""

    profile: Profile
    sheet: SheetProfile
    variant: Variant
    headings: tuple[str, ...]
    columns: Mapping[str, tuple[int, ...]]
    unknown: tuple[str, ...]
    doubled: tuple[str, ...]
    recognised: int
    weight: int
    named: int
    candidates: tuple[Candidate, ...] = ()

    @property
    def platform(self) -> Platform:
        """The platform whose file this is; that of the variant where two platforms share their headings."""
        return self.variant.platform or self.profile.platform

    @property
    def confidence(self) -> float:
        """The share of the headings that are known."""
        return self.recognised / self.named if self.named else 0.0

    def detection(self, *, header_row: int, encoding: str = "", delimiter: str = "", sheet: str = "") -> Detection:
        """The same as a value for the window."""
        return Detection(
            platform=self.platform,
            variant=self.variant.name,
            kind=self.sheet.kind,
            encoding=encoding,
            delimiter=delimiter,
            header_row=header_row,
            confidence=round(self.confidence, 3),
            candidates=self.candidates,
            sheet=sheet,
        )


def match_header(cells: Sequence[str], platform: Platform | None = None) -> HeaderMatch | None:
    """The best-fitting kind of file for a row of headings, or None; with `platform` only that platform's kinds."""
    keys = [heading_key(cell) if len(cell) <= 120 else "" for cell in cells]
    present = frozenset(key for key in keys if key and key != REASON_HEADING)
    if len(present) < 2:
        return None
    found = [
        match
        for profile in all_profiles()
        if platform is None or profile.serves(platform)
        for sheet in profile.sheets
        if (match := _match(profile, sheet, cells, keys, present)) is not None
    ]
    if not found:
        return None
    found.sort(key=lambda match: (match.weight, match.confidence), reverse=True)
    best = found[0]
    others = tuple(
        Candidate(match.platform, match.variant.name, match.sheet.kind, match.recognised) for match in found[1:]
    )
    return replace(best, candidates=others)


def best_header(
    rows: Sequence[tuple[int, Sequence[str]]], platform: Platform | None = None
) -> tuple[int, HeaderMatch] | None:
    """The row among the first ones that is the header, with its row number."""
    best: tuple[int, HeaderMatch] | None = None
    for number, cells in rows[:HEADER_WITHIN]:
        match = match_header(cells, platform)
        if match is not None and (best is None or match.recognised > best[1].recognised):
            best = (number, match)
    return best


def _match(
    profile: Profile, sheet: SheetProfile, cells: Sequence[str], keys: list[str], present: frozenset[str]
) -> HeaderMatch | None:
    if not all(group & present for group in sheet.signature):
        return None
    places: dict[str, list[int]] = {}
    for index, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(index)
    columns: dict[str, tuple[int, ...]] = {}
    for field, accepted in sheet.fields.items():
        indexes = tuple(index for key in accepted for index in places.get(key, ()))
        if indexes:
            columns[field] = indexes
    for field, joined in sheet.joined.items():
        indexes = tuple(places[key][0] for key in joined.columns if key in places)
        if indexes:
            columns[field] = indexes
    recognised = present & sheet.known
    return HeaderMatch(
        profile=profile,
        sheet=sheet,
        variant=_variant(sheet, present, keys),
        headings=tuple(cells),
        columns=columns,
        unknown=tuple(
            excerpt(cell.strip())
            for cell, key in zip(cells, keys, strict=True)
            if cell.strip() and key not in sheet.known and key != REASON_HEADING
        )[:_NAMES_KEPT],
        doubled=tuple(excerpt(cells[found[0]].strip()) for key, found in places.items() if len(found) > 1)[
            :_NAMES_KEPT
        ],
        recognised=len(recognised),
        weight=len(recognised) + len(columns),
        named=len(present),
    )


def _variant(sheet: SheetProfile, present: frozenset[str], keys: list[str]) -> Variant:
    named = sum(1 for key in keys if key and key != REASON_HEADING)
    for variant in sheet.variants:
        if variant.has <= present and variant.columns in (0, named):
            return variant
    return sheet.variants[-1]
