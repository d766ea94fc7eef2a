"""What annotators changed, as corrections of the statements that they were shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from gofteh.annotate.marks import AnnotationError, Mark, Marks, Place, marks_of
from gofteh.records import Because, Manner, Span, Speaker, SpeakerKind, Statement
from gofteh.store.corrections import HUMAN, closest
from gofteh.store.records import Correction, CorrectionKind, StoredArticle
from gofteh.text.fold import fold_word


def corrections(
    article: StoredArticle, marks: Marks, author: str, created: str
) -> list[Correction]:
    """Return what must be corrected in an article for it to say what the annotators say.

    The same annotations give the same ids, so taking them in twice changes nothing. Raises
    `AnnotationError` where the annotators' text is not the article's.
    """
    raw = article.reading.article.raw
    for at, text in marks.pieces:
        if raw[at : at + len(text)] != text:
            raise AnnotationError(f"{marks.article}: the text at {at} is not that of the article")
    shown = {one.id: one for one in marks_of(article.reading).statements}
    found: list[Correction] = []
    left = {statement.id: statement for statement in article.reading.statements}
    for mark in marks.statements:
        content = _spans(raw, mark.content)
        statement = closest(content, left.values())
        if statement is None:
            found.append(_missed(article, mark, content))
        else:
            del left[statement.id]
            found += _differences(article, statement, shown[statement.id], mark, content)
    found += [_of(article, s, CorrectionKind.NOT_A_STATEMENT) for s in left.values()]
    return [_signed(one, author, created) for one in found]


def _differences(
    article: StoredArticle, statement: Statement, was: Mark, mark: Mark, content: tuple[Span, ...]
) -> Iterator[Correction]:
    if content != statement.content:
        yield _of(article, statement, CorrectionKind.WRONG_BOUNDARY, content=content)
    name = _speaker(article, mark, was)
    if name is not None and fold_word(name) != fold_word(statement.speaker.name or ""):
        yield _of(article, statement, CorrectionKind.WRONG_SPEAKER, speaker=name)


def _speaker(article: StoredArticle, mark: Mark, was: Mark) -> str | None:
    """Return the name of the speaker whom the annotators mean; ``None`` where they tell none."""
    if mark.speaker_at is None:
        return mark.speaker
    if mark.speaker_at == was.speaker_at:
        return was.speaker
    for speaker in article.reading.speakers:
        if any((m.start, m.end) == mark.speaker_at for m in speaker.mentions) and speaker.name:
            return speaker.name
    return mark.speaker


def _missed(article: StoredArticle, mark: Mark, content: tuple[Span, ...]) -> Correction:
    raw = article.reading.article.raw
    place = f"{article.head.id}:{content[0].start}-{content[-1].end}:{HUMAN}"
    kind = SpeakerKind.PERSON if mark.speaker else SpeakerKind.UNNAMED
    statement = Statement(
        id=hashlib.sha256(place.encode()).hexdigest()[:16],
        content=content,
        cue=_spans(raw, mark.cue),
        source=Span.of(raw, *mark.source) if mark.source else None,
        speaker=Speaker(0, mark.speaker, kind),
        manner=Manner(mark.manner) if mark.manner in list(Manner) else Manner.INDIRECT,
        act="say",
        lemma=None,
        confidence=1.0,
        because=Because(HUMAN, HUMAN),
    )
    return Correction(article.head.id, CorrectionKind.MISSED, statement, content)


def _of(
    article: StoredArticle,
    statement: Statement,
    kind: CorrectionKind,
    content: tuple[Span, ...] = (),
    speaker: str | None = None,
) -> Correction:
    stored = next(one for one in article.statements if one.statement.id == statement.id)
    seen = stored.found_as or statement
    return Correction(article.head.id, kind, seen, content, speaker)


def _signed(correction: Correction, author: str, created: str) -> Correction:
    what = (
        *(correction.article_id, correction.kind, correction.statement.id, correction.speaker),
        *((span.start, span.end) for span in correction.content),
    )
    id_ = hashlib.sha256(repr(what).encode("utf-8", "replace")).hexdigest()[:16]
    return replace(correction, author=author, created=created, id=id_)


def _spans(raw: str, places: tuple[Place, ...]) -> tuple[Span, ...]:
    try:
        return tuple(Span.of(raw, *place) for place in places)
    except ValueError as error:
        raise AnnotationError(str(error)) from error
