"""Pages that stand in front of the page: bot checks, logins, consent, errors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from credlens.catalog.pages.said import Line
from credlens.catalog.pages.words import folded

_MOST_WORDS = 150  # of a page that is nothing else; an error page with a menu has a few dozen
_FEW_WORDS = 60  # of one that only its sentences give away
_CHECK, _LOGIN, _CONSENT, _ERROR = "a bot check", "a login", "a question about cookies", "an error page"
# Titles and headings that stand alone.
_TITLES = (
    (
        _CHECK,
        (
            r"just a moment\W*|attention required\b.*|are you (?:a )?(?:human|robot)\W*|(?:security|bot|human) (?:check|verification)\W*|verify(?:ing)? (?:that )?you are (?:a )?human\W*"
            r"|checking your browser\b.*|please wait\W*|ddos protection\b.*|pardon our interruption\W*|un momento\W*"
        ),
    ),
    (
        _LOGIN,
        r"(?:sign|log) ?in(?: to .{1,40}| required| - .{1,40}| \| .{1,40})?\W*|login(?: - .{1,40}| \| .{1,40})?\W*|iniciar sesion\W*|inicia sesion.{0,40}",
    ),
    (
        _ERROR,
        (
            r"(?:error )?(?:40[0-9]|410|429|50[0-4])(?:\W*|\W+(?:error|not found|page|forbidden|unauthori[sz]ed|access|bad|service|gateway|internal|gone|too many)\b.{0,80})|(?:.{0,30}\b)?(?:page )?not found(?: [-|:] .{1,60})?\W*|page (?:does not|doesn't) exist\W*|access denied\W*|forbidden\W*|(?:bad gateway|service unavailable|gateway time-?out|internal server error|too many requests)\W*"
            r"|oops\b.{0,60}|something went wrong\W*|pagina no encontrada\W*|acceso denegado\W*|this (?:site|page) can't be reached\W*"
        ),
    ),
    (_CONSENT, r"(?:cookie (?:consent|settings|preferences|policy)|before you continue\b.*|we value your privacy)\W*"),
)
_WORDS = (
    (
        _CHECK,
        (
            r"\benable javascript\b|\bjavascript (?:is|must be) (?:disabled|required|enabled)\b|\b(?:turn on|need to enable) javascript\b|\bchecking (?:if|that) (?:the site|your)\b|\bverify(?:ing)? (?:that )?you are (?:a )?human\b"
            r"|\bnot a robot\b|\bunusual traffic\b|\bcaptcha\b|\bhabilita(?:r)? javascript\b"
        ),
    ),
    (
        _LOGIN,
        r"\b(?:sign|log) ?in to (?:continue|view|see|access)\b|\b(?:please|you must|you need to) (?:sign|log) ?in\b|\binicia sesion para\b",
    ),
    (
        _ERROR,
        r"\bpage (?:you (?:requested|are looking for)|cannot be found|(?:was|could) not (?:be )?found|(?:does not|doesn't) exist)\b|\byou (?:don't|do not) have permission\b|\baccess denied\b|\btoo many requests\b|\bpagina que buscas\b",
    ),
    (
        _CONSENT,
        r"\b(?:accept|agree to|reject) (?:all )?(?:the )?cookies\b|\bwe (?:and our partners )?use cookies\b|\baceptar (?:todas las )?cookies\b",
    ),
)
_ALONE = tuple((what, re.compile(words)) for what, words in _TITLES)
_SAID = tuple((what, re.compile(words)) for what, words in _WORDS)


def wall(title: str, lines: Sequence[Line], behind: str = "", *, alone: bool = True) -> str:
    """What the page is instead of the one that was meant ("a login"); empty for every other page.

    Args:
        title: as its head gives it.
        behind: what is shown where no scripts run (``<noscript>``).
        alone: whether nothing else was read from the page, so that its sentences can be taken for all it says.
    """
    text = " ".join(x.text for x in lines)
    length = len(text.split())
    heads = [folded(t) for t in (title, *(x.text for x in lines if x.level == 1))]
    if length <= _MOST_WORDS:
        for head in heads:
            for what, pattern in _ALONE:
                if head and pattern.fullmatch(head):
                    return what
    said = folded(text if lines else behind)
    if alone and length <= _FEW_WORDS:
        return next((what for what, pattern in _SAID if pattern.search(said)), "")
    return ""
