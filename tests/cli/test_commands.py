import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from gofteh.cli.app import app

GOFTEH = [sys.executable, "-m", "gofteh.cli"]
LINES = [
    {"id": "w1", "title": "سد مهرکوه پر شد", "text": "لیلا فرهمند گفت: سد پر است.", "page": 3},
    {"id": "w2", "text": "باران بارید."},
]


def run(*arguments, **more):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **more)


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in LINES), "utf-8")
    return path


def records(text):
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_a_record_an_article(news):
    done = run("extract", news)
    assert done.exit_code == 0
    first, second = records(done.stdout)
    assert (first["id"], first["page"]) == ("w1", 3)
    assert first["statements"][0]["speaker"]["name"] == "لیلا فرهمند"
    assert second["statements"] == []
    assert done.stderr == ""


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "html", "parquet"])
def test_extract_writes_every_format_to_a_file_and_a_pipe(news, tmp_path, form):
    out = tmp_path / f"out.{form}"
    assert run("extract", news, "-o", out, "--format", form).exit_code == 0
    piped = run("extract", news, "--format", form)
    assert piped.stdout_bytes == out.read_bytes()


def test_extract_takes_the_format_from_the_file_s_ending(news, tmp_path):
    out = tmp_path / "report.html"
    assert run("extract", news, "-o", out).exit_code == 0
    assert out.read_bytes().startswith(b"<!doctype html>")


def test_extract_reads_standard_input(news):
    done = run("extract", "-", input=news.read_bytes())
    assert [record["id"] for record in records(done.stdout)] == ["w1", "w2"]


def test_extract_on_two_processes_gives_the_same(news):
    assert run("extract", news, "--jobs", 2).stdout == run("extract", news).stdout


