"""Words of titles that mean something apart: ranks, abbreviations, what names a role. Hand-written, English."""

from __future__ import annotations

import re


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ABBREVIATIONS = {
    "acct": "accounting", "admin": "administrator", "ae": "account executive", "ai": "artificial intelligence",
    "am": "account manager", "asst": "assistant", "assoc": "associate", "avp": "assistant vice president", "ba": "business analyst",
    "bdr": "business development representative", "bi": "business intelligence", "biz": "business",
    "ceo": "chief executive officer", "cfo": "chief financial officer", "ciso": "chief information security officer",
    "cio": "chief information officer", "cmo": "chief marketing officer", "cna": "certified nursing assistant",
    "coo": "chief operating officer", "cpa": "certified public accountant", "csr": "customer service representative",
    "cto": "chief technology officer", "cyber": "cybersecurity", "dba": "database administrator", "dev": "developer", "dir": "director",
    "dr": "doctor", "emt": "emergency medical technician", "engr": "engineer", "eng": "engineer", "ehs": "environmental health and safety",
    "exec": "executive", "internship": "intern", "apprenticeship": "apprentice", "gm": "general manager", "hr": "human resources", "lcsw": "licensed clinical social worker",
    "lpn": "licensed practical nurse", "lvn": "licensed vocational nurse", "md": "physician", "mgmt": "management", "mgr": "manager",
    "mktg": "marketing", "ml": "machine learning", "mle": "machine learning engineer", "mts": "software engineer",
    "nlp": "natural language processing", "np": "nurse practitioner", "ops": "operations", "ot": "occupational therapist",
    "pa": "physician assistant", "pm": "project manager", "pmo": "project management office", "pr": "public relations",
    "pt": "physical therapist", "qa": "quality assurance", "qc": "quality control", "rep": "representative", "rn": "registered nurse",
    "sde": "software engineer", "sdet": "software test engineer", "sdr": "sales development representative", "seo": "search engine optimization",
    "slp": "speech language pathologist", "spec": "specialist", "sre": "site reliability engineer", "supv": "supervisor",
    "svp": "senior vice president", "swe": "software engineer", "sysadmin": "system administrator", "tech": "technician",
    "tpm": "technical program manager", "ux": "user experience", "vet": "veterinary", "vp": "vice president",
}  # fmt: skip
"""Short writings whose long one names in taxonomies use. Of several meanings the one most often meant in a title ("PM", "PT") counts."""

COMPOUNDS = (
    (re.compile(r"\bfront end\b"), "frontend"),
    (re.compile(r"\bback end\b"), "backend"),
    (re.compile(r"\bfull stack\b"), "fullstack"),
    (re.compile(r"\bhealth care\b"), "healthcare"),
    (re.compile(r"\bdata base\b"), "database"),
    (re.compile(r"\bfp and a\b"), "financial planning and analysis"),
    (re.compile(r"\be commerce\b"), "ecommerce"),
    (re.compile(r"\bcyber security\b"), "cybersecurity"),
    (re.compile(r"\bchild care\b"), "childcare"),
    (re.compile(r"\btele communications?\b"), "telecommunication"),
    (re.compile(r"\binformation technology\b"), "it"),
    (re.compile(r"\bict\b"), "it"),
    (re.compile(r"\bdev ops\b"), "devops"),
    (re.compile(r"\bs/?w (?=engineer|developer)"), "software "),
)
"""The same word written in two ways."""

SPELLING = {
    "programme": "program", "centre": "center", "labour": "labor", "behavioural": "behavioral", "jewellery": "jewelry", "tyre": "tire",
    "counsellor": "counselor", "adviser": "advisor", "modeller": "modeler", "traveller": "traveler", "colour": "color",
    "aeroplane": "airplane", "aluminium": "aluminum", "defence": "defense", "theatre": "theater", "catalogue": "catalog",
    "paediatric": "pediatric", "paediatrician": "pediatrician", "anaesthetist": "anesthetist", "orthopaedic": "orthopedic",
    "gynaecologist": "gynecologist", "licence": "license", "enquiry": "inquiry", "fibre": "fiber", "plough": "plow", "storey": "story",
    "manoeuvre": "maneuver", "grey": "gray", "cheque": "check", "fulfilment": "fulfillment", "mould": "mold", "moulder": "molder",
}  # fmt: skip

RANKS = _set(
    "senior sr snr junior jr jnr experienced distinguished acting interim trainee intern apprentice graduate i ii iii iv v vi 1 2 3 4 5 l1 l2 l3 l4 l5 l6 l7 ic1 ic2 ic3 ic4 ic5 ic6 p1 p2 p3 p4 p5 1st 2nd 3rd global worldwide"
    " student"
)
"""Words of rank, wherever they stand; when they are all of a title, or leave it without a role, they stay."""

LEADING_RANKS = frozenset(["lead", "principal", "staff", "associate", "chief", "deputy"])
"""Words of rank only before another word of role: "lead data engineer", but not "team lead", "sales associate"."""

TELLING_RANKS = frozenset(["lead", "chief", "deputy"])
"""Those of them that a taxonomy's name keeps: its "lead machinist" supervises machinists."""

KEPT_BEHIND = {
    "associate": frozenset(["professor", "dean", "attorney", "judge", "justice", "minister", "pastor", "editor"]),
    "deputy": frozenset(["sheriff", "head", "marshal", "clerk"]),
    "chief": frozenset(["officer", "executive", "engineer", "financial", "of", "information", "technology", "marketing", "operating", "medical"]),
}  # fmt: skip
"""What keeps a leading word of rank in a title; see :data:`LEADING_RANKS`."""

