"""Which speakers of a chat are the shop: as the shop has said before, else by names that only a shop has."""

from __future__ import annotations

from collections.abc import Collection, Sequence

_SHOP_WORDS = ("客服", "卖家", "商家", "店主", "掌柜", "旗舰店", "专营店", "seller", "customer service", "support")
MOST_REMEMBERED = 60


def our_speakers(
    speakers: Sequence[str],
    *,
    said: Collection[str] = (),
    denied: Collection[str] = (),
    shop: str = "",
    people: Collection[str] = (),
    buyer: str = "",
) -> frozenset[str]:
    """The speakers that are the shop. `said` and `denied`: what the shop told of speakers of earlier chats.

    A sub-account of 旺旺 is written `main account:person`.
    """
    known = {name for name in speakers if name in said}
    left = [name for name in speakers if name not in said and name not in denied and name != buyer]
    guessed = {name for name in left if _is_shop(name, shop, people)}
    if known or guessed:
        return frozenset(known | guessed)
    if buyer and buyer in speakers and len(left) == len(speakers) - 1:
        return frozenset(left)
    return frozenset()


def remembered(said: Sequence[str], name: str, *, ours: bool) -> list[str]:
    """The list of names with one added or taken away, the newest last, no longer than is kept."""
    kept = [each for each in said if each != name]
    return [*kept, name][-MOST_REMEMBERED:] if ours else kept


def _is_shop(name: str, shop: str, people: Collection[str]) -> bool:
    lower = name.casefold()
    if name in people or any(word in lower for word in _SHOP_WORDS):
        return True
    main, colon, person = name.replace("：", ":").partition(":")
    if colon and main and person:
        return True
    return bool(shop) and shop.casefold() in lower
