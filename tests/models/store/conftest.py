"""A store in a temporary folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.clock import FixedClock
from models.kinds import Platform, Problem, Role
from models.store import cases, shops
from models.store.history import Stamp
from models.store.store import Store, open_store


@pytest.fixture
def store(tmp_path: Path, clock: FixedClock, new_folder: Path) -> Iterator[Store]:
    shutil.copytree(new_folder, tmp_path / "shop")
    opened = open_store(tmp_path / "shop")
    yield opened
    opened.close(clock.now())


@pytest.fixture
def stamp(clock: FixedClock) -> Stamp:
    return Stamp(clock.now(), "小满", "Asia/Shanghai", "test")


@pytest.fixture
def case_id(store: Store, stamp: Stamp) -> int:
    """One case of one shop."""
    with store.write(stamp) as transaction:
        shops.add_person(transaction, name="小满", initials="满", role=Role.OWNER)
        shop_id = shops.add_shop(
            transaction, name="青禾家居", platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai"
        )
        made = transaction.insert(
            "case", number=cases.next_number(transaction.database, 2026, 11), shop_id=shop_id, state="new",
            problem=Problem.DAMAGED, currency="CNY", opened_at=stamp.now, updated_at=stamp.now, summary="外箱压坏",
        )  # fmt: skip
        transaction.record("case_opened", entity="case", entity_id=made, case_id=made, details={"problem": "damaged"})
    return made
