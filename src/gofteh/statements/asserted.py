"""Which drafts an article asserts: not those in a question, a condition, a wish or a doubt.

``آیا وزیر گفت A؟``, ``اگر وزیر بگوید A``, ``کاش وزیر می‌گفت A``: none reports that the minister
said A. The question is put to every draft, the grammar's and the learned reader's, since it depends
on the words around the cue alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from gofteh.lexicon.acts import Act
from gofteh.lexicon.assertion import (
    ASKS_HOW,
    ASKS_WHETHER,
    COMPLEMENTISERS,
    MAX_JOINED,
    NEGATION,
    PRESENT_PREFIXES,
    SUBJUNCTIVE_AUXILIARIES,
    SUBJUNCTIVES,
    UNASSERTED,
    WHO,
)
from gofteh.lexicon.entries import Trait
from gofteh.lexicon.events import DONE_BY_SAYING
from gofteh.lexicon.forms import lemmas_with
from gofteh.lexicon.heads import PRONOUNS, SELF
from gofteh.lexicon.mentions import ADDRESSING, PLURAL_VERB_END
from gofteh.lexicon.particles import AND, OBJECT, THAT
from gofteh.lexicon.signs import OPENING_QUOTES, PAUSES, QUESTION_MARKS
from gofteh.lexicon.talk import KEPT_BACK, WITHHELD
from gofteh.records import Polarity
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings
from gofteh.statements.headline_topics import is_topic, label_start
from gofteh.statements.phrases import is_finite, is_subjunctive
from gofteh.statements.scope import points_back
from gofteh.text.layout import Layout
from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

# How many words in front of a cue are searched for one that takes it back.
_MAX_CLAUSE = 40
# Words of the shortest accusation: who is accused, ``را``, and of what.
_MIN_ACCUSED = 3
# Within so many words behind ``که`` a relative clause tells to whom others spoke.
_MOST_ADDRESSED = 8

# *Nor* stands at most so many tokens behind the verb of *neither*.
_NOR_BEHIND = 30


def asserted(findings: Findings, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts that the article asserts to have been said.

    Where a draft stands in a question that asks *why* or *how* (``وزیر چرا گفت A؟``), its content
    loses the question mark.
    """
    layout = findings.layout
    contents = RangeIndex(sorted({r for d in drafts for r in d.content}), lambda r: (r,))
    kept = (
        d
        for d in drafts
        if not _has_topic_for_source(layout, d)
        and not _withholds_name(layout, d)
        and (not d.cue or _is_asserted(layout, d, contents))
    )
    return tuple(_unasked(layout, d, contents) for d in kept)


def _is_asserted(layout: Layout, draft: Draft, contents: RangeIndex[Range]) -> bool:
    """Whether no word around a draft's cue takes back that something was said."""
    words, cue = layout.tokens.words, Range(draft.cue[0].start, draft.cue[-1].end)
    if words[cue.end - 1] == ":":
        return True
    if any(denies(layout, draft) for denies in _DENIALS):
        return False
    governing = _governing(layout, cue.start, contents)
    if words[cue.end] == ":":  # a colon asserts, whatever stands within the clause in front of it
        first = _clause_start(layout, cue.start)
        governing = [(i, text) for i, text in governing if i == first]
    return not any(text in UNASSERTED and not _asks_whom(words, i, text) for i, text in governing)


def _asks_whom(words: Sequence[str], i: int, text: str) -> bool:
    """``وزیر به چه کسی گفت A؟``: the question is to whom he said it."""
    return text in ASKS_WHETHER and words[i - 1] in ADDRESSING


def _asks_who(layout: Layout, draft: Draft) -> bool:
    """``کی گفت A؟``: the question is who said it."""
    words, start, source = layout.tokens.words, draft.cue[0].start, draft.source
    if words[start - 1] not in WHO:
        return False
    return source is None or (source.end == start and source.start + 1 == start)


