"""Skills: read any text in terms of a taxonomy.

Text in, mentions out: which skills, degrees, licences, credentials and years of experience a text names, at which places, how
firmly it asks. Job ads, resumes and course descriptions are all read here, so that they are read alike. The other rooms build on it.
"""
