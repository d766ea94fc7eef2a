"""Understanding a mention of a speaker: its name, role, and what sort of thing it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from gofteh.lexicon.grammar import NUMBERS, SUPERLATIVES
from gofteh.lexicon.heads import (
    DOCUMENT_HEADS,
    FIRST_PERSON_PRONOUNS,
    ORGANISATION_HEADS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    ROLE_HEADS,
)
from gofteh.lexicon.names import countries, given_names
from gofteh.lexicon.people import (
    ANONYMOUS_HEADS,
    GROUP_HEADS,
    HONORIFICS,
    INDEFINITES,
    KNOWN_BODIES,
    NAMED_AFTER,
    NOT_IN_NAMES,
    PLURALS,
    RANK_BEFORE_HONORIFIC,
    SOMEBODY,
    UNNAMED_SOURCES,
)
from gofteh.lexicon.signs import PAUSES
from gofteh.records import SpeakerKind
from gofteh.statements.drafts import Range
from gofteh.text.layout import Layout

_SIGNS = frozenset("«»\"“”'‘’()[]،,؛;-–")
_MAX_SURNAME = 3


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention at a token range. ``name`` and ``role`` are token indices, in order."""

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
    def head(self) -> str:
        """The noun that says what the mention is: ``مقام`` of ``این مقام مسئول``."""
        rest = [w for w in self.words if w not in ("این", "آن", "یک", "همین") and w not in _SIGNS]
        return rest[0] if rest else ""


def parse(layout: Layout, source: Range) -> Mention:
    """Return what a source mention says about its speaker."""
    start, end = source
    words = layout.tokens.words[start:end]
    first = words[0]
    if first in FIRST_PERSON_PRONOUNS:
        return Mention(source, words, pronoun=True, first_person=True, plural=first == "ما")
    if first in PRONOUNS:
        return Mention(source, words, pronoun=True)
    if first in PLURAL_PRONOUNS:
        return Mention(source, words, pronoun=True, plural=True, kind=SpeakerKind.GROUP)
    if first in ("این", "آن", "همین") and len(words) > 1:
        return Mention(source, words, demonstrative=True, kind=_kind(words[1:]))
    name, role = _split(words, start)
    if first == "یک" and words[1:2] and words[1] in ANONYMOUS_HEADS:
        return Mention(source, words, (), role, SpeakerKind.UNNAMED, indefinite=True)
    nameless = _kind(words) is SpeakerKind.UNNAMED
    kind = SpeakerKind.PERSON if name and role and not nameless else _kind(words)
    indefinite = (
        first in INDEFINITES or first in UNNAMED_SOURCES or (not name and _indefinite(words))
    )
    if kind is SpeakerKind.PERSON and indefinite and not name:
        kind = SpeakerKind.UNNAMED
    if kind is SpeakerKind.PERSON and not role and any(words[k - start] == "و" for k in name):
        kind = SpeakerKind.GROUP  # ``X و Y گفتند``
    if len(words) > 1 and (first in NUMBERS or first.isdigit()):
        kind = SpeakerKind.GROUP  # ``دو نماینده``
    if kind is not SpeakerKind.PERSON:
        name = ()
    return Mention(source, words, name, role, kind, indefinite=indefinite)


def _indefinite(words: Sequence[str]) -> bool:
    """``نماینده‌ای از کنگره``, ``مقامی``: an indefinite ending on the head."""
    head = words[0]
    return head.endswith(("های", "ندهای")) and len(words) > 1 and words[1] == "از"


def _kind(words: Sequence[str]) -> SpeakerKind:
    plain = _whole_plurals([w for w in words if w not in _SIGNS])
    head = plain[0] if plain else ""
    second = plain[1] if len(plain) > 1 else ""
    if head in SOMEBODY or plain[-1:] == ["دیگری"]:
        return SpeakerKind.UNNAMED
    if head in KNOWN_BODIES:
        return SpeakerKind.ORGANISATION
    if head in UNNAMED_SOURCES or (head in INDEFINITES and second in UNNAMED_SOURCES):
        return SpeakerKind.UNNAMED
    if head in INDEFINITES and head != "یک":
        return SpeakerKind.UNNAMED if head == "یکی" else SpeakerKind.GROUP
    if head == "یک" or head.endswith("ترین") or head in SUPERLATIVES:
        head = second
    if head in GROUP_HEADS or (second and (head[:1].isdigit() or head in NUMBERS)):
        return SpeakerKind.GROUP
    if head in DOCUMENT_HEADS:
        return SpeakerKind.DOCUMENT
    if head in ROLE_HEADS:
        return SpeakerKind.PERSON
    if head in ORGANISATION_HEADS or "".join(plain) in countries() or head in NOT_IN_NAMES:
        return SpeakerKind.ORGANISATION
    if head.endswith(("ها", "های", "هایی", "کنندگان")) and _plural(head):
        return SpeakerKind.GROUP
    return SpeakerKind.PERSON


