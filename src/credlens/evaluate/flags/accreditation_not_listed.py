"""Accreditation not listed: it is said to be accredited, and the accreditor's list does not have it, or nobody recognises the accreditor."""

from __future__ import annotations

from collections.abc import Sequence

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, ended, found_empty
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.registers.listed import (
    accreditor_lines,
    authorities,
    lies_at,
    line_of,
    lists_of,
    name_keys,
    on_own_pages,
    perhaps,
    resembles,
)
from credlens.model.credential import Accreditation
from credlens.model.fact import Method, Source
from credlens.model.gap import Evidence
from credlens.model.register import Entry, Lists, Register
from credlens.model.scorecard import FlagState

MOST_NAMED = 3  # claims that one sentence names


def check(case: Case) -> Verdict:
    """Fires when a whole list lacks what is claimed, or when the accreditor is on no list, or on a list of those nobody recognises.

    Institution, programme and scheme are three claims: one that is listed settles its own kind only.
    """
    claims = [a for a in case.credential.accreditation if not ended(a.until, case.today)]
    if not claims:
        ended_words = " that is still running" if case.credential.accreditation else ""
        looked = found_empty(case.credential, "accreditation")
        words = f"it claims no accreditation{ended_words}" + ("" if looked is not None else ", as far as is recorded")
        return clear(words, cite("no accreditation", looked or ()))
    verdicts = [(a.what, _judge(case, a)) for a in claims]
    wrong = [v for _, v in verdicts if v.state is FlagState.FIRES]
    settled = {what for what, v in verdicts if v.state is FlagState.CLEAR}
    still_open = [v for what, v in verdicts if what not in settled]
    return _together(wrong or still_open or [v for _, v in verdicts if v.state is FlagState.CLEAR])


def _together(verdicts: list[Verdict]) -> Verdict:
    """Several verdicts of one state as one."""
    reasons = list(dict.fromkeys(v.because for v in verdicts))
    more = [f"and {len(reasons) - MOST_NAMED} more"] * (len(reasons) > MOST_NAMED)
    evidence = tuple(e for v in verdicts for e in v.evidence)
    return Verdict(verdicts[0].state, "; ".join((*reasons[:MOST_NAMED], *more)), evidence)


def _judge(case: Case, claim: Accreditation) -> Verdict:
    """One claim: by the accreditor's own pages and lists first, then by who recognises the accreditor."""
    said = cite(_words(claim), claim.sources)
    address = on_own_pages(claim, case.registers)
    if address:
        return clear(f"{_words(claim)}: said on the accreditor's own pages, {address}", said)
    registers = list(lists_of(claim, case.registers))
    lines = [(r, e) for r in registers if (e := line_of(r, case.credential))]
    for register, entry in lines:
        if not ended(entry.until, case.today):
            return clear(f"{_words(claim)}: {_listed(register, entry)}", said + _cite(register, entry))
    for register, entry in accreditor_lines(claim.body, case.registers, Lists.UNRECOGNISED, claim.what):
        note = f" ({entry.note})" if entry.note else ""
        return fires(
            f"{_words(claim)}, whom {' and '.join(register.by)} do not recognise{note}", said + _cite(register, entry)
        )
    for register, entry in lines:
        words = f"{_words(claim)}: listed until {entry.until}; whether that was renewed, {register.address} shows"
        return cannot_tell(words, said + _cite(register, entry))
    whole = [r for r in registers if r.whole]
    if whole and not any(perhaps(r, case.credential) for r in registers):
        words = f"{_words(claim)}: {whole[0].title}, read whole on {whole[0].read_on}, does not have it"
        return fires(words, (*said, *_cite(whole[0])))
    return _by_accreditor(case, claim, registers, said)


def _by_accreditor(case: Case, claim: Accreditation, own: list[Register], said: tuple[Evidence, ...]) -> Verdict:
    known = list(accreditor_lines(claim.body, case.registers, Lists.ACCREDITOR))
    asked = list(authorities(case.credential, claim, case.registers))
    keys = name_keys(claim.body)
    alike = any(resembles(keys, name_keys(n)) for r in asked for e in r.entries for n in (e.holder, *e.names))
    if asked and keys and not known and not own and not alike:
        words = f"{_words(claim)}, who is not on {asked[0].title}, read whole on {asked[0].read_on}"
        return fires(words, (*said, *_cite(asked[0])))
    evidence = said + tuple(e for register, entry in known[:1] for e in _cite(register, entry))
    standing = f"; {_standing(*known[0])}" if known else ""
    where = [r.address for r in (*own, *(r for r, _ in known))]
    look = f"look it up at {where[0]}" if where else f"ask {claim.body or 'who awards it'} where its list is"
    return cannot_tell(f"{_words(claim)}: not confirmed by a list we have{standing}; {look}", evidence)


def _standing(register: Register, entry: Entry) -> str:
    of = f" of {' and '.join(f'{what}s' for what in register.accredits)}" if register.accredits else ""
    return f"{entry.holder} is an accreditor{of} that {register.by[0]} recognises"


def _words(claim: Accreditation) -> str:
    named = name_keys(claim.standard) & name_keys(claim.body)
    standard = f" ({claim.standard})" if claim.standard and not named else ""
    return f"{claim.what} accredited by {claim.body or 'a body it does not name'}{standard}"


def _listed(register: Register, entry: Entry) -> str:
    what = f"{entry.scheme} of {entry.holder}" if entry.scheme else entry.holder
    return f"{what} is in our copy of {register.title}{_how_known(register, entry.sources)}"


def _how_known(register: Register, sources: Sequence[Source]) -> str:
    """Where the line was seen, unless it was in the list itself."""
    if any(lies_at(s.address or "", h) for s in sources for h in register.hosts):
        return ""
    read = any(s.method is Method.READ for s in sources)
    return f" ({'from pages of others' if read else 'from memory'}; look again at {register.address})"


def _cite(register: Register, entry: Entry | None = None) -> tuple[Evidence, ...]:
    if entry is None:
        return (Evidence(f"{register.title}: {len(register.entries)} lines", _address(register)),)
    what = f"{entry.holder}, {entry.scheme}" if entry.scheme else entry.holder
    return cite(f"{register.title}: {what}", entry.sources)


def _address(register: Register) -> Source:
    return Source(Method.READ, register.address, register.read_on)


FLAG = RedFlag(
    id="accreditation_not_listed",
    question="Does it claim an accreditation that the accreditor's own list does not have?",
    reference="The directories of accreditors, and the lists of those whom authorities recognise (US Department of Education, CHEA, EQAR, "
    "IAF); CHEA's signs of an accreditation mill.",
    check=check,
    gates=True,
)
