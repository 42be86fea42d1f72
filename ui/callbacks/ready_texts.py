"""Short neutral words to send where the contact is not a call, with the buyer's name in them."""

from __future__ import annotations

import re

from models.call_kinds import CallBackKind, Channel
from ui.callbacks.card_data import CardShown
from ui.i18n import language
from ui.plain import one_line

_PLACE = re.compile(r"\{([a-z]+)\}")
# In the language of the window; sent to a buyer, so they are words of the shop and not of the window.
_TEXTS = {
    "zh": {
        CallBackKind.RHYTHM: "{name}您好，我是{shop}的{person}。最近用得还满意吗？有需要随时告诉我们。"
        "不想再收到联系，回复“退订”即可。",
        CallBackKind.SATISFACTION: "{name}您好，我是{shop}的{person}。您之前的售后（{case}）处理得还满意吗？"
        "还有不妥，请直接告诉我们。",
        CallBackKind.PROMISE: "{name}您好，我是{shop}的{person}。之前答应您的事：{subject}，向您说一声。",
    },
    "en": {
        CallBackKind.RHYTHM: "Hello {name}, this is {person} from {shop}. Are you happy with your order? Tell us if you"
        " need anything. Reply STOP and we will not contact you again.",
        CallBackKind.SATISFACTION: "Hello {name}, this is {person} from {shop}. Was your case {case} settled to your"
        " satisfaction? If anything is still wrong, just tell us.",
        CallBackKind.PROMISE: "Hello {name}, this is {person} from {shop}. About what we promised you: {subject}.",
    },
}
# For a note in the parcel of somebody who was never asked: it thanks, asks whether they want to hear, sells nothing.
_NOTES = {
    "zh": "{name}，您好！谢谢您一直光顾{shop}。东西用得顺手吗？有任何不满意，聊天里说一声，我们来处理。"
    "愿意偶尔收到我们的问候，就在聊天里回复“可以联系”；不想再收到卡片，也请告诉我们。{person}敬上",
    "en": "Dear {name}, thank you for buying from {shop}. Is everything as it should be? If not, tell us in the chat"
    " and we will put it right. If you would like to hear from us now and then, answer “yes” in the chat; if you want"
    " no more notes, tell us too. Yours, {person}",
}


def ready_text(found: CardShown, person: str) -> str:
    """The words for the call-back that is shown, on one line. What a buyer is called by comes as they wrote it."""
    buyer, kind = found.card.buyer, found.call_back.kind if found.call_back is not None else CallBackKind.RHYTHM
    values = {
        "name": one_line(buyer.name).strip() or one_line(buyer.nick).strip(),
        "shop": one_line(found.beside.shop_name).strip(),
        "person": one_line(person).strip() or one_line(found.beside.shop_name).strip(),
        "case": found.beside.case.number if found.beside.case is not None else "",
        "subject": one_line(found.call_back.subject).strip() if found.call_back is not None else "",
    }
    note = found.channel is Channel.NOTE and kind is CallBackKind.RHYTHM
    text = _NOTES[language()] if note else _TEXTS[language()][kind]
    return _PLACE.sub(lambda place: values[place[1]], text)
