from credlens.market.dedupe import digest, merge
from credlens.model.posting import Posting

LONG = " ".join(f"You plan and check the work of team {n} every week." for n in range(30))


def ad(text: str, place: str | None = None, title: str = "Analyst", employer: str | None = "Acme") -> Posting:
    return Posting(digest(text), title, text, f"{place}.txt", employer, place)


def test_the_same_text_is_one_ad_whatever_its_spacing_and_case() -> None:
    found = merge([ad("Know SQL well"), ad("Something else"), ad("know  sql\nWELL")])
    assert [p.text for p in found.postings] == ["Know SQL well", "Something else"]
    assert (found.read, found.same_text, found.near) == (3, 1, 0)
    assert len(digest("x")) == 16


def test_nearly_the_same_ad_counts_once_and_keeps_all_its_places() -> None:
    first = ad(f"{LONG} Come to Austin.", "Austin, TX", "Analyst, Austin")
    found = merge(
        [
            first,
            ad("Something else", "Rome, Italy"),
            ad(f"{LONG} Come to Boston.", "Boston, MA; Austin, TX", "Analyst, Boston"),
            ad(f"{LONG} come to Austin.", "Dallas, TX", "Analyst"),
        ]
    )
    kept = found.postings[0]
    assert (kept.id, kept.text, kept.where) == (first.id, first.text, first.where)
    assert [p.place for p in found.postings] == ["Austin, TX; Dallas, TX; Boston, MA", "Rome, Italy"]
    assert (found.read, found.same_text, found.near) == (4, 1, 1)


def test_what_was_merged_is_said() -> None:
    near, same = ad(f"{LONG} Come to Boston."), ad(LONG)
    assert merge([ad(LONG), same, near]).note() == (
        "1 ad was the same text as another and 1 ad was nearly the same as another (another city, another number); each counts once"
    )
    assert merge([same, same, same]).note() == "2 ads were the same text as another; each counts once"
    assert merge([same]).note() is None
    assert merge([]).postings == ()
