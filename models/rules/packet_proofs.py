"""Which kinds of proof a receiver expects for a problem, as data with its sources; and which of them are there."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from models.clock import zone
from models.kinds import Integrity, MediaKind, Problem
from models.records import CasePage, Evidence
from models.rules.checklist import LEVELS, checklist_of
from models.rules.conclusion import EvidenceNeed
from models.rules.pack_parts import NO_TEXT, Text

FALLBACK: Final = "general"
PRIOR: Final = "prior_orders"
_FACTS: Final = frozenset({"tracking", "delivered", "replied", "chat", "policy", "offer", "refunded", "weights", PRIOR})


@dataclass(frozen=True, slots=True)
class ProofSource:
    """Where it is from that such proof is expected, and how sure that is: `high`, `medium` or `low`."""

    title: Text
    where: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ProofKind:
    """One kind of proof: met by evidence with one of the tags, or by a fact of the case. `presets`: only for these
    receivers. `window`: more than the first and fewer than the second number of days before the dispute; `count`: how
    many it takes."""

    id: str
    name: Text
    tags: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    presets: tuple[str, ...] = ()
    note: Text = NO_TEXT
    window: tuple[int, int] = (0, 0)
    count: int = 1


@dataclass(frozen=True, slots=True)
class ProofReason:
    """A reason of a dispute with what it takes: (kind, level, source), `level` one of must, should, may."""

    id: str
    name: Text
    problems: tuple[str, ...]
    disputes: tuple[str, ...]
    proofs: tuple[tuple[ProofKind, str, ProofSource], ...]


@dataclass(frozen=True, slots=True)
class ProofBook:
    """All reasons, and when they were last looked at."""

    reasons: Mapping[str, ProofReason]
    checked_on: date


@dataclass(frozen=True, slots=True)
class ExpectedProof:
    """One line: what is expected, how strongly, why; whether it is there, and by which evidence (ids).

    `from_case`: the case itself says it (a tracking number, a delivery date), without a file. `details` are the orders
    found, for `prior_orders`.
    """

    id: str
    name: Text
    level: str
    source: ProofSource
    present: bool
    evidence: tuple[int, ...] = ()
    from_case: bool = False
    note: Text = NO_TEXT
    details: tuple[str, ...] = ()


def load_proofs(data: Mapping[str, Any]) -> ProofBook:
    """The data file read; ValueError for a name, level or fact that is not known, KeyError for what is missing."""
    sources = {
        name: ProofSource(_text(each["title"]), str(each["where"]), str(each["confidence"]))
        for name, each in data["sources"].items()
    }
    kinds = {name: _kind(name, each) for name, each in data["proofs"].items()}
    reasons = {
        name: ProofReason(
            name, _text(each["name"]), tuple(Problem(one).value for one in each["problems"]), tuple(each["disputes"]),
            tuple((kinds[one["id"]], _level(one["level"]), sources[one["source"]]) for one in each["proofs"]),
        )
        for name, each in data["reasons"].items()
    }  # fmt: skip
    if FALLBACK not in reasons:
        raise ValueError(FALLBACK)
    return ProofBook(reasons, date.fromisoformat(data["checked_on"]))


def _kind(name: str, each: Mapping[str, Any]) -> ProofKind:
    facts = tuple(each.get("facts", ()))
    if not set(facts) <= _FACTS:
        raise ValueError(f"{name}: {facts}")
    low, high = each.get("window_days", (0, 0))
    return ProofKind(
        name, _text(each["name"]), tuple(each.get("tags", ())), facts, tuple(each.get("presets", ())),
        _text(each.get("note", {})), (int(low), int(high)), int(each.get("count", 1)),
    )  # fmt: skip


def _level(level: str) -> str:
    if level not in LEVELS:
        raise ValueError(level)
    return level


def _text(value: Mapping[str, str]) -> Text:
    return Text(value.get("zh", ""), value.get("en", ""))


def reason_of(book: ProofBook, problem: Problem, dispute_reason: str = "") -> ProofReason:
    """The reason of a case: as the processor gave it (a word of the packs' `dispute_reason`), else by the problem."""
    for reason in book.reasons.values():
        if dispute_reason and dispute_reason in reason.disputes:
            return reason
    for reason in book.reasons.values():
        if problem.value in reason.problems:
            return reason
    return book.reasons[FALLBACK]


def expected_proof(
    reason: ProofReason,
    preset_id: str,
    page: CasePage,
    chosen: Sequence[Evidence],
    *,
    cited: bool = False,
    prior: Sequence[str] = (),
) -> tuple[ExpectedProof, ...]:
    """What the receiver expects and what of it is among the chosen exhibits or in the case, the strongest first.

    `cited`: the packet names rules. `prior`: earlier undisputed orders of the buyer within the window, in words.
    """
    facts = facts_there(page, chosen, cited=cited)
    wanted = [
        (kind, level, source) for kind, level, source in reason.proofs if not kind.presets or preset_id in kind.presets
    ]
    by_tag = _by_tag({tag for kind, _, _ in wanted for tag in kind.tags}, page.evidence, {each.id for each in chosen})
    lines = []
    for kind, level, source in sorted(wanted, key=lambda each: LEVELS.index(each[1])):
        shown = tuple(dict.fromkeys(item for tag in kind.tags for item in by_tag.get(tag, ())))
        orders = tuple(prior) if PRIOR in kind.facts else ()
        told = bool(facts & set(kind.facts)) or (PRIOR in kind.facts and len(orders) >= kind.count)
        lines.append(
            ExpectedProof(
                kind.id, kind.name, level, source, bool(shown) or told, shown, told and not shown, kind.note, orders
            )
        )
    return tuple(lines)


def facts_there(page: CasePage, chosen: Sequence[Evidence], *, cited: bool) -> frozenset[str]:
    """What the case itself shows, of the words the data file knows."""
    order = page.order
    there = {
        "tracking": order is not None and bool(order.tracking_numbers),
        "delivered": order is not None and order.signed_at is not None and bool(order.tracking_numbers),
        "replied": bool(page.replies),
        "chat": any(each.media is MediaKind.CHAT and each.integrity is Integrity.VERIFIED for each in chosen),
        "policy": cited,
        "offer": page.resolution is not None and page.resolution.remedy.value not in ("refuse", "none"),
        "refunded": order is not None and order.refunded is not None and order.refunded.minor > 0,
        "weights": page.weighing is not None,
    }
    return frozenset(name for name, is_so in there.items() if is_so)


def within(paid_at: datetime, disputed_at: datetime, window: tuple[int, int], time_zone: str) -> bool:
    """Whether a payment lies in the window of days before a dispute, both ends excluded, by days in the shop's zone."""
    here = zone(time_zone)
    days = (disputed_at.astimezone(here).date() - paid_at.astimezone(here).date()).days
    return window[0] < days < window[1]


def _by_tag(tags: Collection[str], evidence: Sequence[Evidence], chosen: Collection[int]) -> dict[str, tuple[int, ...]]:
    """The chosen evidence by the tags it has, or inherits from what it was made of."""
    needs = [EvidenceNeed(tag, NO_TEXT, "", "may", "", NO_TEXT) for tag in sorted(tags)]
    lines = checklist_of(needs, evidence).items
    return {item.need.id: tuple(each.id for each in item.where if each.id in chosen) for item in lines}
