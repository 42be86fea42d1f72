"""Where the wizard stands: the places it can be at, what was answered at each, and which comes next. No widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from desktop.services.resolution_offers import NO_CHOICE, Choice
from desktop.services.resolutions import Walk
from models.rules.case_roads import is_asked, likeliest
from models.rules.conclusion import Question
from ui.resolution.road_words import FACT, road_question
from ui.resolution.wording import pick

FACTS: Final = "facts"
REMEDY: Final = "remedy"
AMOUNTS: Final = "amounts"
CONFIRM: Final = "confirm"
_ASKS: Final = "ask:"
ROAD_FACT: Final = FACT
ROAD: Final = _ASKS + ROAD_FACT


def asks(fact: str) -> str:
    """The place of a question."""
    return _ASKS + fact


@dataclass(frozen=True, slots=True)
class Stop:
    """One place in the list of steps. `question` where something is asked; `done` when it needs nothing more."""

    place: str
    done: bool
    question: Question | None = None


@dataclass(slots=True)
class WizardState:
    """One run of the wizard. `operation` is made once per run, so that finishing twice writes once."""

    walk: Walk
    answers: dict[str, object] = field(default_factory=dict)
    choice: Choice = NO_CHOICE
    place: str = FACTS
    operation: str = field(default_factory=lambda: uuid4().hex)
    seen: set[str] = field(default_factory=set)
    remembered: dict[str, Question] = field(default_factory=dict)
    extra: set[str] = field(default_factory=set)
    road_wanted: bool = False

    @classmethod
    def begin(cls, walk: Walk) -> WizardState:
        """At the first open question, or at the remedy when nothing is left to ask."""
        state = cls(walk, dict(walk.answers), walk.choice)
        state.place = state.first_open()
        state._remember()
        return state

    def _remember(self) -> None:
        self.extra |= {*self.walk.conclusion.unasked, *self.walk.conclusion.unknown}
        self.remembered |= {question.fact: question for question in self.walk.conclusion.open_questions}

    def take(self, walk: Walk) -> None:
        """A newer evaluation; where its questions no longer hold the place, move to the first open one."""
        self.walk = walk
        self._remember()
        if self.place not in [stop.place for stop in self.stops()]:
            self.place = self.first_open()

    @property
    def case_id(self) -> int:
        """The case this is about."""
        return self.walk.page.case.id

    def known_value(self, fact: str) -> object:
        """What stands for a fact now: the answer, else what the case tells."""
        return self.answers[fact] if fact in self.answers else self.walk.known.get(fact)

    def asked_questions(self) -> list[Question]:
        """The questions on the way that this wizard asked and has answers for."""
        known: Mapping[str, object] = self.walk.known
        asked = [each.question for each in self.walk.conclusion.asked]
        here = [question for question in asked if question.fact in self.answers and question.fact not in known]
        listed = {question.fact for question in here} | {q.fact for q in self.walk.conclusion.open_questions}
        listed.add(ROAD_FACT)
        # "Cannot be told" where the packs have no card for it: they no longer name the question, this run still does.
        vague = [q for fact, q in self.remembered.items() if fact not in listed and self.answers.get(fact, 0) is None]
        still = [q for q in self._open_ones() if q.fact in self.answers]
        return [*here, *still, *vague]

    def _open_ones(self) -> list[Question]:
        """The open questions of the packs; which road it is, the wizard asks itself."""
        return [question for question in self.walk.conclusion.open_questions if question.fact != ROAD_FACT]

    def road(self) -> str:
        """The road taken: the one answered, else the likeliest; empty while nobody can tell."""
        answered = self.answers.get(ROAD_FACT)
        return answered if isinstance(answered, str) else likeliest(self.walk.roads)

    def asks_road(self) -> bool:
        """Whether the road is a question of this case."""
        wanted = self.road_wanted or ROAD_FACT in self.answers
        return bool(self.walk.roads) and (wanted or is_asked(self.walk.roads))

    def open_question(self) -> Question | None:
        """The next question without an answer; a road that is preselected waits for nobody."""
        if self.asks_road() and not self.road():
            return road_question(self.walk)
        return next((q for q in self._open_ones() if q.fact not in self.answers), None)

    def open_titles(self) -> list[str]:
        """What is still open, by the names of the facts."""
        fields = self.walk.fields
        waiting = [q.fact for q in self._open_ones() if q.fact not in self.answers]
        return [pick(fields[fact].label) for fact in waiting if fact in fields]

    def stops(self) -> list[Stop]:
        """All places in order: facts, the questions answered, the open one, remedy, amounts, confirm."""
        stops = [Stop(FACTS, True)]
        if self.asks_road():
            stops.append(Stop(ROAD, bool(self.road()), road_question(self.walk)))
        stops += [Stop(asks(question.fact), True, question) for question in self.asked_questions()]
        open_one = self.open_question()
        if open_one is not None and open_one.fact != ROAD_FACT:
            stops.append(Stop(asks(open_one.fact), False, open_one))
        complete = self.complete
        for place in (REMEDY, AMOUNTS):
            stops.append(Stop(place, complete and place in self.seen))
        stops.append(Stop(CONFIRM, False))
        return stops

    @property
    def complete(self) -> bool:
        """Nothing is left to ask, so that it can be written."""
        return self.open_question() is None and self.walk.conclusion.complete

    def still_to_come(self) -> int:
        """At most how many questions may follow the open one."""
        return max(self.walk.conclusion.remaining_estimate - 1, 0) if self.open_question() is not None else 0

    def reachable(self, place: str) -> bool:
        """Whether the list may jump there: what is behind an open question waits for it."""
        return place == FACTS or place.startswith(_ASKS) or self.open_question() is None

    def question_here(self) -> Question | None:
        """The question of the present place."""
        return next((stop.question for stop in self.stops() if stop.place == self.place), None)

    def first_open(self) -> str:
        """Where work goes on; a road nobody has confirmed comes first."""
        confirmed = ROAD_FACT in self.answers or self.walk.page.resolution is not None
        if is_asked(self.walk.roads) and self.walk.roads and not confirmed:
            return ROAD
        question = self.open_question()
        return asks(question.fact) if question is not None else REMEDY

    def next_place(self) -> str | None:
        """The place after this one, None at the end or while this one has no answer."""
        places = [stop.place for stop in self.stops()]
        at = places.index(self.place)
        question = self.question_here()
        if question is not None and question.fact not in self.answers and not (self.place == ROAD and self.road()):
            return None
        if at + 1 >= len(places) or not self.reachable(places[at + 1]):
            return None
        return places[at + 1]

    def previous_place(self) -> str | None:
        """The place before this one, None at the first."""
        places = [stop.place for stop in self.stops()]
        at = places.index(self.place)
        return places[at - 1] if at > 0 else None

    def go(self, place: str) -> None:
        """Stand at another place."""
        self.seen.add(self.place)
        self.place = place
