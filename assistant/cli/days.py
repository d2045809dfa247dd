"""A day as a user names it, for commands that must start at once: without the settings, which ``options`` brings."""

from datetime import date, datetime

from assistant.errors import UsageError


def read_day(text: str | None, option: str = "--date") -> date | None:
    """A day; None where ``option`` was not given.

    Raises:
        UsageError: it is none.
    """
    if text is None:
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UsageError(f"{option} {text} is no day, such as 2025-11-02") from None
