"""Deletions that can be taken back: each gives what puts everything where it was.

For faces on which a click is enough to delete. What is put back is what was kept, byte by byte.
"""

from __future__ import annotations

from collections.abc import Callable

from credlens.app.catalog.removing import remove as remove_record
from credlens.app.knowledge import Knowledge
from credlens.app.learning import following
from credlens.app.learning.ports import LogChange
from credlens.app.ports import Ports
from credlens.app.presenting import projects
from credlens.app.profile import find_skill, forget, know
from credlens.app.review import drop
from credlens.app.wallet import badges
from credlens.model.skill import SkillLevel

Undo = Callable[[], None]


def removed_badge(ports: Ports, badge: str) -> Undo:
    """Take a badge out of the wallet.

    Raises:
        UserError: there is none of this id.
    """
    (found,) = badges.show(ports, [badge]).badges
    store = ports.wallet()
    kept = next(b for b in store.badges() if b.id == found.id)
    copies = store.copies(kept.id)
    badges.remove(ports, [kept.id])
    return lambda: ports.wallet().keep(kept, copies)


def removed_application(ports: Ports, about: str) -> Undo:
    """Forget an application with its ad and what came of it.

    Raises:
        UserError: no application, or more than one, is meant.
    """
    before = {a.id: a for a in ports.log().applications()} if ports.has_state() else {}
    ads = {a: ad for a in before if (ad := ports.log().ad(a)) is not None}
    gone = following.remove(ports, about).removed
    kept = tuple(before[a] for a in gone)
    return lambda: ports.log().save(LogChange(kept, {a.id: ads[a.id] for a in kept if a.id in ads}))


def removed_project(ports: Ports, project: str) -> Undo:
    """Take a project out, with its reviews and the notes about it.

    Raises:
        UserError: there is none of this id.
    """
    store = ports.showcase()
    kept = [p for p in store.projects() if p.id == project]
    reviews = [r for r in store.reviews() if r.project == project]
    notes = [n for n in store.notes() if n.about == project]
    projects.remove(ports, project)

    def undo() -> None:
        for each in kept:
            ports.showcase().keep_project(each)
        ports.showcase().keep_reviews(reviews)
        for note in notes:
            ports.showcase().note(note.about, note.question, note.text)

    return undo


def removed_record(ports: Ports, credential: str) -> Undo:
    """Forget a record of one's own.

    Raises:
        UserError: there is none of this id.
    """
    kept = [r for r in ports.store().records() if r.name == credential] if ports.has_state() else []
    remove_record(ports, credential)
    return lambda: ports.store().save_records(kept)


def dropped_card(ports: Ports, card: str) -> Undo:
    """A card was read wrongly: it is left out.

    Raises:
        UserError: there is no such card.
    """
    before = {c.card: c for c in ports.store().corrections()} if ports.has_state() else {}
    (dropped,) = drop(ports, [card]).cards
    said = before.get(dropped.id)
    return lambda: ports.store().correct(said) if said else ports.store().forget_correction(dropped.id)


def claimed_skill(ports: Ports, words: str, level: SkillLevel | None = None, *, known: bool) -> Undo:
    """The person has a skill, or has it not, whatever their documents say.

    Raises:
        UserError: the taxonomy has no such skill.
    """
    name = find_skill(Knowledge.of(ports).taxonomy, words)
    before = {c.skill: c for c in ports.store().claims()} if ports.has_state() else {}
    if known:
        know(ports, name, level or SkillLevel.UNKNOWN)
    else:
        forget(ports, name)
    said = before.get(name)
    return lambda: ports.store().claim(said) if said else ports.store().forget_claim(name)


def replaced_documents(ports: Ports) -> Undo:
    """What puts the documents back that are there now, whatever takes their place."""
    kept = ports.store().documents() if ports.has_state() else ()
    return lambda: ports.store().replace_documents(kept)


def replaced_target(ports: Ports) -> Undo | None:
    """What puts the target back that is there now; None when there is none."""
    kept = ports.store().target() if ports.has_state() else None
    return None if kept is None else lambda: ports.store().save_target(kept)
