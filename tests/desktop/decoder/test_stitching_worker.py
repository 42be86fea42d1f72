"""The worker joins, compares and cuts only what a request may name; the program believes only what can be true."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from desktop.decoder.client import Decoder
from desktop.decoder.protocol import Operation
from desktop.decoder.results import MadeFile, MediaFormat, NoPreview
from desktop.services.stitch_answers import BadAnswerError, cuts_from, seams_from
from desktop.services.stitch_plans import StripPart

PART = StripPart(1, 1, "", "0" * 64, 40, 200)
WHOLE = {"state": "sure", "head": 4, "foot": 4, "fits": [{"rows": 20, "error": 0.0, "weight": 15}], "quiet": 10}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    Image.new("RGB", (40, 30), "teal").save(path)
    return path


@pytest.mark.parametrize(
    "parts",
    [
        [], "x", [["SELF", 0, 0, 40, 31]], [["SELF", 0, 0, 41, 30]], [["SELF", 5, 0, 5, 30]], [["SELF", -1, 0, 40, 30]],
        [["SELF", 0, 0, 40, True]], [["SELF", 0, 0, 40.0, 30]], [["SELF", 0, 0, 40]], [["", 0, 0, 1, 1]],
        [["/nowhere/b.png", 0, 0, 1, 1]], [["DEVICE", 0, 0, 1, 1]], [["TEXT", 0, 0, 1, 1]],
        [["SELF", 0, 0, 40, 30]] * 201, [["SELF", 0, 0, 65535, 30]], None,
    ],
)  # fmt: skip
def test_parts_out_of_bounds_are_refused(decoder: Decoder, picture: Path, parts: Any) -> None:
    text = picture.with_name("t.txt")
    text.write_text("words")
    names = {"SELF": str(picture), "DEVICE": os.devnull, "TEXT": str(text)}
    if isinstance(parts, list):
        parts = [[names.get(part[0], part[0]), *part[1:]] for part in parts]
    made = decoder.made(picture, Operation.JOIN, MediaFormat.PNG, {"parts": parts})
    assert isinstance(made, NoPreview)
    good = decoder.made(picture, Operation.JOIN, MediaFormat.PNG, {"parts": [[str(picture), 0, 5, 40, 30]] * 2})
    assert isinstance(good, MadeFile)
    assert (good.width, good.height) == (40, 50)


def test_other_operations_refuse_what_they_do_not_know(decoder: Decoder, picture: Path, tmp_path: Path) -> None:
    text = tmp_path / "t.txt"
    text.write_text("words")
    for operation, body in (
        (Operation.OVERLAP, {"lowers": [str(text)]}), (Operation.OVERLAP, {"lowers": ["/nowhere"]}),
        (Operation.OVERLAP, {"lowers": [str(picture)] * 25}), (Operation.OVERLAP, {}), (Operation.OVERLAP, {"lowers": 3}),
        (Operation.CUTS, {"page": 63}), (Operation.CUTS, {"page": True}), (Operation.CUTS, {"page": 10**9}),
        (Operation.CUTS, None),
    ):  # fmt: skip
        assert isinstance(decoder.data(picture, operation, body), NoPreview)
    same = decoder.data(picture, Operation.OVERLAP, {"lowers": [str(picture)]})
    assert isinstance(same, bytes)
    assert seams_from(same, PART, [PART]) == [None]


@pytest.mark.parametrize(
    "change",
    [
        {"head": -1}, {"head": 200}, {"foot": 197}, {"quiet": 21}, {"state": "certain"}, {"state": "none"},
        {"fits": [{"rows": 193, "error": 0, "weight": 1}]}, {"fits": [{"rows": "20", "weight": 1}]}, {"fits": 5},
        {"fits": [{"rows": 20, "weight": 10**9}]}, {"fits": [{}] * 100}, {"head": True}, {"head": 4.0},
    ],
)  # fmt: skip
def test_overlaps_that_cannot_be_are_not_believed(change: dict[str, Any]) -> None:
    assert seams_from(json.dumps([WHOLE]).encode(), PART, [PART]) != [None]
    with pytest.raises(BadAnswerError):
        seams_from(json.dumps([{**WHOLE, **change}]).encode(), PART, [PART])


@pytest.mark.parametrize(
    "said",
    [
        b"", b"[]", b"\xff", b"[" * 90_000, {"gaps": [], "inner": [], "cuts": []},
        {"gaps": [[5, 4]], "inner": [], "cuts": [[60, "between"], [120, "between"], [180, "between"]]},
        {"gaps": [[0, 200]], "inner": [], "cuts": [[60, "between"]]},
        {"gaps": [], "inner": [], "cuts": [[60, "between"], [50, "between"]]},
        {"gaps": [], "inner": [], "cuts": [[60, "through"], [120, "between"], [180, "between"]]},
        {"gaps": [], "inner": [], "cuts": [[60, ["between"]], [120, "between"], [180, "between"]]},
    ],
)  # fmt: skip
def test_cuts_that_cannot_be_are_not_believed(said: Any) -> None:
    data = said if isinstance(said, bytes) else json.dumps(said).encode()
    with pytest.raises(BadAnswerError):
        cuts_from(data, 200, 64)
