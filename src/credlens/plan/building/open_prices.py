"""Which of a credential's prices anybody can get, and which only some people."""

from __future__ import annotations

import re
from collections.abc import Collection

import pycountry

from credlens.model.credential import CostItem, CostPattern, Credential

USUAL = "standard"  # the price for everybody, by the catalog's convention
ANOTHER_PRICE = re.compile(
    r"^\s*\d|\b(?:pays?|paid|costs?|in a promotion|with a coupon|sold for)\b.*\d|\d.*\bpromotion\b"
)
MEMBERS = re.compile(r"\bmembers?\b")
GROUPS = re.compile(
    r"\b(?:students?|alumni|graduates|academic|teachers?|staff|employers?|employees?|librar(?:y|ies)|terminals?|scholarships?|vouchers?"
    r"|coupons?|promotions?|veterans?|military|nonprofits?|jobseekers?|unemployed|residents?|citizens?|eligible|invited)\b"
)
NAMED_FOR = re.compile(
    r"\b(?:teams?|corporate|enterprise|trial)\b"
)  # in a name: prices for several people, or for a week
PLACES = re.compile(r"\b(?:colleges?|universit(?:y|ies)|schools?|local)\b")
PART = re.compile(r"\bone of the\b|(?<!audit )\bonly\b(?! without)|\bone module\b")
PASSING = re.compile(r"\bmay end\b|\bstill stands\b|\bnot sold any more\b|\bmonths of\b")


def restricted(option: str, items: Collection[CostItem]) -> str:
    """What an option hangs on that not everybody has, in the catalog's words; empty when anybody can take it.

    A judgement from words. An option whose name begins with "standard" is open to all: what its conditions say is about other,
    better prices. Any other option is restricted when

    - its name or a condition names members, unless the option itself holds what the membership costs (an item ``membership``);
    - its name or a condition names a group (students, staff, an employer, a library, a terminal, a scholarship, a voucher);
    - a condition, or a name in one word, names a place ("one college", "one local provider"); longer names are titles of courses;
    - it is a part of the whole ("one of the four modules", "Type I only") or passes ("may end", "four months of" access);
    - its name is that of a team's, a company's or a trial's price, or a country's name or ISO 3166 code.

    Parts of a condition (between semicolons) that only tell of another price ("students pay 157", "265 in a promotion") do not count.
    """
    if option.split()[:1] == [USUAL]:
        return ""
    said = [c.strip().casefold() for i in items for c in i.condition.split(";")]
    conditions = [c for c in said if not ANOTHER_PRICE.search(c)]
    name = option.replace("-", " ").replace("_", " ").casefold()
    member = any(i.pattern is CostPattern.MEMBERSHIP for i in items)
    anywhere = (GROUPS, PART, PASSING) if member else (MEMBERS, GROUPS, PART, PASSING)
    hangs = any(test.search(words) for test in anywhere for words in (name, *conditions))
    hangs = hangs or any(PLACES.search(words) for words in (*conditions, *([] if " " in option else [name])))
    if not (hangs or NAMED_FOR.search(name) or _country(name)):
        return ""
    return "; ".join(i.condition for i in items if i.condition) or option


def _country(name: str) -> bool:
    found = (
        pycountry.countries.get(alpha_2=name.upper()) if len(name) == 2 else pycountry.countries.get(name=name.title())
    )
    return found is not None


def open_options(
    credential: Credential, open_to: Collection[str] = ()
) -> tuple[dict[str, tuple[CostItem, ...]], dict[str, str]]:
    """The cost options to plan with, and of those left out what they hang on; each by option, in the order written.

    Args:
        open_to: names of options that are open to this person although they are restricted ("library", "member").
    """
    usable: dict[str, tuple[CostItem, ...]] = {}
    others: dict[str, str] = {}
    for option, items in credential.cost_options().items():
        hangs_on = "" if option in open_to else restricted(option, items)
        if hangs_on:
            others[option] = hangs_on
        else:
            usable[option] = items
    return usable, others
