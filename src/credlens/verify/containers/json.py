"""A badge as JSON, in a file of its own (.json, .jsonld, .1ob)."""

from __future__ import annotations

from credlens.verify.containers.container import Container, carried, is_json, stripped
from credlens.verify.limits import Limits
from credlens.verify.opened import Opened


def _recognises(data: bytes) -> bool:
    return is_json(stripped(data[:64])) or is_json(stripped(data))


def _open(data: bytes, limits: Limits) -> Opened:
    return carried(data, "json", limits)


CONTAINER = Container("json", "a JSON file", _recognises, _open)
