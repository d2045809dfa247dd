"""A day of news for the bench: pages as users save them, with stories of their own, and the replies of a model to them.

Every sentence is drawn from ``news.toml`` (written by us), with names, places and figures of its own, in Chinese and in
English at once; so each reply is right, and nothing is asked twice. Sentences of one story need not fit one another:
what is measured is work, and that hangs on how many sentences, figures and names there are.
"""

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
SLOTS = ("site", "agency", "goods", "reason")
"""Lists of ``WORDS`` from which a sentence draws."""

Pair = tuple[str, str]
"""The same in Chinese and in English."""


@dataclass(frozen=True, slots=True)
class Story:
    """One story in both languages."""

    headline: Pair
    sentences: tuple[Pair, ...]
    names: tuple[tuple[str, str, str], ...]
    """Original, English, kind."""

    def reply(self) -> dict[str, object]:
        """What a model answers, in the form of recorded replies."""
        return {
            "source": self.headline[0],
            "headline": self.headline[1],
            "summary": " ".join(english for _, english in self.sentences[:3]),
            "claims": [
                {"english": english, "quote": chinese, "medium": "", "speaker": "", "act": ""}
                for chinese, english in self.sentences[:3]
            ],
            "names": [dict(zip(("original", "english", "kind"), name, strict=True)) for name in self.names],
            "sentences": [{"source": chinese, "english": english} for chinese, english in self._all()],
        }

    def _all(self) -> list[Pair]:
        return [self.headline, *self.sentences]


def tell_story(draw: Random, sentences: int) -> Story:
    """A story of ``sentences`` sentences, with two people, two places and a firm."""
    people = [draw.choice(WORDS["surnames"]) + draw.choice(WORDS["given"]) for _ in range(2)]
    persons = [(surname + given, f"{family} {own}") for surname, family, given, own in people]
    places, firm = draw.sample(WORDS["places"], 2), draw.choice(WORDS["firms"])
    used: dict[str, tuple[str, str, str]] = {}

    def fill(template: Pair) -> Pair:
        values = _draw_figures(draw) | {"person": draw.choice(persons), "place": draw.choice(places), "firm": firm}
        values |= {name: draw.choice(WORDS[name]) for name in SLOTS}
        for kind, slot in (("person", "person"), ("place", "place"), ("organisation", "firm")):
            if f"{{{slot}}}" in template[0]:
                used[values[slot][0]] = (*values[slot], kind)
        chinese, english = (template[n].format(**{name: pair[n] for name, pair in values.items()}) for n in range(2))
        return chinese, english[0].upper() + english[1:]

    headline = fill(draw.choice(WORDS["headlines"]))
    body = tuple(fill(template) for template in draw.sample(WORDS["sentences"], sentences))
    return Story(headline, body, tuple(used.values()))


def _draw_figures(draw: Random) -> dict[str, Pair]:
    people, money, share = draw.randrange(21, 4_000), draw.randrange(11, 989), draw.randrange(101, 989) / 10
    small = {name: draw.randrange(3, 90) for name in ("hours", "days", "minutes", "stations", "places", "years")}
    points, length, dollars = draw.randrange(11, 190) / 10, draw.randrange(31, 980) / 10, draw.randrange(11, 98) / 10
    weight, wage, area = draw.randrange(1_200, 99_000), draw.randrange(31_000, 89_000), draw.randrange(130, 9_800)
    rain, power, doses, copies = (draw.randrange(102, 990) for _ in range(4))
    return {
        "people": (f"{people:,}人", f"{people:,} people"),
        "money": (f"{money}億元", f"NT${money / 10:g} billion"),
        "dollars": (f"{dollars:.1f}億美元", f"US${dollars * 100:.0f} million"),
        "share": (f"{share}%", f"{share} per cent"),
        "points": (f"{points}個百分點", f"{points} percentage points"),
        "hours": (f"{small['hours']}小時", f"{small['hours']} hours"),
        "days": (f"{small['days']}天", f"{small['days']} days"),
        "minutes": (f"{small['minutes']}分鐘", f"{small['minutes']} minutes"),
        "years": (f"{small['years']}年", f"{small['years']} years"),
        "stations": (f"{small['stations']}座車站", f"{small['stations']} stations"),
        "places": (f"{small['places']}處", f"{small['places']} places"),
        "length": (f"{length}公里", f"{length} kilometres"),
        "weight": (f"{weight:,}公噸", f"{weight:,} tonnes"),
        "wage": (f"{wage:,}元", f"NT${wage:,}"),
        "area": (f"{area:,}公頃", f"{area:,} hectares"),
        "rain": (f"{rain}毫米", f"{rain} millimetres"),
        "power": (f"{power}萬瓩", f"{power / 100:g} million kilowatts"),
        "doses": (f"{doses}劑疫苗", f"{doses} doses of vaccine"),
        "accounts": (f"{small['places']}個帳戶", f"{small['places']} accounts"),
        "copies": (f"有效樣本{copies}份", f"{copies} valid answers"),
    }


def write_day(inbox: Path, count: int, *, related: int, sentences: range = range(8, 15), seed: int = 8) -> str:
    """Fill ``inbox`` with ``count`` pages: an article of some ``sentences``, and below it ``related`` shorter stories.

    A fifth of the related stories are other pages' articles told again by their opening, as a day of news has it.

    Returns:
        The replies to all of them, for ``RecordedModel``.
    """
    inbox.mkdir(parents=True)
    draw = Random(seed)
    articles = [tell_story(draw, draw.choice(sentences)) for _ in range(count)]
    told = list(articles)
    for number, article in enumerate(articles):
        blocks = [article.headline[0] + "\n" + _paragraphs([s for s, _ in article.sentences])]
        for _ in range(related):
            again = draw.random() < 0.2 and number
            story = _open(articles[draw.randrange(number)]) if again else tell_story(draw, draw.randrange(3, 7))
            told.append(story)
            line = f"{draw.choice(WORDS['outlets'])} ・ {draw.randrange(2, 22)} 小時前"
            blocks.append("\n".join([story.headline[0], "".join(s for s, _ in story.sentences), line]))
        text = blocks[0] + "".join(f"\n\n{block}" for block in ["延伸閱讀", *blocks[1:]] if related) + "\n"
        (inbox / f"page-{number:05}.txt").write_text(text, encoding="utf-8")
    about = "Written by a program for a bench; no model made them."
    return json.dumps({"about": about, "items": [story.reply() for story in told]}, ensure_ascii=False)


def _open(story: Story) -> Story:
    return Story(story.headline, story.sentences[:4], story.names)


def _paragraphs(sentences: Sequence[str]) -> str:
    return "\n".join("".join(sentences[n : n + 3]) for n in range(0, len(sentences), 3))
