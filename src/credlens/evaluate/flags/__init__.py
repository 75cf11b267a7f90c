"""The red flags: one file and one line here for each. Each answers fires, clear or cannot tell, and says why."""

from credlens.evaluate.flags.base import RedFlag
from credlens.registry import Registry

FLAGS: Registry[RedFlag] = Registry(
    "flag",
    {
        "legally_required": "credlens.evaluate.flags.legally_required:FLAG",
        "degree_demanded": "credlens.evaluate.flags.degree_demanded:FLAG",
        "retired": "credlens.evaluate.flags.retired:FLAG",
        "not_open": "credlens.evaluate.flags.not_open:FLAG",
        "accreditation_not_listed": "credlens.evaluate.flags.accreditation_not_listed:FLAG",
        "no_recognition": "credlens.evaluate.flags.no_recognition:FLAG",
        "too_narrow": "credlens.evaluate.flags.too_narrow:FLAG",
        "low_effort": "credlens.evaluate.flags.low_effort:FLAG",
        "beginner_for_expert": "credlens.evaluate.flags.beginner_for_expert:FLAG",
        "free_but_paid": "credlens.evaluate.flags.free_but_paid:FLAG",
        "job_guarantee": "credlens.evaluate.flags.job_guarantee:FLAG",
        "renewal_trap": "credlens.evaluate.flags.renewal_trap:FLAG",
        "verifier_dead": "credlens.evaluate.flags.verifier_dead:FLAG",
        "expired_held": "credlens.evaluate.flags.expired_held:FLAG",
    },
)
