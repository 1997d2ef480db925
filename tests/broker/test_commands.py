"""Feed, run, tail, account, record and replay, as a user calls them."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from tests.broker.conftest import Dateline, start_worker, wait_for
from tests.line.test_in_process import STORY

pytestmark = pytest.mark.broker

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "web_text"


def account(dateline: Dateline) -> dict[str, object]:
    done = dateline("account", "--as", "json")
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def articles(dateline: Dateline) -> list[dict[str, object]]:
    done = dateline("tail", "--from", "beginning", "--no-follow", "--as", "json")
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_feeding_the_same_twice_adds_nothing(
    dateline: Dateline, worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    """Also under another name; and what is on wire.articles is what `try` showed."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY)
        assert dateline("feed", str(tmp_path / name)).returncode == 0
    wait_for(lambda: account(dateline)["items"] == 2)

    (article,) = articles(dateline)
    assert account(dateline)["duplicates"] == {"exact": 1}
    tried = json.loads(dateline("try", str(tmp_path / "a.txt"), "--as", "json").stdout)
    assert tried["article"] == article


def test_a_worker_killed_by_nine_loses_nothing(
    dateline: Dateline, environment: dict[str, str], tmp_path: Path
) -> None:
    """Its successor takes its slot and its partitions, and goes on where the log ends."""
    for n in range(40):
        text = STORY.replace("Example City", f"City {n}").replace("crane", f"crane {n * 7}")
        (tmp_path / f"{n:02}.txt").write_text(text)
    files = [str(path) for path in sorted(tmp_path.glob("*.txt"))]
    first = start_worker(environment)
    fed = dateline("feed", *files[:20])
    first.kill()
    first.wait()
    assert fed.returncode == dateline("feed", *files[20:]).returncode == 0
    second = start_worker(environment)
    try:
        wait_for(lambda: account(dateline)["items"] == 40)
        found = account(dateline)
    finally:
        second.terminate()
        second.wait(60)
    assert found["adds_up"]
    assert second.returncode == 0
    ids = [(a["article_id"], a["revision"]) for a in articles(dateline)]
    assert len(ids) == len(set(ids)), "tail drops what is delivered again"


