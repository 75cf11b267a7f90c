"""What is refused before a document is read as JSON-LD: reading contexts takes time out of proportion to their length.

What the library makes of a context is kept, but not of one that follows others: each of a long list is worked out anew, on top of all before.
Bounds are far above what badges have.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.verify.jsonld.rdfc import TooMuchWorkError
from credlens.verify.limits import Limits


def check_contexts(document: Mapping[str, Any], limits: Limits) -> None:
    """Refuse contexts without end, wherever they stand.

    Raises:
        TooMuchWorkError: one list of them is long, or they define many terms.
    """
    terms = 0
    stack: list[Any] = [document]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            found = value.get("@context", [])
            own = found if isinstance(found, list) else [found]
            terms += sum(1 + len(each) for each in own if isinstance(each, dict))
            if len(own) > limits.contexts or terms > limits.terms:
                raise TooMuchWorkError("It names or brings along more contexts than a badge needs.")
            stack.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        else:
            stack.extend(inner for inner in value if isinstance(inner, dict | list))
