"""Headings of a job ad: what each announces.

Hand-written English patterns over a heading in lower case, with straight quotes, without markup and without a final colon.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class Part(StrEnum):
    """What a part of an ad is about."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    DESIRED = "desired"  # preferred where another part is required, else all that is asked for
    TASKS = "tasks"
    NEUTRAL = "neutral"  # anything that does not say how firmly it asks
    BOILERPLATE = "boilerplate"  # benefits, equal opportunity, the company: what is named there is not asked for


_ROLE = re.compile(
    r"(?:analyst|manager|coordinator|specialist|director|administrator|partner|agent|consultant|engineer|developer|scientist|officer"
    r"|assistant|technician|nurse|teacher|clerk|architect|designer|accountant|recruiter|lead)s?\b(?! qualification| requirement)[^:]{0,30}$"
)
_BOILERPLATE = re.compile(
    r"(?:(?:our|your|the|employee|pay|total|summary of|company|and|&|compensation|salary|perks|culture|statement|about|what|some|more|additional"
    r"|key|great|benefits?) ?)*"
    r"(?:benefits?(?: summary)?|perks|rewards|compensation|salary(?: range)?|pay|values|culture|about us|(?:who|what) we (?:are|do|offer|give|provide)"
    r"|we offer|you(?:'ll| will| can)? (?:get|gain|receive|enjoy|look forward to)|offer|(?:the )?(?:company|firm|bank|organi[sz]ation|client)|us"
    r"|overview of the company|life|mission|story|background)"
    r"(?: (?:&|and) (?:perks|benefits|salary|culture))?(?: (?:overview|description|summary|profile|statement|package|background|range))?"
    r"|(?:equal|eeo?)\b.*|.*\bequal (?:employment )?opportunit.*|(?:diversity|inclusion|dei)\b.*|disclaimer|.*privacy (?:notice|policy)|how (?:to apply|we hire)|apply (?:now|today)"
    r"|(?:how )?to apply|why (?:join|work|us|you|choose)\b.*|.*\bcan offer(?: you)?|physical demands.*|work(?:ing)? (?:environment|model|conditions)"
    r"|other information|(?:reasonable )?accommodations?.*|background check.*|(?:the )?(?:application|selection|interview|recruitment) process"
    r"|our (?:commitment|mission|story|company|offer)\b.*|what's in it for (?:you|me)|what can we offer.*|life at .*|join us.*|more about us"
    r"|about (?!(?:the |this |your |our )?(?:role|job|position|opportunity|work|team|teams|internship|program|project|department|group|you|candidate)\b)"
    r".*|sunshine act|legal notice.*|pay transparency.*|notice to.*|important notice.*|(?:contact|company) (?:information|details)"
    r"|compensation[ /&].*|work authori[sz]ation"
)
_PREFERRED = re.compile(
    r"\bnice\b|prefer|\bbonus(?! program| plan)|\bplus(?:es)?\b|\bextra points|\bgood to (?:have|know)|\bwould (?:be|love|like)|\bmay have\b"
    r"|\buseful\b|\bhelps?\b|\bhelpful\b|advantage|optional|sets? you apart|stand out|\basset|recommended|\beven better|\bbrownie|\bkudos"
    r"|\bextra credit|\bbeneficial|\bgreat to have|\bpriority\b"
)
_DESIRED = re.compile(r"desir|\bideal|\b(?:great|good|perfect|right) (?:fit|match)\b|'d love to|\bdream\b")
_FIRM = re.compile(
    r"requir|\bmust\b|minimum|\bbasic (?:\w+ )?(?:qualif|requirement|criteri|skill|eligib|education)|^basic$|mandatory|\bneed\b|\bneeded\b|\bessential\b(?! (?:\w+ )?(?:function|dut|respons|job))|prerequisite"
    r"|non-negotiable"
)
_REQUIRED = re.compile(
    r"qualif|\b(?:you|candidate)(?:'ll| will| should| must)? (?:have|bring|possess|need)|what (?:we|you)(?:'re| are)? (?:look|expect|seek|bring|have|hope|want|need)"
    r"|who you are|who we(?:'re| are) looking|about you\b|^you(?: are| have)?$|^your (?:profile|background|toolbox|skill|experience|expertise)"
    r"|we(?:'re| are)? (?:expect|look|seek)|^expected|skills?\b|knowledge|experience|^education|competenc|credentials|do well|matters to us"
    r"|candidate profile|person specification|abilities|eligib|^profile\b|(?:selection|key|entry) criteria|certifications?\b|licen[sc]es?\b|training"
    r"|what it takes|to succeed|to be successful|success in this role|we'd like you to have|attributes|^background$|expertise"
)
_TASKS = re.compile(
    r"responsib|\bdut(?:y|ies)\b|\byou(?:'ll| will)? (?:will |'ll |get to )?(?:do|own|be|spend|work|lead|learn)|^you(?:'ll| will)$|^your (?:impact|mission|week"
    r"|role|tasks|day|opportunit)|typical work|day.to.day|candidate will do|functions|^(?:key |main )?tasks?\b|accountabilit|^in this role|^what you can expect"
    r"|^specifically, you will|^the work$|objectives|deliverables|^key activities|success looks like|^scope|impact you'll"
)
_NEUTRAL = re.compile(
    r"\b(?:the|this) (?:role|job|work|position|opportunity|team|internship|challenge)\b|^(?:role|job|position|overview|summary|description|mission"
    r"|purpose|location|travel|additional|other|details?|introduction|the|department|our team|general|shift|schedule|project|program)\b"
)
_WORDS_OF_HEADINGS = (
    "a added advantage advantages advantageous also abilities ability about accountabilities activities additional all an and applicants apply apart are as attributes background basic be"
    " behavioral behavioural benefits beneficial better bonus bring candidate candidates certification certifications classification compensation company"
    " competencies competences core credential credentials criteria culture day day-to-day demands description desirable desired details do duties education"
    " educational eeo employment entry essential even expect expectations expected experience experiences expertise extra fit following for"
    " from functions general get good great had have haves help help here's how ideal ideally if in include includes including information is it"
    " it's job key know knowledge knowledge, learning level licenses licences licensing like looking looks love main major mandatory matters may"
    " minimum mission more must must-have must-haves need needed needs not nice nice-to-have nice-to-haves non-negotiable now of offer on one only"
    " opportunity optional or other our overview particular perks person personal personality physical plus plusses points position possess"
    " preferable preferred prerequisites previous primary principal prior privacy professional profile purpose qualification qualifications"
    " qualified qualities ready recommended related relevant required requirement requirements responsibilities responsibility right role roles"
    " salary scope seek seeking selection set sets should strongly highly skill skills skillset soft special specific specification stand statement strengths succeed"
    " success successful summary talents tasks team technical technology that the these this to traits training typical us values want we we'd"
    " we'll we're welcome what what's who who's why will with work working would you you'd you'll you're you've your yourself & / + disclaimer"
    " equal we've youll experience/skills skills/experience education/experience education/qualifications qualifications/requirements"
    " requirements/qualifications knowledge/skills/abilities knowledge/skills knowledge,skills ksas"
)
_VOCABULARY = frozenset(_WORDS_OF_HEADINGS.split())
_WORD = re.compile(r"[^\s,/&()]+")


