"""Answers of an interview without labels: the paragraphs behind a question."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.rules import Meaning
from gofteh.statements.context import InArticle
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.interviews import guest_of, is_marked, questions_of
from gofteh.statements.paragraph_speeches import Speech, run_of, spans_of, speech


def _answers(place: InArticle) -> Iterator[Speech]:
    """The paragraphs from each question to the next, as the guest's words."""
    layout, questions = place.layout, questions_of(place.layout)
    guest = guest_of(layout) if questions else None
    for number in sorted(questions):
        first = number + 1
        if first >= len(layout.paragraphs) or first in questions or place.furniture[first]:
            continue
        # the first cue below is somebody else's: the question was not put to the guest
        narrated = any(c.verb and not c.first_person for c in place.cues[first][:1])
        if narrated and not is_marked(layout, layout.paragraphs[number]):
            continue
        run = run_of(place, first, questions)
        yield speech(run, spans_of(layout, run), ANSWER.rule, Act.ANSWER, antecedent=guest)


ANSWER = Construction(
    rule=Rule("answer", Meaning("پاسخ در گفت‌وگو", "an answer in an interview"), at_length=True),
    find=_answers,
    example=Example(
        "در گفت‌وگو با لیلا فرهمند از سد پرسیدیم.\nآب سد چقدر است؟\nآب سد امسال کم است.\n"
        "چه می‌کنید؟\nشیرها را می‌بندیم.",
        None,
        "آب سد امسال کم است",
    ),
    why_here="The last of its group: answers are told by the questions alone, which is less sure "
    "than a name in front of each turn.",
)
