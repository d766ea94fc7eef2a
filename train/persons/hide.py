"""Fit what offices, subjects and outlets say of who a surname means, without annotation.

    python train/persons/hide.py RECORDS.jsonl…

Three quarters of the articles make a register; the full names of the rest are cut to their
surnames. Whom the full name stood for is known, so the weights of `gofteh.persons.evidence` and
`gofteh.persons.link` are fitted to find him again (a choice between the known persons of the
surname and somebody unknown), and the table says how often that is right. Needs ``numpy`` and
``scipy`` (the dependency group ``train``).
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import numpy as np
from scipy.optimize import minimize

from gofteh.link.persons import new_register
from gofteh.link.scenes import scene_of
from gofteh.persons.link import form_of, full_candidates, link
from gofteh.persons.names import parse_name
from gofteh.persons.offices import likeness, parse_office
from gofteh.persons.records import Form, Naming, Person, Scene
from gofteh.persons.register import MemoryRegister, beside
from gofteh.persons.weights import topic_odds

_FEATURES = ("ln articles", "same office", "like office", "other office", "subject", "new outlet")
_JOINED = 1.5
Item = tuple[Any, float, int]


def main(*files: str) -> None:
    """Fit on records and print the weights, and precision by threshold."""
    scenes = [scene_of(record) for record in _records(files)]
    random.Random(0).shuffle(scenes)
    known, asked = scenes[: len(scenes) * 3 // 4], scenes[len(scenes) * 3 // 4 :]
    register = new_register()
    for scene in known:
        link(scene, register, (Form.FULL,))
    items = [item for scene in asked for item in _items(scene, register)]
    start = np.array([1, 3, 2, -1, 0.7, -0.5, 0, 1.0])
    found = minimize(_loss, start, args=(items,), method="Powell", options={"maxfev": 1500}).x
    for name, weight in zip((*_FEATURES, "unseen", "ln singles"), found, strict=True):
        print(f"{name:14} {weight:6.2f}")
    for threshold in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        print(threshold, _rightness(found, items, threshold))


def _records(files: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    for name in files:
        with open(name, encoding="utf-8") as lines:  # noqa: PTH123
            yield from (r for r in map(json.loads, lines) if "error" not in r)


def _items(scene: Scene, register: MemoryRegister) -> Iterator[Item]:
    for naming in scene.namings:
        name = parse_name(naming.name or "")
        if form_of(naming) is not Form.FULL or len(name.words) != 2:
            continue
        block = [p for p in register.at(f"s:{name.surname}") if p.form is Form.FULL]
        if not block:
            continue
        found = full_candidates(name, naming, scene, register)
        target = found[0].person if found and found[0].score >= _JOINED else None
        rows = [_row(replace(naming, name=name.words[-1]), scene, one) for one in block]
        singles = sum(person.articles == 1 for person in block)
        place = next((k for k, person in enumerate(block) if person is target), -1)
        yield np.array(rows), math.log(singles + 0.3), place


def _row(naming: Naming, scene: Scene, person: Person) -> list[float]:
    office = parse_office(naming.role)
    held = [parsed for key in person.offices if (parsed := parse_office(key))]
    alike = max((likeness(office, one) for one in held), default=0.0) if office else None
    told = alike if held else None
    words = (*naming.words, *(f"@{other}" for other in beside(naming, scene)))
    return [
        math.log(person.articles + 0.1),
        float(told is not None and told >= 0.9),
        float(told is not None and 0.5 <= told < 0.9),
        float(told is not None and told < 0.5),
        topic_odds(words, person.words, person.articles),
        float(scene.outlet is not None and scene.outlet not in person.outlets),
    ]


def _chances(theta: Any, item: Item) -> Any:
    rows, singles, _ = item
    scores = np.append(rows @ theta[:6], theta[6] + theta[7] * singles)
    powers = np.exp(scores - scores.max())
    return powers / powers.sum()


def _loss(theta: Any, items: list[Item]) -> float:
    return -float(np.mean([math.log(_chances(theta, item)[item[2]] + 1e-12) for item in items]))


def _rightness(theta: Any, items: list[Item], threshold: float) -> str:
    right = wrong = 0
    for item in items:
        chances = _chances(theta, item)[:-1]
        if chances.max() >= threshold:
            right += chances.argmax() == item[2]
            wrong += chances.argmax() != item[2]
    known = sum(item[2] >= 0 for item in items)
    return f"precision {right / max(1, right + wrong):.3f} recall {right / max(1, known):.3f}"


if __name__ == "__main__":
    main(*sys.argv[1:])
