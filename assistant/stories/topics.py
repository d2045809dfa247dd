"""What a story is about, told by the words of its source. A word in a headline counts three times."""

from functools import cache

from assistant.folding import fold
from assistant.records import Item, Topic
from assistant.stories.lists import read_sections

HEADLINE_WEIGHT = 3
LEAST = 2
"""Fewer words than these say nothing: the story is of no known topic."""


@cache
def list_words() -> dict[Topic, tuple[str, ...]]:
    """The words of ``topics.txt``, folded, by topic; of two with as many the first is taken."""
    return {Topic(heading): words for heading, words in read_sections("topics.txt").items()}


def find_topic(items: tuple[Item, ...]) -> Topic:
    """The topic whose words occur most in the items of one story."""
    texts = [(fold(item.text), fold(item.read(item.headline))) for item in items]
    scores = {topic: sum(_score(*text, words) for text in texts) for topic, words in list_words().items()}
    best = max(scores, key=lambda topic: scores[topic])  # of equal ones the first
    return best if scores[best] >= LEAST else Topic.OTHER


def _score(text: str, headline: str, words: tuple[str, ...]) -> int:
    """How many different words of a topic a text has; those of its headline count more."""
    return sum(HEADLINE_WEIGHT if word in headline else 1 for word in words if word in text)
