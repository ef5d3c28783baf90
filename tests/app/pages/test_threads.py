"""What the Threads page says, in each state."""

import re

import generating

ECUADOR, KOREA = "us-ecuador-basing", "us-forces-korea-costs"


def test_of_many_other_figures_a_dozen_are_in_sight(page, tmp_path):
    """The others are behind a press."""
    seen = page(generating.generate(tmp_path / "many", 60), page="threads", thread="grain")
    html = seen.data("story")["html"]
    before, _, behind = html.partition('<details id="thread-figures"><summary>7 more figures</summary>')
    assert (len(re.findall(r"\$\d", before)), len(re.findall(r"\$\d", behind))) == (24, 14)


def test_the_address_names_the_thread_and_its_event(page, workspace):
    """The ladder knows what is selected; without a thread in the address, that of the event is told."""
    seen = page(workspace, page="threads", thread=ECUADOR, event="us-base-closed")
    assert "The U.S. base in Ecuador closes" in seen.text("card")
    assert seen.data("ladder")["selected"] == "us-base-closed"
    assert f"page=threads&amp;thread={ECUADOR}&amp;event=us-base-notice" in seen.data("story")["html"]
    assert "card" not in page(workspace, page="threads", thread=KOREA, as_="reported").keys
    seen = page(workspace, page="threads", event="trump-korea-base-land")
    assert "Who pays for U.S. forces in South Korea" in seen.text("thread-head")


def test_hostile_titles_stay_text(page, workspace):
    """Tags are read as they stand; what would turn the direction of writing is made visible."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    title = "<script>alert(1)</script> \u202eevil " + "W" * 300
    registry.write_text(registry.read_text().replace("title: U.S. troops in Ecuador", f'title: "{title}"'))
    seen = page(workspace, page="threads")
    assert "<script>alert(1)</script> [U+202E]evil" in seen.text("thread-head")
    assert "<script>" not in seen.data("thread-head")["html"]
