"""Speech acts: what somebody does by saying something."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """A speech act, by the name that records give it."""

    SAY = "say"
    ADD = "add"
    STRESS = "stress"
    ANNOUNCE = "announce"
    EXPLAIN = "explain"
    CLAIM = "claim"
    CONFIRM = "confirm"
    DENY = "deny"
    WARN = "warn"
    DEMAND = "demand"
    PROMISE = "promise"
    PROPOSE = "propose"
    ASK = "ask"
    ANSWER = "answer"
    BELIEVE = "believe"
    PREDICT = "predict"
    HOPE = "hope"
    FEAR = "fear"
    CRITICISE = "criticise"
    PRAISE = "praise"
    WRITE = "write"
    REPORT = "report"


# Acts of the mind. Where a speaker says ``امیدوارم`` *I hope* inside his speech, that is part of
# the speech and no statement beside it.
OWN_MIND = frozenset({Act.HOPE, Act.FEAR, Act.BELIEVE, Act.DEMAND, Act.PROMISE})
# Inside a speech, a frame of one of these acts (*according to X*) quotes somebody else.
# Frames of other acts (*by the figures*) may give figures of the speaker's own.
OWN_VOICE = frozenset({Act.SAY, Act.BELIEVE, Act.CLAIM, Act.ANNOUNCE, Act.PREDICT, Act.WRITE})
