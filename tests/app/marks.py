"""The marks in HTML: what each says, and where it leads."""

from html.parser import HTMLParser

VOID = {"br", "hr", "input", "path"}


class Marks(HTMLParser):
    """Every mark's word, where the link around it leads, and the classes around it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.around: list[tuple[str, dict[str, str | None]]] = []
        self.found: list[tuple[str, str | None, set[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "svg" and "dl-mark" in (given.get("class") or ""):
            link = next((each for name, each in reversed(self.around) if name == "a"), {})
            leads = link.get("data-value") if "dl-leads" in (link.get("class") or "") else None
            classes = {name for _, each in self.around for name in (each.get("class") or "").split()}
            self.found.append((str(given["aria-label"]), leads, classes))
        if tag not in VOID:
            self.around.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.around.pop()

    @property
    def leading(self) -> list[tuple[str, str | None]]:
        """Without the classes."""
        return [(word, leads) for word, leads, _ in self.found]
