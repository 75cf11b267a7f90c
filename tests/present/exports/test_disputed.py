"""Facts of several sources on the printed page: every side of a conflict, values that were given up, catalogs as sources."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from selectolax.lexbor import LexborHTMLParser

from credlens.model.credential import Catalog, Renewal, Validity, Verification
from credlens.model.fact import Fact, Method, Overruled, Source, Unknown, WhyUnknown
from credlens.model.loop import Loop
from credlens.present.exports.report import render

CATALOG = Source(Method.IMPORTED, "https://example.net/list", date(2026, 11, 1), "row 2")
OLD = Source(Method.READ, "https://example.com/old", date(2024, 1, 2))
PLACE = "google-data-analytics"


def test_a_report_shows_both_sides_and_survives_what_was_given_up(loop: Loop) -> None:
    disputed = replace(
        loop.catalog[PLACE],
        validity=Fact(Unknown(WhyUnknown.CONFLICTING, (Validity(5), Validity(12))), (CATALOG, OLD)),
        verification=Fact(
            Verification("ledger_page"), (CATALOG,), overruled=(Overruled(Verification("pdf"), OLD, "older"),)
        ),
        renewal=Fact(Renewal("odd_way"), (CATALOG,)),
    )
    books = Catalog({**loop.catalog.credentials, PLACE: disputed})

    body = LexborHTMLParser(render(replace(loop, catalog=books))).body

    assert body is not None
    text = re.sub(r"\s+", " ", body.text(separator=" "))
    assert "unknown: sources disagree (after 5 months or after 12 months)" in text
    assert "ledger page" in text
    assert "imported" in text
    assert "https://example.net/list" in text
