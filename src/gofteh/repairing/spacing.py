"""Half-spaces and word boundaries of a line: what is certain by rule, else as the model judges."""

from __future__ import annotations

import re

from gofteh.repairing.affixes import (
    COUNTED,
    COUPLED,
    LETTER_NAMES,
    NUMBERED,
    ONE_WORD,
    PLURALS,
    SUFFIXES,
    VERB_PREFIXES,
)
from gofteh.repairing.edits import Edit
from gofteh.repairing.lexicon import Lexicon, run_together
from gofteh.repairing.model import Scores, SpacingModel
from gofteh.repairing.sites import (
    HALF,
    LABELS,
    LETTERS,
    NO_BREAK,
    NOTHING,
    SPACE,
    WRITTEN,
    Site,
)

# How likely another writing must be before a text is changed, by what is to stand there.
_ENOUGH = {HALF: 0.55, SPACE: 0.7, NOTHING: 0.7}
# A plural run onto its noun is set off on less evidence, where it is so many times as often.
_ENOUGH_FOR_PLURAL, _MOSTLY, _HALF_PLACE = 0.25, 4, LABELS.index(HALF)
# Two words that stand apart so many times as often as bound are a phrase.
_NEARLY_ALL = 20
_KINDS = {HALF: "half-space", SPACE: "word-boundary", NOTHING: "split-word"}
# What a rule is worth beside the model's probabilities.
_CERTAIN = 0.98
_AND = "و"

_NUMBER = re.compile(
    f"(?<![{LETTERS}\\w.,/])(?:[0-9۰-۹]+[.,/٫٬])*[0-9۰-۹]+(?P<counted>)"
    f"(?=(?:{'|'.join(COUNTED)})(?![{LETTERS}\u200c]))"
    f"|(?<![{LETTERS}])(?:{'|'.join(NUMBERED)})(?P<numbered>)(?=[0-9۰-۹])"
)


def spacing_edits(line: str, model: SpacingModel) -> list[Edit]:
    """Return the edits that mend the spacing of one line; sorted."""
    found = [_edit(line, site, scores, model.lexicon) for site, scores in model.judge(line)]
    edits = [edit for edit in found if edit]
    numbers = [_boundary(m.end()) for m in _NUMBER.finditer(line)]
    return sorted((*edits, *numbers), key=lambda edit: edit.start) if numbers else edits


def _boundary(place: int) -> Edit:
    return Edit(place, place, "", " ", _KINDS[SPACE], _CERTAIN)


def _edit(line: str, site: Site, scores: Scores, lexicon: Lexicon) -> Edit | None:
    label, sureness = _certain(site, lexicon), _CERTAIN
    if label is None:
        sureness = max(scores)
        label = LABELS[scores.index(sureness)]
        if scores[_HALF_PLACE] >= _ENOUGH_FOR_PLURAL and _is_plural(site, lexicon):
            label, sureness = HALF, scores[_HALF_PLACE]
        elif sureness < _ENOUGH[label] or (label == HALF and _is_phrase(site, lexicon)):
            return None
    if label == (SPACE if site.observed == NO_BREAK else site.observed):
        return None
    before = line[site.start : site.end]
    return Edit(site.start, site.end, before, WRITTEN[label], _KINDS[label], round(sureness, 3))


def _is_plural(site: Site, lexicon: Lexicon) -> bool:
    """Whether a plural is run onto a noun from which careful writers mostly set it off."""
    if site.observed != NOTHING or site.right not in PLURALS:
        return False
    joined = lexicon.words.get(site.left + site.right, 0)
    return lexicon.bound.get(f"{site.left} {site.right}", 0) >= _MOSTLY * joined


def _is_phrase(site: Site, lexicon: Lexicon) -> bool:
    """Whether nearly everybody, careful or not, writes the two words apart."""
    if site.observed == NOTHING or site.right in SUFFIXES or site.left in VERB_PREFIXES:
        return False
    pair = f"{site.left} {site.right}"
    apart = sum(source.spaced.get(pair, 0) for source in lexicon.sources)
    return apart >= _NEARLY_ALL * (1 + lexicon.bound.get(pair, 0))


def _certain(site: Site, lexicon: Lexicon) -> str | None:
    """Return how a site is written by rule, where one speaks."""
    if site.observed == NOTHING:
        return SPACE if run_together(site.left, site.right, lexicon) else None
    if site.left + site.right in ONE_WORD:
        return NOTHING
    if site.left in LETTER_NAMES and site.right in LETTER_NAMES:
        return HALF if site.before in LETTER_NAMES or site.after in LETTER_NAMES else None
    third = COUPLED.get(site.left)
    if third and site.right == _AND and site.after.startswith(third):
        return HALF
    second = COUPLED.get(site.before)
    return NOTHING if second and site.left == _AND and site.right.startswith(second) else None
