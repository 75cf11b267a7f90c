"""Hosts in addresses of issuers, and what is odd about them. Most hosts with letters of other alphabets are nobody's trick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from credlens.verify.trust.letters import as_latin, scripts_mixed
from credlens.verify.trust.lookalikes import domains_like, under

_LABELS = re.compile(r"[\w-]+(?:\.[\w-]+)*")
_UNSAFE = re.compile(r"[\s\\@\x00-\x1f\x7f]")
_WRITTEN = "xn--"  # how a label of other letters begins in ASCII (RFC 5890 section 2.3.2.5)


@lru_cache(maxsize=1024)
def host_of(address: str) -> str:
    """The host of a web address or a did:web, in small letters without ``www.``; empty when it has none that all programs agree on."""
    if address.startswith("did:web:"):
        name = address.removeprefix("did:web:").partition(":")[0].partition("#")[0].lower().partition("%3a")[0]
    elif _UNSAFE.search(address.partition("//")[2].partition("/")[0]):
        return ""
    else:
        try:
            name = urlsplit(address).hostname or ""
        except ValueError:
            name = ""
    name = name.lower().rstrip(".").removeprefix("www.")
    return name if _LABELS.fullmatch(name) else ""


def odd_host(host: str, domains: tuple[str, ...]) -> Iterator[str]:
    """Sentences about a host that can be taken for another one.

    Args:
        host: as :func:`host_of` gives it.
        domains: those that are known.
    """
    if host.isascii() and _WRITTEN not in host:
        yield from _like(host, domains_like(host, domains))
        return
    shown = _shown(host)
    if shown is None:
        yield f"Its host {host} has letters that no host may have; programs may read it differently."
        return
    odd = list(_odd_labels(shown))
    latin = as_latin(shown)
    if latin.isascii():
        odd += _like(shown, tuple(d for d in domains if under(latin, d)) or domains_like(latin, domains))
    yield from odd


def _like(host: str, domains: tuple[str, ...]) -> Iterator[str]:
    if domains:
        yield f"Its host {host} looks like {domains[0]}, and is another."


def _odd_labels(shown: str) -> Iterator[str]:
    """Labels that mix alphabets, or are Latin to the eye alone. One wholly of another alphabet may be under an end of that alphabet."""
    *labels, last = shown.split(".")
    for label in labels:
        scripts = scripts_mixed(label)
        if len(scripts) > 1:
            yield f"Its host {shown} mixes letters of {' and '.join(scripts)} in one word: {label!r}."
        elif scripts and last.isascii():
            yield f"Its host {shown} is written in letters of {scripts[0]} that only look like {as_latin(label)!r}."


def _shown(host: str) -> str | None:
    """A host as people see it; None when it is not written as IDNA 2008 says (RFC 5891 section 5)."""
    import idna  # its tables are needed for few hosts

    try:
        return idna.decode(host)
    except (idna.IDNAError, UnicodeError):
        return None
