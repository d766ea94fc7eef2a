"""Count the words of Persian and train the judge of slips.

    python train/spelling/fit.py --ud SHARED/ud --corpus SHARED/corpus \
        --resources SHARED/resources -o src/gofteh/text/repair/data/spelling.json.zst

Frequencies come from the articles of all outlets but the held-out ones and the treebanks'
training parts, and from the open word and name lists. The judge is a logistic regression over
rare words: right ones as they stand in the articles, and words with one slip put into them.
Prints how many slips are mended and how many right words are spoilt on held-out articles.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "spacing"))

from corpus import HELD_OUT, articles, tidy, treebank
from lexicons import entries

from gofteh.repairing.confusions import KEYS, SHAPES, SLIPS, SOUNDS
from gofteh.repairing.sites import SEGMENT
from gofteh.repairing.spelling import (
    SURE,
    candidates,
    features,
    is_doubted,
    spelling_edits,
)
from gofteh.repairing.vocabulary import Vocabulary, pack
from gofteh.repairing.words import TextWords

SEED = 11
# Seen less often in running text alone, a word may itself be a slip and is left out.
MIN_WORD, MIN_PAIR = 5, 3
# What a word list vouches for, in occurrences; and how its own counts scale to ours.
# A name that is written more often is a word too.
COMMON = 3000
LISTED, SHEKAR_SCALE, MOST_LISTED = 8, 40_000, 400
LETTERS = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
TRAIN_ARTICLES, SLIP_SHARE = 2500, 0.04


def count(texts: list[str]) -> tuple[Counter[str], Counter[str]]:
    """Return the counts of segments and of pairs of neighbours."""
    words: Counter[str] = Counter()
    pairs: Counter[str] = Counter()
    for text in texts:
        found = SEGMENT.findall(text)
        words.update(found)
        pairs.update(f"{a} {b}" for a, b in pairwise(found))
    return words, pairs


def listed(resources: Path) -> Counter[str]:
    """Return the words and names of the lists, each with the occurrences it stands for."""
    found: Counter[str] = Counter()
    plain, compounds = entries(resources)
    for word in (*plain, *(part for c in compounds for part in c.split("\u200c"))):
        found[word] = max(found[word], LISTED)
    for line in _lines(resources / "lex_shekar/shekar/data/files/vocab.csv"):
        word, _, n = line.partition(",")
        if n.isdigit():
            found[tidy(word)] = max(found[tidy(word)], min(int(n) // SHEKAR_SCALE, MOST_LISTED))
    for name in _names(resources):
        for part in SEGMENT.findall(tidy(name)):
            found[part] = max(found[part], LISTED)
    return found


def _names(resources: Path) -> Iterator[str]:
    for path in sorted((resources / "names_farsi_faker").glob("*.txt")):
        yield from _lines(path)
    for path in sorted((resources / "names_joke2k_faker").glob("*.txt")):
        yield from _lines(path)
    for path in sorted((resources / "names_nabidam").glob("*.json")):
        yield from json.loads(path.read_text("utf-8"))
    for path in sorted((resources / "geo_typhoon_iran/csv").glob("*.csv")):
        yield from (field for line in _lines(path) for field in line.split(","))
    for path in sorted((resources / "geo_umpirsky_fa/data").glob("*/country.csv")):
        yield from (field for line in _lines(path) for field in line.split(","))


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def slipped(text: str, rng: random.Random, share: float) -> tuple[str, dict[int, str]]:
    """Return a text with slips in a share of its words, and the right word at each offset."""
    out, truth, done, shift = [], {}, 0, 0
    for match in SEGMENT.finditer(text):
        word = match.group()
        if len(word) > 2 and rng.random() < share:
            wrong = slip(word, rng)
            truth[match.start() + shift] = word
            out += (text[done : match.start()], wrong)
            shift += len(wrong) - len(word)
            done = match.end()
    return "".join((*out, text[done:])), truth


def slip(word: str, rng: random.Random) -> str:
    """Return a word with one slip in it."""
    i, kind = rng.randrange(len(word)), rng.random()
    if kind < 0.15:
        return word[:i] + word[i + 1 :]
    if kind < 0.25 and i:
        return word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
    if kind < 0.35:
        return word[:i] + rng.choice((word[i], rng.choice(LETTERS))) + word[i:]
    likely = [b for b in LETTERS if {word[i] + b} & (SHAPES | SOUNDS | KEYS)]
    other = rng.choice(likely) if likely and kind < 0.75 else rng.choice(LETTERS)
    return word[:i] + other + word[i + 1 :]


def lessons(
    texts: list[str], vocabulary: Vocabulary, rng: random.Random
) -> tuple[list[dict[str, float]], list[bool]]:
    """Return the features on doubted words, and whether their best candidate is right."""
    rows, right = [], []
    for text in texts:
        bad, truth = slipped(text, rng, SLIP_SHARE)
        words = TextWords.of(bad)
        for i, text in enumerate(words.texts):
            if text in SLIPS or not is_doubted(text, words.times[text], vocabulary):
                continue
            word = words.at(i)
            found = candidates(word, vocabulary, words)
            if not found:
                continue
            row = features(word, found, vocabulary, words.times)
            # what fits on both sides and was not put there is a slip of the article's own
            if word.start in truth or not row["both neighbours"]:
                rows.append(row)
                right.append(truth.get(word.start) == found[0].text)
    return rows, right


def fit(rows: list[dict[str, float]], right: list[bool]) -> dict[str, float]:
    """Return the weights of a logistic regression over the features."""
    names = sorted({name for row in rows for name in row})
    matrix = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    model = LogisticRegression(C=1.0, max_iter=2000, fit_intercept=False).fit(matrix, right)
    return {name: round(float(w), 4) for name, w in zip(names, model.coef_[0], strict=True)}


def report(texts: list[str], vocabulary: Vocabulary) -> None:
    """Print slips mended and right words spoilt, at several degrees of sureness."""
    for sure in (0.5, 0.8, 0.85, SURE, 0.97):
        mended = missed = spoilt = words = 0
        for text in texts:
            bad, truth = slipped(text, random.Random(len(text)), 0.05)
            edits = {e.start: e.after for e in spelling_edits(bad, vocabulary, sure)}
            mended += sum(edits.get(at) == right for at, right in truth.items())
            missed += sum(edits.get(at) != right for at, right in truth.items())
            words += len(SEGMENT.findall(text))
            spoilt += len(spelling_edits(text, vocabulary, sure))
        share = mended / (mended + missed)
        print(f"sure {sure}: mended {share:.4f}, edits of right words {spoilt / words:.5f}")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    for name in ("ud", "corpus", "resources"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args()
    texts = [text for _, text in articles(options.corpus, 0.0, without=HELD_OUT)]
    held = [text for _, text in articles(options.corpus, 0.9, only=HELD_OUT)]
    random.Random(SEED).shuffle(texts)
    trees = [
        line for name in ("perdt", "seraji") for line in treebank(options.ud / f"{name}-train.txt")
    ]
    # The judge must meet words it has not counted, as it will in use.
    learnt, judged = texts[:-TRAIN_ARTICLES], texts[-TRAIN_ARTICLES:]
    rng = random.Random(SEED)
    rows, right = lessons(judged, vocabulary_of([*learnt, *trees], options.resources, {}), rng)
    weights = fit(rows, right)
    vocabulary = vocabulary_of([*texts, *trees], options.resources, weights)
    options.out.write_bytes(pack(vocabulary))
    size = options.out.stat().st_size
    print(f"{len(vocabulary.words)} words, {len(vocabulary.pairs())} pairs, {size} bytes")
    print(weights)
    report(held, vocabulary)


def vocabulary_of(texts: list[str], resources: Path, weights: dict[str, float]) -> Vocabulary:
    """Return the vocabulary of texts and lists, without the known slips."""
    words, pairs = count(texts)
    from_lists = listed(resources)
    kept = {w: n + from_lists[w] for w, n in words.items() if n >= MIN_WORD or w in from_lists}
    kept = from_lists | kept
    kept = {w: n for w, n in kept.items() if w not in SLIPS and len(w) > 1}
    usual = {p: n for p, n in pairs.items() if n >= MIN_PAIR}
    return Vocabulary(
        {w: min(n, 60_000) for w, n in kept.items() if n}, lambda: usual, weights,
        *name_lists(resources, words),
    )  # fmt: skip


def name_lists(resources: Path, words: Counter[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the given names and the surnames of the lists, word by word, without common words."""
    farsi, joke = resources / "names_farsi_faker", resources / "names_joke2k_faker"
    register = set(json.loads((resources / "names_nabidam/names.json").read_text("utf-8")))
    given = [farsi / "male_names.txt", farsi / "female_names.txt", *joke.glob("first_names_*.txt")]
    last = [farsi / "last_names.txt", joke / "last_names.txt"]
    first, second = (
        {w for p in paths for line in _lines(p) for w in tidy(line).split() if len(w) > 2}
        for paths in (given, last)
    )
    return frozenset(w for w in first & register if words[w] < COMMON), frozenset(second)


if __name__ == "__main__":
    main()
