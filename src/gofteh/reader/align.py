"""Which of the grammar's drafts and the network's proposals are of one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gofteh.reader.propose import Proposal, Proposals
from gofteh.statements.drafts import Draft
from gofteh.text.ranges import RangeIndex
from gofteh.text.tokens import Range

# A cue in parts is asked about as one range of so many tokens at most, else by its first part.
_LONGEST = 9
# Two contents without a cue are one where their first tokens are at most so far apart.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """One statement: the grammar's draft, the network's proposal, or both.

    ``answer`` is what the network says when it is asked about the draft's cue, ``proposal`` what it
    found by itself.
    """

    draft: Draft | None
    answer: Proposal | None
    proposal: Proposal | None


def cue_of(draft: Draft) -> Range:
    """Return the range that the network is asked about: a draft's cue, or its content's begin."""
    if draft.cue:
        first, last = draft.cue[0], draft.cue[-1]
        return Range(first[0], last[1]) if last[1] - first[0] <= _LONGEST else first
    begin = draft.content[0][0]
    return Range(begin, begin)


def pairs(drafts: Sequence[Draft], proposals: Proposals) -> Iterator[Pair]:
    """Yield the statements; a proposal goes to the first draft whose cue it overlaps."""
    taken: set[int] = set()
    found = RangeIndex(proposals.found, lambda p: (p.cue,))
    for draft, answer in zip(drafts, proposals.answers, strict=True):
        near = found.near(*(_wider(cue) for cue in (*draft.cue, answer.cue)))
        proposal = next((p for p in near if _is_one(draft, answer, p) and p.row not in taken), None)
        if proposal:
            taken.add(proposal.row)
        yield Pair(draft, answer, proposal)
    drafted = RangeIndex(drafts, lambda d: d.cue)
    for proposal in proposals.found:
        drafts_near = drafted.near(proposal.cue)
        if proposal.row not in taken and not any(_overlap_cues(d, proposal) for d in drafts_near):
            yield Pair(None, None, proposal)


def _wider(cue: Range) -> Range:
    return Range(max(0, cue[0] - _NEAR), cue[1] + _NEAR + 1)


def _is_one(draft: Draft, answer: Proposal, proposal: Proposal) -> bool:
    """Whether draft and proposal are of one statement: by their cues, or where both have none."""
    if proposal.cue[0] == proposal.cue[1] or answer.cue[0] == answer.cue[1]:
        return proposal.cue == answer.cue or (
            not draft.cue and abs(proposal.cue[0] - answer.cue[0]) <= _NEAR
        )
    return _overlap_cues(draft, proposal)


def _overlap_cues(draft: Draft, proposal: Proposal) -> bool:
    return any(min(b, proposal.cue[1]) > max(a, proposal.cue[0]) for a, b in draft.cue)


def overlap(a: Range, b: Range) -> float:
    """Return how much of what two ranges cover together both cover (their Jaccard index)."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / max(1, (a[1] - a[0]) + (b[1] - b[0]) - common)


def whole(draft: Draft) -> Range:
    """Return a draft's content from its first token to its last."""
    return Range(draft.content[0][0], draft.content[-1][1])
