"""Forms as they come in: texts and files within the limits."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from credlens.model.errors import InputError, Problem
from credlens.web.language import say
from credlens.web.limits import MOST_BODY, MOST_FIELDS, MOST_FILES, MOST_TEXT


@dataclass(frozen=True)
class Form:
    """What was sent.

    Attributes:
        texts: (name, value) in order.
        files: (field, name, content) of files that were chosen.
    """

    texts: tuple[tuple[str, str], ...]
    files: tuple[tuple[str, str, bytes], ...] = ()

    def text(self, name: str, otherwise: str = "") -> str:
        """The last value of a field, without blanks around it."""
        return next((v.strip() for n, v in reversed(self.texts) if n == name), otherwise)

    def many(self, name: str) -> list[str]:
        """Every value of a field."""
        return [v.strip() for n, v in self.texts if n == name and v.strip()]

    def sent(self, field: str, most: int) -> list[tuple[str, bytes]]:
        """(name, content) of the files of a field.

        Raises:
            InputError: one is larger than ``most`` bytes.
        """
        found = [(name, data) for f, name, data in self.files if f == field]
        wrong = [
            Problem(
                name,
                f"This file has {len(data):,} bytes; up to {most:,} are taken.",
                "Make it smaller, for instance by leaving out pictures.",
            )
            for name, data in found
            if len(data) > most
        ]
        if wrong:
            raise InputError(wrong)
        return found


async def form_of(request: Request) -> Form:
    """The form of a request.

    Raises:
        InputError: it has more fields, files or text than is taken, or is no form.
    """
    try:
        async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=MOST_BODY) as sent:
            texts, files = [], []
            for name, value in sent.multi_items():
                if isinstance(value, UploadFile):
                    if value.filename:
                        files.append((name, value.filename, await value.read()))
                else:
                    texts.append((name, value))
    except (HTTPException, ValueError) as error:
        what_to_do = f"Up to {MOST_FILES} files and {MOST_TEXT // 2**20} MiB of text are taken at once."
        raise InputError(
            [Problem(say("the form"), f"The form cannot be read: {getattr(error, 'detail', error)}", what_to_do)]
        ) from error
    long = [name for name, value in texts if len(value.encode()) > MOST_TEXT]
    if long or len(texts) > MOST_FIELDS:
        raise InputError(
            [Problem(long[0] if long else say("the form"), "That is too much text at once.", "Send it as files.")]
        )
    return Form(tuple(texts), tuple(files))
