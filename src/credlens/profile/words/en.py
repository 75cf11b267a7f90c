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
