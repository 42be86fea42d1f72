"""What a packet tells of a case's course: readable, of what stands, with the exhibits that show it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from models.kinds import CaseState, MediaKind, NoteKind, ParcelWay, Problem
from models.money import Money
from models.packet_records import PacketPlan
from models.records import CasePage, HistoryEvent, Note, Parcel, Reply
from models.rules.chat_log import read_chat
from models.rules.packet_bubbles import bubbles_of, moments_of
from models.rules.packet_content import Gathered
from models.rules.packet_parts import ChatMoment, ExhibitChoice, PacketContent
from models.rules.packet_pattern import BuyerPast, PastCase, SeenPhoto
from models.rules.packet_policy import PackFacts
from models.rules.text_limits import Counting
from tests.desktop.packets.sample_case import at, case_page, evidence, sample_content

CHAT = """花果山_大圣01 2026-11-18 19:42:00
打开就碎了两只
小满 2026-11-18 19:44:00
非常抱歉，马上核实
[图片]
小满 2026-11-19 09:04:00
今天免费补寄两只，可以吗？
花果山_大圣01 2026-11-20 05:12:00
可以
"""


def event(seq: int, action: str, day: int, **details: object) -> HistoryEvent:
    return HistoryEvent(seq, at(day, 10, seq), "Asia/Shanghai", "小满", action, "case", 1, 1, details)


def facts(**changes: Any) -> str:
    return "\n".join(f"{line.at} {line.fact} {line.exhibits}" for line in sample_content(**changes).chronology)


def told(*events: HistoryEvent, page: CasePage | None = None) -> str:
    return facts(page=page or case_page(), gathered=Gathered(told=events))


def test_disputes_first_replies_and_asking_are_told_and_what_was_undone_is_not() -> None:
    begun = event(1, "dispute_begun", 20, was="open", state="in_dispute", platform="taobao")
    asked = event(2, "evidence_asked", 20, needs={"zh": "外箱六面照", "en": "All sides of the box"})
    assert "淘宝介入处理" in told(begun)
    assert "商家请买家补充凭证：外箱六面照" in told(asked)
    assert "商家首次答复买家" in told(event(1, "case_answered", 20, was="new", state="open"))
    undone = event(3, "undone", 20, code="states_changed")
    assert "介入" not in told(begun, undone)
    assert "淘宝介入处理" in told(begun, undone, event(4, "redone", 20, code="states_changed"))
    assert "外箱六面照" in told(begun, asked, undone)
    answered = event(1, "case_answered", 20, was="new", state="open")
    assert told(answered, event(5, "case_answered", 20)).count("首次答复") == 1
    new = replace(case_page(), case=replace(case_page().case, state=CaseState.NEW))
    assert "首次答复" not in told(answered, page=new)
    assert "内部" not in told(event(1, "state_changed_for", 20, state="in_dispute", reason="内部理由"))


def test_parcels_back_and_again_are_told_as_they_are_noted_now() -> None:
    page = case_page()
    assert page.order is not None
    parcels = (
        Parcel(1, 1, "YQ1", "云雀速递"), Parcel(7, 1, "SF2", "顺丰", ParcelWay.RETURNED),
        Parcel(8, 1, "YQ3", "云雀速递", ParcelWay.RESENT),
    )  # fmt: skip
    page = replace(page, order=replace(page.order, parcels=parcels))
    added = [replace(event(n, "parcel_added", 21), entity="parcel", entity_id=each) for n, each in ((1, 7), (2, 99))]
    text = told(*added, page=page)
    assert text.count("登记退回包裹：顺丰 SF2") == 1
    assert "登记补寄" not in text
    lines = sample_content(page=page).parcels
    assert [(each.tracking, bool(each.shipped), each.way) for each in lines] == [
        ("YQ1", True, ""), ("SF2", False, "returned"), ("YQ3", False, "resent"),
    ]  # fmt: skip


def test_three_hundred_photos_are_a_few_lines_with_all_their_exhibits() -> None:
    pieces = [
        evidence(n, f"照片 {n}", "", MediaKind.PHOTO, captured_at=at(18, 9, 0) + timedelta(seconds=20 * n), exhibit=n)
        for n in range(1, 301)
    ]
    page = replace(case_page(), evidence=tuple(pieces))
    lines = sample_content(page=page, exhibits=[ExhibitChoice(each) for each in pieces]).chronology
    shown = [line for line in lines if "拍摄" in line.fact]
    assert len(shown) == 4
    assert shown[0].exhibits.startswith("1–")
    assert "等 91 件（时间为文件自带）" in shown[0].fact
    assert shown[0].at == "2026-11-18 09:00–09:30"


def test_long_notes_of_one_minute_are_lines_of_their_own_and_whole() -> None:
    text = "买" * 100_000
    notes = tuple(Note(n, 1, NoteKind.PRINTABLE, f"{n}{text}", at(20, 5, 12), "小满") for n in (3, 2, 1))
    lines = [line for line in sample_content(page=replace(case_page(), notes=notes)).chronology if text in line.fact]
    assert [line.fact[0] for line in lines] == ["1", "2", "3"]


def test_replies_are_told_once_shortened_openly_and_with_the_chat_that_shows_them() -> None:
    page = case_page()
    replies = (
        Reply(2, 1, "今天免费补寄两只，\n可以吗？", "zh", "", at(19, 9, 5), "小满"),
        Reply(1, 1, "今天免费补寄两只， 可以吗？", "zh", "", at(19, 9, 3), "小满"),
        Reply(3, 1, "长" * 500, "zh", "", at(19, 10, 0), "小满"),
    )
    log = read_chat(CHAT.replace("今天免费补寄两只，可以吗？", "今天免费补寄两只， 可以吗？"))
    assert log is not None
    choice = ExhibitChoice(page.evidence[7], bubbles=bubbles_of(log, {"小满"}))
    text = facts(page=replace(page, replies=replies), exhibits=[choice])
    assert text.count("商家答复买家：“今天免费补寄两只， 可以吗？”") == 1
    assert "2026-11-19 09:03 商家答复买家：“今天免费补寄两只， 可以吗？” 1" in text
    assert "……（全文 500 字）" in text


def test_a_chat_tells_the_first_and_last_words_of_each_side() -> None:
    log = read_chat(CHAT)
    assert log is not None
    moments = moments_of(log, {"小满"}, time_zone="Asia/Shanghai")
    assert [(each.side, each.text) for each in moments] == [
        ("theirs", "打开就碎了两只"), ("ours", "非常抱歉，马上核实"), ("ours", "今天免费补寄两只，可以吗？"), ("theirs", "可以"),
    ]  # fmt: skip
    choice = ExhibitChoice(case_page().evidence[7], bubbles=bubbles_of(log, {"小满"}), moments=moments)
    assert "聊天记载，买家：“可以” 1" in facts(exhibits=[choice])
    unknown = moments_of(log, (), time_zone="Asia/Shanghai")
    assert {each.side for each in unknown} == {""}
    named = ChatMoment(at(18, 1, 1), "", "某人", "在吗")
    assert "聊天记载，某人：“在吗”" in facts(exhibits=[replace(choice, moments=(named,))])


def test_bubbles_hold_every_message_and_each_day_that_is_told_apart() -> None:
    log = read_chat(
        "2026年11月18日\n买家 19:42\n碎了\n小满 19:43\n抱歉\n2026年11月19日\n小满 09:00\n补寄\n买家 09:01\n好"
    )
    assert log is not None
    found = [(each.side, each.text) for each in bubbles_of(log, {"小满"})]
    assert found == [
        ("notice", "2026-11-18"), ("theirs", "碎了"), ("ours", "抱歉"), ("notice", "2026-11-19"), ("ours", "补寄"),
        ("theirs", "好"),
    ]  # fmt: skip
    dated = read_chat(CHAT)
    assert dated is not None
    assert "notice" not in {each.side for each in bubbles_of(dated, ())}


@pytest.mark.parametrize("most", [60, 120, 200, 500, 1000])
def test_a_summary_keeps_whole_sentences_within_what_the_receiver_takes(most: int) -> None:
    whole = sample_content().summary
    content = sample_content(gathered=Gathered(summary_most=most))
    assert len(content.summary) <= most
    assert content.summary_fits
    assert content.summary.endswith("请驳回买家的“仅退款”申请。")
    for sentence in content.summary.rstrip("。").split("。"):
        assert all(part in whole for part in sentence.split("；"))
    assert "反映破损" in content.summary


def test_a_core_too_long_says_so_and_is_not_cut() -> None:
    content = sample_content(gathered=Gathered(summary_most=20))
    assert not content.summary_fits
    assert content.summary.endswith("申请。")
    bytes_ = sample_content(gathered=Gathered(summary_most=120, counting=Counting.UTF8_BYTES))
    assert bytes_.summary_used == len(bytes_.summary.encode())
    own = sample_content(summary="一二三", gathered=Gathered(summary_most=2))
    assert (own.summary, own.summary_fits) == ("一二三", False)


def test_rules_are_cited_with_the_pack_and_their_day() -> None:
    page = case_page()
    assert page.resolution is not None
    sources = [{"tag": "a26", "title": {"zh": "争议规则", "en": "Dispute rules"}, "locator": "第26条",
                "pack_id": "taobao", "pack_version": "1.0.0"}]  # fmt: skip
    page = replace(
        page, resolution=replace(page.resolution, conclusion={"sources": sources}),
        clocks=(replace(page.clocks[0], source="a27", pack="taobao 1.0.0"),),
    )  # fmt: skip
    pack = PackFacts("淘宝规则", "Taobao rules", "1.0.0", "2025-01-01", {"a26": "2025-08-15"},
                     {"a27": ("争议规则 第27条", "Dispute rules art. 27")})  # fmt: skip
    lines = sample_content(page=page, gathered=Gathered(packs={"taobao": pack})).policy
    assert [(each.source, each.pack, each.dated) for each in lines] == [
        ("争议规则 第26条", "淘宝规则 1.0.0", "2025-08-15 版"), ("争议规则 第27条", "淘宝规则 1.0.0", "规则包自 2025-01-01 起适用"),
    ]  # fmt: skip
    english = sample_content("en", page=page, gathered=Gathered(packs={"taobao": pack})).policy
    assert english[1].source == "Dispute rules art. 27"


def past() -> BuyerPast:
    cases = tuple(PastCase(n, f"A{n}", Problem.DAMAGED, at(n, 1, 0)) for n in (1, 2))
    photos = (SeenPhoto(1, "A1", at(1, 1, 0), True), SeenPhoto(2, "", at(2, 1, 0), True))
    return BuyerPast(cases, 5, 2, (Money(3000), Money(200, "JPY")), photos)


def test_the_buyers_pattern_is_facts_only_and_only_if_chosen() -> None:
    def lines(*, pattern: bool) -> PacketContent:
        return sample_content(gathered=Gathered(plan=PacketPlan(pattern=pattern), past=past()))

    assert lines(pattern=False).pattern == ()
    said = [text for _, text in lines(pattern=True).pattern]
    assert said[0] == "2 张（2026-11-01 至 2026-11-02）：破损×2"
    assert said[2] == "2 笔订单，合计 ¥ 30.00（CNY）、¥ 200（JPY）"
    assert said[3] == "证据 1 的文件也出现在 2026-11-01 的售后单 A1 中"
    assert said[4] == "证据 2 的文件也出现在其他买家的 1 张售后单中"
    english = sample_content("en", gathered=Gathered(plan=PacketPlan(pattern=True), past=BuyerPast()))
    assert english.pattern == (("Cases in the last 12 months", "none but this one"),)


def test_english_reads_as_english() -> None:
    content = sample_content("en")
    assert "the buyer reported: the goods arrived damaged, and asked for a refund without return." in content.summary
    assert "Buyer reported: the goods arrived damaged, and asked for a refund without return" in "\n".join(
        line.fact for line in content.chronology
    )


def test_custody_says_how_each_file_came_and_what_a_copy_was_made_of() -> None:
    rows = sample_content().integrity
    assert rows[0].source == "剪贴板粘贴，小满"
    copies = [row for row in rows if row.exhibit == 4]
    assert [row.made_of for row in copies] == ["", ""]
    page = case_page()
    from models.kinds import Derivation

    redacted = replace(page.evidence[3], derivation=Derivation.REDACTED, origin="证据.zip")
    page = replace(page, evidence=(*page.evidence[:3], redacted, *page.evidence[4:]))
    row = sample_content(page=page, exhibits=[ExhibitChoice(redacted)]).integrity[-1]
    assert row.made_of == "由“微信图片_20261118195320_00020.jpg”制作（redacted）"
    assert row.source == "由原件制作（证据.zip），小满"
