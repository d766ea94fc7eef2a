"""Half-spaces and word boundaries of a line: what is certain by rule, else as the model judges."""

from __future__ import annotations

import re

from gofteh.repairing.affixes import (
    COUNTED,
    GLUED_AFTER,
    NUMBER_SUFFIXES,
    NUMBERED,
    PLURALS,
    SUFFIXES,
    VERB_PREFIXES,
)
from gofteh.repairing.edits import Edit
from gofteh.repairing.model import SpacingModel
from gofteh.repairing.realword import spoils
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
from gofteh.repairing.spacing_features import Scores
from gofteh.repairing.spacing_lexicon import HALF_SPACE, SpacingLexicon
from gofteh.repairing.spacing_rules import certain

# From which probability on a site is written otherwise, by what is to stand there.
_ENOUGH = {HALF: 0.55, SPACE: 0.7, NOTHING: 0.7}
# A plural run onto its noun is set off from this one on, where careful writers set it off so many
# times as often as not.
_ENOUGH_FOR_PLURAL, _MOSTLY, _HALF_PLACE = 0.25, 4, LABELS.index(HALF)
# Two words that are written apart so many times as often as bound stay apart.
_NEARLY_ALL = 20
_KINDS = {HALF: "half-space", SPACE: "word-boundary", NOTHING: "split-word"}
# The confidence of an edit by rule.
_CERTAIN = 0.98

_NUMBER = re.compile(
    f"(?<![{LETTERS}\\w.,/٫٬])(?:[0-9۰-۹]++[.,/٫٬])*+[0-9۰-۹]++(?=(?P<counted>[{LETTERS}]+))"
    f"|(?<![{LETTERS}])(?:{'|'.join(NUMBERED)})(?=[0-9۰-۹])"
)
# Where a number and a word touch.
_NUMBER_TOUCHES = re.compile(f"[0-9۰-۹](?:(?=[{LETTERS}])|(?<=[{LETTERS}].))")
# What is counted, also as what it makes of a noun: ``درصدی``, ``نفره``, ``ساله``.
_COUNTED = frozenset(word + ending for word in COUNTED for ending in ("", "ی", "ه", "ها", "ای"))
# A word behind a number must be so long and so frequent to be one of its own.
_COUNTED_LENGTH, _COUNTED_TIMES = 3, 20


# A half-space with a space beside it, and between two words.
_BESIDE = (f"{HALF_SPACE} ", f" {HALF_SPACE}")
_TYPED = re.compile(
    f"(?<![{LETTERS}{HALF_SPACE}])(?P<left>[{LETTERS}]{{2,20}})"
    f"(?P<gap>{HALF_SPACE} | {HALF_SPACE})(?=(?P<right>[{LETTERS}]{{2,20}})(?![{LETTERS}]))"
)
_BOUND_TWICE = 2


def spacing_edits(line: str, model: SpacingModel) -> list[Edit]:
    """Return the edits that mend the spacing of one line; sorted."""
    found = [_edit(line, site, scores, model.lexicon) for site, scores in model.judge(line)]
    edits = [edit for edit in found if edit]
    if not _NUMBER_TOUCHES.search(line):
        return edits
    numbers = [_boundary(m.end()) for m in _NUMBER.finditer(line) if _counts(m, model.lexicon)]
    return sorted((*edits, *numbers), key=lambda edit: edit.start)


def typed_half_spaces(line: str, lexicon: SpacingLexicon) -> list[Edit]:
    """Return the edits that take out a space beside a half-space, where careful writers have one.

    ``کتاب‌ خانه``: whoever typed the half-space meant one word.
    """
    if _BESIDE[0] not in line and _BESIDE[1] not in line:
        return []
    return [
        Edit(m.start("gap"), m.end("gap"), m["gap"], HALF_SPACE, _KINDS[HALF], _CERTAIN)
        for m in _TYPED.finditer(line)
        if lexicon.bound.get(f"{m['left']} {m['right']}", 0) >= _BOUND_TWICE
        and m["right"] not in GLUED_AFTER  # ``شده‌ است``: two words
    ]


def _counts(match: re.Match[str], lexicon: SpacingLexicon) -> bool:
    """Whether a number and a word run together are two words."""
    word = match["counted"]
    if word is None or word in _COUNTED:
        return True
    known = len(word) >= _COUNTED_LENGTH and lexicon.known(word, _COUNTED_TIMES)
    return known and word not in NUMBER_SUFFIXES


def _boundary(place: int) -> Edit:
    return Edit(place, place, "", " ", _KINDS[SPACE], _CERTAIN)


def _edit(line: str, site: Site, scores: Scores, lexicon: SpacingLexicon) -> Edit | None:
    label, sureness = certain(site, lexicon), _CERTAIN
    if label is None:
        sureness = max(scores)
        label = LABELS[scores.index(sureness)]
        if scores[_HALF_PLACE] >= _ENOUGH_FOR_PLURAL and _is_plural(site, lexicon):
            label, sureness = HALF, scores[_HALF_PLACE]
        elif sureness < _ENOUGH[label] or (label == HALF and _is_phrase(site, lexicon)):
            return None
    if label == (SPACE if site.observed == NO_BREAK else site.observed):
        return None
    if spoils(line, site, label, lexicon):
        return None
    before = line[site.start : site.end]
    return Edit(site.start, site.end, before, WRITTEN[label], _KINDS[label], round(sureness, 3))


def _is_plural(site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether a plural is run onto a noun from which careful writers mostly set it off."""
    if site.observed != NOTHING or site.right not in PLURALS:
        return False
    joined = lexicon.words.get(site.left + site.right, 0)
    return lexicon.bound.get(f"{site.left} {site.right}", 0) >= _MOSTLY * joined


def _is_phrase(site: Site, lexicon: SpacingLexicon) -> bool:
    """Whether nearly everybody, careful or not, writes the two words apart."""
    if site.observed == NOTHING or site.right in SUFFIXES or site.left in VERB_PREFIXES:
        return False
    pair = f"{site.left} {site.right}"
    apart = sum(source.spaced.get(pair, 0) for source in lexicon.sources)
    return apart >= _NEARLY_ALL * (1 + lexicon.bound.get(pair, 0))
