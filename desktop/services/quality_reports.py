"""Quality on paper: the report on a batch for its supplier, with the photos, and the week for purchasing (R004-30)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from desktop import words
from desktop.decoder.client import Decoder
from desktop.exporters.sheet import ColumnKind, Progress, Row, Sheet, SheetColumn, never, silent
from desktop.packets.values import NoPreview, PictureBytes
from desktop.services.batch_alarms import BatchAlarmService
from desktop.services.packet_pictures import EvidencePictures
from desktop.services.picture_cache import PictureCache
from desktop.services.register_lists import USUAL, RegisterListService
from desktop.services.sheets import SheetFile, SheetWish
from desktop.services.workbench import Workbench
from models.clock import zone
from models.kinds import PacketLanguage, SheetKind
from models.records import Evidence
from models.rules.packet_fit import Rung
from models.rules.packet_parts import Shot
from models.rules.sheet_phrases import SheetPhrases
from models.rules.sheet_quality import (
    QualitySource,
    WeekRow,
    alarm_word,
    kinds_line,
    quality_paper,
    week_of,
    week_paper,
    week_rows,
)
from models.store import batches, evidence
from models.store.batch_names import buyer_names

_RUNG = Rung(side=1_100, quality=80, text_side=1_100, text_quality=80)
_NAME = 40


class QualityReportService:
    """Making a paper records nothing; `ctx.register_lists` notes what is printed or saved. Safe from any thread."""

    def __init__(
        self, bench: Workbench, decoder: Decoder, alarms: BatchAlarmService, lists: RegisterListService
    ) -> None:
        self._bench, self._decoder = bench, decoder
        self._alarms, self._lists = alarms, lists
        self._cache = PictureCache(bench.store.folder.cache / "quality-pictures")

    def report(
        self, style: str, batch: str, wish: SheetWish = USUAL, *, shop_id: int | None = None,
        progress: Progress = silent, cancelled: Callable[[], bool] = never,
    ) -> SheetFile:  # fmt: skip
        """The report on a batch that rings or was dealt with. Buyers are "buyer 1..n"; pictures are made anew from
        pixels, so nothing of a camera or a place is in them. NotFound `batch_quiet`; raises packets' Cancelled."""
        from desktop.packets.sheets.quality import paint_quality

        alarm = self._alarms.find(style, batch, shop_id=shop_id)
        database, maker = self._bench.store.database, self._lists.maker(alarm.shop_id)
        ids = list(dict.fromkeys(each.case_id for each in alarm.reports if each.case_id is not None))
        known = {case_id: evidence.list_case_evidence(database, case_id) for case_id in ids}
        content = quality_paper(
            QualitySource(alarm, known, buyer_names(database, ids)), wish.language, maker, words
        )  # fmt: skip
        language = "en" if wish.language is PacketLanguage.EN else "zh"
        pictures = EvidencePictures(self._bench.store.files, self._decoder, self._cache, language)
        shots = {photo.evidence.id: Shot(photo.evidence) for photo in content.photos}

        def fetch(item: Evidence) -> PictureBytes | NoPreview:
            return pictures.shot(shots[item.id], _RUNG)

        try:
            total = len(shots)

            def told(done: int) -> None:
                progress(done, total)

            pictures.prepare(list(shots.values()), _RUNG, told, cancelled)
            made = paint_quality(content, fetch, wish.paper, maker.now)
        finally:
            pictures.release()
        name = " ".join(part for part in (_short(alarm.style), _short(alarm.batch)) if part)
        return self._lists.keep(SheetKind.QUALITY_REPORT, made, name or "—", ids)

    def weekly(self, day: date, wish: SheetWish = USUAL, *, shop_id: int | None = None) -> SheetFile:
        """All quality lines of the week of a day by style and batch, for purchasing; a page also where there are
        none."""
        from desktop.packets.sheets.register import paint_list

        rows, days = self.week(day, shop_id=shop_id)
        maker = self._lists.maker(shop_id)
        content = week_paper(rows, days, self._alarms.rule(), wish.language, maker, words)
        made = paint_list(content, wish.paper, maker.now)
        return self._lists.keep(SheetKind.QUALITY_REPORT, made, self.week_name(day, wish.language))

    def export_weekly(
        self, out: Path, day: date, *, shop_id: int | None = None, language: str = "zh"
    ) -> int:  # fmt: skip
        """The week as a workbook (.xlsx); how many lines. Errors as of `ctx.register_lists.export`."""
        rows, _ = self.week(day, shop_id=shop_id)
        tongue = PacketLanguage.EN if words.language_code(language) == "en" else PacketLanguage.ZH
        name = self.week_name(day, tongue)
        return self._lists.write(out, (_book(rows, name, tongue),), name, silent, never)

    def week(
        self, day: date, *, shop_id: int | None = None
    ) -> tuple[tuple[WeekRow, ...], tuple[date, date]]:  # fmt: skip
        """The rows of the week of a day, Monday to Sunday as the shop's zone counts days, and those two days."""
        database, days = self._bench.store.database, week_of(day)
        here = zone(self._lists.maker(shop_id).time_zone)
        since = datetime.combine(days[0], time(), tzinfo=here).astimezone(UTC)
        until = datetime.combine(days[1] + timedelta(days=1), time(), tzinfo=here).astimezone(UTC)
        reports = batches.list_reports(database, since, until, shop_id=shop_id)
        photos = batches.count_photos(database, [each.case_id for each in reports if each.case_id is not None])
        counted = [replace(each, photos=photos.get(each.case_id or 0, 0)) for each in reports]
        return week_rows(counted, self._alarms.alarms(shop_id)), days

    @staticmethod
    def week_name(day: date, language: PacketLanguage) -> str:
        """What a week is called, as part of a file's name too."""
        year, week, _ = day.isocalendar()
        only = PacketLanguage.EN if language is PacketLanguage.EN else PacketLanguage.ZH
        return f"{SheetPhrases(only, 'UTC').say('quality_week')} {year}-W{week:02d}"


