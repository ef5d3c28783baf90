"""The Data page as a reader meets it."""

import csv

import pytest
from playwright.sync_api import expect


@pytest.fixture
def broken(changed):
    """One event set aside, and one file that is not read."""
    file = changed / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("threads:", "thread:", 1), encoding="utf-8")
    (changed / "events" / "ecuador" / "notes.yml").write_text("title: x\n", encoding="utf-8")
    return changed


@pytest.mark.proof
def test_problems_are_grouped_copied_and_taken_away(visit, broken):
    """The grouping is in the address; Copy has one line, Copy all every line; the CSV has a row for each."""
    page = visit("/?page=data", figures=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    heads = page.locator(".dl-file-problems h2")
    expect(heads).to_contain_text(["notes.yml", "us-base-closed.yaml"])
    page.get_by_role("link", name="Code", exact=True).click()
    expect(heads).to_contain_text(["file-not-read", "key-unknown"])
    assert "group=code" in page.url
    page.reload()
    expect(heads).to_contain_text(["file-not-read", "key-unknown"])
    page.get_by_role("button", name="Copy the problem at events/ecuador/us-base-closed.yaml:3").click()
    copied = "navigator.clipboard.readText()"
    assert page.evaluate(copied).startswith("events/ecuador/us-base-closed.yaml:3:1: error key-unknown: ")
    page.get_by_role("button", name="Copy all").click()
    assert len(page.evaluate(copied).splitlines()) == 2
    with page.expect_download() as download:
        page.get_by_role("link", name="All problems as CSV").click()
    assert download.value.suggested_filename == "problems.csv"
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["file-not-read", "key-unknown"]


@pytest.mark.proof
def test_a_reload_and_a_change_are_told(visit, broken):
    """Reload now reads every file; a change of one reads one, and the counts follow by themselves."""
    page = visit("/?page=data", figures=False)
    aside = page.locator(".dl-data aside")
    expect(aside).to_contain_text("Changes appear automatically")
    page.get_by_role("button", name="Reload now").click()
    expect(aside).not_to_contain_text("unchanged and reused")
    (broken / "events" / "ecuador" / "notes.yml").unlink()
    expect(page.locator("h1")).to_have_text("1 error in 1 file", timeout=4_000)
    (broken / "events" / "ecuador" / "other.yml").write_text("", encoding="utf-8")  # the reload is over by now
    expect(page.locator("h1")).to_have_text("1 error and 1 warning in 2 files", timeout=4_000)
    expect(aside).to_contain_text("unchanged and reused")


@pytest.mark.proof
@pytest.mark.parametrize(("width", "dark"), [(1440, False), (390, True)])
def test_nothing_is_wider_than_the_page(visit, broken, width, dark):
    """Long lines of a file scroll in their own box."""
    long = broken / "events" / "ecuador" / f"{'long-' * 14}name.yaml"
    long.write_text(f"title: {'x' * 300}\nnope: {'y' * 300}\n", encoding="utf-8")
    page = visit("/?page=data", width=width, dark=dark, figures=False)
    expect(page.locator(".dl-data")).to_contain_text("long-long")
    assert page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
