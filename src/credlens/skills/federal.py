"""What United States federal announcements say about education: required, in place of experience, or neither.

They name grades and semester hours rather than degrees. The wording follows the Office of Personnel Management's "General Schedule
Qualification Standards" (opm.gov, group and individual occupational requirements): a *positive education requirement* cannot be
replaced, *substitution of education for experience* makes education one of several ways in, and above certain grades there is neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from credlens.model.occupation import DegreeLevel

_REFUSED = re.compile(
    r"\bno (?:specific |positive |formal |minimum |basic )?(?:education(?:al)?\b[\w ,/-]{0,40}?(?:requirement|substitut|qualification)|substitut\w+ (?:of|for)\b)"
    r"|\b(?:does not|do not|doesn't) (?:have|require|contain|allow|permit)\b[^.]{0,30}\b(?:education|substitut)|\bexperience alone\b"
    r"|\b(?:may|can|must|will|is|are)\s?not (?:be )?(?:substitut\w+|used (?:in lieu|to qualify|as a substitut))|\bno substitut\w+ (?:for|of|is|may|at)\b"
    r"|\bsubstitut\w+ (?:\w+ ){0,6}?(?:not (?:eligible|permitted|allowed|applicable|available|acceptable|possible|be used)|may not|cannot|can not|is not)\b"
    r"|\beducation(?:al)?(?: requirements?)?\W+(?:n/?a\b|not applicable|none\b|not required)|\bnone required\b|\bnot substitutable\b"
    r"|\beducation (?:is|are) not (?:required|needed|substitut)|\beducation(?:al)? requirements? do(?:es)? not apply"
    r"|\bsome federal jobs\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\bsubstitut\w*\b[^.]{0,50}\beducation|\beducation(?:al)?\b[^.]{0,70}?\bsubstitut|\bin lieu of (?:\w+ ){0,2}experience"
    r"|\bqualify (?:\w+ ){0,4}?based on (?:your |the )?(?:experience and/or )?education|\bexperience and/or education|\beducation and/or (?:\w+ )?experience"
    r"|\b(?:experience|education),? (?:\w+ ){0,3}or (?:an? )?(?:equivalent )?combination|\bcombinations? of (?:\w+ ){0,3}?(?:education|experience)"
    r"|\bexperience[/ ]education combination|\beducation[/ ]experience combination|\bprogressively[- ]higher[- ]level graduate"
    r"|\b(?:years?|months?)\)? (?:of (?:\w+ )?(?:education|study) )?above (?:the )?high school|\bif your education meets"
    r"|\bexperience (?:\w+ ){0,2}or education\b|\beducation or (?:\w+ )?(?:experience|training)\b|\beducation/experience requirement"
    r"|\bgraduate[- ]level education|\bgraduate education\b|\bsuperior academic achievement|\bLL\.?\s?[BM]\.?,? (?:or J\.?D\.?)?,? ?if related"
    r"|\busing education to qualify|\beducation to qualify\b|\bmeet A or B\b|\badditional education or (?:appropriate )?experience|\babove high school\b|\bexperience\b[^.;]{0,90}, or completion of\b"
    r"|\b(?:ph\.?\s?d\.?|master['\u2019]?s|bachelor['\u2019]?s|doctoral) or equivalent (?:graduate|doctoral) degree|\bundergraduate (?:and|or|/) ?graduate education"
    r"|\bundergraduate/graduate education|\b(?:full )?(?:4|four)[- ]year course of study\b[^.]{0,80}leading to a bachelor"
    r"|(?<!mandatory )\bdegree\s*:(?![^.]{0,40}\b(?:doctoral|graduate study))[^.]{0,260}?(?:semester hours|\(or higher degree\))"
    r"|\bexperience qualifications and/or education|\bthrough (?:specialized )?(?:experience|education), ",
    re.IGNORECASE,
)
# "Experience: ... OR Education: ...": either heading behind an "or" that stands at a break.
_OR_PART = re.compile(
    r"(?:^|[.;:\n)\u2026]|\s-|--|\.\.\.|,(?=\s*or\s*\d[.)]))\s*[-~*(]*\s*or\b\W{0,6}(?:\(?\d[.)]|[A-D][.)])?\W{0,4}(?:education|degree|experience|combination|ph\.?\s?d|master|bachelor"
    r"|graduation|performing|(?:one|two|three|four|\d)(?: \(\d\))? (?:full )?(?:academic )?years?|an? (?:ph\.?d|master|bachelor|combination|doctor)"
    r"|specialized|completion|successful|have|must|substitut|your resume|LL)",
    re.IGNORECASE,
)
_LEADING_OR = re.compile(
    r"\W*(?:\W*or\b\W+)(?:\(?\w\)?[.)]\s*)?(?:education|degree|an? |ph\.?\s?d|master|bachelor|two|three|one|four|\d|successful|substitut|you)",
    re.IGNORECASE,
)
_TRAILING_OR = re.compile(r"\bor\b\W*$", re.IGNORECASE)
_EXPERIENCE_FIRST = re.compile(r"\bexperience\b", re.IGNORECASE)
_LISTED = re.compile(r"\W*(?:A[.)]+\s+degree\b|\(?[B-D][.)]+\s*(?:education|degree|combination)\b)", re.IGNORECASE)
_POSITIVE = re.compile(
    r"\b(?:positive |basic |mandatory |specific |minimum )?education(?:al)? (?:qualifications? )?requirements?\b(?![ \t]*[:*_]*[ \t]*(?:\n|$))|\bmandatory education\b"
    r"|\bgraduat(?:e|es|ed|ion) (?:of|from) (?:an? )?(?:[\w-]+ ){0,8}?(?:program|school|college|university)"
    r"|\b(?:completed|completion of) an? (?:[\w-]+ ){0,6}?program\b|\bdegree\s*:|\b(?:\d{2}|twenty-four|thirty) semester hours",
    re.IGNORECASE,
)
# Experience is no way in: education is required, whatever "not substituted" says elsewhere.
_NO_OTHER_WAY = re.compile(
    r"\b(?:no substitution of|(?:may|can)\s?not substitute) (?:\w+ ){0,2}?experience for"
    r"|\bexperience (?:may|can|will)\s?not be (?:substituted|used|accepted) (?:for|in lieu of|in place of) (?:\w+ ){0,3}?(?:education|degree)",
    re.IGNORECASE,
)
_FEDERAL = re.compile(
    r"\b(?:GS|GL|WG|NF|FV)-? ?\d\d?\b|\bspecialized experience|\babove (?:the )?high school|\bfederal service\b|\bprogressively[- ]higher[- ]level graduate"
    r"|\beducation(?:al)? (?:qualification requirement|substitut)|\beducation(?:al)? requirements?\b(?![ \t]*[:*_]*[ \t]*(?:\n|$))|\bsubstitut\w+ (?:of |for )?(?:\w+ ){0,2}education|\bsuperior academic achievement",
    re.IGNORECASE,
)
# Signs that other employers' ads hold as well; in a passage by itself there is little else to go by.
_MAYBE = re.compile(
    r"\byear course of study\b|\bor equivalent (?:graduate|doctoral) degree|\W*\(?[A-D][.)]+\s*education\b|\W*or\b\W+successful|\bgraduate of an? (?:[\w-]+ ){0,4}(?:school|program)|\bgrade level|\bsemester hours|\bqualification requirement|\bgraduate[- ]level education|\baccredited by\b|\bexperience alone\b"
    r"|\bapplicants must (?:meet|possess)\b|\bto qualify\b|\byou (?:may|can) qualify|\bbasic (?:education )?requirement|\beducation or experience\b"
    r"|\bone of the (?:education|following)|\bin lieu of|\bfull[- ]time training|\bacademic years?\b|\bgeneral experience\b|\bsubstitut\w*\b[^.]{0,40}grade|\beducation (?:may|can) be substituted"
    r"|\W*or\b\W+education\s*:|\W*[A-C][.)]+\s*degree\b|\bundergraduate (?:and|or|/) ?graduate education|\bundergraduate/graduate education|\bmajor study\b"
    r"|\W*experience\.\s|\b(?:demonstrates|provides) (?:the applicant's ability|an understanding|familiarity)|\bequivalent to the next lower grade"
    r"|\bminimum qualifications for (?:this|the) (?:position|grade)|\bcourse ?work\b[^.]{0,80}\bsemester",
    re.IGNORECASE,
)
_LAID_OUT = re.compile(
    r"(?:^|\n)[ \t]*(?:#|[-*\u2022][ \t])[^\n]*\n(?:.*\n)?[ \t]*(?:#|[-*\u2022][ \t])"
)  # headings and lists: a whole ad, however short
PASSAGE = 1_500  # characters: longer texts are whole ads, which need a surer sign
_YEARS_ABOVE = re.compile(
    r"\b(one|two|three|four|five|[1-5])\b\W{0,3}(?:\(?\w\)?\W{0,2})?(?:full )?(?:academic )?years?\b[^.]{0,40}?\babove (?:the )?high school",
    re.IGNORECASE,
)
_SHORT = {"one", "1", "two", "2", "three", "3"}
_GRADUATE = re.compile(r"\bgraduate[- ](?:level )?(?:education|study|school)|\bprogressively[- ]higher", re.IGNORECASE)


class Education(StrEnum):
    """The three classes."""

    REQUIRED = "required"
    SUBSTITUTABLE = "substitutable"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FederalEducation:
    """What a text says, and the level it means; a level that is not named counts as a bachelor's, as an unnamed degree does."""

    says: Education
    level: DegreeLevel
    place: int


