"""Which files and pictures show an exhibit: its version as planned, pages of a document, moments of a film.

A copy of a page or of a moment stands in the place of just that one; the rest of the document or film is the original.
Where things were hidden and the copy is not fit to be shown, nothing is: what it hides must not go out instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from models.kinds import Derivation, ExhibitVersion, Integrity
from models.packet_records import ExhibitPlan, PacketPlan
from models.records import Evidence
from models.rules.exhibit_versions import is_redacted, root_of, version_shown, versions_of
from models.rules.packet_parts import KeptOut, Shot

MOST_PAGES = 100
"""So many pages of a document are shown where neither the plan nor the receiver says how many."""
Place = tuple[int, int]
_COPIES = (Derivation.ANNOTATED, Derivation.REDACTED)
_UNFIT = {Integrity.CHANGED: "changed", Integrity.MISSING: "missing"}


@dataclass(frozen=True, slots=True)
class Showing:
    """How an exhibit is shown: its main file, the pictures, whether one of them has nothing hidden in it.

    `pages`: from which to which page (from 1) of how many, where not all of a document are shown.
    """

    evidence: Evidence
    shots: tuple[Shot, ...]
    unredacted: bool
    pages: tuple[int, int, int] | None = None


def families_of(evidence: Sequence[Evidence]) -> Mapping[int, tuple[Evidence, ...]]:
    """For each piece of evidence the files that show the same: what it was first made from, with all its copies."""
    known = {each.id: each for each in evidence}
    roots = {each.id: root_of(each, known).id for each in evidence}
    groups: dict[int, list[Evidence]] = {}
    for each in evidence:
        groups.setdefault(roots[each.id], []).append(each)
    together = {root: tuple(items) for root, items in groups.items()}
    return {each.id: together[roots[each.id]] for each in evidence}


def proposed(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The numbered exhibits in their order; where none is numbered, all that is as imported.

    Copies of what is there already, and packets made before, are not proposed by themselves.
    """
    numbered = [each for each in evidence if each.exhibit is not None]
    if numbered:
        return tuple(sorted(numbered, key=lambda each: (each.exhibit or 0, each.id)))
    known = {each.id: each for each in evidence}
    return tuple(
        each
        for each in evidence
        if each.integrity is Integrity.VERIFIED
        and each.derivation is not Derivation.PACKET
        and not (each.derivation in _COPIES and each.parent_id in known)
    )


def showing(
    item: Evidence,
    family: Sequence[Evidence],
    how: ExhibitPlan,
    plan: PacketPlan,
    *,
    places: Mapping[int, Place],
    label: Callable[[str, int | str], str],
    most_pages: int = MOST_PAGES,
) -> Showing | KeptOut:
    """What shows `item`. `places`: page and moment each copy was made of, where known; `label` names a page or time."""
    known = {each.id: each for each in family} | {item.id: item}
    root = root_of(item, known)
    if _is_one(root) or (item.id != root.id and not item.is_text):
        return _whole(item, _alike(item, root, known, places), how, plan)
    copies = [each for each in known.values() if each.id != root.id]
    return _in_parts(item, root, copies, known, how, plan, places, label, most_pages)


def _is_one(item: Evidence) -> bool:
    """Whether one picture shows all of it: no pages, no film."""
    return (item.pages or 1) == 1 and item.duration_ms is None


def _alike(
    item: Evidence, root: Evidence, known: Mapping[int, Evidence], places: Mapping[int, Place]
) -> list[Evidence]:
    """The files that show the same picture as `item`: of a document only the copies of its page."""
    if _is_one(root):
        return list(known.values())
    here = _place(item, root, known, places)
    return [each for each in known.values() if each.id != root.id and _place(each, root, known, places) == here]


def _place(copy: Evidence, root: Evidence, known: Mapping[int, Evidence], places: Mapping[int, Place]) -> Place | None:
    """Page and moment of the file a copy shows: that of the first copy in its line. None: not known any more."""
    seen: set[int] = set()
    while copy.parent_id != root.id and copy.parent_id is not None and copy.id not in seen:
        seen.add(copy.id)
        copy = known.get(copy.parent_id, copy)
    return places.get(copy.id)


def _refused(item: Evidence, why: str) -> KeptOut:
    return KeptOut(item.id, item.number, why)


