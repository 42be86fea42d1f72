"""What to say when a line of a register cannot be followed up: claims, penalties, invoices, money paid out."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import isolate, one_line

tr = translator("claims")
Words = tuple[str, str]


def known_sentence(code: str, values: Mapping[str, object]) -> Words | None:
    """What happened and what to do next for a code, None for one without words here."""
    for table in (_claims, _amounts, _others):
        found = table(values).get(code)
        if found is not None:
            return found
    return None


def _case(values: Mapping[str, object]) -> str:
    return isolate(one_line(str(values.get("case", "") or "")))


def _claims(values: Mapping[str, object]) -> dict[str, Words]:
    case = _case(values)
    return {
        "not_a_claim": (
            tr("This line is no claim against a carrier."), tr("Choose lines of the register of carrier claims."),
        ),
        "claim_handed_in": (
            tr("The claim of %1 was handed in already.", case), tr("Note what the carrier answers, or remind them."),
        ),
        "claim_ended": (
            tr("The claim of %1 is at its end.", case), tr("Only open and refused claims are handed in."),
        ),
        "claim_not_handed_in": (
            tr("The claim of %1 was not handed in yet.", case), tr("Hand it in first, then note answer and money."),
        ),
        "claim_withdrawn": (
            tr("The claim of %1 was withdrawn.", case), tr("Undo the withdrawal, or decide the case anew."),
        ),
        "claim_has_money": (
            tr("Money came for the claim of %1.", case), tr("Take that off first, then withdraw the claim."),
        ),
        "claim_answer_missing": (
            tr("It is not said what the carrier pays."), tr("Enter an amount, or that it pays nothing."),
        ),
        "claim_allowed_above": (
            tr("The carrier cannot allow more than the %1 claimed for %2.", str(values.get("claimed", "")), case),
            tr("Correct the claim first, then note the answer."),
        ),
        "claim_less_received": (
            tr("Only %1 were received for %2.", str(values.get("received", "")) or "0", case),
            tr("Take off that much at most."),
        ),
        "claim_days_range": (
            tr("An answer is due within 1 to %1 days.", values.get("most", "")), tr("Enter a number in between."),
        ),
        "claims_of_several_carriers": (
            tr("These claims are against several carriers."), tr("Choose those of one, and remind each by itself."),
        ),
        "too_many_chosen": (
            tr("At most %1 lines at once.", values.get("most", "")), tr("Choose fewer and do it in parts."),
        ),
    }  # fmt: skip


def _amounts(values: Mapping[str, object]) -> dict[str, Words]:
    currency = str(values.get("currency", ""))
    other = (
        tr("The amount is in another currency than the line, %1.", currency), tr("Enter it in that currency."),
    )  # fmt: skip
    return {
        "claim_currency": other,
        "paid_currency": other,
        "amount_not_positive": (tr("The amount is not above zero, or too large."), tr("Enter what was really paid.")),
        "amount_negative": (tr("The amount is below zero."), tr("Enter it without a minus, or leave it empty.")),
        "day_ahead": (
            tr("%1 has not come yet.", str(values.get("day", ""))), tr("Enter today or a day before."),
        ),
        "day_before_claim": (
            tr("%1 is long before the claim of %2.", str(values.get("day", "")), _case(values)),
            tr("Check the year."),
        ),
    }  # fmt: skip


def _others(values: Mapping[str, object]) -> dict[str, Words]:
    case = _case(values)
    return {
        "not_a_penalty": (tr("This line is no penalty."), tr("Choose a line of the register of penalties.")),
        "penalty_empty": (tr("A penalty has points, money or both."), tr("Enter at least one of them.")),
        "penalty_points_range": (
            tr("Points are whole numbers from 0 to %1.", values.get("most", "")), tr("Enter what the platform took."),
        ),
        "penalty_shop_missing": (
            tr("It is not said which shop the penalty is for."), tr("Choose a shop at the top right first."),
        ),
        "penalty_not_expected": (
            tr("This penalty is not expected any more."), tr("It was confirmed or withdrawn; correct it instead."),
        ),
        "penalty_withdrawn": (tr("This penalty was withdrawn already."), tr("Nothing is left to do.")),
        "not_an_invoice": (tr("This line is no invoice."), tr("Choose a line of the register of invoices owed.")),
        "invoice_owed_already": (
            tr("An invoice of %1 is owed already.", case), tr("Issue that one in the register of invoices owed."),
        ),
        "invoice_done": (
            tr("The invoice of %1 is not owed any more.", case), tr("It was issued or taken back; correct it instead."),
        ),
        "not_compensation": (
            tr("This line is no compensation."), tr("Choose a line of the register of compensation."),
        ),
        "paid_already": (
            tr("The line of %1 is paid, or not paid any more.", case), tr("Correct it with a reason instead."),
        ),
    }  # fmt: skip
