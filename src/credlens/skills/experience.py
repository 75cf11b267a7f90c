"""Years of experience an ad asks for, and of what."""

from __future__ import annotations

import re

from credlens.model.posting import ExperienceRequirement, Requirement
from credlens.skills.headings import Part
from credlens.skills.sections import Layout
from credlens.skills.stated import EXPERIENCE, part
from credlens.skills.stems import YEARS
from credlens.skills.text import quote_of

_WORDS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
_ONES = _WORDS.split()
_VALUES: dict[str, float] = {word: float(n) for n, word in enumerate(_ONES, start=1)}
_NUMBER = rf"(?:\d{{1,2}}(?:[.,]\d{{1,2}})?|{'|'.join(sorted(_ONES, key=len, reverse=True))}|(?:half )?an?(?=\s(?:full |minimum )?year))"
MOST_YEARS = 30  # nobody is asked for more: larger numbers are ages, anniversaries or mistakes
# White space is bounded everywhere: a run of it must not cost the square of its length.
_REACH = 400  # characters on each side of a number that may say what it counts
_LEFT = 60  # characters before the unit in which its number begins
_G = r"\s{0,3}"
_HALF = rf"(?P<half>{_G}(?:and|&){_G}(?:one[- ]half|a half|1/2)|{_G}\u00bd|{_G}1/2)"
_AGAIN = rf"(?:{_G}[(\[]{_G}\d{{1,2}}(?:\.\d)?{_G}(?:[-\u2013]{_G}\d{{1,2}}{_G})?(?:\w{{3,9}} plus)?\+?[)\]])?"
_YEARS = re.compile(
    rf"(?<![\w.$\u00a3\u20ac/%#&])(?<!\d-)(?<!\d,)(?P<low>{_NUMBER}){_AGAIN}{_HALF}?{_G}(?P<plus>\+|plus\b|or more\b|or greater\b|\(?\+\)?|>)?{_AGAIN}"
    rf"(?:{_G}(?:years?|yrs?\.?)?{_G}(?:-{{1,2}}|[\u2010-\u2015\u2212~]|to\b|or\b|and\b|/|through\b){_G}(?P<high>{_NUMBER}){_AGAIN}{_G}(?P<plus2>\+|plus\b)?)?"
    rf"{_G}(?:or more\s|full[- ]?|additional\s|consecutive\s|solid\s|total\s|minimum\s|calendar\s|continuous\s|cumulative\s|combined\s)?[-\s]?"
    rf"(?P<unit>years?|yrs?\b\.?|months?|mos?\b\.)['\u2019]?(?P<half2>{_G}(?:and a half\b))?"
    rf"(?P<tail>{_G}\(?\+\)?|\sor more\b|\splus\b(?! )|\sminimum\b|\smin\b|\sor above\b|\sand above\b|\s(?:and|or) (?:up|over|greater)\b)?",
    re.IGNORECASE,
)
_NOT_ASKED_AFTER = re.compile(
    r"\W*(?:old\b|of age|ago\b|contract|fixed|temp|term\b|assignment|degree|college|university|programs?\b|projects?\b|in a row|running\b|now\b|warranty|history\b"
    r"|track record of (?:success|growth|profit)|in business(?=\W*$|[.,;])|bachelor|master|undergraduate|roadmap|plan\b|plans\b|period|anniversary|from (?:now|date|hire)"
    r"|after\b|prior to|above (?:the )?high|of (?:full[- ]time )?(?:graduate|college|education|study|undergraduate|university|school|post|academic|coursework|schooling)"
    r"|(?:full[- ]time )?(?:graduate|academic)\b|high school|secondary|diploma|course\b|courses\b|apprenticeship|internship\b|rotation|lease|bond|vesting|in advance"
    r"|probation|cycle|horizon|strateg|forecast|budget|financial|warrant|limit|(?:of )?(?:parental|maternity|leave|pto|vacation|paid)|into the future|of service credit"
    r"|at a time|of (?:growth|success|innovation|operation|operations|existence|history|heritage|excellence)\b|consecutively|post[- ]hire|on the inc|on the list"
    r"|(?:before|prior|preceding) (?:the )?(?:date|application)|from application|strong\b|young\b|and counting|or older|minimum age|in the making|maternity"
    r"|residency|fellowship|jd\b|exemption|post-?doc(?:toral)? (?:fellowship|position)|to complete|of tuition|renewable|extension|visa|anniv|[-\s]?for[-\s]year|[-\u2010-\u2015]over)",
    re.IGNORECASE,
)
_NOT_ASKED_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|preceding|recent|over the|every|within(?: the)?|within (?:about|approximately)|founded|since|during (?:your|the) first|(?:your|the|his|our|their) first"
    r"|in (?:the|just|under)|up to \d+ to|each|after|for the|for a|for up to|lasts?|lasting|duration(?: of|:)?|initial|contract(?: of|:|length|duration| for)?|term(?: of|:)?|minimum age"
    r"|aged?|age:?|once in|per|twice a|rolling|equivalent to|equal to|leading|top|maximum (?:tenure|duration|period)[^.]{0,60}is|for (?:nearly|almost|over|more than)"
    r"|project for|about to celebrate|celebrat\w+(?: our)?|assignment(?: of| for)?|credit(?: for| of)?|rate of \d+ \w+ \w+ for)\s+$",
    re.IGNORECASE,
)
_EACH_OF = re.compile(r"\b(?:for|of) (?:each|every) (?:additional )?$", re.IGNORECASE)
_PRAISE = re.compile(
    r"^\W*(?:(?i:we|our|the company|the firm|with (?:over|more than|nearly|almost)|for (?:over|more than|nearly|almost)|founded|established|celebrating)|[A-Z][\w&]+ (?:has|have|is|was)"
    r" (?:been|a|an|over|more))\b",
)
_ASKING = re.compile(
    r"\b(?:require|need|seek|look|expect|want|ideal|candidate|must|you have|you bring|applicant|hiring|you)",
    re.IGNORECASE,
)
_EXPERIENCE = re.compile(
    r"experience|\bexp\b|work(?:ing|ed)?\b|background|track record|expertise|practice|hands[- ]on|career|tenure|employment|seniority|proven|programming|industry|exposure"
    r"|knowledge|development|engineering|management|leadership|managing|leading|supervis|selling|sales|service\b|professional|post[- ]qualif|pqe\b|practi[cs]ing|building"
    r"|consulting|teaching|driving|demonstrat",
    re.IGNORECASE,
)
_NOT_EXPERIENCE = re.compile(
    r"\b(?:fixed[- ]term|contract (?:role|position|length|duration|period)|(?:month|year)[- ](?:contract|assignment|ftc|placement|secondment)|warranty|401|vest(?:ing|ed)|parental"
    r"|sabbatical|years of age|statute|depreciat|will be (?:valid|required to renew)|renew(?:al|ed)? every|within \w+ (?:years|months) of (?:hire|employment|start)"
    r"|may be substituted for (?:\w+ )?(?:year|experience)|substitut\w* (?:\w+ ){0,8}?experience at the rate|at an? (?:\w+ )?rate of|at the rate of|experience credit|maximum tenure|credit(?:ed)? (?:will be given )?for each"
    r"|equivalent of|to make up|shall be credited|will be credited|years of history)\b"
    r"|\b(?:for|over|in) (?:(?:over|more than|nearly|almost|the) )?[\w-]{1,9} years,? (?:we|our|the company|the firm)\b",
    re.IGNORECASE,
)
_OF = re.compile(
    r"(?:['\u2019]|\s|\+|or more|\))*(?:(?:of|in|with|as|working|using|doing|leading|managing)\b|(?=\w))\s*(?P<of>[^.;:()\n]{0,110})",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:of|in|with|as|an?|the|at least|for|on|working|using|your|related|relevant|professional|practical|proven|prior|previous|direct|successful"
    r"|post[- ]graduat\w+|post[- ]qualif\w+|pqe|min\.?$|solid|strong|hands[- ]on|industry|similar|recent|minimum|demonstrated|full[- ]time|progressive|progressively|responsible|work|post|satisfactory|paid"
    r"|total|overall|combined|equivalent|applied|real[- ]world|or more|specialized|general|additional|extensive|documented|verifiable|qualifying|increasingly)\b[\s,-]*"
    r"|(?:work(?:ing)?[- ])?exp(?:erience)?\b[\s,-]*)+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\s*(?:\b(?:experience|required|preferred|is|are|minimum|or equivalent|and|or|with|at|who|that|which|including|preferably|ideally"
    r"|such as|from|within|equivalent|acquired|gained|obtained|described)\b|,|;).*$",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"(?<!\bnot )(?<!\bno )\b(?:up to|maximum(?: of)?|max\.?|less than|at most|under|fewer than)\s+$|\b(?:no|not) more than\s+$|(?<=[\s(])[<\u2264]\s?$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:at least|minimum(?: of)?|min\.?|least|not less than|no less than|over|more than)\s{1,3}(?:an? )?$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\W*(?:\d{1,2}[.)]\s+)?(?:about|around|approximately|over|more than|up to|some|minimum|min|typically|~|>|>=)?\W*",
    re.IGNORECASE,
)
# "8 years, or 5 with a Master's": the unit is left out.
_ELLIPSIS = re.compile(
    rf"\b(?:or|and|,)\s{{1,2}}(?P<low>{_NUMBER})\s?(?P<plus>\+)?(?=\s(?:with|if|for (?:those|candidates|applicants) with|w/) (?:you have )?(?:an? |the )?(?:advanced|relevant|related|technical)?"
    r"\s?(?:master|ph\.?\s?d|bachelor|mba|m\.?s\.?\b|doctor|graduate|degree|bs\b|ms\b|associate))",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"['\u2019]?\s{0,3}\+?\s{0,2}(?:of|in|with|as|using|working|building|managing|leading|doing|post|\()\s*\w",
    re.IGNORECASE,
)


