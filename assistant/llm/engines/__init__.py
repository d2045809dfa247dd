"""The seam between the pipeline and whatever answers its requests: jobs in, outcomes out, both plain data.

    jobs     Job, Outcome, and the protocol of an engine: run(jobs) -> (key, outcome) as they are done
    bridge   a ``Model`` in front of an engine, so that the stages just ask
    flow     one task for each job: what the engines have in common

    local    calls from this process
    batch    the OpenAI Batch API (batch_api, batch_lines, books)
    dask     workers in other processes or on other machines (worker is what runs there)
    opening  which of them the settings ask for

No engine knows the store. The parent alone writes to it, each outcome as it arrives.
"""
