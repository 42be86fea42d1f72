"""Pack files as cases were decided by them: kept once by content, never changed, never thrown away."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from models.rules.frozen_packs import PackCopy
from models.store.connection import CaseDatabase
from models.store.transaction import Transaction
from models.tables.pack import PackCopyTable


def keep_copies(transaction: Transaction, copies: Iterable[PackCopy]) -> None:
    """Keep what is not kept yet. Undo leaves the copies: they say nothing by themselves, and a redo needs them."""
    for copy in copies:
        row = {
            "sha256": copy.sha256, "pack": copy.name, "version": copy.version, "content": copy.content,
            "kept_at": transaction.stamp.now,
        }  # fmt: skip
        PackCopyTable.insert(**row).on_conflict_ignore().execute(transaction.database)


def find_copies(database: CaseDatabase, addresses: Iterable[str]) -> Mapping[str, str]:
    """The contents kept under those addresses; an address that is not there is left out."""
    query = PackCopyTable.select(PackCopyTable.sha256, PackCopyTable.content)
    found = query.where(PackCopyTable.sha256.in_(sorted(addresses))).tuples().execute(database)
    return {str(address): str(content) for address, content in found}
