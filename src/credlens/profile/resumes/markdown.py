"""A Markdown resume."""

from __future__ import annotations

import re

from credlens.profile.resume import Resume
from credlens.profile.resumes.lines import parse
from credlens.skills.decode import decode

_FRONT = re.compile(r"\A\s*---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>|~#+.()-])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def read(data: bytes, where: str) -> Resume:
    """The resume in a Markdown file; front matter and comments are passed over.

    Raises:
        InputError: it is a PDF or another binary file, or empty.
    """
    text, _ = decode(data, where)
    for hidden in (_FRONT, _COMMENT) if "-->" in text else (_FRONT,):
        text = hidden.sub(lambda found: "\n" * found[0].count("\n"), text)  # line numbers stay
    return parse(_ESCAPED.sub(r"\1", text), where)
