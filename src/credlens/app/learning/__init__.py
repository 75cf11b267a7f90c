"""Use cases of the last question, did it help: the log of applications, what it tells, and what to do next."""
