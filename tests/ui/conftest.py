"""What tests of the window share: a prepared application in Chinese and light, and a context without a store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.changes import ChangeBus
from desktop.jobs import ImmediateJobs
from desktop.platform.resources import resource
from models.clock import FixedClock
from ui import i18n
from ui.preparation import make_application
from ui.theme import theme_switch

# Five seconds are not enough where several runs share two cores; who gets what they wait for waits no longer than before.
QtBot.waitUntil.__kwdefaults__["timeout"] = 20_000


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen plug-in says of dialogs and raised windows that it has no window manager."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The application with fonts, style and theme, made once."""
    return make_application(language="zh", appearance="light", guard=False)


@pytest.fixture(autouse=True)
def chinese_and_light(prepared: QApplication) -> Iterator[None]:
    """Every test begins in Chinese and light."""
    switch = theme_switch()
    assert switch is not None
    if switch.appearance != "light":
        switch.set_appearance("light")
    if i18n.language() != "zh":
        i18n.install("zh", resource("translations"), None)
    yield
    for widget in QApplication.topLevelWidgets():
        widget.hide()


@pytest.fixture
def speak() -> Callable[[str], None]:
    """Change the language of the window for this test."""

    def to(language: str) -> None:
        i18n.install(language, resource("translations"), None)

    return to


class KeptSettings:
    """Settings in memory."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        self.values[key] = value


@pytest.fixture
def frame_ctx() -> SimpleNamespace:
    """As much of AppContext as the window itself uses."""
    china = timezone(timedelta(hours=8))
    return SimpleNamespace(
        settings=KeptSettings(),
        changes=ChangeBus(),
        jobs=ImmediateJobs(),
        clock=FixedClock(datetime(2026, 11, 20, 9, 42, tzinfo=china)),
    )