def test_what_is_recorded_replays_to_the_same_articles(
    dateline: Dateline, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"\xff\x00noise")
    recording = str(tmp_path / "day.jsonl")
    assert dateline("feed", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")).returncode == 0
    assert dateline("record", recording).returncode == 0

    bytes_of = []
    for folder in ("one", "two"):
        environment["DATELINE_DATA"] = str(tmp_path / folder)
        assert dateline("replay", recording).returncode == 0
        worker = start_worker(environment)
        try:
            wait_for(lambda: account(dateline)["items"] == 2)
            tail = dateline("tail", "--from", "beginning", "--no-follow", "--as", "json")
            bytes_of.append(tail.stdout)
        finally:
            worker.terminate()
            worker.wait(60)
    assert bytes_of[0] == bytes_of[1] != ""


def test_standard_input_is_one_item(dateline: Dateline) -> None:
    assert dateline("feed", "-", stdin=STORY.encode()).returncode == 0
    assert account(dateline)["raw"] == 1


@pytest.mark.parametrize(
    ("arguments", "settings", "says"),
    [
        (["feed", "x"], {"DATELINE_BROKER": "127.0.0.1:1"}, "no broker answers at 127.0.0.1:1"),
        (["run"], {"DATELINE_BROKER": "127.0.0.1:1"}, "no broker answers at 127.0.0.1:1"),
        (["tail"], {"DATELINE_BROKER": "127.0.0.1:1"}, "no broker answers at 127.0.0.1:1"),
        (["run"], {"DATELINE_BROKER": "nowhere"}, "must be host:port"),
        (["run"], {"DATELINE_PLAN": "nowhere.toml"}, "cannot be read"),
        (["run"], {"DATELINE_GUARANTEE": "exactly_once"}, "cannot keep exactly_once"),
        (["feed", "nowhere.txt"], {}, "there is no such file"),
        (["replay", "/dev/null"], {}, "dev/null"),
        (["tail", "--from", "yesterday"], {}, "is not beginning, now or a time"),
        (["nonsense"], {}, "No such command"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    dateline: Dateline, arguments: list[str], settings: dict[str, str], says: str
) -> None:
    """And a non-zero exit; never a traceback."""
    done = dateline(*arguments, **settings)
    assert done.returncode != 0
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_named(dateline: Dateline) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = dateline("run", "--port", str(port))
    assert done.returncode != 0
    assert f"port {port} is in use" in done.stderr


def test_a_missing_topic_is_named(dateline: Dateline, tmp_path: Path) -> None:
    """On a broker that is named, topics are created on purpose or not at all."""
    from pipeline.outside.broker import embedded_broker
    from pipeline.settings import Settings

    with embedded_broker(Settings(data=tmp_path / "bare")) as bare:
        done = dateline("run", DATELINE_BROKER=bare.broker)
    assert done.returncode != 0
    assert "dateline topics create" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_broker_stops_with_its_last_user(dateline: Dateline, tmp_path: Path) -> None:
    from pipeline.outside.broker import running_broker
    from pipeline.settings import Settings

    assert dateline("feed", "-", stdin=b"Rain\n\nIt rained.").returncode == 0
    assert running_broker(Settings(data=tmp_path / "data")) is None
    assert account(dateline)["raw"] == 1, "and keeps what it was given"


def test_a_broker_that_dies_is_started_again(
    dateline: Dateline, worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    """The worker waits for it and goes on; what was there a second before is there again."""
    from pipeline.outside.broker import running_broker
    from pipeline.settings import Settings

    settings = Settings(data=tmp_path / "data")
    assert dateline("feed", "-", stdin=STORY.encode()).returncode == 0
    wait_for(lambda: account(dateline)["items"] == 1)
    time.sleep(2)  # its snapshot is a second behind
    broker = running_broker(settings)
    assert broker is not None
    os.kill(broker.pid, signal.SIGKILL)
    wait_for(lambda: (now := running_broker(settings)) is not None and now.pid != broker.pid)

    assert dateline("feed", "-", stdin=b"Rain\n\nVIENNA (Delta) - It rained.").returncode == 0
    wait_for(lambda: account(dateline)["items"] == 2)
    assert account(dateline)["adds_up"]


@pytest.mark.slow
def test_the_demo_adds_up_though_its_worker_is_killed(dateline: Dateline) -> None:
    done = dateline("demo", "--fast", "--kill-worker", "--as", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["adds_up"]
    assert found["worker_killed"]
    assert found["items"] >= 60
    assert found["seconds"] < 60


@pytest.mark.skipif(not REAL.is_dir(), reason="the real page is not here")
def test_the_real_page_from_feed_to_tail(
    dateline: Dateline, worker: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    """The scraped page comes out as one article, located, dated and about its subject."""
    (path,) = REAL.glob("*.txt")
    other = path.read_text(encoding="utf-8").replace("(dpa/MIA)", "(Northwire)")
    sentences = [s for s in other.split(". ") if 60 < len(s) < 160 and "\n" not in s][2:4]
    for n, sentence in enumerate(sentences):
        other = other.replace(sentence, f"This sentence number {n} was written anew by the desk")
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    assert dateline("feed", str(path), str(path), str(tmp_path / "other.txt")).returncode == 0
    wait_for(lambda: account(dateline)["items"] == 3)

    (article,) = articles(dateline)
    places = {p["name"]: p for p in article["places"]}  # type: ignore[attr-defined]
    assert article["headline"] == path.read_text(encoding="utf-8").split("\n\n")[1]
    assert article["language"] == "en"
    assert article["credit"] == "dpa/MIA"
    assert (places["Brussels"]["country"], places["Moscow"]["country"]) == ("BE", "RU")
    assert places["Brussels"]["latitude"] == pytest.approx(50.85, abs=0.05)
    topics = {f"{t['scheme']}:{t['code']}" for t in article["tags"]}  # type: ignore[attr-defined]
    assert topics & {"medtop:16000000", "medtop:11000000"}
    assert account(dateline)["duplicates"] == {"exact": 2}
