"""Texts that are nearly the same: one dispatch in two outlets. Found by runs of letters that two texts share.

A text is taken as its letters and digits alone, small, so that typing, layout and punctuation do not matter. Of all
runs of `RUN` letters a fixed sixteenth is kept (those whose hash falls into it, whatever the text): two texts that
share many of these are compared in full. Time and memory are linear in the texts' length.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, TypeAlias
from zlib import crc32

import numpy as np
import numpy.typing as npt

RUN: Final = 24
"""Letters: about five English words, which two reports seldom share by chance."""
NEARLY: Final = 0.6
"""Share of the shorter text from which on two are called nearly the same."""
LEAST_LETTERS: Final = 200
"""A shorter text says too little to be like another one; it may be the same, letter for letter."""
LEAST_OF_A_FLASH: Final = 60
"""Letters: a sentence of ten words. Two shorter texts may be the same by chance."""
MOST_CHARACTERS: Final = 1_000_000
"""The most characters of a text that are compared."""

_SHARED_AT_LEAST: Final = 0.15
"""The least share of the shorter text's kept runs for a full comparison: one changed word breaks all runs over it."""
_NEIGHBOURS: Final = 8
"""If many texts share a run, each is compared with this many of the next ones, and with the first."""
_BASE: Final = np.uint32(0x9E3779B1)
_MIX: Final = np.uint32(0x85EBCA6B)
_KEPT_BITS: Final = np.uint32(28)
_BMP: Final = 0x10000

Hashes: TypeAlias = npt.NDArray[np.uint32]
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two texts that are nearly the same."""

    first: str
    """Id of a source; before `second` in the order of the texts."""
    second: str
    share: float
    """The share of the shorter text's letters that are in runs which the other text has too, from `NEARLY` to 1."""


@dataclass(frozen=True, slots=True)
class NearDuplicates:
    """Pairs of texts in a workspace that are nearly the same, and what is kept to compare again after a change."""

    pairs: tuple[DuplicatePair, ...] = ()
    """In the order of the texts."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Source id to the SHA-256 of its text: what was looked at."""
    sketches: Mapping[str, Hashes] = field(default_factory=dict, repr=False)
    """SHA-256 of a text to the runs that are kept of it, sorted."""
    shares: Mapping[tuple[str, str], float] = field(default_factory=dict, repr=False)
    """Two of these to the share that the texts have in common."""

    @property
    def groups(self) -> list[tuple[tuple[str, ...], float]]:
        """The texts that are alike, each in one group: ids in the order of the texts, and the least share of a pair."""
        group_of: dict[str, list[DuplicatePair]] = {}
        for pair in self.pairs:
            one, other = group_of.setdefault(pair.first, []), group_of.setdefault(pair.second, [])
            one.append(pair)
            if one is not other:
                one.extend(other)
                for each in other:
                    group_of[each.first] = group_of[each.second] = one
                group_of[pair.second] = one
        order = {id_: number for number, id_ in enumerate(self.texts)}
        groups = {id(pairs): pairs for pairs in group_of.values()}.values()
        return [
            (
                tuple(sorted({id_ for each in pairs for id_ in (each.first, each.second)}, key=order.__getitem__)),
                min(each.share for each in pairs),
            )
            for pairs in groups
        ]


NO_DUPLICATES: Final = NearDuplicates()