CIRCUMSTANCES = _set(
    "remote hybrid onsite hourly fulltime parttime temporary seasonal permanent freelance bilingual multilingual urgent urgently hiring wanted"
    " needed vacancy vacancies opening openings opportunity immediate immediately job jobs position role apply now wfh telecommute relocation prn"
    " fte w2 c2c new flexible"
)
"""Words about the terms of a job, no part of its name."""

LANGUAGES = _set(
    "arabic bengali bulgarian cantonese chinese croatian czech danish dutch english estonian finnish flemish french german greek hebrew hindi"
    " hungarian indonesian italian japanese korean latvian lithuanian malay mandarin nordic norwegian polish portuguese romanian russian serbian"
    " slovak slovenian spanish swedish tagalog thai turkish ukrainian urdu vietnamese"
)

_ROLES = _set(
    "accountant actuary adjutant advocate agent aide ambassador analyst apprentice architect assistant associate athlete attendant attorney"
    " auditor bailiff barista boss captain chaplain chef chemist chief clerk coach cook counsel concierge consultant craftsman crew critic dean"
    " deputy detective diplomat dietician docent executive expert faculty fellow foreman generalist guard guide hand handyman head host hostess"
    " housekeeper instructor intern judge laborer lead liaison lineman maid man manager marshal mason mate mechanic medic merchant midwife model"
    " nurse nanny official operative paralegal paramedic paraprofessional partner person physician pilot porter president principal professional"
    " provost registrar representative resident responder salesperson scribe secretary sergeant sheriff sommelier specialist stylist staff steward"
    " student superintendent surgeon technician trainee valet veterinarian waitress warden woman worker"
)
_ROLE_ENDING = re.compile(r"[a-z]{2,}(?:er|or|ist|ian|eer|eur|wright|smith|person|man|woman)")
_NO_ROLES = _set(
    "after banner behavior biomarker border bumper cancer career carrier center character chapter cluster color computer consumer container corner counter"
    " customer cyber december donor door earner error ever fever fiber filter finger floor flower folder gender german german-speaking helicopter"
    " her human indoor insider inner investor junior labor laser later layer leather letter liquor lower major manufacturer matter member"
    " meter minor mirror monitor motor never newsletter november number october offer older order other outdoor outer over paper peer per"
    " plaster polymer power primer proper quarter radar reactor recover register retailer river rotor router rubber screw"
    " semester semiconductor senior sensor september server sewer shelter shutter silver slaughter smaller solar speaker stakeholder sugar summer"
    " super supplier tax theater their tier timber together tour tower transfer transformer trigger tumor under upper user vapor vector"
    " vendor voter water weather whatever winter younger"
)

GENERIC = _set(
    "administrator advisor agent analyst architect assistant associate auditor clerk consultant coordinator counsel designer developer director"
    " engineer executive expert fellow head instructor intern inspector lead leader lecturer manager officer operator planner president producer"
    " professor representative researcher scientist secretary specialist strategist superintendent supervisor teacher technician technologist"
    " trainer worker writer"
)
"""Roles that say little without a field of work: "Manager, Data Science" is a data science manager."""

NEVER_TURNED = frozenset(["assistant", "associate", "executive", "expert", "lead", "president", "secretary"])
"""General roles that stay where they stand: "executive search" is no search executive."""

KINDRED = (
    ("developer", "engineer", "programmer"),
    ("manager", "director", "head", "lead", "leader", "supervisor", "chief", "superintendent", "president", "boss", "foreman"),
    ("specialist", "associate", "coordinator", "officer", "administrator", "professional", "expert"),
    ("clerk", "assistant", "aide", "secretary", "helper"),
    ("technician", "mechanic", "technologist", "repairer", "installer", "fitter", "servicer"),
    ("teacher", "instructor", "trainer", "lecturer", "professor", "tutor", "educator", "coach"),
    ("advisor", "consultant", "counselor", "expert"),
    ("worker", "operative", "operator", "laborer", "tender", "hand", "attendant"),
    ("salesperson", "seller", "representative", "agent", "salesman", "merchant", "vendor"),
    ("attorney", "lawyer", "counsel", "solicitor"),
    ("physician", "doctor", "surgeon"),
    ("scientist", "researcher"),
    ("designer", "architect", "artist"),
    ("analyst", "scientist", "statistician"),
)  # fmt: skip
"""Words of role that taxonomies and ads use for one another."""

UNSAID = GENERIC | {"principal"}
"""Roles that take their field of work from what stands behind a comma; a lone "principal" heads a school."""

LITTLE = _set("of the and in for a an to at on with or by from as s")
"""Words that carry no meaning of their own."""


def is_role(word: str) -> bool:
    """Whether a word in lower case, singular or plural, names what somebody is."""
    single = singular(word)
    return single in _ROLES or (single not in _NO_ROLES and _ROLE_ENDING.fullmatch(single) is not None)


def singular(word: str) -> str:
    """A word without the ending of its plural, in one spelling: for comparing only ("analyses" may become what it likes)."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        if word.endswith("ies") and len(word) > 4:
            word = f"{word[:-3]}y"
        elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
            word = word[:-2]
        else:
            word = word[:-1]
    elif word.endswith("men") and len(word) > 4:
        word = f"{word[:-2]}an"
    return SPELLING.get(word, word)
