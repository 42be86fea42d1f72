"""A packet for receivers that take one file for each type of evidence, and a text for each of their fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.packets.build import only
from desktop.packets.counted import CountedPictures, shots_of
from desktop.packets.fit_steps import Ladder, Steps, rung_at
from desktop.packets.fitting_pdf import (
    Builder,
    Built,
    highest_build,
    illegible_refusals,
    measured_refusals,
    pages_by_exhibit,
)
from desktop.packets.naming import distinct, file_name
from desktop.packets.pieces import joined
from desktop.packets.values import Fitted, OutFile, PictureSource, PlacedExhibit
from models.rules.packet_fit import LADDER, Refusal, meters_of, over_refusal
from models.rules.packet_parts import ExhibitPage, PacketContent
from models.rules.packet_presets import PacketPreset, PresetSlot
from models.rules.packet_slots import slot_of

Texts = tuple[tuple[str, str], ...]


def fit_slots(
    content: PacketContent, pictures: PictureSource, preset: PacketPreset, texts: Texts, steps: Steps
) -> Fitted:
    """One PDF for each type that has exhibits, in their order; the main one opens with the packet's first pages."""
    return _SlotsFit(content, pictures, preset, texts, steps).fitted()


@dataclass(frozen=True, slots=True)
class _File:
    slot: PresetSlot
    numbers: tuple[int, ...]
    main: bool


