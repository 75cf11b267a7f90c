"""Verifier dead: the place where others were to check it no longer answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite, cite_fact, unknown_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.registers.listed import host_of, lies_at, name_keys
from credlens.model.credential import Verification
from credlens.model.fact import Method
from credlens.model.register import BadgeHost

HOSTLESS = {"none": "there is nothing to check it at", "pdf": "a PDF is checked with the issuer, not at a host"}
SIGNED = "open_badge_3"
USUAL = {"credly": "credly.com"}  # where a format is checked when no host is named


def check(case: Case) -> Verdict:
    """Fires when the host at which it is checked is known to be gone; a signed badge carries its proof with it."""
    fact = case.credential.verification
    verdicts = [judge(v, case.registers.badge_hosts, case.today) for v in fact.candidates()]
    evidence = cite_fact("verification", fact)
    if not verdicts:
        return cannot_tell(unknown_words("how it can be checked", fact), evidence)
    evidence += tuple(e for v in verdicts for e in v.evidence)
    if len({v.state for v in verdicts}) > 1:
        return cannot_tell("sources disagree: " + "; ".join(v.because for v in verdicts), evidence)
    return Verdict(verdicts[0].state, verdicts[0].because, evidence)


def judge(verification: Verification, hosts: Sequence[BadgeHost], today: date) -> Verdict:
    """What is known of the host of one way to check; of a held badge as well as of a credential."""
    if verification.format in HOSTLESS:
        return clear(HOSTLESS[verification.format])
    named = verification.host or USUAL.get(verification.format, "")
    host = find(named, hosts)
    if host is None:
        return _unlisted(verification, named)
    evidence = cite(f"{host.name}: {'answers' if host.alive else 'gone'}", host.sources)
    if host.alive or (host.since is not None and host.since > today):
        until = f" until {host.since}" if not host.alive else ""
        moved = f"; it is now {host.instead}" if host.instead else ""
        if all(s.method is Method.RECALLED for s in host.sources):
            look = "look once before you rely on it"
            return clear(f"no sign that it is gone: {host.name}{until}, from memory; {look}{moved}", evidence)
        return clear(f"{host.name} answers{until}{moved}", evidence)
    gone = f"{named} ({host.name}) is gone" + (f" since {host.since} at the latest" if host.since else "")
    instead = f"; instead: {host.instead}" if host.instead else ""
    if verification.format == SIGNED:
        return cannot_tell(
            f"{gone}; the badge is signed and may be checked elsewhere, if its key is not kept there{instead}", evidence
        )
    return fires(f"{gone}: nobody can check it there{instead}", evidence)


def find(named: str, hosts: Sequence[BadgeHost]) -> BadgeHost | None:
    """The host of a domain, an address, or a name as people call it; the longest domain first."""
    keys = name_keys(named)
    fitting = [(len(h), b) for b in hosts for h in b.hosts if lies_at(named, h)]
    called = (b for b in hosts if any(name_keys(n) & keys for n in (b.name, *b.names)))
    return max(fitting, key=lambda f: f[0])[1] if fitting else next(called, None)


def _unlisted(verification: Verification, named: str) -> Verdict:
    if verification.format == SIGNED:
        return clear("it is signed: it can be checked without the host that issued it")
    if not named:
        return cannot_tell("where it is checked is not recorded")
    if "." not in named:
        return cannot_tell(f"whether it can still be checked there is not recorded: {named}")
    return cannot_tell(f"whether {host_of(named)} still answers is not recorded")


FLAG = RedFlag(
    id="verifier_dead",
    question="Is the place where others check it gone?",
    reference="What operators of badge hosts announced, and reports of hosts that no longer answer (register of badge hosts). Open Badges "
    "3.0 are signed and need no host.",
    check=check,
)
