"""Degrees: the levels a text names, and the one an ad asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.posting import DegreeRequirement, Requirement
from credlens.skills import cues
from credlens.skills.sections import Layout
from credlens.skills.text import quote_of

_S = "(?:['\u2019]?s|s['\u2019])?"
# Two capitals that are also a state, a product or a job ("MA", "MS", "BA") count only beside a word that makes them a degree.
_BESIDE = r"(?=\s*(?:degree|in\s|of\s+(?:science|arts)|or\s|/|,\s*(?:[BM]\.?[AS]|Ph|MBA|Master)|\)|required|preferred|\.?\s*$))"
_NO_PRODUCT = r"(?!\s*(?:[-/]\s*)?(?:office|excel|word|access|sql|project|power|outlook|teams|azure|windows|dynamics|visio|sharepoint|365))"
_LEVELS: dict[DegreeLevel, str] = {
    DegreeLevel.SECONDARY: (
        r"(?i:\bhigh[- ]school(?: (?:diploma|degree|graduate|education|or equivalent|equivalency)|\s*/\s*GED|,? or GED)\b)|\bG\.?E\.?D\b"
        r"|(?i:\bHS diploma\b|\bsecondary(?:[- ]school)? (?:diploma|education|certificate)\b|\bhigh school$)"
    ),
    DegreeLevel.ASSOCIATE: (
        r"(?i:\bassociate(?:['\u2019]?s|s['\u2019])?(?: or [\w'\u2019]+)?[- ]degree\b|\bassociate(?:['\u2019]s|s['\u2019])(?! (?:need|team|and customers))"
        r"|\bassociates? (?:of|in) (?:applied |science|arts|nursing)|\bassociates?(?=\s*(?:/|or|,)\s*bachelor)|\btwo[- ]year degree\b"
        r"|\b2[- ]year degree\b)|\b(?:ADN|AAS|A\.A\.S?\.?|A\.S\.)(?!\w)|\bA\.?[AS]\b" + _BESIDE.replace(r"or\s|", "")
    ),
    DegreeLevel.BACHELOR: (
        rf"(?i:\bbachelors?{_S}\b|\bbaccalaureate\b|\bundergrad(?:uate)? (?:degree|education)\b)"
        r"|\bB\.\s?(?:S|A|Sc|Eng|Tech|Ed|Com)\b\.?|\bB(?:Sc|BA|SN|Eng|Tech|Com|SEE|SCS|SBA|FA)\b|\bB\.S\.?N\b"
        rf"|\bBS\b{_NO_PRODUCT}|\bBA\b(?:(?=\s*/)|{_BESIDE})"
    ),
    DegreeLevel.MASTER: (
        r"(?i:\bmaster(?:['\u2019]s|s['\u2019])(?! (?:data|thesis))|\bmasters?(?:[- ]level)? degree\b|\bmaster of (?:science|arts|business|engineering|public|education"
        r"|social|applied|divinity|fine|law|laws|data|nursing|information|computer|statistics|health|philosophy|technology)"
        r"|\bmasters (?=(?:or|in|preferred|required|and|level|is|with)\b)|\bmasters(?=\s*(?:[/,.;)]|$))|\bmaster (?=(?:or ph|in \w))"
        r"|(?<=bachelor or )masters?\b|(?<=bachelors or )masters?\b|(?<=bachelor/)masters?\b"
        r"|\b(?:post[- ]?)?graduate degree\b|\badvanced (?:\w+ )?degree\b|\bgraduate[- ]level degree\b)"
        r"|\bM\.\s?(?:S|A|Sc|Eng|Ed|B\.A)\b\.?|\bM(?:Sc|BA|PH|SN|SW|Eng|PA|FA|Ed|Tech)\b"
        rf"|(?<![a-z], )\bMS\b{_NO_PRODUCT}{_BESIDE}|(?<![a-z], )\bMA\b{_BESIDE}"
    ),
    DegreeLevel.DOCTORATE: (
        r"(?i:\bph\.?\s?d\b\.?|\bdoctorate\b|\bdoctoral\b(?! student))|\bD\.?Phil\b|\b(?:DNP|EdD|DBA|DSc)\b"
    ),
    DegreeLevel.PROFESSIONAL: (
        r"(?i:\bjuris doctor\b|\blaw degree\b|\bmedical degree\b|\bdoctor of (?:medicine|pharmacy|dental|veterinary))"
        r"|\bJ\.?D\b(?!\.? ?(?:Power|Edwards|POWER|EDWARDS))\.?|\bM\.D\.|(?<![a-z], )\bMD\b(?=\s*(?:degree|required|preferred|or\s+DO\b|/|,?\s*Ph|in\s))"
        r"|\b(?:PharmD|DVM|DDS|LLB)\b"
    ),
}
# A degree without a name ("a degree in statistics") counts as a bachelor's, when no other is named beside it.
_UNNAMED = (
    r"(?i:\b(?:college|university|four[- ]year|4[- ]year|accredited|technical|quantitative|relevant|related|STEM|science|engineering"
    r"|business) degree\b(?! of)|\ba degree (?:in|from|or)\b|\bdegree (?:in|from|required|preferred|or equivalent)\b"
    r"|\bdegree[- ](?:educated|level)\b)"
)
_MENTION = re.compile(
    "(?:"
    + "|".join(f"(?P<{level.name}>{pattern})" for level, pattern in _LEVELS.items())
    + rf"|(?P<UNNAMED>{_UNNAMED}))(?:[- ]degrees?\b)?"
)
_LIKELY = re.compile(
    r"[Dd]egree|[Bb]achelor|BACHELOR|DEGREE|MASTER|[Bb]accal|[Mm]aster|[Dd]octor|[Pp][Hh]\.?\s?[Dd]|[Dd]iploma|[Hh]igh[- ][Ss]chool"
    r"|[Aa]ssociate|[Ss]econdary|\b[ABDJM]\.?\s?[ABDEFNPSTVC][A-Za-z.]{0,4}(?![a-z])|\b(?:GED|G\.E|LLB|MTech|BTech|MEng|BEng|PharmD|Ed)"
)
_NO_DEGREE = re.compile(
    r"\bno (?:\w+ ){0,3}(?:degree|diploma)\b(?:[^.;\n]{0,40}(?:required|needed|necessary|asked|requirement)|[^\w]*$|[,.;]| needed)"
    r"|\bdegree (?:is |are )?not (?:an? |strictly )?(?:required|needed|necessary|requirement)|\bno degree requirement\b"
    r"|\bdo(?: not|n['\u2019]t) (?:need|require) (?:a|any) (?:\w+ )?degree",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\bor (?:an? )?(?:the )?equivalent\b(?! (?:\w+ )?(?:degree|qualification|diploma))|\bequivalent (?:[\w/-]+ ){0,3}experience"
    r"|\bor (?:\w+ ){0,2}(?:comparable|commensurate|relevant|related|similar|equal|practical|work|professional|proven) (?:[\w/-]+ ){0,3}experience"
    r"|\bin lieu of\b|\bexperience (?:may|can|will) (?:be )?substitut|\bsubstitut\w+ (?:for|of) (?:\w+ ){0,4}(?:education|degree)"
    r"|\bcombination of (?:\w+ ){0,3}(?:education|training|experience)|\band/or (?:\w+ ){0,3}experience\b"
    r"|\bor (?:at least |minimum )?(?:\d+|two|three|four|five|six|eight|ten)\+? years\b|\bor (?:a )?portfolio\b|\bor experience\b",
    re.IGNORECASE,
)
_OR_ALONE = re.compile(r"\W*or\W*", re.IGNORECASE)
_FIELDS = re.compile(
    r"(?:degrees?|diploma|bachelor['\u2019]?s?|master['\u2019]?s?|ph\.?\s?d\.?|BS|BA|MS|MSc|BSc|MBA|B\.S\.|M\.S\.|B\.A\.|arts|science)"
    r"(?:(?!experience|years|with\b|equivalent|role|position|within)[^.;\n]){0,45}?\bin (?!lieu|order|progress|the role|hand)(?P<fields>[^.;()\n]{3,160})",
    re.IGNORECASE,
)
_FIELDS_END = re.compile(
    r",? (?:or|and) (?:an? )?(?:equivalent|related|similar|relevant|comparable|other|another|any|closely)\b|\b(?:with|from|required|preferred"
    r"|plus|including|is|are|at|and \d|or \d|combined|along|who|along with|highly|strongly|equivalent|a plus|such as)\b|\d",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:degrees?|diploma|bachelor['\u2019]?s?|master['\u2019]?s?|ph\.?\s?d\.?|[BM]\.?Sc\.?|B\.?S\.?|B\.?A\.?|M\.?S\.?|MBA|of arts|of science)(?![a-z])"
    r"(?:(?!experience|years|with\b|equivalent|role|position|within|skills|office|excel)[^.;:\n]){0,30}?\bin "
    r"(?!lieu|order|progress|the role|hand)"
    r"(?P<fields>(?:(?!\b(?:with|from|experience|equivalent|required|preferred|plus|including|skills|knowledge|proficien\w*|ability)\b)"
    r"[^.;:()\n\d]){3,160})",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[\s'\u2019s/,or&-]*(?:degree|and)?[\s/,or-]*", re.IGNORECASE)


_REQUIRED = {Requirement.REQUIRED: True, Requirement.UNCLEAR: None, Requirement.PREFERRED: False}  # firmest first


@dataclass(frozen=True, slots=True)
class LevelMention:
    """One place that names a level; offsets in code points of the text given."""

    level: DegreeLevel
    start: int
    end: int


def levels_in(text: str, start: int = 0, end: int | None = None) -> tuple[LevelMention, ...]:
    """Levels of formal education named in ``text[start:end]``, left to right.

    "Master data", "a high degree of care" and "MS Excel" name none. A bare "degree in statistics" counts as a bachelor's: the least
    that ads mean by it, as a judgement.
    """
    limit = len(text) if end is None else end
    found = list(_MENTION.finditer(text, start, limit))
    named = [m for m in found if m.lastgroup != "UNNAMED"]
    levels = {name: DegreeLevel[name] for name in DegreeLevel.__members__} | {"UNNAMED": DegreeLevel.BACHELOR}
    return tuple(LevelMention(levels[m.lastgroup or ""], m.start(), m.end()) for m in named or found)


def field_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the subjects of degrees stand: what is named there was studied, and is not asked for as a skill.

    Narrower than :func:`fields_in` in what counts as a degree ("data science work in Python" is none), wider in what counts as its
    subjects ("a field such as statistics").
    """
    return tuple(found.span("fields") for found in _STUDIED.finditer(text))


