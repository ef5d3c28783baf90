"""Texts cut into parts, lines and pieces, in code points."""

import hypothesis.strategies as st
from hypothesis import given

from dashboard.model.source import Source
from dashboard.query.marked_text import Mark, lines_of, marks_aside, part_at, parts_of

TEXTS = st.text("ab \n\r😀é\u202e\x00", max_size=80)


def read(text, *marks, part=None):
    return lines_of(text, [Mark(*mark) for mark in marks], part or (0, len(text)))


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
    """Lines are numbered from 1 and come without their ends."""
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
    marks = [Mark(start, min(start + length, len(text)), f"e/c/{n}") for n, (start, length) in enumerate(spans)]
    marks = [mark for mark in marks if mark.start < mark.end]
    read_back, begun = [], []
    for part in parts_of(text, size):
        for line in lines_of(text, marks, part):
            read_back.append("".join(piece.text for piece in line.pieces))
            begun += [mark for piece in line.pieces for mark in piece.begins]
    assert "".join(read_back).replace("\r", "") == text.replace("\n", "").replace("\r", "")
    visible = {mark for mark in marks if text[mark.start : mark.end].strip("\r\n")}
    assert visible <= set(begun)


def source(*sentences):
    aside = [{"exact": sentence, "reason": "No event."} for sentence in sentences]
    return Source.model_validate({"id": "s", "kind": "article", "set_aside": aside})


def test_sentences_set_aside_are_found_as_quotes_are():
    """Exactly, or folded; the first place where they stand, and nothing where they do not."""
    text = "An opinion. It’s  another. An opinion."
    marks = marks_aside(source("An opinion.", "It's another.", "Not there."), text)
    assert [(text[mark.start : mark.end], mark.key, mark.is_aside) for mark in marks] == [
        ("An opinion.", "aside/0", True),
        ("It’s  another.", "aside/1", True),
    ]
