"""Half-spaces and word boundaries of a line, as the model judges them."""

from __future__ import annotations

from gofteh.text.repair.edits import Edit
from gofteh.text.repair.model import Scores, SpacingModel
from gofteh.text.repair.sites import HALF, LABELS, NO_BREAK, NOTHING, SPACE, WRITTEN, Site

# How likely another writing must be before a text is changed, by what is to stand there.
_ENOUGH = {HALF: 0.5, SPACE: 0.7, NOTHING: 0.7}
_KINDS = {HALF: "half-space", SPACE: "word-boundary", NOTHING: "split-word"}


def spacing_edits(line: str, model: SpacingModel) -> list[Edit]:
    """Return the edits that mend the spacing of one line."""
    found = (_edit(line, site, scores) for site, scores in model.judge(line))
    return [edit for edit in found if edit]


def _edit(line: str, site: Site, scores: Scores) -> Edit | None:
    best = max(scores)
    label = LABELS[scores.index(best)]
    seen = SPACE if site.observed == NO_BREAK else site.observed
    if label == seen or best < _ENOUGH[label]:
        return None
    before = line[site.start : site.end]
    return Edit(site.start, site.end, before, WRITTEN[label], _KINDS[label], round(best, 3))
