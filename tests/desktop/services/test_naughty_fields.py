"""2,000 naughty texts through every field: kept as typed and the same from the disk, or refused for a reason."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

import desktop.services
from desktop.importers import DraftLine, DraftOrder, ImportDraft
from models.buyer_records import BuyerQuery
from models.case_query import CaseFilters, CaseQuery
from models.errors import AftercaseError, UserError
from models.kinds import Platform
from models.store.search_hits import HitField
from models.store.verify import verify_store
from tests.desktop.services.naughty_calls import TextField
from tests.desktop.services.naughty_fields import Desk
from tests.naughty import REFUSALS, WANTED, naughty_texts, showable_texts, some_texts

if TYPE_CHECKING:
    from desktop.context import AppContext

SAMPLE = 14


class _Reached(Exception):
    """A text was taken: the service went on to the store."""


def _reach(*_: Any, **__: Any) -> Any:
    raise _Reached


def taken(field: TextField, text: str) -> bool:
    """Whether a service takes a text; anything but a refusal that has words fails the test."""
    try:
        field.write(text)
    except UserError as error:
        if error.code not in REFUSALS:
            raise
        return False
    except _Reached:
        return True
    return True


def test_every_field_takes_or_refuses_each_of_them(ctx: AppContext, monkeypatch: pytest.MonkeyPatch) -> None:
    fields = Desk(ctx).fields()
    texts = naughty_texts()
    assert len(texts) == WANTED
    for field in fields:
        with monkeypatch.context() as stopped:
            stopped.setattr(ctx.bench, "act", _reach)
            stopped.setattr(ctx.store, "write", _reach)
            if not field.late:
                stopped.setattr(ctx.store.database, "execute_sql", _reach)
                stopped.setattr(ctx.store.database, "execute", _reach)
            refused = sum(not taken(field, text) for text in texts)
        # What no field can keep is refused by every one, before anything is written.
        assert field.inside or refused >= 100, field.name


def test_what_is_taken_is_the_same_when_the_folder_is_opened_again(
    ctx: AppContext, open_context: Callable[[], AppContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(ctx)
    wrong: list[tuple[str, str, object]] = []
    fields = desk.fields()
    with in_one_transaction(ctx, monkeypatch):
        for place, field in enumerate(fields):
            for text in some_texts(SAMPLE, place * 7):
                if taken(field, text):
                    found = field.read()
                    if found != field.kept(text):
                        wrong.append((field.name, text[:40], found))
    assert wrong == []
    before = {field.name: field.read() for field in fields}
    assert verify_store(ctx.store).holds
    ctx.close()
    desk.ctx = open_context()
    assert {field.name: field.read() for field in desk.fields()} == before


@contextmanager
def in_one_transaction(ctx: AppContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Actions as ever, but kept all at once: a thousand commits would cost a thousand times forcing the disk."""
    with ctx.store.write(ctx.bench.stamp()) as transaction, monkeypatch.context() as joined:

        @contextmanager
        def write(stamp: object) -> Iterator[object]:
            yield transaction

        joined.setattr(ctx.bench, "act", lambda code, work, **_: work(transaction))
        joined.setattr(ctx.store, "write", write)
        yield


def test_an_import_keeps_what_the_platform_wrote(ctx: AppContext) -> None:
    texts = showable_texts()[::16]
    drafts = tuple(
        DraftOrder(
            platform=Platform.TAOBAO, number=f"2611120000{place:06d}", buyer_nick=f"n{place}", buyer_name=text,
            address=text, carrier=text, buyer_note=text, shop_note=text, status_text=text, lines=(DraftLine(text),),
        )
        for place, text in enumerate(texts)
    )  # fmt: skip
    ctx.orders.commit_draft(ImportDraft(
        platform=Platform.TAOBAO, variant="", files=(), encoding="utf-8", orders=drafts, problems=(),
        rows_total=len(drafts), rows_good=len(drafts), unknown_columns=(),
    ))  # fmt: skip
    sql = 'SELECT receiver, address, carrier, buyer_note, shop_note FROM "order" ORDER BY number'
    database: Any = ctx.store.database
    assert database.execute_sql(sql).fetchall() == [(text,) * 5 for text in texts]


