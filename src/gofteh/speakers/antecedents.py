"""Antecedents that have not spoken: whom the text names before a pronoun or ``این اداره``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gofteh.lexicon.boundaries import ADJUNCT_STARTERS
from gofteh.lexicon.classes import Class, is_a
from gofteh.lexicon.forms import cue_forms
from gofteh.lexicon.heads import ROLE_HEADS
from gofteh.lexicon.mentions import DEMONSTRATIVES
from gofteh.lexicon.names import given_names
from gofteh.lexicon.people import NAMED_AFTER
from gofteh.lexicon.word_classes import WordClass, word_classes
from gofteh.records import SpeakerKind
from gofteh.speakers.introductions import is_phrase, is_surname
from gofteh.speakers.mentions import Mention, parse
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# How many sentences before a pronoun are searched for a name.
_MAX_SENTENCES = 100
# How many tokens back a body may have been named, and how many its name may have.
_MAX_BACK = 400
_MAX_BODY = 9
# How many tokens back a group may have been named that a plural pronoun goes back to.
_MAX_GROUP = 80


def person_before(layout: Layout, position: int) -> Mention | None:
    """Return a person named before a token: the first one in the nearest sentence that has one.

    The first, since the subject opens a Persian sentence and a pronoun mostly goes back to it.
    """
    number = layout.paragraph_at(position) + 1
    left = _MAX_SENTENCES
    for paragraph in reversed(layout.paragraphs[max(0, number - _MAX_SENTENCES) : number]):
        for start, end in reversed(paragraph.sentences):
            left -= 1
            if start < position and (found := _person_in(layout, start, min(end, position))):
                return found
        if left <= 0:
            break
    return None


def sentence_before(layout: Layout, position: int) -> Range | None:
    """Return the sentence in front of the one that a token opens; None where it opens none.

    Also None behind a headline, and where there is no sentence in front.
    """
    number = layout.paragraph_at(position)
    paragraph = layout.paragraphs[number]
    start = paragraph.sentence_start(position)
    if skip_lead(layout, start, position) != position:
        return None
    inside = bisect_left(paragraph.sentences, start, key=_begin)
    if inside:
        return paragraph.sentences[inside - 1]
    if number == 0 or layout.paragraphs[number - 1].title:
        return None
    return layout.paragraphs[number - 1].sentences[-1]


def _begin(sentence: Range) -> int:
    return sentence.start


def subject_of(layout: Layout, sentence: Range) -> Mention | None:
    """Return the person with a name who is the subject of a sentence, as far as its begin tells."""
    first = skip_lead(layout, *sentence)
    stop = mention_at(layout, first, sentence.end) if first < sentence.end else first
    if stop == first:
        return None
    found = parse(layout, Range(first, stop))
    return found if found.name and found.kind is SpeakerKind.PERSON else None


def _person_in(layout: Layout, start: int, end: int) -> Mention | None:
    """The first person whom a range of tokens names in full.

    Known by a given name in front of a surname; at the range's begin also by two words in front
    of an office, as given names from abroad are on no list, or by one that can be a surname.
    """
    words = layout.tokens.words
    for i in range(start, end - 1):
        named = words[i] in given_names() and is_surname(words[i + 1])
        named = named and not is_phrase(words[i], words[i + 1])
        if named and words[i - 1] not in NAMED_AFTER:
            two_given = words[i + 1] in given_names() and words[i + 2].isalpha()
            found = parse(layout, Range(i, i + 2 + two_given))
        elif i == start and i + 2 < end and words[i + 2] in ROLE_HEADS and _opens(words, i):
            found = parse(layout, Range(i, i + 2))
        elif i == start and words[i + 1] in ROLE_HEADS and _can_be_surname(words[i]):
            found = parse(layout, Range(i, i + 1))
        else:
            continue
        if found.name and found.kind is SpeakerKind.PERSON:
            return found
    return None


def _opens(words: Sequence[str], i: int) -> bool:
    """Whether two words in front of an office can be a name."""
    pair = words[i : i + 2]
    return all(w.isalpha() and w not in ADJUNCT_STARTERS and w not in ROLE_HEADS for w in pair)


def _can_be_surname(word: str) -> bool:
    return WordClass.SURNAME in word_classes().get(word, "")


def group_before(layout: Layout, position: int) -> Mention | None:
    """Return the last group that the text names before a token, near it: ``کارگران … آنها``."""
    words = layout.tokens.words
    for i in range(position - 1, max(-1, position - _MAX_GROUP), -1):
        if not is_a(words[i], Class.GROUP) or is_a(words[i - 1], Class.GROUP):
            continue
        found = parse(layout, Range(i, max(i + 1, mention_at(layout, i, position))))
        if found.kind is SpeakerKind.GROUP:
            return found
    return None


def body_before(layout: Layout, mention: Mention) -> Mention | None:
    """Return the last body before a mention that is called by its noun: ``این اداره``."""
    words, position = layout.tokens.words, mention.range.start
    for i in range(position - 2, max(0, position - _MAX_BACK), -1):
        if words[i] != mention.head or words[i - 1] in DEMONSTRATIVES:
            continue
        stop = mention_at(layout, i, min(i + _MAX_BODY, position))
        # what stands right in front of its verb: ``مدیر شرکت سپیدار گفت``
        stop = next((k for k in range(i + 1, stop) if words[k] in cue_forms()), stop)
        if stop > i + 1 and not any(map(is_finite, words[i:stop])):
            return parse(layout, Range(i, stop))
    return None
