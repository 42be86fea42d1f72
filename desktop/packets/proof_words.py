"""The words for what checking a packet found, in Chinese or English; the same in the window and on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from desktop.packets.checked import Checked, CheckedFile, Ground, Verdict
from desktop.words import proof_phrase

_MARKS = {Verdict.INTACT: "OK", Verdict.CHANGED: "CHANGED", Verdict.UNKNOWN: "?"}


def verdict_words(verdict: Verdict, language: str) -> str:
    """Intact, changed or unknown."""
    return proof_phrase(f"verdict_{verdict.value}", {}, language)


def verdict_means(verdict: Verdict, language: str) -> str:
    """What that means, and what to do."""
    return proof_phrase(f"means_{verdict.value}", {}, language)


def ground_words(ground: Ground, language: str, here: tzinfo) -> str:
    """What a verdict rests on, as a sentence; times by the clock of that place."""
    values = {name: _told(value, here) for name, value in ground.values.items()}
    if "reason" in values:
        values["reason"] = proof_phrase(f"why_{values['reason']}", {}, language)
    return proof_phrase(ground.code, values, language)


def report_lines(checked: Checked, language: str, here: tzinfo) -> Iterator[str]:
    """All that was found, line by line, to be printed or copied."""
    yield f"{checked.name}: {verdict_words(checked.verdict, language)}"
    single = len(checked.files) == 1 and checked.files[0].name == checked.name
    for ground in checked.grounds:
        yield f"  {ground_words(ground, language, here)}"
    for file in checked.files:
        if single:
            yield f"  SHA-256 {file.sha256}"
            continue
        yield f"  {_MARKS[file.verdict]:8}{file.name}"
        for line in file_lines(file, language, here):
            yield f"          {line}"


def file_lines(file: CheckedFile, language: str, here: tzinfo) -> Iterator[str]:
    """What is known of one file of several; nothing where it is as listed and that is all."""
    if [ground.code for ground in file.grounds] == ["line_ok"]:
        return
    for ground in file.grounds:
        yield ground_words(ground, language, here)


def _told(value: object, here: tzinfo) -> object:
    return f"{value.astimezone(here):%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value