def read_experience(text: str, layout: Layout) -> tuple[ExperienceRequirement, ...]:
    """Every demand for years of experience, in order; contract lengths, ages and the company's own years are left out.

    A plain "3 years" is a least number (max None). Months are given in years. ``of`` is empty when the text does not say.
    """
    text = text.replace("_", " ").replace("*", " ")  # Markdown's marks hide where words begin
    found: list[ExperienceRequirement] = []
    end = 0
    for place in layout.stems.places(YEARS):
        if place < end:
            continue
        match = _nearest(text, place, max(end, place - _LEFT))
        if match is None:
            continue
        end = match.end()
        one = _read(text, match, layout)
        if one is not None:
            found.append(one)
            more = _ELLIPSIS.search(text, end, min(len(text), end + _LEFT, layout.at(match.start()).sentence[1]))
            if more:
                found.append(ExperienceRequirement(_value(more["low"]), None, one.of, one.quote, more.span()))
    start, stop = part(text, EXPERIENCE)
    if stop:  # a field of the ad's data says how much experience is asked for in general
        found = [e for e in found if e.of or (e.span and start <= e.span[0] < stop)]
    return tuple(found)


def _nearest(text: str, place: int, start: int) -> re.Match[str] | None:
    """The number whose unit begins at a place."""
    for match in _YEARS.finditer(text, start, min(len(text), place + 40)):
        if match.start("unit") == place:
            return match
        if match.start("unit") > place:
            break
    return None


