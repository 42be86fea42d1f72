"""How personal data looks in free text: phones, addresses, e-mail, identity and card numbers, names after a label.

Each sign is a pattern that runs in linear time and, where there is one, the check that its kind has: the check digit of
GB 11643 for Chinese identity numbers, the Luhn sum (ISO/IEC 7812) and the known first digits for cards. Numbers of
orders and parcels, amounts, dates and item codes look like these; what they are called just before them tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class LeavingKind(StrEnum):
    """What was found. `pictures` are those nobody but a person can look into; `originals` the files an archive takes
    along as they came in, `covered` those among them of which the packet itself shows a redacted copy."""

    NAME = "name"
    PHONE = "phone"
    ADDRESS = "address"
    EMAIL = "email"
    ID = "id"
    CARD = "card"
    ACCOUNT = "account"
    PICTURES = "pictures"
    ORIGINALS = "originals"
    COVERED = "covered"


@dataclass(frozen=True, slots=True)
class Sign:
    """A place in a text: from, to, what it is."""

    start: int
    end: int
    kind: LeavingKind


_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20, 0xA0: 0x20, 0x2010: 0x2D, 0x2011: 0x2D, 0x2012: 0x2D, 0x2013: 0x2D, 0x2014: 0x2D, 0x2212: 0x2D,
    0x200B: 0x20, 0x200C: 0x20, 0x200D: 0x20, 0x200E: 0x20, 0x200F: 0x20, 0x2060: 0x20, 0xFEFF: 0x20,
}  # fmt: skip
_SPELT: Final = {ord(sign): str(digit) for signs in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖")
                 for digit, sign in enumerate(signs)} | {ord("幺"): "1", ord("两"): "2", ord("O"): "0"}  # fmt: skip
_EDGE = r"(?<![0-9A-Za-z])(?<![0-9][-.])"
_END = r"(?![0-9A-Za-z])(?![-.][0-9])"
_ID = re.compile(
    rf"{_EDGE}[1-9]\d{{5}}[ -]?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ -]?\d{{3}}[\dXx]{_END}"
)
_CARD = re.compile(rf"{_EDGE}(?<!\d )\d(?:[ -]?\d){{12,18}}{_END}(?! \d)")
_MOBILE = re.compile(
    rf"{_EDGE}(?:(?:\+|00)?86[ -]?)?1[3-9]\d(?:[ .-]?\d{{4}}[ .-]?\d{{4}}|[ .-]\d{{3}}[ .-]\d{{5}}|[ .-]\d{{8}})"
    r"(?:[-转#]\d{2,4})?(?![0-9A-Za-z])"
)
_LINE = re.compile(rf"{_EDGE}(?:\(0\d{{2,3}}\) ?|0\d{{2,3}}[ -])[2-9]\d{{6,7}}{_END}")
_ABROAD = re.compile(r"(?<![\w+])\+[1-9]\d{0,2}(?:[ .()-]{0,2}\d){7,12}(?![0-9A-Za-z])")
_AMERICA = re.compile(r"(?<![\w.-])(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[. -]\d{4}(?![\w-])(?!\.\d)")
_BRITAIN = re.compile(r"(?<![\w.-])(?:07\d{3}[ -]\d{3}[ -]?\d{3}|(?<!\d )0[12]\d{1,3} \d{3,4} \d{3,4})(?![\w-])(?! \d)")
_CALLED = re.compile(
    r"(?:电话|手机|联系方式|致电|拨打|\b(?:tel|telephone|phone|mobile|cell|whatsapp|call me (?:at|on))\b)"
    r"[^\d\n+]{0,8}(?!(?:19|20)\d\d[-./])(\+?\d(?:[ .-]?\d){6,12})(?![\dA-Za-z])",
    re.IGNORECASE,
)
_SPELT_PHONE = re.compile(r"[一幺壹][三四五六七八九叁肆伍陆柒捌玖][零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖幺两]{9}"
                          r"(?![零一二三四五六七八九〇幺])")  # fmt: skip
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12}(?![A-Za-z0-9-])"
)
_HAN = r"[\u3400-\u9fff]"
_NUMBER = r"(?:\d{1,5}|[一二三四五六七八九十百]{1,5})"
_PLACE = re.compile(
    r"(?:(?:(?<![知报味频通])道|大道|路|大街|(?<![上逛])街|胡同|巷|(?<![么样])弄|村|新村|小区|花园|公寓|宿舍|大厦|广场|苑|家园|公馆)"
    rf" ?{_NUMBER} ?(?:号楼|号院|号|弄|栋|幢|座|单元|组)(?![发寄到前后晚早上下才就左收签日线])"
    rf"|(?:小区|花园|公寓|宿舍|大厦|广场|苑|家园|公馆) ?[A-Za-z\d]{{1,3}} ?(?:座|栋|幢|号楼) ?[\d-]{{2,6}} ?(?:室|房)?)"
    rf"(?:[ ,]?{_HAN}{{0,10}} ?[\dA-Za-z-]{{1,6}} ?(?:号楼|号|弄|栋|幢|座|单元|楼|层|室|房)){{0,4}}"
    r"(?:(?<=[栋幢座楼]) ?\d{3,5})?"
)
_BEFORE_PLACE = re.compile(rf"(?:{_HAN}|(?<={_HAN})[ ,]){{1,40}}$")
_LEADING = re.compile(
    r".*(?:寄到|寄往|寄给|送到|送往|住在|地址是|地址为|地址|发到|发往|位于|家在|就在|收货|[在到是住寄])"
)
_STREET = re.compile(
    r"(?<![\w.])\d{1,6}[A-Za-z]?(?:-\d{1,5})?,? (?:[NSEW]\.? )?(?:[A-Z][A-Za-z'’.-]{1,24} ){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Terrace|Square|Sq|Highway"
    r"|Hwy|Parkway|Pkwy|Crescent|Close)\b\.?(?:,? (?:Apt|Apartment|Unit|Suite|Ste|Flat|#)\.? ?[\w-]{1,6})?"
)
_BOX = re.compile(r"\bP\.? ?O\.? ?Box \d{1,6}\b", re.IGNORECASE)
_TO = re.compile(
    r"(?:收件人|收货人|收件姓名|收货姓名|联系人|真实姓名|姓名)[:：\s]{1,3}((?!先生|女士|已|未|见|为|是|和|的)[\u3400-\u9fff·]{2,5}"
    r"|[A-Z][a-z]{1,20} [A-Z][a-z]{1,20})(?![\u3400-\u9fff*＊·])"
    r"|\b(?:Recipient|Consignee|Ship to|Deliver to|Signed by): ?([A-Z][a-z]{1,20} [A-Z][a-z]{1,20})\b"
)
_ACCOUNT = re.compile(
    r"(?:微信号?|微信|加[vV]|[vV]信|[vV]x|WeChat|QQ号?|支付宝账号|支付宝)[:：\s]{0,3}(?:是|号)?[:：\s]{0,2}"
    r"([A-Za-z][A-Za-z0-9_-]{5,19}|[1-9]\d{5,10})(?![\w-])"
)
_OTHER_NUMBER = re.compile(
    r"(?:单号|订单|运单|面单|底单|条码|货号|编码|编号|流水|交易|sku|order|tracking|parcel|waybill|item|transaction|invoice"
    r"|\bref(?:erence)?|batch|serial|asin|ean|upc|isbn)(?:(?!电话|手机|联系|tel|phone)[^\n\d]){0,10}$",
    re.IGNORECASE,
)
_LOOK_BACK = 28


def signs_in(text: str) -> Iterator[Sign]:
    """Everything in a text that looks like personal data, the surest kinds first; places may overlap."""
    flat = text.translate(_WIDE)
    yield from _numbers(flat, _ID, LeavingKind.ID, _is_identity)
    yield from _numbers(flat, _CARD, LeavingKind.CARD, is_card)
    for pattern in (_MOBILE, _LINE, _ABROAD, _AMERICA, _BRITAIN):
        yield from _numbers(flat, pattern, LeavingKind.PHONE, lambda _: True)
    for found in _CALLED.finditer(flat):
        yield Sign(*found.span(1), LeavingKind.PHONE)
    for found in _SPELT_PHONE.finditer(flat):
        yield Sign(*found.span(), LeavingKind.PHONE)
    for found in _EMAIL.finditer(flat):
        yield Sign(*found.span(), LeavingKind.EMAIL)
    for found in _PLACE.finditer(flat):
        yield Sign(_place_start(flat, found.start()), found.end(), LeavingKind.ADDRESS)
    for pattern in (_STREET, _BOX):
        for found in pattern.finditer(flat):
            yield Sign(*found.span(), LeavingKind.ADDRESS)
    for found in _TO.finditer(flat):
        yield Sign(*found.span(1 if found[1] else 2), LeavingKind.NAME)
    for found in _ACCOUNT.finditer(flat):
        yield Sign(*found.span(1), LeavingKind.ACCOUNT)


def _place_start(flat: str, core: int) -> int:
    """Where an address begins whose street and house number begin at `core`: with the signs of Chinese before it, but
    for the words that lead to it."""
    start = max(0, core - 41)
    before = _BEFORE_PLACE.search(flat[start:core])
    if before is None:
        return core
    led = _LEADING.match(before[0])
    return start + before.start() + (led.end() if led is not None and led.end() < len(before[0]) else 0)


def _numbers(flat: str, pattern: re.Pattern[str], kind: LeavingKind, holds: Callable[[str], bool]) -> Iterator[Sign]:
    for found in pattern.finditer(flat):
        before = flat[max(0, found.start() - _LOOK_BACK) : found.start()]
        if holds(digits_of(found[0])) and not _OTHER_NUMBER.search(before):
            yield Sign(*found.span(), kind)


def digits_of(text: str) -> str:
    """The digits of a number as it is written, with the X an identity number may end in."""
    spelt = text.translate(_WIDE).translate(_SPELT)
    return "".join(each for each in spelt if (each.isascii() and each.isdigit()) or each in "Xx").upper()


def _is_identity(number: str) -> bool:
    """Whether the last sign is the check digit of the 17 before it (GB 11643, mod 11-2)."""
    if len(number) != 18 or not number[:17].isdigit():
        return False
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(number[:17]))
    return "10X98765432"[total % 11] == number[17]


def is_card(number: str) -> bool:
    """Whether digits are a card number: first digits and length of a scheme, and the Luhn sum holds."""
    if not number.isdigit() or len(set(number)) < 2 or not _scheme(number):
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _scheme(number: str) -> bool:
    length, two, four = len(number), number[:2], int(number[:4])
    if two == "62":
        return 16 <= length <= 19
    if two in ("34", "37"):
        return length == 15
    if length != 16:
        return False
    return number[0] == "4" or 51 <= int(two) <= 55 or 2221 <= four <= 2720 or two in ("35", "65") or four == 6011
