"""Rules of spacing that are certain: they decide before the model is asked."""

from __future__ import annotations

from gofteh.repairing.affixes import (
    COUPLED,
    LETTER_NAMES,
    ONE_WORD,
    PLURALS,
    POSSESSED_PLURALS,
    SPOKEN_VERBS,
    SPOKEN_WHOLE,
    VERB_PREFIXES,
)
from gofteh.repairing.sites import HALF, NOTHING, SPACE, Site
from gofteh.repairing.spacing_lexicon import SpacingLexicon, run_together

_AND = "و"


def certain(site: Site, lexicon: SpacingLexicon) -> str | None:
    """Return how a site is written by rule, where one speaks."""
    if site.left in VERB_PREFIXES and _is_spoken(site.right, lexicon):
        return HALF
    whole = site.left + site.right
    if site.observed == NOTHING and {whole, site.before + whole} & SPOKEN_WHOLE:
        return NOTHING  # ``میایم``
    if site.observed == NOTHING:
        return SPACE if run_together(site.left, site.right, lexicon) else None
    if site.left + site.right in ONE_WORD:
        return NOTHING
    if site.right in POSSESSED_PLURALS:
        return HALF
    if site.left in LETTER_NAMES and site.right in LETTER_NAMES:
        return HALF if site.before in LETTER_NAMES or site.after in LETTER_NAMES else None
    third = COUPLED.get(site.left)
    if third and site.right == _AND and site.after.startswith(third):
        return HALF
    second = COUPLED.get(site.before)
    return NOTHING if second and site.left == _AND and site.right.startswith(second) else None


def is_for_rules(o: str, left: str, right: str, lexicon: SpacingLexicon) -> bool:
    """Whether a rule may speak of two words between which ``o`` stands, whatever is around them.

    Plurals run onto their nouns are among them: they are written otherwise before the model says
    that it is likelier than not.
    """
    if left in VERB_PREFIXES:
        return True
    if o == NOTHING:
        return right in PLURALS or run_together(left, right, lexicon)
    begins = left in LETTER_NAMES or left in COUPLED or left == _AND
    return begins or left + right in ONE_WORD or right in POSSESSED_PLURALS


def _is_spoken(verb: str, lexicon: SpacingLexicon) -> bool:
    """Whether a verb is written as it is spoken; what the lexicon has, the model judges."""
    return verb in SPOKEN_VERBS and verb not in lexicon.verbs
