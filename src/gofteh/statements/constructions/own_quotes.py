"""A quotation that is a sentence of its own, behind one about its speaker.

``X از نبود بودجه گلایه کرد. «ما پول نداریم.»``: no verb stands beside the quotation; its speaker is
whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gofteh.lexicon.acts import Act
from gofteh.lexicon.rules import Meaning
from gofteh.lexicon.signs import SENTENCE_ENDS
from gofteh.records import Manner
from gofteh.statements.context import InParagraph
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.leads import skip_lead
from gofteh.statements.person_mentions import is_person, person_at
from gofteh.text.tokens import Range

# Fewer quoted words are a name or a title.
_MIN_QUOTED = 4


def _own(place: InParagraph) -> Iterator[Draft]:
    """Each quotation that is a sentence of its own and belongs to no cue."""
    layout, paragraph = place.layout, place.paragraph
    ahead = (place.silent_before, *paragraph.sentences)
    for before, (start, _) in zip(ahead, paragraph.sentences, strict=False):
        close = layout.closing.get(start)
        if before is None or close is None or not _is_whole(place, start, close):
            continue
        content = trim(layout, start, close + 1)
        if any(a < close and start < b for d in place.drafts for a, b in _spans(d)):
            continue
        speaker = _spoken_of(place, before)
        if speaker is not None:
            yield Draft(
                content=(content,), cue=(), source=None, rule=OWN_QUOTE.rule, manner=Manner.DIRECT,
                act=Act.SAY, lemma=None, paragraph=place.number, antecedent=speaker,
            )  # fmt: skip


def _spans(draft: Draft) -> Sequence[Range]:
    return (*draft.content, *draft.cue)


def _is_whole(place: InParagraph, start: int, close: int) -> bool:
    """Whether a quotation is long enough, and its sentence, or its paragraph, ends with it."""
    words = place.layout.tokens.words
    last = close + 2 >= place.paragraph.end
    if close - start <= _MIN_QUOTED or (start == place.paragraph.start and not last):
        return False
    return words[close - 1] in SENTENCE_ENDS or words[close + 1] in SENTENCE_ENDS or last


def _spoken_of(place: InParagraph, sentence: Range) -> Range | None:
    """Who the sentence is about: the source of its last draft, else the person it begins with."""
    layout = place.layout
    own = [d for d in place.drafts if sentence.start <= d.start < sentence.end and not d.embedded]
    if own:
        source = own[-1].source
        return source if source and is_person(layout, source, place.known) else None
    first = skip_lead(layout, sentence.start, sentence.end)
    return person_at(layout, first, sentence.end, place.known)


OWN_QUOTE = Construction(
    rule=Rule(
        "own-quote",
        Meaning(
            "گیومه‌ای که خود جمله‌ای است، پس از جمله‌ای دربارهٔ گوینده",
            "a quotation that is a sentence, behind one about its speaker",
        ),
    ),
    find=_own,
    example=Example(
        "مدیر سد از کمبود آب گلایه کرد. «ما امسال هیچ باران نداشتیم.»",
        None,
        "ما امسال هیچ باران نداشتیم",
    ),
    why_here="Alone in its group, behind all cues of its paragraph: it takes only what none of "
    "them has.",
)
