"""Credentials that are in no list, by their usual wording: "X Certified Y", "certification in X", "Certified X Professional (CXP)".

Only proper names count: "certification preferred" and "relevant certifications" name nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_CAPS = r"[A-Z][A-Z0-9]{1,7}(?:[-/][A-Z0-9]{1,6})?\+?"  # an abbreviation
_NAME = r"[A-Z][\w+.&'\u2019-]*"  # a word with a capital
_LOWER = r"(?:of|in|for|and|the|to|&)"
_ROLES = (
    r"(?:Professional|Manager|Analyst|Engineer|Architect|Administrator|Developer|Specialist|Associate|Expert|Practitioner|Auditor|Examiner|Planner|Technician|Coder|Assistant|Nurse|Trainer"
    r"|Coach|Master|Marketer|Consultant|Officer|Inspector|Instructor|Buyer|Hacker|Operator|Educator|Counselor|Therapist|Technologist|Scientist|Designer|Leader|Executive|Advisor|Adviser"
    r"|Agent|Appraiser|Estimator|Supervisor|Investigator|Interpreter|Translator|Teacher|Welder|Electrician|Accountant|Bookkeeper|Underwriter|Adjuster|Programmer|Tester|Lead|Implementer"
    r"|Agilist|Owner|Fundraiser|Librarian|Dietitian|Paralegal|Recruiter|Partner|Chef|Installer|Builder|Remodeler|Educator|Tester|Sommelier|Representative)s?"
)
_CERTIFIED_ROLE = re.compile(
    rf"\b(?:Board[- ])?(?:Certified|CERTIFIED)(?: (?:{_NAME}|{_LOWER}(?= [A-Z]))){{0,6}}? {_ROLES}\b(?:[ ]?\([A-Z][\w+-]{{1,9}}\))?"
)
_CERTIFIED_ABBREVIATED = re.compile(
    rf"\b(?:Certified|Certificate|Certification|Chartered|Accredited)(?: (?:{_NAME}|{_LOWER}(?= [A-Z]))){{2,8}} ?\([A-Z][A-Z0-9+-]{{2,7}}\)"
)
_VENDOR_CERTIFIED = re.compile(
    rf"\b(?:{_NAME} ){{1,3}}(?:Certified|certified)(?::? {_NAME}){{1,6}}(?: ?\([A-Z][\w+-]{{1,9}}\))?"
)
_CAPS_CERTIFICATION = re.compile(
    rf"(?<![\w/.-])(?P<name>{_CAPS})(?:[ -](?:Level (?:\d|[IVX]+)))?(?:\)|\u00ae|\u2122)?[ -](?:[Cc]ertifi(?:ed|cations?|cate)|CERTIFI(?:ED|CATIONS?|CATE)|[Dd]esignation|[Cc]redentials?\b(?!ing))"
)
_LISTED = re.compile(
    r"\b(?:certifications?|certificates?|credentials?|designations?)\b(?:\(s\))?[^.;\n]{0,60}?(?:\bsuch as|\blike|\bincluding|\be\.?g\b\.?,?|\bi\.?e\b\.?,?|\bex[.:]|:|\(|\bin\b|\bfor example)\s*"
    r"(?P<list>[^.\n)]{2,160})",
    re.IGNORECASE,
)
_LISTED_BEFORE = re.compile(
    rf"(?P<list>(?:{_CAPS}(?:\s?(?:,|/|\||;|or|and|and/or|, or|, and)\s?)){{1,7}}{_CAPS})\s+(?:or (?:similar|equivalent|other|related|relevant) )?(?:[\w-]+ )?"
    r"(?:certifications?|certificates?|credentials?|designations?|certified|qualifications?)\b"
)
_WORD_CAPS = re.compile(rf"(?<![\w/.-]){_CAPS}(?![\w-])")
_BESIDE = re.compile(
    rf"\s{{0,2}}(?:[,;/|]|\bor\b|\band\b|\band/or\b|, or|; or|, and)\s{{0,2}}/?(?P<word>{_CAPS})(?![\w-])"
)
_BRAND = re.compile(
    r"\b(?i:certification|certificate|certified|certifications|certificates) (?:in|on|with|as an?|from)(?: the)? (?P<name>(?:[A-Z][\w+.&-]*|of|for)(?: (?:[A-Z][\w+.&-]*|of|for|and(?= [A-Z]))){0,5})"
)
_BOARD = re.compile(rf"\b[Bb]oard[- ][Cc]ertifi(?:cation|ed) in {_NAME}(?: (?:and )?{_NAME}){{0,3}}")
_PROPER = re.compile(r"[a-z][A-Z]|[A-Z]{2}|\d")
_LINKS = frozenset(
    {"certified", "board", "of", "in", "for", "and", "the", "to", "chartered", "accredited", "certificate"}
)
TELLING = 4  # letters that an abbreviation needs to be believed in a list of certificates where no other one is known
_COMMON_WORDS = (
    "AND OR THE FOR WITH NOT ALL ANY OF IN TO US USA UK EU IT HR QA UX UI BI AI ML PM PMO IS CV ID OK NA TBD YOU ARE ISO SOC CMMI SBA FDA DOT DOD FAA FBI FCC FTC SEC IRS GED MBA BA BS"
    " MS MA PHD MD JD RN LPN LVN BSN MSN CE UL EPA OSHA CLIA CAP CGMP GMP GLP GCP HIPAA GDPR PCI NIST FISMA FEDRAMP ABET AACSB ABA NAACLS CAAHEP ABHES CSWE ACPE CCNE ACEN APA LCME TS SCI"
    " SQL API AWS ETL ERP CRM SAP EMR EHR ICD CPT HVAC CAD CNC PLC SEO SEM PPC B2B B2C SAAS NYC NY CA TX ER OR ICU EOE EEO PTO HSA LGBTQ DEI USD CAD GBP EUR GPA STEM K-12 ESL DMV II III IV VI"
    " PREFERRED REQUIRED CERTIFICATION CERTIFICATIONS CERTIFIED CERTIFICATE LICENSE LICENSES SKILLS EDUCATION EXPERIENCE QUALIFICATIONS REQUIREMENTS ADDITIONAL OTHER RELEVANT PROFESSIONAL"
    " STATE VALID CURRENT ACTIVE MUST HAVE PLUS BONUS NICE DESIRED MINIMUM LBE MBE WBE DBE WBENC MWBE HUB HUBZONE VOSB SDVOSB CVE NMSDC LEAN AGILE SCRUM DEVOPS CLOUD SECURITY DATA TECHNICAL"
    " INDUSTRY SAFETY VENDOR PRODUCT TRAINING BOARD PROJECT SPECIAL ONE TWO BONUS: EG IE ETC VP CEO CFO CTO COO SVP EVP SME SMES POC MVP KPI OKR ROI DC LA SF UAE APAC EMEA LATAM ANZ"
)
_COMMON = frozenset(_COMMON_WORDS.split())
_NOT_NAMES_WORDS = (
    "relevant professional industry required preferred additional other any current valid active appropriate applicable related technical special specific board training product our the a an"
    " all new state national advanced basic safety business teacher no some certificate certifications certification must have be your as in we you they license licenses education experience"
    " skills bachelor bachelors master masters degree completion birth analysis insurance occupancy authenticity conformance compliance origin this for with and or if when being become"
    " officially fully once are is was were get getting obtain maintain maintains great global top uscg fortune iso woman women minority small service veteran usda organic fair trade"
)
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_COMPANY = re.compile(
    r"\b(?:compan|organi[sz]ation|business(?:es)?|firm|employer|workplace|place to work|enterprise|facilit|supplier|vendor|manufactur|laborator|corporation|owned|buildings?|small|disadvantaged"
    r"|public accountant|nursing assistant|copies|copy|check|funds|mail|payroll report|translations?|pre-?owned|used|vehicles?|public accounting)",
    re.IGNORECASE,
)
_BENEFIT = re.compile(
    r"\bcertification (?:opportunit|reimburse|bonus|support|assistance|program for|incentive)|\bpaid\b[^.\n]{0,40}certif|\breimburse\w*\b[^.\n]{0,60}certif|\bwe (?:are|'re|\u2019re) [^.\n]{0,40}certified\b"
    r"|certified by Great Place|great place to work|\baccredited by\b",
    re.IGNORECASE,
)


def by_issuers(issuers: Iterable[str]) -> re.Pattern[str]:
    """Finds "Zorblatt Widgets certification" for issuers whose names are proper; a pattern that finds nothing when there are none."""
    names = sorted({i for i in issuers if i[:1].isupper() and len(i) > 2}, key=lambda i: (-len(i), i))
    if not names:
        return re.compile(r"(?!)")
    first = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?:{first})(?: {_NAME}){{0,4}} [Cc]ertif(?:ied|ications?|icates?)\b")


def unlisted_in(
    text: str, start: int, end: int, known: Sequence[tuple[int, int]], issued: re.Pattern[str] | None = None
) -> Iterator[tuple[int, int]]:
    """Spans of names in the sentence ``text[start:end]``.

    Args:
        text: the whole text.
        start, end: the sentence.
        known: places of credentials that are in a list: an abbreviation beside one of those is believed more easily.
        issued: what :func:`by_issuers` made.
    """
    if _BENEFIT.search(text, start, end):
        return
    yield from _written_out(text, start, end)
    for found in issued.finditer(text, start, end) if issued else ():
        if not _of_company(text, found.end()):
            yield found.span()
    yield from _abbreviated(text, start, end, [p for p in known if start <= p[0] and p[1] <= end])


def _written_out(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for pattern in (_VENDOR_CERTIFIED, _CERTIFIED_ABBREVIATED, _CERTIFIED_ROLE):
        for found in pattern.finditer(text, start, end):
            if _is_name(found[0]) and not _of_company(text, found.end()):
                yield found.span()
    for found in _BOARD.finditer(text, start, end):
        yield found.span()
    for found in _BRAND.finditer(text, start, end):
        name = found["name"].strip()
        first = name.split()[0]
        if _PROPER.search(first) and _is_abbreviation(first) and first.lower() not in _NOT_NAMES:
            yield found.start("name"), found.start("name") + len(name)


def _abbreviated(text: str, start: int, end: int, known: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for found in _CAPS_CERTIFICATION.finditer(text, start, end):
        if _is_abbreviation(found["name"]) and not _of_company(text, found.end()):
            yield found.start("name"), found.end()
    for pattern in (_LISTED, _LISTED_BEFORE):
        for found in pattern.finditer(text, start, end):
            beside = any(found.start() <= first < found.end() for first, _ in known)
            for word in _WORD_CAPS.finditer(text, *found.span("list")):
                if _is_abbreviation(word[0]) and (beside or len(word[0]) >= TELLING):
                    yield word.span()
    for _, last in known if len(known) > 1 else ():
        neighbour = _BESIDE.match(text, last, end)
        if neighbour and _is_abbreviation(neighbour["word"]):
            yield neighbour.span("word")


def _of_company(text: str, end: int) -> bool:
    """Whether what is certified is no person: "ISO certified laboratory"."""
    return _COMPANY.match(text[end : end + 20].strip()) is not None


def _is_abbreviation(word: str) -> bool:
    return len(word) >= 3 and not all(part in _COMMON for part in re.split(r"[-/]", word.upper().rstrip("+")))


def _is_name(words: str) -> bool:
    """Whether the words are a proper name: not all of them general, and more than "Certified Professional"."""
    parts = [w.strip("(),:.").lower() for w in words.split()]
    if parts[0] in _NOT_NAMES or _COMPANY.search(words):
        return False
    telling = [p for p in parts[:-1] if p not in _NOT_NAMES and p not in _LINKS]
    return bool(telling) and len(parts) > 2
