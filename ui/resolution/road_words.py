"""The roads in plain words: what each is called, when it is the right one, and the question that asks for it."""

from __future__ import annotations

from functools import cache

from desktop.services.resolutions import Walk
from models.rules.case_roads import Road, likeliest
from models.rules.conclusion import Answer, Question
from models.rules.pack_parts import NO_TEXT, Text
from models.rules.pinyin import initials
from ui.i18n import language, translator
from ui.resolution.wording import pick

tr = translator("resolution")
FACT = "case_type"


def road_words(walk: Walk, name: str) -> tuple[str, str]:
    """Title and hint of a road; a kind of case this program has no sentence for has the packs' own word."""
    found = _words(language()).get(name)
    if found is not None:
        return found
    field = walk.fields.get(FACT)
    return (pick(field.words[name]) if field is not None and name in field.words else name.replace("_", " ")), ""


def group_words(group: str) -> str:
    """The heading of a group of roads."""
    return {
        "goods": tr("What arrived is not right"), "parcel": tr("The parcel and its way"),
        "return": tr("Sending back"), "money": tr("Refund, price, invoice"),
        "dispute": tr("The platform, a bank or an authority is in it"), "other": tr("More"),
    }.get(group, group)  # fmt: skip


def road_question(walk: Walk) -> Question:
    """The first question: which road, with those the problem suggests as answers."""
    listed = [road for road in walk.roads if road.listed]
    chosen = walk.answers.get(FACT)
    if isinstance(chosen, str) and chosen not in [road.case_type for road in listed]:
        listed += [road for road in walk.roads if road.case_type == chosen]
    return Question(
        fact=FACT, type="enum", ask=_both(tr("Which of these is it?")),
        help=_both(tr("It decides what is asked and which rules count.")),
        affects=_both(tr("the questions, the rules")),
        answers=tuple(_answer(walk, road) for road in listed), known=(), source="", pack_id="", node=FACT,
    )  # fmt: skip


def _answer(walk: Walk, road: Road) -> Answer:
    title, hint = road_words(walk, road.case_type)
    first = road.case_type == likeliest(walk.roads) and FACT not in walk.answers
    mark = tr("Preselected from the order, can be changed") if first else ""
    return Answer(road.case_type, _both(title), _both(hint) if hint else NO_TEXT, _both(mark) if mark else NO_TEXT)


def _both(text: str) -> Text:
    return Text(text, text)


def matches(walk: Walk, name: str, typed: str) -> bool:
    """Whether a road has what was typed in its words, or begins with it in pinyin."""
    title, hint = road_words(walk, name)
    wanted = typed.strip().casefold()
    return wanted in f"{title} {hint}".casefold() or initials(title).lower().startswith(wanted)


