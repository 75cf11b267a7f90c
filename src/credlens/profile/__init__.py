"""Profile: resumes and a person's own words in, what they can show out.

``resumes/`` turns documents into lines with their sections and dates, by the ``words/`` of several languages; ``gather`` finds skills, jobs,
education, credentials and languages in them, each with its place and how surely it was read; ``corrections`` puts the person's verdicts on
``cards`` over that; ``build`` weighs it. What the person says of themselves (``claims``) wins over what was read.
"""
