"""The answer to "did it help?"."""

from __future__ import annotations

from enum import StrEnum


class HelpedVerdict(StrEnum):
    """What a log says of a credential. Only where a coin chose does it say that showing it made the difference."""

    NO_DATA = "no_data"
    CANNOT_TELL = "cannot_tell"
    MORE_WITH_IT = "more_interviews_with_it"  # the person chose: it may be the credential or what else was different
    FEWER_WITH_IT = "fewer_interviews_with_it"
    HELPED = "helped"  # a coin chose
    HARMED = "harmed"
