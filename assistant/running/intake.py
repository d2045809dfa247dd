"""What a run reads: each dump once, one at a time, without those that are done; what cannot be read is listed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, islice

from assistant.errors import BriefingError, ReadingError
from assistant.failing import fail_dump, find_saved, tell_problem
from assistant.reading import read_dumps, read_url, tell_saved
from assistant.records import Dump, Problem, Status
from assistant.store import Store


@dataclass(slots=True)
class Intake:
    """The dumps of some paths.

    Args:
        paths: files, folders, addresses (https), or ``-`` for standard input.
        store: keeps each dump that is to be briefed, and knows what is done.
        encoding: of the dumps, where it cannot be told.
        as_of: when the pages were captured.
        skip_done: a dump whose items all have one of these statuses in the store is passed over.
    """

    paths: Sequence[str]
    store: Store | None = None
    encoding: str | None = None
    as_of: datetime | None = None
    skip_done: tuple[Status, ...] = ()
    problems: list[Problem] = field(default_factory=list, init=False)
    """What could not be read; more is added by whoever works on what could."""
    seen: dict[str, date | None] = field(default_factory=dict, init=False)
    """The SHA-256 of each dump that could be read, skipped ones included, in order, and when it was saved."""
    skipped: int = field(default=0, init=False)
    """Of those: done before."""
    copies: int = field(default=0, init=False)
    """The same bytes again, under another name."""
    _rest: Iterator[Dump] | None = field(default=None, init=False)

    def dumps(self) -> Iterator[Dump]:
        """Those that are to be briefed, one at a time; every call goes on where the last one stopped."""
        if self._rest is None:
            self._rest = self._read()
        return self._rest

    def look_ahead(self, most: int) -> int:
        """How many dumps there are still to brief, up to ``most``: they are read now, and kept for ``dumps``."""
        rest = self.dumps()
        first = list(islice(rest, most))
        self._rest = chain(first, rest)
        return len(first)

    def _read(self) -> Iterator[Dump]:
        for path in self.paths:
            try:
                for dump in self._read_path(path):
                    if isinstance(dump, Problem):
                        self.problems.append(dump)
                    elif self._take(dump):
                        yield dump
            except ReadingError as error:
                self.problems.append(tell_problem(path, error, saved=tell_saved(path, self.as_of)))
            except BriefingError:
                raise
            except Exception as error:  # noqa: BLE001 - a fault of ours, or of a library, in one dump never loses another
                self.problems.append(fail_dump(path, error, saved=tell_saved(path, self.as_of)))

    def _read_path(self, path: str) -> Iterable[Dump | Problem]:
        if "://" in path:
            return [read_url(path, as_of=self.as_of)]
        return read_dumps(path, encoding=self.encoding, as_of=self.as_of, is_done=self._is_briefed)

    def _take(self, dump: Dump) -> bool:
        """Keep a dump that is to be briefed; whether it is."""
        try:
            if self._is_done(dump):
                return False
            if self.store:
                self.store.library.save_dump(dump)
        except BriefingError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours in one dump never loses another of its folder
            self.problems.append(fail_dump(dump.name, error, saved=find_saved(dump)))
            return False
        return True

    def _is_done(self, dump: Dump) -> bool:
        """Whether nothing need be asked about a dump: it is done, or the same bytes were read a moment ago."""
        was_read = dump.sha256 in self.seen
        self.seen.setdefault(dump.sha256, find_saved(dump))
        if not self.skip_done or not self.store:
            return False
        is_done = not was_read and self._is_briefed(dump.sha256)
        self.copies += was_read
        self.skipped += is_done
        return was_read or is_done

    def _is_briefed(self, dump: str) -> bool:
        """Whether an earlier run did all that there is to do about the dump with this SHA-256."""
        return bool(self.skip_done and self.store and self.store.backlog.is_done(dump, self.skip_done))
