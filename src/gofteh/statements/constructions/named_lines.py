"""Lines that begin with who speaks: ``سخنگوی آتش‌نشانی:`` in a channel's post, a subheading."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import ADJUNCT_STARTERS
from gofteh.lexicon.classes import GIVES_NEWS, Class, is_a
from gofteh.lexicon.names import given_names, is_common_form
from gofteh.lexicon.outlets import AGENCIES, BYLINE_HEADS
from gofteh.lexicon.people import ACTED
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import COMMAS, OPENING_QUOTES, is_pictogram
from gofteh.lexicon.talk import ASKERS, NOT_LABELS, RUBRICS
from gofteh.statements.context import InArticle
from gofteh.statements.cues import Cue, find_cues
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import trim
from gofteh.statements.headline_topics import is_topic
from gofteh.statements.paragraph_speeches import Speech, is_signed_off, spans_of, speech
from gofteh.statements.phrases import is_adjunct, is_finite, mention_at
from gofteh.text.layout import BULLETS, Layout, Paragraph
from gofteh.text.tokens import Range

# Words in front of the colon: a speaker, his office, and his topic (``ترامپ درباره ایران:``).
_MAX_SPEAKER = 16
_MAX_SURNAME = 2
# Pictograms, bullets and line breaks in front of a post's first word.
_MAX_OPENING = 40
_SIGNS = BULLETS | frozenset("*-–•#+")
# With one of these in front, a mention is a speaker's even if the article names him only here.
_SPEAKER = GIVES_NEWS & ~Class.PRONOUN
_PROSE_ENDS = frozenset(".!؟?…»")
_QUOTING = OPENING_QUOTES | {'"'}


def _named_lines(place: InArticle) -> Iterator[Speech]:
    """``X: …``, and ``X:`` over the paragraphs below: the speech of whom a line names in front."""
    layout = place.layout
    named = {n: r for n, p in enumerate(layout.paragraphs) if (r := _named(place, p))}
    headline = _headline(layout)
    for number, (speaker, colon) in named.items():
        alone = number == headline and _is_told_below(place, number, named.keys())
        content, below = _content(place, number, colon, named.keys(), alone)
        # the headline of a post may run on over its line
        most = 2 if _opens_post(layout, speaker.start, colon) else 1
        if content and any(_says_something(layout, part) for part in content[:most]):
            run, sign = (number, *below), Range(colon, colon + 1)
            yield speech(run, content, NAMED_LINE.rule, Act.SAY, cue=(sign,), source=speaker)


def _says_something(layout: Layout, words: Range) -> bool:
    """Whether words are a sentence, by a verb or the sign behind them, and not a rubric."""
    return layout.tokens.words[words.end] in _PROSE_ENDS or any(
        map(is_finite, layout.tokens.of(words))
    )


def _content(
    place: InArticle, number: int, colon: int, stops: AbstractSet[int], alone: bool
) -> tuple[tuple[Range, ...], tuple[int, ...]]:
    """The words behind a colon, and the paragraphs they go on over.

    A quotation ends with its mark, and what stands ``alone`` with its line. Else the speech goes on
    below, over lines of bullets alone.
    """
    layout, paragraph = place.layout, place.layout.paragraphs[number]
    begin = colon + 1
    if layout.tokens.words[begin] in _QUOTING and begin in layout.closing:
        return (trim(layout, begin, layout.closing[begin]),), ()
    beside = trim(layout, begin, paragraph.end)
    worded = any(w[0].isalnum() for w in layout.tokens.of(beside))
    if begin < paragraph.end and not worded:  # signs alone
        return (), ()
    own = (beside,) if begin < paragraph.end else ()
    below = () if own and alone else tuple(_below(place, number, stops))
    return (*own, *spans_of(layout, below)), below


def _below(place: InArticle, number: int, stops: AbstractSet[int]) -> Iterator[int]:
    """The paragraphs below one that go on with its speech, without lines of signs alone."""
    layout = place.layout
    for n in range(number + 1, len(layout.paragraphs)):
        words = layout.tokens.of(layout.paragraphs[n].range)
        if not any(w[0].isalnum() for w in words):
            continue
        if n in stops or place.furniture[n] or is_signed_off(layout, n):
            return
        if any(_is_marked(layout, c) for c in place.cues[n]):
            return
        if words[-1] not in _PROSE_ENDS and not any(map(is_finite, words)):
            return
        yield n


def _headline(layout: Layout) -> int | None:
    """The first paragraph with a word: a post without a title has its headline there."""
    paragraphs = enumerate(layout.paragraphs)
    worded = (n for n, p in paragraphs if any(w[0].isalnum() for w in layout.tokens.of(p.range)))
    return next(worded, None)


def _is_told_below(place: InArticle, number: int, stops: AbstractSet[int]) -> bool:
    """Whether the post's body says who speaks: then its headline is a statement of its own."""
    below = range(number + 1, len(place.layout.paragraphs))
    return any(n in stops or not all(c.first_person for c in place.cues[n]) for n in below)


