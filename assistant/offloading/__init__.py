"""Work that needs nothing but its arguments, done beside the event loop: in processes of its own, once there is enough.

A function and its arguments go out as plain records, the result comes back as one. The first work is done on the spot,
since a small run ends before a process has started; who knows that much is to come lets them ``begin`` at once. From
then on all of it is left to them, and no answer waits for a piece.

A process that dies loses nothing, and what killed it kills nothing else: the piece that it was at is tried once more in
a process that has no other, and is given up when that one dies too, or takes too long (``LostWorkError``). What is done
on the spot is given up after the same time (``do_in_time``).
"""

from typing import TYPE_CHECKING

from assistant.late import make_face

if TYPE_CHECKING:
    from assistant.offloading.limit import do_in_time as do_in_time
    from assistant.offloading.ordered import run_in_order as run_in_order
    from assistant.offloading.workers import Offload as Offload
    from assistant.offloading.workers import Workers as Workers
    from assistant.offloading.workers import run_here as run_here
else:  # the processes themselves need none of it
    __getattr__ = make_face(__name__, limit="do_in_time", ordered="run_in_order", workers="Offload Workers run_here")
