"""How one exhibit, or several alike, are shown: file, crop, room on a page, stills, pages, type of evidence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget

from models.kinds import ExhibitVersion, MediaKind
from models.packet_records import PER_PAGE
from models.rules.page_ranges import pages_text, read_pages
from ui.i18n import translator
from ui.packets.exhibits.choices import Chosen, ExhibitChoices
from ui.plain import PlainLabel, one_line
from ui.widgets.buttons import Button
from ui.widgets.controls import Segmented
from ui.widgets.panel import Banner, FormRows, column, line
from ui.words import word

tr = translator("packets")
_LONGEST = 2000


class OptionsDialog(QDialog):
    """Every choice is kept at once and can be undone; the list and the preview behind show it."""

    def __init__(self, choices: ExhibitChoices, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("How it is shown"))
        self.setAccessibleName(f"{self.windowTitle()}: {chosen.title}")
        self.setMinimumWidth(480)
        self._choices = choices
        self._ids = chosen.ids
        self._filling = False
        self._build(chosen)
        self.show_chosen()
        choices.changed.connect(self.show_chosen)

    def _build(self, chosen: Chosen) -> None:
        rows = column(self, margins=(20, 16, 20, 16), spacing=12)
        rows.addWidget(PlainLabel(chosen.title, self, role="heading", wrap=True))
        self.warning = Banner(
            "due", tr("This file hides nothing"),
            tr("A redacted copy of it exists. Names, phones and addresses in it would leave the shop."), self,
        )  # fmt: skip
        self.warning.hide()
        rows.addWidget(self.warning)
        self.form = FormRows(self)
        versions = [(each.value, word(each)) for each in self._choices.versions(chosen)]
        self.version = Segmented(versions, parent=self.form)
        self.version.chosen.connect(lambda value: self._choose(version=ExhibitVersion(value)))
        self.version_fact = PlainLabel("", self.form, role="small", ink="text3")
        self._add_choice(tr("File shown"), self.version, self.version_fact)
        names = [("1", tr("Its own")), *((str(each), str(each)) for each in PER_PAGE if each > 1)]
        self.per_page = Segmented(names, parent=self.form)
        self.per_page.chosen.connect(lambda value: self._choose(per_page=int(value)))
        together = tr("Exhibits of the same number that follow share a page")
        self._add_choice(tr("On a page"), self.per_page, PlainLabel(together, self.form, role="small", ink="text3"))
        self.crop, self.crop_fact = self._button_row(tr("Crop…"), "crop", chosen.can_crop, tr("Crop"))
        self.crop.clicked.connect(lambda: self._with(self._choices.open_crop))
        self.stills, self.still_fact = self._button_row(
            tr("Stills…"), "file-video", chosen.has(MediaKind.VIDEO), tr("Stills of the film")
        )
        self.stills.clicked.connect(lambda: self._with(self._choices.open_stills))
        self.pages = QLineEdit(self.form)
        self.pages.setPlaceholderText(tr("All"))
        self.pages.setMaxLength(_LONGEST)
        self.pages.editingFinished.connect(self._pages_typed)
        self.slot = QComboBox(self.form)
        for value, name in (("", tr("The one that fits")), *self._choices.slots().items()):
            self.slot.addItem(one_line(name), value)
        self.slot.activated.connect(lambda _: self._choose(slot=self.slot.currentData()))
        self.pages.hide()
        self.slot.hide()
        if chosen.can_page:
            self.pages.show()
            self.form.add_field(tr("Pages"), self.pages, tr("Such as 1-3, 5; empty for all"))
        if self._choices.slots():
            self.slot.show()
            self.form.add_field(tr("Type of evidence"), self.slot)
        rows.addWidget(self.form)
        rows.addStretch(1)
        self.reset = Button(tr("As it comes"), self, icon="rotate-ccw")
        self.reset.clicked.connect(lambda: self._with(self._choices.reset))
        self.take = Button(tr("Done"), self, kind="primary")
        self.take.setDefault(True)
        self.take.clicked.connect(self._done)
        foot = line(spacing=8)
        foot.addWidget(self.reset)
        foot.addStretch(1)
        foot.addWidget(self.take)
        rows.addLayout(foot)
        self.version.setFocus()

    def _add_choice(self, label: str, choice: Segmented, fact: PlainLabel) -> None:
        box = QWidget(self.form)
        rows = column(box, spacing=4)
        rows.addWidget(choice)
        rows.addWidget(fact)
        box.setFocusProxy(choice)
        # Its name says what is chosen; this says of what.
        choice.setAccessibleDescription(label)
        self.form.add_field(label, box)

    def _button_row(self, text: str, icon: str, there: bool, label: str) -> tuple[Button, PlainLabel]:
        box = QWidget(self.form)
        across = line(box, spacing=8)
        button = Button(text, box, size="small", icon=icon)
        fact = PlainLabel("", box, ink="text2")
        across.addWidget(button)
        across.addWidget(fact, 1)
        box.setFocusProxy(button)
        box.hide()
        if there:
            box.show()
            self.form.add_field(label, box)
        return button, fact

    # What is chosen

    def chosen(self) -> Chosen | None:
        """The exhibits it is about, as they are now."""
        return self._choices.chosen(self._ids)

    def show_chosen(self) -> None:
        """Show what is chosen now."""
        chosen = self.chosen()
        if chosen is None:
            self.reject()  # taken out of the packet meanwhile
            return
        version, per_page, slot = chosen.same("version"), chosen.same("per_page"), chosen.same("slot")
        self.version.set_value(version.value if version is not None else "")
        self.version_fact.setText(self._file_words(chosen))
        self.per_page.set_value(str(per_page) if per_page is not None else "")
        self.slot.setCurrentIndex(self.slot.findData(slot) if slot is not None else -1)
        if not self.pages.hasFocus() or not self.pages.isModified():
            self.pages.setText(pages_text(chosen.same("pages") or ()))
        crop, stills = chosen.same("crop"), chosen.same("stills")
        cropped = any(row.plan is not None and row.plan.crop is not None for row in chosen.rows)
        self.crop_fact.setText(tr("Whole picture") if not cropped else _share(crop) if crop else tr("Different"))
        self.still_fact.setText(
            tr("Different") if stills is None else tr("%n still(s)", n=len(stills)) if stills else tr("Its poster")
        )
        self.warning.setVisible(any(row.bare for row in chosen.rows))

    def _file_words(self, chosen: Chosen) -> str:
        if len(self._choices.versions(chosen)) < 3:
            return tr("There are no copies of it")
        shown = {word(row.shown.derivation) for row in chosen.rows if row.shown is not None}
        return tr("Shown now: %1", tr(", ").join(sorted(shown)))

    def _choose(self, **fields: object) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self._choices.choose(chosen, **fields)

    def _with(self, act: object) -> None:
        chosen = self.chosen()
        if chosen is not None and callable(act):
            act(chosen)

    def _pages_typed(self) -> bool:
        chosen = self.chosen()
        if chosen is None or not self.pages.isModified():
            return True
        counts = [(row.shown or chosen.first).pages or 0 for row in chosen.rows]
        # A document whose pages were never counted: the decoder says later which are there.
        most = min(counts) or 999_999
        pages = read_pages(self.pages.text(), most)
        if pages is None:
            self.form.set_wrong(self.pages, tr("Write pages from 1 to %1, such as 1-3, 5", most))
            return False
        self.form.set_wrong(self.pages, "")
        self.pages.setModified(False)
        self._choices.choose(chosen, pages=pages)
        return True

    def _done(self) -> None:
        if self._pages_typed():
            self.accept()
        else:
            self.pages.setFocus(Qt.FocusReason.OtherFocusReason)


def _share(crop: tuple[float, float, float, float]) -> str:
    left, top, right, bottom = crop
    return tr("%1 % of the picture", max(1, round((right - left) * (bottom - top) * 100)))
