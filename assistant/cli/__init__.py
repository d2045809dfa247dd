"""The command line: parse, wire, run, exit code.

Each command lives in a module of its own and is imported only when it is called (``group``), so that ``briefing
--help`` costs nothing but click; the reader (``reader``), ``briefing show ID`` (``plain``) and ``briefing check
--jsonl`` (``check_lines``) do not even cost that. What a command prints is decided elsewhere; here it is only wired.
"""

import io
import os
import sys
from contextlib import suppress
from types import FrameType
from typing import NoReturn

from assistant.cycles import no_cycle_search
from assistant.errors import BriefingError

PAIRS = ["check", "--jsonl"]
"""The command that takes the short way with just these words."""
READING: tuple[list[str], ...] = ([], ["read"])
"""The words that mean just the reader."""


def main(args: list[str] | None = None) -> NoReturn:
    """Run the command line and exit: 0 all well, 1 something failed or was held, 2 wrong use, 130 interrupted."""
    words = sys.argv[1:] if args is None else args
    _fill_closed_streams()
    if args is None:
        _trust_no_folder()
    status = _run(words)
    if args is None and (words[:1] == ["show"] or words == PAIRS):
        _leave_at_once(status)
    sys.exit(status)


def _fill_closed_streams() -> None:
    """Give standard input and output that the caller has closed (``<&-``) a file that refuses what they are used for.

    Otherwise Python has None in their place, and the next file that is opened, the store among them, takes their
    number. What goes to a closed standard error is lost, as it was asked for.
    """
    for number, (name, access) in enumerate((("stdin", os.O_WRONLY), ("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY))):
        if getattr(sys, name) is None and os.open(os.devnull, access) == number:  # the lowest number that is free
            # without a buffer, which would try again what was refused when the process ends
            stream = io.FileIO(number, "r" if number == 0 else "w", closefd=False)
            setattr(sys, name, io.TextIOWrapper(stream, encoding="utf-8", write_through=True))


def _trust_no_folder() -> None:
    """No program that we start takes a module from the folder in which the user is: dumps may lie there, so named.

    (``python -m assistant`` in a checkout that is installed nowhere is left its way.)
    """
    with suppress(FileNotFoundError):  # the folder is gone
        if not {"", os.getcwd()} & set(sys.path):  # noqa: PTH109 - pathlib takes a tenth of `briefing show`
            os.environ["PYTHONSAFEPATH"] = "1"


def _leave_at_once(status: int) -> None:
    """End the process without taking every module apart, which would take a tenth of the command. All is closed."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # the usual way says what has to be said
    os._exit(status)


def _run(words: list[str]) -> int:
    try:
        return _dispatch(words)
    except KeyboardInterrupt:
        _say("interrupted")
        return 130
    except BriefingError as error:
        _say(error.message, error.advice)
        return error.exit_status
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:  # standard output on a full disk, as a rule
        _say(error.strerror or str(error))
        return 1


def _dispatch(words: list[str]) -> int:
    if words[:1] == ["show"]:
        with no_cycle_search():
            from assistant.cli.plain import parse, print_wanted

            if wanted := parse(words[1:]):
                return print_wanted(wanted)
    _heed_sigterm()
    if words == PAIRS:
        with no_cycle_search():
            from assistant.cli.check_lines import check_lines

        return check_lines(sys.stdin.buffer, sys.stdout.buffer)
    if words in READING:
        from assistant.cli.reader import has_terminal, read_at_once

        if has_terminal():
            return read_at_once()
    from assistant.cli.group import run

    return run(words)


def _heed_sigterm() -> None:
    """SIGTERM, as timers and service managers send it: what is open is closed, as after ctrl+c."""
    import signal
    import threading

    def end_like_ctrl_c(_number: int, frame: FrameType | None) -> None:
        handler = signal.getsignal(signal.SIGINT)
        (handler if callable(handler) else signal.default_int_handler)(signal.SIGINT, frame)

    if threading.current_thread() is not threading.main_thread():
        return
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN and hasattr(signal, "pthread_sigmask"):
        # A shell's job in the background. asyncio takes an interrupt in hand only where SIGINT has Python's own
        # handler; without, KeyboardInterrupt arises wherever the loop is, and may be swallowed there.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, end_like_ctrl_c)


def _say(message: str, advice: str = "") -> None:
    from assistant.cli.terminal import echo

    for line in filter(None, (f"briefing: {message}", advice)):
        echo(line, err=True)
