"""What each rule named in ``because`` means, in Persian and in English."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """One rule in words."""

    fa: str
    en: str


# How a content was found.
CONTENT_RULES = {
    "verb-colon": Meaning("فعلِ گفتن و دونقطه", "a verb of saying and a colon"),
    "verb-that": Meaning("فعلِ گفتن و «که»", "a verb of saying and «که»"),
    "verb-clause": Meaning("فعلِ گفتن و جمله‌ای بی «که»", "a verb of saying and a clause without «که»"),
    "verb-quote": Meaning("فعلِ گفتن کنار گیومه", "a verb of saying beside quotation marks"),
    "quote-before": Meaning("گیومه پیش از فعلِ گفتن", "quotation marks before a verb of saying"),
    "clause-before": Meaning("گفته پیش از گوینده و فعل", "the saying before its sayer and verb"),
    "split-verb": Meaning("گفته در میانهٔ فعلِ دوپاره", "a saying between the parts of a verb"),
    "participle": Meaning("«با بیان این‌که» و مانند آن", "«با بیان این‌که» and its like"),
    "according-to": Meaning("«به گفتهٔ» و مانند آن", "«به گفتهٔ» and its like"),
    "object-called": Meaning("چیزی را چیزی دانستن یا خواندن", "calling something something"),
    "recalled-as": Meaning("از چیزی به نامی یاد کردن", "speaking of something as something"),
    "announced-event": Meaning("خبر دادن از رویدادی", "announcing an event"),
    "event-object": Meaning("رویدادی که اعلام، رد یا وعده شد", "an event announced, denied or promised"),
    "confessed-event": Meaning("اعتراف یا اذعان به رویدادی", "admitting an event"),
    "nominal": Meaning("اسمِ گفتن با «که» یا «مبنی بر»", "a noun of saying with «که» or «مبنی بر»"),
    "headline": Meaning("نام و دونقطه در تیتر", "a name and a colon in a headline"),
    "label": Meaning("نام و دونقطه در آغاز بند", "a name and a colon that open a paragraph"),
    "answer": Meaning("پاسخ در گفت‌وگو", "an answer in an interview"),
    "colon-next-paragraph": Meaning("دونقطه و سخن در بند بعد", "a colon, the speech in the next paragraph"),
    "declaration": Meaning("متن بیانیه یا نامه", "the text of a declaration or letter"),
}  # fmt: skip

# How a speaker was found.
SPEAKER_RULES = {
    "named-subject": Meaning("همان که کنار فعل نام برده شد", "who is named beside the verb"),
    "same-name": Meaning("همان نام پیش‌تر آمده بود", "the same name came before"),
    "surname": Meaning("نام خانوادگیِ کسی که نام کاملش آمد", "the surname of one named in full"),
    "first-name": Meaning("نام کوچکِ کسی که نام کاملش آمد", "the given name of one named in full"),
    "part-of-name": Meaning("بخشی از نامی که آمده بود", "a part of a name that came before"),
    "spelling": Meaning("همان نام با املایی دیگر", "the same name, spelt otherwise"),
    "same-role": Meaning("همان سِمت پیش‌تر آمده بود", "the same office came before"),
    "same-body": Meaning("همان نهاد پیش‌تر آمده بود", "the same body came before"),
    "role-then-name": Meaning("سِمتی که نامِ دارنده‌اش بعد آمد", "an office whose bearer is named later"),
    "role-of-only-speaker": Meaning("سِمتِ تنها گویندهٔ خبر", "an office of the only speaker"),
    "role-of-last-speaker": Meaning("سِمتِ آخرین گوینده", "an office of the last speaker"),
    "role-of-headline-name": Meaning("سِمتِ کسی که تیتر نام برد", "an office of whom the headline names"),
    "pronoun-last-person": Meaning("ضمیر؛ آخرین شخصِ گوینده", "a pronoun: the last person who spoke"),
    "pronoun-of-text": Meaning("ضمیر؛ آخرین شخصِ نام‌برده", "a pronoun: the last person named"),
    "plural-pronoun": Meaning("ضمیر جمع؛ آخرین گروه یا نهاد", "a plural pronoun: the last group or body"),
    "first-person": Meaning("اول‌شخص در سخنِ دیگری", "first person within somebody's words"),
    "demonstrative-same-head": Meaning("«این …» با همان اسم", "«این …» with the same noun"),
    "demonstrative-last": Meaning("«این …»؛ آخرین گویندهٔ سازگار", "«این …»: the last speaker that fits"),
    "demonstrative-of-text": Meaning("«این …»؛ نهادی که متن نام برد", "«این …»: a body the text named"),
    "report-of-outlet": Meaning("«این گزارش»؛ رسانهٔ نام‌برده", "«این گزارش»: the outlet that was named"),
    "writer": Meaning("نویسندهٔ بیانیه یا نامه", "who wrote the declaration or letter"),
    "dropped-subject": Meaning("بی نهاد؛ گویندهٔ جملهٔ پیش", "no subject: who spoke before"),
    "impersonal": Meaning("گوینده‌ای نام برده نشده", "nobody is named: «گفته می‌شود»"),
    "nobody-named": Meaning("متن گوینده را نمی‌گوید", "the text does not tell who"),
}  # fmt: skip

# Why another speaker met before was not chosen.
AGAINST = {
    "won": Meaning("برگزیده شد", "chosen"),
    "kind": Meaning("از گونهٔ دیگری است", "is of another kind"),
    "name": Meaning("نام دیگری دارد", "bears another name"),
    "role": Meaning("سِمت دیگری دارد", "holds another office"),
    "earlier": Meaning("زودتر از برگزیده سخن گفته بود", "spoke earlier than the one chosen"),
    "new": Meaning("این سخن گویندهٔ تازه‌ای را نام می‌برد", "the source names somebody new"),
}
