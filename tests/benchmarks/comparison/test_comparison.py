"""What the table says is what was measured, and what could not be measured is not told as a figure."""

import re
import urllib.request

import pytest

from tests.benchmarks.comparison import site
from tests.benchmarks.comparison.__main__ import PROGRAMS, ratio, rows, seconds
from tests.benchmarks.comparison.site import build_site, served_folder, versions
from tests.benchmarks.comparison.timing import Round, spread


def test_versions_are_exact():
    """Another run measures the same programs."""
    assert all(re.fullmatch(r"[0-9]+[.][0-9]+[.][0-9]+", version) for version in versions().values())


def test_a_ratio_is_taken_within_rounds():
    """A slow moment hits both sides."""
    assert ratio([1.0, 20.0, 3.0], [2.0, 40.0, 3.0]) == "0.50"
    assert ratio([1.0], [2.0, 4.0]) == ratio([], []) == "–"
    assert seconds([]) == "–"
    assert seconds([1.0, 9.0, 2.0]) == "2.000 s"


def test_the_table_says_what_was_not_drawn_and_what_did_not_answer():
    """Neither is left out, nor looks like a figure."""
    drawn = Round(2.0, 0.5, 10, [0.2], [0.4], [0.6])
    stuck = Round(1.0, 0.5, 10, is_stuck=True)
    ours, vis, timeline, ours_on_map, clusters = PROGRAMS
    told = dict(zip(PROGRAMS, rows(58, {ours: [drawn], vis: [stuck], timeline: [None]}), strict=False))
    assert (
        "| 58 | Dateline, timeline | 10 | 2.000 s | 1.00 | 0.500 s | 0.200 s | 1.00 | 0.400 s | 0.600 s |" in told[ours]
    )
    assert "| 0.50 | 0.500 s | not in 60 s in 1 of 1 rounds | – |" in told[vis]
    assert "not drawn in 60 s" in told[timeline]
    maps = list(rows(58, {ours_on_map: [drawn], clusters: [Round(1.0, 0.1, 5, [0.1], [0.2], [0.3])]}))
    assert "| 1.000 s | 0.50 | 0.100 s | 0.100 s | 0.50 |" in maps[1]


def test_marks_to_press_lie_far_apart():
    """Neighbours are often alike."""
    assert [each["x"] for each in spread([{"x": at} for at in range(8)], 4)] == [0, 2, 4, 6]


def test_a_folder_is_served_on_this_machine_alone(tmp_path):
    """The pages are fetched from the loopback address."""
    (tmp_path / "page.html").write_text("here", encoding="utf-8")
    with served_folder(tmp_path) as address:
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(f"{address}/page.html", timeout=5) as answer:
            assert answer.read() == b"here"


def test_a_missing_npm_is_told(tmp_path, monkeypatch):
    """The benchmark says what to install."""
    monkeypatch.setattr(site.shutil, "which", lambda _name: None)
    with pytest.raises(SystemExit, match="no npm on the path"):
        build_site(tmp_path / "site", {})


def test_what_npm_says_is_handed_on(tmp_path, monkeypatch):
    """Where a package cannot be installed, the reason is told."""
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\necho 'no such package' >&2\nexit 1\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setattr(site.shutil, "which", lambda _name: str(npm))
    with pytest.raises(SystemExit, match="no such package"):
        build_site(tmp_path / "site", {})
