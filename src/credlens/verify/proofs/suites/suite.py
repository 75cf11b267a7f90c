"""What a kind of signature has to be able to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from credlens.verify.keys.key import PublicKey
from credlens.verify.limits import Limits

Verify: TypeAlias = Callable[[Mapping[str, Any], Mapping[str, Any], PublicKey, Limits], None]
"""Check a signature: the document without the proof, the proof, its key, and what it may cost.

Raises SignatureFlaw when it does not fit; UnknownContextError, TermError or TooMuchWorkError when the document has no RDF to sign.
"""


class SignatureFlaw(ValueError):  # noqa: N818  (the signature has it; nothing went wrong here)
    """A signature does not fit, or is none; the message says why, in a sentence."""


@dataclass(frozen=True, slots=True)
class Suite:
    """A kind of signature.

    Attributes:
        name: its ``cryptosuite``, or its ``type``.
        kinds: of keys that it is made with.
        over_rdf: whether it covers the meaning of the document's terms, and not its text.
        is_type: whether its name is the proof's ``type``, not the ``cryptosuite`` of a DataIntegrityProof.
        public: whether the public validator takes it; ``strict``: whether our own rules do.
    """

    name: str
    kinds: tuple[str, ...]
    over_rdf: bool
    verify: Verify
    is_type: bool = False
    public: bool = False
    strict: bool = True
