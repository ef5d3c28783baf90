"""Dates that quotes give by another date, in claims and values."""

import hashlib
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour of Lorne received 1426 pilgrims.", []),
        ("In 1426 the harbour of Lorne received pilgrims.", ["date-not-in-quotes"]),
        ("The harbour of Lorne received 1427 pilgrims.", ["date-not-in-quotes"]),
    ],
)
def test_a_number_that_looks_like_a_year_is_the_number_of_the_quotes(found, text, expected):
    """Without its comma, too; not where it is said as a year."""
    said = "The harbour of Lorne received 1,426 pilgrims."
    sha256 = hashlib.sha256(f"{said}\n".encode()).hexdigest()
    described = f"kind: article\nlanguage: en\ntext: {{sha256: {sha256}, characters: {len(said) + 1}}}\n"
    event = f"claims:\n  a:\n    text: {text}\n    quotes: [{{source: note, exact: {said!r}}}]\n"
    problems = found(event=event, files={"seeds/note.txt": f"{said}\n", "seeds/note.yaml": described})
    assert [each.code for each in problems] == expected
