import pytest

from credlens.profile.openers.pieces import Glyph, clean, pieces_of


def written(words: str, x: float = 0.0, base: float = 100.0, *, letter: float = 5.0, space: float = 3.0) -> list[Glyph]:
    """Glyphs of ten points that stand for words, each letter ``letter`` wide."""
    glyphs: list[Glyph] = []
    for word in words.split():
        for i, char in enumerate(word):
            glyphs.append(Glyph(char, x, x + letter, base, 10.0, False, 1, spaced=i == 0 and bool(glyphs)))
            x += letter
        x += space
    return glyphs


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("e\ufb03cient \ufb01gures", "efficient figures"),
        ("co\u00adffee  shop", "coffee shop"),
        ("depart\u00ad", "depart-"),
        ("\uf095 0123", "0123"),
        ("self\u2011made\u00a0man", "self-made man"),
    ],
)
def test_odd_characters_are_mended(raw: str, words: str) -> None:
    assert clean(raw) == words


def test_far_apart_is_not_one_piece() -> None:
    near, far = written("Clerk Bramble"), written("2019", x=300)
    assert [p.text for p in pieces_of([*far, *near])] == ["Clerk Bramble", "2019"]


def test_words_need_no_spaces_in_the_file() -> None:
    glyphs = [Glyph(g.char, g.x0, g.x1, g.base, g.size, g.bold, g.page) for g in written("Clerk at Bramble")]
    assert [p.text for p in pieces_of(glyphs)] == ["Clerk at Bramble"]


def test_a_justified_line_is_one_piece_and_a_row_of_a_table_is_not() -> None:
    wide = [
        Glyph(g.char, g.x0, g.x1, g.base, g.size, g.bold, g.page, drawn=g.x0.__hash__())
        for g in written("one two three", space=14)
    ]
    end = wide[-1].x1
    below = written("x" * int(end / 5), base=112, letter=end / int(end / 5))
    assert pieces_of([*wide, *below])[0].text == "one two three"
    assert [p.text for p in pieces_of(wide)] == ["one", "two", "three"]


def test_a_bullet_belongs_to_what_it_stands_before() -> None:
    bullet = [Glyph("\uf0b7", 0, 4, 100.0, 10.0, False, 1)]
    (piece,) = pieces_of([*bullet, *written("Built reports", x=20)])
    assert (piece.text, piece.bullet, piece.x0) == ("Built reports", "\uf0b7", 20)


def test_letters_drawn_twice_are_read_once() -> None:
    twice = [
        g
        for one in written("Skills")
        for g in (one, Glyph(one.char, one.x0 + 0.2, one.x1 + 0.2, one.base, 10.0, False, 1))
    ]
    assert [p.text for p in pieces_of(twice)] == ["Skills"]
