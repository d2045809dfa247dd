"""What is known of a briefing beside itself: who else tells the story, and what its calls cost."""

from collections.abc import Sequence

from assistant.inert import clean_line
from assistant.records import Briefing, Spending
from assistant.records.record import record
from assistant.reporting.wording import format_cost, plural
from assistant.store import Row, Store


@record
class Aside:
    """In words, ready to be shown; empty where there is nothing to say."""

    also: str = ""
    """``also told by 海灣日報, 島嶼電視``."""
    cost: str = ""
    """``2 calls, US$0.0031, 5,310 tokens, shared by all items of a call``."""


NOTHING = Aside()


def find_aside(store: Store, briefing: Briefing) -> Aside:
    """What ``store`` knows beside a briefing."""
    spending = store.calls.account(briefing.calls)[0] if briefing.calls else None
    return Aside(_name_others(store.stories.told_with(briefing.id)), _describe_cost(spending))


def _name_others(rows: Sequence[Row]) -> str:
    outlets = list(dict.fromkeys(clean_line(row.outlet) or "an outlet not given" for row in rows))
    return f"also told by {', '.join(outlets)}" if outlets else ""


def _describe_cost(spending: Spending | None) -> str:
    if spending is None:
        return ""
    tokens = spending.usage.input_tokens + spending.usage.output_tokens
    return f"{format_cost(spending)}, {plural(tokens, 'token')}, shared by all items of a call"
