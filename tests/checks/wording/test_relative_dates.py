"""Dates that quotes give by another date, in claims and values."""

import shutil

import pytest

from dashboard.checks.validation import validate
from tests.checks.test_cases import RECORDS
from tests.copying import copied


@pytest.mark.parametrize("date", ["2025-10", "2021-02-04", "2020"])
def test_a_date_counts_on_from_the_date_before_it_alone(tmp_path, date):
    """“The following month” is no month of the source's own year, and no other one than the words give."""
    root = copied(RECORDS / "base", tmp_path / "workspace")
    shutil.copytree(RECORDS / "valid" / "date-counted-on", root, dirs_exist_ok=True)
    event = root / "events" / "case" / "court.yaml"
    assert validate(root).problems == ()
    event.write_text(event.read_text(encoding="utf-8").replace('"2021-03"', f'"{date}"'), encoding="utf-8")
    assert [problem.code for problem in validate(root).problems] == ["reported-date-not-quoted"]
