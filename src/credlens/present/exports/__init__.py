"""Documents that can be made; each is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from credlens.registry import Registry

#: What a document is made from differs: the report and the calendar take a loop, the comparison an evaluation.
EXPORTS: Registry[Callable[[Any], str]] = Registry(
    "export",
    {
        "report": "credlens.present.exports.report:render",
        "comparison": "credlens.present.exports.comparison:render",
        "plan_calendar": "credlens.present.exports.plan_calendar:render",
    },
)
