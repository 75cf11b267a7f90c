"""How long it holds."""

from __future__ import annotations

import re

from credlens.catalog.pages.said import Found, Page, settled
from credlens.catalog.values.durations import validity
from credlens.model.credential import Validity
from credlens.model.fact import Source

_LABEL = r"(?:(?:certification |certificate |credential )?(?:validity(?: period)?|(?:is )?valid(?: for| until)?|expir(?:y|ation|es)|expires after)|certification period|renewal frequency|(?:re)?certification cycle|vigencia|validez|caducidad)"
_TIME = r"\d{1,3}(?:\.5)?[ -](?:years?|months?|anos?|mes(?:es)?)"
_THING = r"(?:certifi\w+|credentials?|badges?|licen[cs]es?|micro-?credentials?|it|designation|certificad[oa]|certificacion|insignia|credencial|title|status)"
_HOLDS = re.compile(
    rf"\b(?:(?:remain\w*|stay\w*|is|are) (?:valid|current|active|good)(?: for)?|valid (?:for|period(?: of)?)|validity (?:of|is|period)|hold\w* for|expires?(?: after| in)?|expir\w+ (?:after|in)|(?:renew(?:ed|al)?|recertif\w+)(?: is required)?(?: every| after)|every|good for|vigencia de|validez de|(?:es|son) valid[ao]s?(?: por| durante)?|caduca (?:a los|en|tras)"
    rf"|ciclo de) (?:a period of |up to |only )?(?P<time>{_TIME})\b|\b(?P<time2>{_TIME})[- ](?:certification|recertification|renewal|validity) (?:cycle|period)\b"
)
_NEVER = re.compile(
    r"\b(?:(?:does|do|will|did) not|doesn't|don't|won't|never) (?:ever )?(?:expires?|lapse)\b|\bno (?:expir\w+(?: date)?)\b|\bvalid for life\b|\blifetime (?:certification|validity|credential)\b|\b(?:no caduca|no expira|sin (?:fecha de )?caducidad|no vence)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:offer|coupon|voucher|access|subscription|eligib\w+|scores?|results?|experience|passport|id|discount|price|ticket|exam (?:fee|registration|appointment)|enrol\w+|registration|application|links?|cookies?|your account|credits?|instalment|membership|cupon|oferta|acceso|suscripcion|experiencia)\b"
)


def read(page: Page) -> Found:
    """Months, or for ever, as a label or a sentence about the certificate says."""
    found: list[tuple[Validity, Source]] = []
    for value, line, quote in page.labelled(_LABEL):
        if held := validity(value):
            found.append((held, page.source(quote, line)))
    for hit in page.hits(_HOLDS):
        time = hit.match["time"] or hit.match["time2"]
        held = validity(time.replace("-", " "))
        of_it = re.search(rf"\b{_THING}\b|^valid for\b", hit.sentence.text)
        if held and of_it and not _ELSEWHERE.search(hit.sentence.text):
            found.append((held, page.of(hit.sentence)))
    plain = (s for s in page.sentences if _NEVER.search(s.text) and not _ELSEWHERE.search(s.text))
    found += [
        (Validity(None), page.of(s))
        for s in plain
        if re.search(rf"\b{_THING}\b|^(?:valid for life|no expir\w+(?: date)?\W*$)", s.text)
    ]
    return Found({"validity": settled("validity", found)} if found else {})
