"""Questions that an interviewer may ask about a credential; each is one file and one line here.

A name of the table is also what the person answers by: ``credlens brief ID --note built="..."``.
"""

from __future__ import annotations

from credlens.present.briefs.questions.base import QuestionRule
from credlens.registry import Registry

#: In the order in which they are printed; ``credlens brief --help`` names them too.
QUESTIONS: Registry[QuestionRule] = Registry(
    "brief_question",
    {
        "status": "credlens.present.briefs.questions.status:RULE",
        "expired": "credlens.present.briefs.questions.expired:RULE",
        "identity": "credlens.present.briefs.questions.identity:RULE",
        "effort": "credlens.present.briefs.questions.effort:RULE",
        "tests": "credlens.present.briefs.questions.tests:RULE",
        "level": "credlens.present.briefs.questions.level:RULE",
        "vendor": "credlens.present.briefs.questions.vendor:RULE",
        "closed": "credlens.present.briefs.questions.closed:RULE",
        "known": "credlens.present.briefs.questions.known:RULE",
        "current": "credlens.present.briefs.questions.current:RULE",
        "pace": "credlens.present.briefs.questions.pace:RULE",
        "built": "credlens.present.briefs.questions.built:RULE",
        "used": "credlens.present.briefs.questions.used:RULE",
        "learned": "credlens.present.briefs.questions.learned:RULE",
        "hardest": "credlens.present.briefs.questions.hardest:RULE",
        "why": "credlens.present.briefs.questions.why:RULE",
    },
)