def is_federal(text: str) -> bool:
    """Whether a text speaks the language of federal announcements."""
    if _FEDERAL.search(text):
        return True
    return len(text) <= PASSAGE and _LAID_OUT.search(text) is None and _MAYBE.search(text) is not None


def read_federal(text: str, *, named: bool) -> FederalEducation | None:
    """What a federal text says about education; None when it says nothing.

    Args:
        text: an announcement, or a passage of one.
        named: whether it names a degree.
    """
    alone = _NO_OTHER_WAY.search(text)
    if alone:
        return FederalEducation(Education.REQUIRED, _level(text), alone.start())
    said = _without_refusals(text)
    found = _INSTEAD.search(said) or _alternative(said, named=named)
    if found and not re.search(r"\bnone required\b", text, re.IGNORECASE):
        return FederalEducation(Education.SUBSTITUTABLE, _level(text), found.start())
    positive = _POSITIVE.search(said)
    if positive:
        return FederalEducation(Education.REQUIRED, _level(text), positive.start())
    refused = _REFUSED.search(text)
    return None if refused is None or named else FederalEducation(Education.NONE, DegreeLevel.NONE, refused.start())


def _alternative(said: str, *, named: bool) -> re.Match[str] | None:
    """Where an "or" makes education one of several ways in, of which another is experience."""
    leading = _LEADING_OR.match(said)
    if leading:
        return leading
    education = named or re.search(r"\beducation|\bdegree|\bgraduat", said, re.IGNORECASE) is not None
    for found in _OR_PART.finditer(said) if education else ():
        if _EXPERIENCE_FIRST.search(said, 0, found.start()) or _EXPERIENCE_FIRST.search(
            said, found.end() - 12, found.end() + 60
        ):
            return found
    return _LISTED.match(said) or (None if named else _TRAILING_OR.search(said))


def _without_refusals(text: str) -> str:
    """The text with the sentences blanked that say that nothing is substituted or required."""
    sentences = re.split(r"(?<=[.;])(?=\s)|(?<=\n)", text)
    return "".join(" " * len(s) if _REFUSED.search(s) else s for s in sentences)


def _level(text: str) -> DegreeLevel:
    above = _YEARS_ABOVE.search(text)
    if above:
        return DegreeLevel.ASSOCIATE if above[1].lower() in _SHORT else DegreeLevel.BACHELOR
    return DegreeLevel.MASTER if _GRADUATE.search(text) else DegreeLevel.BACHELOR
