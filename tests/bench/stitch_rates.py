"""How often screenshots of drawn chats are joined to the chat as it was, and pages never cut a line.

    python -m tests.bench.stitch_rates --chats 200

Each chat is drawn anew (light and dark, three widths, 20 messages), photographed as 3 or 4 screenshots that overlap by
5 to 60 %, stored as JPEG 70, mixed, put in order by what overlaps, and joined; then cut for A4.
"""

from __future__ import annotations

import argparse
import io
import random
import time
from collections import Counter

import numpy as np
from PIL import Image

from desktop.decoder.cuts import rows_of, runs
from desktop.decoder.overlaps import Overlap, grey_of, overlap
from desktop.services.chat_stitching import Found, ordered
from desktop.services.stitch_plans import JoinPlan, Seam, SeamState, StripPart
from models.rules.page_cuts import page_cuts, page_rows
from tests.desktop.decoder.drawn_chats import DrawnChat, draw_chat, screenshot, stored

_GOOD = {"sure": 1.0, "ambiguous": 0.5, "look": 0.3}


def one_chat(seed: int, tally: Counter[str]) -> None:
    """Draw, photograph, mix, join and cut one chat; `tally` counts what came of it."""
    dice = random.Random(seed)
    width = dice.choice([1080, 750, 1170])
    height = round(width * dice.choice([2.222, 2.0, 1.78]))
    chat = draw_chat(seed, width=width, messages=20, dark=seed % 3 == 0)
    room = height - chat.head - chat.foot
    step = round(room * (1 - dice.uniform(0.05, 0.6)))
    places = list(range(dice.randint(0, 120), chat.body.height - room, step))[:4]
    order = list(range(len(places)))
    dice.shuffle(order)
    pictures = [_photographed(chat, places[at], height, at, dice) for at in order]
    greys = [grey_of(picture) for picture in pictures]
    begun = time.process_time()
    pairs = [(upper, lower) for upper in range(len(order)) for lower in range(len(order)) if upper != lower]
    found = {pair: overlap(greys[pair[0]], greys[pair[1]]) for pair in pairs}
    tally["ms of looking"] += round((time.process_time() - begun) * 1000)
    tally["pairs"] += len(pairs)
    known = {pair: Found(_seam(each), _worth(each)) for pair, each in found.items()}
    placed = ordered(len(order), known)
    in_order = [order[at] for at in placed] == list(range(len(order)))
    tally["chats"] += 1
    tally["in order"] += in_order
    if in_order:
        plan = JoinPlan(
            tuple(StripPart(at, at, "", "", width, height) for at in placed),
            tuple(known[pair].seam for pair in zip(placed, placed[1:], strict=False)),
        )
        tally.update(f"seam {seam.state.value}" for seam in plan.seams)
        spans = zip(placed, plan.spans(), strict=True)
        joined = np.concatenate([np.asarray(pictures[at], dtype=np.int16)[top:bottom] for at, (top, bottom) in spans])
        drawn = np.asarray(chat.body.crop((0, places[0], width, places[-1] + room)), dtype=np.int16)
        got = joined[chat.head : joined.shape[0] - chat.foot]
        same = got.shape == drawn.shape
        # Blocks of 16 rows: the noise of JPEG is no more than so much, a row that slipped is.
        tally["as drawn"] += same and _worst(got, drawn, width) < 14
    page = page_rows(width, "a4")
    quiet, calm, busy = rows_of(grey_of(chat.body))
    cuts = page_cuts(
        chat.body.height, page, runs(quiet), runs(calm & ~quiet),
        lambda first, end: first + int(np.argmin(busy[first : end + 1])),
    )  # fmt: skip
    tally["cuts"] += len(cuts)
    tally["cuts through a line"] += sum(any(top < cut.row < low for _, top, _, low in chat.lines) for cut in cuts)
    tally["cuts through a bubble"] += sum(any(top < cut.row < low for _, top, _, low in chat.bubbles) for cut in cuts)


def _photographed(chat: DrawnChat, at: int, height: int, minute: int, dice: random.Random) -> Image.Image:
    shot = screenshot(chat, at, height, clock=f"19:4{minute}", cursor=dice.random() < 0.5)
    return Image.open(io.BytesIO(stored(shot))).convert("RGB")


def _seam(found: Overlap) -> Seam:
    rows = found.fits[0].rows if found.fits else 0
    return Seam(SeamState(found.state), found.head, found.foot, rows, found.quiet)


def _worth(found: Overlap) -> float:
    return found.fits[0].weight * _GOOD.get(found.state, 0.0) if found.fits else 0.0


def _worst(got: np.ndarray, drawn: np.ndarray, width: int) -> float:
    differs = np.abs(got - drawn)[:, : width * 97 // 100].mean(axis=(1, 2))
    whole = differs[: len(differs) // 16 * 16].reshape(-1, 16).mean(axis=1)
    return float(whole.max(initial=0))


def main() -> None:
    """Print the counts."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--chats", type=int, default=200)
    tally: Counter[str] = Counter()
    for seed in range(asked.parse_args().chats):
        one_chat(seed, tally)
    for name, count in sorted(tally.items()):
        print(f"{name:24} {count}")


if __name__ == "__main__":
    main()
