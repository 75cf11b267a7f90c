"""Writes the pages of ``docs/reference`` that follow from the code.

``python docs/make_reference.py`` writes them, ``--check`` says which ones are stale and exits with 1. Every word on these pages stands in
the code beside what it describes: to mend a page, mend the docstring, help text or comment there, and write the pages again.
"""  # noqa: INP001 - a script beside the pages, not a package

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import io
import json
import re
import sys
import tokenize
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from importlib import import_module
from pathlib import Path
from textwrap import TextWrapper
from typing import Any

import click

import credlens
from credlens import api
from credlens.app import USE_CASES
from credlens.catalog.fields import FIELDS
from credlens.cli.listing import ListingCommand
from credlens.cli.main import credlens as program
from credlens.evaluate.criteria import CRITERIA
from credlens.evaluate.criteria.base import QUALITY, SUITABILITY, Criterion
from credlens.evaluate.flags import FLAGS
from credlens.evaluate.weights import default_weights
from credlens.model.verdict_words import HEADLINES
from credlens.plan.files import schema as problem_schema
from credlens.verify.checks import CHECKS, CheckKind
from credlens.verify.containers import CONTAINERS
from credlens.verify.earlier.form import form_of
from credlens.verify.formats import FORMATS
from credlens.verify.hosts import HOSTS
from credlens.verify.keys.key import ALGORITHMS
from credlens.verify.limits import LIMITS as VERIFYING
from credlens.verify.limits import Limits
from credlens.verify.proofs.jwt import PUBLIC_ALGORITHMS
from credlens.verify.proofs.suites import SUITES
from credlens.verify.status import STATUS_METHODS
from credlens.verify.verdict import WORST

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/make_reference.py: change the code, then run it. -->\n"
ROLE = re.compile(r":\w+:`~?(?:[\w.]+\.)?(\w+)`")  # Sphinx's :func:`~package.name`

WIDE = 140  # characters a line, as on the pages written by hand
CODE = 100

GROUPS = {
    QUALITY: "Quality: can it be trusted, and by whom?",
    SUITABILITY: "Suitability: what does it mean for you?",
}

ABOUT_CRITERIA = """\
What a scorecard asks. Each value is an interval between 0 and 1; what is not known widens it and never lowers it. The two groups are never
added up. A weight is the share of its group, before you choose your own with `credlens weights`."""
ABOUT_FLAGS = """\
What warns. Each flag answers fires, clear or cannot tell, and says why. A flag never subtracts points: some keep a credential out of plans
and behind the others among options, the rest are cautions."""

ABOUT_PROBLEM = """\
`credlens plan --problem FILE` plans without catalog and profile: everything it reckons with stands in the file. `credlens plan
--save-problem FILE` writes such a file out of your own catalog, profile and ads, `credlens plan check --problem FILE --plan FILE` holds any
plan to it, and `credlens plan schema` prints this page for editors, as JSON Schema.

The file is JSON. A day is written 2027-03-01. An amount is a number or a text of digits ("49.50"), in one currency for the whole file. What
is not said has the value named below. Every mistake is named with its place in the file."""
PROBLEM = """\
{"format": "credlens-problem/1", "currency": "EUR",
 "limits": {"budget": 300, "hours_per_week": 7, "start": "2026-01-01", "deadline": "2026-12-31"},
 "targets": [{"skill": "sql", "label": "SQL", "weight": 2}, {"skill": "python", "weight": 1}],
 "credentials": [
  {"id": "a", "title": "Course A", "hours": 20, "proves": {"sql": 0.6},
   "options": [{"name": "monthly", "charges": [{"pattern": "per_month", "amount": 49.5, "subscription": "platform"}]}]},
  {"id": "b", "title": "Course B", "hours": 30, "proves": {"python": 0.5}, "needs": [{"by": ["a"]}],
   "options": [{"name": "monthly", "charges": [{"pattern": "per_month", "amount": 49.5, "subscription": "platform"}]},
               {"name": "once", "charges": [{"pattern": "one_off", "amount": 40}]}]}]}"""

