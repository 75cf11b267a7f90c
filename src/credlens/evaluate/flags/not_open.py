"""Not open: it cannot simply be bought or entered by anybody."""

from __future__ import annotations

from credlens.evaluate.case import Case
from credlens.evaluate.cite import cite_fact, unknown_words
from credlens.evaluate.flags.base import RedFlag, Verdict, cannot_tell, clear, fires
from credlens.evaluate.flags.retired import gone


def check(case: Case) -> Verdict:
    """Fires when the credential is known not to be open to the public.

    One that is gone is closed to everybody alike, which is another warning.
    """
    fact = case.credential.open_to_public
    evidence = cite_fact("open to the public", fact)
    if gone(case.credential, case.today):
        return clear("it is gone; see retired", evidence + cite_fact("status", case.credential.status))
    if not fact.known:
        return cannot_tell(unknown_words("whether anybody may take it", fact), evidence)
    if fact.get(True):
        return clear("anybody may take it", evidence)
    return fires(
        f"it is not open to everybody{f': {fact.condition or fact.note}' if fact.condition or fact.note else ''}",
        evidence,
    )


FLAG = RedFlag(
    id="not_open",
    question="Is it closed to people who come from outside?",
    reference="The provider's own conditions, as recorded; some vendor certifications are open only to employees of "
    "customers.",
    check=check,
    gates=True,
)
