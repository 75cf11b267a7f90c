"""Who a mail is from: the employer itself, a system that sends for employers, a board of jobs, or a person with an address of their own."""

from __future__ import annotations

import re

from credlens.model.naming import harmless

# Systems that send in the name of employers, by the end of the domain. Recalled from the vendors' own addresses, not counted; a missing one only
# means that its own name is proposed as the employer.
_SYSTEMS = (
    *(
        "greenhouse.io",
        "greenhouse-mail.io",
        "lever.co",
        "myworkday.com",
        "myworkdayjobs.com",
        "workday.com",
        "smartrecruiters.com",
    ),
    *(
        "ashbyhq.com",
        "workable.com",
        "workablemail.com",
        "personio.de",
        "personio.com",
        "icims.com",
        "jobvite.com",
        "taleo.net",
    ),
    *(
        "successfactors.com",
        "successfactors.eu",
        "sapsf.com",
        "bamboohr.com",
        "recruitee.com",
        "teamtailor.com",
        "teamtailor-mail.com",
    ),
    *(
        "breezy.hr",
        "breezy-mail.com",
        "jazzhr.com",
        "applytojob.com",
        "softgarden.io",
        "softgarden.de",
        "rexx-systems.com",
        "oraclecloud.com",
    ),
    *(
        "avature.net",
        "eightfold.ai",
        "gem.com",
        "rippling.com",
        "pinpointhq.com",
        "welcomekit.co",
        "flatchr.io",
        "join.com",
        "d-vinci.de",
    ),
    *(
        "umantis.com",
        "comeet-notifications.com",
        "dover.com",
        "hire.trakstar.com",
        "ultipro.com",
        "paylocity.com",
        "adp.com",
        "hirevue.com",
    ),
    *("codility.com", "hackerrank.com", "hackerrankforwork.com", "calendly.com"),
)
_BOARDS = (
    *(
        "linkedin.com",
        "indeed.com",
        "indeedemail.com",
        "stepstone.de",
        "stepstone.com",
        "xing.com",
        "glassdoor.com",
        "monster.com",
    ),
    *(
        "ziprecruiter.com",
        "infojobs.net",
        "hellowork.com",
        "apec.fr",
        "welcometothejungle.com",
        "jobs.ch",
        "wellfound.com",
        "dice.com",
    ),
    *(
        "arbeitsagentur.de",
        "pole-emploi.fr",
        "francetravail.fr",
        "computrabajo.com",
        "bumeran.com",
        "jobteaser.com",
        "simplify.jobs",
    ),
)
_FREE_HOSTS = (
    "gmail.com googlemail.com outlook.com hotmail.com live.com yahoo.com icloud.com me.com aol.com gmx.de gmx.net web.de proton.me "
    "protonmail.com orange.fr free.fr laposte.net t-online.de"
)
_FREE = frozenset(_FREE_HOSTS.split())
_JOBS = re.compile(
    r"\b(?:recruit(?:ing|ment|er|ers|ers?)?|careers?|talent(?: acquisition)?|hiring|jobs?|people(?: ops| operations)?|human resources|hr|"
    r"karriere|bewerbung(?:en|smanagement)?|personalabteilung|personal|recursos humanos|rrhh|selección|empleo|recrutement|rh|carrières?|emploi)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:no-?reply|do not reply|notifications?|team|the|support|via|from|bei|department|service|équipe|equipo|greenhouse|lever|workday|"
    r"smartrecruiters|ashby|workable|personio|teamtailor|icims|jobvite)\b|[@|]|\(|\)",
    re.IGNORECASE,
)
_NAME = r"(?P<name>[^\W\d_a-zß-öø-ÿ][^!?,:;|\u2013\u2014()\"\u201c\u201d]{0,80}?|\d[^!?,:;|\u2013\u2014()\"\u201c\u201d]{0,80}?)"
_END = r"(?=\s+(?:for|as|als|für|in|para|como|pour|-|has|was|have|regarding|on|um|is)\s|\s*[!?,:;|\u2013\u2014()\"\u201c\u201d]|\s+-\s|\.\s|\.?$)"
_AT = re.compile(
    r"(?:\b[Aa]t|\b[Ww]ith|\b[Bb]ei(?: der| dem)?|\b[Cc]hez|\b[Ee]n|(?:[Ss]ent|[Aa]pplied|[Aa]pplying|[Aa]pplication|[Ii]nterest) (?:to|in)|"
    r"\b[Ff]rom|\b[Jj]oining|\b[Vv]on) " + _NAME + _END
)
_STOPS = r"!?,:;|\u2013\u2014\"\u201c\u201d"  # signs that end a title
_TITLE = re.compile(
    r"(?:\b(?:application|applying|applied|interview|offer) (?:for|as)(?: an?| the| our)?(?: position of| role of| position as)?|"
    r"\b(?:position|role) of|\bals\b|\bpuesto de|\bposte de|\bcandidature (?:au poste de|pour)|\bindeed application:)\s+"
    rf"(?P<title>[^{_STOPS}]{{2,80}}?)"
    rf"(?:\s+(?:position|role|job|vacancy)\b|\s+\(?(?:at|with|bei|chez|en|has|was|is)\s|\s*[{_STOPS}]|\s+-\s|\.?$)",
    re.IGNORECASE,
)
_LEGAL_FORMS = "inc incorporated llc ltd limited plc corp corporation co company gmbh ag se kg mbh ug ev sa sas sarl srl sl bv nv oy ab group the"
_SUFFIXES = frozenset(_LEGAL_FORMS.split())
_WORDS = re.compile(r"[^\W_]+")