def _short(text: str) -> str:
    return text if len(text) <= _NAME else text[:_NAME]


def _book(rows: Sequence[WeekRow], name: str, language: PacketLanguage) -> Sheet:
    phrases = SheetPhrases(language, "UTC")
    text, number = ColumnKind.TEXT, ColumnKind.AMOUNT
    widths: Mapping[str, tuple[ColumnKind, int]] = {
        "style": (text, 18), "batch": (text, 14), "item": (text, 34), "buyers": (number, 9), "reports": (number, 9),
        "severe": (number, 8), "photos": (number, 8), "kinds": (text, 30), "case": (text, 40), "alarm": (text, 24),
    }  # fmt: skip
    columns = [
        SheetColumn(phrases.say(f"quality_col_{key}"), kind, width, 0) for key, (kind, width) in widths.items()
    ]  # fmt: skip

    def cells(row: WeekRow) -> Row:
        numbers = dict.fromkeys(report.case_number for report in row.reports if report.case_number)
        return (
            row.style or phrases.say("quality_no_style"), row.batch or phrases.say("quality_no_batch"), row.item,
            Decimal(row.buyers), Decimal(len(row.reports)), Decimal(row.severe),
            Decimal(sum({each.case_id: each.photos for each in row.reports}.values())),
            kinds_line(row.reports, phrases, words), ", ".join(numbers), alarm_word(row.alarm, phrases),
        )  # fmt: skip

    lines = [cells(row) for row in rows]
    totals: tuple[Row, ...] = ()
    if lines:
        reports = Decimal(sum(len(row.reports) for row in rows))
        severe = Decimal(sum(row.severe for row in rows))
        totals = ((phrases.say("register_total"), None, None, None, reports, severe, None, None, None, None),)
    return Sheet(name, columns, lines, len(lines), totals)
