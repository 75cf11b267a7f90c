"""Outcomes: a person's own applications in; how far they come, what showing a credential did, and what to do next out.

Read :mod:`.window` first: which applications count, and when. :mod:`.funnel` tells rates and where a search is stuck. "Did it help?" is
:mod:`.effect` (the model), :mod:`.cells` and :mod:`.learning` (a log put into it), :mod:`.verdicts` (what may be said) and
:mod:`.tossing` (the coin). :mod:`.pooling` puts many people's counts together, :mod:`.contribution` is the file that carries them.
:mod:`.next_steps` and :mod:`.renewing` look ahead. :mod:`.trackers` and :mod:`.mail` read files into applications and steps.
"""
