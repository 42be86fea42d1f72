"""Times, countdowns, amounts, numbers and sizes as the window writes them: pure functions of their values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal

from models.money import Money

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_FULL_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = {
    "zh": ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
NOTHING = "—"
_HOURS_UNTIL_DAYS = 4
_SOON = timedelta(hours=24)


def day(value: date, now: datetime, lang: str, zone: tzinfo) -> str:
    """`11-18` or `18 Nov`; with the year when it is not the present one."""
    if isinstance(value, datetime):
        value = value.astimezone(zone).date()
    same_year = value.year == now.astimezone(zone).year
    if lang == "zh":
        return f"{value:%m-%d}" if same_year else f"{value:%Y-%m-%d}"
    return f"{value.day} {_MONTHS[value.month - 1]}" + ("" if same_year else f" {value.year}")


def moment(value: datetime | None, now: datetime, lang: str, zone: tzinfo) -> str:
    """`09:31` today, `昨 18:02` or `Y 18:02` yesterday, else the day; a dash for no time."""
    if value is None:
        return NOTHING
    local = value.astimezone(zone)
    days = (now.astimezone(zone).date() - local.date()).days
    if days == 0:
        return f"{local:%H:%M}"
    if days == 1:
        return f"{'昨' if lang == 'zh' else 'Y'} {local:%H:%M}"
    return day(local.date(), now, lang, zone)


def day_and_time(value: datetime | None, now: datetime, lang: str, zone: tzinfo) -> str:
    """`今天 16:00`, `昨天 09:04`, `明天 12:00`, `11-18 14:06`; in English `Today 16:00`, `18 Nov 14:06`."""
    if value is None:
        return NOTHING
    local = value.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    near = {
        "zh": {0: "今天", -1: "昨天", 1: "明天"},
        "en": {0: "Today", -1: "Yesterday", 1: "Tomorrow"},
    }[lang]
    return f"{near.get(days) or day(local.date(), now, lang, zone)} {local:%H:%M}"


def full_moment(value: datetime | None, zone: tzinfo) -> str:
    """`2026-11-18 14:06:20`, for tool tips and metadata."""
    return NOTHING if value is None else f"{value.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def weekday(value: date, lang: str, *, short: bool = False) -> str:
    """`星期五`, `Friday`; short `周五`, `Fri`."""
    return (_SHORT_WEEKDAYS if short else _WEEKDAYS)[lang][value.weekday()]


def day_title(value: date, lang: str, *, short: bool = False) -> str:
    """`11 月 20 日 星期五` or `Friday 20 November`."""
    name = weekday(value, lang, short=short)
    if lang == "zh":
        return f"{value.month} 月 {value.day} 日 {name}"
    return f"{name} {value.day} {(_MONTHS if short else _FULL_MONTHS)[value.month - 1]}"


def month_title(value: date, lang: str) -> str:
    """`2026 年 11 月` or `November 2026`."""
    return f"{value.year} 年 {value.month} 月" if lang == "zh" else f"{_FULL_MONTHS[value.month - 1]} {value.year}"


@dataclass(frozen=True, slots=True)
class Countdown:
    """What a running deadline says, and the state colour it says it in: overdue, due or waiting."""

    text: str
    state: str


def countdown(due: datetime, now: datetime, lang: str) -> Countdown:
    """`逾期 1 天 2 时`, `剩 38 分`; `1 d 2 h over`, `38 m left`. Under 24 h is due soon."""
    left = due - now
    over = left <= timedelta(0)
    span = duration(abs(left), lang)
    if over:
        return Countdown(f"逾期 {span}" if lang == "zh" else f"{span} over", "overdue")
    return Countdown(f"剩 {span}" if lang == "zh" else f"{span} left", "due" if left < _SOON else "waiting")


def duration(span: timedelta, lang: str) -> str:
    """Days and hours, or hours and minutes, or minutes, rounded down; at least one minute.

    From four days on the hours are left out: they tell nothing and make columns jump.
    """
    minutes = max(1, int(span.total_seconds() // 60))
    days, rest = divmod(minutes, 24 * 60)
    hours, rest = divmod(rest, 60)
    d, h, m = ("天", "时", "分") if lang == "zh" else ("d", "h", "m")
    if days >= _HOURS_UNTIL_DAYS or (days and not hours):
        return f"{days} {d}"
    if days:
        return f"{days} {d} {hours} {h}"
    if hours:
        return f"{hours} {h} {rest:02} {m}" if rest else f"{hours} {h}"
    return f"{rest} {m}"


def money_cell(value: Money | None) -> str:
    """`1,168.00`, without a currency sign, for table cells."""
    return NOTHING if value is None else minus(f"{value.amount:,}")


def money(value: Money | None) -> str:
    """`¥ 1,168.00`, for prose and cards."""
    if value is None:
        return NOTHING
    sign = "−" if value.minor < 0 else ""
    return f"{sign}{value.sign} {abs(value.amount):,}"


def minus(text: str) -> str:
    """A number with a true minus sign, as wide as a digit."""
    return text.replace("-", "−")


def percent(share: Decimal, places: int = 0, *, lang: str = "zh") -> str:
    """`82%` of a share between 0 and 1; English texts write `82 %`."""
    number = f"{share * 100:.{places}f}"
    return minus(number) + ("%" if lang == "zh" else " %")


def elide_front(number: str, kept: int = 5) -> str:
    """`…0 0387`: the last digits of an order number, in two groups so that the telling tail stays."""
    if len(number) <= kept + 1:
        return number
    tail = number[-kept:]
    return f"…{tail[:-4]} {tail[-4:]}" if kept > 4 else f"…{tail}"


def elide_middle(number: str, head: int = 2, tail: int = 8) -> str:
    """`YQ…4471 9026`: the carrier's letters and the last digits of a tracking number."""
    if len(number) <= head + tail + 1:
        return number
    end = number[-tail:]
    return f"{number[:head]}…{end[:4]} {end[4:]}"


def grouped(number: str, group: int = 4) -> str:
    """`2611 1200 0387`: a long number in groups, for reading aloud."""
    return " ".join(number[i : i + group] for i in range(0, len(number), group))


def hash_groups(digest: str) -> str:
    """A SHA-256 in two lines of four groups of eight."""
    groups = [digest[i : i + 8] for i in range(0, len(digest), 8)]
    return "\n".join(" ".join(groups[i : i + 4]) for i in range(0, len(groups), 4))


def size(count: int) -> str:
    """Bytes as `812 B`, `48.6 KB`, `2.14 MB`: three telling digits, units of 1024."""
    if count < 1024:
        return f"{count} B"
    value = Decimal(count)
    for unit in ("KB", "MB", "GB", "TB"):
        value /= 1024
        if value < 1000 or unit == "TB":
            break
    places = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{places}f} {unit}"


def count(number: int) -> str:
    """`28,010`."""
    return f"{number:,}"


def badge(number: int) -> str:
    """`4`, `128`, `999+`: what fits in a badge of the rail."""
    return str(number) if number < 1000 else "999+"


def seconds(length: float) -> str:
    """The length of a video: `01:12`, `1:02:03`."""
    whole = int(length)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
