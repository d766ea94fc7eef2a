"""Which of the grammar's drafts and the network's proposals tell of one saying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gofteh.reader.propose import Proposal, Proposals
from gofteh.statements.drafts import Draft
from gofteh.text.tokens import Range

# Parts of a cue that stand further apart are asked about one by one.
_LONGEST = 9
# Words without a cue begin about there, for both.
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """One saying: the grammar's draft, the network's proposal, or both.

    ``heard`` is the network's answer about the draft's own cue.
    """

    draft: Draft | None
    heard: Proposal | None
    own: Proposal | None


def cue_of(draft: Draft) -> Range:
    """Return the range that the network is asked about: a draft's cue, or where its words begin."""
    if draft.cue:
        first, last = draft.cue[0], draft.cue[-1]
        return Range(first[0], last[1]) if last[1] - first[0] <= _LONGEST else first
    begin = draft.content[0][0]
    return Range(begin, begin)


def pairs(drafts: Sequence[Draft], proposals: Proposals) -> Iterator[Pair]:
    """Yield the sayings; a proposal belongs to the first draft whose cue it overlaps."""
    taken: set[int] = set()
    for draft, heard in zip(drafts, proposals.asked, strict=True):
        own = next(
            (p for p in proposals.own if _meet(draft, heard, p) and p.row not in taken), None
        )
        if own:
            taken.add(own.row)
        yield Pair(draft, heard, own)
    for own in proposals.own:
        if own.row not in taken and not any(_touches(d, own) for d in drafts):
            yield Pair(None, None, own)


def _meet(draft: Draft, heard: Proposal, own: Proposal) -> bool:
    if own.cue[0] == own.cue[1] or heard.cue[0] == heard.cue[1]:
        return own.cue == heard.cue or (not draft.cue and abs(own.cue[0] - heard.cue[0]) <= _NEAR)
    return any(min(b, own.cue[1]) > max(a, own.cue[0]) for a, b in draft.cue)


def _touches(draft: Draft, own: Proposal) -> bool:
    """Whether a proposal's cue is part of a draft's, which another proposal has met."""
    return any(min(b, own.cue[1]) > max(a, own.cue[0]) for a, b in draft.cue)


def overlap(a: Range, b: Range) -> float:
    """Return the share of two ranges that they have in common, of what they cover together."""
    common = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return common / max(1, (a[1] - a[0]) + (b[1] - b[0]) - common)


def whole(draft: Draft) -> Range:
    """Return a draft's content from its first token to its last."""
    return Range(draft.content[0][0], draft.content[-1][1])
