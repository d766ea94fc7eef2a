"""The reader as a stage: the grammar's drafts in, the statements told out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gofteh.reader.align import cue_of
from gofteh.reader.choose import Chooser, choose
from gofteh.reader.propose import propose
from gofteh.reader.weights import Weights
from gofteh.readers import Reader
from gofteh.statements.drafts import Draft
from gofteh.statements.findings import Findings

Choice = Callable[[Findings, Sequence[Draft]], Sequence[Draft]]


def choice(weights: Weights, chooser: Chooser, way: Reader = Reader.BOTH) -> Choice:
    """Return the stage's function: which drafts count, the network's among them."""

    def chosen(findings: Findings, drafts: Sequence[Draft]) -> Sequence[Draft]:
        if way is Reader.GRAMMAR:
            return drafts
        given = drafts if way is Reader.BOTH else ()
        proposals = propose(weights, findings.layout, [cue_of(d) for d in given])
        return choose(chooser, findings.layout, given, proposals) if proposals else given

    return chosen