ABOUT_VERIFICATION = """\
What `credlens verify` reads, checks and answers. How to use it: [check a badge](../how-to/verify-a-badge.md); why it is so: [decision
0019](../decisions/0019-verification.md)."""
ABOUT_VERDICTS = """\
Best first. The worst check decides: a check that failed makes the badge what the table of checks says; one that is needed and was not made
makes it `COULD_NOT_CHECK`. [What to do next](../how-to/verify-a-badge.md#what-the-answer-means)."""
ABOUT_CHECKS = """\
Each is `passed`, `failed`, `warning`, `not_checked` or `not_applicable`, with what was found. Those without a verdict of their own change
none. A badge without a signature is `INVALID` in the mode 1edtech."""
ABOUT_FORMATS = "Told by what stands in the badge, never by the name of its file."
ABOUT_CONTAINERS = "Told by the first bytes."
ABOUT_PROOFS = """\
Inside JSON. A badge may have several: each that can be checked has to hold, and one has to be the issuer's. What covers the meaning is
canonicalised as RDF (RDFC-1.0), what covers the text as JSON (JCS)."""
ABOUT_STATUS = "Every entry is looked at. Any other kind makes the badge `COULD_NOT_CHECK`."
ABOUT_HOSTS = "Pages that show a badge which is kept at another address."
ABOUT_BOUNDS = (
    "What one badge may cost. More is not read, and the check `work` or the one concerned says so. Sizes are in bytes."
)

#: The least that a badge of each format before Open Badges 3.0 is told by.
EARLIER: tuple[Mapping[str, Any], ...] = (
    {"recipient": "", "badge": {"issuer": {}}},
    {"recipient": "", "badge": "", "uid": ""},
    *({"@context": f"https://{place}", "recipient": {}, "badge": ""} for place in (
        "w3id.org/openbadges/v1", "w3id.org/openbadges/v2", "purl.imsglobal.org/spec/ob/v2p1")),
    {"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context", "publisher": {}},
)  # fmt: skip
LARGE = 10_000  # bounds beyond are limits of the program, on the page of limits

