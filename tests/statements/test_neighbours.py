"""What stands before or behind an article's paragraphs does not change how they are read.

The law: put foreign paragraphs in front of an article and behind it, and its own statements stay
what they were: content, cue, source, rule, manner, act, polarity, nesting and speaker. A rule that
looks over the edge of its paragraph breaks it.

Some things an article tells its paragraphs on purpose; the law leaves them out by what it draws:

- a foreign paragraph says nothing itself (it has no verb of saying, quotation mark or colon), so
  nobody else speaks before, and no speech runs on into the article or out of it;
- it names nobody (no given name, office, body or number), so no pronoun goes back to it;
- no two of its words stand side by side in the article, nor does it tell a name: words repeated in
  an article tell where a mention ends (`gofteh.statements.repeats`);
- the article does not end in a colon or semicolon, behind which its next paragraph is told;
- the article has no byline, which is looked for in the first paragraphs, and is no interview,
  labelled dialogue or declaration, which are told by all of its paragraphs together.
"""

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from benchmarks.hostile import PIECES
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gofteh.records import Article, Reading, Span, Statement
from gofteh.text.breaks import lost_breaks
from gofteh.text.fold import fold
from gofteh.text.tokens import tokenise
from grammar import extract

_GOLD = Path(__file__).resolve().parent.parent / "gold" / "fictional.articles.jsonl"
_WHOLE = frozenset(("label", "answer", "declaration", "headline", "named-line"))
# Words that rules ask their neighbours for, and plain ones; none says or names anything.
_FOREIGN = (
    "این", "آن", "همین", "از", "در", "به", "با", "بر", "را", "که", "و", "تا", "ولی", "اما", "چون",
    "نیز", "هم", "همچنین", "باید", "می‌شود", "است", "بود", "شد", "ماند", "بودند", "دیروز", "روز",
    "شنبه", "گذشته", "سال", "خود", "دیگر", "دوم", "برای", "توسط", "سوی", "مبنی", "عنوان", "ضمن",
    "درخت", "پنجره", "ابر", "باران", "بیمارستان", "عکس", "برگ", "سنگ", "،", "؛", ".", "؟", "!",
    "(", ")", "-", "/", "…", "*", "🔹",
)  # fmt: skip


def _articles() -> list[str]:
    records = map(json.loads, _GOLD.read_text("utf-8").splitlines())
    texts = (Article(text=r["text"], title=r.get("title")).raw for r in records)
    return [text for text in texts if _is_plain(extract(text))]


def _is_plain(reading: Reading) -> bool:
    rules = {s.because.statement for s in reading.statements}
    return reading.provenance is None and not rules & _WHOLE


# Parts of sentences that can stand in any order: short texts, whose every word is near an edge.
_PARTS = (
    "زهرا کریمی", "زهرا کریمی به شهر آمد.", "رئیس اداره آب", "وی", "مردم", "این اداره", "ما",
    "از سوی وزیر", "در نامه وزیر", "هشدار را", "داد که", "داد", "آب را خوب", "دانست", "خواند",
    "را", "اعلام و", "اظهار کرد", "اعلام کرد", "اعلام شد", "گفته می‌شود", "گفت", "گفت که", "گفت:",
    "افزود", "و گفت:", "با بیان این‌که", "به گفته وزیر،", "به گفته", "طبق آمارها", "بر اساس گزارش‌ها",
    "ادعای وزیر مبنی بر", "وعده", "آب نیست", "پل ساخته شد", "پر آب شدن سد", "از باران خبر داد",
    "از وی به عنوان قهرمان یاد کرد", "خواست تا", "«آب کم است»", "«آب", "سه نفر", "آمده است", "نوشت",
    "به سرقت اعتراف کرد", "،", ".", "؟", "!", "؛", "(", ")", "نیز", "اما", "و", "که", "\n",
)  # fmt: skip
_TEXTS = st.one_of(
    st.sampled_from(_articles()),
    st.lists(st.sampled_from(PIECES), min_size=2, max_size=30).map(" ".join),
    *[st.lists(st.sampled_from(_PARTS), min_size=2, max_size=7).map(" ".join)] * 4,
)
_PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(_FOREIGN), min_size=1, max_size=4).map(" ".join), max_size=2
)


def _pairs(text: str) -> set[tuple[str, str]]:
    return set(pairwise(tokenise(fold(text).text).all))


def _moved(span: Span | None, by: int) -> tuple[int, int, str] | None:
    return (span.start + by, span.end + by, span.text) if span else None


