"""Use cases: let a coin decide whether applications show a credential, so that chance and nothing else makes the difference."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from credlens.app.catalog.finding import find_credential
from credlens.app.knowledge import Knowledge
from credlens.app.learning.ports import LogChange, Trial
from credlens.app.person import stored
from credlens.app.ports import Ports
from credlens.model.application import Application, Toss
from credlens.model.errors import UserError
from credlens.model.posting import Posting
from credlens.model.serial import plain
from credlens.outcomes.tossing import LOOKS, block, toss
from credlens.outcomes.window import WINDOW

TERMS = (
    "For each application that you log with --coin, a coin says whether it shows the credential. To leave something off is not a lie.",
    "Where the ad requires it, no coin is tossed: show it.",
    "Do as the coin says. What it said is what counts, also where you did otherwise.",
    f"The result is looked at after {', '.join(map(str, LOOKS[:-1]))} and {LOOKS[-1]} applications whose {WINDOW} days are over.",
    "It ends when a look is clear, or with the last one.",
)
"""What a person has to know before they begin."""


@dataclass(frozen=True)
class Tossed:
    """What the coin said; ``before`` when it was tossed for the same ad earlier."""

    toss: Toss
    before: bool = False

    def to_json(self) -> dict[str, Any]:
        """The toss, and ``tossed_before``."""
        return {**plain(self.toss), "tossed_before": self.before}


@dataclass(frozen=True)
class TrialResult:
    """A coin that decides, or does not any more."""

    trial: Trial
    title: str
    words: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """``{"credential", "title", "begun", "ended", "words"}``; the seed stays in the store."""
        t = self.trial
        return {
            "credential": t.credential,
            "title": self.title,
            "begun": plain(t.begun),
            "ended": plain(t.ended),
            "words": list(self.words),
        }


def begin(ports: Ports, name: str, *, seed: str | None = None) -> TrialResult:
    """Let a coin decide about a credential from now on; nothing changes when one does already.

    Args:
        ports: the doors.
        name: of the credential.
        seed: of the tosses, for who wants to repeat them; drawn by chance when None.

    Raises:
        UserError: there is no such credential, or the person does not hold it.
    """
    knowledge = Knowledge.of(ports)
    credential = find_credential(ports, knowledge, name)
    _held(credential.id, [h.credential for h in stored(ports, knowledge).credentials])
    ports.store()  # makes the place where everything is kept
    trial = running(ports, credential.id)
    if trial is None:
        before = next((t for t in ports.log().trials() if t.credential == credential.id), None)
        drawn = before.seed if before else seed or f"{ports.chance():016x}"  # begun again, it goes on where it was
        trial = Trial(credential.id, drawn, before.begun if before else ports.today)
        ports.log().save(LogChange(trials=(trial,)))
    return TrialResult(trial, credential.title, TERMS)


def end(ports: Ports, name: str) -> TrialResult:
    """Toss no more for a credential; what was tossed still counts.

    Raises:
        UserError: no coin decides about it.
    """
    knowledge = Knowledge.of(ports)
    credential = find_credential(ports, knowledge, name)
    trial = running(ports, credential.id)
    if trial is None:
        raise UserError(f"No coin decides about {credential.id}.", where="CREDENTIAL")
    ended = replace(trial, ended=ports.today)
    ports.log().save(LogChange(trials=(ended,)))
    return TrialResult(ended, credential.title, (f"What it told: credlens helped {credential.id}",))


def running(ports: Ports, credential: str) -> Trial | None:
    """The coin that decides about a credential now; None when there is none."""
    if not ports.has_state():
        return None
    return next((t for t in ports.log().trials() if t.credential == credential and t.ended is None), None)


def toss_for(
    ports: Ports, application: Application, ad: Posting | None, credential: str, held: Collection[str | None]
) -> tuple[Application, Tossed]:
    """The application as the coin says: showing the credential or not. For the same ad a coin is tossed once, whatever is logged anew.

    Raises:
        UserError: no coin decides about the credential, it is not held, it was said what is shown, or the ad requires it.
    """
    trial = running(ports, credential)
    if trial is None:
        raise UserError(
            f"No coin decides about {credential} yet.",
            where="--coin",
            what_to_do=f"Read what it means and begin: credlens log coin {credential}",
        )
    _held(credential, held)
    if credential in application.required:
        raise UserError(
            f"The ad requires {credential}: no coin is tossed.",
            where="--coin",
            what_to_do=f"Show it: --shown {credential}",
        )
    if credential in (*application.shown, *application.hidden):
        raise UserError(
            f"You said whether it shows {credential}, which the coin is to say.",
            where="--coin",
            what_to_do="Leave it out of --shown and --not-shown.",
        )
    every = ports.log().tosses()
    ads = ports.log().ads() if ad is not None else {}
    same = {a for a, kept in ads.items() if ad is not None and kept == ad.id} | {application.id}
    old = next((t for t in every if t.credential == credential and t.application in same), None)
    if old is not None:
        return _as_said(application, credential, shown=old.shown), Tossed(old, before=True)
    of = block(application.match)
    number = sum(t.credential == credential and t.block == of for t in every)
    shown = toss(trial.seed, credential, of, number)
    made = Toss(credential, shown, of, number, application.id, application.applied)
    return _as_said(application, credential, shown=shown), Tossed(made)


def _as_said(application: Application, credential: str, *, shown: bool) -> Application:
    """Showing the credential, or not; what else it shows stays as it was said, or unsaid."""
    shows = {*application.shown, credential} if shown else {*application.shown} - {credential}
    leaves = {*application.hidden} - {credential} if shown else {*application.hidden, credential}
    return replace(application, shown=tuple(sorted(shows)), hidden=tuple(sorted(leaves)))


def _held(credential: str, held: Collection[str | None]) -> None:
    if credential not in held:
        raise UserError(
            f"Your profile does not have {credential}: a coin can only leave off what you hold.",
            where="CREDENTIAL",
            what_to_do="Import the resume or the badge that shows it: credlens profile import FILE, credlens wallet add FILE",
        )
