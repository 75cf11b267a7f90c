"""A credential in the words of the person who asks about it: a dozen short questions, each answer a fact with "said by you" as its source.

``table.py`` lists the questions; ``record.py`` is where reading begins.
"""
