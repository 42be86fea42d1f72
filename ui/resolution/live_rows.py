"""The rows of the live pane: reasons, clocks, evidence still missing, registers and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.rules.checklist import ChecklistItem
from models.rules.citations import locator_in
from models.rules.conclusion import ClockPlan, EvidenceNeed, ExposureView, RegisterPlan, Source, Warned
from models.rules.pack_parts import Text
from ui import format as shown
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, plain_tooltip
from ui.resolution.live_parts import LiveRow, NumberMark, SourceTag
from ui.resolution.wording import (
    confidence_text,
    due_text,
    exposure_text,
    holder_text,
    level_text,
    pick,
    span_text,
    warning_text,
)
from ui.widgets import painting
from ui.widgets.buttons import link_button
from ui.widgets.controls import Chip, IconMark
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import column, line
from ui.words import timeout_sentence, word

tr = translator("resolution")
_SIDES = (16, 0, 16, 0)
_CLOCK_ROOM = 260
_TAGS_LONG = 1
_TAGS_MOST = 4


class SourceBook:
    """The sources of a conclusion by their tags, and the tags that lead to them."""

    def __init__(self, sources: Sequence[Source], follow: Callable[[int], object], titles: Mapping[str, Text]) -> None:
        self._sources = {source.tag: source for source in sources}
        self.titles = titles
        self._follow = follow

    def tags(self, names: Sequence[str], parent: QWidget, *, short: bool = False) -> list[SourceTag]:
        """Tags for the sources of a row: the first with its title, further ones as numbers."""
        known = [self._sources[name] for name in dict.fromkeys(names) if name in self._sources]
        found = sorted(known, key=lambda source: source.number)[:_TAGS_MOST]
        tags = []
        for at, source in enumerate(found):
            tag = SourceTag(
                source.number,
                pick(source.title),
                source_line(source, self.titles),
                parent,
                short=short or at >= _TAGS_LONG or len(found) > 2,
            )
            tag.clicked.connect(lambda _=False, number=source.number: self._follow(number))
            tags.append(tag)
        return tags


def source_line(source: Source, titles: Mapping[str, Text]) -> str:
    """`《…》第 27 条 · 店铺手册 1.0.0`, the rule's place and pack in one line."""
    title = pick(source.title)
    if language() == "zh" and not title.startswith("《"):
        title = f"《{title}》"
    place = f" {locator_in(source.locator, language())}" if source.locator else ""
    pack = pick(titles[source.pack_id]) if source.pack_id in titles else source.pack_id
    return f"{title}{place} · {pack} {source.pack_version}"


def reason_row(text: str, names: Sequence[str], book: SourceBook, parent: QWidget, *, quiet: bool = False) -> LiveRow:
    """A sentence with its sources at the right."""
    row = LiveRow(text, parent)
    box = line(row, margins=_SIDES, spacing=8)
    label = PlainLabel(text, row, role="small" if quiet else "body", ink="text3" if quiet else "text2", wrap=True)
    box.addWidget(label, 1)
    for tag in book.tags(names, row):
        box.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
    return row


def clock_row(
    clock: ClockPlan, names: dict[str, str], book: SourceBook, now: datetime, where: tzinfo, parent: QWidget,
    enter: Callable[[str], object],
) -> LiveRow:  # fmt: skip
    """A clock that will start: who, when, by which source; what it waits for can be entered."""
    due, ink = due_text(clock, names, now, where)
    waits = clock.unknown if clock.due_at is None else ()
    if waits:
        due = tr("not yet known")
    row = LiveRow(f"{pick(clock.label)} {due}", parent)
    whole = column(row, margins=_SIDES, spacing=0)
    box = line(spacing=8)
    box.addWidget(IconMark("clock", ink if ink in ("due", "overdue") else "text3", 14, row))
    label = ElidedLabel(pick(clock.label), row)
    box.addWidget(label, 5)
    when = ElidedLabel(due, row, ink="" if ink == "text" else ink)
    when.setMinimumHeight(26)
    box.addWidget(when, 4)
    for tag in book.tags(
        (clock.source,), row, short=painting.text_width(pick(clock.label)) + painting.text_width(due) > _CLOCK_ROOM
    ):
        box.addWidget(tag)
    whole.addLayout(box)
    if waits:
        whole.addWidget(_waiting(waits, names, enter, row))
    beside = [tr("Acts: %1", word(clock.who))]
    if clock.on_timeout:
        beside.append(tr("If it runs out: %1", timeout_sentence(clock.on_timeout)))
    if clock.not_announced:
        years = ", ".join(map(str, clock.not_announced))
        beside.append(tr("The holidays of %1 are not announced yet.", years))
    if len(beside) > 1:
        note = PlainLabel(" · ".join(beside), row, role="small", ink="text3", wrap=True)
        note.setContentsMargins(22, 0, 0, 4)
        whole.addWidget(note)
    tip = [pick(clock.label), due_text(clock, names, now, where)[0], *beside]
    if clock.due_at is not None:
        tip.append(shown.full_moment(clock.due_at, where))
    if clock.warn_before:
        tip.append(tr("Warns %1 before", span_text(clock.warn_before)))
    plain_tooltip(row, "\n".join(tip))
    return row