def near_duplicates_of(
    texts: Mapping[str, str], hashes: Mapping[str, str], earlier: NearDuplicates = NO_DUPLICATES
) -> NearDuplicates:
    """Find the `texts` (source id to text) that are nearly the same; `hashes` has the SHA-256 of each.

    With `earlier`, only texts that were not there then are read.
    """
    if len(texts) < 2:
        return NO_DUPLICATES
    looked_at = {id_: hashes[id_] for id_ in texts}
    if looked_at == earlier.texts:
        return earlier
    ids = list(texts)
    sketches = {hashes[id_]: earlier.sketches.get(hashes[id_], _NO_SKETCH) for id_ in ids}
    for id_ in ids:
        if sketches[hashes[id_]] is _NO_SKETCH:
            sketches[hashes[id_]] = sketch(texts[id_])
    shares: dict[tuple[str, str], float] = {}
    pairs, groups, read = [], _Groups(), _LastRead()
    for one, other in _candidates([sketches[hashes[id_]] for id_ in ids]):
        if groups.are_in_a_large_one(one, other):
            continue
        first, second = ids[one], ids[other]
        key = (hashes[first], hashes[second])
        known = 1.0 if key[0] == key[1] else earlier.shares.get(key)
        shares[key] = known if known is not None else _share(read.letters_of(texts[first]), _letters(texts[second]))
        if shares[key] >= NEARLY:
            pairs.append(DuplicatePair(first, second, shares[key]))
            groups.join(one, other)
    return NearDuplicates(tuple(pairs), looked_at, sketches, shares)


def share_in_common(one: str, other: str) -> float:
    """The share, 0 to 1, of the shorter text's letters in runs of `RUN` letters that the other has as well."""
    return _share(_letters(one), _letters(other))


def _share(one: Hashes, other: Hashes) -> float:
    shorter, longer = sorted((one, other), key=len)
    runs = _runs(shorter)
    if not runs.size:
        return 0.0
    return float(np.count_nonzero(_in_common(runs, _runs(longer), shorter.size))) / shorter.size


def _in_common(runs: Hashes, others: Hashes, letters: int) -> npt.NDArray[np.bool_]:
    """For each of so many letters whether it is in one of the `runs` that is among `others`."""
    known = np.sort(others)
    places = np.searchsorted(known, runs)
    places[places == known.size] = 0
    begin = (known[places] == runs if known.size else np.zeros(runs.size, np.bool_)).astype(np.int32)
    edges = np.zeros(letters + 1, np.int32)
    edges[: runs.size] += begin
    edges[RUN : RUN + runs.size] -= begin
    return np.cumsum(edges)[:-1] > 0


def share_covered(text: str, others: Iterable[str]) -> float:
    """The share, 0 to 1, of a text's letters in runs of `RUN` letters that any of the others has as well."""
    letters = _letters(text)
    runs = _runs(letters)
    if not runs.size:
        return 0.0
    is_covered = np.zeros(letters.size, np.bool_)
    for other in others:
        is_covered |= _in_common(runs, _runs(_letters(other)), letters.size)
    return float(np.count_nonzero(is_covered)) / letters.size


def kept_runs(text: str) -> Hashes:
    """The runs of a text that are kept, as by `sketch`, but of a text of any length."""
    runs = _runs(_letters(text))
    return np.unique(runs[(runs * _MIX) >> _KEPT_BITS == 0])


