"""Words that pages say by name and no template spells out: kinds, states, verdicts. Marked here for the file of translations."""

from __future__ import annotations

import re

from credlens.web import language

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


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
    # the values that it is narrowed to
    mark("certification"),
    mark("assessed certificate"),
    mark("completion"),
    mark("participation"),
    mark("certificate"),
    mark("certificate of completion"),
    mark("professional certificate"),
    mark("academic certificate"),
    mark("micro credential"),
    mark("course"),
    mark("license"),
    mark("digital badge"),
    mark("written exam"),
    mark("oral exam"),
    mark("quiz"),
    mark("project"),
    mark("portfolio"),
    mark("practical"),
    mark("marked assignment"),
    mark("attendance"),
    mark("peer assessment"),
    mark("self assessment"),
    mark("presentation"),
    mark("online"),
    mark("onsite"),
    mark("blended"),
    mark("work"),
    mark("one off"),
    mark("free"),
    mark("free to audit"),
    mark("subscription"),
    mark("data analytics"),
    mark("cloud data engineering"),
    mark("software development"),
    mark("data science ai"),
    mark("cybersecurity"),
    mark("finance accounting"),
    mark("healthcare"),
    mark("digital marketing"),
    mark("project management"),
    mark("business analysis"),
    mark("education languages"),
    mark("trades safety"),
    mark("it support networking"),
    mark("office productivity"),
    mark("design product"),
    mark("supply chain operations"),
    mark("human resources"),
    mark("sales crm"),
    mark("transversal"),
    # what credentials are judged by
    mark("assessment rigour"),
    mark("supervision"),
    mark("recognition"),
    mark("quality assurance"),
    mark("endorsement credit"),
    mark("transferability"),
    mark("verifiability"),
    mark("stackability"),
    mark("durability"),
    mark("cost"),
    mark("time"),
    mark("gap coverage"),
    # warnings
    mark("legally required"),
    mark("degree demanded"),
    mark("retired"),
    mark("not open"),
    mark("accreditation not listed"),
    mark("no recognition"),
    mark("too narrow"),
    mark("low effort"),
    mark("beginner for expert"),
    mark("free but paid"),
    mark("job guarantee"),
    mark("renewal trap"),
    mark("verifier dead"),
    mark("expired held"),
    # styles of a resume
    mark("plain"),
    mark("modern"),
)


def named(value: str, kind: str = "") -> str:
    """A value of the model as a reader calls it, in the language that is spoken.

    Args:
        value: as the model writes it: ``one_off``, ``data-analytics``, ``CertificateOfCompletion``, or the code of a language.
        kind: what it is a value of; ``language`` for codes of languages.
    """
    if kind == "language" and value != "unknown":
        return language.name_of(value)
    return language.say(_CAPITAL.sub(" ", value).lower().replace("_", " ").replace("-", " "))
