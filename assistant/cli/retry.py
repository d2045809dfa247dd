"""``briefing retry [RUN]``: brief again just what failed or was held in a run."""

from dataclasses import replace

import click

from assistant.cli.opening import open_library
from assistant.cli.options import NO_MODEL, Options, open_model, run_options
from assistant.cli.progress import show_progress
from assistant.cli.terminal import echo
from assistant.cli.waiting import wait_for
from assistant.errors import UsageError
from assistant.offloading import Workers
from assistant.running.job import Job
from assistant.running.tracking import Tracker


@click.command("retry")
@click.argument("run", default="", metavar="[RUN]")
@run_options
def command(run: str, options: Options) -> int:
    """Brief again just the items that failed or were held in RUN (by default the last run), from the store.

    They are asked about anew, whatever was answered before; no file is read. Exit status: 0 all of them are briefed
    now; 1 some are not; 2 wrong use.
    """
    with show_progress(quiet=options.quiet) as watch:
        job, before = wait_for(retry(run, replace(options, fresh=True), Tracker(watch)))
    for message in (*before, *(problem.message for problem in (job.problems if job else ()))):
        echo(f"briefing: {message}", err=True)
    if before:
        echo(f"a retry reads no file: mend {'it' if len(before) == 1 else 'these'}, and run the same command again")
    if job is None:
        echo("no item failed and none was held: there is nothing to retry")
        return 1 if before else 0
    echo(f"{job.briefed - job.failed} of {job.briefed} items are briefed now")
    if job.failed:
        echo(f"{job.failed} failed again or were held; once more: briefing retry {job.run}")
    return 1 if job.failed or job.problems or before else 0


async def retry(run: str, options: Options, tracker: Tracker) -> tuple[Job | None, list[str]]:
    """The job that briefs the items again (None where there is nothing to retry), and what went wrong beside them.

    Raises:
        UsageError: there is no such run, or no model to ask.
    """
    settings = options.settings()
    with open_library(settings.data_dir) as store:
        wanted = run or store.backlog.last_run()
        if not store.backlog.has_run(wanted):
            raise UsageError(f"there is no run {wanted}" if wanted else "there is no run in the store yet")
        left = store.backlog.unfinished(wanted)
        before = store.backlog.unread(wanted)
        if not left:
            return None, before
        async with Workers() as workers:
            job = Job(
                title=f"Retry of {wanted}",
                store=store,
                on_mismatch=options.on_mismatch,
                tracker=tracker,
                workers=workers,
            )
            async with open_model(options, settings, store.calls.of_run(job.run), tracker) as (model, pace):
                if model is None:
                    raise UsageError("a retry needs a model", advice=NO_MODEL)
                again = (store.library.briefing(briefing) for briefing in left)
                await job.work_again(model, again, pace=pace)
        return job, before
