"""Hosts that can be taken for another one: figures for letters, a known host in front of a stranger's, one letter more or less."""

from __future__ import annotations

from functools import lru_cache

from credlens.verify.trust.letters import alike

_LEAST_LOOK = 4  # letters of a host's name from which a look-alike of it is told
_LEAST_SLIP = 6  # two neighbours swapped, or a letter doubled
_LEAST_OTHER = 8  # any one letter: of shorter names, too many are words of their own one letter apart
_COUNTRY = 2
_SECOND_LEVEL = frozenset({"co", "ac", "com", "org", "net", "edu", "gov", "go", "or", "ne", "gob", "nom"})


def under(host: str, domain: str) -> bool:
    """Whether a host is a domain or inside it."""
    return host == domain or host.endswith(f".{domain}")


def domains_like(host: str, domains: tuple[str, ...]) -> tuple[str, ...]:
    """Domains that a host looks like without being one of them.

    Args:
        host: in ASCII, small letters, without ``www.``.
        domains: those that are known.
    """
    if any(under(host, domain) for domain in domains):
        return ()
    name = _registered(host)
    seen = alike(name)
    own = host.removeprefix("www-")
    return tuple(
        d for d, label in _labelled(domains) if _looks_like(name, seen, label) or _leads(own, d) or own == d != host
    )


def _looks_like(name: str, seen: str, label: str) -> bool:
    size = len(label)
    if abs(size - len(name)) > size // 2 or size < _LEAST_LOOK or name == label:
        return False
    look = alike(label)
    if look in {seen.replace("1", "l"), seen.replace("1", "i")}:
        return True
    if size < _LEAST_SLIP or abs(size - len(name)) > 1:
        return False
    return _is_slip(name, label) or (size >= _LEAST_OTHER and _one_apart(name, label))


def _leads(host: str, domain: str) -> bool:
    """Whether a known host stands in front of a stranger's ("credly.com.example"); a country behind it is the same name elsewhere."""
    before, found, rest = f".{host}".partition(f".{domain}.")
    return bool(found) and (bool(before) or len(rest) > _COUNTRY)


def _is_slip(one: str, other: str) -> bool:
    """Whether two neighbours were swapped, or a letter was doubled or one of a pair left out."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(one) == len(other):
        return len(a) > 1 and a[:2] == b[:2][::-1] and a[2:] == b[2:]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter and start > 0 and longer[0] == one[start - 1]


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out or changed. A plural is a word of its own."""
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return {a, b} != {"s", ""} and (a[1:] == b[1:] or a[1:] == b or a == b[1:])


def _registered(host: str) -> str:
    """The label that somebody registered: the last but one, or the one before an ``ac.uk`` or the like."""
    labels = host.split(".")
    deep = len(labels) > _COUNTRY and len(labels[-1]) == _COUNTRY and labels[-2] in _SECOND_LEVEL
    return labels[-3] if deep else labels[-2] if len(labels) > 1 else host


@lru_cache(maxsize=4)
def _labelled(domains: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((domain, _registered(domain)) for domain in domains)
