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
        "parts": "credlens.present.exports.parts:of_loop",
        "comparison": "credlens.present.exports.comparison:render",
        "comparison_parts": "credlens.present.exports.parts:of_comparison",
        "verification": "credlens.present.exports.verification:render",
        "verification_parts": "credlens.present.exports.parts:of_verification",
        "verification_pdf": "credlens.present.exports.verification_pdf:render",
        "brief": "credlens.present.exports.brief:render",
        "brief_pdf": "credlens.present.exports.brief_pdf:render",
        "brief_md": "credlens.present.exports.brief_md:render",
        "calendar": "credlens.present.exports.calendar:render",
        "journal": "credlens.present.exports.journal:render",
        "plan_calendar": "credlens.present.exports.plan_calendar:render",
        "linkedin": "credlens.present.exports.linkedin:render",
        "share_github": "credlens.present.exports.share_github:render",
        "share_signature": "credlens.present.exports.share_signature:render",
        "share_elm": "credlens.present.exports.share_elm:render",
        "share_backpack": "credlens.present.exports.share_backpack:render",
        "portfolio": "credlens.present.exports.portfolio:render",
        "resume_pdf": "credlens.present.exports.resume_pdf:render",
        "resume_docx": "credlens.present.exports.resume_docx:render",
        "resume_json": "credlens.present.exports.resume_json:render",
        "resume_md": "credlens.present.exports.resume_md:render",
        "resume_europass": "credlens.present.exports.resume_europass:render",
    },
)