def _is_unreal(layout: Layout, draft: Draft) -> bool:
    """``بگوید``, ``گفته باشد``, ``نه گفته``: a verb in the subjunctive, or behind a negation."""
    words, start, end = layout.tokens.words, draft.cue[0].start, draft.cue[-1].end
    subjunctive = words[end - 1] in SUBJUNCTIVES and words[end - 2] not in PRESENT_PREFIXES
    negated = words[start - 1] == NEGATION or _is_neither_nor(layout, start)
    return subjunctive or negated or words[end] in SUBJUNCTIVE_AUXILIARIES


def _is_neither_nor(layout: Layout, cue: int) -> bool:
    """``نه X گفت A و نه Y``: *neither*, if ``و نه`` follows near the verb; else it is *nine*."""
    words, first = layout.tokens.words, _clause_start(layout, cue)
    if words[first] != NEGATION or words[first + 1] in PAUSES:
        return False
    paragraph = layout.paragraphs[layout.paragraph_at(cue)]
    rest = words[cue : min(paragraph.end, cue + _NOR_BEHIND)]
    return any(pair == (AND, NEGATION) for pair in pairwise(rest))


def _has_no_content_behind(layout: Layout, draft: Draft) -> bool:
    """Whether what stands behind a cue is not what was said.

    ``نگفت که A``: it was not said; but ``A را درست ندانست`` reports what somebody thinks.
    ``این را مردی گفت که …``: the clause behind says who he is.
    """
    if draft.content[0].start <= draft.cue[0].start:
        return False
    that = layout.tokens.words[draft.cue[-1].end] == THAT
    return draft.polarity is Polarity.NEGATED or (that and _points_back(layout, draft))


def _is_told_to_source(layout: Layout, draft: Draft) -> bool:
    """``کارگری که به او گفته بودند A``: what others told whom a relative clause describes."""
    words, source, cue = layout.tokens.words, draft.source, draft.cue
    if source is None or words[source.end] != THAT or cue[0].start <= source.end:
        return False
    between = words[source.end + 1 : min(cue[0].start, source.end + _MOST_ADDRESSED)]
    addressed = any(a in ADDRESSING and b in PRONOUNS for a, b in pairwise(between))
    return addressed and words[cue[-1].end - 1].endswith(PLURAL_VERB_END)


def _is_done_by_saying(layout: Layout, draft: Draft) -> bool:
    """``ختم جلسه را اعلام کرد``: to announce it is to do it."""
    first = layout.tokens.words[draft.content[0].start]
    return draft.act is Act.ANNOUNCE and first in DONE_BY_SAYING


def _is_no_accusation(layout: Layout, draft: Draft) -> bool:
    """Whether an accusation has the accused for its source, or says nothing of what he did.

    ``X که Y او را متهم کرده بود، گفت``: X is the accused. ``X داور را متهم کرد``: of what?
    """
    words, content = layout.tokens.words, draft.content[0]
    accused = draft.lemma in lemmas_with(Trait.ACCUSES)
    if accused and len(draft.content) == 1 and content.end - content.start < _MIN_ACCUSED:
        return True
    of_him = words[content.start] in PRONOUNS | SELF and words[content.start + 1] == OBJECT
    source = draft.source
    return bool(of_him and source and words[source.end] == THAT and content.start > source.end)


# Each tells one reason for which a draft is not asserted; any of them is enough.
_DENIALS = (
    _is_no_accusation,
    _is_done_by_saying,
    _asks_who,
    _is_unreal,
    _has_no_content_behind,
    _is_told_to_source,
)


def _points_back(layout: Layout, draft: Draft) -> bool:
    source = draft.source
    return source is not None and points_back(
        layout, _sentence_start(layout, source.start), source.start
    )


