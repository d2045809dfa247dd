"""The one door by which commands print to the terminal."""

import click

from assistant.inert import clean, escape, hostile


def echo(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print for people. Names of files and words of servers come from outside: no terminal may obey what they hold."""
    click.echo(clean(text), err=err, nl=nl)  # noqa: TID251 - this is the door


def echo_json(value: object, *, indent: int | None = 1) -> None:
    """Print for programs: the same value, and nothing in it that a terminal obeys."""
    import json

    click.echo(hostile().sub(escape, json.dumps(value, ensure_ascii=False, indent=indent)))  # noqa: TID251 - this is the door
