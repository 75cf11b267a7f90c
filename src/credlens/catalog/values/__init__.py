"""What published catalogs write, as values: one file for each kind of value, shared by the sources.

Every reader here takes what a catalog really writes (numbers as text, HTML, words in several languages) and either understands it or says
that it does not; none of them fills in what is not there.
"""
