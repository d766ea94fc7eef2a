"""What no choice may tell: answers of the network that the grammar knows to be wrong.

The network reads by what such words mostly are. A naming, a rubric or a byline it has met too
seldom, and the midst of a mention or of a main clause it does not see.
"""

from __future__ import annotations

from dataclasses import replace

from gofteh.lexicon.heads import FIRST_PERSON_PRONOUNS, ORGANISATION_HEADS
from gofteh.lexicon.mentions import NICKNAMED
from gofteh.lexicon.particles import THAT
from gofteh.lexicon.people import RELATED, RELATIONS
from gofteh.lexicon.signs import COMMAS
from gofteh.lexicon.talk import NOT_LABELS, RUBRICS
from gofteh.reader.propose import Proposal, Proposals
from gofteh.statements.cues import find_cues
from gofteh.statements.drafts import Draft
from gofteh.statements.naming import is_naming
from gofteh.statements.phrases import is_silent_thing
from gofteh.statements.provenance import Provenance
from gofteh.text.layout import Layout
from gofteh.text.tokens import Range

# It parts a source from what it says, or from another source.
_COLON = ":"
# The paragraphs of the body in which a byline stands.
_TOP = 2
_NO_SPEAKERS = RUBRICS | NOT_LABELS


def without_byline(layout: Layout, proposals: Proposals, provenance: Provenance) -> Proposals:
    """Return the proposals but what the article's own byline would say, at its top.

    Further down ``به گزارش X، …`` tells of another's report, even where it is the first such frame.
    """
    agency = provenance.agency
    first = next((n for n, p in enumerate(layout.paragraphs) if not p.title), 0)
    if agency is None or provenance.paragraph not in range(first, first + _TOP):
        return proposals
    found = tuple(p for p in proposals.found if p.source.range != agency)
    return replace(proposals, found=found)


def is_vetoed(layout: Layout, proposal: Proposal) -> bool:
    """Return whether a proposal is a naming (``به X می‌گویند``), or a rubric or thing speaks."""
    words, source = layout.tokens.words, proposal.source.range
    if source and is_silent_thing(words, source[0]):
        return True
    if proposal.cue[0] == proposal.cue[1]:
        return False
    labelled = words[proposal.cue[0]] == _COLON
    if labelled and source and words[source[0]] in _NO_SPEAKERS and source[1] == proposal.cue[0]:
        return True
    near = find_cues(layout.tokens, proposal.cue[0], min(len(layout.tokens), proposal.cue[1] + 1))
    return any(words[cue.end] == THAT and is_naming(words, cue) for cue in near)


def is_no_source(layout: Layout, draft: Draft, source: Range | None) -> bool:
    """Return whether a draft may not have the network's source instead of its own.

    A thing, a part of a person's mention; and with ``گفته‌ام`` whoever is not ``من``.
    """
    if _cuts_mention(layout, draft.source, source):
        return True
    if source is None:
        return False
    words = layout.tokens.words
    another = draft.first_person and words[source[0]] not in FIRST_PERSON_PRONOUNS
    return another or is_silent_thing(words, source[0])


def _cuts_mention(layout: Layout, drafted: Range | None, pointed: Range | None) -> bool:
    """Whether a source is cut out of a mention that names a relative or body, or has a nickname.

    ``مریم راد`` out of ``همسایه مریم راد``, ``پسرش`` out of ``پسرش، آرش راد``, ``رحیم`` out of
    ``رحیم ملقب به «کوه‌کن»``.
    """
    if (
        drafted is None
        or pointed is None
        or not (drafted[0] <= pointed[0] and pointed[1] <= drafted[1])
    ):
        return False
    words = layout.tokens.words
    if pointed[0] > drafted[0] and words[drafted[0]] in ORGANISATION_HEADS:
        return True  # ``هفته‌نامه سپیدار، چاپ سرخاب`` without its first word
    relation = pointed != drafted and words[drafted[0]] in RELATED | RELATIONS
    return relation or any(w in NICKNAMED for w in words[pointed[1] - 1 : drafted[1]])


def runs_on(layout: Layout, draft: Draft, content: Range | None) -> bool:
    """Return whether a content runs over a comma into the main clause of a speaker described.

    ``مالک خانه که گفته بود آن را فروخته است، پاسخ نداد``: what he said ends at the comma.
    """
    if content is None or draft.source is None or not draft.cue:
        return False
    words, end = layout.tokens.words, draft.content[-1][1]
    described = words[draft.source[1]] == THAT and draft.cue[0].start > draft.source[1]
    return described and content[1] > end + 1 and words[end] in COMMAS
