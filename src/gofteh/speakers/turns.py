"""Turns: what tells that a statement is not by the speaker before it, but by somebody else.

The same speaker goes on with verbs such as *added* or *stressed*. Another speaker is likely where
somebody *said*, *asked* or *answered* right behind the last words; where a quotation has just
ended and nothing is *added* to it; where the mention stands with ``نیز`` (too) or ``اما`` (but);
and where the last speaker has spoken to the holder of the office.
"""

from __future__ import annotations

from gofteh.lexicon.acts import Act
from gofteh.lexicon.mentions import ADDRESSING, ALSO
from gofteh.lexicon.talk import NEW_TURN_FRAMES, NEW_TURN_LEMMAS, NEW_TURNS
from gofteh.speakers.descriptions import description_of
from gofteh.speakers.discourse import Discourse
from gofteh.speakers.entities import Entity
from gofteh.speakers.mentions import Mention
from gofteh.statements.drafts import Draft
from gofteh.statements.settled import is_quoted

# So many of the last statements are searched for whom they address, so many tokens of each.
_MAX_LOOKED = 20
_MAX_ADDRESS = 30
# Tokens between a content and the next source: quotation mark, full stop, ``در پاسخ``.
_MAX_BETWEEN = 5


def takes_turn(discourse: Discourse, draft: Draft, mention: Mention) -> bool:
    """Return whether a mention is of somebody else than the speaker right before it."""
    return stands_with_also(discourse, mention) or says_anew(discourse, draft, mention)


def stands_with_also(discourse: Discourse, mention: Mention) -> bool:
    """Return whether *also* or *but* stands behind a mention: ``وزیر نیز``, ``وزیر اما``."""
    behind = mention.range[1]
    return any(w in ALSO for w in discourse.layout.tokens.words[behind : behind + 1])


def says_anew(discourse: Discourse, draft: Draft, mention: Mention) -> bool:
    """Return whether a verb that opens a turn follows the last content: ``«A.» Y گفت: «B.»``.

    In the same paragraph, behind a quotation, every verb but *added* and the like opens one.
    In the next paragraph *said* and the like tell another speaker only where both contents are
    quoted, or where a frame (``به گفته Y``) follows a quotation: otherwise news go on with
    ``Y گفت: B``, where Y is an office of the person just named.
    """
    if not discourse.spoken:
        return False
    last, layout = discourse.spoken[-1].draft, discourse.layout
    between = min(draft.start, mention.range.start) - last.content[-1].end
    if last.rule.headline or draft.embedded or last.embedded or not 0 <= between <= _MAX_BETWEEN:
        return False
    anew = draft.act in NEW_TURNS or draft.lemma in NEW_TURN_LEMMAS
    quoted = is_quoted(layout, last)
    if last.paragraph == draft.paragraph:
        return anew or (quoted and draft.act is not Act.ADD)
    return quoted and (draft.lemma in NEW_TURN_FRAMES or (anew and is_quoted(layout, draft)))


def addressed(discourse: Discourse, entity: Entity, mention: Mention) -> bool:
    """Return whether a speaker has spoken to, or of, the holder of the office in a mention.

    ``مریم راد به وزیر راه گفت``, ``مریم راد مدعی شد که شهردار رشوه گرفته است``: then the office is
    another's, since nobody speaks of himself by his office.
    """
    words, told = discourse.layout.tokens.words, description_of(discourse.layout, mention).words
    for draft, speaker, _ in discourse.spoken[-_MAX_LOOKED:]:
        before = (r for r in draft.content if r.end <= mention.range.start)
        inside = (words[a : min(b, a + _MAX_ADDRESS)] for a, b in before)
        if speaker is entity and not draft.rule.headline and any(told <= set(w) for w in inside):
            return True
        if speaker is entity and draft.source and draft.cue:
            between = words[draft.source.end : draft.cue[0].start][:_MAX_ADDRESS]
            behind = draft.cue[-1].end <= mention.range.start
            if behind and ADDRESSING & set(between) and told <= set(between):
                return True
    return False
