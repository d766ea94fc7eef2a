"""Sayings about an object: ``X را Y دانست``, ``از X خبر داد``, ``از X به عنوان Y یاد کرد``."""

from __future__ import annotations

from dataclasses import replace

from gofteh.lexicon.acts import Act
from gofteh.lexicon.entries import CLAUSES, Complement, Trait
from gofteh.lexicon.events import EMPTY_OBJECTS, EVENT_OBJECTS, TOLD_OF
from gofteh.lexicon.grammar import GOVERNED
from gofteh.statements.context import Context
from gofteh.statements.cues import Cue, CueKind
from gofteh.statements.drafts import Draft, trim
from gofteh.statements.objects import behind_adjuncts
from gofteh.statements.phrases import skip_lead
from gofteh.statements.saying import reported
from gofteh.statements.scope import (
    before_cue,
    effective_start,
)
from gofteh.statements.sourced import Sourced
from gofteh.text.tokens import Range

_MIN_DENIED = 3
_CLAUSE_ENDS = frozenset({"و", ".", "،", "؛", "»", "!", ")", "-", "ولی", "اما", "تا"})


def called(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``X را Y دانست``: the content is what stands between subject and verb."""
    if Complement.CALLED not in item.cue.takes or item.cue.passive or _impersonal(context, item):
        return None
    if item.cue.verb is None or item.cue.verb.you:
        return None  # ``این را چه می‌دانید؟``
    content = _object(context, item, sign)
    draft = reported(context, item, content, "object-called", title=0) if content else None
    if draft and sign == "که":  # ``X را فرصتی می‌داند که …``
        more = trim(context.layout, start, context.sentence.end)
        return replace(draft, content=(*draft.content, more)) if more[1] > more[0] else draft
    return draft


def _object(context: Context, item: Sourced, sign: str) -> Range | None:
    """The object that is called something, with what it is called."""
    words = context.layout.tokens.words
    low = _behind_subject(context, item)
    mark = next((i for i in range(low, item.cue.start) if words[i] == "را"), None)
    if mark is None or not _called_something(context, item, mark, sign):
        return None
    low = behind_adjuncts(context.layout, low, mark)
    return Range(low, item.cue.start) if low != mark else None


def _called_something(context: Context, item: Sourced, object_mark: int, sign: str) -> bool:
    """``X را Y اعلام کرد`` calls X something; ``X را به Z اعلام کرد`` tells Z of it."""
    words = context.layout.tokens.words
    if not CLAUSES & item.cue.takes:
        accused = sign == "که" and item.cue.has(Trait.ACCUSES)
        return accused or object_mark + 1 < item.cue.start
    after = words[item.cue.end] if item.cue.end < context.sentence.end else "."
    if sign or item.cue.negated or after not in _CLAUSE_ENDS:
        return False
    between = words[object_mark + 1 : item.cue.start]
    between = between[1:] if between[:1] in (("نیز",), ("هم",)) else between
    if any(w[0].isdigit() for w in between) and between[0] != "به":
        return True
    return bool(between) and between[0] not in TOLD_OF


def _behind_subject(context: Context, item: Sourced) -> int:
    """The first token behind the subject, or behind the cue before that shares it."""
    if not item.shared or not context.index:
        return item.behind
    before = context.sourced[context.index - 1].cue
    if before.kind is CueKind.PARTICIPLE:
        return before_cue(context.layout, before.end, effective_start(context.layout, item.cue)) + 1
    return before.end + (context.layout.tokens.words[before.end] == "و")


def _object_start(context: Context, item: Sourced) -> int:
    """The first token behind the subject and the adjuncts of place, time and occasion."""
    return skip_lead(context.layout, _behind_subject(context, item), item.cue.start)


def confessed(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``به نوزده فقره سرقت اعتراف کردند``."""
    if Complement.TO_EVENT not in item.cue.takes:
        return None
    words = context.layout.tokens.words
    low = _behind_subject(context, item)
    first = next((i for i in range(item.cue.start - 2, low - 1, -1) if words[i] == "به"), None)
    if first is None:
        return None
    return reported(context, item, Range(first + 1, item.cue.start), "confessed-event")


def announced(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``از X خبر داد``."""
    if Complement.OF_EVENT not in item.cue.takes:
        return None
    words = context.layout.tokens.words
    told = range(_behind_subject(context, item), item.cue.start - 1)
    free = (i for i in told if words[i] == "از" and words[i - 1] not in GOVERNED["از"])
    first = next(free, None)
    if first is None:
        return None
    return reported(context, item, Range(first + 1, item.cue.start), "announced-event")


def event(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``آمادگی خود را اعلام کرد``, ``قطع برق را تکذیب کرد``."""
    if Complement.EVENT not in item.cue.takes or _impersonal(context, item):
        return None
    words = context.layout.tokens.words
    low = _object_start(context, item)
    events = (i for i in range(low, item.cue.start) if words[i] in EVENT_OBJECTS)
    low = next((i for i in events if words[i - 1] not in GOVERNED), low)
    told = words[low : item.cue.start]
    if "را" not in told or not _is_event(told, item.cue):
        return None
    return reported(context, item, Range(low, item.cue.start - (told[-1] == "را")), "event-object")


def _impersonal(context: Context, item: Sourced) -> bool:
    """``نمی‌توان اهمیت آن را انکار کرد``: nobody denies anything."""
    words = context.layout.tokens.words[_behind_subject(context, item) : item.cue.start]
    return any(w in ("نمیتوان", "میتوان", "نمیشود", "میشود", "بتوان") for w in words)


def _is_event(object_of: tuple[str, ...], cue: Cue) -> bool:
    """Whether an object tells what happened; denials tell what is denied, whatever it is."""
    if not object_of:
        return False
    if cue.has(Trait.DENIES_ALL):
        told = [w for w in object_of if w != "را"]
        return len(told) > 1 and told[0] not in ("این", "آن")
    if cue.act is Act.DENY:
        pointed = any(w in ("این", "آن") for w in object_of[:_MIN_DENIED])
        return len(object_of) > _MIN_DENIED and object_of[0] not in EMPTY_OBJECTS and not pointed
    return object_of[0] in EVENT_OBJECTS


def recalled(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``از X به عنوان Y یاد کرد``: the content is what X is called."""
    words = context.layout.tokens.words
    if Complement.RECALLED not in item.cue.takes:
        return None
    low = _object_start(context, item)
    first = next((i for i in range(low, item.cue.start) if words[i] == "از"), None)
    named = "عنوان" in words[low : item.cue.start] or "بهعنوان" in words[low : item.cue.start]
    if first is None or not named:
        return None
    return reported(context, item, Range(first + 1, item.cue.start), "recalled-as")
