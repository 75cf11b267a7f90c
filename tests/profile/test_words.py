"""What holds for the words of every language."""

import re

import pytest

from credlens.model.skill import SkillLevel
from credlens.profile.headings import section_of
from credlens.profile.spoken import CEFR, NATIVE
from credlens.profile.words import WORDS, every

CODES = WORDS.names()


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_filed_under_its_code_and_tells_itself(code: str) -> None:
    words = WORDS[code]
    assert words.code == code
    assert len(words.common.split()) >= 10


@pytest.mark.parametrize("code", CODES)
def test_months_are_twelve_and_no_language_disagrees_with_another(code: str) -> None:
    months = WORDS[code].months
    assert sorted(months) == list(range(1, 13))
    for number, line in months.items():
        for name in line.split():
            assert all(name not in other.split() for w in every() for n, other in w.months.items() if n != number)


@pytest.mark.parametrize("code", CODES)
def test_patterns_can_be_read_and_levels_are_known(code: str) -> None:
    words = WORDS[code]
    for pattern in (*words.degrees.values(), words.unfinished, words.schools, words.subjects):
        re.compile(pattern)
    assert set(words.fluency.values()) <= {*CEFR, NATIVE}
    assert SkillLevel.UNKNOWN not in words.levels
    assert all(w == w.casefold() for row in words.levels.values() for w in row)


@pytest.mark.parametrize("code", [w.code for w in every() if w.sections])
def test_each_telling_word_is_a_heading_of_some_section_and_no_filler(code: str) -> None:
    words = WORDS[code]
    for line in words.sections.values():
        for word in line.split():
            assert section_of(word) is not None, word