def _waiting(waits: Sequence[str], names: dict[str, str], enter: Callable[[str], object], parent: QWidget) -> QWidget:
    """What a clock waits for, each a link to where it is entered."""
    holder = QWidget(parent)
    flow = FlowLayout(holder, spacing=10, line_spacing=0)
    flow.setContentsMargins(22, 0, 0, 4)
    label = PlainLabel(tr("Waits for"), holder, role="small", ink="text3")
    flow.addWidget(label)
    for name in waits:
        link = link_button(names.get(name, name), holder)
        label.setFixedHeight(link.sizeHint().height())
        link.clicked.connect(lambda _=False, name=name: enter(name))
        flow.addWidget(link)
    return holder


def evidence_row(item: ChecklistItem, copy: Callable[[EvidenceNeed], object], parent: QWidget) -> LiveRow:
    """Evidence still missing, how much it is needed, and the text to ask for it."""
    need = item.need
    row = LiveRow(f"{pick(need.label)} {level_text(need.level)}", parent)
    row.setMinimumHeight(26)
    box = line(row, margins=_SIDES, spacing=8)
    box.addWidget(IconMark("circle-dashed", "due" if need.level == "must" else "text3", 14, row))
    label = ElidedLabel(pick(need.label), row)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    box.addWidget(label)
    joint = "，" if language() == "zh" else ", "
    words = joint.join(part for part in (level_text(need.level), holder_text(need.holder)) if part)
    box.addWidget(PlainLabel(words, row, role="small", ink="due" if need.level == "must" else "text3"))
    box.addStretch(1)
    if need.ask_text:
        ask = link_button(tr("Copy request"), row)
        ask.setAccessibleName(tr("Copy the text that asks for %1", pick(need.label)))
        plain_tooltip(ask, pick(need.ask_text))
        ask.clicked.connect(lambda: copy(need))
        box.addWidget(ask)
    return row


def register_row(plans: Sequence[RegisterPlan], parent: QWidget) -> LiveRow:
    """The registers that will be written, with their amounts."""
    words = []
    for plan in plans:
        amount = f" {shown.money(plan.amount)}" if plan.amount is not None else ""
        words.append(f"{pick(plan.label)}{amount}")
    row = LiveRow(" · ".join(words), parent)
    box = line(row, margins=_SIDES, spacing=8)
    box.addWidget(
        PlainLabel(tr("Will be entered in"), row, role="small", weight=600, ink="text2"), 0, Qt.AlignmentFlag.AlignTop
    )
    holder = QWidget(row)
    flow = FlowLayout(holder)
    for text in words:
        flow.addWidget(Chip(text, None, holder))
    box.addWidget(holder, 1)
    return row


def exposure_row(view: ExposureView, book: SourceBook, parent: QWidget) -> LiveRow:
    """What may follow: points with what they lead to, money, a ban, a dispute that counts."""
    text = tr("If it goes wrong: %1", exposure_text(view))
    row = LiveRow(text, parent)
    box = line(row, margins=(16, 4, 16, 0), spacing=8)
    box.addWidget(IconMark("triangle-alert", "overdue", 14, row), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(PlainLabel(text, row, role="small", ink="text2", wrap=True), 1)
    for tag in book.tags((view.source,), row):
        box.addWidget(tag, 0, Qt.AlignmentFlag.AlignTop)
    return row


def warning_row(warned: Warned, titles: Mapping[str, Text], parent: QWidget, enter: Callable[[str], object]) -> LiveRow:
    """A warning: a note of the packs, or a number, a year or a review that is missing."""
    text = warning_text(warned, titles)
    row = LiveRow(text, parent)
    box = line(row, margins=_SIDES, spacing=8)
    plain = warned.code == "pack_note"
    if not plain:
        box.addWidget(IconMark("triangle-alert", "due", 14, row), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(PlainLabel(text, row, role="small", ink="text3" if plain else "due", wrap=True), 1)
    number = warned.values.get("number", "")
    if number:
        link = link_button(tr("Enter it"), row)
        link.setAccessibleName(tr("Enter in the rules: %1", pick(warned.text)))
        link.clicked.connect(lambda: enter(f"{warned.values.get('pack', '')}/{number}"))
        box.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return row


class SourceRow(LiveRow):
    """A numbered source with its pack, how sure it is, and when it is to be reviewed."""

    def __init__(self, source: Source, titles: Mapping[str, Text], parent: QWidget) -> None:
        says = source_line(source, titles)
        super().__init__(says, parent)
        self.number = source.number
        box = line(self, margins=_SIDES, spacing=6)
        box.addWidget(NumberMark(source.number, self), 0, Qt.AlignmentFlag.AlignTop)
        words = column(spacing=0)
        words.addWidget(PlainLabel(says, self, role="small", ink="text2", wrap=True))
        notes = [confidence_text(source)]
        if source.review_by:
            past = tr("was to be reviewed by %1", source.review_by)
            notes.append(past if source.past_review else tr("review by %1", source.review_by))
        note = PlainLabel(" · ".join(notes), self, role="tiny", ink="due" if source.past_review else "text3")
        words.addWidget(note)
        box.addLayout(words, 1)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{source.number} {says} · {' · '.join(notes)}")
