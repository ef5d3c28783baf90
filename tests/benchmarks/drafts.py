"""How right the proposals of `dateline draft` are, against what an analyst reads in the same texts (`drafts_gold/`)."""

import json
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from dashboard.checks.validation import Validation, validate
from dashboard.drafting.proposals import Proposal, propose_events
from dashboard.model.vocabularies import COUNTRY_FORMS, ENGLISH

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).parent / "drafts_gold"
TEXTS = ROOT.parent / "shared" / "article" / "more"
UNSEEN: frozenset[str] = frozenset(
    {
        "milestones_1921-1936_kellogg-briand-pact",
        "milestones_1953-1960_taiwan-strait-crises",
        "state_2022-04-21_czech-defense-agreement",
        "state_2022-07-19_meeting-with-moldova",
    }
)
"""Texts and answers that whoever builds the drafter has not seen."""
FIELDS = ("date", "place", "actor", "role", "amount", "type")
NAMES_OF_FIELDS = {"when": "date", "where": "place", "who": "actor", "amounts": "amount"}
OFFICES = frozenset(
    {"Congress", "Government", "Party", "Council", "Treasury", "Bank", "Agency", "Union", "Navy", "Defense", "States"}
)
"""Words of names that no person has."""
ENOUGH = 0.5
"""Share of the shorter quote that both have, for them to be of one event."""


@dataclass
class Tally:
    """What was counted."""

    right: Counter = field(default_factory=Counter)
    filled: Counter = field(default_factory=Counter)
    wanted: Counter = field(default_factory=Counter)
    """Fields of the answers that were matched."""
    wanted_of_all: Counter = field(default_factory=Counter)
    """Fields of all answers that are not borderline."""
    events: Counter = field(default_factory=Counter)
    """`matched`, `duplicate`, `wrong`; `found` and `wanted` of the answers that are not borderline."""
    misses: list = field(default_factory=list)

    def add(self, other):
        """Count another tally in."""
        for name in ("right", "filled", "wanted", "wanted_of_all", "events"):
            getattr(self, name).update(getattr(other, name))
        self.misses += other.misses


def plain(name: str) -> str:
    """A name without accents and case."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(bare.casefold().replace("’", "'").split()).removeprefix("the ")


def country_forms(name: str) -> set[str]:
    """What else a country may be called."""
    return {plain(each) for forms in COUNTRY_FORMS if name in forms for each in forms} | {plain(name)}


def spans_of(quotes: Iterable[str], text: str) -> list[tuple[int, int]]:
    """Every place of each quote."""
    found = []
    for quote in quotes:
        start = text.find(quote)
        while start >= 0:
            found.append((start, start + len(quote)))
            start = text.find(quote, start + 1)
    return found


def overlap(one: Iterable[tuple[int, int]], other: Iterable[tuple[int, int]]) -> bool:
    """Whether a passage of each share half of the shorter one."""
    return any(
        min(b, d) - max(a, c) >= ENOUGH * min(b - a, d - c) for (a, b), (c, d) in product(list(one), list(other))
    )


def is_right_date(value: Any, answer: Any) -> bool:
    """Whether a date is the answer's, as written."""
    return bool(answer) and value["reported"] in {answer["edtf"], *answer.get("also_right", ())} - {None}


def is_right_place(id_: str, answer: Any, proposal: Proposal, validation: Validation) -> bool:
    """Whether name and country are those of the answer."""
    if not answer:
        return False
    entry = proposal.entries.get("places", {}).get(id_)
    known = validation.workspace.places.get(id_)
    name, country = (entry["name"], entry["country"]) if entry else (known.name, known.country)
    wanted = [answer, *answer.get("also_right", ())]
    return any(
        each["name"] and plain(name) in country_forms(each["name"]) and country == each["country"] for each in wanted
    )


def actor_of(id_: str, words: str, answer: Any, proposal: Proposal, validation: Validation) -> Any:
    """The actor of the answer that one is; None where it is none of them."""
    entry = proposal.entries.get("actors", {}).get(id_)
    known = validation.workspace.actors.get(id_)
    names = {entry["name"]} if entry else set(known.names)
    for each in answer["actors"]:
        others = country_forms(each["name"])
        mine = {form for name in names for form in country_forms(name)}
        said, theirs = plain(words), plain(each["words"])
        if mine & others or said in theirs or theirs in said:
            return each
    return None


def is_right_amount(value: Any, answer: Any) -> Any:
    """The amount of the answer that one is; None where it is none of them."""
    for each in answer["amounts"]:
        unit = value.get("currency") or singular(value.get("unit", ""))
        ends = (value["value"], value.get("to"))
        wanted = (each.get("value", each.get("min")), each.get("max") if "value" not in each else None)
        if unit == singular(each["unit"]) and ends == wanted:
            return each
    return None


def singular(unit: str) -> str:
    """A unit's noun in singular; whoever is a person is of the people."""
    noun = unit.split()[-1] if unit else ""
    bare = noun if noun.isupper() else noun.lower()
    bare = bare[:-1] if bare.endswith("s") and not bare.endswith("ss") else bare
    human = {each.removesuffix("s") for each in ENGLISH["human"]} | {"serviceman", "servicemen", "people", "civilian"}
    return "people" if bare in human else bare


