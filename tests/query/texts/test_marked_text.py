"""Texts cut into parts, paragraphs and pieces, in code points."""

import hypothesis.strategies as st
from hypothesis import given

from dashboard.query.texts.marked_text import LANES, MarkKind, TextMark, lanes_of, paragraphs_of, part_at, parts_of

TEXTS = st.text("ab \n\r😀é\u202e\x00", max_size=80)


def read(text, *marks, part=None):
    return list(paragraphs_of(text, [TextMark(*mark) for mark in marks], part or (0, len(text))))


def shape(line):
    return [(piece.text, [mark.key for mark in piece.marks]) for piece in line.pieces]


def test_a_quote_is_cut_out_by_code_points():
    """Signs that UTF-16 counts twice count once."""
    (line,) = read("😀😀 two words", (3, 6, "e/c/0"))
    assert shape(line) == [("😀😀 ", []), ("two", ["e/c/0"]), (" words", [])]


def test_where_quotes_overlap_a_piece_bears_both_the_innermost_first():
    """Each begins once."""
    (line,) = read("abcdef", (0, 4, "a/c/0"), (2, 6, "b/c/0"))
    assert shape(line) == [("ab", ["a/c/0"]), ("cd", ["b/c/0", "a/c/0"]), ("ef", ["b/c/0"])]
    assert [[mark.key for mark in piece.begins] for piece in line.pieces] == [["a/c/0"], ["b/c/0"], []]


def test_the_same_words_quoted_twice_are_one_piece():
    """Both begin there."""
    (line,) = read("abc", (0, 2, "a/c/0"), (0, 2, "b/c/0"))
    assert [mark.key for mark in line.pieces[0].begins] == ["a/c/0", "b/c/0"]


def test_a_quote_in_two_parts_begins_once():
    """Both parts bear its mark; its note stands beside the first."""
    (line,) = read("one two three", (0, 3, "e/c/0"), (8, 13, "e/c/0"))
    assert shape(line) == [("one", ["e/c/0"]), (" two ", []), ("three", ["e/c/0"])]
    assert [len(piece.begins) for piece in line.pieces] == [1, 0, 0]


def test_a_quote_over_two_lines_begins_on_the_first():
    """Paragraphs are numbered by lines from 1 and come without their ends."""
    first, second = read("one\r\ntwo", (1, 7, "e/c/0"))
    assert (first.number, shape(first)) == (1, [("o", []), ("ne", ["e/c/0"])])
    assert (second.number, shape(second)) == (2, [("tw", ["e/c/0"]), ("o", [])])
    assert [mark.key for mark in first.pieces[1].begins] == ["e/c/0"]
    assert second.pieces[0].begins == ()


def test_a_quote_that_began_before_the_part_begins_again_in_it():
    """So that its note stands beside what is seen of it."""
    (line,) = read("abcdef", (0, 6, "e/c/0"), part=(3, 6))
    assert shape(line) == [("def", ["e/c/0"])]
    assert [mark.key for mark in line.pieces[0].begins] == ["e/c/0"]


def test_parts_end_at_lines_else_at_spaces_else_anywhere():
    """Never longer than asked for."""
    assert parts_of("aaaa\nbbbb\n", 6) == ((0, 5), (5, 10))
    assert parts_of("aaaa bbbb ", 6) == ((0, 5), (5, 10))
    assert parts_of("a" * 10, 4) == ((0, 4), (4, 8), (8, 10))
    assert parts_of("") == ((0, 0),)


def test_the_part_of_an_offset_is_the_one_that_holds_it():
    """The end of one part is the start of the next."""
    parts = ((0, 5), (5, 9))
    assert [part_at(parts, offset) for offset in (0, 4, 5, 8, 99)] == [0, 0, 1, 1, 1]


@given(TEXTS, st.integers(2, 20))
def test_parts_add_up_to_the_text(text, size):
    """In order, none longer than asked for, none empty but that of an empty text."""
    parts = parts_of(text, size)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(0 < end - start <= size for start, end in parts) or not text


@given(TEXTS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=6), st.integers(2, 40))
def test_whatever_is_marked_the_pieces_are_the_text(text, spans, size):
    """Nothing is lost or told twice, and a piece bears exactly the marks that cover it."""
    marks = [TextMark(start, min(start + length, len(text)), f"e/c/{n}") for n, (start, length) in enumerate(spans)]
    marks = [mark for mark in marks if mark.start < mark.end]
    read_back, begun = [], []
    for part in parts_of(text, size):
        for line in paragraphs_of(text, marks, part):
            read_back.append("".join(piece.text for piece in line.pieces))
            begun += [mark for piece in line.pieces for mark in piece.begins]
    assert "".join("".join(read_back).split()) == "".join(text.split())
    visible = {mark for mark in marks if text[mark.start : mark.end].strip()}
    assert visible <= set(begun)


def test_wrapped_lines_are_read_as_one_paragraph():
    """Its number is that of its first line; a blank line is counted and not shown."""
    text = "Title\r\n\r\nIt is a line of many words that goes on until\r\nit is full, and here it ends.\n"
    title, body = read(text, (9, 20, "e/c/0"))
    assert (title.number, body.number) == (1, 3)
    assert [piece.text for piece in body.pieces] == [
        "It is a lin",
        "e of many words that goes on until\nit is full, and here it ends.",
    ]


def test_quotes_that_overlap_have_underlines_of_their_own():
    """The lowest that is free from end to end, its parts on one level; what lies deeper shares the last."""
    marks = [
        TextMark(0, 9, "a"),
        TextMark(0, 4, "b"),
        TextMark(5, 8, "c"),
        TextMark(12, 14, "c"),
        TextMark(9, 11, "d"),
        TextMark(10, 20, "e"),
    ]
    assert lanes_of(marks) == {"a": 0, "b": 1, "c": 1, "d": 0, "e": 2}
    deep = [TextMark(0, 9, str(index)) for index in range(9)]
    assert set(lanes_of(deep).values()) == set(range(LANES))
    assert lanes_of([TextMark(0, 9, "aside/0", MarkKind.ASIDE)]) == {}
