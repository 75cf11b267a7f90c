"""The lines in which skills may be looked for: what is asked for before, other degrees, careers and partners teach nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from credlens.catalog.pages.said import LONGEST_SENTENCE, Line, pieces
from credlens.catalog.pages.words import folded

_HEADINGS = re.compile(
    r"(?:(?:entry |admission |technical |system )?(?:pre-?requisites?|requirements?)|eligibility\b.*|admissions?|(?:recommended|required|prior|assumed|previous) (?:\w+ )?(?:experience|knowledge|background|skills)|what you(?:'ll| will)? need.*"
    r"|before you (?:start|begin|enrol+|apply)|who (?:can|should|is) .*|is this .* for (?:you|me)|target audience|audience|(?:pre)?requisitos.*|conocimientos previos|a quien .*|dirigido a.*"
    r"|(?:\w+ ){0,2}(?:careers?|jobs?|roles|salar\w+|occupations)\b.*|(?:our )?(?:hiring |industry |corporate )?(?:partners?|employers?|clients|customers|sponsors)\b.*|trusted by.*|(?:companies|employers|where) .*(?:hir\w+|work).*|salidas profesionales.*"
    r"|about (?:us|the (?:company|provider|school|university|academy|organi[sz]ation))|contact\b.*|financ\w+.*|refund.*|(?:terms|privacy|legal|cookies?)\b.*|(?:counts?|stacks?) (?:towards?|into).*|next steps?.*|pathways?.*|your career.*|empresas .*)"
)
_ASKED = re.compile(
    r"\b(?:pre-?requisites?|(?:no |some |any |prior |previous |basic |working |good )+(?:\w+ ){0,3}(?:experience|knowledge|background|understanding)|\d\+? (?:or more )?(?:full )?(?:years?|months?)[^.;]{0,40} experience|(?:have|having|with|need) (?:\w+ ){0,2}experience (?:in|with|as|of)|(?:knowledge|understanding) of [^.;]{2,80}\b(?:is|are) (?:\w+ )?(?:required|preferred|recommended|helpful|expected|assumed|needed)"
    r"|familiarity with|familiar with|comfortable with|you (?:should|must|need to) (?:\w+ )?(?:know|have|be|hold|bring)|you need (?:a|an|some|basic|to)|(?:is|are) (?:\w+ )?(?:required|preferred|recommended|a plus|assumed|expected)"
    r"|eligib\w+|requisitos?|conocimientos? (?:previos?|basicos? de)|experiencia (?:previa|en|con)|debes (?:tener|conocer|saber))\b"
)
_GAINED = re.compile(
    r"\b(?:gain\w*|get|build\w*|develop\w*|acquir\w+|deepen\w*|learn\w*|become|leave with|come away|by the end|will be able|will have|adquir\w+|aprend\w+|desarroll\w+)\b"
)
_TEACHING = re.compile(
    r"\b(?:skills?|learn\w*|teach\w*|gain|curriculum|syllabus|covers?|habilidades|competencias|aprend\w+)\b"
)
_DEGREE = re.compile(
    r"\b(?:(?:bachelor|master|doctor|associate)(?:'?s)?(?: degree)? (?:of|in)|(?:bachelor|master)'?s\b|bsc|msc|mba|phd|licenciatura|(?:grado|master|maestria) (?:en|universitario)|degree in|postgraduate|counts? towards?|credits? (?:count|can be))\b"
)
_OTHERS = re.compile(
    r"\b(?:(?:requested|hired|valued|used|trusted|demanded) by (?:\w+ ){0,3}(?:employers|companies|teams|organi[sz]ations)|employers (?:such as|like|including)|our (?:partners|alumni|graduates|clients|customers|instructors?|teachers?|team) (?:\w+ )?(?:work|are|have|come|include)"
    r"|(?:graduates|alumni) (?:work|are employed|go on|have)|(?:career|job)s? (?:as|in|such as)|(?:jobs?|roles?|positions?) (?:such as|like|in|as)|work as an?|trabaja\w* (?:como|en)|founded in|subscribe to|sign up|follow us|all rights reserved|copyright"
    r"|(?:more|other|related|our other) (?:courses|programs|programmes))\b"
)


def taught(lines: Iterable[Line]) -> Iterator[str]:
    """Each line with only its sentences that may say what is taught; empty where there is none, so that lines keep their numbers."""
    titles = set()
    for line in lines:
        heading = folded(line.heading).strip(" :?.")
        if line.level == 1:
            titles.add(line.text)
            yield line.text
        elif (
            not line.level and line.heading not in titles and _HEADINGS.fullmatch(heading) and not _is_teaching(heading)
        ):
            yield ""
        else:
            kept = [p for p in pieces(line.text) if not _is_other(p)]
            yield line.text if len(kept) == len(list(pieces(line.text))) else " ".join(kept)


def _is_teaching(heading: str) -> bool:
    """Whether a heading with a career or a partner in it is about what is taught ("Job skills you learn")."""
    return _TEACHING.search(heading) is not None and re.search(r"\b(?:required|prior|need|assumed)\b", heading) is None


def _is_other(sentence: str) -> bool:
    text = folded(sentence[: 2 * LONGEST_SENTENCE])
    asked = _ASKED.search(text) and not _GAINED.search(text)
    return bool(asked or _DEGREE.search(text) or _OTHERS.search(text))
