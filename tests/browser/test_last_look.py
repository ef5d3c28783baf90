"""What is new since the reader last looked, as the browser remembers it."""

import pytest
from playwright.sync_api import expect

from tests.copying import edit

NEWS = "#dl-news"


@pytest.mark.proof
def test_what_changed_since_the_last_look_is_told_for_this_visit(visit, served_anew, workspace, committed):
    """Nothing the first time; then what happened meanwhile, also after a reload, until the next visit."""
    committed(workspace, "2026-11-20")
    with served_anew(DATELINE_WORKSPACE=str(workspace)) as url:
        page = visit(url=url, figures=False)
        expect(page.locator(".dl-overview")).to_be_visible()
        page.wait_for_function("Object.keys(localStorage).some((key) => key.startsWith('dateline-last-look'))")
        expect(page.locator(NEWS)).to_be_hidden()
        edit(workspace, "events/ecuador/us-base-closed.yaml", "{status: draft}", "{status: retracted, note: Wrong.}")
        page.evaluate("sessionStorage.clear()")
        page.reload()
        expect(page.locator(NEWS)).to_contain_text("Since you last looked")
        page.reload()
        expect(page.locator(NEWS)).to_contain_text("retracted")
        page.goto(f"{url}/changes?since=HEAD")
        page.get_by_role("link", name="Your last visit").click()
        expect(page.locator(".dl-sentences")).to_contain_text("The review is now retracted; it was draft.")
        expect(page.get_by_role("link", name="Your last visit")).to_have_attribute("aria-current", "true")
        page.close()
