"""What documents say, written out for a resume: every entry in the document's own words, with the person's corrections put over it."""
