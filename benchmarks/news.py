"""Made-up news of any size, with the statistics of language that search depends on.

Words follow Zipf's law over a made-up vocabulary with the commonest words of Persian in front;
a few speakers and outlets have most of the word; days go over twenty years. The same seed makes
the same news.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable, Iterator
from itertools import accumulate

from gofteh.records import Article, Because, Failure, Manner, Reading, Span, Speaker, SpeakerKind
from gofteh.records import Statement as Said

STATEMENTS_AN_ARTICLE = 6
_COMMON = (
    "و در به از که این را با است برای آن یک خود تا کرد بر هم نیز شد ما سال بود اما دو شده باید "
    "مردم کشور دولت قیمت آب شهر کار مجلس نفت بازار دلار اقتصاد وزیر طرح بودجه مدرسه ورزش تیم "
    "قانون بانک تولید صنعت کشاورزی باران سیل زلزله جاده پل بیمارستان دارو دانشگاه"
).split()
_LETTERS = "ابپتجچخدرزسشصطعغفقکگلمنهوی"
_ROLES = ("وزیر", "استاندار", "شهردار", "نماینده", "سخنگوی", "مدیر", "رئیس", "کارشناس")
_CUES = (("گفت", "say"), ("افزود", "add"), ("تأکید کرد", "stress"), ("هشدار داد", "warn"))
_FIRST_DAY = dt.datetime(2003, 3, 21)
_DAYS = 20 * 365


class Zipf:
    """Draws from items, the first ones far more often."""

    def __init__(self, items: list[str], exponent: float) -> None:
        self.items = items
        self._weights = list(accumulate(1 / rank**exponent for rank in range(1, len(items) + 1)))

    def draw(self, source: random.Random, count: int) -> list[str]:
        """Return ``count`` items."""
        return source.choices(self.items, cum_weights=self._weights, k=count)


class News:
    """A world of words, speakers and outlets, and articles from it."""

    def __init__(self, seed: int = 7) -> None:
        source = random.Random(seed)
        self._seed = seed
        self.words = Zipf([*_COMMON, *_made_up(source, 60_000)], 1.05)
        names = _made_up(source, 40_000)
        speakers = [f"{a} {b}" for a, b in zip(names[::2], names[1::2], strict=True)]
        self.speakers = Zipf(speakers, 0.9)
        self.outlets = Zipf([f"روزنامه {name}" for name in _made_up(source, 40)], 1.0)

    def articles(self, count: int, first: int = 0) -> Iterator[Article]:
        """Yield articles by their numbers; each is made from its number alone."""
        for number in range(first, first + count):
            yield self._article(number)

    def _article(self, number: int) -> Article:
        source = random.Random(self._seed * 1_000_003 + number)
        words = self.words.draw(source, 40 + STATEMENTS_AN_ARTICLE * 22)
        lines = [" ".join(words[:20]) + "."]
        for part, speaker in enumerate(self.speakers.draw(source, STATEMENTS_AN_ARTICLE)):
            said = " ".join(words[20 + part * 22 : 42 + part * 22])
            cue = source.choice(_CUES)[0]
            lines.append(f"{speaker}، {source.choice(_ROLES)} {words[part]}، {cue}: {said}.")
        moment = _FIRST_DAY + dt.timedelta(minutes=source.randrange(_DAYS * 24 * 60))
        return Article(
            id=f"a{number}",
            title=" ".join(words[-8:]),
            text="\n".join(lines),
            url=f"https://news.example/{number}",
            outlet=self.outlets.draw(source, 1)[0],
            published=moment.isoformat(),
        )


def read(items: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
    """Extract made-up news by its form: the store is measured here, not the extraction."""
    for item in items:
        yield _reading(item) if isinstance(item, Article) else item


def _reading(article: Article) -> Reading:
    raw, speakers, statements = article.raw, {}, []
    at = article.body_start
    for number, line in enumerate(article.text.split("\n")):
        head, colon, said = line.partition(": ")
        if colon:
            name, role, cue = head.split("، ")
            kind = SpeakerKind.PERSON if len(name) % 9 else SpeakerKind.UNNAMED
            source = Span.of(raw, at, at + len(name))
            new = Speaker(len(speakers), name, kind, role, None, (source,))
            speaker = speakers.setdefault(name, new)
            start = at + len(head) + 2
            end = start + len(said) - 1
            statements.append(
                Said(
                    id=f"{article.id}-{number}",
                    content=(Span.of(raw, start, end),),
                    cue=(Span.of(raw, start - 2 - len(cue), start - 2),),
                    source=source,
                    speaker=speaker,
                    manner=tuple(Manner)[len(said) % 3],
                    act=dict(_CUES)[cue],
                    lemma=None,
                    confidence=0.5 + (len(line) % 50) / 100,
                    because=Because("verb-colon", "named-subject"),
                )
            )
        at += len(line) + 1
    return Reading(article, tuple(statements), tuple(speakers.values()))


def _made_up(source: random.Random, count: int) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < count:
        made["".join(source.choices(_LETTERS, k=source.randint(3, 7)))] = None
    return list(made)
