"""Every string of the window in the user's language: `tr = translator("cases")`, then `tr("%1 of %2", a, b)`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ui.catalogues import TsTranslator, compile_catalogue, is_fresh

_PLACE = re.compile(r"%([1-9])")
_LANGUAGES = {"zh": "zh_CN", "en": "en"}
_language: list[str] = ["en"]
_installed: list[QTranslator] = []
_watchers: list[Callable[[], None]] = []


class Translate(Protocol):
    """Translates a literal of one room; %1 to %9 are the arguments, %n is `n`, which also chooses the plural."""

    def __call__(self, text: str, /, *args: object, n: int | None = None) -> str: ...


def translator(room: str) -> Translate:
    """The translating function of a room (its .ts file and its context have that name)."""

    def tr(text: str, /, *args: object, n: int | None = None) -> str:
        found = QCoreApplication.translate(room, text, "", -1 if n is None else n)
        return fill(found, *args) if args else found

    return tr


def fill(text: str, *args: object) -> str:
    """Put the arguments at %1 to %9 in one pass, so that a %1 inside an argument stays what it is."""

    def value(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        return str(args[place]) if place < len(args) else found[0]

    return _PLACE.sub(value, text)


def language() -> str:
    """The language of the window: zh or en."""
    return _language[0]


def system_language() -> str:
    """The system's language as far as the window speaks it: zh, else en."""
    return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def qt_locale() -> QLocale:
    """The locale for date fields and calendars."""
    if language() == "zh":
        return QLocale(QLocale.Language.Chinese, QLocale.Country.China)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def install(wanted: str, sources: Path, cache: Path | None) -> None:
    """Show the window in `wanted` (zh, en or system) from now on; what is built already must be built again.

    `sources` is resources/translations; `cache` takes the compiled file, None reads the sources as they are.
    """
    chosen = wanted if wanted in _LANGUAGES else system_language()
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("install() needs the application")
    for old in _installed:
        app.removeTranslator(old)
    _installed.clear()
    _language[0] = chosen
    QLocale.setDefault(qt_locale())
    for loaded in (_qt_own(_LANGUAGES[chosen]), _load(_LANGUAGES[chosen], sources, cache)):
        app.installTranslator(loaded)
        _installed.append(loaded)
    for told in list(_watchers):
        told()


def on_language_change(told: Callable[[], None]) -> Callable[[], None]:
    """Be called after each change of language; returns the function that ends it."""
    _watchers.append(told)
    return lambda: _watchers.remove(told) if told in _watchers else None


def _qt_own(name: str) -> QTranslator:
    """Qt's words for its own dialogs: files, printing, calendars."""
    loaded = QTranslator()
    loaded.load(f"qtbase_{name}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return loaded


def _load(name: str, sources: Path, cache: Path | None) -> QTranslator:
    shipped = sources / f"{name}.qm"
    # a built program ships the compiled file alone: whatever the build did to its date, it is the right one
    files = [] if getattr(sys, "frozen", False) and shipped.is_file() else sorted((sources / name).glob("*.ts"))
    for compiled in [shipped] if cache is None else [shipped, cache / f"{name}.qm"]:
        if is_fresh(compiled, files) or (compiled != shipped and compile_catalogue(files, compiled)):
            loaded = QTranslator()
            if loaded.load(str(compiled)):
                return loaded
    return TsTranslator(files)
