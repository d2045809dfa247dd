"""What is missing from a report, and what to do about it: problems, failed items, held ones."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.inert import clean_line
from assistant.records import Problem, Report, Status
from assistant.reporting.numbers import name_numbers
from assistant.reporting.view import ItemView
from assistant.reporting.wording import FAILED, HELD, Sign, plural

ASK_ANEW = "`briefing retry` asks anew about just what failed"
"""The same command once more would find the reply that failed among those that are kept."""
READ_SOURCE = "read the source beside it, or run again with another model"


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that failed or was held, and what to do about it."""

    sign: Sign
    subject: str
    """What it is about: a file, or an item's headline."""
    message: str
    advice: str
    items: tuple[int, ...] = ()
    """The numbers of the items; none for a problem outside any item."""

    @property
    def where(self) -> str:
        """The items in words: "item 3", "items 1-4, 7"; empty for a problem outside any item."""
        return name_numbers("item", self.items) if self.items else ""

    @property
    def title(self) -> str:
        """Where, and what: "item 3, its headline"."""
        return self.where if len(self.items) > 1 else ", ".join(part for part in (self.where, self.subject) if part)


def list_troubles(report: Report, items: Iterable[ItemView]) -> tuple[Trouble, ...]:
    """Problems, then failed items, then held ones. A reason that many share (a server that is down) is said once."""
    problems = (
        Trouble(FAILED, clean_line(problem.name), _say(problem), clean_line(problem.advice))
        for problem in report.problems
    )
    items = list(items)
    return (*problems, *_merge(_failed(items)), *_held(items))


def _say(problem: Problem) -> str:
    """What is wrong; the name stands before it, and is not said twice."""
    return clean_line(problem.message.removeprefix(problem.name).strip() or problem.message)


def _merge(troubles: Iterable[Trouble]) -> Iterator[Trouble]:
    groups: dict[tuple[str, str], list[Trouble]] = {}
    for trouble in troubles:
        groups.setdefault((trouble.message, trouble.advice), []).append(trouble)
    for group in groups.values():
        yield replace(group[0], items=tuple(number for trouble in group for number in trouble.items))


def _failed(items: Iterable[ItemView]) -> Iterator[Trouble]:
    for item in items:
        failure = item.briefing.failure
        if failure:
            message = f"{clean_line(failure.message)} ({clean_line(failure.kind)})"
            yield Trouble(FAILED, item.headline, message, clean_line(failure.advice) or ASK_ANEW, (item.number,))


def _held(items: Iterable[ItemView]) -> Iterator[Trouble]:
    for item in items:
        if item.status is Status.HELD:
            message = f"checked and held back: {plural(len(item.flags), 'flag')}"
            yield Trouble(HELD, item.headline, message, READ_SOURCE, (item.number,))
