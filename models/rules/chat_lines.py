"""The lines of a chat's message: words, quoted ones, and what stands for a picture or a voice message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class LineKind(StrEnum):
    """What a line of a message is."""

    WORDS = "words"
    QUOTE = "quote"  # said before and repeated, or forwarded
    MEDIA = "media"  # stands for a picture, film, voice message or file
    NOTICE = "notice"  # said by the program or platform


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One line as written, without marks of direction and spaces at its end."""

    text: str
    kind: LineKind = LineKind.WORDS


_LOOKED_AT = 160
_THING = (
    r"(?:图片|照片|视频|语音|语音消息|文件|表情|动画表情|位置|名片|链接|商品|订单|红包|转账|小程序|聊天记录|音乐|通话)"
)
_MEDIA = re.compile(
    rf"[\[【<({{]{_THING}[^\]】>)}}\n]{{0,60}}[\]】>)}}].{{0,60}}"
    r"|\[(?:Photo|Image|Picture|Video|Audio|Voice|File|Sticker|GIF|Location|Document)[^\]\n]{0,40}\].{0,60}"
    r"|<(?:Media omitted|attached: [^>\n]{1,80}|图片已省略|省略多媒体文件|附件: ?[^>\n]{1,80})>"
    r"|(?:image|video|audio|sticker|GIF|document|Contact card) omitted"
    r"|[^\n]{1,80} \((?:file attached|文件附件)\)"
    r"|(?:图像|图片|视频|音频|文档|贴图)(?:已省略|已忽略)",
    re.IGNORECASE,
)
_QUOTE = re.compile(
    r"(?:>{1,3} |「.{0,150}|\|  ?\S|(?:引用|回复|转发|Forwarded|Quoted|Quote|Replying to)\s{0,2}[:：].{0,150})"
)
_NOTICE = re.compile(
    r".{0,60}(?:撤回了一条消息|加入了?群聊|以上是(?:历史消息|打招呼的内容)|以下为?(?:新消息|是新消息)|已添加你为|系统(?:消息|提示)"
    r"|end-to-end encrypted|deleted this message|This message was deleted|joined using"
    r"|changed the subject|missed (?:voice|video) call|转接给|会话已?结束|正在为您接入|拍了拍).{0,120}",
    re.IGNORECASE,
)
_LINE = re.compile(r"(?:[-—–_=*] ?){6,80}")


def is_notice(line: str) -> bool:
    """Whether a line is said by the program or platform."""
    return _NOTICE.fullmatch(line[:_LOOKED_AT]) is not None


def chat_lines(body: Sequence[str]) -> tuple[ChatLine, ...]:
    """The lines of a message, without empty ones at both ends; those above a line of dashes are quoted."""
    first, last = 0, len(body)
    while first < last and not body[first].strip():
        first += 1
    while last > first and not body[last - 1].strip():
        last -= 1
    lines: list[ChatLine] = []
    for text in body[first:last]:
        if _is_rule(text) and lines and lines[0].text.startswith("「"):
            lines = [ChatLine(line.text, LineKind.QUOTE) for line in lines]
            continue
        lines.append(ChatLine(text, _kind(text)))
    return tuple(lines)


def _is_rule(text: str) -> bool:
    return 6 <= len(text) <= _LOOKED_AT and _LINE.fullmatch(text.strip() + " ") is not None


def _kind(text: str) -> LineKind:
    short = text.strip()
    if not short or len(short) > _LOOKED_AT:
        return LineKind.WORDS
    if (short[-1] in "]】>)}略d" or short[0] in "[【<") and _MEDIA.fullmatch(short):
        return LineKind.MEDIA
    if _QUOTE.match(short):
        return LineKind.QUOTE
    return LineKind.NOTICE if _NOTICE.fullmatch(short) else LineKind.WORDS