def sends_for_others(domain: str) -> bool:
    """Whether a domain is that of a system or a board, and not of an employer."""
    return _ends(domain, _SYSTEMS) or _ends(domain, _BOARDS)


def recruits(sender: str, domain: str) -> bool:
    """Whether a sender's name or address says that it is about hiring."""
    return _ends(domain, _SYSTEMS) or _JOBS.search(sender) is not None


def employer_of(subject: str, sender: str, domain: str) -> str:
    """The employer as the subject, the sender's name or the domain says it; empty when none does."""
    found = _AT.search(subject)
    if found and not _JOBS.fullmatch(found["name"].strip()):
        return _short(found["name"])
    name = " ".join(_ROLE.sub(" ", _JOBS.sub(" ", sender)).split()).strip(" -\u2013\u2014·,:&.")
    if sends_for_others(domain):
        return "" if _ends(domain, _BOARDS) else _short(name)
    if domain in _FREE or not domain:
        return _short(name) if _JOBS.search(sender) else ""
    label = own_label(domain)
    squeezed = "".join(words_of(name))
    if name and (_JOBS.search(sender) or label in squeezed or (len(squeezed) > 3 and squeezed in label)):
        return _short(name)
    return label.replace("-", " ").title()  # a person writes: the house is in the address


def title_of(subject: str) -> str:
    """The title as the subject says it; empty when it does not."""
    found = _TITLE.search(subject)
    return _short(found["title"]) if found else ""


def own_label(domain: str) -> str:
    """The part of a domain that its owner chose: "acme" of mail.acme.example and of acme.co.example."""
    labels = [label for label in domain.split(".") if label]
    if len(labels) < 2:
        return domain
    # Second levels under which some countries register, such as co.uk. Judgement: a full list changes every week.
    under = (
        3
        if len(labels) > 2 and labels[-2] in {"co", "com", "org", "net", "ac", "gov", "edu"} and len(labels[-1]) == 2
        else 2
    )
    return labels[-under]


def words_of(employer: str) -> tuple[str, ...]:
    """The words of an employer's name without its legal form."""
    words = tuple(_WORDS.findall(employer.casefold()))
    return tuple(w for w in words if w not in _SUFFIXES) or words


def same_employer(one: str, other: str) -> bool:
    """Whether two names are of one employer: the same letters, or all words of one at the beginning of the other."""
    a, b = words_of(one), words_of(other)
    if not a or not b:
        return False
    return a[: len(b)] == b or b[: len(a)] == a or "".join(a) == "".join(b)


def of_domain(employer: str, domain: str) -> bool:
    """Whether an employer's name is the domain's: the whole, or its first word when that is longer than three letters."""
    label = house_of(domain)
    words = words_of(employer)
    return bool(label and words) and label in {"".join(words), words[0] if len(words[0]) > 3 else ""}


def house_of(domain: str) -> str:
    """The letters of a domain that can be an employer's name; empty for those that many share, or that send for others."""
    if not domain or domain in _FREE or sends_for_others(domain):
        return ""
    return own_label(domain).replace("-", "")


def _short(name: str) -> str:
    return harmless(" ".join(name.split()).strip(" -\u2013\u2014·,.")[:80])


def _ends(domain: str, ends: tuple[str, ...]) -> bool:
    return any(domain == end or domain.endswith(f".{end}") for end in ends)