def _whole_plurals(words: list[str]) -> list[str]:
    """The words with a head's plural ending joined on: ``صورت های`` is ``صورتهای``."""
    apart = len(words) > 1 and words[1] in PLURALS and words[0] not in given_names()
    return [words[0] + words[1], *words[2:]] if apart else words


def _plural(head: str) -> bool:
    return len(head) > 5 and head not in given_names()


def _split(words: Sequence[str], offset: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Part a mention into the tokens of its name and those of its role."""
    name: list[int] = []
    role: list[int] = []
    for segment in _segments(words):
        first = _skip_honorifics(words, segment)
        if first and words[first[0]] in ("یک", "یکی"):
            first = first[1:]
        if not first:
            continue
        if words[first[0]] == "از":
            role.extend(first)
            continue
        if words[first[0]] in NOT_IN_NAMES:
            role.extend(first)
            continue
        head = next((k for k in first if words[k] in ROLE_HEADS), None)
        if head is not None and len(first) == 2 and head == first[1]:
            # a surname that is also a trade: عباس کشاورز
            head = None if words[first[0]] in given_names() else head
        if head is None:
            listed = bool(role) and not _looks_like_name(words, first)
            (role if listed or name or _is_body(words, first) else name).extend(first)
        elif head == first[0]:
            cut = _trailing_name(words, first)
            role.extend(k for k in first if k < cut)
            if not name:
                name.extend(k for k in first if k >= cut)
        else:
            if not name:
                name.extend(k for k in first if k < head)
            role.extend(k for k in first if k >= head)
    names = tuple(offset + k for k in name if words[k] not in _SIGNS and not words[k].isascii())
    return names, tuple(offset + k for k in role)


def _looks_like_name(words: Sequence[str], segment: list[int]) -> bool:
    """Whether a piece behind an office's comma is its bearer, not a further field of the office."""
    told = [words[k] for k in segment if words[k] not in _SIGNS]
    known = bool(told) and told[0] in given_names()
    return known or (0 < len(told) <= _MAX_SURNAME and "و" not in told)


def _segments(words: Sequence[str]) -> list[list[int]]:
    segments: list[list[int]] = [[]]
    for k, word in enumerate(words):
        follows = k + 1 < len(words) and (words[k + 1] in ROLE_HEADS or len(segments) == 1)
        if word in PAUSES and follows:
            segments.append([])
        elif word not in _SIGNS or segments[-1]:
            segments[-1].append(k)
    return [s for s in segments if s]


def _skip_honorifics(words: Sequence[str], segment: list[int]) -> list[int]:
    rest = segment
    if rest and words[rest[0]] in ROLE_HEADS and not _before_name(words, rest):
        return rest
    while rest and (
        words[rest[0]] in HONORIFICS
        or words[rest[0]] in _SIGNS
        or (words[rest[0]] == "و" and len(rest) > 1 and words[rest[1]] in HONORIFICS)
        or (
            words[rest[0]] in RANK_BEFORE_HONORIFIC
            and len(rest) > 1
            and words[rest[1]] in HONORIFICS
        )
    ):
        rest = rest[1:]
    return rest


def _before_name(words: Sequence[str], segment: list[int]) -> bool:
    """Whether a title that is also a trade stands before a name: ``استاد شجریان``."""
    later = [words[k] for k in segment[1:]]
    named = any(w in given_names() or w in HONORIFICS for w in later[:1])
    return named or len(later) < _MAX_SURNAME or any(w in ROLE_HEADS for w in later)


def _is_body(words: Sequence[str], segment: list[int]) -> bool:
    return words[segment[0]] in ORGANISATION_HEADS or words[segment[0]] in DOCUMENT_HEADS


def _trailing_name(words: Sequence[str], segment: list[int]) -> int:
    """Where a name begins behind a role: ``وزیر نیرو رضا اردکانیان``."""
    known = given_names()
    for position, k in enumerate(segment):
        rest = [words[j] for j in segment[position + 1 :]]
        before = words[segment[position - 1]] if position else ""
        if position == 0 or before in NAMED_AFTER or not 1 <= len(rest) <= _MAX_SURNAME:
            continue
        if words[k] in known and not any(w in ROLE_HEADS or w in ORGANISATION_HEADS for w in rest):
            return k
    return segment[-1] + 1
