"""How often checks strike honest claims, and how many wrong ones they catch, on every corpus: for `make bench`."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sized
from pathlib import Path
from typing import Final

from tests.benchmarks.guarding import GUARDED, judged
from tests.benchmarks.variants import lay, measured

RIGHT: Final = {"place-not-quoted", "as-reported-not-quoted", "recipient-missing"}
"""Alarms in `../shared/evidence` that its README calls right."""
ALTERED: Final = ("calibration", "holdout")


def tables(shared: Path) -> Iterator[str]:
    """Lines of two tables: alarms by cause and what was caught of all, then what was caught by kind.

    `shared` is the folder with the texts and with the corpus that has its own; one line says so where there is none.
    """
    if not shared.is_dir():
        yield f"\nHow often checks are wrong was not measured: there is no {shared}.\n"
        return
    found = list(_corpora(shared))
    yield "\n| corpus | honest claims | alarms | by check | wrong variants caught |\n|---|---|---|---|---|\n"
    for name, claims, alarms, caught in found:
        causes = ", ".join(f"{code} {number}" for code, number in alarms.most_common())
        hit, every = (sum(column) for column in zip(*caught.values(), strict=True))
        yield f"| {name} | {claims} | {alarms.total()} | {causes} | {hit} of {every} |\n"
    yield "\n| corpus | kind | caught |\n|---|---|---|\n"
    for name, _, _, caught in found:
        for kind, (hit, every) in sorted(caught.items(), key=lambda each: each[1][0] / each[1][1]):
            yield f"| {name} | {kind} | {hit} of {every} |\n"


Corpus = tuple[str, int, Counter[str], Mapping[str, tuple[int, int]]]
"""Name, honest claims, alarms by code, and by kind the variants that were caught and all of them."""


def _corpora(shared: Path) -> Iterator[Corpus]:
    texts = shared / "article" / "more"
    for name in ALTERED:
        with tempfile.TemporaryDirectory() as folder:
            of_words = judged(GUARDED / name, texts, Path(folder) / "workspace")
        alarms = Counter({code: len(told) for code, told in of_words.false_alarms.items()})
        missed = {kind: of_words.missed(kind) for kind in of_words.altered}
        yield name, of_words.honest, alarms, _caught(of_words.altered, missed)
    with tempfile.TemporaryDirectory() as folder:
        third = GUARDED / "third"
        of_third = measured(third, lay(third, texts, Path(folder) / "workspace"))
    of_shared = measured(shared / "evidence")
    for name, of_variants in (("third", of_third), ("evidence", of_shared)):
        codes = [problem.code for problem in of_variants.alarms]
        right: Iterable[str] = RIGHT if name == "evidence" else ()
        alarms = Counter(code for code in codes if code not in right)
        yield name, of_variants.claims, alarms, _caught(of_variants.variants, of_variants.missed)


def _caught(every: Mapping[str, Sized], missed: Mapping[str, Sized]) -> dict[str, tuple[int, int]]:
    return {kind: (len(names) - len(missed.get(kind, ())), len(names)) for kind, names in every.items()}
