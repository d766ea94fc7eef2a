"""Statements introduced by a verb of saying, in each of its constructions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gofteh.lexicon.events import BETWEEN, EMPTY_OBJECTS, EVENT_OBJECTS, TOLD_OF
from gofteh.lexicon.grammar import GOVERNED, MODALS
from gofteh.lexicon.heads import DOCUMENT_HEADS, FIRST_PERSON_PRONOUNS
from gofteh.lexicon.signs import COMMAS, PAUSES, SENTENCE_ENDS
from gofteh.lexicon.verbs import ASKED, IMPERSONAL_SAYINGS, REMINDERS, STEMS
from gofteh.records import Manner, Polarity
from gofteh.statements.context import Context
from gofteh.statements.cues import Cue, CueKind
from gofteh.statements.drafts import Draft, Range, manner_of, trim
from gofteh.statements.objects import behind_adjuncts
from gofteh.statements.phrases import is_finite, skip_lead
from gofteh.statements.scope import (
    before_cue,
    clause_scope,
    direct_scope,
    effective_start,
    quoted,
)
from gofteh.statements.sourced import Sourced
from gofteh.statements.viable import marker

_MIN_CLAUSE = 2
# What a speaker hopes or wants while he speaks is his statement already.
_OWN_MIND = frozenset({"hope", "fear", "believe", "demand", "promise"})
# What a speaker reports himself to have said before: ``اعلام کردیم که``.
_TOLD = frozenset({"گفتن", "اعلام کردن", "توضیح دادن", "پاسخ دادن", "پرسیدن", "عرض کردن"})
_MAX_MODAL = 25
_CLAUSE_SIGNS = PAUSES | {"که", ":"}
_MIN_DENIED = 3
_CLAUSE_ENDS = frozenset({"و", ".", "،", "؛", "»", "!", ")", "-", "ولی", "اما", "تا"})


def verbal(context: Context, item: Sourced) -> Iterator[Draft]:
    """Yield the statement of a verb of saying, by the first construction that fits."""
    cue = item.cue
    if item.inner and item.source is None and not cue.passive:
        return
    if cue.first_person and item.source and not _is_first_person(context, item.source):
        item = replace(item, source=None)
    if cue.lemma == "نشان دادن" and not _is_document(context, item):
        return
    told = context.inside or item.inner
    if told and cue.first_person and (cue.act in _OWN_MIND or not _speaks_itself(context, item)):
        return
    nobody = cue.passive or cue.first_person or _they_say(cue)
    if context.inside and item.source is None and not nobody:
        return
    if item.source is None and _reminds(context, cue):
        return
    if item.source and context.layout.tokens.words[item.source[0]] == "شما":
        return
    if item.source and _is_first_person(context, item.source) and not cue.first_person:
        item = replace(item, source=None)
    sign, start = marker(context.layout, cue, context.paragraph.end)
    if sign != ":" and _must(context, cue):
        return
    for construction in _CONSTRUCTIONS:
        draft = construction(context, item, sign, start)
        if draft:
            yield draft
            return


def _is_first_person(context: Context, source: Range) -> bool:
    return context.layout.tokens.words[source[0]] in FIRST_PERSON_PRONOUNS


def _must(context: Context, cue: Cue) -> bool:
    """``باید به این نکته اشاره کرد``: the past form under a modal is nobody's saying."""
    words = context.layout.tokens.words
    if not any(v.form.text == STEMS[v.entry.light][0] for v in cue.verbs):
        return False
    for i in range(cue.start - 1, max(context.sentence[0], cue.start - _MAX_MODAL) - 1, -1):
        if words[i] in MODALS:
            return True
        listed = words[i] in PAUSES and cue.lemma == "اشاره کردن"
        if is_finite(words[i]) or (words[i] in _CLAUSE_SIGNS and not listed):
            return False
    return False


def _opens(context: Context, cue: Cue) -> bool:
    """Whether nothing but connectives stands in front of a cue: ``همچنین افزود``."""
    return skip_lead(context.layout, context.sentence[0], cue.start + 1) == cue.start


