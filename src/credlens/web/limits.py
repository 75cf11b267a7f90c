"""What the pages take in: each number with its reason; the reference lists them."""

from __future__ import annotations

MOST_BODY = 6 * 1024 * 1024  # bytes of one request: a resume or badge with its form around it
MOST_RESUME = 5 * 1024 * 1024  # bytes of a document; a resume with pictures has one or two
MOST_BADGE = 4 * 1024 * 1024  # bytes of a badge; a picture with one baked in has well below one
MOST_FILES = 20  # files of one form; more are better named to the command line as a folder
MOST_FIELDS = 400  # fields of one form; the page of weights has about 40
MOST_TEXT = 1024 * 1024  # bytes of one field: a hundred job ads pasted at once
MOST_URL = 16 * 1024  # bytes of an address with its query; browsers and proxies cut at less
MOST_COMPARED = 12  # credentials side by side; more are no comparison for a person
