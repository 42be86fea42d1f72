"""How exhibits are shown: what can be chosen for those selected, the menu, the dialogs; all kept in the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QDialog, QMenu

from desktop.context import AppContext
from models.kinds import ExhibitVersion, MediaKind
from models.packet_records import PER_PAGE, ExhibitPlan
from models.records import Evidence
from models.rules.exhibit_versions import versions_of
from ui.background import Background
from ui.i18n import translator
from ui.packets.exhibits.checked_pictures import CheckedPictures
from ui.packets.exhibits.list import ExhibitList
from ui.packets.exhibits.model import ExhibitModel, ExhibitRow, name_of
from ui.packets.plan_holder import PlanHolder
from ui.plain import isolate, mnemonic_safe, one_line
from ui.words import word

tr = translator("packets")
_PICTURES = (MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.CHAT)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The exhibits something is chosen for, in order: never none."""

    rows: tuple[ExhibitRow, ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """Their ids."""
        return tuple(row.evidence.id for row in self.rows if row.evidence is not None)

    @property
    def first(self) -> Evidence:
        """The evidence of the first."""
        item = self.rows[0].evidence
        assert item is not None
        return item

    @property
    def shown(self) -> Evidence:
        """The file that shows the first."""
        return self.rows[0].shown or self.first

    @property
    def plan(self) -> ExhibitPlan:
        """How the first is shown."""
        return self.rows[0].plan or ExhibitPlan(self.first.id)

    @property
    def title(self) -> str:
        """The exhibit by number and name, or how many."""
        if len(self.rows) > 1:
            return tr("%n exhibits", n=len(self.rows))
        return tr("Exhibit %1", self.rows[0].number) + " " + isolate(one_line(name_of(self.first)))

    def same(self, field: str) -> Any:
        """What is chosen for all of them alike; None where they differ."""
        found = {getattr(row.plan, field) for row in self.rows if row.plan is not None}
        return found.pop() if len(found) == 1 else None

    def has(self, *media: MediaKind) -> bool:
        """Whether all of them are of these media."""
        return all(row.shown is not None and row.shown.media in media for row in self.rows)

    @property
    def can_crop(self) -> bool:
        """Whether there is a picture to crop."""
        return self.has(*_PICTURES) and not any(row.shown is not None and row.shown.is_text for row in self.rows)

    @property
    def can_page(self) -> bool:
        """Whether pages can be chosen of it."""
        return self.has(MediaKind.DOCUMENT) and all((row.shown or self.first).pages != 1 for row in self.rows)


class ExhibitChoices(QObject):
    """Acts on what is selected in the list. `changed`: exhibits, or how they are shown, are others now."""

    changed = Signal()

    def __init__(
        self, ctx: AppContext, background: Background, exhibits: ExhibitList, model: ExhibitModel, plans: PlanHolder
    ) -> None:
        super().__init__(exhibits)
        self._list = exhibits
        self._model = model
        self.plans = plans
        self.pictures = CheckedPictures(ctx, background, self)
        self.dialog: QDialog | None = None
        for signal in (model.modelReset, model.dataChanged):
            signal.connect(lambda *_: self.changed.emit())
        exhibits.options_wanted.connect(self.open_options)
        exhibits.menu_wanted.connect(self.open_menu)

    def chosen(self, evidence_ids: Sequence[int] | None = None) -> Chosen | None:
        """What is selected of what goes in, or these; None if nothing is."""
        ids = self._list.selected_ids(inside=True) if evidence_ids is None else evidence_ids
        rows = [self._model.at(self._model.index(self._model.row_of(each))) for each in ids]
        found = tuple(row for row in rows if row is not None and row.kind == "in" and row.evidence is not None)
        return Chosen(found) if found else None

    def versions(self, chosen: Chosen) -> list[ExhibitVersion]:
        """The versions there are of any of them, automatic first."""
        there = {version for row in chosen.rows if row.evidence is not None
                 for version in versions_of(row.evidence, self._model.family(row.evidence.id))}  # fmt: skip
        return [each for each in ExhibitVersion if each is ExhibitVersion.AUTO or each in there]

    def slots(self) -> dict[str, str]:
        """The receiver's types of evidence by id; empty where it wants none."""
        return dict(self._model.slots)

    def choose(self, chosen: Chosen, **fields: Any) -> None:
        """The same for all of them: fields of ExhibitPlan. Another version of a file has other crops and moments."""
        self.plans.change_exhibits(chosen.ids, **fields)

    def reset(self, chosen: Chosen) -> None:
        """All as it comes."""
        empty = ExhibitPlan(0)
        names = ("version", "crop", "per_page", "stills", "pages", "slot")
        self.choose(chosen, **{name: getattr(empty, name) for name in names})

    # The dialogs

    def open_options(self) -> None:
        """Everything about how the selected exhibits are shown, in one place."""
        from ui.packets.exhibits.options_dialog import OptionsDialog

        chosen = self.chosen()
        if chosen is not None:
            self._open(OptionsDialog(self, chosen, self._list))

    def open_crop(self, chosen: Chosen) -> None:
        """Crop them, by the picture of the first."""
        from ui.packets.exhibits.crop_dialog import CropDialog

        if chosen.can_crop:
            made = CropDialog(self.pictures, chosen.shown, chosen.plan, chosen.title, self._over())
            made.cropped.connect(lambda crop: self.choose(chosen, crop=crop))
            self._open(made)

    def open_stills(self, chosen: Chosen) -> None:
        """Choose the stills of a film, or of several at the same moments."""
        from ui.packets.exhibits.stills_dialog import StillsDialog

        if chosen.has(MediaKind.VIDEO):
            made = StillsDialog(self.pictures, chosen.shown, chosen.plan, chosen.title, self._over())
            made.chosen.connect(lambda stills: self.choose(chosen, stills=stills))
            self._open(made)

    def _over(self) -> Any:
        return self.dialog if self.dialog is not None and self.dialog.isVisible() else self._list

    def _open(self, made: QDialog) -> None:
        before = self.dialog
        self.dialog = made
        made.finished.connect(lambda _: self._closed(before))
        made.setWindowModality(Qt.WindowModality.WindowModal)
        made.open()

    def _closed(self, before: QDialog | None) -> None:
        self.dialog = before
        if before is None:
            self._list.setFocus(Qt.FocusReason.PopupFocusReason)

    # The menu

    def open_menu(self, place: QPoint) -> None:
        """What can be done with what is selected."""
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """The menu, for the rows selected now."""
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view, chosen = self._list, self.chosen()
        row = self._model.at(view.currentIndex())
        inside = row is not None and row.kind == "in"
        _add(menu, tr("Take out") if inside else tr("Take in"), "Space").triggered.connect(view.toggle_selected)
        _add(menu, tr("Edit what it proves"), "F2").triggered.connect(lambda: view.edit_proves(view.currentIndex()))
        if chosen is not None:
            _add(menu, tr("Move up"), "Alt+Up").triggered.connect(lambda: view.move_selected(-1))
            _add(menu, tr("Move down"), "Alt+Down").triggered.connect(lambda: view.move_selected(1))
            menu.addSeparator()
            _add(menu, tr("How it is shown…"), "Enter").triggered.connect(self.open_options)
            self._fill(menu, chosen)
        menu.addSeparator()
        _add(menu, tr("Look at it")).triggered.connect(lambda: view.evidence_wanted.emit(view.current_id()))
        return menu

    def _fill(self, menu: QMenu, chosen: Chosen) -> None:
        versions = [(each, word(each)) for each in self.versions(chosen)]
        if len(versions) > 2:
            self._group(menu, tr("File shown"), versions, "version", chosen)
        pages = [(each, per_page_word(each)) for each in PER_PAGE]
        self._group(menu, tr("On a page"), pages, "per_page", chosen)
        if chosen.can_crop:
            menu.addAction(tr("Crop…")).triggered.connect(lambda: self.open_crop(chosen))
        if chosen.has(MediaKind.VIDEO):
            menu.addAction(tr("Stills…")).triggered.connect(lambda: self.open_stills(chosen))
        if chosen.can_page:
            menu.addAction(tr("Pages…")).triggered.connect(self.open_options)
        slots = self.slots()
        if slots:
            named = [("", tr("The one that fits")), *slots.items()]
            self._group(menu, tr("Type of evidence"), named, "slot", chosen)
        if any(row.plan is not None and row.plan != ExhibitPlan(row.plan.evidence_id) for row in chosen.rows):
            menu.addAction(tr("As it comes")).triggered.connect(lambda: self.reset(chosen))

    def _group(self, menu: QMenu, title: str, values: Sequence[tuple[Any, str]], field: str, chosen: Chosen) -> None:
        below = menu.addMenu(title)
        group = QActionGroup(below)
        now = chosen.same(field)
        for value, name in values:
            action = below.addAction(mnemonic_safe(one_line(name)))
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: self.choose(chosen, **{field: value}))


def per_page_word(count: int) -> str:
    """How many share a page."""
    return tr("A page of its own") if count == 1 else tr("%1 on a page", count)


def _add(menu: QMenu, text: str, key: str = "") -> QAction:
    # The list takes these keys itself: the menu only says them.
    return menu.addAction(f"{text}\t{key}" if key else text)
