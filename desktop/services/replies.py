"""Replies to a buyer: what fits a case, filled in with what is known of it, checked for what must not be said.

Copying one answers the buyer: see case_texts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.platform.resources import resource
from desktop.services.case_texts import CaseTextService
from desktop.services.reply_values import case_signs, case_values, numbered
from desktop.services.texts import checked_text
from desktop.services.workbench import Workbench
from desktop.words import language_code
from models.errors import EnvironmentFault, UserError
from models.kinds import Platform, Temperament
from models.records import CasePage
from models.rules.replies import BLANK, fill, fit_of, fitting, plain_value
from models.rules.reply_book import ReplyBook, Situation, compose, load_book
from models.rules.reply_lint import LIMIT, Finding, RepliesError, Severity, is_refused, lint

if TYPE_CHECKING:
    from models.rules.conclusion import EvidenceNeed

__all__ = ["BLANK", "LIMIT", "Checked", "Finding", "Reply", "ReplyChoice", "ReplyService", "Severity", "reply_book"]
_ONE: Final = "ask_evidence"
_ALL: Final = "ask_evidence_all"
_ABROAD: Final = frozenset({Platform.SHOPIFY, Platform.EBAY, Platform.ETSY, Platform.AMAZON, Platform.WOOCOMMERCE})


@dataclass(frozen=True, slots=True)
class ReplyChoice:
    """A situation there is a reply for. `fits`: the case looks like it; the fitting ones stand first.

    `place` is where it stands among all, `public` ones are read by everybody.
    """

    id: str
    title: str
    group: str
    group_title: str
    fits: bool
    place: int = 0
    public: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What is to be said about a text: findings by place, and how many blanks are still in it."""

    findings: tuple[Finding, ...]
    blanks: int
    characters: int

    @property
    def refused(self) -> bool:
        """Whether it may not be copied as it is."""
        return is_refused(self.findings)


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply filled in. `blanks` are the fields nobody knows; `ReplyService.blank_names` says their names."""

    choice: ReplyChoice
    tone: str
    language: str
    text: str
    blanks: tuple[str, ...]
    checked: Checked


@cache
def reply_book() -> ReplyBook:
    """The templates of resources/replies, read once; RepliesError, EnvironmentFault `replies_unreadable`."""
    files: dict[str, object] = {}
    for path in sorted(resource("replies").glob("*.json")):
        try:
            files[path.stem] = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise EnvironmentFault("replies_unreadable", file=path.name) from error
        except ValueError as error:
            raise RepliesError("replies_unusable", where=path.stem, why="not JSON") from error
    return load_book(files)


class ReplyService:
    """Replies of a case, in a language (`zh`, `en`) and a tone (a word of Temperament; empty for the buyer's own)."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    @staticmethod
    def tone_of(page: CasePage) -> str:
        """How this buyer wants to be spoken to."""
        return (page.buyer.temperament if page.buyer is not None else Temperament.NEUTRAL).value

    @staticmethod
    def language_of(page: CasePage, otherwise: str) -> str:
        """The language this buyer reads: Chinese where the order is written in it, English on platforms abroad."""
        if page.shop.platform in _ABROAD:
            return "en"
        order, buyer = page.order, page.buyer
        words = [order.receiver, order.address, *(line.item_title for line in order.lines)] if order else []
        words += [buyer.nick, buyer.name] if buyer else []
        text = "".join(words)
        if not text.strip():
            return language_code(otherwise)
        return "zh" if any("\u3400" <= letter <= "\u9fff" for letter in text) else "en"

    def choices(self, page: CasePage, language: str, missing: Sequence[EvidenceNeed] = ()) -> tuple[ReplyChoice, ...]:
        """Every situation, the most fitting first, then the others in the order of the files.

        Asking for evidence stands once for each `missing` piece the buyer can give, and once for all together.
        """
        book, language = reply_book(), language_code(language)
        asked = [need for need in missing if need.ask_text]
        signs = case_signs(page, self._bench.clock.now(), asked)
        found: list[ReplyChoice] = []
        fits = {situation.id: situation for situation in fitting(book, signs)}
        for situation in {**fits, **book.situations}.values():
            suits = situation.id in fits
            if situation.id == _ONE:
                # Asked for all at once where several are missing: a buyer is not sent back and forth.
                alone = suits and len(asked) == 1
                found += [
                    _choice(book, situation, language, alone, f"{_ONE}:{need.id}", _asked(situation, need, language))
                    for need in asked
                ]
            elif situation.id != _ALL or len(asked) > 1:
                found.append(_choice(book, situation, language, suits))
        return tuple(sorted(found, key=lambda choice: not choice.fits))

    def reply(
        self, page: CasePage, name: str, tone: str = "", language: str = "zh", missing: Sequence[EvidenceNeed] = ()
    ) -> Reply:
        """One reply by its choice's id; UserError `reply_not_found`."""
        book, language = reply_book(), language_code(language)
        base, _, evidence = name.partition(":")
        situation = book.situations.get(base)
        if situation is None:
            raise UserError("reply_not_found", reply=name)
        asked = [need for need in missing if need.ask_text]
        needs = [need for need in asked if need.id == evidence] if evidence else asked
        values = {**case_values(book, page, language, self._bench.clock.now()), **_asking(needs, language)}
        tone = tone or self.tone_of(page)
        filled = fill(compose(book, situation, tone, language), values)
        title = _asked(situation, needs[0], language) if evidence and needs else ""
        fits = fit_of(situation.when, case_signs(page, self._bench.clock.now(), asked)) > 0
        choice = _choice(book, situation, language, fits, name, title)
        return Reply(choice, tone, language, filled.text, filled.blanks, self.checked(filled.text, page))

    @staticmethod
    def blank_names(reply: Reply, language: str) -> tuple[str, ...]:
        """What is not known, each name once."""
        fields = reply_book().fields
        return tuple(dict.fromkeys(fields[name].pick(language_code(language)) for name in reply.blanks))

    def replies(
        self, page: CasePage, language: str, tone: str = "", missing: Sequence[EvidenceNeed] = ()
    ) -> tuple[Reply, ...]:
        """All of them filled in, the most fitting first."""
        return tuple(
            self.reply(page, choice.id, tone, language, missing) for choice in self.choices(page, language, missing)
        )

    def checked(self, text: str, page: CasePage | None = None) -> Checked:
        """What a text, edited or not, must not say. Names that come from the case are not held against it."""
        names = names_of(page) if page is not None else ()
        return Checked(lint(reply_book().patterns, text, names=names), text.count(BLANK), len(text))

    def copied(self, page: CasePage, name: str, text: str, *, tone: str = "", language: str = "zh") -> bool:
        """A reply was taken to be sent: kept, noted in the history, and the buyer is answered; undone as one action.

        False where this very text was copied before. UserError `reply_refused` for what must not be said.
        """
        checked_text(text, limit=LIMIT)
        found = self.checked(text, page).findings
        if is_refused(found):
            raise UserError("reply_refused", word=next(each.words for each in found), rule=", ".join(found[0].rules))
        situation = reply_book().situations.get(name.partition(":")[0])
        if situation is None:
            raise UserError("reply_not_found", reply=name)
        details: Mapping[str, object] = {
            "situation": {"zh": situation.title.zh, "en": situation.title.en}, "reply": name,
            "tone": tone or self.tone_of(page), "language": language_code(language),
        }  # fmt: skip
        return CaseTextService(self._bench).reply_copied(
            page.case.id, text, situation=name, language=language_code(language), details=details
        )


def names_of(page: CasePage) -> tuple[str, ...]:
    """Words in a reply that are not ours to choose."""
    order, buyer = page.order, page.buyer
    names = [page.shop.name, page.shop.return_address]
    if buyer is not None:
        names += [buyer.nick, buyer.name]
    if order is not None:
        names += [order.number, order.carrier, *order.tracking_numbers, *(line.item_title for line in order.lines)]
    if page.handler is not None:
        names.append(page.handler.name)
    return tuple(plain for plain in map(plain_value, names) if plain)


def _asked(situation: Situation, need: EvidenceNeed, language: str) -> str:
    colon = "：" if language == "zh" else ": "
    return f"{situation.title.pick(language)}{colon}{need.label.pick(language)}"


def _choice(
    book: ReplyBook, situation: Situation, language: str, fits: bool, name: str = "", title: str = ""
) -> ReplyChoice:
    return ReplyChoice(
        id=name or situation.id,
        title=title or situation.title.pick(language),
        group=situation.group,
        group_title=book.groups[situation.group].pick(language),
        fits=fits,
        place=list(book.situations).index(situation.id),
        public=situation.public,
    )


def _asking(needs: Sequence[EvidenceNeed], language: str) -> dict[str, str]:
    asks = [need.ask_text.pick(language) for need in needs]
    return {
        "ask": asks[0] if asks else "",
        "asks": numbered(asks),
        "evidence": ("、" if language == "zh" else ", ").join(need.label.pick(language) for need in needs),
    }
