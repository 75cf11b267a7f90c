"""The degree an ad asks for: level, firmness, and whether experience may stand in for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from credlens.model.occupation import DEGREE_ORDER, DegreeLevel
from credlens.model.posting import DegreeRequirement, Requirement
from credlens.skills import cues
from credlens.skills.degree_levels import LevelMention, field_spans, fields_in, levels_in
from credlens.skills.federal import PASSAGE, Education, is_federal, read_federal
from credlens.skills.headings import Part
from credlens.skills.sections import Layout
from credlens.skills.stated import EDUCATION, part
from credlens.skills.stems import DEGREE, FEDERAL
from credlens.skills.text import quote_of

__all__ = ["LevelMention", "field_spans", "fields_in", "levels_in", "read_degree"]

_NO_DEGREE = re.compile(
    r"\bno (?:[\w/-]+ ){0,3}(?:degree|diploma)s?\b(?:[^.;\n]{0,40}(?:required|needed|necessary|asked|requirement)|[^\w]*$|[,.;]| needed)"
    r"|\bdegrees? (?:(?:is|are) )?not (?:an? |strictly )?(?:required|needed|necessary|requirement|essential|mandatory)|\bno degree requirement\b"
    r"|\bdo(?: not|n['\u2019]t) (?:need|require) (?:a|any) (?:\w+ )?degree|\bno (?:formal )?(?:education|qualifications?) (?:is |are )?(?:required|needed|necessary)"
    r"|\b(?:with or without|regardless of) (?:a |any )?degree|\bdegree isn['\u2019]t (?:required|needed|necessary)",
    re.IGNORECASE,
)
_EXPERIENCE = (
    r"(?:experiences?|work history|track record|background|expertise|practice|employment history|professional history)"
)
_KINDS = (
    r"(?:practical|work|working|professional|relevant|related|industry|industrial|hands[- ]on|military|proven|demonstrable|demonstrated|comparable|commensurate"
    r"|similar|equal|equivalent|on[- ]the[- ]job|job|field|technical|applied|real[- ]world|extensive|significant|substantial|direct|prior|previous|life|lived"
    r"|additional|sufficient|appropriate|suitable|years of|software|engineering|business|teaching|clinical|management|sales|progressive)"
)
_INSTEAD = re.compile(
    rf"(?P<besides>\bplus (?:an? |any )?(?:equivalent )?combination of [^.;\n]{{0,80}})|\bequivalent (?!(?:[\w-]+ )?(?:degree|field|discipline|qualification|diploma|subject|major|program|educational|academic))(?:[\w/,&-]+ ){{0,5}}?{_EXPERIENCE}\b|\bequivalen(?:t|cy|ce) (?:of|in|through|by|via|with) (?:\w+ ){{0,4}}?{_EXPERIENCE}\b"
    rf"|\b(?:or|/|and/or) (?:an? |the |your |by |with |through |have |having |possess )?(?:{_KINDS}[,/ ]+(?:and |or |and/or )?){{1,4}}(?:[\w-]+ ){{0,2}}?{_EXPERIENCE}\b"
    rf"|\bor (?:an? )?(?:strong |proven |solid |demonstrable |good |extensive )?{_EXPERIENCE}\b|\bin lieu\b|\bin place of (?:an? |the )?(?:\w+ )?(?:degree|education)|\bin substitution\b|\binstead of (?:an? )?(?:\w+ )?degree"
    r"|\bexperience (?:\([^)]*\) )?(?:may|can|will|could|might) (?:also )?(?:be )?(?:substitut|consider|accept|count)"
    r"|\bsubstitut\w* (?:for|of) (?:\w+ ){0,4}?(?:education|degree|bachelor|qualification)|\bmay (?:be )?substitut\w*(?! for (?:\w+ ){0,4}experience)"
    r"|(?:\bor (?:an? |any |the )?|\b(?:equivalent|any|suitable|appropriate|similar|satisfactory|acceptable|comparable|relevant) )(?:[\w-]+ ){0,2}?(?:combination|mix) of (?:[\w/,-]+ ){0,6}?(?:education|training|experience|degree)"
    r"|\band/or (?:\w+ ){0,3}experience\b|\beducation (?:and/or|or) (?:\w+ ){0,3}experience\b|\b(?:qualified|degree) (?:or qualified )?by experience\b"
    r"|\bor\s{1,4}(?:at least |minimum |a minimum of |with |[>~]\s?)?(?:\d+|two|three|four|five|six|seven|eight|ten)(?: ?\(\d+\))?\+? ?(?:or more |plus |to \d+ |- ?\d+ )?-?\s?(?:years?|yrs)\b"
    r"(?!\W+(?:degree|college|university|diploma|program))|\bor (?:an? )?(?:strong |impressive )?(?:portfolio|bootcamp|boot camp)\b|\bself[- ]taught\b"
    r"|\bor (?:able to |ability to )?(?:demonstrate|show)\w* (?:\w+ ){0,3}(?:experience|ability|equivalent)|\bequivalent (?:military|vocational) (?:training|service)"
    r"|\bor equivalent (?:\w+ )?(?:knowledge|skills?|training and|education and|combination|work)\b|\bexperience (?:equivalent|equal) to (?:an? )?(?:\w+ )?degree"
    r"|\bequivalent years\b|\bexperience (?:may|can|will) compensate|\bwaived?\b[^.;\n]{0,60}\bexperience\b|\bexperience\b[^.;\n]{0,60}\bwaive",
    re.IGNORECASE,
)
_INSTEAD_ELSEWHERE = re.compile(
    r"\bin lieu of (?:an? |the |formal |your )*(?:\w+['\u2019]?s? )?(?:degree|education|diploma|qualification|bachelor|college)"
    r"|\bexperience\b[^.;]{0,80}\b(?:may|can|will|could) (?:also )?(?:be )?(?:substitut|consider\w* (?:in (?:lieu|place)|instead|as (?:a )?(?:substitut|equivalent)))"
    r"|\bsubstitut\w* (?:of experience )?for (?:\w+ ){0,4}?(?:education(?:al)?|degree|diploma|academic)\b"
    r"|(?P<besides>\bplus (?:an? |any )?(?:equivalent )?combination of [^.;\n]{0,80})|\b(?:equivalent|satisfactory|any|acceptable|suitable|comparable|appropriate) (?:\w+ )?combination of (?:[\w/,-]+ ){0,4}?(?:education|experience|training)"
    r"|\bexperience (?:may|can|will) compensate|\b(?:degree|education)\b[^.;]{0,40}\bwaived?\b[^.;]{0,60}\bexperience\b|\bexperience\b[^.;]{0,60}\bwaive"
    r"|\beducation and/or experience (?:which (?:is|are) )?equivalent|\ban equivalent combination\b|\bcombination of education[^.;]{0,20}experience[^.;]{0,60}(?:considered|accepted|equivalent)",
    re.IGNORECASE,
)
_NOT_INSTEAD = re.compile(
    r"\b(?:experience (?:is|will|may|can) ?not (?:be )?(?:accept|substitut|consider)\w*|no substitut\w+ (?:for|of) (?:the |a |an )?(?:degree|education)|degree (?:may|can) ?not be (?:substitut|waiv)\w+"
    r"|no experience in lieu)",
    re.IGNORECASE,
)
# A higher degree in place of years: that is no way in without a degree.
_FOR_YEARS = re.compile(
    r"\b(?:degree|education|master|ph\.?d|coursework|study|diploma|credits)\b[^.;]{0,60}\b(?:substitut\w*|in lieu)\b[^.;]{0,40}\b(?:experience|years)|\blieu of (?:\w+ ){0,3}experience",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\bor (?:an? |the |its |their )?(?:\w+ )?equivalent\b(?!\s+(?:[\w/'\u2019-]+ ){0,3}(?:degree|diploma|qualification|certificat|education|field|discipline|major|program|course|subject"
    r"|area|institution|university|level))|[/(]\s?equivalent\b(?!\s+(?:degree|field|qualification|diploma))|\bor local country equivalent",
    re.IGNORECASE,
)
_ITS_LIKE = re.compile(
    r"educational equivalent|foreign equivalent|international equivalent|academic equivalent|U\.?S\.? equivalent",
    re.IGNORECASE,
)
_OR_ALONE = re.compile(r"[\W_]*or[\W_]*", re.IGNORECASE)
_OR_FIRST = re.compile(r"[\W_]*(?:or|in lieu|alternatively)\b", re.IGNORECASE)
_JOINED = re.compile(
    r"[\s'\u2019s/,or&()-]*(?:degree|and|higher|level|degrees|a|an|or)?[\s/,or()-]*(?:an?\s)?", re.IGNORECASE
)
# "If M.S. degree, 2 years": a condition on somebody's degree, not a demand for it; "in lieu of a degree", "equivalent to a Master's".
_ASIDE = re.compile(
    r"\b(?:if (?:you (?:have|hold) |with )?(?:an? |holding an? )?|in lieu of (?:an? |the )?|in place of (?:an? )?|substitut\w+ for (?:an? |the )?|instead of (?:an? )?"
    r"|equivalent to (?:an? |the )?|equivalent of (?:an? )?|without (?:an? )?|our (?:[\w-]+ ){0,3}|team of (?:\w+ )?|support for |reimbursement for (?:an? )?)"
    r"(?:\w+ )?$",
    re.IGNORECASE,
)
_FLOOR = re.compile(r"\b(?:all candidates|every candidate|all applicants) must (?:have|possess|hold)\b", re.IGNORECASE)
_INSTITUTION = re.compile(r"university of|state university|\bhigh school students?\b", re.IGNORECASE)

_REQUIRED = {Requirement.REQUIRED: True, Requirement.UNCLEAR: None, Requirement.PREFERRED: False}  # firmest first


@dataclass(frozen=True, slots=True)
class _Asked:
    mention: LevelMention
    requirement: Requirement
    sentence: tuple[int, int]

    @property
    def rank(self) -> int:
        return DEGREE_ORDER.index(self.mention.level)


def read_degree(text: str, layout: Layout) -> DegreeRequirement:
    """The degree an ad asks for: the lowest level that would do, of those it asks for most firmly.

    Where a field of the ad's data states it, the field wins over the prose (:mod:`credlens.skills.stated`).
    """
    ad = _Ad.of(text, layout)
    stated = part(ad.text, EDUCATION)
    asked, floor = _asked(ad)
    asked = [a for a in asked if stated[0] <= a.mention.start < stated[1]] or asked
    if not asked:
        asked, floor = floor, []
    federal = _federal(ad, asked)
    if federal is not None:
        return federal
    refusal = _refusal(ad, asked, stated)
    if refusal:
        quote = quote_of(ad.text, *layout.at(refusal.start()).sentence)
        return DegreeRequirement(DegreeLevel.NONE, required=False, quote=quote, span=refusal.span())
    if not asked:
        return DegreeRequirement()
    firmest = next(r for r in _REQUIRED if any(a.requirement is r for a in asked))
    lowest = min((a for a in asked if a.requirement is firmest), key=lambda a: a.rank)
    start, end = lowest.sentence
    fixed = any(f.mention.level is lowest.mention.level for f in floor)  # everybody needs it, whatever else they have
    return DegreeRequirement(
        lowest.mention.level,
        _required(firmest, layout, lowest),
        False if fixed else _instead(ad, lowest),
        fields_in(ad.text[start:end]),
        quote_of(ad.text, start, end),
        (lowest.mention.start, lowest.mention.end),
    )


@dataclass(frozen=True)
class _Ad:
    """An ad without Markdown's marks, which hide where words begin; and its sentences that may speak of education."""

    text: str
    layout: Layout
    sentences: tuple[tuple[int, int, bool], ...]

    @classmethod
    def of(cls, text: str, layout: Layout) -> _Ad:
        return cls(text.replace("*", " ").replace("_", " "), layout, tuple(layout.sentences(DEGREE)))

    def search(self, pattern: re.Pattern[str], *stems: str) -> Iterator[re.Match[str]]:
        """Matches in those sentences that hold one of the stems."""
        for start, end, _ in self.sentences:
            words = self.layout.stems.words[start:end]
            if any(stem in words for stem in stems):
                yield from pattern.finditer(self.text, start, end)


