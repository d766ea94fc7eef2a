"""The figures as Markdown, for the docs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Rows = dict[str, dict[str, Any]]


def markdown(result: dict[str, Any]) -> str:
    """Return all tables of a result of the command."""
    rows: Rows = result["systems"]
    machine = result["machine"]
    parts = [
        "# Text repair, measured",
        f"{machine['system']}, {machine['processor']}, {machine['cores']} cores, each tool on one. "
        + "Texts: "
        + ", ".join(f"{name} {size}" for name, size in result["texts"].items())
        + ".",
        *_half_spaces(rows),
        *_clean(rows),
        *_probes(rows),
        *_spelling(rows),
        *_speed(rows),
        *_absent(result["absent"]),
    ]
    return "\n\n".join(parts) + "\n"


def _half_spaces(rows: Rows) -> list[str]:
    chosen = {name: row["spacing"] for name, row in rows.items() if row.get("spacing")}
    if not chosen:
        return []
    corpora = next(iter(chosen.values()))
    columns = [(corpus, damage) for corpus, damages in corpora.items() for damage in damages]
    lines = [
        [name, *(_prf(spacing[corpus][damage]) for corpus, damage in columns)]
        for name, spacing in chosen.items()
    ]
    head = ["tool", *(f"{corpus}, {damage}" for corpus, damage in columns)]
    return [
        "## Half-spaces found",
        "Half-spaces of clean text deleted, or typed as a space or a no-break space; precision / "
        "recall / **F1** in per cent over positions between letters.",
        _table(head, lines),
    ]


def _prf(figures: dict[str, float]) -> str:
    return f"{figures['precision']:.1f} / {figures['recall']:.1f} / **{figures['f1']:.1f}**"


def _clean(rows: Rows) -> list[str]:
    chosen = {name: row["clean"] for name, row in rows.items() if row.get("clean")}
    if not chosen:
        return []
    corpora = list(next(iter(chosen.values())))
    lines = [
        [name, *(_changes(clean[corpus]) for corpus in corpora)] for name, clean in chosen.items()
    ]
    return [
        "## Clean text changed",
        "Of right text, in per cent: texts changed / texts with letters or punctuation changed / "
        "letters and digits changed / gaps changed (of any kind, per gap between words) / spaces "
        "changed.",
        _table(["tool", *corpora], lines),
    ]


def _changes(figures: dict[str, float]) -> str:
    return (
        f"{figures['texts changed']:.1f} / {figures['texts with signs changed']:.1f} / "
        f"{figures['letters changed']:.3f} / {figures['gaps changed']:.3f} / "
        f"{figures['spaces changed']:.3f}"
    )


def _probes(rows: Rows) -> list[str]:
    chosen = {name: row["probes"] for name, row in rows.items() if "probes" in row}
    if not chosen:
        return []
    first = next(iter(chosen.values()))
    names = list(first["baseline"])
    kinds = {kind: size for p in chosen.values() for kind, (_, size) in p["kinds"].items()}
    by_kind = [
        [tool, f"{p['right']} of {p['probes']}", *(str(p["kinds"].get(k, "-")[0]) for k in kinds)]
        for tool, p in chosen.items()
    ]
    by_name = [[name, *(p["baseline"][name] for p in chosen.values())] for name in names]
    return [
        "## Probes",
        "Small texts by kind, those right; in the head how many there are of a kind. Those on "
        "levels ask what a safer level leaves to a bolder one, so only a tool that has levels.",
        _table(["tool", "all", *(f"{k} ({n})" for k, n in kinds.items())], by_kind),
        "The 24 baseline probes: BREAK = altered what must stay, miss = left what should be "
        "mended, other = altered it wrongly.",
        _table(["probe", *chosen], by_name),
    ]


def _spelling(rows: Rows) -> list[str]:
    chosen = {name: row["spelling"] for name, row in rows.items() if row.get("spelling")}
    if not chosen:
        return []
    sets = list(next(iter(chosen.values())))
    lines = [[name, *(_mended(spelling[s]) for s in sets)] for name, spelling in chosen.items()]
    return [
        "## Spelling",
        "PerSpellData, by letters, in per cent: wrong words mended / texts wholly mended; of right "
        "texts: texts spoilt / words spoilt.",
        _table(["tool", *sets], lines),
    ]


def _mended(figures: dict[str, float]) -> str:
    return (
        f"{figures['words mended']:.1f} / {figures['texts mended']:.1f}; "
        f"{figures['right texts spoilt']:.1f} / {figures['right words spoilt']:.2f}"
    )


_SPEED_HEAD = [
    "tool",
    "sentences MB/s",
    "articles MB/s",
    "set-up s",
    "peak MiB",
    "version",
    "runtime",
    "texts it raised on",
]


def _speed(rows: Rows) -> list[str]:
    chosen = {name: row for name, row in rows.items() if "speed" in row}
    if not chosen:
        return []
    lines = [
        [
            name,
            f"{row['speed']['mb_per_s']:.2f}",
            f"{row['speed']['mb_per_s_by_page']:.2f}",
            f"{row['speed']['setup_s']:.2f}",
            f"{row['speed']['peak_mib']:.0f}",
            row["version"],
            row["runtime"],
            str(row["failed"]),
        ]
        for name, row in chosen.items()
    ]
    return [
        "## Speed",
        "A sentence a call, and an article of 40 sentences a call; processor seconds of the calls "
        "alone; set-up from import to the first answer; peak memory of the process.",
        _table(
            [
                "tool",
                "sentences MB/s",
                "articles MB/s",
                "set-up s",
                "peak MiB",
                "version",
                "runtime",
                "texts it raised on",
            ],
            lines,
        ),
    ]


def _absent(absent: dict[str, str]) -> list[str]:
    if not absent:
        return []
    return ["## Left out", "\n".join(f"- {name}: {reason}" for name, reason in absent.items())]


def _table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rule = ["---"] * len(head)
    return "\n".join("| " + " | ".join(line) + " |" for line in (head, rule, *lines))
