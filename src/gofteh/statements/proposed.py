"""The rules by which the learned reader's own proposals are named in ``because.statement``.

They stand beside the constructions' rules, so that the meanings of all rules come from one table
(`constructions.order.CONTENT_RULES`); this package may not import the reader itself.
"""

from __future__ import annotations

from gofteh.lexicon.rules import Meaning
from gofteh.statements.declared import Rule

AT_CUE = Rule(
    "reader",
    Meaning("خوانندهٔ آموخته، کنار نشانهٔ گفتن", "the learned reader, at a cue"),
)
WITHOUT_CUE = Rule(
    "reader-speech",
    Meaning("خوانندهٔ آموخته، بندی بی نشانهٔ گفتن", "the learned reader, a paragraph without a cue"),
)
