"""One organisation under several writings: "Acme, Inc.", "ACME" and "The Acme Company" are one."""

from __future__ import annotations

import functools
import re
import unicodedata

# What companies are in law, as the last words of their names; dots are gone by then ("S.A." is "sa").
_FORM_WORDS = """
ab ag aktiengesellschaft aps as asa bv bvba co company corp corporation eg ek ev gbr gmbh ggmbh inc incorporated kft kg kgaa kk lda limited
llc llp lp ltd ltda mbh na nv ohg oy oyj pbc pc plc pllc pte pty pvt sa sab sarl sas sasu sca scs se sl slu snc spa spzoo srl sro ug ulc zrt
"""
_FORMS = frozenset(_FORM_WORDS.split())
_LINKS = frozenset({"and", "haftungsbeschrankt"})  # "GmbH & Co. KG", "UG (haftungsbeschränkt)"
_SPLIT = (("sp z oo", "spzoo"), ("sa de cv", "sa"), ("sab de cv", "sab"), ("s de rl", "srl"))  # forms of several words
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\w\b)|(?<=\w)\.(?=com\b|net\b|org\b|io\b)|['\u2019`]")
_WORD = re.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=65_536)
def organisation_key(name: str | None) -> str:
    """The name without case, accents, punctuation, "The" and legal forms; empty when there is no name.

    Two names with one key are taken for one organisation. A name that is nothing but such words ("The Company") keeps them.
    """
    if not name or not name.strip():
        return ""
    first = name.strip().split("\n", 1)[0]  # some collections write a rating under the name
    plain = unicodedata.normalize("NFKD", first.casefold().replace("&", " and "))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    joined = " ".join(_WORD.findall(_DOTTED.sub("", plain)))
    for form, short in _SPLIT:
        joined = joined.removesuffix(f" {form}") + (f" {short}" if joined.endswith(f" {form}") else "")
    words = joined.split()
    kept = words[1:] if words[:1] == ["the"] else list(words)
    while kept and kept[-1] in _FORMS | _LINKS:
        kept.pop()
    return " ".join(kept or words) or first.casefold()
