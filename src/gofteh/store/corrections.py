"""Human corrections laid over a reading: pure, the same answer after every extraction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from gofteh.records import Because, Reading, Span, Speaker, SpeakerKind, Statement
from gofteh.store.records import Correction, CorrectionKind, State
from gofteh.text.fold import fold_word

HUMAN = "human"
# Two contents are the same statement when they share this much of what either covers.
_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Corrected:
    """A statement after the corrections, and what was extracted where they changed it.

    One that only a human saw is corrected, or rejected, without ``found_as``.
    """

    statement: Statement
    state: State = State.FOUND
    found_as: Statement | None = None


def correct(
    reading: Reading, corrections: Iterable[Correction]
) -> tuple[tuple[Corrected, ...], tuple[Speaker, ...]]:
    """Return the statements of a reading with corrections applied, and all its speakers.

    A correction finds its statement by the place of its content. Where the extraction no longer
    finds one there, the statement that the human saw is put back, unless it was said to be none.
    A correction whose words no longer stand in the article changes nothing.
    """
    laid = [Corrected(statement) for statement in reading.statements]
    speakers = list(reading.speakers)
    for correction in corrections:
        placed = _anchored(correction, reading.article.raw)
        if placed is not None:
            _apply(placed, laid, speakers)
    return tuple(sorted(laid, key=lambda one: one.statement.content)), tuple(speakers)


def uncorrected(
    reading: Reading, laid: Iterable[Corrected], speakers: Iterable[Speaker]
) -> Reading:
    """Return a reading as it was extracted: what `correct` was given."""
    found = tuple(
        one.found_as or one.statement for one in laid if one.found_as or one.state is State.FOUND
    )
    spoken = {statement.speaker.id for statement in found}
    kept = tuple(one for one in speakers if one.mentions or one.id in spoken)
    return replace(reading, statements=found, speakers=kept)


def changes_nothing(
    shown: Statement, kind: CorrectionKind, content: Sequence[Span], speaker: Speaker
) -> bool:
    """Return whether a correction says of a statement what is shown of it already."""
    if kind is CorrectionKind.WRONG_BOUNDARY:
        return tuple(content) == shown.content
    if kind is CorrectionKind.WRONG_SPEAKER:
        is_same = (speaker.name or None) == shown.speaker.name
        return is_same and (not speaker.name or speaker.kind is shown.speaker.kind)
    return False


def closest(content: Sequence[Span], statements: Iterable[Statement]) -> Statement | None:
    """Return the statement whose content is the same place, by at least half; else ``None``."""
    found = max(statements, key=lambda one: overlap(content, one.content), default=None)
    return found if found and overlap(content, found.content) >= _SAME else None


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Return the share of characters that two contents have in common, from 0 to 1."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    total = sum(map(len, one)) + sum(map(len, other)) - common
    return common / total if total else 0.0


def _apply(correction: Correction, laid: list[Corrected], speakers: list[Speaker]) -> None:
    seen = [one.found_as or one.statement for one in laid]
    target = closest(correction.statement.content, seen)
    if target is None:
        if correction.kind is CorrectionKind.NOT_A_STATEMENT:
            return
        speaker = _speaker(correction.statement.speaker, speakers)
        restored = replace(correction.statement, speaker=speaker, embedded_in=None)
        if correction.kind is CorrectionKind.MISSED:
            laid.append(Corrected(restored, State.CORRECTED))
            return
        put_back = _changed(Corrected(restored), correction, speakers)
        laid.append(replace(put_back, found_as=None))
        return
    if correction.kind is CorrectionKind.MISSED:
        return  # the extraction has found it since
    place = next(i for i, one in enumerate(seen) if one is target)
    laid[place] = _changed(laid[place], correction, speakers)


def _changed(laid: Corrected, correction: Correction, speakers: list[Speaker]) -> Corrected:
    now, found = laid.statement, laid.found_as or laid.statement
    if correction.kind is CorrectionKind.NOT_A_STATEMENT:
        return Corrected(now, State.REJECTED, found)
    why = now.because
    if correction.kind is CorrectionKind.WRONG_BOUNDARY:
        now = replace(now, content=correction.content, because=Because(HUMAN, why.speaker))
    else:
        wanted = Speaker(0, correction.speaker, correction.speaker_kind)
        speaker = _speaker(wanted, speakers)
        now = replace(now, speaker=speaker, because=Because(why.statement, HUMAN))
    return Corrected(replace(now, confidence=1.0), State.CORRECTED, found)


def _speaker(wanted: Speaker, speakers: list[Speaker]) -> Speaker:
    """Return the article's speaker of that name, or a new one, known from no mention."""
    key = fold_word(wanted.name or "")
    for speaker in speakers:
        if key and fold_word(speaker.name or "") == key:
            return speaker
    number = max((speaker.id for speaker in speakers), default=-1) + 1
    kind = wanted.kind if key else SpeakerKind.UNNAMED
    added = replace(wanted, id=number, name=wanted.name if key else None, kind=kind, mentions=())
    speakers.append(added)
    return added


def _anchored(correction: Correction, raw: str) -> Correction | None:
    """Return a correction as it stands in a raw text, moved along where the text was edited.

    Moving needs the words to occur once: a correction is never guessed onto another place.
    """
    statement = correction.statement
    spans = (*statement.content, *statement.cue, *correction.content)
    source = (statement.source,) if statement.source else ()
    if all(raw[span.start : span.end] == span.text for span in (*spans, *source)):
        return correction
    quote = statement.content[0].text
    if not quote or raw.count(quote) != 1:
        return None
    shift = raw.index(quote) - statement.content[0].start
    moved = replace(
        correction,
        statement=replace(
            statement,
            content=_moved(statement.content, shift),
            cue=_moved(statement.cue, shift),
            source=_moved(source, shift)[0] if source else None,
        ),
        content=_moved(correction.content, shift),
    )
    kept = (*moved.statement.content, *moved.statement.cue, *moved.content)
    kept += (moved.statement.source,) if moved.statement.source else ()
    whole = all(span.start >= 0 and raw[span.start : span.end] == span.text for span in kept)
    return moved if whole else None


def _moved(spans: Sequence[Span], shift: int) -> tuple[Span, ...]:
    return tuple(Span(span.start + shift, span.end + shift, span.text) for span in spans)
