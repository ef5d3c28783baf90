"""Work that hostile or very many records ask for has bounds: it grows as they do, and what is left out is told."""

import string
import sys

import pytest

from dashboard.checks.context.named_places import NamedPlaces
from dashboard.checks.validation import validate
from dashboard.evidence.words.names import Keys, NameIndex, words_of
from dashboard.evidence.words.surroundings import NamesAbout
from dashboard.evidence.words.uncased import UncasedNames
from dashboard.model.problem import MOST_OF_A_FILE, Severity
from dashboard.model.registry import Place

TEXT = "On Monday Port Authority 17 met Port Council in Port Elizabeth, and the Port Board went to Port Louis. " * 3
ARABIC = "وصل وزير ميناء لورن إلى ميناء مانتا يوم الاثنين " * 3


def calls(work):
    """How many functions, in Python and in C, are called while `work` is done."""
    count = 0

    def seen(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def numbered(name, count):
    return {f"actor/a-{number}": [f"{name} {letters(number)}"] for number in range(count)}


def letters(number):
    """`Faab` and so on: words that begin alike, all different, all of one length."""
    tail = ""
    for _ in range(4):
        number, digit = divmod(number, 26)
        tail += string.ascii_lowercase[digit]
    return f"Federal{tail}"


def about(count):
    names = NamesAbout(numbered("Port", count) | {"actor/x": ["Port Council"]})
    return lambda: names.named_in(TEXT)


def uncased(count):
    digits = str.maketrans(string.ascii_lowercase, "ابتثجحخدذرزسشصضطظعغفقكلمنه")
    names = {
        id_: [f"ميناء {letters(number).lower().translate(digits)}"] for number, id_ in enumerate(numbered("", count))
    }
    found = UncasedNames(names | {"actor/x": ["ميناء مانتا"]})
    return lambda: list(found.named_in(ARABIC))


def places(count):
    every = [Place(id=f"p-{n}", name=f"Port {letters(n)}", precision="country") for n in range(count)]
    named = NamedPlaces([*every, Place(id="x", name="Port Louis", precision="country")])
    return lambda: list(named.all_in(TEXT))


def known(count):
    names = NameIndex(numbered("Port", count) | {"actor/x": ["Port Council"]})
    keys = Keys(words_of(TEXT + " Federalxxyz"))
    names.named_by(keys)
    return lambda: names.named_by(keys)


@pytest.mark.parametrize("naming", [about, uncased, places, known])
def test_a_text_is_not_asked_for_each_name(naming):
    """Of names that begin alike, twice as many take as many steps: they are looked up, not tried in turn."""
    assert naming(100)(), "the one name that the text has is found"
    once, twice = calls(naming(2_000)), calls(naming(4_000))
    assert twice < 1.2 * once


@pytest.mark.parametrize("count", [MOST_OF_A_FILE + 1, 30_000])
def test_a_file_tells_so_many_problems_and_how_many_more(count, base_workspace):
    """However many unknown fields it has: a hundred, and a sentence."""
    path = base_workspace / "events" / "base" / "harbour-opened.yaml"
    fields = "".join(f"  x{number}: 1\n" for number in range(count))
    path.write_text(path.read_text(encoding="utf-8").replace("review: {status: draft}", f"review:\n{fields}"), "utf-8")
    problems = validate(base_workspace).problems
    more = count - MOST_OF_A_FILE
    assert len(problems) == MOST_OF_A_FILE + 1
    (told,) = [each for each in problems if each.more]
    assert (told.code, told.more, told.severity) == ("more-problems", more, Severity.ERROR)
    assert told.message == f"and {more:,} more problem{'' if more == 1 else 's'} in this file"


def test_errors_are_told_before_warnings(base_workspace):
    """What fails validation is never among those left out while a warning is told."""
    claims = "".join(
        f"  c{number}: {{text: It is so., kind: statement, sources: [gazette]}}\n"
        for number in range(MOST_OF_A_FILE + 5)
    )
    path = base_workspace / "events" / "case" / "case.yaml"
    path.parent.mkdir()
    path.write_text(f"title: A case\nclaims:\n{claims}  last: {{text: It is.}}\n", encoding="utf-8")
    problems = validate(base_workspace).problems
    assert len(problems) == MOST_OF_A_FILE + 1
    assert [each.code for each in problems if each.severity is Severity.ERROR] == ["claim-not-carried"]
    (more,) = [each for each in problems if each.more]
    assert (more.severity, more.more) == (Severity.WARNING, 6)
