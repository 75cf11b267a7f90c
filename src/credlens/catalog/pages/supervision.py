"""Whether somebody watches the assessment and checks who takes it."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.facts import not_stated
from credlens.model.credential import Supervision

_WATCHED = re.compile(
    r"\b(?:proctored|proctor(?:s|ing)?|invigilat\w+|supervised (?:exam\w*|assessment|test)|(?:testing|test|exam|assessment) cent(?:er|re)s?|pearson vue|prometric|kryterion|psi (?:test|exam|center|online)|supervisad[ao]|vigilad[ao]|(?:exam(?:ination)?|assessment|test)s?\b[^.;]{0,40}\b(?:on[- ]campus|on[- ]site|in[- ]person)|(?:on[- ]campus|on[- ]site|in[- ]person) (?:exam(?:ination)?|assessment|test)s?|centro (?:de examen|examinador|autorizado))\b"
)
# Companies that let nobody sit an exam without a document with a picture.
_COMPANIES = re.compile(r"\b(?:pearson vue|prometric|kryterion|psi (?:test|exam|center|online))\b")
_IDENTITY = re.compile(
    r"\b(?:(?:government[- ]issued|photo|valid|official)(?: \w+){0,2} (?:id|identification|identity card|passport)|identity (?:check|verification|is (?:checked|verified))|id (?:check|verification)|verif(?:y|ies|ied) your identity|documento de identidad|verificacion de (?:la )?identidad|passport or)\b"
)
_UNWATCHED = re.compile(
    r"\b(?:unproctored|not (?:be )?(?:proctored|supervised|invigilated)|no proctor\w*|without (?:a )?proctor\w*|open[- ]book,? (?:untimed|take-home)|sin supervision|no (?:es|esta) supervisad[ao])\b"
)


def read(page: Page) -> Found:
    """One of the four steps; watched without a word on identity stays unknown, unless a test company that checks it holds the exam."""
    watched = [page.of(h.sentence) for h in page.hits(_WATCHED)]
    unwatched = [
        page.of(s)
        for s in (*page.denials(_WATCHED), *page.sentences)
        if _UNWATCHED.search(s.text) or (s.refused and _WATCHED.search(s.text))
    ]
    identity = [page.of(h.sentence) for h in page.hits(_IDENTITY)]
    company = [page.of(h.sentence) for h in page.hits(_COMPANIES)]
    if watched and unwatched:
        found = settled(
            "supervision",
            [(Supervision.SUPERVISED_WITH_ID, watched[0]), (Supervision.UNSUPERVISED_NO_ID, unwatched[0])],
        )
        return Found({"supervision": found})
    if watched and (identity or company):
        fact = settled(
            "supervision", [(Supervision.SUPERVISED_WITH_ID, s) for s in (watched[0], (identity or company)[0])]
        )
        return Found({"supervision": fact})
    if watched:
        return Found(
            {"supervision": not_stated(watched[0], note="it is supervised; whether identity is checked is not said")}
        )
    if unwatched:
        step = Supervision.UNSUPERVISED_WITH_ID if identity else Supervision.UNSUPERVISED_NO_ID
        return Found({"supervision": settled("supervision", [(step, unwatched[0])])})
    return Found()
