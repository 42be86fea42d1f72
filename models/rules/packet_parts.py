"""The parts of a packet's content as frozen values, and the words it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Literal, Protocol

from models.kinds import PacketLanguage, Paper
from models.packet_records import Crop, ExhibitPlan
from models.records import Evidence, HistoryEvent
from models.rules.packet_phrases import Phrases

Language = Literal["zh", "en"]


class Words(Protocol):
    """Names of kinds and sentences of history events, from the word lists in resources."""

    def word(self, member: StrEnum, lang: str, /) -> str:
        """The member's name in `zh` or `en`."""

    def sentence(self, event: HistoryEvent, lang: str, /) -> str:
        """The event in one sentence."""


@dataclass(frozen=True, slots=True)
class ExhibitChoice:
    """One piece of evidence taken into a packet, in its order; empty texts fall back to the evidence's own.

    `original` is the file a derived copy was made from, when the case page does not hold it. `plan`: how it is shown,
    None for its own file whole. `places`: the page and moment each copy of a part shows, by the copy's id. `bubbles`
    are the messages of a chat, `legend` number and meaning of the marks on copies, by the copy's id. `short`: how many
    bytes of a long text are shown. `moments`: what the chronology tells of the chat; `apart`: lines of it that belong
    to no message.
    """

    evidence: Evidence
    title: str = ""
    proves: str = ""
    original: Evidence | None = None
    plan: ExhibitPlan | None = None
    places: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    bubbles: tuple[Bubble, ...] = ()
    legend: Mapping[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    short: int | None = None
    moments: tuple[ChatMoment, ...] = ()
    apart: int = 0


@dataclass(frozen=True, slots=True)
class KeptOut:
    """Evidence that was asked for and is in no version of it fit to be shown.

    `why`: `changed`, `missing` (its file is not as imported), `no_redacted`, `no_annotated` (that copy was chosen and
    is not there), `redacted_unfit` (there are redacted copies, and none is as it was made).
    """

    evidence_id: int
    number: int
    why: str

    @property
    def no_copy(self) -> bool:
        """Whether only the copy chosen to show it is not there."""
        return self.why.startswith("no_")


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where the history's hash chain stood when the packet was made."""

    seq: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PacketHead:
    """Who, which case, which packet, for whom, what is asked."""

    shop: str
    case_number: str
    number: str
    addressee: str
    made_at: datetime
    made_by: str
    asked: str


@dataclass(frozen=True, slots=True)
class AmountLine:
    """One line of the amounts; the strong one is the shop's offer."""

    label: str
    amount: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class ChronologyLine:
    """One fact with its local time and the exhibits that show it."""

    at: str
    fact: str
    exhibits: str = ""


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One item of the order."""

    title: str
    variant: str
    quantity: str
    price: str


@dataclass(frozen=True, slots=True)
class ParcelLine:
    """One parcel: carrier, number, when it left and arrived; `way` says of one that is not the first: back, again."""

    carrier: str
    tracking: str
    shipped: str
    signed: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class WeightRow:
    """One line of the sum of weights: what, how much, from the least to the most; the strong ones are results."""

    label: str
    amount: str
    span: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class WeightSection:
    """The sum line by line, and in one sentence what it shows of a missing item."""

    rows: tuple[WeightRow, ...]
    said: str


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A rule the shop relies on, the pack with its version it stands in, and since when that applies."""

    source: str
    pack: str
    dated: str = ""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to be painted: a photo, a page of a document (from 0), a moment of a film; `label` goes under it."""

    evidence: Evidence
    crop: Crop | None = None
    page: int = 0
    at_ms: int | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of a chat: whose (`ours`, `theirs`, or `notice` of the program), the name, the time as written."""

    side: Literal["ours", "theirs", "notice"]
    speaker: str
    said_at: str
    text: str


@dataclass(frozen=True, slots=True)
class ChatMoment:
    """A message worth a line of the chronology; `side` is `ours`, `theirs`, or empty where nobody knows whose it is."""

    at: datetime
    side: str
    speaker: str
    text: str


@dataclass(frozen=True, slots=True)
class ExhibitPage:
    """One exhibit: number, title, what it proves, label and value pairs, hashes; and how it is shown.

    `shots` are painted in order; `bubbles` instead of the plain text of a chat. `legend`: number and meaning of the
    marks burnt into a copy. `per_page`: how many such exhibits share a page. `slot`: the type of evidence, where asked.
    `asked_id` is the evidence the exhibit was made of, whichever version shows it; `unredacted`: it shows pictures in
    which nothing was hidden.
    """

    number: int
    title: str
    proves: str
    evidence: Evidence
    original: Evidence | None
    facts: tuple[tuple[str, str], ...]
    hashes: tuple[tuple[str, str], ...]
    shots: tuple[Shot, ...] = ()
    bubbles: tuple[Bubble, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    per_page: int = 1
    slot: str = ""
    asked_id: int = 0
    unredacted: bool = False

    @property
    def files(self) -> tuple[Evidence, ...]:
        """Every file that is shown or named for it, each once: what has to be as imported before it goes out."""
        shown = (self.evidence, *(shot.evidence for shot in self.shots))
        named = () if self.original is None else (self.original,)
        return tuple({each.id: each for each in (*shown, *named)}.values())


@dataclass(frozen=True, slots=True)
class IntegrityRow:
    """One file of an exhibit on the integrity page. `source`: how it came; `made_of`: from which file, and how."""

    exhibit: int
    original_name: str
    size: str
    imported: str
    captured: str
    state: str
    sha256: str
    source: str = ""
    made_of: str = ""


@dataclass(frozen=True, slots=True)
class PacketContent:
    """All a packet says. Texts of buyers and files stand in it as they came; painting makes them harmless.

    `letterhead`: lines of the shop's own head, the first its name; empty for none. `pattern`: what the shop knows of
    this buyer's earlier cases, only if chosen. `second`: the same in the other language, for a packet in both.
    `texts`: what was written for the receiver's own fields (field, text), beside the summary.
    `summary_most`: what the receiver takes, in its own units as `summary_used`; a draft of which even the core is
    longer says only that, and is over.
    """

    language: Language
    phrases: Phrases
    head: PacketHead
    summary: str
    parties: tuple[tuple[str, str], ...]
    amounts: tuple[AmountLine, ...]
    chronology: tuple[ChronologyLine, ...]
    items: tuple[ItemLine, ...]
    parcels: tuple[ParcelLine, ...]
    policy: tuple[PolicyLine, ...]
    notes: tuple[ChronologyLine, ...]
    exhibits: tuple[ExhibitPage, ...]
    integrity: tuple[IntegrityRow, ...]
    chain: ChainHead | None
    weights: WeightSection | None = None
    paper: Paper = Paper.A4
    letterhead: tuple[str, ...] = ()
    pattern: tuple[tuple[str, str], ...] = ()
    integrity_page: bool = True
    second: PacketContent | None = None
    texts: tuple[tuple[str, str], ...] = ()
    case_id: int = 0
    kept_out: tuple[KeptOut, ...] = ()
    summary_used: int = 0
    summary_most: int | None = None

    @property
    def summary_fits(self) -> bool:
        """Whether the summary is no longer than the receiver takes."""
        return self.summary_most is None or self.summary_used <= self.summary_most

    @property
    def wanted_language(self) -> PacketLanguage:
        """The language as it was chosen."""
        return PacketLanguage.BOTH if self.second is not None else PacketLanguage(self.language)
