"""The steps of a state as the list at the left shows them: titles, short answers, the estimate of what is to come."""

from __future__ import annotations

from datetime import datetime

from desktop.services.resolution_facts import offers_of
from ui import format as shown
from ui.i18n import translator
from ui.resolution.road_words import road_words
from ui.resolution.step_list import StepItem
from ui.resolution.wizard_state import AMOUNTS, CONFIRM, FACTS, REMEDY, ROAD, Stop, WizardState
from ui.resolution.wording import pick, shop_zone, value_text
from ui.words import word

tr = translator("resolution")


def step_items(state: WizardState, now: datetime) -> list[StepItem]:
    """All places of the wizard, with what is still to come before the remedy."""
    items: list[StepItem] = []
    for number, stop in enumerate(state.stops(), 1):
        if stop.place == REMEDY and state.still_to_come():
            items.append(StepItem("", tr("about %n more", n=state.still_to_come())))
        title, answer = _words(state, stop, now)
        current = stop.place == state.place
        items.append(StepItem(stop.place, title, answer, str(number), stop.done, current, state.reachable(stop.place)))
    return items


def _words(state: WizardState, stop: Stop, now: datetime) -> tuple[str, str]:
    if stop.question is not None:
        return _title(state, stop), _answer(state, stop, now)
    offer, offers = state.walk.offer, offers_of(state.walk.conclusion)
    if stop.place == FACTS:
        return tr("Facts"), word(state.walk.page.case.problem)
    if stop.place == REMEDY:
        if stop.done or state.choice.remedy_id:
            return tr("Remedy"), pick(offer.title)
        return tr("Remedy"), tr("%n to choose from", n=len(offers)) if offers else ""
    if stop.place == AMOUNTS:
        done = stop.done and offer.true_cost is not None
        return tr("Amounts and recourse"), shown.money(offer.true_cost) if done else ""
    if stop.place == CONFIRM:
        return tr("Confirm and write"), ""
    return stop.place, ""


def _title(state: WizardState, stop: Stop) -> str:
    question = stop.question
    if stop.place == ROAD:
        return tr("Kind of case")
    field = state.walk.fields.get(question.fact) if question is not None else None
    if field is not None and pick(field.label):
        return pick(field.label).rstrip("？?吗")
    return pick(question.ask) if question is not None else ""


def _answer(state: WizardState, stop: Stop, now: datetime) -> str:
    question = stop.question
    if stop.place == ROAD and state.road():
        return road_words(state.walk, state.road())[0]
    if question is None or question.fact not in state.answers:
        return tr("being answered") if stop.place == state.place else tr("open")
    value = state.answers[question.fact]
    card = next((a for a in question.answers if type(a.value) is type(value) and a.value == value), None)
    if card is not None:
        return pick(card.label)
    page = state.walk.page
    return value_text(
        state.walk.fields.get(question.fact), value, now=now, where=shop_zone(page.shop.time_zone),
        currency=page.case.at_stake.currency,
    )  # fmt: skip
