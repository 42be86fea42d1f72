"""A pack's conditions, lengths of time and codes said in Chinese and English, for people who read rules."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from models.money import Money
from models.rules.pack_parts import Constant, DeadlineRule, FactSpec, Text
from models.rules.packs import Pack

_TOKEN: Final = re.compile(r"'[^']*'|\"[^\"]*\"|\d+(?:\.\d+)?|\$?[A-Za-z_]\w*|//|[=!<>]=|[^\s\w]")
_UNIT: Final = re.compile(r"^(.+?)\s*[(（]([^()（）]+)[)）]$")
_SIGNS: Final = {
    "==": Text("=", "="), "!=": Text("≠", "≠"), ">=": Text("≥", "≥"), "<=": Text("≤", "≤"), "*": Text("×", "×"),
    "/": Text("÷", "÷"), "//": Text("整除", "÷ (whole)"), "-": Text("−", "−"), "and": Text("且", "and"),
    "or": Text("或", "or"), "not": Text("非", "not"), "in": Text("属于", "in"), "null": Text("没有", "nothing"),
    "true": Text("是", "yes"), "false": Text("否", "no"), "?": Text("时：", ":"), ":": Text("；否则", "; otherwise"),
    "$sum": Text("合计", "sum of"), "$min": Text("较小者", "the least of"), "$max": Text("较大者", "the greatest of"),
    "$abs": Text("绝对值", "size of"), "$any": Text("任一", "any of"), "$all": Text("全部", "all of"),
    "now": Text("现在", "now"), "for": Text("对每个", "for each"),
}  # fmt: skip
_LENGTHS: Final = {
    "minutes": Text("从{e}起 {n} 分钟", "{n} minutes from {e}"),
    "hours": Text("从{e}起 {n} 小时", "{n} hours from {e}"),
    "elapsed_days": Text("从{e}起 {n} 天（每天满 24 小时）", "{n} days of 24 h from {e}"),
    "platform_days": Text("从{e}的次日零点起 {n} 天（每天 24 小时）", "{n} days of 24 h from the midnight after {e}"),
    "legal_days": Text(
        "从{e}起 {n} 天（当天不算，末日 24 点止）", "{n} days from {e}, that day not counted, to the end of the last"
    ),
    "business_days": Text(
        "从{e}起 {n} 个工作日（含调休上班日）", "{n} working days from {e} (make-up workdays count)"
    ),
    "months": Text("从{e}起 {n} 个月", "{n} months from {e}"),
    "next_clock": Text("到{e}后的下一个 {clock}", "until the next {clock} after {e}"),
    "window_hours": Text(
        "从{e}起 {n} 小时（只算每天 {opens}–{closes}）", "{n} hours from {e}, counted only from {opens} to {closes}"
    ),
    "fixed": Text("到{e}的日期", "on the date given as {e}"),
}  # fmt: skip
_ROLLS: Final = {
    "holiday": Text("遇节假日顺延", "moves past a public holiday"),
    "weekend_or_holiday": Text("遇周末、节假日顺延", "moves past weekends and holidays"),
}
_CODES: Final = {
    "auto_refund": Text("自动退款给买家", "the buyer is refunded automatically"),
    "auto_refund_to_buyer": Text("自动退款给买家", "the buyer is refunded automatically"),
    "auto_agree": Text("视为同意", "counts as agreed"),
    "request_closed": Text("申请关闭", "the request is closed"),
    "auto_closed": Text("自动关闭", "closed automatically"),
    "closed": Text("关闭", "closed"),
    "seller": Text("商家", "the shop"), "buyer": Text("买家", "the buyer"), "carrier": Text("承运", "the carrier"),
    "supplier": Text("供应商", "the supplier"), "platform": Text("平台", "the platform"),
    "shared": Text("双方分担", "shared"), "none": Text("无人", "nobody"), "undetermined": Text("待定", "not decided"),
    "buyer_consent": Text("需买家同意", "needs the buyer's consent"),
    "supervisor": Text("需主管同意", "needs the supervisor's consent"),
    "right": Text("买家的权利", "the buyer's right"),
    "must": Text("必需", "must"), "should": Text("应有", "should"), "may": Text("可有", "may"),
    "outbound": Text("发货", "outbound"), "return": Text("退回", "return"), "reship": Text("补寄", "reship"),
    "case_opened_at": Text("按开单日期", "by the day the case was opened"),
    "order_created_at": Text("按下单日期", "by the day of the order"),
    "paid_at": Text("按付款日期", "by the day of payment"),
    "event_at": Text("按事件日期", "by the day of the event"),
    "points": Text("分", "points"), "ban": Text("限制", "ban"),
}  # fmt: skip
MISSING: Final = Text("（未填）", "(missing)")
_SPAN: Final = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")


def coded(code: str) -> Text:
    """What a code of the packs says; a code nobody knows as it is written."""
    return _CODES.get(code) or Text(code.replace("_", " "), code.replace("_", " "))


def joined(parts: list[Text], zh: str = "，", en: str = ", ") -> Text:
    """Texts one after the other; empty ones are left out."""
    kept = [part for part in parts if part]
    return Text(zh.join(part.pick("zh") for part in kept), en.join(part.pick("en") for part in kept))


def number_label(constant: Constant) -> tuple[Text, Text]:
    """The label without its unit, and the unit that stood in brackets behind it."""
    zh, en = _UNIT.match(constant.label.zh), _UNIT.match(constant.label.en)
    label = Text(zh[1] if zh else constant.label.zh, en[1] if en else constant.label.en)
    unit = Text(zh[2] if zh else "", en[2] if en else "")
    return label, unit if zh or en else Text()


def is_share(name: str, kind: str) -> bool:
    """Whether a number is a share between 0 and 1."""
    return kind == "decimal" and name.endswith(("_rate", "rate"))


def number_text(value: Decimal | None, kind: str, unit: Text, currency: str, *, share: bool = False) -> Text:
    """A number with its unit as people write it; `not known` for None."""
    if value is None:
        return Text("未填", "not known")
    if kind == "money":
        try:
            money = Money.of(value, currency)
        except ValueError:
            return Text(f"{value} {currency}", f"{value} {currency}")
        return Text(f"{money.sign} {money.amount}", f"{money.sign} {money.amount}")
    if share:
        plain = f"{(value * 100).normalize():f} %"
        return Text(plain, plain)
    plain = f"{value.normalize():f}" if value else "0"
    percent = "%" in (unit.zh, unit.en)
    zh, en = ("%", "%") if percent else (unit.zh, unit.en)
    return Text(f"{plain} {zh}".strip(), f"{plain} {en}".strip())


def condition_text(pack: Pack, text: str) -> Text:
    """A condition or formula of a pack with the labels of what it names instead of their ids."""
    if not text:
        return Text()
    said: list[tuple[str, str]] = []
    spec: FactSpec | None = None
    for token in _TOKEN.findall(text):
        sign = _SIGNS.get(token)
        if token in pack.facts:
            spec = pack.facts[token]
        if token[0] in "'\"":
            word = spec.words.get(token[1:-1]) if spec is not None else None
            word = word or _CODES.get(token[1:-1]) or Text(token[1:-1], token[1:-1])
            said.append((word.pick("zh"), word.pick("en")))
        elif sign is not None and not (token == "now" and token in pack.facts):  # noqa: S105 - a word of expressions
            said.append((sign.zh, sign.en))
        else:
            label = _label(pack, token)
            said.append((f"「{label.pick('zh')}」", f'"{label.pick("en")}"') if label else (token, token))
    return Text(_spaced([zh for zh, _ in said]), _spaced([en for _, en in said]))


def _label(pack: Pack, name: str) -> Text | None:
    for section in (pack.facts, pack.constants, pack.formulas, pack.deadlines):
        found = section.get(name)
        if found is not None:
            return found.label or Text(name, name)
    return None


def _spaced(parts: list[str]) -> str:
    line = " ".join(parts)
    for mark in (")", "]", ",", ".", "；", ";", ":", "："):
        line = line.replace(f" {mark}", mark)
    return line.replace("( ", "(").replace("[ ", "[").replace(" . ", ".").replace(". ", ".")


def length_text(pack: Pack, rule: DeadlineRule) -> Text:
    """How long a clock is and from what it counts: `5 days of 24 h from the request`."""
    n = _counted(pack, rule.n)
    pattern = _LENGTHS.get(rule.count, Text("{n} " + rule.count, "{n} " + rule.count))
    slots = {"clock": rule.clock, "opens": rule.opens, "closes": rule.closes}
    event = (_label(pack, rule.event) or Text(rule.event, rule.event)) if rule.event else Text()
    zh = pattern.zh.format(n=n.pick("zh"), e=f"「{event.pick('zh')}」", **slots)
    en = pattern.en.format(n=n.pick("en"), e=f'"{event.pick("en")}"', **slots)
    if n.en == "1":
        en = re.sub(r"^1 (minute|hour|day|month|working day)s\b", r"1 \1", en)
    extra = _counted(pack, rule.extra_days) if rule.extra_days else Text()
    more = Text(f"另加 {extra.pick('zh')} 天", f"plus {extra.pick('en')} days") if extra else Text()
    return joined([Text(zh, en), more, _ROLLS.get(rule.roll, Text())])


def _counted(pack: Pack, n: str) -> Text:
    if n.lstrip("-").isdigit():
        return Text(n, n)
    constant = pack.constants.get(n)
    if constant is None:
        return condition_text(pack, n)
    if constant.value is None:
        return MISSING
    plain = f"{constant.value.normalize():f}"
    return Text(plain, plain)


def warning_text(span: str) -> Text:
    """How long before its end a clock warns, from a duration as `PT12H`."""
    found = _SPAN.fullmatch(span)
    if not span or found is None:
        return Text()
    units = (("天", "d"), ("小时", "h"), ("分钟", "min"))
    parts = [(number, *words) for number, words in zip(found.groups(), units, strict=True) if number]
    zh = " ".join(f"{number} {unit}" for number, unit, _ in parts)
    en = " ".join(f"{number} {unit}" for number, _, unit in parts)
    return Text(f"提前 {zh}提醒", f"warns {en} before")