#: Constants worth knowing: heading -> ("module:NAME", what it is). The reason is the comment beside the constant.
LIMITS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "What is taken in": (
        ("credlens.io.files:MAX_BYTES", "largest file that is read, in bytes"),
        ("credlens.io.files:MAX_LINE", "longest line of a file that is read line by line, in bytes"),
        ("credlens.market.fields:SHORTEST", "shortest text that counts as a job ad, in characters"),
        ("credlens.market.fields:LONGEST", "longest, in characters"),
        ("credlens.io.releases:MAX_UNPACKED", "largest release of a taxonomy, unpacked, in bytes"),
        ("credlens.io.releases:MAX_MEMBERS", "files in the archive of a release"),
        ("credlens.io.releases:MAX_RATIO", "how far a file of an archive may unpack"),
        ("credlens.yamltree:MAX_DEPTH", "deepest nesting of a catalog record"),
        ("credlens.cli.failure:MOST_SHOWN", "problems listed on the terminal"),
    ),
    "The pages in a browser": (
        ("credlens.web.limits:MOST_BODY", "most bytes of one request"),
        ("credlens.web.limits:MOST_RESUME", "largest document of yours, in bytes"),
        ("credlens.web.limits:MOST_BADGE", "largest badge, in bytes"),
        ("credlens.web.limits:MOST_FILES", "most files of one form"),
        ("credlens.web.limits:MOST_FIELDS", "most fields of one form"),
        ("credlens.web.limits:MOST_TEXT", "longest field of a form, in bytes"),
        ("credlens.web.limits:MOST_URL", "longest address, in bytes"),
        ("credlens.web.limits:MOST_COMPARED", "most credentials side by side"),
        ("credlens.web.desk:MOST_NOTES", "deletions that can be taken back, and checked badges that can be kept"),
        ("credlens.web.work:MOST_WORKS", "pieces of work whose end can be looked at"),
        ("credlens.app.plan_quick:EFFORT", "search while a limit of a plan is moved, in deterministic seconds"),
        ("credlens.app.plan_quick:MOST_KNOWN", "plans for other limits to begin from"),
    ),
    "What you can ask a plan for": (
        ("credlens.app.limits:USUAL_WEEKS", "weeks until the deadline"),
        ("credlens.app.limits:USUAL_HOURS", "hours of study a week, for prices at a pace"),
        ("credlens.app.limits:MOST_HOURS", "most hours of study a week"),
        ("credlens.plan.files.sizes:MOST_CREDENTIALS", "most credentials in one plan"),
    ),
    "A problem as a file": (
        ("credlens.plan.files.sizes:MAX_BYTES", "largest file, in bytes"),
        ("credlens.plan.files.sizes:MOST_ENTRIES", "most credentials"),
        ("credlens.plan.files.sizes:MOST_LISTED", "most of anything else"),
        ("credlens.plan.files.sizes:MOST_OFF", "most times without study"),
        ("credlens.plan.files.sizes:LONGEST_TEXT", "longest text, in characters"),
        ("credlens.plan.files.sizes:MOST", "largest number"),
        ("credlens.plan.files.sizes:HORIZON_DAYS", "days from the start to the deadline"),
        ("credlens.plan.files.sizes:KEPT_DAYS", "days until which credentials are kept valid"),
        ("credlens.plan.files.sizes:MOST_PROBLEMS", "mistakes listed of one file"),
        ("credlens.plan.files.plan_file:MOST_PLANS", "most plans in a file to check"),
    ),
    "Resumes in PDF and DOCX": (
        ("credlens.profile.openers.pdf:MOST_PAGES", "most pages of a PDF"),
        ("credlens.profile.openers.word:MOST_LINES", "most lines of a DOCX"),
        ("credlens.profile.openers.zips:MOST_MEMBERS", "most files in a document's archive"),
        ("credlens.profile.openers.zips:MOST_UNPACKED", "largest document, unpacked, in bytes"),
        ("credlens.profile.openers.zips:MOST_TIMES", "how far a part of a document may unpack"),
    ),
    "Reading names": (
        ("credlens.skills.gazetteer:KEEP", "probability below which a name does not count"),
        ("credlens.skills.gazetteer:REMEMBERED", "paragraphs and listed items that are remembered, twice at most"),
        ("credlens.skills.gazetteer:LONGEST_REMEMBERED", "longest of those, in characters"),
        ("credlens.skills.words:LONGEST_UNIT", "longest paragraph that is read at once, in characters"),
    ),
    "Reading requirements": (
        (
            "credlens.skills.federal:PASSAGE",
            "longest text in which weak signs of a federal announcement count, in characters",
        ),
        ("credlens.skills.experience:MOST_YEARS", "most years of experience that are believed"),
        (
            "credlens.skills.unlisted:TELLING",
            "letters of an unknown abbreviation that is believed in a list of certificates",
        ),
        (
            "credlens.skills.credential_context:REACH",
            "how far around a name a word may tell that it is a credential, in characters",
        ),
        ("credlens.skills.sections:REMEMBERED", "sentences whose judgement is remembered"),
        ("credlens.market.jobposting:MOST_MONTHS", "most months of experience a field may state"),
        ("credlens.app.bench.gold:DRAWS", "bootstrap samples behind an interval"),
    ),
    "The market": (
        ("credlens.market.near:SAME", "likeness from which two ads are one"),
        ("credlens.market.near:SAME_UNNAMED", "the same where an ad names no employer"),
        ("credlens.market.titles.index:ACCEPTED", "probability from which a title means an occupation"),
        ("credlens.app.market.intake:TEXTS_A_PIECE", "ads whose reading is lost at most when a build is stopped"),
        ("credlens.market.tables:PAIRS_FROM", "ads of an occupation from which pairs of skills are counted"),
        ("credlens.market.tables:PAIR_ADS", "ads that name both of a pair"),
        ("credlens.market.trends:FEWEST_QUARTERS", "quarters a trend needs"),
        ("credlens.market.trends:FEWEST_NAMED", "ads that name a skill with a trend"),
        ("credlens.app.market.trend:QUARTERS", "quarters a trend is fitted to"),
        ("credlens.app.market.recognition:FEWEST", "ads of an occupation whose recognition is listed"),
        ("credlens.market.clustered:USUAL", "likeness of one employer's ads where nothing tells it"),
        ("credlens.market.blend:ENOUGH", "ads of your own that need no help from the market"),
        ("credlens.market.blend:USUAL", "ads of your own that a market counts as"),
        ("credlens.app.prior:USUAL", "share from which a market's skill belongs to an occupation"),
        ("credlens.app.prior:ENOUGH_TO_CALIBRATE", "ads from which a market judges what a profile lists"),
    ),
    "The gap": (
        ("credlens.gap.shown:ENOUGH", "how far a skill has to be shown"),
        ("credlens.gap.shown:A_LEVEL", "how much less is shown for each missing level"),
        ("credlens.gap.shown:UNUSED_TOOL_YEARS", "years after which an unused tool is stale"),
        ("credlens.gap.shown:UNUSED_KNOWLEDGE_YEARS", "years after which unused knowledge is stale"),
        ("credlens.gap.shown:UNUSED_YEARS", "years after which another unused skill is stale"),
        ("credlens.gap.reach:REACH", "share of an ad's skills, by weight, that brings it within reach"),
        ("credlens.gap.reach:REQUIRED", "weight of a skill that an ad requires"),
        ("credlens.gap.reach:NAMED", "weight of another skill that it names"),
        ("credlens.gap.find:SELDOM", "share of ads below which a skill is seldom"),
        ("credlens.gap.find:FIRST", "skills named first"),
        ("credlens.gap.gates:MOST", "share of ads that makes a demand a gate of most ads"),
        ("credlens.gap.gates:SOME", "share of ads below which no gate is mentioned"),
    ),
    "The scorecard": (
        ("credlens.evaluate.smaa:DRAWS", "simulated draws of weights and unknowns"),
        ("credlens.evaluate.weights.points:CONCENTRATION", "how closely the draws keep to weights given as points"),
        ("credlens.evaluate.weights.interview:MOST", "questions about the weights of a group"),
        ("credlens.app.badge:MOST_BADGES", "badges in one file that are judged"),
        ("credlens.catalog.interview.answers:LONGEST", "longest answer in words"),
        ("credlens.catalog.interview.answers:MOST_LISTED", "things in one answer"),
        ("credlens.catalog.interview.answers:MOST_NUMBER", "largest number in an answer"),
        ("credlens.evaluate.criteria.recognition:EMPLOYERS", "employers behind the mentions"),
        ("credlens.evaluate.renewals:HORIZON_MONTHS", "months over which renewals are counted"),
        ("credlens.evaluate.together.areas:SELDOM", "breadth: share of ads below which a skill is no part of the work"),
        ("credlens.evaluate.together.areas:COMMON", "breadth: share of ads from which a skill is an area of its own"),
        ("credlens.evaluate.together.covering:IN_DEPTH", "depth: how much of an area is all of it"),
        ("credlens.evaluate.together.covering:IN_PART", "depth: how much of an area is a unit on it"),
        ("credlens.evaluate.together.covering:TOUCHED", "depth: how much of an area is touched"),
        ("credlens.evaluate.shelf_life:DECLINE_GOES_ON", "durability: how much of a decline goes on"),
        ("credlens.evaluate.shelf_life:GROWTH_GOES_ON", "durability: how much of growth goes on"),
        ("credlens.evaluate.shelf_life:SCATTER", "durability: how far slopes to come differ from that"),
        ("credlens.evaluate.criteria.cost:OLD_DAYS", "days after which the cost says that a price is old"),
        ("credlens.evaluate.look_up:NOTICEABLE", "least effect of an unknown that is proposed for looking up"),
        ("credlens.evaluate.flags.too_narrow:BOUND", "too narrow: share of it that is bound to vendors' products"),
        ("credlens.evaluate.flags.too_narrow:COVERS", "too narrow: share of the target's skills it covers"),
        ("credlens.evaluate.wanted:BY_NAME", "too narrow, beginner's: share of the ads that ask for it by name"),
        ("credlens.evaluate.flags.beginner_for_expert:HALF", "beginner's: share of its core skills that are shown"),
        ("credlens.evaluate.flags.retired:USUAL_PACE", "retired: hours of study a week where the person names none"),
        ("credlens.evaluate.surroundings.studies:MOST", "studies shown for one credential"),
        (
            "credlens.evaluate.surroundings.resemblance:NEVER_CLOSE",
            "a study that cannot fit closely: most of its conditions that count as alike",
        ),
        (
            "credlens.evaluate.surroundings.resemblance:PARTLY_FROM",
            "a study fits in part: least share of its conditions that are known to hold",
        ),
        ("credlens.evaluate.surroundings.motive:MOST", "ways of earning told of one credential"),
        ("credlens.present.notes:STALE_DAYS", "days after which a source is marked as old"),
    ),
    "The plan": (
        ("credlens.plan.value:DEPTH_FACTOR", "how far a credential proves a skill at most"),
        ("credlens.plan.value:UNJUDGED_QUALITY", "quality where there is no scorecard"),
        ("credlens.plan.value:FULL_DOSE", "hours of a full dose of learning"),
        ("credlens.plan.value:UMBRELLA", "weight of the name of a whole field"),
        ("credlens.plan.effort:SAVED", "share of the hours that falls away for what you know"),
        (
            "credlens.plan.building.savings:CATCHING_UP",
            "share of the hours that lacking what is recommended first adds",
        ),
        ("credlens.plan.building.savings:MOST_SAVED", "most that parts done before save of the hours of a whole"),
        ("credlens.plan.building.validity:RETEST", "share of the hours that being examined again takes"),
        ("credlens.plan.building.stacks:FEWEST", "parts from which a larger credential comes by itself"),
        ("credlens.plan.solve:ENOUGH", "share of the best coverage that other plans reach"),
        ("credlens.plan.solving.turning:COVERED", "evidence that counts as covered"),
        (
            "credlens.plan.replanning.choosing:SLACK",
            "share of the best worth that may be given up to keep the steps of the plan before",
        ),
        ("credlens.plan.replanning.now:REVISION", "share of the hours again before a second attempt"),
        ("credlens.plan.replanning.events.did:SLOWEST", "most that you are taken to be slower than planned"),
        ("credlens.plan.replanning.events.did:ALMOST", "most of a step that is done before you say it is finished"),
    ),
    "The catalog": (
        ("credlens.catalog.identity:SURE", "probability from which two records become one credential"),
        ("credlens.catalog.identity:DOUBTFUL", "probability from which a person is asked"),
        ("credlens.catalog.merge:SUPERSEDED_AFTER", "days by which a newer value takes the place of an older one"),
        ("credlens.catalog.age:PRICE_DAYS", "days after which a price is old"),
        ("credlens.catalog.age:STANDING_DAYS", "days after which status, schedule, validity and recognition are old"),
        ("credlens.catalog.age:OTHER_DAYS", "days after which anything else is old"),
        ("credlens.app.catalog.whole:MOST_TAUGHT", "imported credentials that are options for one skill"),
        ("credlens.app.catalog.checking:MOST_CHECKED", "credentials that a check looks through"),
        ("credlens.app.catalog.searching:MOST", "finds on one page"),
        ("credlens.app.different:LEADING", "options that lead because they are truly different"),
        ("credlens.app.different:ENOUGH", "of three aspects, how many such options differ in, any two of them"),
    ),
}


