"""Papers of a case beside its packet: return slips, carrier claim sheets, summaries. Made, noted, found again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import words
from desktop.services.claim_terms import carrier_key
from desktop.services.packet_files import Outgoing, check_target, keep_preview
from desktop.services.parcels import carrier_book
from desktop.services.shop_days import month_limits, zone_of
from desktop.services.workbench import Workbench
from models.clock import from_millis, to_millis
from models.errors import EnvironmentFault, NotFound, UserError
from models.kinds import PacketLanguage, Paper, RegisterKind, SheetKind
from models.records import CasePage, RegisterEntry
from models.register_records import Month
from models.rules.carriers import named_carrier
from models.rules.claim_aging import ClaimNet
from models.rules.return_codes import ReturnCode, read_return_code
from models.rules.sheet_claim import NO_CARRIER, ClaimSource, carrier_of, claim_sheet
from models.rules.sheet_slip import SlipForm, check_slip, slip_of
from models.rules.verdict import Refused
from models.store import case_page, cases, claims, registers, shops
from models.store.transaction import Transaction

if TYPE_CHECKING:
    from desktop.packets.sheets.page import SheetPdf

_WORDS_KEPT = 120


@dataclass(frozen=True, slots=True)
class SheetWish:
    """How a sheet is to be made. `form` and the two codes are for return slips alone."""

    language: PacketLanguage = PacketLanguage.ZH
    paper: Paper = Paper.A4
    form: SlipForm = SlipForm.TWO
    code128: bool = True
    qr: bool = True


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A sheet as a PDF in the cache, with the cases it is of; width and height of its pages in millimetres."""

    kind: SheetKind
    path: Path
    name: str
    pages: int
    size: int
    sha256: str
    missing_glyphs: tuple[str, ...]
    case_ids: tuple[int, ...]
    width_mm: float
    height_mm: float

    def content(self) -> bytes:
        """The PDF, as it was painted. EnvironmentFault `sheet_copy_gone`."""
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise EnvironmentFault("sheet_copy_gone") from error
        if hashlib.sha256(data).hexdigest() != self.sha256:
            raise EnvironmentFault("sheet_copy_gone")
        return data


@dataclass(frozen=True, slots=True)
class ClaimCarrier:
    """A carrier with claims in a month; the name is NO_CARRIER where none was entered."""

    name: str
    count: int


