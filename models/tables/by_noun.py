"""The tables by the nouns that transactions and Undo name them with."""

from __future__ import annotations

from collections.abc import Mapping

from peewee import Model

from models.tables.buyer import BuyerNoteTable, BuyerTable, FormerNickTable
from models.tables.call_back import (
    CalendarEntryTable,
    CallBackTable,
    CallRecordTable,
    ContactConsentTable,
    QuietPeriodTable,
    TierDeclineTable,
)
from models.tables.case import (
    CaseLinkTable,
    CaseTable,
    CaseTagTable,
    ClockTable,
    DraftTable,
    NoteTable,
    ReplyTable,
    ResolutionTable,
    SavedViewTable,
    StepTable,
    TextDraftTable,
)
from models.tables.evidence import (
    AnnotationTable,
    EvidenceRequestTable,
    EvidenceTable,
    PacketPlanTable,
    PacketTable,
    SkuWeightTable,
    WeighingTable,
)
from models.tables.order import OrderLineTable, OrderTable, ParcelTable
from models.tables.pack import OwnPackTable, PackNumberTable
from models.tables.receiving import ReceiptPhotoTable, ReturnReceiptTable
from models.tables.register import (
    BatchNoticeTable,
    HandOverItemTable,
    MonthClosingTable,
    RegisterEntryTable,
    ReviewTable,
)
from models.tables.shop import PersonTable, SettingTable, ShopTable

TABLES: Mapping[str, type[Model]] = {
    table._meta.table_name: table
    for table in (
        ShopTable, PersonTable, SettingTable, BuyerTable, OrderTable, OrderLineTable, ParcelTable, CaseTable,
        ClockTable, StepTable, ResolutionTable, DraftTable, NoteTable, EvidenceTable, PacketTable, PacketPlanTable,
        RegisterEntryTable, CallBackTable, CallRecordTable, PackNumberTable, OwnPackTable, CaseTagTable, CaseLinkTable,
        ReplyTable, TextDraftTable, SavedViewTable, BuyerNoteTable, FormerNickTable,
        AnnotationTable, EvidenceRequestTable, SkuWeightTable, WeighingTable,
        ContactConsentTable, TierDeclineTable, QuietPeriodTable, CalendarEntryTable,
        MonthClosingTable, HandOverItemTable, ReturnReceiptTable, ReceiptPhotoTable, ReviewTable, BatchNoticeTable,
    )
}  # fmt: skip
