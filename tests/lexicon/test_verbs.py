"""What a verb's record claims is found in a sentence built from it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gofteh.lexicon import entries
from gofteh.lexicon.acts import Act
from gofteh.lexicon.conjugation import HEARD
from gofteh.lexicon.entries import Complement, Trait, Verb
from gofteh.lexicon.stems import STEMS
from gofteh.lexicon.verbs import VERBS
from grammar import extract

TOLD = "آب سد کم است"
# Behind subject and verb (``{v}``), or around them: the sentence, and the words told in it.
SENTENCES = {
    Complement.COLON: ("{s} {v}: آب سد کم است.", TOLD),
    Complement.THAT: ("{s} {v} که آب سد کم است.", TOLD),
    Complement.QUOTE: ("{s} {v} «آب سد کم است».", TOLD),
    Complement.CLAUSE: ("{s} {v} آب سد کم است.", TOLD),
    Complement.SO_THAT: ("{s} {v} تا شیر آب بسته شود.", "شیر آب بسته شود"),
    Complement.BEFORE: ("«آب سد کم است»، {s} {v}.", TOLD),
    Complement.CALLED: ("{s} این طرح را به سود شهر {v}.", "این طرح را به سود شهر"),
    Complement.EVENT: ("{s} افزایش قیمت آب شهر را {v}.", "افزایش قیمت آب شهر"),
    Complement.OF_EVENT: ("{s} از آغاز کار سد {v}.", "آغاز کار سد"),
    Complement.TO_EVENT: ("{s} به شکستن دیوار سد {v}.", "شکستن دیوار سد"),
    Complement.RECALLED: ("{s} از سد به عنوان نگین شهر {v}.", "سد به عنوان نگین شهر"),
}
# Numbers are called, where the words told could also be a clause of their own.
CALLED_NUMBER = ("{s} سهم شهر را ۲۰ درصد {v}.", "سهم شهر را ۲۰ درصد")


def words(verb: Verb) -> str:
    return verb.noun.replace("_", " ")


def claims() -> Iterator[tuple[Verb, str, Complement]]:
    for verb in VERBS:
        for light in verb.light:
            for complement in sorted(verb.takes):
                yield verb, light, complement


def past(verb: Verb, light: str) -> str:
    if Trait.STANDS_WRITTEN in verb.traits:
        return "آمده است"
    if STEMS[light].forms == HEARD:
        return "شنیده می‌شود"
    return f"{words(verb)} {STEMS[light].past or light}".strip()


def subject(verb: Verb) -> str:
    if "شنید" in verb.light:
        return "در شهر"  # nobody says what is heard
    if Trait.STANDS_WRITTEN in verb.traits:
        return "در این گزارش"
    return "این گزارش" if Trait.NEEDS_DOCUMENT in verb.traits else "مدیر سد"


def sentence(verb: Verb, light: str, complement: Complement) -> tuple[str, str]:
    text, told = SENTENCES[complement]
    if complement is Complement.CALLED and verb.takes & {Complement.THAT, Complement.CLAUSE}:
        text, told = CALLED_NUMBER
    whom = " از مردم" if Trait.OF_WHOM in verb.traits and complement is Complement.CLAUSE else ""
    return text.format(s=subject(verb) + whom, v=past(verb, light)), told


@pytest.mark.parametrize(
    ("verb", "light", "complement"),
    [pytest.param(*c, id=f"{c[0].noun}-{c[1]}-{c[2].name}") for c in claims()],
)
def test_words_told_stand_as_claimed(verb: Verb, light: str, complement: Complement) -> None:
    text, told = sentence(verb, light, complement)
    found = [(s.lemma, s.act, s.content_text) for s in extract(text).statements]
    assert found == [(verb.lemma(light), verb.act, told)], text


def having(part: str) -> list[object]:
    return [pytest.param(v, id=f"{v.noun}-{v.light[0]}") for v in VERBS if getattr(v, part)]


@pytest.mark.parametrize("verb", having("passive"))
def test_its_passive_tells(verb: Verb) -> None:
    told = "از سوی شهرداری"
    if verb.passive_behind:
        told = f"این {sorted(verb.passive_behind)[0]}"
    if not verb.takes & {Complement.THAT, Complement.COLON}:
        pytest.skip("nothing stands behind it: its passive only calls, and tells no words")
    text = f"{told} {words(verb)} {verb.passive} که آب سد کم است."
    found = extract(text).statements
    assert [(s.act, s.content_text) for s in found] == [(verb.act, TOLD)], text


@pytest.mark.parametrize("verb", having("participle_nouns"))
def test_its_nouns_lead_a_clause(verb: Verb) -> None:
    for noun in verb.participle_nouns:
        text = f"مدیر سد با {noun.replace('_', ' ')} این‌که آب سد کم است، گفت: شیر آب را ببندید."
        found = [(s.because.statement, s.act, s.content_text) for s in extract(text).statements]
        assert found[0] == ("participle", verb.act, TOLD), text


@pytest.mark.parametrize("verb", having("split"))
def test_its_split_form_tells_what_stands_between(verb: Verb) -> None:
    assert verb.split
    between = "«آب بدهید»" if verb.split.quoted else "کاهش قیمت آب"
    for noun in sorted(verb.split.forms) or [words(verb)]:
        for closing in verb.split.closing:
            text = f"مدیر سد {noun} {verb.split.preposition} {between} {closing}."
            (found,) = extract(text).statements
            assert (found.because.statement, found.act) == ("split-verb", verb.act), text
            assert found.content_text == between.strip("«»"), text


# A trait: a sentence that tells something by it; and one that tells nothing, for want of the trait
# or because of it.
TRAITS = {
    Trait.BARE_NOUN: (
        "مدیر سد طرح را مفید ارزیابی و گفت: برویم.",
        "مدیر سد طرح را مفید پیشنهاد و رفت.",
    ),
    Trait.ADVERBIAL: ("مدیر سد در پاسخ گفت: آب سد کم است.", "مدیر سد در پاسخ داد که آب سد کم است."),
    Trait.NOUN_PARTICIPLE: ("مدیر سد گفته آب سد کم است.", "مدیر سد نوشته آب سد کم است."),
    Trait.DROPS_SUBJECT: ("گفت آب سد کم است.", "تاکید کرد آب سد کم است."),
    Trait.IMPERSONAL: ("گفته می‌شود آب سد کم است.", "تاکید می‌شود آب سد کم است."),
    Trait.NEEDS_AGENT: ("تاکید شد که آب سد کم است.", "اشاره شد که آب سد کم است."),
    Trait.NEEDS_DOCUMENT: ("این گزارش نشان می‌دهد که سد کم است.", "سیل نشان می‌دهد که سد کم است."),
    Trait.STANDS_WRITTEN: (
        "در این نامه آمده است: آب سد کم است.",
        "مدیر سد آمده است: آب سد کم است.",
    ),
    Trait.REMINDS: ("گفت که آب سد کم است.", "یادآور می‌شود که آب سد کم است."),
    Trait.OF_WHOM: ("مدیر از مردم خواست آب را نریزند.", "مدیر در شهر می‌خواست آب را نریزند."),
    Trait.WISHES: ("مدیر از مردم می‌خواهد که آب را نریزند.", "مدیر می‌خواهد که آب را نریزند."),
    Trait.ACCUSES: (
        "او شهردار را متهم کرد که آب ریخته است.",
        "او شهردار را تلقی کرد که آب ریخته است.",
    ),
    Trait.DENIES_ALL: ("او حرف مردم شهر را تکذیب کرد.", "او حرف مردم شهر را تایید کرد."),
    Trait.LISTS: (
        "باید به آب، سد و پل گوشزد کرد که کم است.",
        "باید به آب، سد و پل اشاره کرد که کم است.",
    ),
    Trait.NO_COMMA: ("مدیر معتقد است، آب سد کم است.", "گزارش حاکی است، آب سد کم است."),
}
# Traits that alter a statement rather than making one: who says it, or how far it reaches.
ALTERING = {
    Trait.HONOURS, Trait.THEY_SAY, Trait.RETOLD, Trait.PLANS, Trait.CONTINUES, Trait.WRITES,
}  # fmt: skip


@pytest.mark.parametrize("trait", TRAITS)
def test_a_trait_tells_and_keeps_silent(trait: Trait) -> None:
    tells, silent = (extract(text).statements for text in TRAITS[trait])
    assert tells
    assert not silent


def test_they_say_is_nobodys() -> None:
    told = extract("مدیر سد گفت: سد پر است. می‌گویند که آب سد کم است.").statements
    assert [s.speaker.name for s in told] == ["مدیر سد", None]


def test_an_honouring_plural_is_one_persons() -> None:
    text = "مدیر سد گفت: سد پر است.\nدر ادامه {} که آب سد کم است."
    told = [extract(text.format(verb)).statements[1] for verb in ("فرمودند", "گفتند")]
    assert [s.speaker.name for s in told] == ["مدیر سد", None]


def test_what_a_speaker_said_before_is_told_again() -> None:
    text = "مدیر سد گفت: پیش‌تر {} که آب سد کم است."
    assert len(extract(text.format("گفتم")).statements) == 2
    assert len(extract(text.format("نوشتم")).statements) == 1


def test_a_plan_within_a_speech_is_no_saying() -> None:
    text = "مدیر سد گفت: {} شده است که سد پر شود."
    assert len(extract(text.format("پیش‌بینی")).statements) == 1
    assert len(extract(text.format("اعلام")).statements) == 2


def test_going_on_is_one_saying() -> None:
    (told,) = extract("مدیر سد ادامه داد و افزود: آب سد کم است.").statements
    assert told.cue_text == "ادامه داد و افزود"


def test_a_writing_runs_over_paragraphs() -> None:
    text = "مدیر سد در نامه‌ای {}:\nآب سد کم است.\nشیر آب بسته می‌شود.\n"
    assert len(extract(text.format("نوشت")).statements) == 2
    assert len(extract(text.format("گفت")).statements[0].content) == 1


def test_every_trait_is_tried_and_used() -> None:
    assert set(TRAITS) | ALTERING == set(Trait)
    assert {trait for v in VERBS for trait in v.traits} == set(Trait)


def test_a_light_verb_without_stems_is_named() -> None:
    with pytest.raises(ValueError, match=r"stems\.py has no stems of 'لندید'"):
        entries.verb("", Act.SAY, (), "لندید")
