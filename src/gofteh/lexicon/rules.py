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

# Why a sieve did not answer: the values of ``gofteh.speakers.answers.Passed``.
PASSED = {
    "not-mine": Meaning("این صافی چنین نامبردنی را نمی‌سنجد", "this sieve takes no such mention"),
    "nobody-fits": Meaning("کسی که بخواند پیدا نشد", "nobody fits"),
    "embedded": Meaning("در سخن دیگری آمده است", "it stands within another's words"),
    "somebody-else": Meaning(
        "«نیز» کسی دیگر را نشان می‌دهد", "«نیز» tells that it is somebody else"
    ),
    "too-far": Meaning("سِمتِ بی‌نام دورتر از آن است", "the office without a name is too far off"),
    "several-persons": Meaning("خبر چند شخص را نام می‌برد", "the article names several persons"),
    "not-sure": Meaning("دیگران نیز سخن گفته‌اند", "others speak too, so it is not sure"),
}

# What a sieve found of somebody it looked at: ``won``, or a value of ``Against`` beside `Passed`.
VERDICTS = {
    "won": Meaning("برگزیده شد", "chosen"),
    "other-kind": Meaning("از گونهٔ دیگری است", "is of another kind"),
    "other-name": Meaning("نام دیگری دارد", "bears another name"),
    "other-noun": Meaning("اسم دیگری دارد", "is called by another noun"),
    "other-office": Meaning("سِمت دیگری دارد", "holds another office"),
    "has-name": Meaning("نامش پیش‌تر آمده است", "has been named already"),
    "has-office": Meaning("سِمتش پیش‌تر آمده است", "has an office already"),
    "no-office": Meaning("سِمتی از او نیامده است", "has no office"),
    "no-name": Meaning("نامی از او نیامده است", "has no name"),
    "anonymous": Meaning("خبر نامش را پنهان می‌کند", "is kept nameless on purpose"),
    "merely-quoted": Meaning("سخنش در سخن دیگری بود", "was merely quoted by another"),
    "earlier": Meaning("زودتر از برگزیده سخن گفته بود", "spoke earlier than the one chosen"),
}
