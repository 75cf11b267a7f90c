"""Whether what a person has in hand is a credential that the catalog knows.

People name things more loosely than catalogs do: by another name of it, with the platform it runs on as the one who offers it, with a kind or
level of their own choosing. None of that speaks against one thing; a title and an issuer that agree speak for it.
"""

from __future__ import annotations

from dataclasses import replace

from credlens.catalog.entry import behind, organisations
from credlens.catalog.identity import Judgement, Sketch, judge, same_organisation
from credlens.catalog.titles import title_key, words
from credlens.model.credential import Credential
from credlens.skills.organisations import organisation_key


def sketch(credential: Credential, title: str = "", also: tuple[str, ...] = ()) -> Sketch:
    """What a record is recognised by, whoever says it.

    Args:
        title: another name of it; its title when empty.
        also: names of further organisations that are no telling words of its title.
    """
    hours = credential.hours.get(None)
    called = title or credential.title
    return Sketch(
        id=credential.id,
        title=called,
        key=title_key(called, [*(o.name for o in organisations(credential)), *also]),
        issuers=behind(credential),
        identifiers=credential.identifiers,
        kind=credential.kind.candidates(),
        level=tuple(v.value for v in credential.level.candidates()),
        language=tuple(code for codes in credential.languages.candidates() for code in codes),
        hours=hours.max if hours else None,
    )


def alike(given: Sketch, known: Sketch) -> Judgement:
    """How probable it is that both are one: as :func:`~credlens.catalog.identity.judge`.

    Where the whole titles agree, kind, level and hours do not speak against it: whoever writes a whole title means that thing.
    """
    if words(given.title) == words(known.title):
        given = replace(given, kind=(), level=(), hours=None)
    return judge(given, known)


def recognise(given: Credential, known: Credential) -> Judgement:
    """How probable it is that what was given is this credential, by the name of it that fits best."""
    behind_it = _meant(given, known)
    same = any(same_organisation(a, b) for a in behind_it for b in behind(known))
    # "AWS Certified ..." by "Amazon" and by "Amazon Web Services": what names either tells nothing.
    others = tuple(o.name for o in (*organisations(given), *organisations(known))) if same else ()
    mine = replace(sketch(given, also=others), issuers=behind_it)
    names = (known.title, *(alias.text for alias in known.aliases))
    return max((alike(mine, sketch(known, n, others)) for n in names), key=lambda j: j.probability)


def _meant(given: Credential, known: Credential) -> tuple[str, ...]:
    """Who is behind what was given. Whoever names nobody, or only the platform, has not said who issues it, unless the title does."""
    mine = behind(given)
    platforms = {organisation_key(o.name) for o in known.platform.candidates()} - set(behind(known))
    if not set(mine) <= platforms:
        return mine
    title = set(words(given.title))
    return tuple(key for key in behind(known) if set(key.split()) <= title)
