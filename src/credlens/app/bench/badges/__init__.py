"""A small world of made-up issuers and badges in every format, for measuring and for tests. Its keys are known to everybody."""
