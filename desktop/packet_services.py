"""The part of a folder's context that makes, closes, checks and hands out packets, and what only they share."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from desktop.decoder.client import Decoder
from desktop.platform.resources import resource
from desktop.services.workbench import Workbench
from desktop.settings import Settings
from models.store.store import Store

if TYPE_CHECKING:
    from desktop.services.chat_texts import ChatTextService
    from desktop.services.packet_archive import PacketArchive
    from desktop.services.packet_batch import PacketBatch
    from desktop.services.packet_checking import PacketChecking
    from desktop.services.packet_gathering import PacketGathering
    from desktop.services.packet_outcomes import PacketOutcomes
    from desktop.services.packet_plans import PacketPlans
    from desktop.services.packet_presets import PresetService
    from desktop.services.packets import PacketService
    from desktop.services.packs import PackLibrary
    from desktop.services.sealing import SealingService


class PacketServices:
    """Each is loaded and made when it is first asked for, as in AppContext, which brings what they need."""

    store: Store
    settings: Settings
    decoder: Decoder
    bench: Workbench

    @cached_property
    def packs(self) -> PackLibrary:
        from desktop.services.packs import PackLibrary

        return PackLibrary(resource("packs"))

    @cached_property
    def chat_texts(self) -> ChatTextService:
        from desktop.services.chat_texts import ChatTextService

        return ChatTextService(self.bench, self.settings)

    @cached_property
    def packets(self) -> PacketService:
        from desktop.services.packets import PacketService

        return PacketService(
            self.bench, self.decoder, self.packet_gathering, self.packet_plans, self.presets, self.sealing
        )

    @cached_property
    def presets(self) -> PresetService:
        from desktop.services.packet_presets import PresetService

        return PresetService(self.bench)

    @cached_property
    def packet_batch(self) -> PacketBatch:
        from desktop.services.packet_batch import PacketBatch

        return PacketBatch(self.bench, self.packets, self.packet_plans, self.presets)

    @cached_property
    def packet_plans(self) -> PacketPlans:
        from desktop.services.packet_plans import PacketPlans

        return PacketPlans(self.bench, self.presets)

    @cached_property
    def packet_outcomes(self) -> PacketOutcomes:
        from desktop.services.packet_outcomes import PacketOutcomes

        return PacketOutcomes(self.bench)

    @cached_property
    def packet_gathering(self) -> PacketGathering:
        from desktop.services.packet_gathering import PacketGathering

        return PacketGathering(self.bench, self.presets, self.packs, self.chat_texts)

    @cached_property
    def sealing(self) -> SealingService:
        from desktop.services.sealing import SealingService

        return SealingService(self.bench, self.settings)

    @cached_property
    def packet_archive(self) -> PacketArchive:
        from desktop.services.packet_archive import PacketArchive

        return PacketArchive(self.bench)

    @cached_property
    def packet_checking(self) -> PacketChecking:
        from desktop.services.known_packets import KnownPackets
        from desktop.services.packet_checking import PacketChecking

        return PacketChecking(self.decoder, KnownPackets.of_store(self.store, self.sealing))
