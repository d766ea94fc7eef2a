"""Sayings told as nouns: ``ادعای X مبنی بر A``, ``نامه X مبنی بر این‌که A``."""

from __future__ import annotations

from collections.abc import Iterator

from gofteh.lexicon.heads import PRONOUNS
from gofteh.records import Manner
from gofteh.statements.drafts import Draft, Range, trim
from gofteh.statements.phrases import mention_at
from gofteh.text.fold import word_set
from gofteh.text.layout import Layout

# Nouns of saying, with the act they tell.
_ACTS = {
    "announce": word_set(
        """
        اعلام اعلامیه اعلامیهای بیانیه بیانیهای موضع مواضع خبر خبری خبرهایی اخبار اخباری اطلاعیه
        ابلاغیه
        """
    ),
    "claim": word_set("ادعا ادعای ادعاهای ادعایی ادعاهایی شایعه شایعاتی شایعات اتهام"),
    "say": word_set(
        "اظهارات اظهار سخنان سخن صحبت صحبتها صحبتهای صحبتهایی پیام پیامی اظهارنظر نظر حرفهایی"
    ),
    "report": word_set("گزارش گزارشها گزارشهای گزارشهایی گزارشی نامه نامهای شکایت"),
    "promise": word_set("وعده وعدههای وعدهای قول"),
    "warn": word_set("هشدار هشدارهای هشدارهایی تهدید تهدیدهای"),
    "stress": word_set("تاکیدات تاکید"),
    "demand": word_set("درخواست خواسته پیشنهاد توصیه دستور"),
}
_ACT_OF = {word: act for act, words in _ACTS.items() for word in words}
_MAX_BACK = 14
_MAX_CONTENT = 22
_MIN_CONTENT = 2
_ENDS = frozenset("،,؛.؟!»):") | {"ولی", "اما", "را", "که", "\n"}
# Verbs that close the sentence around the phrase, and the nouns that go with them.
_VERBS = word_set(
    """
    است بود شد کرد داشت هست هستند بودند شدند کردند دارد دارند نیست نبود داد گرفت شده کرده داده بوده
    نداده نکرده نشده گفت یافت رسید رفت آمد نشد نکرد
    """
)
_VERB_NOUNS = word_set(
    "واکنش نشان شنیده منتشر رد تکذیب مطرح ارایه ارسال صادر تایید اعلام منکر مواجه"
)


def nominal(layout: Layout, sentence: Range, paragraph: int) -> Iterator[Draft]:
    """Yield the sayings told as nouns in a sentence."""
    words = layout.tokens.words
    start, end = sentence
    for i in range(start + 1, end - 3):
        if words[i] != "مبنی" or words[i + 1] != "بر":
            continue
        before = range(i - 1, max(start - 1, i - _MAX_BACK), -1)
        noun = next((j for j in before if words[j] in _ACT_OF), None)
        if noun is None:
            continue
        content = trim(layout, *_content(words, i + 2, end))
        wish = _ACT_OF[words[noun]] == "demand" and words[i + 2] not in ("اینکه", "این")
        if wish or content[1] - content[0] < _MIN_CONTENT:
            continue
        source = _source(layout, noun + 1, i)
        yield Draft(
            content=(content,), cue=((noun, noun + 1), (i, i + 2)), source=source,
            rule="nominal", manner=Manner.INDIRECT, act=_ACT_OF[words[noun]],
            lemma=words[noun], paragraph=paragraph, unknown=source is None,
        )  # fmt: skip


def _source(layout: Layout, start: int, end: int) -> Range | None:
    """The sayer between noun and ``مبنی بر``, behind its adjectives or behind ``از سوی``."""
    words = layout.tokens.words
    for i in range(start, end - 2):
        if words[i : i + 2] == ("از", "سوی"):
            return i + 2, mention_at(layout, i + 2, end)
    while start + 1 < end and words[start].endswith("ی") and words[start + 1][0].isalpha():
        start += 1
    stop = mention_at(layout, start, end)
    told = words[start:stop]
    clause = any(w in _VERBS or w in _VERB_NOUNS or w.startswith("می") for w in told)
    adjective = len(told) == 1 and told[0].endswith("ی") and told[0] not in PRONOUNS
    return (start, stop) if told and told[0] != "خود" and not (clause or adjective) else None


def _content(words: tuple[str, ...], start: int, end: int) -> Range:
    """A clause to its end, or a noun phrase to the verb of the sentence around it."""
    if words[start] in ("اینکه", "این"):
        stop = next((i for i in range(start, end) if words[i] in "،؛"), end)
        return start + 1 + (words[start] == "این"), stop
    stop = min(end, start + _MAX_CONTENT)
    for i in range(start, stop):
        verb = words[i] in _VERBS or (words[i].startswith(("می", "نمی")) and len(words[i]) > 4)
        if words[i] in _ENDS or verb:
            stop = i
            break
    while stop > start + 1 and words[stop - 1] in _VERB_NOUNS:
        stop -= 1
    return start, stop
