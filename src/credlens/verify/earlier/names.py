"""One name for each property: JSON-LD lets a document write ``@id`` for ``id`` and ``obi:issuedOn`` for ``issuedOn``."""

from __future__ import annotations

from typing import Any

_KEYWORDS = {"@id": "id", "@type": "type"}
_VOCABULARIES = ("obi:", "https://w3id.org/openbadges#", "https://purl.imsglobal.org/spec/vc/ob/vocab.html#")


def plain(value: Any, twice: list[str]) -> Any:
    """A JSON value with the standard's short names.

    Args:
        twice: takes the properties that stand in one object under two names; the first counts.
    """
    if isinstance(value, list):
        return [plain(each, twice) for each in value]
    if not isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for name, inner in value.items():
        new = _KEYWORDS.get(name) or _short(name)
        if new in found:
            twice.append(new)
        elif inner is None:  # in JSON-LD, nothing was said
            continue
        elif new == "@context":
            found[new] = inner
        else:
            found[new] = _types(inner) if new == "type" else plain(inner, twice)
    return found


def _short(name: str) -> str:
    for start in _VOCABULARIES:
        if name.startswith(start) and len(name) > len(start):
            return name[len(start) :]
    return name


def _types(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(each) if isinstance(each, str) else each for each in value]
    return _short(value) if isinstance(value, str) else value