def fields_in(text: str) -> tuple[str, ...]:
    """Subjects named after a degree, as written ("economics", "computer science"); without "a related field"."""
    fields: list[str] = []
    for found in _FIELDS.finditer(text):
        words = found["fields"]
        stop = _FIELDS_END.search(words)
        for part in re.split(r",|/|\bor\b|\band\b|&", words[: stop.start()] if stop else words):
            subject = re.sub(
                r"^(?:one|more|any|an?|the|another|fields? of)\b\s*|\s+(?:fields?|disciplines?|subjects?)$",
                "",
                part.strip(),
            )
            if (
                1 < len(subject) <= 50
                and len(subject.split()) <= 5
                and not re.search(r"related|similar|relevant", subject)
            ):
                fields.append(subject)
    return tuple(dict.fromkeys(fields))


@dataclass(frozen=True, slots=True)
class _Asked:
    level: DegreeLevel
    requirement: Requirement
    sentence: tuple[int, int]


def read_degree(text: str, layout: Layout) -> DegreeRequirement:
    """The degree an ad asks for: the lowest level that would do, of those it asks for most firmly."""
    asked = _asked(text, layout)
    refusal = _NO_DEGREE.search(text)
    if refusal and any(a.requirement is Requirement.REQUIRED for a in asked):
        refusal = None  # "No Master's degree, but a Bachelor's is required"
    if not asked or refusal:
        if refusal is None:
            return DegreeRequirement()
        passage = layout.at(refusal.start())
        return DegreeRequirement(DegreeLevel.NONE, required=False, quote=quote_of(text, *passage.sentence))
    firmest = next(r for r in _REQUIRED if any(a.requirement is r for a in asked))
    required = _REQUIRED[firmest]
    lowest = min((a for a in asked if a.requirement is firmest), key=lambda a: DEGREE_ORDER.index(a.level))
    start, end = lowest.sentence
    return DegreeRequirement(
        lowest.level,
        required,
        _instead(text, layout, start, end),
        fields_in(text[start:end]),
        quote_of(text, start, end),
    )


