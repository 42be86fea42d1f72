"""What happened in the sample shop: cases opened, proved, decided and carried out, told in the order of time."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from desktop.context import AppContext
from desktop.demo.artist import Artist
from desktop.demo.kinds import EVIDENCE_KINDS
from desktop.demo.sample_goods import SampleGoods, SampleOrder
from desktop.demo.scene import Scene
from desktop.services.entered_clocks import EnteredClock
from models.clock import FixedClock, zone
from models.errors import EnvironmentFault
from models.kinds import CaseState, Demand, EvidenceSource, NoteKind, Problem, StepState, WaitingOn
from models.rules.step_order import next_step

# How the cases of the shop stand today, most telling first: (state, how many).
_STANDING = (
    (CaseState.IN_PROGRESS, 11), (CaseState.OPEN, 10), (CaseState.WAITING, 9), (CaseState.IN_DISPUTE, 4),
    (CaseState.NEW, 5), (CaseState.DONE, 8), (CaseState.ARCHIVED, 13),
)  # fmt: skip
_PROBLEMS = (
    [Problem.DAMAGED] * 6 + [Problem.QUALITY] * 4 + [Problem.MISSING_ITEM] * 3 + [Problem.WRONG_ITEM] * 3
    + [Problem.LOST] * 2 + [Problem.NO_REASON] * 3 + [Problem.COLOUR, Problem.SIZE, Problem.LATE]
    + [Problem.ADDRESS_CHANGE, Problem.OVER_SHIPPED, Problem.RETURNED_PARCEL, Problem.REPAIR, Problem.GIFT_MISSING]
)  # fmt: skip
_DECIDED = (CaseState.IN_PROGRESS, CaseState.DONE, CaseState.ARCHIVED, CaseState.IN_DISPUTE)
_QUESTION_LIMIT = 25


class Story:
    """Collects what happens with its moment, then tells it all in order, so that the history is as it would be."""

    def __init__(
        self, ctx: AppContext, goods: SampleGoods, chance: random.Random, now: datetime, people: Sequence[int],
        artist: Artist,
    ) -> None:  # fmt: skip
        self._ctx = ctx
        self._goods = goods
        self._chance = chance
        self._now = now
        self._people = people
        self._artist = artist
        self.scenes: dict[int, Scene] = {}
        self._drawn: list[tuple[datetime, int, str, Scene]] = []
        self._orders: Mapping[str, int] = {}
        self._told: list[tuple[datetime, int, Callable[[], None]]] = []
        self._evidence_left = 0

    def plan(self, orders: Sequence[SampleOrder], *, cases: int, evidence: int) -> None:
        """Think all cases out, and let the artist begin with what their evidence shows."""
        self._evidence_left = evidence
        states = [state for state, count in _STANDING for _ in range(count)][:cases]
        came = [order for order in orders if order.imported.signed_at is not None]
        recent, older = came[-60:], came[:-60]
        for at, state in enumerate(states):
            problem = Problem.DAMAGED if at == 0 else self._chance.choice(_PROBLEMS)
            if state in (CaseState.DONE, CaseState.ARCHIVED):
                order = older.pop(self._chance.randrange(len(older)))
            else:
                order = recent.pop(self._plates(recent) if at == 0 else self._chance.randrange(len(recent)))
            self._plan_case(at, order, problem, state, left=cases - at)
        self._artist.order([(kind, scene) for _, _, kind, scene in sorted(self._drawn, key=lambda drawn: drawn[:2])])

    def tell(self, orders: Mapping[str, int], cancelled: Callable[[], bool]) -> None:
        """Act the plan out; `orders` are the ids of the orders by number. EnvironmentFault `cancelled`."""
        self._orders = orders
        bench, clock = self._ctx.bench, FixedClock(self._now - timedelta(days=129))
        bench.clock = clock
        for moment, _, act in sorted(self._told, key=lambda told: told[:2]):
            if cancelled():
                raise EnvironmentFault("cancelled")
            clock.advance(max(moment - clock.now(), timedelta(seconds=1)))
            act()

    def _plates(self, orders: Sequence[SampleOrder]) -> int:
        """The newest order of one set of plates, for the case that has everything."""
        return max(
            at for at, order in enumerate(orders)
            if at == 0 or (order.item["shape"] == "plate" and order.item["pieces"] == 4
                           and order.imported.lines[0].quantity == 1)
        )  # fmt: skip

    def _at(self, moment: datetime, act: Callable[[], None]) -> None:
        self._told.append((min(moment, self._now - timedelta(minutes=1)), len(self._told), act))

    def _plan_case(self, at: int, order: SampleOrder, problem: Problem, state: CaseState, *, left: int) -> None:
        chance, ctx = self._chance, self._ctx
        signed = order.imported.signed_at or self._now
        opened = signed + timedelta(hours=chance.randrange(3, 40))
        if state not in (CaseState.DONE, CaseState.ARCHIVED):
            minutes = chance.randrange(2, 5) if state is CaseState.NEW else chance.randrange(300, 3100)
            minutes = 1500 if at == 0 else minutes
            opened = self._now - timedelta(minutes=minutes)
        words = self._goods.problems[problem.value]
        told = words[self._goods.lang]
        summary = chance.choice(told["summary"]).replace("{n}", "2")
        summary = summary.replace("{depot}", chance.choice(self._goods.depots))
        talk = chance.choice(told["talks"])
        person = chance.choice(self._people)
        demand = Demand(chance.choice(words["demands"]))
        case: dict[str, int] = {}

        def start() -> None:
            ctx.shops.choose_person(person)
            order_id = self._orders[order.imported.number]
            case["id"] = ctx.cases.open_case(problem=problem, order_id=order_id, demand=demand, summary=summary)

        self._at(opened, start)
        if state is CaseState.NEW:
            return
        self._at(opened + timedelta(minutes=4), lambda: ctx.cases.change_state([case["id"]], CaseState.OPEN))
        self._plan_evidence(at, order, words["evidence"], talk, opened, case, left)
        if at % 3 == 0:
            note = chance.choice(told["notes"])
            self._at(opened + timedelta(hours=1), lambda: self._note(case["id"], note, at))
        if state in _DECIDED:
            self._at(opened + timedelta(hours=3), lambda: decide(ctx, case["id"], self._goods.lang))
            done = 99 if state in (CaseState.DONE, CaseState.ARCHIVED) else 2 + at % 3
            self._at(opened + timedelta(hours=20), lambda: self._do_steps(case["id"], done))
        if state is CaseState.WAITING:
            who = chance.choice((WaitingOn.BUYER, WaitingOn.CARRIER, WaitingOn.WAREHOUSE, WaitingOn.PLATFORM))
            self._at(opened + timedelta(hours=2), lambda: ctx.cases.change_waiting_on(case["id"], who))
        if state is CaseState.ARCHIVED:
            self._at(opened + timedelta(days=8), lambda: ctx.cases.change_state([case["id"]], CaseState.DONE))
            self._at(opened + timedelta(days=12), lambda: ctx.cases.change_state([case["id"]], CaseState.ARCHIVED))
        elif state not in (CaseState.OPEN, CaseState.IN_PROGRESS):
            if state is CaseState.IN_DISPUTE:
                self._at(opened + timedelta(hours=21), lambda: self._platform_asks(case["id"]))
            after = timedelta(days=8) if state is CaseState.DONE else timedelta(hours=22)
            self._at(opened + after, lambda: self._move(case["id"], state))

    def _move(self, case_id: int, state: CaseState) -> None:
        if self._ctx.cases.load_page(case_id).case.state is not state:
            self._ctx.cases.change_state([case_id], state)

    def _platform_asks(self, case_id: int) -> None:
        """The platform names a time for the shop's proof; such a date is entered, not worked out."""
        words = {
            "zh": ("平台要求提交举证材料", "平台按已有材料判"),
            "en": ("Platform wants the proof", "Decided on what is there"),
        }
        label, on_timeout = words[self._goods.lang]
        due = self._now + timedelta(hours=30)
        self._ctx.clocks.enter(case_id, EnteredClock(label, WaitingOn.US, due, on_timeout, timedelta(hours=12)))

    def _note(self, case_id: int, text: str, at: int) -> None:
        self._ctx.cases.add_note(case_id, text, NoteKind.PRINTABLE if at % 2 else NoteKind.INTERNAL)

    def _plan_evidence(
        self, at: int, order: SampleOrder, kinds: Sequence[str], talk: Sequence[dict[str, str]], opened: datetime,
        case: dict[str, int], left: int,
    ) -> None:  # fmt: skip
        # The first case has everything; the rest share what is left, so that the shop has its number exactly.
        count = len(kinds) if at == 0 else min(len(kinds), max(1, round(self._evidence_left / max(1, left))))
        count = min(count + (self._chance.random() < 0.4), len(kinds), self._evidence_left)
        if left <= 1:
            count = min(len(kinds), self._evidence_left)
        self._evidence_left -= count
        here = zone(self._goods.shop["time_zone"])
        for number, kind in enumerate(kinds[:count]):
            moment = opened + timedelta(minutes=6 + 2 * number)
            taken = (opened - timedelta(minutes=50 - 3 * number)).astimezone(here)
            offset = taken.utcoffset() or timedelta()
            imported = order.imported
            scene = Scene(
                seed=at * 100 + number, lang=self._goods.lang, shape=order.item["shape"], glaze=order.variant["glaze"],
                pieces=order.item["pieces"], title=imported.lines[0].item_title, buyer=imported.buyer_nick,
                shop=self._goods.shop["name"], carrier=order.carrier,
                tracking=imported.tracking_numbers[0] if imported.tracking_numbers else "YQ0000447100263",
                address=imported.address, weight_g=order.item["weight_g"] * imported.lines[0].quantity,
                talk=tuple((line["from"], line["text"].replace("{n}", "2").replace("{depot}", self._goods.depots[0]))
                           for line in talk),
                captured=taken.replace(tzinfo=None), captured_offset_minutes=int(offset.total_seconds() // 60),
            )  # fmt: skip
            self._drawn.append((moment, len(self._drawn), kind, scene))
            self._at(moment, self._adding(case, kind, scene, number, at == 0))

    def _adding(self, case: dict[str, int], kind: str, scene: Scene, number: int, exhibit: bool) -> Callable[[], None]:
        def add() -> None:
            lang = self._goods.lang
            words = EVIDENCE_KINDS[kind]
            name = words.file_name(lang, self._chance.randrange(1, 4000))
            added = self._ctx.intake.add_bytes(
                case["id"],
                self._artist.draw(kind, scene),
                name,
                EvidenceSource.DROPPED if number % 3 else EvidenceSource.PASTED,
                caption=words.caption[lang],
                tag=words.need or words.tag[lang],
                proves=words.proves[lang],
            )
            if added.evidence_id is not None:
                self.scenes[added.evidence_id] = scene
            if exhibit and number < 9 and added.evidence_id is not None:
                self._ctx.evidence.set_exhibit(added.evidence_id, True)

        return add

    def _do_steps(self, case_id: int, count: int) -> None:
        steps = [step for step in self._ctx.cases.load_page(case_id).steps if step.state is StepState.OPEN]
        # The last step stays open while a case is being carried out.
        for _ in range(min(count, len(steps) if count > len(steps) else len(steps) - 1)):
            step = next_step(self._ctx.cases.load_page(case_id).steps)
            if step is not None:
                self._ctx.steps.complete(step.id)


def decide(ctx: AppContext, case_id: int, lang: str) -> None:
    """Walk the wizard as a person would, always taking the first card."""
    resolutions = ctx.resolutions
    walk = resolutions.start(case_id)
    for _ in range(_QUESTION_LIMIT):
        question = walk.conclusion.next_question
        if question is None:
            break
        value: Any = question.answers[0].value if question.answers else None
        walk = resolutions.evaluate(walk, {**walk.answers, question.fact: value})
    offers = walk.conclusion.remedies
    if walk.conclusion.complete and offers:
        resolutions.finish(walk, remedy_id=offers[0].id, operation=f"sample-{case_id}", language=lang)
    else:
        ctx.cases.change_state([case_id], CaseState.IN_PROGRESS)
