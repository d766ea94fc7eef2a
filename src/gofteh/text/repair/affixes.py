"""Affixes that the Academy's orthography sets off by a half-space, and words often run together.

Source: Academy of Persian Language and Literature, «دستور خط فارسی» (1401), chapters on plural,
enclitics, comparatives, verb prefixes and auxiliaries. Written without half-spaces of their own.
"""

from __future__ import annotations

# Person enclitics, after a plural or a noun: ``کتاب‌هایشان``, ``خانه‌اش``.
_CLITICS = "م ت ش مان تان شان".split()
_PLURALS = (
    ["ها", "های", "هایی", "هائی"]
    + [f"های{c}" for c in _CLITICS]
    + [f"ها{c}" for c in ("ش", "شان", "مان", "تان", "یم")]
    + ["هاست", "هایند", "هاییم", "هاشون", "هامون", "هاتون", "هارو", "هام", "هات"]
)
_COMPARATIVES = "تر ترین تری ترها ترهای ترین‌ها ترینها ترینهای ترش".replace("\u200c", "").split()
_ENCLITICS = "ام ات اش ای اند ایم اید مان تان شان یی".split()

# Words that stand after the half-space.
SUFFIXES = frozenset((*_PLURALS, *_COMPARATIVES, *_ENCLITICS))
# Suffixes so telling that a word of unknown stem is split before them.
SURE_SUFFIXES = tuple(sorted((*_PLURALS, "ترین", "ترین"), key=len, reverse=True))
# Suffixes that are sure only after a known stem.
STEM_SUFFIXES = tuple(sorted({*SUFFIXES, *_COMPARATIVES}, key=len, reverse=True))

# Words that stand before the half-space.
VERB_PREFIXES = ("نمی", "می")

# Short words that are run into the next one where their last letter does not join: ``درسال``.
GLUED_BEFORE = frozenset("در از و را بر به که با هر این آن تا یا برای نیز هم".split())
# Words that are run onto the one before: ``کشوراست``, ``اظهارداشت``.
GLUED_AFTER = frozenset(
    "است را و در از که کرد شد بود داشت دارد داد کرده شده بوده دارند کردند شدند خواهد باید این"
    " آن به با بر تا هم نیز".split()
)
