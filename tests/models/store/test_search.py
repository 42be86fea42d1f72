"""Search finds exactly what looking for a part of the text would find."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.case_query import CaseQuery, CaseView
from models.kinds import Platform
from models.store import search
from models.store.cases import list_case_ids
from models.store.history import Stamp
from models.store.store import Store

ALPHABET = "破损外箱压坏少件色差尺码01239ABab_-，。 𠮷é"


def add_cases(store: Store, stamp: Stamp, case_id: int, summaries: list[str]) -> dict[int, str]:
    made = {}
    with store.write(stamp) as transaction:
        for at, summary in enumerate(summaries):
            added = transaction.insert(
                "case", number="Q" * (at + 1), shop_id=1, state="new", problem="other", currency="CNY", opened_at=stamp.now,
                updated_at=stamp.now, summary=summary,
            )  # fmt: skip
            made[added] = summary
    return made


def test_equal_to_looking_for_a_part(store: Store, stamp: Stamp, case_id: int) -> None:
    chance = random.Random(7)
    texts = ["".join(chance.choices("破损外箱压坏少件色差AB019", k=chance.randint(1, 12))) for _ in range(300)]
    made = add_cases(store, stamp, case_id, texts)
    for _ in range(200):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        wanted = text[start : start + chance.randint(1, 4)]
        found = set(list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=wanted), stamp.now))
        folded = wanted.casefold()
        expected = {row for row, summary in made.items() if folded in summary.casefold()}
        assert found & made.keys() == expected, wanted


@pytest.mark.parametrize(
    "typed", ['"', "'", "*", "a OR b", "NEAR(", "^x", "-", "()", "{}", ":", "\\", "a\x00b", "%", "_"]
)
def test_nothing_typed_is_a_query_language(store: Store, stamp: Stamp, case_id: int, typed: str) -> None:
    found = list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=typed), stamp.now)
    assert set(found) <= {case_id}


@given(st.text(ALPHABET, max_size=20), st.integers(0, 20), st.integers(1, 6))
def test_every_part_of_a_run_is_among_its_tokens(text: str, start: int, length: int) -> None:
    words = search.words_of([text]).split()
    part = text[start : start + length]
    folded = unicodedata.normalize("NFKC", part).casefold()
    if folded and all(character.isalnum() or character == "_" for character in folded):
        pairs = [left + right for left, right in zip(folded, folded[1:], strict=False)]
        assert all(pair in words for pair in pairs)
        assert any(word.startswith(folded[0]) for word in words)


def test_a_number_with_hyphens_is_looked_for_as_one(store: Store, stamp: Stamp, case_id: int) -> None:
    made = add_cases(
        store, stamp, case_id, ["单号 A2611-0387 的买家", "A2611-0399，手机 13800000387", "03872 号 A2611"]
    )
    number, other, third = made

    def found(typed: str) -> set[int]:
        return set(list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=typed), stamp.now)) & made.keys()

    assert found("a2611-0387") == found("A2611－038") == {number}
    assert found("a2611-03") == {number, other}
    assert found("A2611 0387") == {number, other, third}
    assert found("138-0000-0387") == {other}
    assert found("A2611-") == {number, other, third}


def test_removed_notes_are_no_longer_found(store: Store, stamp: Stamp, case_id: int) -> None:
    with store.write(stamp) as transaction:
        note = transaction.insert(
            "note", case_id=case_id, text="赔付三十元", written_at=stamp.now, written_by="x", kind="internal"
        )
    query = CaseQuery(text="赔付")
    assert list(list_case_ids(store.database, query, stamp.now)) == [case_id]
    with store.write(stamp) as transaction:
        transaction.remove("note", note)
    assert list(list_case_ids(store.database, query, stamp.now)) == []


def found(store: Store, stamp: Stamp, text: str) -> list[int]:
    return list(list_case_ids(store.database, CaseQuery(view=CaseView.ALL, text=text), stamp.now))


@pytest.fixture
def full_case(store: Store, stamp: Stamp, case_id: int) -> int:
    """The case with everything one may look for it by."""
    with store.write(stamp) as transaction:
        shop = 1
        buyer = transaction.insert("buyer", shop_id=shop, nick="花果山_大圣01", name="孙悟空", phone="13800004321")
        transaction.insert_many("order", [{
            "id": 7, "shop_id": shop, "buyer_id": buyer, "platform": Platform.TAOBAO, "number": "2611120003870056789",
            "status": "signed", "currency": "CNY", "time_zone": "Asia/Shanghai", "imported_at": stamp.now,
            "receiver": "唐三藏", "phone": "13911118765",
        }])  # fmt: skip
        transaction.insert_many("order_line", [{
            "order_id": 7, "position": 0, "item_title": "雾釉餐盘 8 寸", "sku": "QH-017", "variant": "月白",
            "batch": "B2610",
        }])  # fmt: skip
        transaction.insert_many("parcel", [
            {"order_id": 7, "tracking_number": "YT7654321098", "position": 0},
            {"order_id": 7, "tracking_number": "SF1122334455", "position": 1},
        ])  # fmt: skip
        person = transaction.insert("person", name="老秋", initials="秋", role="warehouse")
        transaction.update(
            "case", case_id, order_id=7, buyer_id=buyer, buyer_nick="花果山_大圣01", handler_id=person,
            order_number="2611120003870056789", handler_name="老秋",
        )  # fmt: skip
        case = {"case_id": case_id}
        transaction.insert(
            "note", **case, text="仓库说是夜班打包", written_at=stamp.now, written_by="x", kind="internal"
        )
        transaction.insert("reply", **case, text="亲，给您补发一只", language="zh", made_at=stamp.now, made_by="x")
        transaction.insert("case_tag", **case, name="催得急")
        transaction.insert(
            "step", **case, position=0, title_zh="联系圆通索赔", title_en="Claim from the carrier", role="after_sales"
        )
        transaction.insert(
            "evidence", **case, number=1, sha256="0" * 64, size=1, original_name="a.jpg", media="photo",
            source="dropped", caption="面单特写", proves="签收时外箱已湿", imported_at=stamp.now, imported_by="x",
        )  # fmt: skip
    return case_id


# "AND" and "OR" are words like any other, and stand in no text of the case.
FINDS = (
    "A2611-0001", "0001", "2611-", "26111200038", "056789", "花果山", "大圣01", "_大圣", "孙悟空", "空", "hgsds", "swk",
    "tsc", "tsz", "wycp", "13800004321", "4321", "8765", "唐三藏", "YT7654", "321098", "sf11", "SF1122334455", "釉餐", "8 寸",
    "qh-017", "QH", "月白", "B2610", "外箱压坏", "夜班", "面单", "已湿", "补发", "圆通索赔", "claim carrier", "催得急",
    "老秋", "秋", "外箱 大圣 4321 老秋", "１３８００００４３２１", "ｙｔ７６５４", "“夜班”", "📦 夜班", "老秋 " * 3_000,
)  # fmt: skip
DOES_NOT_FIND = (
    "AND",
    "夜班 OR",
    "老秋 没有",
    "花果山 2612",
    "不在",
    "字" * 10_000,
    "a" * 10_000,
    "老秋 " * 3_000 + "不在",
)


def test_a_case_is_found_by_everything_that_is_known_of_it_and_nothing_else(
    store: Store, stamp: Stamp, full_case: int
) -> None:
    assert [typed for typed in FINDS if found(store, stamp, typed) != [full_case]] == []
    assert [typed for typed in DOES_NOT_FIND if found(store, stamp, typed)] == []


def test_words_follow_buyers_parcels_and_what_is_taken_back(store: Store, stamp: Stamp, full_case: int) -> None:
    buyer = 1
    with store.write(stamp) as transaction:
        transaction.update("buyer", buyer, name="孙行者", phone="13700009999")
        renamed = tuple(transaction.changes)
    assert found(store, stamp, "9999") == found(store, stamp, "孙行者") == found(store, stamp, "sxz") == [full_case]
    assert found(store, stamp, "孙悟空") == []
    with store.write(stamp) as transaction:
        transaction.reapply(renamed, backwards=True)
    assert found(store, stamp, "swk") == [full_case]
    assert found(store, stamp, "sxz") == []
    with store.write(stamp) as transaction:
        transaction.reapply(renamed, backwards=False)
        parcel = transaction.insert("parcel", order_id=7, tracking_number="JD0099887766", position=2)
    assert found(store, stamp, "0099887766 行者") == [full_case]
    with store.write(stamp) as transaction:
        transaction.remove("parcel", parcel)
    assert found(store, stamp, "0099887766") == []


def test_what_is_not_searched_leaves_the_words_alone(
    store: Store, stamp: Stamp, full_case: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    worded: list[int] = []
    monkeypatch.setattr(search, "index_cases", lambda database, ids: worded.extend(ids))
    with store.write(stamp) as transaction:
        transaction.update("case", full_case, state="waiting", waiting_on="buyer", flag="red", at_stake=5)
        transaction.update("buyer", 1, tier="v2")
    assert worded == []
    with store.write(stamp) as transaction:
        transaction.update("case", full_case, summary="开线了")
    assert worded == [full_case]
