"""Why a reply should not be sent as it stands, in words: a sentence for each pattern of what must not be said."""

from __future__ import annotations

from desktop.services.replies import Finding
from models.errors import AftercaseError
from ui.error_words import ErrorWords, register
from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("cases")
_SHOWN = 24


def finding_sentence(finding: Finding) -> str:
    """What is wrong with the words found, and what to write instead."""
    words = isolate(shortened(finding.words))
    return _sentences(words).get(finding.code) or tr("“%1” should not be sent.", words)


def finding_codes() -> frozenset[str]:
    """The codes there are sentences for."""
    return frozenset(_sentences(""))


def shortened(text: str) -> str:
    """Words of a reply on one line, cut in the middle of a long find."""
    line = one_line(text)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _sentences(words: str) -> dict[str, str]:
    return {
        "interjection": tr("“%1” reads as careless: leave it out.", words),
        "abuse": tr("“%1” is an insult: answer with facts.", words),
        "bare_unknown": tr("“%1” ends the talk: say who is finding out, and by when.", words),
        "flat_refusal": tr("“%1” refuses flatly: give the basis and what can be done, in the same sentence.", words),
        "review_reward": tr("“%1”: money or gifts for reviews are forbidden.", words),
        "review_asked": tr("“%1” presses for a good review: leave the wording to the buyer.", words),
        "reason_pressed": tr("“%1”: never press for another refund reason; only the facts count.", words),
        "threat": tr("“%1” is a threat.", words),
        "off_platform": tr("“%1” leads past the platform: settle and pay through it.", words),
        "alipay_transfer": tr("“%1”: pay through the order, where it is on record.", words),
        "cash_in_parcel": tr("“%1”: cash in a parcel gets lost; use the postage link.", words),
        "secret_asked": tr("“%1”: never ask for codes, passwords or card numbers.", words),
        "invoice_excuse": tr("“%1”: an invoice is due, at no charge.", words),
        "overpromise": tr("“%1” promises what may not be kept: say “expected”.", words),
        "quarrel": tr("“%1” blames the buyer: feelings first, then the matter.", words),
        "advertising": tr("“%1” advertises: not without the buyer's consent.", words),
    }


def _reply_errors(error: AftercaseError) -> ErrorWords | None:
    if error.code == "reply_refused":
        words = shortened(str(error.values.get("word", "")))
        return ErrorWords(tr("This reply is not copied as it stands."), tr("Change “%1” first.", isolate(words)))
    if error.code in ("replies_unusable", "replies_unreadable"):
        return ErrorWords(tr("The reply templates cannot be read."), tr("Install Aftercase again."))
    if error.code in ("limits_unusable", "limits_unreadable"):
        return ErrorWords(tr("The platforms' text limits cannot be read."), tr("Install Aftercase again."))
    return None


register(_reply_errors)
