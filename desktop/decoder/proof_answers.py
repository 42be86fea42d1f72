"""The answer of PROOF on the program's side: every part of it looked at, for the worker had a hostile file open."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.decoder.protocol import ProtocolError
from desktop.decoder.signatures import MOST, Found, SignatureState

TITLE_MOST, TEXT_MOST, NAME_MOST = 1_000, 20_000, 400


@dataclass(frozen=True, slots=True)
class PdfProof:
    """What a PDF told; every word of it is the file's."""

    locked: bool
    damaged: bool
    pages: int
    title: str
    text: str
    signatures: tuple[Found, ...]


def proof_from(payload: bytes) -> PdfProof:
    """The answer. ProtocolError."""
    try:
        told = json.loads(payload)
        signatures = told["signatures"]
        if not isinstance(signatures, list) or len(signatures) > MOST:
            raise ProtocolError("bad proof")
        return PdfProof(
            locked=_is(told["locked"], bool),
            damaged=_is(told["damaged"], bool),
            pages=_is(told["pages"], int),
            title=_text(told["title"], TITLE_MOST),
            text=_text(told["text"], TEXT_MOST),
            signatures=tuple(_signature(each) for each in signatures),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ProtocolError("bad proof") from error


def _signature(told: Any) -> Found:
    fingerprint = _text(told["fingerprint"], 64)
    if fingerprint and (len(fingerprint) != 64 or set(fingerprint) - set("0123456789abcdef")):
        raise ProtocolError("bad fingerprint")
    return Found(
        state=SignatureState(told["state"]),
        name=_text(told["name"], NAME_MOST),
        fingerprint=fingerprint,
        signed_at=_moment(told["signed_at"]),
        stamped_at=_moment(told["stamped_at"]),
        stamped_by=_text(told["stamped_by"], NAME_MOST),
    )


def _moment(told: Any) -> datetime | None:
    if told is None:
        return None
    moment = datetime.fromisoformat(_text(told, 40))
    if moment.tzinfo is None:
        raise ProtocolError("bad time")
    return moment


def _text(told: Any, most: int) -> str:
    if not isinstance(told, str) or len(told) > most:
        raise ProtocolError("bad text")
    return told


def _is(told: Any, kind: type) -> Any:
    if type(told) is not kind:
        raise ProtocolError("bad proof")
    return told
