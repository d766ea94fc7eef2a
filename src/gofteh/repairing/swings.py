"""How far what stands around two words can move what the words alone say of their writing.

Most sites of a text are right beyond any doubt: no line and no neighbours could ask for another
writing. To know that, it is enough to know of each word the weights of its features that would ask
most; then neither line nor neighbours need be looked at.
"""

from __future__ import annotations

from collections.abc import Mapping

from gofteh.repairing.sites import HALF, NOTHING, SPACE
from gofteh.repairing.spacing_features import OF_LEFT, OF_LINE, OF_RIGHT, Scores, subject_of

# Sums of the same numbers in another order differ by less.
ROUNDING = 1e-6
# What stands between two words that no source knows leads nowhere.
_NO_LEADER = "-"


class Swings:
    """The most that features of lines and of neighbours speak against what stands at a site.

    ``against_space`` is what is added where a space stands, whatever the features say.
    """

    def __init__(self, weights: Mapping[str, Scores], against_space: float) -> None:
        self._always = {SPACE: against_space}
        # Of the left word, of the right one and of both (or none): sums over sorts of features.
        self._near: list[dict[str, float]] = [{}, {}, {}]
        self._line: list[dict[str, float]] = [{}, {}, {}]
        for subject, most in _most(weights).items():
            sort, about = subject[0], subject[1:]
            sums = self._line if sort in OF_LINE else self._near
            of = sums[0 if sort in OF_LEFT else 1 if sort in OF_RIGHT else 2]
            of[about] = of.get(about, 0.0) + most

    def of_neighbours(self, o: str, left: str, right: str) -> float:
        """Return by how much the words around two others can speak against ``o`` between them."""
        both = self._near_both(o, f"{left} {right}")
        return both + self.of_left(o, left) + self.of_right(o, right) + ROUNDING

    def of_line(self, o: str, left: str, right: str) -> float:
        """Return by how much a line can speak against it, where no source knows the two words."""
        both = self._line_both(o, f"{left} {right}")
        return both + self.of_left(o, left, line=True) + self.of_right(o, right, line=True)

    def of_any(self, o: str) -> float:
        """Return the part of both sums that is the same for any two words.

        Pairs that say more are in `pairs`.
        """
        return self._near_both(o, "") + self._line_both(o, "") + ROUNDING

    def pairs(self, o: str) -> set[str]:
        """Return the pairs ``left right`` that have a part of their own."""
        both = (*self._near[2], *self._line[2])
        return {about[1:] for about in both if about[0] == o and " " in about}

    def _near_both(self, o: str, pair: str) -> float:
        return self._near[2].get(o + pair, 0.0) + self._always.get(o, 0.0)

    def _line_both(self, o: str, pair: str) -> float:
        get = self._line[2].get
        own = get(o + pair, 0.0) if pair else 0.0
        return own + get(o, 0.0) + get(o + _NO_LEADER, 0.0)

    def of_left(self, o: str, word: str, line: bool = False) -> float:
        """Return the part of either, the line's or the neighbours', that the left word decides."""
        return (self._line if line else self._near)[0].get(o + word, 0.0)

    def of_right(self, o: str, word: str, line: bool = False) -> float:
        """Return the part that the right word decides."""
        return (self._line if line else self._near)[1].get(o + word, 0.0)


def _most(weights: Mapping[str, Scores]) -> dict[str, float]:
    """Return by how much each subject speaks at most against what stands there."""
    most: dict[str, float] = {}
    for name, scores in weights.items():
        if subject := subject_of(name):
            swing = -margin(name[1], scores)
            if swing > most.get(subject, 0.0):
                most[subject] = swing
    return most


def margin(o: str, scores: Scores) -> float:
    """Return how far the score of what stands at a site lies above the other two."""
    nothing, half, space = scores
    if o == NOTHING:
        return nothing - max(half, space)
    return half - max(nothing, space) if o == HALF else space - max(nothing, half)