def _reminds(context: Context, cue: Cue) -> bool:
    """``یادآور می‌شود …`` at a sentence's begin is the reporter's own."""
    return _opens(context, cue) and cue.present and cue.lemma in REMINDERS


def _speaks_itself(context: Context, item: Sourced) -> bool:
    """A first person's saying counts with ``ما`` or ``من``, or if he tells it: ``گفتم که``."""
    told = item.cue.lemma in _TOLD and not item.cue.present
    if told and marker(context.layout, item.cue, context.paragraph.end)[0] in (":", "که"):
        return True
    return item.source is not None and _is_first_person(context, item.source)


def _is_document(context: Context, item: Sourced) -> bool:
    """Only writings and figures ``نشان می‌دهد``; events that show something say nothing."""
    if item.source is None:
        return False
    told = context.layout.tokens.words[slice(*item.source)]
    if context.inside and "ما" in told:
        return False  # a speaker's own figures are his words
    pairs = ("".join(told[k : k + 2]) for k in range(2))
    return any(word in DOCUMENT_HEADS for word in (*told[:3], *pairs))


def _draft(
    context: Context, item: Sourced, content: Range, rule: str, manner: Manner,
    cue: tuple[Range, ...] | None = None,
) -> Draft | None:  # fmt: skip
    start, end = trim(context.layout, *content)
    if end <= start:
        return None
    verb = item.cue
    return Draft(
        content=((start, end),), cue=cue or verb.parts, source=item.source, rule=rule,
        manner=manner, act=verb.act, lemma=verb.lemma, paragraph=context.number,
        polarity=_polarity(verb), unknown=item.source is None and _nobody(context, verb),
        embedded=item.inner or context.inside, first_person=verb.first_person,
        plural=all(v.form.number == "pl" for v in verb.verbs),
    )  # fmt: skip


def _nobody(context: Context, cue: Cue) -> bool:
    """Whether a saying without a subject is nobody's in particular."""
    return cue.passive or (context.inside and _they_say(cue))


def _they_say(cue: Cue) -> bool:
    """``می‌گویند``: people say."""
    plural = all(v.form.number == "pl" for v in cue.verbs)
    return cue.lemma == "گفتن" and plural and cue.present and not cue.first_person


def _polarity(cue: Cue) -> Polarity:
    if cue.negated:
        return Polarity.NEGATED
    return Polarity.DENIED if cue.act == "deny" else Polarity.AFFIRMED


