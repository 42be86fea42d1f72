"""A packet made so that its receiver takes it: on the highest rung that fits, as the finished bytes say, or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.packets.fit_steps import Steps
from desktop.packets.fitting_pdf import PdfFit
from desktop.packets.picture_set import fit_pictures
from desktop.packets.slots import fit_slots
from desktop.packets.values import Fitted, PictureSource
from models.kinds import PacketForm, Paper
from models.rules.packet_fit import Refusal, text_meters, text_refusals
from models.rules.packet_parts import PacketContent
from models.rules.packet_presets import PacketPreset


def _no_progress(_done: int, _total: int) -> None:
    """Nobody is watching."""


def _never() -> bool:
    return False


def fit(
    content: PacketContent,
    pictures: PictureSource,
    preset: PacketPreset,
    *,
    texts: Sequence[tuple[str, str]] = (),
    progress: Callable[[int, int], None] = _no_progress,
    cancelled: Callable[[], bool] = _never,
) -> Fitted:
    """The packet as the receiver of `preset` takes it, with what is used of each limit; with refusals it must not go.

    `texts` are those written for the receiver's fields (field, text). Nothing is cut: texts are counted as the receiver
    counts, pictures shrink only as far as their words stay readable. `progress(done, total)` only grows. The same
    content, pictures and preset give the same bytes. Raises Cancelled, NotInert.
    """
    steps = Steps(progress, cancelled)
    steps.check()
    steps.tell(0)
    content = on_paper(content, preset.papers)
    making = {PacketForm.SLOTS: fit_slots, PacketForm.PICTURES: fit_pictures}.get(preset.form)
    if making is not None:
        made = making(content, pictures, preset, tuple(texts), steps)
    else:
        made = PdfFit(content, pictures, preset, steps).fitted()
    steps.tell(1_000)
    return replace(
        made,
        meters=(*made.meters, *text_meters(preset, content.summary, texts)),
        refusals=(*_refused(content, preset, texts), *made.refusals),
    )


def _refused(content: PacketContent, preset: PacketPreset, texts: Sequence[tuple[str, str]]) -> list[Refusal]:
    """What of the texts does not fit, the summary in each language."""
    found = text_refusals(preset, content.summary, texts)
    other = text_refusals(preset, content.second.summary, ()) if content.second is not None else ()
    return [*found, *(each for each in other if each.code not in {one.code for one in found})]


def on_paper(content: PacketContent, papers: Sequence[Paper]) -> PacketContent:
    """The same on paper the receiver takes: that chosen if it does, else its first."""
    if not papers or content.paper in papers:
        return content
    second = None if content.second is None else on_paper(content.second, papers)
    return replace(content, paper=papers[0], second=second)
