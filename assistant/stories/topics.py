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


@cache
def _list_by_beginning() -> dict[str, tuple[tuple[Topic, str], ...]]:
    """The same words by their first character: of twelve hundred, a text is searched for those that may begin in it."""
    found: dict[str, list[tuple[Topic, str]]] = {}
    for topic, words in list_words().items():
        for word in words:
            found.setdefault(word[0], []).append((topic, word))
    return {character: tuple(words) for character, words in found.items()}


def find_topic(items: tuple[Item, ...]) -> Topic:
    """The topic whose words occur most in the items of one story."""
    scores = dict.fromkeys(list_words(), 0)
    for item in items:
        _count(fold(item.text), fold(item.read(item.headline)), scores)
    best = max(scores, key=lambda topic: scores[topic])  # of equal ones the first
    return best if scores[best] >= LEAST else Topic.OTHER


def _count(text: str, headline: str, scores: dict[Topic, int]) -> None:
    """Add how many different words of each topic a text has; those of its headline count more."""
    listed = _list_by_beginning()
    for character in set(text) & listed.keys():
        for topic, word in listed[character]:
            if word in text:
                scores[topic] += HEADLINE_WEIGHT if word in headline else 1
