"""Many texts are read in order, whatever befalls one of them."""

from __future__ import annotations

import datetime as dt
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

import diplo
from diplo.corpus import Reading, Readout, parse_many, parsing, read, read_folder, read_jsonl, read_parquet
from diplo.corpus.processes import map_in_order

ROOT = Path(__file__).parents[1]
TEXTS = [path.read_text("utf-8") for path in sorted((ROOT / "examples" / "readouts").glob("*.txt"))]
READOUTS = [
    Readout(id=f"{n}", text=text, published=dt.date(2024, 3, 12), url=f"https://example.org/{n}")
    for n, text in enumerate(TEXTS * 3)
]


def double(number: int) -> int:
    """Return twice a number, or die over 13, or do as told."""
    if number == 13:
        os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    if number == 17:
        os._exit(3)
    return 2 * number


def lost(number: int, how: str) -> int | str:
    """Say which number was lost, and how."""
    return f"{number} {how}"


class Unpicklable:
    """Work that ends the process that receives it, before it has begun."""

    def __reduce__(self) -> tuple[object, ...]:
        """End the process."""
        return os._exit, (5,)

    def __call__(self, number: int) -> int:
        """Return the number."""
        return number


class Doomed(Unpicklable):
    """Work that kills the process that receives it, before it has begun."""

    def __reduce__(self) -> tuple[object, ...]:
        """Kill the process."""
        return kill_this_process, ()


def kill_this_process() -> None:
    """Kill the process that calls this."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_processes_give_what_one_process_gives() -> None:
    """The readings are the same and stand in the same order."""
    alone = list(parse_many(iter(READOUTS)))

    assert list(parse_many(iter(READOUTS), jobs=2)) == alone
    assert [reading.id for reading in alone] == [readout.id for readout in READOUTS]
    assert sum(len(reading.meetings) for reading in alone) >= len(TEXTS)
    assert {reading.error for reading in alone} == {None}


def test_what_is_known_of_a_text_reaches_its_meetings() -> None:
    """Day, issuer and address stand in the source."""
    text = "The Foreign Minister met Peter Otieno of Kenya in Lisbon today."
    readout = Readout(
        id="1", text=text, published=dt.date(2024, 3, 12), issuer="PT", url="https://example.org"
    )

    (meeting,) = read(readout).meetings

    assert meeting.source == diplo.Source(
        text=text, published=dt.date(2024, 3, 12), issuer="PT", url="https://example.org"
    )
    assert meeting.period is not None
    assert meeting.period.edtf == "2024-03-12"


@pytest.mark.parametrize("jobs", [1, 2])
def test_vocabulary_of_ones_own_is_used(jobs: int) -> None:
    """The lexicon reaches every process."""
    lexicon = diplo.default_lexicon().extend(organisations={"Harbour League": ["HL"]})
    text = "Foreign Minister Ana Lima of Portugal met Peter Otieno, Secretary-General of the HL, in Lisbon."

    (reading,) = parse_many([Readout(id="1", text=text)], jobs=jobs, lexicon=lexicon)

    assert "Harbour League" in [person.organisation for person in reading.meetings[0].participants]


def test_texts_are_taken_as_they_are_needed() -> None:
    """However many texts there are, only so many are held, and readings come before the last is taken."""
    taken = 0

    def endless() -> Iterator[int]:
        """Count."""
        nonlocal taken
        while True:
            yield 1000 + taken
            taken += 1

    results = map_in_order(double, endless(), 2, lost)

    assert [next(results) for _ in range(100)] == [2 * (1000 + n) for n in range(100)]
    assert taken <= 100 + 2 * 32 + 1
    results.close()  # type: ignore[attr-defined]
    assert multiprocessing.active_children() == []


def test_killed_process_costs_one_text() -> None:
    """A process that dies is replaced; the item that it worked on is named, and all others are done."""
    results = list(map_in_order(double, range(10, 40), 2, lost))

    assert {n: result for n, result in enumerate(results, 10) if result != 2 * n} == {
        13: f"13 ended with exit code {-getattr(signal, 'SIGKILL', 1)}",
        17: "17 ended with exit code 3",
    }


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_run_outlives_processes_killed_from_outside() -> None:
    """Each kill costs one text at most, which is named, and no text is missing."""
    readings = parse_many(iter(READOUTS), jobs=2)
    found = [next(readings)]
    for process in multiprocessing.active_children():
        process.kill()
    found += readings

    alone = [read(readout) for readout in READOUTS]
    assert [reading.id for reading in found] == [readout.id for readout in READOUTS]
    spoilt = [reading for reading, right in zip(found, alone, strict=True) if reading != right]
    assert {reading.error for reading in spoilt} <= {
        "the process that read this text ended with exit code -9"
    }
    assert len(spoilt) <= 2


def test_process_that_cannot_begin_is_an_error() -> None:
    """When no process comes up, the run ends with a word on why, and not with one error for each text."""
    with pytest.raises(RuntimeError, match="exit code 5 before it began; does the script have"):
        list(map_in_order(Unpicklable(), range(3), 2, lost))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_processes_killed_before_they_begin_are_replaced() -> None:
    """A kill while processes start, as soon as the first asks for work, ends nothing."""

    def items() -> Iterator[int]:
        """Kill all processes, then count."""
        for process in multiprocessing.active_children():
            process.kill()
        yield from range(100, 120)

    results = list(map_in_order(double, items(), 3, lost))

    spoilt = {result for n, result in enumerate(results, 100) if result != 2 * n}
    assert len(results) == 20
    assert spoilt <= {f"{n} ended with exit code -9" for n in (100, 104, 108)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_processes_killed_time_and_again_are_an_error() -> None:
    """Where no process comes up, the run ends with an error and does not go on for ever."""
    with pytest.raises(RuntimeError, match="exit code -9 before it began"):
        list(map_in_order(Doomed(), range(3), 1, lost))


def test_script_without_a_guard_is_told(tmp_path: Path) -> None:
    """A script that would start itself again is stopped with the reason."""
    script = tmp_path / "script.py"
    script.write_text(
        "from diplo.corpus import Readout, parse_many\n"
        "print(list(parse_many([Readout(id='1', text='')], jobs=2)))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, check=False, text=True, timeout=60)

    assert done.returncode == 1
    assert 'does the script have `if __name__ == "__main__":`?' in done.stderr


@pytest.mark.parametrize("jobs", [0, -1])
def test_no_process_is_too_few(jobs: int) -> None:
    """A number of processes that makes no sense is refused at once."""
    with pytest.raises(ValueError, match="at least one process"):
        parse_many([], jobs=jobs)


def test_error_in_one_text_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is raised over a text is the error of its reading."""

    def broken(text: str, **_: object) -> tuple[diplo.Meeting, ...]:
        """Fail at one text."""
        if text == "two":
            raise RecursionError(text)
        return ()

    monkeypatch.setattr(parsing, "parse_all", broken)

    assert list(parse_many(Readout(id=text, text=text) for text in ("one", "two", "three"))) == [
        Reading(id="one"),
        Reading(id="two", error="RecursionError: two"),
        Reading(id="three"),
    ]


