"""What is to be known of a verb of saying: the record that each line of `lexicon.verbs` fills."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gofteh.lexicon.acts import Act
from gofteh.lexicon.stems import STEMS
from gofteh.text.fold import fold_word, word_set


class Complement(StrEnum):
    """How the words told can stand with their verb. A grammar of Persian calls most of them so."""

    COLON = "colon"  # ``گفت: …``
    THAT = "that"  # ``گفت که …``
    QUOTE = "quote"  # ``گفت «…»``
    CLAUSE = "clause"  # ``معتقد است …``: a clause without any mark
    SO_THAT = "so that"  # ``خواستار شد تا …``
    BEFORE = "before"  # ``«…»، X گفت``: in front of speaker and verb
    CALLED = "called"  # ``X را Y دانست``
    EVENT = "event"  # ``X را اعلام کرد``
    OF_EVENT = "of event"  # ``از X خبر داد``
    TO_EVENT = "to event"  # ``به X اعتراف کرد``
    RECALLED = "recalled"  # ``از X به عنوان Y یاد کرد``


# The unions that the grammar asks for.
# What may follow ``گفت``: the same words with any mark or none.
WORDS = frozenset({Complement.COLON, Complement.THAT, Complement.QUOTE, Complement.CLAUSE})
# … and the verbs that tell nothing without a mark: ``انتقاد کرد که …``, never ``انتقاد کرد …``.
MARKED = WORDS - {Complement.CLAUSE}
# Verbs that only cite: ``شعار داد: …``.
CITED = frozenset({Complement.COLON, Complement.QUOTE})
# A mark behind the verb tells that the words follow, and ends what stands in front of it.
BEHIND_MARK = frozenset({Complement.COLON, Complement.THAT})
# The words are a clause of their own: ``X را`` in front of the verb need not be all of them.
CLAUSES = frozenset({Complement.THAT, Complement.CLAUSE})
# Where quotation marks may open right behind the verb.
QUOTABLE = frozenset({Complement.QUOTE, Complement.COLON, Complement.CLAUSE})
# An object between subject and verb is what is told: no mark parts the two, and the subject's end
# must be found otherwise.
ABOUT_OBJECT = frozenset({
    Complement.CALLED, Complement.EVENT, Complement.OF_EVENT, Complement.TO_EVENT,
    Complement.RECALLED,
})  # fmt: skip
# … of which these begin with a preposition, behind which no subject can stand.
BEHIND_PREPOSITION = frozenset({Complement.OF_EVENT, Complement.TO_EVENT})


class Trait(StrEnum):
    """What one verb needs or does that others do not."""

    # How its forms stand.
    BARE_NOUN = "bare noun"  # its noun tells without its verb: ``را اعلام و گفت``
    ADVERBIAL = "adverbial"  # behind ``در`` its noun is an adverb: ``در پاسخ گفت``
    NOUN_PARTICIPLE = "noun participle"  # its participle is a noun too: ``نوشته``, ``خواسته``
    # Who says it.
    DROPS_SUBJECT = "drops subject"  # an unmarked clause follows even without subject: ``گفت A``
    THEY_SAY = "they say"  # its present plural is nobody's: ``می‌گویند``
    IMPERSONAL = "impersonal"  # its passive tells what nobody says: ``پیش‌بینی می‌شود A``
    NEEDS_AGENT = "needs agent"  # its passive tells only with ``از سوی X``, ``در این نامه``
    NEEDS_DOCUMENT = "needs document"  # only writings say it: ``این گزارش نشان می‌دهد``
    STANDS_WRITTEN = "stands written"  # only in a writing's place: ``در این نامه آمده است``
    REMINDS = "reminds"  # without subject it is the reporter's own: ``یادآور می‌شود``
    RETOLD = "retold"  # what a speaker says he said before: ``گفتم که``
    PLANS = "plans"  # within a speech its passive is a plan: ``پیش‌بینی شده است``
    # What stands with it.
    OF_WHOM = "of whom"  # an unmarked clause needs ``از X``: ``از مردم خواست …``
    WISHES = "wishes"  # its present is a wish told of, unless put to somebody: ``می‌خواهد که``
    ACCUSES = "accuses"  # ``X را متهم کرد که``: the clause tells of what
    DENIES_ALL = "denies all"  # whatever its object is, is denied: ``خبر را تکذیب کرد``
    LISTS = "lists"  # commas part what it points to: ``باید به A، B و C اشاره کرد``
    CONTINUES = "continues"  # it only goes on: ``ادامه داد و افزود`` is one saying
    NO_COMMA = "no comma"  # no clause behind a comma: ``حاکی است،``
    WRITES = "writes"  # it introduces writings, which run over paragraphs


@dataclass(frozen=True, slots=True)
class Split:
    """How a verb's noun and its light verb stand apart, with the words told between them.

    ``closing``: the verbs that close it. ``preposition``: the word behind the noun. ``quoted``:
    only quoted words stand between (``شعار «…» سر دادند``). ``forms``: the noun's forms, if others
    than its own. ``speaker``: it tells only of a known kind of speaker (``این نشان خبر از باران
    می‌دهد`` is none).
    """

    closing: tuple[str, ...]
    preposition: str = ""
    quoted: bool = False
    forms: frozenset[str] = frozenset()
    speaker: bool = False


@dataclass(frozen=True)
class Verb:
    """A verb of saying: its noun, the light verbs it goes with, and how it tells.

    ``passive``: what its passive looks like, ``شد`` or ``داده شد`` behind the noun. ``leads``: its
    nouns behind ``با`` and in front of ``این‌که``. ``not_behind``: words in front of which it has
    another sense. ``passive_behind``: the words that its passive must stand behind, if any.
    """

    noun: str
    act: Act
    takes: frozenset[Complement]
    light: tuple[str, ...]
    passive: str = ""
    traits: frozenset[Trait] = frozenset()
    leads: tuple[str, ...] = ()
    split: Split | None = None
    not_behind: frozenset[str] = frozenset()
    passive_behind: frozenset[str] = frozenset()

    @cached_property
    def key(self) -> str:
        """The noun's letters run together, as a text's words are compared."""
        return fold_word(self.noun.replace("_", ""))

    def lemma(self, light: str) -> str:
        """Return the infinitive with one of its light verbs, as a dictionary lists it."""
        return f"{self.noun.replace('_', ' ')} {STEMS[light].infinitive}".strip()


def verb(
    noun: str, act: Act, takes: Iterable[Complement], light: str = "", *, passive: str = "",
    traits: Iterable[Trait] = (), leads: str = "", split: Split | None = None,
    not_behind: str = "", passive_behind: frozenset[str] = frozenset(),
) -> Verb:  # fmt: skip
    """Return a verb as its line in the table writes it: words parted by spaces, ``_`` a space."""
    return Verb(
        noun=noun, act=act, takes=frozenset(takes), light=tuple(light.split()), passive=passive,
        traits=frozenset(traits), leads=tuple(leads.split()), split=split,
        not_behind=word_set(not_behind), passive_behind=passive_behind,
    )  # fmt: skip


def split(*closing: str, preposition: str = "", quoted: str = "", speaker: bool = False) -> Split:
    """Return a split form; ``quoted`` lists the noun's forms where only quoted words part it."""
    return Split(closing, preposition, bool(quoted), word_set(quoted), speaker)
