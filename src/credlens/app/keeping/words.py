"""What is kept of a person, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from credlens.app.keeping.ports import KEYS, LISTS, REGISTRIES

#: What each kind of rows is; a test sees that no table lacks.
HOLDS: Mapping[str, str] = {
    "application": "applications",
    "application_ad": "ads of applications",
    "application_step": "what came of applications",
    "badge": "badges in the wallet",
    "badge_copy": "what badges refer to",
    "catalog_doubt": "your word on whether two credentials are one",
    "catalog_record": "credentials of your own",
    "claim": "your word on skills",
    "correction": "your corrections of what was read",
    "document": "documents",
    "note": "notes",
    "plan": "plans",
    "plan_event": "what happened to plans",
    "posting": "job ads",
    "preference": "what you can spend and what matters to you",
    "project": "projects",
    "proposal": "what was read of applications and waits to be looked at",
    "project_file": "files of projects",
    "review": "reviews of projects",
    "shown": "your decisions on what is shown",
    "target": "what you aim at",
    "toss": "tosses of the coin",
    "trial": "credentials that a coin decides about",
    "used_skill": "skills used at work",
    KEYS: "keys to sign badges with",
    LISTS: "notes on badges that you issued or revoked",
    REGISTRIES: "lists of issuers that you trust",
}

LEFT_OUT = (
    "reports, the market and other documents that were made from all this: the program makes them again",
    "published catalogs and taxonomies, which are not yours: import them again",
    "files that you wrote elsewhere with --out, --html and the like",
)
"""What no export has."""

NO_KEYS = "keys to sign badges with: whoever has them can sign in your name. Add --with-keys to have them in the file"

_README = """\
Everything that credlens keeps about you
========================================

Made on {day} with credlens {program}. This file is yours, and it is not protected: whoever has it can read it.
Keep it where you would keep your resume.{with_keys}

To have all of it back:  credlens import THIS-FILE.zip

What is where
-------------

manifest.json   every file in here with its size and its SHA-256, and what it was called before
originals/      documents, badges, pictures, lists: byte for byte as you gave them
data/           everything else as JSON, one file for each kind
tables/         the most important things for a spreadsheet; made from the data, not read back
documents/      what can be made of it for others; made from the data, not read back

In data/
--------

{kinds}

In the JSON, {{"member": "originals/..."}} names a file in here, and {{"json": ...}} is a text that is JSON itself.

What is not in here
-------------------

{left_out}
"""


def readme(day: str, program: str, kinds: Iterable[str], left_out: Iterable[str], *, keys: bool) -> str:
    """What is what in an export."""
    listed = [f"{kind + '.json':22}{HOLDS[kind]}" for kind in kinds]
    return _README.format(
        day=day,
        program=program,
        with_keys=" Your signing keys are in it: whoever has it can sign in your name." if keys else "",
        kinds="\n".join(listed),
        left_out="\n".join(f"- {each}" for each in left_out),
    )
