"""Published lists of accreditations, accreditors and badge hosts, and what they say of a claim."""