def test_folder_is_read_in_the_order_of_its_paths(tmp_path: Path) -> None:
    """Texts at any depth are found, other files passed over."""
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "c.csv", ".hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"text of {name}\r\n", encoding="utf-8", newline="")
    (tmp_path / "folder.txt").mkdir()

    assert list(read_folder(tmp_path)) == [
        Readout(id=name, text=f"text of {name}\r\n") for name in ("a/1.TXT", "a/2.txt", "b.txt")
    ]


def test_unreadable_bytes_are_told_with_their_place(tmp_path: Path) -> None:
    """The rest of the file is read, and so are the other files."""
    (tmp_path / "1.txt").write_bytes("Köln\nMinister ".encode() + b"\xff\xfe met.")
    (tmp_path / "2.txt").write_bytes(b"\xef\xbb\xbfwhole")
    (tmp_path / "3.txt").symlink_to(tmp_path / "nowhere")

    assert list(read_folder(tmp_path)) == [
        Readout(id="1.txt", text="Köln\nMinister \ufffd\ufffd met.", fault="1.txt, byte 15: no UTF-8 (ff)"),
        Readout(id="2.txt", text="whole"),
    ]
    assert [reading.error for reading in parse_many(read_folder(tmp_path))] == [
        "1.txt, byte 15: no UTF-8 (ff)",
        None,
    ]


