"""What is taken away, opened again in LibreOffice; skips where there is none."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(
    SOFFICE is None, reason="no LibreOffice (Debian: libreoffice-writer, libreoffice-calc)"
)
# UTF-8, fields as they are shown: the numbers are LibreOffice's own.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"


def opened_again(client: TestClient, kind: str, into: str, folder: Path) -> str:
    """The text of a file that was taken away, as LibreOffice reads it."""
    (folder / f"taken.{kind}").write_bytes(client.get(f"/take?format={kind}&q=سد").content)
    command = [
        SOFFICE, f"-env:UserInstallation={(folder / 'home').as_uri()}", "--headless",
        "--convert-to", into, "--outdir", str(folder), str(folder / f"taken.{kind}"),
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return (folder / f"taken.{into.partition(':')[0]}").read_text("utf-8-sig")


def test_libreoffice_opens_what_was_taken(client: TestClient, tmp_path: Path) -> None:
    table = client.get("/take?format=csv&q=سد").text.removeprefix("\ufeff")
    expected = list(csv.reader(table.splitlines()))
    sheet = opened_again(client, "xlsx", AS_CSV, tmp_path)
    assert list(csv.reader(sheet.splitlines())) == expected
    document = opened_again(client, "docx", "txt:Text (encoded):UTF8", tmp_path)
    said = expected[0].index("گفته")
    assert all(row[said] in document for row in expected[1:])
