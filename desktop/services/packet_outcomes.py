"""How packets ended: what the receiver decided, the sum it came to, and totals over a period."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from desktop.services.cases import checked_text
from desktop.services.register_outcomes import expect_no_penalties, expect_penalties
from desktop.services.workbench import Workbench
from models.clock import from_millis, to_millis
from models.errors import UserError
from models.kinds import DisputeOutcome
from models.money import Money
from models.packet_records import Packet
from models.store import packets
from models.store.transaction import Transaction

NOTE_LIMIT = 2_000
OUTCOMES = (DisputeOutcome.WON, DisputeOutcome.PARTLY, DisputeOutcome.LOST, DisputeOutcome.WITHDRAWN)
_AHEAD = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OutcomeTotal:
    """Packets that ended the same way: how many, and the sums by currency; `outcome` None for those still open."""

    outcome: DisputeOutcome | None
    count: int
    amounts: tuple[Money, ...]


class PacketOutcomes:
    """What became of packets. Safe to call from any thread."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def record(
        self,
        packet_id: int,
        outcome: DisputeOutcome | None,
        amount: Money | None = None,
        note: str = "",
        at: datetime | None = None,
    ) -> Packet:
        """Note how a packet ended: one step for Undo. None takes a noted outcome back.

        `amount` is what the shop kept or got; `at` when it was decided, now if not said. NotFound without the packet;
        UserError `packet_outcome_unknown`, `packet_outcome_amount`, `packet_outcome_early` (before it was made),
        `packet_outcome_late` (in the future), `text_too_long`.
        """
        words = checked_text(note, limit=NOTE_LIMIT)
        packet = packets.find_packet(self._bench.store.database, packet_id)
        stamp = self._bench.stamp()
        if outcome is None:
            noted = replace(packet, outcome=None, outcome_amount=None, outcome_note="", outcome_at=None, outcome_by="")
        else:
            decided = from_millis(to_millis(at or stamp.now))
            _check(packet, outcome, amount, decided, stamp.now)
            noted = replace(
                packet, outcome=outcome, outcome_amount=amount, outcome_note=words,
                outcome_at=decided, outcome_by=stamp.person,
            )  # fmt: skip
        if replace(noted, outcome_by=packet.outcome_by) == packet:
            return packet
        details: dict[str, object] = {"packet": packet.number, "dispute_outcome": outcome.value if outcome else ""}
        if noted.outcome_amount is not None:
            details |= {"amount": noted.outcome_amount.minor, "currency": noted.outcome_amount.currency}
        if noted.outcome_note:
            details["note"] = noted.outcome_note
        code = "packet_outcome_noted" if outcome is not None else "packet_outcome_dropped"

        def work(change: Transaction) -> None:
            if packets.write_outcome(change, noted):
                change.record(code, entity="packet", entity_id=packet.id, case_id=packet.case_id, details=details)
                if outcome is DisputeOutcome.LOST:
                    expect_penalties(change, packet.case_id)
                elif packet.outcome is DisputeOutcome.LOST:
                    expect_no_penalties(change, packet.case_id)

        self._bench.act(code, work, values=details)
        return noted

    def totals(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        preset: str | None = None,
        shop_id: int | None = None,
    ) -> tuple[OutcomeTotal, ...]:
        """By outcome, in the order won, partly, lost, withdrawn, still open; those without any are left out.

        The period bounds when it was decided, for open ones when the packet was made. Of several packets of one case
        for the same receiver only the newest counts: the ones before were its earlier versions.
        """
        newest: dict[tuple[int, str], Packet] = {}
        for each in packets.list_all(self._bench.store.database, preset=preset, shop_id=shop_id):
            kept = newest.get((each.packet.case_id, each.packet.preset))
            if kept is None or (kept.outcome is None and each.packet.outcome is not None):
                newest[each.packet.case_id, each.packet.preset] = each.packet
        counted = [packet for packet in newest.values() if _within(packet.outcome_at or packet.made_at, since, until)]
        found = ((outcome, [each for each in counted if each.outcome is outcome]) for outcome in (*OUTCOMES, None))
        return tuple(OutcomeTotal(outcome, len(those), _sums(those)) for outcome, those in found if those)


def _check(packet: Packet, outcome: DisputeOutcome, amount: Money | None, decided: datetime, now: datetime) -> None:
    if outcome not in OUTCOMES:
        raise UserError("packet_outcome_unknown", outcome=outcome.value)
    if amount is not None and amount.minor < 0:
        raise UserError("packet_outcome_amount", amount=str(amount.minor))
    if decided < packet.made_at - _AHEAD:
        raise UserError("packet_outcome_early", packet=packet.number)
    if decided > now + _AHEAD:
        raise UserError("packet_outcome_late", packet=packet.number)


def _within(at: datetime, since: datetime | None, until: datetime | None) -> bool:
    return (since is None or at >= since) and (until is None or at < until)


def _sums(those: Iterable[Packet]) -> tuple[Money, ...]:
    sums: dict[str, int] = {}
    for packet in those:
        if packet.outcome_amount is not None:
            amount = packet.outcome_amount
            sums[amount.currency] = sums.get(amount.currency, 0) + amount.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()))