def test_extract_goes_on_after_a_bad_line_and_names_it(news):
    news.write_text("{broken\n" + news.read_text("utf-8"), "utf-8")
    done = run("extract", news)
    assert done.exit_code == 1
    assert [record["id"] for record in records(done.stdout)][1:] == ["w1", "w2"]
    assert "error" in records(done.stdout)[0]
    assert f"{news.name}:1" in done.stderr
    assert "2 articles, 1 statements, 1 failed" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["extract", "nowhere.jsonl"], "no such file or folder: nowhere.jsonl"),
        (["extract", "{news}", "--format", "word"], "Choose one of: table, jsonl, csv"),
        (["extract", "{news}", "-o", "out.docx"], "Add --format"),
        (["extract", "{news}", "-o", "missing/out.csv"], "Make it first"),
        (["extract", "{news}", "-o", ".", "-f", "csv"], "is a folder"),
        (["extract", "{news}", "-o", "{news}"], "is an input too"),
        (["extract", "a\x1b[2Jb"], "no such file or folder: a [2Jb"),
        (["verify", "nowhere.jsonl", "--articles", "{news}"], "nowhere.jsonl"),
        (["verify", "-", "--articles", "-"], "not both"),
        (["evaluate", "--articles", "{news}", "--gold", "nowhere"], "nowhere"),
        (["evaluate", "--articles", "{news}", "--gold", "{bad}"], "not JSON"),
    ],
)
def test_command_that_cannot_start_says_what_to_do(news, tmp_path, arguments, hint):
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{")
    before = news.read_bytes()
    done = run(*(argument.format(news=news, bad=bad) for argument in arguments))
    assert done.exit_code == 2
    assert hint in done.stderr
    assert done.stdout == ""
    assert news.read_bytes() == before


def test_command_line_mistakes_exit_with_2():
    assert run("extract").exit_code == 2
    assert run("frobnicate").exit_code == 2


def test_version_and_help():
    assert run("--version").stdout.startswith("gofteh 0.")
    listed = run("--help").stdout
    assert all(command in listed for command in ("extract", "verify", "evaluate"))


def test_help_imports_no_heavy_library():
    code = (
        "import sys; from gofteh.cli.app import app; import contextlib, io\n"
        "with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()):\n"
        "    app(['--help'])\n"
        "print(*sorted({'pyarrow', 'jinja2', 'lxml', 'orjson', 'gofteh.pipeline', 'httpx2'}"
        " & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
def test_verify_proves_what_extract_wrote(news, tmp_path, ending):
    out = tmp_path / f"out.{ending}"
    run("extract", news, "-o", out)
    done = run("verify", out, "--articles", news)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "2 records" in done.stderr and "0 wrong" in done.stderr


def test_verify_lists_what_is_wrong(news, tmp_path):
    out = tmp_path / "out.jsonl"
    run("extract", news, "-o", out)
    out.write_text(out.read_text("utf-8").replace("سد پر است", "سد پر نیست") + "{\n", "utf-8")
    done = run("verify", out, "--articles", news)
    assert done.exit_code == 1
    wrong, broken = done.stdout.splitlines()
    assert wrong.startswith("w1 statements[0].content[0]: text 'سد پر نیست'")
    assert "out.jsonl:3: not JSON" in broken
    assert "2 wrong" in done.stderr


@pytest.fixture
def gold(tmp_path):
    raw = f"{LINES[0]['title']}\n\n{LINES[0]['text']}"
    start = raw.index("سد پر است")
    statement = {
        "content": [[start, start + 9]], "cue": [[raw.index("گفت"), raw.index("گفت") + 3]],
        "source": [raw.index("لیلا"), raw.index("لیلا") + 11], "speaker": "لیلا فرهمند",
        "aliases": [], "kind": "person", "manner": "direct",
    }  # fmt: skip
    lines = [{"id": "w1", "statements": [statement]}, {"id": "w2", "statements": []}]
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def test_evaluate_prints_figures_and_errors(news, gold):
    done = run("evaluate", "--articles", news, "--gold", gold)
    assert done.exit_code == 0
    assert "statement_f1       1.0000  (precision 1.0000, recall 1.0000)" in done.stdout
    assert "missed             0" in done.stdout


def test_evaluate_judges_a_prediction(news, gold, tmp_path):
    predicted = tmp_path / "p.jsonl"
    run("extract", news, "-o", predicted)
    predicted.write_text(predicted.read_text("utf-8").replace('"direct"', '"mixed"'), "utf-8")
    done = run(
        "evaluate", "--articles", news, "--gold", gold, "--predicted", predicted, "--errors", 1
    )
    assert "manner_accuracy    0.0" in done.stdout
    assert "expected direct | given mixed" in done.stdout


def test_evaluate_json_is_one_object(news, gold):
    done = run("evaluate", "--articles", news, "--gold", gold, "--json")
    found = json.loads(done.stdout)
    assert found["statement_f1"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert found["errors"]["missed"] == {"count": 0, "examples": []}


def test_pipe_whose_reader_leaves_is_no_error(news):
    # Each article under an id of its own: a repeated one would rightly be told on standard error.
    more = ({**line, "id": f"{line['id']}-{i}"} for i in range(3000) for line in LINES)
    news.write_text("".join(json.dumps(line) + "\n" for line in more), "utf-8")
    process = subprocess.Popen(
        [*GOFTEH, "extract", str(news)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=300) == 141
    assert process.stderr.read() == b""


def test_evaluate_names_answers_for_articles_that_are_not_there(news, gold, tmp_path):
    system = tmp_path / "system.jsonl"
    system.write_text('{"id": "elsewhere", "statements": []}\n', "utf-8")
    done = run("evaluate", "--articles", news, "--gold", gold, "--system", system)
    assert done.exit_code == 0
    assert "'elsewhere'" in done.stderr
    assert "those of --articles" in done.stderr


def test_evaluate_refuses_a_line_without_answers(news, gold, tmp_path):
    system = tmp_path / "system.jsonl"
    system.write_text('{"id": "a1", "statemnts": []}\n', "utf-8")
    done = run("evaluate", "--articles", news, "--gold", gold, "--system", system)
    assert done.exit_code == 2
    assert f"{system}:1" in done.stderr
