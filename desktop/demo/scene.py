"""What a piece of sample evidence is about: the goods, the people's invented names, the parcel and what was said."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime

from desktop.demo.colours import Colour
from desktop.demo.glazes import GLAZES

Speech = tuple[str, str]
"""Who speaks ("buyer" or "shop") and the words."""

# What is shown on the damaged carton, in pixels of 1200 x 900: the split side, and where the tape is.
SPLIT_SIDE = (735.0, 290.0, 1072.0, 688.0)
TO_TAPE = ((480.0, 112.0), (596.0, 296.0))


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a drawing may show. All of it is invented; `captured` is the photo's wall clock, without a zone."""

    seed: int
    lang: str
    shape: str = "plate"
    glaze: str = "celadon"
    pieces: int = 4
    title: str = ""
    buyer: str = ""
    shop: str = ""
    carrier: str = ""
    tracking: str = "YQ0000447100263"
    phone: str = "1380000****"
    address: str = ""
    weight_g: int = 2310
    talk: tuple[Speech, ...] = ()
    captured: datetime | None = None
    captured_offset_minutes: int = 480

    @property
    def colour(self) -> Colour:
        return GLAZES[self.glaze]

    def dice(self, purpose: str) -> random.Random:
        """Chance that is the same for the same seed and purpose, on every system."""
        return random.Random(f"{self.seed} {purpose}")
