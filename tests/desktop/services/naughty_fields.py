"""Every field of the program that takes a text, with how it is written through its service and read from the store."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desktop.services.case_life import MoveAnswers
from desktop.services.case_opening import NewCase
from desktop.services.case_splitting import SplitParts
from desktop.services.case_texts import TextDraft, draft_of
from desktop.services.entered_clocks import EnteredClock
from desktop.services.fact_names import FactName
from desktop.services.parcels import ParcelEntry
from desktop.services.resolution_offers import Choice, Override
from models.call_kinds import Channel
from models.case_query import CaseFilters, CaseQuery
from models.errors import UserError
from models.kinds import (
    CallOutcome,
    CaseState,
    Consent,
    DisputeOutcome,
    EvidenceSource,
    Liability,
    NoteKind,
    PacketForm,
    Platform,
    Problem,
    Role,
    TextDraftKind,
    Tier,
    WaitingOn,
)
from models.packet_records import PacketPlan
from models.rules.packet_presets import PacketPreset
from models.rules.typed_target import order_number
from models.store.order_import import ImportedLine, ImportedOrder, import_orders
from tests.desktop.services.naughty_calls import CallTexts, TextField, composed
from tests.desktop.services.naughty_follow_up import follow_fields
from tests.desktop.services.naughty_hand_over import HandOverTexts
from tests.desktop.services.naughty_receiving import receiving_fields
from tests.desktop.services.naughty_registers import register_fields
from tests.desktop.services.naughty_reviews import review_fields

if TYPE_CHECKING:
    from desktop.context import AppContext


_CODES = ("currency", "country", "time_zone", "colour")


def _same(text: str) -> str:
    return text


def _stripped(text: str) -> str:
    return text.strip()


class Desk(CallTexts, HandOverTexts):
    """A shop with one of everything, and its fields."""

    def __init__(self, ctx: AppContext) -> None:
        self.ctx, self._many, self._reason, self._nick, self._tagged = ctx, 0, "", "", "破损"
        now = ctx.clock.now()
        self.later = now + timedelta(days=2)
        order = ImportedOrder(
            "2611120009999", Platform.TAOBAO, "CNY", "Asia/Shanghai", created_at=now - timedelta(days=3), paid=16_800,
            buyer_nick="花果山", lines=(ImportedLine("雾釉餐盘"),),
        )  # fmt: skip
        ctx.bench.act("orders_imported", lambda work: import_orders(work, 1, [order]), undoable=False)
        target = ctx.cases.find_targets(order.number)[0]
        assert target.order_id is not None
        assert target.buyer_id is not None
        self.order_id, self.buyer_id = target.order_id, target.buyer_id
        self.case_id = ctx.cases.open_case(problem=Problem.DAMAGED, order_id=self.order_id)
        self.note_id = ctx.cases.add_note(self.case_id, "打开就碎了")
        self.parcel_id = ctx.parcels.add(self.case_id, ParcelEntry("YQ000044719026"))
        self.piece = ctx.intake.add_bytes(self.case_id, b"x", "x.txt", EvidenceSource.PASTED).evidence_id or 0
        ctx.case_tags.add_tags([self.case_id], ["破损"])
        self.view = ctx.saved_views.save("破损", CaseQuery())
        self.clock = ctx.clocks.enter(self.case_id, EnteredClock("给的日子", WaitingOn.US, self.later))
        ctx.call_backs.set_tier(self.buyer_id, Tier.V2)
        ctx.call_backs.set_consent(self.buyer_id, Consent.GIVEN)
        self._logged = ctx.call_backs.log_call(CallOutcome.NO_ANSWER, buyer_id=self.buyer_id)
        self._promise = ctx.call_backs.promise(self.buyer_id, "寄一份色卡", (now + timedelta(days=30)).date())
        steps = (("first", ""), ("second", "first"))
        self.first, self.second = ctx.bench.act(
            "draft_saved",
            lambda work: [
                work.insert("step", case_id=self.case_id, position=place, title_zh=rule, title_en=rule,
                            role=Role.AFTER_SALES, after=after, rule=rule)
                for place, (rule, after) in enumerate(steps)
            ],
            undoable=False,
        )  # fmt: skip
        self.packet_id: int = ctx.bench.act(
            "packet_made",
            lambda work: work.insert("packet", case_id=self.case_id, number="P-1", language="zh", made_at=now,
                                     made_by="", pages=1, size=1, sha256="0" * 64),
            undoable=False,
        )  # fmt: skip
        self._receiver = ctx.presets.keep_own(PacketPreset("", "快递理赔", "", PacketForm.PDF, ("pdf",)))

    def _number(self) -> str:
        self._many += 1
        return f"N-{self._many}"

    def _tag(self, text: str) -> None:
        self.ctx.case_tags.rename_tag(self._tagged, text)
        self._tagged = self._one("name", "case_tag")

    def _move(self, text: str) -> None:
        self.ctx.life.move([self.case_id], CaseState.DONE, MoveAnswers(text))
        if self.ctx.cases.load_page(self.case_id).case.state is CaseState.DONE:
            self._reason = self._told("reason") if text.strip() else ""
            self.ctx.life.move([self.case_id], CaseState.OPEN, MoveAnswers("接着办"))

    def fields(self) -> list[TextField]:
        """All of them."""
        return [*self._of_cases(), *self._of_work(), *self._of_buyers(), *self.of_calls(), *self._of_shops(),
                *self.of_hand_over(),
                *follow_fields(self.ctx, self.case_id),
                *receiving_fields(self.ctx, self._one),
                *review_fields(self.ctx),
                *register_fields(self.ctx, self.case_id, self._one, self._told)]  # fmt: skip

    def _of_cases(self) -> list[TextField]:
        ctx, case, one = self.ctx, self.case_id, self._one
        summary = lambda: one("summary", "case", case)  # noqa: E731
        return [
            TextField("note", ("cases.add_note.text",), lambda text: ctx.cases.add_note(case, text),
                      lambda: one("text", "note")),
            TextField("corrected note", ("texts.correct_note.text",),
                      lambda text: ctx.texts.correct_note(self.note_id, text, NoteKind.INTERNAL),
                      lambda: one("text", "note", self.note_id)),
            TextField("summary", ("cases.change_summary.summary",), lambda text: ctx.cases.change_summary(case, text),
                      summary),
            TextField("summary in place", (), lambda text: ctx.facts.change(
                case, FactName.SUMMARY, text, expected=summary()), summary, late=True, inside=True),
            TextField("new case", ("cases.open_case.summary", "NewCase.summary"), lambda text: ctx.opening.open(
                NewCase(Problem.OTHER, order_id=self.order_id, summary=text)), lambda: one("summary", "case"), inside=True),
            TextField("order number", ("NewCase.order_number",), lambda text: ctx.opening.open(
                NewCase(Problem.OTHER, buyer_id=self.buyer_id, order_number=text)),
                lambda: one("order_number", "case"), order_number, inside=True),
            TextField("split", ("SplitParts.summary",), lambda text: ctx.joining.split(
                case, SplitParts(Problem.OTHER, lines=frozenset(), summary=text)), lambda: one("summary", "case"), _stripped),
            TextField("reply copied", ("texts.reply_copied.text",), lambda text: ctx.texts.reply_copied(case, text),
                      lambda: self._reply(), lambda text: text),
            TextField("draft of a reply", ("TextDraft.text",), lambda text: self._draft(text),
                      lambda: draft_of(one("text", "text_draft")).text, lambda text: text or "x", inside=True),
            TextField("tag", ("case_tags.rename_tag.name", "case_tags.add_tags.names", "case_tags.change_tags.add"),
                      self._tag, lambda: one("name", "case_tag"), composed),
            TextField("name of a view", ("saved_views.save.name", "saved_views.rename.name"),
                      lambda text: ctx.saved_views.rename(self.view, text), lambda: one("name", "saved_view", self.view),
                      lambda text: composed(" ".join(text.split()))),
            TextField("search of a view", ("CaseQuery.text",), lambda text: ctx.saved_views.change(
                self.view, CaseQuery(text=text)),
                lambda: json.loads(one("query", "saved_view", self.view)).get("text", "")),
            TextField("tag of a filter", ("CaseFilters.tags",), lambda text: ctx.saved_views.change(
                self.view, CaseQuery(filters=CaseFilters(tags=(text,)))),
                lambda: json.loads(one("query", "saved_view", self.view))["filters"]["tags"][0], inside=True),
        ]  # fmt: skip

    def _reply(self) -> Any:
        return self._one("text", "reply")

    def _draft(self, text: str) -> None:
        self.ctx.texts.keep_draft(self.case_id, TextDraftKind.REPLY, TextDraft(text or "x"))

    def _of_work(self) -> list[TextField]:
        ctx, case, one, told = self.ctx, self.case_id, self._one, self._told
        clocks, steps = ctx.clocks, ctx.steps

        def entered(label: str, timeout: str = "") -> None:
            clocks.change(self.clock, EnteredClock(label, WaitingOn.US, self.later, timeout))

        def then(first: Callable[[str], object], back: Callable[[], object]) -> Callable[[str], object]:
            def both(text: str) -> None:
                first(text)
                self._reason = told("reason")
                back()

            return both

        def decide(text: str) -> None:
            steps.complete(self.first, decided=text)
            self._reason = str(one("note", "step", self.first))
            self._clean(self.first)

        reason = lambda: self._reason  # noqa: E731
        return [
            TextField("note of a snooze", ("snoozing.snooze.note",), lambda text: ctx.snoozing.snooze(
                [case], self.later, note=text), lambda: one("snooze_note", "case", case), _stripped),
            TextField("reason of a move", ("MoveAnswers.reason",), self._move, reason, _stripped),
            TextField("note of handing over", ("hand_over.hand_over.note",), lambda text: ctx.hand_over.hand_over(
                [case], 2, text if text.strip() else "交班"), lambda: one("text", "note"), lambda text: text.strip() or "交班"),
            TextField("label of a clock", ("EnteredClock.label",), entered, lambda: one("label_zh", "clock", self.clock),
                      _stripped),
            TextField("what a clock means", ("EnteredClock.on_timeout",), lambda text: entered("x", text),
                      lambda: one("on_timeout", "clock", self.clock), _stripped),
            TextField("why a clock stops", ("clocks.stop.reason",), then(
                lambda text: clocks.stop(self.clock, text), lambda: clocks.restart(self.clock)), reason, _stripped),
            TextField("why a clock stands", ("clocks.pause.reason",), then(
                lambda text: clocks.pause(self.clock, text), lambda: clocks.resume(self.clock)), reason, _stripped),
            TextField("note of a step", ("steps.write_note.text",), lambda text: steps.write_note(self.first, text),
                      lambda: one("note", "step", self.first), _stripped),
            TextField("why a step is left out", ("steps.skip.reason",), then(
                lambda text: steps.skip(self.first, text), lambda: self._clean(self.first)), reason, _stripped),
            TextField("why a step is done anyway", ("steps.complete.anyway",), then(
                lambda text: steps.complete(self.second, anyway=text), lambda: self._clean(self.second)), reason,
                _stripped),
            TextField("what is decided", ("steps.complete.decided",), decide, reason, _stripped),
            TextField("caption", ("evidence.set_caption.caption",), lambda text: ctx.evidence.set_caption(
                self.piece, text), lambda: one("caption", "evidence", self.piece)),
            TextField("what it proves", ("evidence.set_proves.proves",), lambda text: ctx.evidence.set_proves(
                self.piece, text), lambda: one("proves", "evidence", self.piece)),
            TextField("tag of evidence", ("evidence.set_tag.tag",), lambda text: ctx.evidence.set_tag(
                self.piece, text), lambda: one("tag", "evidence", self.piece)),
            TextField("carrier", ("ParcelEntry.carrier",), lambda text: ctx.parcels.edit(
                case, self.parcel_id, ParcelEntry("YQ000044719026", text)),
                lambda: one("carrier", "parcel", self.parcel_id), _stripped),
            TextField("note of a parcel", ("ParcelEntry.note",), lambda text: ctx.parcels.edit(
                case, self.parcel_id, ParcelEntry("YQ000044719026", "", note=text)),
                lambda: one("note", "parcel", self.parcel_id), _stripped),
            TextField("number of a parcel", ("ParcelEntry.number",), lambda text: ctx.parcels.edit(
                case, self.parcel_id, ParcelEntry(text)), lambda: one("tracking_number", "parcel", self.parcel_id),
                _number),
            TextField("answer of the wizard", ("resolutions.save_draft.answers",), lambda text: (
                ctx.resolutions.save_draft(case, {"seen": text}, _why("x"))), lambda: self._kept_draft()["seen"]),
            TextField("why another remedy", ("Override.reason",), lambda text: ctx.resolutions.save_draft(
                case, {"seen": "x"}, _why(text)), lambda: text_in(self._kept_draft())),
            TextField("summary of a packet", ("packets.keep_summary.text",), lambda text: self._summary(text),
                      lambda: ctx.packets.find_summary(case, "zh"), late=True),
            TextField("text for a receiver's field", ("PacketPlan.texts",), lambda text: ctx.packet_plans.keep(
                case, PacketPlan(texts=(("product_description", text),))),
                lambda: dict(ctx.packet_plans.read(case).texts).get("product_description", "")),
            TextField("receiver of a packet", ("PacketPlan.preset",), lambda text: ctx.packet_plans.keep(
                case, PacketPlan(preset=text)), lambda: ctx.packet_plans.read(case).preset,
                lambda text: text or PacketPlan().preset),
            TextField("name of a receiver", ("PacketPreset.name_zh", "PacketPreset.name_en"), lambda text: (
                ctx.presets.keep_own(replace(self._receiver, name_zh=text, name_en=""))),
                lambda: ctx.presets.find(self._receiver.id).name_en, _stripped),
            TextField("note of a receiver", ("PacketPreset.note_zh", "PacketPreset.deadline_zh"), lambda text: (
                ctx.presets.keep_own(replace(self._receiver, note_zh=text, deadline_zh=text))),
                lambda: ctx.presets.find(self._receiver.id).deadline_zh, _stripped),
            TextField("note of a packet's outcome", ("packet_outcomes.record.note",), lambda text: (
                ctx.packet_outcomes.record(self.packet_id, DisputeOutcome.WON, note=text)),
                lambda: one("outcome_note", "packet", self.packet_id)),
        ]  # fmt: skip

    def _clean(self, step: int) -> None:
        self.ctx.steps.reopen(step)
        self.ctx.steps.write_note(step, "")

    def _kept_draft(self) -> Any:
        return json.loads(self._sql("SELECT facts FROM draft").fetchone()[0])

    def _summary(self, text: str) -> None:
        self.ctx.packets.keep_summary(self.case_id, "zh", text)

    def _of_buyers(self) -> list[TextField]:
        ctx, buyer, one = self.ctx, self.buyer_id, self._one

        def field(name: str, kept: Callable[[str], str] = _same) -> TextField:
            return TextField(f"buyer's {name}", ("buyers.change_field.text",), lambda text: ctx.buyers.change_field(
                buyer, name, text), lambda: one(name, "buyer", buyer), kept)  # fmt: skip

        def added(text: str) -> None:
            ctx.opening.add_buyer(1, self._number(), name=text)

        def phoned(text: str) -> None:
            ctx.opening.add_buyer(1, self._number(), phone=text)

        return [
            field("name"), field("phone", _phone), field("wechat", _stripped), field("email", _stripped),
            field("address"), field("country", _country), field("note"),
            TextField("buyer ID", ("buyers.rename.nick",), lambda text: ctx.buyers.rename(buyer, text),
                      lambda: one("nick", "buyer", buyer), _stripped),
            TextField("new buyer ID", ("opening.add_buyer.nick",), lambda text: self._add_buyer(text),
                      lambda: self._nick, _stripped),
            TextField("new buyer's name", ("opening.add_buyer.name",), added, lambda: one("name", "buyer"), _stripped),
            TextField("new buyer's phone", ("opening.add_buyer.phone",), phoned, lambda: one("phone", "buyer"),
                      _stripped),
            TextField("dated note", ("buyers.add_note.text",), lambda text: ctx.buyers.add_note(buyer, text),
                      lambda: one("text", "buyer_note")),
            TextField("way of consent", ("buyers.set_consent.way", "call_backs.set_consent.way"),
                      lambda text: ctx.buyers.set_consent(buyer, Consent.GIVEN, text),
                      lambda: one("consent_way", "buyer", buyer)),
            TextField("way of agreeing", ("contact.agree.way", "contact.set_consent.way"),
                      lambda text: ctx.contact.agree(buyer, Channel.CHAT, text),
                      lambda: ctx.contact.channels(buyer)[Channel.CHAT].way),
            TextField("way of withdrawing", ("contact.withdraw.way", "contact.opt_out.way"),
                      lambda text: ctx.contact.withdraw(buyer, Channel.SMS, text),
                      lambda: ctx.contact.channels(buyer)[Channel.SMS].way),
        ]  # fmt: skip

    def _add_buyer(self, text: str) -> None:
        row = self.ctx.opening.add_buyer(1, text)
        self._nick = self._one("nick", "buyer", row)

    def _of_shops(self) -> list[TextField]:
        ctx, one = self.ctx, self._one

        def field(name: str) -> TextField:
            return TextField(f"shop's {name}", (f"shops.add_shop.{name}",) if name not in _CODES else (), lambda text: ctx.shops.change_shop(
                1, **{name: text}), lambda: one(name, "shop", 1))  # fmt: skip

        pack = next(each for each in ctx.rules.rules().packs if any(one.editable for one in each.read.numbers))
        number = next(each for each in pack.read.numbers if each.editable)

        def ruled(value: str, note: str) -> None:
            ctx.rules.change_number(pack.pack.id, number.id, value, note)

        return [
            *(field(name) for name in ("name", "letterhead", "return_address", "currency", "country", "time_zone",
                                       "colour")),
            TextField("person", ("shops.rename_person.name", "shops.add_person.name"), lambda text: (
                ctx.shops.rename_person(2, text)), lambda: one("name", "person", 2), _stripped),
            TextField("initials", ("shops.change_initials.initials", "shops.add_person.initials"), lambda text: (
                ctx.shops.change_initials(2, text or "秋")), lambda: one("initials", "person", 2), lambda text: (
                text.strip() or self._person_mark())),
            TextField("note of a number", ("rules.change_number.note",), lambda text: ruled(str(number.value), text),
                      lambda: one("note", "pack_number"), _stripped),
        ]  # fmt: skip

    def _person_mark(self) -> str:
        from desktop.services.shops import initials_of

        return initials_of(self._one("name", "person", 2))


def _why(text: str) -> Choice:
    return Choice(override=Override(reason=text, liability=Liability.BUYER))


def text_in(data: Any) -> str:
    """The only reason in the data of a choice."""
    found = data if isinstance(data, dict) else {}
    for value in found.values():
        if isinstance(value, dict):
            inner = value.get("reason")
            return inner if isinstance(inner, str) else text_in(value)
    raise UserError("no_reason")


def _number(text: str) -> str:
    from models.rules.carriers import normal_number

    return normal_number(text)


def _phone(text: str) -> str:
    from desktop.services.buyer_fields import checked_field

    return checked_field("phone", text)


def _country(text: str) -> str:
    return text.strip().upper() if len(text.strip()) == 2 else text.strip()
