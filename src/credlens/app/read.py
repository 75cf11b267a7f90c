"""Use case: everything that one text says about skills and requirements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import NamedBytes, Ports
from credlens.model.errors import UserError
from credlens.model.posting import Reading
from credlens.model.serial import plain
from credlens.model.skill import Taxonomy
from credlens.skills.decode import decode

TIERS = (0,)  # gazetteer only; learned tiers are not built yet


@dataclass(frozen=True)
class ReadResult:
    """A reading of one text."""

    reading: Reading
    taxonomy: Taxonomy
    text: str

    def to_json(self) -> dict[str, Any]:
        """The documented shape of ``credlens read --json``; offsets count Unicode code points of the text."""
        reading = self.reading
        return {
            "skills": [
                {
                    **self.taxonomy[m.skill].ref(),
                    "probability": plain(m.probability),
                    "spans": plain(m.spans),
                    "requirement": m.requirement.value,
                    "lanes": {name: plain(value) for name, value in m.lanes},
                }
                for m in reading.skills
            ],
            "requirements": {
                "degree": plain(reading.degree),
                "licences": plain(reading.licences),
                "credentials": plain(reading.credentials),
                "experience": plain(reading.experience),
            },
        }


def read_text(ports: Ports, document: NamedBytes, *, tier: int = 0) -> ReadResult:
    """Skills and requirements in a text.

    Raises:
        UserError: there is no such tier.
        InputError: the document is not text.
    """
    if tier not in TIERS:
        raise UserError(
            f"Tier {tier} of reading is not built yet.", where="--tier", what_to_do="Use --tier 0, the gazetteer."
        )
    text, _ = decode(document.data, document.name, exact=True)  # offsets are of the text as it was given
    knowledge = Knowledge(ports)
    return ReadResult(knowledge.read(text), knowledge.taxonomy, text)
