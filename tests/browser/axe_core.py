"""What axe-core finds on a page."""

from importlib.resources import files

AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
"""To be run in the page once."""

SERIOUS = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter((found) => ['serious', 'critical'].includes(found.impact))
    .map((found) => [found.id, ...found.nodes.map((node) => node.target.join(' '))])"""