def test_looking_for_anything_finds_it_or_nothing(ctx: AppContext) -> None:
    desk = Desk(ctx)
    for text in (*some_texts(150), '"' * 3000, "* OR NOT NEAR(", "碎了吗" * 33_000):
        ctx.cases.list_case_ids(CaseQuery(text=text))
        ctx.cases.list_case_ids(CaseQuery(filters=CaseFilters(tags=(text,))))
        ctx.opening.find_targets(text)
        ctx.joining.find_cases(text, but=[desk.case_id])
        ctx.buyers.list_buyer_ids(BuyerQuery(text=text))
        ctx.call_backs.find_buyers(text)
        ctx.parcels.other_orders(desk.case_id, text)
        ctx.case_lists.find_hits([desk.case_id], text, tuple(HitField))
        for look in (
            lambda: ctx.cases.find_case_id(text), lambda: ctx.buyers.find_buyer_id(text),  # noqa: B023
            lambda: ctx.receiving.look_up(text), lambda: ctx.sheets.find_return(text),  # noqa: B023
            lambda: ctx.sheets.claim_of_month(text, 2026, 11),  # noqa: B023
        ):  # fmt: skip
            try:
                look()
            except AftercaseError:
                continue


# Parameters of services that carry no text of a person: ids and codes the window takes from lists, languages, times.
CODES = {
    "language", "encoding", "situation", "at_time", "satisfaction", "tone", "pack", "platform", "country", "versions",
    "remedy_id", "operation", "columns", "keys", "hidden", "from_other", "remove", "was", "added", "left_out",
    "parents", "raw", "time_zone", "colour", "currency", "code", "values", "details", "numbers", "own", "dates", "at",
}  # fmt: skip
# Looked for, never kept: test_looking_for_anything.
LOOKED_FOR = {
    "evidence.find_names.typed", "evidence.find_buyers.typed",
    "buyers.find_buyer_id.named", "call_backs.find_buyers.beginning", "joining.find_cases.text",
    "case_lists.find_hits.text", "opening.find_targets.text", "cases.find_targets.text", "cases.find_case_id.number",
    "opening.duplicates.order_number", "parcels.other_orders.number", "sheets.find_return.text",
    "receiving.look_up.text", "receiving.arrive.text", "receiving.receive.text", "sheets.claim_of_month.carrier", "sheets.carrier_name.written",
    "batch_alarms.find.style", "batch_alarms.find.batch", "batch_alarms.acknowledge.style",
    "batch_alarms.acknowledge.batch", "quality_reports.report.style", "quality_reports.report.batch",
}  # fmt: skip
# Names of what the program knows, and texts whose own tests refuse what is not in a closed list.
OWN_TESTS = {
    "today.put_off.key": "test_board_alarms.py: settings somebody spoiled and odd keys",
    "chat_stitching.join.caption": "as set_caption", "chat_stitching.cut.caption": "as set_caption",
    "chat_stitching.propose_cuts.paper": "one of two: test_chat_stitching", "CutPlan.paper": "as propose_cuts.paper",
    "intake.add_pages.pages": "as add_bytes", "intake.add_pages.tag": "as set_tag",
    "chat_texts.say.speaker": "a setting, kept as JSON: test_chats", "StripPart.name": "shown only",
    "StripPart.sha256": "a hash",
    "checklists.request.need_ids": "needs the case has: test_checklists",
    "checklists.mark_asked.need_ids": "needs the case has: test_checklists",
    "checklists.mark_asked.text": "no longer than a chat takes, and linted: test_checklists",
    "checklists.checked.text": "looked at only, as replies.checked.text",
    "checklists.of_case.spoken": "zh or en", "checklists.of_page.spoken": "zh or en",
    "checklists.take_rules.packs": "packs the program has",
    "weighings.set_sku_weights.items": "SKUs and variants: test_weighings, test_weight_rows",
    "buyers.change_field.name": "a column of FIELDS",
    "case_tags.remove_tags.names": "tags that are there",
    "case_lists.sheet.name": "the name of a sheet: test_case_lists",
    "calendar_feed.prepare.above": "numbers read from our own file: test_calendar_feed",
    "case_lists.export.name": "the name of a sheet: test_case_lists",
    "intake.add_bytes.name": "the name of a file, mended where it cannot be kept: test_naughty_shop",
    "intake.add_bytes.caption": "as set_caption", "intake.add_bytes.tag": "as set_tag",
    "intake.add_bytes.proves": "as set_proves", "intake.add_derived.name": "as add_bytes.name",
    "evidence.caption_many.caption": "as set_caption", "evidence.tag_many.tag": "as set_tag",
    "evidence.find_names.column": "one of three words",
    "intake.add_derived.caption": "as set_caption", "intake.add_derived.tag": "as set_tag",
    "intake.add_derived.proves": "as set_proves",
    "intake.add_bytes.origin": "as add_bytes.name: test_hostile_names", "intake.add_paths.origin": "as add_bytes.name",
    "Incoming.name": "as add_bytes.name: test_hostile_names", "Incoming.origin": "as add_bytes.name",
    "Incoming.note": "a code", "ImportProgress.name": "said, kept nowhere",
    "UnpackedArchive.name": "as add_bytes.name", "UnpackedArchive.sha256": "a hash",
    "outside.make_copy.buyer_nick": "part of a file's name, mended by export_name",
    "outside.make_copy.case_number": "as make_copy.buyer_nick",
    "packet_plans.keep_summary.text": "as packets.keep_summary",
    "packets.build_content.summary": "as keep_summary", "packets.preview.summary": "as keep_summary",
    "packets.make_packet.summary": "as keep_summary", "packet_gathering.content.summary": "as keep_summary",
    "chat_texts.ours_in.buyer": "compared only", "chat_texts.ours_in.people": "compared only",
    "presets.find.preset_id": "an id", "presets.shipped.preset_id": "an id", "presets.drop_own.preset_id": "an id",
    "packets.handed_out.preset_id": "an id", "packet_outcomes.totals.preset": "an id",
    "packet_gathering.content.addressee": "the receiver's name", "packet_gathering.content.number": "made by the program",
    "packet_gathering.content.made_by": "who works", "ArchiveWish.number": "made by the program",
    "ArchiveWish.made_by": "who works",
    "sealing.make_certificate.name": "test_packet_sealing", "sealing.make_certificate.passphrase": "test_packet_sealing",
    "sealing.make_certificate.key": "one of two", "sealing.import_pkcs12.passphrase": "test_packet_sealing",
    "sealing.unlock.passphrase": "test_packet_sealing", "sealing.set_stamp_server.address": "test_packet_sealing",
    "packet_checking.check.password": "tried, kept nowhere: test_packet_sealing",
    "packet_checking.check_one.password": "as check", "packet_checking.check_one.name": "shown only",
    "packet_checking.check_one.sha256": "a hash", "packet_checking.check_one.seems": "one of three",
    "packet_checking.known_by_hash.sha256": "a hash",
    "SheetFile.name": "made by the program", "SheetFile.sha256": "a hash",
    "BatchLine.number": "the number of a case", "BatchLine.buyer": "shown only",
    "BatchLine.packet": "made by the program", "BatchLine.preset": "an id",
    "replies.reply.name": "a situation", "replies.copied.name": "a situation",
    "replies.copied.text": "as reply_copied", "replies.checked.text": "read for words not to send, kept nowhere",
    "integrity.save_report.text": "made by the program, written outside", "EvidenceCheck.person": "who worked",
    "resolutions.evaluate.answers": "as save_draft",
    "rules.number.name": "a number of a pack", "rules.number_history.name": "a number of a pack",
    "rules.change_number.name": "a number of a pack", "rules.effects.name": "a number of a pack",
    "rules.change_number.value": "a number: test_rules", "rules.effects.value": "a number: test_rules",
    "RuleFile.name": "the name of a file: test_rule_files", "Reply.text": "made by the program",
    "replies.language_of.otherwise": "a language", "SpreadLine.nick": "shown only",
    "contact.set_preferences.birthday": "a day: test_contact",
    "call_backs.move_all.reason": "as move", "call_backs.snooze_all.reason": "as snooze",
    "call_backs.skip_all.reason": "as skip", "case_calls.drop.reason": "as skip: test_case_calls",
    "case_calls.open_case_from_call.summary": "as call_backs.open_case_from_call",
    "hand_over_items.correct.text": "as edit.text", "hand_over_items.correct.reason": "as pass_on.note",
    "hand_over_items.edit.reason": "as pass_on.note", "hand_over_items.remove.reason": "as pass_on.note",
    "batch_alarms.acknowledge.note": "test_batch_alarms", "register_lists.write.name": "made by the program",
    "register_lists.keep.name": "made by the program",
    "receiving.arrive.carrier": "as describe.carrier", "receiving.receive.carrier": "as describe.carrier",
    "receiving.arrive.note": "as describe.note", "receiving.receive.note": "as describe.note",
    "receiving.inspect.note": "as describe.note", "receiving.undeliverable.note": "as describe.note",
    "receiving.resend.note": "as describe.note", "receiving.resend.carrier": "as describe.carrier",
    "receiving.resend.number": "as describe.tracking_number", "receiving.resend_texts.carrier": "as describe.carrier",
    "receiving.resend_texts.number": "as describe.tracking_number",
    "reviews.enter.order_number": "as enter.text, of 300 signs", "reviews.enter.buyer_nick": "as enter.text",
    "reviews.enter.item_title": "as enter.text", "reviews.no_answer.reason": "as answer.reply, behind what is noted",
    "reviews.mark_extortion.note": "as no_answer.reason", "reviews.report.note": "as no_answer.reason",
    "reviews.preview_pasted.text": "test_review_rows",
    "receiving.add_photo.name": "as add_bytes.name: test_receipt_box",
    "steps.done_within.skipped": "words of the program: test_receiving",
    "hand_over_items.set_due_by.text": "a time of day: test_hand_over_days",
}  # fmt: skip


