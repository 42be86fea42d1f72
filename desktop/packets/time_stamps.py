"""Asks an RFC 3161 time stamp server, over http or https only, within a time and a size, never led elsewhere."""

from __future__ import annotations

import http.client
import urllib.error
import urllib.request
from email.message import Message
from typing import IO
from urllib.parse import urlsplit

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from models.errors import EnvironmentFault, UserError

SECONDS = 15.0
ANSWER_LIMIT = 256 * 1024
ADDRESS_LIMIT = 2000


def check_address(address: str) -> str:
    """The address of a server as it is kept; empty for none. UserError `stamp_address`."""
    kept = address.strip()
    if not kept:
        return ""
    try:
        parts = urlsplit(kept)
        port = parts.port
    except ValueError as error:
        raise UserError("stamp_address") from error
    plain = kept.isascii() and kept.isprintable() and " " not in kept and len(kept) <= ADDRESS_LIMIT
    if not plain or parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise UserError("stamp_address")
    if parts.username is not None or parts.password is not None or parts.fragment:
        # A name and a password would lie in the settings in clear.
        raise UserError("stamp_address")
    return kept


class StampServer(TimeStamper):
    """A time stamp server at an address. EnvironmentFault `stamp_failed` with a `reason` when it gives no stamp."""

    def __init__(self, address: str, *, seconds: float = SECONDS) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._address = address
        self._seconds = seconds

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        """What the server answers."""
        request = urllib.request.Request(  # noqa: S310  (the scheme was checked)
            check_address(self._address),
            data=req.dump(),
            headers={"Content-Type": "application/timestamp-query", "User-Agent": "Aftercase"},
        )
        opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            urllib.request.HTTPHandler(),
            urllib.request.HTTPSHandler(),
            urllib.request.HTTPDefaultErrorHandler(),
            urllib.request.HTTPErrorProcessor(),
            _NotLed(),
        ):
            opener.add_handler(handler)
        try:
            with opener.open(request, timeout=self._seconds) as answer:
                kind = answer.headers.get_content_type()
                data = answer.read(ANSWER_LIMIT + 1)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if isinstance(error, urllib.error.HTTPError):
                error.close()
            raise EnvironmentFault("stamp_failed", reason=_reason(error)) from error
        if len(data) > ANSWER_LIMIT or kind != "application/timestamp-reply":
            raise EnvironmentFault("stamp_failed", reason="not a time stamp")
        try:
            found = tsp.TimeStampResp.load(data, strict=True)
            # Read whole now: the library looks into it late, where its errors would be taken for others.
            assert found.native
        except (ValueError, TypeError, KeyError, AssertionError) as error:
            raise EnvironmentFault("stamp_failed", reason="not a time stamp") from error
        return found


class _NotLed(urllib.request.HTTPRedirectHandler):
    """Another address is not gone to: it is somebody's choice which server gets to see a hash."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        raise urllib.error.HTTPError(req.full_url, code, "led to another address", headers, fp)


def _reason(error: Exception) -> str:
    said = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
    if isinstance(error, urllib.error.HTTPError):
        said = f"HTTP {error.code}"
    return "".join(each if each.isprintable() else " " for each in str(said))[:200]
