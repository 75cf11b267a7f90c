"""Documents that can be made; each is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable

from credlens.model.loop import Loop
from credlens.registry import Registry

EXPORTS: Registry[Callable[[Loop], str]] = Registry("export", {"report": "credlens.present.exports.report:render"})
