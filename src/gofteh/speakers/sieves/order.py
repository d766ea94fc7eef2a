"""The sieves in their order, each with what it takes, its rules, and why it stands there.

In three strides: pronouns and demonstratives, which have no name (to ``that-body``); names
(``known-name`` to ``office-then-name``); descriptions without a name. Within each the mention's own
words come before the text's, and these before recency; a new speaker comes last.
"""

from __future__ import annotations

from gofteh.lexicon.rules import Meaning
from gofteh.speakers.declared import Rule, Sieve
from gofteh.speakers.sieves.demonstratives import (
    report_of_outlet,
    same_noun,
    that_body,
    that_person,
    writer,
)
from gofteh.speakers.sieves.namings import (
    known_name,
    name_in_text,
    office_then_name,
    surname_that_is_a_trade,
)
from gofteh.speakers.sieves.newcomer import new_speaker
from gofteh.speakers.sieves.offices import (
    office_in_text,
    office_of_headline,
    office_of_only_person,
    same_body,
    same_office,
)
from gofteh.speakers.sieves.pronouns import first_person, plural_pronoun, pronoun
from gofteh.speakers.sieves.unmentioned import WITHOUT_MENTION
from gofteh.speakers.sieves.within_speech import pronoun_within_speech

_DEMONSTRATIVE_LAST = Meaning("«این …»؛ آخرین گویندهٔ سازگار", "«این …»: the last speaker that fits")
_ROLE_OF_TEXT = Meaning(
    "سِمتی که متن کنار نام کسی آورد", "an office that the text gives beside a name"
)
_SURNAME = Meaning("نام خانوادگیِ کسی که نام کاملش آمد", "the surname of one named in full")

