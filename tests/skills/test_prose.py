from credlens.io.starter import PackageStarter
from credlens.skills.prose import Prose, read

FILE = b"# made for a test\nverbs manag run\n12 access the\n1 rust\n"


def test_counts_and_verbs_are_read() -> None:
    prose = read(FILE)
    assert dict(prose.counts) == {"access": 12, "the": 12, "rust": 1}
    assert prose.verbs == {"manag", "run"}


def test_a_word_is_the_more_common_the_more_often_it_was_counted() -> None:
    prose = read(FILE)
    assert prose.common("access") > prose.common("rust") > prose.common("kubernetes") == 0
    assert Prose().common("the") == 0


def test_the_words_that_come_with_the_program_tell_words_from_names() -> None:
    (data,) = (f.data for f in PackageStarter().files("senses") if f.name.endswith("words.txt"))
    prose = read(data)
    assert len(data) < 500_000
    assert prose.common("access") > 2
    assert all(prose.common(name) == 0 for name in ("kubernetes", "postgresql", "tableau", "excel"))
    assert {"manag", "analyz"} <= prose.verbs
