"""The text of a document on its way into the inbox: text and Markdown are read here, all else in a confined process."""

from dashboard.exchange.documents import GivenDocument, ReadDocument, form_of, read_confined, read_document

_READ_HERE = ("txt", "md")


def read_quickly(given: GivenDocument, encoding: str | None = None) -> ReadDocument:
    """The document. Raises `DocumentRefused`."""
    form = given.form or form_of(given.raw, given.name)
    read = read_document if form in _READ_HERE else read_confined
    return read(given.raw, form, name=given.name, encoding=encoding, declared=given.charset)
