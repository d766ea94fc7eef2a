"""Vetoes: changes of spacing that would make another word of one that may be right as it stands.

``مردهای`` is the plural of ``مرد``, or ``مرده‌ای`` without its half-space; only its neighbours tell
which. Each veto is for a kind of error, found by comparing the corpus with its repaired text.
"""

from __future__ import annotations

import re

from gofteh.repairing.affixes import GLUED_BEFORE, SPOKEN_WHOLE, VERB_PREFIXES
from gofteh.repairing.sites import HALF, LETTERS, NOTHING, SPACE, Site
from gofteh.repairing.spacing_lexicon import HALF_SPACE, SpacingLexicon

# After these no half-space shows, so a plural is rightly written without one.
_UNJOINED = frozenset("اآدذرزژو")
_H, _AND, _IS, _LONG_A = "ه", "و", "است", "ا"
# With an ``ه`` before them they read as a plural, or as a plural with an enclitic.
_AFTER_H = frozenset("ای ایم".split())
# Nouns that are also past stems: only of these does ``برده‌ای`` compete with a plural.
_NOUN_AND_STEM = frozenset("برد مرد کرد خرید دید رسید نمود".split())
# A word so frequent that is no form of a verb is taken for a noun.
_FREQUENT = 25
# What no ezafe stands before: a plural in ``های`` cannot be followed by it.
_NEVER_QUALIFIES = frozenset(
    "که را از در به با بر تا برای و یا اما ولی است بود شد نیست هست نبود باشد کرد دارد داشت ندارد"
    " بودند شدند کردند دارند شده می نمی هم نیز اگر چون پس".split()
)
# Before an indefinite noun.
_BEFORE_INDEFINITE = frozenset("یک هیچ هر چنین چه".split())
_STOP = re.compile(r"[ ]*[.!؟?؛،:»)\]…]")
# Right words that are also a pair run together; only beside the second word are they the pair.
_ONLY_BEFORE = {"انشاء": "الله", "سیدی": "رام"}
# ``هم``, one word with the next, or ``also``: ``هم چنین سیاستی``, ``هم دیگر خبری نشد``.
_ALSO, _SUCH, _OTHER, _WORK = "هم", "چنین", "دیگر", "کار"
_INDEFINITE = re.compile(f" [{LETTERS}{HALF_SPACE}]+(?<=ی)(?![{LETTERS}{HALF_SPACE}])")
_BOTH = re.compile(f" {_AND} {_ALSO} ")
_BEFORE_EACH_OTHER = frozenset("با از به در کنار بر".split())
_PLURAL_ENDINGS = ("ها", "های", "هایی", "هایش")
# ``ای``, apart: an indefinite article, or the ezafe's plural cut off its noun.
_ENDING = "ای"


def spoils(line: str, site: Site, label: str, lexicon: SpacingLexicon) -> bool:
    """Whether to write a site so would make another word of one that is right as it stands."""
    if site.observed == NOTHING:
        return _spoils_word(line, site, label, lexicon)
    return label == NOTHING and _spoils_phrase(line, site, lexicon)


def _spoils_word(line: str, site: Site, label: str, lexicon: SpacingLexicon) -> bool:
    word = site.left + site.right
    if word in SPOKEN_WHOLE:
        return True
    if word in _ONLY_BEFORE:
        return not site.after.startswith(_ONLY_BEFORE[word])
    if label == HALF:
        return is_plural(site, lexicon) and not _shows_no_plural(line, site)
    return label == SPACE and (
        _in_compound(line, site) or _is_contracted(site, lexicon) or _ends_in_u(site, lexicon)
    )


def is_plural(site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether what reads as a noun in ``ه`` with an ending may be the plural of another noun."""
    left, right = site.left, site.right
    stem = left[:-1]
    if not left.endswith(_H) or right not in _AFTER_H or not stem or stem[-1] not in _UNJOINED:
        return False
    return _is_noun(stem, lexicon.bound.get(f"{left} {right}", 0), lexicon)


def _is_noun(stem: str, rival: int, lexicon: SpacingLexicon) -> bool:
    """Whether a word takes plurals, against so many sightings of the word with ``ه``."""
    plural = sum(
        lexicon.words.get(stem + ending, 0) + lexicon.bound.get(f"{stem} {ending}", 0)
        for ending in _PLURAL_ENDINGS
    )
    frequent = lexicon.words.get(stem, 0) >= max(_FREQUENT, rival) and stem not in lexicon.verbs
    return frequent or plural >= max(1, rival) or stem in _NOUN_AND_STEM


def _shows_no_plural(line: str, site: Site) -> bool:
    """Whether what stands beside a word in ``های`` rules the plural out: it wants an ezafe."""
    end = site.end + len(site.right)
    if site.right != _ENDING:
        return False
    if site.before in _BEFORE_INDEFINITE or _STOP.match(line, end):
        return True
    return site.after in _NEVER_QUALIFIES and line[end : end + 1] == " "


def _in_compound(line: str, site: Site) -> bool:
    """Whether a half-space binds the word to another: ``حمل‌ونقل``, ``مابه‌التفاوت``."""
    start, end = site.start - len(site.left), site.end + len(site.right)
    behind = line[end : end + 1] == HALF_SPACE and site.right in GLUED_BEFORE
    before = line[start - 1 : start] == HALF_SPACE and _AND in (site.left, site.right)
    return before or (behind and site.left != _AND)


def _is_contracted(site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether ``است`` has lost its alef to the word before: ``خطاست`` is ``خطا است``."""
    longer = lexicon.words.get(site.left + _LONG_A, 0)
    return site.right == _IS and longer > 0 and 20 * longer >= lexicon.words.get(site.left, 0)


def _ends_in_u(site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether a known word ends in ``و`` of its own: ``دینامو``."""
    return site.right == _AND and (len(site.left) < 3 or site.left + _AND in lexicon.listed)


def _spoils_phrase(line: str, site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether two words that are right apart would become one."""
    end = site.end + len(site.right)
    if line[end : end + 1] == HALF_SPACE and len(site.right) > 1 and lexicon.known(site.right):
        return True  # ``بر ده‌ها``
    return site.left == _ALSO and _stays_apart(line, site, lexicon)


def _stays_apart(line: str, site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether ``هم`` before another word is ``also`` and no part of a word with it."""
    if _BOTH.match(line, site.end + len(site.right)):
        return True  # ``هم کار و هم خانه``
    if site.right.startswith(_WORK):
        return _is_verb(site.after, lexicon)
    if site.right == _OTHER:
        return site.before not in _BEFORE_EACH_OTHER
    start = site.start - len(site.left)
    opens = site.before in ("", _AND) or _STOP.search(line[max(0, start - 2) : start])
    indefinite = _INDEFINITE.match(line, site.end + len(site.right))
    return site.right == _SUCH and not opens and bool(indefinite)


def _is_verb(word: str, lexicon: SpacingLexicon) -> bool:
    """Whether a word is a verb or begins one: ``هم کاری نکرد``, ``هم کار می‌کرد``."""
    return word in VERB_PREFIXES or word in lexicon.verbs or word[1:] in lexicon.verbs
