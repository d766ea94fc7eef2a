"""How far what stands around two words can move what the words alone say of their writing.

Most sites of a text are right beyond any doubt: no line and no neighbours could ask for another
writing. To know that, it is enough to know of each word the weights of its features that would ask
most; then neither line nor neighbours need be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from gofteh.repairing.sites import HALF, NOTHING, SPACE
from gofteh.repairing.spacing_features import Scores, lines_about, neighbours_about, subject_of

# Sums of the same numbers in another order differ by less.
_ROUNDING = 1e-6


class Swings:
    """The most that features of lines and of neighbours speak against what stands at a site.

    ``against_space`` is what is added where a space stands, whatever the features say.
    """

    def __init__(self, weights: Mapping[str, Scores], against_space: float) -> None:
        self._most: dict[str, float] = {}
        self._always = {SPACE: against_space}
        most = self._most
        for name, scores in weights.items():
            swing = -margin(name[1], scores)
            if swing > 0 and (subject := subject_of(name)) and swing > most.get(subject, 0.0):
                most[subject] = swing

    def of_neighbours(self, o: str, left: str, right: str) -> float:
        """Return by how much the words around two others can speak against ``o`` between them."""
        return self._sum(neighbours_about(o, left, right)) + self._always.get(o, 0.0) + _ROUNDING

    def of_line(self, o: str, left: str, right: str) -> float:
        """Return by how much a line can speak against it, where no source knows the two words."""
        return self._sum(lines_about(o, left, right))

    def _sum(self, subjects: Iterable[str]) -> float:
        most = self._most
        return sum([most.get(subject, 0.0) for subject in subjects])


def margin(o: str, scores: Scores) -> float:
    """Return how far the score of what stands at a site lies above the other two."""
    nothing, half, space = scores
    if o == NOTHING:
        return nothing - max(half, space)
    return half - max(nothing, space) if o == HALF else space - max(nothing, half)
