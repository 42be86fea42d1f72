"""The check that every number of a pack has a source, and that what is not certain is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable

from models.rules.pack_problems import PackProblem
from models.rules.packs import Pack

_UNCERTAIN = frozenset({"uncertain", "general_knowledge"})


def citations(pack: Pack) -> Iterable[PackProblem]:
    """Codes `uncited`, `not_editable` (an empty number nobody could fill in), `no_review`."""
    cited = [
        *((f"constants.{each.id}", each.source) for each in pack.constants.values()),
        *((f"formulas.{each.id}", each.source) for each in pack.formulas.values()),
        *((f"deadlines.{each.id}", each.source) for each in pack.deadlines.values()),
        *((f"exposures.{each.id}", each.source) for each in pack.exposures.values()),
    ]
    yield from (PackProblem("uncited", where) for where, source in cited if not source)
    yield from (PackProblem("uncited", f"outcomes.{o.id}") for o in pack.outcomes.values() if not o.sources)
    for constant in pack.constants.values():
        source = pack.sources.get(constant.source)
        if constant.value is None and not constant.editable:
            yield PackProblem("not_editable", f"constants.{constant.id}")
        if source is not None and source.confidence in _UNCERTAIN and not source.review_by and pack.review_by is None:
            yield PackProblem("no_review", f"constants.{constant.id}", source.id)
