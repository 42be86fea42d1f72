"""What the receivers of packets accept, as data: limits with their source, and the date they were last looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from models.kinds import PacketForm, PacketLanguage, Paper, Platform
from models.rules.text_limits import Counting


@dataclass(frozen=True, slots=True)
class PresetSlot:
    """One type of evidence a receiver asks for: a file, a text, or both. `id` is the receiver's own name of the field,
    `text_most` the longest text it takes."""

    id: str
    name_zh: str
    name_en: str
    takes_file: bool = True
    takes_text: bool = False
    text_most: int | None = None


@dataclass(frozen=True, slots=True)
class PresetSource:
    """Where a figure comes from, and how sure it is: `high`, `medium` or `low`. `about` names the field of the preset;
    `second_hand`: not the receiver's own word."""

    about: str
    source: str
    confidence: str
    checked_on: date | None = None
    second_hand: bool = False


@dataclass(frozen=True, slots=True)
class PacketPreset:
    """A receiver. None or an empty tuple: no limit is known. Sizes in bytes, texts in the units of `counting`.

    `formats` are those taken (`pdf`, `jpeg`, `png`, `gif`, `zip`). `dpi` is the most dots per inch of a picture,
    `pixels` the most of one picture, `page_mm` the largest page, `file_pages` the most pages of one file where `pages`
    is that of all. `least_points`: the smallest type; `grey`: nothing may be highlighted in colour. `name_most`: the
    longest name of a file, then of Latin letters and digits only. `summary_slot` takes the summary, `main_slot` what
    has no type of its own. `deadline_hours` counts from when the receiver asks; without it the date the receiver gives
    is entered as a clock of the case. `platforms`: whose shops it is likely for. `own`: changed or made by this shop.
    """

    id: str
    name_zh: str
    name_en: str
    form: PacketForm
    formats: tuple[str, ...]
    total_bytes: int | None = None
    file_bytes: int | None = None
    files: int | None = None
    pages: int | None = None
    file_pages: int | None = None
    pictures: int | None = None
    summary_least: int | None = None
    summary_most: int | None = None
    text_total: int | None = None
    counting: Counting = Counting.CHARACTERS
    dpi: int | None = None
    pixels: int | None = None
    papers: tuple[Paper, ...] = (Paper.A4, Paper.LETTER)
    page_mm: tuple[float, float] | None = None
    least_points: float | None = None
    grey: bool = False
    name_most: int | None = None
    slots: tuple[PresetSlot, ...] = ()
    summary_slot: str = ""
    main_slot: str = ""
    language: PacketLanguage | None = None
    platforms: tuple[Platform, ...] = ()
    deadline_hours: int | None = None
    deadline_zh: str = ""
    deadline_en: str = ""
    one_submission: bool = False
    note_zh: str = ""
    note_en: str = ""
    sources: tuple[PresetSource, ...] = ()
    checked_on: date | None = None
    own: bool = False

    def slot(self, slot_id: str) -> PresetSlot | None:
        """The type of evidence of that name; None if this receiver has none."""
        return next((each for each in self.slots if each.id == slot_id), None)