# For a statement with a mention of its speaker.
SIEVES: tuple[Sieve, ...] = (
    Sieve(
        "first-person",
        first_person,
        Meaning("ضمیر اول‌شخص", "pronouns of the first person"),
        (
            Rule(
                "first-person",
                Meaning("اول‌شخص در سخنِ دیگری", "first person within somebody's words"),
                "لیلا فرهمند گفت: سد پر است و من گفتم که دریچه‌ها باز شود.",
            ),
        ),
        "«من» is a pronoun too, but means whoever's words it stands in: the sieves of pronouns behind "
        "would look for the last group or person.",
    ),
    Sieve(
        "plural-pronoun",
        plural_pronoun,
        Meaning("ضمیر جمع", "plural pronouns"),
        (
            Rule(
                "plural-pronoun",
                Meaning(
                    "ضمیر جمع؛ آخرین نهادِ گوینده", "a plural pronoun: the last body that spoke"
                ),
                "باشگاه سپیدار اعلام کرد: بازی لغو شد.\nآنها افزودند: زمین یخ زده است.",
            ),
            Rule(
                "plural-pronoun-of-text",
                Meaning("ضمیر جمع؛ آخرین گروهِ نام‌برده", "a plural pronoun: the last group named"),
                "کارگران کارخانه رودسفید به خیابان آمدند.\nآنها گفتند: مزد نگرفته‌ایم.",
            ),
            Rule(
                "plural-pronoun-no-group",
                Meaning(
                    "ضمیر جمع؛ متن گروه یا نهادی را نام نبرده است",
                    "a plural pronoun, and the text names no group or body before",
                ),
                "لیلا فرهمند گفت: سد پر است.\nآنها افزودند: دریچه‌ها باز شد.",
            ),
        ),
        "Number is all that a Persian pronoun tells; the next sieve goes by recency alone and would "
        "give «آنها» to one person.",
    ),
    Sieve(
        "pronoun-within-speech",
        pronoun_within_speech,
        Meaning("ضمیر سوم‌شخص در سخن دیگری", "a pronoun of the third person within a speech"),
        (
            Rule(
                "pronoun-within-speech",
                Meaning(
                    "ضمیر در سخن دیگری؛ کسی که گوینده از او گفت",
                    "a pronoun in somebody's own words: of whom they tell",
                ),
                "لیلا فرهمند گفت: با علی راد صحبت کردم و او گفت دریچه‌ها باز شد.",
            ),
        ),
        "Nobody calls himself «او»: the next sieve would take the last speaker, in whose own words it "
        "stands.",
    ),
    Sieve(
        "pronoun",
        pronoun,
        Meaning("ضمیر سوم‌شخص مفرد", "singular pronouns of the third person"),
        (
            Rule(
                "pronoun-last-person",
                Meaning("ضمیر؛ آخرین شخصِ گوینده", "a pronoun: the last person who spoke"),
                "لیلا فرهمند گفت: سد پر است.\nوی افزود: دریچه‌ها باز شد.",
            ),
            Rule(
                "pronoun-of-text",
                Meaning("ضمیر؛ آخرین شخصِ نام‌برده", "a pronoun: the last person named"),
                "علی فرهمند به سد سپیدار آمد.\nوی گفت: سد پر است.",
            ),
        ),
        "Pronouns have no noun, name or office: no sieve behind could find out more about them.",
    ),
    Sieve(
        "writer",
        writer,
        Meaning("«این بیانیه» و مانند آن", "«این بیانیه» and its like"),
        (
            Rule(
                "writer",
                Meaning("نویسندهٔ بیانیه یا نامه", "who wrote the declaration or letter"),
                "در بیانیه باشگاه سپیدار آمده است: بازی لغو شد.\nاین بیانیه می‌افزاید: زمین یخ زده بود.",
            ),
        ),
        "The next sieve would take the last speaker called by the noun; of a writing the speaker is "
        "its writer, who need never have been called so.",
    ),
    Sieve(
        "same-noun",
        same_noun,
        Meaning("«این …» با یک اسم", "«این …» and a noun"),
        (
            Rule(
                "demonstrative-same-head",
                Meaning("«این …» با همان اسم", "«این …» with the same noun"),
                "سازمان آب رودسفید اعلام کرد که سد پر است.\nاین سازمان افزود: دریچه‌ها باز شد.",
            ),
        ),
        "The same noun says more than recency, by which the sieves of demonstratives behind go.",
    ),
    Sieve(
        "report-of-outlet",
        report_of_outlet,
        Meaning("«این گزارش»", "«این گزارش»"),
        (
            Rule(
                "report-of-outlet",
                Meaning("«این گزارش»؛ رسانهٔ نام‌برده", "«این گزارش»: the outlet that was named"),
                "به نوشته روزنامه پگاه، سد پر است.\nبر اساس این گزارش، دریچه‌ها باز شد.",
            ),
        ),
        "A report is no body: «این گزارش» goes back to its outlet, not to the last body, which the "
        "sieves behind would take.",
    ),
    Sieve(
        "that-person",
        that_person,
        Meaning("«این مقام» و مانند آن", "«این مقام» and its like"),
        (
            Rule(
                "role-of-text",
                _ROLE_OF_TEXT,
                "علی فرهمند، وزیر راه، دیروز به سپیدار رفت. این وزیر گفت: «راه بسته است.»",
            ),
            Rule(
                "demonstrative-last",
                _DEMONSTRATIVE_LAST,
                "لیلا فرهمند گفت: سد پر است.\nاین مقام مسئول افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Persons and bodies exclude each other; which of both is asked first is free.",
    ),
    Sieve(
        "that-body",
        that_body,
        Meaning("«این اداره» و مانند آن", "«این اداره» and its like"),
        (
            Rule(
                "demonstrative-of-text",
                Meaning("«این …»؛ نهادی که متن نام برد", "«این …»: a body the text named"),
                "کارکنان در اداره آب سپیدار، در خیابان بهار، گرد آمدند.\nاین اداره اعلام کرد: سد پر است.",
            ),
            Rule(
                "demonstrative-last",
                _DEMONSTRATIVE_LAST,
                "رودآب گستر اعلام کرد که سد پر است.\nاین شرکت افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Last of the demonstratives; the sieves behind take names and offices.",
    ),
    Sieve(
        "known-name",
        known_name,
        Meaning("نام", "names"),
        (
            Rule(
                "same-name",
                Meaning("همان نام پیش‌تر آمده بود", "the same name came before"),
                "لیلا فرهمند گفت: سد پر است.\nلیلا فرهمند افزود: دریچه‌ها باز شد.",
            ),
            Rule(
                "surname",
                _SURNAME,
                "لیلا فرهمند گفت: سد پر است.\nفرهمند افزود: دریچه‌ها باز شد.",
            ),
            Rule(
                "first-name",
                Meaning("نام کوچکِ کسی که نام کاملش آمد", "the given name of one named in full"),
                "بهرام کوهستانی گفت: سد پر است.\nبهرام افزود: دریچه‌ها باز شد.",
            ),
            Rule(
                "part-of-name",
                Meaning("بخشی از نامی که آمده بود", "a part of a name that came before"),
                "لیلا فرهمند سپیداری گفت: سد پر است.\nفرهمند افزود: دریچه‌ها باز شد.",
            ),
            Rule(
                "spelling",
                Meaning("همان نام با املایی دیگر", "the same name, spelt otherwise"),
                "لوکا برناردینی گفت: آماده‌ام.\nبرنادینی افزود: درد ندارم.",
            ),
        ),
        "A name tells more than an office: where both stand, the name decides.",
    ),
    Sieve(
        "surname-that-is-a-trade",
        surname_that_is_a_trade,
        Meaning("یک واژه که سِمت یا پیشه است", "one word that is an office or a trade"),
        (
            Rule(
                "surname",
                _SURNAME,
                "علیرضا دبیر گفت: تیم آماده است.\nدبیر افزود: فردا می‌رویم.",
            ),
        ),
        "Such a word is read as an office, and the sieves of offices behind would take it: somebody "
        "of that surname who spoke is likelier.",
    ),
    Sieve(
        "name-in-text",
        name_in_text,
        Meaning("نام خانوادگی", "surnames"),
        (
            Rule(
                "surname-of-text",
                Meaning(
                    "نام خانوادگیِ کسی که متن نام کاملش را آورد",
                    "the surname of one the text names in full",
                ),
                "علی فرهمند، وزیر راه، دیروز به سپیدار رفت. فرهمند گفت: «راه بسته است.»",
            ),
        ),
        "Whom the text names is likelier than a new speaker; those who spoke were asked before.",
    ),
    Sieve(
        "office-then-name",
        office_then_name,
        Meaning("نامی که نخستین بار می‌آید", "a name met for the first time"),
        (
            Rule(
                "role-then-name",
                Meaning("سِمتی که نامِ دارنده‌اش بعد آمد", "an office whose bearer is named later"),
                "رئیس سازمان آب رودسفید گفت: سد پر است.\nپیمان ساعدی افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Last of the names: nobody of this name has spoken, or a sieve before had found him.",
    ),
    Sieve(
        "same-body",
        same_body,
        Meaning("نهاد، گروه یا سند بی نام شخص", "bodies, groups and writings"),
        (
            Rule(
                "same-body",
                Meaning("همان نهاد پیش‌تر آمده بود", "the same body came before"),
                "سازمان آب رودسفید اعلام کرد که سد پر است.\nسازمان آب افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Bodies and offices of persons exclude each other; which of both is asked first is free.",
    ),
    Sieve(
        "same-office",
        same_office,
        Meaning("سِمت بی نام", "offices without a name"),
        (
            Rule(
                "same-role",
                Meaning("همان سِمت پیش‌تر آمده بود", "the same office came before"),
                "پیمان ساعدی، رئیس سازمان آب، گفت: سد پر است.\nلیلا فرهمند گفت: خوشحالم.\n"
                "رئیس سازمان آب افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Who spoke by this office comes before persons to whom the text or a guess gives it.",
    ),
    Sieve(
        "office-in-text",
        office_in_text,
        Meaning("سِمت بی نام", "offices without a name"),
        (
            Rule(
                "role-of-text",
                _ROLE_OF_TEXT,
                "علی فرهمند، وزیر راه، دیروز به سپیدار رفت. وزیر راه گفت: «راه بسته است.»",
            ),
        ),
        "The text says whose office it is; the sieves of offices behind guess from who spoke.",
    ),
    Sieve(
        "office-of-headline",
        office_of_headline,
        Meaning("سِمتی درست پس از تیتر", "an office right behind the headline"),
        (
            Rule(
                "role-of-headline-name",
                Meaning("سِمتِ کسی که تیتر نام برد", "an office of whom the headline names"),
                "فرهمند: سد پر است\n\nشهردار سپیدار گفت: دریچه‌ها باز شد.",
            ),
        ),
        "A headline names whom the article opens with, however many persons it goes on to name; the "
        "next sieve takes an only one.",
    ),
    Sieve(
        "office-of-only-person",
        office_of_only_person,
        Meaning("سِمتی که پیش‌تر نیامده", "an office not met before"),
        (
            Rule(
                "role-of-only-speaker",
                Meaning("سِمتِ تنها گویندهٔ خبر", "an office of the only speaker"),
                "لیلا فرهمند گفت: سد پر است.\nمدیر آب سپیدار افزود: دریچه‌ها باز شد.",
            ),
        ),
        "Where the article names one person alone, an unknown office is likelier that one's than "
        "somebody's who is new.",
    ),
    Sieve(
        "new-speaker",
        new_speaker,
        Meaning("گویندهٔ تازه", "somebody new"),
        (
            Rule(
                "named-subject",
                Meaning("همان که کنار فعل نام برده شد", "who is named beside the verb"),
                "لیلا فرهمند گفت: سد پر است.",
            ),
        ),
        "Last: it always answers.",
    ),
)

ALL_SIEVES = (*SIEVES, *WITHOUT_MENTION)
# What each rule named in ``because.speaker`` means; what each sieve takes.
SPEAKER_RULES = {rule.id: rule.meaning for sieve in ALL_SIEVES for rule in sieve.rules}
SIEVE_MEANINGS = {sieve.id: sieve.takes for sieve in ALL_SIEVES}
