"""The Credential Transparency Description Language (credreg.net/ctdl/terms): its terms as fields of a credential, and back.

``names`` knows how things are called, ``statements`` what a node says and what a field took of it, ``graph`` finds what one node says about
another, ``terms`` is the table of properties and fields; the other files read and write one part of a record each.
"""
