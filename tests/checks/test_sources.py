"""Texts and their descriptions."""

import hashlib

from dashboard.checks import sources

TEXT = "“A second  quay”, they\nsaid.\n"
HELD = f"text: {{sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}, characters: {len(TEXT)}}}\n"


def test_a_description_that_keeps_silent_about_its_text_is_told_what_to_add(found):
    """A text whose description has no `text` is not held; the hint is the line to add, and that fixes it."""
    files = {"seeds/report.txt": TEXT, "seeds/report.yaml": "kind: report\n"}
    (problem,) = found(files=files)
    assert (problem.file, problem.code) == ("seeds/report.yaml", "source-text-undescribed")
    assert HELD.strip() in problem.hint
    assert found(files={**files, "seeds/report.yaml": "kind: report\n" + HELD}) == []


def test_a_text_beside_a_broken_description_is_not_undescribed(found):
    """The description has a problem of its own."""
    problems = found(files={"seeds/report.txt": TEXT, "seeds/report.yaml": "kind: rapport\n" + HELD})
    assert [problem.code for problem in problems] == ["value-not-in-vocabulary"]


def test_sentences_set_aside_are_folded_like_quotes(found):
    """Quotation marks and white space need not be typed as in the text."""
    aside = "set_aside: [{exact: '\"A second quay\", they said.', reason: opinion}, {exact: they, reason: a word}]\n"
    assert found(files={"seeds/report.txt": TEXT, "seeds/report.yaml": "kind: report\n" + HELD + aside}) == []


def test_a_part_is_marked_where_it_stands_once(found):
    """Folded like a quote; twice is as wrong as never, and the message says which, and of what."""
    files = {"seeds/report.txt": TEXT, "seeds/report.yaml": "kind: report\n" + HELD}
    good = "parts: [{as: headline, exact: '\"A second quay\", they said.'}]\n"
    assert found(files={**files, "seeds/report.yaml": "kind: report\n" + HELD + good}) == []
    bad = "parts: [{as: caption, exact: a}, {as: boilerplate, exact: nowhere}]\n"
    problems = found(files={**files, "seeds/report.yaml": "kind: report\n" + HELD + bad})
    assert [(problem.code, problem.message) for problem in problems] == [
        ("part-not-once", "the caption is 2 times in seeds/report.txt"),
        ("part-not-once", "the boilerplate is not in seeds/report.txt"),
    ]


def test_only_what_the_vocabulary_knows_is_a_part(found):
    """A word of another vocabulary is refused with what there is."""
    wrong = "parts: [{as: title, exact: said}]\n"
    problems = found(files={"seeds/report.txt": TEXT, "seeds/report.yaml": "kind: report\n" + HELD + wrong})
    assert [problem.code for problem in problems] == ["value-not-in-vocabulary"]


def test_a_text_is_counted_once_however_often_drafts_are_checked(found, monkeypatch):
    """A text of five million characters takes a quarter of a second, and a draft is checked at each pause in typing."""
    counted = []
    monkeypatch.setattr(sources, "folds_whole", lambda text: counted.append(text) or True)
    text = f"{TEXT}Counted once.\n"
    for _ in range(3):
        found(files={"seeds/report.txt": text})
    assert counted.count(text) == 1
