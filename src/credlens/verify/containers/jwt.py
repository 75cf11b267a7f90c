"""A badge as a signed token: three parts in base64url with dots between them (RFC 7515 section 3.1)."""

from __future__ import annotations

from credlens.verify.containers.container import Container, carried, is_token, stripped
from credlens.verify.limits import Limits
from credlens.verify.opened import Opened


def _recognises(data: bytes) -> bool:
    return is_token(stripped(data))


def _open(data: bytes, limits: Limits) -> Opened:
    return carried(data, "jwt", limits)


CONTAINER = Container("jwt", "a signed token", _recognises, _open)