def pages() -> dict[str, str]:
    """Every page by its file name."""
    made = {
        "commands.md": commands(),
        "criteria.md": criteria(),
        "flags.md": flags(),
        "use-cases.md": use_cases(),
        "columns.md": columns(),
        "limits.md": limits(),
        "problem.md": problem(),
        "verification.md": verification(),
    }
    return {name: f"{MADE}\n{text.strip()}\n" for name, text in made.items()}


def commands() -> str:
    """Every command with its arguments and options."""
    leaves = list(_leaves(program, "credlens"))
    shared = set.intersection(*({_opts(p) for p in c.params if isinstance(p, click.Option)} for _, c in leaves))
    common = [p for p in leaves[0][1].params if isinstance(p, click.Option) and _opts(p) in shared]
    parts = [
        "# Commands",
        _wrapped(_prose(program.help)),
        _wrapped(_prose(program.epilog)),
        "Every command also takes these:",
        _options(common),
    ]
    for path, command in leaves:
        own = [p for p in command.params if isinstance(p, click.Option) and _opts(p) not in shared]
        with click.Context(command, info_name=path) as context:
            usage = command.get_usage(context).removeprefix("Usage: ")
        parts += [f"## {path}", f"```text\n{usage}\n```", _wrapped(_prose(command.help)), _options(own)]
        if isinstance(command, ListingCommand):
            listed = [(f"`{name}`", what) for name, what in command.listing()]
            parts.append(_table((command.heading.lower(), "what it is"), listed))
    return _joined(parts)


