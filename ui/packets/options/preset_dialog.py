"""A receiver's figures: looked at with their sources, changed, or written for one of the shop's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from models.kinds import PacketForm, Paper
from models.rules.packet_presets import PacketPreset, PresetSource
from ui.i18n import language, translator
from ui.packets.options.preset_words import (
    FigureRefused,
    checked_line,
    figure_text,
    is_old,
    page_text,
    preset_name,
    read_checked,
    read_figure,
    read_page,
    source_lines,
    sureness,
)
from ui.plain import PlainLabel
from ui.widgets.buttons import Button
from ui.widgets.held_dialog import HeldDialog
from ui.widgets.panel import Banner, FormRows, column, foot_line, line
from ui.words import word

tr = translator("packet_options")
_FORMATS = ("pdf", "jpeg", "png", "gif")
_SURE = ("high", "medium", "low")
_WIDE, _HIGH = 600, 640


class PresetDialog(HeldDialog):
    """`given` carries the PacketPreset to keep; one without an id is new."""

    given = Signal(object)

    def __init__(self, preset: PacketPreset, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preset, self._today = preset, today
        self.setMinimumSize(_WIDE, min(_HIGH, 560))
        title = preset_name(preset) if preset.id else tr("A receiver of your own")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(title, self, role="heading", wrap=True))
        when = checked_line(preset, today)
        if preset.id and is_old(preset, today):
            rows.addWidget(Banner("due", when, "", self))
        elif preset.id and when:
            rows.addWidget(PlainLabel(when, self, ink="text2"))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = FormRows(scroll, label_width=150)
        self.form.setContentsMargins(0, 0, 16, 0)
        self.fields: dict[str, QLineEdit] = {}
        self._add_names()
        self._add_figures()
        self._add_rest()
        self._add_sources()
        scroll.setWidget(self.form)
        rows.addWidget(scroll, 1)
        self.take = Button(tr("Keep"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        rows.addLayout(foot_line(self, tr("Cancel"), self.take))
        self.resize(_WIDE, _HIGH)
        self.name.setFocus()

    # Its fields

    def _line(self, key: str, label: str, text: str, help_text: str = "", longest: int = 60) -> QLineEdit:
        field = QLineEdit(text, self.form)
        field.setMaxLength(longest)
        field.setClearButtonEnabled(False)
        self.form.add_field(label, field, help_text)
        self.fields[key] = field
        return field

    def _add_names(self) -> None:
        self.name = self._line("name", tr("Name"), preset_name(self._preset), longest=80)
        self.kind = QComboBox(self.form)
        for form in PacketForm:
            if form is not PacketForm.SLOTS or self._preset.form is PacketForm.SLOTS:
                self.kind.addItem(word(form), form.value)
        self.kind.setCurrentIndex(max(self.kind.findData(self._preset.form.value), 0))
        self.form.add_field(tr("Takes"), self.kind)
        box = QWidget(self.form)
        row = line(box, spacing=12)
        self.formats: dict[str, QCheckBox] = {}
        for each in _FORMATS:
            tick = QCheckBox(each.upper(), box)
            tick.setChecked(each in self._preset.formats)
            tick.setAccessibleName(each.upper())
            row.addWidget(tick)
            self.formats[each] = tick
        row.addStretch(1)
        self._formats_box = box
        self.form.add_field(tr("Formats"), box, tr("None ticked: nothing is known."))

    def _add_figures(self) -> None:
        nothing = tr("Empty: no limit is known.")
        for key, label in (
            ("total_bytes", tr("Size in all")), ("file_bytes", tr("Size of one file")), ("files", tr("Files")),
            ("pages", tr("Pages")), ("file_pages", tr("Pages of one file")), ("pictures", tr("Pictures")),
            ("summary_least", tr("Summary, at least")), ("summary_most", tr("Summary, at most")),
            ("text_total", tr("All texts together")), ("dpi", tr("Dots per inch")),
            ("pixels", tr("Pixels of a picture")), ("least_points", tr("Smallest type (pt)")),
            ("deadline_hours", tr("Hours to answer")),
        ):  # fmt: skip
            text = figure_text(key, getattr(self._preset, key))
            self._line(key, label, text, nothing if key == "total_bytes" else "", 40)
        self._line("page_mm", tr("Largest page (mm)"), page_text(self._preset.page_mm), longest=40)

    def _add_rest(self) -> None:
        box = QWidget(self.form)
        row = line(box, spacing=12)
        self.papers: dict[Paper, QCheckBox] = {}
        for paper in Paper:
            tick = QCheckBox(word(paper), box)
            tick.setChecked(paper in self._preset.papers)
            tick.setAccessibleName(word(paper))
            row.addWidget(tick)
            self.papers[paper] = tick
        row.addStretch(1)
        self._papers_box = box
        self.form.add_field(tr("Paper"), box)
        self.once = QCheckBox(tr("Takes one submission only"), self.form)
        self.once.setAccessibleName(self.once.text())
        self.once.setChecked(self._preset.one_submission)
        self.form.add_field("", self.once)
        self.note = QPlainTextEdit(self._preset.note_zh if language() == "zh" else self._preset.note_en, self.form)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(64)
        self.form.add_field(tr("Note"), self.note)

    def _add_sources(self) -> None:
        known = source_lines(self._preset)
        if known:
            self.form.add_fact(tr("Sources so far"), "\n".join(known))
        where = tr("Where you read it: a page, a letter, a call.")
        self.source = self._line("source", tr("Your source"), "", where, 300)
        self.sure = QComboBox(self.form)
        for each in _SURE:
            self.sure.addItem(sureness(each), each)
        self.form.add_field(tr("How sure"), self.sure)
        checked = self._preset.checked_on or self._today
        self._line("checked_on", tr("Last checked on"), checked.isoformat(), longest=10)

    # What was typed

    def _read(self) -> tuple[Mapping[str, Any], QWidget | None]:
        """The figures typed, and the first field that cannot be read; each such field says why."""
        found: dict[str, Any] = {}
        wrong: QWidget | None = None
        for key, field in self.fields.items():
            if key in ("name", "source"):
                continue
            try:
                if key == "page_mm":
                    found[key] = read_page(field.text())
                elif key == "checked_on":
                    found[key] = self._checked_on(field.text())
                elif field.text() == figure_text(key, getattr(self._preset, key)):
                    # Not touched: what came with the program stands as it is.
                    found[key] = getattr(self._preset, key)
                else:
                    found[key] = read_figure(key, field.text())
                self.form.set_wrong(field, "")
            except FigureRefused as error:
                self.form.set_wrong(field, str(error))
                wrong = wrong or field
        return found, wrong

    def _checked_on(self, text: str) -> date | None:
        """The day typed; the one that came with the program stands, whatever this computer's clock says."""
        known = self._preset.checked_on
        return known if known is not None and text == known.isoformat() else read_checked(text, self._today)

    def _take(self) -> None:
        found, wrong = self._read()
        name = self.name.text().strip()
        self.form.set_wrong(self.name, "" if name else tr("Give it a name."))
        wrong = wrong if name else self.name
        papers = tuple(paper for paper, tick in self.papers.items() if tick.isChecked())
        self.form.set_wrong(self._papers_box, "" if papers else tr("Tick at least one."))
        wrong = wrong or (None if papers else next(iter(self.papers.values())))
        formats = tuple(each for each, tick in self.formats.items() if tick.isChecked())
        form = PacketForm(self.kind.currentData())
        unfit = self._unfit(form, formats)
        self.form.set_wrong(self._formats_box, unfit)
        wrong = wrong or (self.formats["pdf"] if unfit else None)
        if found.get("summary_least") and found.get("summary_most") and found["summary_least"] > found["summary_most"]:
            self.form.set_wrong(self.fields["summary_least"], tr("More than the most."))
            wrong = wrong or self.fields["summary_least"]
        if wrong is not None:
            wrong.setFocus()
            return
        self.given.emit(self._made(found, name, form, formats, papers))
        self.leave()

    @staticmethod
    def _unfit(form: PacketForm, formats: tuple[str, ...]) -> str:
        if form in (PacketForm.PDF, PacketForm.SLOTS) and formats and "pdf" not in formats:
            return tr("A receiver of files takes PDF; choose pictures otherwise.")
        if form is PacketForm.PICTURES and formats and "jpeg" not in formats:
            return tr("Pictures are made as JPEG: tick it.")
        return ""

    def _made(
        self, found: Mapping[str, Any], name: str, form: PacketForm, formats: tuple[str, ...], papers: tuple[Paper, ...]
    ) -> PacketPreset:
        zh = language() == "zh"
        note = self.note.toPlainText().strip()
        before = self._preset
        words: dict[str, Any] = {"name_zh": name, "name_en": name}
        if before.id and name == preset_name(before):
            words = {"name_zh": before.name_zh, "name_en": before.name_en}
        elif before.id:
            words = {"name_zh": name if zh else before.name_zh, "name_en": before.name_en if zh else name}
        words["note_zh" if zh else "note_en"] = note
        others = tuple(each for each in before.formats if each not in _FORMATS)
        sources = before.sources
        text = self.source.text().strip()
        if text:
            own = PresetSource("", text, str(self.sure.currentData()), found["checked_on"])
            sources = (*sources, own)
        return replace(
            before, **found, **words, form=form, formats=(*formats, *others), papers=papers,
            one_submission=self.once.isChecked(), sources=sources,
        )  # fmt: skip
