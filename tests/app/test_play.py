"""Time that is played, through the address: what is shown, counted, and offered."""


def test_what_is_later_is_not_shown_but_counted(page, workspace):
    """Sentence, overview and both figures go by the day; the three counts add up to all."""
    seen = page(workspace, until="2009-07-17")
    assert seen.text("sentence").startswith("3 of 18 events so far, until 17 July 2009 · 14 later · 1 undated")
    assert seen.text("card").startswith("As of")
    assert "3 events in 1 thread" in seen.text("card")
    for figure in ("map", "timeline"):
        reached = {event for mark in seen.data(figure)["marks"] for event in mark[2]}
        assert reached == {"us-base-hosted", "us-base-notice", "us-base-last-flight"}


def test_the_steps_are_the_dates_of_what_the_filters_let_through(page, workspace):
    """The slider has no empty step, and says where it is in words."""
    steps = page(workspace).data("play")["steps"]
    assert steps == sorted(set(steps))
    assert steps[0] == "1999-01-01"
    found = page(workspace, show="thread:us-forces-korea-costs", until="2025-08-25").data("play")
    assert found["steps"] == ["2025-07-08", "2025-07-09", "2025-08-25", "2025-08-27"]
    assert (found["at"], found["active"], found["words"][2]) == (2, True, "25 August 2025")
    assert found["said"] == "4 of 18 events so far, until 25 August 2025 · 12 filtered out · 1 later · 1 undated"


def test_nothing_is_played_until_it_is_asked_for(page, workspace):
    """The button alone; an address that names no day plays nothing."""
    for query in ({}, {"until": "soon"}):
        seen = page(workspace, **query)
        assert seen.data("play")["active"] is False
        assert seen.text("play") == "Play"
        assert seen.text("sentence").startswith("18 of 18 events shown")


def test_a_month_in_the_address_is_played_to_its_end(page, workspace):
    """The last day that it allows."""
    assert "until 31 July 2025" in page(workspace, until="2025-07").text("sentence")


def test_lanes_and_questions_are_in_the_address(page, workspace):
    """Lanes by country; a question in the card's place, which another address lets go."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    text = registry.read_text(encoding="utf-8")
    asked = 'pay-more: {text: "Will South Korea agree to pay more for the U.S. forces there?"'
    assert asked in text
    registry.write_text(text.replace(asked, f'{asked}, due: "2999-12-15"'), encoding="utf-8")
    seen = page(workspace, lanes="country", question="us-forces-korea-costs/pay-more")
    assert "in lanes by country" in seen.data("timeline")["description"]
    assert "Lanes by country" in seen.text("spread")
    assert "Will South Korea agree to pay more" in seen.text("card")
    assert "Due 15 December 2999" in seen.text("card")
    assert ["question", "us-forces-korea-costs/pay-more"] in [mark[4:] for mark in seen.data("timeline")["marks"]]
    assert seen.data("timeline")["chosen"] == ["question", "us-forces-korea-costs/pay-more"]
    assert "18 events in 2 threads" in page(workspace, lanes="nothing", question="no/such").text("card")