def criteria() -> str:
    """The criteria of the scorecard."""
    weights = default_weights()
    parts = [
        "# Criteria",
        _wrapped(ABOUT_CRITERIA),
    ]
    for group, title in GROUPS.items():
        members = [(name, c) for name, c in CRITERIA.items() if c.group == group]
        rows = [(f"[{n}](#{n})", c.question, f"{100 * weights[group][n]:.0f} %") for n, c in members]
        parts += [f"## {title}", _table(("criterion", "question", "weight"), rows)]
        for name, criterion in members:
            parts += [
                f"### {name}",
                criterion.question,
                _doc(criterion.value),
                _wrapped(f"Rests on: {_rests_on(criterion)}."),
                _wrapped(f"Reference: {criterion.reference}"),
            ]
    return _joined(parts)


def _rests_on(criterion: Criterion) -> str:
    """Fields of the credential, and what else it reads."""
    fields = ", ".join(f"`{name}`" for name in criterion.reads)
    return "; ".join(part for part in (fields, criterion.besides) if part)


def flags() -> str:
    """The red flags."""
    rows = [(f"[{name}](#{name})", flag.question, _effect(flag.gates)) for name, flag in FLAGS.items()]
    parts = [
        "# Red flags",
        _wrapped(ABOUT_FLAGS),
        _table(("flag", "question", "when it fires"), rows),
    ]
    for name, flag in FLAGS.items():
        parts += [f"## {name}", flag.question, _doc(flag.check), f"When it fires: {_effect(flag.gates)}."]
        parts += [_wrapped(f"Reference: {flag.reference}")]
    return _joined(parts)


