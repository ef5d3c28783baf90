"""Briefings of the seed workspace, and workspaces that differ from it in one record."""

import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hostile import WORDS, write_hostile
from PIL import Image

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import NO_BROWSER, Figures, RenderedFigure
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import Manifest, manifest_of
from dashboard.briefing.office import figures as office_figures
from dashboard.briefing.outline.outline import Outline
from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import Validation, validate
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.briefing import Briefing
from dashboard.model.claim import Claim
from tests.briefing.page_stills import page_stills


def picture() -> bytes:
    """A PNG that stands in for a drawing."""
    target = BytesIO()
    Image.new("RGB", (1344, 520), "#e4e5e2").save(target, "PNG")
    return target.getvalue()


PICTURE = picture()


@pytest.fixture(scope="session")
def seed(root: Path) -> Validation:
    """The seed workspace, checked."""
    return validate(root)


@pytest.fixture(scope="session")
def seed_briefing(seed: Validation) -> Briefing:
    """The briefing that the seed workspace holds."""
    return seed.workspace.briefings["us-troops-in-ecuador"]


@pytest.fixture(scope="session")
def with_records(seed: Validation) -> Callable[..., Validation]:
    """The seed workspace with other records: `events={id: record or None}` and so on; None takes it out."""

    def changed(**kinds: Mapping[str, Any]) -> Validation:
        workspace = seed.workspace
        for kind, records in kinds.items():
            kept = {**getattr(workspace, kind), **records}
            workspace = replace(workspace, **{kind: {key: each for key, each in kept.items() if each is not None}})
        evidence = evidence_of(workspace.events, workspace.texts)
        return Validation(Corpus(workspace, evidence), (), evidence)

    return changed


@pytest.fixture(scope="session")
def briefing() -> Callable[..., Briefing]:
    """A briefing with these fields, of the thread on Ecuador unless it says otherwise."""

    def made(**fields: Any) -> Briefing:
        return Briefing.model_validate(
            {
                "id": "made",
                "title": "Made",
                "marking": "GREEN",
                "as_of": "2025-12-31",
                "selection": {"show": ["thread:us-ecuador-basing"]},
                **fields,
            }
        )

    return made


@dataclass(frozen=True)
class Case:
    """A briefing that is to be written, with stand-ins for its drawings."""

    outline: Outline
    seal: Manifest
    figures: Figures


def case_of(briefing: Briefing, validation: Validation, *, drawn: bool = True) -> Case:
    """Of a briefing and its records."""
    outline = outline_of(briefing, validation)
    draw = drawer_of(briefing, validation)
    stills = {each: RenderedFigure(PICTURE, 672, 260) for each in (*office_figures.DOCX, *office_figures.PPTX)}
    figures = Figures(draw, {**stills, **page_stills(outline, draw)}) if drawn else Figures(draw, lacking=NO_BROWSER)
    return Case(outline, manifest_of(outline, validation, briefing), figures)


@pytest.fixture(scope="session")
def seed_case(seed: Validation, seed_briefing: Briefing) -> Case:
    """The seed's briefing."""
    return case_of(seed_briefing, seed)


@pytest.fixture(scope="session")
def seed_written(seed_case: Case) -> Callable[[str], bytes]:
    """The seed's briefing as a file, by its ending; each is written once."""
    return cache(lambda form: FORMATS[form].write(seed_case.outline, seed_case.seal, seed_case.figures))


@pytest.fixture(scope="session")
def judged_case(seed: Validation, briefing: Callable[..., Briefing]) -> Case:
    """A briefing with a key judgement and a reason, on Letter, and without drawings."""
    made = briefing(
        judgements=[
            {
                "question": "us-ecuador-basing/drones-delivered",
                "likelihood": "very-likely",
                "confidence": "low",
                "by": "AB",
                "claims": ["us-drones-for-navy/drones"],
                "reasons": [{"text": "Both sides want it.", "by": "CD"}],
            }
        ],
        options={"paper": "Letter"},
    )
    return case_of(made, seed, drawn=False)


@pytest.fixture(scope="session")
def hostile_case(tmp_path_factory: pytest.TempPathFactory, briefing: Callable[..., Briefing]) -> Case:
    """A briefing whose every word is hard to show."""
    root = tmp_path_factory.mktemp("hostile")
    write_hostile(root)
    validation = validate(root)
    events = sorted(validation.workspace.events)
    made = briefing(
        title=WORDS["long"][:300],
        marking={"text": WORDS["long"][:200], "meaning": WORDS["markup"]},
        scope=WORDS["hidden"],
        selection={"events": events},
        bottom_line=[{"text": text, "by": "=A1", "claims": [f"{events[0]}/said"]} for text in WORDS.values()],
        **{"for": WORDS["arabic"]},
    )
    return case_of(made, validation)


@pytest.fixture(scope="session")
def converted(tool: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Have LibreOffice open files and save them in another form, or in the same: the folder, with `out/` in it."""
    soffice = tool("soffice", "libreoffice")
    profile = tmp_path_factory.mktemp("profile").as_uri()

    def convert(files: Mapping[str, bytes], form: str) -> Path:
        folder = tmp_path_factory.mktemp("opened")
        for name, raw in files.items():
            (folder / name).write_bytes(raw)
        asked = [soffice, "--headless", f"-env:UserInstallation={profile}", "--convert-to", form, "--outdir"]
        given = [folder / "out", *(folder / name for name in files)]
        ended = subprocess.run([*asked, *given], capture_output=True, check=False)
        assert ended.returncode == 0, ended.stderr
        return folder

    return convert


@pytest.fixture(scope="session")
def as_pdf(tool: Callable[..., str], converted: Callable[..., Path]) -> Callable[..., dict[str, list[str]]]:
    """Files that LibreOffice made PDFs of, as the text of each page; `order` is pdftotext's: as laid out, or `-raw`."""
    pdftotext = tool("pdftotext")

    def convert(files: Mapping[str, bytes], order: str = "-layout") -> dict[str, list[str]]:
        folder, read = converted(files, "pdf") / "out", {}
        for name in files:
            asked = [pdftotext, order, folder / f"{name.rpartition('.')[0]}.pdf", "-"]
            text = subprocess.run(asked, capture_output=True, check=True).stdout.decode()
            read[name] = text.removesuffix("\f").split("\f")
        return read

    return convert


@pytest.fixture(scope="session")
def of_words(with_records: Callable[..., Validation], seed: Validation, briefing: Callable[..., Briefing]) -> Callable:
    """A briefing of an event whose every text is one of `words`, with its records."""

    def made(words: Sequence[str]) -> tuple[Briefing, Validation]:
        event = seed.workspace.events["us-base-closed"]
        claims = {
            f"c{index}": Claim.model_validate({**event.claims["closed"].model_dump(), "text": text, "note": text})
            for index, text in enumerate(words)
        }
        thread = seed.workspace.threads["us-ecuador-basing"].model_copy(update={"title": words[0]})
        changed = {"title": " ".join(words[:6]), "claims": {**event.claims, **claims}}
        validation = with_records(events={event.id: event.model_copy(update=changed)}, threads={thread.id: thread})
        own = briefing(
            title=words[1],
            marking={"text": words[6], "meaning": words[3]},
            scope=words[2],
            selection={"events": [event.id]},
            bottom_line=[{"text": text, "by": text} for text in words],
            options={"since": words[0]},
            **{"for": words[4]},
        )
        return own, validation

    return made
