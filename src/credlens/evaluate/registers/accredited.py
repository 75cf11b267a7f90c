"""Which accreditations examine a certification itself, not only the school that sells it."""

from __future__ import annotations

from credlens.model.credential import Accreditation

OF_PERSONS = (
    "17024",
    "NCCA",
)  # ISO/IEC 17024 and NCCA: job analysis, valid and fair examination, independent of training
OF_CERTIFICATES = ("E2659",)  # ASTM E2659: issuers of certificates, with a summative assessment


def examines_persons(accreditation: Accreditation) -> bool:
    """Whether it accredits the certification of persons, which demands a sound examination."""
    return accreditation.what == "scheme" and _names(accreditation, OF_PERSONS)


def examines_scheme(accreditation: Accreditation) -> bool:
    """Whether it accredits the certification or certificate scheme itself."""
    return accreditation.what == "scheme" and _names(accreditation, OF_PERSONS + OF_CERTIFICATES)


def _names(accreditation: Accreditation, standards: tuple[str, ...]) -> bool:
    words = f"{accreditation.standard} {accreditation.body}".upper()
    return any(standard in words for standard in standards)
