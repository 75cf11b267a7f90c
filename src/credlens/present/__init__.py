"""Present: records in, documents out.

Pure functions from results to text or bytes, one file for each document in ``exports/``. They add no facts: what is not in the record
does not appear in the document.
"""
