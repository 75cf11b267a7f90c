"""Whether the contexts of a badge are those of the standard: the check ``context`` (VCDM 2.0 section 4.3, VCDM 1.1 section 4.1).

A context says what names mean. One that comes with the badge could give a known name another meaning, or a known meaning another name, under
which nobody looks for it; so contexts written into a badge may only add new names for new meanings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from credlens.verify.inquiry import Inquiry
from credlens.verify.jsonld.contexts import WITH_VOCAB, context_of, known
from credlens.verify.jsonld.rdf import TermError, TooMuchWorkError, UnknownContextError, expanded
from credlens.verify.limits import Limits

FIRST = ("https://www.w3.org/ns/credentials/v2", "https://www.w3.org/2018/credentials/v1")
_KEYWORDS = ("@base", "@vocab", "@import", "@propagate", "@protected", "@language", "@direction", "@version")
_ALLOWED = frozenset({"@id", "@type"})  # of a term's definition

_UNKNOWN = "CONTEXT_UNKNOWN"

_OB = re.compile(r"https://purl\.imsglobal\.org/spec/ob/v3p0/context(?:(?:-\d+\.\d+\.\d+)?\.json|/ob_v3p0\.jsonld)")
_CLR = re.compile(r"https://purl\.imsglobal\.org/spec/clr/v2p0/context(?:-\d+\.\d+\.\d+)?\.json")
_NEXT = {
    "ClrCredential": ((_CLR, "Comprehensive Learner Record 2.0"), (_OB, "Open Badges 3.0")),
    **dict.fromkeys(
        ("OpenBadgeCredential", "AchievementCredential", "EndorsementCredential"), ((_OB, "Open Badges 3.0"),)
    ),
}
"""Contexts that follow the first one, by type, in this order (OB 3.0 and CLR 2.0, JSON-LD contexts of their credentials)."""


def check_context(
    document: Mapping[str, Any], inquiry: Inquiry, *, signed_as_rdf: bool, unsigned: bool = False
) -> None:
    """Record ``context``.

    Args:
        signed_as_rdf: whether the signature is over what the terms mean; if not, a context that is not known here changes no check.
        unsigned: whether there is no signature at all: then only the form counts, and all that the standard says of it, types included.
    """
    flaws = list(_flaws(document, inquiry.limits))
    if unsigned and not flaws:
        flaws = list(_type_flaws(document, inquiry.limits))
    for where, words in flaws:
        if signed_as_rdf or unsigned or where == "/@context/0":
            inquiry.failed("context", words, where)
        else:
            inquiry.warn("context", f"{words} The signature covers the text all the same.", where)
    if flaws:
        return
    out_of_place = _follow_wrongly(document, inquiry)
    unknown = [(where, url) for where, url in _named(document) if not known(url)]
    for where, url in unknown:
        words = f"{_UNKNOWN}: what {url} means is not known here, and contexts are never fetched."
        if signed_as_rdf:
            inquiry.not_checked(
                "context", words, where, "Ask for an update of this program, or for the badge as a JWT."
            )
        else:
            inquiry.warn("context", f"{words} The signature covers the text all the same.", where)
    open_ended = [(where, url) for where, url in _named(document) if url in WITH_VOCAB]
    for where, url in open_ended:
        inquiry.warn("context", f"{url} is for examples: it gives any name a meaning.", where)
    if not unknown and not open_ended and not out_of_place:
        inquiry.passed("context")


def _follow_wrongly(document: Mapping[str, Any], inquiry: Inquiry) -> bool:
    """Whether 1EdTech's own contexts are missing or not in their place, which is recorded.

    Without them, the names of a badge mean nothing. Another one before them changes nothing that is signed, so by our own rules it is told.
    """
    named = [c for c in _listed(document.get("@context")) if isinstance(c, str)]
    types = _listed(document.get("type"))
    wanted = next((_NEXT[t] for t in types if isinstance(t, str) and t in _NEXT), ())
    for number, (form, title) in enumerate(wanted, 1):
        if named[number : number + 1] and form.fullmatch(named[number]):
            continue
        if not any(form.fullmatch(c) for c in named):
            inquiry.failed("context", f"The context of {title} is missing.", "/@context")
        elif inquiry.strict:
            inquiry.warn("context", f"The context of {title} should stand at place {number + 1}.", "/@context")
        else:
            inquiry.failed("context", f"The context of {title} has to stand at place {number + 1}.", "/@context")
        return True
    return False


def _flaws(document: Mapping[str, Any], limits: Limits) -> Iterator[tuple[str, str]]:
    """Place and words of what is wrong with the contexts, wherever they stand."""
    top = _listed(document.get("@context"))
    if not top or top[0] not in FIRST:
        yield "/@context/0", f"The first context of a credential is {FIRST[0]}, or {FIRST[1]} for older ones."
    for where, contexts in _contexts(document):
        before = [c for c in (top if where != "/@context" else []) if isinstance(c, str)]
        for number, context in enumerate(contexts):
            place = f"{where}/{number}"
            if isinstance(context, dict):
                for words in _inline_flaws(context, (*before, *(c for c in contexts if isinstance(c, str))), limits):
                    yield place, words
            elif context is None:
                yield place, "It takes the meaning of all names away."
            elif not isinstance(context, str):
                yield place, "A context is an address, or an object with terms."


def _type_flaws(document: Mapping[str, Any], limits: Limits) -> Iterator[tuple[str, str]]:
    """Place and words of types that mean nothing (VCDM 2.0 section 4.5), and of a document that is no JSON-LD (section 6.1)."""
    own_words = {
        k: v for k, v in document.items() if k != "verifiableCredential"
    }  # those in it are judged by themselves
    try:
        tree = expanded(own_words, limits)
    except TermError as error:
        yield "", f"What its terms mean cannot be found out: {error}"
        return
    except (UnknownContextError, TooMuchWorkError):
        return
    own = _listed(document.get("type"))
    for kind in dict.fromkeys(_types(tree)):
        if ":" not in kind:
            yield "/type" if kind in own else "", f"{kind[:60]!r} is no type in the contexts that it names."


def _types(tree: Any) -> Iterator[str]:
    """Every type in an expanded document, but for those of values."""
    if isinstance(tree, list):
        for inner in tree:
            yield from _types(inner)
    elif isinstance(tree, dict) and "@value" not in tree:
        for name, inner in tree.items():
            yield from (k for k in inner if isinstance(k, str)) if name == "@type" else _types(inner)


def _inline_flaws(context: Mapping[str, Any], named: Sequence[str], limits: Limits) -> Iterator[str]:
    """What is wrong with a context that is written out in the badge.

    Args:
        named: contexts that stand beside and around it, by their addresses.
    """
    if not context:
        yield "A context that comes with the badge is empty."
    terms, meanings = _taken(tuple(u for u in named if known(u)))
    for term, definition in context.items():
        if term.startswith("@"):
            told = term if term in _KEYWORDS else "a keyword"
            yield f"A context that comes with the badge sets {told}; it may only add names."
            continue
        if term in terms:
            yield f"A context that comes with the badge gives {term!r} another meaning."
            continue
        if isinstance(definition, dict) and not set(definition) <= _ALLOWED:
            yield f"A context that comes with the badge does more with {term!r} than to say what it means."
            continue
        if ":" in term or not isinstance(definition, str | dict):
            yield f"A context that comes with the badge has the name {term[:60]!r}, which is none."
            continue
        meaning = _meaning(term, context, named, limits)
        if meaning is None or meaning in meanings or meaning.startswith("@"):
            yield f"A context that comes with the badge gives something known the name {term!r}, where it is overlooked."


def _meaning(term: str, context: Mapping[str, Any], named: Sequence[str], limits: Limits) -> str | None:
    """The IRI that a term stands for; None when it stands for none."""
    small = {"@context": [*(u for u in named if known(u)), dict(context)], term: "urn:x"}
    try:
        tree = expanded(small, limits, lambda _name: None)
    except (UnknownContextError, TermError, TooMuchWorkError):
        return None
    return next((name for node in tree for name in node), None)


@lru_cache(maxsize=64)
def _taken(urls: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """Terms that these contexts define at any depth, and the IRIs they stand for."""
    terms: set[str] = set()
    meanings: set[str] = set()
    for url in urls:
        document = context_of(url) or {}
        _collect(document.get("@context"), {}, terms, meanings)
    return frozenset(terms), frozenset(meanings)


def _collect(context: Any, prefixes: Mapping[str, str], terms: set[str], meanings: set[str]) -> None:
    if isinstance(context, list):
        for each in context:
            _collect(each, prefixes, terms, meanings)
    if not isinstance(context, dict):
        return
    named = {t: d if isinstance(d, str) else d.get("@id", "") for t, d in context.items() if isinstance(d, str | dict)}
    prefixes = {**prefixes, **{t: iri for t, iri in named.items() if not t.startswith("@")}}
    for term, definition in context.items():
        if term.startswith("@"):
            continue
        terms.add(term)
        prefix, _, rest = str(prefixes.get(term, "")).partition(":")
        whole = (
            prefixes[prefix] + rest if prefix in prefixes and not rest.startswith("//") else str(prefixes.get(term, ""))
        )
        meanings.add(whole)
        if isinstance(definition, dict):
            _collect(definition.get("@context"), prefixes, terms, meanings)


def _named(document: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Place and address of every context that is named."""
    return [
        (f"{where}/{number}", url)
        for where, contexts in _contexts(document)
        for number, url in enumerate(contexts)
        if isinstance(url, str)
    ]


def _contexts(value: Any, where: str = "") -> Iterator[tuple[str, list[Any]]]:
    """Place and contexts of every ``@context``."""
    if isinstance(value, dict):
        if "@context" in value:
            named = value["@context"]
            yield f"{where}/@context", named if isinstance(named, list) else [named]
        for name, inner in value.items():
            if name != "@context":
                yield from _contexts(inner, f"{where}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _contexts(inner, f"{where}/{number}")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
