"""What may stand in a buyer's contact data: each field with its words and the form it must have."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from desktop.services.texts import checked_text
from models.errors import UserError


@dataclass(frozen=True, slots=True)
class ContactField:
    """A column of a buyer that is written by hand: its words, and at most how many characters it takes."""

    label: Mapping[str, str]
    limit: int


FIELDS: Mapping[str, ContactField] = {
    "name": ContactField({"zh": "姓名", "en": "name"}, 200),
    "phone": ContactField({"zh": "电话", "en": "phone"}, 40),
    "wechat": ContactField({"zh": "微信", "en": "WeChat"}, 64),
    "email": ContactField({"zh": "邮箱", "en": "e-mail"}, 254),
    "address": ContactField({"zh": "地址", "en": "address"}, 1_000),
    "country": ContactField({"zh": "国家或地区", "en": "country"}, 60),
    "note": ContactField({"zh": "长期备注", "en": "standing note"}, 4_000),
}
_NICK_LIMIT = 200
# Digits as people group them, `+86` before them, an extension after them; platforms hide some digits behind asterisks.
_PHONE = re.compile(r"\+?[0-9*(][0-9* ().\-]*(?:\s*(?:转|ext\.?|x|,)\s*[0-9]{1,8})?", re.IGNORECASE)
_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]+")
# ITU-T E.164: a number with its country code has at most 15 digits; the shortest in use have 7 with it.
_DIGITS, _DIGITS_ABROAD = (3, 20), (7, 15)


def checked_nick(nick: str) -> str:
    """A platform ID as it is kept; UserError `text_empty`, `text_too_long` and the like."""
    return one_line(checked_text(nick.strip(), limit=_NICK_LIMIT, required=True))


def checked_field(name: str, text: str) -> str:
    """A field of FIELDS as it is kept. Name, address and notes stay as typed, the others lose blanks around them.

    UserError `buyer_phone_invalid`, `buyer_email_invalid`, `buyer_wechat_invalid`, or that of the text.
    """
    text = checked_text(text, limit=FIELDS[name].limit)
    if name == "note":
        return text
    one_line(text)
    if name in ("name", "address"):
        return text
    text = text.strip()
    if not text:
        return ""
    if name == "phone":
        return _checked_phone(text)
    if name == "email" and not _EMAIL.fullmatch(text):
        raise UserError("buyer_email_invalid")
    if name == "wechat" and any(character.isspace() for character in text):
        raise UserError("buyer_wechat_invalid")
    return text.upper() if name == "country" and len(text) == 2 else text


def _checked_phone(text: str) -> str:
    number = unicodedata.normalize("NFKC", text).replace("–", "-")
    if not _PHONE.fullmatch(number):
        raise UserError("buyer_phone_invalid")
    main = re.split(r"转|ext|x|,", number.lower())[0]
    digits = sum(each.isdigit() or each == "*" for each in main)
    least, most = _DIGITS_ABROAD if number.startswith("+") else _DIGITS
    if not least <= digits <= most or number.startswith("+0"):
        raise UserError("buyer_phone_invalid")
    return number


def one_line(text: str) -> str:
    """UserError `text_has_break` for a text of several lines where one is kept."""
    if "\n" in text or "\r" in text:
        raise UserError("text_has_break")
    return text
