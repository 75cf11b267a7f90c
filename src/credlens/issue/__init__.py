"""Issue: what a person or a small provider says about others, as badges that others can verify.

The room for making Open Badges 3.0, endorsements of them (also reviews of a piece of work), and lists of what was revoked; signed as tokens
or with proofs inside, and baked into pictures. Time, ids and chance come in as arguments: the same arguments give the same bytes.
"""