class _SlotsFit:
    def __init__(
        self, content: PacketContent, pictures: PictureSource, preset: PacketPreset, texts: Texts, steps: Steps
    ) -> None:
        self._content, self._preset, self._texts, self._steps = content, preset, texts, steps
        self._pictures = CountedPictures(pictures)
        self._ladder = Ladder(shots_of(content, pictures), self._pictures, steps)
        self._builder = Builder(self._pictures, preset, self._ladder, steps)
        self._ids = {page.number: page.evidence.id for page in content.exhibits}
        self._homeless = [page for page in content.exhibits if slot_of(preset, page) is None]
        self._files = self._sorted()

    def fitted(self) -> Fitted:
        """All files on the highest rung on which they fit together and one by one."""
        preset = self._preset
        made = self._on_highest()
        names = [file_name(self._content.head.number, each.slot.id, "pdf", preset.name_most) for each in self._files]
        names = distinct(names)
        files = tuple(
            OutFile(name, "pdf", built.content, slot=each.slot.id, pages=built.file.pages)
            for name, each, built in zip(names, self._files, made, strict=True)
        )
        titles = [self._named(each.slot) for each in self._files]
        whole = joined([(title, each.content) for title, each in zip(titles, files, strict=True)])
        pages = sum(each.pages for each in files)
        dpi = max((round(each.seen.dpi) for each in made if each.seen is not None), default=0)
        sizes = [(each.name, len(each.content)) for each in files]
        return Fitted(
            (*files, *self._written(files)), whole, pages,
            meters_of(preset, sizes, pages=pages, pictures=None, dpi=dpi), tuple(self._refusals(files, made)),
            tuple(sorted({char for each in made for char in each.file.missing_glyphs})), tuple(_placed(made)),
            rung_at(made[0].place),
        )  # fmt: skip

    def _sorted(self) -> list[_File]:
        """The files in the receiver's order; the main one is always there, for the first pages."""
        by_slot: dict[str, list[ExhibitPage]] = {}
        for page in self._content.exhibits:
            slot = slot_of(self._preset, page)
            if slot is not None:
                by_slot.setdefault(slot.id, []).append(page)
        found = []
        for slot in self._preset.slots:
            main = slot.id == self._preset.main_slot
            if slot.takes_file and (main or slot.id in by_slot):
                found.append(_File(slot, tuple(page.number for page in by_slot.get(slot.id, ())), main))
        return found

    def _build(self, each: _File, place: int) -> Built:
        content = _of_file(self._content, each)
        return self._builder.build(content, place, cover=each.main)

    def _on_highest(self) -> list[Built]:
        """All files built on one rung; those too large by themselves go further down alone."""
        preset = self._preset
        whole: dict[int, list[Built]] = {}

        def build(place: int) -> Built:
            whole[place] = [self._build(each, place) for each in self._files]
            some = whole[place]
            together = b"".join(each.content for each in some)
            return replace(some[0], content=together)

        place = highest_build(preset.total_bytes, self._ladder, build).place
        made = whole[place]
        limit = preset.file_bytes
        for at, each in enumerate(self._files):
            while limit is not None and len(made[at].content) > limit and made[at].place + 1 < len(LADDER):
                made[at] = self._build(each, made[at].place + 1)
        return made

    def _refusals(self, files: Sequence[OutFile], made: Sequence[Built]) -> list[Refusal]:
        preset, ids, found = self._preset, self._ids, []
        if self._homeless:
            numbers = tuple(page.number for page in self._homeless)
            first = self._homeless[0]
            found.append(Refusal("unknown_slot", {"slot": first.slot}, numbers, first.evidence.id))
        found += illegible_refusals(preset, self._ladder, max(one.place for one in made), ids)
        weights = self._ladder.by_exhibit(max(one.place for one in made))
        pages: dict[int, int] = {}
        for one in made:
            pages |= pages_by_exhibit(one.file)
        for each, file, built in zip(self._files, files, made, strict=True):
            mine = {number: weights[number] for number in each.numbers}
            if preset.file_bytes is not None and len(file.content) > preset.file_bytes:
                limit = preset.file_bytes
                found.append(over_refusal("file_bytes_over", len(file.content), limit, mine, ids, file=file.name))
            if preset.file_pages is not None and file.pages > preset.file_pages:
                some = {number: pages.get(number, 0) for number in each.numbers}
                found.append(over_refusal("file_pages_over", file.pages, preset.file_pages, some, ids, file=file.name))
            found += measured_refusals(preset, built.seen, built.file.exhibits, ids)
        total, count = sum(len(each.content) for each in files), sum(each.pages for each in files)
        if preset.total_bytes is not None and total > preset.total_bytes:
            found.append(over_refusal("bytes_over", total, preset.total_bytes, weights, ids))
        if preset.pages is not None and count > preset.pages:
            found.append(over_refusal("pages_over", count, preset.pages, pages, ids))
        if preset.files is not None and len(files) > preset.files:
            found.append(Refusal("files_over", {"used": len(files), "limit": preset.files}))
        return found

    def _named(self, slot: PresetSlot) -> str:
        return _line(slot.name_zh if self._content.language == "zh" else slot.name_en)

    def _written(self, files: Sequence[OutFile]) -> tuple[OutFile, ...]:
        """A text for each field, to be pasted, and one that says what goes where."""
        head, texts = self._content.head, self._fields()
        taken = [file_name(head.number, "overview", "txt")]
        names = distinct([*taken, *(file_name(head.number, name, "txt") for name in texts)])[1:]
        written = [
            OutFile(file, "txt", text.encode("utf-8"), slot=name)
            for file, (name, text) in zip(names, texts.items(), strict=True)
        ]
        lines = [f"{head.number}　{head.case_number}　{head.shop}", ""]
        for each, file in zip(self._files, files, strict=True):
            lines.append(f"{file.name}　→　{_line(each.slot.id)}　{self._named(each.slot)}")
            titles = {page.number: page.title for page in self._content.exhibits}
            lines += [f"    {number}　{_line(titles[number])}" for number in each.numbers]
        for text_file in written:
            slot = self._preset.slot(text_file.slot)
            lines.append(
                f"{text_file.name}　→　{_line(text_file.slot)}　{self._named(slot) if slot is not None else ''}"
            )
        overview = "\n".join(lines) + "\n"
        return (*written, OutFile(file_name(head.number, "overview", "txt"), "txt", overview.encode("utf-8")))

    def _fields(self) -> Mapping[str, str]:
        """The texts by field; the summary stands in its own unless something else was written there."""
        found = {name: text for name, text in self._texts if text.strip()}
        slot = self._preset.summary_slot
        if slot and self._content.summary.strip():
            found.setdefault(slot, self._content.summary)
        return found


def _of_file(content: PacketContent, file: _File) -> PacketContent:
    """What one file says: the main one of the integrity of all exhibits, the others of none but their own pages'."""
    some = only(content, file.numbers)
    second = None if content.second is None else _of_file(content.second, file)
    if file.main:
        return replace(some, integrity=content.integrity, second=second)
    return replace(some, integrity_page=False, second=second)


def _placed(made: Sequence[Built]) -> list[PlacedExhibit]:
    """Where each exhibit begins in all files one after another, by its number."""
    found, before = [], 0
    for built in made:
        found += [replace(each, page=each.page + before) for each in built.file.exhibits]
        before += built.file.pages
    return sorted(found, key=lambda each: each.number)


def _line(text: str) -> str:
    return " ".join(text.split())[:200]
