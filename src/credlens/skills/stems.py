"""One pass over a text for every stem that any rule about requirements looks for.

Most lines of an ad hold none: the rules, which are regular expressions, then run on the few sentences where a stem says they might match.
"""

from __future__ import annotations

from bisect import bisect_left

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from credlens.skills.text import lower

(
    PREFERS,
    DEMANDS,
    EXPECTS,
    PERSON,
    REFUSES,
    NOTICE,
    EQUAL,
    BENEFIT,
    COMPANY,
    DEGREE,
    FEDERAL,
    YEARS,
    LICENCE,
    CREDENTIAL,
    LEVEL,
) = (1 << n for n in range(15))
"""What a stem may be part of: a preference, a demand, an expectation, what a person has, a refusal, benefits, praise of the company, a
degree, federal wording, years, a licence, a certificate, how far a skill is asked for. A ``NOTICE`` needs no second look: it is one of benefits or law; an ``EQUAL`` is
the notice of equal opportunity, behind which nothing is asked any more."""

SPEAKS = PREFERS | DEMANDS | EXPECTS | PERSON | REFUSES | NOTICE | BENEFIT | COMPANY

STEMS: dict[int, tuple[str, ...]] = {
    PREFERS: (
        "nice to have", "nice-to-have", "good to have", "great to have", "prefer", "ideal", "desir", "advantag", " plus", "pluses", "(plus",
        "bonus", "asset", "welcome", "helpful", "useful", "beneficial", "optional", "would be", "would help", "'d love", "would love", "an edge",
        "extra credit", "extra point", "favorabl", "favourabl", "favored", "favoured", "highly regarded", "well regarded", "highly valued",
        "brownie", "encouraged", "set you apart", "sets you apart", "stand out", "recommended", "viewed positively", "considered positive",
        "looked upon", "appreciated", "even better", "good if", "great if", "nice if", "valued", "of benefit", "a merit", "meritorious",
        "priority", "kudos", "special consideration", "strong consideration", "perfect ", "dream ",
    ),
    DEMANDS: (
        "must", "require", "mandatory", "essential", "indispensable", "prerequisite", "pre-requisite", "non-negotiable", "necessity",
        "compulsory", "obligatory", "have to have", "need to have",
    ),
    EXPECTS: (
        "you have", "you already have", "you also have", "you've ", "you bring", "you'll bring", "you will bring", "you need", "you'll need",
        "you will need", "you possess", "you hold", "have to have", "need to ", "at least", "minimum", "necessary", "needed", "candidate", "should ",
        "you know", "you can ", "applicant", "someone with", "looking for", "look for", "seeking", "seeks ",
        "we seek", "we need", "seek a", "they will",
    ),
    PERSON: (
        "experience", "knowledge", "skill", "ability", "abilities", "able to", "proficien", "familiar", "understanding", "expert", "fluen", "background",
        "track record", "comfortable", "capable", "degree", "year", "yrs", "passion", "willing", "competen", "capacity to", "command of", "grasp",
        "aptitude", "self-", "self ", "oriented", "bachelor", "master", "ph.d", "phd", "diploma", "mba", "ba/bs", "bs/ms", "b.s", "b.a", "m.s", "m.a", "communicat",
        "writer", "thinker", "acumen", "capabilit", "commitment", "attitude", "mindset", "ethic", "awareness", "attention to detail", "player",
        "highly ", "must", "you are ", "you have ", "you're ", "you've ", "possess", "bring ", "hold ", "know ", "certif", "mastery", "literate",
        "native", "demonstrate", "exposure to", "proof of", "evidence of", "undergrad", "have a", "have strong", "have excellent", "have good",
    ),
    REFUSES: ("not ", "n't ", "no ", "none required"),
    NOTICE: (
        "equal opportunit", "equal employment", "without regard to", "401(k", "401k", "401 k", "reasonable accommodation", "benefits package",
        "benefit package", "paid time off", "paid vacation", "paid holiday", "affirmative action", "protected veteran", "e-verify", "everify",
        "tuition assistance", "tuition reimbursement", "background check", "drug test", "drug screen", "receive consideration", "applicable law",
        "your recruiter", "base salary", "base pay", "annual salary", "starting salary", "hourly pay", "hourly rate", "salary range", "pay range",
        "cover letter", "visa sponsorship", "recruiting agenc", "recruitment agenc", "perks", "health insurance", "dental insurance",
        "vision insurance", "disability insurance", "medical, dental", "medical and dental", "health, dental", "dental, vision", "dental and vision",
    ),
    EQUAL: ("equal opportunit", "equal employment", "without regard to", "affirmative action"),
    BENEFIT: ("we offer", "regardless of", "life insurance", "paid study", "eligible ", "to apply", "apply ", "click ", "please "),
    COMPANY: (
        "leading", "largest", "fastest", "award-winning", "premier", "world-class", "leader", "pioneer", "trusted", "world's", "founded", "established",
        "headquarter", "our mission", "'s mission", "our customers", "our clients", "our company", "our product", "our values", "our culture",
        "our story", "cultur", "core values", "we celebrate", "we enjoy", "our employees", "fortune ", "place to work", "places to work", "proud", " company", " firm", "startup", "start-up", " organi", " agency",
        "consultancy", "nonprofit", "non-profit", " bank", " provider", "manufacturer", "retailer", "corporation", " years",
    ),
    DEGREE: (
        "degree", "bachelor", "baccalaureate", "master", "doctor", "ph.d", "phd", "ph. d", "diploma", "high school", "high-school", "associate's",
        "associates", "associate degree", "associate-degree", "associate or", "associate level", "associate of", "associate in", "secondary", "undergrad", "graduate", "graduation", "b.s", "b.a", "m.s", "m.a", "b.tech", "btech", "m.tech",
        "mtech", "b.e", "m.e", "b.sc", "bsc", "m.sc", "msc", "mba", "m.b.a", "bba", "beng", "meng", "b.eng", "m.eng", "bcom", "b.com", "llb", "ll.b",
        "llm", "ll.m", "juris", "j.d", "m.d", "pharmd", "pharm.d", "ged", "g.e.d", "education", "above high", "semester", "college", "university",
        "year course", "enrolled", "pursuing", "matriculat", "hnd", "a-level", "a level", "a.a", "a.s", "gcse", "bsn", "msn", "dnp", "ed.d", "edd",
        "dphil", "d.phil", "mph", "mca", "bca", "school", "none required", "substitut", "post-grad", "postgrad", "academic", "tertiary", "12th", "10+2", "grade 1", "year 12", "hsc", "vce", "first degree", "two-year", "two year", "2-year", "2 year", "foundation degree", "community college",
        "polytechnic", "advanced ", "higher-level", "higher level", "law degree", "medical degree", "60 ", "honours", "honors", "honor", "hs ", "h.s", "hsd",
        "ossd", "post-secondary", "postsecondary", "hnc", "adn", "aas", "a.s", "in lieu", "combination", "may compensate", "can compensate", "will compensate", "waive", "doctor of", "mbbs", "dpt", "dmd", "o.d",
    ),
    FEDERAL: (
        "specialized experience", "above the high school", "above high school", "federal service", "progressively", "education requirement",
        "educational requirement", "education qualification", "educational qualification", "education substitut", "educational substitut", "substitut",
        "superior academic", "gs-", "gs ", "gl-", "wg-", "grade level",
    ),
    YEARS: ("year", "yrs", "yr.", "yr ", "month", "weeks of"),
    LICENCE: (
        "licen", " bar", "series ", "admitted to", "admitted in", "admission to", "cpa", "public accountant", "chartered acc", "registered arch",
        "registered landscape", "registered with", "registration", "practicing cert", "practising cert", "notary", "professional eng", "p.eng", "p. eng",
        "p.e.", "pe lic", "pe req", "pe pref", "pe reg", "acca", "qualified solicitor", "qualified lawyer", "qualified barrister", "qualified attorney",
        "called to the bar", "nmc ", "gmc ", "hcpc ", "gdc ", "gphc ", "ahpra ",
    ),
    CREDENTIAL: ("certif", "credential", "accredit", "designation", "qualified", "charterholder", "qualification in", "diploma in", "badge"),
    LEVEL: (
        "expert", "mastery", "guru", "deep ", "deep,", "in-depth", "in depth", "thorough", "comprehensive know", "comprehensive under", "profound", "intimate",
        "world-class ex", "native", "advanced", "strong", "extensive", "excellent", "exceptional", "outstanding", "superior", "superb", "fluen", "highly pro",
        "highly skilled", "highly comp", "highly exp", "well versed", "well-versed", "significant exp", "significant know", "substantial exp", "substantial know",
        "considerable exp", "considerable know", "proficien", "solid ", "hands-on", "hands on", "working know", "working under", "working prof", "working fam",
        "good know", "good under", "good comm", "good work", "good grasp", "good at", "good skill", "good tech", "good anal", "good writ", "comfortable ", "sound know",
        "sound under", "practical know", "practical exp", "practical under", "competen", "skilled ", "versed in", "knowledgeable", "intermediate", "conversational",
        "grasp of", "command of", "basic", "familiar", "exposure ", "understanding of", "understanding how", "entry-level", "entry level", "beginner", "awareness of",
        "some know", "some exp", "some fam", "some under", "general know", "general under", "fundamental know", "fundamental under", "foundational know",
        "foundational under", "limited know", "limited exp",
    ),
}  # fmt: skip

