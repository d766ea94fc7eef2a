"""The source of each cue of a sentence: the mention that names who says it."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.lexicon.entries import Trait
from gofteh.lexicon.frames import CITING
from gofteh.lexicon.particles import AND, BUT, COMMA, OPENS_CONTENT, SEMICOLON
from gofteh.lexicon.signs import PAUSES
from gofteh.statements.answered_words import Answered, answered_words
from gofteh.statements.cues import MAX_CUES, Cue, CueKind, cues_between
from gofteh.statements.findings import Findings, Sentence, SourcedSentences
from gofteh.statements.frame_sources import agent_of, behind_frame, locative, relays
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.leads import skip_lead
from gofteh.statements.phrases import is_adjunct, is_finite, is_subjunctive, mention_at
from gofteh.statements.scope import before_cue, effective_start, joint
from gofteh.statements.sourced_cues import SourcedCue, is_described
from gofteh.statements.subjects import clause_subject, first_subject
from gofteh.statements.viable import marker_behind
from gofteh.text.layout import Layout, Paragraph
from gofteh.text.tokens import Range

_CLOSED_QUOTE = frozenset('»"”')
_MIN_SPEECH = 4
_MAX_TOPIC = 5
# They end a question or a quotation, which a verb behind them may belong to: ``…؟ گفت:``.
_ASKED = frozenset("؟?»")
# Behind one verb of saying they show that the next subject begins a statement beside it.
_PARTS_STATEMENTS = (AND, COMMA, BUT, "اما", SEMICOLON, ".")


def name_sources(findings: Findings) -> SourcedSentences:
    """Return every sentence that is read with its cues and their sources, by the grammar's rules.

    It implements `gofteh.statements.findings.SourceFinder`.
    """
    layout, known = findings.layout, findings.facts.known
    out: list[list[Sentence]] = []
    for number in range(len(layout.paragraphs)):
        sentences = sentences_of(findings, number)
        out.append([Sentence(r, find_sources(layout, *r, c, known)) for r, c in sentences])
    return out


def sentences_of(findings: Findings, number: int) -> list[tuple[Range, Sequence[Cue]]]:
    """Return the sentences of a paragraph with their cues; none where it is not read.

    A label in front of a speech is no part of its first sentence.
    """
    if not findings.is_read(number):
        return []
    cues = findings.cues[number]
    speech = findings.dialogue.speeches.get(number)
    begin = speech.begin if speech else 0
    out = []
    for start, end in _sentences(findings.layout, findings.layout.paragraphs[number], cues):
        sentence = Range(max(start, begin) if begin < end else start, end)
        out.append((sentence, cues_between(cues, *sentence)[:MAX_CUES]))
    return out


def _sentences(layout: Layout, paragraph: Paragraph, cues: Sequence[Cue]) -> list[Range]:
    """The sentences of a paragraph, as token ranges.

    One that begins with a verb of saying is joined to the question or quotation that the sentence
    before ends with: ``…؟ گفت:``.
    """
    starts = {c.start for c in cues if c.kind is CueKind.VERB}
    out: list[Range] = []
    for start, end in paragraph.sentences:
        if paragraph.title:
            start = _behind_topic(layout, start, end)
        if out and start in starts and layout.tokens.words[out[-1][1] - 1] in _ASKED:
            out[-1] = Range(out[-1][0], end)
        else:
            out.append(Range(start, end))
    return out


def _behind_topic(layout: Layout, start: int, end: int) -> int:
    """``کرونا؛ شهردار …``: a headline's topic is no part of its sentence."""
    words = layout.tokens.words
    stops = (i for i in range(start, min(end - 1, start + _MAX_TOPIC)) if words[i] == SEMICOLON)
    return next((i + 1 for i in stops), start)


