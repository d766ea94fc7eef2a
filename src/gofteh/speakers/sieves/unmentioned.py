"""Speakers of statements in which no words name one: the sieves, and their order."""

from __future__ import annotations

from gofteh.lexicon.entries import Trait
from gofteh.lexicon.forms import lemmas_with
from gofteh.lexicon.rules import Meaning
from gofteh.records import SpeakerKind
from gofteh.speakers.answers import Against, Answer, Found, Passed, Question
from gofteh.speakers.declared import Rule, Sieve
from gofteh.speakers.entities import Entity


def impersonal(question: Question) -> Answer:
    """``گفته می‌شود``: an impersonal verb, by which the article hides the speaker."""
    if not question.draft.unknown:
        return Passed.NOT_MINE
    return Found(Entity.unknown(), "impersonal", question.cue())


def several(question: Question) -> Answer:
    """``گفتند`` behind one person: a verb in the plural has several speakers, whom nobody names.

    Not in the first person; nor where one person is honoured by plurals, as by ``فرمودند``, or by
    whatever verb told his statement before: ``آیت‌الله X گفتند``.
    """
    draft, last = question.draft, question.discourse.before(question.draft)
    if not draft.plural or draft.first_person or draft.lemma in lemmas_with(Trait.HONOURS):
        return Passed.NOT_MINE
    if last is None or last.entity.kind is not SpeakerKind.PERSON or last.draft.plural:
        return Passed.NOBODY_FITS
    question.reject(last.entity, Against.KIND)
    return Found(Entity.unknown(), "several-unnamed", question.cue())


def dropped_subject(question: Question) -> Answer:
    """A verb without a subject: the speaker of the statement before goes on.

    Not one told of by the way: ``در واکنش به سخنان X که گفته بود A، گفت``. A paragraph without a
    cue goes on with the writing whose paragraphs stand before, whomever these quote.
    """
    discourse, draft = question.discourse, question.draft
    if not draft.cue and (writer := discourse.at_length()):
        return Found(writer, "dropped-subject", question.evidence(writer))
    last = discourse.before(draft)
    if last is None:
        return Passed.NOBODY_FITS
    return Found(last.entity, "dropped-subject", question.evidence(last.entity))


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
        "several",
        several,
        Meaning(
            "فعل جمع بی نهاد پس از سخن یک نفر", "plural verbs without subject behind one person"
        ),
        (
            Rule(
                "several-unnamed",
                Meaning("چند گویندهٔ نام برده نشده", "several speakers, whom nobody names"),
                "لیلا فرهمند گفت: سد پر است.\nدر ادامه گفتند که دریچه‌ها باز شد.",
            ),
        ),
        "Whoever spoke before was one; only a subject that stays the same is dropped.",
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
