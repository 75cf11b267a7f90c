"""Whether an issuer is who its name says: the check ``issuer_name`` (Unicode Technical Standard 39; warnings only).

A badge may be signed soundly by somebody who calls himself like somebody else. Nobody can prove that from the badge; what can be seen is told.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from confusable_homoglyphs import confusables

from credlens.verify.content import Content
from credlens.verify.inquiry import Inquiry
from credlens.verify.trust.registries import KnownIssuer

_ASK = "Look at the issuer's id and address, not at its name."
_INVISIBLE = frozenset({"Cf", "Cc", "Co", "Cn"})
_JOINERS = frozenset({"\u200c", "\u200d"})  # Persian, Indian scripts and emoji need them
_LEAST = 4  # letters of a host's name from which one that differs in one letter is told
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts whose letters look alike; a word of two of them is odd (UTS 39 section 5.1)."""


def check_issuer_name(content: Content, inquiry: Inquiry) -> None:
    """Record ``issuer_name``: a warning for each thing that is odd."""
    issuer = content.claims.issuer
    hosts = tuple(dict.fromkeys(filter(None, (_host(issuer.id), _host(issuer.url)))))
    known = inquiry.settings.trust.names if inquiry.settings.trust else ()
    odd = [
        *_odd_letters(issuer.name),
        *(words for host in hosts for words in _odd_host(host)),
        *_imitated(issuer.name, issuer.id, hosts, known),
    ]
    for words in odd:
        inquiry.warn("issuer_name", words, "/issuer", _ASK)
    if odd:
        return
    if issuer.name:
        inquiry.passed("issuer_name")
    else:
        inquiry.not_applicable("issuer_name", "The issuer has no name.")


def _odd_letters(name: str) -> Iterator[str]:
    """Letters in a name that are not what they look like."""
    hidden = [c for c in name if unicodedata.category(c) in _INVISIBLE and c not in _JOINERS]
    if hidden:
        yield f"Its name has letters that cannot be seen ({', '.join(f'U+{ord(c):04X}' for c in dict.fromkeys(hidden))})."
    for word in name.split():
        scripts = [s for s in _SCRIPTS if any(unicodedata.name(c, "").startswith(f"{s} ") for c in word)]
        if len(scripts) > 1:
            yield f"Its name mixes letters of {' and '.join(s.title() for s in scripts)} in one word: {word!r}."
    wide = unicodedata.normalize("NFKC", name)
    if not hidden and wide != unicodedata.normalize("NFC", name) and wide.isascii():
        yield f"Its name is written in letters that only look like {wide!r}."


def _odd_host(host: str) -> Iterator[str]:
    """What is odd about a host's name."""
    if any(label.startswith("xn--") for label in host.split(".")) or not host.isascii():
        yield f"The host {host} has letters of other alphabets; shown it may look like another one."


def _imitated(name: str, id: str, hosts: tuple[str, ...], known: tuple[KnownIssuer, ...]) -> Iterator[str]:  # noqa: A002
    """Well-known issuers that it is called like, or whose hosts its own look like, without being them."""
    names, domains = _index(known)
    wanted = _skeleton(name)
    for issuer in names.get(wanted, ()):
        if not _is_home(issuer, id):
            yield f"It is called like {issuer.names[0]}, and its address is none that is known of {issuer.names[0]}."
    for host in hosts:
        base = _base(host)
        for domain in domains:
            if base != domain and not host.endswith(f".{domain}") and _alike(base, domain):
                yield f"Its host {host} looks like {domain}, and is another."


def _is_home(issuer: KnownIssuer, id: str) -> bool:  # noqa: A002
    """Whether an id is this issuer's; an address that stands beside it is only a claim."""
    host = _host(id)
    return id in issuer.dids or any(host == d or host.endswith(f".{d}") for d in issuer.domains)


@lru_cache(maxsize=4)
def _index(known: tuple[KnownIssuer, ...]) -> tuple[dict[str, tuple[KnownIssuer, ...]], tuple[str, ...]]:
    """Skeleton of a name -> issuers called so; and every domain."""
    names: dict[str, tuple[KnownIssuer, ...]] = {}
    for issuer in known:
        for skeleton in {_skeleton(name) for name in issuer.names}:
            names[skeleton] = (*names.get(skeleton, ()), issuer)
    return names, tuple(dict.fromkeys(d for issuer in known for d in issuer.domains))


@lru_cache(maxsize=4096)
def _skeleton(name: str) -> str:
    """A name as the eye sees it: compatible letters, without case, look-alikes as their Latin letter (UTS 39 section 4)."""
    seen = unicodedata.normalize("NFKC", "".join(c for c in name if unicodedata.category(c) not in _INVISIBLE))
    return " ".join("".join(_latin(c) for c in seen).casefold().split())


def _latin(letter: str) -> str:
    """The Latin letter that a letter looks like, or the letter itself."""
    if letter.isascii():
        return letter
    found = confusables.is_confusable(letter, preferred_aliases=["latin"])
    alike = [h["c"] for each in found or [] for h in each["homoglyphs"] if len(h["c"]) == 1 and h["c"].isascii()]
    return next((c for c in alike if c.isalpha()), letter)


def _alike(host: str, domain: str) -> bool:
    """Whether a host can be taken for another one: the same to the eye, or one letter away."""
    one, other = host.partition(".")[0], domain.partition(".")[0]
    seen = one.replace("rn", "m").replace("0", "o").replace("1", "l").replace("5", "s").replace("vv", "w")
    if len(other) < _LEAST:
        return False
    if one != other and seen == other:
        return True
    return abs(len(one) - len(other)) <= 1 and one != other and len(other) > _LEAST and _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or two neighbours swapped."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:] and len(a) > 1)


def _base(host: str) -> str:
    """The part of a host's name that somebody registers: its last two labels."""
    return ".".join(host.split(".")[-2:])


def _host(address: str) -> str:
    """The host of an https address or a did:web, in small letters without ``www.``; empty when it has none."""
    if address.startswith("did:web:"):
        name = unquote(address.removeprefix("did:web:").split(":")[0]).partition(":")[0]
    else:
        try:
            name = urlsplit(address).hostname or ""
        except ValueError:
            name = ""
    return name.lower().rstrip(".").removeprefix("www.")
