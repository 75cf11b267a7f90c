"""Whether it is gone, or when it will be."""

from __future__ import annotations

import re
from datetime import date

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.days import day
from credlens.model.credential import Status
from credlens.model.fact import Source

_DATE = r"(?P<day>\d{4}-\d{2}-\d{2}|(?:\w{3,10}, )?(?:[a-z]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? (?:de )?[a-z]{3,10}\.?,?(?: de)? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}))"
_THING = r"(?:exam\w*|certifi\w+|course|credential|program(?:me)?|badge|nanodegree|specialization|bootcamp|it|this|[a-z]{2,5}-?\d{2,5}|curso|examen|programa|certificacion)"
_ENDS = re.compile(
    rf"\b(?:retire[sd]?|retiring|retirement(?: date)?|discontinued?|(?:be|been|was) (?:withdrawn|retired|discontinued)|end[- ]of[- ]life|last (?:day|date) to (?:take|sit|register|enrol+)|will no longer be (?:available|offered)|(?:sera|fue) retirad[ao]|se retira(?:ra)?|dejara de ofrecerse)\b[^.;\d]{{0,60}}(?:on |after |as of |from |is |: ?|el |effective |until )+{_DATE}"
)
_GONE = re.compile(
    rf"\b{_THING}\b[^.;]{{0,50}}\b(?:(?:is|are|has been|was|have been) (?:now |been |already )?(?:retired|discontinued|withdrawn|closed permanently|archived)|(?:is|are) no longer (?:available|offered|being offered|open|accepting)|ya no (?:esta disponible|se ofrece)|(?:ha sido|fue) retirad[ao])\b"
    r"|^(?:retired|discontinued|no longer available|archived course|this course is archived|retirado|ya no disponible)$"
)
_PARTLY = re.compile(
    r"\b(?:practi[cs]e|voucher|discount|price|previous version|old(?:er)? version|earlier version|paper|app|forum|feature|language|japanese|version anterior|in person|on-?site|lab)\b"
)


def read(page: Page) -> Found:
    """The day it ends, and that it ceased where that day is past or the page says so in plain words."""
    ends: list[tuple[date, Source]] = [
        (found, page.of(hit.sentence))
        for hit in page.hits(_ENDS)
        if (found := day(hit.match["day"])) and not _PARTLY.search(hit.sentence.text)
    ]
    fields = {"ends": settled("ends", ends)} if ends else {}
    gone = [(Status.CEASED, s) for d, s in ends if d < page.today]
    if not ends:
        # "is no longer offered" is what it says, and no denial.
        gone = [
            (Status.CEASED, page.of(s))
            for s in page.sentences
            if _GONE.search(s.text) and not _PARTLY.search(s.text) and not s.refused
        ]
    return Found({**fields, **({"status": settled("status", gone)} if gone else {})})
