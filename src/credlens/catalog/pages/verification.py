"""How somebody else can check that a certificate is genuine."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page
from credlens.catalog.values.facts import known, not_stated
from credlens.model.credential import Verification

# The best first: a certificate that also comes as a PDF is as good as its badge.
_FORMATS = (
    ("open_badge_3", "", re.compile(r"\bopen ?badges? (?:v(?:ersion)? ?)?3(?:\.0)?\b|\bverifiable credentials?\b")),
    ("credly", "credly.com", re.compile(r"\b(?:credly|acclaim badge)\b")),
    ("open_badge_2", "", re.compile(r"\bopen ?badges?(?: (?:v(?:ersion)? ?)?2(?:\.[01])?)?\b(?! 3)")),
    ("public_page", "", re.compile(
        r"\b(?:certificates?|certification|credentials?|badges?|certificado|insignia|diploma)\b[^.;]{0,60}\b(?:(?:unique |public |shareable |permanent |verification |verifiable )+(?:links?|urls?|page|code|id|web address)|verif\w+ (?:online|link|at|on our (?:web)?site|page)|qr code|codigo (?:qr|de verificacion)|enlace (?:unico|publico|de verificacion))"
        r"|\b(?:employers|anyone|anybody|third parties) can (?:verify|check|confirm)\b|\bpublic (?:register|registry|directory)\b|\b(?:verify|check) a (?:certificate|certification|holder)\b|\bshareable link\b")),
    ("pdf", "", re.compile(r"\b(?:pdf (?:certificate|diploma)|(?:certificates?|diploma|certificado)\b[^.;]{0,40}\b(?:pdf|printable|to print)|printable certificate|(?:print|download) (?:your|the|a) (?:\w+ )?certificate|certificado (?:en )?pdf)\b")),
)  # fmt: skip
_SHARED = re.compile(
    r"\b(?:shareable certificate|certificate to share|add (?:it )?to (?:your )?linkedin|certificado (?:para )?compartir)\b"
)


def read(page: Page) -> Found:
    """The best format that is named; "shareable" alone says nothing of checking."""
    for name, host, pattern in _FORMATS:
        hit = next(page.hits(pattern), None)
        if hit:
            version = name == "open_badge_2" and not re.search(r"\d", hit.match[0])
            note = "which version of Open Badges is not said; the lower one is taken" if version else ""
            return Found({"verification": known(Verification(name, host), page.of(hit.sentence), note=note)})
    shared = next(page.hits(_SHARED), None)
    if shared:
        return Found(
            {
                "verification": not_stated(
                    page.of(shared.sentence), note="it can be shared; how it is checked is not said"
                )
            }
        )
    return Found()