def test_no_text_of_a_service_is_forgotten(ctx: AppContext) -> None:
    known = {name for field in Desk(ctx).fields() for name in field.of}
    found = set(_parameters(ctx))
    assert found - known - LOOKED_FOR - set(OWN_TESTS) == set()
    assert {name for name in known if name.split(".")[0].islower()} - found == set()


def _parameters(ctx: AppContext) -> Iterator[str]:
    """Every parameter of a public method of a service, or member of what is given to one, that takes a text."""
    services = {type(getattr(ctx, name)): name for name in _services()}
    given: set[type] = set()
    for service, name in services.items():
        for method, work in inspect.getmembers(service, inspect.isfunction):
            if method.startswith("_"):
                continue
            for parameter in inspect.signature(work).parameters.values():
                kind = str(parameter.annotation)
                if "str" in kind and parameter.name not in CODES:
                    yield f"{name}.{method}.{parameter.name}"
                given |= {each for each in _carriers() if each.__name__ in kind}
    for carrier in given:
        for member in dataclasses.fields(carrier):
            if member.type in ("str", "str | None") and member.name not in CODES:
                yield f"{carrier.__name__}.{member.name}"


def _services() -> list[str]:
    from functools import cached_property

    from desktop.context import AppContext

    members = [each for kind in AppContext.__mro__ for each in vars(kind).items()]
    made = [name for name, value in members if isinstance(value, cached_property)]
    return [*(name for name in made if name not in ("packs",)), "shops"]


@cache
def _carriers() -> list[type]:
    """The dataclasses of the services' own modules."""
    found: list[type] = []
    for module in pkgutil.iter_modules(desktop.services.__path__):
        members = vars(importlib.import_module(f"desktop.services.{module.name}")).values()
        found += [
            each
            for each in members
            if dataclasses.is_dataclass(each)
            and inspect.isclass(each)
            and each.__module__ == f"desktop.services.{module.name}"
        ]
    return found
