"""Pieces of work for ``tests.test_offloading``, apart from it: a new process imports nothing else for them."""

import os
import signal
import time
from pathlib import Path


def tell_process(*_: object) -> int:
    return os.getpid()


def fail(text: str) -> None:
    raise ValueError(text)


def kill_oneself(number: int) -> None:
    os.kill(os.getpid(), number)


def die_once(path: Path) -> int:
    """Takes its process down, the first time."""
    if not path.exists():
        path.touch()
        kill_oneself(signal.SIGKILL)
    return os.getpid()


def hang(folder: Path) -> None:
    """Leaves a file with the process's number, and never comes to an end."""
    (folder / str(os.getpid())).touch()
    kill_oneself(signal.SIGSTOP)


def leave() -> None:
    os._exit(3)


def make_generator() -> object:
    return (number for number in range(3))


PRACTISED: list[int] = []


def practise() -> None:
    PRACTISED.append(os.getpid())


def fail_at_once() -> None:
    raise ValueError


def list_practised(_: int) -> tuple[int, list[int]]:
    time.sleep(0.01)  # so that one process does not take all of them
    return os.getpid(), PRACTISED


def await_file(path: Path) -> int:
    """Where it is done, once the file is there."""
    while not path.exists():
        time.sleep(0.01)
    return os.getpid()
