"""What is known of one piece of evidence: when and how it came, what it is, and what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from models.kinds import Derivation, MediaKind
from models.records import Evidence, EvidenceRow
from models.rules.evidence_names import export_name
from ui import format as written
from ui.evidence.labels import exhibit_name, format_name, shown_name
from ui.i18n import language, translator
from ui.plain import ElidedLabel, PlainLabel, isolate, one_line, plain_tooltip
from ui.widgets.buttons import link_button
from ui.widgets.flow import FlowLayout
from ui.widgets.panel import clear_layout
from ui.words import word

tr = translator("viewer")
_LINKS = 12
_LINK_LENGTH = 30


class MetadataFacts(QWidget):
    """Names and values in two columns. `evidence_wanted` when a link to other evidence was followed."""

    evidence_wanted = Signal(int)

    def __init__(self, zone: tzinfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, 60)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, PlainLabel] = {}
        self._names: dict[str, PlainLabel] = {}
        self._links: dict[str, QWidget] = {}
        titles = (
            ("case", tr("Case")), ("captured", tr("Captured")), ("imported", tr("Imported")), ("by", tr("By")),
            ("source", tr("Source")), ("origin", tr("Out of")), ("name", tr("Original name")),
            ("export", tr("Export name")), ("size", tr("Size")), ("format", tr("Format")),
            ("poster", tr("Poster")), ("checked", tr("Last check")), ("version", tr("Program")),
            ("made_of", tr("Made of")), ("copies", tr("Copies")),
        )  # fmt: skip
        for row, (key, title) in enumerate(titles):
            self._names[key] = PlainLabel(title, self, ink="text3")
            grid.addWidget(self._names[key], row, 0, Qt.AlignmentFlag.AlignTop)
            if key in ("made_of", "copies"):
                self._links[key] = QWidget(self)
                FlowLayout(self._links[key])
                grid.addWidget(self._links[key], row, 1)
            else:
                self._values[key] = self._value(key)
                grid.addWidget(self._values[key], row, 1)

    def _value(self, key: str) -> PlainLabel:
        if key in ("name", "export", "origin"):
            return ElidedLabel("", self, mode=Qt.TextElideMode.ElideMiddle)
        value = PlainLabel("", self, wrap=True, selectable=True)
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return value

    def text_of(self, key: str) -> str:
        """A fact as shown; of links their words."""
        if key in self._links:
            layout = self._links[key].layout()
            found = [layout.itemAt(place) for place in range(layout.count())] if layout is not None else []
            links = [item.widget() for item in found if item is not None]
            return "; ".join(link.accessibleName() for link in links if link is not None)
        label = self._values[key]
        return label.full() if isinstance(label, ElidedLabel) else label.text()

    def show_row(self, row: EvidenceRow, *, with_case: bool) -> None:
        """Say what is known of it; links to other evidence come with `show_kin`."""
        item = row.evidence
        values = {
            "case": f"{row.case_number} · {isolate(one_line(row.buyer_nick))}",
            "captured": self._captured(item),
            "imported": written.full_moment(item.imported_at, self._zone),
            "by": isolate(one_line(item.imported_by)) if item.imported_by else written.NOTHING,
            "source": word(item.source),
            "origin": one_line(item.origin),
            "name": one_line(item.original_name),
            "export": export_name(item, row.buyer_nick, row.case_number),
            "size": _size(item),
            "format": _format(item),
            "poster": written.seconds((item.poster_ms or 0) / 1000) if item.poster_ms is not None else "",
            "checked": written.full_moment(item.verified_at, self._zone) if item.verified_at is not None else "",
            "version": f"Aftercase {item.app_version}" if item.app_version else "",
        }
        for key, text in values.items():
            label = self._values[key]
            if isinstance(label, ElidedLabel):
                label.set_full(text)
            else:
                label.setText(text)
            self._show(key, bool(text) and (key != "case" or with_case))
        self.show_kin((), ())

    def show_kin(self, parents: Sequence[Evidence], copies: Sequence[Evidence]) -> None:
        """What it was made of, and what was made of it, as links."""
        for key, items in (("made_of", parents), ("copies", copies)):
            layout = self._links[key].layout()
            if not isinstance(layout, FlowLayout):
                continue
            clear_layout(layout)  # type: ignore[arg-type]
            for item in items[:_LINKS]:
                how = item.derivation if key == "copies" else Derivation.ORIGINAL
                name = exhibit_name(item) or shown_name(item)
                name = name if len(name) <= _LINK_LENGTH else f"{name[: _LINK_LENGTH - 1]}…"
                text = name if how is Derivation.ORIGINAL else tr("%1: %2", word(how), name)
                link = link_button(text, self._links[key])
                plain_tooltip(link, shown_name(item))
                link.clicked.connect(partial(self._follow, item.id))
                layout.addWidget(link)
                link.show()
            self._show(key, bool(items))
            self._links[key].updateGeometry()

    def _follow(self, evidence_id: int, _checked: bool = False) -> None:
        self.evidence_wanted.emit(evidence_id)

    def _show(self, key: str, visible: bool) -> None:
        self._names[key].setVisible(visible)
        (self._links[key] if key in self._links else self._values[key]).setVisible(visible)

    def _captured(self, item: Evidence) -> str:
        if item.captured_at is None:
            return written.NOTHING
        stamp = written.full_moment(item.captured_at, self._zone)
        here = f"{item.captured_at.astimezone(self._zone):%z}"
        elsewhere = item.captured_zone and item.captured_zone.replace(":", "") != here
        zoned = tr("the device's claim, %1", item.captured_zone) if elsewhere else tr("the device's claim")
        return f"{stamp} ({zoned})" if language() == "en" else f"{stamp}（{zoned}）"


def _size(item: Evidence) -> str:
    numbers = [f"{item.width:,} × {item.height:,}"] if item.width and item.height else []
    if item.pages and item.media is MediaKind.DOCUMENT:
        numbers.append(tr("%n page", n=item.pages))
    if item.duration_ms:
        numbers.append(written.seconds(item.duration_ms / 1000))
    return " · ".join([*numbers, written.size(item.size)])


def _format(item: Evidence) -> str:
    """Photos are shown upright whichever way the device was held; the file itself stays as it is."""
    name = format_name(item)
    return tr("%1 · shown upright as the photo says", name) if item.format in ("jpeg", "heif") else name
