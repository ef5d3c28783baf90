"""A text that changed, is missing or cannot be read: named, with what it does to the claims that rest on it."""

import pytest

from dashboard.checks.validation import validate
from dashboard.evidence import folding
from dashboard.evidence.verdicts import Verdict
from dashboard.query.sources import Sources, TextState
from dashboard.store.loading import Loader
from dashboard.store.source_description import description

REPORT = (
    "The council of Lorne voted on Tuesday to lengthen the pier by forty metres, so that larger ships can land grain "
    "in winter. Nobody spoke against it, though the fishers asked that the old steps be kept, that work rest in May, "
    "and the money comes from the harbour dues of three years."
)
EVENT = """\
title: The pier is lengthened
claims:
  voted:
    text: The council of Lorne voted to lengthen the pier.
    quotes: [{source: report, exact: The council of Lorne voted on Tuesday to lengthen the pier}]
  asked:
    text: The fishers asked that the old steps be kept.
    quotes: [{source: report, exact: the fishers asked that the old steps be kept}]
"""


@pytest.fixture
def changed(empty_workspace):
    """A workspace with a report and two quotes of it, validated after its text became these bytes, or went."""
    (empty_workspace / "events" / "pier").mkdir()
    (empty_workspace / "events" / "pier" / "longer.yaml").write_text(EVENT, encoding="utf-8")
    described = description({"kind": "report"}, REPORT)
    (empty_workspace / "seeds" / "report.yaml").write_text(described, encoding="utf-8")

    def become(raw):
        path = empty_workspace / "seeds" / "report.txt"
        path.unlink(missing_ok=True) if raw is None else path.write_bytes(raw)
        return validate(empty_workspace)

    return become


def verdicts(validation):
    return [validation.evidence.of("longer", claim).verdict for claim in ("voted", "asked")]


def codes(validation, *beginnings):
    return [(each.file, each.code) for each in validation.problems if each.code.startswith(beginnings)]


def state(validation):
    return Sources(validation).entries["report"].state


def test_the_text_that_was_described_is_no_problem(changed):
    """Its quotes stand."""
    validation = changed(REPORT.encode())
    assert verdicts(validation) == [Verdict.FOUND, Verdict.FOUND]
    assert codes(validation, "source-", "quote-not") == []
    assert state(validation) is TextState.UNCHANGED


def test_a_changed_text_is_named_with_the_quotes_that_no_longer_stand(changed):
    """The claim whose words are gone fails; the other is not checkable, though its words still stand."""
    validation = changed(REPORT.replace("old steps", "new steps").encode())
    assert verdicts(validation) == [Verdict.NOT_CHECKABLE, Verdict.NOT_FOUND]
    assert ("seeds/report.yaml", "source-hash-mismatch") in codes(validation, "source-")
    assert ("events/pier/longer.yaml", "quote-not-found") in codes(validation, "quote-not")
    (problem,) = (each for each in validation.problems if each.code == "source-hash-mismatch")
    assert "has changed; one of its quotes fails; its SHA-256 is now " in problem.message
    assert "longer/asked: “the fishers asked that the old steps be kept”" in problem.hint.splitlines()
    assert "longer/voted" not in problem.hint
    assert state(validation) is TextState.CHANGED


def test_a_changed_text_whose_quotes_stand_says_so(changed):
    """An added line end changes the hash and no quote."""
    (problem,) = (each for each in changed(f"{REPORT}\n".encode()).problems if each.code == "source-hash-mismatch")
    assert (
        "has changed; all of its quotes are still found, but not checkable until the change is accepted; "
        in problem.message
    )


def test_of_many_quotes_that_are_gone_a_few_are_listed(changed, empty_workspace):
    """And the command that lists all."""
    claims = "".join(
        f"  c{number}: {{text: The pier, quotes: [{{source: report, exact: gone words number {number}}}]}}\n"
        for number in range(8)
    )
    path = empty_workspace / "events" / "pier" / "many.yaml"
    path.write_text(f"title: Many\nclaims:\n{claims}", encoding="utf-8")
    (problem,) = (each for each in changed(f"{REPORT}\n".encode()).problems if each.code == "source-hash-mismatch")
    assert "8 of its quotes fail" in problem.message
    assert problem.hint.splitlines()[-2:] == [
        "many/c4: “gone words number 4”",
        "and 3 more: dateline source check report",
    ]


def test_a_missing_text_leaves_nothing_to_check(changed):
    """It is named, and what rests on it is not checkable: neither verified nor failed."""
    validation = changed(None)
    assert verdicts(validation) == [Verdict.NOT_CHECKABLE, Verdict.NOT_CHECKABLE]
    assert codes(validation, "source-", "quote-") == [("seeds/report.yaml", "source-text-missing")]
    assert state(validation) is TextState.MISSING


@pytest.mark.parametrize("raw", ["café ".encode("cp1252") + REPORT.encode(), REPORT.encode("utf-16")])
def test_a_text_in_another_encoding_leaves_nothing_to_check(changed, raw):
    """Named at its own file."""
    validation = changed(raw)
    assert verdicts(validation) == [Verdict.NOT_CHECKABLE, Verdict.NOT_CHECKABLE]
    assert codes(validation, "source-", "quote-") == [("seeds/report.txt", "source-not-utf8")]
    assert state(validation) is TextState.UNREADABLE


