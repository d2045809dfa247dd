"""The terminal: is there one that the reader can be drawn on, and the one door by which commands print to it."""

import os
import sys

import click

from assistant.inert import HOSTILE, clean, escape


def has_terminal() -> bool:
    """Whether somebody sits at a terminal that can be drawn on; without one Textual would hang for ever."""
    return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print for people. Names of files and words of servers come from outside: no terminal may obey what they hold."""
    click.echo(clean(text), err=err, nl=nl)  # noqa: TID251 - this is the door


def echo_json(value: object, *, indent: int | None = 1) -> None:
    """Print for programs: the same value, and nothing in it that a terminal obeys."""
    import json

    click.echo(HOSTILE.sub(escape, json.dumps(value, ensure_ascii=False, indent=indent)))  # noqa: TID251 - this is the door
