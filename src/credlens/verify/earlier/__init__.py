"""Badges of before Open Badges 3.0: Open Badges 0.5, 1.0, 1.1, 2.0 and 2.1, and Comprehensive Learner Record 1.0.

They are kept by their issuer at an address (hosted) or signed as a token (JWS). Whatever version they are, they are brought to one form
(:mod:`.versions`), held against the tables of their own version (:mod:`.tables`), and traced to the profile of their issuer.
"""

from credlens.verify.earlier.examining import Examined, examine
from credlens.verify.earlier.versions import recognises

__all__ = ["Examined", "examine", "recognises"]