def _withholds_name(layout: Layout, draft: Draft) -> bool:
    """``مقامی که خواست ناشناس بماند``: that a source stays unnamed is no statement.

    Nor is ``معلمی که گفت نامش را ننویسیم``, which tells who he is.
    """
    words, source = layout.tokens.words, draft.source
    described = source is not None and words[source.end] == THAT
    start, end = draft.content[0]
    if words[start] not in WITHHELD:
        return False
    if draft.act is Act.DEMAND:
        return True
    # ``که گفت نامش در فهرست نبود`` is a statement: the name is not what is kept back.
    return described and draft.act is Act.SAY and any(w in KEPT_BACK for w in words[start:end])


def _has_topic_for_source(layout: Layout, draft: Draft) -> bool:
    """Whether a draft's only cue is a headline's colon behind a topic: ``قطع برق: A``."""
    words, colon = layout.tokens.words, draft.content[0].start - 1
    colon -= words[colon] in OPENING_QUOTES
    paragraph = layout.paragraphs[layout.paragraph_at(colon)]
    signed = draft.lemma is None or all(r.end - 1 == colon for r in draft.cue[-1:])
    if not paragraph.title or words[colon] != ":" or not signed or draft.rule.headline:
        return False
    return is_topic(layout, label_start(layout, paragraph.start, colon), colon)


def _governing(layout: Layout, position: int, contents: RangeIndex[Range]) -> list[tuple[int, str]]:
    """The words of a cue's own clause in front of it: position, and the word's letters.

    Each word comes alone and run together with up to `MAX_JOINED` words behind it, as the tables of
    `lexicon.assertion` have them. Words of a content, and questions that are a clause of their own,
    are left out.
    """
    words, low = layout.tokens.words, _clause_start(layout, position)
    low = max([low, *(i + 1 for i in range(low, position) if _opens_relative(words, i))])
    near = [
        r
        for r in contents.near(Range(low, position))
        if r.start < position and r.end > low and not r.start <= position < r.end
    ]
    return [
        (i, "".join(words[i : i + n]))
        for i in range(low, position)
        if words[i - 1] not in COMPLEMENTISERS and not any(a <= i < b for a, b in near)
        for n in range(1, min(MAX_JOINED, position - i) + 1)
    ]


def _opens_relative(words: Sequence[str], i: int) -> bool:
    """Whether a ``که`` describes what stands before it, rather than completing a verb.

    ``آیا کسی که گفت A، می‌آید؟`` asks whether he comes, not whether he said it.
    """
    if words[i] != THAT or is_finite(words[i - 1]):
        return False
    return not any(
        "".join(words[max(0, i - n) : i]) in UNASSERTED for n in range(1, MAX_JOINED + 1)
    )


def _clause_start(layout: Layout, position: int) -> int:
    words = layout.tokens.words
    first = max(_sentence_start(layout, position), position - _MAX_CLAUSE)
    low = position
    while low > first and not _ends_clause(words, low - 1):
        low -= 1
    return low


def _ends_clause(words: Sequence[str], i: int) -> bool:
    """Whether a clause ends at a token: a pause behind its verb, or an opening quotation mark."""
    if words[i] not in PAUSES:  # asked of every word: only at a pause is the verb looked at
        return words[i] in "«“:"
    return is_finite(words[i - 1]) or is_subjunctive(words[i - 1])


def _sentence_start(layout: Layout, position: int) -> int:
    return layout.paragraphs[layout.paragraph_at(position)].sentence_start(position)


def _unasked(layout: Layout, draft: Draft, contents: RangeIndex[Range]) -> Draft:
    """``شهردار چرا گفت A؟``: the draft without the question mark, which is the asker's."""
    words, last = layout.tokens.words, draft.content[-1]
    asks = draft.cue and words[last.end - 1] in QUESTION_MARKS and last.end - last.start > 1
    if not asks:
        return draft
    governing = _governing(layout, draft.cue[0].start, contents)
    if not any(text in ASKS_HOW or _asks_whom(words, i, text) for i, text in governing):
        return draft
    return replace(draft, content=(*draft.content[:-1], Range(last.start, last.end - 1)))