@lru_cache(4_096)
def announces(words: str) -> Part | None:
    """What a heading announces; None when it is not known."""
    if _ROLE.search(words):
        return Part.NEUTRAL  # a job title, also when it is "Benefits Coordinator"
    if _BOILERPLATE.fullmatch(words):
        return Part.BOILERPLATE
    firm = _FIRM.search(words) and not re.search(r"\bnot\b|\bnon\b(?!-neg)", words)
    for pattern, part in ((_PREFERRED, Part.PREFERRED), (_DESIRED, Part.DESIRED)):
        if pattern.search(words):
            return Part.NEUTRAL if firm else part
    if firm:
        return Part.REQUIRED
    if _TASKS.search(words):
        return Part.TASKS
    if _NEUTRAL.search(words) and not re.search(r"qualif|requirement|skills|criteria", words):
        return Part.NEUTRAL
    return Part.REQUIRED if _REQUIRED.search(words) else None


@lru_cache(4_096)
def is_firm(words: str) -> bool:
    """Whether a heading says by a word of its own that what follows is required; "skills" and "education" do not."""
    return _FIRM.search(words) is not None


@lru_cache(4_096)
def announces_plainly(words: str) -> Part | None:
    """As :func:`announces`, for a line without markup: every word must be one that headings are made of."""
    if all(word in _VOCABULARY for word in _WORD.findall(words)):
        return announces(words)
    return None
