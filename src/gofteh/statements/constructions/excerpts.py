"""Excerpts of a talk, each behind a sign: ``گزیده گفت‌وگوی X را می‌خوانید:`` over a list."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.rules import Meaning
from gofteh.statements.context import InArticle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.interviews import guest_of, is_marked, says_interview
from gofteh.statements.paragraph_speeches import Speech, spans_of, speech
from gofteh.statements.writings import says

_MIN_EXCERPTS = 3
# So much of what stands below the first excerpt is excerpts.
_MOSTLY = 0.7


def _excerpts(place: InArticle) -> Iterator[Speech]:
    """The paragraphs behind the sign of the first one, as the guest's words."""
    layout = place.layout
    guest = guest_of(layout) if says_interview(layout) else None
    marked = [n for n, p in enumerate(layout.paragraphs) if is_marked(layout, p)]
    words = layout.tokens.words
    if guest is None or len(marked) < _MIN_EXCERPTS:
        return
    if guest.end > layout.paragraphs[marked[0]].start:  # told among the items, not above them
        return
    sign = words[layout.paragraphs[marked[0]].start]
    below = [n for n in range(marked[0], len(layout.paragraphs)) if not place.furniture[n]]
    own = [n for n in below if words[layout.paragraphs[n].start] == sign]
    said = [n for n in own if says(layout, layout.paragraphs[n].range) and not _is_told(place, n)]
    if len(said) < _MIN_EXCERPTS or len(said) < _MOSTLY * len(below):
        return
    for number in said:
        content = spans_of(layout, [number])
        yield speech((number,), content, EXCERPT.rule, Act.ANSWER, antecedent=guest)


def _is_told(place: InArticle, number: int) -> bool:
    """Whether a paragraph says itself who speaks in it: a verb of saying in front of a colon."""
    words = place.layout.tokens.words
    return any(words[c.end] == ":" and not c.first_person for c in place.cues[number])


EXCERPT = Construction(
    rule=Rule(
        "excerpt", Meaning("گزیده‌ای از گفت‌وگو", "an excerpt of a talk, behind a sign of its own")
    ),
    find=_excerpts,
    example=Example(
        "گزیده گفت‌وگو با لیلا فرهمند را می‌خوانید:\n- آب سد امسال کم است.\n"
        "- شیرها را می‌بندیم.\n- مردم باید صرفه‌جویی کنند.",
        None,
        "آب سد امسال کم است",
    ),
    why_here="Behind labelled turns, whose names tell more than a sign; before answers, since an "
    "excerpt may ask without being a question put to the guest.",
)
