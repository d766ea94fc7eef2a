"""The learned reader as a stage of the pipeline: the grammar's drafts in, those that count out."""

from __future__ import annotations

from collections.abc import Sequence

from gofteh.reader.align import cue_of
from gofteh.reader.choose import Chooser, choose
from gofteh.reader.propose import propose
from gofteh.reader.vetoes import without_byline
from gofteh.reader.weights import Weights
from gofteh.readers import Reader
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import DraftChooser, Findings


def choice(weights: Weights, chooser: Chooser, reader: Reader = Reader.BOTH) -> DraftChooser:
    """Return the stage's function; for the learned reader alone no draft of the grammar counts."""

    def chosen(findings: Findings, drafts: Sequence[Draft]) -> Sequence[Draft]:
        if reader is Reader.GRAMMAR:
            return drafts
        given = drafts if reader is Reader.BOTH else ()
        proposals = propose(weights, findings.layout, [cue_of(d) for d in given])
        if proposals is None:
            return given
        others = without_byline(findings.layout, proposals, findings.facts.provenance)
        return choose(chooser, findings.layout, given, others)

    return chosen
