"""Words that say how firmly an ad asks, and headings that say what a part of it is about.

Hand-written English patterns; every text given to them is lower case with straight quotes. Where a text is silent the answer is None.
"""

from __future__ import annotations

import re
from enum import StrEnum

from credlens.model.posting import Requirement


class Part(StrEnum):
    """What a part of an ad is about."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    NEUTRAL = "neutral"  # tasks, the role, anything that does not say how firmly it asks
    BOILERPLATE = "boilerplate"  # benefits, equal opportunity, the company: what is named there is not asked for


_NOT = r"(?<!not )(?<!n't )(?<!not be )"
PREFERRED = re.compile(
    r"\bnice[ -]to[ -]haves?\b|\bgood to have\b|\bprefer(?:red|ably|able|ence|s)?\b|\bideally\b|\bdesir(?:ed|able)\b|\badvantageous\b"
    r"|\b(?:an?|is|are|as|big|huge|real|strong|definite|added|distinct) (?:plus(?:es)?|bonus|asset|advantage)\b"
    r"|\bplus(?:es)?\s*(?:[:!.)]|$)|\bbonus(?: points?| if|\s*:)|\b(?:is|are|be|also|very|highly) (?:welcome|helpful|useful|beneficial)\b"
    r"|\boptional\b|\bwould (?:be (?:great|nice|good|ideal)|help)\b|\bwe(?:'d| would) love\b"
)
_REQUIRED = re.compile(
    r"\bmust\b(?! not)|(?<!as )(?<!if )(?<!when )(?<!where )(?<!no )"
    + _NOT
    + r"\brequire[ds]?\b|"
    + _NOT
    + r"\ba requirement\b"
    r"|\bmandatory\b|" + _NOT + r"\bessential\b(?! (?:job |position )?(?:function|dut))|\bindispensable\b"
)
_EXPECTED = re.compile(
    r"\b(?:you have|you bring|you(?:'ll| will)? need|have to have|need to (?:have|know)|at least)\b|\bminimum\b(?! wage)|"
    + _NOT
    + r"\b(?:necessary|needed)\b"
)
_NEGATED = re.compile(
    r"\bnot (?:be )?(?:an? |strictly |really )?(?:required|needed|necessary|requirement|expected|mandatory|essential)\b"
    r"|\bn't (?:\w+ ){0,2}(?:required|need(?:ed)?)\b|\bno need (?:to|for|of)\b|\bdo not need\b|\bdon't need\b"
    r"|\bno (?:[\w/+#.'-]+ ){1,7}?(?:is |are )?(?:required|needed|necessary|asked|expected)\b"
    r"|\bno (?:prior |previous )?(?:experience|knowledge) (?:with|in|of|using)\b"
)
FORWARD = re.compile(r"\b(?:ideally|preferably|nice to have|bonus(?: points)?(?: if|:))\b")
"""Words of preference that speak of what follows them only."""

_BOILERPLATE = re.compile(
    r"^\W*we offer\b|\bequal (?:employment )?opportunit|\bwithout regard to\b|\bregardless of (?:race|age|gender|color|sex|your)"
    r"|\b401\s?\(?k|\breasonable accommodation|\bbenefits? package|\b(?:health|dental|medical|life|disability) insurance\b"
    r"|\bpaid time off\b|\bpaid (?:study|vacation|holiday)|\baffirmative action\b|\bprotected veteran|\be-?verify\b"
    r"|\btuition (?:assistance|reimbursement)|\bbackground check|\bdrug (?:test|screen)|\breceive consideration\b"
    r"|\bapplicable law|\byour recruiter\b"
)

_ROLE = re.compile(
    r"(?:analyst|manager|coordinator|specialist|director|administrator|partner|agent|consultant|engineer|developer|scientist|officer"
    r"|assistant|technician|nurse|teacher|clerk|architect|designer|accountant|recruiter|lead)s?\b[^:]{0,30}$"
)
_HEAD_BOILERPLATE = re.compile(
    r"(?:(?:our|your|the|employee|pay|total|summary of|company|and|&|compensation|salary|perks|culture|statement|about|what|some) ?)*"
    r"(?:benefits?(?: summary)?|perks|rewards|compensation|salary(?: range)?|pay|values|culture|about us|(?:who|what) we (?:are|do|offer|give)"
    r"|we offer|you(?:'ll| will)? get|(?:the )?(?:company|firm|bank|organization)|overview of the company|us)"
    r"(?: (?:&|and) (?:perks|benefits|salary|culture))?(?: (?:overview|description|summary|profile|statement|package))?"
    r"|(?:equal|eeo)\b.*|(?:diversity|inclusion)\b.*|disclaimer|.*privacy (?:notice|policy)|how (?:to apply|we hire)|apply now|to apply"
    r"|why (?:join|work)\b.*|.*\bcan offer(?: you)?|physical demands.*|work(?:ing)? (?:environment|model|conditions)|other information"
    r"|(?:reasonable )?accommodations?.*|background check.*|application process|our (?:commitment|mission|story)"
)
_HEAD_PREFERRED = re.compile(
    r"\bnice\b|prefer|desir|\bbonus|\bplus(?:es)?\b|\bextra points|\bgood to (?:have|know)|\bwould (?:be|love|like)|\bmay have\b"
    r"|\buseful\b|\bhelps?\b|\bhelpful\b|advantage|optional|sets? you apart|stand out|\basset|recommended"
)
_HEAD_FIRM = re.compile(
    r"requir|\bmust\b|minimum|\bbasic\b|mandatory|\bneed\b|\bessential\b(?! (?:\w+ )?(?:function|dut))"
)
_HEAD_REQUIRED = re.compile(
    r"qualif|\b(?:you|candidate)(?:'ll| will)? (?:have|bring)|what (?:we|you)(?:'re| are)? (?:look|expect|seek|bring|have|hope)|who you are"
    r"|who we(?:'re| are) looking|about you\b|^you$|^your (?:profile|background|toolbox|skills|experience)|we(?:'re| are)? (?:expect|look)"
    r"|^expected|skills|knowledge|experience|^education|competenc|credentials|do well|matters to us|candidate profile|abilities|eligib"
)
_HEAD_NEUTRAL = re.compile(
    r"responsib|\bdut(?:y|ies)\b|\byou(?:'ll| will)? (?:will |'ll )?(?:do|own|be|spend|work)|\bthe (?:role|job|work|position|opportunity|team)\b"
    r"|^(?:role|job|position|overview|summary|description|tasks|mission|purpose)\b|^you will$|^your (?:impact|mission|week|role|tasks)"
    r"|typical work|day.to.day|candidate will do|functions"
)
_HEADING_VOCABULARY = (
    "a about abilities ability accountabilities all an and are as basic be benefits bonus bring candidate company compensation competencies"
    " culture day demands description desirable desired duties education eeo employment equal essential expected experience for functions"
    " have haves help how ideal if in job key knowledge looking main mandatory minimum must need nice offer opportunity our overview perks"
    " plus points position preferred primary principal privacy profile purpose qualifications required requirements responsibilities role"
    " skills skill statement summary tasks team the this to us values we we're what what's who why will work you you'll your do apply now &"
    " / nice-to-haves must-haves day-to-day salary we'd disclaimer physical"
)
_HEADING_WORDS = frozenset(_HEADING_VOCABULARY.split())


STEMS = (
    "nice", "good to have", "prefer", "ideally", "desir", "advantage", "plus", "bonus", "asset", "welcome", "helpful", "useful", "beneficial",
    "optional", "would", "we'd", "must", "requir", "mandatory", "essential", "indispensable", "you have", "you bring", "need", "have to",
    "at least", "minimum", "necessary", "not ", "n't ", "no ", "we offer", "equal", "regard", "401", "accommodation", "benefits", "insurance",
    "paid", "affirmative", "veteran", "verify", "tuition", "background", "drug", "consideration", "applicable law", "recruiter",
)  # fmt: skip
"""A text with none of these holds no cue, no negation and no boilerplate: a cheap first look."""


def cue(text: str) -> Requirement | None:
    """How firmly a sentence or clause itself asks; preference wins over a demand in the same clause ("required or preferred")."""
    if PREFERRED.search(text):
        return Requirement.PREFERRED
    return Requirement.REQUIRED if _REQUIRED.search(text) else None


def demands(text: str) -> bool:
    """Whether the text holds a firm word, whatever else it holds."""
    return _REQUIRED.search(text) is not None


def expects(text: str) -> bool:
    """Whether it speaks of what somebody needs without a firm word ("you have", "at least"): too weak to undo a heading."""
    return _EXPECTED.search(text) is not None


def negation(text: str) -> tuple[int, int] | None:
    """The span of the words that say something is not asked for; None when there are none."""
    found = _NEGATED.search(text)
    return found.span() if found else None


def is_boilerplate(text: str) -> bool:
    """Whether a sentence speaks of benefits or equal opportunity."""
    return _BOILERPLATE.search(text) is not None


def heading(words: str) -> Part | None:
    """What a heading announces; None when it is not known. ``words`` carries no markup and no final colon."""
    if _ROLE.search(words):
        return Part.NEUTRAL  # a job title, also when it is "Benefits Coordinator"
    if _HEAD_BOILERPLATE.fullmatch(words):
        return Part.BOILERPLATE
    if _HEAD_PREFERRED.search(words):
        both = _HEAD_FIRM.search(words) and not re.search(r"\bnot\b|\bnon\b", words)
        return Part.NEUTRAL if both else Part.PREFERRED
    if _HEAD_FIRM.search(words):
        return Part.REQUIRED
    if _HEAD_NEUTRAL.search(words):
        return Part.NEUTRAL
    return Part.REQUIRED if _HEAD_REQUIRED.search(words) else None


def plain_heading(words: str) -> Part | None:
    """As :func:`heading`, for a line without markup: every word must be one that headings are made of."""
    if all(word in _HEADING_WORDS for word in words.split()):
        return heading(words)
    return None