def _refusal(ad: _Ad, asked: list[_Asked], stated: tuple[int, int]) -> re.Match[str] | None:
    """Where the ad says that no degree is needed; but "No Master's degree, a Bachelor's is required" asks for one."""
    found = list(ad.search(_NO_DEGREE, "no ", "not", "n't", "without", "regardless"))
    first = next((m for m in found if stated[0] <= m.start() < stated[1]), None)
    if first or not any(a.requirement is Requirement.REQUIRED for a in asked):
        return first or next(iter(found), None)
    return None


def _required(firmest: Requirement, layout: Layout, asked: _Asked) -> bool | None:
    """A degree that is named is asked for, also without a word that says so, unless it stands among the tasks."""
    if firmest is Requirement.UNCLEAR and layout.under(asked.mention.start) is not Part.TASKS:
        return True
    return _REQUIRED[firmest]


def _federal(ad: _Ad, asked: list[_Asked]) -> DegreeRequirement | None:
    """The answer for a federal announcement; None when the text is none, or the ordinary rules serve it better."""
    if not (ad.layout.stems.kinds & FEDERAL or len(ad.text) <= PASSAGE) or not is_federal(ad.text):
        return None
    found = read_federal(ad.text, named=bool(asked))
    if found is None or (asked and found.says is not Education.SUBSTITUTABLE):
        return None
    place = ad.layout.at(found.place)
    quote = quote_of(ad.text, *place.sentence)
    if found.says is Education.NONE:
        return DegreeRequirement(DegreeLevel.NONE, required=False, quote=quote, span=place.sentence)
    level, span = found.level, place.sentence
    fields: tuple[str, ...] = ()
    if asked:
        lowest = min(asked, key=lambda a: a.rank)
        level, span = lowest.mention.level, (lowest.mention.start, lowest.mention.end)
        fields, quote = fields_in(ad.text[slice(*lowest.sentence)]), quote_of(ad.text, *lowest.sentence)
    instead = found.says is Education.SUBSTITUTABLE
    return DegreeRequirement(
        level, required=True, experience_substitutes=instead, fields=fields, quote=quote, span=span
    )


