"""The network's arithmetic: many cues at once give what each gives alone."""

from __future__ import annotations

import numpy as np
import pytest

from gofteh.reader import network
from gofteh.reader.features import Inputs, inputs_of
from gofteh.reader.network import LEFT, WINDOW, Pointers, opens, point, token_states
from gofteh.reader.weights import weights
from gofteh.text.layout import lay_out

TEXT = (
    "مدیر سد سپیدار گفت: آب سد امسال کم است و شیرها بسته می‌شود.\n"
    "باشگاه دریا در بازی دیروز دو گل زد.\n"
    "الهام مشکاتی، شهردار، از گشایش دو خط شبانه خبر داد و افزود: سی اتوبوس تازه می‌رسد.\n"
) * 5
CUES = ((3, 4), (0, 1), (40, 40), (150, 152))
PARTS = ("source_start", "source_end", "content_start", "content_end", "valid")


@pytest.fixture(scope="module")
def inputs() -> Inputs:
    return inputs_of(lay_out(TEXT, 0))


@pytest.fixture(scope="module")
def together(inputs: Inputs) -> Pointers:
    return point(weights(), inputs, token_states(weights(), inputs), CUES)


def test_a_cue_is_read_the_same_whatever_cues_are_asked_beside_it(
    inputs: Inputs, together: Pointers
) -> None:
    states = token_states(weights(), inputs)
    for row, cue in enumerate(CUES):
        alone = point(weights(), inputs, states, [cue])
        for part in PARTS:
            one, many = getattr(alone, part)[0], getattr(together, part)[row]
            np.testing.assert_allclose(one, many, atol=1e-3)


def test_nothing_beyond_the_article_is_pointed_at(inputs: Inputs, together: Pointers) -> None:
    for row, (begin, _) in enumerate(CUES):
        place = np.arange(WINDOW) + begin - LEFT
        beyond = (place < 0) | (place >= len(inputs.words))
        assert beyond.any()
        assert (together.content_start[row][beyond] < -1000).all()
        assert (together.content_start[row][~beyond] > -1000).all()


def test_openings_are_probabilities_of_the_tokens_asked_alone(inputs: Inputs) -> None:
    states = token_states(weights(), inputs)
    every = opens(weights(), states, range(len(inputs.words)))
    some = opens(weights(), states, [5, 0, 90])
    assert ((every >= 0) & (every <= 1)).all()
    np.testing.assert_allclose(some, every[[5, 0, 90]], atol=1e-5)


def test_a_long_article_is_read_in_parts_as_if_it_were_read_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inputs = inputs_of(lay_out(TEXT * 3, 0))
    cues = [(k, k + k % 2) for k in range(3, len(inputs.words) - 9, 20)]
    whole = token_states(weights(), inputs)
    told = point(weights(), inputs, whole, cues)
    monkeypatch.setattr(network, "_TOKENS", 100)
    monkeypatch.setattr(network, "_CUES", 7)
    assert len(inputs.words) > 300 and len(cues) > 14
    parts = token_states(weights(), inputs)
    np.testing.assert_allclose(parts.hidden, whole.hidden, atol=1e-3)
    in_parts = point(weights(), inputs, parts, cues)
    for name in ("offset", *PARTS):
        np.testing.assert_allclose(getattr(in_parts, name), getattr(told, name), atol=1e-2)
