"""Preloaded by the workers that we start ourselves: ctrl+c is for the parent, which then ends them."""

import signal


def dask_setup(worker: object) -> None:  # noqa: ARG001 - the signature is Dask's
    """Called by Dask in the main thread of a worker process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