def test_another_encoding_that_happens_to_be_utf8_is_a_changed_text(changed):
    """UTF-16 without a mark is valid UTF-8, full of NULs: the hash tells, and the quotes fail."""
    validation = changed(REPORT.encode("utf-16-le"))
    assert verdicts(validation) == [Verdict.NOT_FOUND, Verdict.NOT_FOUND]
    assert ("seeds/report.yaml", "source-hash-mismatch") in codes(validation, "source-")


@pytest.mark.parametrize(
    ("origin", "other_origin", "alike"),
    [
        ("", "", True),
        ("agency", "", True),
        ("agency", "ministry", False),
        ("agency", "agency", False),
        ("second", "", False),
        ("", "report", False),
    ],
)
def test_the_same_report_twice_has_one_origin(changed, empty_workspace, origin, other_origin, alike):
    """An origin may be the other source itself; different ones say that they are two reports."""
    carried = f"LORNE - {REPORT.upper()}"
    seeds = empty_workspace / "seeds"
    (seeds / "report.yaml").write_text(description({"kind": "report", "origin": origin}, REPORT), encoding="utf-8")
    (seeds / "second.txt").write_text(carried, encoding="utf-8")
    (seeds / "second.yaml").write_text(
        description({"kind": "article", "origin": other_origin}, carried), encoding="utf-8"
    )
    validation = changed(REPORT.encode())
    expected = [("seeds/second.yaml", "source-text-alike")] if alike else []
    assert codes(validation, "source-") == expected
    for problem in validation.problems:
        if problem.code == "source-text-alike":
            assert "100 % of the shorter text" in problem.message
            assert f"`origin: {origin or other_origin or 'report'}`" in problem.hint


def test_three_texts_alike_are_told_once(changed, empty_workspace):
    """Of the last of them, with all others, and every file that lacks the origin."""
    seeds = empty_workspace / "seeds"
    for id_, lead in (("second", "LORNE - "), ("third", "MANTA - ")):
        (seeds / f"{id_}.txt").write_text(lead + REPORT, encoding="utf-8")
        (seeds / f"{id_}.yaml").write_text(description({"kind": "article"}, lead + REPORT), encoding="utf-8")
    found = [problem for problem in changed(REPORT.encode()).problems if problem.code == "source-text-alike"]
    assert [problem.file for problem in found] == ["seeds/third.yaml"]
    assert (
        "of the shorter text is in this and `report` and `second`; they count as one source until" in found[0].message
    )
    assert "if all repeat one report, write `origin: report` into" in found[0].hint
    assert "seeds/second.yaml and seeds/third.yaml" in found[0].hint


@pytest.mark.parametrize(("outlet", "alike"), [("The Herald", False), ("The Gazette", True)])
def test_one_outlet_is_one_origin_and_two_need_one_named_in_both(changed, empty_workspace, outlet, alike):
    """What is counted as one is not told to be two; else the hint names each file that lacks the origin."""
    carried = f"LORNE - {REPORT.upper()}"
    seeds = empty_workspace / "seeds"
    for id_, named, text in (("report", "The Herald", REPORT), ("second", outlet, carried)):
        (seeds / f"{id_}.txt").write_text(text, encoding="utf-8")
        (seeds / f"{id_}.yaml").write_text(description({"kind": "report", "outlet": named}, text), encoding="utf-8")
    validation = changed(REPORT.encode())
    found = [problem for problem in validation.problems if problem.code == "source-text-alike"]
    assert [problem.file for problem in found] == ["seeds/second.yaml"] * alike
    assert all("seeds/report.yaml and seeds/second.yaml" in problem.hint for problem in found)


def test_a_text_alike_without_a_description_has_its_own_problem(changed, empty_workspace):
    """There is no origin to speak of yet."""
    (empty_workspace / "seeds" / "second.txt").write_text(REPORT, encoding="utf-8")
    assert codes(changed(REPORT.encode()), "source-") == [("seeds/second.txt", "source-text-undescribed")]


def test_likeness_follows_a_changed_file(changed, empty_workspace):
    """Validating again with what was known gives what validating anew gives."""
    changed(REPORT.encode())
    loader = Loader(empty_workspace)
    before = validate(loader)
    assert before.likeness.pairs == ()
    (empty_workspace / "seeds" / "second.txt").write_text(REPORT, encoding="utf-8")
    (empty_workspace / "seeds" / "second.yaml").write_text(description({"kind": "post"}, REPORT), encoding="utf-8")
    after = validate(loader, before)
    assert after.likeness.pairs == validate(empty_workspace).likeness.pairs != ()
    assert after.problems == validate(empty_workspace).problems


def test_a_text_that_grows_beyond_bounds_is_folded_in_part(empty_workspace, changed, monkeypatch):
    """It is said; what stands before its end is found all the same, and what is typed exactly everywhere."""
    monkeypatch.setattr(folding, "MOST_FOLDED", 1_000)
    head, tail = REPORT.split("Nobody")
    text = head.replace("Lorne", "Ｌorne") + "ﷺ" * 60 + "Nobody" + tail
    described = description({"kind": "report"}, text)
    (empty_workspace / "seeds" / "report.yaml").write_text(described, encoding="utf-8")
    validation = changed(text.encode())
    assert [code for _, code in codes(validation, "source-text-f")] == ["source-text-folded-in-part"]
    assert verdicts(validation) == [Verdict.FOUND, Verdict.FOUND]
    assert codes(changed((head + "ﷺ" * 20).encode()), "source-text-f") == []
