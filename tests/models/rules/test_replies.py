"""Replies: every template in every tone and language, what must not be said, and which reply fits a case."""

from __future__ import annotations

import copy
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from models.kinds import Liability, Remedy
from models.rules.replies import BLANK, CaseSigns, basis_of, fill, fitting, for_remedy, side_of
from models.rules.reply_book import LANGUAGES, TONES, ReplyBook, compose, load_book, slots_of
from models.rules.reply_lint import LIMIT, RepliesError, Severity, is_refused, lint, load_patterns

FOLDER = Path(__file__).parents[3] / "resources" / "replies"
HANDBOOK_ROADS = {  # what the handbooks and product.md want a reply for
    "first_reply", "soothe", "ask_evidence", "ask_evidence_all", "evidence_still_missing", "verifying_warehouse",
    "verifying_carrier", "refund", "partial_refund", "return_refund_ours", "return_refund_choice", "exchange_ours",
    "exchange_choice", "exchange_first", "reship", "reship_missing", "repair_paid", "compensation", "refuse",
    "late_dispatch", "delivery_late", "lost", "misdelivered", "undeliverable", "address_before", "address_after",
    "out_of_stock", "stock_exists", "fake_shipment_proof", "refused_ours", "refused_choice", "parcel_returned",
    "return_not_received", "return_tracking_missing", "inspected_no_fault", "quality_after_period", "invoice",
    "invoice_coming", "cod", "price_guard", "extortion", "bad_review_public", "resolved_thanks", "satisfaction",
    "follow_up", "call_consent",
}  # fmt: skip