def _instead(ad: _Ad, asked: _Asked) -> bool | None:
    """Whether experience may stand in for the degree: its sentence says so, or the one behind it ("Or ..."), or one elsewhere."""
    text, layout = ad.text, ad.layout
    start, end = asked.sentence
    if any(ad.search(_NOT_INSTEAD, "not ", "no ")):
        return False
    for found in _INSTEAD.finditer(text, start, end):
        if not found["besides"] and (found.start() < asked.mention.start or not _FOR_YEARS.search(text, start, end)):
            return True
    if _goes_on(text, layout, end):
        return True
    for found in ad.search(_INSTEAD_ELSEWHERE, "lieu", "substitut", "combination", "education", "experience"):
        if not found["besides"] and not _FOR_YEARS.search(text, *layout.at(found.start()).sentence):
            return True
    said = text[asked.mention.start : end]
    return None if _BARE.search(said) and not _ITS_LIKE.search(said) else False


def _goes_on(text: str, layout: Layout, end: int) -> bool:
    """Whether the next sentence says "or ... experience"; the "or" may stand on a line of its own."""
    after = layout.after(end)
    words = text[slice(*after)]
    if _OR_ALONE.fullmatch(words):
        words = text[slice(*layout.after(after[1]))]
        return "experience" in words and not levels_in(words)
    return bool(_OR_FIRST.match(words)) and "experience" in words.lower() and not levels_in(words)