def use_cases() -> str:
    """The use cases with their Python functions."""
    faces = {_target(f): name for name in credlens.__all__ if inspect.isfunction(f := getattr(api, name))}
    parts = [
        "# Use cases",
        "What the program does, by name. The command line and the Python functions offer these and no others.",
    ]
    rows, details = [], []
    for name, case in USE_CASES.items():
        face = faces[f"{case.__module__}.{case.__name__}"]
        rows.append((name, f"[credlens.{face}](#credlens{face})", _first_line(case)))
        details += [f"## credlens.{face}", f"```python\n{_signature(face)}\n```", _wrapped(_first_line(case))]
        details += [_section(case, "Args"), _section(case, "Raises")]
    return _joined([*parts, _table(("use case", "Python", "what it does"), rows), *details])


def columns() -> str:
    """What the columns of a table of credentials may hold."""
    about = "What a line of the mapping that `credlens catalog columns` writes may say. Only the title has to be there."
    rows = [(f"`{name}`", words) for name, words in FIELDS.items()]
    return _joined(["# Columns of a table of credentials", about, _table(("field", "what the column holds"), rows)])


def problem() -> str:
    """What the file of a planning problem may hold."""
    parts = ["# A problem as a file", _wrapped(ABOUT_PROBLEM), "```json\n" + PROBLEM + "\n```"]
    for name, (says, fields, required) in problem_schema.OBJECTS.items():
        rows = [
            (f"`{field}`", f"{rule.get('description', '')}{_fallback(field, rule, required)}", _kind(rule))
            for field, rule in fields.items()
            if field != "$schema"
        ]
        parts += [f"## {name}", _wrapped(says), _table(("field", "what it says", "kind"), rows)]
    return _joined(parts)


def _fallback(field: str, rule: Mapping[str, Any], required: Sequence[str]) -> str:
    """Whether a field has to be there, or what counts when it is not."""
    if field in required:
        return " (required)"
    return f" ({_json(rule['default'])} when it is missing)" if "default" in rule else ""


def _kind(rule: Mapping[str, Any]) -> str:
    """What a field is made of, in a few words."""
    if "$ref" in rule:
        name = rule["$ref"].rpartition("/")[2]
        return f"[{name}](#{name})" if name in problem_schema.OBJECTS else name
    if "anyOf" in rule:
        return " or ".join(_kind(way) for way in rule["anyOf"])
    if "const" in rule or "enum" in rule:
        return ", ".join(f"`{_json(value)}`" for value in rule.get("enum", [rule.get("const")]))
    if rule["type"] == "array":
        inner = rule.get("items")
        return f"list of {_kind(inner)}" if inner else f"[{', '.join(_kind(part) for part in rule['prefixItems'])}]"
    low, high = rule.get("minimum"), rule.get("maximum")
    bounds = f", {low:g} to {high:g}" if low is not None and high is not None and high < LARGE else ""
    return {"string": "text", "integer": "whole number", "object": "numbers by name"}.get(
        rule["type"], rule["type"]
    ) + bounds


def _json(value: object) -> str:
    return json.dumps(value)


def limits() -> str:
    """The constants that decide, with their reasons."""
    parts = [
        "# Limits and thresholds",
        "The numbers that decide something, and why they are what they are. Those called a judgement are ours, and open to argument.",
    ]
    for heading, constants in LIMITS.items():
        rows = []
        for place, what in constants:
            module, _, name = place.partition(":")
            found = import_module(module)
            reason = comment(inspect.getsource(found), name)
            if not reason:
                raise SystemExit(f"{place} has no comment beside it that says why it is what it is.")
            rows.append((what, _value(getattr(found, name)), reason, f"`{module}.{name}`"))
        parts += [f"## {heading}", _table(("what", "value", "why", "where"), rows)]
    return _joined(parts)