class SheetService:
    """Making a sheet records nothing; `note_printed` and `save` do, in the history of each of its cases."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._folder = bench.store.folder.cache / "sheets"

    # Making

    def return_slip(self, case_ids: int | Sequence[int], wish: SheetWish = SheetWish()) -> SheetFile:
        """Return slips, one for each case; of a single case as many as a sheet holds.

        UserError `return_address_missing`, `slip_of_merged_case`, `slip_without_code` when neither code is wanted,
        `slip_too_small` when the address or the items have no room in that size.
        """
        ids = [case_ids] if isinstance(case_ids, int) else list(dict.fromkeys(case_ids))
        if not ids:
            raise UserError("nothing_chosen")
        if not (wish.code128 or wish.qr):
            raise UserError("slip_without_code")
        from desktop.packets.sheets.slip import paint_slips

        pages = [self._page(case_id) for case_id in ids]
        for page in pages:
            verdict = check_slip(page)
            if isinstance(verdict, Refused):
                raise UserError(verdict.reason, shop=page.shop.name, case=page.case.number)
        now = self._now()
        slips = [slip_of(page, wish.language, now, words) for page in pages]
        if len(slips) == 1:
            slips *= wish.form.cells
        made = paint_slips(slips, wish.form, wish.paper, now, code128=wish.code128, qr=wish.qr)
        name = f"{slips[0].code}" if len(ids) == 1 else f"{slips[0].code} +{len(ids) - 1}"
        return self._keep(SheetKind.RETURN_SLIP, made, name, ids)

    def claim_of_case(self, case_id: int, wish: SheetWish = SheetWish()) -> SheetFile:
        """The claim sheet of a case, with its evidence one by one. UserError `no_claims` when it claims nothing."""
        page = self._page(case_id)
        entries = [entry for entry in page.registers if entry.register is RegisterKind.CARRIER_CLAIM]
        if not entries:
            raise UserError("no_claims_of_case", case=page.case.number)
        sources = [ClaimSource(entry, page.case, page.order, page.evidence) for entry in entries]
        carriers = {carrier_of(source, carrier_book()) for source in sources}
        carrier = carriers.pop() if len(carriers) == 1 else NO_CARRIER
        return self._claims(sources, carrier, page, f"CL-{page.case.number}", None, wish)

    def claim_carriers(self, year: int, month: int, *, shop_id: int | None = None) -> tuple[ClaimCarrier, ...]:
        """The carriers of a month's claims, those with most first."""
        counts: dict[str, int] = {}
        for source in self._sources(year, month, shop_id):
            name = carrier_of(source, carrier_book())
            counts[name] = counts.get(name, 0) + 1
        ordered = sorted(counts.items(), key=lambda item: (not item[0], -item[1], item[0]))
        return tuple(ClaimCarrier(name, count) for name, count in ordered)

    @staticmethod
    def carrier_name(written: str) -> str:
        """A written carrier as `claim_carriers` names it."""
        return carrier_key(written)

    def claim_of_month(
        self, carrier: str, year: int, month: int, wish: SheetWish = SheetWish(), *, shop_id: int | None = None
    ) -> SheetFile:  # fmt: skip
        """The statement of a carrier's claims in a month, by the names `claim_carriers` gives.

        UserError `no_claims_of_month` when there is none.
        """
        known, name = named_carrier(carrier, carrier_book()), self.carrier_name(carrier)
        sources = [each for each in self._sources(year, month, shop_id) if carrier_of(each, carrier_book()) == name]
        if not sources:
            raise UserError("no_claims_of_month", carrier=name[:_WORDS_KEPT], month=f"{year}-{month:02d}")
        first = next((source.case for source in sources if source.case is not None), None)
        page = self._page(first.id) if first is not None else None
        tail = known.id.upper() if known is not None else hashlib.sha256(name.encode()).hexdigest()[:4].upper()
        return self._claims(sources, name, page, f"CL-{year % 100:02d}{month:02d}-{tail}", (year, month), wish)

    def case_summary(self, case_id: int, wish: SheetWish = SheetWish()) -> SheetFile:
        """All that matters of a case on exactly one page, for the shop's own eyes."""
        from desktop.packets.sheets.summary import paint_summary
        from models.rules.sheet_summary import summary_of_case

        page = self._page(case_id)
        content = summary_of_case(page, wish.language, self._now(), self._bench.person.name, words)
        made = paint_summary(content, wish.paper, self._now())
        return self._keep(SheetKind.SUMMARY, made, page.case.number, [case_id])

    # Handing out

    def note_printed(self, sheet: SheetFile) -> None:
        """Note in the history of its cases that a sheet went to paper."""
        self._note(sheet, "sheet_printed")

    def save(self, sheet: SheetFile, out: Path) -> Path:
        """Write a sheet to a file, byte for byte, and note it. UserError or EnvironmentFault when it cannot be."""
        target = check_target(out, self._bench.store.folder)
        outgoing = Outgoing(target, sheet.content(), self._bench.store.folder)
        try:
            self._note(sheet, "sheet_saved", outgoing)
        except BaseException:
            outgoing.drop()
            raise
        return target

    # Finding again

    def find_return(self, text: str) -> ReturnCode | None:
        """The code in what was scanned, or None for any other text.

        UserError `return_code_wrong` when its check character does not hold, NotFound for a case that is not there.
        """
        code = read_return_code(text)
        if code is None:
            return None
        if not code.holds:
            raise UserError("return_code_wrong", slip=code.text)
        try:
            cases.find_case_id(self._bench.store.database, code.case_number)
        except NotFound as error:
            raise NotFound("return_case_unknown", slip=code.text, case=code.case_number) from error
        return code

    def _note(self, sheet: SheetFile, code: str, outgoing: Outgoing | None = None) -> None:
        def work(transaction: Transaction) -> None:
            for case_id in sheet.case_ids:
                transaction.record(
                    code, entity="case", entity_id=case_id, case_id=case_id,
                    details={
                        "sheet": sheet.kind.value, "name": sheet.name, "pages": sheet.pages, "sha256": sheet.sha256,
                    },
                )  # fmt: skip
            if outgoing is not None:
                outgoing.put()

        self._bench.note(code, work)

    def _claims(
        self, sources: Sequence[ClaimSource], carrier: str, page: CasePage | None, number: str,
        month: tuple[int, int] | None, wish: SheetWish,
    ) -> SheetFile:  # fmt: skip
        from desktop.packets.sheets.claim import paint_claim

        database = self._bench.store.database
        known = named_carrier(carrier, carrier_book())
        owners = (each.case.shop_id if each.case is not None else each.entry.shop_id for each in sources)
        shop_ids = dict.fromkeys(shop_id for shop_id in owners if shop_id is not None)
        named = [shops.find_shop(database, shop_id) for shop_id in shop_ids]
        now = self._now()
        content = claim_sheet(
            sources, carrier=carrier, carrier_en=known.name_en if known is not None else carrier, number=number,
            shop="、".join(shop.name for shop in named), month=month, language=wish.language,
            time_zone=page.shop.time_zone if page is not None else self._bench.time_zone, now=now,
            person=self._bench.person.name, words=words,
        )  # fmt: skip
        ids = dict.fromkeys(source.case.id for source in sources if source.case is not None)
        return self._keep(SheetKind.CLAIM, paint_claim(content, wish.paper, now), number, list(ids))

    def _sources(self, year: int, month: int, shop_id: int | None) -> list[ClaimSource]:
        database = self._bench.store.database
        start, end = month_limits(Month(year, month), zone_of(self._bench, shop_id))
        entries = registers.list_entries(database, RegisterKind.CARRIER_CLAIM, start=start, end=end, shop_id=shop_id)
        ids = [entry.id for entry in entries]
        roots = claims.roots_of(database, ids)
        nets = {net.id: net for net in claims.load_claims(database, ids)}
        return [self._source(entry, nets.get(roots.get(entry.id, entry.id))) for entry in entries]

    def _source(self, entry: RegisterEntry, net: ClaimNet | None) -> ClaimSource:
        if entry.case_id is None:
            return ClaimSource(entry, net=net)
        page = self._page(entry.case_id)
        return ClaimSource(entry, page.case, page.order, page.evidence, net)

    def _keep(self, kind: SheetKind, made: SheetPdf, name: str, case_ids: Sequence[int]) -> SheetFile:
        sha256 = hashlib.sha256(made.content).hexdigest()
        path = keep_preview(self._folder, f"{kind.value}-{sha256[:24]}", made.content)
        return SheetFile(
            kind, path, name, made.pages, len(made.content), sha256, made.missing_glyphs, tuple(case_ids),
            made.width_mm, made.height_mm,
        )  # fmt: skip

    def _page(self, case_id: int) -> CasePage:
        return case_page.load_page(self._bench.store.database, case_id)

    def _now(self) -> datetime:
        return from_millis(to_millis(self._bench.clock.now()))
