"""The acts of saying: what somebody does by his words."""

from __future__ import annotations

from enum import StrEnum


class Act(StrEnum):
    """The kind of a saying, as records name it."""

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


# What somebody does in his mind while he speaks: ``امیدوارم`` within a speech is part of it.
OWN_MIND = frozenset({Act.HOPE, Act.FEAR, Act.BELIEVE, Act.DEMAND, Act.PROMISE})
# Acts of a voice of its own: a frame of them inside a speech names somebody else than the speaker.
OWN_VOICE = frozenset({Act.SAY, Act.BELIEVE, Act.CLAIM, Act.ANNOUNCE, Act.PREDICT, Act.WRITE})
