"""What a mention of a speaker tells: a name, a role, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gofteh.lexicon.boundaries import NUMBERS
from gofteh.lexicon.heads import (
    FIRST_PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    PLURAL_REFLEXIVES,
    PRONOUNS,
    REFLEXIVES,
)
from gofteh.lexicon.mentions import (
    ABOUT,
    DEMONSTRATIVES,
    INDEFINITE_ENDS,
    MORE_THAN,
    SEVERAL,
    SPEECHES,
)
from gofteh.lexicon.particles import AND, FROM, ONE, OWN, WE
from gofteh.lexicon.people import (
    ANONYMOUS_HEADS,
    GROUP_HEADS,
    HONORIFICS,
    INDEFINITES,
    UNNAMED_SOURCES,
)
from gofteh.records import SpeakerKind
from gofteh.speakers.honorifics import SIGNS, Piece
from gofteh.speakers.kinds import is_body_by_default, kind_of, names_no_person
from gofteh.speakers.parts import is_relation, name_and_role
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

_BEFORE_HEAD = DEMONSTRATIVES | SIGNS | {ONE}


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention at a token range.

    ``name`` and ``role`` are indices of the article's tokens, in order. ``demonstrative`` marks
    ``این وزیر``, ``indefinite`` ``یک وزیر`` and ``وزیری از …``; ``plural`` and ``first_person``
    are told of pronouns alone.
    """

    range: Range
    words: tuple[str, ...]
    name: tuple[int, ...] = ()
    role: tuple[int, ...] = ()
    kind: SpeakerKind = SpeakerKind.PERSON
    pronoun: bool = False
    plural: bool = False
    first_person: bool = False
    demonstrative: bool = False
    indefinite: bool = False

    @property
    def name_words(self) -> tuple[str, ...]:
        """The words of the name, honorifics too."""
        return tuple(self.words[i - self.range[0]] for i in self.name)

    @property
    def is_relational(self) -> bool:
        """Whether it names somebody by what he is to somebody else: ``وکیل علی راد``."""
        words = self.words
        return bool(words) and not self.name and is_relation(words, list(range(len(words))))

    @property
    def head(self) -> str:
        """The noun that says what the mention is: ``مقام`` of ``این مقام مسئول``."""
        return next((w for w in self.words if w not in _BEFORE_HEAD), "")


def parse(layout: Layout, source: Range) -> Mention:
    """Return what a source tells of its speaker, by its first word or as a noun phrase.

    The tables of first words share no word: in which order they are asked is free.
    """
    words = layout.tokens.of(source)
    first = words[0]
    if first in SPEECHES and len(words) > 1:  # ``اظهارات شهردار سپیدار``
        return parse(layout, Range(source.start + 1, source.end))
    if first == OWN and len(words) > 1:  # ``خود مقامات آمریکایی``
        behind = parse(layout, Range(source.start + 1, source.end))
        return replace(behind, range=source, words=words)
    if first in FIRST_PERSON_PRONOUNS:
        return Mention(source, words, pronoun=True, first_person=True, plural=first == WE)
    if first in REFLEXIVES and len(words) == 1:
        return Mention(source, words, pronoun=True, plural=first in PLURAL_REFLEXIVES)
    if first in PRONOUNS:
        return Mention(source, words, pronoun=True)
    if first in PLURAL_PRONOUNS:
        return Mention(source, words, pronoun=True, plural=True, kind=SpeakerKind.GROUP)
    if first in DEMONSTRATIVES and len(words) > 1:
        return Mention(
            source,
            words,
            demonstrative=True,
            kind=_kind_behind_demonstrative(_without_signs(words[1:])),
        )
    return _noun_phrase(layout, source, words)


def _noun_phrase(layout: Layout, source: Range, words: tuple[str, ...]) -> Mention:
    names, roles = name_and_role(layout, words)
    titled = bool(names) and words[names[0] - 1] in HONORIFICS
    if names and roles and not titled and names_no_person([words[k] for k in names]):
        names = []  # ``رئیس پلیس تهران``: the place or body of the office
    kind = _kind(words, names, roles)
    indefinite = words[0] in INDEFINITES or words[0] in UNNAMED_SOURCES
    indefinite = indefinite or (not names and _has_indefinite_ending(words))
    if kind is SpeakerKind.PERSON and indefinite and not names:
        kind = SpeakerKind.UNNAMED
    name = tuple(source.start + k for k in names) if kind is SpeakerKind.PERSON else ()
    role = tuple(source.start + k for k in roles)
    return Mention(source, words, name, role, kind, indefinite=indefinite)


def _kind(words: Sequence[str], names: Piece, roles: Piece) -> SpeakerKind:
    """What sort of speaker a noun phrase names: by its number first, then by its head."""
    if words[0] == ONE and words[1:2] and words[1] in ANONYMOUS_HEADS:
        return SpeakerKind.UNNAMED
    kind = kind_of(_without_signs(words))
    some = words[0] in SEVERAL and kind is not SpeakerKind.UNNAMED
    two_names = kind is SpeakerKind.PERSON and _joins_names(words, names, roles)
    if _is_counted(words) or some or two_names:
        return SpeakerKind.GROUP
    crowd = kind is SpeakerKind.GROUP and words[0] in GROUP_HEADS and names[:1] != [0]
    named = names and roles and kind is not SpeakerKind.UNNAMED and not crowd
    return SpeakerKind.PERSON if named else kind


def _joins_names(words: Sequence[str], names: Piece, roles: Piece) -> bool:
    """``X و Y``, ``X و Y، نمایندگان مجلس``; of ``X و Y، وزیر راه`` the office tells one person."""
    several = any(words[k] == AND for k in names)
    return several and (not roles or words[roles[0]] in GROUP_HEADS)


def _is_counted(words: Sequence[str]) -> bool:
    """``دو نماینده``, ``حدود ۱۲ نفر``, ``بیش از …``."""
    count = words[words[0] in ABOUT :]
    counted = len(count) > 1 and (count[0] in NUMBERS or count[0].isdigit())
    return counted or words[:2] in MORE_THAN


def _kind_behind_demonstrative(words: Sequence[str]) -> SpeakerKind:
    """The kind that a noun behind ``این`` tells; one that no table knows is a person's.

    ``این داوطلب``: alone such a word would be taken for a body, as it is no name.
    """
    kind = kind_of(words)
    by_default = kind is SpeakerKind.ORGANISATION and is_body_by_default(words)
    return SpeakerKind.PERSON if by_default else kind


def _without_signs(words: Sequence[str]) -> list[str]:
    return [w for w in words if w not in SIGNS]


def _has_indefinite_ending(words: Sequence[str]) -> bool:
    """``نماینده‌ای از کنگره``: an indefinite ending on the head, and ``از`` behind it."""
    head = words[0]
    return head.endswith(INDEFINITE_ENDS) and len(words) > 1 and words[1] == FROM
