"""Readings made by hand: what the formats must show does not depend on the extraction."""

from __future__ import annotations

from gofteh.records import (
    Article,
    Because,
    Manner,
    Polarity,
    Reading,
    Span,
    Speaker,
    SpeakerKind,
    Statement,
)

TITLE = "شرکت آب مهرکوه: سد پر است"
BODY = (
    "به گزارش خبرگزاری نمونه، لیلا فرهمند، مدیر شرکت آب مهرکوه گفت: "
    "«کارشناسان می‌گویند سد تا پاییز پر می‌ماند.\nمردم نگران نباشند.»\n"
    "او کمبود آب را تکذیب کرد."
)


def span(raw: str, text: str, nth: int = 0) -> Span:
    """The nth place of a text in a raw text."""
    at = -1
    for _ in range(nth + 1):
        at = raw.index(text, at + 1)
    return Span.of(raw, at, at + len(text))


def statement(
    name: str,
    speaker: Speaker,
    content: tuple[Span, ...],
    cue: tuple[Span, ...] = (),
    source: Span | None = None,
    **more: object,
) -> Statement:
    """A statement with everything that a test does not care about filled in."""
    fields: dict[str, object] = {
        "manner": Manner.DIRECT,
        "act": "say",
        "lemma": "گفتن",
        "confidence": 0.97,
        "because": Because("verb-colon", "named-subject"),
    }
    return Statement(name, content, cue, source, speaker, **(fields | more))  # type: ignore[arg-type]


def reading(**article: object) -> Reading:
    """A headline statement, a long one over two paragraphs, one inside it, a denial."""
    fields = {
        "text": BODY,
        "title": TITLE,
        "id": "water-1",
        "url": "https://news.example/water/1",
        "outlet": "روزنامهٔ نمونه",
        "published": "2024-05-11",
        "extra": {"category": "local"},
    }
    found = Article(**(fields | article))  # type: ignore[arg-type]
    raw = found.raw
    head = Speaker(0, "شرکت آب مهرکوه", SpeakerKind.ORGANISATION, mentions=(span(raw, TITLE[:14]),))
    woman = Speaker(
        1,
        "لیلا فرهمند",
        SpeakerKind.PERSON,
        "مدیر شرکت آب مهرکوه",
        "شرکت آب مهرکوه",
        (span(raw, "لیلا فرهمند"), span(raw, "او ")),
    )
    experts = Speaker(2, None, SpeakerKind.UNNAMED)
    first = span(raw, "کارشناسان می‌گویند سد تا پاییز پر می‌ماند.")
    statements = (
        statement("s1", head, (span(raw, "سد پر است"),), (span(raw, ":"),), span(raw, TITLE[:14])),
        statement(
            "s2",
            woman,
            (first, span(raw, "مردم نگران نباشند.")),
            (span(raw, "گفت"),),
            span(raw, "لیلا فرهمند، مدیر شرکت آب مهرکوه"),
        ),
        statement(
            "s3",
            experts,
            (span(raw, "سد تا پاییز پر می‌ماند"),),
            (span(raw, "می‌گویند"),),
            span(raw, "کارشناسان"),
            manner=Manner.INDIRECT,
            confidence=0.42,
            embedded_in="s2",
        ),
        statement(
            "s4",
            woman,
            (span(raw, "کمبود آب"),),
            (span(raw, "تکذیب کرد"),),
            span(raw, "او"),
            manner=Manner.INDIRECT,
            act="deny",
            lemma="تکذیب کردن",
            polarity=Polarity.DENIED,
        ),
    )
    return Reading(found, statements, (head, woman, experts), span(raw, "خبرگزاری نمونه"))


def one_statement(text: str, name: str | None = "لیلا", **article: object) -> Reading:
    """An article that consists of one statement."""
    found = Article(text=text, id="one", **article)  # type: ignore[arg-type]
    who = Speaker(0, name, SpeakerKind.PERSON)
    said = statement("s1", who, (Span.of(found.raw, found.body_start, len(found.raw)),))
    return Reading(found, (said,), (who,))
