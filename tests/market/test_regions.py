import pytest
from hypothesis import given
from hypothesis import strategies as st

from credlens.market.regions import region, regions


@pytest.mark.parametrize(
    ("place", "code"),
    [
        # a city and a state's code, its name, a country
        ("Albuquerque, NM", "US-NM"),
        ("Austin TX", "US-TX"),
        ("Austin, TX 78701", "US-TX"),
        ("Austin, Texas, United States", "US-TX"),
        ("US-TX-Austin", "US-TX"),
        ("Boise, ID, US", "US-ID"),
        ("Washington, D.C.", "US-DC"),
        ("Seattle, Washington", "US-WA"),
        ("San Juan, PR", "US-PR"),
        ("Toronto, ON, Canada", "CA-ON"),
        ("Toronto, Ontario, CA", "CA-ON"),
        ("Toronto, ON M5V 2T6", "CA-ON"),
        ("Sydney, NSW", "AU-NSW"),
        ("Melbourne VIC", "AU-VIC"),
        ("London, UK", "GB"),
        ("London, England, United Kingdom", "GB-ENG"),
        ("Bangalore, Karnataka, India", "IN-KA"),
        ("Mexico City, Mexico", "MX"),
        ("Mexico, Mexico", "MX"),
        ("Dubai - United Arab Emirates", "AE"),
        ("Seoul, Korea, Republic of (South Korea)", "KR"),
        ("Zürich, Schweiz", "CH"),
        ("Warsaw, PL", "PL"),
        ("Singapore", "SG"),
        ("Texas", "US-TX"),
        ("TX", "US-TX"),
        ("U.S.A.", "US"),
        # "CA" after a city is California, unless the city says otherwise
        ("Ontario, CA", "US-CA"),
        ("Toronto, CA", "CA"),
        ("Wilmington, DE", "US-DE"),
        ("Berlin, DE", "DE"),
        ("Gary, IN", "US-IN"),
        ("Pune, IN", "IN"),
        ("Bengaluru, KA, IN", "IN-KA"),
        ("Erlangen, BY, DE", "DE-BY"),
        ("Erlangen, DE", None),
        ("boise, id", "US-ID"),
        ("BOISE, IDAHO", "US-ID"),
        ("Perth, WA", "AU-WA"),
        ("Macon, Georgia", "US-GA"),
        ("Tbilisi, Georgia", "GE"),
        ("Lebanon, NH", "US-NH"),
        # work from home, somewhere
        ("Remote - US", "US"),
        ("Remote (Canada)", "CA"),
        ("Anywhere in the US", "US"),
        ("Home based, Spain", "ES"),
        # not told
        ("Remote", None),
        ("Remote, CA", None),
        ("Multiple locations", None),
        ("Berlin", None),
        ("Georgia", None),
        ("Washington", None),
        ("CA", None),
        ("EMEA", None),
        ("110 William St. N Y", None),
        ("", None),
        (None, None),
    ],
)
def test_a_place_lies_in_the_region_it_names(place: str | None, code: str | None) -> None:
    assert region(place) == code


def test_a_city_before_the_country_alone_is_no_part_of_it() -> None:
    assert region("Berlin, Germany") == "DE"
    assert region("Bavaria, Berlin, Germany") == "DE-BE"
    assert region("Washington, United States") == "US"


def test_several_places_have_several_regions_and_one_when_they_share_it() -> None:
    assert regions("Austin, TX; London, UK; Remote; Dallas, TX") == ("US-TX", "GB")
    assert region("Austin, TX; London, UK") is None
    assert region("Austin, TX; Boston, MA") == "US"
    assert region("Austin, TX; Dallas, TX; Remote") == "US-TX"
    assert regions(None) == ()


@given(st.text(st.sampled_from("ABCUSTX aegiort,.;-()/0123"), max_size=30))
def test_any_words_give_a_code_or_nothing(place: str) -> None:
    found = region(place)
    assert found is None or (found[:2].isupper() and (len(found) == 2 or found[2] == "-"))
