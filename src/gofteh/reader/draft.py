"""A proposal of the network as a draft like the grammar's, its verb looked up in the lexicon."""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.reader.propose import Proposal
from gofteh.records import Manner, Polarity
from gofteh.statements.cues import Cue, find_cues
from gofteh.statements.drafts import Draft, manner_of, trim
from gofteh.statements.proposed import AT_CUE, WITHOUT_CUE
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range


def draft_of(layout: Layout, proposal: Proposal, *, embedded: bool) -> Draft | None:
    """Return a proposal as a draft; None where no content is left when it is trimmed."""
    if proposal.content.range is None:
        return None
    content = trim(layout, *proposal.content.range)
    if content[1] <= content[0]:
        return None
    cue, bare = proposal.cue, proposal.cue[0] == proposal.cue[1]
    verb = None if bare else _verb(layout, cue)
    words = layout.tokens.words
    colon = not bare and ":" in (words[cue[1] - 1], words[cue[1]])
    told = manner_of(layout, content, colon=colon and content[0] >= cue[1])
    manner = Manner.DIRECT if bare else told
    return Draft(
        content=spans(layout, content), cue=() if bare else (cue,), source=proposal.source.range,
        rule=WITHOUT_CUE if bare else AT_CUE, manner=manner,
        act=verb.act if verb else Act.SAY, lemma=verb.lemma if verb else None,
        paragraph=layout.paragraph_at(max(content[0], cue[0])),
        polarity=_polarity(verb), unknown=bool(verb and verb.passive and not proposal.source.range),
        embedded=embedded, first_person=bool(verb and verb.first_person),
        plural=bool(verb and verb.plural),
    )  # fmt: skip


def spans(layout: Layout, content: Range) -> tuple[Range, ...]:
    """Return a content cut at line breaks, each part trimmed; parts without letters fall away."""
    out: list[Range] = []
    first = layout.paragraph_at(content[0])
    for paragraph in layout.paragraphs[first:]:
        if paragraph.start >= content[1]:
            break
        part = trim(layout, max(content[0], paragraph.start), min(content[1], paragraph.end))
        words = layout.tokens.words[slice(*part)]
        if part[1] > part[0] and any(w[0].isalnum() for w in words):
            out.append(part)
    return tuple(out)


def _verb(layout: Layout, cue: Range) -> Cue | None:
    """The lexicon's cue that overlaps a range most."""
    number = layout.paragraph_at(cue[0])
    paragraph = layout.paragraphs[number]
    low, high = max(paragraph.start, cue[0] - 4), min(paragraph.end, cue[1] + 4)
    found = find_cues(layout.tokens, low, high)
    common = [(min(c.end, cue[1]) - max(c.start, cue[0]), -c.start, c) for c in found]
    best = max((c for c in common if c[0] > 0), default=None, key=lambda c: c[:2])
    return best[2] if best else None


def _polarity(verb: Cue | None) -> Polarity:
    if verb is None:
        return Polarity.AFFIRMED
    if verb.negated:
        return Polarity.NEGATED
    return Polarity.DENIED if verb.act is Act.DENY else Polarity.AFFIRMED
