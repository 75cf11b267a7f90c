"""Licences by their usual wording: permission by a state or a profession to practise or drive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DRIVER = "driver's license"
BAR = "bar admission"
CPA = "CPA license"

_LICENCE = r"(?:licen[sc]es?|licensure)"
_PROFESSION = (
    r"(?:physician|nurse|practical nurse|vocational nurse|nurse practitioner|attorney|lawyer|engineer|electrician|plumber|pharmacist|pharmacy technician|psychologist|teacher|counselor|worker|therapist"
    r"|architect|landscape architect|land surveyor|surveyor|broker|insurance agent|insurance producer|agent|dentist|hygienist|veterinarian|technologist|real estate agent|cosmetologist|esthetician"
    r"|barber|investigator|security guard|adjuster|appraiser|contractor|operator|pilot|mechanic|dispatcher|geologist|assistant|dietitian|midwife|optometrist|chiropractor|audiologist|pathologist"
    r"|embalmer|administrator|interpreter|notary|professional engineer|registered nurse|captain)"
)
_GENERAL: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        DRIVER,
        re.compile(
            rf"\b(?:class (?:[A-E]\b|\d) )?driv(?:er(?:['\u2019]?s|s['\u2019])?|ing)['\u2019]?(?: ?/ ?| or )?[- ]?(?:operator['\u2019]?s? )?{_LICENCE}\b|\bdrivers? licen[sc]e\b"
            rf"|\bmotor vehicle (?:operator['\u2019]?s? )?{_LICENCE}\b|\b(?:full|clean|valid|current|uk|g2?|c-?class|p-?plate)(?: (?:full|clean|uk|manual|open|class [\w]+))* driv\w+ {_LICENCE}\b",
            re.IGNORECASE,
        ),
    ),
    (
        BAR,
        re.compile(
            r"\b(?:bar admission|admission to (?:the |a |at least one |any )?(?:[\w.]+ ){0,4}bar\b|admitted (?:to (?:practi[cs]e|(?:the |a |at least one )?(?:[\w.]+ ){0,4}bar\b)|in (?:[\w.]+ ){1,3}bar)"
            r"|(?:active |good )?(?:member(?:ship)?|standing) (?:of|in|with) (?:good standing (?:of|in|with) )?(?:the |a |at least one )?(?:[\w.]+ ){0,4}bar(?: association)?\b|\bbar[- ](?:member|admitted)"
            r"|\bactive bar (?:member|licen)\w*|licensed attorney|licensed to practi[cs]e law|\b(?:state|texas|california|new york|florida|illinois) bar (?:licen[sc]e|membership|admission|card)"
            r"|qualified (?:solicitor|lawyer|attorney|barrister)|practi[cs]ing certificate|called to the bar)",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            rf"\b{_PROFESSION}(?: ?\([A-Z.]+\))?,? (?:with|holding|and hold) (?:an? )?(?:current|active|valid|unrestricted|unencumbered)(?: [\w'\u2019()/-]+){{0,5}}? {_LICENCE}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            r"\blicensed to practi[cs]e(?: (?:law|medicine|nursing|pharmacy|dentistry|psychology|engineering|architecture|social work))?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            rf"(?<!if you are a )\b(?:state[- ]|duly |currently )?licensed (?:as an? |or registered |and registered )?(?:registered |practical |vocational |clinical |professional |mental |health |social |master |journeyman |real |estate "
            rf"|property |general |independent |marriage and family )*{_PROFESSION}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "",
        re.compile(
            rf"(?<=\bactive )(?:[\w'\u2019()/.&-]+ ){{1,5}}?{_LICENCE}\b|(?<=\bvalid )(?:[\w'\u2019()/.&-]+ ){{1,5}}?{_LICENCE}\b"
            rf"|(?<=\bcurrent )(?:[\w'\u2019()/.&-]+ ){{1,5}}?{_LICENCE}\b|(?<=\bunrestricted )(?:[\w'\u2019()/.&-]+ ){{1,5}}?{_LICENCE}\b"
            rf"|\b(?:state|professional|teaching|nursing|medical|contractor(?:['\u2019]s)?|electrical|real estate|insurance|pharmacy|rn|lpn|lvn|lcsw|lmsw|lpc|lmft|np|pe|p\.e\.|cosmetology|engineering|architectural?"
            rf"|boiler|stationary engineer(?:['\u2019]s)?|pilot(?:['\u2019]s)?|guard|security|plumbing|gas|hvac|broker(?:['\u2019]s)?|adjuster(?:['\u2019]s)?|dental|veterinary|social work|counseling|clinical) {_LICENCE}\b",
            re.IGNORECASE,
        ),
    ),
    (CPA, re.compile(r"\bCPAs?\b(?!\w)|\b[Cc]ertified [Pp]ublic [Aa]ccountants?\b")),
    (
        "chartered accountant",
        re.compile(
            r"\b[Cc]hartered [Aa]ccountants?\b|(?<=CPA/)CA\b|(?<=CPA, )CA\b(?! \d)|(?<=CPA / )CA\b|(?<=CPA or )CA\b|\bCA(?=/CPA\b|/ACCA\b|,? ACCA\b| qualified\b|/CMA\b)|(?<=ACA/)CA\b|(?<=ACCA/)CA\b"
        ),
    ),
    (
        "",
        re.compile(
            r"\b(?:[Pp]rofessional [Ee]ngineer(?:ing)?|P\.? ?Eng\.?|P\.E\.)(?=[\s,;.)(]|$)(?:(?: licen[sc]ure| licen[sc]e| registration|\s?\(P\.?E\.?\)))?|\bPE(?= (?:licen|registration|certif|required|preferred|in ))"
            r"|\b[Rr]egistered (?:[Ll]andscape )?[Aa]rchitects?\b|\b(?:[Rr]egistration|[Rr]egistered) (?:with (?:the )?(?:NMC|GMC|HCPC|GDC|GPhC|AHPRA|Ahpra|SRA|ARB|CORU|College of [A-Z]\w+(?: [A-Z]\w+)*))"
            r"|\b(?:NMC|GMC|HCPC|GDC|GPhC|AHPRA|Ahpra) (?:registration|registered|PIN)\b|\b[Nn]otary [Pp]ublic\b|\b(?:RN|LPN|LVN)(?= (?:licen|required|with an active))"
        ),
    ),
)
_SERIES = re.compile(r"\bSeries \d{1,2}(?P<more>(?:(?:\s?[,/&]\s?|,? and |,? or |,? and/or )\d{1,2}\b(?! year))+)")
_PERMITS = re.compile(rf"\b{_LICENCE} as an? (?P<list>[^.;:\n]{{3,120}})", re.IGNORECASE)
_AS_A = re.compile(r" as an? [A-Z]")  # "license as a Professional Engineer": the profession is named behind it
_ITEM = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}")
# Software, copyright and commerce have licences too.
_NOT_LICENCE = re.compile(
    r"software|open[- ]source|licen[sc]e (?:agreement|key|fee|cost|management|server|model|plate|revenue|renewal rate|compliance team)|licensing (?:deal|agreement|revenue|team|partner|model|program)|sub-?licen"
    r"|creative commons|apache|mit licen|gpl|patent licen|brand licen|content licen|microsoft licen|oracle licen|user licen|site licen|seat licen|enterprise licen|licensed (?:content|products?|software|brand"
    r"|characters|music|ip\b)|cannabis|liquor|business licen|music licen|data licen|volume licen|cloud licen|saas licen|sap licen|license or sell|licen[sc]e to (?:use|operate a business)",
    re.IGNORECASE,
)
# What an advertiser pays for a customer is a CPA, too.
_COST_PER = re.compile(
    r"\b(?:ROAS|CPC|CPM|CPL|CPI|CTR|CPV|LTV|CAC|[Cc]ost[- ][Pp]er|[Bb]id(?:ding|s)?|[Cc]ampaigns?|[Aa]cquisition|[Cc]onversion)\b"
)
_EMPTY = re.compile(
    r"(?:and|or|the|any|all|other|relevant|applicable|required|necessary|appropriate|certifications?(?: and| or)?|certificates?|and/or|/|professional|state|valid|active|current|their|your|such|these|proper)*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LicenceHit:
    """One place that names a licence.

    Attributes:
        name: one name for all ways to write it (the first of the occupation's names), else the words themselves.
        start, end: half-open span in code points of the text given.
    """

    name: str
    start: int
    end: int


def is_cost(text: str, start: int, end: int) -> bool:
    """Whether "CPA" in this sentence is what an advertiser pays for a customer."""
    return _COST_PER.search(text, start, end) is not None


def licences_in(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """(name, start, end) of each licence in a sentence; a licence without a name of its own goes by the words themselves."""
    software = _NOT_LICENCE.search(text, start, end) is not None
    for found in _SERIES.finditer(text, start, end):
        for number in re.finditer(r"\d+", text[slice(*found.span("more"))]):
            first = found.start("more") + number.start()
            yield f"Series {number[0]}", first, first + len(number[0])
    for found in _PERMITS.finditer(text, start, end):
        for item in _ITEM.finditer(text, *found.span("list")):
            yield item[0], item.start(), item.end()
    for name, pattern in _GENERAL:
        for match in pattern.finditer(text, start, end):
            words = " ".join(match[0].split())
            if name == CPA and is_cost(text, start, end):
                continue
            named = bool(
                _EMPTY.sub("", re.sub(_LICENCE, "", words, flags=re.IGNORECASE)).strip(" -/'\u2019")
            ) or words.lower().startswith(("licensed", "registered"))
            listed = _AS_A.match(text, match.end()) is not None and not name
            if named and not listed and not (software and not name):
                yield name or words, match.start(), match.end()
