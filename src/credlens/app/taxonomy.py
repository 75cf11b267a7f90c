"""Use case: which taxonomy speaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from credlens.app.knowledge import Knowledge
from credlens.app.ports import Ports
from credlens.model.skill import Taxonomy


@dataclass(frozen=True)
class TaxonomyResult:
    """The taxonomy in use."""

    taxonomy: Taxonomy

    def to_json(self) -> dict[str, Any]:
        """``{"taxonomies": [{"name", "version", "attribution", "skills", "fields"}]}``."""
        t = self.taxonomy
        fields = [{"id": f, "label": label, "skills": sum(s.field == f for s in t)} for f, label in t.fields.items()]
        return {
            "taxonomies": [
                {"name": t.name, "version": t.version, "attribution": t.attribution, "skills": len(t), "fields": fields}
            ]
        }


def show(ports: Ports) -> TaxonomyResult:
    """The taxonomy in use, with its version and attribution."""
    return TaxonomyResult(Knowledge(ports).taxonomy)
