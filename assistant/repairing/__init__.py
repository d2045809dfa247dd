"""Ask again for just what failed, a bounded number of times; then fail closed.

repair_draft    corrections from a model, each taken only if it checks better
mark            what rules can put in: originals, marks of quotations
withhold        wrong figures taken out
add_originals   the originals alone
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.repairing.marking import add_originals as add_originals
    from assistant.repairing.mending import CALLS_AT_MOST as CALLS_AT_MOST
    from assistant.repairing.mending import Checker as Checker
    from assistant.repairing.mending import Repaired as Repaired
    from assistant.repairing.mending import mark as mark
    from assistant.repairing.mending import repair_draft as repair_draft
    from assistant.repairing.mending import withhold as withhold
    from assistant.repairing.policy import OnMismatch as OnMismatch
else:  # who only names a policy, or puts originals in, waits for nothing that asks a model
    __getattr__ = make_face(
        __name__,
        marking="add_originals",
        mending="CALLS_AT_MOST Checker Repaired mark repair_draft withhold",
        policy="OnMismatch",
    )
