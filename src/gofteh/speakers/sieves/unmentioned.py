"""Speakers of statements in which no words name one: the sieves, and their order."""

from __future__ import annotations

from gofteh.lexicon.rules import Meaning
from gofteh.speakers.answers import Answer, Found, Passed, Question
from gofteh.speakers.declared import Rule, Sieve
from gofteh.speakers.entities import Entity

# So many of the last statements are searched for one that is not embedded.
_MAX_ASIDE = 20


def impersonal(question: Question) -> Answer:
    """``گفته می‌شود``: an impersonal verb, by which the article hides the speaker."""
    if not question.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", question.cue())


def dropped_subject(question: Question) -> Answer:
    """A verb without a subject: the speaker of the statement before goes on.

    Not one told of by the way: ``در واکنش به سخنان X که گفته بود A، گفت``.
    """
    inner, spoken = question.draft.embedded, question.discourse.spoken[-_MAX_ASIDE:]
    last = next((s for s in reversed(spoken) if inner or not s.draft.embedded), None)
    if last is None:
        return Passed.NOBODY_FITS
    entity = last.entity
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