def _whole(item: Evidence, alike: Sequence[Evidence], how: ExhibitPlan, plan: PacketPlan) -> Showing | KeptOut:
    there = versions_of(item, alike)
    if how.version not in (ExhibitVersion.AUTO, *there):
        unfit = how.version is ExhibitVersion.REDACTED and _hides(alike)
        return _refused(item, "redacted_unfit" if unfit else f"no_{how.version.value}")
    shown = version_shown(item, alike, how.version, redacted_first=plan.redacted_first, marks=plan.marks)
    known = {each.id: each for each in alike} | {item.id: item}
    hidden = is_redacted(shown, known)
    if shown.integrity is not Integrity.VERIFIED:
        return _refused(item, "redacted_unfit" if hidden else _UNFIT[shown.integrity])
    if plan.redacted_first and how.version is ExhibitVersion.AUTO and not hidden and _hides(alike):
        return _refused(item, "redacted_unfit")
    shots = () if shown.is_text else (Shot(shown, how.crop),)
    return Showing(shown, shots, unredacted=bool(shots) and not hidden)


def _hides(alike: Sequence[Evidence]) -> bool:
    return any(each.derivation is Derivation.REDACTED for each in alike)


def _in_parts(
    item: Evidence,
    root: Evidence,
    copies: Sequence[Evidence],
    known: Mapping[int, Evidence],
    how: ExhibitPlan,
    plan: PacketPlan,
    places: Mapping[int, Place],
    label: Callable[[str, int | str], str],
    most_pages: int,
) -> Showing | KeptOut:
    """A document or a film, with the copies of single pages or moments in their places."""
    if root.integrity is not Integrity.VERIFIED:
        return _refused(item, _UNFIT[root.integrity])
    wanted = [each for each in copies if _is_wanted(is_redacted(each, known), how.version, plan)]
    if how.version not in (ExhibitVersion.AUTO, ExhibitVersion.ORIGINAL) and not wanted:
        return _refused(item, f"no_{how.version.value}")
    instead: dict[Place, Evidence] = {}
    lost: list[Evidence] = []
    bad: set[Place | None] = set()
    for each in sorted(wanted, key=lambda one: (is_redacted(one, known), one.id)):
        place = _place(each, root, known, places)
        if each.integrity is not Integrity.VERIFIED:
            bad |= {place} if is_redacted(each, known) else set()
        elif place is None:
            lost += [each] if is_redacted(each, known) else []
        else:
            instead[place] = each
    if any(place is None or place not in instead for place in bad):
        return _refused(item, "redacted_unfit")
    if lost:
        # Which page they hide is no longer known: only what is hidden for certain is shown.
        shown = [each for each in (*instead.values(), *lost) if is_redacted(each, known)]
        return Showing(root, tuple(Shot(each, how.crop) for each in shown), unredacted=False)
    pages: tuple[int, int, int] | None = None
    if root.duration_ms is not None:
        taken = how.stills or tuple(at for _, at in sorted(instead)) or (root.poster_ms or 0,)
        moments = [(0, at) for at in taken]
        shots = [replace(_shot(root, place, instead), crop=how.crop, label=label("moment", _clock(place[1])))
                 for place in moments]  # fmt: skip
    else:
        total = max(root.pages or 1, 1)
        chosen = [page for page in how.pages if page < total] or list(range(min(total, most_pages)))
        if not how.pages and len(chosen) < total:
            pages = (1, len(chosen), total)
        shots = [
            replace(_shot(root, (page, 0), instead), crop=how.crop, label=label("page", page + 1) if total > 1 else "")
            for page in chosen
        ]
    bare = any(not is_redacted(shot.evidence, known) for shot in shots)
    return Showing(root, tuple(shots), unredacted=bare, pages=pages)


def _is_wanted(redacted: bool, version: ExhibitVersion, plan: PacketPlan) -> bool:
    """Whether a copy takes the place of its page: by the version chosen, else as the packet is planned."""
    if version is ExhibitVersion.ORIGINAL:
        return False
    if version is not ExhibitVersion.AUTO:
        return redacted is (version is ExhibitVersion.REDACTED)
    return plan.redacted_first if redacted else plan.marks


def _shot(root: Evidence, place: Place, instead: Mapping[Place, Evidence]) -> Shot:
    if place in instead:
        return Shot(instead[place])
    return Shot(root, page=place[0], at_ms=place[1] if root.duration_ms is not None else None)


def _clock(millis: int) -> str:
    minutes, seconds = divmod(max(millis, 0) // 1000, 60)
    return f"{minutes:02d}:{seconds:02d}"
