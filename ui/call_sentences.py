"""The sentences for the codes of the call-backs: what happened, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from ui.i18n import translator
from ui.plain import one_line

tr = translator("call_errors")
Values = Mapping[str, object]
Words = tuple[str, str]


def known_sentence(code: str, values: Values) -> Words | None:
    """The sentence of a code, None for one without words here."""
    if code == "case_call_refused":
        return _case_call(str(values.get("why", "")))
    if code == "call_note_refused":
        return _note(str(values.get("why", "")))
    return (_days(values) | _quiet(values) | _calls(values) | _promises(values)).get(code)


def _days(values: Values) -> dict[str, Words]:
    return {
        "call_back_closed": (
            tr("This call-back is not open any more."),
            tr("Somebody dealt with it meanwhile; nothing was written."),
        ),
        "call_back_changed": (
            tr("This call-back was changed meanwhile."),
            tr("Nothing was written. Look at it as it is now, then do it again."),
        ),
        "call_back_date_past": (tr("That day has passed."), tr("Choose a later day.")),
        "call_day_too_far": (tr("That day is too far away."), tr("Choose one within the next ten years.")),
        "call_time_invalid": (tr("That is not a time."), tr("Write it as 10:30.")),
        "call_snooze_needs_reason": (
            tr("It is late already: putting it off needs a reason."),
            tr("Write why it waits, or leave it on today."),
        ),
        "call_nothing_to_put_off": (
            tr("This buyer has no open call-back that could be put off."),
            tr("Note what you promised with its day instead."),
        ),
    }


def _quiet(values: Values) -> dict[str, Words]:
    return {
        "quiet_backwards": (tr("The last day lies before the first."), tr("Choose a last day on or after the first.")),
        "quiet_too_long": (
            tr("That is longer than a quarter of a year."),
            tr("Buyers would be forgotten. Choose at most 92 days."),
        ),
        "quiet_past": (tr("These days have passed."), tr("Choose days to come, or every year.")),
        "quiet_far": (tr("That day is too far away."), tr("Choose one within the next ten years.")),
        "quiet_twice": (tr("These quiet days are there already."), tr("Change those instead.")),
        "quiet_many": (
            tr("There are %1 quiet periods already.", values.get("most", "")),
            tr("Take away some that have passed."),
        ),
        "quiet_crowded": (
            tr("With the other quiet days and vacations no day would be left for months."),
            tr("Shorten these days, or give the call-backs to somebody else first."),
        ),
    }


def _calls(values: Values) -> dict[str, Words]:
    case = one_line(str(values.get("case", "")))
    return {
        "call_needs_consent": (
            tr("No call can be planned for this buyer."),
            tr("They have not agreed to calls, or are no VIP. Note their consent first."),
        ),
        "call_opted_out": (
            tr("The buyer does not want to be contacted."),
            tr("Nothing is planned for them unless they say otherwise."),
        ),
        "call_channel_not_agreed": (
            tr("The buyer has not agreed to be contacted this way."),
            tr("Choose a way they agreed to, or note their consent first."),
        ),
        "call_number_not_used": (
            tr("This contact used no phone number."),
            tr("Choose the phone or an SMS as the way, or another outcome."),
        ),
        "call_tags_many": (
            tr("A call has at most %1 tags.", values.get("limit", "")),
            tr("Take some away."),
        ),
        "call_minutes_wrong": (
            tr("A call cannot take so long."),
            tr("Enter whole minutes from 0 to %1.", values.get("limit", "")),
        ),
        "call_case_of_other": (
            tr("Case %1 is another buyer's.", case),
            tr("Choose a case of the buyer you spoke with."),
        ),
        "call_opened_other": (
            tr("From this call a case was opened already: %1.", case),
            tr("Add to that one, or open another from the case itself."),
        ),
    }


def _promises(values: Values) -> dict[str, Words]:
    return {
        "promise_empty": (tr("It does not say what was promised."), tr("Write it in a few words.")),
        "call_not_promise": (
            tr("This call-back is no promise."),
            tr("Log the call instead of ticking it."),
        ),
        "case_call_none": (
            tr("No call is planned after case %1.", one_line(str(values.get("case", "")))),
            tr("There is nothing to drop."),
        ),
    }


def _case_call(why: str) -> Words:
    reasons = {
        "case_open": (tr("The case is not closed yet."), tr("A call after it can be planned once it is.")),
        "case_merged": (tr("The case was merged into another."), tr("Plan the call from that one.")),
        "no_buyer": (tr("The case has no buyer who could be called."), tr("Link its order first.")),
        "opted_out": (
            tr("The buyer does not want to be contacted."),
            tr("Nothing is planned for them unless they say otherwise."),
        ),
        "already_planned": (tr("A call after this case is planned already."), tr("Move that one instead.")),
        "already_called": (tr("The buyer was called about this case already."), tr("Nothing needs to be planned.")),
        "no_consent": (
            tr("The buyer has not agreed to be contacted."),
            tr("Note their consent first; then a call can be planned."),
        ),
    }
    return reasons.get(why, (tr("No call after this case can be planned."), tr("Code: %1", one_line(why))))


def _note(why: str) -> Words:
    reasons = {
        "may_be_called": (tr("The buyer agreed to calls."), tr("Plan a call instead of a note.")),
        "already_planned": (tr("Something is planned for this buyer already."), tr("Move that one instead.")),
        "not_vip": (tr("The buyer is no VIP."), tr("Give them a tier first.")),
        "notes_off": (
            tr("The shop puts no notes in parcels."),
            tr("It can be chosen in the settings of the call-backs."),
        ),
    }
    refused = (
        tr("The buyer does not want to be contacted."),
        tr("Nothing is planned for them unless they say otherwise."),
    )
    return reasons.get(why, refused)
