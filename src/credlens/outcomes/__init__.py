"""Outcomes: applications in, what helped and what to do next out.

The room for learning from a person's own applications, with published effects as the prior. Nothing of it is built yet, and no command
offers it.
"""
