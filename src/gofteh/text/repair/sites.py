"""Where the spacing of a line is in question.

A *segment* is a run of Persian letters; a *gap* is what stands between two of them that touch:
a space, a no-break space or a half-space. A *site* is a gap, or a place inside a segment, for
which the lexicon knows another writing. A *token* is what stands between two plain spaces.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from gofteh.text.repair.affixes import GLUED_AFTER, GLUED_BEFORE
from gofteh.text.repair.lexicon import HALF_SPACE, Lexicon
from gofteh.text.repair.splits import Analyser

# Persian letters, also the Arabic ones that the character level leaves, with their vowel marks.
LETTERS = (
    "\u0621-\u063a\u0641-\u064a\u0671-\u0673\u067e\u0686\u0698\u06a9\u06af\u06c0\u06c1\u06cc\u06d5"
)
SEGMENT = re.compile(f"[{LETTERS}\u064b-\u065f\u0670]+")
MARKS = re.compile("[\u064b-\u065f\u0670]+")
# Two vowel marks: an Arabic quotation or a verse, whose spacing is its own.
_VOWELLED = re.compile("[\u064b-\u0652\u0670].*[\u064b-\u0652\u0670]")

# What stands at a site, and the labels of the model: nothing, a half-space, a space.
NOTHING, HALF, SPACE, NO_BREAK = "j", "z", "s", "n"
LABELS = NOTHING + HALF + SPACE
WRITTEN = {NOTHING: "", HALF: HALF_SPACE, SPACE: " "}
_NO_BREAKS = "\u00a0\u202f"


class Site(NamedTuple):
    """A place ``[start, end)`` of a line: empty inside a segment, one character at a gap.

    ``telling`` says whether the writing there shows how the line was damaged.
    """

    start: int
    end: int
    observed: str
    left: str
    right: str
    before: str
    after: str
    telling: bool


class Token(NamedTuple):
    """What is known of a token by itself; its sites count from its start.

    ``first`` and ``last`` are its outer words, ``second`` and ``last_but_one`` those beside them
    (nothing in a token of one word); ``opens`` and ``closes`` are the outer words where they
    reach the token's edge and may belong to its neighbour.
    """

    first: str
    second: str
    last_but_one: str
    last: str
    opens: str
    closes: str
    sites: tuple[Site, ...]


class SiteFinder:
    """Finds the sites of lines; remembers the tokens and the pairs of words it has met."""

    def __init__(self, lexicon: Lexicon, memory: int = 100_000) -> None:
        self._lexicon = lexicon
        self._analyser = Analyser(lexicon)
        self._token = lru_cache(maxsize=memory)(self._read)
        self._pair = lru_cache(maxsize=memory)(self._ask)

    def find(self, text: str) -> list[Site]:
        """Return the sites of one line, in order."""
        raw = text.split(" ")
        token_of, pair_of = self._token, self._pair
        tokens = [token_of(part) for part in raw]
        found: list[Site] = []
        at, before = 0, ""
        last = len(tokens) - 1
        for i, token in enumerate(tokens):
            follower = tokens[i + 1] if i < last else _EMPTY
            if token.sites:
                found += _moved(token.sites, at, before, follower.first)
            at += len(raw[i]) + 1
            left, right = token.closes, follower.opens
            if left and right:
                asked = pair_of(left, right)
                if asked:
                    beyond = tokens[i + 2].first if i + 2 <= last else ""
                    around = token.last_but_one or before, follower.second or beyond
                    found.append(Site(at - 1, at, SPACE, left, right, *around, asked > 1))
            before = token.last or before
        return found

    def _ask(self, left: str, right: str) -> int:
        """Whether two words are in question (1), and tell of the line's damage (2)."""
        if not self._lexicon.asks(left, right):
            return 0
        return 2 if self._lexicon.telling(left, right) else 1

    def _read(self, raw: str) -> Token:
        matches = list(SEGMENT.finditer(raw))
        if not matches:
            return _EMPTY
        words = [MARKS.sub("", m.group()) for m in matches]
        own = [not _VOWELLED.search(m.group()) for m in matches]  # Persian, not Arabic
        sites: list[Site] = []
        padded = ["", *words, "", ""]  # the words around word ``i`` are ``i`` and ``i + 2``
        for i, match in enumerate(matches):
            if own[i] and len(words[i]) > 3:
                sites += self._inside(match, words[i], padded[i], padded[i + 2])
            if i + 1 < len(matches) and own[i] and own[i + 1]:
                end = match.end()
                if raw[end] in _NO_BREAKS and matches[i + 1].start() == end + 1:
                    asked = self._pair(words[i], words[i + 1])
                    around = (padded[i], padded[i + 3], asked > 1)
                    if asked:
                        sites.append(Site(end, end + 1, NO_BREAK, words[i], words[i + 1], *around))
        opens = words[0] if own[0] and matches[0].start() == 0 else ""
        closes = words[-1] if own[-1] and matches[-1].end() == len(raw) else ""
        return Token(words[0], padded[2], padded[-4], words[-1], opens, closes, tuple(sites))

    def _inside(self, match: re.Match[str], word: str, before: str, after: str) -> list[Site]:
        cuts = self._analyser.cuts(word)
        if not cuts:
            return []
        # Marks lie between the letters, so a place in the bare word moves on by those before it.
        letters = [i for i, c in enumerate(match.group()) if not MARKS.match(c)]
        telling = self._lexicon.telling
        # A half-space beside the segment: ``آموزش‌وپرورش`` is one word, and none was run together.
        held = HALF_SPACE in match.string[max(match.start() - 1, 0) : match.end() + 1]
        return [
            Site(place, place, NOTHING, cut.left, cut.right, cut.before or before,
                 cut.after or after, telling(cut.left, cut.right))
            for cut in cuts
            for place in (match.start() + letters[cut.at],)
            if not (held and (cut.left in GLUED_BEFORE or cut.right in GLUED_AFTER))
        ]  # fmt: skip


_EMPTY = Token("", "", "", "", "", "", ())


def _moved(sites: tuple[Site, ...], by: int, before: str, after: str) -> list[Site]:
    """Return a token's sites at their places in the line, with the words around the token."""
    return [
        Site(s.start + by, s.end + by, s.observed, s.left, s.right, s.before or before,
             s.after or after, s.telling)
        for s in sites
    ]  # fmt: skip