CASED = (
    "BS", "BA", "MS", "MA", "MD", "JD", "AA", "AS", "BE", "ME", "BEng", "BTech", "MEng", "BCom", "BSc", "MSc", "MBA", "EdD", "DDS", "DVM", "DBA",
    "DO", "OD",
)  # fmt: skip
"""Abbreviations of degrees that are words in lower case; they are looked for in exactly this case."""


def _table() -> tuple[list[str], list[int]]:
    kinds: dict[str, int] = {}
    for kind, stems in STEMS.items():
        for stem in stems:
            kinds[stem] = kinds.get(stem, 0) | kind
    return list(kinds), list(kinds.values())


_WORDS, _KINDS = _table()
# A stem that begins inside another of a different kind must not be hidden by it, so all are reported.
_AUTOMATON = AhoCorasick(_WORDS, implementation=Implementation.DFA)  # twice as fast as what it would choose itself
_CASED = AhoCorasick(list(CASED), matchkind=MatchKind.LeftmostLongest)


class Stems:
    """The places of a text's stems.

    Attributes:
        words: the text in lower case with straight quotes, each character in its place.
        kinds: the kinds of all stems there are, as bits.
    """

    def __init__(self, text: str) -> None:
        self.words = lower(text).replace("\u2019", "'")
        found = _AUTOMATON.find_matches_as_indexes(self.words, overlapping=True)
        places = sorted((start, _KINDS[number]) for number, start, _ in found)
        self._starts = [start for start, _ in places]
        self._kinds = [kind for _, kind in places]
        self._cased = [start for _, start, _ in _CASED.find_matches_as_indexes(text)]
        self.kinds = 0
        for kind in set(self._kinds):
            self.kinds |= kind

    def within(self, start: int, end: int) -> int:
        """The kinds of all stems that begin in a span, as bits."""
        kinds = 0
        for kind in self._kinds[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            kinds |= kind
        if self._cased and bisect_left(self._cased, start) < bisect_left(self._cased, end):
            kinds |= PERSON | DEGREE
        return kinds

    def places(self, kind: int) -> list[int]:
        """Where stems of a kind begin, in order; each place once."""
        if not self.kinds & kind and not (kind & DEGREE and self._cased):
            return []
        found = [start for start, kinds in zip(self._starts, self._kinds, strict=True) if kinds & kind]
        return sorted({*found, *self._cased}) if kind & DEGREE else list(dict.fromkeys(found))

    def places_within(self, kind: int, start: int, end: int) -> list[int]:
        """As :meth:`places`, of those that lie in a span."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found = {self._starts[i] for i in range(first, last) if self._kinds[i] & kind}
        if kind & DEGREE and self._cased:
            found.update(self._cased[bisect_left(self._cased, start) : bisect_left(self._cased, end)])
        return sorted(found)