def shared_spans(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """What two texts share, in each of them: half-open spans in code points, rising, of `RUN` letters or more."""
    (letters, places), (others, their_places) = _placed_letters(one), _placed_letters(other)
    runs, their_runs = _runs(letters), _runs(others)
    return (
        _spans(_in_common(runs, their_runs, letters.size), places),
        _spans(_in_common(their_runs, runs, others.size), their_places),
    )


def _spans(shared: npt.NDArray[np.bool_], places: npt.NDArray[np.int64]) -> list[Span]:
    edges = np.diff(np.concatenate(([0], shared.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    return [(int(places[start]), int(places[end - 1]) + 1) for start, end in zip(starts, ends, strict=True)]


def _placed_letters(text: str) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Letters and digits, small and without marks, and where in the text each stands."""
    found = [
        (ord(letter), place)
        for place, character in enumerate(text[:MOST_CHARACTERS])
        for letter in _plain_letters(character)
    ]
    return np.array([each[0] for each in found], np.uint32), np.array([each[1] for each in found], np.int64)


@lru_cache(maxsize=4096)
def _plain_letters(character: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKD", character).casefold()))


class _Groups:
    """Texts that are alike, by their places in the list: in a large group not each need be compared with each."""

    def __init__(self) -> None:
        self._of: dict[int, list[int]] = {}

    def join(self, one: int, other: int) -> None:
        """Two that are alike, and all that are alike to them, are one group."""
        ones, others = self._of.setdefault(one, [one]), self._of.setdefault(other, [other])
        if ones is not others:
            larger, smaller = sorted((ones, others), key=len, reverse=True)
            larger.extend(smaller)
            self._of.update(dict.fromkeys(smaller, larger))

    def are_in_a_large_one(self, one: int, other: int) -> bool:
        """Whether both are in one group, of more than `_NEIGHBOURS`."""
        group = self._of.get(one)
        return group is not None and group is self._of.get(other) and len(group) > _NEIGHBOURS


class _LastRead:
    """The letters of a text that several others are compared with, one after another."""

    def __init__(self) -> None:
        self._text = ""
        self._letters = _EMPTY

    def letters_of(self, text: str) -> Hashes:
        """The letters of a text; those of the text asked for last are kept."""
        if text is not self._text:
            self._text, self._letters = text, _letters(text)
        return self._letters


def sketch(text: str) -> Hashes:
    """The runs of a text that are kept, sorted and each once; of one shorter than `LEAST_LETTERS`, all as one run."""
    letters = _letters(text)
    if letters.size < LEAST_OF_A_FLASH:
        return _EMPTY
    if letters.size < LEAST_LETTERS:
        return np.array([crc32(letters.tobytes())], np.uint32)
    runs = _runs(letters)
    return np.unique(runs[(runs * _MIX) >> _KEPT_BITS == 0])


_EMPTY: Final[Hashes] = np.empty(0, np.uint32)
_NO_SKETCH: Final[Hashes] = np.empty(0, np.uint32)


def _letters(text: str) -> Hashes:
    """Code points of the letters and digits, small and composed (NFKC)."""
    text = text[:MOST_CHARACTERS]
    folded = (text if text.isascii() else unicodedata.normalize("NFKC", text)).casefold()
    points = np.frombuffer(folded.encode("utf-32-le"), np.uint32)
    return points[_is_letter().take(points, mode="clip")]


@cache
def _is_letter() -> npt.NDArray[np.bool_]:
    """For each code point of the basic plane whether it is a letter or digit; the last entry stands for all above."""
    return np.array([*(chr(point).isalnum() for point in range(_BMP - 1)), True])


def _runs(letters: Hashes) -> Hashes:
    """A hash of each run of `RUN` letters, by where it begins (a polynomial modulo 2**32)."""
    if letters.size < RUN:
        return _EMPTY
    with np.errstate(over="ignore"):
        runs, power, eight = letters + np.uint32(1), _BASE, _EMPTY
        for length in (1, 2, 4, 8):
            runs = runs[:-length] * power + runs[length:]
            power = power * power
            eight = runs if length == 4 else eight
        return runs[:-8] * _BASE**8 + eight[16:]


def _candidates(sketches: list[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that share enough of the runs that are kept, by their places in the list."""
    sizes = np.array([each.size for each in sketches])
    keyed = np.concatenate(sketches).astype(np.uint64) << np.uint64(32)
    keyed |= np.repeat(np.arange(len(sketches), dtype=np.uint64), sizes)
    keyed.sort()
    if not keyed.size:
        return
    runs, owners = (keyed >> np.uint64(32)), (keyed & np.uint64(0xFFFFFFFF)).astype(np.int64)
    begins = np.concatenate(([True], runs[1:] != runs[:-1]))
    first = np.maximum.accumulate(np.where(begins, np.arange(runs.size), 0))
    far = np.flatnonzero(np.arange(runs.size) - first > _NEIGHBOURS)
    keys = [owners[first[far]] * len(sketches) + owners[far]]
    for step in range(1, _NEIGHBOURS + 1):
        same = np.flatnonzero(runs[step:] == runs[:-step])
        keys.append(owners[same] * len(sketches) + owners[same + step])
    pairs, counts = np.unique(np.concatenate(keys), return_counts=True)
    one, other = pairs // len(sketches), pairs % len(sketches)
    enough = counts >= np.maximum(1, _SHARED_AT_LEAST * np.minimum(sizes[one], sizes[other]))
    yield from zip(one[enough].tolist(), other[enough].tolist(), strict=True)
