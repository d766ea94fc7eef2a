"""Speakers of statements in which no words name one: the sieves, and their order."""

from __future__ import annotations

from gofteh.lexicon.rules import Meaning
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.declared import Rule, Sieve
from gofteh.speakers.entities import Entity


def impersonal(question: Question) -> Answer:
    """``گفته می‌شود``: an impersonal verb, by which the article hides the speaker."""
    if not question.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", question.cue())


def dropped_subject(question: Question) -> Answer:
    """A verb without a subject: the speaker of the statement before goes on."""
    if not question.discourse.spoken:
        return Passed.NOBODY_FITS
    entity = question.discourse.spoken[-1].entity
    return Found(entity, "dropped-subject", question.evidence(entity))


def nobody_named(question: Question) -> Answer:
    """Nobody spoke before: the article does not name the speaker."""
    return Found(Entity.unknown(), "nobody-named", question.cue())


# For a statement that no words name a speaker for.
WITHOUT_MENTION: tuple[Sieve, ...] = (
    Sieve(
        "impersonal",
        impersonal,
        Meaning("فعل مجهول یا بی‌شخص", "passive and impersonal verbs"),
        (
            Rule(
                "impersonal",
                Meaning("گوینده‌ای نام برده نشده", "nobody is named: «گفته می‌شود»"),
                "لیلا فرهمند گفت: سد پر است.\nگفته می‌شود که دریچه‌ها باز شد.",
            ),
        ),
        "An impersonal verb hides its speaker, even where somebody spoke just before.",
    ),
    Sieve(
        "dropped-subject",
        dropped_subject,
        Meaning("فعلی که نهادش نیامده", "verbs whose subject is left out"),
        (
            Rule(
                "dropped-subject",
                Meaning("بی نهاد؛ گویندهٔ جملهٔ پیش", "no subject: who spoke before"),
                "لیلا فرهمند گفت: سد پر است.\nدر ادامه گفت: دریچه‌ها باز شد.",
            ),
        ),
        "Persian drops a subject that stays the same; only where nobody spoke is nobody meant.",
    ),
    Sieve(
        "nobody-named",
        nobody_named,
        Meaning("گویندهٔ نامعلوم", "nobody told"),
        (
            Rule(
                "nobody-named",
                Meaning("متن گوینده را نمی‌گوید", "the text does not tell who"),
                "در ادامه گفت: دریچه‌ها باز شد.",
            ),
        ),
        "Last: it always answers.",
    ),
)
