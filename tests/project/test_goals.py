"""What a newcomer comes for, reached by the pages alone: every block of them is run, in order."""

from __future__ import annotations

import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from project.documents import ROOT, WALKED, Reader, has

DOCS = ROOT / "docs"
# These need more than a folder: a checkout to write into, and Spark.
OWN = ("extending", "spark")
# Where the page on extending puts a line: behind what, in which table.
TAUGHT = (
    (re.compile(r"    verb\("), "verbs.py", "VERBS: tuple[Verb, ...] = (\n"),
    (re.compile(r"    \"\w+\": Stem\("), "stems.py", "STEMS: dict[str, Stem] = {\n"),
    (re.compile(r"\w+$"), "heads.py", 'ROLE_HEADS = word_set(\n    """\n'),
)


@pytest.mark.parametrize("page", sorted(set(WALKED) - set(OWN)))
def test_every_block_of_the_page_does_what_it_says(page: str, tmp_path: Path) -> None:
    if not has(*WALKED[page]):
        pytest.skip(f"{', '.join(WALKED[page])} is not installed")
    assert Reader(tmp_path).read(DOCS / f"{page}.md") > 1


def test_the_lexicon_is_extended_as_the_page_says(tmp_path: Path) -> None:
    own = tmp_path / "checkout"
    shutil.copytree(ROOT / "src", own, ignore=shutil.ignore_patterns("__pycache__"))
    taught = []

    def teach(line: str) -> None:
        for looks, name, place in TAUGHT:
            if looks.match(line):
                table = own / "gofteh" / "lexicon" / name
                before, found, behind = table.read_text("utf-8").partition(place)
                assert found, place
                table.write_text(f"{before}{place}{line}{behind}", "utf-8")
                taught.append(name)

    (tmp_path / "folder").mkdir()
    reader = Reader(tmp_path / "folder", {"PYTHONPATH": str(own)})
    assert reader.read(DOCS / "extending.md", teach) == 4
    assert taught == ["verbs.py", "verbs.py", "stems.py", "heads.py"]


@pytest.mark.slow
def test_spark_on_one_machine_does_what_the_page_says(tmp_path: Path) -> None:
    if find_spec("pyspark") is None or not has(*WALKED["spark"]):
        pytest.skip("PySpark or Java is not installed: make spark-env")
    local = {"SPARK_LOCAL_IP": "127.0.0.1", "OPENBLAS_NUM_THREADS": "1"}
    assert Reader(tmp_path, local).read(DOCS / "spark.md") > 1
