"""What is gathered for a packet: the files as planned, chats with their sides, secrets left where they are."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from desktop.bootstrap import build as build_context
from desktop.context import AppContext
from models.clock import FixedClock, to_millis
from models.errors import NotFound
from models.kinds import (
    BuyerFlag,
    Derivation,
    EvidenceSource,
    ExhibitVersion,
    MediaKind,
    NoteKind,
    PacketLanguage,
    Platform,
    Problem,
    Temperament,
    Tier,
)
from models.packet_records import ExhibitPlan, PacketPlan
from models.rules.annotation_json import layer_text
from models.rules.annotations import Layer, NumberMark, Sheet
from models.rules.packet_leaving import LeavingKind
from models.store import buyers, layers
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from models.store.transaction import Transaction
from tests.conftest import NOW
from tests.naughty import showable_texts

ORDER = "26111200000387"
PLAN = PacketPlan(preset="print")
CHAT = """花果山_大圣01 2026-11-18 19:42:00
打开就碎了两只，我的电话 138 0000 0387
小满 2026-11-18 19:44:00
非常抱歉，马上核实
"""


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "PNG")
    return out.getvalue()


def old_order(number: str, days: int, refunded: int = 0) -> ImportedOrder:
    paid = NOW - timedelta(days=days)
    return ImportedOrder(
        number=number, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=9900, paid_at=paid,
        created_at=paid, refunded=refunded, buyer_nick="花果山_大圣01", lines=(ImportedLine("餐盘", "QH-1", "", 1, 9900),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def gathered_folder(staffed_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """A data folder, to be copied, with a case of an order: two photos and a chat, the first photo seen before."""
    folder = tmp_path_factory.mktemp("gathered") / "shop"
    shutil.copytree(staffed_folder, folder)
    ctx = build_context(folder, clock=FixedClock(NOW), threads=False)
    order = ImportedOrder(
        number=ORDER, platform=Platform.TAOBAO, currency="CNY", time_zone="Asia/Shanghai", paid=16800,
        paid_at=NOW - timedelta(days=8), created_at=NOW - timedelta(days=8), shipped_at=NOW - timedelta(days=7),
        signed_at=NOW - timedelta(days=2), buyer_nick="花果山_大圣01", receiver="孙悟空", phone="13800000387",
        address="浙江省杭州市西湖区水帘洞前厅", carrier="云雀速递", tracking_numbers=("YQ0000447190263",),
        lines=(ImportedLine("雾釉餐盘", "QH-1", "苔青", 1, 16800),),
    )  # fmt: skip
    orders = [order, old_order("A1", 200, 500), old_order("A2", 300), old_order("A3", 100), old_order("A4", 400)]
    shop = ctx.shops.list_shops()[0]
    ctx.bench.act("orders_imported", lambda change: import_orders(change, shop.id, orders), undoable=False)
    earlier = ctx.cases.open_case(problem=Problem.QUALITY, order_id=ctx.cases.find_targets("A1")[0].order_id)
    ctx.intake.add_bytes(earlier, picture("red"), "old.png", EvidenceSource.CHOSEN)
    made = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=ctx.cases.find_targets(ORDER)[0].order_id)
    ctx.intake.add_bytes(made, picture("red"), "孙悟空.png", EvidenceSource.CHOSEN, caption="破损", tag="photo")
    ctx.intake.add_bytes(made, picture("blue"), "b.png", EvidenceSource.CHOSEN, caption="外箱")
    ctx.intake.add_bytes(made, CHAT.encode(), "chat.txt", EvidenceSource.CHOSEN, caption="聊天")
    ctx.cases.add_note(made, "买家同意补寄", NoteKind.PRINTABLE)
    ctx.cases.add_note(made, "内部：此人难缠", NoteKind.INTERNAL)
    ctx.close()
    (folder / "anchors.log").unlink()
    return folder, made


@pytest.fixture
def ctx(open_context: Callable[[], AppContext], gathered_folder: tuple[Path, int], tmp_path: Path) -> AppContext:
    """A copy of that folder, open."""
    shutil.copytree(gathered_folder[0], tmp_path / "shop")
    return open_context()


@pytest.fixture
def case_id(gathered_folder: tuple[Path, int]) -> int:
    """Its case."""
    return gathered_folder[1]


def ids(ctx: AppContext, case_id: int) -> list[int]:
    return [item.id for item in ctx.evidence.list_case_evidence(case_id)]


def derived(ctx: AppContext, of: int, how: Derivation, colour: str, **details: object) -> int:
    added = ctx.intake.add_derived([of], picture(colour), "copy.png", how, caption="", details=details)
    assert added.evidence_id is not None
    return added.evidence_id


def test_redacted_copies_take_the_place_of_their_originals_in_both_languages(ctx: AppContext, case_id: int) -> None:
    first = ids(ctx, case_id)[0]
    hidden = derived(ctx, first, Derivation.REDACTED, "black")
    content = ctx.packet_gathering.content(case_id, replace(PLAN, language=PacketLanguage.BOTH))
    assert content.second is not None
    assert (content.language, content.second.language) == ("zh", "en")
    for side in (content, content.second):
        exhibit = side.exhibits[0]
        assert (exhibit.asked_id, exhibit.evidence.id, exhibit.original and exhibit.original.id) == (
            first,
            hidden,
            first,
        )
        assert {each.id for each in exhibit.files} == {first, hidden}
        assert [len(side.exhibits), len([row for row in side.integrity if row.exhibit == 1])] == [3, 2]
    bare = ctx.packet_gathering.content(case_id, PLAN, unfit=[hidden])
    assert [(each.evidence_id, each.why) for each in bare.kept_out] == [(first, "redacted_unfit")]
    assert [each.asked_id for each in bare.exhibits] == ids(ctx, case_id)[1:3]


def test_files_just_checked_say_so_and_unknown_ids_are_refused(ctx: AppContext, case_id: int) -> None:
    first = ids(ctx, case_id)[0]
    content = ctx.packet_gathering.content(case_id, PLAN, evidence_ids=[first], whole=[first], number="P-9", now=NOW)
    assert content.head.number == "P-9"
    assert content.integrity[0].state == "2026-11-20 09:42 与导入时一致"
    plan = replace(PLAN, exhibits=(ExhibitPlan(first, version=ExhibitVersion.ANNOTATED),))
    assert ctx.packet_gathering.content(case_id, plan).kept_out[0].why == "no_annotated"
    with pytest.raises(NotFound):
        ctx.packet_gathering.content(case_id, PLAN, evidence_ids=[9_999])
    with pytest.raises(NotFound):
        ctx.packet_gathering.content(9_999, PLAN)
    with pytest.raises(NotFound):
        ctx.packet_gathering.proposed(9_999)


def test_the_legend_of_marks_is_printed_while_the_layer_is_as_it_was_drawn(ctx: AppContext, case_id: int) -> None:
    first = ids(ctx, case_id)[0]
    marks = (NumberMark(points=((5.0, 5.0),), legend="缺口"), NumberMark(points=((9.0, 9.0),), legend="裂纹"))

    def draw(count: int) -> None:
        layer = layer_text(Layer((Sheet(64, 48, marks=marks[:count]),)))
        with ctx.store.write(ctx.bench.stamp()) as change:
            layers.keep_layer(change, first, layer)

    draw(2)
    derived(ctx, first, Derivation.ANNOTATED, "green", marks=2)
    assert ctx.packet_gathering.content(case_id, PLAN).exhibits[0].legend == (("1", "缺口"), ("2", "裂纹"))
    draw(1)
    assert ctx.packet_gathering.content(case_id, PLAN).exhibits[0].legend == ()


def test_a_chat_has_its_sides_and_stands_in_the_chronology(ctx: AppContext, case_id: int) -> None:
    content = ctx.packet_gathering.content(case_id, PLAN)
    chat = content.exhibits[2]
    assert [(each.side, each.speaker) for each in chat.bubbles] == [("theirs", "花果山_大圣01"), ("ours", "小满")]
    assert chat.shots == ()
    told = [(line.at, line.exhibits) for line in content.chronology if "聊天记载" in line.fact]
    assert told == [("2026-11-18 19:42", "3"), ("2026-11-18 19:44", "3")]


def test_what_stays_in_the_shop_is_nowhere_in_it(ctx: AppContext, case_id: int) -> None:
    page = ctx.cases.load_page(case_id)
    assert page.buyer is not None
    buyer_id = page.buyer.id

    def describe(change: Transaction) -> None:
        change.update("buyer", buyer_id, name="齐天大圣本名", email="sun@huaguo.cn", wechat="houwang_88", note="秘密便条",
                      tier=Tier.V3, temperament=Temperament.TROUBLEMAKER,
                      flags=buyers.flag_words((BuyerFlag.EXTORTION,)))  # fmt: skip

    ctx.bench.act("buyer_edited", describe, undoable=False)
    plan = replace(PLAN, language=PacketLanguage.BOTH, pattern=True, weights=True)
    content = ctx.packet_gathering.content(case_id, plan)
    printed = replace(content, exhibits=(), second=replace(content.second, exhibits=())) if content.second else content
    text = json.dumps(asdict(printed), default=str, ensure_ascii=False)
    secrets = ("齐天大圣本名", "13800000387", "水帘洞", "sun@huaguo", "houwang", "秘密便条", "难缠", "troublemaker", "v3",
               "extortion")  # fmt: skip
    assert [secret for secret in secrets if secret in text] == []
    assert "内部：此人难缠" in str(ctx.packet_gathering.content(case_id, replace(plan, internal_notes=True)).notes)


def test_what_leaves_is_found_in_chats_and_file_names(ctx: AppContext, case_id: int) -> None:
    content = ctx.packet_gathering.content(case_id, PLAN)
    found = ctx.packet_gathering.leaving(content)
    assert {(each.kind, each.text, each.exhibit, each.part) for each in found if each.field == "exhibit"} == {
        (LeavingKind.NAME, "孙悟空", 1, "file_name"), (LeavingKind.PHONE, "138 0000 0387", 3, "chat"),
        (LeavingKind.PICTURES, "1、2", 1, ""),
    }  # fmt: skip
    assert {(each.kind, each.field) for each in found if each.field != "exhibit"} == {(LeavingKind.PHONE, "chronology")}


def test_to_whom_it_was_sent_is_told_only_where_chosen_and_named_among_what_leaves(
    ctx: AppContext, case_id: int
) -> None:
    assert "孙悟空" not in str(ctx.packet_gathering.content(case_id, PLAN).parties)
    ctx.packet_plans.keep(case_id, replace(PLAN, recipient=True, language=PacketLanguage.BOTH))
    content = ctx.packet_gathering.content(case_id, ctx.packet_plans.read(case_id))
    assert content.second is not None
    there = ("孙悟空", "13800000387", "浙江省杭州市西湖区水帘洞前厅")
    assert tuple(text for label, text in content.parties if label.startswith("收件")) == there
    assert {"Recipient": there[0], "Delivery address": there[2]}.items() <= dict(content.second.parties).items()
    assert "隐去" not in str(content.parties)
    found = {(each.kind, each.field) for each in ctx.packet_gathering.leaving(content)}
    assert found >= {(kind, "parties") for kind in (LeavingKind.NAME, LeavingKind.PHONE, LeavingKind.ADDRESS)}


def test_the_pattern_counts_the_last_year_without_this_case(ctx: AppContext, case_id: int) -> None:
    pattern = dict(ctx.packet_gathering.content(case_id, replace(PLAN, pattern=True)).pattern)
    assert pattern["近 12 个月的售后单"].startswith("1 张")
    assert pattern["近 12 个月的订单"] == "3 笔"
    assert pattern["近 12 个月已退款"] == "1 笔订单，合计 ¥ 5.00"
    assert pattern["相同画面"].startswith("证据 1 的文件也出现在 2026-11-20 的售后单")


def test_expected_proof_finds_prior_orders_within_the_window(ctx: AppContext, case_id: int) -> None:
    found = {each.id: each for each in ctx.packet_gathering.expected_proof(case_id, PLAN)}
    assert found["theirs"].evidence == (ids(ctx, case_id)[0],)
    ctx.bench.act(
        "problem_changed",
        lambda change: change.update("case", case_id, problem=Problem.PAYMENT_DISPUTE),
        undoable=False,
    )
    prior = {each.id: each for each in ctx.packet_gathering.expected_proof(case_id, replace(PLAN, preset="visa"))}
    assert (prior["prior_orders"].details, prior["prior_orders"].present) == (("A1", "A2"), True)


def test_the_draft_keeps_to_the_receivers_characters(ctx: AppContext, case_id: int) -> None:
    drafted = ctx.packet_gathering.draft_summary(case_id, replace(PLAN, preset="taobao"))
    assert drafted.fits
    assert drafted.used <= 200
    assert drafted.most == 200
    content = ctx.packet_gathering.content(case_id, replace(PLAN, preset="taobao"))
    assert (content.summary, content.summary_fits) == (drafted.text, True)
    assert not ctx.packet_gathering.draft_summary(case_id, PLAN, most=10).fits
    both = replace(PLAN, language=PacketLanguage.BOTH)
    own = ctx.packet_gathering.content(case_id, both, summary={"en": "Ours"})
    assert own.second is not None
    assert own.summary != "Ours"
    assert own.second.summary == "Ours"


def test_a_case_of_nothing_and_a_receiver_that_is_gone_still_give_a_packet(ctx: AppContext) -> None:
    buyer = ctx.bench.act(
        "sample_made", lambda change: change.insert("buyer", shop_id=1, nick="无单买家"), undoable=False
    )
    bare = ctx.cases.open_case(problem=Problem.OTHER, buyer_id=buyer)
    ctx.bench.act("sample_made", lambda change: change.update("case", bare, buyer_id=None), undoable=False)
    plan = PacketPlan(preset="gone", language=PacketLanguage.EN, pattern=True, weights=True)
    content = ctx.packet_gathering.content(bare, plan)
    assert (content.exhibits, content.pattern, content.weights, content.kept_out) == ((), (), None, ())
    assert (content.items, content.parcels) == ((), ())
    assert content.summary
    assert ctx.packet_gathering.leaving(content) == ()
    assert ctx.packet_gathering.expected_proof(bare, plan)


def test_naughty_texts_and_huge_ones_go_in_as_they_are(ctx: AppContext, case_id: int) -> None:
    texts = [text for text in showable_texts() if text.strip()][:500]
    first = ids(ctx, case_id)[0]

    def write(change: Transaction) -> None:
        for place, text in enumerate(texts):
            change.insert("note", case_id=case_id, kind=NoteKind.PRINTABLE, text=text, written_by="小满",
                          written_at=NOW - timedelta(minutes=2 * place))  # fmt: skip
        change.update("evidence", first, caption="重" * 100_000, original_name="../../etc/passwd\u202e.png")

    ctx.bench.act("sample_made", write, undoable=False)
    content = ctx.packet_gathering.content(case_id, PLAN)
    told = "\n".join(line.fact for line in content.chronology)
    assert [text for text in texts if text.strip() not in told] == []
    assert content.exhibits[0].title == "重" * 100_000
    assert isinstance(ctx.packet_gathering.leaving(content), tuple)
    assert to_millis(content.head.made_at) == to_millis(NOW)
    assert content.exhibits[2].evidence.media is MediaKind.CHAT
