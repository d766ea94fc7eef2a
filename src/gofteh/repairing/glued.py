"""Words that a crawler glued together where a line break was lost: ``شودوی`` is ``شود`` and ``وی``.

Extractors that join paragraphs without a blank glue the last word of one to the first of the next:
a verb without its full stop, or the last word of a heading, to the name, the office or the pronoun
of whoever speaks next. Only a text that has no line break left is read so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from gofteh.repairing.sites import LONGEST_WORD
from gofteh.repairing.vocabulary import Vocabulary

# Start and end of the last letter before a lost break, and what stands there with it.
Break = tuple[int, int, str]

# Verbs that end a sentence.
_VERBS = (
    "است شد شود شوند شدند کرد کند کنند کردند کردم کردیم کنیم بود بودند بودیم بودم باشد باشند باشیم "
    "دارد دارند داریم داشت داشتند داد دهد دهند دادند دهیم گرفت گیرد گرفتند گیرند رسید رسد رسیدند "
    "نیست نیستند هست هستند هستیم یافت یابد رفت رود رفتند آمد آید آمدند ماند خواند نشد نشود نکرد "
    "نکند نبود نباشد ندارد ندارند نداشت نداریم ندارم نیستیم"
).split()
_ENDS = frozenset(f"{prefix}{verb}" for verb in _VERBS for prefix in ("", "می", "می\u200c", "نمی"))
# Short words that begin a paragraph; any other must have so many letters and be so frequent.
_SHORT = frozenset({"این", "آن", "وی", "او", "ما"})
# With them, as with a given name, a paragraph begins that is about somebody.
_TITLES = frozenset(
    "آیت آیت‌الله حجت حجت‌الاسلام دکتر مهندس سردار سرهنگ سرتیپ آقای خانم رئیس رئیس‌جمهور"
    " رئیس‌جمهوری نماینده نامزد سخنگوی".split()
)
_FREQUENT, _LONG = 150, 3
_SHORTEST_VERB = 3
# In front of a name or a title a shorter one is enough: ``شدآیت‌الله``.
_SHORTEST_NAMED = 2
# With them a paragraph begins that is about somebody, whatever word ends the heading in front.
_HEADS = (
    "رئیس رییس مدیر مدیرعامل معاون وزیر نماینده نامزد دبیر مسئول سخنگوی سخنگو استاندار فرماندار "
    "خبرگزاری روزنامه همچنین همزمان گفتنی وی"
).split()
# What a plural typed with a space ends in: ``بازداشتی هاروزنامه``.
_PLURAL = "ها"
# «is» written onto a plural: ``سدهاست``.
_IS = "هاست"
# Words by which a pronoun in front of them is somebody who speaks: verbs, and what leads up to one.
_SPEAKING = (
    "گفت", "افزود", "اظهار", "تصریح", "تاکید", "تأکید", "خاطرنشان", "خاطر", "ادامه", "بیان",
    "عنوان", "اضافه", "یادآور", "همچنین", "در ادامه", "با اشاره", "با بیان",
)  # fmt: skip
# A pronoun that speaks next; with it the word is a sentence's end and its speaker, even where the
# vocabulary has it (``استوی``).
_SPEAKS = re.compile(rf"(?<![\w\u200c])([\w\u200c]+)(?:وی|او)\s+(?:{'|'.join(_SPEAKING)})(?!\w)")
# A word that the text has so often elsewhere, of so many letters, is what it is about.
_AGAIN, _LONG_NAME = 2, 4
# Written onto a given name.
_SAYYID = "سید"
_WORD = re.compile("[\u0621-\u064a\u066e-\u06d3\u200c]{5,}")
# Verbs of saying, and what is run onto them where their content begins: ``می‌گویددر``, ``گفتکه``.
_SAYINGS = "گفت گفتند گوید گویند افزود افزاید نوشت نوشتند نویسد".split()
_OPENERS = "که در از به با این برای".split()
_SAID = re.compile(rf"(?<!\w)({'|'.join(_SAYINGS)})({'|'.join(_OPENERS)})(?!\w)")
# A word that is unknown and comes so often is somebody's or some place's name: ``بودروم``.
_NAME = 3
# Shorter texts are one paragraph, whatever they lost.
_LEAST = 500


def glued_breaks(text: str, known: Vocabulary) -> list[Break]:
    """Return ``(start, end, replacement)`` that set a lost break between words glued together.

    Offsets of ``text``, whose letters are Persian (`Level.CHARACTERS`); empty where the text kept
    a line break or is short.
    """
    if len(text) < _LEAST or "\n" in text.strip():
        return []
    breaks = sorted({*_glued(text, known), *_in_front_of_speaker(text)})
    return [(at - 1, at, text[at - 1] + "\n") for at in breaks]


def glued_sayings(text: str, known: Vocabulary) -> list[Break]:
    """Return ``(start, end, replacement)`` that part a verb of saying from the word behind it.

    Offsets of ``text``, whose letters are Persian (`Level.CHARACTERS`).
    """
    found = (m for m in _SAID.finditer(text) if not known.count(m.group()))
    return [(m.end(1) - 1, m.end(1), text[m.end(1) - 1] + " ") for m in found]


def _in_front_of_speaker(text: str) -> Iterator[int]:
    """Where a verb and the pronoun of whoever speaks next part: ``است`` and ``وی`` in ``استوی``."""
    for match in _SPEAKS.finditer(text):
        if match[1] in _ENDS or match[1].endswith(_IS):
            yield match.end(1)


def _glued(text: str, known: Vocabulary) -> Iterator[int]:
    times = Counter(m.group() for m in _WORD.finditer(text))
    elsewhere = frozenset(text.split(" "))
    for match in _WORD.finditer(text):
        word = match.group()
        short = len(word) <= LONGEST_WORD
        if short and times[word] < _NAME and not known.count(word):
            behind_word = text[max(0, match.start() - 2) : match.start() - 1].isalpha()
            ends = _Ends(known, elsewhere, plural=behind_word)
            cut = _behind_verb(word, known, times) or _in_front_of_head(word, ends)
            if cut:
                yield match.start() + cut


def _behind_verb(word: str, known: Vocabulary, times: Counter[str]) -> int:
    """Where a word parts into a verb and the word behind it; 0 where it does not."""
    for k in range(_SHORTEST_NAMED, len(word) - 1):
        if word[:k] not in _ENDS:
            continue
        rest = word[k:]
        if _begins_with_somebody(rest, known) or (
            k >= _SHORTEST_VERB and _is_likely(rest, known, times)
        ):
            return k
    return 0


def _begins_with_somebody(rest: str, known: Vocabulary) -> bool:
    name = rest.removeprefix(_SAYYID)
    long = name != rest or len(name) > _LONG
    return rest in _TITLES or (long and name in known.given_names)


def _is_likely(rest: str, known: Vocabulary, times: Counter[str]) -> bool:
    frequent = len(rest) >= _LONG and known.words.get(rest, 0) >= _FREQUENT
    again = len(rest) >= _LONG_NAME and times[rest] >= _AGAIN
    return rest in _SHORT or frequent or again


@dataclass(frozen=True, slots=True)
class _Ends:
    """What a heading's last word can be: a frequent one, one that the text has between blanks.

    Or a plural's end, where a word stands in front of it that can be its stem (``plural``).
    """

    known: Vocabulary
    elsewhere: frozenset[str]
    plural: bool

    def __contains__(self, word: str) -> bool:
        if len(word) < _LONG:
            return self.plural and word == _PLURAL
        return word in self.elsewhere or self.known.words.get(word, 0) >= _FREQUENT


def _in_front_of_head(word: str, ends: _Ends) -> int:
    """Where a word parts into a heading's last and an office or the like; 0 where it does not."""
    parts = (word.removesuffix(head) for head in _HEADS)
    return next((len(part) for part in parts if part != word and part in ends), 0)