def _read(text: str, match: re.Match[str], layout: Layout) -> ExperienceRequirement | None:
    passage = layout.at(match.start())
    # A sentence longer than any in prose is no sentence; looking at all of it again for each number would cost its square.
    start = max(passage.sentence[0], match.start() - _REACH)
    end = min(passage.sentence[1], match.end() + _REACH)
    firm = passage.requirement is not Requirement.UNCLEAR
    if not passage.counted or not _asked(
        text, match, start, end, firm=firm, tasks=layout.under(match.start()) is Part.TASKS
    ):
        return None
    low, high = _numbers(match, text[start : match.start()])
    if max(low or 0, high or 0) > MOST_YEARS:
        return None
    of = _subject(text[match.end() : min(end, match.end() + 200)])
    return ExperienceRequirement(low, high, of, quote_of(text, start, end), match.span())


def _asked(text: str, match: re.Match[str], start: int, end: int, *, firm: bool, tasks: bool) -> bool:
    before, after = text[start : match.start()], text[match.end() : end]
    if _NOT_ASKED_AFTER.match(after) or _NOT_ASKED_BEFORE.search(before) or _EACH_OF.search(before):
        return False
    sentence = text[start:end]
    if _PRAISE.search(sentence.strip("-* \u2022")) and not _ASKING.search(sentence):
        return False
    if _NOT_EXPERIENCE.search(sentence):
        return False
    near = text[max(start, match.start() - 120) : min(end, match.end() + 120)]
    if re.search(r"experience|\bexp\b|\bpqe\b|post[- ]qualif", sentence, re.IGNORECASE) or (
        firm and not tasks and _EXPERIENCE.search(near)
    ):
        return True
    if match["unit"].lower().startswith("mo") and not match["plus"]:
        return False
    # "Clean up twelve years of categories" is a task: without a word of demand the number has to open the sentence.
    least = _LEAST.search(before) is not None
    first = _OPENS.fullmatch(before) is not None
    opens = (firm and not tasks) or least or first
    alone = firm and (first or not after.strip(" .,;)\n"))
    return opens and (least or alone or _SUBJECT.match(after) is not None) and "contract" not in sentence.lower()


def _numbers(match: re.Match[str], before: str) -> tuple[float | None, float | None]:
    scale = 12 if match["unit"].lower().startswith("mo") else 1
    half = 0.5 if match["half"] or match["half2"] else 0.0
    low = (_value(match["low"]) + half) / scale
    high = _value(match["high"]) / scale if match["high"] else None
    if high is not None and high < low:
        return low, None
    if high is None and _UP_TO.search(before):
        return None, low
    return low, None if match["plus2"] or (match["tail"] and high is not None and "+" in match["tail"]) else high


def _value(word: str) -> float:
    plain = word.lower().replace(",", ".")
    if plain.endswith("a") or plain == "an":
        return 0.5 if plain.startswith("half") else 1.0
    return _VALUES.get(plain) or float(plain)


def _subject(after: str) -> str:
    found = _OF.match(after)
    words = _LEADING.sub("", found["of"].strip()) if found else ""
    of = " ".join(_TRAILING.sub("", words).split()).strip(" ,-'\u2019\"*")
    return (
        "" if of.lower() in {"role", "roles", "position", "field", "capacity", "job", "required", "preferred"} else of
    )
