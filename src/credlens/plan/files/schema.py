"""What a problem file may hold, as a JSON Schema (draft 2020-12): the one place where its fields, their bounds and their meaning stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from credlens.model.credential import CostPattern
from credlens.plan.files.sizes import (
    LONGEST_TEXT,
    MOST,
    MOST_ATTEMPTS,
    MOST_CREDENTIALS,
    MOST_DECIMALS,
    MOST_ENTRIES,
    MOST_LISTED,
    MOST_MONTHS,
    MOST_OFF,
    MOST_WEEK,
)

FORMAT = "credlens-problem/1"
CURRENCY = "USD"  # when the file names none, as on the command line
OPTION = "standard"  # the option of a credential that names none
QUALITY = 0.5  # what a plan takes the quality of a credential for that nobody has judged
MOST_STEPS = 4  # credentials in a plan where the file does not say

Json = dict[str, Any]


def _of(kind: str, says: str, **more: Any) -> Json:
    return {"type": kind, "description": says, **more}


def _text(says: str, **more: Any) -> Json:
    return _of("string", says, **{"minLength": 1, "maxLength": LONGEST_TEXT} | more)


def _list(of: Json, says: str, most: int = MOST_LISTED) -> Json:
    return _of("array", says, items=of, maxItems=most)


def _number(says: str, most: float = MOST, **more: Any) -> Json:
    return _of("number", says, **{"minimum": 0, "maximum": most} | more)


def _whole(says: str, least: int, most: int, **more: Any) -> Json:
    return _of("integer", says, minimum=least, maximum=most, **more)


def _ref(name: str, says: str = "") -> Json:
    return {"$ref": f"#/$defs/{name}"} | ({"description": says} if says else {})


def _or_null(of: Json) -> Json:
    says = of.pop("description")
    return {"description": says, "anyOf": [of, {"type": "null"}]}


_IDS = {"$ref": "#/$defs/id"}

#: What a plan reckons with. It stands on the credential, or on one of its options, for which it then counts instead.
FACTS: Mapping[str, Json] = {
    "hours": _number("Work to plan with, in hours, when nothing else of the plan saves any of it."),
    "quality": _number("How good it is, from 0 to 1.", 1, default=QUALITY),
    "proves": {
        "description": "Skill: how far it proves it, from 0 to below 1. Skills that are no targets count for nothing.",
        "type": "object",
        "maxProperties": MOST_LISTED,
        "additionalProperties": {"type": "number", "minimum": 0, "exclusiveMaximum": 1},
    },
    "needs": _list(_ref("need"), "What has to be finished before: of each entry one credential."),
    "savings": _list(_ref("saving"), "Hours that fall away when something else was finished before."),
    "first_day": _or_null(_ref("day", "First day on which it can be begun.")),
    "last_day": _or_null(_ref("day", "Last day on which it can be finished.")),
    "starts": _list(_ref("day"), "The days on which it begins, for groups that begin together; empty when any day will do."),
    "least_days": _whole("Calendar days that it takes at least, at any pace.", 1, MOST_MONTHS * 31, default=1),
    "valid_months": _or_null(_whole("Months after its last day in which it stays valid; without end when null.", 1, MOST_MONTHS)),
    "renewal": _ref("amount", "What it costs each time to keep it valid; 0 when it is missing."),
}  # fmt: skip

#: Every object of the file: its name in the schema -> (what it is, its fields, those that have to be there).
OBJECTS: Mapping[str, tuple[str, Mapping[str, Json], tuple[str, ...]]] = {
    "problem": (
        "A planning problem: what can be chosen, what it is worth, and what there is to spend.",
        {
            "$schema": _text("Where this description lies; nothing depends on it."),
            "format": {"const": FORMAT, "description": "Which description the file follows."},
            "currency": {"$ref": "#/$defs/currency", "description": "The currency of all amounts.", "default": CURRENCY},
            "limits": _ref("limits", "What there is to spend."),
            "targets": _list(_ref("target"), "The skills that are wanted."),
            "credentials": _list(_ref("credential"), "What there is to choose from.", MOST_ENTRIES),
            "bundles": _list(_ref("bundle"), "Credentials that cost less together. No two bundles share a member."),
            "awards": _list(_ref("award"), "Larger credentials that whoever has all their parts gets without more work or money."),
            "rivals": _list(_list(_IDS, "Credentials that are equivalent."), "Groups of equivalent credentials; a plan contains one of each at most."),
            "paid": _list(_ref("paid"), "Subscriptions that are paid already."),
            "fixed": _list(_IDS, "Credentials that every plan has to contain.", MOST_ENTRIES),
            "remarks": _list(_ref("remark"), "What to tell the person about a credential; no rule hangs on it.", MOST_ENTRIES),
            "excluded": _list(_ref("excluded"), "Credentials that no plan may use, and why. Their options are not looked at.", MOST_ENTRIES),
        },
        ("format", "limits", "targets", "credentials"),
    ),
    "limits": (
        "What there is to spend.",
        {
            "budget": _ref("amount", "Most to pay in all."),
            "hours_per_week": _number("Hours of study a week.", MOST_WEEK),
            "start": _ref("day", "The first day."),
            "deadline": _ref("day", "The last day on which the last credential may be finished."),
            "max_credentials": _whole("Most credentials in one plan.", 0, MOST_CREDENTIALS, default=MOST_STEPS),
            "budget_per_month": _or_null(_ref("amount", "Most to pay in any calendar month; only the total counts when null.")),
            "off": _list(
                {"type": "array", "prefixItems": [_ref("day"), _ref("day")], "minItems": 2, "maxItems": 2},
                "Times without study, each as [first day, last day].",
                MOST_OFF,
            ),
            "languages": _list(
                {"type": "string", "pattern": "^[a-z]{2}$"},
                "Languages the person can study in (ISO 639-1). Credentials are chosen by them before a problem is written.",
            ),
            "keep_until": _or_null(_ref("day", "The day until which credentials have to stay valid; the deadline when null.")),
        },
        ("budget", "hours_per_week", "start", "deadline"),
    ),
    "target": (
        "A skill that is wanted.",
        {
            "skill": _ref("id", "Its id, which `proves` names."),
            "label": _text("What people call it; the id when it is missing."),
            "uri": _text("Its address in a taxonomy, by which a plan may name it."),
            "weight": _number("How much it counts, beside the weights of the other skills.", exclusiveMinimum=0),
        },
        ("skill", "weight"),
    ),
    "credential": (
        "A credential, with the options in which it can be had. Without options it is free; with an empty list it cannot be had.",
        {
            "id": _ref("id", "Its id."),
            "title": _text("What people call it; the id when it is missing."),
            **FACTS,
            "options": _list(_ref("option"), "The ways to pay for it, of which a plan uses one."),
        },
        ("id",),
    ),
    "option": (
        "One way to have a credential. What it says besides its name and its charges counts instead of what the credential says.",
        {
            "name": {**_text("Its name, different from those beside it."), "default": OPTION},
            "charges": _list(_ref("charge"), "What is to be paid; nothing when it is empty."),
            **FACTS,
        },
        (),
    ),
    "charge": (
        "One thing to pay.",
        {
            "pattern": {
                "enum": [p.value for p in CostPattern],
                "description": "How it is charged: once on the first day (one_off); for each month or year that is begun (per_month, "
                "per_year, membership); on the last day (per_attempt for an exam, free_audit_paid_cert for a certificate); or not at all (free).",
            },
            "amount": _ref("amount", "For patterns with a period, for one period; needed unless the pattern is free."),
            "what": {**_text("What it is for.", minLength=0), "default": "tuition"},
            "subscription": _or_null(
                _text("A name: charges of several credentials that agree in it, and in pattern, `what` and amount, are paid as one.")
            ),
            "valid_from": _or_null(_ref("day", "First day on which a step at this price may begin.")),
            "valid_until": _or_null(_ref("day", "Last day on which a step at this price may begin.")),
            "pass_rate": _or_null(_number("Share of attempts that pass, for per_attempt; what further attempts cost on average is then set aside, amount x (q + q^2 + ...) with q = 1 - pass_rate, one term less than attempts; nothing is when null.", 1)),
            "attempts": _or_null(_whole("How many attempts are allowed; three are counted when null or 0.", 0, MOST_ATTEMPTS)),
        },
        ("pattern",),
    ),
    "need": (
        "Something that has to be finished before.",
        {
            "by": _list(_IDS, "Credentials, of which one is enough."),
            "says": {**_text("What is asked for, in words; the ids when it is missing.", minLength=0)},
        },
        ("by",),
    ),
    "saving": (
        "Hours that fall away when one of some credentials was finished before.",
        {
            "by": _list(_IDS, "Credentials, of which one is enough."),
            "hours": _number("How many."),
            "says": _text("Why, in words.", minLength=0),
        },
        ("by", "hours"),
    ),
    "bundle": (
        "Credentials that cost less together.",
        {
            "name": _text("Its name."),
            "members": _list(_IDS, "All of them have to be in the plan."),
            "saves": _ref("amount", "What is paid back on the day on which the last of them is begun."),
        },
        ("name", "members", "saves"),
    ),
    "award": (
        "A larger credential, given for several others.",
        {
            "credential": _ref("id", "Its id."),
            "title": _text("What people call it; the id when it is missing."),
            "members": _list(_IDS, "All of them have to be in the plan."),
            "proves": FACTS["proves"],
        },
        ("credential", "members"),
    ),
    "paid": (
        "A subscription that is paid already.",
        {
            "subscription": _text("Its name, as charges give it."),
            "until": _or_null(_ref("day", "The last day that is paid; paid for good when null.")),
        },
        ("subscription",),
    ),
    "remark": (
        "Something to know about a credential.",
        {"id": _ref("id", "Its id."), "says": _text("What the person should know.", minLength=0)},
        ("id", "says"),
    ),
    "excluded": (
        "A credential that no plan may use.",
        {
            "id": _ref("id", "Its id."),
            "title": _text("What people call it; the id when it is missing."),
            "because": _text("Why not, in words.", minLength=0),
        },
        ("id",),
    ),
}  # fmt: skip

#: What fields are made of.
KINDS: Mapping[str, Json] = {
    "id": {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT},
    "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "amount": {
        "anyOf": [
            {"type": "number", "minimum": 0, "maximum": MOST},
            {"type": "string", "pattern": rf"^[0-9]{{1,13}}(\.[0-9]{{1,{MOST_DECIMALS}}})?$"},
        ]
    },
    "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
}


def names(of: str) -> tuple[str, ...]:
    """The names of an object's fields."""
    return tuple(OBJECTS[of][1])


def schema() -> Json:
    """The whole description, as JSON Schema."""
    made = {name: _object(name) for name in OBJECTS}
    top = made.pop("problem")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        **top,
        "$defs": {**made, **KINDS},
    }


def _object(name: str) -> Json:
    says, fields, required = OBJECTS[name]
    return {
        "type": "object",
        "description": says,
        "properties": dict(fields),
        "required": list(required),
        "additionalProperties": False,
    }
