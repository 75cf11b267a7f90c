"""English."""

from __future__ import annotations

from credlens.model.skill import SkillLevel
from credlens.profile.sections import Section
from credlens.profile.words import Words

ENGLISH = Words(
    code="en",
    name="English",
    sections={
        Section.SUMMARY: "summary profile objective about statement overview introduction bio goals",
        Section.EXPERIENCE: "experience employment history positions background jobs internships internship",
        Section.EDUCATION: "education academics studies qualifications degrees schooling",
        Section.SKILLS: "skills competencies technologies tools expertise proficiencies strengths abilities software stack knowledge",
        Section.CERTIFICATIONS: "certifications certification certificates licenses licences licensure licensing credentials badges",
        Section.COURSES: "courses training trainings coursework",
        Section.PROJECTS: "projects project portfolio",
        Section.LANGUAGES: "languages language",
        Section.VOLUNTEER: "volunteer volunteering volunteerism community",
        Section.OTHER: "interests hobbies activities references publications awards honors honours memberships affiliations contact personal"
        " details patents presentations achievements accomplishments",
    },
    fillers="and & / of the my me in a professional work working career academic technical core key relevant selected additional other"
    " personal executive programming areas area soft hard computer it main early earlier development formal continuing further"
    " career-related online",
    months={
        1: "jan january",
        2: "feb february",
        3: "mar march",
        4: "apr april",
        5: "may",
        6: "jun june",
        7: "jul july",
        8: "aug august",
        9: "sep sept september",
        10: "oct october",
        11: "nov november",
        12: "dec december",
    },
    now=("present", "current", "currently", "now", "today", "ongoing", "to date", "date"),
    to=("to", "until", "through", "till"),
    since=("since", "from"),
    unfinished=r"\b(?:expected|in progress|pursuing|currently enrolled|candidate|ongoing|incomplete|did not (?:finish|graduate))\b",
    schools=r"universit|college|school|institut|academy|polytechnic|\bETH\b|\bMIT\b",
    subjects=r"(?:(?:bachelor|master|doctor|associate|diploma|degree|certificate|minor|major|\b[BM]\.? ?(?:A|Sc?|Eng|Ed|Phil)\b|\bPh\.? ?D"
    r"|\bA\.? ?A?\.? ?S)[^,;|()\n]{0,30}? in (?!progress)|(?:\b[BM]\.? ?(?:A|Sc?|Eng|Ed|Phil)\b\.?|\bPh\.? ?D\.?|(?:bachelor|master) of (?:arts|science))"
    r"(?: \(hon[^)]*\))? (?=(?-i:[A-Z]))(?!office|excel|word|project))(?P<subject>(?:(?! (?:at|from) )[^,;|()\n\d\u2013]){3,60})",
    position="position|title|job title|role|post",
    employer="company|employer|organi[sz]ation",
    departments=r"marketing|sales|finance|accounting|operations|engineering|product|human resources|hr|it|legal|procurement|purchasing|logistics"
    r"|supply chain|research|r&d|communications?|public relations|customer (?:service|success|support)|data|analytics|security|quality|design|strategy"
    r"|business development|compliance|risk|people|infrastructure|platform|digital|\w+ (?:engineering|sales|marketing|operations|services|development)",
    roles=r"senior|junior|sr|jr|lead|chief|head|intern|trainee|apprentice|assistant|associate|volunteer|founder|co-?founder|owner|president|ceo"
    r"|c[tfoim]o|vp|svp|evp|chair(?:man|woman|person)?|treasurer|secretary|director|manager|supervisor|foreman|forewoman|coordinator|co-ordinator"
    r"|administrator|officer|executive|principal|analyst|\w*engineer|developer|programmer|architect|designer|tester|scientist|researcher|fellow"
    r"|postdoc\w*|professor|lecturer|instructor|teacher|tutor|trainer|coach|mentor|librarian|curator|archivist|accountant|bookkeeper|auditor"
    r"|actuary|controller|comptroller|cashier|teller|clerk|receptionist|typist|operator|technician|mechanic|machinist|electrician|plumber|carpenter"
    r"|joiner|welder|fitter|roofer|bricklayer|plasterer|painter|decorator|glazier|mason|labou?rer|handyman|installer|rigger|assembler|packer|picker"
    r"|driver|courier|pilot|captain|dispatcher|warehouse\w*|forklift|nurse|midwife|doctor|physician|surgeon|dentist|pharmacist|paramedic|therapist"
    r"|psychologist|counsell?or|carer|caregiver|care worker|social worker|nanny|au pair|hygienist|veterinarian|optician|radiographer|phlebotomist"
    r"|aide|orderly|consultant|adviser|advisor|specialist|expert|generalist|strategist|planner|buyer|merchandiser|recruiter|salesperson|salesman"
    r"|saleswoman|seller|representative|rep|agent|broker|underwriter|adjuster|banker|trader|economist|statistician|mathematician|physicist|chemist"
    r"|biologist|geologist|lawyer|attorney|solicitor|barrister|paralegal|judge|notary|editor|writer|author|copywriter|journalist|reporter|translator"
    r"|interpreter|photographer|illustrator|animator|artist|musician|actor|actress|producer|videographer|chef|cook|baker|butcher|barista|bartender"
    r"|waiter|waitress|server|host|hostess|dishwasher|housekeeper|cleaner|janitor|caretaker|gardener|landscaper|farmer|farmhand|florist|hairdresser"
    r"|stylist|beautician|tailor|seamstress|firefighter|policeman|policewoman|soldier|sergeant|lieutenant|guard|inspector|surveyor|estimator"
    r"|superintendent|steward|stewardess|attendant|porter|usher|contractor|freelancer|entrepreneur|partner|moderator|scrum master|worker"
    r"|tech|investigator|maker|helper|hand|examiner|repairer|repairman|practitioner|educator|guide|detective|handler|leader|collector|member|rn|lpn|model"
    r"|\w{3,}(?:ologist|ician|smith)",
    employers=r"universit(?:y|ies)|college|schools?|academy|institut(?:e|ion)|polytechnic|hospitals?|clinics?|infirmary|surgery|pharmacy|bank|group"
    r"|holdings?|systems|solutions|technologies|laborator(?:y|ies)|labs?|studios?|agency|services|service|foundation|council|department|ministry"
    r"|embassy|church|museum|library|theatre|theater|restaurant|caf[eé]|bistro|bakery|hotel|inn|resort|stores?|shops?|supermarkets?|markets?|insurance"
    r"|airlines?|airways|railways?|logistics|media|press|publishing|publishers|industries|international|worldwide|company|companies|enterprises?"
    r"|ventures|partners|associates|brothers|bros|sons|daughters|society|trust|association|authority|county|city of|state of|town of|army|navy"
    r"|air force|police|nhs|centre|center|home|foods|motors|garage|construction|builders|contractors|plumbing|electric(?:al)?|energy|power|bakeries"
    r"|pharmaceuticals?|pharma|therapeutics|health|healthcare|care|staffing|technology|manufacturing|mutual|commission|union|bureau|administration"
    r"|office of|office|credit union|software|consulting|consultancy|self-employed",
    forms=r"Inc\.?|Incorporated|Ltd\.?|Limited|LLC|L\.L\.C\.|LLP|PLC|plc|Corp\.?|Corporation|& Co\.?|Co\.|Pty\.?",
    joins="of for in to at with from on by under",
    wishes=r"\b(?:aim(?:s|ing)?\b|pursu|work(?:s|ing)? towards?|in progress|prepar(?:e|es|ing) (?:for|to)|study(?:ing)? (?:for|to)|stud(?:ies|y) for"
    r"|expected|planned|plan(?:s|ning)? to|goal|would like|wants?\b|hop(?:e|es|ing) to|seek(?:s|ing)?\b|look(?:s|ing)? (?:for|to)|eligible"
    r"|candidate for|scheduled|enrolled|interested in|eager to|to become|not yet)",
    expires=r"\b(?:expir(?:es|ed|y|ation|ing)|valid (?:until|through|thru|to|till)|good (?:until|through)|renew(?:al|s)?(?: due| by)?|exp\b\.?)"
    r"(?: date| on| in)?",
    issued=r"\b(?:issued|earned|obtained|completed|awarded|passed|granted|certified|since|date)\b(?: on| in| by)?",
    levels={
        SkillLevel.BEGINNER: (
            "beginner", "basic", "basics", "novice", "elementary", "fundamental", "familiar", "familiarity", "awareness", "exposure",
            "introductory", "some knowledge",
        ),
        SkillLevel.INTERMEDIATE: ("intermediate", "working knowledge", "proficient", "proficiency", "competent", "good", "solid"),
        SkillLevel.ADVANCED: ("advanced", "very good", "strong", "excellent", "highly proficient", "experienced"),
        SkillLevel.EXPERT: ("expert", "expert-level", "mastery"),
    },
    languages={
        "mandarin": "zh", "farsi": "fa", "greek": "el", "punjabi": "pa", "castilian": "es", "flemish": "nl", "gaelic": "gd", "filipino": "tl",
        "nepali": "ne", "dari": "fa",
    },
    fluency={
        "native or bilingual": "native", "native": "native", "mother tongue": "native", "first language": "native", "bilingual": "native",
        "near-native": "C2", "near native": "C2", "mastery": "C2", "full professional": "C1", "fluent": "C1", "fluently": "C1",
        "proficient": "C1", "advanced": "C1", "excellent": "C1", "business fluent": "C1", "professional working": "B2",
        "upper intermediate": "B2", "upper-intermediate": "B2", "professional": "B2", "good": "B2", "very good": "C1",
        "limited working": "B1", "intermediate": "B1", "working knowledge": "B1", "conversational": "B1", "pre-intermediate": "A2",
        "elementary": "A2", "limited": "A2", "basic": "A2", "basics": "A2", "beginner": "A1",
    },
    common="the and of to in for with on by from as at is was that this my our",
)  # fmt: skip
