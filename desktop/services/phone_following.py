"""A phone number that was known to be wrong is not any more once it is changed, by hand, an import or a merge."""

from __future__ import annotations

from models.store import buyers
from models.store.transaction import Transaction


def follow_phones(transaction: Transaction) -> None:
    """After an action, inside its transaction: for every buyer whose phone number it changed."""
    changed = dict.fromkeys(
        change.row_id for change in transaction.changes
        if change.table == "buyer" and change.before is not None
        and "phone" in change.after and change.before["phone"] != change.after["phone"]
    )  # fmt: skip
    for buyer_id in changed:
        if buyers.find_buyer(transaction.database, buyer_id).phone_wrong_at is not None:
            transaction.update("buyer", buyer_id, phone_wrong_at=None)