def find_sources(
    layout: Layout, start: int, end: int, cues: Sequence[Cue], known: KnownSpeakers
) -> list[SourcedCue]:
    """Return each cue of the sentence ``[start, end)`` with its source, in order."""
    found: list[SourcedCue] = []
    passive: list[SourcedCue] = []
    answered = list(answered_words(layout, start, end, [c.start for c in cues]))
    for k, cue in enumerate(cues):
        if (told := _answering(layout, found, answered, cue)) is not None:
            found.append(told)
        elif cue.passive:
            agent = agent_of(layout, start, cue)
            passive.append(SourcedCue(cue, agent, False, skip_lead(layout, start, cue.start)))
        elif cue.kind is CueKind.PREPOSITION:
            limit = min((c.start for c in cues[k + 1 :]), default=end)
            found.append(behind_frame(layout, cue, limit, known))
        else:
            found.append(_active(layout, start, found, cues[k:], known))
    return sorted((*found, *passive), key=lambda s: s.cue.start)


def _active(
    layout: Layout,
    start: int,
    found: Sequence[SourcedCue],
    rest: Sequence[Cue],
    known: KnownSpeakers,
) -> SourcedCue:
    """The first of the remaining cues with its subject: its own, or that of a cue before."""
    cue = rest[0]
    if (opened := _open_participle(found)) is not None:
        return _behind_participle(layout, found, opened, rest)
    if cue.has(Trait.STANDS_WRITTEN):
        return locative(layout, start, cue)
    if found and found[-1].cue.kind is not CueKind.PREPOSITION:
        return _later(layout, found, cue, known)
    source, behind = first_subject(layout, _clause_begin(layout, start, found), cue, known)
    inner = bool(found) and not relays(found[-1].cue)
    return SourcedCue(cue, source, False, behind, inner and source is not None)


def _clause_begin(layout: Layout, start: int, found: Sequence[SourcedCue]) -> int:
    """Where the clause of a sentence's first verb begins: behind a frame in front of it.

    In ``X به نقل از Y گزارش داد`` the subject stands in front of the frame.
    """
    if not found:
        return start
    first = skip_lead(layout, start, found[-1].cue.start)
    named = mention_at(layout, first, found[-1].cue.start) == found[-1].cue.start
    frame = found[-1].cue.frame
    relayed = frame is not None and frame.lemma in CITING
    return start if relayed and named and first < found[-1].cue.start else found[-1].behind


def _answering(
    layout: Layout, found: Sequence[SourcedCue], answered: Sequence[Answered], cue: Cue
) -> SourcedCue | None:
    """A verb of words that are answered, ``سخنان X که گفته بود A``, or of the answer to them.

    None for any other verb. The answer stands right behind the end of A: ``، گفت: B``.
    """
    if not answered:
        return None
    own = next((a for a in answered if a.cue == cue.start), None)
    if own is not None:
        return SourcedCue(cue, own.whose, False, cue.start, inner=True)
    last = found[-1].cue if found else None
    one = next((a for a in answered if last is not None and a.cue == last.start), None)
    if one is None or last is None or (low := _relative_end(layout, last.end, cue)) is None:
        return None
    first = skip_lead(layout, low, cue.start)
    if first >= cue.start:
        return SourcedCue(cue, one.subject, False, first)
    source, behind = clause_subject(layout, low, cue)
    return SourcedCue(cue, source, False, behind) if source else None


def _open_participle(found: Sequence[SourcedCue]) -> int | None:
    """The index of a participle frame whose main verb has not come yet."""
    for k in range(len(found) - 1, -1, -1):
        if not found[k].inner and found[k].cue.kind is not CueKind.PREPOSITION:
            return k if found[k].cue.kind is CueKind.PARTICIPLE else None
    return None


def _behind_participle(
    layout: Layout, found: Sequence[SourcedCue], opened: int, rest: Sequence[Cue]
) -> SourcedCue:
    """A verb behind an open participle frame: ``X با بیان این‌که A، گفت: B``.

    Either it is the main verb, which shares the frame's subject, or it stands within A.
    """
    cue = rest[0]
    frame = found[opened]
    later = [c for c in rest[1:] if c.kind is not CueKind.PREPOSITION]
    main = _is_main_verb(layout, frame, cue) or not any(
        _is_main_verb(layout, frame, c) for c in later
    )
    if cue.kind is CueKind.PARTICIPLE:
        main = True
    if not main:
        source, behind = clause_subject(layout, frame.cue.end, cue)
        return SourcedCue(cue, source, False, behind, inner=True)
    if frame.source:
        return SourcedCue(cue, frame.source, True, frame.behind)
    comma = before_cue(layout, frame.cue.end, cue.start)
    source, behind = clause_subject(layout, comma + 1, cue)
    return SourcedCue(cue, source, source is None, behind)


