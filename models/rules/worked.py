"""Worked cases: files of facts and what is expected, evaluated through the same evaluator as the wizard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from models.errors import AftercaseError
from models.money import Money
from models.rules.conclusion import Conclusion
from models.rules.evaluator import evaluate
from models.rules.packs import Pack

_ABSENT: Final = object()
_INCLUDE: Final = "_include"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one worked case holds, and in which results it does not."""

    case_id: str
    differences: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Nothing differs."""
        return not self.differences


def flat(conclusion: Conclusion) -> dict[str, object]:
    """A conclusion as named results, in the vocabulary of the worked cases."""
    found: dict[str, object] = dict(conclusion.results)
    found["remedies"] = [offer.id for offer in conclusion.remedies]
    found["steps"] = [step.id for step in conclusion.steps]
    found["registers"] = [plan.id for plan in conclusion.registers]
    found["evidence"] = [need.id for need in conclusion.evidence]
    found["next_questions"] = [question.fact for question in conclusion.open_questions]
    found["postage"] = dict(conclusion.postage)
    if conclusion.remark is not None:
        found.setdefault("flag", conclusion.remark.flag.value)
    return found


def check_case(case: Mapping[str, Any], packs: Sequence[Pack]) -> Verdict:
    """Evaluate one case of a worked-cases file against its `expected`."""
    name = str(case.get("id", "?"))
    facts, expected = case.get("facts"), case.get("expected", case.get("expect"))
    if not isinstance(facts, Mapping) or not isinstance(expected, Mapping):
        return Verdict(name, ("facts or expected missing",))
    try:
        now = facts.get("now")
        moment = datetime.fromisoformat(now) if isinstance(now, str) else None
        found = flat(evaluate(packs, facts, now=moment))
    except AftercaseError as error:
        found = {"error": error.code}
    except ValueError as error:
        return Verdict(name, (f"now: {error}",))
    return Verdict(name, compare(expected, found))


def compare(expected: Mapping[str, object], found: Mapping[str, object]) -> tuple[str, ...]:
    """The expected results that are not found, one sentence each."""
    different: list[str] = []
    for key, want in expected.items():
        if key.endswith(_INCLUDE):
            have = found.get(key.removesuffix(_INCLUDE), _ABSENT)
            fits = isinstance(want, list) and isinstance(have, list | tuple) and all(each in have for each in want)
        else:
            have = found.get(key, _ABSENT)
            fits = same(want, have)
        if not fits:
            shown = "nothing" if have is _ABSENT else _shown(have)
            different.append(f"{key}: expected {_shown(want)}, found {shown}")
    return tuple(different)


def same(want: object, have: object) -> bool:
    """Whether a result is what the file expects: numbers by value, times by moment, lists in order, and of a
    mapping the keys that are named."""
    if want is None or isinstance(want, bool):
        return have is want
    if have is _ABSENT or have is None or isinstance(have, bool):
        return False
    if isinstance(have, Money):
        have = have.amount
    if isinstance(have, Decimal | int):
        return _number(want) == Decimal(have)
    if isinstance(have, datetime):
        return isinstance(want, str) and _moment(want) == have.astimezone(UTC)
    if isinstance(have, date):
        return want == have.isoformat()
    if isinstance(want, list):
        return isinstance(have, list | tuple) and len(want) == len(have) and all(map(same, want, have))
    if isinstance(want, Mapping):
        return isinstance(have, Mapping) and all(same(value, have.get(key, _ABSENT)) for key, value in want.items())
    return bool(want == have)


def _number(want: object) -> Decimal | None:
    try:
        return Decimal(want) if isinstance(want, str | int) else None
    except InvalidOperation:
        return None


def _moment(want: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(want)
    except ValueError:
        return None
    return found.astimezone(UTC) if found.tzinfo is not None else None


def _shown(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_shown(each) for each in value) + "]"
    return str(value)


def check_cases(raw: object, packs_of: Callable[[Mapping[str, Any]], Sequence[Pack]]) -> tuple[list[str], int, int]:
    """Check a parsed file. Gives a line per case that does not hold, how many hold and how many there are;
    `packs_of` finds the packs a case names. AftercaseError codes become the case's line."""
    cases = raw.get("cases") if isinstance(raw, Mapping) else raw
    if not isinstance(cases, list):
        return (["not a file of worked cases"], 0, 0)
    lines: list[str] = []
    for case in cases:
        if not isinstance(case, Mapping):
            lines.append("?: not a case")
            continue
        try:
            verdict = check_case(case, packs_of(case))
        except AftercaseError as error:
            verdict = Verdict(str(case.get("id", "?")), (str(error),))
        if not verdict.holds:
            lines.append(f"{verdict.case_id}: {'; '.join(verdict.differences)}")
    return lines, len(cases) - len(lines), len(cases)
