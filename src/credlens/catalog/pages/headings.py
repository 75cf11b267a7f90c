"""What a section of a page is about: this course, its parts, other people's voices, or other courses."""

from __future__ import annotations

import re
from enum import StrEnum

from credlens.catalog.pages.words import folded


class Place(StrEnum):
    """Where a line stands."""

    OWN = "own"
    PARTS = "parts"  # the syllabus: a part's hours and marks are not those of the whole
    VOICES = "voices"  # what learners and teachers say of themselves
    OTHERS = "others"  # another course, with its own price


_LONGEST = 70  # characters of a heading
_OTHERS = re.compile(
    r"(?:you (?:may|might|will|could)(?: also)? (?:like|love|be interested)|(?:more|other|similar|related|recommended|popular|trending|featured|suggested|additional|new|upcoming"
    r"|top(?:-rated)?|all|our(?: other)?) (?:\w+ ){0,3}?(?:courses?|program\w*|certificat\w+|credentials|classes|exams|bootcamps|trainings?|specializations|degrees|products"
    r"|offerings|learning|content|articles|posts|events|resources|topics|items)\b"
    r"|(?:recommended|suggested|picked|chosen|selected) for you|recommendations|more (?:from|like this|to explore|by)|explore (?:more|other|related|our|similar|all)|see also"
    r"|keep (?:learning|exploring)|continue (?:learning|exploring|your)|(?:other )?(?:customers|learners|students|people|others|members|visitors|who) (?:\w+ ){0,3}?also|also (?:bought|viewed|enrolled|available)"
    r"|frequently bought|recently viewed|browse|related$|similar$|what(?:'s)? next\??$|next steps?: |compare (?:with|to)|not (?:sure|the right)|looking for something"
    r"|latest (?:news|posts|articles)|from (?:the|our) blog|blog$|in the news|about (?:cookies|our cookies)|cookie|privacy"
    r"|(?:tambien )?te puede interesar|quizas te|otros (?:cursos|programas)|cursos? (?:relacionad|similar|recomendad|popular)\w*|programas relacionados|mas cursos|sigue aprendiendo"
    r"|articulos relacionados|noticias)"
)
_PARTS = re.compile(
    r"(?:syllabus|curriculum|course (?:content|outline|modules|structure|curriculum|syllabus)|modules?$|lessons?$|program(?:me)? (?:content|outline|structure|curriculum|modules)"
    r"|(?:\d+|what)?\s?courses? (?:in|included|that make)|(?:what is|what's) (?:inside|in th)|what'?s? (?:is )?(?:covered|included in the course)|exam (?:domains|topics|content|outline|objectives)"
    r"|(?:week|module|modulo|semana|unit|unidad|lesson|chapter|course|part|curso|tema|sprint|phase|month) \d+\b|week by week|weekly schedule|this (?:\w+ ){0,2}(?:includes|has|contains|is) \w* ?\d* ?(?:courses?|modules)"
    r"|temario|plan de estudios|contenidos?(?: del curso)?$|programa(?: del curso)?$|modulos$|cursos de (?:este|esta)|table of contents|topics(?: covered)?$)"
)
_VOICES = re.compile(
    r"(?:(?:\w+ ){0,2}(?:reviews?|testimonials?|ratings?)(?: and (?:reviews?|ratings?|testimonials?))?$|(?:what|hear|why) (?:\w+ ){0,3}(?:learners|students|graduates|alumni|people|participants|others|clients) (?:\w+ ){0,3}(?:say|said|think|love|choose)"
    r"|what (?:they|others) say|success stories|(?:student|learner|alumni|graduate) (?:stories|voices|spotlight)|hear from|(?:meet|about|your|the) (?:the |your |our )?(?:instructors?|teachers?|mentors?|trainers?|author|lecturers?|faculty|team)"
    r"|instructors?$|opiniones|testimonios|que dicen|sobre el (?:profesor|instructor|docente)|docentes$|profesorado$|instructores$|comments?$|comentarios$|leave a reply)"
)


def place_of(heading: str) -> Place | None:
    """What a heading says of the lines under it; None for an ordinary one."""
    words = folded(heading).strip(" :.-#*>")
    if not words or len(words) > _LONGEST:
        return None
    for pattern, place in ((_VOICES, Place.VOICES), (_OTHERS, Place.OTHERS), (_PARTS, Place.PARTS)):
        if pattern.match(words):
            return place
    return None
