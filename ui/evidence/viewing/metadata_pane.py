"""The pane at the right: picture, exhibit, caption, what it proves, tags, where it comes from, and its hash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from models.clock import Clock
from models.records import Evidence, EvidenceRow
from models.rules.conclusion import EvidenceNeed
from ui import format as written
from ui.evidence.gallery.thumbnail_source import ThumbnailSource
from ui.evidence.inline_text import InlineText
from ui.evidence.labels import exhibit_name, is_broken, need_label, tag_word
from ui.evidence.seen_banner import SeenBanner
from ui.evidence.viewing.big_picture import BigPicture
from ui.evidence.viewing.metadata_facts import MetadataFacts
from ui.fonts import font
from ui.i18n import translator
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button, icon_button
from ui.widgets.controls import Chip, IconMark
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import Banner, EmptyPlace, Strip, clear_layout, column, line, rule
from ui.words import word

tr = translator("evidence")
WIDTH = 328
_TAG_LENGTH = 40


class MetadataPane(Strip):
    """Everything about one piece of evidence. Signals carry what the user wants; the page does it."""

    view_wanted = Signal()
    exhibit_wanted = Signal()
    remove_wanted = Signal()
    save_wanted = Signal()
    case_wanted = Signal(str)
    compare_wanted = Signal()
    evidence_wanted = Signal(str, int)
    captioned = Signal(int, str)
    proven = Signal(int, str)
    tagged = Signal(int, str)
    shown = Signal(int)
    """The evidence shown now, or shown anew; 0 for none."""
    restore_wanted = Signal(int)
    verify_wanted = Signal(int)

    def __init__(
        self, clock: Clock, zone: tzinfo, source: ThumbnailSource | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, surface="surface", edge="left")
        self._clock = clock
        self._zone = zone
        self._row: EvidenceRow | None = None
        self._needs: tuple[EvidenceNeed, ...] = ()
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(tr("About this evidence"))
        outer = column(self)
        self._empty = EmptyPlace(
            "image", tr("Choose a piece of evidence"), tr("What is known of it is shown here."), self
        )
        outer.addWidget(self._empty, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setProperty("surface", "surface")
        rows = column(body)
        self.picture = BigPicture(source, body) if source is not None else None
        if self.picture is not None:
            self.picture.opened.connect(self.view_wanted)
            rows.addWidget(self.picture)
        self._banner = Banner("overdue", tr("Not as imported"), tr("It is left out of packets until you decide."), body)
        self._banner_box = QWidget(body)
        broken = column(self._banner_box, margins=(16, 12, 16, 0), spacing=8)
        broken.addWidget(self._banner)
        self._restore = Button(tr("I have the original file…"), self._banner_box, size="small", icon="file-check")
        self._restore.clicked.connect(lambda: self.restore_wanted.emit(self._row.evidence.id if self._row else 0))
        broken.addWidget(self._restore)
        rows.addWidget(self._banner_box)
        rows.addWidget(self._describing(body))
        rows.addWidget(rule(body))
        rows.addWidget(self._facts(body))
        rows.addWidget(rule(body))
        self.seen = SeenBanner(body)
        rows.addSpacing(12)
        rows.addWidget(self.seen)
        rows.addStretch(1)
        self._scroll.setWidget(body)
        outer.addWidget(self._scroll, 1)
        # At the foot, so that what can be done is in sight however much is known.
        self._foot = self._buttons(self)
        outer.addWidget(self._foot)
        self.show_row(None)

    def _describing(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        rows = column(box, margins=(16, 12, 16, 12), spacing=6)
        head = line(spacing=8)
        self._exhibit = Chip("", "new", box, on=True)
        self._caption = InlineText(tr("Caption"), tr("Add a caption"), box, role="heading")
        self._caption.edited.connect(self._caption_edited)
        self._pencil = icon_button("pencil", tr("Edit caption"), box, hint="F2", size="row")
        self._pencil.clicked.connect(self._caption.edit)
        head.addWidget(self._exhibit, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._caption, 1)
        head.addWidget(self._pencil, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        self._proves = InlineText(tr("What it proves"), tr("Proves: …"), box, lines=True, role="small", ink="text2")
        self._proves.edited.connect(self._proves_edited)
        proving = line(spacing=8)
        proving.addWidget(self._proves, 1)
        self._edit_proves = icon_button("pencil", tr("Edit what it proves"), box, size="row")
        self._edit_proves.clicked.connect(self._proves.edit)
        proving.addWidget(self._edit_proves, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(proving)
        self._tags = QWidget(box)
        self._tag_flow = FlowLayout(self._tags)
        rows.addWidget(self._tags)
        self._own_tag = InlineText(tr("Tag"), tr("Tag"), box)
        self._own_tag.edited.connect(self._tag_edited)
        self._own_tag.hide()
        rows.addWidget(self._own_tag)
        return box

    def _facts(self, parent: QWidget) -> QWidget:
        box = QWidget(parent)
        outer = QVBoxLayout(box)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.setSpacing(8)
        self.facts = MetadataFacts(self._zone, box)
        self.facts.evidence_wanted.connect(self._follow)
        outer.addWidget(self.facts)
        head = line(spacing=6)
        head.addWidget(PlainLabel("SHA-256", box, ink="text3"))
        head.addStretch(1)
        self._mark = IconMark("shield-check", "done", 14, box)
        self._integrity = PlainLabel("", box, role="small", ink="done")
        self._verify = icon_button("refresh-cw", tr("Verify this evidence"), box, size="row")
        self._verify.clicked.connect(lambda: self.verify_wanted.emit(self._row.evidence.id if self._row else 0))
        self._copy_hash = icon_button("copy", tr("Copy SHA-256"), box, size="row")
        self._copy_hash.clicked.connect(self._copy)
        for widget in (self._mark, self._integrity, self._verify, self._copy_hash):
            head.addWidget(widget)
        outer.addLayout(head)
        self._hash = PlainLabel("", box, role="mono", ink="text2", selectable=True)
        fixed = font("mono")
        fixed.setPixelSize(11)
        self._hash.setFont(fixed)
        self._hash.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        outer.addWidget(self._hash)
        return box

    def _buttons(self, parent: QWidget) -> QWidget:
        box = Strip(parent, surface="surface", edge="top")
        row = line(box, margins=(12, 8, 12, 8), spacing=6)
        self._view = Button(tr("View"), box, size="small", icon="eye", hint=tr("Space"))
        self._view.clicked.connect(self.view_wanted)
        self._compare = icon_button("columns-2", tr("Compare"), box, kind="secondary", size="small", hint="C")
        self._compare.clicked.connect(self.compare_wanted)
        self._as_exhibit = Button(tr("Exhibit"), box, size="small", icon="bookmark-plus", hint="E")
        self._as_exhibit.clicked.connect(self.exhibit_wanted)
        self._save = icon_button("download", tr("Save original as…"), box, kind="secondary", size="small")
        self._save.clicked.connect(self.save_wanted)
        self._remove = icon_button("trash-2", tr("Remove from the case"), box, kind="danger", size="small", hint="Del")
        self._remove.clicked.connect(self.remove_wanted)
        for button in (self._view, self._as_exhibit):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addWidget(self._compare)
        row.addWidget(self._save)
        row.addWidget(self._remove)
        self._view.setVisible(self.picture is not None)
        return box

    # Showing

    def evidence(self) -> Evidence | None:
        """What is shown."""
        return self._row.evidence if self._row is not None else None

    def text_of(self, key: str) -> str:
        """A fact as shown: captured, imported, by, source, name, export, size, format, case, integrity or hash."""
        if key == "integrity":
            return self._integrity.text()
        if key == "hash":
            return self._hash.text()
        return self.facts.text_of(key)

    def edit_caption(self) -> None:
        """Open the caption's field."""
        if self._row is not None:
            self._caption.edit()

    def show_needs(self, needs: tuple[EvidenceNeed, ...]) -> None:
        """The needs whose tags can be given."""
        if needs != self._needs:
            self._needs = needs
            self.show_row(self._row)

    def show_row(self, row: EvidenceRow | None, *, with_case: bool = False) -> None:
        """Show a piece of evidence; what is being typed for another is saved first."""
        before = self._row.evidence.id if self._row is not None else None
        if before is not None and (row is None or row.evidence.id != before):
            for text in (self._caption, self._proves, self._own_tag):
                text.finish(keep=True)
        self._row = row
        self._empty.setVisible(row is None)
        self._scroll.setVisible(row is not None)
        self._foot.setVisible(row is not None)
        if self.picture is not None:
            self.picture.show_item(row.evidence if row is not None else None)
        self.shown.emit(row.evidence.id if row is not None else 0)
        if row is None:
            return
        item = row.evidence
        self._exhibit.set(exhibit_name(item), "new")
        self._caption.set_text(one_line(item.caption))
        self._proves.set_text(item.proves)
        self._show_tags(item)
        self._banner_box.setVisible(is_broken(item))
        self._banner.set_text(word(item.integrity), tr("It is left out of packets until you decide."))
        self.facts.show_row(row, with_case=with_case)
        broken = is_broken(item)
        self._mark.set("shield-alert" if broken else "shield-check", "overdue" if broken else "done")
        self._integrity.setText(word(item.integrity))
        self._integrity.set_ink("overdue" if broken else "done")
        self._hash.setText(written.hash_groups(item.sha256))
        self._as_exhibit.set_label(tr("Exhibit") if item.exhibit is None else tr("No exhibit"))
        self._as_exhibit.set_icon_name("bookmark-plus" if item.exhibit is None else "bookmark")

    def show_kin(self, evidence_id: int, parents: Sequence[Evidence], copies: Sequence[Evidence]) -> None:
        """What it was made of and what was made of it, if it is still the one shown."""
        if self._row is not None and self._row.evidence.id == evidence_id:
            self.facts.show_kin(parents, copies)

    def _show_tags(self, item: Evidence) -> None:
        clear_layout(self._tag_flow)  # type: ignore[arg-type]
        self._own_tag.setVisible(self._own_tag.editing())
        self._own_tag.set_text(item.tag)
        words = [(need.id, f"{number} {need_label(need)}") for number, need in enumerate(self._needs[:9], 1)]
        if item.tag and all(need.id != item.tag for need in self._needs):
            words.append((item.tag, tag_word(item.tag, self._needs)[:_TAG_LENGTH]))
        for tag, text in words:
            chosen = Button(text, self._tags, size="row")
            chosen.setCheckable(True)
            chosen.setChecked(tag == item.tag)
            # Chosen words are heavier and wider than the button reckons with.
            chosen.setMinimumWidth(chosen.sizeHint().width() + 8)
            chosen.clicked.connect(partial(self._toggle_tag, tag))
            self._tag_flow.addWidget(chosen)
        more = Button(tr("Tag"), self._tags, size="row", icon="plus", kind="ghost")
        more.clicked.connect(self._edit_own_tag)
        self._tag_flow.addWidget(more)
        before: QWidget = self._edit_proves
        for place in range(self._tag_flow.count()):
            child = self._tag_flow.itemAt(place)
            shown = child.widget() if child is not None else None
            if shown is not None:
                shown.show()
                # Made anew each time, they would come last of all.
                QWidget.setTabOrder(before, shown)
                before = shown
        self._tags.updateGeometry()

    # Doing

    def _edit_own_tag(self) -> None:
        self._own_tag.show()
        self._own_tag.edit()

    def _toggle_tag(self, tag: str, _checked: bool = False) -> None:
        item = self.evidence()
        if item is not None:
            self.tagged.emit(item.id, "" if item.tag == tag else tag)

    def _tag_edited(self, text: str) -> None:
        self._own_tag.hide()
        item = self.evidence()
        if item is not None:
            self.tagged.emit(item.id, text.strip())

    def _caption_edited(self, text: str) -> None:
        item = self.evidence()
        if item is not None:
            self.captioned.emit(item.id, text)

    def _proves_edited(self, text: str) -> None:
        item = self.evidence()
        if item is not None:
            self.proven.emit(item.id, text)

    def _follow(self, evidence_id: int) -> None:
        if self._row is not None:
            self.evidence_wanted.emit(self._row.case_number, evidence_id)

    def _copy(self) -> None:
        item = self.evidence()
        if item is not None:
            QGuiApplication.clipboard().setText(item.sha256)
