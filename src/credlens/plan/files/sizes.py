"""How much a file may hold."""

from __future__ import annotations

MAX_BYTES = 128 * 1024 * 1024  # a problem of 200,000 credentials takes about 100 MB
MOST_ENTRIES = 200_000  # credentials in one file: twice the largest catalog that planning is measured on
MOST_LISTED = 2_000  # judgement: of anything a credential has, and of skills, bundles or stacks in all; real ones have a few dozen
MOST_OFF = 400  # judgement: times without study; one a week for more than seven years
MOST_PROBLEMS = 1_000  # mistakes listed of one file: more tell that it is another kind of file
LONGEST_TEXT = 10_000  # characters: far more than any title, name or reason
MOST = 10**12  # no price, workload or weight of anything here is larger
MOST_DECIMALS = 40  # of an amount: more than a division of exact decimals (28 digits) leaves
MOST_WEEK = 168  # hours: a week has no more
MOST_CREDENTIALS = 12  # the search over orders is exact up to here
MOST_MONTHS = 1_200  # judgement: validity of a hundred years and more is none that ends
MOST_ATTEMPTS = 100  # judgement: nobody takes an exam more often; each one more is reckoned with
HORIZON_DAYS = 20 * 366  # from the start to the deadline: nobody plans study for longer than 20 years
KEPT_DAYS = 80 * 366  # from the start to the day until which credentials are kept valid: a working life and more
FIRST_YEAR, LAST_YEAR = (
    1900,
    2299,
)  # judgement: a day outside is a slip; reckoning with months stays within the calendar