def parsed() -> dict[str, Any]:
    """The shipped files."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}


@pytest.fixture(scope="module")
def book() -> ReplyBook:
    """The shipped book."""
    return load_book(parsed())


def every(book: ReplyBook) -> list[tuple[str, str, str, str]]:
    """All templates: situation, tone, language, text."""
    return [
        (situation.id, tone, language, compose(book, situation, tone, language))
        for situation in book.situations.values()
        for tone in TONES
        for language in LANGUAGES
    ]


def test_there_is_a_reply_for_every_road(book: ReplyBook) -> None:
    assert set(book.situations) >= HANDBOOK_ROADS
    assert list(book.groups)[:3] == ["first_contact", "ask_evidence", "remedies"]
    remedies = {remedy for each in book.situations.values() for remedy in each.when.get("remedies", ())}
    assert remedies == {each.value for each in Remedy} - {"none"}
    assert all(situation.rules for situation in book.situations.values())


def test_every_template_may_be_sent_in_every_tone(book: ReplyBook) -> None:
    seen: dict[tuple[str, str], set[str]] = {}
    for name, tone, language, template in every(book):
        # As filled with nothing, and as filled with what is harmless.
        for values in ({}, dict.fromkeys(slots_of(template), "7")):
            text = fill(template, values).text
            assert lint(book.patterns, text) == (), (name, tone, text)
            assert len(text) <= 900
            assert "None" not in text
            assert "{" not in text
        if language == "zh":
            assert not any(letter.isascii() and letter.isalpha() for letter in fill(template, {}).text), name
        else:
            assert all(ord(letter) < 0x3000 for letter in fill(template, {}).text.replace(BLANK, "")), name
        assert "  " not in template
        assert "。。" not in template
        assert ".." not in template
        seen.setdefault((name, language), set()).add(template)
    # The tone is heard: four texts, except where a greeting is the same for two of them.
    assert all(len(texts) >= 3 for (name, _), texts in seen.items()), seen


def test_remedies_say_basis_process_and_result(book: ReplyBook) -> None:
    for name in ("refund", "partial_refund", "return_refund_ours", "exchange_ours", "repair_paid", "price_guard"):
        slots = slots_of(compose(book, book.situations[name], "neutral", "zh"))
        assert slots[0] == "basis"
        assert "deadline" in slots or "return_address" in slots
    partial = compose(book, book.situations["partial_refund"], "neutral", "en")
    assert partial.index("{keep}") > partial.index("{amount}")
    back = compose(book, book.situations["return_refund_ours"], "mild", "zh")
    assert all(word in back for word in ("{return_address}", "保价", "运单号", "{order}", "垫紧"))
    assert "不要放现金" in compose(book, book.situations["exchange_choice"], "upset", "zh")
    assert "不要放现金" not in compose(book, book.situations["exchange_ours"], "upset", "zh")


def test_patterns_catch_what_they_should_and_nothing_else(book: ReplyBook) -> None:
    for pattern in book.patterns:
        assert len(pattern.caught) >= 2
        assert pattern.innocent
        for text in pattern.caught:
            found = lint(book.patterns, text)
            assert pattern.id in {each.code for each in found}, text
            mine = next(each for each in found if each.code == pattern.id)
            assert text[mine.start : mine.end] == mine.words != ""
            assert mine.rules == pattern.rules
            assert is_refused(found) or pattern.severity is Severity.WARNED
        for text in pattern.innocent:
            assert lint(book.patterns, text) == (), text


REFUSED = {
    "review_reward": (
        "五星好评截图返2元",
        "5 星 评 价 送 小 礼 品",
        "评价截图发我领红包",
        "满意的话请5星，返您3块钱",
        "您把差评删了，我们补您30",
        "ＨＰ返现",
        "好​评返现",
        "You'll get $5 back for a 5-star rating",
    ),
    "reason_pressed": ("退款原因麻烦选一下‘不喜欢’", "改成七天无理由我们才能退", "Change your refund reason, please"),
    "off_platform": ("加我 V 信 1234", "微信转您", "您先撤销投诉，我们再退给您", "pay you via PayPal friends"),
    "cash_in_parcel": ("差价塞在快递箱里", "Put 10 in cash in the parcel"),
    "interjection": ("呃……这个", "啊，是吗", "嗯，好的", "噢"),
    "flat_refusal": ("一律不退", "这个不能退", "we don't accept returns."),
    "bare_unknown": ("这个谁知道，我不知道", "We don’t know."),
}
FINE = (
    "退款原因是什么？", "不知道您是否方便", "七天无理由退换", "微信支付的款项会原路退回", "阿姨，金额对吗", "钱包装在盒子里",
    "如果不能退货，我们会说明原因并给您别的办法", "保温杯装在箱子里", "您收到五星级酒店同款", "这款不退色", "换个颜色",
    "填写退款原因和金额", "补偿 20 元已发放", "绝对值", "她妈妈的礼物", "请告诉我们哪一天送到的", "她的包裹", "",
    "I will tell you what we know", "A five-star hotel", "Ohio", "the reason for your return", "The box was damaged",
)  # fmt: skip


@pytest.mark.parametrize("code", REFUSED)
def test_other_wordings_are_caught_too(book: ReplyBook, code: str) -> None:
    for text in REFUSED[code]:
        found = lint(book.patterns, text)
        assert code in {each.code for each in found}, text
        assert is_refused(found)


def test_innocent_sentences_pass(book: ReplyBook) -> None:
    assert {text: found for text in FINE if (found := lint(book.patterns, text))} == {}


def test_names_are_not_held_against_a_reply(book: ReplyBook) -> None:
    nick, item = "小哦哦", "喔喔奶酪 好评返现装"
    text = f"{nick}，您好，您要的{item}已寄出。"
    assert is_refused(lint(book.patterns, text))
    assert lint(book.patterns, text, names=(nick, item)) == ()
    # What we say ourselves is still found, and a name of one character spares nothing.
    assert is_refused(lint(book.patterns, f"哦，{text}", names=(nick, item)))
    assert is_refused(lint(book.patterns, "哦", names=("哦",)))


def test_places_are_those_of_the_text_as_typed(book: ReplyBook) -> None:
    text = "🎁🎁您好，好 评\u200b 返 现 2 元"
    found = next(each for each in lint(book.patterns, text) if each.code == "review_reward")
    assert text[found.start : found.end].startswith("好 评")
    assert found.words == text[found.start : found.end]
    assert lint(book.patterns, "好评返现" + "。" * LIMIT)
    assert lint(book.patterns, "。" * LIMIT + "好评返现") == ()


def test_filling_reads_no_value(book: ReplyBook) -> None:
    values = {"buyer": "{order}<b>%1</b>\n\\1", "order": "None{buyer}", "item": "   "}
    filled = fill("{buyer}，{order}，{item}，{deadline}，{deadline}", values)
    assert filled.text == f"{{order}}<b>%1</b> \\1，None{{buyer}}，{BLANK}，{BLANK}，{BLANK}"
    assert filled.blanks == ("item", "deadline")
    assert len(fill("{item}", {"item": "长" * 5000}).text) == 300
    # What turns round what follows, cuts a text off or breaks a clipboard does not come in with a name.
    turned = fill("{buyer}，退款 {amount}", {"buyer": "a\u202eb\x00c\u2066\ud800", "amount": "¥1.00"})
    assert turned.text == "abc，退款 ¥1.00"
    assert fill("{buyer}", {"buyer": "\u200f\u202e"}).blanks == ("buyer",)
    assert fill("{buyer}", {"buyer": "👩\u200d💻"}).text == "👩\u200d💻"


def test_what_fits_comes_first(book: ReplyBook) -> None:
    def first(**signs: Any) -> list[str]:
        return [situation.id for situation in fitting(book, CaseSigns(**signs))][:3]

    assert first(state="new", problem="lost", flags=frozenset({"unanswered", "overdue"}))[0] == "first_reply"
    assert first(state="open", flags=frozenset({"overdue", "undecided"}))[0] == "answer_overdue"
    assert "ask_evidence" in first(state="open", problem="damaged", flags=frozenset({"evidence_missing"}))
    assert first(problem="address_change", order="unshipped")[0] == "address_before"
    assert first(problem="address_change", order="shipped")[0] == "address_after"
    # An order that says nothing of how far it is rules out neither.
    assert set(first(problem="address_change")) == {"address_before", "address_after"}
    assert "partial_refund" in first(remedy="partial_refund", platform="taobao", liable="ours")
    assert "partial_refund_plain" in first(remedy="partial_refund", platform="ebay", liable="ours")
    assert first(problem="review", state="open", facts={"extorted": True})[0] == "extortion"
    assert "extortion" not in first(problem="review", state="open")
    assert first() == []


@pytest.mark.parametrize(
    ("offer", "remedy", "signs", "expected"),
    [
        ("refund_full", Remedy.REFUND, {"liable": "ours"}, "refund"),
        ("refund_full", Remedy.REFUND, {}, "refund_agreed"),
        ("reship", Remedy.RESHIP, {"liable": "ours"}, "reship"),
        ("reship", Remedy.RESHIP, {"liable": "buyer"}, "reship_choice"),
        ("return_and_reship", Remedy.RESHIP, {"problem": "address_change"}, "recall_and_reship"),
        ("partial_refund_keep", Remedy.PARTIAL_REFUND, {"platform": "tmall"}, "partial_refund"),
        ("partial_refund_keep", Remedy.PARTIAL_REFUND, {"platform": "jd"}, "partial_refund_plain"),
        ("return_refund", Remedy.RETURN_AND_REFUND, {"liable": "ours"}, "return_refund_ours"),
        ("return_refund", Remedy.RETURN_AND_REFUND, {"liable": "buyer"}, "return_refund_choice"),
        ("exchange", Remedy.EXCHANGE, {"liable": "ours"}, "exchange_ours"),
        ("exchange", Remedy.EXCHANGE, {"liable": "unclear"}, "exchange_choice"),
        ("reship_missing", Remedy.RESHIP, {"problem": "damaged"}, "reship_damaged"),
        ("reship_missing", Remedy.RESHIP, {"problem": "missing_item"}, "reship_missing"),
        ("reship_ems", Remedy.RESHIP, {}, "reship_other_carrier"),
        ("answer_with_proof", Remedy.REFUSE, {"problem": "lost"}, "delivered_proof"),
        ("answer_with_proof", Remedy.REFUSE, {"problem": "quality"}, "answer_with_records"),
        ("refuse_demand", Remedy.REFUSE, {"problem": "review"}, "extortion"),
        ("refuse", Remedy.REFUSE, {"problem": "review"}, "refuse"),
        ("let_keep", Remedy.COMPENSATION, {"problem": "over_shipped"}, "over_shipped_keep"),
        ("pay_compensation", Remedy.COMPENSATION, {"problem": "late"}, "compensation_late"),
        ("unheard_of", Remedy.REPAIR, {}, "repair_paid"),
        ("other", Remedy.NONE, {}, None),
    ],
)
def test_a_remedy_has_its_reply(
    book: ReplyBook, offer: str, remedy: Remedy, signs: dict[str, Any], expected: str | None
) -> None:
    found = for_remedy(book, offer, remedy, CaseSigns(remedy=remedy.value, **signs))
    assert (found.id if found else None) == expected


def test_every_remedy_of_the_packs_has_a_reply(book: ReplyBook) -> None:
    files = (path for path in (FOLDER.parent / "packs").glob("*.json") if path.stem != "pack.schema")
    packs = [json.loads(path.read_text(encoding="utf-8")) for path in files]
    kinds = {name: raw["kind"] for pack in packs for name, raw in (pack.get("remedies") or {}).items()}
    assert len(kinds) > 20
    for name, kind in kinds.items():
        for side in ("ours", "buyer", "unclear"):
            for platform in ("taobao", "ebay"):
                signs = CaseSigns(remedy=kind, liable=side, platform=platform)
                assert kind == "none" or for_remedy(book, name, Remedy(kind), signs) is not None, (name, side)


def test_the_basis_is_said_only_when_it_is_known(book: ReplyBook) -> None:
    assert basis_of(book, CaseSigns(problem="damaged", liable="unclear")) is None
    ours = basis_of(book, CaseSigns(problem="damaged", liable="ours"))
    theirs = basis_of(book, CaseSigns(problem="size", liable="buyer"))
    agreed = basis_of(book, CaseSigns(problem="size", liable="buyer", remedy="partial_refund"))
    assert agreed not in (None, theirs)
    assert ours != theirs
    assert None not in (ours, theirs)
    assert [side_of(each) for each in (Liability.CARRIER, Liability.BUYER, Liability.UNCLEAR)] == [
        "ours", "buyer", "unclear",
    ]  # fmt: skip


def broken(*path: str | int, value: object) -> dict[str, Any]:
    """The shipped files with one value put in the place of another."""
    files = copy.deepcopy(parsed())
    at: Any = files
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return files


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"tones": {}, "forbidden": {"patterns": []}},
        broken("tones", "openings", "hello", "mild", value={"zh": "您好"}),
        broken("tones", "closings", "open", value={"mild": {"zh": "好", "en": "Good"}}),
        broken("remedies", "situations", 0, "body", "zh", value="{nobody_knows}"),
        broken("remedies", "situations", 0, "body", "zh", value="{a b}"),
        broken("remedies", "situations", 0, "id", value="first_reply"),
        broken("remedies", "situations", 0, "id", value="../x"),
        broken("remedies", "situations", 0, "opening", value="shout"),
        broken("remedies", "situations", 0, "when", value={"moon": ["full"]}),
        broken("remedies", "situations", 0, "when", value={"problems": ["rain"]}),
        broken("remedies", "situations", value="none"),
        broken("remedies", "place", value="first"),
        broken("forbidden", "patterns", 0, "match", value=["("]),
        broken("forbidden", "patterns", 0, "severity", value="deadly"),
        broken("forbidden", value=[]),
    ],
)
def test_files_that_cannot_be_used_are_refused(files: dict[str, Any]) -> None:
    with pytest.raises(RepliesError) as caught:
        load_book(files)
    assert caught.value.code == "replies_unusable"
    assert caught.value.values["where"]


def test_patterns_stand_once_and_findings_do_not_overlap(book: ReplyBook) -> None:
    twice = {"patterns": [*parsed()["forbidden"]["patterns"], parsed()["forbidden"]["patterns"][0]]}
    with pytest.raises(RepliesError):
        load_patterns(twice)
    found = [
        each for each in lint(book.patterns, "好评返现，好评返现5元，晒图送券。" * 20) if each.code == "review_reward"
    ]
    assert all(before.end <= after.start for before, after in pairwise(found))