def judge_fields(proposal: Proposal, answer: Any, validation: Validation) -> tuple[Counter, Counter, list]:
    """How many fields are filled, how many of them rightly, and the wrong ones."""
    filled, right, misses = Counter(), Counter(), []

    def count(name, ok, value, counted=True):
        filled[name] += 1
        right[name] += ok
        right[f"{name} counted"] += ok and counted
        if not ok:
            misses.append((name, value, proposal.title, answer["about"]))

    for each in proposal.filled:
        name = NAMES_OF_FIELDS[each.field]
        if name == "date":
            count(
                name,
                is_right_date(each.value, answer["date"]),
                each.value,
                bool(answer["date"] and answer["date"]["edtf"]),
            )
        elif name == "place":
            ok = is_right_place(each.value, answer["place"], proposal, validation)
            count(name, ok, each.value, bool(answer["place"] and answer["place"]["name"]))
        elif name == "actor":
            found = actor_of(each.value, each.words, answer, proposal, validation)
            count(name, found is not None, (each.value, each.role), found is not None and not found.get("optional"))
            if found is not None:
                roles = {found["role"], *found.get("also_right_roles", ())}
                count("role", each.role in roles, (each.value, each.role), not found.get("optional"))
        else:
            found = is_right_amount(each.value, answer)
            count(name, found is not None, each.value, found is not None and not found.get("optional"))
    if proposal.types:
        count("type", proposal.types[0] in answer["types"], proposal.types)
        right["type of three"] += any(each in answer["types"] for each in proposal.types)
    return filled, right, misses


def wanted_fields(answer: Any) -> Counter:
    """The fields that an answer has, as far as it is a loss to leave them open."""
    actors = sum(not each.get("optional") for each in answer["actors"])
    return Counter(
        {
            "date": int(bool(answer["date"] and answer["date"]["edtf"])),
            "place": int(bool(answer["place"] and answer["place"]["name"])),
            "actor": actors,
            "role": actors,
            "amount": sum(not each.get("optional") for each in answer["amounts"]),
            "type": int(bool(answer["types"])),
        }
    )


def judge_text(gold: Any, text: str, proposals: Iterable[Proposal], validation: Validation) -> Tally:
    """The tally of one text, by the rules of `drafts_gold/README.md`."""
    tally, answers = Tally(), gold["events"]
    spans = [spans_of(each["quotes"], text) for each in answers]
    pairs = []
    for proposal, (number, answer) in product(proposals, enumerate(answers)):
        if overlap([proposal.span], spans[number]):
            filled, right, misses = judge_fields(proposal, answer, validation)
            agree = sum(right[name] for name in FIELDS) - sum(filled[name] - right[name] for name in FIELDS)
            pairs.append((agree, proposal.key, number, (filled, right, misses)))
    pairs.sort(key=lambda each: (-each[0], each[1], each[2]))
    taken: dict[str, Any] = {}
    numbers: set[int] = set()

    def take(key, number, found):
        taken[key] = found
        numbers.add(number)
        tally.events["matched"] += 1
        tally.wanted.update(wanted_fields(answers[number]))

    for _, key, number, found in best_pairs(pairs):
        take(key, number, found)
    for _, key, number, found in pairs:
        if key not in taken and not any(one == key and other in numbers for _, one, other, _ in pairs):
            take(key, number, found)
    for _, key, number, found in pairs:
        if key not in taken and number in numbers:
            taken[key] = (found[0], Counter({k: v for k, v in found[1].items() if "counted" not in k}), found[2])
            tally.events["duplicate"] += 1
    for filled, right, misses in taken.values():
        tally.filled.update(filled)
        tally.right.update(right)
        tally.misses += misses
    for proposal in proposals:
        if proposal.key not in taken:
            tally.events["wrong"] += 1
            names = Counter(NAMES_OF_FIELDS[each.field] for each in proposal.filled)
            tally.misses.append(("event", [each.value for each in proposal.filled], proposal.title, "no answer"))
            tally.events["fields of wrong"] += sum(names.values())
    for number, answer in enumerate(answers):
        if not answer.get("borderline"):
            tally.events["wanted"] += 1
            tally.events["found"] += number in numbers
            tally.wanted_of_all.update(wanted_fields(answer))
    return tally


def best_pairs(pairs: list) -> list:
    """The pairs, each proposal and each answer once, that agree in most fields."""
    keys = sorted({each[1] for each in pairs})

    @cache
    def best(index: int, used: frozenset[int]) -> tuple[tuple[int, int], tuple]:
        if index == len(keys):
            return (0, 0), ()
        found = [best(index + 1, used)]
        for place, (agree, key, number, _) in enumerate(pairs):
            if key == keys[index] and number not in used:
                (sum_, count), rest = best(index + 1, used | {number})
                found.append(((sum_ + agree, count + 1), (place, *rest)))
        return max(found, key=lambda each: each[0])

    return [pairs[place] for place in best(0, frozenset())[1]]


