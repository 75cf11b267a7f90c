"""Words that pages say by name and no template spells out: kinds, states, verdicts. Marked here for the file of translations."""

from __future__ import annotations


def mark(words: str) -> str:
    """The words themselves; the translations are gathered by this name."""
    return words


MARKED = (
    # steps and pages
    mark("Me"),
    mark("Goal"),
    mark("Gap"),
    mark("Options"),
    mark("Plan"),
    mark("Proof"),
    mark("Progress"),
    mark("Questions"),
    mark("Catalog"),
    mark("My data"),
    mark("Compare"),
    mark("Resume"),
    # kinds of cards
    mark("name"),
    mark("job"),
    mark("education"),
    mark("skill"),
    mark("credential"),
    mark("licence"),
    mark("language"),
    # what a person says of a card
    mark("keep"),
    mark("correct"),
    mark("drop"),
    # how far a skill reaches
    mark("unknown"),
    mark("beginner"),
    mark("intermediate"),
    mark("advanced"),
    mark("expert"),
    # kinds of providers
    mark("university"),
    mark("platform"),
    mark("corporation"),
    mark("professional body"),
    mark("nonprofit"),
    mark("government"),
    mark("employer"),
    mark("other"),
    # what came of an application
    mark("reply"),
    mark("interview"),
    mark("offer"),
    mark("rejection"),
    mark("withdrawn"),
    # what happened to a plan
    mark("finished"),
    mark("failed"),
    mark("dropped"),
    mark("price"),
    mark("interviews"),
    # verdicts on badges
    mark("verified"),
    mark("authentic but expired"),
    mark("could not check"),
    mark("suspended"),
    mark("revoked"),
    mark("issuer not bound"),
    mark("invalid"),
    # what is wrong with a fact
    mark("conflicting"),
    mark("stale"),
    mark("undated"),
    mark("recalled"),
    # what a search is narrowed by
    mark("kind"),
    mark("proves at most"),
    mark("kind of provider"),
    mark("level"),
    mark("assessment"),
    mark("verifiable"),
    mark("form"),
    mark("field"),
    mark("yes"),
    mark("no"),
    # styles of a resume
    mark("plain"),
    mark("modern"),
)
