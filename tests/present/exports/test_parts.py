"""A part drawn alone is what the whole document shows there, and nothing else."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from credlens.model.evaluation import Evaluation
from credlens.model.loop import Loop
from credlens.present.exports import EXPORTS


def words(html: str, selector: str) -> str:
    found = HTMLParser(html).css_first(selector)
    assert found is not None, selector
    return re.sub(r"\s+", " ", found.text(separator=" ")).strip()


def without_notes(text: str) -> str:
    """Footnotes are numbered by each page anew."""
    return re.sub(r" \d+(?= |$)", "", text)


def test_the_gap_alone_is_the_gap_of_the_report(loop: Loop) -> None:
    alone, whole = EXPORTS["parts"](loop, ("gates", "gap")), EXPORTS["report"](loop)
    assert without_notes(words(alone, "#gap h2")) == without_notes(words(whole, "#gap h2"))
    assert without_notes(words(alone, "#gap")) == without_notes(words(whole, "#gap"))
    assert HTMLParser(alone).css_first("#plan") is None
    assert "<html" not in alone


def test_a_part_brings_its_own_sources(loop: Loop) -> None:
    alone = HTMLParser(EXPORTS["parts"](loop, ("gap",)))
    signs = [a.attributes["href"] for a in alone.css(".refs a")]
    assert all(alone.css_first(str(sign)) is not None for sign in signs)


def test_side_by_side_alone_has_the_scores_of_the_page(evaluation: Evaluation) -> None:
    alone, whole = EXPORTS["comparison_parts"](evaluation), EXPORTS["comparison"](evaluation)
    for card in evaluation.comparison.cards:
        title = evaluation.catalog[card.credential].title
        assert title in alone
        assert title in whole
    assert "<html" not in alone
