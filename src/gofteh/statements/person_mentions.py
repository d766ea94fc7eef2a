"""Whether a mention names a person who can speak, where no verb of saying tells that he does."""

from __future__ import annotations

from gofteh.lexicon.boundaries import CLAUSE_WORDS
from gofteh.lexicon.classes import PERSONAL, Class, is_a
from gofteh.lexicon.heads import ANYBODY, ROLE_HEADS
from gofteh.lexicon.names import common_words, given_names
from gofteh.lexicon.people import ACTED, GESTURED, MOODS, MOODS_OF_MANY, PEOPLE_END
from gofteh.statements.known_speakers import KnownSpeakers
from gofteh.statements.phrases import is_finite, mention_at
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# No persons: organisations, things and countries do not nod. Their names are no common words
# either, so they must be excluded by class.
_NO_PERSON = (
    Class.ORGANISATION | Class.KNOWN_ORGANISATION | Class.COUNTRY | Class.AGENCY
    | Class.DOCUMENT | Class.TIME | Class.ADJUNCT_OPENER | Class.CLAUSE_OPENER | Class.NUMBER
    | Class.FIRST_PERSON
)  # fmt: skip
_MAX_NAME = 2


def person_at(layout: Layout, start: int, end: int, known: KnownSpeakers) -> Range | None:
    """Return the mention of a person that begins at a token; None where there is none.

    It ends in front of a gesture (``علی راد سر تکان داد``), or a mood (``علی راد نگران است``).
    """
    words = layout.tokens.words
    stop = mention_at(layout, start, end)
    acts = (i for i in range(start + 1, stop) if words[i] in GESTURED or words[i] in ACTED)
    acted = next(acts, None)
    felt = (
        i
        for i in range(start + 1, stop)
        if words[i] in MOODS_OF_MANY or (words[i] in MOODS and is_finite(words[i + 1]))
    )
    acted = next(felt, None) if acted is None else acted
    stop = stop if acted is None else acted
    if stop <= start or not is_person(layout, Range(start, stop), known):
        return None
    whole = acted is not None or stop == end or words[stop] in "،:"
    return Range(start, stop if whole else known.cut(layout, start, stop) or stop)


def is_person(layout: Layout, mention: Range, known: KnownSpeakers) -> bool:
    """Return whether a mention is a person's: by its first word, or as a name that no table knows.

    A mention with a verb in it is no person's, nor is an unknown name that begins with a common
    word.
    """
    words = layout.tokens.of(mention)
    verb = any(is_finite(w) or w in ACTED for w in words)
    if verb or not words[0].isalpha() or words[0] in CLAUSE_WORDS:
        return False
    if is_a(words[0], PERSONAL) and (len(words) > 1 or words[0] not in given_names()):
        return words[0] not in ANYBODY or len(words) > 1
    trade = words[0].endswith(PEOPLE_END) and words[0].removesuffix(PEOPLE_END) in ROLE_HEADS
    if words[0] in known.surnames or trade:  # ``کشاورزان``
        return True
    near = len(words) <= _MAX_NAME or words[_MAX_NAME] == "،" or words[1] == "،"
    return near and words[0] not in common_words() and not is_a(words[0], _NO_PERSON)
