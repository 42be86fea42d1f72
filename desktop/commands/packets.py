"""`packet` makes the packet of a case for a receiver; `packets list` tells of those that were made."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop import words
from desktop.commands.output import Output, plain
from desktop.context import AppContext
from desktop.packets.naming import file_name
from models.errors import UserError
from models.kinds import DisputeOutcome, PacketForm, PacketLanguage, Paper
from models.packet_records import Packet, PacketPlan
from models.rules.packet_fit import Refusal
from models.rules.packet_presets import PacketPreset

_SEVERAL = (PacketForm.SLOTS, PacketForm.PICTURES)


def make_packet(context: AppContext, options: Namespace, output: Output) -> int:
    """Write the packet to `--out` and note it in the case's history with its hash; 1 if it does not fit its receiver.

    `--out DIR` puts the files there under names of their own; `--out FILE` names the one file of the packet.
    """
    case_id = context.cases.find_case_id(options.case)
    plan = _plan(context, case_id, options)
    preset = context.presets.find(plan.preset)
    earlier = context.packets.handed_out(case_id, plan.preset)
    if earlier:
        output.warning(f"this receiver takes one packet only; made before: {_numbers(earlier)}")
    try:
        made = context.packets.make_packet(case_id, out=_target(context, case_id, preset, Path(options.out)), plan=plan)
    except UserError as error:
        refusals = error.values.get("refusals")
        if error.code != "packet_does_not_fit" or not isinstance(refusals, tuple):
            raise
        output.value({"error": error.code, "preset": plan.preset, "refusals": plain(refusals)})
        for each in refusals:
            output.warning(f"{error.code}: {_refused(each)}")
        return 1
    packet = made.packet
    output.line(f"{packet.number}: {packet.pages} pages, {packet.size} bytes, sha256 {packet.sha256}")
    for part in packet.parts if packet.several or packet.form is PacketForm.ARCHIVE else ():
        output.line(f"{part.size}  {part.sha256}  {part.name}{f'  ({part.slot})' if part.slot else ''}")
    output.line(str(made.path))
    for missing in made.missing_glyphs:
        output.line(f"could not be drawn: {missing}")
    output.value(made)
    return 0


def list_packets(context: AppContext, options: Namespace, output: Output) -> int:
    """The packets that were made, newest first."""
    case_id = context.cases.find_case_id(options.case) if options.case else None
    outcome = DisputeOutcome(options.outcome) if options.outcome else None
    found = context.packets.list_all(case_id=case_id, outcome=outcome)
    names = {each.id: each for each in context.presets.list_presets()}
    for each in found:
        packet = each.packet
        preset = names.get(packet.preset)
        known = "" if preset is None else preset.name_en if options.lang == "en" else preset.name_zh
        ended = words.word(packet.outcome, options.lang) if packet.outcome is not None else "-"
        if packet.outcome_amount is not None:
            ended = f"{ended} {packet.outcome_amount.amount} {packet.outcome_amount.currency}"
        output.line(
            f"{packet.number}  {each.case_number}  {known or packet.preset or packet.addressee or '-'}  "
            f"{packet.made_at:%Y-%m-%d %H:%M}Z  {packet.made_by or '-'}  {max(1, len(packet.parts))}  {packet.size}  "
            f"{packet.sha256}  {ended}"
        )
    output.line(f"{len(found)}")
    output.value({"count": len(found), "packets": [_value(each.case_number, each.packet) for each in found]})
    return 0


def _plan(context: AppContext, case_id: int, options: Namespace) -> PacketPlan:
    """What is chosen for the case, with what the command says instead; none of it is kept."""
    plan = context.packet_plans.read(case_id)
    if options.preset:
        preset = context.presets.find(options.preset)
        plan = replace(plan, preset=preset.id)
    if options.language:
        plan = replace(plan, language=PacketLanguage(options.language))
    if options.paper:
        plan = replace(plan, paper=Paper(options.paper))
    return plan


def _target(context: AppContext, case_id: int, preset: PacketPreset, out: Path) -> Path:
    """The place that making a packet takes: a folder stays one only for receivers of several files."""
    if preset.form in _SEVERAL or not out.is_dir():
        return out
    ending = "zip" if preset.form is PacketForm.ARCHIVE else "pdf"
    return out / file_name(context.packets.next_number(case_id), "", ending, preset.name_most)


def _numbers(earlier: tuple[Packet, ...]) -> str:
    return ", ".join(packet.number for packet in earlier)


def _refused(refusal: Refusal) -> str:
    """The code, its figures, and the exhibits by their numbers."""
    said = [refusal.code, *(f"{name} {value}" for name, value in refusal.values.items())]
    if refusal.exhibits:
        said.append(f"exhibits {', '.join(str(number) for number in refusal.exhibits)}")
    return ", ".join(said)


def _value(case_number: str, packet: Packet) -> Mapping[str, object]:
    return {"case": case_number, **plain(packet)}
