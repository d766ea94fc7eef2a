"""Whether a page is in Persian, told by the letters in its bytes, before anything is parsed.

Persian writes پ چ ژ گ, which Arabic has not, and ی ک, which Arabic spells otherwise. Urdu, Pashto
and Sorani Kurdish have letters of their own that Persian has not.
"""

from __future__ import annotations

import re

# Letters that Persian has and Arabic has not; letters of its neighbours that Persian has not.
_OURS, _THEIRS = "پچژگیک", "ٹڈڑےہںښځڅۍېړډګێۆەڕڵڤھ"
_SAMPLE = 1 << 18
_FEWEST = 40
# Of all letters of the Arabic script, so many at least are ours; and ours outweigh theirs so.
_SHARE, _OUTWEIGH = 0.08, 8
_LETTER = re.compile(rb"[\xd8-\xdb][\x80-\xbf]")
_PERSIAN = re.compile(b"|".join(letter.encode() for letter in _OURS))
_FOREIGN = re.compile(b"|".join(letter.encode() for letter in _THEIRS))
_OLD = re.compile(rb"[\x81\x8d\x8e\x90\x98\xc7\xca-\xdf\xe1\xe3-\xe6\xed]")  # windows-1256
_OLD_PERSIAN = re.compile(rb"[\x81\x8d\x8e\x90\x98]")


def looks_persian(data: bytes) -> bool:
    """Return whether a page's bytes (UTF-8 or windows-1256) look like Persian text.

    A page that spells ي and ك in Arabic letters is Persian by its پ چ ژ گ alone.
    """
    sample = data[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    if letters >= _FEWEST:
        ours, theirs = len(_PERSIAN.findall(sample)), len(_FOREIGN.findall(sample))
        typed = sum(sample.count(letter.encode()) for letter in "پچژگ")
        share = ours / letters
        return (share >= _SHARE or typed / letters >= _SHARE / 4) and ours > theirs * _OUTWEIGH
    old = len(_OLD.findall(sample))
    return old >= _FEWEST and len(_OLD_PERSIAN.findall(sample)) / old >= _SHARE / 4
