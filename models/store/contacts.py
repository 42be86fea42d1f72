"""What buyers said about each channel, as rows: read for one buyer or many, written inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from models.call_back_records import ContactConsent
from models.call_kinds import Channel
from models.clock import from_millis
from models.kinds import Consent
from models.records import Buyer
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction

_OF_BUYER = (
    "SELECT channel, agreed, said_at, way, noted_by, id FROM contact_consent WHERE buyer_id = ? AND deleted_at IS NULL"
)
_OF_MANY = "SELECT buyer_id, channel, agreed FROM contact_consent WHERE buyer_id IN ({}) AND deleted_at IS NULL"
_ORDER = {channel.value: place for place, channel in enumerate(Channel)}
_BATCH = 5_000


def load_channels(database: CaseDatabase, buyer_id: int) -> dict[Channel, ContactConsent]:
    """What a buyer said about the channels, in the order of Channel; words this program does not know are left out."""
    rows = [row for row in database.execute_sql(_OF_BUYER, (buyer_id,)) if row[0] in _ORDER]
    return {
        Channel(row[0]): ContactConsent(Channel(row[0]), bool(row[1]), from_millis(row[2]), row[3], row[4])
        for row in sorted(rows, key=lambda row: _ORDER[row[0]])
    }


def said_channels(database: CaseDatabase, buyer_id: int) -> dict[Channel, bool]:
    """Which channels a buyer agreed to (True) or withdrew (False), as models.rules.contact_consent asks for them."""
    return {channel: said.agreed for channel, said in load_channels(database, buyer_id).items()}


def said_channels_of(database: CaseDatabase, buyer_ids: Sequence[int]) -> dict[int, dict[Channel, bool]]:
    """The same for many buyers; those who said nothing are left out."""
    found: dict[int, dict[Channel, bool]] = {}
    for start in range(0, len(buyer_ids), _BATCH):
        part = list(buyer_ids[start : start + _BATCH])
        for buyer_id, channel, agreed in database.execute_sql(_OF_MANY.format(", ".join("?" * len(part))), part):
            if channel in _ORDER:
                found.setdefault(buyer_id, {})[Channel(channel)] = bool(agreed)
    return found


def note_channel(
    transaction: Transaction, buyer_id: int, channel: Channel, *, agreed: bool, said_at: datetime, way: str
) -> bool:
    """Write what a buyer said about a channel; False if it stood so already."""
    values = {"agreed": agreed, "said_at": said_at, "way": way, "noted_by": transaction.stamp.person}
    row_id = _row_ids(transaction.database, buyer_id).get(channel.value)
    if row_id is None:
        transaction.insert("contact_consent", buyer_id=buyer_id, channel=channel, **values)
        return True
    return transaction.update("contact_consent", row_id, **values)


def forget_channels(transaction: Transaction, buyer_id: int) -> None:
    """Take back all that was noted about a buyer's channels."""
    for row_id in _row_ids(transaction.database, buyer_id).values():
        transaction.remove("contact_consent", row_id)


def keep_older_agreement(transaction: Transaction, buyer: Buyer) -> None:
    """Give one who agreed before channels were kept apart, and of whom none is known, the row of calls they lack."""
    if buyer.consent is Consent.GIVEN and not _row_ids(transaction.database, buyer.id):
        said_at = buyer.consent_at or transaction.stamp.now
        note_channel(transaction, buyer.id, Channel.PHONE, agreed=True, said_at=said_at, way=buyer.consent_way)


def joined_channels(
    kept: Mapping[Channel, ContactConsent], other: Mapping[Channel, ContactConsent]
) -> dict[Channel, ContactConsent]:
    """What holds of the channels of two buyers who are one: of each the newer word, and no before yes of one moment.

    So a withdrawal of either wins over an older agreement of the other.
    """
    found = dict(kept)
    for channel, said in other.items():
        there = found.get(channel)
        if there is None or (said.said_at, not said.agreed) > (there.said_at, not there.agreed):
            found[channel] = said
    return {channel: found[channel] for channel in Channel if channel in found}


def join_channels(transaction: Transaction, kept_id: int, other_id: int) -> None:
    """Bring the channels of two buyers who are one together, as `joined_channels` says, row by row."""
    database = transaction.database
    kept, other = load_channels(database, kept_id), load_channels(database, other_id)
    mine, theirs = _row_ids(database, kept_id), _row_ids(database, other_id)
    stays = joined_channels(kept, other)
    for channel, said in other.items():
        if stays[channel] is not said:
            continue
        if channel in kept:
            transaction.remove("contact_consent", mine[channel.value])
        transaction.update("contact_consent", theirs[channel.value], buyer_id=kept_id)


def _row_ids(database: CaseDatabase, buyer_id: int) -> Mapping[str, int]:
    return {row[0]: row[5] for row in database.execute_sql(_OF_BUYER, (buyer_id,))}
