"""Count how often each rule is right on annotated articles: the table behind ``confidence``.

    python train/confidence/calibrate.py OUT.json ARTICLES GOLD [ARTICLES GOLD …]

A rule's share is smoothed towards the share of all rules by ``_PRIOR`` imaginary statements, so
that a rule seen twice is not certain; one that was never seen has the share of
all. Never run it on the development gold: that one measures.
``train/annotations/expand.py`` writes articles and gold to run it on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gofteh.evaluate.answers import answers_of, read_answers, read_articles_file
from gofteh.evaluate.pairing import pair_up
from gofteh.evaluate.scores import right_speaker
from gofteh.pipeline import STAGES, extract
from gofteh.speakers.sieves.order import SPEAKER_RULES
from gofteh.statements.constructions.order import EVERY

_PRIOR = 5.0
# The overlap that the yardstick asks of a right statement.
_RIGHT = 0.8
Verdict = tuple[str, str, bool, bool]


def verdicts(articles: str, gold: str) -> Iterator[Verdict]:
    """Yield content rule, speaker sieve, and whether content and speaker were right."""
    return (verdict for _, verdict in verdicts_by_article(articles, gold))


def verdicts_by_article(articles: str, gold: str) -> Iterator[tuple[str, Verdict]]:
    """Yield the id of the article and the verdict on each of its statements."""
    answers = read_answers(gold)
    for name, article in read_articles_file(articles).items():
        reading = extract(article, stages=STAGES)  # the grammar alone: these are its shares
        paired = pair_up(article.raw, answers[name], answers_of(reading))
        hits = {p.predicted: p for p in paired.pairs if p.overlap >= _RIGHT}
        for i, statement in enumerate(reading.statements):
            hit = hits.get(i)
            right = hit is not None and right_speaker(paired.gold[hit.gold], paired.predicted[i])
            because = statement.because
            yield name, (because.statement, because.speaker, hit is not None, right)


def shares(right: Counter[str], seen: Counter[str]) -> dict[str, float]:
    """Return each key's smoothed share; the key ``*`` holds the share of all."""
    overall = sum(right.values()) / max(1, sum(seen.values()))
    table = {k: round((right[k] + _PRIOR * overall) / (n + _PRIOR), 3) for k, n in seen.items()}
    return {"*": round(overall, 3)} | dict(sorted(table.items()))


def main() -> None:
    """Write the smoothed shares of every content rule and every speaker sieve.

    What ``train/reader/choose.py`` has added to the file stays.
    """
    out, *paths = sys.argv[1:]
    content, content_seen = Counter[str](), Counter(dict.fromkeys((c.rule.id for c in EVERY), 0))
    speaker, speaker_seen = Counter[str](), Counter(dict.fromkeys(SPEAKER_RULES, 0))
    for articles, gold in zip(paths[::2], paths[1::2], strict=True):
        for rule, sieve, told, right in verdicts(articles, gold):
            content_seen[rule] += 1
            content[rule] += told
            speaker_seen[sieve] += told
            speaker[sieve] += right
    kept = json.loads(Path(out).read_text("utf-8")) if Path(out).exists() else {}
    table = kept | {
        "content": shares(content, content_seen),
        "speaker": shares(speaker, speaker_seen),
    }
    Path(out).write_text(json.dumps(table, indent=1) + "\n", "utf-8")
    print(f"{sum(content_seen.values())} statements, {len(table['content']) - 1} rules")


if __name__ == "__main__":
    main()
