"""What a person hands out: resume, portfolio, brief, links, calendar, journal; and what they decided about it."""
