"""The check of a pack's words: parties, kinds, roles, counts and legs come from closed lists, lengths can be read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from models.kinds import Flag, RegisterKind, Role
from models.rules.deadlines import COUNTS, N_LIMIT, ROLLS, duration, whole
from models.rules.pack_parts import RemedySpec
from models.rules.pack_problems import PackProblem
from models.rules.packs import Pack
from models.rules.parties import PARTIES, REMEDY_KINDS
from models.rules.true_cost import LEG_FACTS

ON_TIMEOUT: Final = frozenset(
    {
        "platform_decides", "auto_refund", "auto_refund_to_buyer", "auto_agree", "auto_closed", "auto_confirm",
        "auto_completed", "closed", "request_closed", "judge_on_file", "accepted", "dispute_lost", "rights_lost",
        "escalated", "refused", "upheld", "compensation_due", "penalty_due", "seller_liable", "carrier_liable",
        "case_may_be_opened", "may_complain", "may_cancel", "may_claim", "refund_due",
    }
)  # fmt: skip
"""What silence may do at the end of a deadline; after a colon the word may say more."""
NEEDS: Final = frozenset({"none", "buyer_consent", "supervisor"})
IF_WRONG: Final = frozenset({"low", "medium", "high"})
LEDGERS: Final = frozenset({"general", "serious"})
SEVERITIES: Final = frozenset({"info", "duty", "money", "rights_lost"})
_LONGEST_WARNING: Final = timedelta(days=400)


def wrong_words(pack: Pack) -> Iterable[PackProblem]:
    """Words that stand in no list."""
    for outcome in pack.outcomes.values():
        for party in (outcome.liable, outcome.liable_to_buyer, outcome.recourse):
            if party and party not in PARTIES:
                yield PackProblem("word", f"outcomes.{outcome.id}", party)
        if outcome.flag and outcome.flag not in {flag.value for flag in Flag}:
            yield PackProblem("word", f"outcomes.{outcome.id}", outcome.flag)
    for rule in pack.deadlines.values():
        if rule.who not in PARTIES or rule.count not in COUNTS or rule.output not in ("moment", "day"):
            yield PackProblem("word", f"deadlines.{rule.id}", rule.who)
        if rule.roll not in ROLLS or rule.severity not in SEVERITIES:
            yield PackProblem("word", f"deadlines.{rule.id}", f"{rule.roll} {rule.severity}")
        if rule.on_timeout and rule.on_timeout.partition(":")[0] not in ON_TIMEOUT:
            yield PackProblem("word", f"deadlines.{rule.id}", rule.on_timeout)
        for length in (rule.n, rule.extra_days):
            if abs(whole(length) or 0) > N_LIMIT:
                yield PackProblem("word", f"deadlines.{rule.id}", length)
        if rule.warn_before:
            ahead = duration(rule.warn_before)
            if ahead is None or not timedelta(0) < ahead <= _LONGEST_WARNING:
                yield PackProblem("word", f"deadlines.{rule.id}", rule.warn_before)
    for remedy in pack.remedies.values():
        yield from _remedy(remedy)
    for outcome in pack.outcomes.values():
        where = f"outcomes.{outcome.id}"
        for use in outcome.remedies:
            if (use.needs and use.needs not in NEEDS) or (use.if_wrong and use.if_wrong not in IF_WRONG):
                yield PackProblem("word", where, f"{use.needs} {use.if_wrong}".strip())
        for leg in outcome.postage:
            if leg not in LEG_FACTS:
                yield PackProblem("word", where, leg)
        for party in outcome.shares:
            if party not in PARTIES:
                yield PackProblem("word", where, party)
    for exposure in pack.exposures.values():
        if exposure.ledger not in LEDGERS:
            yield PackProblem("word", f"exposures.{exposure.id}", exposure.ledger)
    for step in pack.steps.values():
        if step.role not in {role.value for role in Role}:
            yield PackProblem("word", f"steps.{step.id}", step.role)
    for register in pack.registers.values():
        if register.kind and register.kind not in {kind.value for kind in RegisterKind}:
            yield PackProblem("word", f"registers.{register.id}", register.kind)


def _remedy(remedy: RemedySpec) -> Iterable[PackProblem]:
    where = f"remedies.{remedy.id}"
    words = (
        *((remedy.kind,) if remedy.kind not in REMEDY_KINDS else ()),
        *((remedy.needs,) if remedy.needs not in NEEDS else ()),
        *((remedy.if_wrong,) if remedy.if_wrong not in IF_WRONG else ()),
        *(leg for leg in remedy.legs if leg not in LEG_FACTS),
    )
    yield from (PackProblem("word", where, word) for word in words)
