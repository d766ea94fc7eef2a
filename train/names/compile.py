"""Compile the given names and countries that help to tell persons from roles and bodies.

    python train/names/compile.py RESOURCES src/gofteh/lexicon/data

RESOURCES holds ``names_nabidam``, ``names_farsi_faker``, ``names_joke2k_faker`` (MIT) and
``geo_umpirsky_fa``, ``geo_typhoon_iran`` (MIT). A given name is kept when two of the three
lists have it, or when one person in ten thousand of a register bears it; the rest is noise.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

from gofteh.text.fold import fold_word, word_set

# Common words that are also given names: more harm than help behind a role.
_COMMON_WORDS = word_set(
    """
    ایران جهان امید پیام بهار آزاد پیروز دریا ستاره سحر شهر نور روز شب مهر آذر دی بهمن تیر گل
    هدف هنر رسول شهید امام حاج میهن وطن ملت کشور آسمان زمین باران برکت کار دولت سلامت رضایت پناه
    خدا راه جمهور اسلام سالار عالم دانش اندیشه آگاه تهران مجلس سینا خلیج نماینده فارس آسیا پارس
    مردم آینده جنوب شمال هستی یاد سپاه بنیاد صدر پیمان توسعه عدالت ارزش امت فدا مرکز آموزش صورت
    بیان دیدار ولی زمان اصلی بزرگ جوان دنیا ثابت بهبود شاهد جمعه بالا سایر شامل شنبه انتظار علیه
    ارشاد داور توان صنعت سابق قدرت آیین حاصل تقدیر روزی احترام افتخار ترکیه اعتماد محرم بروز صفر
    تازه سالم ایده ظاهر آرامش شیوه دختر رمضان پدیده خانم آرام آشنا امیدوار شکر طلا چهره تماشا
    محترم جهاد روحیه آباد صاحب درخشان زیبا شادی کمال هدیه خاطره شهریور تندیس ثمر راضی عزیز پردیس
    آبادان شمس حاجی دختران گلی نوروز
    """
)


# Per cent of the register that names_1.csv counts.
_MIN_SHARE = 0.01


def given_names(resources: Path) -> list[str]:
    """Return the folded given names that at least two sources list, sorted."""
    nabidam = json.loads((resources / "names_nabidam/names.json").read_text("utf-8"))
    faker = _lines(resources / "names_farsi_faker", "male_names.txt", "female_names.txt")
    joke = _lines(
        resources / "names_joke2k_faker", "first_names_male.txt", "first_names_female.txt"
    )
    sources = [{fold_word(name) for name in names} for names in (_names(nabidam), faker, joke)]
    every = set().union(*sources)
    twice = {n for n in every if sum(n in s for s in sources) >= 2}
    borne = _borne(resources / "names_nabidam" / "names_1.csv")
    return sorted({n for n in twice | borne if len(n) > 2} - _COMMON_WORDS)


def women(resources: Path) -> list[str]:
    """Return those of the given names that only women bear, sorted."""
    nabidam = json.loads((resources / "names_nabidam/names.json").read_text("utf-8"))
    told = [(entry["name"], entry["gender"] == "FEMALE") for entry in nabidam.values()]
    for folder, female, male in (
        ("names_farsi_faker", "female_names.txt", "male_names.txt"),
        ("names_joke2k_faker", "first_names_female.txt", "first_names_male.txt"),
    ):
        told += [(name, True) for name in _lines(resources / folder, female)]
        told += [(name, False) for name in _lines(resources / folder, male)]
    men = {fold_word(name) for name, female in told if not female}
    known = set(given_names(resources))
    return sorted({fold_word(name) for name, female in told if female} & known - men)


def _borne(path: Path) -> set[str]:
    """The given names that at least one person in ten thousand of a register bears."""
    with path.open(encoding="utf-8-sig") as lines:
        rows = [row for row in csv.reader(lines) if len(row) > 1 and row[1].endswith("%")]
    return {fold_word(name) for name, share, *_ in rows if float(share[:-1]) >= _MIN_SHARE}


def _names(data: object) -> list[str]:
    if isinstance(data, dict):
        return list(data)
    return [entry["name"] for entry in data]  # type: ignore[attr-defined]


def _lines(folder: Path, *files: str) -> list[str]:
    return [line for f in files for line in (folder / f).read_text("utf-8").splitlines() if line]


def countries(resources: Path) -> list[str]:
    """Return the folded names of countries, in the Persian of Iran and of Afghanistan."""
    found: set[str] = set()
    for file in (resources / "geo_umpirsky_fa/data").rglob("*.json"):
        found |= {_bare(name) for name in json.loads(file.read_text("utf-8")).values()}
    return sorted(found)


def _bare(name: str) -> str:
    """A place's name as letters alone, without what a bracket or comma adds."""
    return "".join(c for c in fold_word(re.split("[(،]", name)[0]) if c.isalpha())


def places(resources: Path) -> list[str]:
    """Return the folded one-word names of Iran's provinces, counties and cities."""
    found: set[str] = set()
    for file in ("provinces.csv", "counties.csv", "cities.csv"):
        with (resources / "geo_typhoon_iran/csv" / file).open(encoding="utf-8") as lines:
            names = [row["name"] for row in csv.DictReader(lines)]
        found |= {_bare(name) for name in names if " " not in name.strip()}
    return sorted(name for name in found - _COMMON_WORDS if len(name) > 2)


def main() -> None:
    """Write the lists, one entry a line."""
    resources, target = map(Path, sys.argv[1:3])
    for name, entries in (
        ("given_names.txt", given_names(resources)),
        ("women.txt", women(resources)),
        ("countries.txt", countries(resources)),
        ("places.txt", places(resources)),
    ):
        (target / name).write_text("\n".join(entries) + "\n", "utf-8")
        print(f"{name}: {len(entries)}")


if __name__ == "__main__":
    main()
