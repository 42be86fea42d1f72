"""A data folder with very many call-backs, the same for one seed: `python -m tests.bench.call_backs_folder DIR`.

5,000 VIPs who are called once a month, 200,000 contacts made, 800 call-backs late, beside the cases of `generate`.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from desktop.bootstrap import build
from desktop.context import AppContext
from desktop.services.workdays import work_calendar
from models.clock import to_millis, zone

HERE = zone("Asia/Shanghai")
PEOPLE = ("韩梅", "李雷", "王芳")
_TAGS = ("新品提醒", "包装不满", "想开发票", "推荐朋友", "等降价")
_SUBJECTS = ("补寄一套开瓶器", "新砧板到货通知", "返现 20 元", "送一份手写贺卡")
_OUTCOMES = ("reached",) * 6 + ("no_answer",) * 3 + ("call_again", "not_interested", "wrong_number")
_BATCH = 5_000


class _Maker:
    def __init__(self, context: AppContext, today: date, seed: int) -> None:
        self.database: Any = context.store.database
        self.today, self.chance = today, random.Random(seed)
        self.calendar = work_calendar("CN")
        self.shop = self.database.execute_sql("SELECT min(id) FROM shop").fetchone()[0]

    def workday(self, day: date) -> date:
        while not self.calendar.is_workday(day):
            day += timedelta(days=1)
        return day

    def fill(self, sql: str, rows: Iterator[tuple[Any, ...]]) -> None:
        """Every row through one prepared statement."""
        kept: list[tuple[Any, ...]] = []
        cursor = self.database.cursor()
        for row in rows:
            kept.append(row)
            if len(kept) == _BATCH:
                cursor.executemany(sql, kept)
                kept.clear()
        cursor.executemany(sql, kept)

    def people(self) -> list[int]:
        for name in PEOPLE:
            self.database.execute_sql(
                "INSERT INTO person (name, initials, role) VALUES (?, ?, 'after_sales')", (name, name[0])
            )
        return [row[0] for row in self.database.execute_sql("SELECT id FROM person ORDER BY id").fetchall()]

    def vips(self, many: int) -> list[tuple[int, str]]:
        """The ids of the VIPs and what they said, spread over all buyers; at least as many buyers are made."""
        found = [row[0] for row in self.database.execute_sql("SELECT id FROM buyer ORDER BY id").fetchall()]
        last = found[-1] if found else 0
        missing = range(last + 1, last + 1 + max(many - len(found), 0))
        self.fill(
            "INSERT INTO buyer (id, shop_id, nick, phone) VALUES (?, ?, ?, ?)",
            ((number, self.shop, f"老客_{number}", f"138{number:08d}") for number in missing),
        )
        found += missing
        chosen = found[:: max(len(found) // many, 1)][:many]
        vips = [(buyer, "unknown" if at % 100 == 7 else "refused" if at % 100 == 8 else "given")
                for at, buyer in enumerate(chosen)]  # fmt: skip
        said = to_millis(datetime(2023, 1, 5, tzinfo=UTC))
        self.fill(
            "UPDATE buyer SET tier = ?, consent = ?, consent_at = ?, tier_source = ? WHERE id = ?",
            ((("v3", "v2", "v2", "v2", "v1", "v1", "v1", "v1", "v1", "v1")[at % 10], word, said,
              "special" if at % 50 == 3 else "hand", buyer) for at, (buyer, word) in enumerate(vips)),
        )  # fmt: skip
        self.fill(
            "INSERT INTO contact_consent (buyer_id, channel, agreed, said_at, way) VALUES (?, 'phone', 1, ?, 'chat')",
            ((buyer, said) for buyer, word in vips if word == "given"),
        )
        return vips

    def past(self, buyers: list[int], people: list[int], calls: int) -> None:
        """Monthly contacts of every buyer backwards from last month, with tries that reached nobody between them."""
        chance, backs, made = self.chance, [], []
        number = 0
        each, more = divmod(calls, len(buyers))
        for at, buyer in enumerate(buyers):
            left = each + (at < more)
            day = self.today - timedelta(days=1 + chance.randrange(30))
            while left:
                number += 1
                person = chance.randrange(len(people))
                due = self.workday(day)
                done = datetime.combine(due, time(10 + chance.randrange(9), chance.randrange(60)), HERE)
                outcomes = ["reached" if chance.random() < 0.85 else "not_interested"]
                while len(outcomes) < left and chance.random() < 0.3:
                    outcomes.append(chance.choice(("no_answer", "no_answer", "call_again")))
                backs.append((number, buyer, due.isoformat(), "done", json.dumps({"codes": [], "since": str(due)}),
                              len(outcomes) - 1, people[person], to_millis(done)))  # fmt: skip
                for back, outcome in enumerate(outcomes):
                    tags = json.dumps([chance.choice(_TAGS)], ensure_ascii=False) if chance.random() < 0.2 else "[]"
                    felt = chance.choice(("satisfied", "satisfied", "neutral", "dissatisfied", ""))
                    made.append((buyer, number, to_millis(done - timedelta(days=back)), PEOPLE[person % 3], outcome,
                                 felt if not back else "", "说下个月还买" if not back else "", tags,
                                 chance.randrange(1, 15) if not back else None))  # fmt: skip
                left -= len(outcomes)
                day -= timedelta(days=30)
        self.fill(
            "INSERT INTO call_back (id, buyer_id, due_on, state, reason, attempts, person_id, done_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)", iter(backs),
        )  # fmt: skip
        # As the shop wrote them: by time, not by buyer.
        made.sort(key=lambda row: row[2])
        self.fill(
            "INSERT INTO call_record (buyer_id, call_back_id, made_at, person, outcome, satisfaction, note, tags, minutes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", iter(made),
        )  # fmt: skip

    def ahead(self, buyers: list[int], people: list[int], late: int) -> None:
        """One open call-back each, the first `late` of them overdue; a promise for some."""
        chance = self.chance

        def row(buyer: int, due: date, kind: str, subject: str) -> tuple[Any, ...]:
            note = json.dumps({"codes": [], "since": due.isoformat(), "nominal": due.isoformat(), "anchor": due.day})
            at = f"{10 + chance.randrange(9)}:{chance.choice(('00', '30'))}" if chance.random() < 0.2 else ""
            person = chance.choice((*people, None))
            return (buyer, due.isoformat(), at, note, person, kind, subject)

        def rows() -> Iterator[tuple[Any, ...]]:
            order = chance.sample(buyers, len(buyers))
            for at, buyer in enumerate(order):
                days = -1 - chance.randrange(20) if at < late else chance.randrange(31)
                yield row(buyer, self.workday(self.today + timedelta(days=days)) if at >= late
                          else self.today + timedelta(days=days), "rhythm", "")  # fmt: skip
            for buyer in order[: len(order) // 10]:
                yield row(buyer, self.workday(self.today + timedelta(days=chance.randrange(20))), "promise",
                          chance.choice(_SUBJECTS))  # fmt: skip

        self.fill(
            "INSERT INTO call_back (buyer_id, due_on, at_time, reason, person_id, kind, subject)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)", rows(),
        )  # fmt: skip


def fill_call_backs(
    context: AppContext, *, vips: int = 5_000, calls: int = 200_000, late: int = 800, seed: int = 6,
    today: date | None = None,
) -> None:  # fmt: skip
    """Fill an open folder that has no call-backs yet. `today` is the day that `late` counts from, the clock's without."""
    maker = _Maker(context, today or context.call_backs.desk().today, seed)
    with maker.database.atomic():
        people = maker.people()
        chosen = maker.vips(vips)
        agreed = [buyer for buyer, word in chosen if word == "given"]
        maker.past(agreed, people, calls)
        maker.ahead(agreed, people, late)


def main() -> None:
    """Fill the folder named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--vips", type=int, default=5_000)
    parser.add_argument("--calls", type=int, default=200_000)
    parser.add_argument("--late", type=int, default=800)
    options = parser.parse_args()
    context = build(options.folder, threads=False)
    try:
        fill_call_backs(context, vips=options.vips, calls=options.calls, late=options.late)
    finally:
        context.close()
    sys.stdout.write(f"{options.folder}\n")


if __name__ == "__main__":
    main()
