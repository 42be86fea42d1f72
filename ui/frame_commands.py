"""The commands the window itself carries out, what the palette lists of them, and the walk through panes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.kinds import RegisterKind
from ui.actions import Command, key_text, shortcut_text
from ui.command_palette import Entry
from ui.i18n import language, translator
from ui.letters import letters_on
from ui.menus import ActionSet
from ui.order_drops import import_target
from ui.page import Page, Target
from ui.plain import mnemonic_safe, one_line
from ui.theme import theme_switch

if TYPE_CHECKING:
    from ui.main_window import MainWindow

tr = translator("frame")
Handler = Callable[[], object]


def own_handlers(window: MainWindow, pages: Sequence[str]) -> dict[str, Handler]:
    """What the window does itself, by command; a page in front may take any of them over."""
    own: dict[str, Handler] = {
        "undo": window.hooks.undo,
        "redo": window.hooks.redo,
        "palette": window.open_palette,
        "shortcuts": window.show_shortcuts,
        "back": window.go_back,
        "undo_history": window.show_undo_history,
        "choose_shop": window.top_bar.open_shops,
        "choose_person": window.top_bar.open_people,
        "single_letters": window.toggle_letters,
        "next_pane": lambda: window.move_pane(1),
        "previous_pane": lambda: window.move_pane(-1),
        "quit": window.close,
        "reload": window.reload,
        "full_screen": lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen),
    }
    page = window.current_page()
    if page is not None:
        own["find"] = page.start_search
    if "cases" in pages:
        own["new_case"] = lambda: window.go(Target("cases", part="new"))
        own["import_orders"] = lambda: window.go(import_target(()))
    if "registers" in pages:
        for kind in RegisterKind:
            own[f"register_{kind}"] = _go(window, "registers", kind)
    if "settings" in pages:
        for part in ("calls", "quiet", "tiers"):
            own[f"set_{part}"] = _go(window, "settings", part)
    for appearance in ("light", "dark", "system"):
        own[appearance] = _say(window.appearance_wanted.emit, appearance)
    for command, lang in (("chinese", "zh"), ("english", "en"), ("system_language", "system")):
        own[command] = _say(window.language_wanted.emit, lang)
    known = {command.id for command in window.actions_.commands()}
    for word in pages:
        name = "settings" if word == "settings" else f"page_{word}"
        if name in known:
            own[name] = _go(window, word)
    own.update(window.hooks.handlers)
    return own


def _say(emit: Callable[[str], object], word: str) -> Handler:
    return lambda: emit(word)


def _go(window: MainWindow, word: str, part: str = "") -> Handler:
    return lambda: window.go(Target(word, part=part))


def tick_choices(actions: ActionSet) -> None:
    """Tick the language, the appearance and whether single letters are commands, as they are now."""
    switch = theme_switch()
    on = {language(), switch.appearance if switch is not None else "", "letters" if letters_on() else ""}
    for name, word in (("chinese", "zh"), ("english", "en"), ("single_letters", "letters")):
        actions.action(name).setChecked(word in on)
    for name in ("light", "dark", "system"):
        actions.action(name).setChecked(name in on)


def page_key(word: str) -> str:
    """The shortcut of a page of the rail as this system writes it; empty for none."""
    try:
        return shortcut_text("settings" if word == "settings" else f"page_{word}")
    except KeyError:
        return ""


def palette_entries(window: MainWindow) -> list[Entry]:
    """Every page, command, shop and person to switch to; what cannot be run now says why, and stands last."""
    actions = window.actions_
    pages: list[Entry] = []
    others: list[Entry] = []
    for command in actions.commands():
        if command.id == "palette":
            continue
        is_page = command.id.startswith("page_")
        keys = key_text(command.shortcut)
        kind = tr("Page") if is_page else tr("Command")
        why = "" if actions.enabled(command.id) else why_not(command)
        entry = Entry(
            command.text.rstrip("…"), kind, command.icon or "chevron-right", _run(actions, command.id), keys=keys,
            sort="page" if is_page else "command", name=f"command:{command.id}", why=why,
        )  # fmt: skip
        (pages if is_page else others).append(entry)
    ready, rest = [e for e in others if not e.why], [e for e in others if e.why]
    return [*pages, *ready, *_switches(window), *rest]


def _switches(window: MainWindow) -> list[Entry]:
    choices, found = window.hooks.choices(), []
    for shop_id, name in choices.shops:
        if len(choices.shops) > 1 and shop_id != choices.shop:
            found.append(
                Entry(tr("Switch to %1", one_line(name)), tr("Shop"), "store", _choose(window.choose_shop, shop_id),
                      sort="shop", name=f"shop:{shop_id}")
            )  # fmt: skip
    for name in choices.people:
        if name != choices.person:
            found.append(
                Entry(tr("Work as %1", one_line(name)), tr("Person"), "user", _choose(window.choose_person, name),
                      sort="person", name=f"person:{name}")
            )  # fmt: skip
    return found


def _choose(choose: Callable[[Any], object], value: object) -> Handler:
    return lambda: choose(value)


def why_not(command: Command) -> str:
    """Why a command is greyed out, in a few words."""
    if command.id in ("undo", "redo"):
        return tr("nothing to undo") if command.id == "undo" else tr("nothing to do again")
    if command.menu in ("cases", "evidence"):
        return tr("choose a case first")
    return tr("not on this page")


def undo_words(command: Command, what: str) -> str:
    """The menu's words for Undo and Redo, with the name of what they would move."""
    return mnemonic_safe(f"{command.text}: {what}" if what else command.text)


def _run(actions: ActionSet, name: str) -> Handler:
    return lambda: actions.run(name)


def order_tabs(window: MainWindow) -> None:
    """Tab goes through the top bar from left to right, through the page, the foot of the window, and the rail last."""
    bar = window.top_bar.focus_order()
    for one, next_one in pairwise(bar):
        QWidget.setTabOrder(one, next_one)
    # The chain is a ring: what stands just before the top bar and all that holds it comes after everything else.
    before: QWidget = bar[0]
    while before is bar[0] or before.isAncestorOf(bar[0]):
        before = before.previousInFocusChain() or window
    for each in (*window.status.focus_order(), *window.rail.focus_order()):
        QWidget.setTabOrder(before, each)
        before = each


def focus_pane(page: Page, step: int) -> None:
    """Put the focus into the pane `step` after the one that has it, or into the first."""
    panes = [pane for pane in page.panes() if pane.isVisibleTo(page)]
    if not panes:
        return
    focus = QApplication.focusWidget()
    at = next((i for i, pane in enumerate(panes) if focus is not None and _holds(pane, focus)), -1)
    target = panes[(at + step) % len(panes)] if at >= 0 else panes[0]
    if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
        target = next((w for w in target.findChildren(QWidget) if _takes_focus(w, target)), target)
    target.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _holds(pane: QWidget, focus: QWidget) -> bool:
    return pane is focus or pane.isAncestorOf(focus)


def _takes_focus(widget: QWidget, pane: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(pane) and widget.isEnabled()
