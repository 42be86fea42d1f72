"""Which file shows an exhibit: the original, or a copy that was annotated or redacted from it.

Rule of the shop: a redacted copy goes out before anything else, so that nobody's data leaves by oversight.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from models.kinds import Derivation, ExhibitVersion, Integrity
from models.records import Evidence

_COPIES = (Derivation.ANNOTATED, Derivation.REDACTED)


def root_of(item: Evidence, known: Mapping[int, Evidence]) -> Evidence:
    """What a marked or redacted copy was made from first; itself for anything else."""
    seen = {item.id}
    while item.derivation in _COPIES and item.parent_id is not None:
        parent = known.get(item.parent_id)
        if parent is None or parent.id in seen:
            break
        item = parent
        seen.add(item.id)
    return item


def is_redacted(item: Evidence, known: Mapping[int, Evidence]) -> bool:
    """Whether it, or a copy it was made from, is redacted."""
    seen: set[int] = set()
    while item.id not in seen:
        if item.derivation is Derivation.REDACTED:
            return True
        seen.add(item.id)
        parent = known.get(item.parent_id) if item.parent_id is not None else None
        if item.derivation not in _COPIES or parent is None:
            return False
        item = parent
    return False


def versions_of(item: Evidence, evidence: Sequence[Evidence]) -> Mapping[ExhibitVersion, Evidence]:
    """The files an exhibit can be shown by, of the evidence of its case: always its original, then the newest annotated
    and the newest redacted copy that is as it was made. The exhibit's own file stands for its own version."""
    known = {each.id: each for each in evidence} | {item.id: item}
    root = root_of(item, known)
    found = {ExhibitVersion.ORIGINAL: root}
    for each in sorted(known.values(), key=lambda one: (one.id == item.id, one.id)):
        if each.derivation not in _COPIES or each.integrity is not Integrity.VERIFIED:
            continue
        if root_of(each, known).id == root.id:
            redacted = is_redacted(each, known)
            found[ExhibitVersion.REDACTED if redacted else ExhibitVersion.ANNOTATED] = each
    return found


def version_shown(
    item: Evidence,
    evidence: Sequence[Evidence],
    chosen: ExhibitVersion = ExhibitVersion.AUTO,
    *,
    redacted_first: bool = True,
    marks: bool = True,
) -> Evidence:
    """The file that shows an exhibit. A version that is not there is as `AUTO`: the redacted copy if `redacted_first`,
    then the annotated one if `marks` are printed, then the exhibit's own file."""
    found = versions_of(item, evidence)
    if chosen in found:
        return found[chosen]
    if item.derivation is Derivation.REDACTED:
        return item
    if redacted_first and ExhibitVersion.REDACTED in found:
        return found[ExhibitVersion.REDACTED]
    if marks and ExhibitVersion.ANNOTATED in found:
        return found[ExhibitVersion.ANNOTATED]
    return item


def bares_what_is_redacted(item: Evidence, evidence: Sequence[Evidence], shown: Evidence) -> bool:
    """Whether a copy with things hidden exists, and another file would be shown."""
    known = {each.id: each for each in evidence} | {item.id: item, shown.id: shown}
    return ExhibitVersion.REDACTED in versions_of(item, evidence) and not is_redacted(shown, known)
