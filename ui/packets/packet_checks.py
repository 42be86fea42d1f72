"""What is checked before a packet is handed out: as sentences with a state, and their rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.packet_results import PacketPreview
from models.kinds import Derivation
from models.packet_records import PacketPlan
from models.records import Evidence
from models.rules.exhibit_versions import bares_what_is_redacted, version_shown
from models.rules.packet_presets import PacketPreset
from models.rules.packet_proofs import ExpectedProof
from ui import format as shown
from ui.i18n import language, translator
from ui.packets.options.deadline import nearest_clock, receiver_clock
from ui.packets.options.leaving import kinds_line, read_leaving
from ui.packets.options.preset_words import checked_line, is_old
from ui.packets.packet_state import PacketState
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import link_button
from ui.widgets.controls import IconMark
from ui.widgets.panel import clear_layout, column, line

tr = translator("packet_options")
_GLYPHS_NAMED = 6
_NEEDS_NAMED = 3
_LISTED = 12
_ICONS = {"done": "circle-check", "due": "circle-alert", "overdue": "circle-x", "waiting": "circle-dashed"}


@dataclass(frozen=True, slots=True)
class Check:
    """One line: whether it is well (done), wants a look (due), stops the packet (overdue) or is not known yet.

    `offer` are the words of what can be done about it, `act` names it, `about` is the evidence it is about.
    """

    state: Literal["done", "due", "overdue", "waiting"]
    text: str
    act: str = ""
    offer: str = ""
    about: int = 0


@dataclass(frozen=True, slots=True)
class Facing:
    """Whom the packet faces: the case as read, what is chosen for it, its receiver, the moment and the shop's zone."""

    state: PacketState
    plan: PacketPlan
    preset: PacketPreset | None
    now: datetime
    zone: tzinfo


def checks_of(exhibits: Sequence[Evidence], preview: PacketPreview | None, facing: Facing | None = None) -> list[Check]:
    """The checks of a packet with these exhibits; `preview` is None while none is there."""
    made = [_whole(exhibits, preview)]
    if facing is not None:
        made += _redacted(exhibits, facing)
    if preview is not None and facing is not None:
        made.append(_leaving(preview))
    made.append(_proving(exhibits))
    if preview is not None:
        made += _shown(exhibits, preview)
        made.append(_letters(preview))
    if facing is not None:
        made += [*_needed(facing), *_once(facing), *_in_time(facing), *_aged(facing)]
    return made


def bare_exhibits(exhibits: Sequence[Evidence], page_evidence: Sequence[Evidence], plan: PacketPlan) -> list[int]:
    """The places of exhibits shown by a file that hides nothing although a redacted copy exists."""
    places = []
    for place, item in enumerate(exhibits, 1):
        chosen = plan.exhibit(item.id).version
        file = version_shown(item, page_evidence, chosen, redacted_first=plan.redacted_first, marks=plan.marks)
        if bares_what_is_redacted(item, page_evidence, file):
            places.append(place)
    return places


def replaced_exhibits(exhibits: Sequence[Evidence], page_evidence: Sequence[Evidence], plan: PacketPlan) -> int:
    """How many exhibits are shown by a redacted copy, or one made of it."""
    known = {item.id: item for item in page_evidence}
    count = 0
    for item in exhibits:
        file: Evidence | None = version_shown(
            item, page_evidence, plan.exhibit(item.id).version, redacted_first=plan.redacted_first, marks=plan.marks
        )
        while file is not None and file.id != item.id and file.derivation is not Derivation.REDACTED:
            file = known.get(file.parent_id) if file.parent_id is not None else None
        count += file is not None and file.id != item.id
    return count


def _whole(exhibits: Sequence[Evidence], preview: PacketPreview | None) -> Check:
    if preview is None:
        return Check("waiting", tr("Originals not compared yet"))
    no_copy = [place for place, item in enumerate(exhibits, 1) if item.id in preview.no_copy]
    if no_copy:
        text = tr("The copy chosen for it is not there, kept out: exhibit %1. Choose another.", _listed(no_copy))
        return Check("overdue", text, "exhibit", tr("Show"), exhibits[no_copy[0] - 1].id)
    bad = [place for place, item in enumerate(exhibits, 1) if item.id in preview.kept_out]
    if bad:
        text = tr("Not as imported, kept out: exhibit %1. Take it out, or restore it.", _listed(bad))
        return Check("overdue", text, "exhibit", tr("Show"), exhibits[bad[0] - 1].id)
    if not exhibits:
        return Check("due", tr("No exhibit goes in"))
    return Check("done", tr("%n original(s) as imported, by SHA-256", n=len(exhibits)))


def _redacted(exhibits: Sequence[Evidence], facing: Facing) -> list[Check]:
    bare = bare_exhibits(exhibits, facing.state.page.evidence, facing.plan)
    if bare:
        text = tr("Shown without its redactions: exhibit %1", _listed(bare))
        return [Check("due", text, "exhibit", tr("Show"), exhibits[bare[0] - 1].id)]
    return []


