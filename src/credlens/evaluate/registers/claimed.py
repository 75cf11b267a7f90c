"""Whether what somebody says of a credential is confirmed, or only claimed by its provider or by the person who asks.

A page of the provider, and what a person types, say what is claimed. A record that somebody read, remembered or imported is
another witness; so is a line in the accreditor's own list, and a page of the accreditor's or recogniser's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from credlens.evaluate.case import Case
from credlens.evaluate.cite import ended
from credlens.evaluate.registers.listed import (
    accreditor_lines,
    any_keys,
    lies_at,
    line_of,
    lists_of,
    name_keys,
    on_own_pages,
)
from credlens.model.credential import Accreditation
from credlens.model.fact import Method, Source
from credlens.model.register import Lists

CLAIMS = frozenset({Method.PARSED, Method.STATED})
UNCONFIRMED = "claimed, not confirmed"


def only_claimed(sources: Sequence[Source]) -> bool:
    """Whether nobody but the provider's page or the person says so."""
    return all(s.method in CLAIMS for s in sources)


def is_confirmed(case: Case, claim: Accreditation) -> bool:
    """Whether an accreditation rests on more than a claim: another witness, the accreditor's pages, or a line in its list."""
    if not only_claimed(claim.sources) or on_own_pages(claim, case.registers):
        return True
    lines = (line_of(r, case.credential) for r in lists_of(claim, case.registers))
    return any(line is not None and not ended(line.until, case.today) for line in lines)


def confirmed_by(case: Case, body: str, sources: Sequence[Source]) -> bool:
    """Whether what a body is said to give rests on more than a claim: another witness, or a page at the body's own host."""
    if not only_claimed(sources):
        return True
    return any(lies_at(s.address or "", host) for s in sources for host in _hosts(case, body))


def look_at(case: Case, claim: Accreditation) -> str:
    """Where to look an accreditation up: the accreditor's list, else a list of accreditors, else the body itself."""
    own = (r.address for r in lists_of(claim, case.registers))
    above = (r.address for r, _ in accreditor_lines(claim.body, case.registers, Lists.ACCREDITOR))
    address = next((a for found in (own, above) for a in found), "")
    return f"{UNCONFIRMED}: {f'look at {address}' if address else _ask((claim.body,))}"


def ask(case: Case, bodies: Iterable[str]) -> str:
    """Where to look up what bodies are said to give: their own list when one is known, else they themselves."""
    named = tuple(dict.fromkeys(b for b in bodies if b))
    address = next((r.address for b in named for r in case.registers.registers.values() if _is(b, r.by)), "")
    return f"{UNCONFIRMED}: {f'look at {address}' if address else _ask(named)}"


def _ask(bodies: tuple[str, ...]) -> str:
    return f"ask {' and '.join(b for b in bodies if b) or 'who gives it'}"


def _hosts(case: Case, body: str) -> tuple[str, ...]:
    own = (r for r in case.registers.registers.values() if r.of is not Lists.UNRECOGNISED and _is(body, r.by))
    return tuple(host for r in own for host in r.hosts)


def _is(body: str, names: tuple[str, ...]) -> bool:
    return bool(name_keys(body) & any_keys(names))
