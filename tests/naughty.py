"""2,000 texts that break programs: those of the list beside the project, where it is, and as many made from a seed."""

from __future__ import annotations

import json
import random
from functools import cache
from pathlib import Path

WANTED = 2_000
_SEED = 404
LISTED = Path(__file__).resolve().parents[2] / "shared" / "samples" / "naughty" / "blns" / "blns.json"

OWN = (
    "<b>粗体</b> & <i>斜体</i>", "<img src='file:///etc/hostname'>", "<img src=x onerror=alert(1)>",
    "<a href='http://192.0.2.1/'>点我</a>", "&lt;b&gt; %1 %2 %n {problem} {0} \\n", '=HYPERLINK("http://192.0.2.1")',
    "'; DROP TABLE \"case\"; --", "سعر\u202e‮gpj.exe\u202c", "👩‍👩‍👧‍👦 𠮷野家 ﷽", "../../../../etc/passwd",
    "", " ", "\u3000", "\0", "a\0b", "\ud800", "碎\udfff", "\ufeff", "\u200b", "\u2028", "\u2029", "\x85", "\n", "\r\n",
    "\r", "\t", "两\n行", "两\r\n行", "两\u2028行", " 前后有空格 ", "\u3000全角空格\u3000", "e\u0301", "é", "ﬁ", "Å", "İ", "ß",
    "\U000e0001", "\ufffe", "\uffff", "\U0010ffff", "\ue000", "\U000f0000", "NULL", "None", "undefined", "nan", "inf",
    "CON", "NUL.txt", "aux", "C:\\", "\\\\server\\share", "/dev/null", "~", "$HOME", "`id`", "$(id)", "%s%s%n", "%00",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "|cmd", "＝1+1", "&Datei && &", "%1", "%n", "%L1", "{0}", "{}", "{{", "\\",
    "'", '"', "''", '"*"', "a OR b", "NEAR(a b)", "a* NOT b", "col:x", "(", ")", "^a", "-a", "*", "?", "0", "1e999", "-0",
    "٠١٢٣", "１２３", "½", "13800000387", "2611120003870", "YQ000044719026", "a@b.cn", "CN", "碎" * 10_000, "x" * 10_000,
    "e" + "\u0301" * 2_000, "\u202e" * 500, "👩‍👩‍👧‍👦" * 1_000, "<b>" * 3_000, " " * 5_000 + "x", "\n" * 3_000 + "x",
)  # fmt: skip

# Why a field refuses one of them; each has words in both languages.
REFUSALS = (
    "text_has_nul", "text_not_unicode", "text_empty", "text_too_long", "text_has_break", "tag_empty", "tag_too_long",
    "tag_has_controls", "tracking_empty", "tracking_length", "tracking_letters", "buyer_phone_invalid",
    "buyer_email_invalid", "buyer_wechat_invalid", "buyer_nick_taken", "person_known", "rule_note_missing",
    "currency_unknown", "country_unknown", "zone_unknown", "colour_unknown", "tag_taken", "view_name_taken",
    "move_needs", "step_blocked", "promise_empty", "call_snooze_needs_reason",
)  # fmt: skip

_PIECES: tuple[tuple[int, int], ...] = (
    (0x20, 0x7E), (0x01, 0x1F), (0x7F, 0x9F), (0xA0, 0x24F), (0x300, 0x36F), (0x590, 0x6FF), (0x900, 0x97F),
    (0xE00, 0xE7F), (0x1100, 0x11FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2100, 0x214F), (0x2E80, 0x2FDF),
    (0x3000, 0x30FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xD800, 0xDFFF), (0xE000, 0xF8FF),
    (0xF900, 0xFAFF), (0xFB50, 0xFDFF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F), (0xFF00, 0xFFEF), (0xFFF0, 0xFFFF),
    (0x1D400, 0x1D7FF), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF), (0x20000, 0x2A6DF), (0x2A700, 0x2EBE0),
    (0x30000, 0x323AF), (0xE0100, 0xE01EF), (0xF0000, 0xF00FF), (0x10FFF0, 0x10FFFF),
)  # fmt: skip
_SIGNS = (
    "\0", "\t", "\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\ufeff", "\u200d", "\u200e", "\u200f", "\u202a",
    "\u202e", "\u2066", "\u2069", "'", '"', "`", ";--", "<b>", "</p>", "<!--", "&amp;", "&", "%1", "%n", "{0}", "\\", "%",
    "=", "+", "@", "../", "/*", "*", "?", "(", "NEAR", "|", "👩‍👩‍👧‍👦", "🏳️‍🌈", "﷽", "¯\\_(ツ)_/¯", "\ud83d", "ﬄ",
)  # fmt: skip
_WORDS = (
    "雾釉餐盘",
    "退款",
    "孙先生",
    "13800000387",
    "plate",
    "שלום",
    "مرحبا",
    "안녕",
    "こんにちは",
    "𠮷野家",
    "Straße",
    "¥168",
)


def _made(chance: random.Random) -> str:
    """One text: some parts of one block of Unicode, of signs that mean something to some program, of plain words."""
    parts: list[str] = []
    for _ in range(chance.randint(1, 5)):
        kind = chance.random()
        if kind < 0.5:
            low, high = chance.choice(_PIECES)
            parts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.randint(1, 12))))
        elif kind < 0.8:
            parts.append(chance.choice(_SIGNS))
        else:
            parts.append(chance.choice(_WORDS))
    # As a window gives them: two halves that follow each other are one character.
    text = "".join(parts).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    return text * chance.randint(20, 200) if chance.random() < 0.01 else text


@cache
def listed_texts() -> tuple[str, ...]:
    """The list of others; empty where it is not beside the project."""
    return tuple(json.loads(LISTED.read_text(encoding="utf-8"))) if LISTED.is_file() else ()


@cache
def naughty_texts() -> tuple[str, ...]:
    """All of them, different from each other, in an order that is always the same and mixes all kinds."""
    found = dict.fromkeys((*OWN, *listed_texts()))
    chance = random.Random(_SEED)
    while len(found) < WANTED:
        found[_made(chance)] = None
    texts = list(found)
    chance.shuffle(texts)
    return tuple(texts)


def some_texts(count: int, start: int = 0) -> tuple[str, ...]:
    """So many of them, spread over all; another `start` gives others."""
    texts = naughty_texts()
    step = max(1, len(texts) // count)
    return tuple(texts[(start + place * step) % len(texts)] for place in range(count))


def showable_texts() -> tuple[str, ...]:
    """Those a text field can be given and the store keeps: neither NUL nor half a character."""
    return tuple(
        text for text in naughty_texts() if text.strip() and "\0" not in text and text.isascii() | _whole(text)
    )


def _whole(text: str) -> bool:
    return not any("\ud800" <= each <= "\udfff" for each in text)