def verification() -> str:
    """What verifying a badge knows: verdicts, checks, and every kind of thing it reads."""
    verdicts = [(f"`{verdict}`", HEADLINES[verdict]) for verdict in reversed(WORST)]
    checks = [
        (f"`{name}`", kind.title, f"`{kind.failed}`" if kind.failed else "", _needed(kind), _standard(kind))
        for name, kind in CHECKS.items()
    ]
    earlier = [form for form in map(form_of, EARLIER) if form]
    formats = [(f"`{f.name}`", f.title) for f in (*earlier, *FORMATS.values())]
    suites = [
        (f"`{name}`", ", ".join(s.kinds), "meaning" if s.over_rdf else "text", _yes(s.strict), _yes(s.public))
        for name, s in SUITES.items()
    ]
    tokens = [(f"`{name}`", "yes", _yes(name in PUBLIC_ALGORITHMS)) for name in ALGORITHMS]
    return _joined(
        [
            "# Verification",
            _wrapped(ABOUT_VERIFICATION),
            "## Verdicts",
            _wrapped(ABOUT_VERDICTS),
            _table(("verdict", "in words"), verdicts),
            "## Checks",
            _wrapped(ABOUT_CHECKS),
            _table(("check", "what it asks", "when it fails", "needed", "standard"), checks),
            "## Formats",
            ABOUT_FORMATS,
            _table(("format", "what it is"), formats),
            "## Containers",
            ABOUT_CONTAINERS,
            _table(("container", "what it is"), [(f"`{c.name}`", c.title) for c in CONTAINERS.values()]),
            "## Signatures",
            _wrapped(ABOUT_PROOFS),
            _table(("kind", "keys", "covers", "strict", "1edtech"), suites),
            "Of a signed token (JWT):",
            _table(("algorithm", "strict", "1edtech"), tokens),
            "## Whose key it is",
            _lists(inspect.getdoc(import_module("credlens.verify.keys.binding"))),
            "## Status",
            ABOUT_STATUS,
            _table(("kind", "what it is"), [(f"`{n}`", _first_line(m)) for n, m in STATUS_METHODS.items()]),
            "## Hosts",
            ABOUT_HOSTS,
            _table(("host", "what is read"), [(n, _first_line(inspect.getmodule(h))) for n, h in HOSTS.items()]),
            "## Bounds",
            ABOUT_BOUNDS,
            _table(("bound", "value", "of what"), _bounds()),
        ]
    )


def _bounds() -> list[tuple[str, ...]]:
    """Every bound with what its class says of it; several names share an entry, or stand in one with a semicolon between them."""
    told = inspect.getdoc(Limits) or ""
    rows = []
    for entry in re.split(r"\n    (?=\S)", told.partition("Attributes:\n")[2].strip()):
        for part in re.split(r"; (?=``)", " ".join(entry.split()).rstrip(".")):
            names, _, words = part.replace("``", "").partition(": ")
            rows += [(f"`{name}`", _value(getattr(VERIFYING, name)), words) for name in names.split(", ")]
    missing = {field.name for field in dataclasses.fields(Limits)} - {row[0].strip("`") for row in rows}
    if missing:
        raise SystemExit(f"Limits says nothing about {', '.join(sorted(missing))}.")
    return rows


def _needed(kind: CheckKind) -> str:
    return "yes" if kind.needed else ""


def _standard(kind: CheckKind) -> str:
    """Where the standard asks it, as a link; rules of our own have none."""
    return f"[{re.sub(r'^https://(www.)?', '', kind.reference)}]({kind.reference})" if kind.reference else "our own"


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _lists(text: str | None) -> str:
    """A docstring with lists in it: paragraphs wrapped, entries of lists kept apart."""
    parts = []
    for part in ROLE.sub(r"`\1`", text or "").replace("``", "`").split("\n\n"):
        entries = re.split(r"\n(?=- )", part)
        parts.append("\n".join(_wrapped(" ".join(e.split()), "  " if e.startswith("- ") else "") for e in entries))
    return "\n\n".join(parts)


def comment(source: str, name: str) -> str:
    """The comment beside the assignment of a constant; empty when there is none.

    Raises:
        KeyError: nothing of that name is assigned at the top of the source.
    """
    for node in ast.parse(source).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if any(isinstance(t, ast.Name) and t.id == name for t in targets):
            tokens = tokenize.generate_tokens(io.StringIO(source).readline)
            lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            found = (t.string for t in tokens if t.type == tokenize.COMMENT and t.start[0] in lines)
            return " ".join(text.lstrip("# ") for text in found)
    raise KeyError(name)


