"""What the Outlook page says, in each state."""

ANSWER = """\
title: All come
when: {assessed: {date: "2021-06-01", basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa]}}"""


def scored(workspace, number):
    """So many questions that were judged likely, and then came."""
    names = [f"s{each}" for each in range(number)]
    threads = workspace / "events" / "registry" / "threads.yaml"
    questions = "".join(f'    {name}: {{text: "Will {name} come?"}}\n' for name in names)
    threads.write_text(threads.read_text(encoding="utf-8") + f"more:\n  title: More\n  questions:\n{questions}")
    judged = [
        f'  - {{question: more/{name}, likelihood: likely, confidence: low, claims: [told], by: AB, on: "2020-01-01"}}'
        for name in names
    ]
    answers = [f'  - {{question: more/{name}, outcome: "yes", claims: [told]}}' for name in names]
    text = "\n".join([ANSWER, "judgements:", *judged, "answers:", *answers])
    (workspace / "events" / "ecuador" / "all-come.yaml").write_text(text, encoding="utf-8")
    return workspace


def test_likelihood_is_a_bar_and_the_dates_ahead_are_a_file(page, world):
    """From where to where the word reaches, and a calendar where something is ahead."""
    seen = page(world("asked"), page="outlook")
    assert 'style="inset-inline-start:20%;width:25%"' in seen.data("open")["html"]
    assert [each.proto.label for each in seen.test.get("download_button")] == ["Upcoming dates (ICS)"]
    assert not page(world("seed"), page="outlook").test.get("download_button")


def test_from_ten_on_the_score_stands_with_its_count_and_diagram(page, workspace, world):
    """The middle of 55 to 80 %, ten times a yes: (1 - 0.675)². With fewer, there is neither."""
    few = page(scored(world("seed"), 9), page="outlook")
    assert ("Brier" in few.text("calibration"), "reliability" in few.keys) == (False, False)
    assert "scored 9 Answered, not scored: no forecast was made 1 Open 4" in few.text("calibration")
    seen = page(scored(workspace, 10), page="outlook")
    assert seen.text("calibration").partition("0.106 ")[1]
    assert "10 of 10" in seen.data("reliability")["description"]
    assert seen.text("reliability-table").partition("10 10 100 %")[1]
    assert seen.text("resolved").count("Judged before the answer") == 10
