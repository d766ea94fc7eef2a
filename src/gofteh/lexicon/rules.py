"""What a rule means, in Persian and in English; what a sieve may answer, in these words."""

from __future__ import annotations

from typing import NamedTuple


class Meaning(NamedTuple):
    """One rule in words."""

    fa: str
    en: str


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
    "ambiguous": Meaning(
        "خبر چند تن را چنین می‌نامد", "the article has several of this description"
    ),
    "not-sure": Meaning("دیگران نیز سخن گفته‌اند", "others speak too, so it is not sure"),
}

# What a sieve found of somebody it looked at: ``won``, or a value of ``Against`` beside `Passed`.
VERDICTS = {
    "won": Meaning("برگزیده شد", "chosen"),
    "other-kind": Meaning("از گونهٔ دیگری است", "is of another kind"),
    "other-name": Meaning("نام دیگری دارد", "bears another name"),
    "other-sex": Meaning("خانم و آقا بودنش نمی‌خواند", "is of the other sex"),
    "other-noun": Meaning("اسم دیگری دارد", "is called by another noun"),
    "other-office": Meaning("سِمت دیگری دارد", "holds another office"),
    "has-name": Meaning("نامش پیش‌تر آمده است", "has been named already"),
    "has-office": Meaning("سِمتش پیش‌تر آمده است", "has an office already"),
    "no-office": Meaning("سِمتی از او نیامده است", "has no office"),
    "no-name": Meaning("نامی از او نیامده است", "has no name"),
    "anonymous": Meaning("خبر نامش را پنهان می‌کند", "is kept nameless on purpose"),
    "merely-quoted": Meaning("سخنش در سخن دیگری بود", "was merely quoted by another"),
    "spoken-of": Meaning("از او یا با او سخن گفته می‌شد", "was himself spoken of or spoken to"),
    "earlier": Meaning("زودتر از برگزیده سخن گفته بود", "spoke earlier than the one chosen"),
}
