"""Workspaces with a text as long as a book, whose first paragraphs tell of events that nobody has written yet."""

import hashlib
import random
from itertools import count
from pathlib import Path

from tests.benchmarks.generating import event, generate

SOURCE = "book"
"""The id of the text."""
SENTENCES_OF_A_PARAGRAPH = 6
OPENING = """\
In April 1955 the Harbour Board promised 400 crates of tools to the Lantern Society in Bandung. The Grain Office and \
the River Union sent letters. Officials put the price at 25,000 dollars, and said that 30 sheds were built for them.

In May 1956 the Border Office promised 90 rolls of cable to the Meadow Guild in Geneva. The Northern Council and the \
Harbour Board sent letters. Officials put the price at 7,500 dollars, and said that 12 lorries carried them.
"""
"""What the benchmark makes two events of."""


def write_book(root: Path, *, events: int, words: int = 0, size: int = 0) -> Path:
    """Write a workspace of some `events`, and a text of at least so many words and bytes beside them."""
    generate(root, events)
    text = book(words, size)
    data = text.encode()
    (root / "seeds" / f"{SOURCE}.txt").write_bytes(data)
    described = f"text: {{sha256: {hashlib.sha256(data).hexdigest()}, characters: {len(text)}}}"
    (root / "seeds" / f"{SOURCE}.yaml").write_text(f"kind: article\nlanguage: en\n{described}\n", encoding="utf-8")
    return root


def book(words: int, size: int) -> str:
    """The opening, and paragraphs of sentences that differ in days, names and numbers: the same each time."""
    chance = random.Random(words + size)
    paragraphs, has_words, has_size = [OPENING], 0, 0
    for number in count():
        if has_words >= words and has_size >= size:
            return "\n".join(paragraphs)
        sentences = [each for part in range(3) for each in event(number * 3 + part, chance)[1]]
        paragraphs.append(f"{' '.join(sentences[:SENTENCES_OF_A_PARAGRAPH])}\n")
        has_words += len(paragraphs[-1].split())
        has_size += len(paragraphs[-1])
    raise AssertionError("numbers end never")
