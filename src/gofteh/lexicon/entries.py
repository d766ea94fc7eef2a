"""The record of a verb of saying, which each line of `lexicon.verbs` fills in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from gofteh.lexicon.acts import Act
from gofteh.lexicon.stems import STEMS
from gofteh.text.fold import fold_word, word_set


class Complement(StrEnum):
    """How the content can stand with its verb."""

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
# A whole clause as content, behind any mark or none: what ``گفت`` takes.
CLAUSE_OR_MARKED = frozenset(
    {Complement.COLON, Complement.THAT, Complement.QUOTE, Complement.CLAUSE}
)
# The same for verbs that need a mark: ``انتقاد کرد که …``, never ``انتقاد کرد …``.
MARKED = CLAUSE_OR_MARKED - {Complement.CLAUSE}
# Verbs whose content is always cited word for word: ``شعار داد: …``.
CITED = frozenset({Complement.COLON, Complement.QUOTE})
# With a mark right behind the verb: the content follows, so none of it stands in front.
BEHIND_MARK = frozenset({Complement.COLON, Complement.THAT})
# With a clause behind the verb: an object in front of it (``X را``) is not the whole content.
CLAUSES = frozenset({Complement.THAT, Complement.CLAUSE})
# With quotation marks right behind the verb.
QUOTABLE = frozenset({Complement.QUOTE, Complement.COLON, Complement.CLAUSE})
# The content is an object between subject and verb. No mark parts the two, so the end of the
# subject must be found by other means.
ABOUT_OBJECT = frozenset({
    Complement.CALLED, Complement.EVENT, Complement.OF_EVENT, Complement.TO_EVENT,
    Complement.RECALLED,
})  # fmt: skip
# … which begins with a preposition, so that the subject ends there.
BEHIND_PREPOSITION = frozenset({Complement.OF_EVENT, Complement.TO_EVENT})


class Trait(StrEnum):
    """What sets a verb apart from the others, in its forms, its subject or its complements."""

    # Forms.
    BARE_NOUN = "bare noun"  # its noun stands for it in front of ``و``: ``را اعلام و گفت``
    ADVERBIAL = "adverbial"  # behind ``در`` its noun is an adverb: ``در پاسخ گفت``
    NOUN_PARTICIPLE = "noun participle"  # its participle is a noun too: ``نوشته``, ``خواسته``
    # Subject.
    DROPS_SUBJECT = "drops subject"  # takes an unmarked clause even without subject: ``گفت A``
    HONOURS = "honours"  # its plural is one honoured person's: ``فرمودند``
    THEY_SAY = "they say"  # its present plural means *people say*: ``می‌گویند``
    IMPERSONAL = "impersonal"  # its passive reports without a speaker: ``پیش‌بینی می‌شود A``
    NEEDS_AGENT = "needs agent"  # its passive reports only with ``از سوی X``, ``در این نامه``
    NEEDS_DOCUMENT = "needs document"  # its subject is a document: ``این گزارش نشان می‌دهد``
    STANDS_WRITTEN = "stands written"  # *it says in*: ``در این نامه آمده است``
    REMINDS = "reminds"  # without subject the reporter himself reminds: ``یادآور می‌شود``
    RETOLD = "retold"  # in the first person it quotes one's own earlier words: ``گفتم که``
    PLANS = "plans"  # inside a speech its passive means *it is planned*: ``پیش‌بینی شده است``
    # Complements.
    OF_WHOM = "of whom"  # an unmarked clause needs ``از X``: ``از مردم خواست …``
    WISHES = "wishes"  # its present is a mere wish, unless put to somebody: ``می‌خواهد که``
    ACCUSES = "accuses"  # ``X را متهم کرد که A``: A is what X is accused of
    DENIES_ALL = "denies all"  # its object is denied, whatever it is: ``خبر را تکذیب کرد``
    LISTS = "lists"  # commas may part its objects: ``باید به A، B و C اشاره کرد``
    CONTINUES = "continues"  # one cue with the verb behind it: ``ادامه داد و افزود``
    NO_COMMA = "no comma"  # never takes a clause behind a comma: ``حاکی است،``
    WRITES = "writes"  # its content may be a document that runs over paragraphs


@dataclass(frozen=True, slots=True)
class Split:
    """How a verb's noun and its light verb stand apart, with the content between them.

    ``closing``: the light verbs that can end it. ``preposition``: a word that stands behind the
    noun. ``quoted``: only quoted words stand between (``شعار «…» سر دادند``). ``forms``: those of
    the noun, if there are others than the verb's own. ``needs_speaker``: its subject must be able
    to speak, since things take it too (``این نشان خبر از باران می‌دهد``, *this sign gives news of
    rain*).
    """

    closing: tuple[str, ...]
    preposition: str = ""
    quoted: bool = False
    forms: frozenset[str] = frozenset()
    needs_speaker: bool = False


@dataclass(frozen=True)
class Verb:
    """A verb of saying: its noun, the light verbs it goes with, and what it takes.

    ``passive``: what its passive looks like, ``شد`` or ``داده شد`` behind the noun.
    ``participle_nouns``: its nouns between ``با`` and ``این‌که`` (``با بیان این‌که A``).
    ``not_behind``: words behind which it has another sense. ``passive_behind``: the words behind
    one of which its passive must stand, if any.
    """

    noun: str
    act: Act
    takes: frozenset[Complement]
    light: tuple[str, ...]
    passive: str = ""
    traits: frozenset[Trait] = frozenset()
    participle_nouns: tuple[str, ...] = ()
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
    traits: Iterable[Trait] = (), nouns: str = "", split: Split | None = None,
    not_behind: str = "", passive_behind: frozenset[str] = frozenset(),
) -> Verb:  # fmt: skip
    """Return the verb of a line of the table: words parted by spaces, ``_`` for a space in one.

    ``nouns`` become its ``participle_nouns``. Raises ``ValueError`` for a light verb without stems.
    """
    if unknown := [word for word in light.split() if word not in STEMS]:
        name = f"{noun} {unknown[0]}".strip()
        raise ValueError(f"{name}: lexicon/stems.py has no stems of {unknown[0]!r}")
    return Verb(
        noun=noun, act=act, takes=frozenset(takes), light=tuple(light.split()), passive=passive,
        traits=frozenset(traits), participle_nouns=tuple(nouns.split()), split=split,
        not_behind=word_set(not_behind), passive_behind=passive_behind,
    )  # fmt: skip


def split(
    *closing: str, preposition: str = "", quoted: str = "", needs_speaker: bool = False
) -> Split:
    """Return a split form; ``quoted`` lists the noun's forms where only quoted words part it."""
    return Split(closing, preposition, bool(quoted), word_set(quoted), needs_speaker)
