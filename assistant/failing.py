"""What went wrong, as data: a problem of the run, or the failure of one item. One that failed never loses another."""

from datetime import date

from assistant.errors import BriefingError, InternalError, ModelError
from assistant.inert import clean_line
from assistant.records import Briefing, Dump, Failure, Item, Problem


def tell_problem(name: str, error: BriefingError, *, saved: date | None = None) -> Problem:
    """An error as a problem of what is called ``name``, which comes from outside."""
    return Problem(clean_line(name), error.message, error.advice, saved)


def find_saved(dump: Dump) -> date | None:
    """When a dump was captured, as the user said, or its file saved."""
    moment = dump.as_of or dump.modified
    return moment.date() if moment else None


def fail_dump(name: str, error: Exception, *, saved: date | None = None) -> Problem:
    """The problem of a dump on which the program itself failed."""
    name = clean_line(name)
    message = f"{name} cannot be read: the program failed on it ({type(error).__name__}); the others are done"
    return Problem(name, message, "Please report it, with the dump if you may.", saved)


def tell_failure(error: ModelError) -> Failure:
    """Why an item has no draft."""
    return Failure(error.kind, error.message, error.advice)


def fail_item(dump: Dump, item: Item, fault: Exception) -> Briefing:
    """The briefing of an item on which the program itself failed: not even its figures are known."""
    return Briefing(dump.name, dump.sha256, item, failure=tell_failure(InternalError.of(fault)))


def first_error(errors: BaseExceptionGroup[BriefingError]) -> BriefingError:
    """The first error of a group that may hold groups."""
    first = errors.exceptions[0]
    return first_error(first) if isinstance(first, BaseExceptionGroup) else first
