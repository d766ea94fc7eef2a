"""Half-spaces and word boundaries of a line, as the model judges them."""

from __future__ import annotations

import re

from gofteh.text.repair.affixes import COUNTED, COUPLED, NUMBERED, ONE_WORD
from gofteh.text.repair.edits import Edit
from gofteh.text.repair.lexicon import HALF_SPACE, Lexicon
from gofteh.text.repair.model import Scores, SpacingModel
from gofteh.text.repair.sites import HALF, LETTERS, NOTHING, SPACE, WRITTEN, Site
from gofteh.text.repair.splits import run_together

# How likely another writing must be before a text is changed, by what is to stand there.
_ENOUGH = {HALF: 0.41, SPACE: 0.85, NOTHING: 0.75}
# In a line without any half-space a space is the likelier damage: less will do.
_ENOUGH_FOR_SPACE = 0.33
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
    """Return the edits that mend the spacing of one line, in order and disjoint."""
    found = _judged_edits(line, model)
    numbers = [_boundary(m.end()) for m in _NUMBER.finditer(line)]
    return sorted((*found, *numbers), key=lambda edit: edit.start) if numbers else found


def _boundary(place: int) -> Edit:
    return Edit(place, place, "", " ", _KINDS[SPACE], _CERTAIN)


def _judged_edits(line: str, model: SpacingModel) -> list[Edit]:
    damaged = HALF_SPACE not in line
    found: list[Edit] = []
    for site, scores in model.judge(line):
        edit = _certain_edit(line, site, model.lexicon) or _edit(line, site, scores, damaged)
        if edit is None:
            continue
        if found and site.start == site.end == found[-1].start + 1:
            # Two readings of one word: the likelier stays.
            if found[-1].confidence >= edit.confidence:
                continue
            found.pop()
        found.append(edit)
    return found


def _edit(line: str, site: Site, scores: Scores, damaged: bool) -> Edit | None:
    nothing, half, space = scores
    if site.observed == NOTHING:
        label, best = (HALF, half) if half >= space else (SPACE, space)
        enough = _ENOUGH[label]
    else:
        label, best = (HALF, half) if half >= nothing else (NOTHING, nothing)
        enough = _ENOUGH_FOR_SPACE if damaged and label == HALF else _ENOUGH[label]
    if best < enough:
        return None
    before = line[site.start : site.end]
    return Edit(site.start, site.end, before, WRITTEN[label], _KINDS[label], round(best, 3))


def _certain_edit(line: str, site: Site, lexicon: Lexicon) -> Edit | None:
    label = _certain(site, lexicon)
    if label is None:
        return None
    before = line[site.start : site.end]
    return Edit(site.start, site.end, before, WRITTEN[label], _KINDS[label], _CERTAIN)


def _certain(site: Site, lexicon: Lexicon) -> str | None:
    """Return how a site is written by rule, where one speaks."""
    if site.observed == NOTHING:
        return SPACE if run_together(site.left, site.right, lexicon) else None
    if site.left + site.right in ONE_WORD:
        return NOTHING
    third = COUPLED.get(site.left)
    if third and site.right == _AND and site.after.startswith(third):
        return HALF
    second = COUPLED.get(site.before)
    return NOTHING if second and site.left == _AND and site.right.startswith(second) else None
