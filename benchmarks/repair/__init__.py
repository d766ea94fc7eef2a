"""Measure text repair: gofteh and every peer that installs, on the same texts.

    python -m benchmarks.repair --ud ../shared/ud --corpus ../shared/corpus \
        --spell ../shared/resources -o build/repair

Run from the top of the repository. ``texts`` gathers and damages, ``systems`` runs each tool in an
environment and a process of its own, ``gaps``, ``spelling`` and ``probes`` score, ``table`` writes
Markdown and JSON.
"""