def _is_marked(layout: Layout, cue: Cue) -> bool:
    """Whether a cue begins somebody else's statement: a colon, and a verb in the third person."""
    return layout.tokens.words[cue.end] == ":" and not cue.first_person


def _is_titled(layout: Layout) -> bool:
    return any(p.title for p in layout.paragraphs[:1])  # a title stands first


def _named(place: InArticle, paragraph: Paragraph) -> tuple[Range, int] | None:
    """The speaker in front of a paragraph's colon, and the colon."""
    layout, words = place.layout, place.layout.tokens.words
    if paragraph.title:
        return None
    start = paragraph.start
    while start < paragraph.end and (words[start] in _SIGNS or is_pictogram(words[start])):
        start += 1
    limit = min(paragraph.end, start + _MAX_SPEAKER)
    colon = next((i for i in range(start, limit) if words[i] == ":"), None)
    if colon is None or colon == start or not _is_speaker(place, start, colon):
        return None
    if _is_titled(layout) and colon + 1 < paragraph.end:  # the headline of another article
        return None
    stop = mention_at(layout, start, colon)
    behind = stop + (words[stop] in COMMAS)  # ``علی راد، در گفت‌وگو با نوا:``
    whole = stop == colon or (stop > start and is_adjunct(layout, behind, colon, None))
    cued = any(True for _ in find_cues(layout.tokens, start, colon))
    return (Range(start, stop), colon) if whole and not cued else None


def _is_speaker(place: InArticle, start: int, colon: int) -> bool:
    """Whether what stands in front of a colon can speak: a person, a role, an organisation."""
    words = place.layout.tokens.of(Range(start, colon))
    if words[0] in ASKERS or words[0] in NOT_LABELS or words[0] in RUBRICS:
        return False
    if _is_titled(place.layout) and (
        words[0] in BYLINE_HEADS or words[0] in AGENCIES
    ):  # whose article it is
        return False
    if words[-1] in RUBRICS or _tells(place.layout, start, colon):
        return False
    if is_a(words[0], _SPEAKER) or words[0] in AGENCIES or words[0] in given_names():
        return True
    return place.known.begins(place.layout, start, colon) or _may_be_surname(
        place.layout, start, colon
    )


def _tells(layout: Layout, start: int, colon: int) -> bool:
    """Whether a line tells of something in front of its colon: by a verb, or a count of somebody.

    Behind a preposition stands no verb: ``شهردار در نشست شورا:``.
    """
    words = layout.tokens.words
    stop = mention_at(layout, start, colon)
    counted = any(w.isdigit() for w in words[start:stop])
    verbs = (i for i in range(start, colon) if is_finite(words[i]) or words[i] in ACTED)
    return counted or any(words[i - 1] not in ADJUNCT_STARTERS for i in verbs)


def _may_be_surname(layout: Layout, start: int, colon: int) -> bool:
    """Whether a line is nothing but what may be a surname, and whom or what it is about.

    A post has such lines. In an article with a headline they are its subheadings: ``اگزما:``.
    """
    words = layout.tokens.words
    stop = mention_at(layout, start, colon)
    surname = 0 < stop - start <= _MAX_SURNAME
    unknown = surname and not any(map(is_common_form, words[start:stop]))
    heads = words[colon + 1] == "\n" and not _is_titled(layout)
    return unknown and (heads or _opens_post(layout, start, colon))


def _opens_post(layout: Layout, start: int, colon: int) -> bool:
    """Whether a line is the headline of a post: its first words, behind a pictogram or bullets.

    The pictogram may stand in a line of its own.
    """
    first = layout.paragraphs[0].start
    if start - first > _MAX_OPENING:
        return False
    before = layout.tokens.words[first:start]
    marked = any(map(is_pictogram, before)) and not any(w[0].isalnum() for w in before)
    return marked and not is_topic(layout, start, colon)


NAMED_LINE = Construction(
    rule=Rule(
        "named-line",
        Meaning("نام و دونقطه در آغاز یک سطر", "a name and a colon that open a line"),
    ),
    find=_named_lines,
    example=Example(
        "🔹 سخنگوی سازمان آب:\nسد شهر امسال پر شده است و آب کافی داریم.",
        "سخنگوی سازمان آب",
        "سد شهر امسال پر شده است و آب کافی داریم",
    ),
    why_here="Alone in its group, the last: it would cut the lines of dialogues and declarations "
    "into single statements.",
)
