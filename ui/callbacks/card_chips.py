"""The chips of a buyer's card: what they agreed to and when, when they like to be called, how they are."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.call_back_records import ContactConsent
from models.call_kinds import Channel, TierSource
from models.kinds import Consent, Temperament
from ui.callbacks.call_words import history_text
from ui.callbacks.card_data import CardShown
from ui.callbacks.talking_points import hours_text, is_within
from ui.i18n import translator
from ui.plain import isolate, one_line, plain_tooltip
from ui.vips.vip_words import way_text
from ui.widgets.marks import Chip
from ui.words import word

tr = translator("call_form")


def card_chips(found: CardShown, parent: QWidget) -> list[Chip]:
    """Consent first, channel by channel; then hours, channel and person the buyer likes, temperament and history.

    Of one who opted out nothing is said of channels: the banner above has said it.
    """
    buyer = found.card.buyer
    chips: list[Chip] = []
    if buyer.consent is not Consent.REFUSED:
        chips = [_consent(said, found, parent) for said in found.beside.channels.values()] or [_overall(found, parent)]
    if found.hours is not None:
        local = found.desk.now.astimezone(found.desk.zone)
        likes = Chip(hours_text(found.hours), None if is_within(found.hours, local) else "due", parent, icon="clock")
        plain_tooltip(likes, tr("Likes to be called %1", hours_text(found.hours)))
        chips.append(likes)
    liked = next((each for each in Channel if each == buyer.call_channel), None)
    if liked is not None and liked is not Channel.PHONE:
        chips.append(Chip(tr("prefers %1", word(liked)), None, parent))
    if found.beside.person:
        chips.append(Chip(tr("with %1", isolate(one_line(found.beside.person))), None, parent))
    if buyer.tier_source is TierSource.SPECIAL:
        chips.append(Chip(word(TierSource.SPECIAL), "gold", parent, icon="star"))
    if buyer.temperament is not Temperament.NEUTRAL:
        chips.append(Chip(word(buyer.temperament), None, parent))
    chips.append(Chip(history_text(found.card), None, parent))
    return chips


def _consent(said: ContactConsent, found: CardShown, parent: QWidget) -> Chip:
    day = found.desk.day_of(said.said_at).isoformat()
    if said.channel is Channel.PHONE:
        text = tr("%1 agreed to calls", day) if said.agreed else tr("%1 no more calls", day)
    else:
        text = f"{word(said.channel)} {day}" if said.agreed else tr("no %1", word(said.channel))
    chip = Chip(text, "done" if said.agreed else "overdue", parent, icon="check" if said.agreed else "phone-off")
    way = way_text(said.way).strip()
    told = [tr("%1, said on %2", word(said.channel), day)]
    if way:
        told.append(tr("way: %1", isolate(way)))
    if said.noted_by.strip():
        told.append(tr("noted by %1", isolate(one_line(said.noted_by))))
    plain_tooltip(chip, tr("; ").join(told))
    return chip


def _overall(found: CardShown, parent: QWidget) -> Chip:
    buyer = found.card.buyer
    since = found.desk.day_of(buyer.consent_at).isoformat() if buyer.consent_at else ""
    text = " ".join(part for part in (since, word(buyer.consent)) if part)
    if buyer.consent is Consent.GIVEN:
        return Chip(text, "done", parent, icon="check")
    return Chip(text, "due", parent, icon="circle-help")
