"""Twenty calls logged with the keyboard alone in the real window: two keys each where nothing is written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from models.kinds import CallOutcome, Consent, Platform, Role, Tier
from models.rules.call_back_rhythm import DueNote
from tests.e2e.keyboard import Keyboard
from ui.callbacks.day_picker import DayPopup
from ui.callbacks.page import CallBacksPage
from ui.page import Target
from ui.program import Program

if TYPE_CHECKING:
    from desktop.context import AppContext
    from models.store.transaction import Transaction

TODAY = date(2026, 11, 20)
LATE = date(2026, 11, 12)
BUYERS = 21


@pytest.fixture
def stocked(empty_folder: AppContext) -> AppContext:
    """Twenty-one buyers who agreed to calls: five are late, the others are to be called today, one by one."""
    empty_folder.shops.add_shop(name="青禾家居", platform=Platform.TAOBAO)
    empty_folder.shops.choose_person(empty_folder.shops.add_person(name="小满", role=Role.OWNER))

    def work(transaction: Transaction) -> None:
        agreed = datetime(2026, 3, 2, tzinfo=UTC)
        for place in range(BUYERS):
            buyer = transaction.insert(
                "buyer", shop_id=1, nick=f"买家{place:02}", name="渔先生", phone="13812340000", tier=Tier.V2,
                consent=Consent.GIVEN, consent_at=agreed,
            )  # fmt: skip
            transaction.insert("contact_consent", buyer_id=buyer, channel="phone", agreed=True, said_at=agreed)
            day = LATE if place < 5 else TODAY
            transaction.insert(
                "call_back", buyer_id=buyer, due_on=day, at_time="" if place < 5 else f"{9 + place // 6:02}:{place:02}",
                reason=DueNote((), day).written(),
            )  # fmt: skip

    empty_folder.bench.act("sample_made", work, undoable=False)
    return empty_folder


def test_twenty_calls_by_keyboard(stocked: AppContext, program: Program) -> None:
    hands = Keyboard(program.window)
    program.window.go(Target("callbacks"))
    hands.settle()
    page = program.window.current_page()
    assert isinstance(page, CallBacksPage)

    def shown() -> str:
        found = page.day.shown()
        return found.card.buyer.nick if found is not None else ""

    def call(keys: str) -> str:
        nick, before = shown(), hands.pressed
        hands.press(keys, "Ctrl+Return")
        assert hands.pressed - before == 2
        assert shown() != nick, "the next buyer is there"
        return nick

    def reach(widget: QWidget, key: str = "Tab") -> None:
        """F6 to the note, Tab from field to field."""
        for _ in range(12):
            if hands.focus() is widget:
                return
            hands.press(key)
        raise AssertionError(f"{key} does not lead there: {hands.told()}")

    form = page.day.form
    # Fourteen with nothing to write: two keys each, the late ones first.
    nicks = [call(key) for key in "12311455123111"]
    assert nicks == [f"买家{place:02}" for place in range(14)]

    # Four with words: a note, something promised, minutes; and one who named a time.
    hands.press("1", "Alt+1")
    reach(form.note, "F6")
    hands.write("壶很好用，手柄不烫")
    hands.press("Ctrl+Return")
    for text in ("<b>不是粗体</b>", "引号\"'与 emoji 😀"):
        hands.press("1")
        reach(form.note, "F6")
        hands.write(text)
        hands.press("Ctrl+Return")
    hands.press("1")
    reach(form.note, "F6")
    reach(form.promise.text)
    hands.write("马克杯到货留两只")
    hands.press("Ctrl+Return")
    hands.press("3")
    reach(form.note, "F6")
    reach(form.next.button)
    hands.press("Return")
    hands.press("Right")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, DayPopup)
    reach(popup.time)
    hands.letters("1530")
    hands.press("Return", "Ctrl+Return")

    # The nineteenth is taken back: the buyer is there again with what was typed.
    undone = "买家18"
    assert shown() == "买家19"
    hands.press("Ctrl+Z")
    hands.until(lambda: shown() == undone)
    assert page.day.form.outcome() is CallOutcome.CALL_AGAIN
    assert page.day.form.next.at_time() == "15:30"
    hands.press("Ctrl+Return")
    assert shown() == "买家19"

    # The twentieth wants no more calls; forward without saving, then the last one.
    hands.press("Ctrl+Alt+N")
    hands.until(lambda: not page.day.form.isVisible())
    hands.press("Alt+Down")
    assert shown() == "买家20"
    assert call("1") == "买家20"
    hands.until(lambda: page.day.empty.text.text() == "今天都打完了")
    assert not hands.failed

    service = stocked.call_backs
    by_nick = {f"买家{place:02}": service.find_buyers(f"买家{place:02}")[0] for place in range(BUYERS)}
    sums = stocked.call_desk.day_sums(TODAY)
    assert sums.calls == 20
    assert sums.outcomes[CallOutcome.WRONG_NUMBER] == 2
    assert sums.satisfied == 1
    assert service.queue(TODAY) == ()
    calls = {nick: service.find_buyer_card(buyer.id).calls for nick, buyer in by_nick.items()}
    assert [calls[f"买家{place:02}"][0].outcome.value for place in (0, 1, 2, 5, 6)] == [
        "reached", "no_answer", "call_again", "not_interested", "wrong_number",
    ]  # fmt: skip
    assert calls["买家14"][0].note == "壶很好用，手柄不烫"
    assert calls["买家15"][0].note == "<b>不是粗体</b>"
    promised = service.find_buyer_card(by_nick["买家17"].id).promises
    assert [each.subject for each in promised] == ["马克杯到货留两只"]
    again = service.find_buyer_card(by_nick["买家18"].id)
    assert len(again.calls) == 1, "the one taken back is gone"
    assert again.call_back is not None
    assert (again.call_back.at_time, again.call_back.due_on) == ("15:30", date(2026, 11, 24))
    assert by_nick["买家19"].consent is Consent.REFUSED
    assert calls["买家19"] == ()