def _leaves(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    if not isinstance(command, click.Group):
        yield path, command
        return
    if command.invoke_without_command:
        yield path, command
    with click.Context(command, info_name=path) as context:
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None:
                yield from _leaves(found, f"{path} {name}")


def _opts(option: click.Parameter) -> str:
    return ", ".join(sorted(option.opts, key=len))


def _options(options: list[click.Option]) -> str:
    if not options:
        return ""
    with click.Context(program) as context:
        records = [(o, o.get_help_record(context)) for o in options]
    rows = []
    for option, record in records:
        spelt, words = record or (_opts(option), "")
        text, _, extra = words.rstrip("]").partition("  [")
        facts = "; ".join(e for e in extra.split("; ") if e and e != "required")
        must = " (required)" if option.required else ""
        rows.append((f"`{spelt}`{must}", f"{text.strip()} ({facts})" if facts else text.strip()))
    return _table(("option", "what it does"), rows)


def _effect(gates: bool) -> str:
    return "kept out of plans" if gates else "a caution"


def _target(face: Callable[..., Any]) -> str:
    """The use case that a function of the Python face names in its docstring."""
    found = re.search(r":func:`([\w.]+)`", face.__doc__ or "")
    return found[1] if found else ""


def _doc(function: Callable[..., Any]) -> str:
    return _wrapped(_prose(inspect.getdoc(function)))


def _first_line(function: Callable[..., Any]) -> str:
    return _prose((inspect.getdoc(function) or "").split("\n\n", maxsplit=1)[0])


def _signature(face: str) -> str:
    """A function of the Python face with its parameters, one to a line when they are many."""
    found = inspect.signature(getattr(api, face))
    bare = [re.sub(r": '([^']*)'", r": \1", str(p)) for p in found.parameters.values()]
    stars = [i for i, p in enumerate(found.parameters.values()) if p.kind is p.KEYWORD_ONLY]
    if stars and not any(p.kind is p.VAR_POSITIONAL for p in found.parameters.values()):
        bare.insert(stars[0], "*")
    result = str(found.return_annotation).partition(".")[2]
    line = f"credlens.{face}({', '.join(bare)}) -> {result}"
    if len(line) <= CODE:
        return line
    return "\n".join([f"credlens.{face}(", *(f"    {p}," for p in bare), f") -> {result}"])


def _section(function: Callable[..., Any], heading: str) -> str:
    """One section of a Google-style docstring, as a list."""
    found = re.search(rf"^{heading}:\n((?:[ ]{{4}}.*\n?|\n)+)", inspect.getdoc(function) or "", re.MULTILINE)
    if not found:
        return ""
    entries = re.split(r"\n(?=[ ]{4}\S)", found[1].rstrip())
    lines = [_prose(re.sub(r"^([\w*, ]+):", r"`\1`:", e.strip())) for e in entries]
    return f"{heading}:\n\n" + "\n".join(_wrapped(f"- {line}", "  ") for line in lines)


def _prose(text: str | None) -> str:
    """A docstring or help text as Markdown: roles and double backticks plain, each paragraph on one line."""
    plain = ROLE.sub(r"`\1`", inspect.cleandoc(text or "")).replace("``", "`").replace("\b", "")
    return "\n\n".join(" ".join(part.split()) for part in plain.split("\n\n")).strip()


def _wrapped(text: str, indent: str = "") -> str:
    parts = (" ".join(part.split()) for part in text.split("\n\n"))
    fill = TextWrapper(width=WIDE, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False).fill
    return "\n\n".join(fill(part) for part in parts)


def _value(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{k.value if isinstance(k, Enum) else k} {_value(v)}" for k, v in value.items())
    return f"{value:,}" if isinstance(value, int) else f"{value:g}"


def _table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in lines)


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)


def stale(folder: Path) -> list[str]:
    """Names of pages in ``folder`` that are missing or differ from what the code says."""
    return [
        name
        for name, text in pages().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or check them; 1 when ``--check`` finds one stale."""
    parser = argparse.ArgumentParser(description="Write the reference pages that follow from the code.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a page is stale")
    parser.add_argument("--into", type=Path, default=FOLDER, help="folder of the pages")
    chosen = parser.parse_args(arguments)
    if chosen.check:
        found = stale(chosen.into)
        if found:
            sys.stderr.write(f"Stale: {', '.join(found)}. Run: python docs/make_reference.py\n")
        return 1 if found else 0
    chosen.into.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (chosen.into / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
