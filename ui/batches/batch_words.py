"""The words of batch alarms: what a style and batch is called, what rang, and what went wrong."""

from __future__ import annotations

from models.batch_records import BatchAlarm, BatchNotice
from models.errors import AftercaseError
from models.kinds import Problem
from ui.error_words import ErrorWords, register
from ui.i18n import translator
from ui.plain import isolate, one_line
from ui.words import word

tr = translator("batches")
_LONGEST = 60
_PROBLEMS = {each.value: each for each in Problem}


def goods_name(style: str, batch: str) -> str:
    """As `QH-1 · 2610B`; says where neither is noted."""
    return tr("%1 · %2", _short(style) or tr("Style not noted"), _short(batch) or tr("batch not noted"))


def rang_by(alarm: BatchAlarm) -> str:
    """Why it rings."""
    buyers = tr("%n buyer(s) reported it", n=alarm.buyers)
    return tr("%1 · severe and confirmed", buyers) if alarm.severe else buyers


def kind_words(kind: str) -> str:
    """A problem in words, or the text somebody wrote for it."""
    known = _PROBLEMS.get(kind)
    return word(known) if known is not None else one_line(kind)


def done_words(notice: BatchNotice) -> str:
    """What was done."""
    parts = [text for text, on in ((tr("taken off sale"), notice.stock_down),
                                   (tr("supplier told"), notice.supplier_told)) if on]  # fmt: skip
    if notice.note:
        parts.append(isolate(one_line(notice.note)))
    return " · ".join(parts)


def rule_sentence(field: str) -> str:
    """What may be written in a field of the rule."""
    if field == "threshold":
        return tr("Write a whole number from 1 to 100.")
    return tr("Write a whole number from 1 to 365.")


def _short(text: str) -> str:
    line = one_line(text)
    return isolate(line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…") if line else ""


def _sentences(error: AftercaseError) -> ErrorWords | None:
    if error.code == "batch_nothing_done":
        return ErrorWords(tr("Nothing says what was done."), tr("Tick what was done, or write a note."))
    if error.code == "batch_quiet":
        return ErrorWords(
            tr("There is no alarm about this style and batch."),
            tr("Its reports were withdrawn or are too long ago, or the rule was changed."),
        )
    if error.code == "batch_rule_wrong":
        return ErrorWords(
            tr("This cannot be the rule of the batch alarm."), rule_sentence(str(error.values.get("field", "")))
        )
    return None


register(_sentences)