@cache
def _words(_language: str) -> dict[str, tuple[str, str]]:
    """Made once for a language: an answer asks for them hundreds of times."""
    return {
        "wrong_shipment": (
            tr("Wrong, missing or too many goods"), tr("Something else, less or more was in the parcel than ordered")
        ),
        "damaged_parcel": (tr("Parcel or goods damaged on the way"), tr("Broken, crushed, wet or opened in transit")),
        "lost_parcel": (tr("Parcel lost"), tr("The carrier cannot find it or says it is gone")),
        "quality": (tr("Fault in the goods"), tr("Flawed, not working, worn out too soon")),
        "return_refund": (tr("Return and refund"), tr("The buyer sends it back and gets the money back")),
        "partial_refund": (tr("Keep it for part of the money"), tr("The buyer keeps the goods and gets part back")),
        "exchange": (tr("Exchange"), tr("For another size, colour or a sound piece")),
        "late_shipment": (tr("Shipped late"), tr("Not handed to the carrier within the promised time")),
        "refund_unshipped": (tr("Refund before dispatch"), tr("Paid, not shipped, the buyer wants the money back")),
        "refund_shipped_not_received": (
            tr("Refund while it is on the way"), tr("Shipped, not arrived, the buyer wants the money back")
        ),
        "refund_shipped": (tr("Refund only, goods were shipped"), tr("Asked for on the platform, without a return")),
        "refund_request": (tr("A refund request is waiting"), tr("It must be answered on the platform in time")),
        "repair_request": (tr("A repair is asked for"), tr("It must be answered on the platform in time")),
        "return_requested": (tr("A return is asked for"), tr("Not yet agreed to")),
        "return_agreed": (tr("A return was agreed"), tr("The buyer has not sent it yet")),
        "return_in_transit": (tr("The return is on its way"), tr("The buyer has entered a tracking number")),
        "return_received": (tr("The return has arrived"), tr("To be inspected, then refunded in time")),
        "partial_return": (
            tr("Part of the order comes back"), tr("What is kept is priced again: offers, free shipping, gifts")
        ),
        "logistics": (tr("Trouble on the way"), tr("No movement, a detour, a carrier that does not answer")),
        "application": (tr("An application is under review"), tr("The platform looks at it")),
        "misdescription": (tr("Not as on the page"), tr("Picture, text or measures differ from the goods")),
        "price_guard": (tr("Cheaper soon after"), tr("The price fell after a campaign")),
        "returned_parcel": (tr("A parcel came back"), tr("Refused, not reached, no delivery point, wrong address")),
        "review_extortion": (tr("A bad review, or the threat of one"), tr("With or without asking for money")),
        "delivery_refused": (tr("Refused at the door"), tr("The buyer did not take the parcel")),
        "address_change": (tr("Change of address"), tr("Before or after dispatch")),
        "change_unshipped": (tr("Change before dispatch"), tr("Another size or colour, or cancelled, not shipped yet")),
        "where_is_it": (tr("Marked as shipped, no trace yet"), tr("The buyer asks where it is")),
        "undeliverable": (tr("The carrier cannot deliver"), tr("Nobody reached, address unclear")),
        "invoice": (tr("An invoice is wanted"), tr("Which amount stands on it")),
        "invoice_refused": (tr("An invoice was not given"), tr("Refused, late or with conditions")),
        "cod_refused": (tr("Cash on delivery not offered"), tr("The buyer wanted to pay at the door")),
        "fraud": (tr("Counterfeit or false claims"), tr("The buyer says the shop deceived")),
        "unsafe_food": (tr("Unsafe food"), tr("Spoilt, expired, against a food standard")),
        "sanbao": (tr("Three guarantees"), tr("Repair, exchange or return of listed goods")),
        "warranty": (tr("Within the warranty"), tr("How long it still runs, also after a repair")),
        "admin_complaint": (tr("Complaint to the regulator"), tr("The market authority has written")),
        "mediation": (tr("Mediation"), tr("Before the consumer association or another body")),
        "carrier_complaint": (tr("Complaint about the carrier"), tr("To the carrier, then to the postal authority")),
        "test_fee": (tr("A test report and its fee"), tr("Who pays for the laboratory")),
        "surface_mismatch": (
            tr("Signed, then seen not to fit"), tr("Number, size, colour or damage that shows at once")
        ),
        "penalty": (tr("More was promised than the rules give"), tr("The shop's own promise of compensation")),
        "suspended": (tr("The platform paused the case"), tr("Until something else is settled")),
        "not_received": (tr("“Never received it”"), tr("The carrier says delivered, the buyer says no")),
        "evidence_request": (tr("More evidence is asked for"), tr("The platform wants it within hours")),
        "dispute": (tr("The platform stepped in"), tr("It will decide on the file")),
        "gift_missing": (tr("The gift is missing"), tr("Not sent, another one, or out of stock")),
        "withdrawal": (tr("Withdrawal within the legal time"), tr("No reason needed, by consumer law")),
        "faulty": (tr("Faulty goods, by consumer law"), tr("Rejection, repair or replacement")),
        "cancellation": (tr("Cancelled"), tr("The buyer cancels or withdraws consent")),
        "chargeback": (tr("Chargeback or payment dispute"), tr("Through the bank, card or payment service")),
        "paypal_dispute": (tr("Dispute at PayPal"), tr("Opened, escalated or a claim")),
    }  # fmt: skip
