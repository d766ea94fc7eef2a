"""The constructions in the order in which they are tried; each says why it stands there."""

from __future__ import annotations

from itertools import chain
from typing import Any

from gofteh.lexicon.rules import Meaning
from gofteh.statements.constructions.answers import ANSWER
from gofteh.statements.constructions.called import OBJECT_CALLED
from gofteh.statements.constructions.clause import VERB_CLAUSE, VERB_SEMICOLON
from gofteh.statements.constructions.colon import COLON_NEXT_PARAGRAPH, VERB_COLON
from gofteh.statements.constructions.declarations import DECLARATION
from gofteh.statements.constructions.events import (
    ANNOUNCED_EVENT,
    CONFESSED_EVENT,
    EVENT_OBJECT,
    RECALLED_AS,
)
from gofteh.statements.constructions.excerpts import EXCERPT
from gofteh.statements.constructions.frames import ACCORDING_TO
from gofteh.statements.constructions.headed_writings import HEADED_WRITING
from gofteh.statements.constructions.headlines import HEADLINE
from gofteh.statements.constructions.inverted import INVERTED
from gofteh.statements.constructions.labels import LABEL
from gofteh.statements.constructions.named_lines import NAMED_LINE
from gofteh.statements.constructions.named_quotes import NAMED_QUOTE
from gofteh.statements.constructions.narrated import NARRATED
from gofteh.statements.constructions.nominal import NOMINAL
from gofteh.statements.constructions.own_quotes import OWN_QUOTE
from gofteh.statements.constructions.participles import PARTICIPLE
from gofteh.statements.constructions.quotes import CLAUSE_BEFORE, QUOTE_BEFORE, VERB_QUOTE
from gofteh.statements.constructions.readers_messages import READERS_MESSAGE
from gofteh.statements.constructions.split import SPLIT_VERB
from gofteh.statements.constructions.that import VERB_THAT
from gofteh.statements.constructions.topic_quotes import TOPIC_QUOTE
from gofteh.statements.context import AtCue, InArticle, InParagraph, InSentence, InTitle
from gofteh.statements.cues import CueKind
from gofteh.statements.declared import Construction
from gofteh.statements.drafts import Draft
from gofteh.statements.paragraph_speeches import Speech
from gofteh.statements.proposed import AT_CUE as AT_CUE_PROPOSED
from gofteh.statements.proposed import WITHOUT_CUE

# At a cue, by its kind: the first that finds something gives the cue's draft. Those with a marker
# (colon, ``که``, quotation marks) come before those without, since it shows what the writer meant.
AT_CUE: dict[CueKind, tuple[Construction[AtCue, Draft], ...]] = {
    CueKind.VERB: (
        VERB_COLON,
        COLON_NEXT_PARAGRAPH,
        VERB_SEMICOLON,
        VERB_THAT,
        INVERTED,
        QUOTE_BEFORE,
        CLAUSE_BEFORE,
        VERB_QUOTE,
        OBJECT_CALLED,
        CONFESSED_EVENT,
        ANNOUNCED_EVENT,
        EVENT_OBJECT,
        RECALLED_AS,
        VERB_CLAUSE,
    ),
    CueKind.PREPOSITION: (ACCORDING_TO,),
    CueKind.PARTICIPLE: (PARTICIPLE,),
}
# Anywhere in a sentence, beside its cues: all of them are asked, and all they find is kept.
IN_SENTENCE: tuple[Construction[InSentence, Draft], ...] = (NOMINAL, SPLIT_VERB, NARRATED)
# In a paragraph, when its cues have been read: what belongs to none of them.
IN_PARAGRAPH: tuple[Construction[InParagraph, Draft], ...] = (OWN_QUOTE,)
# In a title, before any cue.
IN_TITLE: tuple[Construction[InTitle, Draft], ...] = (HEADLINE,)
# Over paragraphs: of each group, the first that finds anything. Where speeches of two groups begin
# in one paragraph, that of the earlier group stays.
OVER_PARAGRAPHS: tuple[tuple[Construction[InArticle, Speech], ...], ...] = (
    (LABEL, EXCERPT, ANSWER),
    (DECLARATION,),
    (NAMED_QUOTE,),
    (TOPIC_QUOTE,),
    (READERS_MESSAGE,),
    (HEADED_WRITING,),
    (NAMED_LINE,),
)

# Every construction, group by group; the order within a group decides, that of the groups does not.
EVERY: tuple[Construction[Any, Any], ...] = (
    *chain.from_iterable(AT_CUE.values()),
    *IN_SENTENCE,
    *IN_PARAGRAPH,
    *IN_TITLE,
    *chain.from_iterable(OVER_PARAGRAPHS),
)
# What each rule named in ``because.statement`` means.
CONTENT_RULES: dict[str, Meaning] = {
    rule.id: rule.meaning for rule in (*(c.rule for c in EVERY), AT_CUE_PROPOSED, WITHOUT_CUE)
}
