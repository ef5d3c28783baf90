"""Waiting until a page has taken a change."""

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page

FITTING = """() => [...document.querySelectorAll('.dl-figure')].every((figure) => {
    const plot = figure.querySelector('.dl-plot');
    return plot.querySelector('.main-svg') && Math.abs(Number(plot.dataset.drawn) - figure.clientWidth) <= 16;
})"""


FRAMES = "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))"
"""What watches a size has seen it by then: it is told within the next frame."""


def resized(page: Page, width: int, height: int = 900) -> None:
    """Give the page another size, and wait until every part has taken it and every figure is drawn for it."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(FRAMES)
    page.wait_for_function(FITTING)


def each_page(pages: Mapping[str, Any], often: tuple[str, ...]) -> list[Any]:
    """Cases for every page by name: those named in `often` at each run, the rest, which take long, in `make proof`."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)), id=name, marks=[] if name in often else [pytest.mark.proof]
        )
        for name, case in pages.items()
    ]
