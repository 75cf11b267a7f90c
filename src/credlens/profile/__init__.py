"""Profile: resumes and a person's own words in, what they can show out.

``resumes/`` turns documents into lines with their sections and dates; ``build`` reads skills, education, credentials and years out of
them, each with the line it came from. What the person says of themselves wins over what was read.
"""
