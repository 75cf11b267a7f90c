"""Replanning: the plan that was followed and what has happened since in, the problem of today and what changes out.

``passed`` takes the plan at its word up to today, ``events/`` has one file for each thing that can happen, ``now`` turns the progress into
the problem that is left, ``choosing`` takes the plan that keeps most, ``dropping`` says why a step had to go, and ``changes`` what is
different and why. What was paid is spent, what is finished counts as evidence.
"""
