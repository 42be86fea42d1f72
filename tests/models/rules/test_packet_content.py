"""What a packet says: drafted from facts, in order of time, without what must stay in the shop."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import words
from models.evidence_records import Weighing
from models.kinds import ClockStatus, Demand, Integrity, Remedy, StepState
from models.money import Money
from models.rules.packet_content import ExhibitChoice, build_content
from models.rules.packet_parts import PacketContent
from models.rules.packet_pattern import BuyerPast, SeenPhoto, pattern_of
from models.rules.packet_phrases import _EN, _ZH, Phrases
from models.rules.weight_evidence import ParcelWeights, WeightLine
from tests.desktop.packets.sample_case import NOW, SampleWords, case_page, sample_content


def everything(content: PacketContent) -> str:
    """All that would be printed, in one text (the records an exhibit points to are not printed)."""
    shown = asdict(replace(content, exhibits=()))
    pages = [(page.title, page.proves, page.facts, page.hashes) for page in content.exhibits]
    return repr(shown) + repr(pages)


def test_summary_tells_order_parcel_problem_proofs_and_wish() -> None:
    summary = sample_content().summary
    for part in ("2026-11-12 20:14", "雾釉餐盘", "2611 1200 0387", "¥ 168.00", "YQ 0000 4471 9026 3", "反映破损",
                 "要求仅退款", "缺口为新茬，无磨损（证据 2）", "责任在承运", "请驳回买家的“仅退款”申请"):  # fmt: skip
        assert part in summary
    assert "。。" not in summary


def test_own_summary_and_wish_replace_the_drafts() -> None:
    content = sample_content(summary="我的摘要", asked="我的请求")
    assert (content.summary, content.head.asked) == ("我的摘要", "我的请求")
    assert sample_content(asked="我的请求").summary.endswith("我的请求。")


def test_wish_follows_the_resolution() -> None:
    page = case_page()
    assert page.resolution is not None
    refused = replace(page, resolution=replace(page.resolution, remedy=Remedy.REFUSE))
    assert sample_content(page=refused).head.asked == "破损 · 请驳回买家的“仅退款”申请"
    unknown = replace(page, case=replace(page.case, demand=Demand.UNKNOWN))
    assert "请确认商家的处理方案" in sample_content(page=unknown).head.asked
    assert "依所附证据认定" in sample_content(page=replace(page, resolution=None)).head.asked


def test_only_steps_that_reach_the_buyer_are_told() -> None:
    page = case_page()
    sent = page.steps[0]
    inner = (
        "negotiate_with_carrier",
        "register_wrong",
        "ask_supervisor_pause",
        "contact_customer_to_correct_reason",
        "",
    )
    others = tuple(replace(sent, rule=rule, title_zh=f"内部{rule}") for rule in inner)
    paid = replace(sent, rule="pay_refund_pulled", title_zh="退款")
    open_one = replace(paid, title_zh="未办", state=StepState.OPEN, done_at=None)
    lines = sample_content(page=replace(page, steps=(sent, paid, open_one, *others))).chronology
    told = "".join(line.fact for line in lines)
    assert "已执行：补寄两只" in told
    assert "已执行：退款" in told
    assert "内部" not in told
    assert "未办" not in told


def test_chronology_is_in_order_with_exhibit_references() -> None:
    lines = sample_content().chronology
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert [line.exhibits for line in lines if "四只合照" in line.fact] == ["1"]
    assert [line.exhibits for line in lines if "聊天记录" in line.fact] == ["8、9"]
    facts = "\n".join(line.fact for line in lines)
    assert "进入平台争议处理" in facts
    assert "买家同意补寄" in facts
    assert "已执行：补寄两只" in facts


def test_what_the_shop_keeps_to_itself_never_goes_in() -> None:
    text = everything(sample_content())
    for secret in ("此人上月", "孙某", "13800000000", "水帘洞", "内部理由", "42.00"):
        assert secret not in text
    asked_for = everything(sample_content(include_internal_notes=True))
    assert "此人上月" in asked_for
    assert "13800000000" not in asked_for


def test_a_clock_met_late_or_running_is_not_claimed_as_kept() -> None:
    page = case_page()
    clock = page.clocks[0]
    late = replace(clock, ended_at=clock.due_at + timedelta(seconds=1))
    running = replace(clock, status=ClockStatus.RUNNING, ended_at=None)
    for changed in (late, running):
        lines = sample_content(page=replace(page, clocks=(changed,))).chronology
        assert not any("前办结" in line.fact for line in lines)
    assert any("前办结" in line.fact for line in sample_content().chronology)


def test_amounts_show_paid_claimed_and_offer() -> None:
    lines = sample_content().amounts
    assert [(line.label, line.amount, line.strong) for line in lines] == [
        ("订单实付", "¥ 168.00", False),
        ("买家现主张：仅退款", "¥ 168.00", False),
        ("商家方案：补寄两只，免退回", "付买家 ¥ 0.00", True),
    ]
    page = case_page()
    assert page.order is not None
    with_freight = replace(page, order=replace(page.order, freight=Money(1500), goods=Money(15300)))
    amounts = [line.amount for line in sample_content(page=with_freight).amounts]
    assert amounts[:3] == ["¥ 153.00", "¥ 15.00", "¥ 168.00"]


def test_policy_is_cited_once_with_its_pack() -> None:
    page = case_page()
    twice = replace(page, clocks=page.clocks * 2)
    cited = [(line.source, line.pack) for line in sample_content(page=twice).policy]
    assert cited == [
        ("《民法典》第五百八十二条", "cn-law 2026.1"),
        ("《快递暂行条例》第二十七条", "cn-law 2026.1"),
        ("淘宝规则", "taobao 2026.09"),
    ]


def test_tags_of_packs_are_explained_or_left_out() -> None:
    page = case_page()
    assert page.resolution is not None
    source = {
        "tag": "s3_wrong", "title": {"zh": "店铺售后规范", "en": "Shop rules"}, "locator": "第 3 条", "pack_id": "shop",
        "pack_version": "2026.1",
    }  # fmt: skip
    page = replace(
        page,
        resolution=replace(page.resolution, conclusion={"sources": [source]}),
        clocks=tuple(
            replace(page.clocks[0], source=tag) for tag in ("s3_wrong", "s4_late", "shop:proc", "R002-01, R003-15")
        ),
    )
    cited = [(line.source, line.pack) for line in sample_content(page=page).policy]
    assert cited == [("店铺售后规范 第 3 条", "shop 2026.1")]
    assert sample_content("en", page=page).policy[0].source == "Shop rules art. 3"


def test_exhibits_keep_the_chosen_order_and_texts() -> None:
    page = case_page()
    choices = [ExhibitChoice(page.evidence[2], title="外箱", proves="运输所致"), ExhibitChoice(page.evidence[0])]
    content = sample_content(exhibits=choices)
    assert [(exhibit.number, exhibit.title) for exhibit in content.exhibits] == [(1, "外箱"), (2, "四只合照")]
    assert content.exhibits[0].proves == "运输所致"


def test_integrity_names_every_file_also_the_original_of_a_copy() -> None:
    content = sample_content()
    page = case_page()
    assert [row.exhibit for row in content.integrity] == [1, 2, 3, 4, 4, 5, 6, 7, 8, 9]
    assert {row.sha256 for row in content.integrity} == {piece.sha256 for piece in page.evidence}
    changed = replace(page.evidence[0], integrity=Integrity.CHANGED)
    assert "不一致" in sample_content(exhibits=[ExhibitChoice(changed)]).integrity[0].state
    assert content.chain is not None
    assert content.chain.seq == 412


def test_integrity_names_every_screenshot_of_a_joined_picture() -> None:
    page = case_page()
    first, second, third = page.evidence[:3]
    joined = replace(page.evidence[3], id=900, parent_id=first.id, made_of=(first.id, second.id, third.id))
    cut = replace(page.evidence[4], id=901, parent_id=900, made_of=())
    content = sample_content(page=replace(page, evidence=(*page.evidence, joined, cut)), exhibits=[ExhibitChoice(cut)])
    assert [row.sha256 for row in content.integrity] == [each.sha256 for each in (first, second, third, cut)]


def test_a_case_without_order_buyer_resolution_or_exhibits_still_has_a_packet() -> None:
    page = replace(case_page(), order=None, buyer=None, resolution=None, clocks=(), steps=(), notes=(), timeline=())
    content = build_content(page, exhibits=[], language="en", now=NOW, summary=None, words=SampleWords())
    assert content.head.number == "P-A2611-0387-01"
    assert content.exhibits == ()
    assert content.policy == ()
    assert content.items == ()
    assert len(content.chronology) == 1


def test_the_real_words_fit() -> None:
    content = sample_content("en", words=words)
    assert "_" not in content.head.asked
    assert content.summary


def test_both_languages_have_the_same_phrases() -> None:
    assert _ZH.keys() == _EN.keys()
    named = {key: set(_fields(text)) for key, text in _ZH.items()}
    assert named == {key: set(_fields(text)) for key, text in _EN.items()}


def _fields(pattern: str) -> list[str]:
    from string import Formatter

    return [name for _, name, _, _ in Formatter().parse(pattern) if name]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_goes_in_as_it_is(text: str) -> None:
    page = case_page()
    assert page.buyer is not None
    content = sample_content(page=replace(page, buyer=replace(page.buyer, nick=text)))
    assert content.parties[1][1] == text + "（收件人已隐去）"


def test_exhibit_numbers_are_joined_into_runs() -> None:
    phrases = Phrases("zh", "Asia/Shanghai")
    assert phrases.exhibits([8, 1, 2, 3, 4, 4]) == "1–4、8"
    assert phrases.exhibits([1, 2]) == "1、2"
    assert phrases.exhibits([]) == ""


def test_of_many_same_pictures_the_rest_is_said() -> None:
    content = sample_content()
    seen = tuple(
        SeenPhoto(content.exhibits[0].asked_id, f"A2611-{number:04d}", NOW - timedelta(days=number), True)
        for number in range(1, 16)
    )
    for language, said in (("zh", "另有 3 处相同或近似的画面，此处未列"), ("en", "not listed here: 3")):
        lines = pattern_of(
            BuyerPast(photos=seen), content.exhibits, Phrases(language, "Asia/Shanghai"), SampleWords()
        )  # fmt: skip
        assert len(lines) == 1 + 12 + 1
        assert said in lines[-1][1]


def test_the_photo_of_the_scale_is_named_also_where_a_copy_of_its_copy_is_shown() -> None:
    page = case_page()
    weights = ParcelWeights(
        (WeightLine("餐盘", 4, 490, 10, missing=1),), waybill=2310, waybill_step=10, scale=2310, scale_accuracy=10,
        packing=320, packing_tolerance=20,
    )  # fmt: skip
    copy = next(piece for piece in page.evidence if piece.parent_id is not None)
    again = replace(copy, id=77, number=77, parent_id=copy.id, exhibit=None)
    page = replace(
        page, evidence=(*page.evidence, again), weighing=Weighing(1, 1, weights, copy.parent_id, NOW, "小满")
    )
    content = sample_content(page=page, exhibits=[ExhibitChoice(again)], include_weights=True)
    assert content.weights is not None
    assert any("证据 1" in row.label for row in content.weights.rows)
