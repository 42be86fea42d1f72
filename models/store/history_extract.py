"""The links of the history that a packet's archive hands on: a stranger can recompute them without the rest."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.store.case_links import merged_here
from models.store.connection import CaseDatabase

COLUMNS = ("seq", "happened_at", "time_zone", "person", "device", "action", "entity", "entity_id", "case_id",
           "commitment", "previous")  # fmt: skip
# What happened to files and packets; of the rest (notes, calls, prices) only the commitment is handed on.
_TOLD = ("evidence_", "packet_", "annotation_", "certificate_")


def extract(database: CaseDatabase, case_id: int) -> Iterator[dict[str, Any]]:
    """Every link from the first of this case to the head, oldest first.

    Links of the case (and of cases merged into it) hold all columns and `hash`; of what happened to its files and
    packets also `salt` and `details`. Links of other cases hold `seq`, `previous` and `hash` alone.
    """
    family = {case_id, *merged_here(database, case_id)}
    marks = ", ".join("?" * len(family))
    query = f"SELECT MIN(seq) FROM history WHERE case_id IN ({marks})"  # noqa: S608
    first = database.execute_sql(query, tuple(family)).fetchone()
    if first is None or first[0] is None:
        return
    columns = ", ".join(f"h.{name}" for name in COLUMNS)
    told = f"SELECT {columns}, h.hash, d.salt, d.details FROM history h"  # noqa: S608
    joined = " LEFT JOIN history_detail d ON d.seq = h.seq WHERE h.seq >= ? ORDER BY h.seq"
    for row in database.execute_sql(told + joined, (first[0],)):
        link = dict(zip(COLUMNS, row[:11], strict=True)) | {"hash": row[11]}
        if link["case_id"] not in family:
            yield {"seq": link["seq"], "previous": link["previous"], "hash": link["hash"]}
        elif row[12] is not None and str(link["action"]).startswith(_TOLD):
            yield link | {"salt": row[12], "details": row[13]}
        else:
            yield link