def _told(statement: Statement, by: int) -> tuple[object, ...]:
    """What a statement tells, its offsets moved."""
    return (
        tuple(_moved(s, by) for s in statement.content),
        tuple(_moved(s, by) for s in statement.cue),
        _moved(statement.source, by),
        statement.because, statement.manner, statement.act, statement.lemma, statement.polarity,
        statement.embedded_in is None, statement.speaker.name, statement.speaker.kind,
    )  # fmt: skip


_alone = cache(extract)  # a text is compared with itself among many neighbours


def assert_same(text: str, head: str, tail: str) -> None:
    """The statements of a text are the same between foreign paragraphs."""
    alone, among = _alone(text), extract(head + text + tail)
    start, end = len(head), len(head) + len(text)
    told = [s for s in among.statements if start <= s.content[0].start < end]
    assert [_told(s, -start) for s in told] == [_told(s, 0) for s in alone.statements]
    assert len(among.statements) == len(told)


@settings(max_examples=300, derandomize=True)
@given(_PARAGRAPHS, _TEXTS, _PARAGRAPHS)
def test_foreign_paragraphs_change_nothing(before: list[str], text: str, behind: list[str]) -> None:
    head = "".join(f"{p}\n" for p in before)
    tail = "".join(f"\n{p}" for p in behind)
    assume(not lost_breaks(text))  # what a text lost is told by all of it
    assume(fold(text).text.rstrip()[-1:] not in (":", "؛"))
    assume(not _pairs(text) & (_pairs(head) | _pairs(tail)))
    assume(_is_plain(_alone(text)))
    assert_same(text, head, tail)


# They begin or end with what a rule looks at from its neighbour.
_EDGES = (
    "علی رضایی به شهر آمد. وی گفت: آب هست.", "نوری رضایی رئیس اداره آمد. وی گفت: آب هست.",
    "هشدار را داد که آب نیست.", "وعده را دادند که آب هست.", "اعلام و اظهار کرد آب هست.",
    "پاسخ گفت: آب نیست.", "گفته می‌شود آب نیست.", "گفته شده آب نیست.", "اعلام شد که آب نیست.",
    "خواسته صرفه‌جویی کنند.", "گفته آب نیست.", "گفت آب نیست.", "گفت: آب نیست.", "گفت که آب نیست.",
    "از باران خبر داد.", "وزیر از باران خبر داد", "شنبه وزیر گفت آب نیست.", "وی گفت آب نیست.",
    "مطرح شد که آب نیست.", "یاد کرد که آب هست.", "آمده است که آب نیست.", "را خوب دانست.",
    "از نظر کارشناسان آب نیست.", "چون آب نیست وزیر گفت باران بیاید.", "ولی وزیر گفت باران آمد.",
    "وزیر گفت", "وزیر گفت آب", "وزیر گفت آب نیست", "وزیر گفت که", "وزیر گفت (آب",
    "آب نیست، وزیر گفت", "وزیر آب را خوب دانست", "وزیر آب را خوب می‌داند",
    "وزیر آمادگی خود را اعلام کرد", "وزیر اعلام",
    "وزیر باران را اعلام و", "وزیر با بیان این‌که آب نیست", "وزیر با بیان این‌که آب نیست،",
    "طبق", "به گفته", "به گفته وزیر", "به گفته وزیر،", "به گفته وزیر، آب", "آب، به گفته وزیر",
    "بر اساس", "آب، به گفته وزیر،", "بر اساس گزارش", "طبق آمار اداره", "وزیر مدعی شد این",
    "وزیر این هشدار را داد",
    "ادعای وزیر مبنی بر", "ادعای وزیر مبنی بر کم آبی", "وزیر وعده کاهش قیمت داد", "وزیر وعده کاهش",
    "مردم شعار «آب» و", "مردم شعار «آب نیست» دادند", "وزیر از وی به عنوان قهرمان یاد کرد",
    "وزیر گفت «آب نیست»", "وزیر گفت: «آب نیست»", "«آب نیست»، وزیر گفت", "از سوی وزیر اعلام شد",
    "از سوی", "در نامه", "وزیر خواست تا", "علی", "وزیر گفت: علی", "رئیس اداره آب",
    "وزیر گفت: آب نیست و",
)  # fmt: skip


@pytest.mark.parametrize("text", _EDGES)
def test_no_word_of_a_neighbour_is_read(text: str) -> None:
    """Every foreign word stands right in front of the text, and right behind it."""
    for word in _FOREIGN:
        assert_same(text, f"باران {word}\n", "")
        assert_same(text, "", f"\n{word} این")