def golds(folder: Path = GOLD) -> Iterator[Any]:
    """The answers, text by text."""
    for path in sorted(folder.glob("*.yaml")):
        yield yaml.safe_load(path.read_text(encoding="utf-8"))


def read_text(name: str) -> str | None:
    """A text by its name; None where it is not on this machine."""
    path = ROOT / "seeds" / "us-troops-ecuador.txt" if name == "article" else TEXTS / f"{name}.txt"
    return path.read_text(encoding="utf-8") if path.exists() else None


def lay_text(name: str, text: str, published: str | None, folder: Path, people: Iterable[str] = ()) -> Path:
    """A workspace with the text alone, and with those who are in it where a team knows them."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "events" / "registry").mkdir(parents=True)
    (folder / "seeds" / "text.txt").write_text(text, encoding="utf-8")
    kind = "press-release" if name.startswith("state") else "article"
    day = f'published: {{assessed: {{date: "{published}", basis: external, note: x}}}}\n' if published else ""
    held = f"text: {{sha256: {sha256(text.encode()).hexdigest()}, characters: {len(text)}}}\n"
    (folder / "seeds" / "text.yaml").write_text(f"kind: {kind}\nlanguage: en\n{held}{day}", encoding="utf-8")
    actors = {f"actor-{number}": actor_entry(each) for number, each in enumerate(sorted(set(people)))}
    if actors:
        (folder / "events" / "registry" / "actors.yaml").write_text(
            "".join(f"{id_}: {json.dumps(each)}\n" for id_, each in actors.items()), encoding="utf-8"
        )
    return folder


def actor_entry(name: str) -> dict[str, str]:
    """An actor as a team's registry has it: a person is known by the last name, too."""
    parts = name.split()
    is_person = len(parts) > 1 and all(each[0].isupper() for each in parts) and OFFICES.isdisjoint(parts)
    is_person = is_person and not any(name in forms for forms in COUNTRY_FORMS)
    return {"name": name, "kind": "person" if is_person else "other"}


def judge_gold(gold: Any, *, known: bool = False) -> Tally | None:
    """The tally of a text with its answers; `known`: the registry has all actors of the answers."""
    text = read_text(gold["text"])
    if text is None:
        return None
    people = [each["name"] for event in gold["events"] for each in event["actors"]] if known else ()
    with tempfile.TemporaryDirectory() as folder:
        root = lay_text(gold["text"], text, gold["published"], Path(folder) / "workspace", people)
        validation = validate(root)
        return judge_text(gold, text, propose_events("text", validation).proposals, validation)


def share(part: int, whole: int) -> str:
    """A share with what it is of."""
    return f"{part / whole:.2f} ({part} of {whole})" if whole else "-"


def report(title: str, tally: Tally) -> Iterator[str]:
    """A table of one tally."""
    events = tally.events
    proposals = events["matched"] + events["duplicate"] + events["wrong"]
    yield f"{title}: {proposals} proposals"
    right, found = proposals - events["wrong"], share(events["found"], events["wanted"])
    yield f"  events   precision {share(right, proposals)}, recall {found}; {events['duplicate']} duplicates"
    yield f"           wrong {events['wrong']}, with {events['fields of wrong']} fields"
    for name in FIELDS:
        counted = tally.right[f"{name} counted"]
        yield (
            f"  {name:<8} precision {share(tally.right[name], tally.filled[name])}, "
            f"recall {share(counted, tally.wanted[name])}, of all events {share(counted, tally.wanted_of_all[name])}"
        )
    named = ("date", "place", "actor", "amount")
    right, filled = (sum(each[name] for name in named) for each in (tally.right, tally.filled))
    counted = sum(tally.right[f"{name} counted"] for name in named)
    yield (
        f"  filled   precision {share(right, filled)}, with those of wrong events "
        f"{share(right, filled + events['fields of wrong'])}, recall "
        f"{share(counted, sum(tally.wanted[name] for name in named))}, of all events "
        f"{share(counted, sum(tally.wanted_of_all[name] for name in named))}"
    )


def say(text: str) -> None:
    """Print lines."""
    sys.stdout.write(f"{text}\n")


def main(arguments: list[str]) -> None:
    """Print the figures; with `-v`, what is wrong; with a folder, those of the answers in it."""
    folders = [Path(each) for each in arguments if not each.startswith("-")] or [GOLD]
    for known, title in ((False, "empty registry"), (True, "all actors registered")):
        seen, unseen = Tally(), Tally()
        for gold in (each for folder in folders for each in golds(folder)):
            tally = judge_gold(gold, known=known)
            if tally is None:
                say(f"skipped: {gold['text']} is not in {TEXTS}")
                continue
            (unseen if gold["text"] in UNSEEN else seen).add(tally)
        for name, tally in (("seen texts", seen), ("unseen texts", unseen)):
            if tally.events:
                say("\n".join(report(f"{name}, {title}", tally)))
                if "-v" in arguments:
                    say("\n".join(f"    wrong {each}" for each in tally.misses))


if __name__ == "__main__":
    main(sys.argv[1:])
