"""Events that are announced, admitted, denied or recalled: ``از X خبر داد``, ``X را تکذیب کرد``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.acts import Act
from gofteh.lexicon.boundaries import GOVERNED
from gofteh.lexicon.entries import Complement, Trait
from gofteh.lexicon.events import EMPTY_OBJECTS, EVENT_OBJECTS
from gofteh.lexicon.particles import FROM, OBJECT, TO
from gofteh.lexicon.rules import Meaning
from gofteh.statements.context import AtCue
from gofteh.statements.cues import Cue
from gofteh.statements.declared import Construction, Example, Rule
from gofteh.statements.drafting import reported
from gofteh.statements.drafts import Draft
from gofteh.statements.leads import skip_lead
from gofteh.statements.objects import behind_subject, is_impersonal
from gofteh.text.tokens import Range

_MIN_DENIED = 3
_POINTERS = frozenset({"این", "آن"})
_AS = frozenset({"عنوان", "بهعنوان"})


def _confessed(place: AtCue) -> Iterator[Draft]:
    """``به نوزده فقره سرقت اعتراف کردند``."""
    words, end = place.context.layout.tokens.words, place.item.cue.start
    low = behind_subject(place.context, place.item)
    first = next((i for i in range(end - 2, low - 1, -1) if words[i] == TO), None)
    if first is not None:
        yield from reported(place, Range(first + 1, end), CONFESSED_EVENT.rule)


def _announced(place: AtCue) -> Iterator[Draft]:
    """``از X خبر داد``."""
    words, end = place.context.layout.tokens.words, place.item.cue.start
    behind = range(behind_subject(place.context, place.item), end - 1)
    free = (i for i in behind if words[i] == FROM and words[i - 1] not in GOVERNED[FROM])
    first = next(free, None)
    if first is not None:
        yield from reported(place, Range(first + 1, end), ANNOUNCED_EVENT.rule)


def _event(place: AtCue) -> Iterator[Draft]:
    """``آمادگی خود را اعلام کرد``, ``قطع برق را تکذیب کرد``."""
    if is_impersonal(place.context, place.item):
        return
    words, end = place.context.layout.tokens.words, place.item.cue.start
    low = _object_start(place)
    events = (i for i in range(low, end) if words[i] in EVENT_OBJECTS)
    low = next((i for i in events if words[i - 1] not in GOVERNED), low)
    object_of = words[low:end]
    if OBJECT in object_of and _is_event(object_of, place.item.cue):
        end -= object_of[-1] == OBJECT
        yield from reported(place, Range(low, end), EVENT_OBJECT.rule)


def _is_event(object_of: tuple[str, ...], cue: Cue) -> bool:
    """Whether an object is an event. What is denied need not be one: any full object counts."""
    if not object_of:
        return False
    if cue.has(Trait.DENIES_ALL):
        nouns = [w for w in object_of if w != OBJECT]
        return len(nouns) > 1 and nouns[0] not in _POINTERS
    if cue.act is Act.DENY:
        pointed = any(w in _POINTERS for w in object_of[:_MIN_DENIED])
        return len(object_of) > _MIN_DENIED and object_of[0] not in EMPTY_OBJECTS and not pointed
    return object_of[0] in EVENT_OBJECTS


def _recalled(place: AtCue) -> Iterator[Draft]:
    """``از X به عنوان Y یاد کرد``: the content is what X is called."""
    words, end = place.context.layout.tokens.words, place.item.cue.start
    low = _object_start(place)
    first = next((i for i in range(low, end) if words[i] == FROM), None)
    if first is not None and not _AS.isdisjoint(words[low:end]):
        yield from reported(place, Range(first + 1, end), RECALLED_AS.rule)


def _object_start(place: AtCue) -> int:
    """The first token behind the subject and the adjuncts of place, time and occasion."""
    low = behind_subject(place.context, place.item)
    return skip_lead(place.context.layout, low, place.item.cue.start)


CONFESSED_EVENT = Construction(
    rule=Rule("confessed-event", Meaning("اعتراف یا اذعان به رویدادی", "admitting an event")),
    takes=frozenset({Complement.TO_EVENT}),
    find=_confessed,
    example=Example("مدیر سد به شکستن دریچه اعتراف کرد.", "مدیر سد", "شکستن دریچه"),
    why_here="No verb takes two of these; the order among them decides nothing.",
)
ANNOUNCED_EVENT = Construction(
    rule=Rule("announced-event", Meaning("خبر دادن از رویدادی", "announcing an event")),
    takes=frozenset({Complement.OF_EVENT}),
    find=_announced,
    example=Example("مدیر سد از باز شدن دریچه خبر داد.", "مدیر سد", "باز شدن دریچه"),
    why_here="No verb takes two of these; the order among them decides nothing.",
)
EVENT_OBJECT = Construction(
    rule=Rule(
        "event-object",
        Meaning("رویدادی که اعلام، رد یا وعده شد", "an event announced, denied or promised"),
    ),
    takes=frozenset({Complement.EVENT}),
    find=_event,
    example=Example("مدیر سد قطع آب شهر را تکذیب کرد.", "مدیر سد", "قطع آب شهر"),
    why_here="Behind `called`: in ``X را Y اعلام کرد`` X is called Y, in ``X را اعلام کرد`` "
    "announced.",
)
RECALLED_AS = Construction(
    rule=Rule(
        "recalled-as", Meaning("از چیزی به نامی یاد کردن", "speaking of something as something")
    ),
    takes=frozenset({Complement.RECALLED}),
    find=_recalled,
    example=Example(
        "مدیر سد از دریچه به عنوان قلب سد یاد کرد.", "مدیر سد", "دریچه به عنوان قلب سد"
    ),
    why_here="The content stands in front of the verb; a clause behind it, which comes next, is "
    "the last resort.",
)
