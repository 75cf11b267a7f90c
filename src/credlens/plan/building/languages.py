"""Whether a person can study in a language a credential is given in."""

from __future__ import annotations

from collections.abc import Collection

import pycountry

from credlens.model.credential import Credential


def foreign(credential: Credential, languages: Collection[str]) -> str:
    """Why the person cannot follow it, in words; empty when they can, when they named no language, or when nobody knows its languages.

    Languages are compared by their primary subtag (RFC 5646): "pt-BR" is "pt". Where sources disagree, one that fits is enough.
    """
    given = {_primary(code) for codes in credential.languages.candidates() for code in codes}
    if not languages or not given or given & {_primary(code) for code in languages}:
        return ""
    names = sorted(_name(code) for code in given)
    return f"is given in {' and '.join(names) if len(names) < 3 else ', '.join(names)} only"


def _primary(code: str) -> str:
    return code.replace("_", "-").split("-")[0].casefold()


def _name(code: str) -> str:
    found = pycountry.languages.get(**{"alpha_2" if len(code) == 2 else "alpha_3": code})
    return str(found.name) if found else code
