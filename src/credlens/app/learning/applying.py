"""Use case: log an application, with its ad read and, where a coin decides, the coin tossed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from credlens.app.ads import first_ad
from credlens.app.catalog.finding import find_credential
from credlens.app.knowledge import Knowledge
from credlens.app.learning.coin import Tossed, toss_for
from credlens.app.learning.days import happened
from credlens.app.learning.found import alike, credentials_named, logged
from credlens.app.learning.ports import LogChange
from credlens.app.person import stored
from credlens.app.ports import NamedBytes, Ports
from credlens.app.target import stored_target
from credlens.gap.reach import share_shown
from credlens.model.application import Application
from credlens.model.errors import InputError, Problem, UserError
from credlens.model.person import Person
from credlens.model.posting import Posting
from credlens.model.serial import plain
from credlens.outcomes.ids import application_id


@dataclass(frozen=True)
class Said:
    """What a person says of an application; None and empty where they do not say it.

    Attributes:
        ad: the file with the ad, ``-`` for standard input; or the ad's content.
        shown: credentials that it showed, all of them; empty for none; None when not said.
        hidden: credentials that it did not show.
        coin: a credential about which a coin decides.
    """

    ad: Path | NamedBytes | None = None
    employer: str | None = None
    title: str | None = None
    applied: date | None = None
    shown: tuple[str, ...] | None = None
    hidden: tuple[str, ...] = ()
    coin: str | None = None
    resume: str = ""
    referral: bool | None = None


@dataclass(frozen=True)
class Logged:
    """An application as it is logged now.

    Attributes:
        tossed: what the coin said, when one was tossed.
        words: what else there is to say, in sentences.
        titles: of the credentials named.
    """

    application: Application
    tossed: Tossed | None = None
    words: tuple[str, ...] = ()
    titles: Mapping[str, str] | None = None

    def to_json(self) -> dict[str, Any]:
        """``{"application", "toss", "words"}``."""
        return {
            "application": plain(self.application),
            "toss": None if self.tossed is None else self.tossed.to_json(),
            "words": list(self.words),
        }


def log_application(ports: Ports, said: Said, *, again: bool = False) -> Logged:
    """Log an application that was sent.

    The ad is kept and read: how far the person matches it, which credentials it requires or names, which years of experience it asks for.

    Args:
        ports: the doors.
        said: what the person says of it.
        again: whether one that looks like a second one of the same is meant.

    Raises:
        UserError: neither employer nor title nor ad is named, the day is still to come, the application is logged already, or a coin cannot
            decide here.
        InputError: the ad cannot be read.
    """
    day = said.applied or ports.today
    happened(day, ports.today, "--on")
    ad = _ad(ports, said.ad)
    employer = said.employer or (ad.employer if ad else None) or ""
    title = said.title or (ad.title if ad else None) or ""
    if not employer and not title and ad is None:
        raise UserError(
            "Whom did you apply to?",
            where="--employer",
            what_to_do="Name the employer, the title, or a file with the ad: credlens log application --ad FILE",
        )
    before = logged(ports)
    made = Application(
        id=application_id(employer or (ad.id if ad else ""), title, day),
        applied=day,
        employer=employer,
        title=title,
        target=_target(ports),
        resume=said.resume,
        referral=said.referral,
    )
    _new(ports, before, made, ad, again=again)
    knowledge = Knowledge.of(ports) if ad or said.shown or said.hidden or said.coin else None
    words: list[str] = []
    person = stored(ports, knowledge) if knowledge else None
    made = _shown(ports, knowledge, said, made, before, words)
    if ad is not None and knowledge is not None and person is not None:
        made = _read(knowledge, person, made, ad)
    tossed = None
    if said.coin is not None and knowledge is not None and person is not None:
        credential = find_credential(ports, knowledge, said.coin, "--coin").id
        made, tossed = toss_for(ports, made, ad, credential, [h.credential for h in person.credentials])
    ports.store()  # makes the place where everything is kept
    new = (tossed.toss,) if tossed is not None and not tossed.before else ()
    ports.log().save(LogChange((made,), {} if ad is None else {made.id: ad}, tosses=new))
    words += _doubts(made, person)
    titles = (
        {} if knowledge is None else {c: knowledge.catalog[c].title for c in _named(made) if c in knowledge.catalog}
    )
    return Logged(made, tossed, tuple(words), titles)


def _ad(ports: Ports, given: Path | NamedBytes | None) -> Posting | None:
    if given is None:
        return None
    document = ports.files.read(given) if isinstance(given, Path) else given
    found = first_ad(document)
    if found is None:
        raise InputError(
            [Problem(document.name, "There is no job ad there.", "Give the text of the ad in a file of its own.")]
        )
    return found


def _target(ports: Ports) -> str:
    target = stored_target(ports)
    return target.name if target else ""


def _new(ports: Ports, before: Sequence[Application], made: Application, ad: Posting | None, *, again: bool) -> None:
    """See that it is not logged already.

    Raises:
        UserError: it is, or one very like it is and ``again`` does not say that this is another one.
    """
    same = next((a for a in before if a.id == made.id), None)
    if same is not None:
        raise UserError(
            f"This application is logged already, as {same.id}.",
            where="APPLICATION",
            what_to_do=f"Add what came of it: credlens log interview {same.id}. Change it: credlens log change {same.id}",
        )
    ads = ports.log().ads() if before and ad is not None else {}
    like = alike(before, made.employer, made.title, made.applied)
    if like is None and ad is not None:
        like = next((a for a in before if ads.get(a.id) == ad.id), None)
    if like is not None and not again:
        raise UserError(
            f"This looks like the application of {like.applied}, logged as {like.id}.",
            where="APPLICATION",
            what_to_do="Say --again if you applied a second time.",
        )


def _shown(
    ports: Ports,
    knowledge: Knowledge | None,
    said: Said,
    made: Application,
    before: Sequence[Application],
    words: list[str],
) -> Application:
    """With what it showed: as said, else as the last application with the same version of the resume."""
    if knowledge is not None and (said.shown is not None or said.hidden):
        shown, hidden = credentials_named(ports, knowledge, said.shown or (), said.hidden)
        complete = said.shown is not None
        return replace(made, shown=tuple(sorted(shown)), hidden=tuple(sorted(hidden)), complete=complete)
    if said.shown is not None:
        return replace(made, complete=True)
    last = next((a for a in reversed(before) if a.resume and a.resume == made.resume and (a.complete or a.shown)), None)
    if last is None or said.coin is not None:
        return made
    words.append(f"What it showed is taken from {last.id}, which had the same version of your resume.")
    return replace(made, shown=last.shown, hidden=last.hidden, complete=last.complete)


def _read(knowledge: Knowledge, person: Person, made: Application, ad: Posting) -> Application:
    """With what its ad says."""
    reading = knowledge.read(ad.text)
    asked = {m.skill: m.requirement for m in reading.skills}
    years = [e.min_years for e in reading.experience if e.min_years is not None]
    match = share_shown(asked, person.skills.keys(), knowledge.taxonomy)
    return replace(
        made,
        required=tuple(sorted({c.id for c in reading.credentials if c.required})),
        named=tuple(sorted({c.id for c in reading.credentials if not c.required})),
        match=None if match is None else round(match, 4),
        years=max(years, default=None),
    )


def _doubts(made: Application, person: Person | None) -> list[str]:
    """What may be wrong about it, or is missing."""
    found = []
    held = {h.credential for h in person.credentials} if person else set()
    if missing := [c for c in made.shown if c not in held]:
        found.append(f"Your profile does not have {', '.join(missing)}: import the resume or the badge that shows it.")
    if not (made.complete or made.shown or made.hidden):
        found.append(
            "It is not said which credentials it showed, so that no question about one can count it: use --shown or --nothing-shown."
        )
    if missing := [c for c in made.required if made.showed(c) is False and c in held]:
        found.append(f"The ad requires {', '.join(missing)}, which you hold and did not show.")
    return found


def _named(made: Application) -> set[str]:
    return {*made.shown, *made.hidden, *made.required, *made.named}