def test_file_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that others may not read ends nothing."""
    (tmp_path / "1.txt").write_text("one", encoding="utf-8")

    def refuse(_: Path) -> bytes:
        """Refuse."""
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)

    assert list(read_folder(tmp_path)) == [Readout(id="1.txt", text="", fault="1.txt: Permission denied")]


def test_missing_folder_is_an_error(tmp_path: Path) -> None:
    """A misspelt folder is no empty one, and is found out before the first text is asked for."""
    with pytest.raises(NotADirectoryError, match="nowhere"):
        read_folder(tmp_path / "nowhere")


def test_pages_are_read_as_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTML goes through the reader of pages, which gives text, day and address, or says what is wrong."""
    (tmp_path / "1.html").write_bytes(b"\xfftext")
    (tmp_path / "2.htm").write_bytes(b"huge")
    day = dt.date(2024, 3, 12)

    def read_page(html: bytes) -> types.SimpleNamespace:
        """Stand for the reader of pages."""
        if html == b"huge":
            message = "the page is too large"
            raise ValueError(message)
        return types.SimpleNamespace(text=html[1:].decode(), published=day, url="https://example.org/1")

    web = types.ModuleType("diplo.web")
    vars(web)["read_page"] = read_page
    monkeypatch.setitem(sys.modules, "diplo.web", web)

    assert list(read_folder(tmp_path)) == [
        Readout(id="1.html", text="text", published=day, url="https://example.org/1"),
        Readout(id="2.htm", text="", fault="2.htm: the page is too large"),
    ]


def test_lines_of_json_are_read(tmp_path: Path) -> None:
    """What is known of a text is taken, what is not needed passed over."""
    records = [
        {"id": "a", "text": "one", "published": "2024-03-12", "issuer": "PT", "url": "https://example.org/1"},
        {"id": 7, "text": "two\u2028lines", "published": "2024-03-12T10:00:00Z", "issuer": "", "other": []},
        {"text": "three", "published": None},
    ]
    file = tmp_path / "texts.jsonl"
    file.write_text("\n\n".join(map(json.dumps, records)), encoding="utf-8")

    assert list(read_jsonl(file)) == [
        Readout(id="a", text="one", published=dt.date(2024, 3, 12), issuer="PT", url="https://example.org/1"),
        Readout(id="7", text="two\u2028lines", published=dt.date(2024, 3, 12)),
        Readout(id="texts.jsonl, line 5", text="three"),
    ]


@pytest.mark.parametrize(
    ("line", "text", "fault"),
    [
        (b'{"text": "a\xffb"}', "a\ufffdb", "t.jsonl, line 2, byte 28: no UTF-8 (ff)"),
        (b'{"text": oops}', "", "t.jsonl, line 2, byte 26: no JSON"),
        (b'{"text": "\xc3\xb6", x}', "", "t.jsonl, line 2, byte 32: no JSON"),
        (b"[" * 100_000, "", "t.jsonl, line 2, byte 17: no JSON"),
        (b"[1]", "", "t.jsonl, line 2, byte 17: no JSON object"),
        (b'{"txt": "a"}', "", "t.jsonl, line 2: there is no text"),
        (b'{"text": 5}', "", "t.jsonl, line 2: text is no text but 5"),
        (b'{"text": "a", "published": "soon"}', "a", "t.jsonl, line 2: published is no day but 'soon'"),
        (b'{"text": "a", "published": 20240312}', "a", "t.jsonl, line 2: published is no day but 20240312"),
        (b'{"text": "a", "issuer": ["PT"]}', "a", "t.jsonl, line 2: issuer is no text but ['PT']"),
    ],
    ids=range(10),
)
def test_faulty_line_is_told_with_its_place(line: bytes, text: str, fault: str, tmp_path: Path) -> None:
    """What is wrong in a line is told, and the lines around it are read."""
    file = tmp_path / "t.jsonl"
    file.write_bytes(b'{"text": "first"}\n'.replace(b": ", b":") + line + b'\n{"text": "last"}\n')

    first, found, last = read_jsonl(file)

    assert (first.text, last.text) == ("first", "last")
    assert found == Readout(id="t.jsonl, line 2", text=text, fault=fault)


def test_parquet_is_read(tmp_path: Path) -> None:
    """Rows with a column of days, and more columns than needed, are readouts, however many they are."""
    rows = [
        {"id": f"r{n}", "text": f"text {n}", "published": dt.date(2024, 3, 12), "views": n}
        for n in range(600)
    ]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "t.parquet")
    parquet.write_table(pa.table({"text": ["a", None]}), tmp_path / "bare.parquet")

    assert list(read_parquet(tmp_path / "t.parquet")) == [
        Readout(id=f"r{n}", text=f"text {n}", published=dt.date(2024, 3, 12)) for n in range(600)
    ]
    assert list(read_parquet(tmp_path / "bare.parquet")) == [
        Readout(id="bare.parquet, row 0", text="a"),
        Readout(id="bare.parquet, row 1", text="", fault="bare.parquet, row 1: there is no text"),
    ]
