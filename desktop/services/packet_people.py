"""What the shop knows of the people of a case, gathered to be found in what leaves it; never part of a packet."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.services.packet_sources import PacketSources
from desktop.services.workbench import Workbench
from models.records import CasePage
from models.rules.packet_leaving import Going, Leaving, Personal, leaving_of
from models.rules.packet_parts import PacketContent
from models.store import case_page, shops


def leaving_in(bench: Workbench, sources: PacketSources, content: PacketContent) -> tuple[Leaving, ...]:
    """What of people leaves with a packet, with the texts that are printed as they are. NotFound without its case."""
    page = case_page.load_told(bench.store.database, content.case_id)
    staff = tuple(person.name for person in shops.list_people(bench.store.database))
    return leaving_of(content, personal_of(page, staff), tuple(_printed(sources, content)))


def personal_of(page: CasePage, staff: tuple[str, ...]) -> Personal:
    """Names, numbers and addresses of the buyer and the receiver; numbers of the order that are none of a person."""
    order, buyer, shop = page.order, page.buyer, page.shop
    found: dict[str, list[str]] = {"names": [], "phones": [], "addresses": [], "emails": [], "accounts": []}
    if order is not None:
        found["names"].append(order.receiver)
        found["phones"].append(order.phone)
        found["addresses"].append(order.address)
    if buyer is not None:
        found["names"] += [buyer.name] if buyer.name != buyer.nick else []
        found["phones"].append(buyer.phone)
        found["addresses"].append(buyer.address)
        found["emails"].append(buyer.email)
        found["accounts"].append(buyer.wechat)
    numbers: set[str] = {page.case.number}
    if order is not None:
        numbers |= {order.number, *order.tracking_numbers, *(parcel.tracking_number for parcel in order.parcels)}
        numbers |= {text for line in order.lines for text in (line.sku, line.batch)}
    kept = {name: tuple(dict.fromkeys(text for text in texts if text.strip())) for name, texts in found.items()}
    own = tuple(text for text in (shop.letterhead, shop.return_address) if text.strip())
    names = tuple(name for name in kept.pop("names") if name not in staff)
    nick = buyer.nick if buyer is not None else ""
    return Personal(nick=nick, names=names, staff=staff, numbers=frozenset(numbers), own=own, **kept)


def _printed(sources: PacketSources, content: PacketContent) -> Iterator[Going]:
    """The texts of files that are printed and are no chat: a chat's messages stand in its bubbles."""
    for exhibit in content.exhibits:
        if not exhibit.bubbles:
            read = sources.text(exhibit.evidence)
            if read is not None:
                yield Going("exhibit", read.text, exhibit.number, "text")
