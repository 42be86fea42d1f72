"""Texts about a review: the public answer from the reply book, and the facts of one reported to the platform."""

from __future__ import annotations

from desktop.services.replies import reply_book
from desktop.words import word
from models.clock import zone
from models.kinds import Problem, Temperament
from models.records import Shop
from models.review_records import Review
from models.rules.replies import fill
from models.rules.reply_book import compose

_SITUATION = "bad_review_public"
_LEAST_SHARE = 4


def language_of_review(text: str, otherwise: str) -> str:
    """The language to answer in: `zh` where a good part of the letters are Chinese, `en` for other letters.

    `otherwise` where there are no letters at all. Kana and Hangul are no Chinese.
    """
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return otherwise
    han = sum("\u3400" <= letter <= "\u9fff" for letter in letters)
    foreign = any("\u3040" <= letter <= "\u30ff" or "\uac00" <= letter <= "\ud7a3" for letter in letters)
    # A sign says as much as several letters: one name of goods in Latin does not make a Chinese review English.
    return "zh" if han * _LEAST_SHARE >= len(letters) - han and han and not foreign else "en"


def public_reply(review: Review, language: str) -> str:
    """The template of a public answer, its topic the problems named; blanks where nobody knows. No order, no name."""
    book = reply_book()
    tone = Temperament.UPSET if review.verdict.value == "bad" else Temperament.NEUTRAL
    if review.extortion:
        tone = Temperament.TROUBLEMAKER
    comma = "、" if language == "zh" else ", "
    topic = comma.join(word(problem, language) for problem in review.problems if problem is not Problem.OTHER)
    topic = topic if language == "zh" else topic.lower()
    return fill(compose(book, book.situations[_SITUATION], tone.value, language), {"topic": topic}).text


def report_text(review: Review, shop: Shop, language: str, evidence: int = 0) -> str:
    """What is told to the platform of a review that asks for money: facts only, line by line, nothing judged.

    `evidence`: how many pieces lie in its case, to be handed in with it.
    """
    zh = language == "zh"
    when = review.written_at.astimezone(zone(shop.time_zone)).strftime("%Y-%m-%d %H:%M")
    said = (
        ("店铺" if zh else "Shop", shop.name),
        ("订单号" if zh else "Order", review.order_number),
        ("买家昵称" if zh else "Buyer", review.buyer_nick),
        ("商品" if zh else "Item", review.item_title),
        ("评价时间" if zh else "Written", f"{when} ({shop.time_zone})"),
        ("评价" if zh else "Review", _stars(review, language)),
        ("评价原文" if zh else "Text of the review", review.text),
        ("商家公开回复" if zh else "Public reply of the shop", review.reply),
        ("经过" if zh else "What happened", review.note),
        ("随附凭证" if zh else "Evidence attached", str(evidence) if evidence else ""),
    )
    title = "举报：以评价要挟，索要额外利益" if zh else "Report: review used to demand money or goods"
    colon = "：" if zh else ": "
    return "\n".join([title, *(f"{name}{colon}{text}" for name, text in said if text.strip())])


def _stars(review: Review, language: str) -> str:
    verdict = word(review.verdict, language)
    if review.rating is None:
        return verdict
    return f"{verdict}（{review.rating} 星）" if language == "zh" else f"{verdict} ({review.rating} of 5 stars)"