def _leaving(preview: PacketPreview) -> Check:
    read = read_leaving(preview.leaving)
    if not read:
        return Check("done", tr("No phone number, address or name found in the texts"))
    return Check("due", tr("In the texts: %1", kinds_line(read)), "leaving", tr("Show"))


def _proving(exhibits: Sequence[Evidence]) -> Check:
    silent = [place for place, item in enumerate(exhibits, 1) if not item.proves.strip()]
    if silent:
        text = tr("Does not say what it proves: exhibit %1", _listed(silent))
        return Check("due", text, "proves", tr("Write"), exhibits[silent[0] - 1].id)
    return Check("done", tr("Every exhibit says what it proves"))


def _shown(exhibits: Sequence[Evidence], preview: PacketPreview) -> list[Check]:
    known = {item.id for item in exhibits}
    blind = [placed.number for placed in preview.exhibits if not placed.shown and placed.evidence_id in known]
    return [Check("due", tr("Cannot be shown on paper: exhibit %1", _listed(blind)))] if blind else []


def _letters(preview: PacketPreview) -> Check:
    missing = preview.missing_glyphs
    if not missing:
        return Check("done", tr("Every character can be printed"))
    named = " ".join(f"{one_line(char)} (U+{ord(char[0]):04X})" for char in missing[:_GLYPHS_NAMED] if char)
    return Check("due", tr("%1 printed as a box: %2", tr("%n character(s)", n=len(missing)), named))


def _needed(facing: Facing) -> list[Check]:
    must = [need for need in facing.state.needs if need.level == "must"]
    rest = [need for need in facing.state.needs if need.level == "should"]
    made = []
    if must:
        made.append(Check("due", tr("Expected for this problem and missing: %1", _named(must)), "evidence", tr("Add")))
    if rest:
        made.append(Check("waiting", tr("Would help, not required: %1", _named(rest)), "evidence", tr("Add")))
    return made


def _named(needs: Sequence[ExpectedProof]) -> str:
    names = tr(", ").join(one_line(need.name.pick(language())) for need in needs[:_NEEDS_NAMED])
    rest = len(needs) - _NEEDS_NAMED
    return f"{names} {tr('and %n more', n=rest)}" if rest > 0 else names


def _once(facing: Facing) -> list[Check]:
    preset = facing.preset
    if preset is None or not preset.one_submission:
        return []
    before = next((each for each in facing.state.packets if each.preset == preset.id), None)
    if before is None:
        return [Check("done", tr("The receiver takes one submission: nothing was handed out to it yet"))]
    when = shown.day_and_time(before.made_at, facing.now, language(), facing.zone)
    return [Check("due", tr("The receiver takes one submission, and %1 was handed out %2", before.number, when))]


def _in_time(facing: Facing) -> list[Check]:
    if facing.preset is None:
        return []
    clock = receiver_clock(facing.state.page, facing.preset) or nearest_clock(facing.state.page)
    if clock is None:
        return []
    counted = shown.countdown(clock.due_at, facing.now, language())
    text = f"{one_line(clock.label(language()))}: {counted.text}"
    if clock.due_at <= facing.now:
        return [Check("due", text)]
    return [Check("due" if counted.state == "due" else "done", text)]


def _aged(facing: Facing) -> list[Check]:
    preset = facing.preset
    if preset is None or not is_old(preset, facing.now.astimezone(facing.zone).date()):
        return []
    return [Check("due", checked_line(preset, facing.now.astimezone(facing.zone).date()), "preset", tr("Look"))]


def _listed(numbers: Iterable[int]) -> str:
    listed = list(numbers)
    text = tr(", ").join(str(number) for number in listed[:_LISTED])
    return f"{text} {tr('and %n more', n=len(listed) - _LISTED)}" if len(listed) > _LISTED else text


class CheckRows(QWidget):
    """`acted(act, about)`: what a check offers was chosen."""

    acted = Signal(str, int)
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Check, ...] | None = None
        rows = column(self, spacing=8)
        rows.addWidget(PlainLabel(tr("Before handing out"), self, role="heading"))
        self._box = QWidget(self)
        self._rows = column(self._box, spacing=6)
        rows.addWidget(self._box)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What is well and what is not."""
        if tuple(checks) == self._shown:
            return
        self._shown = tuple(checks)
        clear_layout(self._rows)
        for check in checks:
            self._rows.addWidget(self._row(check))
        self.rebuilt.emit()

    def _row(self, check: Check) -> QWidget:
        holder = QWidget(self._box)
        row = line(holder, spacing=8)
        mark = IconMark(_ICONS[check.state], "done" if check.state == "done" else check.state, 16, holder)
        beside = column(margins=(0, 3, 0, 0))
        beside.addWidget(mark)
        beside.addStretch(1)
        row.addLayout(beside)
        quiet = check.state in ("done", "waiting")
        row.addWidget(PlainLabel(check.text, holder, wrap=True, ink="" if quiet else check.state), 1)
        if check.act:
            act = link_button(check.offer, holder)
            act.setAccessibleDescription(check.text)
            act.clicked.connect(lambda: self.acted.emit(check.act, check.about))
            row.addWidget(act)
        return holder
