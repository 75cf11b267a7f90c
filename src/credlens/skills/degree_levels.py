"""How degrees are written: the level each place names, and the subjects behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from credlens.model.occupation import DegreeLevel
from credlens.skills.sections import Layout
from credlens.skills.stems import DEGREE, Stems

_S = "(?:['\u2019]?s|s['\u2019])?"
# Two capitals that are also a state, a product or a job ("MA", "MS", "BA") count only beside a word that makes them a degree.
_BESIDE = (
    r"(?=\s*(?:degree|in\s|of\s+(?:science|arts)|or\s|/|,\s*(?:[BM]\.?[AS]|Ph|MBA|Master)|\)|\(|required|preferred|with\s+\d|\+\s*\d|and\s+\d"
    r"|\.?\s*$))"
)
_NO_PRODUCT = (
    r"(?!\s*(?:[-/]\s*)?(?:office|excel|word|access|sql|project|power|outlook|teams|azure|windows|dynamics|visio|sharepoint|365|suite|copilot|fabric"
    r"|\.net|patients?|clinic))"
)
_LEVELS: dict[DegreeLevel, str] = {
    DegreeLevel.SECONDARY: (
        r"(?i:\bhigh[- ]school(?: (?:diploma|degree|graduate|graduation|education|certificate|level|leaving|or equivalent|equivalency|completion"
        r"|qualification)|\s*/\s*GED|,? or GED|\s*\(|/equivalent)|\bhigh[- ]school$|\bhigh school(?=\s*[,;.]|\s+(?:required|preferred)))"
        r"|\bG\.?E\.?D\b\.?|(?i:\bH\.?S\.? (?:diploma|graduate)\b|\bHSD\b|(?<!post-)(?<!post )\bsecondary(?:[- ]school)? (?:diploma|education|certificate|school)\b"
        r"|\bgrade 1[02]\b|\byear 12\b|\b12th (?:grade|pass|standard)\b|\b10\+2\b|\bOSSD\b|\bGCSEs?\b)|\bA[- ][Ll]evels?\b|\b(?:HSC|VCE)\b"
    ),
    DegreeLevel.ASSOCIATE: (
        r"(?i:\bassociate(?:['\u2019]?s|s['\u2019])?(?: or [\w'\u2019]+)?[- ](?:level )?degree\b|\bassociate(?:['\u2019]s|s['\u2019])(?! (?:need|team|and customers))"
        r"|\bassociates? (?:of|in) (?:applied |science|arts|nursing)|\bassociates?(?=\s*(?:/|or|,)\s*bachelor)|\btwo[- ]year degree\b"
        r"|\b2[- ]year (?:college )?(?:degree|diploma)\b|\bfoundation degree\b|\b(?:community )?college diploma\b|\bpost[- ]?secondary (?:diploma|certificate)\b"
        r"|(?<!school )(?<!school or )(?<!secondary )(?<!graduate )(?<!graduate or )(?<!hs )(?<!h\.s\. )\bdiploma (?:in|or degree in) \w"
        r"|\bpolytechnic diploma\b|\badvanced diploma\b|\b60 (?:semester|college|credit) (?:credits?|hours)\b)|\bHN[DC]\b"
        r"|\b(?:ADN|AAS|A\.A\.S?\.?|A\.S\.)(?!\w)|\bA\.?[AS]\b"
        + _BESIDE.replace(r"or\s|", "").replace(r"in\s|", r"in\s+[A-Z]|")
    ),
    DegreeLevel.BACHELOR: (
        rf"(?i:\bbachelors?{_S}\b|\bbaccalaureate\b|\bundergrad(?:uate)? (?:degree|education|qualification)s?\b|\bhonou?rs degree\b)"
        r"|\bB\.\s?(?:S|A|Sc|Eng|Tech|Ed|Com|E|Arch|Pharm)\b\.?|\bB(?:Sc|BA|SN|Eng|Tech|Com|SEE|SCS|SBA|FA|CA|ComSci|Arch|Pharm)\b|\bB\.S\.?N\b|\bBScN\b|\bLL\.?B\b\.?|\bBE(?=\s*/)"
        rf"|\bBS[/,]|\bBS\b{_NO_PRODUCT}(?=[^a-z]|\s[a-z(])|\bBA\b(?:(?=\s*/)|{_BESIDE})"
    ),
    DegreeLevel.MASTER: (
        r"(?i:\bmaster(?:['\u2019]s|s['\u2019])(?! (?:data|thesis))|\bmasters?(?:[- ]level)? degree\b|\bmaster of (?:science|arts|business|engineering|public|education"
        r"|social|applied|divinity|fine|law|laws|data|nursing|information|computer|statistics|health|philosophy|technology|commerce|accounting)"
        r"|\bmasters (?=(?:or|in|preferred|required|and|level|is|with|a plus|of|plus|from)\b|\+)|\bmasters(?=\s*(?:[/,.;)]|$))|\bmaster (?=(?:or ph|in [A-Z]|degree))"
        r"|(?<=bachelor or )masters?\b|(?<=bachelors or )masters?\b|(?<=bachelor/)masters?\b|(?<=bachelors/)masters?\b"
        r"|\bpost[- ]?graduate (?:degree|qualification|diploma|education)s?\b|(?<!under)(?<!under-)\bgraduate[- ](?:level )?(?:degree|education)\b"
        r"|\badvanced (?:\w+ )?degrees?\b|\bhigher[- ]level degree\b)"
        r"|\bM\.\s?(?:S|A|Sc|Eng|Ed|B\.?A|Tech|Com|Phil)\b\.?|\bM(?:Sc|BA|PH|SN|SW|Eng|PA|FA|Ed|Tech|CA|Com)\b|\bM\.E\.(?=[ ,/])"
        rf"|(?<![a-z], )(?:\bMS(?=/)|\bMS\b{_NO_PRODUCT}{_BESIDE})|(?<![a-z], )\bMA\b{_BESIDE}"
    ),
    DegreeLevel.DOCTORATE: (
        r"(?i:\bph\.?\s?d\b\.?(?!s)(?! students?| candidates?\b(?! in))|\bdoctorate\b|\bdoctoral\b(?! students?| candidates?))"
        r"|\bD\.?Phil\b|\b(?:DNP|EdD|Ed\.D|DSc)\b"
    ),
    DegreeLevel.PROFESSIONAL: (
        r"(?i:\bjuris doctor(?:ate)?\b|\blaw degree\b|\bdegree in law\b|\bmedical degree\b|\bdoctor of (?:medicine|pharmacy|dental|dentistry|veterinary"
        r"|osteopath\w+|physical therapy|optometry|jurisprudence))|\bJ\.?D\b(?!\.? ?(?:Power|Edwards|POWER|EDWARDS))\.?(?!:)|\bM\.D\."
        r"|(?<![a-z], )\bMD\b(?=\s*(?:degree|required|preferred|or\s+(?:DO|PhD|D\.O)\b|/|,?\s*Ph|in\s))|\b(?:Pharm\.?D|DVM|DDS|DMD|MBBS|DPT)\b"
    ),
}
# A degree without a name ("a degree in statistics") counts as a bachelor's, when no other is named beside it.
_UNNAMED = (
    r"(?i:\b(?:college|university|four[- ]year|4[- ]year|3[- ]year|three[- ]year|accredited|technical|quantitative|relevant|related|STEM|science|engineering"
    r"|business|computer science|finance|accounting|marketing|nursing|design|first|academic|tertiary|recogni[sz]ed|post[- ]?secondary|higher education"
    r"|bona fide|appropriate|suitable|formal|numerate|minimum|specialized|law|commerce|economics|mathematics|statistics|IT|completed) degrees?\b(?! of| program)"
    r"|\b(?:a|your|the|has|have|hold|holds|or|any) degree (?:in|from|or|and|with a)\b|^\W*degrees?\b(?! of)|(?:(?<=\n)|(?<=[-*\u2022:.] ))degrees?\b(?! of)|\bdegree (?:in|from|required|preferred|or equivalent|or higher"
    r"|or related|is (?:required|preferred|desirable|a must|essential)|preferably|desirable|essential|level education|with major)\b|\bdegree[- ](?:educated|level|qualified)\b"
    r"|\bdegree\s*[:/]\s*\w|\btertiary (?:qualification|education)s?\b|\b(?:college|university) graduates?\b|\b(?:college|university) (?:education|studies|diploma)\b"
    r"|\b(?:an?|be|recent) graduate (?:of|from) (?:an? )?(?:[\w-]+ ){0,3}(?:college|university)\b|\bpost[- ]?secondary (?:education|degrees?|qualifications?|studies)\b|\bgraduat(?:es?|ion) (?:of|in|from) any (?:stream|discipline|background|subject|field|branch|degree|specialization)\b|\bgraduate in (?:any|commerce|science|arts|engineering)\b|\bany graduates?\b"
    r"|\bmatriculat\w+ (?:at|in) an? (?:[\w-]+ ){0,2}(?:college|university)\b|\b(?:enrolled|registered|student)\b[^.;\n]{0,25}? (?:in|at|with) an? "
    r"(?:[\w/-]+ ){0,4}(?:college|university)\b|\b(?:four|4)[- ]year (?:college|university|course of study)\b|\b(?:4|four) (?:\(4\) )?years (?:of (?:college|education)"
    r"|above high school))"
)
_NAMED = re.compile(
    "(?:" + "|".join(f"(?P<{level.name}>{pattern})" for level, pattern in _LEVELS.items()) + r")(?:[- ]degrees?\b)?"
)
_BARE = re.compile(rf"{_UNNAMED}(?:[- ]degrees?\b)?")
_BARE_STEMS = (
    "degree",
    "college",
    "university",
    "graduate",
    "tertiary",
    "matricul",
    "above high",
    "graduation",
    "secondary",
)

_FIELDS = re.compile(
    r"(?:degrees?|diploma|bachelor['\u2019]?s?|master['\u2019]?s?|ph\.?\s?d\.?|BS|BA|MS|MSc|BSc|MBA|B\.S\.|M\.S\.|B\.A\.|arts|science|B\.?Tech|B\.?E\.?)"
    r"(?:(?!experience|years|with\b|equivalent|role|position|within)[^.;\n]){0,45}?\bin:? (?!lieu|order|progress|the role|hand|addition|place)"
    r"(?P<fields>[^.;()\n]{3,200})",
    re.IGNORECASE,
)
_FIELDS_END = re.compile(
    r",? (?:or|and|and/or|plus) (?:an? )?(?:(?!and\b|or\b)[\w-]+ ){0,2}(?:experience|combination)\b"
    r"|,? (?:or|and|and/or) (?:an? |in (?:an? )?|the )?(?:equivalent|commensurate|related|similar|relevant|comparable|other|another|any|closely|technical field|quantitative)\b"
    r"|\b(?:with|from|required|preferred|plus|including|is|are|at|and \d|or \d|combined|along|who|along with|highly|strongly|equivalent|a plus"
    r"|such as|you|coupled|desired|desirable|or \w+ years|and \w+ years|experience)\b|\d",
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


@dataclass(frozen=True, slots=True)
class LevelMention:
    """One place that names a level; offsets in code points of the text given."""

    level: DegreeLevel
    start: int
    end: int


def levels_in(
    text: str, start: int = 0, end: int | None = None, stems: Stems | None = None
) -> tuple[LevelMention, ...]:
    """Levels named in ``text[start:end]``, in order; unnamed degrees, which count as a bachelor's, only where no level is named.

    Args:
        text: any text.
        start, end: the part that is looked at.
        stems: where the text's stems are, when the caller knows: a level begins at one of them.
    """
    end = len(text) if end is None else end
    stems = stems or Stems(text)
    found: list[LevelMention] = []
    free = start
    for place in stems.places_within(DEGREE, start, end):
        named = _NAMED.match(text, place, end) if place >= free else None
        if named:
            free = named.end()
            found.append(LevelMention(DegreeLevel[named.lastgroup or ""], place, free))
    if found or not any(stem in stems.words[start:end] for stem in _BARE_STEMS):
        return tuple(found)
    return tuple(LevelMention(DegreeLevel.BACHELOR, m.start(), m.end()) for m in _BARE.finditer(text, start, end))


def field_spans(text: str, layout: Layout | None = None) -> tuple[tuple[int, int], ...]:
    """Where the subjects of degrees stand: what is named there was studied, and is not asked for as a skill.

    Narrower than :func:`fields_in` in what counts as a degree ("data science work in Python" is none), wider in what counts as its
    subjects ("a field such as statistics").
    """
    spans = [(a, b) for a, b, _ in layout.sentences(DEGREE)] if layout else [(0, len(text))]
    return tuple(found.span("fields") for start, end in spans for found in _STUDIED.finditer(text, start, end))


def fields_in(text: str) -> tuple[str, ...]:
    """Subjects named after a degree, as written ("economics", "computer science"); without "a related field"."""
    fields: list[str] = []
    for found in _FIELDS.finditer(text):
        words = found["fields"]
        stop = _FIELDS_END.search(words)
        for part in re.split(r",|/|\bor\b|\band\b|&", words[: stop.start()] if stop else words):
            subject = re.sub(
                r"^(?:one|more|any|an?|the|another|in|of the following|either|fields? of)\b:?\s*|\s+(?:fields?|disciplines?|subjects?)$",
                "",
                part.strip(" :*_"),
            )
            if (
                1 < len(subject) <= 50
                and len(subject.split()) <= 5
                and not re.search(
                    r"related|similar|relevant|following|quantitative|technical|\bdegree|\bdiploma", subject
                )
            ):
                fields.append(subject)
    return tuple(dict.fromkeys(fields))
