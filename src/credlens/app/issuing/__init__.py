"""Issuing: keys of one's own, badges and endorsements signed with them, and lists of what does not count any more."""