def _colon(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    if sign != ":" or "C" not in item.cue.frames or item.cue.negated:
        return None
    if start >= context.paragraph.end:
        return _next_paragraph(context, item)
    content = direct_scope(
        context.layout, context.paragraph, start, context.cues, context.whole.known
    )
    return _draft(context, item, content, "verb-colon", Manner.DIRECT)


def _next_paragraph(context: Context, item: Sourced) -> Draft | None:
    """``… به شرح زیر اعلام کرد:`` — the words are the next paragraph."""
    if context.number + 1 >= len(context.layout.paragraphs):
        return None
    below = context.layout.paragraphs[context.number + 1]
    draft = _draft(context, item, (below.start, below.end), "colon-next-paragraph", Manner.DIRECT)
    return replace(draft, paragraph=context.number + 1) if draft else None


def _that(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    frames = item.cue.frames
    fits = (sign == "که" and "K" in frames) or (sign == "تا" and "T" in frames)
    if not fits or item.cue.negated:
        return None
    if item.cue.lemma == "خواستن" and item.cue.present and not _asked_of(context, item):
        return None
    content = _clause(context, item, start)
    span = trim(context.layout, *content)
    manner = manner_of(context.layout, span, colon=False)
    return _draft(context, item, content, "verb-that", manner)


def _clause(context: Context, item: Sourced, start: int) -> Range:
    told = context.inside or item.inner
    return clause_scope(context.layout, context.sentence, start, context.later(), told=told)


def _asked_of(context: Context, item: Sourced) -> bool:
    """``از X خواست که …``: a wish put to somebody."""
    low = item.source[1] if item.source else context.sentence[0]
    return "از" in context.layout.tokens.words[low : item.cue.start]


def _around(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``«A»، او گفت، «B»`` and ``«A»؛ این را او گفت``: quoted words in front of the saying."""
    words = context.layout.tokens.words
    if "P" not in item.cue.frames or sign in (":", "که") or item.cue.negated:
        return None
    low = item.source[0] if item.source else item.cue.start
    i = low - 1
    while i > context.paragraph.start and words[i] in BETWEEN:
        i -= 1
    opening = context.layout.opening.get(i)
    if opening is None or i - opening < _MIN_CLAUSE or opening < context.paragraph.start:
        return None
    draft = _draft(context, item, (opening + 1, i), "quote-before", Manner.DIRECT)
    behind = start + 1 if start < context.paragraph.end and words[start] in "،," else start
    more = quoted(context.layout, behind, context.paragraph.end)
    if draft and more:
        return replace(draft, content=(*draft.content, trim(context.layout, *more)))
    return draft


def _postposed(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``A، مدیر شرکت گفت.``: a clause in front of the saying that ends the sentence."""
    words = context.layout.tokens.words
    ends = start >= context.sentence[1] or words[start] in SENTENCE_ENDS
    if "P" not in item.cue.frames or not ends or item.source is None or item.cue.negated:
        return None
    first, stop = item.source
    low = skip_lead(context.layout, context.sentence[0], first)
    clause = (
        first > low + _MIN_CLAUSE and words[first - 1] in COMMAS and is_finite(words[first - 2])
    )
    if not clause or stop != item.cue.start:
        return None
    manner = manner_of(context.layout, (low, first - 1), colon=False)
    return _draft(context, item, (low, first - 1), "clause-before", manner)


def _quote(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    if sign != "«" or not set("QCB") & set(item.cue.frames) or item.cue.negated:
        return None
    if item.source is None and not item.shared:
        return None
    content = quoted(context.layout, start, context.paragraph.end) or clause_scope(
        context.layout, context.sentence, start, context.later()
    )
    span = trim(context.layout, *content)
    manner = manner_of(context.layout, span, colon=False)
    return _draft(context, item, content, "verb-quote", manner)


def _called(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``X را Y دانست``: the content is what stands between subject and verb."""
    if "R" not in item.cue.frames or item.cue.passive or _impersonal(context, item):
        return None
    words = context.layout.tokens.words
    low = _behind_subject(context, item)
    object_mark = next((i for i in range(low, item.cue.start) if words[i] == "را"), None)
    if object_mark is None or not _called_something(context, item, object_mark, sign):
        return None
    low = behind_adjuncts(context.layout, low, object_mark)
    if object_mark == low:
        return None
    manner = manner_of(context.layout, (low, item.cue.start), colon=False, title=1)
    draft = _draft(context, item, (low, item.cue.start), "object-called", manner)
    if draft and sign == "که":  # ``X را فرصتی می‌داند که …``
        more = trim(context.layout, start, context.sentence[1])
        return replace(draft, content=(*draft.content, more)) if more[1] > more[0] else draft
    return draft


def _called_something(context: Context, item: Sourced, object_mark: int, sign: str) -> bool:
    """``X را Y اعلام کرد`` calls X something; ``X را به Z اعلام کرد`` tells Z of it."""
    words = context.layout.tokens.words
    if set(item.cue.frames) == {"R"}:
        return object_mark + 1 < item.cue.start
    after = words[item.cue.end] if item.cue.end < context.sentence[1] else "."
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


def _event(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``از X خبر داد`` and ``آمادگی خود را اعلام کرد``."""
    words = context.layout.tokens.words
    low = _object_start(context, item)
    if item.cue.lemma.startswith("اعتراف"):
        return _confessed(context, item)
    if "A" in item.cue.frames:
        for i in range(_behind_subject(context, item), item.cue.start - 1):
            if words[i] == "از" and words[i - 1] not in GOVERNED["از"]:
                content = (i + 1, item.cue.start)
                manner = manner_of(context.layout, content, colon=False)
                return _draft(context, item, content, "announced-event", manner)
    events = (i for i in range(low, item.cue.start) if words[i] in EVENT_OBJECTS)
    low = next((i for i in events if words[i - 1] not in GOVERNED), low)
    object_of = words[low : item.cue.start]
    if _impersonal(context, item):
        return None
    if "O" in item.cue.frames and _is_event(object_of, item.cue.act, item.cue.lemma):
        if "را" not in object_of:
            return None
        content = (low, item.cue.start - (object_of[-1] == "را"))
        manner = manner_of(context.layout, content, colon=False)
        return _draft(context, item, content, "event-object", manner)
    return None


def _confessed(context: Context, item: Sourced) -> Draft | None:
    """``به نوزده فقره سرقت اعتراف کردند``."""
    words = context.layout.tokens.words
    low = _behind_subject(context, item)
    first = next((i for i in range(item.cue.start - 2, low - 1, -1) if words[i] == "به"), None)
    if first is None:
        return None
    content = (first + 1, item.cue.start)
    manner = manner_of(context.layout, content, colon=False)
    return _draft(context, item, content, "confessed-event", manner)


def _impersonal(context: Context, item: Sourced) -> bool:
    """``نمی‌توان اهمیت آن را انکار کرد``: nobody denies anything."""
    words = context.layout.tokens.words[_behind_subject(context, item) : item.cue.start]
    return any(w in ("نمیتوان", "میتوان", "نمیشود", "میشود", "بتوان") for w in words)


def _is_event(object_of: tuple[str, ...], act: str, lemma: str) -> bool:
    """Whether an object tells what happened; denials tell what is denied, whatever it is."""
    if not object_of:
        return False
    if lemma == "تکذیب کردن":
        told = [w for w in object_of if w != "را"]
        return len(told) > 1 and told[0] not in ("این", "آن")
    if act == "deny":
        pointed = any(w in ("این", "آن") for w in object_of[:_MIN_DENIED])
        return len(object_of) > _MIN_DENIED and object_of[0] not in EMPTY_OBJECTS and not pointed
    return object_of[0] in EVENT_OBJECTS


def _recalled(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """``از X به عنوان Y یاد کرد``: the content is what X is called."""
    words = context.layout.tokens.words
    if "V" not in item.cue.frames:
        return None
    low = _object_start(context, item)
    first = next((i for i in range(low, item.cue.start) if words[i] == "از"), None)
    named = "عنوان" in words[low : item.cue.start] or "بهعنوان" in words[low : item.cue.start]
    if first is None or not named:
        return None
    content = (first + 1, item.cue.start)
    return _draft(
        context, item, content, "recalled-as", manner_of(context.layout, content, colon=False)
    )


def _bares(context: Context, item: Sourced) -> bool:
    """Whether a verb may take a clause without a mark: by its source, or as an impersonal."""
    if item.source is None:
        impersonal = item.cue.passive and item.cue.lemma in IMPERSONAL_SAYINGS
        said = item.cue.lemma == "گفتن" and not item.cue.participle
        said = said or (item.cue.act == "add" and _opens(context, item.cue))
        return said or (impersonal and not context.inside)
    beside = item.source[1] == item.cue.start
    if item.cue.lemma in ASKED:
        return _asked_of(context, item) or (beside and not item.cue.present)
    return not item.cue.participle or beside


def _bare(context: Context, item: Sourced, sign: str, start: int) -> Draft | None:
    """A clause follows without mark: ``معتقد است باید …``."""
    words = context.layout.tokens.words
    if "B" not in item.cue.frames or sign or item.cue.negated or not _bares(context, item):
        return None
    if start >= context.sentence[1]:
        return None
    if words[start] in ("،", ","):
        start += 1
    if start >= context.sentence[1] or words[start] in ("و", ".", "؛", ")", "»"):
        return None
    content = _clause(context, item, start)
    span = trim(context.layout, *content)
    if span[1] - span[0] < _MIN_CLAUSE:
        return None
    return _draft(
        context, item, content, "verb-clause", manner_of(context.layout, span, colon=False)
    )


_CONSTRUCTIONS = (
    _colon, _that, _around, _postposed, _quote, _called, _event, _recalled, _bare,
)  # fmt: skip