def _asked(ad: _Ad) -> tuple[list[_Asked], list[_Asked]]:
    """Every level asked for; and those that everybody needs besides one of the others."""
    asked: list[_Asked] = []
    floor: list[_Asked] = []
    for start, end, _ in ad.sentences:
        mentions = tuple(
            m
            for m in levels_in(ad.text, start, end, ad.layout.stems)
            if ad.layout.at(m.start).counted and not _ASIDE.search(ad.text, max(start, m.start - 40), m.start)
        )
        if mentions:
            group = _grouped(ad.text, ad.layout, mentions, (start, end))
            (floor if _FLOOR.search(ad.text, start, end) else asked).extend(group)
    return asked, floor


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
        return [_Asked(m, requirement, sentence) for m in groups[0]]
    ends = [g[0].start for g in groups[1:]] + [sentence[1]]
    own = [cues.cue(text[g[0].start : stop].lower()) for g, stop in zip(groups, ends, strict=True)]
    heading = layout.at(mentions[0].start).heading
    asked = []
    for group, cue in zip(groups, own, strict=True):
        # "Bachelor's, Master's preferred": the one that is not merely preferred is asked for.
        beside = Requirement.REQUIRED if Requirement.PREFERRED in own and heading is not Requirement.PREFERRED else None
        requirement = cue or beside or layout.at(group[0].start).requirement
        asked += [_Asked(m, requirement, sentence) for m in group]
    return asked
