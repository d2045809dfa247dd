"""The light reader takes what ``codec.decode`` takes, makes the same of it, and refuses what that refuses."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assistant.codec import decode, encode
from assistant.codec.light import decode_light
from assistant.errors import BriefingError
from assistant.records import Briefing, Certainty, Clock, Damage, Edition, Failure, Span, Stamp, Term
from tests.pages.samples import make_briefing

NOON = datetime(2031, 5, 13, 12, tzinfo=UTC)


def _rich() -> Briefing:
    """A briefing in which nearly every field holds something."""
    made = make_briefing(0)
    stamp = Stamp(NOON, NOON, Certainty.INFERRED, "6 hours before")
    item = replace(
        made.item, clock=Clock(stamp, stamp, ("a note",)), damage=(Damage("cut", Span(0, 2), "港務", "end"),)
    )
    failure = Failure("server", "it is down", "start it")
    return replace(made, item=item, failure=failure, calls=("a", "b"), terms=(Term(("港務局",), ("Port Authority",)),))


def _spoilt() -> Iterator[str]:
    """The JSON of a briefing with one thing in it that does not fit, of each field in turn."""
    whole = json.loads(encode(_rich()))

    def walk(value: Any) -> Iterator[None]:
        places: Any = value.keys() if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
        for place in list(places):
            kept = value[place]
            wrong: Any
            for wrong in (7, "7", None, [], {}, [7], 7.5, True):
                value[place] = wrong
                yield
            value[place] = kept
            yield from walk(kept)
        if isinstance(value, dict):
            for name, kept in list(value.items()):
                del value[name]
                yield
                value[name] = kept
            value["unknown"] = 1
            yield
            del value["unknown"]

    for _ in walk(whole):
        yield json.dumps(whole)


def _outcome(read: Any, text: str) -> Any:
    try:
        return read(Briefing, text)
    except BriefingError:
        return "refused"


@pytest.mark.parametrize("briefing", [make_briefing(0), make_briefing(1), _rich()])
def test_it_makes_the_same_record(briefing: Briefing) -> None:
    assert decode_light(Briefing, encode(briefing)) == decode(Briefing, encode(briefing)) == briefing


def test_dates_without_a_time_come_back() -> None:
    edition = Edition(date(2031, 5, 13), compared_with=date(2031, 5, 12))
    assert decode_light(Edition, encode(edition)) == edition


def test_it_takes_and_refuses_the_same() -> None:
    """Thousands of texts, each with one fault: another type, something missing, something unknown."""
    texts = list(_spoilt())
    assert len(texts) > 1_000
    assert any(_outcome(decode, text) != "refused" for text in texts)
    for text in texts:
        assert _outcome(decode_light, text) == _outcome(decode, text), text


@pytest.mark.parametrize("text", ["", "[]", "7", "{", '{"item": 1}', "[" * 100_000, "\ud800"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(BriefingError, match="no saved Briefing"):
        decode_light(Briefing, text)