def _is_main_verb(layout: Layout, frame: SourcedCue, cue: Cue) -> bool:
    """Whether a verb is that of a participle frame: behind a comma, or with a colon behind it."""
    words = layout.tokens.words
    if before_cue(layout, frame.cue.end, effective_start(layout, cue)) < cue.start:
        return True
    sign, _ = marker_behind(layout, cue, len(layout.tokens))
    return sign == ":" or words[cue.start - 1] in _CLOSED_QUOTE


def _later(
    layout: Layout, found: Sequence[SourcedCue], cue: Cue, known: KnownSpeakers
) -> SourcedCue:
    """The source of a cue that follows another verb in its sentence."""
    last = found[-1]
    low = last.cue.end
    source, behind = clause_subject(layout, low, cue)
    words = layout.tokens.words
    joined = low >= cue.start or _joined(layout, low, cue)
    if joined and low < cue.start and _joined_to_content(layout, last.cue, cue):
        source, behind = first_subject(layout, low + 1, cue, known)
        return SourcedCue(cue, source, False, behind, inner=True)
    if (described := _behind_relative(layout, found, cue)) is not None:
        return described
    if source is None or joined:
        first = skip_lead(layout, low, cue.start)
        shared = joined or first >= cue.start or words[low] == AND
        return SourcedCue(cue, last.source if shared else None, shared, first, inner=not shared)
    return SourcedCue(cue, source, False, behind, inner=not _coordinate(layout, last))


def _behind_relative(layout: Layout, found: Sequence[SourcedCue], cue: Cue) -> SourcedCue | None:
    """A verb whose subject has a relative clause: ``X که پیش‌تر گفته بود A، امروز گفت``.

    None where more than adjuncts stands between the end of that clause and the verb.
    """
    for item in reversed(found):
        if item.source is None or item.inner or not is_described(layout, item):
            continue
        low = _relative_end(layout, item.cue.end, cue)
        first = cue.start if low is None else skip_lead(layout, low, cue.start)
        beside = first >= cue.start or is_adjunct(layout, first, cue.start, None)
        return SourcedCue(cue, item.source, True, first) if low is not None and beside else None
    return None


def _relative_end(layout: Layout, start: int, cue: Cue) -> int | None:
    """Where a relative clause ends in front of the main verb: behind its own verb and a comma.

    Where a marker behind the main verb makes sure of it, either of the two is enough.
    """
    words, near = layout.tokens.words, range(cue.start, start - 1, -1)
    marked = marker_behind(layout, cue, len(layout.tokens))[0] in OPENS_CONTENT
    for i in near:
        verb = is_finite(words[i - 1]) or is_subjunctive(words[i - 1])
        if (words[i] in PAUSES and (verb or marked)) or (verb and (marked or i == cue.start)):
            return i + (words[i] in PAUSES)
    return None


def _joined_to_content(layout: Layout, last: Cue, cue: Cue) -> bool:
    """Whether ``و`` joins a cue to the content of the cue before, not to that cue itself.

    ``وی افزود: X آن را رد و تأکید کرده که``: who stresses it is X.
    """
    far = cue.start - last.end > _MIN_SPEECH
    end = len(layout.tokens)
    return far and marker_behind(layout, last, end)[0] == ":" != marker_behind(layout, cue, end)[0]


def _joined(layout: Layout, low: int, cue: Cue) -> bool:
    """Whether ``و`` or ``اما`` joins a cue to the cue before it: ``و در این باره گفت:``."""
    at = joint(layout, low, cue.start)
    beside = at is not None and at + 1 == cue.start
    return beside or (at is not None and marker_behind(layout, cue, len(layout.tokens))[0] == ":")


def _coordinate(layout: Layout, last: SourcedCue) -> bool:
    """Whether a new subject begins a statement beside the last one, not inside its content."""
    words = layout.tokens.words
    return words[last.cue.end] in _PARTS_STATEMENTS