def _instead(text: str, layout: Layout, start: int, end: int) -> bool:
    """Whether experience may stand in for the degree of a sentence: it says so, or the one behind it does ("Or ...")."""
    if _INSTEAD.search(text, start, end):
        return True
    after = layout.after(end)
    words = text[slice(*after)]
    if _OR_ALONE.fullmatch(words):  # "OR" on a line of its own
        words = text[slice(*layout.after(after[1]))]
        return "experience" in words and not levels_in(words)
    return re.match(r"\W*(?:or|in lieu)\b", words, re.IGNORECASE) is not None and _INSTEAD.search(words) is not None


def _asked(text: str, layout: Layout) -> list[_Asked]:
    asked: list[_Asked] = []
    for start, end in layout.sentences():
        if not _LIKELY.search(text, start, end):
            continue
        mentions = levels_in(text, start, end)
        if mentions:
            asked += _grouped(text, layout, mentions, (start, end))
    return asked


def _grouped(text: str, layout: Layout, mentions: tuple[LevelMention, ...], sentence: tuple[int, int]) -> list[_Asked]:
    """How firmly each level of a sentence is asked for; levels joined by "or" share one answer."""
    groups: list[list[LevelMention]] = []
    for mention in mentions:
        last = groups[-1][-1] if groups else None
        between = text[last.end : mention.start] if last and mention.start - last.end <= 40 else None
        same = last is not None and last.level is mention.level  # "Bachelor's degree (BA, BS)"
        if between is not None and (same or _JOINED.fullmatch(between)):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    if len(groups) == 1:
        requirement = layout.at(groups[0][0].start).requirement
        return [_Asked(m.level, requirement, sentence) for m in groups[0]]
    ends = [g[0].start for g in groups[1:]] + [sentence[1]]
    own = [cues.cue(text[g[0].start : stop].lower()) for g, stop in zip(groups, ends, strict=True)]
    heading = layout.at(mentions[0].start).heading
    asked = []
    for group, cue in zip(groups, own, strict=True):
        # "Bachelor's, Master's preferred": the one that is not merely preferred is asked for.
        beside = Requirement.REQUIRED if Requirement.PREFERRED in own and heading is not Requirement.PREFERRED else None
        requirement = cue or beside or layout.at(group[0].start).requirement
        asked += [_Asked(m.level, requirement, sentence) for m in group]
    return asked
