"""Documents that can be made; each is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from credlens.registry import Registry

#: What a document is made from differs: the report and the calendar take a loop, the comparison an evaluation, the pages of a badge its
#: report and its name. PDF documents are bytes, all others text.
EXPORTS: Registry[Callable[..., Any]] = Registry(
    "export",
    {
        "report": "credlens.present.exports.report:render",
        "comparison": "credlens.present.exports.comparison:render",
        "verification": "credlens.present.exports.verification:render",
        "verification_pdf": "credlens.present.exports.verification_pdf:render",
        "plan_calendar": "credlens.present.exports.plan_calendar:render",
    },
)
